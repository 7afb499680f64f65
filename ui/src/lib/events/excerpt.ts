// A found sentence as a list shows it: from shortly before the first word that was looked for, and no longer than is read.

import type { FoundSentence } from "../backend/types.gen";
import { offsetMap } from "../shared/offsets";

/** Letters before the first word, and in all; UTF-16 units. 30 to 60, and 120 to 240: three lines of the narrow list. */
const BEFORE = 40;
const LONGEST = 170;
const CUT = "…";

export interface Excerpt {
  readonly text: string;
  /** The words that were looked for, UTF-16 offsets into `text`. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** Cuts at spaces only, so that no word is broken. */
export function excerpt({ text, marks }: FoundSentence): Excerpt {
  const map = offsetMap(text);
  const spans = marks.map(([start, end]) => ({ start: map(start), end: map(end) }));
  const first = spans[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1;
  const whole = text.length - from <= LONGEST;
  const space = text.lastIndexOf(" ", from + LONGEST);
  const to = whole ? text.length : Math.max(space, spans[0]?.end ?? 0);
  const head = from > 0 ? `${CUT} ` : "";
  const shift = head.length - from;
  return {
    text: head + text.slice(from, to) + (to < text.length ? ` ${CUT}` : ""),
    marks: spans.filter(({ start, end }) => start >= from && end <= to).map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}
