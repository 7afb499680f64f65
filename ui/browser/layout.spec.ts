// Geometry of the window: where columns and panes stand, nothing beyond the window's edges, nothing clipped, nothing overlapping.

import type { Page } from "@playwright/test";
import { wrongSides } from "./glyphs";
import { richest } from "./sample";
import { SCREENS, toBoard, visit } from "./visits";
import { expect, LANGUAGES, named, open, test } from "./window";

interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The size of text, in parts of what it is set to. */
  readonly text?: number;
}

const SIZES: readonly Size[] = [
  { name: "the least window", width: 960, height: 600 },
  { name: "1280x720", width: 1280, height: 720 },
  { name: "1440x900", width: 1440, height: 900 },
  { name: "2560x1440", width: 2560, height: 1440 },
  { name: "1440x900 at 200 %", width: 1440, height: 900, text: 2 },
  { name: "1280x720 at 200 %", width: 1280, height: 720, text: 2 },
];

/** Pixels that rounding may take. */
const ROUNDING = 1;

async function resize(page: Page, { width, height, text = 1 }: Size): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate((text) => {
    document.documentElement.style.fontSize = `${text * 16}px`;
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, text);
}

/** What is beyond an edge or clipped, told by what it is and what it says. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate((rounding) => {
    const root = document.documentElement;
    const told = (what: string, element: Element): string =>
      `${what}: ${element.localName}.${[...element.classList].filter((name) => !name.startsWith("svelte-")).join(".")} «${element.textContent.trim().slice(0, 40)}»`;
    const seen = (element: Element): boolean =>
      element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) && !element.closest(".sr, .skip");

    /** Whether a box round it scrolls or cuts it: then it may be wider than the window. */
    function held(element: Element): boolean {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== "visible") return true;
      }
      return false;
    }

    const found: string[] = [];
    if (root.scrollWidth > root.clientWidth || document.body.scrollWidth > root.clientWidth) found.push("the page is wider than the window");
    for (const element of document.body.querySelectorAll("*")) {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || element.closest("svg") || !seen(element)) continue;
      if ((left < -rounding || right > root.clientWidth + rounding) && !held(element)) found.push(told("beyond the window", element));
      const style = getComputedStyle(element);
      const whole = style.display !== "inline" && style.textOverflow !== "ellipsis";
      if (element.matches("button, [role=menuitem], h1, h2, h3, th, label, select, .tool, .rel, .camp, kbd") && whole && element.textContent.trim() !== "") {
        if (element.scrollWidth > element.clientWidth + rounding) found.push(told("too wide for its box", element));
        if (element.scrollHeight > element.clientHeight + 2 * rounding && style.overflowY !== "visible") found.push(told("too high for its box", element));
      }
    }
    return found;
  }, ROUNDING);
}

/** Controls that lie on each other in a bar. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate((rounding) => {
    const found: string[] = [];
    for (const bar of document.querySelectorAll("[data-pane=bar], [data-pane=bar] nav, .layers, .top, [data-testid=find], .row-head, [data-testid=column-head], .actions")) {
      const boxes = [...bar.children]
        .filter((child) => child.checkVisibility() && child.getBoundingClientRect().width > 0)
        .map((child) => [child, child.getBoundingClientRect()] as const);
      boxes.forEach(([child, a], at) => {
        for (const [other, b] of boxes.slice(at + 1)) {
          const inline = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const block = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (inline > rounding && block > rounding) found.push(`«${child.textContent.trim()}» on «${other.textContent.trim()}»`);
        }
      });
    }
    return found;
  }, ROUNDING);
}

for (const language of LANGUAGES) {
  for (const screen of SCREENS) {
    test(`nothing is cut off or on the wrong side: ${screen.name}, ${language}`, async ({ page }) => {
      await visit(page, screen, { language, theme: "light" });
      expect.soft(await wrongSides(page)).toEqual([]);
      for (const size of SIZES) {
        await resize(page, size);
        expect.soft(await faults(page), size.name).toEqual([]);
        expect.soft(await overlaps(page), size.name).toEqual([]);
      }
    });
  }

  test(`the comparison keeps room to read, ${language}`, async ({ page }) => {
    await open(page, { language, theme: "light" });
    await toBoard(page);
    for (const size of SIZES) {
      await resize(page, size);
      const board = await named(page, "board").boundingBox();
      const heads = await named(page, "column-head").first().boundingBox();
      const line = await page.locator(".txt").first().evaluate((text) => parseFloat(getComputedStyle(text).lineHeight));
      const room = (board?.height ?? 0) - (heads?.height ?? 0);
      // Four lines of an article at least, under the heads of the columns.
      expect.soft(room / line, size.name).toBeGreaterThan(4);
    }
  });
}

/** The least part of the window's height in which what is compared is seen where text is twice as large. */
const LEAST_SHARES: readonly (readonly [Size, number])[] = [
  [{ name: "1440x900 at 200 %", width: 1440, height: 900, text: 2 }, 0.4],
  [{ name: "1280x720 at 200 %", width: 1280, height: 720, text: 2 }, 0.3],
];

