// Where letters stand: read in the page, from ranges, as the browser drew them.

import type { Page } from "@playwright/test";

/** The boxes of a text's words, and the height of what holds it. */
export interface Drawn {
  readonly text: string;
  readonly height: number;
  /** For each letter, and for each word: left, top, right, bottom. */
  readonly boxes: readonly (readonly number[])[];
}

/** Every text that matches, letter by letter and word by word, in the order of the document. */
export function drawn(page: Page, css: string): Promise<Drawn[]> {
  return page.evaluate((css) => {
    function boxes(element: Element): number[][] {
      const found: number[][] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? "";
        const letters = Array.from(text, (_, at) => [at, at + 1] as const);
        const words = [...text.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length] as const);
        for (const [start, end] of [...letters, ...words]) {
          if (end > text.length) continue;
          range.setStart(node, start);
          range.setEnd(node, end);
          for (const { left, top, right, bottom } of range.getClientRects()) found.push([left, top, right, bottom]);
        }
      }
      return found;
    }
    return [...document.querySelectorAll(css)].map((element) => ({
      text: element.textContent,
      height: element.getBoundingClientRect().height,
      boxes: boxes(element),
    }));
  }, css);
}

/** The greatest distance by which a letter or word stands elsewhere, in pixels; infinite where there are more or fewer. */
export function moved(before: readonly Drawn[], after: readonly Drawn[]): number {
  if (before.length !== after.length) return Infinity;
  return Math.max(
    0,
    ...before.map((one, at) => {
      const other = after[at];
      if (other?.boxes.length !== one.boxes.length) return Infinity;
      return Math.max(0, ...one.boxes.map((box, index) => Math.max(...box.map((edge, side) => Math.abs(edge - (other.boxes[index]?.[side] ?? Infinity))))));
    }),
  );
}

/** The width of every word of the texts that match, in document order, where its lines do not matter; `plain` first drops every
    element in them. */
export function wordWidths(page: Page, css: string, plain: boolean): Promise<{ word: string; width: number }[]> {
  return page.evaluate(
    ({ css, plain }) => {
      const range = document.createRange();
      return [...document.querySelectorAll(css)].flatMap((element) => {
        const shown = plain ? (element.cloneNode(false) as Element) : element;
        if (plain) {
          shown.textContent = element.textContent;
          element.after(shown);
        }
        // A word may lie in several text nodes: its letters are found by their place in the whole text.
        const letters: (readonly [Node, number])[] = [];
        const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let at = 0; at < (node.nodeValue?.length ?? 0); at += 1) letters.push([node, at]);
        }
        const words = [...shown.textContent.matchAll(/\S+/g)].map((word) => {
          const [first, last] = [letters[word.index], letters[word.index + word[0].length - 1]];
          if (!first || !last) throw new Error("a word of no letters");
          range.setStart(...first);
          range.setEnd(last[0], last[1] + 1);
          const inline = [...range.getClientRects()].flatMap(({ left, right }) => [left, right]);
          return { word: word[0], width: Math.max(...inline) - Math.min(...inline) };
        });
        if (plain) shown.remove();
        return words;
      });
    },
    { css, plain },
  );
}

/**
 * What stands on the wrong side, in any text that is seen: digits that do not run from the left, a decimal or a time whose parts
 * are swapped, Latin that does not run from the left, Arabic words that do not run from the right; and in text that runs from the
 * right a range that does not, a sign after an Arabic letter that is not left of it, an opening quote or bracket not right of it.
 */
export function wrongSides(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const D = "[0-9\\u0660-\\u0669]";
    const A = "[\\u0620-\\u064A]";
    /** A pattern of two parts; where the second stands, seen from the first; and in text of which direction. */
    const RULES: readonly (readonly [string, RegExp, "right" | "left", "rtl" | "any"])[] = [
      ["digits", new RegExp(`${D}${D}`, "g"), "right", "any"],
      ["decimal or time", new RegExp(`${D}[:.,٫٬]${D}`, "g"), "right", "any"],
      ["range", new RegExp(`(?<![0-9\u0660-\u0669-])${D}+[–—-]${D}+(?![0-9\u0660-\u0669T:-])`, "g"), "left", "rtl"],
      ["moment", /\d-\d\d-\d\dT/g, "right", "any"],
      ["Latin", /[A-Za-z][A-Za-z]/g, "right", "any"],
      ["Latin words", /[A-Za-z] [A-Za-z]/g, "right", "any"],
      ["after Arabic", new RegExp(`${A}[.،؛؟:!»)]`, "g"), "left", "rtl"],
      ["before Arabic", new RegExp(`[«(]${A}`, "g"), "left", "rtl"],
      ["between Arabic words", new RegExp(`${A} ${A}`, "g"), "left", "any"],
    ];
    const range = document.createRange();

    /** A stretch of text that is read as one, letter by letter: an article's text with its marks, else a text of its own. */
    function faults(holder: Element, letters: readonly (readonly [Node, number])[]): string[] {
      const text = letters.map(([node, at]) => node.nodeValue?.charAt(at) ?? "").join("");
      const rtl = getComputedStyle(holder).direction === "rtl";
      function box(at: number): DOMRect | undefined {
        const [node, inNode] = letters[at] ?? [holder, 0];
        range.setStart(node, inNode);
        range.setEnd(node, inNode + 1);
        return range.getClientRects()[0];
      }
      return RULES.flatMap(([rule, pattern, side, where]) => {
        if (where === "rtl" && !rtl) return [];
        return [...text.matchAll(pattern)].flatMap((found) => {
          const last = found.index + found[0].length - 1;
          const [a, b] = [box(found.index), box(last)];
          // Parts on two lines stand under each other.
          if (!a?.width || !b?.width || Math.abs(a.top - b.top) > a.height / 2) return [];
          const right = b.left + b.right > a.left + a.right;
          return right === (side === "right") ? [] : [`${rule}: «${found[0]}» in «${text.slice(Math.max(0, found.index - 20), last + 20)}»`];
        });
      });
    }

    const stretches = new Map<Node, [Element, (readonly [Node, number])[]]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const one = node;
      const holder = one.parentElement ?? document.body;
      const text = holder.closest(".txt");
      const stretch = stretches.get(text ?? one) ?? [text ?? holder, []];
      stretch[1].push(...Array.from(one.nodeValue ?? "", (_, at) => [one, at] as const));
      stretches.set(text ?? one, stretch);
    }
    const found = [...stretches.values()].flatMap(([holder, letters]) => faults(holder, letters));
    return found;
  });
}
