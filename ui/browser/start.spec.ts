// The built window starts in a real browser: its direction, its faces, its columns.

import { richest } from "./sample";
import { expect, LANGUAGES, named, open, test } from "./window";

for (const language of LANGUAGES) {
  test(`starts on the sample, ${language}`, async ({ page }) => {
    await open(page, { language, theme: "light" });
    await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
    await named(page, "event", `[data-event="${richest.head.id}"]`).click();
    await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(richest.rows.length + 1));
    await expect(named(page, "row").first()).toBeVisible();
    const faces = await page.evaluate(() =>
      [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family.replaceAll('"', "")),
    );
    expect(new Set(faces)).toEqual(new Set(["Amiri", "Vazirmatn"]));
  });
}