/** From where rows, or a page's own content, can be seen to the lower edge of the window, in parts of its height. */
function share(page: Page): Promise<number> {
  return page.locator("[data-pane=board]").evaluate((board) => {
    const { top, bottom } = board.getBoundingClientRect();
    // The heads of columns that begin where the board does; those of a table further down are part of what is read.
    const heads = [...board.querySelectorAll(".heads, thead th")].map((head) => head.getBoundingClientRect()).filter((head) => head.top < top + 1);
    return (Math.min(bottom, innerHeight) - Math.max(top, ...heads.map((head) => head.bottom))) / innerHeight;
  });
}

const EVENT_SCREENS = ["side-by-side", "find", "columns-hidden", "claims", "figures", "naming", "sources"];

for (const language of LANGUAGES) {
  for (const screen of SCREENS.filter(({ name }) => EVENT_SCREENS.includes(name))) {
    test(`large text leaves room for what is read before anything is scrolled: ${screen.name}, ${language}`, async ({ page }) => {
      await visit(page, screen, { language, theme: "light" });
      for (const [size, least] of LEAST_SHARES) {
        await resize(page, size);
        expect.soft(await share(page), size.name).toBeGreaterThan(least);
      }
    });
  }

  test(`every control that large text folds away is reached by the keyboard, ${language}`, async ({ page }) => {
    await open(page, { language, theme: "light" });
    await toBoard(page);
    const FOLDED = { "bar-more": "theme", "event-facts": "event-merge", "layers-open": "neutral" };
    for (const [fold, inside] of Object.entries(FOLDED)) {
      await expect(named(page, fold)).toBeHidden();
      await expect(named(page, inside)).toBeVisible();
    }
    await resize(page, { name: "", width: 1280, height: 720, text: 2 });
    for (const [fold, inside] of Object.entries(FOLDED)) {
      await expect(named(page, inside)).toBeHidden();
      await named(page, fold).focus();
      await page.keyboard.press("Enter");
      await expect(named(page, fold)).toHaveAttribute("aria-expanded", "true");
      for (let tab = 0; tab < 10 && !(await named(page, inside).evaluate((at) => at === document.activeElement)); tab += 1) await page.keyboard.press("Tab");
      await expect(named(page, inside)).toBeFocused();
      await expect(named(page, inside)).toBeInViewport();
      expect.soft(await faults(page), fold).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(named(page, fold)).toBeFocused();
      await expect(named(page, inside)).toBeHidden();
    }
    // The keys that go from pane to pane find what has not been folded.
    await named(page, "bar-more").focus();
    await page.keyboard.press("F6");
    await page.keyboard.press("F6");
    await expect(named(page, "event-facts")).toBeFocused();
    // A command that leads to a control unfolds it.
    await page.keyboard.press("Control+KeyK");
    await named(page, "palette-entry", '[data-entry="merge"]').click();
    await expect(named(page, "event-merge")).toBeFocused();
  });
}

