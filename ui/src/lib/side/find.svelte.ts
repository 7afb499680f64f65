// Looking for words in an event: where they stand in all of its rows, drawn or not, and which of those places is shown.

import type { PieceView } from "../backend/types.gen";
import type { Board } from "./board.svelte";
import { byPiece, inSight, search, type Hit } from "./hits";

export class Find {
  open: boolean = $state(false);
  query: string = $state("");
  #board: Board;
  /** The row from which places are looked for: where the reader was, whatever she has typed since. */
  #from = 0;
  #index: number = $state(0);
  readonly #all: readonly Hit[] = $derived.by(() => (this.open ? search(this.#board.view, this.query) : []));

  /** The places in what the columns show, in the order in which they are read. */
  readonly hits: readonly Hit[] = $derived.by(() => inSight(this.#all, this.#board.seen).filter((hit) => this.#shows(hit)));
  /** How many more there are in hidden columns, and in articles that a column does not show now. */
  readonly apart: number = $derived(this.#all.length - this.hits.length);
  /** The place that is gone to, counted from 0. */
  readonly index: number = $derived(Math.min(this.#index, Math.max(0, this.hits.length - 1)));
  readonly current: Hit | undefined = $derived(this.hits[this.index]);
  readonly #byPiece: ReadonlyMap<PieceView, readonly Hit[]> = $derived(byPiece(this.hits));

  constructor(board: Board) {
    this.#board = board;
  }

  show(): void {
    if (!this.open) this.#from = this.#board.row;
    this.open = true;
  }

  /** Looks for something else; the first place from where the reader was is gone to. */
  seek(query: string): void {
    this.query = query;
    const from = this.hits.findIndex((hit) => hit.row >= this.#from);
    this.#index = Math.max(0, from);
    this.#go();
  }

  /** Goes to the next place, or with -1 to the one before, round the end; false where there is none. */
  step(step: 1 | -1): boolean {
    const count = this.hits.length;
    if (count === 0) return false;
    this.#index = (this.index + step + count) % count;
    this.#go();
    this.#from = this.#board.row;
    return true;
  }

  /** Brings the columns and articles back in which more places are. */
  showAll(): void {
    const columns = this.#board.view?.columns ?? [];
    const camps = columns.filter((_, at) => this.#all.some((hit) => hit.at === at)).map(({ camp }) => camp);
    for (const camp of camps) this.#board.choose(camp, null);
    this.#board.showColumns(camps);
  }

  close(): void {
    this.open = false;
  }

  /** The places in a piece, and that of them which is gone to. */
  of(piece: PieceView): readonly Hit[] {
    return this.#byPiece.get(piece) ?? [];
  }

  here(piece: PieceView): readonly Hit[] {
    return this.current?.piece === piece ? [this.current] : [];
  }

  #shows(hit: Hit): boolean {
    const chosen = this.#board.chosen.get(this.#board.view?.columns[hit.at]?.camp ?? "");
    return chosen === undefined || hit.piece.article === chosen;
  }

  #go(): void {
    const hit = this.current;
    if (hit) this.#board.select(hit.row, this.#board.seen.findIndex(({ at }) => at === hit.at));
  }
}
