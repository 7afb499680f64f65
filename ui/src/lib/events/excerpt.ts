// A found sentence as a list shows it: from shortly before the first word that was looked for, and no longer than is read.

import type { FoundSentence } from "../backend/types.gen";
import { offsetMap } from "../shared/offsets";

/** Letters before the first word, and in all; UTF-16 units. 30 to 60, and 120 to 240: three lines of the narrow list. */
const BEFORE = 40;
const LONGEST = 170;

export interface Excerpt {
  /** Words of the article and nothing else, so that they can be copied from the list. */
  readonly text: string;
  /** Where they begin in the article's text, code points. */
  readonly start: number;
  /** Whether words of the sentence stand before them, and behind them. */
  readonly cut: boolean;
  readonly short: boolean;
  /** The words that were looked for, UTF-16 offsets into `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** Cuts at spaces only, so that no word is broken. */
export function excerpt({ text, start: begins, marks }: FoundSentence): Excerpt {
  const map = offsetMap(text);
  const spans = marks.map(([start, end]) => ({ start: map(start), end: map(end) }));
  const first = spans[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1;
  const whole = text.length - from <= LONGEST;
  const space = text.lastIndexOf(" ", from + LONGEST);
  const to = whole ? text.length : Math.max(space, spans[0]?.end ?? 0);
  return {
    text: text.slice(from, to),
    start: begins + [...text.slice(0, from)].length,
    cut: from > 0,
    short: to < text.length,
    marks: spans.filter(({ start, end }) => start >= from && end <= to).map(({ start, end }) => ({ start: start - from, end: end - from })),
  };
}
