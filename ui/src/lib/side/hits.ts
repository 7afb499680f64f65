// Where what is looked for stands in the rows of an event.

import type { CellView, EventView, PieceView } from "../backend/types.gen";
import type { SeenColumn } from "./columns.svelte";
import { findAll, terms, words, type Found, type Word } from "./words";

/** A place where it stands. */
export interface Hit extends Found {
  readonly row: number;
  /** Index among the columns of the event. */
  readonly at: number;
  readonly piece: PieceView;
}

/** The words of each piece, cut once. */
const known = new WeakMap<PieceView, Word[]>();

function wordsOf(piece: PieceView): Word[] {
  const before = known.get(piece);
  if (before) return before;
  const cut = words(piece.text);
  known.set(piece, cut);
  return cut;
}

/** Every place in an event, row by row, in the order of its columns. */
export function search(view: EventView | null, query: string): Hit[] {
  const wanted = terms(query);
  if (!view || wanted.length === 0) return [];
  const inCell = (cell: CellView, row: number, at: number): Hit[] =>
    cell.pieces.flatMap((piece) => findAll(wordsOf(piece), wanted).map((hit) => ({ ...hit, row, at, piece })));
  return view.rows.flatMap((row, index) => row.cells.flatMap((cell, at) => inCell(cell, index, at)));
}

/** Those in columns that are seen, in the order in which they are read. */
export function inSight(hits: readonly Hit[], seen: readonly SeenColumn[]): Hit[] {
  const place = new Map(seen.map(({ at }, index) => [at, index]));
  const before = (hit: Hit): number => place.get(hit.at) ?? 0;
  return hits.filter((hit) => place.has(hit.at)).sort((a, b) => a.row - b.row || before(a) - before(b));
}

/** The places by the pieces in which they are. */
export function byPiece(hits: readonly Hit[]): ReadonlyMap<PieceView, readonly Hit[]> {
  const pieces = new Map<PieceView, Hit[]>();
  for (const hit of hits) {
    const others = pieces.get(hit.piece);
    if (others) others.push(hit);
    else pieces.set(hit.piece, [hit]);
  }
  return pieces;
}
