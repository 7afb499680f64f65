import { describe, expect, it, vi } from "vitest";
import { FixtureBackend } from "../backend/fixture";
import type { Overview } from "../backend/types.gen";
import { Board, CONTRADICTIONS, DIFFERENCES } from "./board.svelte";

async function opened(): Promise<{ board: Board; overview: Overview; backend: FixtureBackend }> {
  const backend = new FixtureBackend();
  const overview = await backend.start();
  const board = new Board(backend);
  await board.follow(overview, true);
  return { board, overview, backend };
}

/** Events whose comparison the sample holds. */
async function told(overview: Overview): Promise<string[]> {
  const backend = new FixtureBackend();
  const views = await Promise.all(overview.events.map((event) => backend.event(event.id).catch(() => null)));
  return views.filter((view) => view !== null).map((view) => view.head.id);
}

describe("Board", () => {
  it("opens the first event on its first row", async () => {
    const { board, overview } = await opened();
    expect(board.phase).toBe("ready");
    expect(board.id).toBe(overview.events[0]?.id);
    expect([board.row, board.column]).toEqual([0, 0]);
  });

  it("keeps an event in sight while another is asked for, but not for long", async () => {
    vi.useFakeTimers();
    const { board, overview, backend } = await opened();
    const [shown, other] = [board.view, (await told(overview)).at(-1) ?? ""];
    board.select(1, 1);
    const answer = await backend.event(other);
    let give: (view: typeof answer) => void = () => undefined;
    const ask = (): void => void vi.spyOn(backend, "event").mockImplementation(() => new Promise((resolve) => (give = resolve)));
    ask();
    const opening = board.open(other);
    expect([board.phase, board.lingers, board.view, board.row]).toEqual(["loading", true, shown, 1]);
    vi.advanceTimersByTime(1000);
    expect([board.phase, board.lingers]).toEqual(["loading", false]);
    give(answer);
    await opening;
    expect([board.phase, board.lingers, board.view, board.row]).toEqual(["ready", false, answer, 0]);
    vi.useRealTimers();
  });

  it("moves within the rows and columns and stops at the edges", async () => {
    const { board } = await opened();
    board.moveRow(-1);
    expect(board.row).toBe(0);
    board.select(99, 99);
    expect(board.row).toBe((board.view?.rows.length ?? 0) - 1);
    expect(board.column).toBe((board.view?.columns.length ?? 0) - 1);
  });

  it("goes round the contradictions, forward and back", async () => {
    const { board, overview } = await opened();
    const contested = overview.events.find((event) => event.contradictions > 1);
    await board.open(contested?.id ?? "");
    const wanted = (board.view?.rows ?? []).flatMap((row, index) => (CONTRADICTIONS.includes(row.kind) ? [index] : []));
    expect(wanted.length).toBeGreaterThan(1);
    const forward = wanted.map(() => (board.seek(CONTRADICTIONS, 1), board.row));
    expect([...forward].sort((a, b) => a - b)).toEqual(wanted);
    board.select(forward[0] ?? 0, 0);
    board.seek(CONTRADICTIONS, -1);
    expect(board.row).toBe(forward.at(-1));
  });

  it("says so where there is nothing to go to", async () => {
    const { board } = await opened();
    expect(board.seek(["admission"], 1)).toBe(false);
    expect(DIFFERENCES).toEqual(expect.arrayContaining([...CONTRADICTIONS]));
  });

  it("switches layers and claims", async () => {
    const { board } = await opened();
    expect(board.layers.has("naming")).toBe(false);
    board.toggleLayer("naming");
    board.toggleLayer("word");
    expect([board.layers.has("naming"), board.layers.has("word")]).toEqual([true, false]);
    await board.toggleClaims(3);
    expect(board.opened.has(3)).toBe(true);
    expect(board.claims.get(3)).toHaveLength(board.view?.rows[2]?.claims ?? -1);
    await board.toggleClaims(3);
    expect(board.opened.has(3)).toBe(false);
  });

  it("tells why the claims of a row cannot be shown, and reads them again", async () => {
    const { board, backend } = await opened();
    const asked = vi.spyOn(backend, "rowClaims").mockRejectedValueOnce({ code: "io", message: { ar: "لا", en: "no" } });
    await board.toggleClaims(3);
    expect(board.claims.get(3)).toMatchObject({ code: "io" });
    await board.readClaims(3);
    expect(board.claims.get(3)).toHaveLength(board.view?.rows[2]?.claims ?? -1);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it("acts on what a narrowed column shows, and forgets an article that left the column", async () => {
    const { board, overview } = await opened();
    const contested = overview.events.find((event) => event.contradictions > 1);
    await board.open(contested?.id ?? "");
    const at = board.seen.findIndex(({ column }) => column.articles.length > 1);
    const column = board.seen[at]?.column;
    const camp = column?.camp ?? "";
    board.select(0, at);
    expect(board.stepTab(1)).toBe(true);
    const article = board.chosen.get(camp);
    expect(article).toBe(column?.articles[0]?.id);
    for (const [row] of (board.view?.rows ?? []).entries()) {
      board.select(row, at);
      expect(board.cell?.pieces.every((piece) => piece.article === article)).toBe(true);
    }
    await board.follow(overview, false);
    expect(board.chosen.get(camp)).toBe(article);
    board.choose(camp, "gone");
    await board.follow(overview, false);
    expect(board.chosen.has(camp)).toBe(false);
  });

  it("stays on its event and row when the overview changes", async () => {
    const { board, overview } = await opened();
    const second = (await told(overview))[1];
    if (second === undefined) throw new Error("the sample tells two events at least");
    await board.open(second);
    await board.follow(overview, false);
    expect(board.id).toBe(second);
  });

  it("finds the event that has the articles now, where its own is gone", async () => {
    const backend = new FixtureBackend();
    const overview = await backend.start();
    const board = new Board(backend);
    const [first, second] = await told(overview);
    if (first === undefined || second === undefined) throw new Error("the sample tells two events at least");
    await board.open(first);
    board.id = "vanished";
    await board.follow({ ...overview, events: [...overview.events].reverse() }, false);
    expect(board.id).toBe(first);
  });

  it("is empty for an empty dossier, and tells a failure of an unknown event", async () => {
    const { board, overview } = await opened();
    await board.open("no such event");
    expect([board.phase, board.failure?.code]).toEqual(["failed", "not-found"]);
    await board.follow({ ...overview, events: [] }, false);
    expect([board.phase, board.view]).toEqual(["empty", null]);
  });

  it("shows the newest request, whichever answer comes last", async () => {
    const backend = new FixtureBackend();
    const overview = await backend.start();
    const [first, second] = await told(overview);
    if (first === undefined || second === undefined) throw new Error("the sample tells two events at least");
    const slow = backend.event(first);
    const gates: (() => void)[] = [];
    backend.event = (id) => (id === first ? new Promise((resolve) => gates.push(() => resolve(slow))) : new FixtureBackend().event(id));
    const board = new Board(backend);
    const early = board.open(first);
    await board.open(second);
    for (const open of gates) open();
    await early;
    expect(board.view?.head.id).toBe(second);
  });
});
