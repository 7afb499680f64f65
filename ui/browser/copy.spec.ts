// What is selected by the pointer in the claims of a row and in the views beside the columns, copied by the keys: the words
// as they stand in the article, each line with whose they are.

import type { Locator, Page } from "@playwright/test";
import { claimsIn } from "../src/lib/backend/fixture-rows";
import type { ArticleView, ClaimView } from "../src/lib/backend/types.gen";
import { richest, sample } from "./sample";
import { SCREENS, visit } from "./visits";
import { expect, named, test, type Look } from "./window";

const ARABIC: Look = { language: "ar", theme: "light" };
const { id } = richest.head;

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Where the first letter of an element's words is in the window, or the last. */
function letter(element: Locator, which: "first" | "last"): Promise<[number, number]> {
  return element.evaluate((words, end) => {
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const node = end === "first" ? nodes[0] : nodes.at(-1);
    if (!node) throw new Error("no words");
    // One letter alone: the boxes of more of them come in the order in which they are seen.
    const range = document.createRange();
    const length = node.textContent?.trimEnd().length ?? 0;
    range.setStart(node, end === "first" ? 0 : length - 1);
    range.setEnd(node, end === "first" ? 1 : length);
    const box = range.getBoundingClientRect();
    // Arabic begins at the right.
    return [end === "first" ? box.right - 1 : box.left + 1, (box.top + box.bottom) / 2];
  }, which);
}

/** Drags over a stretch of text; on to the end of another, which may be out of sight, it is a press and a press with Shift. */
async function select(page: Page, from: Locator, to = from): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await page.mouse.move(...(await letter(from, "first")));
  await page.mouse.down();
  if (to === from) await page.mouse.move(...(await letter(to, "last")), { steps: 12 });
  await page.mouse.up();
  if (to === from) return;
  await to.scrollIntoViewIfNeeded();
  await page.keyboard.down("Shift");
  await page.mouse.click(...(await letter(to, "last")));
  await page.keyboard.up("Shift");
}

/** Copies, and gives the passages that are on the clipboard then, each with the lines of its citation. */
async function copied(page: Page): Promise<string[][]> {
  // The window asks for addresses and hashes when the selection has come to rest.
  await page.waitForTimeout(400);
  await page.keyboard.press("Control+c");
  await expect(named(page, "notices")).toContainText("نسخ");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  return text.split("\n\n").map((passage) => passage.split("\n"));
}

function article(of: string): ArticleView {
  const view = sample.articles[of];
  if (!view) throw new Error(of);
  return view;
}

/** Whether a passage is these words of an article, cited in full, and nothing more. */
function cites(passage: readonly string[] | undefined, of: ArticleView, words: string, said: string | null): void {
  const [text, source, ...rest] = passage ?? [];
  const start = [...of.text.slice(0, of.text.indexOf(words))].length;
  expect(text).toBe(words);
  expect(source).toContain(`— ${of.head.outlet}، «${of.head.title}»، `);
  expect(source).toMatch(/[٠-٩]+ آذار ٢٠٢٦/);
  const expected = [said, of.url, `Riwayat ${of.head.id}:${start}-${start + [...words].length}`, `SHA-256 ${of.sha256}`];
  expect(rest).toEqual(expected.filter((line) => line !== null));
}

async function to(page: Page, name: string): Promise<void> {
  const screen = SCREENS.find((one) => one.name === name);
  if (!screen) throw new Error(name);
  await visit(page, screen, ARABIC);
}

test("claims of a row, each with its own citation: whose it is, and that it denies", async ({ page }) => {
  await to(page, "side-by-side");
  const all = richest.rows.map((row) => claimsIn(row, sample.said[richest.head.id] ?? []));
  const isDenied = ({ polarity, chain }: ClaimView): boolean => polarity === "denied" && chain.length > 1;
  const at = all.findIndex((claims) => claims.some(isDenied) && claims.length > 1);
  const [row, told] = [richest.rows[at], all[at] ?? []];
  const first = Math.max(0, told.findIndex(isDenied) - 1);
  const claims = told.slice(first, first + 2);
  expect(claims.length).toBe(2);
  const found = named(page, "row", `[aria-rowindex="${(row?.number ?? 0) + 1}"]`);
  for (let tries = 0; tries < 40 && (await found.count()) === 0; tries += 1) await page.keyboard.press("ArrowDown");
  await named(found, "claims-switch").click();
  const words = named(found, "claim").locator("q");
  await select(page, words.nth(first), words.nth(first + 1));
  const passages = await copied(page);
  expect(passages.length).toBe(2);
  for (const [index, claim] of claims.entries()) {
    const voice = claim.chain.length > 1 ? claim.chain.at(-1)?.text : null;
    const how = claim.polarity === "denied" ? " (ينفي)" : "";
    const said = voice === null && how === "" ? null : `القائل: ${voice ?? article(claim.article).head.outlet}${how}`;
    cites(passages[index], article(claim.article), claim.text, said);
  }
});