test("the bars of the days stand in their plot", async ({ page }) => {
  await open(page, { language: "ar", theme: "light" }, "many&articles=1000");
  const bars = await named(page, "day-bar").evaluateAll((all) =>
    all.map((bar) => {
      const [plot, drawn] = [bar.parentElement, bar.querySelector("svg")].map((element) => element?.getBoundingClientRect());
      return plot && drawn ? Math.max(plot.top - drawn.top, drawn.bottom - plot.bottom) : Infinity;
    }),
  );
  expect(bars.length).toBeGreaterThan(5);
  expect(Math.max(...bars)).toBeLessThanOrEqual(ROUNDING);
});

interface Edges {
  readonly left: number;
  readonly right: number;
}

function edges(page: Page, css: string): Promise<Edges[]> {
  return page.locator(css).evaluateAll((all) =>
    all.map((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right };
    }),
  );
}

/** What comes first in reading stands at the edge where reading starts: the right one in Arabic, the left one in English. */
for (const language of LANGUAGES) {
  test(`columns and panes go from the edge where reading starts, ${language}`, async ({ page }) => {
    // Rows that are not in sight are not drawn: here every row is in sight.
    await page.setViewportSize({ width: 1440, height: 9000 });
    await open(page, { language, theme: "light" });
    await toBoard(page);
    await expect(named(page, "row")).toHaveCount(richest.rows.length);
    const after = (one: Edges | undefined, other: Edges | undefined): boolean => {
      if (!one || !other) throw new Error("nothing there");
      return language === "ar" ? other.right <= one.left + ROUNDING : other.left >= one.right - ROUNDING;
    };
    const heads = await edges(page, "[data-testid=column-head]");
    expect(await named(page, "column-head").evaluateAll((all) => all.map((head) => (head as HTMLElement).dataset.camp))).toEqual(
      richest.columns.map((column) => column.camp),
    );
    expect(heads.slice(1).every((head, at) => after(heads[at], head))).toBe(true);
    const [events] = await edges(page, "[data-pane=events]");
    const [board] = await edges(page, "[data-testid=board]");
    const [overview] = await edges(page, "nav.overview");
    expect(after(events, board)).toBe(true);
    expect(after(board, overview)).toBe(true);
    const tabs = await edges(page, "[data-testid=page-tab]");
    expect(tabs.slice(1).every((tab, at) => after(tabs[at], tab))).toBe(true);
    // Every cell stands under the head of its column.
    for (const [column, head] of heads.entries()) {
      const cells = await edges(page, `[id^=cell-][id$="-${column}"]`);
      expect(cells.length).toBe(richest.rows.length);
      expect(cells.every((cell) => Math.abs(cell.left - head.left) < ROUNDING && Math.abs(cell.right - head.right) < ROUNDING)).toBe(true);
    }
  });
}

test("Arabic text is read from the right whatever the interface's language", async ({ page }) => {
  await open(page, { language: "en", theme: "light" });
  await toBoard(page);
  const texts = await page.locator(".txt").evaluateAll((all) => all.map((text) => getComputedStyle(text).direction));
  expect(new Set(texts)).toEqual(new Set(["rtl"]));
  // The first word of a line stands at its right edge.
  const gaps = await page.locator("[data-testid=cell] .txt").evaluateAll((all) =>
    all.map((text) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      let first = walker.nextNode();
      while (first?.nodeValue === "") first = walker.nextNode();
      if (!first) throw new Error("an empty text");
      const range = document.createRange();
      range.setStart(first, 0);
      range.setEnd(first, 1);
      const { paddingRight, borderRightWidth } = getComputedStyle(text);
      const inner = text.getBoundingClientRect().right - parseFloat(paddingRight) - parseFloat(borderRightWidth);
      return inner - range.getBoundingClientRect().right;
    }),
  );
  // A voice begins with its shape.
  expect(Math.max(...gaps)).toBeLessThan(24);
});
