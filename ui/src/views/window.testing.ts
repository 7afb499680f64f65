// The whole window on the recorded sample, without a browser: opens it, finds things in it by their test ids, presses keys.

import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, vi } from "vitest";
import { FixtureBackend, type FixtureOptions, type Sample } from "../lib/backend/fixture";
import { richest as richestOf } from "../lib/backend/fixture-copies";
import recorded from "../lib/backend/fixtures/sample.json";
import { Lang } from "../lib/lang/lang.svelte";
import { Theme } from "../lib/shared/theme.svelte";
import App from "./App.svelte";

/** Drawing the whole window several times takes jsdom seconds on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });

export const data = recorded as unknown as Sample;

/** The event of the sample with the most rows. */
export const richest = richestOf(data);

let app: Record<string, unknown> | undefined;

/** jsdom knows no modal box, of which only what is in it matters here, and lays nothing out that could be scrolled or measured. */
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.ResizeObserver ??= class {
    observe = (): void => undefined;
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  };
  Range.prototype.getBoundingClientRect = () => document.body.getBoundingClientRect();
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});

/** Takes the window away, as one who closes it. */
export function close(): void {
  if (app) void unmount(app);
  app = undefined;
}

afterEach(() => {
  close();
  document.body.replaceChildren();
  localStorage.clear();
});

export const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  flushSync();
};

export async function open(options: Partial<FixtureOptions> = {}): Promise<void> {
  const backend = new FixtureBackend({ pace: 0, ...options });
  app = mount(App, { target: document.body, props: { backend, lang: new Lang("ar"), theme: new Theme("light") } });
  await settle();
  document.querySelector<HTMLElement>(`[data-event="${richest.head.id}"]`)?.click();
  await settle();
}

export const all = (testid: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testid}"]`)];

export function one(testid: string): HTMLElement {
  const [found] = all(testid);
  if (!found) throw new Error(`nothing called ${testid}`);
  return found;
}

export function press(code: string, more: KeyboardEventInit = {}): void {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true, ...more }));
  flushSync();
}
