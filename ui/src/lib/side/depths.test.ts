import { describe, expect, it } from "vitest";
import { Depths } from "./depths.svelte";

describe("Depths", () => {
  it("draws rows of few sentences whole, and of others the first", () => {
    const depths = new Depths();
    expect(depths.of({ key: "a", depth: 3 })).toBe(3);
    expect(depths.partial({ key: "a", depth: 3 })).toBe(false);
    expect(depths.of({ key: "b", depth: 20 })).toBeLessThan(20);
    expect(depths.partial({ key: "b", depth: 20 })).toBe(true);
  });

  it("draws more when it is told to, and no more than there is", () => {
    const depths = new Depths();
    const row = { key: "b", depth: 20 };
    const first = depths.of(row);
    depths.deepen(row, 2);
    expect(depths.of(row)).toBe(first + 2);
    depths.deepen(row, 100);
    expect([depths.of(row), depths.partial(row)]).toEqual([20, false]);
  });

  it("begins anew with a row that went", () => {
    const depths = new Depths();
    const [one, other] = [{ key: "a", depth: 9 }, { key: "b", depth: 9 }];
    depths.deepen(one, 9);
    depths.deepen(other, 9);
    depths.keep([other]);
    expect([depths.partial(one), depths.partial(other)]).toEqual([true, false]);
  });
});
