import { describe, expect, it } from "vitest";
import type { EventHead } from "../backend/types.gen";
import { blocks, groupByDay, groups, sameYear, toldCoverage } from "./event-list";

function event(id: string, from: string | null, storyline: string | null = null): EventHead {
  const rest = { found_title: null, to: from, date_inferred: false, articles: 1, contradictions: 0, differences: 0, coverage: [], place: null };
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

describe("groups", () => {
  it("puts all in one group where the order is another than by day", () => {
    const events = [event("b", "2026-03-13", "s"), event("a", "2026-03-14", "s")];
    const [only, ...others] = groups(events, "disagreement");
    expect(others).toEqual([]);
    expect(only?.events.map(({ event: { id }, line }) => [id, line])).toEqual([["b", false], ["a", false]]);
    expect(groups([], "disagreement")).toEqual([]);
  });
});

describe("blocks", () => {
  it("parts a long list, days too, and loses none", () => {
    const days = ["2026-03-14", "2026-03-13", "2026-03-12"];
    const events = days.flatMap((day) => Array.from({ length: 20 }, (_, n) => event(`${day} ${n}`, day)));
    const parted = blocks(groupByDay(events));
    expect(parted.flatMap((block) => block.groups.flatMap((group) => group.events.map((item) => item.event)))).toEqual(events);
    expect(parted.length).toBe(3);
    expect(parted.flatMap((block) => block.groups).filter((group) => group.begins).map((group) => group.day)).toEqual(days);
    expect(new Set(parted.map((block) => block.key)).size).toBe(parted.length);
    expect(blocks([])).toEqual([]);
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
