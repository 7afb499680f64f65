import { describe, expect, it } from "vitest";
import type { FoundSentence } from "../backend/types.gen";
import { excerpt } from "./excerpt";

/** Where the sentence begins in its article. */
const START = 700;

/** `expected` with an ellipsis where it is cut. */
function check(text: string, words: string[], expected: string): void {
  const at = (word: string): [number, number] => {
    const start = [...text.slice(0, text.indexOf(word))].length;
    return [start, start + [...word].length];
  };
  const shown = excerpt({ text, start: START, marks: words.map(at) } as FoundSentence);
  expect(`${shown.cut ? "… " : ""}${shown.text}${shown.short ? " …" : ""}`).toBe(expected);
  // What is shown are the words that stand at that place of the article.
  expect([...text].slice(shown.start - START).join("").startsWith(shown.text)).toBe(true);
  const seen = words.filter((word) => shown.text.includes(word));
  expect(shown.marks.map(({ start, end }) => shown.text.slice(start, end))).toEqual(seen);
}

const long = "قال مصدر محلي إن القوات انسحبت من البلدة صباح السبت بعد أن قصفت المدفعية السوق الشعبي قصفاً عنيفاً استمر ساعات، ".repeat(3).trim();

describe("excerpt", () => {
  it("leaves a short sentence whole", () => check("قُتل سبعة مدنيين في القصف.", ["القصف"], "قُتل سبعة مدنيين في القصف."));

  it("begins shortly before the first word, at a space", () => {
    const text = `${"كلمة ".repeat(30)}القصف على السوق`;
    check(text, ["القصف", "السوق"], `… ${"كلمة ".repeat(8)}القصف على السوق`);
  });

  it("ends at a space, and keeps the marks that are still seen", () => {
    const shown = excerpt({ text: long, start: 0, marks: [[4, 8]] } as unknown as FoundSentence);
    expect(shown.text.length).toBeLessThan(180);
    expect([shown.cut, shown.short]).toEqual([false, true]);
    expect(shown.text).toMatch(/^قال مصدر/);
    expect(long.startsWith(`${shown.text} `)).toBe(true);
    expect(shown.marks.map(({ start, end }) => shown.text.slice(start, end))).toEqual(["مصدر"]);
  });

  it("counts code points as the engine does", () => {
    check("𞸀𞸁 القصف", ["القصف"], "𞸀𞸁 القصف");
    check(`${"𞸀𞸁𞸂 ".repeat(30)}القصف`, ["القصف"], `… ${"𞸀𞸁𞸂 ".repeat(6)}القصف`);
  });
});
