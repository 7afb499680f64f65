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
  await expect(named(page, "row")).toHaveCount(richest.rows.length);
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

export const SCREENS: readonly Screen[] = [
  { name: "welcome", show: (page) => press(page, "home") },
  { name: "failure", start: "fail", show: (page) => shown(page, "failure") },
  { name: "empty", start: "empty", show: (page) => shown(page, "empty") },
  { name: "side-by-side", show: toBoard },
  { name: "side-claims", show: claimsOfRow },
  { name: "side-reason", show: reason },
  { name: "side-menu", show: arrangeMenu },
  { name: "article", show: toArticle },
  { name: "notice", show: notice },
  { name: "claims", show: (page) => toView(page, "claims", "claims-table") },
  { name: "claims-sentences", show: sentences },
  { name: "figures", show: (page) => toView(page, "figures", "figures") },
  { name: "naming", show: (page) => toView(page, "naming", "naming") },
  { name: "naming-places", show: concordance },
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
