// Rows arranged by hand, as the recorded sample pretends it: nothing is compared anew.

import { placeOf } from "../copy/words";
import type { CellView, ClaimView, PieceView, RowView, Spot, Text } from "./types.gen";

const BY_HAND: Text = { ar: "رتّبتُ هذا الصفّ بنفسي", en: "you arranged this row" };
const FREE: CellView = { state: "silent", pieces: [] };

/** Whether a piece is of the sentence: itself, or a part of it that another camp is quoted in. */
function of(sentence: Spot, piece: PieceView): boolean {
  return piece.article === sentence.article && piece.start < sentence.end && piece.end > sentence.start;
}

const holds = (row: RowView, sentence: Spot): boolean =>
  row.cells.some((cell) => cell.pieces.some((piece) => !piece.relayed && of(sentence, piece)));

/** The claims of an event that stand in a row, as the engine finds them. */
export function claimsIn(row: RowView, said: readonly ClaimView[]): ClaimView[] {
  const pieces = row.cells.flatMap((cell) => cell.pieces);
  const stands = (claim: ClaimView): boolean => {
    const place = placeOf(claim.id);
    return place !== null && pieces.some((piece) => of({ article: claim.article, ...place }, piece));
  };
  return said.filter(stands);
}

/** The cells with those pieces alone that are kept. */
function cells(row: RowView, kept: (piece: PieceView) => boolean): CellView[] {
  return row.cells.map((cell) => {
    const pieces = cell.pieces.filter(kept);
    return pieces.length === 0 ? { ...FREE, state: cell.state === "text" ? "silent" : cell.state } : { ...cell, pieces };
  });
}

function both(one: readonly CellView[], other: readonly CellView[]): CellView[] {
  return one.map((cell, column) => {
    const pieces = [...cell.pieces, ...(other[column]?.pieces ?? [])];
    return pieces.length === 0 ? cell : { state: "text", pieces };
  });
}

/** A row with other cells, marked as arranged by hand; null where nothing is left in it. */
function arranged(row: RowView, next: CellView[]): RowView | null {
  const own = next.flatMap((cell) => cell.pieces.filter((piece) => !piece.relayed));
  const sure = new Set(own.map((piece) => piece.article)).size > 1 ? row.sure : null;
  return own.length === 0 ? null : { ...row, cells: next, sentences: own.length, decided: BY_HAND, sure };
}

function numbered(rows: readonly (RowView | null)[]): RowView[] {
  return rows.filter((row) => row !== null).map((row, index) => ({ ...row, number: index + 1 }));
}

/** The rows after sentences went from their row to that of `to`, or, without it, to one of their own behind it. */
export function moved(rows: readonly RowView[], pieces: readonly Spot[], to: Spot | null): RowView[] {
  const gone = (piece: PieceView): boolean => pieces.some((sentence) => of(sentence, piece));
  const from = rows.find((row) => pieces.some((sentence) => holds(row, sentence)));
  if (!from) return [...rows];
  const taken = cells(from, gone);
  return numbered(
    rows.flatMap((row) => {
      if (row === from) return [arranged(row, cells(row, (piece) => !gone(piece))), to === null ? arranged(row, taken) : null];
      return [to !== null && holds(row, to) ? arranged(row, both(row.cells, taken)) : row];
    }),
  );
}

/** The rows after those of two sentences became one. */
export function joined(rows: readonly RowView[], one: Spot, other: Spot): RowView[] {
  const [into, from] = rows.filter((row) => holds(row, one) || holds(row, other));
  if (!into || !from) return [...rows];
  return numbered(rows.map((row) => (row === into ? arranged(row, both(row.cells, from.cells)) : row === from ? null : row)));
}
