// The window by keyboard alone: everything is reached and left, the focus is seen and goes in the order of reading, arrows
// follow what is seen, dialogs hold the focus and give it back, and nothing moves where movement is not wanted.

import type { Locator, Page } from "@playwright/test";
import { visit, toBoard, SCREENS } from "./visits";
import { expect, LANGUAGES, named, open, settled, test, type Look } from "./window";

const ARABIC: Look = { language: "ar", theme: "light" };

/** The views by their keys, and what each shows. */
const VIEWS = [
  ["Alt+Digit2", "claims-table"],
  ["Alt+Digit3", "figures"],
  ["Alt+Digit4", "naming"],
  ["Alt+Digit5", "sources"],
  ["Alt+Digit1", "board"],
] as const;

interface Stop {
  readonly what: string;
  readonly pane: string;
  readonly ring: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What has the focus; null where the window has it as a whole. */
function stop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    // A control that is drawn by what is round it is ringed there.
    const drawn = [at, at.closest(".field"), at.closest("label")].filter((element) => element !== null);
    const ring = drawn.some((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    });
    const { left, right, top, bottom } = at.getBoundingClientRect();
    return {
      what: `${at.localName} ${at.getAttribute("data-testid") ?? at.className.toString()} «${at.textContent.trim().slice(0, 30)}»`,
      pane: at.closest("[data-pane]")?.getAttribute("data-pane") ?? "",
      ring,
      left,
      right,
      top,
      bottom,
    };
  });
}

/** Every stop of Tab, from the first to where it leaves the page. */
async function stops(page: Page): Promise<Stop[]> {
  const found: Stop[] = [];
  for (let count = 0; count < 200; count += 1) {
    await page.keyboard.press("Tab");
    const at = await stop(page);
    if (!at) return found;
    found.push(at);
  }
  throw new Error("Tab does not come to an end");
}

for (const language of LANGUAGES) {
  for (const name of ["side-by-side", "events-filters", "claims", "figures", "naming", "sources", "welcome", "empty", "failure"]) {
    test(`Tab stops where it is seen, in the order of reading: ${name}, ${language}`, async ({ page }) => {
      const screen = SCREENS.find((one) => one.name === name);
      if (!screen) throw new Error(name);
      await visit(page, screen, { language, theme: "light" });
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      // From the top of the page.
      await page.evaluate(() => getSelection()?.setPosition(document.body, 0));
      const all = await stops(page);
      expect(all.length).toBeGreaterThan(4);
      expect(all.filter(({ ring }) => !ring)).toEqual([]);
      expect(all.filter(({ left, right, top, bottom }) => left >= right || top >= bottom)).toEqual([]);
      // Pane by pane, and to none of them twice.
      const panes = all.map(({ pane }) => pane).filter((pane, at, list) => pane !== "" && pane !== list[at - 1]);
      expect(panes).toEqual([...new Set(panes)]);
      // In the bar, from the edge where reading starts.
      const bar = all.filter(({ pane }) => pane === "bar");
      const against = bar.slice(1).filter((one, at) => {
        const before = bar[at];
        if (!before || one.top >= before.bottom - 1) return false;
        return language === "ar" ? one.right > before.left + 1 : one.left < before.right - 1;
      });
      expect(against).toEqual([]);
    });
  }

  test(`arrows follow what is seen, ${language}`, async ({ page }) => {
    await open(page, { language, theme: "light" });
    await toBoard(page);
    await named(page, "cell").first().focus();
    // One step off the edge first, so that there is a column on both sides.
    await page.keyboard.press(language === "ar" ? "ArrowLeft" : "ArrowRight");
    for (const [key, x, y] of [["ArrowLeft", -1, 0], ["ArrowRight", 1, 0], ["ArrowDown", 0, 1], ["ArrowUp", 0, -1]] as const) {
      // Where a cell is in the board, however far that is scrolled.
      const place = (): Promise<[number, number]> =>
        page.evaluate(() => {
          const cell = document.activeElement as HTMLElement;
          const board = cell.closest<HTMLElement>("[data-testid=board]");
          if (!board) throw new Error("the focus is outside the board");
          return [cell.getBoundingClientRect().left + board.scrollLeft, cell.getBoundingClientRect().top + board.scrollTop];
        });
      const before = await place();
      await page.keyboard.press(key);
      await expect(async () => {
        const after = await place();
        expect([Math.sign(Math.round(after[0] - before[0])), Math.sign(Math.round(after[1] - before[1]))]).toEqual([x, y]);
      }).toPass({ timeout: 3000 });
    }
  });
}

