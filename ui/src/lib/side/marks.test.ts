import { describe, expect, it } from "vitest";
import type { MarkLayer, MarkView } from "../backend/types.gen";
import { markTree, place, type MarkNode } from "./marks";

function mark(layer: MarkLayer, start: number, end: number, part: [number, number] | null = null): MarkView {
  return { layer, start, end, part, camp: null, neutral: null, why: 0 };
}

/** The tree in one line: `[layer …]` round marks, `<…>` round the first and last words of a voice. */
function drawn(nodes: readonly MarkNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      if (node.kind === "edge") return `<${drawn(node.children)}>`;
      return `[${node.placed.mark.layer} ${drawn(node.children)}]`;
    })
    .join("");
}

function words(nodes: readonly MarkNode[]): string {
  return nodes.map((node) => (node.kind === "text" ? node.text : words(node.children))).join("");
}

describe("markTree", () => {
  it("puts a mark round its words", () => {
    expect(drawn(markTree("قتل سبعة مدنيين", [mark("word", 9, 15)]))).toBe("قتل سبعة [word مدنيين]");
  });

  it("nests a difference in a figure", () => {
    const text = "نحو 25 طنا";
    expect(drawn(markTree(text, [mark("digits", 4, 6), mark("figure", 4, 10)]))).toBe("نحو [figure [digits 25] طنا]");
  });

  it("cuts an inner mark at the edge of an outer one", () => {
    const text = "واحد اثنان ثلاثة";
    expect(drawn(markTree(text, [mark("figure", 5, 10), mark("word", 0, 10)]))).toBe("[word واحد ][figure [word اثنان]] ثلاثة");
  });

  it("keeps the shapes of a voice on the line of its first and last word", () => {
    expect(drawn(markTree("قال إن القصف وقع", [mark("voice", 4, 16)]))).toBe("قال [voice <إن> القصف< وقع>]".replace("< وقع>", " <وقع>"));
    expect(drawn(markTree("قال نعم", [mark("voice", 4, 7)]))).toBe("قال [voice <نعم>]");
  });

  it("never cuts a word: a mark that ends inside one is widened", () => {
    expect(drawn(markTree("فقالت البلدية", [mark("word", 1, 5)]))).toBe("[word فقالت] البلدية");
    expect(drawn(markTree("«نعم»، قال", [mark("word", 1, 4)]))).toBe("«[word نعم]»، قال");
  });

  it("counts in code points", () => {
    const text = "🕊 قال 🕊 نعم";
    expect(drawn(markTree(text, [mark("word", 8, 11)]))).toBe("🕊 قال 🕊 [word نعم]");
    expect(place(text, [mark("clitic", 8, 11, [8, 9])])[0]?.part).toEqual({ start: 10, end: 11 });
  });

  it("loses no letter, whatever the marks", () => {
    const text = "ونفى المصدر نفيا تاما إطلاق أي قذيفة 🕊 من عيار ١٢٢ ملم";
    const layers: MarkLayer[] = ["voice", "word", "figure", "naming", "clitic", "digits", "spelling"];
    for (let step = 1; step < 12; step += 1) {
      const marks = layers.map((layer, n) => mark(layer, (n * step) % 30, ((n * step) % 30) + step));
      expect(words(markTree(text, marks))).toBe(text);
    }
  });
});
