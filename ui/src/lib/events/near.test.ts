import { describe, expect, it } from "vitest";
import type { EventHead } from "../backend/types.gen";
import { nearest } from "./near";

const event = (id: string, from: string | null): EventHead => ({ id, from }) as EventHead;

describe("nearest", () => {
  it("keeps to what is typed, folded, and looks beyond the nearest", () => {
    const far = { ...event("z", "2020-01-01"), title: "معبر السنديانة" };
    expect(nearest([...Array.from({ length: 80 }, (_, n) => event(`e${n}`, "2026-03-14")), far], "e0", "السنديانه")).toEqual([far]);
  });

  const events = [event("late", "2026-03-20"), event("own", "2026-03-14"), event("undated", null), event("day", "2026-03-13")];

  it("gives the nearest days first, the undated last, and not the event itself", () => {
    expect(nearest(events, "own").map(({ id }) => id)).toEqual(["day", "late", "undated"]);
  });

  it("keeps the order of the list where there is no event to be near to", () => {
    expect(nearest(events, null).map(({ id }) => id)).toEqual(["late", "own", "undated", "day"]);
  });

  it("offers no more than can be looked through", () => {
    const many = Array.from({ length: 500 }, (_, n) => event(`e${n}`, "2026-03-14"));
    expect(nearest(many, "e0").length).toBeLessThan(100);
  });
});
