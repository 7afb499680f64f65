import { afterEach, describe, expect, it, vi } from "vitest";
import { Growing } from "./growing.svelte";

afterEach(() => vi.unstubAllGlobals());

describe("Growing", () => {
  it("draws all where nothing tells where the end is", () => {
    expect(new Growing(10).shown).toBeGreaterThan(1_000_000);
  });

  it("draws more whenever the end comes near", () => {
    const seen: ((near: boolean) => void)[] = [];
    const disconnect = vi.fn();
    vi.stubGlobal("IntersectionObserver", class {
      constructor(call: (entries: { isIntersecting: boolean }[]) => void) {
        seen.push((isIntersecting) => call([{ isIntersecting }]));
      }
      observe = vi.fn();
      disconnect = disconnect;
    });
    const list = new Growing(10);
    const off = list.end(document.createElement("li"));
    seen[0]?.(false);
    expect(list.shown).toBe(10);
    seen[0]?.(true);
    expect(list.shown).toBe(20);
    off();
    expect(disconnect).toHaveBeenCalledOnce();
  });
});
