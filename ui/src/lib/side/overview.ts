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

/** Rows that share one strip of the overview: one row, or several where there are too many to be seen one by one. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  /** The row that a press goes to: the first of those that part most. */
  readonly goes: number;
  readonly height: number;
  /** One for each column that is seen. */
  readonly tones: readonly (Tone | undefined)[];
}

/** Strips that a bar has room for. */
export const MOST_STRIPS = 120;

/** What is seen of several cells: what parts most. */
const LOUDNESS: readonly Tone[] = ["clash", "diff", "only", "agree", "gap", "none"];

function loudest(tones: readonly (Tone | undefined)[]): Tone | undefined {
  return LOUDNESS.find((tone) => tones.includes(tone));
}

/** The rows as strips, at most so many; `columns` are the indices of those that are seen. */
export function strips(rows: readonly RowView[], columns: readonly number[], most = MOST_STRIPS): Strip[] {
  const size = Math.ceil(rows.length / most);
  return Array.from({ length: Math.ceil(rows.length / Math.max(1, size)) }, (_, index) => {
    const from = index * size;
    const some = rows.slice(from, from + size);
    const of = (row: RowView): (Tone | undefined)[] => columns.map((at) => row.cells[at] && tone(row, row.cells[at]));
    const all = some.map(of);
    const tones = columns.map((_, column) => loudest(all.map((row) => row[column])));
    const peak = loudest(tones);
    const goes = from + Math.max(0, all.findIndex((row) => row.includes(peak)));
    return { from, to: from + some.length, goes, height: size > 1 ? 1 : Math.max(...some.map(height)), tones };
  });
}
