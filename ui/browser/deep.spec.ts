// A row that sixty articles share is taller than the window: it is drawn as far as it is seen, and nothing is missing there.

import type { Page } from "@playwright/test";
import { COPIES } from "../src/lib/backend/fixture-deep";
import { richest } from "./sample";
import { expect, named, open, settled, test } from "./window";

const LOOK = { language: "ar", theme: "light" } as const;

async function toDeep(page: Page): Promise<void> {
  await open(page, LOOK, "deep");
  await named(page, "event", `[data-event="${richest.head.id}"]`).click();
  await settled(page);
}

/** Pixels without a word that the edges of a cell and what stands over its words may take. */
const EDGES = 48;

/** How many pixels of a column in sight, at worst, lie blank together; the end of a cell that says no more is not blank. */
function blank(page: Page): Promise<number> {
  return page.evaluate(() => {
    const board = document.querySelector("[data-testid=board]")?.getBoundingClientRect();
    if (!board) throw new Error("no board");
    const ended = (cell: Element | null, y: number): boolean =>
      cell !== null && !cell.hasAttribute("data-more") && y > (cell.lastElementChild?.getBoundingClientRect().bottom ?? 0);
    const said = (at: Element | null, y: number): boolean =>
      at !== null && (at.closest(".piece, .heads, .row > :not(.cell)") !== null || ended(at.closest(".cell"), y));
    const worst = [1, 3, 5].map((sixth) => {
      let [run, longest] = [0, 0];
      for (let y = board.top + 2; y < board.bottom - 2; y += 4) {
        run = said(document.elementFromPoint(board.left + (board.width * sixth) / 6, y), y) ? 0 : run + 4;
        longest = Math.max(longest, run);
      }
      return longest;
    });
    return Math.max(...worst);
  });
}

/** Scrolls the board by so many of its heights, and waits for the frame that shows it. */
async function scrollBy(page: Page, boards: number): Promise<void> {
  await page.evaluate(async (boards) => {
    const board = document.querySelector("[data-testid=board]");
    board?.scrollBy({ top: boards * board.clientHeight, behavior: "instant" });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, boards);
}

test("only what is in sight of a deep row is drawn at first, and no place is blank on the way down and up", async ({ page }) => {
  await toDeep(page);
  const first = named(page, "row").first();
  const pieces = await first.locator(".txt").count();
  expect(pieces).toBeGreaterThan(0);
  expect(pieces).toBeLessThan((richest.rows[0]?.sentences ?? 0) * COPIES);
  for (const boards of [0, 0.5, 0.5, 2, 5, 0.5, 12, 1, -1, -0.5, -7, -0.5, -30]) {
    await scrollBy(page, boards);
    expect(await blank(page), `after ${boards} boards`).toBeLessThanOrEqual(EDGES);
  }
});

test("what is read stays where it is while the rest of its row is drawn", async ({ page }) => {
  await toDeep(page);
  await scrollBy(page, 3);
  const at = (): Promise<number[]> =>
    page.evaluate(() => {
      const board = document.querySelector("[data-testid=board]")?.getBoundingClientRect();
      const texts = [...document.querySelectorAll("[data-testid=cell] .txt")].map((text) => text.getBoundingClientRect());
      return texts.filter(({ top, bottom }) => board && top > board.top && bottom < board.bottom).map(({ top }) => top);
    });
  const before = await at();
  expect(before.length).toBeGreaterThan(0);
  await page.waitForTimeout(1000);
  expect(await at()).toEqual(before);
});

test("a place that is found deep in a row is shown", async ({ page }) => {
  await toDeep(page);
  await named(page, "find-open").click();
  await named(page, "find-input").fill("السوق");
  for (let step = 0; step < COPIES - 2; step += 1) await named(page, "find-next").click();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const board = document.querySelector("[data-testid=board]")?.getBoundingClientRect();
        const [range] = [...(CSS.highlights.get("found-here") ?? [])] as Range[];
        const box = range?.getBoundingClientRect();
        return Boolean(board && box && box.height > 0 && box.top > board.top && box.bottom < board.bottom);
      }),
    )
    .toBe(true);
});
