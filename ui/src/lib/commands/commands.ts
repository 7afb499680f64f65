// Every action of the window, once: its words, its keys, when it is possible and what it does. The keyboard, the page of
// shortcuts, the palette and the keys shown in menus all read this table.

import type { Dossier, RowKind, Text } from "../backend/types.gen";
import type { Deed as EventDeed, Question } from "../events/deeds.svelte";
import type { Key } from "../lang/ar";
import { PAGES, type Page } from "../pages/pages.svelte";
import type { Deed } from "../side/arrange";
import { CONTRADICTIONS, DIFFERENCES } from "../side/board.svelte";
import { LAYERS, type Layer } from "../side/layers";
import type { Press } from "./press";

/** What commands do. Steps: 1 = next or larger, -1 = previous or smaller; of columns and of their tabs, 1 = to the right as seen. */
export interface Actions {
  readonly row: (step: 1 | -1) => void;
  readonly column: (step: 1 | -1) => void;
  readonly tab: (step: 1 | -1) => void;
  readonly shiftColumn: (step: 1 | -1) => void;
  readonly widenColumn: (step: 1 | -1) => void;
  /** Hides the current column, or shows all that are hidden. */
  readonly hideColumn: (back: boolean) => void;
  readonly find: () => void;
  /** Looks in all articles. */
  readonly search: () => void;
  readonly findNext: (step: 1 | -1) => void;
  readonly seek: (kinds: readonly RowKind[], step: 1 | -1) => void;
  readonly claims: () => void;
  readonly arrange: (deed: Deed) => void;
  readonly layer: (layer: Layer) => void;
  /** Puts neutral names in place of loaded ones, or the loaded ones back. */
  readonly neutral: () => void;
  /** Shows the names as they are written, until the key is let go. */
  readonly original: () => void;
  readonly size: (step: 1 | -1) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly filter: () => void;
  readonly pane: (step: 1 | -1) => void;
  readonly merge: () => void;
  /** Asks for the name of the event that is shown, or which of its articles leave it. */
  readonly askOfEvent: (question: Question) => void;
  /** Asks to which event the article goes that is meant now. */
  readonly moveArticle: () => void;
  /** Gives it an event of its own. */
  readonly partArticle: () => void;
  readonly closeArticle: () => void;
  readonly escape: () => void;
  readonly page: (page: Page) => void;
  readonly event: (id: string) => void;
  readonly home: () => void;
  readonly palette: () => void;
  readonly help: () => void;
  readonly settings: () => void;
  readonly language: () => void;
  readonly theme: () => void;
  readonly open: () => void;
  readonly create: () => void;
  readonly sample: () => void;
  readonly files: () => void;
  readonly folder: () => void;
  readonly paste: () => void;
  /** Saves the report of the event that is shown. */
  readonly report: () => void;
  readonly cancel: () => void;
}

/** What is on the screen, as far as commands depend on it. */
export interface Now {
  readonly dossier: Dossier | null;
  /** How many events are listed; none where the beginning is shown. */
  readonly events: number;
  /** Whether an event is on the screen, in whatever view. */
  readonly shown: boolean;
  /** Whether rows of an event are on the screen. */
  readonly rows: boolean;
  /** What can be done with the current cell and its row. */
  readonly deeds: readonly Deed[];
  readonly article: boolean;
  /** What can be done with the event that is shown. */
  readonly eventDeeds: readonly EventDeed[];
  /** Titles of the articles that are meant where the reader is; none where none may be moved. */
  readonly movable: readonly string[];
  /** Whether the one that is meant would leave others behind in its event. */
  readonly partable: boolean;
  readonly importing: boolean;
}

export const GROUPS = ["moving", "reading", "arranging", "views", "dossier"] as const;
export type Group = (typeof GROUPS)[number];

