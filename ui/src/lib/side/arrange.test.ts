import { describe, expect, it } from "vitest";
import { FixtureBackend } from "../backend/fixture";
import type { PieceView, RowView } from "../backend/types.gen";
import { Desk } from "../dossier/desk.svelte";
import { first, own, possible, rowOf, spot } from "./arrange";
import { Arranger } from "./arranger";
import { Board } from "./board.svelte";

/** The recorded sample on the board, at the event with the most rows. */
async function opened() {
  const backend = new FixtureBackend();
  const board = new Board(backend);
  const desk = new Desk(backend, (overview, first) => void board.follow(overview, first));
  await desk.start();
  await board.following;
  const views = await Promise.all((desk.overview?.events ?? []).map((event) => backend.event(event.id)));
  const richest = views.reduce((best, view) => (view.rows.length > best.rows.length ? view : best));
  await board.open(richest.head.id);
  return { backend, board, desk, arranger: new Arranger(desk, board) };
}

const rows = (board: Board): RowView[] => board.view?.rows ?? [];

/** Puts the board on a sentence that shares its row, but not its cell, with others. */
function select(board: Board): PieceView {
  for (const [index, row] of rows(board).entries()) {
    const column = row.cells.findIndex((cell) => own(cell).length === 1 && row.sentences > 1);
    const piece = own(row.cells[column])[0];
    if (!piece) continue;
    board.select(index, column);
    return piece;
  }
  throw new Error("the sample has a row of several sentences");
}

describe("possible", () => {
  const row = (sentences: number, decided: boolean): RowView =>
    ({ sentences, decided: decided ? { ar: "س", en: "x" } : null }) as RowView;
  const piece = {} as PieceView;

  it.each([
    [0, [piece], ["take-out", "move-below", "join-below"]],
    [1, [piece], ["move-above", "move-below", "join-above", "join-below", "leave"]],
    [2, [piece], ["take-out", "move-above", "join-above"]],
    [1, [], ["join-above", "join-below", "leave"]],
    [9, [piece], []],
  ])("in row %i, with %j", (index, pieces, deeds) => {
    expect(possible([row(2, false), row(1, true), row(3, false)], index, pieces)).toEqual(deeds);
  });

});

describe("Arranger", () => {
  it("takes a sentence out, stays on the row that it was in, and undoes it", async () => {
    const { board, desk, arranger } = await opened();
    const piece = select(board);
    const before = structuredClone(rows(board));
    const rest = first(board.current ?? undefined);
    expect(await arranger.act("take-out")).toBe(true);
    expect(rows(board)).toHaveLength(before.length + 1);
    const at = board.view ? rowOf(board.view, spot(piece)) : -1;
    expect(board.row).toBe(at - 1);
    expect(board.current?.cells.flatMap(own).some((one) => one.start === rest?.start || one.article !== piece.article)).toBe(true);
    expect(rows(board)[at]).toMatchObject({ sentences: 1, sure: null, number: at + 1 });
    expect(rows(board)[at]?.decided).not.toBeNull();
    expect(desk.overview?.dossier.can_undo).not.toBeNull();
    await desk.undo();
    await board.following;
    expect(rows(board)).toEqual(before);
    expect(own(board.current?.cells[board.column])).toContainEqual(piece);
  });

  it("moves a sentence to the row below and stays on the row that it was in", async () => {
    const { board, arranger } = await opened();
    const piece = select(board);
    const below = first(rows(board)[board.row + 1]);
    expect(await arranger.act("move-below")).toBe(true);
    expect(board.current?.cells.flatMap(own)).not.toContainEqual(piece);
    const target = rows(board)[board.row + 1]?.cells.flatMap(own);
    expect(target).toEqual(expect.arrayContaining([piece, below]));
  });

  it("joins rows, keeps open claims with their sentences, and leaves the row to the program", async () => {
    const { board, arranger } = await opened();
    const count = rows(board).length;
    const last = rows(board)[count - 1];
    board.select(1, 0);
    if (last) await board.toggleClaims(last.number);
    expect(await arranger.act("join-above")).toBe(true);
    expect([rows(board).length, board.row]).toEqual([count - 1, 0]);
    expect([...board.opened]).toEqual([count - 1]);
    expect(board.claims.get(count - 1)).toHaveLength(last?.claims ?? -1);
    expect(await arranger.act("leave")).toBe(true);
    expect(rows(board)).toHaveLength(count);
  });

  it("does nothing where nothing can be done", async () => {
    const { board, desk, arranger } = await opened();
    board.select(0, 0);
    expect(await arranger.act("join-above")).toBe(false);
    expect(await arranger.act("leave")).toBe(false);
    expect(desk.overview?.dossier.can_undo).toBeNull();
    if (desk.overview) desk.overview = { ...desk.overview, dossier: { ...desk.overview.dossier, read_only: true } };
    expect(await arranger.act("join-below")).toBe(false);
  });
});
