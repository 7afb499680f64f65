import { describe, expect, it } from "vitest";
import { FixtureBackend, recorded } from "./fixture";
import { richest } from "./fixture-copies";
import { COPIES, deep } from "./fixture-deep";

describe("the sample with an event that many articles tell", () => {
  const original = richest(recorded);
  const { id } = original.head;
  const backend = new FixtureBackend({ data: deep(recorded) });

  it("has each sentence from so many articles, and their claims", async () => {
    const view = await backend.event(id);
    expect(view.rows.map((row) => row.sentences)).toEqual(original.rows.map((row) => row.sentences * COPIES));
    const claims = await Promise.all(view.rows.map((row) => backend.rowClaims(id, row.number)));
    expect(claims.map(({ length }) => length)).toEqual(view.rows.map((row) => row.claims));
  });

  it("names only articles that there are", async () => {
    const view = await backend.event(id);
    const ids = view.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces.map((piece) => piece.article)));
    const heads = view.columns.flatMap((column) => column.articles.map((head) => head.id));
    expect(ids.filter((article) => !heads.includes(article))).toEqual([]);
    expect((await backend.article(ids.at(-1) ?? "")).head.id).toBe(ids.at(-1));
  });
});