test("every view is reached and left by its key", async ({ page }) => {
  await open(page, ARABIC);
  await toBoard(page);
  for (const [key, testid] of VIEWS) {
    await page.keyboard.press(key);
    await expect(named(page, testid)).toBeVisible();
  }
});

// In a low window few rows are drawn, and a sentence of another event stood in one that was not.
test("every sentence that was searched for comes into sight", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, ARABIC);
  await toBoard(page);
  await named(page, "search-articles").click();
  await page.locator("#filter").fill("السوق");
  const hits = named(page, "hit");
  await expect(hits.first()).toBeVisible();
  const count = await hits.count();
  expect(count).toBeGreaterThan(5);
  for (let at = 0; at < count; at += 1) {
    await page.locator("#filter").press("Enter");
    await expect(hits.nth(at)).toHaveAttribute("aria-current", "true");
    const article = (await hits.nth(at).getAttribute("data-article")) ?? "";
    await expect(page.locator(`.cell[tabindex="0"] .txt[data-text-of="${article}"]`).first()).toBeInViewport();
  }
});

test("a view's key leads from the beginning back to the event", async ({ page }) => {
  await open(page, ARABIC);
  await named(page, "home").click();
  await expect(named(page, "welcome")).toBeVisible();
  await expect(named(page, "page-tab")).toHaveCount(0);
  await page.keyboard.press("Alt+Digit2");
  await expect(named(page, "claims-table")).toBeVisible();
});

test("a physical key does the same whatever alphabet it writes", async ({ page }) => {
  await open(page, ARABIC);
  await toBoard(page);
  await named(page, "cell").first().focus();
  await page.locator(":focus").dispatchEvent("keydown", { key: "ت", code: "KeyJ" });
  await expect(page.locator("[data-testid=row]:has(:focus)")).toHaveAttribute("data-kind", /contradict|denied|same-accusation/);
});

// The row was gone to by the height that it had with its claims, past the end of the board, and the focus fell out of it.
test("the next contradiction is found in the moment in which the claims of a row are closed", async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 860 });
  await open(page, ARABIC);
  await toBoard(page);
  await named(page, "cell").first().focus();
  await page.keyboard.press("KeyJ");
  await page.keyboard.press("Enter");
  await expect(named(page, "claim").first()).toBeVisible();
  await settled(page);
  const before = await page.locator(":focus").getAttribute("id");
  await page.evaluate(() => {
    for (const code of ["Enter", "KeyJ"]) document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true }));
  });
  await expect(named(page, "claim")).toHaveCount(0);
  const row = page.locator("[data-testid=row]:has(:focus)");
  await expect(row).toHaveAttribute("data-kind", /contradict|denied|same-accusation/);
  await expect(row.locator(".why")).toBeInViewport();
  expect(await page.locator(":focus").getAttribute("id")).not.toBe(before);
});

test("F6 goes from pane to pane and round", async ({ page }) => {
  await open(page, ARABIC);
  await toBoard(page);
  const panes: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    await page.keyboard.press("F6");
    panes.push((await stop(page))?.pane ?? "none");
  }
  expect(new Set(panes.slice(0, 4))).toEqual(new Set(["bar", "events", "head", "board"]));
  expect(panes[4]).toBe(panes[0]);
});

