// How elements that hold an article's own words say so, that copying finds out whose they are: see `stretches.ts`.

import type { Polarity } from "../backend/types.gen";

/** Words of an article where they are shown apart from it. */
export interface Words {
  readonly article: string;
  /** Where they begin in the article's text, code points; left out where they are not of its body. */
  readonly start?: number | undefined;
  /** Who says them, where that is not the outlet itself. */
  readonly voice?: string | null;
  /** How they are said, where they are a claim: the words of a denial do not deny. */
  readonly polarity?: Polarity;
}

/** The attributes of the innermost element that holds them, and nothing else. */
export function wordsOf({ article, start, voice, polarity }: Words): Record<string, string | number | null | undefined> {
  return { "data-text-of": article, "data-start": start, "data-said-by": voice, "data-said-as": polarity };
}

/** The place of a claim in its article, which stands in its id: `article:start-end`, code points. */
export function placeOf(claim: string): { start: number; end: number } | null {
  const at = /:(\d+)-(\d+)(?:~\d+)?$/.exec(claim);
  return at && { start: Number(at[1]), end: Number(at[2]) };
}
