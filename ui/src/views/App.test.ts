// The whole window on the recorded sample: what a reader sees and does, without a browser.

import { flushSync } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FixtureBackend } from "../lib/backend/fixture";
import { all, close, data, one, open, press, richest, settle } from "./window.testing";

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
    for (const table of document.querySelectorAll("[data-testid=figure-set] [role=table]")) {
      const columns = table.querySelectorAll("[role=columnheader]").length;
      const rows = [...table.querySelectorAll("[data-testid=figure][role=row]")];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.querySelectorAll("[role=cell]").length).toBe(columns);
    }
    expect(all("figure").filter((figure) => figure.dataset.leftOut).length).toBe(told.filter((value) => value.left_out).length);
    all("figure")[0]?.querySelector("button")?.click();
    await settle();
    expect(all("board").length + all("article").length).toBeGreaterThan(0);
    expect(all("page-tab").find((tab) => tab.getAttribute("aria-current") === "page")?.dataset.page).toBe("side");
  });

  it("tells how sure a row is in the digits that are chosen", async () => {
    await open();
    const tips = (): string => all("row-sure").map((sure) => sure.title).join(" ");
    expect(tips()).toMatch(/[٠-٩]/);
    one("settings").click();
    await settle();
    const western = one("setting-digits").querySelector<HTMLInputElement>("input[value=western]");
    western?.click();
    await settle();
    expect(tips()).toMatch(/[0-9]/);
    expect(tips()).not.toMatch(/[٠-٩]/);
    one("settings-reset").click();
    await settle();
  });

  it("tells what an article says under its text, each a press away from its place there", async () => {
    await open();
    all("column-article")[0]?.click();
    await settle();
    const view = data.articles[all("column-article")[0]?.dataset.article ?? ""];
    const claims = [...one("article-claims").querySelectorAll<HTMLElement>("[data-testid=claim]")];
    expect(claims.map((claim) => claim.querySelector("q")?.textContent)).toEqual(view?.claims.map((claim) => claim.text));
    const last = claims.at(-1);
    last?.querySelector<HTMLElement>("[data-testid=claim-place]")?.click();
    await settle();
    expect(one("article").textContent).toContain(view?.claims.at(-1)?.text);
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

  it("finds words in all articles, goes from sentence to sentence, and lets go", async () => {
    await open();
    press("KeyF", { ctrlKey: true, shiftKey: true });
    await settle();
    const field = document.getElementById("filter") as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    field.value = "السوق";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    press("Enter");
    await settle();
    await settle();
    expect(all("hit").length).toBeGreaterThan(2);
    expect(one("hits").textContent).toContain("السوق");
    expect(all("hit").map((hit) => hit.getAttribute("aria-current")).indexOf("true")).toBe(0);
    press("F3");
    await settle();
    await settle();
    expect(all("hit").map((hit) => hit.getAttribute("aria-current")).indexOf("true")).toBe(1);
    const article = all("hit")[1]?.dataset.article ?? "";
    const current = document.querySelector<HTMLElement>(".cell[tabindex='0']");
    expect([...(current?.querySelectorAll<HTMLElement>(".txt") ?? [])].map((text) => text.dataset.textOf)).toContain(article);
    field.focus();
    press("Escape");
    await settle();
    expect([all("hit").length, all("event").length]).toEqual([0, data.overview.events.length]);
  });

  it("names every file that failed", async () => {
    const reason = { ar: "ليس نصّاً: الملف صورة.", en: "Not text: the file is an image." };
    const report = { imported: 1, copies: 0, failed: 1, cancelled: false, articles: [] };
    await open({ data: { ...data, report: { ...report, sources: [{ name: "photo.txt", outcome: "failed", message: reason, article: null }] } } });
    one("import-menu").click();
    await settle();
    one("import-files").click();
    // An import takes steps; how long they take is for the machine to say.
    await vi.waitFor(() => one("import-report"), { timeout: 20_000 });
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

  it("does a command found in the palette, and jumps to an event", async () => {
    await open();
    press("ArrowDown");
    await settle();
    const here = document.activeElement?.id;
    press("KeyK", { ctrlKey: true });
    await settle();
    const field = one("palette-field") as HTMLInputElement;
    const ask = async (query: string): Promise<void> => {
      const box = one("palette-field") as HTMLInputElement;
      box.value = query;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      await settle();
    };
    const enter = async (): Promise<void> => {
      one("palette-field").dispatchEvent(new KeyboardEvent("keydown", { code: "Enter", bubbles: true, cancelable: true }));
      await settle();
    };
    const active = (): string | undefined => document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.dataset.entry;
    expect([field.getAttribute("role"), active()]).toEqual(["combobox", "row-next"]);
    expect(document.getElementById(field.getAttribute("aria-controls") ?? "")?.getAttribute("role")).toBe("listbox");
    field.dispatchEvent(new KeyboardEvent("keydown", { code: "ArrowDown", bubbles: true, cancelable: true }));
    flushSync();
    expect(active()).toBe("row-previous");
    await ask("الاقوال");
    expect(all("palette-entry").map((entry) => entry.dataset.entry)).toEqual(["page-claims"]);
    await enter();
    expect(all("palette")).toEqual([]);
    expect(all("claims-table").length).toBe(1);
    expect(here).toBe("cell-1-0");
    const other = data.overview.events.find((event) => event.id !== richest.head.id);
    press("KeyK", { ctrlKey: true });
    await settle();
    await ask(other?.title ?? "");
    await enter();
    expect(all("event").find((event) => event.getAttribute("aria-current"))?.dataset.event).toBe(other?.id);
  });

  it("lists every key once, under what it is for", async () => {
    await open();
    press("F1");
    await settle();
    const keys = all("keys-command").map((line) => line.querySelector(".keys")?.textContent);
    expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([]);
    expect(all("keys-group").map((group) => group.dataset.group)).toEqual(["moving", "reading", "arranging", "views", "dossier"]);
    expect(one("keys-dialog").textContent).toMatch(/Ctrl K\s*\(ن\)/);
  });

  it("copies the words of cells with their sources", async () => {
    await open();
    const texts = [...document.querySelectorAll<HTMLElement>("[data-testid=cell] .txt")].slice(0, 2);
    const [first, last] = texts;
    if (!first || !last) throw new Error("no words");
    document.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
    await new Promise((resolve) => setTimeout(resolve, 200));
    let copied = "";
    const event = Object.assign(new Event("copy", { bubbles: true, cancelable: true }), { clipboardData: { setData: (type: string, text: string) => type === "text/plain" && (copied = text) } });
    first.dispatchEvent(event);
    await settle();
    expect(event.defaultPrevented).toBe(true);
    const pieces = richest.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces)).slice(0, 2);
    expect(pieces.length).toBe(2);
    for (const { article, start, end, text } of pieces) {
      const trimmed = text.trim();
      expect(copied).toContain(trimmed);
      expect(copied).toMatch(new RegExp(`^Riwayat .*\\b${article}:${start}-${end - text.length + trimmed.length}\\b`, "m"));
      expect(copied).toContain(data.articles[article]?.sha256 ?? "no hash");
    }
    expect(one("notices").textContent).toContain("مقطعان");
    document.getSelection()?.removeAllRanges();
  });

  it("acts on every setting at once, and goes back", async () => {
    await open();
    press("Comma", { ctrlKey: true });
    await settle();
    const choose = async (setting: string, value: string): Promise<void> => {
      one(setting).querySelector<HTMLInputElement>(`input[value="${value}"]`)?.click();
      await settle();
    };
    const { dataset } = document.documentElement;
    await choose("setting-digits", "western");
    await choose("setting-months", "egyptian");
    const day = document.querySelector("h3.day")?.textContent ?? "";
    expect(day).toMatch(/^\s*\S+ \d+ مارس/);
    await choose("setting-article-size", "150");
    await choose("setting-interface-size", "200");
    await choose("setting-theme", "dark");
    expect([dataset.articleSize, dataset.interfaceSize, dataset.theme]).toEqual(["150", "200", "dark"]);
    await choose("setting-rule", "ucdp");
    one("settings-dialog").querySelector("button")?.click();
    await settle();
    expect(all("settings-dialog")).toEqual([]);
    one("settings").click();
    await settle();
    one("settings-keys").click();
    await settle();
    expect([all("settings-dialog").length, all("keys-dialog").length]).toEqual([0, 1]);
    one("keys-dialog").querySelector("button")?.click();
    await settle();
    press("Digit3", { altKey: true });
    await settle();
    const sets = data.figures[richest.head.id]?.sets.filter((set) => set.tallies.some((tally) => tally.rule === "ucdp")) ?? [];
    const firsts = all("figure-set").map((set) => set.querySelector<HTMLElement>("[data-testid=tally]")?.dataset.rule);
    expect(firsts.filter((rule) => rule === "ucdp").length).toBe(sets.length);
    one("settings").click();
    await settle();
    one("settings-reset").click();
    await settle();
    expect([dataset.articleSize, dataset.interfaceSize]).toEqual(["100", "100"]);
    expect(document.querySelector("h3.day")?.textContent).toMatch(/[٠-٩]+ آذار/);
    expect((one("settings-reset") as HTMLButtonElement).disabled).toBe(true);
  });

  it("tells a dossier that cannot be opened, and an empty one", async () => {
    await open({ start: "fail" });
    expect(one("failure").dataset.code).toBe("dossier-locked");
    one("sample").click();
    await settle();
    expect(all("row").length).toBeGreaterThan(0);
    close();
    await open({ start: "empty" });
    expect(one("empty").textContent).toContain("لا مقالات");
  });
});

