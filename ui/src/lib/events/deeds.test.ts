import { describe, expect, it } from "vitest";
import { FixtureBackend } from "../backend/fixture";
import { Desk } from "../dossier/desk.svelte";
import { Board } from "../side/board.svelte";
import { ArticlePane } from "../article/pane.svelte";
import { EventDeeds } from "./deeds.svelte";
import { Mover } from "./mover.svelte";

async function started() {
  const backend = new FixtureBackend();
  const board = new Board(backend);
  const desk = new Desk(backend, (overview, opened) => void board.follow(overview, opened));
  await desk.start();
  await board.following;
  const events = desk.overview?.events ?? [];
  const [first, second] = events;
  if (!first || !second) throw new Error("the sample has two events");
  return { backend, board, desk, deeds: new EventDeeds(desk, board, new Mover(desk, board, new ArticlePane(backend))), first, second };
}

describe("EventDeeds", () => {
  it("names an event, keeps what the program called it, and takes the name back", async () => {
    const { desk, deeds, first } = await started();
    deeds.open(first, { x: 1, y: 2 });
    await deeds.ask("name", first);
    expect([deeds.menu, deeds.asked?.question]).toEqual([null, "name"]);
    expect(await deeds.name(first, "اسم آخر")).toBe(true);
    expect(deeds.asked).toBeNull();
    expect(desk.overview?.events[0]).toMatchObject({ title: "اسم آخر", found_title: first.title });
    await deeds.name(first, "اسم ثالث");
    expect(desk.overview?.events[0]).toMatchObject({ title: "اسم ثالث", found_title: first.title });
    await deeds.name(first, null);
    expect(desk.overview?.events[0]).toEqual(first);
    await desk.undo();
    expect(desk.overview?.events[0]?.title).toBe("اسم ثالث");
  });

  it("shows an event before it asks which articles shall leave it, and takes them out in one step", async () => {
    const { backend, board, desk, deeds, second } = await started();
    expect(board.id).not.toBe(second.id);
    await deeds.ask("split", second);
    expect(board.id).toBe(second.id);
    const articles = deeds.columns().flatMap((column) => column.articles.map((article) => article.id));
    expect(articles).toHaveLength(second.articles);
    expect(await deeds.split(articles.slice(0, 2))).toBe(true);
    const told = await Promise.all(articles.map((id) => backend.article(id)));
    expect(told.map((article) => article.event_decided)).toEqual(articles.map((_, index) => index < 2));
    await desk.undo();
    expect((await backend.article(articles[0] ?? "")).event_decided).toBe(false);
  });

  it("asks of the event that is on the screen what its menu offers", async () => {
    const { board, deeds, first } = await started();
    await board.open(first.id);
    expect(deeds.ofShown()).toEqual(deeds.possible(first));
    await deeds.askOfShown("name");
    expect(deeds.asked).toEqual({ question: "name", event: first });
  });

  it("offers what can be done: nothing where only reading is allowed", async () => {
    const { desk, deeds, first, second } = await started();
    expect(deeds.possible(first)).toEqual(["name", "merge", "move", "split"]);
    expect(deeds.possible({ ...second, articles: 1 })).toEqual(["name", "merge", "move"]);
    if (!desk.overview) throw new Error("it is open");
    desk.overview = { ...desk.overview, dossier: { ...desk.overview.dossier, read_only: true } };
    expect(deeds.possible(first)).toEqual([]);
    deeds.open(first, { x: 1, y: 2 });
    expect(deeds.menu).toBeNull();
  });
});
