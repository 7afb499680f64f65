// How long the built window takes, in Chromium on this machine, on the recorded sample, a great event and great lists:
// `npm run speed`. Numbers to be read, no test: they are those of the machine and of what else it does, whose load is told first.

import { loadavg } from "node:os";
import type { Page } from "@playwright/test";
import { richest } from "./sample";
import { expect, named, open, settled, test, type Start } from "./window";

/** A frame that is longer is seen as a stumble, in milliseconds: two frames of a screen of 60 a second. */
const LONG_FRAME_MS = 32;
const SCROLL_MS = 10_000;
/** How fast a hand scrolls while it looks, in pixels a second. */
const HAND = 3000;
const VIEWS = ["claims", "figures", "naming", "sources", "side"] as const;
const LANDMARKS: Readonly<Record<(typeof VIEWS)[number], string>> = {
  side: "row",
  claims: "slot",
  figures: "figure-set",
  naming: "naming-set",
  sources: "source",
};
const WORDS = "السوق";

test.setTimeout(240_000);
test.describe.configure({ mode: "serial" });
test.beforeAll(() => tell("load of the machine", loadavg().map((load) => load.toFixed(2)).join(" ")));

function tell(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(56)} ${value}\n`);
}

/** Milliseconds from a press of `pressed` to the frame that shows `awaited` in sight; timed in the page, without the driver's way. */
function shownAfter(page: Page, pressed: string, awaited: string): Promise<number> {
  return page.evaluate(
    async ([pressed, awaited]) => {
      const inSight = (): boolean =>
        [...document.querySelectorAll(awaited)].some((element) => {
          const { top, bottom, height } = element.getBoundingClientRect();
          return height > 0 && bottom > 0 && top < window.innerHeight;
        });
      const start = performance.now();
      document.querySelector<HTMLElement>(pressed)?.click();
      do await new Promise(requestAnimationFrame);
      while (!inSight());
      // What stands at the start of a frame is painted at its end.
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      return performance.now() - start;
    },
    [pressed, awaited] as const,
  );
}

/** Scrolls a box for `SCROLL_MS` and tells its frames: through all of it, however long, or `pace` pixels a second. */
async function scroll(page: Page, box: string, pace: number | null, what: string): Promise<void> {
  const frames = await page.evaluate(
    async ([box, lasts, pace]) => {
      const scroller = document.querySelector(box);
      if (!scroller) throw new Error(box);
      const frames: number[] = [];
      const start = await new Promise<number>(requestAnimationFrame);
      for (let last = start; last - start < lasts; ) {
        const past = last - start;
        const top = pace === null ? (past / lasts) * (scroller.scrollHeight - scroller.clientHeight) : (past / 1000) * pace;
        scroller.scrollTo({ top, behavior: "instant" });
        const now = await new Promise<number>(requestAnimationFrame);
        frames.push(now - last);
        last = now;
      }
      return frames;
    },
    [box, SCROLL_MS, pace] as const,
  );
  const long = frames.filter((frame) => frame > LONG_FRAME_MS);
  tell(what, `${long.length} of ${frames.length} frames over ${LONG_FRAME_MS} ms, the longest ${Math.max(...frames).toFixed(0)} ms`);
}

async function scrolled(page: Page, box: string, what: string): Promise<void> {
  await scroll(page, box, HAND, `${what}, ${HAND} px/s`);
  await scroll(page, box, null, `${what}, all of it in ${SCROLL_MS / 1000} s`);
}

const plain = (text: string | null): string => (text ?? "").replace(/[\u2066-\u2069]/g, "");
const ms = (time: number): string => `${time.toFixed(0)} ms`;

for (const start of ["sample", "large", "deep"] as const satisfies readonly Start[]) {
  test(`an event: ${start}`, async ({ page }) => {
    await open(page, { language: "ar", theme: "light" }, start);
    // Another event than the one that is open: its rows are those that come.
    const before = (await page.getByRole("grid").getAttribute("aria-rowcount")) ?? "";
    const event = `[data-testid=event][data-event="${richest.head.id}"]`;
    tell(`${start}: event to its first rows`, ms(await shownAfter(page, event, `[role=grid]:not([aria-rowcount="${before}"]) [data-testid=row]`)));
    await settled(page);
    tell(`${start}: rows`, String(Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 1));
    await scrolled(page, "[data-testid=board]", `${start}: scrolling the board`);
    for (const view of VIEWS) {
      for (const time of ["first", "again"] as const) {
        if (time === "again") await shownAfter(page, "[data-testid=page-tab][data-page=claims]", "[data-testid=slot]");
        if (time === "again" && view === "claims") await shownAfter(page, "[data-testid=page-tab][data-page=side]", "[data-testid=row]");
        const took = await shownAfter(page, `[data-testid=page-tab][data-page=${view}]`, `[data-testid=${LANDMARKS[view]}]`);
        tell(`${start}: view ${view}, ${time}`, ms(took));
      }
    }
    await named(page, "find-open").click();
    const found = await named(page, "find-input").evaluate(async (input: HTMLInputElement, words) => {
      const start = performance.now();
      input.value = words;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      return performance.now() - start;
    }, WORDS);
    tell(`${start}: find (${plain(await named(page, "find-count").textContent())})`, ms(found));
    tell(`${start}: next place`, ms(await shownAfter(page, "[data-testid=find-next]", "[data-testid=row]")));
  });
}

for (const articles of [10, 1000, 100_000]) {
  test(`a list: ${articles} articles`, async ({ page }) => {
    await open(page, { language: "ar", theme: "light" }, `many&articles=${articles}`);
    // The list is made by script when the page starts, which is no time of the window's: it is opened again.
    await named(page, "home").click();
    await expect(named(page, "event")).toHaveCount(0);
    tell(`${articles} articles: opening to the list`, ms(await shownAfter(page, "[data-testid=sample]", "[data-testid=event]")));
    await settled(page);
    tell(`${articles} articles: events`, plain(await named(page, "events-count").textContent()));
    await scrolled(page, "[data-pane=events]", `${articles} articles: scrolling the list`);
    const filtered = await page.locator("#filter").evaluate(async (input: HTMLInputElement) => {
      const start = performance.now();
      input.value = "سوق";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      return performance.now() - start;
    });
    tell(`${articles} articles: filtering by a word`, ms(filtered));
  });
}
