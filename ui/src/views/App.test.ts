// The whole window on the recorded sample: what a reader sees and does, without a browser.

import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FixtureBackend, type FixtureOptions, type Sample } from "../lib/backend/fixture";
import { large } from "../lib/backend/fixture-large";
import recorded from "../lib/backend/fixtures/sample.json";
import { Lang } from "../lib/lang/lang.svelte";
import { search } from "../lib/side/hits";
import { Theme } from "../lib/shared/theme.svelte";
import App from "./App.svelte";

/** Drawing the whole window several times takes jsdom seconds on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });

const data = recorded as unknown as Sample;

/** The event of the sample with the most rows. */
const richest = Object.values(data.events).reduce((best, view) => (view.rows.length > best.rows.length ? view : best));

let app: Record<string, unknown> | undefined;

/** jsdom knows no modal box, of which only what is in it matters here, and lays nothing out that could be scrolled. */
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  Range.prototype.getBoundingClientRect = () => document.body.getBoundingClientRect();
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});

afterEach(() => {
  if (app) void unmount(app);
  document.body.replaceChildren();
  localStorage.clear();
});

const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  flushSync();
};

async function open(options: Partial<FixtureOptions> = {}): Promise<void> {
  const backend = new FixtureBackend({ pace: 0, ...options });
  app = mount(App, { target: document.body, props: { backend, lang: new Lang("ar"), theme: new Theme("light") } });
  await settle();
  document.querySelector<HTMLElement>(`[data-event="${richest.head.id}"]`)?.click();
  await settle();
}

const all = (testid: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testid}"]`)];

function one(testid: string): HTMLElement {
  const [found] = all(testid);
  if (!found) throw new Error(`nothing called ${testid}`);
  return found;
}

function press(code: string, more: KeyboardEventInit = {}): void {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true, cancelable: true, ...more }));
  flushSync();
}

