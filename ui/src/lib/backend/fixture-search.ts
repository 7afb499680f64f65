// Searching the recorded sample: letters are folded as in the filter box, clitics are not known. The engine does better.

import { fold } from "../shared/fold";
import type { ArticleView, EventView, FoundSentence, Overview, SearchView } from "./types.gen";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const points = (text: string): number => [...text].length;

/** The sentences of an article that stand in the rows of its event, with the words that were typed. */
function sentences(view: EventView, article: ArticleView, words: readonly string[]): FoundSentence[] {
  const pieces = view.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces)).filter((piece) => piece.article === article.head.id && !piece.relayed);
  return pieces.flatMap(({ start, end, text }) => {
    const stand = [...text.matchAll(WORD)].filter(([word]) => words.some((typed) => fold(word).includes(typed)));
    const all = words.every((typed) => stand.some(([word]) => fold(word).includes(typed)));
    const marks = stand.map(({ 0: word, index }): [number, number] => [points(text.slice(0, index)), points(text.slice(0, index + word.length))]);
    const { outlet, camp } = article.head;
    return all && stand.length > 0 ? [{ article: article.head.id, outlet, camp, start, end, text, marks }] : [];
  });
}

/** What the recorded sample has of some words. */
export function searched(query: string, overview: Overview, views: Readonly<Record<string, EventView>>, articles: readonly ArticleView[]): SearchView {
  const words = fold(query).split(" ").filter(Boolean);
  const events = overview.events.flatMap(({ id, title, from }) => {
    const view = views[id];
    const own = articles.filter((article) => view?.members.some((member) => member.article === article.head.id));
    const found = view && words.length > 0 ? own.flatMap((article) => sentences(view, article, words)) : [];
    return found.length > 0 ? [{ event: id, title, from, sentences: found }] : [];
  });
  const hits = events.flatMap((event) => event.sentences);
  return { query, sentences: hits.length, articles: new Set(hits.map((hit) => hit.article)).size, events, left_off: 0 };
}
