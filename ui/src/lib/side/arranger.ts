// Does what the analyst decides about rows: finds what it is about on the board, and has the desk do it.

import type { PieceView, Spot } from "../backend/types.gen";
import type { Desk } from "../dossier/desk.svelte";
import { first, own, possible, spot, type Deed } from "./arrange";
import type { Board } from "./board.svelte";

export class Arranger {
  #desk: Desk;
  #board: Board;

  constructor(desk: Desk, board: Board) {
    this.#desk = desk;
    this.#board = board;
  }

  /** What can be done with these sentences of the current row, else with those of the current cell; nothing in a dossier that may only be read. */
  possible(pieces: readonly PieceView[] = this.#current()): Deed[] {
    const { view, row } = this.#board;
    if (!view || this.#desk.overview?.dossier.read_only) return [];
    return possible(view.rows, row, pieces);
  }

  /** Does it with these sentences, else with those of the current cell; false where it cannot be done. */
  async act(deed: Deed, pieces: readonly PieceView[] = this.#current()): Promise<boolean> {
    const spots = pieces.map(spot);
    const here = first(this.#board.current ?? undefined);
    if (this.#desk.busy || !here || !this.possible(pieces).includes(deed)) return false;
    const beside = this.#beside(deed);
    const rest = this.#rest(pieces);
    if (deed === "take-out") await this.#desk.splitRow(spots);
    else if (deed === "leave") await this.#desk.leaveRow(spot(here));
    else if (beside) await (deed.startsWith("move") ? this.#desk.movePieces(spots, beside) : this.#desk.joinRows(spot(here), beside));
    await this.#board.following;
    if (rest) this.#board.selectRowOf(rest);
    return true;
  }

  #current(): PieceView[] {
    return own(this.#board.cell);
  }

  /** A sentence of the current row that is not among these: the row that was arranged stays the current one. */
  #rest(pieces: readonly PieceView[]): Spot | null {
    const is = (piece: PieceView): boolean => pieces.some((other) => other.article === piece.article && other.start === piece.start);
    const piece = this.#board.current?.cells.flatMap(own).find((one) => !is(one));
    return piece ? spot(piece) : null;
  }

  /** A sentence of the row above or below, as the deed says. */
  #beside(deed: Deed): Spot | null {
    const { view, row } = this.#board;
    const piece = first(view?.rows[row + (deed.endsWith("above") ? -1 : 1)]);
    return piece ? spot(piece) : null;
  }
}
