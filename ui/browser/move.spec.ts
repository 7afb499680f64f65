// An article goes to another event by keys alone, from the list of events.

import { richest, sample } from "./sample";
import { toBoard } from "./visits";
import { expect, named, open, test } from "./window";

test("an article is moved to another event from the list, told with the way back, and taken back", async ({ page }) => {
  await open(page, { language: "ar", theme: "light" });
  await toBoard(page);
  const event = named(page, "event", '[aria-current="true"]');
  await event.focus();
  await page.keyboard.press("Shift+F10");
  await expect(named(page, "event-menu-name")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(named(page, "event-menu-move")).toBeFocused();
  await page.keyboard.press("Enter");
  const ids = richest.columns.flatMap(({ articles }) => articles.map(({ id }) => id));
  await expect(named(page, "move-article").first()).toBeFocused();
  await expect(named(page, "move-article")).toHaveCount(ids.length);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const { title } = sample.articles[ids[1] ?? ""]?.head ?? {};
  await expect(named(page, "move-dialog")).toContainText(title ?? "");
  await expect(named(page, "move-filter")).toBeFocused();
  const other = sample.overview.events.find(({ id, place }) => id !== richest.head.id && place !== null);
  await page.keyboard.type(other?.place ?? "");
  await page.keyboard.press("ArrowDown");
  const choice = page.locator("[data-testid=move-choice]:focus");
  const chosen = await choice.getAttribute("data-event");
  await expect(choice).toContainText(other?.place ?? "");
  await page.keyboard.press("Enter");
  await expect(named(page, "move-dialog")).toHaveCount(0);
  await expect(named(page, "notices")).toContainText("نقل المقال");
  await expect(event).toBeFocused();
  const told = named(page, "event-change");
  await named(page, "column-article", `[data-article="${ids[1]}"]`).click();
  await expect(told).toHaveAttribute("data-event", chosen ?? "");
  await page.keyboard.press("Control+z");
  await expect(told).toHaveAttribute("data-event", richest.head.id);
});

test("Escape leaves an article where it is, and gives the focus back to its column", async ({ page }) => {
  await open(page, { language: "ar", theme: "light" });
  await toBoard(page);
  const menu = named(page, "column-menu").first();
  await menu.focus();
  await page.keyboard.press("Enter");
  await named(page, "column-move").focus();
  await page.keyboard.press("Enter");
  await expect(named(page, "move-dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(named(page, "move-dialog")).toHaveCount(0);
  await expect(menu).toBeFocused();
  await expect(named(page, "undo")).toBeDisabled();
});
