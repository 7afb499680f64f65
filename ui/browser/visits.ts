// Every screen of the window, and the way to it: axe, geometry and the pictures all walk through this list.

import { expect, type Page } from "@playwright/test";
import { richest } from "./sample";
import { named, open, settled, type Look, type Start } from "./window";

export interface Screen {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  /** The sample, unless said otherwise. */
  readonly start?: Start;
}

function press(page: Page, testid: string): Promise<void> {
  return named(page, testid).first().click();
}

function shown(page: Page, testid: string): Promise<void> {
  return expect(named(page, testid).first()).toBeVisible();
}

/** The event with the most rows, side by side. */
export async function toBoard(page: Page): Promise<void> {
  await named(page, "event", `[data-event="${richest.head.id}"]`).click();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(richest.rows.length + 1));
  await shown(page, "row");
}

/** Another view of that event. */
async function toView(page: Page, view: string, testid: string): Promise<void> {
  await toBoard(page);
  await named(page, "page-tab", `[data-page="${view}"]`).click();
  await shown(page, testid);
}

export async function toArticle(page: Page): Promise<void> {
  await toBoard(page);
  await press(page, "column-article");
  await shown(page, "camp-select");
}

/** What the open article says, under its text. */
async function claimsOfArticle(page: Page): Promise<void> {
  await toArticle(page);
  await named(page, "article-claims").evaluate((claims) => claims.scrollIntoView({ block: "start", behavior: "instant" }));
  await shown(page, "claim-place");
}

async function toImport(page: Page): Promise<void> {
  await press(page, "import-menu");
  await press(page, "import-files");
}

async function claimsOfRow(page: Page): Promise<void> {
  await toBoard(page);
  await press(page, "claims-switch");
  await shown(page, "claim");
}

/** The reason of a mark, as the keyboard finds it: in the current cell. */
async function reason(page: Page): Promise<void> {
  await toBoard(page);
  const cell = named(page, "cell", ":has([data-testid=mark])").first();
  await cell.focus();
  await named(cell, "mark", '[tabindex="0"]').first().focus();
  await expect(page.locator("#tip")).toBeVisible();
}

async function arrangeMenu(page: Page): Promise<void> {
  await toBoard(page);
  const cell = named(page, "cell", ":has([data-testid=arrange])").first();
  await cell.focus();
  await named(cell, "arrange").first().click();
  await expect(cell.locator("[role=menu]")).toBeVisible();
}

async function sentences(page: Page): Promise<void> {
  await toView(page, "claims", "claims-table");
  await named(page, "slot-cell", ":enabled").first().click();
  await shown(page, "slot-sentences");
}

async function concordance(page: Page): Promise<void> {
  await toView(page, "naming", "naming");
  await press(page, "name");
  await shown(page, "concordance");
}

async function notice(page: Page): Promise<void> {
  await toArticle(page);
  await named(page, "title-input").fill("عنوان آخر");
  await named(page, "title-input").press("Tab");
  await expect(named(page, "notices").locator("p")).toBeVisible();
}

/** A command of the palette, by its id. */
async function command(page: Page, id: string): Promise<void> {
  await page.keyboard.press("Control+KeyK");
  await named(page, "palette-entry", `[data-entry="${id}"]`).click();
}

async function palette(page: Page): Promise<void> {
  await toBoard(page);
  await page.keyboard.press("Control+KeyK");
  await shown(page, "palette-entry");
}

/** The picture of the sources with a voice that is quoted by more than one. */
async function quotes(page: Page): Promise<void> {
  await toView(page, "sources", "sources");
  await named(page, "source", '[data-kind="speaker"]').first().click();
  await shown(page, "source-quotes");
  await expect(named(page, "source-quotes").locator('[data-testid="quote"]').first()).toBeVisible();
}

async function statement(page: Page): Promise<void> {
  await toView(page, "sources", "sources");
  await press(page, "statement-open");
  await shown(page, "statement-claims");
}

/** Words that several columns have. */
const WORDS = "السوق";

