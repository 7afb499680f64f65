// What the analyst can do with a row and with the sentences of a cell, and to which pieces of it that points.

import type { CellView, EventView, PieceView, RowView, Spot } from "../backend/types.gen";
import type { Key } from "../lang/ar";

export type Deed = "take-out" | "move-above" | "move-below" | "join-above" | "join-below" | "leave";

/** A deed as a menu offers it: its words, and what is told when it is done. */
export interface Choice {
  readonly label: Key;
  readonly done: Key;
}

export const CHOICES: Readonly<Record<Deed, Choice>> = {
  "take-out": { label: "arrange.take-out", done: "arrange.take-out.done" },
  "move-above": { label: "arrange.move-above", done: "arrange.move.done" },
  "move-below": { label: "arrange.move-below", done: "arrange.move.done" },
  "join-above": { label: "arrange.join-above", done: "arrange.join.done" },
  "join-below": { label: "arrange.join-below", done: "arrange.join.done" },
  leave: { label: "arrange.leave", done: "arrange.leave.done" },
};

export const spot = ({ article, start, end }: PieceView): Spot => ({ article, start, end });

/** The sentences of a cell; what is only relayed goes where its sentence goes. */
export function own(cell: CellView | undefined): PieceView[] {
  return cell?.pieces.filter((piece) => !piece.relayed) ?? [];
}

/** The first sentence of a row: whatever points at it points at the row. */
export function first(row: RowView | undefined): PieceView | undefined {
  return row?.cells.flatMap(own)[0];
}

/** The index of the row in which a sentence stands, or -1. */
export function rowOf(view: EventView, of: Spot | undefined): number {
  const is = (piece: PieceView): boolean => !piece.relayed && piece.article === of?.article && piece.start === of.start;
  return view.rows.findIndex((row) => row.cells.some((cell) => cell.pieces.some(is)));
}

/** The row and column in which most of a stretch stands: in its own words before those that another camp relays. */
export function cellWith(view: EventView, of: Spot): { readonly row: number; readonly column: number } | null {
  const shared = (piece: PieceView): number =>
    piece.article === of.article && !piece.relayed ? Math.min(piece.end, of.end) - Math.max(piece.start, of.start) : 0;
  const cells = view.rows.flatMap(({ cells }, row) => cells.map((cell, column) => ({ row, column, most: Math.max(0, ...cell.pieces.map(shared)) })));
  const best = cells.reduce((one, other) => (other.most > one.most ? other : one), { row: -1, column: -1, most: 0 });
  return best.most > 0 ? best : null;
}

/** What can be done with some sentences of a row; with none of them, what can be done with the row. */
export function possible(rows: readonly RowView[], index: number, pieces: readonly PieceView[]): Deed[] {
  const row = rows[index];
  if (!row) return [];
  const [above, below, some] = [index > 0, index < rows.length - 1, pieces.length > 0];
  const can: Readonly<Record<Deed, boolean>> = {
    "take-out": some && row.sentences > pieces.length,
    "move-above": some && above,
    "move-below": some && below,
    "join-above": above,
    "join-below": below,
    leave: row.decided !== null,
  };
  return (Object.keys(CHOICES) as Deed[]).filter((deed) => can[deed]);
}