export interface Command {
  readonly group: Group;
  readonly label: Key;
  /** What the label speaks of, its `{what}`. */
  readonly what?: Key;
  /** What it would do now, in the engine's words. */
  readonly told?: (now: Now) => Text | null;
  /** The first is the one that is shown. */
  readonly presses: readonly Press[];
  /** Whether its keys work even where a field or a control has the focus; else they are the reader's own there. */
  readonly anywhere?: true;
  /** Whether it is done by keys alone: it would mean nothing in a list. */
  readonly unlisted?: true;
  readonly possible: (now: Now) => boolean;
  readonly act: (does: Actions) => void;
}

const always = (): boolean => true;
const rows = (now: Now): boolean => now.rows;
const listed = (now: Now): boolean => now.events > 0;
/** The article that is meant, where it is one. */
function meant(now: Now): Text | null {
  const [title, ...more] = now.movable;
  return title === undefined || more.length > 0 ? null : { ar: `«${title}»`, en: `“${title}”` };
}

const importable = (now: Now): boolean => now.dossier !== null && !now.dossier.read_only && !now.importing;

const MOVING = {
  "row-next": { group: "moving", label: "command.row-next", presses: [{ code: "ArrowDown" }], possible: rows, act: (does) => does.row(1) },
  "row-previous": { group: "moving", label: "command.row-previous", presses: [{ code: "ArrowUp" }], possible: rows, act: (does) => does.row(-1) },
  "column-right": { group: "moving", label: "command.column-right", presses: [{ code: "ArrowRight" }], possible: rows, act: (does) => does.column(1) },
  "column-left": { group: "moving", label: "command.column-left", presses: [{ code: "ArrowLeft" }], possible: rows, act: (does) => does.column(-1) },
  "contradiction-next": { group: "moving", label: "seek.contradiction", presses: [{ code: "KeyJ" }], possible: rows, act: (does) => does.seek(CONTRADICTIONS, 1) },
  "contradiction-previous": { group: "moving", label: "command.contradiction-previous", presses: [{ code: "KeyJ", shift: true }], possible: rows, act: (does) => does.seek(CONTRADICTIONS, -1) },
  "difference-next": { group: "moving", label: "seek.difference", presses: [{ code: "KeyD" }], possible: rows, act: (does) => does.seek(DIFFERENCES, 1) },
  "difference-previous": { group: "moving", label: "command.difference-previous", presses: [{ code: "KeyD", shift: true }], possible: rows, act: (does) => does.seek(DIFFERENCES, -1) },
  "tab-right": { group: "moving", label: "command.tab-right", presses: [{ code: "BracketRight" }], possible: rows, act: (does) => does.tab(1) },
  "tab-left": { group: "moving", label: "command.tab-left", presses: [{ code: "BracketLeft" }], possible: rows, act: (does) => does.tab(-1) },
  find: { group: "moving", label: "command.find", presses: [{ code: "Slash" }], possible: listed, act: (does) => does.find() },
  "find-anywhere": { group: "moving", label: "command.find", presses: [{ code: "KeyF", ctrl: true }], anywhere: true, unlisted: true, possible: listed, act: (does) => does.find() },
  "find-next": { group: "moving", label: "command.find-next", presses: [{ code: "F3" }], anywhere: true, possible: listed, act: (does) => does.findNext(1) },
  "find-previous": { group: "moving", label: "command.find-previous", presses: [{ code: "F3", shift: true }], anywhere: true, possible: listed, act: (does) => does.findNext(-1) },
  search: { group: "moving", label: "command.search", presses: [{ code: "KeyF", ctrl: true, shift: true }], anywhere: true, possible: listed, act: (does) => does.search() },
  filter: { group: "moving", label: "events.filter", presses: [{ code: "KeyF" }], possible: listed, act: (does) => does.filter() },
  "pane-next": { group: "moving", label: "command.pane-next", presses: [{ code: "F6" }], anywhere: true, possible: always, act: (does) => does.pane(1) },
  "pane-previous": { group: "moving", label: "command.pane-previous", presses: [{ code: "F6", shift: true }], anywhere: true, possible: always, act: (does) => does.pane(-1) },
} as const satisfies Record<string, Command>;

