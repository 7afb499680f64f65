import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, describe, expect, it } from "vitest";
import { recorded } from "./fixture";
import { tauriBackend } from "./tauri";
import type { EventHead, ImportReport, Overview, OverviewPart, SourceReport } from "./types.gen";

const { overview } = recorded;
const [first] = overview.events;
if (!first) throw new Error("the sample has events");

const event = (id: string): EventHead => ({ ...first, id });
const told = (events: string[], more: number): Overview => ({ ...overview, events: events.map(event), storylines: [], named: [], more });
const part = (events: string[]): OverviewPart => ({ events: events.map(event), storylines: [], named: [] });

/** Answers each command with what stands next under its name; tells which were called. */
function answers(given: Record<string, unknown[]>): string[] {
  const called: string[] = [];
  mockIPC((command) => {
    called.push(command);
    return given[command]?.shift() ?? null;
  });
  return called;
}

const ids = (shown: Overview): string[] => shown.events.map(({ id }) => id);

describe("an answer in parts", () => {
  afterEach(clearMocks);

  it("is put together in its order, storylines and names as the parts tell them", async () => {
    const names = { events: [], storylines: overview.storylines, named: overview.named };
    const called = answers({
      undo: [{ first: told(["a", "b"], 3), rest: { id: 7, parts: 3 } }],
      overview_part: [part(["c", "d"]), part(["e"]), names],
    });
    const shown = await tauriBackend.undo();
    expect(ids(shown)).toEqual(["a", "b", "c", "d", "e"]);
    expect(shown.more).toBe(0);
    expect([shown.storylines, shown.named]).toEqual([overview.storylines, overview.named]);
    expect(called).toEqual(["undo", "overview_part", "overview_part", "overview_part"]);
  });

  it("that newer ones took the place of is asked for anew", async () => {
    answers({
      redo: [{ first: told(["a"], 2), rest: { id: 1, parts: 2 } }],
      overview_part: [part(["b"]), null],
      overview: [{ first: told(["x", "y"], 0), rest: null }],
    });
    expect(ids(await tauriBackend.redo())).toEqual(["x", "y"]);
  });

  it("opens a dossier with its first, and is not asked for the rest there", async () => {
    const called = answers({ start: [{ first: told(["a"], 9), rest: { id: 1, parts: 4 } }] });
    expect((await tauriBackend.start()).more).toBe(9);
    expect(called).toEqual(["start"]);
  });

  it("settles to nothing where what is shown stands", async () => {
    answers({ settle: [null, { first: told(["a"], 0), rest: null }] });
    const quiet = (): void => undefined;
    expect(await tauriBackend.settle(quiet)).toBeNull();
    expect(ids((await tauriBackend.settle(quiet)) ?? told([], 0))).toEqual(["a"]);
  });

  it("of an import has all its sources", async () => {
    const source = (name: string): SourceReport => ({ name, outcome: "warned", message: { ar: "", en: "" }, article: null });
    const report: ImportReport = { imported: 3, copies: 0, failed: 0, cancelled: false, sources: [source("1")], articles: [] };
    answers({
      import_text: [{ first: report, rest: { id: 3, parts: 2 } }],
      report_part: [{ sources: [source("2")] }, { sources: [source("3")] }],
    });
    const whole = await tauriBackend.importText("نص", () => undefined);
    expect(whole.sources.map(({ name }) => name)).toEqual(["1", "2", "3"]);
    expect(whole.imported).toBe(3);
  });
});
