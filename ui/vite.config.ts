// Builds the window's front end into `dist/`: every file local, nothing inlined, so that the content policy can stay strict.
import { readFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

/** The address that the desktop shell loads while developing. */
const DEV_PORT = 5173;

interface Shell {
  readonly app: { readonly security: { readonly csp: string } };
}

/** The content policy of the desktop, under which the built window is previewed and tested as well. */
const shell = JSON.parse(readFileSync(new URL("../tauri.conf.json", import.meta.url), "utf8")) as Shell;

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: DEV_PORT, strictPort: true },
  preview: { port: 4173, headers: { "Content-Security-Policy": shell.app.security.csp } },
  // The policy allows no inline style or data font: assets stay files.
  // The CSS minifier is off: it folds text-decoration longhands into the shorthand, which WebKitGTK drops.
  build: { target: "es2023", assetsInlineLimit: 0, cssMinify: false, modulePreload: { polyfill: false } },
  // Without this, tests would load Svelte's server build.
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: { include: ["src/**/*.test.ts"], environment: "jsdom" },
});
