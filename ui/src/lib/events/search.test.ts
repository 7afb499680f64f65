import { beforeEach, describe, expect, it, vi } from "vitest";
import { ArticlePane } from "../article/pane.svelte";
import { FixtureBackend } from "../backend/fixture";
import type { Overview } from "../backend/types.gen";
import { Pages } from "../pages/pages.svelte";
import { Board } from "../side/board.svelte";
import { DossierSearch, REST_MS } from "./search.svelte";

async function started() {
  const backend = new FixtureBackend();
  const [board, pages, article] = [new Board(backend), new Pages(backend), new ArticlePane(backend)];
  const overview: Overview = await backend.start();
  await board.follow(overview, true);
  const search = new DossierSearch(backend, { board, pages, article });
  search.active = true;
  return { backend, board, pages, article, overview, search };
}

beforeEach(() => vi.useRealTimers());

describe("DossierSearch", () => {
  it("asks once the typing rests", async () => {
    vi.useFakeTimers();
    const { backend, search } = await started();
    const asked = vi.spyOn(backend, "search");
    search.type("ال");
    search.type("السوق");
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(asked).toHaveBeenCalledExactlyOnceWith("السوق");
    expect(search.hits.length).toBeGreaterThan(1);
  });

  it("goes from hit to hit, round the end, and shows each at its row", async () => {
    const { board, pages, search } = await started();
    pages.show("claims");
    search.query = "السوق";
    expect(await search.step(1)).toBe(true);
    const shown: (string | undefined)[] = [];
    for (const { length } = search.hits; shown.length < length; ) {
      const hit = search.hits[search.at];
      expect(board.id).toBe(hit?.event);
      const pieces = board.current?.cells[board.column]?.pieces ?? [];
      expect(pieces.some((piece) => piece.article === hit?.sentence.article && piece.start === hit.sentence.start)).toBe(true);
      shown.push(hit?.sentence.text);
      await search.step(1);
    }
    expect([search.at, shown.length, pages.current]).toEqual([0, search.hits.length, "side"]);
    await search.step(-1);
    expect(search.at).toBe(search.hits.length - 1);
  });

  it("begins with the last where the reader goes back first", async () => {
    const { search } = await started();
    search.query = "السوق";
    await search.step(-1);
    expect(search.at).toBe(search.hits.length - 1);
  });

  it("opens the article where a sentence stands in no row", async () => {
    const { article, search } = await started();
    search.query = "السوق";
    await search.run();
    const hit = search.hits[0];
    if (!hit || !search.view) throw new Error("the sample tells of a market");
    const lost = { ...hit.sentence, start: 90_000, end: 90_010 };
    search.view = { ...search.view, events: [{ event: hit.event, title: "", from: null, sentences: [lost] }] };
    await search.go(0);
    expect([article.id, article.target]).toEqual([lost.article, { start: 90_000, end: 90_010 }]);
  });

  it("tells which words of a piece were found, in UTF-16", async () => {
    const { board, search } = await started();
    search.query = "السوق";
    await search.step(1);
    const hit = search.hits[search.at]?.sentence;
    const piece = board.current?.cells[board.column]?.pieces.find((one) => one.article === hit?.article && one.start === hit.start);
    if (!piece) throw new Error("it is shown");
    const words = search.within(piece).map(({ start, end }) => piece.text.slice(start, end));
    expect(words.length).toBeGreaterThan(0);
    expect(words.every((word) => word.includes("السوق"))).toBe(true);
    expect(search.here(piece)).toEqual(search.within(piece));
    await search.step(1);
    expect(search.here(piece)).toEqual([]);
    search.active = false;
    expect(search.within(piece)).toEqual([]);
  });

  it("tells a failure, lets go with another dossier, and keeps its place over a change", async () => {
    const { backend, overview, search } = await started();
    search.query = "السوق";
    await search.step(1);
    await search.step(1);
    search.follow(overview, false);
    await vi.waitFor(() => expect(search.searching).toBe(false));
    expect(search.at).toBe(1);
    backend.search = () => Promise.reject({ code: "internal", message: { ar: "تعذّر", en: "failed" } });
    await search.run();
    expect([search.failure?.code, search.hits.length]).toEqual(["internal", 0]);
    search.follow(overview, true);
    expect([search.query, search.active, search.view, search.failure]).toEqual(["", false, null, null]);
  });

  it("has nothing to go to without a hit", async () => {
    const { search } = await started();
    search.query = "زززز";
    expect(await search.step(1)).toBe(false);
    search.query = " ";
    await search.run();
    expect(search.view).toBeNull();
  });
});
