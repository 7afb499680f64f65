import { beforeEach, describe, expect, it } from "vitest";
import type { Coverage, EventHead, Overview } from "../backend/types.gen";
import { Lang } from "../lang/lang.svelte";
import { chip } from "./chips";
import { choices, NOTHING, ordered, passing, states, type Wanted } from "./filter";
import { EventFilter } from "./filter.svelte";

const has = (camp: string, state: Coverage) => ({ camp, state, articles: state === "covers" ? 1 : 0 });

function event(id: string, from: string | null, more: Partial<EventHead> = {}): EventHead {
  const rest = { to: from, date_inferred: false, storyline: null, articles: 1, contradictions: 0, differences: 0, coverage: [], place: null };
  return { ...rest, id, title: `حدث ${id}`, from, ...more } as EventHead;
}

const events = [
  event("a", null, { title: "قصف صوامع القمح", place: "عين الصفصاف", coverage: [has("one", "covers"), has("two", "silent")] }),
  event("b", "2026-03-14", { title: "فتح الجسر", storyline: "s", contradictions: 1, coverage: [has("one", "silent"), has("two", "covers")] }),
  event("c", "2026-03-10", { to: "2026-03-12", differences: 2, coverage: [has("one", "not-imported"), has("two", "covers")] }),
];
const both = (text: string) => ({ ar: text, en: text });
const overview = {
  events,
  storylines: [{ id: "s", title: "معبر السنديانة", events: ["b"], why: both("") }],
  camps: [
    { id: "one", label: both("الأول"), position: 1 },
    { id: "two", label: both("الثاني"), position: 2 },
  ],
  named: [
    { id: "hajin", kind: "place", label: both("هجين"), events: [0, 1] },
    { id: "bridge", kind: "place", label: both("الجسر"), events: [1, 2] },
    { id: "sdf", kind: "actor", label: both("قسد"), events: [2] },
  ],
} as unknown as Overview;

const left = (wanted: Partial<Wanted>): string[] => passing(overview, { ...NOTHING, ...wanted }).map((index) => events[index]?.id ?? "");

describe("passing", () => {
  it.each<[string, Partial<Wanted>, string[]]>([
    ["nothing wanted", {}, ["a", "b", "c"]],
    ["the place, folded", { query: "الصفصاف" }, ["a"]],
    ["the storyline, folded", { query: "السنديانه" }, ["b"]],
    ["every word", { query: "قصف الجسر" }, []],
    ["a camp that covers", { camps: { two: "covers" } }, ["b", "c"]],
    ["two camps", { camps: { two: "covers", one: "not-imported" } }, ["c"]],
    ["a camp that is silent, not one that was not imported", { camps: { one: "silent" } }, ["b"]],
    ["a place", { place: "bridge" }, ["b", "c"]],
    ["a place and an actor", { place: "bridge", actor: "sdf" }, ["c"]],
    ["a name that is not there", { place: "nowhere" }, []],
    ["a storyline", { storyline: "s" }, ["b"]],
    ["contradictions", { contradictions: true }, ["b"]],
    ["differing figures", { differences: true }, ["c"]],
    ["days within a longer event", { from: "2026-03-11", to: "2026-03-11" }, ["c"]],
    ["from a day on", { from: "2026-03-12" }, ["b", "c"]],
    ["until a day", { to: "2026-03-13" }, ["c"]],
  ])("%s", (_, wanted, ids) => {
    expect(left(wanted)).toEqual(ids);
  });
});

describe("ordered", () => {
  it("puts contradictions before differing figures, and both before the rest", () => {
    expect(ordered(events, "disagreement").map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(ordered(events, "date")).toEqual(events);
  });
});

describe("choices", () => {
  it("counts what each would leave beside everything else that is wanted", () => {
    const told = (wanted: Partial<Wanted>) => choices(overview, { ...NOTHING, ...wanted }, "place").map(({ named, count }) => [named.id, count]);
    expect(told({})).toEqual([["hajin", 2], ["bridge", 2]]);
    expect(told({ contradictions: true })).toEqual([["hajin", 1], ["bridge", 1]]);
    expect(told({ actor: "sdf", place: "hajin" })).toEqual([["bridge", 1], ["hajin", 0]]);
  });

  it("counts the states of a camp without what is wanted of that camp", () => {
    expect(states(overview, { ...NOTHING, camps: { one: "silent", two: "covers" } }, "one")).toEqual({ covers: 0, relayed: 0, silent: 1, "not-imported": 1 });
  });
});

describe("EventFilter", () => {
  beforeEach(() => localStorage.clear());

  it("sets, names and takes back what is wanted", () => {
    const filter = new EventFilter();
    filter.follow(overview, true);
    filter.wantCamp("one", "silent");
    filter.want({ place: "hajin" });
    filter.wantPeriod("2026-03-14", "2026-03-10");
    expect(filter.set).toEqual(["camp:one", "place", "period"]);
    const lang = new Lang("ar");
    expect(filter.set.map((facet) => chip(facet, filter.wanted, overview, lang).replaceAll(/[\u2068\u2069]/g, ""))).toEqual([
      "الأول: لم يُذكر",
      "هجين",
      "من ١٠ إلى ١٤ آذار ٢٠٢٦",
    ]);
    expect(filter.events.map(({ id }) => id)).toEqual(["b"]);
    expect(filter.anyDay.map(({ id }) => id)).toEqual(["b"]);
    filter.drop("camp:one");
    filter.drop("period");
    expect([filter.set, filter.events.length]).toEqual([["place"], 2]);
    filter.want({ query: "القمح" });
    filter.clear();
    expect([filter.set, filter.active, filter.events.map(({ id }) => id)]).toEqual([[], true, ["a"]]);
  });

  it("takes a day in either digits, and refuses what is none", () => {
    const filter = new EventFilter();
    filter.follow(overview, true);
    expect([filter.wantDay("from", "٢٠٢٦-٠٣-١٢"), filter.wanted.from]).toEqual([true, "2026-03-12"]);
    expect([filter.wantDay("from", "2026-02-31"), filter.wanted.from]).toEqual([false, "2026-03-12"]);
    expect([filter.wantDay("from", ""), filter.wanted.from]).toEqual([true, null]);
  });

  it("lets go what a new comparison no longer has, and everything with another dossier", () => {
    const filter = new EventFilter();
    filter.follow(overview, true);
    filter.want({ place: "hajin", storyline: "s", contradictions: true });
    filter.wantCamp("two", "covers");
    filter.follow({ ...overview, named: [], storylines: [] }, false);
    expect(filter.set).toEqual(["camp:two", "contradictions"]);
    filter.follow(overview, true);
    expect(filter.wanted).toEqual(NOTHING);
  });

  it("keeps the order from one window to the next", () => {
    new EventFilter().sort("disagreement");
    expect(new EventFilter().order).toBe("disagreement");
  });
});
