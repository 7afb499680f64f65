import { describe, expect, it } from "vitest";
import type { CellView, RowKind, RowView } from "../backend/types.gen";
import { strips } from "./overview";

const text: CellView = { state: "text", pieces: [] };
const silent: CellView = { state: "silent", pieces: [] };
const row = (kind: RowKind, ...cells: CellView[]): RowView => ({ kind, cells }) as RowView;

describe("strips", () => {
  const rows = [row("agree", text, text), row("figures-differ", text, silent), row("denied", text, text), row("one-side", silent, text)];

  it("are the rows one by one, of the columns that are seen, in their order", () => {
    expect(strips(rows, [1, 0]).map((strip) => strip.tones)).toEqual([
      ["agree", "agree"],
      ["none", "diff"],
      ["clash", "clash"],
      ["only", "none"],
    ]);
    expect(strips(rows, [0]).map(({ from, to, goes }) => [from, to, goes])).toEqual([[0, 1, 0], [1, 2, 1], [2, 3, 2], [3, 4, 3]]);
  });

  it("gather rows where there are too many, and lead to what parts most", () => {
    expect(strips(rows, [0, 1], 2)).toEqual([
      { from: 0, to: 2, goes: 1, height: 1, tones: ["diff", "agree"] },
      { from: 2, to: 4, goes: 2, height: 1, tones: ["clash", "clash"] },
    ]);
    const many = Array.from({ length: 803 }, () => row("agree", text));
    const gathered = strips(many, [0]);
    expect(gathered.length).toBeLessThanOrEqual(120);
    expect(gathered.at(-1)?.to).toBe(803);
  });

  it("are none without rows", () => {
    expect(strips([], [0])).toEqual([]);
  });
});
