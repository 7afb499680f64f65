import { describe, expect, it } from "vitest";
import { between, closer, covers, Extents } from "./extents";

describe("Extents", () => {
  it("finds the row at every offset, and where each begins", () => {
    const extents = new Extents([10, 20, 30]);
    expect([0, 1, 2, 3].map((index) => extents.start(index))).toEqual([0, 10, 30, 60]);
    expect([-5, 0, 9.9, 10, 29, 30, 59, 999].map((offset) => extents.at(offset))).toEqual([0, 0, 0, 1, 1, 2, 2, 2]);
  });

  it("takes what is measured for what was guessed, and moves what follows", () => {
    const extents = new Extents([10, 20, 30]);
    expect(extents.measure(0, 15)).toBe(true);
    expect(extents.measure(0, 15)).toBe(false);
    expect([extents.start(1), extents.total]).toEqual([15, 65]);
    expect(extents.measure(1, 0)).toBe(false);
  });

  it("learns how far its guesses are out", () => {
    const extents = new Extents([10, 20, 30]);
    extents.measure(0, 20);
    extents.calibrate();
    expect([extents.start(1), extents.total]).toEqual([20, 120]);
  });

  it("keeps heights that were known before", () => {
    expect(new Extents([10, 10], [undefined, 40]).total).toBe(50);
  });

  it("is empty without rows", () => {
    const extents = new Extents([]);
    expect([extents.total, between(extents, 0, 100)]).toEqual([0, { from: 0, to: 0 }]);
  });
});

describe("stretches", () => {
  it("reach over what is seen", () => {
    expect(between(new Extents([10, 10, 10, 10]), 5, 25)).toEqual({ from: 0, to: 3 });
    expect(covers({ from: 0, to: 3 }, { from: 1, to: 3 })).toBe(true);
    expect(covers({ from: 0, to: 3 }, { from: 1, to: 4 })).toBe(false);
  });

  it("grow by few rows at a time and let go of what is far", () => {
    expect(closer({ from: 10, to: 15 }, { from: 8, to: 20 }, 2)).toEqual({ from: 10, to: 17 });
    expect(closer({ from: 10, to: 20 }, { from: 5, to: 20 }, 2)).toEqual({ from: 8, to: 20 });
    expect(closer({ from: 0, to: 30 }, { from: 10, to: 20 }, 2)).toEqual({ from: 10, to: 20 });
    expect(closer({ from: 0, to: 5 }, { from: 10, to: 20 }, 2)).toEqual({ from: 10, to: 12 });
  });

  it("come to what is wanted in the end", () => {
    let drawn = { from: 10, to: 11 };
    const wanted = { from: 3, to: 40 };
    for (let step = 0; step < 40; step += 1) drawn = closer(drawn, wanted, 2);
    expect(drawn).toEqual(wanted);
  });
});
