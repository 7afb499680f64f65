// The palette: every command that is possible now and the events of the dossier, found by a few letters of their words.

import type { EventHead, Text } from "../backend/types.gen";
import type { Key } from "../lang/ar";
import { PLAIN_DAY } from "../lang/dates";
import type { Lang } from "../lang/lang.svelte";
import { fold } from "../shared/fold";
import { ALL_COMMANDS, type Actions, type Command, type CommandId, type Now } from "./commands";

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** What else is known of it, and searched too: what undo would take back, the day and place of an event. */
  readonly detail: string | null;
  readonly group: Key;
  readonly command: CommandId | null;
  readonly act: (does: Actions) => void;
}

/** How many lines are drawn; whoever sees more types another letter. */
const SHOWN = 60;
/** How many events stand below the commands before anything is typed. */
const EVENTS_UNASKED = 5;

/** The words of a command. */
export function labelOf(lang: Lang, command: Command): string {
  return lang.t(command.label, command.what ? { what: lang.t(command.what) } : {});
}

/** The commands that are possible now. */
export function commandEntries(lang: Lang, now: Now): Entry[] {
  const possible = ALL_COMMANDS.filter(([, command]) => !command.unlisted && command.possible(now));
  return possible.map(([id, command]) => {
    const told: Text | null = command.told?.(now) ?? null;
    return { id, title: labelOf(lang, command), detail: told && lang.of(told), group: `group.${command.group}`, command: id, act: command.act };
  });
}

/** The events, to jump to. */
export function eventEntries(lang: Lang, events: readonly EventHead[]): Entry[] {
  return events.map((event) => {
    const day = event.from === null ? lang.t("date.none") : lang.day(event.from, PLAIN_DAY);
    const detail = [day, event.place].filter(Boolean).join(" · ");
    return { id: `event-${event.id}`, title: event.title, detail, group: "events", command: null, act: (does) => does.event(event.id) };
  });
}

interface Searchable {
  readonly entry: Entry;
  readonly title: string;
  readonly all: string;
}

function searchable(entry: Entry): Searchable {
  const title = fold(entry.title);
  return { entry, title, all: `${title} ${fold(entry.detail ?? "")}` };
}

/** Whether a word begins `text` or a word of it, after the article or not: «تناقض» begins «التناقض التالي». */
function begins(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word) || part.replace(/^ال/, "").startsWith(word));
}

/** The entries in which every word of `query` stands; those whose title has words that begin so come first. */
function find(among: readonly Searchable[], query: string): Entry[] {
  const words = fold(query).split(" ");
  const found = among.filter(({ all }) => words.every((word) => all.includes(word)));
  const close = found.filter(({ title }) => words.every((word) => begins(title, word)));
  const far = found.filter((one) => !close.includes(one));
  return [...close, ...far].slice(0, SHOWN).map(({ entry }) => entry);
}

export class Palette {
  open: boolean = $state(false);
  query: string = $state("");
  /** Index of the chosen line. */
  at: number = $state(0);

  readonly #sources: { readonly commands: () => Entry[]; readonly events: () => Entry[] };
  readonly #asked: boolean = $derived(this.query.trim() !== "");
  readonly #commands: Entry[] = $derived.by(() => (this.open ? this.#sources.commands() : []));
  readonly #events: Entry[] = $derived.by(() => (this.open ? this.#sources.events() : []));
  readonly #among: Searchable[] = $derived.by(() => (this.#asked ? [...this.#commands, ...this.#events].map(searchable) : []));
  readonly found: Entry[] = $derived.by(() =>
    this.#asked ? find(this.#among, this.query) : [...this.#commands, ...this.#events.slice(0, EVENTS_UNASKED)],
  );
  readonly chosen: Entry | undefined = $derived(this.found[Math.min(this.at, this.found.length - 1)]);
  /** The lines under the names of their groups; what is searched stands in the order of its closeness, under none. */
  readonly groups: { readonly name: Key | null; readonly entries: Entry[] }[] = $derived.by(() => {
    if (this.#asked) return [{ name: null, entries: this.found }];
    const names = this.found.map((entry) => entry.group).filter((name, index, all) => all.indexOf(name) === index);
    return names.map((name) => ({ name, entries: this.found.filter((entry) => entry.group === name) }));
  });

  constructor(sources: { commands: () => Entry[]; events: () => Entry[] }) {
    this.#sources = sources;
  }

  show(): void {
    this.query = "";
    this.at = 0;
    this.open = true;
  }

  close(): void {
    this.open = false;
  }

  ask(query: string): void {
    this.query = query;
    this.at = 0;
  }

  point(entry: Entry): void {
    this.at = Math.max(0, this.found.indexOf(entry));
  }

  /** Moves along the lines, round the end. */
  step(by: number): void {
    const { length } = this.found;
    if (length > 0) this.at = (Math.min(this.at, length - 1) + by + length) % length;
  }

  /** To the first or last line. */
  end(last: boolean): void {
    this.at = last ? Math.max(0, this.found.length - 1) : 0;
  }
}