describe("the window", () => {
  it("opens on the sample: events, a column per camp, rows, marks, gaps", async () => {
    await open();
    expect(document.documentElement.dir).toBe("rtl");
    expect(one("app").dataset.phase).toBe("open");
    expect(one("invented").textContent).toContain("مُختل");
    expect(all("event").length).toBeGreaterThan(1);
    expect(all("column-head").map((head) => head.dataset.camp)).toEqual(richest.columns.map((column) => column.camp));
    expect(all("column-head").length).toBeGreaterThanOrEqual(3);
    expect(all("mark").length).toBeGreaterThan(10);
    expect(all("gap").map((gap) => gap.textContent)).toContain("لم يُذكر");
  });

  it("shows every piece letter by letter as it was cut from the article", async () => {
    await open();
    const pieces = richest.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces.map((piece) => piece.text)));
    const shown = [...document.querySelectorAll("[data-testid=cell] .txt")].map((text) => text.textContent);
    expect(shown).toEqual(pieces);
  });

  it("sets out who says, denies and leaves out each claim, and shows the sentences of a cell", async () => {
    await open();
    press("Digit2", { altKey: true });
    await settle();
    const slots = data.claims[richest.head.id]?.slots ?? [];
    expect(all("slot").length).toBe(slots.length);
    const told = all("slot").map((slot) => Number(slot.dataset.disagreement));
    expect(told).toEqual([...told].sort((a, b) => b - a));
    const cells = slots.flatMap((slot) => slot.cells.map((cell) => cell.state));
    expect(all("slot-cell").map((cell) => cell.dataset.state).sort()).toEqual([...cells].sort());
    expect(new Set(cells).size).toBeGreaterThan(2);
    all("slot-cell").find((cell) => cell.dataset.state === "denies" || cell.dataset.state === "otherwise")?.click();
    await settle();
    expect(one("slot-sentences").querySelectorAll("li").length).toBeGreaterThan(0);
  });

  it("shows what is counted, and leads from a figure to its row", async () => {
    await open();
    press("Digit3", { altKey: true });
    await settle();
    const figures = data.figures[richest.head.id];
    const told = figures?.sets.flatMap((set) => set.values) ?? [];
    expect(all("figure").length).toBe(told.length);
    expect(all("tally").length).toBe(figures?.sets.flatMap((set) => set.tallies).length);
    expect(all("figure").filter((figure) => figure.dataset.leftOut).length).toBe(told.filter((value) => value.left_out).length);
    all("figure")[0]?.querySelector("button")?.click();
    await settle();
    expect(all("board").length + all("article").length).toBeGreaterThan(0);
    expect(all("page-tab").find((tab) => tab.getAttribute("aria-current") === "page")?.dataset.page).toBe("side");
  });

  it("shows what each camp calls a thing, and a name in its places", async () => {
    await open();
    all("page-tab").find((tab) => tab.dataset.page === "naming")?.click();
    await settle();
    const sets = data.naming[richest.head.id]?.sets ?? [];
    expect(all("naming-set").map((set) => set.dataset.entity)).toEqual(sets.map((set) => set.entity));
    expect(all("concordance")).toEqual([]);
    one("name").click();
    await settle();
    const places = sets[0]?.by_camp.flatMap((camp) => camp.names)[0]?.places ?? [];
    expect(one("concordance").querySelectorAll("li").length).toBe(places.length);
    expect(all("agency").length).toBe(1);
  });

  it("moves by keys, columns as they are seen", async () => {
    await open();
    press("ArrowDown");
    await settle();
    expect(document.activeElement?.id).toBe("cell-1-0");
    press("ArrowLeft");
    await settle();
    expect(document.activeElement?.id).toBe("cell-1-1");
    press("Enter");
    await settle();
    expect(all("claim").length).toBeGreaterThan(0);
    press("KeyJ");
    await settle();
    expect(document.activeElement?.closest<HTMLElement>("[data-testid=row]")?.dataset.kind).toMatch(/contradict|denied|same-accusation/);
    press("Digit1");
    expect(one("board").dataset.layers?.split(" ")).not.toContain("word");
  });

  it("changes a camp and takes it back", async () => {
    await open();
    one("column-article").click();
    await settle();
    const select = one("camp-select") as HTMLSelectElement;
    const before = select.value;
    expect(before).toBe(data.articles[one("column-article").dataset.article ?? ""]?.head.camp);
    const other = data.overview.camps.find((camp) => camp.id !== before)?.id ?? "";
    select.value = other;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    expect((one("camp-select") as HTMLSelectElement).value).toBe(other);
    expect(one("notices").textContent).toContain("Ctrl Z");
    one("undo").click();
    await settle();
    expect((one("camp-select") as HTMLSelectElement).value).toBe(before);
    press("Escape");
    expect(all("article")).toHaveLength(0);
  });

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
    if (app) void unmount(app);
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
    const strips = [...document.querySelectorAll<HTMLElement>(".overview li button")];
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

  it("takes a sentence out of its row by its menu, marks both rows, and stays where it was", async () => {
    await open();
    const before = all("row").length;
    const button = one("arrange");
    const here = button.closest<HTMLElement>("[data-testid=cell]");
    here?.focus();
    button.click();
    await settle();
    one("arrange-take-out").click();
    await settle();
    expect([all("row").length, all("row-decided").length]).toEqual([before + 1, 2]);
    expect(document.activeElement?.id).toBe(here?.id);
    expect(one("notices").textContent).toContain("Ctrl Z");
  });

  it("arranges rows by keys", async () => {
    await open();
    one("arrange").closest<HTMLElement>("[data-testid=cell]")?.focus();
    press("KeyM");
    await settle();
    expect([all("row").length, all("row-decided").length]).toEqual([richest.rows.length - 1, 1]);
    press("KeyR");
    await settle();
    expect([all("row").length, all("row-decided").length]).toEqual([richest.rows.length, 0]);
  });

  it("gives an article an event of its own, and takes it back", async () => {
    await open();
    one("column-article").click();
    await settle();
    const select = (): HTMLSelectElement => one("event-select") as HTMLSelectElement;
    expect(select().value).toBe(richest.head.id);
    select().value = select().options[1]?.value ?? "";
    select().dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    expect(select().value).toBe("");
    expect(one("article").textContent).toContain("اخترت حدثه بنفسي");
    one("undo").click();
    await settle();
    expect(select().value).toBe(richest.head.id);
  });

  it("names every file that failed", async () => {
    const reason = { ar: "ليس نصّاً: الملف صورة.", en: "Not text: the file is an image." };
    const report = { imported: 1, copies: 0, failed: 1, cancelled: false, articles: [] };
    await open({ data: { ...data, report: { ...report, sources: [{ name: "photo.txt", outcome: "failed", message: reason, article: null }] } } });
    one("import-menu").click();
    await settle();
    one("import-files").click();
    await settle();
    await settle();
    await settle();
    expect(all("report-source").map((source) => source.dataset.outcome)).toEqual(["failed"]);
    expect(one("import-report").textContent).toMatch(/photo\.txt.*صورة/s);
  });

  it("speaks English, from left to right", async () => {
    await open();
    one("language").click();
    await settle();
    expect([document.documentElement.dir, document.documentElement.lang]).toEqual(["ltr", "en"]);
    expect(one("gap").textContent).toBe("Not mentioned");
  });

  it("tells a dossier that cannot be opened, and an empty one", async () => {
    await open({ start: "fail" });
    expect(one("failure").dataset.code).toBe("dossier-locked");
    one("sample").click();
    await settle();
    expect(all("row").length).toBeGreaterThan(0);
    if (app) void unmount(app);
    await open({ start: "empty" });
    expect(one("empty").textContent).toContain("لا مقالات");
  });
});
