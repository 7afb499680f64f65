// What the analyst does with an event as a whole: names it, makes one of it and another, takes articles out of it.

import { tick } from "svelte";
import type { ArticleHead, Column, EventHead } from "../backend/types.gen";
import type { Desk } from "../dossier/desk.svelte";
import type { Board } from "../side/board.svelte";
import type { Mover } from "./mover.svelte";

/** What needs a word more before it is done. */
export type Question = "name" | "merge" | "split";

/** What her menu offers; to move an article is a question of its own, for it is asked elsewhere too. */
export type Deed = Question | "move";

/** Where a menu stands, in window pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export class EventDeeds {
  /** The event whose menu is open. */
  menu: (Place & { readonly event: EventHead }) | null = $state.raw(null);
  asked: { readonly question: Question; readonly event: EventHead } | null = $state.raw(null);

  #desk: Desk;
  #board: Board;
  #mover: Mover;

  constructor(desk: Desk, board: Board, mover: Mover) {
    this.#desk = desk;
    this.#board = board;
    this.#mover = mover;
  }

  /** Opens the menu of an event, where anything can be done with it. */
  open(event: EventHead, place: Place): void {
    if (this.#desk.overview?.dossier.read_only === false) this.menu = { event, ...place };
  }

  /** What can be done with an event; nothing in a dossier that may only be read. */
  possible(event: EventHead): Deed[] {
    const { overview } = this.#desk;
    if (overview?.dossier.read_only !== false) return [];
    const can: Readonly<Record<Deed, boolean>> = { name: true, merge: overview.events.length > 1, move: this.#mover.possible(event), split: event.articles > 1 };
    return (["name", "merge", "move", "split"] as const).filter((deed) => can[deed]);
  }

  /** The event that is on the screen. */
  get #shown(): EventHead | undefined {
    return this.#desk.overview?.events.find((event) => event.id === this.#board.id);
  }

  /** What can be done with the event that is on the screen. */
  ofShown(): Deed[] {
    const event = this.#shown;
    return event ? this.possible(event) : [];
  }

  async askOfShown(question: Question): Promise<void> {
    const event = this.#shown;
    if (event) await this.ask(question, event);
  }

  /** Asks; what is to be parted is shown first, so that its articles are there to choose from. */
  async ask(question: Deed, event: EventHead): Promise<void> {
    this.menu = null;
    if (question === "move") return this.#mover.askOf(event);
    if (question === "split" && this.#board.view?.head.id !== event.id) await this.#board.open(event.id);
    this.asked = { question, event };
  }

  /** Closes the menu or the question, and gives the focus back to the event. */
  async close(): Promise<void> {
    const id = (this.menu ?? this.asked)?.event.id;
    this.menu = null;
    this.asked = null;
    await tick();
    if (id !== undefined) document.querySelector<HTMLElement>(`[data-testid=event][data-event="${id}"]`)?.focus();
  }

  /** The articles of the event that is asked about, as the board shows them. */
  columns(): Column[] {
    const { view } = this.#board;
    return view !== null && view.head.id === this.asked?.event.id ? view.columns.filter((column) => column.articles.length > 0) : [];
  }

  /** Names the event; null = as the program calls it. False where the desk is busy. */
  name(event: EventHead, name: string | null): Promise<boolean> {
    return this.#do(() => this.#desk.nameEvent(event.id, name));
  }

  merge(event: EventHead, other: string): Promise<boolean> {
    return this.#do(() => this.#desk.mergeEvents(event.id, other));
  }

  /** Takes articles out of their event, into one of their own. */
  split(articles: readonly ArticleHead["id"][]): Promise<boolean> {
    return this.#do(() => this.#desk.partArticles([...articles]));
  }

  async #do(change: () => Promise<void>): Promise<boolean> {
    if (this.#desk.busy) return false;
    await this.close();
    await change();
    return true;
  }
}
