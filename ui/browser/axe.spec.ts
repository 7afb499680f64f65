// axe finds nothing on any screen, in both languages and both themes. No rule is off.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { SCREENS, visit } from "./visits";
import { expect, LANGUAGES, test } from "./window";

/** What a theme can change. */
const COLOUR = ["color-contrast", "link-in-text-block"];

async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // Only what is found is written down, and in the page itself: a board has thousands of elements that pass.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"], ...(rules && { runOnly: { type: "rule", values: rules } }) }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
  );
}

for (const screen of SCREENS) {
  for (const language of LANGUAGES) {
    test(`axe: ${screen.name}, ${language}`, async ({ page }) => {
      await visit(page, screen, { language, theme: "light" });
      expect.soft(await findings(page), "light").toEqual([]);
      // The same screen in the other theme: the switch is out of reach behind a dialog.
      await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
      expect.soft(await findings(page, COLOUR), "dark").toEqual([]);
    });
  }
}
