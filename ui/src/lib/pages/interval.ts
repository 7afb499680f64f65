// Where a figure stands on its axis, and how it is said. The axis begins at the right, at nothing.

import type { FigureView } from "../backend/types.gen";

type Bounds = Pick<FigureView, "min" | "max" | "approximate">;

/** How far a bound reaches beyond what is said, to the edge of the lane. */
const OPEN_END = 100;
/** A number said to be "about" is it give or take a tenth, as the engine takes it. */
const ABOUT = 0.1;

/** What is drawn: from where to where, in per cent of the axis, and which ends are open. */
export interface Interval {
  readonly kind: "point" | "range";
  readonly from: number;
  readonly to: number;
  readonly openFrom: boolean;
  readonly openTo: boolean;
  readonly approximate: boolean;
}

export function interval({ min, max, approximate }: Bounds, top: number): Interval {
  const at = (value: number): number => Math.max(0, Math.min(100, (value / top) * 100));
  const exact = min !== null && min === max;
  const slack = exact && approximate ? min * ABOUT : 0;
  return {
    kind: exact && !approximate ? "point" : "range",
    from: min === null ? 0 : at(min - slack),
    to: max === null ? OPEN_END : at(max + slack),
    openFrom: min === null,
    openTo: max === null,
    approximate,
  };
}

/** Marks of an axis: four or five round steps from nothing to the top. */
export function ticks(top: number): number[] {
  const lead = Number(String(top)[0]);
  const steps = lead === 5 || top === 5 ? 5 : 4;
  const all = Array.from({ length: steps + 1 }, (_, index) => (top / steps) * index);
  return all.filter((tick) => Number.isInteger(tick));
}

/** The key of the words for what is said: exact, range, at least, at most; with "about" where it is so. */
export function saying({ min, max, approximate }: Bounds): "exact" | "about" | "range" | "least" | "most" | "many" {
  if (min !== null && max !== null) return min === max ? (approximate ? "about" : "exact") : "range";
  if (min !== null) return approximate ? "many" : "least";
  return "most";
}
