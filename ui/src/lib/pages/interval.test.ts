import { describe, expect, it } from "vitest";
import { interval, saying, ticks } from "./interval";

const bounds = (min: number | null, max: number | null, approximate = false) => ({ min, max, approximate });

describe("interval", () => {
  it("is a point where one number is said", () => {
    expect(interval(bounds(5, 5), 10)).toMatchObject({ kind: "point", from: 50, to: 50 });
  });

  it("is open where a bound is", () => {
    expect(interval(bounds(7, null), 10)).toMatchObject({ kind: "range", from: 70, to: 100, openTo: true, openFrom: false });
    expect(interval(bounds(null, 5), 10)).toMatchObject({ from: 0, to: 50, openFrom: true });
  });

  it("reaches a tenth to each side where the number is about that", () => {
    expect(interval(bounds(50, 50, true), 100)).toMatchObject({ kind: "range", from: 45, to: expect.closeTo(55, 6) });
  });

  it("never leaves the axis", () => {
    expect(interval(bounds(90, 300), 100).to).toBe(100);
  });
});

describe("ticks", () => {
  it("are whole and reach from nothing to the top", () => {
    expect(ticks(20)).toEqual([0, 5, 10, 15, 20]);
    expect(ticks(5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ticks(500)).toEqual([0, 100, 200, 300, 400, 500]);
    expect(ticks(1)).toEqual([0, 1]);
  });
});

describe("saying", () => {
  it("tells apart what can be said of a number", () => {
    expect(saying(bounds(11, 11))).toBe("exact");
    expect(saying(bounds(20, 20, true))).toBe("about");
    expect(saying(bounds(9, 13))).toBe("range");
    expect(saying(bounds(7, null))).toBe("least");
    expect(saying(bounds(null, 35))).toBe("most");
    expect(saying(bounds(20, null, true))).toBe("many");
  });
});
