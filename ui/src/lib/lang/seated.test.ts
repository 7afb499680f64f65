import { describe, expect, it } from "vitest";
import { seated } from "./seated";

describe("seated", () => {
  it.each([
    ["لم يُذكر", "لم يُذكر"],
    ["الصفّ", "الصفّ"],
    ["كلّ", "كل"],
    ["موالٍ للحكومة", "موال للحكومة"],
    ["مقالاً", "مقالا"],
    ["تُقرأ", "تقرأ"],
    ["يُقدَّم", "يُقدّم"],
  ])("%s is drawn as %s", (text, drawn) => {
    expect(seated(text)).toBe(drawn);
  });

  it("leaves quoted words of articles as they are", () => {
    expect(seated("قالت «كلُّهم» كلُّهم")).toBe("قالت «كلُّهم» كلهم");
  });
});
