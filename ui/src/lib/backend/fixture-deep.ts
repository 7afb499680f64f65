// The recorded sample with its richest event told by sixty articles: in each cell all of them stand below each other. For
// measuring and for tests; no word in it is not in the sample.

import type { Sample } from "./fixture";
import { copied, richest } from "./fixture-copies";
import type { CellView, EventView } from "./types.gen";

/** How many articles tell each thing that a camp tells. */
export const COPIES = 20;

/** Each item so often, under the names of its copies. */
function told<T>(items: readonly T[], copy: (item: T, name: (id: string) => string) => T): T[] {
  return items.flatMap((item) => Array.from({ length: COPIES }, (_, at) => copy(item, (id) => copied(id, at))));
}

function deepened(view: EventView): EventView {
  const cell = (one: CellView): CellView => ({ ...one, pieces: told(one.pieces, (piece, name) => ({ ...piece, article: name(piece.article) })) });
  const rows = view.rows.map((row) => ({ ...row, cells: row.cells.map(cell), sentences: row.sentences * COPIES, claims: row.claims * COPIES }));
  const columns = view.columns.map((column) => ({
    ...column,
    articles: told(column.articles, (head, name) => ({ ...head, id: name(head.id), same_origin: [] })),
  }));
  const head = { ...view.head, articles: columns.flatMap(({ articles }) => articles).length };
  return { ...view, head, columns, rows, members: told(view.members, (one, name) => ({ ...one, article: name(one.article) })) };
}

/** `sample` with such an event in the place of its richest one. */
export function deep(sample: Sample): Sample {
  const view = richest(sample);
  const { id } = view.head;
  const event = deepened(view);
  const own = Object.values(sample.articles).flatMap((article) =>
    Array.from({ length: COPIES }, (_, at) => [copied(article.head.id, at), { ...article, head: { ...article.head, id: copied(article.head.id, at) } }] as const),
  );
  return {
    ...sample,
    overview: { ...sample.overview, events: sample.overview.events.map((one) => (one.id === id ? event.head : one)) },
    events: { ...sample.events, [id]: event },
    said: {
      ...sample.said,
      [id]: told(sample.said[id] ?? [], (claim, name) => ({ ...claim, article: name(claim.article), id: claim.id.replace(claim.article, name) })),
    },
    articles: { ...sample.articles, ...Object.fromEntries(own) },
  };
}
