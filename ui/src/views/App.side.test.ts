// The columns, their articles, the rows of a great event and the search in it, in the whole window on the recorded sample.

import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { large } from "../lib/backend/fixture-large";
import { search } from "../lib/side/hits";
import { all, close, data, one, open, press, richest, settle } from "./window.testing";

describe("the columns", () => {
  it("moves a column by its menu and by keys; cells, ids and the overview follow, and it is kept", async () => {
    await open();
    const camps = (): (string | undefined)[] => all("column-head").map((head) => head.dataset.camp);
    const before = camps();
    const [first, second, third] = before;
    one("column-menu").click();
    await settle();
    one("column-to-end").click();
    await settle();
    expect(camps()).toEqual([second, first, third]);
    expect(document.activeElement?.closest<HTMLElement>("[data-testid=column-head]")?.dataset.camp).toBe(first);
    expect(document.getElementById("cell-0-1")?.dataset.camp).toBe(first);
    for (const row of all("row")) {
      expect([...row.querySelectorAll<HTMLElement>("[data-testid=cell]")].map((cell) => cell.dataset.camp)).toEqual(camps());
    }
    document.getElementById("cell-2-0")?.focus();
    press("ArrowLeft", { shiftKey: true });
    await settle();
    expect(camps()).toEqual(before);
    expect(document.activeElement?.id).toBe("cell-2-1");
    press("ArrowLeft", { shiftKey: true });
    await settle();
    close();
    document.body.replaceChildren();
    await open();
    expect(camps()).toEqual([first, third, second]);
  });

  it("hides a column, says how many are hidden, and brings it back", async () => {
    await open();
    const before = all("column-head").length;
    document.getElementById("cell-0-1")?.focus();
    press("KeyH");
    await settle();
    expect([all("column-head").length, one("board").dataset.columns]).toEqual([before - 1, String(before - 1)]);
    expect(all("row")[0]?.querySelectorAll("[data-testid=cell]").length).toBe(before - 1);
    expect(document.querySelector(".overview li button")?.querySelectorAll("i").length).toBe(before - 1);
    expect(one("columns-hidden").textContent).toContain("عمود مخفي");
    one("columns-menu").click();
    await settle();
    one("column-show").click();
    await settle();
    expect([all("column-head").length, all("columns-hidden").length]).toEqual([before, 0]);
  });

  it("leads from a figure to its cell, wherever its column stands", async () => {
    await open();
    const shown = data.figures[richest.head.id]?.sets.flatMap((set) => set.values).find((value) => value.row !== null);
    if (!shown) throw new Error("the sample has a figure in a row");
    document.querySelector<HTMLElement>(`[data-testid=cell][data-camp="${shown.camp}"]`)?.focus();
    press("KeyH");
    await settle();
    press("Digit3", { altKey: true });
    await settle();
    all("figure").find((figure) => figure.textContent?.includes(shown.words))?.querySelector("button")?.click();
    await settle();
    expect(all("columns-hidden")).toEqual([]);
    expect(all("cell").find((cell) => cell.tabIndex === 0)?.dataset.camp).toBe(shown.camp);
  });

  it("sets the width of a column by keys and leaves it to the board again", async () => {
    await open();
    const tracks = (): string => document.querySelector<HTMLElement>(".table")?.style.getPropertyValue("--tracks") ?? "";
    const before = tracks();
    document.getElementById("cell-0-0")?.focus();
    press("Equal");
    expect(tracks()).not.toBe(before);
    one("column-menu").click();
    await settle();
    one("column-width-reset").click();
    await settle();
    expect(tracks()).toBe(before);
  });

  it("narrows a column to one of its articles by its tab and by keys, and says where the rest is", async () => {
    await open();
    const column = richest.columns.find((one) => one.articles.length > 1);
    if (!column) throw new Error("a column of the sample has several articles");
    const cells = (): HTMLElement[] => all("cell").filter((cell) => cell.dataset.camp === column.camp);
    const told = (): string => cells().map((cell) => cell.textContent).join();
    const before = told();
    const chosen = column.articles[0]?.id ?? "";
    all("column-tab").find((tab) => tab.dataset.article === chosen)?.click();
    await settle();
    expect(all("article")).toEqual([]);
    const at = richest.columns.indexOf(column);
    const own = richest.rows.map((row) => row.cells[at]?.pieces.filter((piece) => piece.article === chosen).map((piece) => piece.text) ?? []);
    expect(cells().map((cell) => [...cell.querySelectorAll(".txt")].map((text) => text.textContent))).toEqual(own);
    const states = richest.rows.map((row, n) => (row.cells[at]?.state === "text" && own[n]?.length === 0 ? "other" : row.cells[at]?.state));
    expect(cells().map((cell) => cell.dataset.state)).toEqual(states);
    expect(states).toContain("other");
    cells()[0]?.focus();
    press("BracketRight");
    await settle();
    expect(told()).toBe(before);
    press("BracketLeft");
    await settle();
    expect(all("column-tab").filter((tab) => tab.getAttribute("aria-pressed") === "true").map((tab) => tab.dataset.article)).toEqual([chosen]);
    cells().find((cell) => cell.dataset.state === "other")?.querySelector("button")?.click();
    await settle();
    expect(told()).toBe(before);
  });

  it("reaches every article of a column in one press, and says how long after the first it came", async () => {
    await open();
    const articles = richest.columns.flatMap((column) => column.articles);
    expect(all("column-article").map((button) => button.dataset.article)).toEqual(articles.map((head) => head.id));
    expect(all("lag").length).toBe(articles.filter((head) => head.published !== null && !head.date_inferred).length);
    all("column-article").at(-1)?.click();
    await settle();
    expect(one("article").textContent).toContain(articles.at(-1)?.title);
  });

  it("draws of a great event the rows in sight alone, and reaches all of them by keys and by the overview", async () => {
    // jsdom lays nothing out: a board of some height is all that the window of rows needs; heights are then guessed.
    const height = vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(function seen(this: HTMLElement) {
      return this.dataset.testid === "board" ? 700 : 0;
    });
    const great = large(data);
    await open({ data: great });
    const rows = great.events[richest.head.id]?.rows ?? [];
    expect(document.querySelector("[role=grid]")?.getAttribute("aria-rowcount")).toBe(String(rows.length + 1));
    expect(all("row").length).toBeGreaterThan(0);
    expect(all("row").length).toBeLessThan(30);
    const strips = await vi.waitFor(() => {
      const drawn = [...document.querySelectorAll<HTMLElement>(".overview li button")];
      expect(drawn.length).toBeGreaterThan(0);
      return drawn;
    });
    expect(strips.length).toBeLessThan(rows.length);
    strips.at(-1)?.click();
    await settle();
    const here = (): number => Number(document.activeElement?.id.split("-")[1]);
    expect(here()).toBeGreaterThan(rows.length - 20);
    expect(document.activeElement?.closest("[data-testid=row]")?.getAttribute("aria-rowindex")).toBe(String(here() + 2));
    expect(all("row").length).toBeLessThan(40);
    const from = here();
    press("KeyJ");
    await settle();
    const kinds = ["contradict", "denied", "same-accusation"];
    const next = [...rows.keys()].map((n) => (from + 1 + n) % rows.length).find((n) => kinds.includes(rows[n]?.kind ?? ""));
    expect(here()).toBe(next);
    document.getElementById(`cell-${here()}-0`)?.focus();
    press("ArrowUp");
    await settle();
    expect(here()).toBe(((next ?? 0) - 1 + rows.length) % rows.length);
    height.mockRestore();
  });

  it("finds words in the event, goes from place to place, and counts apart what is hidden", async () => {
    await open();
    press("Slash");
    await settle();
    const input = one("find-input") as HTMLInputElement;
    expect(document.activeElement).toBe(input);
    const type = async (query: string): Promise<void> => {
      input.value = query;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await settle();
    };
    const told = (): string => one("find-count").textContent?.replace(/[\u2066-\u2069]/g, "") ?? "";
    await type("سوق");
    const hits = search(richest, "سوق");
    expect(hits.length).toBeGreaterThan(2);
    const seen = (): string | undefined => all("cell").find((cell) => cell.tabIndex === 0)?.id;
    const at = (n: number): string => `cell-${hits[n]?.row}-${hits[n]?.at}`;
    expect([told(), seen()]).toEqual([`١ من ${hits.length.toLocaleString("ar-u-nu-arab")}`, at(0)]);
    press("Enter");
    await settle();
    expect([seen(), document.activeElement]).toEqual([at(1), input]);
    press("F3", { shiftKey: true });
    press("F3", { shiftKey: true });
    await settle();
    expect(seen()).toBe(at(hits.length - 1));
    await type("لا وجود لهذا");
    expect(told()).toContain("لا موضع");
    await type("سوق");
    const again = hits.findIndex((hit) => hit.row === hits.at(-1)?.row);
    press("Escape");
    await settle();
    expect([all("find").length, document.activeElement?.id]).toEqual([0, at(again)]);
    press("KeyH");
    press("KeyF", { ctrlKey: true });
    await settle();
    const hidden = hits.filter((hit) => hit.at === hits[again]?.at).length;
    expect(told()).toContain((hits.length - hidden).toLocaleString("ar-u-nu-arab"));
    expect(all("find-apart").length).toBe(1);
    one("find-show-all").click();
    await settle();
    expect(all("find-apart").length + all("columns-hidden").length).toBe(0);
  });
});

