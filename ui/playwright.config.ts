// The window in Chromium, on the recorded sample: what jsdom cannot see. `npm run browser` tests, `npm run screens` takes
// pictures, `npm run speed` measures; all want `dist/` built, and serve it themselves under the content policy of the desktop.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

/** A port that neither `npm run dev` nor `npm run preview` takes. */
const PORT = Number(process.env.RIWAYAT_BROWSER_PORT ?? 4174);

/** The system's Chromium: Playwright's own build is a download of its own, which not every machine may make. */
function chromium(): string {
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  if (found === undefined) throw new Error("No chromium on PATH: install the package chromium");
  return found;
}

export default defineConfig({
  testDir: "browser",
  outputDir: "../target/browser",
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // A test that passes only at the second try is a failure here.
  retries: 0,
  timeout: 45_000,
  reporter: "list",
  use: {
    baseURL: `http://localhost:${PORT}`,
    browserName: "chromium",
    launchOptions: { executablePath: chromium() },
    viewport: { width: 1440, height: 900 },
    // The sample is of one time zone; so is what is shown of it.
    timezoneId: "Asia/Damascus",
  },
  projects: [
    { name: "browser", testMatch: "*.spec.ts" },
    { name: "screens", testMatch: "screens.ts" },
    { name: "speed", testMatch: "speed.ts" },
  ],
  webServer: {
    command: `npm run --silent preview -- --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
    stdout: "ignore",
  },
});