test("the way past the bar and the list leads to the comparison", async ({ page }) => {
  await open(page, ARABIC);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

/** In the box that was opened from `from`: tries to leave it by Tab, closes it by Escape. */
async function holds(page: Page, box: Locator, from: Locator): Promise<void> {
  await expect(box).toBeVisible();
  for (const key of [...Array<string>(12).fill("Tab"), ...Array<string>(12).fill("Shift+Tab")]) {
    await page.keyboard.press(key);
    const outside = await box.evaluate((dialog) => {
      const at = document.activeElement;
      return at !== document.body && !dialog.contains(at);
    });
    expect(outside).toBe(false);
  }
  // Past the last stop the focus is the browser's own, which has no key for us.
  await box.locator("button").first().focus();
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await expect(from).toBeFocused();
}

test("the list of keys holds the focus and gives it back", async ({ page }) => {
  await open(page, ARABIC);
  const from = named(page, "event").first();
  await from.focus();
  await page.keyboard.press("F1");
  await holds(page, named(page, "keys-dialog"), from);
});

test("the box for a text holds the focus and gives it back to the menu it came from", async ({ page }) => {
  await open(page, ARABIC);
  const menu = named(page, "import-menu");
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(named(page, "import-files")).toBeFocused();
  await page.keyboard.press("End");
  await expect(named(page, "import-text")).toBeFocused();
  await page.keyboard.press("Enter");
  await holds(page, named(page, "paste-dialog"), menu);
});

test("the report of an import holds the focus and gives it back", async ({ page }) => {
  await open(page, ARABIC, "sample&pace=0");
  const menu = named(page, "import-menu");
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await holds(page, named(page, "import-report"), menu);
});

test("a menu gives the focus back", async ({ page }) => {
  await open(page, ARABIC);
  await toBoard(page);
  const cell = named(page, "cell", ":has([data-testid=arrange])").first();
  await cell.focus();
  const button = named(cell, "arrange").first();
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(cell.locator("[role=menuitem]").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("an article opens and closes by keyboard and gives the focus back", async ({ page }) => {
  await open(page, ARABIC);
  await toBoard(page);
  const head = named(page, "column-article").first();
  await head.focus();
  await page.keyboard.press("Enter");
  await expect(named(page, "article")).toBeFocused();
  await expect(named(page, "camp-select")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(named(page, "article")).toHaveCount(0);
  await expect(head).toBeFocused();
});

test("the reason of a mark is read with it, and Escape takes it away", async ({ page }) => {
  const screen = SCREENS.find(({ name }) => name === "side-reason");
  if (!screen) throw new Error("no such screen");
  await visit(page, screen, ARABIC);
  const reason = (await page.locator("#tip").textContent()) ?? "";
  expect(reason.length).toBeGreaterThan(5);
  await expect(page.locator(":focus")).toHaveAccessibleDescription(reason);
  await page.keyboard.press("Escape");
  await expect(page.locator("#tip")).toHaveCount(0);
});

/** The longest that anything takes to move, in seconds. */
function longest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seconds = [...document.querySelectorAll("*")].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const durations = `${animationName === "none" ? "0s" : animationDuration}, ${transitionDuration}`.split(", ");
      return durations.map((one) => (one.endsWith("ms") ? parseFloat(one) / 1000 : parseFloat(one)));
    });
    return Math.max(...seconds);
  });
}

/** At how many places the board is seen while a key leads to a row that is out of sight: watched from before the press. */
async function places(page: Page, key: string): Promise<number> {
  const watched = await page.evaluateHandle(() => {
    const board = document.querySelector("[data-testid=board]");
    if (!board) throw new Error("no board");
    const [start, tops] = [Math.round(board.scrollTop), new Set<number>()];
    const look = (): void => {
      const top = Math.round(board.scrollTop);
      if (top !== start) tops.add(top);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return tops;
  });
  await page.keyboard.press(key);
  await page.waitForTimeout(1000);
  return watched.evaluate((tops) => tops.size);
}

for (const reducedMotion of ["no-preference", "reduce"] as const) {
  test(`movement, where it is asked for: ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    const screen = SCREENS.find(({ name }) => name === "notice");
    if (!screen) throw new Error("no such screen");
    await visit(page, screen, ARABIC);
    await settled(page);
    if (reducedMotion === "reduce") expect(await longest(page)).toBeLessThan(0.01);
    else expect(await longest(page)).toBeGreaterThan(0.01);
    await page.keyboard.press("Escape");
    await expect(named(page, "article")).toHaveCount(0);
    await named(page, "cell").first().focus();
    const stops = await places(page, "KeyJ");
    if (reducedMotion === "reduce") expect(stops).toBe(1);
    else expect(stops).toBeGreaterThan(2);
  });
}
