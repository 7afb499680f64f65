import { describe, expect, it } from "vitest";
import { FixtureBackend, recorded } from "./fixture";
import { many } from "./fixture-many";

describe("the sample with the list of a great dossier", () => {
  const grown = many(recorded, 1000);
  const { events, storylines, named } = grown.overview;

  it("has a third as many events as articles, by day, the newest first", () => {
    expect(grown.overview.dossier.articles).toBe(1000);
    expect(events.length).toBe(334);
    expect(new Set(events.map(({ id }) => id)).size).toBe(334);
    const days = events.map(({ from }) => from ?? "");
    expect(days).toEqual([...days].sort().reverse());
  });

  it("names only events that are there, where they are", () => {
    const ids = new Set(events.map(({ id }) => id));
    expect(storylines.flatMap((line) => line.events).filter((id) => !ids.has(id))).toEqual([]);
    const lines = new Set(storylines.map(({ id }) => id));
    expect(events.filter(({ storyline }) => storyline !== null && !lines.has(storyline))).toEqual([]);
    for (const { id, events: held } of named) {
      const own = recorded.overview.named.find((one) => one.id === id)?.events.map((index) => recorded.overview.events[index]?.id);
      expect(held.every((index) => own?.includes(events[index]?.id.replace(/~\d+$/, "")))).toBe(true);
    }
  });

  it("opens every copy under its own id", async () => {
    const backend = new FixtureBackend({ data: grown });
    for (const { id } of events.slice(-3)) {
      expect((await backend.event(id)).head.id).toBe(id);
      expect((await backend.sources(id)).event).toBe(id);
    }
  });
});
