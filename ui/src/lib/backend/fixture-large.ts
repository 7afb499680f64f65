// The recorded sample with its richest event made large: the same articles and rows again and again, until there are as
// many as a great event has. For measuring and for tests; no word in it is not in the sample.

import type { Sample } from "./fixture";
import { copied, richest } from "./fixture-copies";
import type { ArticleView, ClaimPlace, ClaimsView, ClaimView, EventView, FiguresView, NamingView, RowView } from "./types.gen";

/** How large: what the window must bear. */
export const ARTICLES = 60;
export const SENTENCES = 3000;

/** One round of the event's rows: which copy of its articles tells them, and where in their texts. */
interface Round {
  readonly index: number;
  /** The name of an article in this round; null where there are enough articles already. */
  readonly article: (id: string) => string | null;
  /** How far a place in the text of an article is moved. */
  readonly shift: (id: string) => number;
}

const between = "\n\n";
const letters = (text: string): number => [...text].length;

/** A claim's id in a round: `article:start-end`. */
function claimId(round: Round, id: string): string {
  const parts = /^(.*):(\d+)-(\d+)(.*)$/.exec(id);
  if (!parts) return `${id}~${round.index}`;
  const [, article = "", start, end, rest = ""] = parts;
  const shift = round.shift(article);
  return `${round.article(article) ?? `${article}~gone`}:${Number(start) + shift}-${Number(end) + shift}${rest}`;
}

/** The items of a round: those whose article is in it, under its name there. */
function told<T extends { readonly article: string }>(round: Round, items: readonly T[], change: (item: T) => T = (item) => item): T[] {
  return items.flatMap((item) => {
    const article = round.article(item.article);
    return article === null ? [] : [{ ...change(item), article }];
  });
}

const places = (round: Round, items: readonly ClaimPlace[]): ClaimPlace[] =>
  told(round, items, (place) => ({ ...place, claim: claimId(round, place.claim) }));

function claimsOf(round: Round, claims: readonly ClaimView[]): ClaimView[] {
  return told(round, claims, (claim) => ({
    ...claim,
    id: claimId(round, claim.id),
    relations: claim.relations.map((relation) => ({ ...relation, other: claimId(round, relation.other) })),
  }));
}

function rowOf(round: Round, row: RowView, number: number): RowView {
  const cells = row.cells.map((cell) => {
    const pieces = told(round, cell.pieces, (piece) => {
      const shift = round.shift(piece.article);
      return { ...piece, start: piece.start + shift, end: piece.end + shift };
    });
    return cell.state === "text" && pieces.length === 0 ? { state: "silent" as const, pieces } : { ...cell, pieces };
  });
  const sentences = cells.flatMap((cell) => cell.pieces).filter((piece) => !piece.relayed).length;
  const shown = cells.reduce((sum, cell) => sum + cell.pieces.length, 0);
  const all = row.cells.reduce((sum, cell) => sum + cell.pieces.length, 0);
  return { ...row, number, cells, sentences, claims: Math.round((row.claims * shown) / Math.max(1, all)) };
}

/** Where a row of the sample stands in a round; null where none of its articles is in it. */
type Place = (round: Round, row: number) => number | null;

function grownRows(view: EventView, rounds: readonly Round[]): { rows: RowView[]; place: Place } {
  const rows: RowView[] = [];
  const places = new Map<string, number>();
  for (const round of rounds) {
    view.rows.forEach((row, index) => {
      const grown = rowOf(round, row, rows.length + 1);
      if (grown.sentences > 0) places.set(`${round.index}:${index}`, rows.push(grown) - 1);
    });
  }
  return { rows, place: (round, row) => places.get(`${round.index}:${row}`) ?? null };
}

function grownEvent(view: EventView, rows: RowView[], rounds: readonly Round[], copies: number): EventView {
  const ids = (id: string): string[] => Array.from({ length: copies }, (_, copy) => rounds[copy]?.article(id) ?? null).filter((one) => one !== null);
  const columns = view.columns.map((column) => ({
    ...column,
    articles: column.articles.flatMap((head) => ids(head.id).map((id) => ({ ...head, id, same_origin: [] }))),
  }));
  const head = { ...view.head, articles: columns.flatMap((column) => column.articles).length, contradictions: view.head.contradictions * rounds.length };
  const layers = view.layers.map((layer) => ({ ...layer, count: layer.count * rounds.length }));
  return { ...view, head, columns, rows, layers, members: view.members.flatMap((one) => ids(one.article).map((article) => ({ ...one, article }))) };
}

