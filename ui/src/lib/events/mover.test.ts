import { afterEach, describe, expect, it } from "vitest";
import { ArticlePane } from "../article/pane.svelte";
import { FixtureBackend } from "../backend/fixture";
import { Desk } from "../dossier/desk.svelte";
import { Board } from "../side/board.svelte";
import { Mover } from "./mover.svelte";

afterEach(() => document.body.replaceChildren());

async function started() {
  const backend = new FixtureBackend();
  const board = new Board(backend);
  const pane = new ArticlePane(backend);
  const desk = new Desk(backend, (overview, opened) => void board.follow(overview, opened));
  await desk.start();
  await board.following;
  const [event, other] = [...(desk.overview?.events ?? [])].sort((a, b) => b.articles - a.articles);
  if (!event || !other) throw new Error("the sample has two events");
  await board.open(event.id);
  const ids = board.view?.columns.flatMap((column) => column.articles.map((head) => head.id)) ?? [];
  return { backend, board, desk, pane, mover: new Mover(desk, board, pane), event, other, ids };
}


describe("Mover", () => {
  it("asks which article of an event, then where to, and moves it in one step that can be taken back", async () => {
    const { backend, desk, mover, event, other, ids } = await started();
    await mover.askOf(event);
    expect([mover.asked?.choices.map(({ head }) => head.id), mover.asked?.article]).toEqual([ids, null]);
    expect(await mover.move(other.id)).toBe(false);
    mover.choose(mover.asked?.choices[1] ?? null);
    expect(mover.asked?.article?.event).toBe(event.id);
    expect(await mover.move(other.id)).toBe(true);
    expect(mover.asked).toBeNull();
    const told = async () => (await Promise.all(ids.map((id) => backend.article(id)))).map((article) => article.event);
    expect(await told()).toEqual(ids.map((_, index) => (index === 1 ? other.id : event.id)));
    await desk.undo();
    expect(await told()).toEqual(ids.map(() => event.id));
  });

  it("shows another event before it asks for its articles", async () => {
    const { board, mover, other } = await started();
    await mover.askOf(other);
    expect(board.id).toBe(other.id);
    expect(mover.asked?.choices.length).toBe(other.articles);
  });

  it("asks for what a column shows: all of its articles, or the one it is narrowed to", async () => {
    const { board, mover } = await started();
    const column = board.view?.columns.find(({ articles }) => articles.length > 1);
    const [, second] = column?.articles ?? [];
    mover.askOfColumn(column?.camp ?? "");
    expect(mover.asked?.choices.map(({ head }) => head)).toEqual(column?.articles);
    board.choose(column?.camp ?? "", second?.id ?? "");
    mover.askOfColumn(column?.camp ?? "");
    expect(mover.asked?.article?.head).toEqual(second);
  });

  it("means the article of the focus, else the open one, else those of the current cell", async () => {
    const { board, mover, pane, ids } = await started();
    const here = (columns = true): string[] => mover.here(columns).map(({ head }) => head.id);
    const of = board.cell?.pieces.map((piece) => piece.article) ?? [];
    expect(of.length).toBeGreaterThan(0);
    expect(here()).toEqual(ids.filter((id) => of.includes(id)));
    expect(here(false)).toEqual([]);
    const last = ids.at(-1) ?? "";
    expect(of).not.toContain(last);
    await pane.open(last);
    expect([here(), here(false)]).toEqual([[last], [last]]);
    document.body.innerHTML = `<ul><li><button data-article="${ids[0]}"><b id="at">عنب بلدي</b></button></li></ul>`;
    mover.look(document.getElementById("at"));
    expect(here()).toEqual([ids[0]]);
    mover.look(document.body);
    expect(here()).toEqual([last]);
  });

  it("gives an article an event of its own, and leaves it to the program again", async () => {
    const { backend, mover, event, ids } = await started();
    const [id = ""] = ids;
    const told = async () => backend.article(id).then((article) => [article.event, article.event_decided]);
    await mover.askOf(event);
    const choice = mover.asked?.choices[0];
    if (!choice) throw new Error("no article");
    expect([mover.hasCompany(choice), mover.hasCompany({ ...choice, event: null })]).toEqual([true, false]);
    mover.choose(choice);
    expect(await mover.part()).toBe(true);
    expect(await told()).toEqual([null, true]);
    mover.ask([{ ...choice, event: null, decided: true }]);
    expect(await mover.leave()).toBe(true);
    expect(await told()).toEqual([event.id, false]);
  });

  it("does nothing while a change is compared, and offers nothing where only reading is allowed", async () => {
    const { desk, mover, event } = await started();
    expect([mover.possible(event), mover.possible({ ...event, articles: 1 })]).toEqual([true, true]);
    await mover.askOf(event);
    mover.choose(mover.asked?.choices[0] ?? null);
    desk.busy = true;
    expect(await mover.part()).toBe(false);
    if (!desk.overview) throw new Error("it is open");
    desk.overview = { ...desk.overview, dossier: { ...desk.overview.dossier, read_only: true } };
    expect(mover.possible(event)).toBe(false);
  });
});