const READING = {
  claims: { group: "reading", label: "command.claims", presses: [{ code: "Enter" }, { code: "NumpadEnter" }], possible: rows, act: (does) => does.claims() },
  neutral: { group: "reading", label: "command.neutral", presses: [{ code: "KeyN" }], possible: rows, act: (does) => does.neutral() },
  original: { group: "reading", label: "command.original", presses: [{ code: "KeyO" }], unlisted: true, possible: rows, act: (does) => does.original() },
  larger: { group: "reading", label: "command.larger", presses: [{ code: "Equal", ctrl: true }, { code: "Equal", ctrl: true, shift: true }, { code: "NumpadAdd", ctrl: true }], anywhere: true, possible: always, act: (does) => does.size(1) },
  smaller: { group: "reading", label: "command.smaller", presses: [{ code: "Minus", ctrl: true }, { code: "NumpadSubtract", ctrl: true }], anywhere: true, possible: always, act: (does) => does.size(-1) },
  "close-article": { group: "reading", label: "command.close-article", presses: [], possible: (now) => now.article, act: (does) => does.closeArticle() },
  escape: { group: "reading", label: "command.escape", presses: [{ code: "Escape" }], anywhere: true, unlisted: true, possible: always, act: (does) => does.escape() },
} as const satisfies Record<string, Command>;

const LAYER_COMMANDS = Object.fromEntries(
  LAYERS.map(({ layer, label }, index): [string, Command] => [
    `layer-${layer}`,
    {
      group: "reading",
      label: "command.layer",
      what: label,
      presses: [{ code: `Digit${index + 1}` }, { code: `Numpad${index + 1}` }],
      possible: rows,
      act: (does) => does.layer(layer),
    },
  ]),
) as Record<`layer-${Layer}`, Command>;

/** What is done with rows; a key pressed where it cannot be done is told so. */
function deed(of: Deed, label: Key, press: Press): Command {
  return { group: "arranging", label, presses: [press], possible: (now) => now.rows && now.deeds.includes(of), act: (does) => does.arrange(of) };
}

const ARRANGING = {
  "take-out": deed("take-out", "command.take-out", { code: "KeyX" }),
  "move-above": deed("move-above", "command.move-above", { code: "ArrowUp", shift: true }),
  "move-below": deed("move-below", "command.move-below", { code: "ArrowDown", shift: true }),
  "join-below": deed("join-below", "arrange.join-below", { code: "KeyM" }),
  "join-above": deed("join-above", "arrange.join-above", { code: "KeyM", shift: true }),
  leave: deed("leave", "arrange.leave", { code: "KeyR" }),
  "column-shift-right": { group: "arranging", label: "command.shift-right", presses: [{ code: "ArrowRight", shift: true }], possible: rows, act: (does) => does.shiftColumn(1) },
  "column-shift-left": { group: "arranging", label: "command.shift-left", presses: [{ code: "ArrowLeft", shift: true }], possible: rows, act: (does) => does.shiftColumn(-1) },
  "column-wider": { group: "arranging", label: "command.wider", presses: [{ code: "Equal", sign: "=" }], possible: rows, act: (does) => does.widenColumn(1) },
  "column-narrower": { group: "arranging", label: "command.narrower", presses: [{ code: "Minus" }], possible: rows, act: (does) => does.widenColumn(-1) },
  "column-hide": { group: "arranging", label: "command.hide-column", presses: [{ code: "KeyH" }], possible: rows, act: (does) => does.hideColumn(false) },
  "columns-show": { group: "arranging", label: "command.show-columns", presses: [{ code: "KeyH", shift: true }], possible: rows, act: (does) => does.hideColumn(true) },
  merge: { group: "arranging", label: "command.merge", presses: [], possible: (now) => now.rows && now.events > 1 && now.dossier?.read_only === false, act: (does) => does.merge() },
  "name-event": { group: "arranging", label: "command.name-event", presses: [], possible: (now) => now.eventDeeds.includes("name"), act: (does) => does.askOfEvent("name") },
  "split-event": { group: "arranging", label: "command.split-event", presses: [], possible: (now) => now.eventDeeds.includes("split"), act: (does) => does.askOfEvent("split") },
  "move-article": { group: "arranging", label: "command.move-article", told: meant, presses: [], possible: (now) => now.movable.length > 0, act: (does) => does.moveArticle() },
  "part-article": { group: "arranging", label: "command.part-article", told: meant, presses: [], possible: (now) => now.partable, act: (does) => does.partArticle() },
  undo: { group: "arranging", label: "undo", told: (now) => now.dossier?.can_undo ?? null, presses: [{ code: "KeyZ", ctrl: true }], possible: (now) => now.dossier?.can_undo != null, act: (does) => does.undo() },
  redo: { group: "arranging", label: "redo", told: (now) => now.dossier?.can_redo ?? null, presses: [{ code: "KeyZ", ctrl: true, shift: true }, { code: "KeyY", ctrl: true }], possible: (now) => now.dossier?.can_redo != null, act: (does) => does.redo() },
} as const satisfies Record<string, Command>;

