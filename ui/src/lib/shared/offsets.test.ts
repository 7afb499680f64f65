import { describe, expect, it } from "vitest";
import { offsetMap, stretch } from "./offsets";

describe("offsetMap", () => {
  it("is the identity where every character is one unit", () => {
    const at = offsetMap("قُتل 11");
    expect([0, 3, 7].map(at)).toEqual([0, 3, 7]);
  });

  it("counts an astral character as one code point and two units", () => {
    const text = "خبر 🕊 عاجل 𞸀";
    const at = offsetMap(text);
    expect(at(5)).toBe(6);
    expect(stretch(text, 6, 10)).toBe("عاجل");
    expect(stretch(text, 4, 5)).toBe("🕊");
    expect(stretch(text, 11, 12)).toBe("𞸀");
  });

  it("is monotone and total, past the end as well", () => {
    const text = "a🕊ب🕊";
    const at = offsetMap(text);
    const mapped = [0, 1, 2, 3, 4, 5, 99].map(at);
    expect(mapped).toEqual([...mapped].sort((a, b) => a - b));
    expect(mapped.at(-1)).toBe(text.length);
    expect(offsetMap("ab")(99)).toBe(2);
  });
});