async function find(page: Page): Promise<void> {
  await toBoard(page);
  await press(page, "find-open");
  await named(page, "find-input").fill(WORDS);
  await expect(named(page, "find-next")).toBeEnabled();
}

/** The same while some of what is found stands in a column that is hidden. */
async function findApart(page: Page): Promise<void> {
  await hidden(page);
  await press(page, "find-open");
  await named(page, "find-input").fill(WORDS);
  await shown(page, "find-apart");
}

async function columnMenu(page: Page): Promise<void> {
  await toBoard(page);
  await press(page, "column-menu");
  await shown(page, "column-hide");
}

async function narrowed(page: Page): Promise<void> {
  await toBoard(page);
  await press(page, "column-tab");
  await expect(named(page, "column-tab", '[aria-pressed="true"]')).toBeVisible();
}

async function hidden(page: Page): Promise<void> {
  await toBoard(page);
  await named(page, "column-menu").last().click();
  await press(page, "column-hide");
  await shown(page, "columns-hidden");
}

async function columnsMenu(page: Page): Promise<void> {
  await hidden(page);
  await press(page, "columns-menu");
  await shown(page, "column-show");
}

/** The choices of the filter open, one of every kind set. */
async function filters(page: Page): Promise<void> {
  await toBoard(page);
  await press(page, "filter-toggle");
  await named(page, "filter-camp-opposition").selectOption("covers");
  await named(page, "filter-place").selectOption({ index: 1 });
  await named(page, "filter-contradictions").check();
  await press(page, "day-bar");
  await expect(named(page, "filter-chip")).toHaveCount(4);
}

async function eventMenu(page: Page): Promise<void> {
  await toBoard(page);
  await named(page, "event", '[aria-current="true"]').click({ button: "right" });
  await shown(page, "event-menu-list");
}

async function ofEvent(page: Page, choice: string): Promise<void> {
  await eventMenu(page);
  await press(page, `event-menu-${choice}`);
  await shown(page, `${choice}-dialog`);
}

/** Where an article of the event is asked to go. */
async function move(page: Page): Promise<void> {
  await ofEvent(page, "move");
  await named(page, "move-article").nth(1).click();
  await shown(page, "move-choice");
}

/** The event under a name of the analyst's. */
async function renamed(page: Page): Promise<void> {
  await ofEvent(page, "name");
  await named(page, "event-name-input").fill("قصف السوق كما يرويه الجميع");
  await press(page, "event-name-save");
  await shown(page, "event-named-by-hand");
}

/** All articles, searched, and the second sentence gone to. */
async function search(page: Page): Promise<void> {
  await toBoard(page);
  await press(page, "search-articles");
  await page.locator("#filter").fill(WORDS);
  await shown(page, "hit");
  await press(page, "hit-next");
  await press(page, "hit-next");
  await expect(named(page, "hit", '[aria-current="true"]')).toBeVisible();
  await expect(page.locator(".cell[tabindex='0'] .txt").first()).toBeInViewport();
}

/** The event of 60 articles, some way down. */
async function large(page: Page): Promise<void> {
  await named(page, "event", `[data-event="${richest.head.id}"]`).click();
  await shown(page, "row");
  await named(page, "board").evaluate((board) => board.scrollTo({ top: 20_000, behavior: "instant" }));
  await expect(named(page, "row", '[aria-rowindex="2"]')).toHaveCount(0);
  await shown(page, "row");
}

/** The list of a great dossier, some way down. */
async function many(page: Page): Promise<void> {
  await named(page, "event").nth(2).click();
  await shown(page, "row");
  await page.locator("[data-pane=events]").evaluate((list) => list.scrollTo({ top: 3_000, behavior: "instant" }));
}

/** Loaded names give way to neutral ones, in brackets. */
export async function neutral(page: Page): Promise<void> {
  await toBoard(page);
  await page.keyboard.press("n");
  await expect(named(page, "mark", "[data-neutral]").first()).toBeVisible();
}

