// Pictures of every screen in both languages and both themes, into `target/screens`: `npm run screens`. `SCREENS_TEXT=2` doubles
// the text, `SCREENS_SIZE=1280x720` sets the window.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { SCREENS, visit } from "./visits";
import { LOOKS } from "./window";

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const FOLDER = join(TARGET, "screens");
const [width = 1440, height = 900] = (process.env.SCREENS_SIZE ?? "1440x900").split("x").map(Number);
const text = Number(process.env.SCREENS_TEXT ?? 1);

test.use({ viewport: { width, height } });

for (const screen of SCREENS) {
  for (const look of LOOKS) {
    const name = `${screen.name}-${look.theme}-${look.language}`;
    test(name, async ({ page }) => {
      mkdirSync(FOLDER, { recursive: true });
      // As the settings keep it: what is large before it is opened is laid out otherwise than what grows afterwards.
      await page.addInitScript((size) => localStorage.setItem("riwayat.interface-size", size), String(text * 100));
      await visit(page, screen, look);
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    });
  }
}