describe("the name of a force", () => {
  it("is chosen in the naming, marked as hers, and given back", async () => {
    await open();
    press("Digit4", { altKey: true });
    await settle();
    const first = (): HTMLElement => one("naming-set");
    const neutral = data.naming[richest.head.id]?.sets[0]?.label.ar ?? "?";
    expect(first().querySelector("th")?.textContent).toContain(neutral);
    one("naming-call").click();
    await settle();
    one("naming-name-offered").click();
    await settle();
    const chosen = (one("naming-name-input") as HTMLInputElement).value;
    expect(chosen).not.toBe(neutral);
    one("naming-name-save").click();
    await settle();
    expect(first().querySelector("th")?.textContent).toContain(chosen);
    expect(one("naming-by-hand").getAttribute("aria-label")).toContain(neutral);
    one("naming-call").click();
    await settle();
    one("naming-name-back").click();
    await settle();
    expect(first().querySelector("th")?.textContent).toContain(neutral);
    expect(all("naming-by-hand")).toEqual([]);
  });
});

describe("the report", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is saved where she chooses, from the event or by key, and where it is is told", async () => {
    await open();
    one("report").click();
    await settle();
    expect(document.body.textContent).toContain(`/reports/${richest.head.title}.html`);
  });

  it("that cannot be saved says why", async () => {
    vi.spyOn(FixtureBackend.prototype, "saveReport").mockRejectedValueOnce({ code: "not-written", message: { ar: "لا يكتب هنا", en: "cannot be written" } });
    await open();
    press("KeyE", { ctrlKey: true });
    await settle();
    expect(document.querySelector("[data-testid=notices]")?.textContent).toContain("لا يكتب هنا");
  });

  it("is not written where the choice was given up", async () => {
    vi.spyOn(FixtureBackend.prototype, "pickReport").mockResolvedValueOnce(null);
    const save = vi.spyOn(FixtureBackend.prototype, "saveReport");
    await open();
    press("KeyE", { ctrlKey: true });
    await settle();
    expect(save).not.toHaveBeenCalled();
  });
});