/** A neutral name is chosen, and about to be chosen again. */
async function call(page: Page): Promise<void> {
  await toView(page, "naming", "naming");
  await press(page, "naming-call");
  await press(page, "naming-name-offered");
  await press(page, "naming-name-save");
  await shown(page, "naming-by-hand");
  await press(page, "naming-call");
  await shown(page, "name-dialog");
}

/** Files are held over the window. */
async function dropped(page: Page): Promise<void> {
  await toBoard(page);
  await page.evaluate(() => window.dispatchEvent(new DragEvent("dragenter")));
  await shown(page, "drop-overlay");
}

export const SCREENS: readonly Screen[] = [
  { name: "welcome", show: (page) => press(page, "home") },
  { name: "failure", start: "fail", show: (page) => shown(page, "failure") },
  { name: "empty", start: "empty", show: (page) => shown(page, "empty") },
  { name: "side-by-side", show: toBoard },
  { name: "side-claims", show: claimsOfRow },
  { name: "side-reason", show: reason },
  { name: "side-neutral", show: neutral },
  { name: "side-menu", show: arrangeMenu },
  { name: "article", show: toArticle },
  { name: "article-claims", show: claimsOfArticle },
  { name: "notice", show: notice },
  { name: "claims", show: (page) => toView(page, "claims", "claims-table") },
  { name: "claims-sentences", show: sentences },
  { name: "figures", show: (page) => toView(page, "figures", "figures") },
  { name: "naming", show: (page) => toView(page, "naming", "naming") },
  { name: "naming-places", show: concordance },
  { name: "naming-call", show: call },
  { name: "sources", show: (page) => toView(page, "sources", "sources") },
  { name: "sources-quotes", show: quotes },
  { name: "sources-statement", show: statement },
  { name: "find", show: find },
  { name: "find-apart", show: findApart },
  { name: "column-menu", show: columnMenu },
  { name: "column-narrowed", show: narrowed },
  { name: "columns-hidden", show: columnsMenu },
  { name: "events-filters", show: filters },
  { name: "events-search", show: search },
  { name: "events-many", start: "many&articles=1000", show: many },
  { name: "event-menu", show: eventMenu },
  { name: "event-name", show: (page) => ofEvent(page, "name") },
  { name: "event-named", show: renamed },
  { name: "event-merge", show: (page) => ofEvent(page, "merge") },
  { name: "event-move-which", show: (page) => ofEvent(page, "move") },
  { name: "event-move", show: move },
  { name: "event-split", show: (page) => ofEvent(page, "split") },
  { name: "large", start: "large", show: large },
  { name: "board-failed", start: "lost", show: (page) => shown(page, "failure") },
  { name: "palette", show: palette },
  { name: "settings", show: (page) => command(page, "settings").then(() => shown(page, "settings-dialog")) },
  { name: "drop", show: dropped },
  {
    name: "import-menu",
    show: async (page) => {
      await press(page, "import-menu");
      await shown(page, "import-text");
    },
  },
  {
    name: "import-running",
    start: "sample&pace=600000",
    show: async (page) => {
      await toImport(page);
      await shown(page, "progress");
    },
  },
  {
    name: "import-report",
    start: "sample&pace=0",
    show: async (page) => {
      await toImport(page);
      await shown(page, "import-report");
    },
  },
  {
    name: "paste",
    show: async (page) => {
      await press(page, "import-menu");
      await press(page, "import-text");
      await shown(page, "paste-dialog");
    },
  },
  {
    name: "camp",
    show: async (page) => {
      await toArticle(page);
      await named(page, "camp-select").selectOption("new camp");
      await shown(page, "camp-dialog");
    },
  },
  {
    name: "keys",
    show: async (page) => {
      await page.keyboard.press("F1");
      await shown(page, "keys-dialog");
    },
  },
];

/** Opens the window and goes to a screen. */
export async function visit(page: Page, screen: Screen, look: Look): Promise<void> {
  await open(page, look, screen.start);
  await screen.show(page);
  await settled(page);
}
