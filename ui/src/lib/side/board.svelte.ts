// The accounts of one event, side by side: which event, which row and column, which layers, which claims are open.

import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { asFailure, type Backend } from "../backend/backend";
import type { CellView, ClaimView, EventView, Failure, Overview, RowKind, RowView, Spot } from "../backend/types.gen";
import { cellWith, first, own, rowOf, spot } from "./arrange";
import { Columns, type SeenColumn } from "./columns.svelte";
import { DEFAULT_LAYERS, type Layer } from "./layers";
import type { Size } from "./row-window.svelte";

export type BoardPhase = "empty" | "loading" | "ready" | "failed";

/** Row kinds that J goes to: one account cannot stand beside the other. */
export const CONTRADICTIONS: readonly RowKind[] = ["contradict", "denied", "same-accusation"];
/** Row kinds that D goes to: the contradictions, and what differs without contradicting. */
export const DIFFERENCES: readonly RowKind[] = [...CONTRADICTIONS, "figures-differ", "admission", "not-comparable", "one-side"];

/** How many articles of a vanished event are asked where they went; most of the others are with most of these. */
const ASKED_ARTICLES = 12;

/** How long an event stays in sight while another is asked for, in milliseconds: most answers take less. */
const PATIENCE = 200;

export class Board {
  phase: BoardPhase = $state("empty");
  /** Whether an event stays in sight while another is asked for. */
  lingers: boolean = $state(false);
  id: string | null = $state(null);
  view: EventView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Index of the current row. */
  row: number = $state(0);
  /** Index of the current column among those that are seen. */
  column: number = $state(0);
  /** How often an event was shown from its first row. */
  opening: number = $state(0);
  /** How large the rows' part of the window was when it was last laid out, and how far guesses were out there. */
  readonly size: Size = { width: 0, height: 0, scale: 1 };
  readonly columns = new Columns();
  /** The columns as they are seen; whatever counts columns counts these. */
  readonly seen: readonly SeenColumn[] = $derived(this.columns.seen(this.view?.columns ?? []));
  readonly layers = new SvelteSet<Layer>(DEFAULT_LAYERS);
  /** Whether neutral names are to stand in place of loaded ones. */
  neutral: boolean = $state(false);
  /** Whether the original names are to be seen meanwhile: a key is held. */
  original: boolean = $state(false);
  /** How many names of the event have a neutral one. */
  readonly named: number = $derived(names(this.view));
  /** Numbers of the rows whose claims are open. */
  readonly opened = new SvelteSet<number>();
  /** The claims of the rows where they were opened, or why they cannot be shown; by the numbers of the rows. */
  readonly claims = new SvelteMap<number, readonly ClaimView[] | Failure>();
  readonly current: RowView | null = $derived(this.view?.rows[this.row] ?? null);
  /** The article that a column is narrowed to, by camp; a column that is not named shows all of its articles. */
  readonly chosen = new SvelteMap<string, string>();
  /** The current cell, as it is seen. */
  readonly cell: CellView | undefined = $derived.by(() => {
    const { at = -1, column } = this.seen[this.column] ?? {};
    const cell = this.current?.cells[at];
    return cell && column && { ...cell, pieces: this.shown(column.camp, cell.pieces) };
  });

  /** The following of the newest overview. */
  following: Promise<void> = Promise.resolve();

