import { describe, expect, it } from "vitest";
import type { EventHead, Overview } from "../backend/types.gen";
import { filterEvents, groupByDay, sameYear, toldCoverage } from "./event-list";

function event(id: string, from: string | null, storyline: string | null = null): EventHead {
  const rest = { to: from, date_inferred: false, articles: 1, contradictions: 0, differences: 0, coverage: [], place: null };
  return { id, title: `حدث ${id}`, from, storyline, ...rest };
}

describe("groupByDay", () => {
  it("puts the events of a day together, undated last", () => {
    const groups = groupByDay([event("a", "2026-03-14"), event("b", "2026-03-14"), event("c", "2026-03-13"), event("d", null)]);
    expect(groups.map((group) => [group.day, group.events.length])).toEqual([
      ["2026-03-14", 2],
      ["2026-03-13", 1],
      [null, 1],
    ]);
  });

  it("joins neighbours of one storyline, over the days between", () => {
    const groups = groupByDay([event("a", "2026-03-14"), event("b", "2026-03-13", "s"), event("c", "2026-03-12", "s")]);
    expect(groups.map((group) => group.through)).toEqual([false, false, true]);
    expect(groups.flatMap((group) => group.events).map(({ line, first, last }) => [line, first, last])).toEqual([
      [false, false, false],
      [true, true, false],
      [true, false, true],
    ]);
  });

  it("does not join what stands apart in the list", () => {
    const groups = groupByDay([event("a", "2026-03-14", "s"), event("b", "2026-03-13"), event("c", "2026-03-12", "s")]);
    expect(groups.flatMap((group) => group.events).some(({ line }) => line)).toBe(false);
  });
});

describe("filterEvents", () => {
  const events = [
    { ...event("a", null), title: "قصف صوامع القمح", place: "عين الصفصاف" },
    { ...event("b", null, "s"), title: "فتح الجسر" },
  ];
  const storylines = [{ id: "s", title: "معبر السنديانة", events: ["b"], why: { ar: "", en: "" } }];
  const overview = { events, storylines } as unknown as Overview;

  it.each([
    ["", ["a", "b"]],
    ["الصفصاف", ["a"]],
    ["السنديانه", ["b"]],
    ["قصف الجسر", []],
  ])("«%s»", (query, ids) => {
    expect(filterEvents(overview, query).map(({ id }) => id)).toEqual(ids);
  });
});

describe("toldCoverage", () => {
  it("tells an absent camp only where it has a column of its own", () => {
    const coverage: EventHead["coverage"] = [
      { camp: "one", state: "not-imported", articles: 0 },
      { camp: "voices", state: "not-imported", articles: 0 },
      { camp: "relayed", state: "relayed", articles: 0 },
    ];
    const position = (camp: string): number => ({ one: 1, voices: 5, relayed: 6 })[camp] ?? 0;
    expect(toldCoverage({ ...event("a", null), coverage }, position).map(({ camp }) => camp)).toEqual(["one", "relayed"]);
  });
});

describe("sameYear", () => {
  it("does not count the undated", () => {
    expect(sameYear([event("a", "2026-03-14"), event("b", null)])).toBe(true);
    expect(sameYear([event("a", "2026-03-14"), event("b", "2018-11-27")])).toBe(false);
  });
});
