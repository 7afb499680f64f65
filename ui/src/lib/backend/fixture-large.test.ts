import { describe, expect, it } from "vitest";
import { stretch } from "../shared/offsets";
import type { Sample } from "./fixture";
import { richest } from "./fixture-copies";
import { ARTICLES, large, SENTENCES } from "./fixture-large";
import recorded from "./fixtures/sample.json";

const sample = recorded as unknown as Sample;
const grown = large(sample);
const event = richest(grown);
const pieces = event.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces));

describe("large", () => {
  it("is as large as it says", () => {
    expect(event.columns.flatMap((column) => column.articles)).toHaveLength(ARTICLES);
    const own = pieces.filter((piece) => !piece.relayed);
    expect(own.length).toBeGreaterThanOrEqual(SENTENCES);
    expect(new Set(own.map((piece) => `${piece.article}:${piece.start}`)).size).toBe(own.length);
    expect(event.rows.map((row) => row.number)).toEqual(event.rows.map((_, index) => index + 1));
  });

  it("cuts every piece from its article", () => {
    for (const piece of pieces) {
      expect(stretch(grown.articles[piece.article]?.text ?? "", piece.start, piece.end)).toBe(piece.text);
    }
  });

  it("has words of the sample alone", () => {
    const words = new Set(Object.values(sample.events).flatMap((one) => one.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces.map((piece) => piece.text)))));
    expect(pieces.every((piece) => words.has(piece.text))).toBe(true);
  });

  it("leads from its claims and figures to rows that there are", () => {
    const rows = [
      ...(grown.claims[event.head.id]?.slots.map((slot) => slot.row) ?? []),
      ...(grown.figures[event.head.id]?.sets.flatMap((set) => set.values.map((value) => value.row ?? 0)) ?? []),
    ];
    expect(rows.length).toBeGreaterThan(500);
    expect(Math.max(...rows)).toBeLessThan(event.rows.length);
  });
});
