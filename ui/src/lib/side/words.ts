// Finds words in Arabic text as people type them: letters folded, clitics ignored. Written as a grammar of what may stand
// before and behind a word, so that nothing is cut off that is part of it. What may not be told apart without a lexicon
// (وعد is a promise, and "and he counted") is left alone where a word is short.

import { foldEach } from "../shared/fold";

/** A word of a text: its folded letters, and where it stands, UTF-16. */
export interface Word {
  readonly text: string;
  /** Where each folded letter stands in the text. */
  readonly at: readonly number[];
  readonly end: number;
  /** Its last letter as written: folded, ة and ه are one. */
  readonly last: string;
}

/** What is looked for in one word. */
export interface Term {
  /** Forms of it that stand alone; a word is any of them, with its clitics. */
  readonly stems: readonly string[];
  /** Forms that only stand before a pronoun: مدينت(هم). */
  readonly bound: readonly string[];
  /** The reader typed it with the article: the article is painted too. */
  readonly definite: boolean;
  /** It is the beginning of a word (typed with a star). */
  readonly prefix: boolean;
  readonly number: boolean;
}

/** Words are letters or digits; digits may be grouped. */
const WORD = /\p{L}+|\p{N}+(?:[.,\u066B\u066C]\p{N}+)*/gu;
const GROUPING = /[,\u066C]/g;
const NUMBER = /^\p{N}/u;
/** What folds to nothing and still belongs to the letter before it. */
const MARK = /[\p{M}\u0640]/u;

/** Least letters of a word before which a clitic of one letter is taken for one. */
const LEAST = { article: 2, letter: 3, like: 4, future: 4, pronoun: 3 };
/** و ف, then ال, or a preposition with or without it; لل is ل with ال. */
const PROCLITICS = /^[\u0648\u0641]?(?:(?<article>[\u0628\u0643]?\u0627\u0644|\u0644\u0644)|(?<letter>[\u0628\u0644])|(?<like>\u0643)|(?<future>\u0633))?$/u;
/** Letters that a verb of the future begins with: ي ت ن ا. */
const IMPERFECT = /^[\u064A\u062A\u0646\u0627]/u;
/** ه ها هم هن هما نا. */
const PRONOUN = /^(?:\u0647(?:\u0627|\u0645|\u0646|\u0645\u0627)?|\u0646\u0627)$/u;
const TA_MARBUTA = "\u0629";
const ARTICLE = "\u0627\u0644";

export function words(text: string): Word[] {
  const { folded, at } = foldEach(text);
  return [...folded.matchAll(WORD)].map((match) => {
    const places = at.slice(match.index, match.index + match[0].length);
    const last = places.at(-1) ?? 0;
    let end = last + 1;
    while (MARK.test(text.charAt(end))) end += 1;
    return { text: NUMBER.test(match[0]) ? match[0].replace(GROUPING, "") : match[0], at: places, end, last: text.charAt(last) };
  });
}

/** What is looked for in a query, word by word. */
export function terms(query: string): Term[] {
  return words(query).map((word) => {
    const number = NUMBER.test(word.text);
    const typed = query.slice(word.at[0], (word.at[0] ?? 0) + 2);
    const definite = typed === ARTICLE && word.text.length - 2 >= LEAST.letter;
    const stem = definite ? word.text.slice(2) : word.text;
    const open = stem.slice(0, -1);
    // ة becomes ت before a pronoun, ى becomes ا.
    const bound = /\u0647$/.test(stem) ? [`${open}\u062A`] : /\u064A$/.test(stem) ? [`${open}\u0627`] : [];
    return { stems: [stem], bound, definite, prefix: query.charAt(word.end) === "*", number };
  });
}

function opens(before: string, stem: string): boolean {
  const groups = PROCLITICS.exec(before)?.groups;
  if (!groups) return false;
  if (groups.article) return stem.length >= LEAST.article;
  if (groups.like) return stem.length >= LEAST.like;
  if (groups.future) return stem.length >= LEAST.future && IMPERFECT.test(stem);
  return before === "" || stem.length >= LEAST.letter;
}

function closes(behind: string, stem: string, word: Word): boolean {
  return stem.length >= LEAST.pronoun && PRONOUN.test(behind) && word.last !== TA_MARBUTA;
}

/** Where in its letters a word begins to be what is looked for, or -1. */
function found(word: Word, term: Term): number {
  if (term.number) return term.stems.includes(word.text) || (term.prefix && word.text.startsWith(term.stems[0] ?? "")) ? 0 : -1;
  for (const [forms, alone] of [[term.stems, true], [term.bound, false]] as const) {
    for (const stem of forms) {
      for (let at = word.text.indexOf(stem); at >= 0; at = word.text.indexOf(stem, at + 1)) {
        const behind = word.text.slice(at + stem.length);
        const ends = (alone && behind === "") || closes(behind, stem, word) || (alone && term.prefix);
        if (ends && opens(word.text.slice(0, at), stem)) return term.definite && word.text.slice(0, at).endsWith(ARTICLE) ? at - 2 : at;
      }
    }
  }
  return -1;
}

/** A stretch of a text, UTF-16. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Every place where the terms stand one behind the other. */
export function findAll(text: readonly Word[], wanted: readonly Term[]): Found[] {
  const hits: Found[] = [];
  if (wanted.length === 0) return hits;
  for (let index = 0; index + wanted.length <= text.length; index += 1) {
    let start = -1;
    const all = wanted.every((term, step) => {
      const word = text[index + step];
      const at = word ? found(word, term) : -1;
      if (step === 0 && at >= 0) start = word?.at[at] ?? -1;
      return at >= 0;
    });
    const end = text[index + wanted.length - 1]?.end ?? 0;
    if (all && start >= 0) hits.push({ start, end });
  }
  return hits;
}
