// The whole comparison at a glance: what each cell is, as density of ink, and how tall each row is drawn.

import type { CellView, RowView } from "../backend/types.gen";

export type Tone = "agree" | "diff" | "clash" | "none" | "gap" | "only";

/** Letters of text for one unit of height, and the greatest height: a row of four lines is as tall as it gets. */
const LETTERS_A_UNIT = 70;
const GREATEST_HEIGHT = 4;

export function tone(row: RowView, cell: CellView): Tone {
  if (cell.state === "silent") return "none";
  if (cell.state === "not-imported") return "gap";
  if (row.kind === "one-side") return "only";
  if (row.kind === "contradict" || row.kind === "denied" || row.kind === "same-accusation") return "clash";
  return row.kind === "agree" || row.kind === "same" ? "agree" : "diff";
}

/** Height of a row from 1 to 4, after its longest cell. */
export function height(row: RowView): number {
  const letters = row.cells.map((cell) => cell.pieces.reduce((sum, piece) => sum + piece.text.length, 0));
  return Math.min(GREATEST_HEIGHT, Math.max(1, Math.ceil(Math.max(0, ...letters) / LETTERS_A_UNIT)));
}
