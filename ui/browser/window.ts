// The window as tests see it: opened in a language and a theme, settled, without an error on its console.

import { test as base, expect, type Locator, type Page } from "@playwright/test";

export type Language = "ar" | "en";
export type Theme = "light" | "dark";

export interface Look {
  readonly language: Language;
  readonly theme: Theme;
}

export const LANGUAGES: readonly Language[] = ["ar", "en"];
export const LOOKS: readonly Look[] = LANGUAGES.flatMap((language) => [
  { language, theme: "light" } as const,
  { language, theme: "dark" } as const,
]);

/** How the recorded sample begins, and how many milliseconds its pretended import takes for a step. */
export type Start = "sample" | "empty" | "fail" | "lost" | "large" | "deep" | `sample&pace=${number}` | `many&articles=${number}`;

/** Every test fails on an error of the page's own: a breach of the content policy tells itself there and nowhere else. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        // A browser asks for a sign for its tab; the desktop has none.
        if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico")) errors.push(message.text());
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** What a test id names. */
export function named(page: Page | Locator, id: string, more = ""): Locator {
  return page.locator(`[data-testid="${id}"]${more}`);
}

/** Waits until nothing is compared or read and the letters are there. */
export async function settled(page: Page): Promise<void> {
  await expect(named(page, "app")).not.toHaveAttribute("data-phase", "starting");
  await expect(named(page, "app")).toHaveAttribute("aria-busy", "false");
  await expect(named(page, "loading")).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

export async function open(page: Page, { language, theme }: Look, start: Start = "sample"): Promise<void> {
  await page.goto(`/?fixture=${start}&lang=${language}&theme=${theme}`);
  await settled(page);
}
