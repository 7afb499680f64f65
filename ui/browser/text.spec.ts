// Geometry of text: marks move no letter, numbers and names run the right way, signs stay on their side, highlights lie on words.

import type { Page } from "@playwright/test";
import { drawn, moved, wordWidths, wrongSides } from "./glyphs";
import { PROBE, withProbes } from "./probe";
import { richest } from "./sample";
import { toArticle, toBoard } from "./visits";
import { expect, LANGUAGES, named, open, test } from "./window";

// Rows that are not in sight are not drawn: here every row is in sight.
test.use({ viewport: { width: 1440, height: 9000 } });

/** Pixels by which a letter may stand elsewhere. */
const STILL = 0.1;
const TEXTS = "[data-testid=cell] .txt";

async function setLayers(page: Page, on: boolean): Promise<void> {
  for (const layer of await named(page, "layer").all()) await layer.setChecked(on);
  const shown = ((await named(page, "board").getAttribute("data-layers")) ?? "").split(" ").filter(Boolean);
  expect(shown.length).toBe(on ? await named(page, "layer").count() : 0);
}

/** The event's rows, all of them drawn. */
async function toRows(page: Page): Promise<void> {
  await toBoard(page);
  await expect(named(page, "row")).toHaveCount(richest.rows.length);
}

function rowHeights(page: Page): Promise<number[]> {
  return named(page, "row").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
}

for (const language of LANGUAGES) {
  test(`no layer moves a letter, ${language}`, async ({ page }) => {
    const probes = await withProbes(page);
    await open(page, { language, theme: "light" });
    await toRows(page);
    await setLayers(page, false);
    const [before, heights] = [await drawn(page, TEXTS), await rowHeights(page)];
    expect(before.filter(({ text }) => text.startsWith(PROBE)).length).toBeGreaterThanOrEqual(probes);
    expect(before.every(({ boxes, text }) => boxes.length > text.length)).toBe(true);
    await setLayers(page, true);
    expect(moved(before, await drawn(page, TEXTS))).toBeLessThanOrEqual(STILL);
    expect(await rowHeights(page)).toEqual(heights);
  });
}

test("a marked word is as wide as the same word without an element in it", async ({ page }) => {
  await withProbes(page);
  await open(page, { language: "ar", theme: "light" });
  await toRows(page);
  await setLayers(page, true);
  // The shapes of a voice stand beside words, and only there.
  const texts = `${TEXTS}:not(:has(.shape))`;
  const [marked, plain] = [await wordWidths(page, texts, false), await wordWidths(page, texts, true)];
  expect(marked.length).toBeGreaterThan(100);
  expect(marked.filter(({ word, width }, at) => word !== plain[at]?.word || Math.abs(width - plain[at].width) > STILL)).toEqual([]);
});

test("numbers, ranges and Latin names among marks run the right way", async ({ page }) => {
  await withProbes(page);
  await open(page, { language: "ar", theme: "light" });
  await toRows(page);
  await setLayers(page, true);
  expect(await wrongSides(page)).toEqual([]);
});

/** The stretches that a highlight paints: their text, and what they stand in. */
function painted(page: Page, name: string): Promise<{ text: string; inside: boolean; wide: boolean; within: string }[]> {
  return page.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])] as Range[];
    return ranges.map((range) => {
      const at = range.startContainer.parentElement?.closest("[data-layer=clitic], p");
      const boxes = [...(at?.getClientRects() ?? [])];
      const inside = [...range.getClientRects()].every((box) =>
        boxes.some((word) => box.left >= word.left - 0.5 && box.right <= word.right + 0.5 && box.top < word.bottom && box.bottom > word.top),
      );
      return { text: range.toString(), inside, wide: range.getBoundingClientRect().width > 1, within: at?.textContent ?? "" };
    });
  }, name);
}

test("highlighted clitics lie on their words", async ({ page }) => {
  await open(page, { language: "ar", theme: "light" });
  await toRows(page);
  const clitics = await painted(page, "clitic");
  expect(clitics.length).toBeGreaterThan(10);
  for (const { text, inside, wide, within } of clitics) {
    expect.soft({ text, inside, wide, part: within.includes(text) && within.length > text.length }).toEqual({ text, inside: true, wide: true, part: true });
  }
});

test("the sentence that the reader came for is the one that is highlighted", async ({ page }) => {
  await open(page, { language: "ar", theme: "light" });
  await toBoard(page);
  const piece = page.locator(".piece:has([data-testid=to-source])").first();
  const text = await piece.locator(".txt").textContent();
  await named(piece, "to-source").click();
  await expect(named(page, "camp-select")).toBeVisible();
  const [here] = await painted(page, "here");
  expect(here).toMatchObject({ text, inside: true, wide: true });
});

test("the article's text runs the right way", async ({ page }) => {
  await withProbes(page);
  await open(page, { language: "en", theme: "light" });
  await toArticle(page);
  expect(await wrongSides(page)).toEqual([]);
});

test("neutral names change no word of the articles, give way to a held key, and leave no trace", async ({ page }) => {
  await open(page, { language: "ar", theme: "light" });
  await toRows(page);
  const before = await drawn(page, TEXTS);
  const names = named(page, "mark", "[data-neutral]");
  await page.keyboard.press("n");
  const written = await names.evaluateAll((all) => all.map((name) => ({ text: name.textContent, width: name.getBoundingClientRect().width })));
  expect(written.length).toBeGreaterThan(5);
  expect(written.filter(({ text, width }) => text === "" || width < 20)).toEqual([]);
  expect((await drawn(page, TEXTS)).map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  await page.keyboard.down("o");
  await expect(names).toHaveCount(0);
  expect(moved(before, await drawn(page, TEXTS))).toBeLessThanOrEqual(STILL);
  await page.keyboard.up("o");
  await expect(names).toHaveCount(written.length);
  await page.keyboard.press("n");
  expect(moved(before, await drawn(page, TEXTS))).toBeLessThanOrEqual(STILL);
});

test("what is copied over a neutral name is what is written", async ({ page }) => {
  await open(page, { language: "ar", theme: "light" });
  await toRows(page);
  await page.keyboard.press("n");
  const text = page.locator(`${TEXTS}:has([data-neutral])`).first();
  const words = await text.evaluate((element) => {
    document.getSelection()?.selectAllChildren(element);
    return element.textContent;
  });
  const copied = await page.evaluate(() => {
    const event = new ClipboardEvent("copy", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
    document.body.dispatchEvent(event);
    return event.clipboardData?.getData("text/plain") ?? "";
  });
  expect(copied.startsWith(words.trim())).toBe(true);
  expect(copied).not.toContain("[");
});
