// How tall a row may be before it was ever drawn, from its letters; and what tells it from the others.

import type { PieceView, RowView } from "../backend/types.gen";
import { first } from "./arrange";
import type { Outline } from "./row-window.svelte";

/** Sizes in rem, as the board draws them: measured rows put right what text size and window make of them. */
const ROW_HEAD = 2.6;
const CELL_PADDING = 1.5;
const LINE = 2.56;
const SOURCE_LINE = 1.7;
/** Where a relayed voice names its chain. */
const CHAIN = 4.4;
const VOID = 7.5;
/** The width of a letter on average, and what a column keeps free at both sides. */
const LETTER = 0.46;
const SIDES = 3;

function pieceHeight(piece: PieceView, width: number): number {
  const lines = Math.max(1, Math.ceil((piece.text.length * LETTER) / Math.max(8, width - SIDES)));
  return lines * LINE + (piece.relayed ? CHAIN : SOURCE_LINE);
}

/** The outlines of rows whose columns that are seen show `pieces` and are each `widths` rem wide. */
export function outlines(
  rows: readonly RowView[],
  columns: readonly { readonly at: number; readonly width: number; readonly shown: (pieces: readonly PieceView[]) => readonly PieceView[] }[],
  rem: number,
): Outline[] {
  return rows.map((row) => {
    const cells = columns.map(({ at, width, shown }) => {
      const cell = row.cells[at];
      const pieces = cell?.state === "text" ? shown(cell.pieces) : [];
      const height = pieces.reduce((sum, piece) => sum + pieceHeight(piece, width), CELL_PADDING);
      return { depth: pieces.length, height: pieces.length === 0 ? VOID : height };
    });
    const piece = first(row);
    return {
      key: piece ? `${piece.article}:${piece.start}` : `row ${row.number}`,
      depth: Math.max(0, ...cells.map(({ depth }) => depth)),
      guess: (ROW_HEAD + Math.max(0, ...cells.map(({ height }) => height))) * rem,
    };
  });
}
