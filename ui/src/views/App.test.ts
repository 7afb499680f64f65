// The whole window on the recorded sample: what a reader sees and does, without a browser.

import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FixtureBackend, type FixtureOptions, type Sample } from "../lib/backend/fixture";
import recorded from "../lib/backend/fixtures/sample.json";
import { Lang } from "../lib/lang/lang.svelte";
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

  it("shows who is quoted by whom, leads from a voice to its sentences, and puts what has one origin first", async () => {
    await open();
    press("Digit5", { altKey: true });
    await settle();
    const view = data.sources[richest.head.id];
    if (!view) throw new Error("the sample has no sources");
    expect(all("source").length + all("source-rest").length).toBeGreaterThan(10);
    one("source-rest").click();
    await settle();
    const drawn = all("source").map((place) => place.dataset.source);
    expect(view.nodes.filter((node) => node.part === "speaks").every((node) => drawn.includes(node.id))).toBe(true);
    for (const place of all("source")) {
      const node = view.nodes.find(({ id }) => id === place.dataset.source);
      expect([place.dataset.camp, place.dataset.kind]).toEqual([node?.camp, node?.kind]);
    }
    const agency = view.nodes.find((node) => node.kind === "agency");
    const ties = view.edges.filter((edge) => edge.from === agency?.id || edge.to === agency?.id);
    expect(ties.length).toBeGreaterThan(2);
    all("source").find((place) => place.dataset.source === agency?.id)?.click();
    await settle();
    const quotes = one("source-quotes").querySelectorAll("[data-testid=quote]");
    expect(quotes.length).toBe(ties.length);
    expect(quotes[0]?.querySelectorAll("li").length).toBe(ties[0]?.claims.length);
    one("source-close").click();
    await settle();
    expect(all("source-quotes")).toHaveLength(0);
    expect(document.activeElement?.getAttribute("data-source")).toBe(agency?.id);
    const standings = all("statement").map((statement) => statement.dataset.standing);
    expect(standings).toEqual(view.statements.map((statement) => statement.standing));
    expect(standings[0]).toMatch(/one-origin|one-voice/);
    expect(all("origin").length).toBe(view.origins.length);
    one("statement-open").click();
    await settle();
    expect(one("statement-claims").querySelectorAll("li").length).toBe(view.statements[0]?.claims.length);
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
