import { describe, expect, it } from "vitest";
import type { Slot } from "../backend/types.gen";
import { ordered } from "./slots";

const slot = (row: number, disagreement: number): Slot => ({ row, disagreement, claim: { claim: "", article: "", outlet: null, voice: null, polarity: "asserted", text: "" }, kind: null, cells: [] });

describe("ordered", () => {
  const slots = [slot(0, 1), slot(1, 4), slot(2, 0), slot(3, 4)];

  it("keeps the order of the texts", () => {
    expect(ordered(slots, "by-row").map((s) => s.row)).toEqual([0, 1, 2, 3]);
  });

  it("puts the sharpest first, equals as in the texts", () => {
    expect(ordered(slots, "by-disagreement").map((s) => s.row)).toEqual([1, 3, 0, 2]);
  });
});