describe("neutral names", () => {
  const swapped = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>("[data-neutral]")].map((name) => name.dataset.neutral);
  const written = (): string[] => [...document.querySelectorAll(".txt")].map((text) => text.textContent);

  it("stand in place of loaded ones, and give way while the key for the original is held", async () => {
    await open();
    const texts = written();
    expect(swapped()).toEqual([]);
    press("KeyN");
    const shown = swapped();
    expect(shown).toContain("[قوات سوريا الديمقراطية]");
    expect(one("neutral").closest("label")?.textContent).toContain("أسماء محايدة");
    expect(written()).toEqual(texts);
    press("KeyO");
    expect(swapped()).toEqual([]);
    window.dispatchEvent(new KeyboardEvent("keyup", { code: "KeyO" }));
    flushSync();
    expect(swapped()).toEqual(shown);
    press("KeyN");
    expect(swapped()).toEqual([]);
  });

  it("leave a name as it is written where what is looked for stands in it", async () => {
    await open();
    press("KeyN");
    const before = swapped().length;
    press("Slash");
    await settle();
    const hidden = document.querySelector<HTMLElement>("[data-neutral]")?.textContent ?? "";
    const field = document.getElementById("find") as HTMLInputElement;
    field.value = hidden;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    expect(swapped().length).toBeLessThan(before);
    expect([...document.querySelectorAll("[data-neutral]")].map((name) => name.textContent)).not.toContain(hidden);
  });

  it("tell what is written under them", async () => {
    await open();
    press("KeyN");
    const name = document.querySelector<HTMLElement>("[data-neutral]");
    name?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    await settle();
    expect(document.querySelector("[role=tooltip]")?.textContent).toMatch(new RegExp(`«\\W?${name?.textContent ?? "?"}\\W?»`));
  });
});