const PAGE_COMMANDS = Object.fromEntries(
  PAGES.map(({ page, label }, index): [string, Command] => [
    `page-${page}`,
    { group: "views", label: "command.page", what: label, presses: [{ code: `Digit${index + 1}`, alt: true }], anywhere: true, possible: listed, act: (does) => does.page(page) },
  ]),
) as Record<`page-${Page}`, Command>;

const VIEWS = {
  home: { group: "views", label: "command.home", presses: [], possible: listed, act: (does) => does.home() },
  palette: { group: "views", label: "palette", presses: [{ code: "KeyK", ctrl: true }], anywhere: true, unlisted: true, possible: always, act: (does) => does.palette() },
  settings: { group: "views", label: "settings", presses: [{ code: "Comma", ctrl: true }], anywhere: true, possible: always, act: (does) => does.settings() },
  language: { group: "views", label: "command.language", what: "language.other", presses: [], possible: always, act: (does) => does.language() },
  theme: { group: "views", label: "theme", presses: [], possible: always, act: (does) => does.theme() },
  help: { group: "views", label: "keys.title", presses: [{ code: "Slash", shift: true, sign: "?" }], possible: always, act: (does) => does.help() },
  "help-anywhere": { group: "views", label: "keys.title", presses: [{ code: "F1" }], anywhere: true, unlisted: true, possible: always, act: (does) => does.help() },
} as const satisfies Record<string, Command>;

const DOSSIER = {
  open: { group: "dossier", label: "dossier.open", presses: [{ code: "KeyO", ctrl: true }], anywhere: true, possible: always, act: (does) => does.open() },
  create: { group: "dossier", label: "dossier.new", presses: [{ code: "KeyN", ctrl: true }], anywhere: true, possible: always, act: (does) => does.create() },
  sample: { group: "dossier", label: "dossier.failed.other", presses: [], possible: (now) => now.dossier?.sample !== true, act: (does) => does.sample() },
  report: { group: "dossier", label: "report.save", presses: [{ code: "KeyE", ctrl: true }], anywhere: true, possible: (now) => now.shown, act: (does) => does.report() },
  "import-files": { group: "dossier", label: "command.import-files", presses: [], possible: importable, act: (does) => does.files() },
  "import-folder": { group: "dossier", label: "command.import-folder", presses: [], possible: importable, act: (does) => does.folder() },
  "import-text": { group: "dossier", label: "command.import-text", presses: [], possible: importable, act: (does) => does.paste() },
  "import-cancel": { group: "dossier", label: "command.import-cancel", presses: [], possible: (now) => now.importing, act: (does) => does.cancel() },
} as const satisfies Record<string, Command>;

/** Every command by its id, in the order in which lists show them. */
export const COMMANDS = { ...MOVING, ...READING, ...LAYER_COMMANDS, ...ARRANGING, ...PAGE_COMMANDS, ...VIEWS, ...DOSSIER };
export type CommandId = keyof typeof COMMANDS;

/** The same, to be gone through. */
export const ALL_COMMANDS = Object.entries(COMMANDS) as readonly (readonly [CommandId, Command])[];
