// Which article goes to another event: chosen in the list of events, in the columns, by the palette or in the open article,
// until it is said where it goes.

import { tick } from "svelte";
import type { ArticlePane } from "../article/pane.svelte";
import type { ArticleHead, EventHead } from "../backend/types.gen";
import type { Desk } from "../dossier/desk.svelte";
import type { Board } from "../side/board.svelte";

/** An article as it stands now. */
export interface Movable {
  readonly head: ArticleHead;
  /** The event that it tells. */
  readonly event: string | null;
  /** The analyst chose that event herself. */
  readonly decided: boolean;
}

export class Mover {
  /** What is asked: which of these articles, while `article` is null; then, where to. */
  asked: { readonly choices: readonly Movable[]; readonly article: Movable | null } | null = $state.raw(null);

  #desk: Desk;
  #board: Board;
  #pane: ArticlePane;
  /** The article on which the focus was when the palette came over it. */
  #focused: string | undefined;

  constructor(desk: Desk, board: Board, pane: ArticlePane) {
    this.#desk = desk;
    this.#board = board;
    this.#pane = pane;
  }

  /** Whether an article of an event can go anywhere; none can in a dossier that may only be read. */
  possible(event: EventHead): boolean {
    const { overview } = this.#desk;
    return overview?.dossier.read_only === false && (overview.events.length > 1 || event.articles > 1);
  }

  /** Whether the article would leave others behind in its event. */
  hasCompany({ event }: Movable): boolean {
    return (this.#desk.overview?.events.find((one) => one.id === event)?.articles ?? 0) > 1;
  }

  /** Asks where one of these articles goes, and first which, where there are several. */
  ask(choices: readonly Movable[]): void {
    const [first] = choices;
    if (first) this.asked = { choices, article: choices.length === 1 ? first : null };
  }

  /** Asks for the articles of an event, which is shown, so that they are there to choose from. */
  async askOf(event: EventHead): Promise<void> {
    if (this.#board.view?.head.id !== event.id) await this.#board.open(event.id);
    if (this.#board.view?.head.id === event.id) this.ask(this.#of(this.#ids()));
  }

  /** Asks for the articles that a column shows. */
  askOfColumn(camp: string): void {
    this.ask(this.#of(this.#shown(camp)));
  }

  /** Answers which; null asks again. */
  choose(article: Movable | null): void {
    if (this.asked) this.asked = { ...this.asked, article };
  }

  /** Remembers on which article an element lies, before a box takes the focus from it. */
  look(at: Element | null): void {
    const { article, textOf } = at?.closest<HTMLElement>("[data-article], [data-text-of]")?.dataset ?? {};
    this.#focused = article ?? textOf;
  }

  /** The articles that are meant where the reader is: that of the focus, the open one, else, where the columns are on the
      screen, those of the current cell. */
  here(columns: boolean): Movable[] {
    const { view } = this.#pane;
    const focused = this.#of([this.#focused]);
    if (columns && focused.length > 0) return focused;
    if (view) return [{ head: view.head, event: view.event, decided: view.event_decided }];
    if (!columns) return [];
    const pieces = this.#of(this.#board.cell?.pieces.map((piece) => piece.article) ?? []);
    return pieces.length > 0 ? pieces : this.#of(this.#shown(this.#board.seen[this.#board.column]?.column.camp));
  }

  /** Moves the article to another event; false where it cannot be done now. */
  move(event: string): Promise<boolean> {
    return this.#do((article) => this.#desk.moveArticle(article, event));
  }

  /** Gives the article that is asked about, or this one, an event of its own. */
  part(meant = this.asked?.article): Promise<boolean> {
    return this.#do((article) => this.#desk.partArticle(article), meant);
  }

  /** Leaves the article to the program again. */
  leave(): Promise<boolean> {
    return this.#do((article) => this.#desk.leaveArticle(article));
  }

  async close(): Promise<void> {
    this.asked = null;
    await this.#refocus();
  }

  async #do(change: (article: string) => Promise<void>, meant = this.asked?.article): Promise<boolean> {
    const article = meant?.head.id;
    if (article === undefined || this.#desk.busy) return false;
    await this.close();
    await change(article);
    await this.#board.following;
    await this.#refocus();
    return true;
  }

  /** Where what had the focus is gone, it goes to the event that is shown. */
  async #refocus(): Promise<void> {
    await tick();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) document.querySelector<HTMLElement>("[data-testid=event][aria-current=true]")?.focus();
  }

  /** All articles of the event that is shown. */
  #ids(): string[] {
    return this.#board.view?.columns.flatMap((column) => column.articles.map((head) => head.id)) ?? [];
  }

  #shown(camp: string | undefined): string[] {
    const column = this.#board.view?.columns.find((one) => one.camp === camp);
    const chosen = camp === undefined ? undefined : this.#board.chosen.get(camp);
    return chosen === undefined ? (column?.articles.map((head) => head.id) ?? []) : [chosen];
  }

  /** Those of these that the event shown has, each once, in the order of its columns. */
  #of(ids: readonly (string | undefined)[]): Movable[] {
    const { view } = this.#board;
    if (!view) return [];
    const decided = view.members.filter((member) => member.decided).map((member) => member.article);
    const heads = view.columns.flatMap((column) => column.articles).filter((head) => ids.includes(head.id));
    return heads.map((head) => ({ head, event: view.head.id, decided: decided.includes(head.id) }));
  }
}