function grownClaims(view: ClaimsView, rounds: readonly Round[], place: Place): ClaimsView {
  const slots = rounds.flatMap((round) =>
    view.slots.flatMap((slot) => {
      const [claim] = places(round, [slot.claim]);
      const cells = slot.cells.map((cell) => ({ ...cell, claims: places(round, cell.claims) }));
      const row = place(round, slot.row);
      return claim && row !== null ? [{ ...slot, row, claim, cells }] : [];
    }),
  );
  return { ...view, slots };
}

function grownFigures(view: FiguresView, rounds: readonly Round[], place: Place): FiguresView {
  const sets = view.sets.map((set) => {
    const values = rounds.flatMap((round) =>
      told(round, set.values, (value) => ({
        ...value,
        claim: claimId(round, value.claim),
        row: value.row === null ? null : place(round, value.row),
      })),
    );
    return { ...set, voices: values.length, values };
  });
  return { ...view, sets };
}

function grownNaming(view: NamingView, rounds: readonly Round[]): NamingView {
  const sets = view.sets.map((set) => ({
    ...set,
    by_camp: set.by_camp.map((camp) => ({
      ...camp,
      names: camp.names.map((name) => ({ ...name, places: rounds.flatMap((round) => told(round, name.places)) })),
    })),
  }));
  const each = (claims: readonly ClaimPlace[]): ClaimPlace[] => rounds.flatMap((round) => places(round, claims));
  const agency = view.agency.map((deed) => ({
    ...deed,
    by_camp: deed.by_camp.map((uses) => ({ ...uses, told: each(uses.told), untold: each(uses.untold) })),
  }));
  return { ...view, sets, agency };
}

/** An article whose text is told so many times over. */
function grownArticle(view: ArticleView, id: string, times: number): ArticleView {
  const step = letters(view.text) + letters(between);
  const all = Array.from({ length: times }, (_, time) => time);
  const paragraphs = all.flatMap((time) => view.paragraphs.map(({ start, end }) => ({ start: start + time * step, end: end + time * step })));
  return { ...view, head: { ...view.head, id }, text: all.map(() => view.text).join(between), paragraphs };
}

/** `sample` with an event of `ARTICLES` articles and `SENTENCES` sentences, in the place of its richest one. */
export function large(sample: Sample): Sample {
  const view = richest(sample);
  const { id } = view.head;
  const own = view.members.map((member) => member.article);
  const copies = Math.ceil(ARTICLES / own.length);
  const round = (index: number): Round => {
    const copy = index % copies;
    return {
      index,
      article: (article) => (copy * own.length + own.indexOf(article) < ARTICLES ? copied(article, copy) : null),
      shift: (article) => Math.floor(index / copies) * (letters(sample.articles[article]?.text ?? "") + letters(between)),
    };
  };
  const rounds: Round[] = [];
  for (let sentences = 0; sentences < SENTENCES; ) {
    const next = round(rounds.length);
    rounds.push(next);
    sentences += view.rows.reduce((sum, row) => sum + rowOf(next, row, 0).sentences, 0);
  }
  const { rows, place } = grownRows(view, rounds);
  const event = grownEvent(view, rows, rounds, copies);
  const times = Math.ceil(rounds.length / copies);
  const articles = Object.fromEntries(
    event.members.flatMap(({ article }) => {
      const original = sample.articles[article.replace(/~\d+$/, "")];
      return original ? [[article, grownArticle(original, article, times)]] : [];
    }),
  );
  const each = <T>(of: Readonly<Record<string, T>>, grow: (one: T) => T): Record<string, T> => {
    const one = of[id];
    return one ? { ...of, [id]: grow(one) } : { ...of };
  };
  return {
    ...sample,
    overview: { ...sample.overview, events: sample.overview.events.map((one) => (one.id === id ? event.head : one)) },
    events: { ...sample.events, [id]: event },
    said: each(sample.said, (said) => rounds.flatMap((one) => claimsOf(one, said))),
    claims: each(sample.claims, (one) => grownClaims(one, rounds, place)),
    figures: each(sample.figures, (one) => grownFigures(one, rounds, place)),
    naming: each(sample.naming, (one) => grownNaming(one, rounds)),
    articles: { ...sample.articles, ...articles },
  };
}