test("a sentence that was searched for, cut as the list shows it, which is gone to from anywhere in its line", async ({ page }) => {
  await to(page, "events-search");
  const current = await named(page, "hit").evaluateAll((all) => all.findIndex((hit) => hit.ariaCurrent === "true"));
  const line = named(page, "hits").locator("[data-passage]").nth(current + 2);
  const words = line.locator("[data-text-of]");
  const text = (await words.textContent()) ?? "";
  const of = article((await words.getAttribute("data-text-of")) ?? "");
  await expect(line).toContainText(`… ${text}`);
  await select(page, words);
  // The press that ends a selection goes nowhere.
  await expect(named(page, "hit").nth(current)).toHaveAttribute("aria-current", "true");
  const [passage, ...more] = await copied(page);
  cites(passage, of, text, null);
  expect(more).toEqual([]);
  await line.click({ position: { x: 3, y: 3 } });
  await expect(named(page, "hit").nth(current + 2)).toHaveAttribute("aria-current", "true");
  await page.mouse.click(...(await letter(named(page, "hits").locator("[data-text-of]").nth(current + 1), "first")));
  await expect(named(page, "hit").nth(current + 1)).toHaveAttribute("aria-current", "true");
  await named(page, "hit").nth(current).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(named(page, "hit").nth(current + 2)).toHaveAttribute("aria-current", "true");
});

test("sentences of the table of accounts", async ({ page }) => {
  await to(page, "claims-sentences");
  const line = named(page, "slot-sentences").locator("[data-text-of]").first();
  const words = (await line.textContent()) ?? "";
  const places = sample.claims[id]?.slots.flatMap(({ cells }) => cells.flatMap(({ claims }) => claims)) ?? [];
  const place = places.find(({ text }) => text === words);
  if (!place) throw new Error(words);
  await select(page, line);
  const how = { asserted: "", denied: " (ينفي)" }[place.polarity as string] ?? "?";
  const said = place.voice === null && how === "" ? null : `القائل: ${place.voice ?? place.outlet}${how}`;
  cites((await copied(page))[0], article(place.article), words, said);
  // The words are there to be read; what opens the article is beside them.
  await expect(named(page, "article")).toHaveCount(0);
  await named(page, "slot-sentences").getByRole("button").first().click();
  await expect(named(page, "article")).toContainText(article(place.article).head.title);
});

test("the claim of a line of the table, which leads to its row by the sign beside it", async ({ page }) => {
  await to(page, "claims");
  const words = named(page, "slot").first().locator(".claim");
  const text = (await words.textContent()) ?? "";
  await select(page, words);
  const [passage, ...more] = await copied(page);
  expect([passage?.[0], more.length]).toEqual([text, 0]);
  await named(page, "slot").first().locator("th button").click();
  await expect(page.locator("[data-testid=row]:has(:focus)")).toContainText(text);
});

test("a figure, with who gives it", async ({ page }) => {
  await to(page, "figures");
  const given = sample.figures[id]?.sets.flatMap(({ values }) => values).find(({ chain, polarity }) => chain.length > 1 && polarity === "asserted");
  if (!given) throw new Error("the sample has a figure on somebody's word");
  const figure = named(page, "figure").filter({ hasText: given.words }).filter({ hasText: given.chain.at(-1)?.text ?? "" }).first();
  await select(page, figure.locator("q"));
  const [passage] = await copied(page);
  expect(passage?.[0]).toBe(given.words);
  expect(passage?.[2]).toBe(`القائل: ${given.chain.at(-1)?.text}`);
  expect(passage).toContain(`Riwayat ${given.article}:${given.start}-${given.start + [...given.words].length}`);
});

test("a name in its place, with the words round it", async ({ page }) => {
  await to(page, "naming-places");
  const line = named(page, "concordance").locator("li").first();
  const place = sample.naming[id]?.sets[0]?.by_camp.flatMap(({ names }) => names)[0]?.places[0];
  if (!place) throw new Error("the sample has names");
  await select(page, line.locator(".before"), line.locator(".behind"));
  cites((await copied(page))[0], article(place.article), `${place.before}${place.text}${place.behind}`.trim(), null);
  await line.getByRole("button").click();
  await expect(named(page, "article").locator("header")).toContainText(article(place.article).head.title);
});

test("what a source is quoted with", async ({ page }) => {
  await to(page, "sources-quotes");
  const line = named(page, "source-quotes").locator("details[open] [data-text-of], details [data-text-of]").first();
  if (!(await line.isVisible())) await named(page, "source-quotes").locator("summary").first().click();
  const words = (await line.textContent()) ?? "";
  await select(page, line);
  const [passage] = await copied(page);
  const places = sample.sources[id]?.edges.flatMap(({ claims }) => claims).filter(({ text }) => text === words) ?? [];
  expect(passage?.[0]).toBe(words);
  expect(places.map(({ voice }) => voice)).toContain(/^القائل: (.+?)(?: \(.+\))?$/.exec(passage?.[2] ?? "")?.[1]);
});
