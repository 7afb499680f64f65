// The keyboard, as a table: physical keys (`event.code`), so that they work whatever alphabet the keyboard writes.

import type { RowKind } from "../lib/backend/types.gen";
import type { Key } from "../lib/lang/ar";
import type { Deed } from "../lib/side/arrange";
import { CONTRADICTIONS, DIFFERENCES } from "../lib/side/board.svelte";
import { PAGES } from "../lib/pages/pages.svelte";
import { LAYERS, type Layer } from "../lib/side/layers";

/** What keys do. Steps: 1 = next, -1 = previous; of a column, 1 = to the right as seen. */
export interface Actions {
  readonly row: (step: 1 | -1) => void;
  readonly column: (step: 1 | -1) => void;
  readonly seek: (kinds: readonly RowKind[], step: 1 | -1) => void;
  readonly claims: () => void;
  readonly arrange: (deed: Deed) => void;
  readonly layer: (layer: Layer) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly filter: () => void;
  readonly pane: (step: 1 | -1) => void;
  readonly escape: () => void;
  /** Numbers from 1, in the order of the tabs. */
  readonly page: (number: number) => void;
  readonly help: () => void;
  readonly open: () => void;
  readonly create: () => void;
}

/** Where a key works: anywhere, or only where no control has the focus that needs the key itself. */
type Reach = "anywhere" | "reading";

interface Shortcut {
  readonly code: string;
  readonly ctrl?: true;
  readonly alt?: true;
  /** True: only with Shift. Absent: without. "either": the action asks. */
  readonly shift?: true | "either";
  readonly reach: Reach;
  readonly act: (actions: Actions, back: boolean) => void;
}

const step = (back: boolean): 1 | -1 => (back ? -1 : 1);

const SHORTCUTS: readonly Shortcut[] = [
  { code: "ArrowDown", reach: "reading", act: (does) => does.row(1) },
  { code: "ArrowUp", reach: "reading", act: (does) => does.row(-1) },
  { code: "ArrowRight", reach: "reading", act: (does) => does.column(1) },
  { code: "ArrowLeft", reach: "reading", act: (does) => does.column(-1) },
  { code: "KeyJ", shift: "either", reach: "reading", act: (does, back) => does.seek(CONTRADICTIONS, step(back)) },
  { code: "KeyD", shift: "either", reach: "reading", act: (does, back) => does.seek(DIFFERENCES, step(back)) },
  { code: "Enter", reach: "reading", act: (does) => does.claims() },
  { code: "KeyX", reach: "reading", act: (does) => does.arrange("take-out") },
  { code: "ArrowUp", shift: true, reach: "reading", act: (does) => does.arrange("move-above") },
  { code: "ArrowDown", shift: true, reach: "reading", act: (does) => does.arrange("move-below") },
  { code: "KeyM", shift: "either", reach: "reading", act: (does, back) => does.arrange(back ? "join-above" : "join-below") },
  { code: "KeyR", reach: "reading", act: (does) => does.arrange("leave") },
  { code: "NumpadEnter", reach: "reading", act: (does) => does.claims() },
  ...LAYERS.flatMap(({ layer }, index): Shortcut[] => [
    { code: `Digit${index + 1}`, reach: "reading", act: (does) => does.layer(layer) },
    { code: `Numpad${index + 1}`, reach: "reading", act: (does) => does.layer(layer) },
  ]),
  ...PAGES.map((_, index): Shortcut => ({ code: `Digit${index + 1}`, alt: true, reach: "anywhere", act: (does) => does.page(index + 1) })),
  { code: "Slash", reach: "reading", act: (does) => does.filter() },
  { code: "Slash", shift: true, reach: "reading", act: (does) => does.help() },
  { code: "F1", reach: "anywhere", act: (does) => does.help() },
  { code: "KeyZ", ctrl: true, reach: "reading", act: (does) => does.undo() },
  { code: "KeyZ", ctrl: true, shift: true, reach: "reading", act: (does) => does.redo() },
  { code: "KeyY", ctrl: true, reach: "reading", act: (does) => does.redo() },
  { code: "KeyO", ctrl: true, reach: "anywhere", act: (does) => does.open() },
  { code: "KeyN", ctrl: true, reach: "anywhere", act: (does) => does.create() },
  { code: "F6", shift: "either", reach: "anywhere", act: (does, back) => does.pane(step(back)) },
  { code: "Escape", reach: "anywhere", act: (does) => does.escape() },
];

/** What a press of `Enter` or an arrow belongs to first. */
const CONTROLS = "button, a, summary, [role=menuitem]";
const WRITING = "input:not([type=checkbox]), textarea, select, [contenteditable]";
const OWN_KEYS = new Set(["Enter", "NumpadEnter"]);

function reaches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const at = event.target instanceof Element ? event.target : null;
  if (at?.closest("dialog")) return false;
  if (shortcut.reach === "anywhere") return true;
  if (at?.closest(WRITING)) return false;
  return !(OWN_KEYS.has(event.code) && at?.closest(CONTROLS));
}

function pressed(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  const shift = shortcut.shift === "either" || (shortcut.shift ?? false) === event.shiftKey;
  const alt = (shortcut.alt ?? false) === event.altKey;
  return shortcut.code === event.code && (shortcut.ctrl ?? false) === ctrl && shift && alt;
}

/** Does what the pressed key says. */
export function run(event: KeyboardEvent, actions: Actions): void {
  if (event.defaultPrevented || event.isComposing) return;
  const shortcut = SHORTCUTS.find((one) => pressed(one, event) && reaches(one, event));
  if (!shortcut) return;
  event.preventDefault();
  shortcut.act(actions, event.shiftKey);
}

/** The list that the reader sees: keys as printed on the keyboard, the Arabic letter, and what they do. */
export const LISTED: readonly { readonly keys: readonly string[]; readonly letter?: string; readonly does: Key }[] = [
  { keys: ["↑", "↓"], does: "keys.rows" },
  { keys: ["←", "→"], does: "keys.columns" },
  { keys: ["J"], letter: "ت", does: "keys.contradiction" },
  { keys: ["D"], letter: "ي", does: "keys.difference" },
  { keys: ["Enter"], does: "keys.claims" },
  { keys: ["X"], letter: "ء", does: "keys.take-out" },
  { keys: ["Shift", "↑", "↓"], does: "keys.move" },
  { keys: ["M"], letter: "ة", does: "keys.join" },
  { keys: ["R"], letter: "ق", does: "keys.leave" },
  { keys: ["1", "…", "7"], does: "keys.layers" },
  { keys: ["Alt", "1", "…", "5"], does: "keys.pages" },
  { keys: ["Ctrl", "Z"], letter: "ئ", does: "keys.undo" },
  { keys: ["/"], letter: "ظ", does: "keys.filter" },
  { keys: ["F6"], does: "keys.pane" },
  { keys: ["Esc"], does: "keys.escape" },
  { keys: ["Ctrl", "O"], letter: "خ", does: "keys.open" },
  { keys: ["Ctrl", "N"], letter: "ى", does: "keys.new" },
  { keys: ["?"], does: "keys.help" },
];