  #backend: Backend;
  #request = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Shows an event from its first row. The one that is shown stays in sight until then, but not so long that one wonders. */
  async open(id: string): Promise<void> {
    this.id = id;
    this.lingers = this.phase === "ready" || this.lingers;
    this.phase = "loading";
    clearTimeout(this.#patience);
    if (this.lingers) this.#patience = setTimeout(() => (this.lingers = false), PATIENCE);
    await this.#load(id, true);
  }

  /** Follows a new overview: the same event again, or the one that has its articles now. */
  follow(overview: Overview, opened: boolean): Promise<void> {
    this.following = this.#follow(overview, opened);
    return this.following;
  }

  async #follow(overview: Overview, opened: boolean): Promise<void> {
    this.columns.follow(overview.dossier.path);
    const ids = overview.events.map((event) => event.id);
    const first = ids[0];
    if (first === undefined) return this.#clear();
    if (opened || this.id === null) return this.open(first);
    if (ids.includes(this.id)) return this.#load(this.id);
    return this.open((await this.#successor(ids)) ?? first);
  }

  retry(): Promise<void> {
    return this.id === null ? Promise.resolve() : this.open(this.id);
  }

  /** Makes a cell the current one. */
  select(row: number, column: number): void {
    const rows = this.view?.rows.length ?? 0;
    this.row = clamp(row, rows);
    this.column = clamp(column, this.seen.length);
  }

  /** Makes the cell of a camp the current one; a hidden column comes back for it, and with all of its articles. */
  selectCamp(row: number, camp: string): void {
    this.chosen.delete(camp);
    if (this.view?.columns.some((column) => column.camp === camp)) this.columns.show([camp]);
    this.select(row, Math.max(0, this.#place(camp)));
  }

  /** Makes the row in which a sentence stands the current one, where there is such a row. */
  selectRowOf(sentence: Spot): void {
    const row = this.view ? rowOf(this.view, sentence) : -1;
    if (row >= 0) this.select(row, this.column);
  }

  /** Makes the row and column in which a stretch of an article stands the current ones; false where there is none. */
  selectSentence(of: Spot): boolean {
    const found = this.view ? cellWith(this.view, of) : null;
    const camp = found && this.view?.columns[found.column]?.camp;
    if (found && camp) this.selectCamp(found.row, camp);
    return found !== null;
  }

  moveRow(step: number): void {
    this.select(this.row + step, this.column);
  }

  /** Moves along the columns in their order; the caller knows which way that is seen. */
  moveColumn(step: number): void {
    this.select(this.row, this.column + step);
  }

  /** The pieces that a column shows of these. */
  shown(camp: string, pieces: CellView["pieces"]): CellView["pieces"] {
    const article = this.chosen.get(camp);
    return article === undefined ? pieces : pieces.filter((piece) => piece.article === article);
  }

  /** Narrows a column to one of its articles; null shows all. */
  choose(camp: string, article: string | null): void {
    if (article === null) this.chosen.delete(camp);
    else this.chosen.set(camp, article);
  }

  /** Goes along the tabs of the current column, round the end; the first of them shows all articles. */
  stepTab(step: number): boolean {
    const column = this.seen[this.column]?.column;
    if (!column || column.articles.length < 2) return false;
    const tabs = [null, ...column.articles.map((head) => head.id)];
    const at = tabs.indexOf(this.chosen.get(column.camp) ?? null);
    this.choose(column.camp, tabs[(at + step + tabs.length) % tabs.length] ?? null);
    return true;
  }

  /** Moves a column towards the start (-1) or the end (1); the current cell stays that of its camp. */
  shiftColumn(camp: string | undefined, step: 1 | -1): boolean {
    return this.#rearrange((columns) => camp !== undefined && this.columns.move(camp, step, columns));
  }

  hideColumn(camp: string | undefined): boolean {
    return this.#rearrange((columns) => camp !== undefined && this.columns.hide(camp, columns));
  }

  /** Brings hidden columns back. */
  showColumns(camps: readonly string[]): boolean {
    return this.#rearrange(() => (this.columns.show(camps), true));
  }

  /** Puts order and widths back to those of the engine. */
  resetColumns(): boolean {
    return this.#rearrange(() => (this.columns.reset(), true));
  }

  /** Goes to the next (or, with -1, previous) row of one of `kinds`, round the end. False where there is none. */
  seek(kinds: readonly RowKind[], step: 1 | -1): boolean {
    const rows = this.view?.rows ?? [];
    for (let away = 1; away <= rows.length; away += 1) {
      const index = (this.row + step * away + rows.length * away) % rows.length;
      const kind = rows[index]?.kind;
      if (kind && kinds.includes(kind)) {
        this.select(index, this.column);
        return true;
      }
    }
    return false;
  }

  /** Opens the claims of a row, and waits until they are there; or closes them. */
  async toggleClaims(number: number): Promise<void> {
    if (this.opened.delete(number)) return;
    this.opened.add(number);
    if (!this.claims.has(number)) await this.readClaims(number);
  }

  /** Reads the claims of a row; what was shown of them stays until the new ones are there. */
  async readClaims(number: number): Promise<void> {
    const view = this.view;
    if (!view) return;
    const claims = await this.#backend.rowClaims(view.head.id, number).catch(asFailure);
    if (this.view === view) this.claims.set(number, claims);
  }

  toggleLayer(layer: Layer): void {
    if (!this.layers.delete(layer)) this.layers.add(layer);
  }

  /** Where a camp's column is seen, or -1. */
  #place(camp: string | undefined): number {
    return this.seen.findIndex(({ column }) => column.camp === camp);
  }

  #rearrange(change: (columns: EventView["columns"]) => boolean): boolean {
    const camp = this.seen[this.column]?.column.camp;
    if (!change(this.view?.columns ?? [])) return false;
    const place = this.#place(camp);
    this.select(this.row, place < 0 ? this.column : place);
    return true;
  }

  async #load(id: string, anew = false): Promise<void> {
    const request = ++this.#request;
    try {
      const view = await this.#backend.event(id);
      if (request !== this.#request) return;
      if (anew) this.#begin();
      this.#show(view);
      this.phase = "ready";
      this.failure = null;
    } catch (thrown) {
      if (request !== this.#request) return;
      this.view = null;
      this.failure = asFailure(thrown);
      this.phase = "failed";
    }
    this.lingers = false;
  }

  /** Forgets the event that was shown. */
  #begin(): void {
    this.view = null;
    this.row = 0;
    this.column = 0;
    this.opened.clear();
    this.chosen.clear();
    this.opening += 1;
  }

  /** Shows a view; of the event that is shown already, the current row and the open claims stay those of their sentences. */
  #show(view: EventView): void {
    const before = this.view?.head.id === view.head.id ? this.view : null;
    const here = this.#sentence();
    const opened = before?.rows.filter((row) => this.opened.has(row.number)).map((row) => ({ piece: first(row), claims: this.claims.get(row.number) })) ?? [];
    this.view = view;
    this.claims.clear();
    for (const [camp, article] of this.chosen) {
      const column = view.columns.find((one) => one.camp === camp);
      if (!column?.articles.some((head) => head.id === article)) this.chosen.delete(camp);
    }
    if (!before) return this.select(this.row, this.column);
    this.opened.clear();
    for (const { piece, claims } of opened) {
      const number = view.rows[rowOf(view, piece)]?.number;
      if (number === undefined) continue;
      this.opened.add(number);
      if (claims) this.claims.set(number, claims);
      void this.readClaims(number);
    }
    const row = rowOf(view, here);
    this.select(row < 0 ? this.row : row, this.column);
  }

  /** The sentence that stands for the current cell, else for its row. */
  #sentence(): Spot | undefined {
    const piece = own(this.cell)[0] ?? first(this.current ?? undefined);
    return piece && spot(piece);
  }

  /** The event that most articles of the one shown tell now. */
  async #successor(ids: readonly string[]): Promise<string | null> {
    const members = this.view?.members.slice(0, ASKED_ARTICLES) ?? [];
    const views = await Promise.all(members.map(({ article }) => this.#backend.article(article).catch(() => null)));
    const told = views.map((view) => view?.event ?? null).filter((id) => id !== null && ids.includes(id));
    const times = (id: string | null): number => told.filter((other) => other === id).length;
    return told.reduce((best, id) => (times(id) > times(best) ? id : best), told[0] ?? null);
  }

  #clear(): void {
    this.#request += 1;
    this.lingers = false;
    this.id = null;
    this.view = null;
    this.phase = "empty";
  }
}

function names(view: EventView | null): number {
  const pieces = view?.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces)) ?? [];
  return pieces.reduce((sum, piece) => sum + piece.marks.filter((mark) => mark.neutral !== null).length, 0);
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}
