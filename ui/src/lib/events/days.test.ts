import { describe, expect, it } from "vitest";
import type { EventHead } from "../backend/types.gen";
import { bins } from "./days";

const on = (from: string | null, contradictions = 0): EventHead => ({ from, to: from, contradictions }) as EventHead;

describe("bins", () => {
  it("gives a bar to every day between the first and the last, empty ones too", () => {
    const events = [on("2026-03-12"), on("2026-03-10", 2), on("2026-03-10"), on(null), on("2026-03-13")];
    expect(bins(events, events)).toEqual([
      { from: "2026-03-10", to: "2026-03-10", events: 2, disputed: 1 },
      { from: "2026-03-11", to: "2026-03-11", events: 0, disputed: 0 },
      { from: "2026-03-12", to: "2026-03-12", events: 1, disputed: 0 },
      { from: "2026-03-13", to: "2026-03-13", events: 1, disputed: 0 },
    ]);
  });

  it("keeps the days of all while it counts those that are left", () => {
    const all = [on("2026-03-12"), on("2026-03-10"), on("2026-03-11")];
    expect(bins(all, all.slice(1)).map(({ events }) => events)).toEqual([1, 1, 0]);
  });

  it("shows nothing for a day or two", () => {
    expect(bins([on("2026-03-12"), on("2026-03-10")], [])).toEqual([]);
  });

  it.each([
    ["weeks", ["2026-01-01", "2026-02-01", "2026-06-01"], 22, "2026-01-01", "2026-01-07"],
    ["months", ["2016-03-10", "2018-01-01", "2019-03-23"], 37, "2016-03-01", "2016-03-31"],
    ["years", ["2011-03-18", "2018-01-01", "2026-03-23"], 16, "2011-01-01", "2011-12-31"],
  ])("gathers days into %s", (_, days, length, from, to) => {
    const bars = bins(days.map((day) => on(day)), days.map((day) => on(day)));
    expect([bars.length, bars[0]?.from, bars[0]?.to]).toEqual([length, from, to]);
    expect(bars.reduce((sum, bar) => sum + bar.events, 0)).toBe(days.length);
  });
});
