// Sentences that were found, as the window goes through them.

import type { FoundSentence } from "../backend/types.gen";

/** One sentence that was found, and its event. */
export interface Hit {
  readonly event: string;
  readonly sentence: FoundSentence;
}

/** The sentences of each article. */
export function byArticle(hits: readonly Hit[]): ReadonlyMap<string, FoundSentence[]> {
  const out = new Map<string, FoundSentence[]>();
  for (const { sentence } of hits) {
    const known = out.get(sentence.article);
    if (known) known.push(sentence);
    else out.set(sentence.article, [sentence]);
  }
  return out;
}
