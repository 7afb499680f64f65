import { describe, expect, it } from "vitest";
import { fold, foldEach, matches } from "./fold";

describe("fold", () => {
  it.each([
    ["مُدَرِّسٌ", "مدرس"],
    ["محـــمد", "محمد"],
    ["أحمد", "احمد"],
    ["إدلب", "ادلب"],
    ["آذار", "اذار"],
    ["مصطفى", "مصطفي"],
    ["مسؤول", "مسوول"],
    ["هيئة", "هييه"],
    ["جسر الحوراء", "جسر الحورا"],
    ["١٢٠", "120"],
    ["۱۲۰", "120"],
    ["ﻻ", "لا"],
    ["SDF", "sdf"],
    ["دير\u200fالزور", "ديرالزور"],
  ])("%s is %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("is done once and for all", () => {
    const text = "أُغلقت مدارس البلدةِ ٣ أيّام";
    expect(fold(fold(text))).toBe(fold(text));
  });
});

describe("matches", () => {
  it("wants every word, in any order", () => {
    expect(matches("قصف صوامع القمح في بلدة عين الصفصاف", "الصفصاف صوامع")).toBe(true);
    expect(matches("قصف صوامع القمح", "صوامع الشعير")).toBe(false);
    expect(matches("قصف", "  ")).toBe(true);
  });
});

describe("foldEach", () => {
  it("folds as fold does, and leads back to the text", () => {
    const text = "قَصَفَ الجيشُ 🕊 بلدةَ «الأُولى» بـ١٢٠ قذيفة";
    const { folded, at } = foldEach(text);
    expect(folded).toBe(fold(text));
    expect(at).toHaveLength(folded.length);
    expect([...folded].map((_, index) => index).every((index) => (at[index] ?? 0) >= (at[index - 1] ?? 0))).toBe(true);
    expect(text.slice(at[folded.indexOf("بلده")] ?? 0)).toMatch(/^بلدة/);
  });
});
