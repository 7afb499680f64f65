// What of the articles' own words a selection holds: letter by letter as they stand in the document, which is as they stand
// in the articles; the shapes and buttons between them are no words. Elements that hold such words say so: `data-text-of` is
// the article, `data-start` where they begin in it (code points), missing where they are not of its body; `data-said-by` and
// `data-said-as` whose claim they are and how it is put, where they are shown without the words that tell it. What one citation
// is enough for stands in one element with `data-passage`.

import type { Polarity } from "../backend/types.gen";

/** A stretch of one article, or of what was left out of its page. */
export interface Stretch {
  readonly article: string;
  /** Without the spaces at its ends. */
  readonly text: string;
  /** Where it stands in the article's text, code points, the end not included; null where it is not of the body. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** Who says it, where the words are shown apart from those that tell it and it is not the outlet itself. */
  readonly voice: string | null;
  readonly polarity: Polarity | null;
  /** The cell, the line of a table or the open article that it was taken from. */
  readonly within: Element | null;
}

const WORDS = "[data-text-of]";
const PASSAGE = "[data-passage]";

const codePoints = (text: string): number => [...text].length;

/** The part of `element` that lies in `range`, and the text before that part. */
function part(range: Range, element: Element): { before: string; text: string } {
  const cut = document.createRange();
  cut.selectNodeContents(element);
  const before = cut.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, cut) > 0) cut.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, cut) < 0) cut.setEnd(range.endContainer, range.endOffset);
  before.setEnd(cut.startContainer, cut.startOffset);
  return { before: before.toString(), text: cut.toString() };
}

function stretch(range: Range, element: HTMLElement): Stretch | null {
  const { before, text: selected } = part(range, element);
  const article = element.dataset.textOf;
  const text = selected.trim();
  if (article === undefined || text === "") return null;
  const skipped = before + selected.slice(0, selected.length - selected.trimStart().length);
  const start = element.dataset.start === undefined ? null : Number(element.dataset.start) + codePoints(skipped);
  const place = start === null ? null : { start, end: start + codePoints(text) };
  const { saidBy: voice = null, saidAs } = element.dataset;
  return { article, text, place, voice, polarity: (saidAs ?? null) as Polarity | null, within: element.closest(PASSAGE) };
}

/** Whether a stretch repeats words of another under the same citation, as the figures of a claim do. */
function repeats(one: Stretch, of: Stretch): boolean {
  if (one.place === null || of.place === null || one.article !== of.article || one.within !== of.within) return false;
  return of.place.start <= one.place.start && one.place.end <= of.place.end;
}

/** The stretches of articles in a selection, in reading order. */
export function stretches(selection: Selection | null): Stretch[] {
  const found: Stretch[] = [];
  for (let index = 0; index < (selection?.rangeCount ?? 0); index += 1) {
    const range = selection?.getRangeAt(index);
    if (!range || range.collapsed) continue;
    const root = range.commonAncestorContainer;
    const top = root instanceof Element ? root : root.parentElement;
    const inside = top?.closest<HTMLElement>(WORDS);
    const elements = inside ? [inside] : [...(top?.querySelectorAll<HTMLElement>(WORDS) ?? [])];
    for (const element of elements.filter((one) => range.intersectsNode(one))) {
      const taken = stretch(range, element);
      if (taken && !found.some((other) => repeats(taken, other))) found.push(taken);
    }
  }
  return found;
}

/** Stretches that one citation is enough for: of one article and voice, out of one passage, one after the other. */
export function runs(list: readonly Stretch[]): Stretch[][] {
  const grouped: Stretch[][] = [];
  for (const one of list) {
    const last = grouped.at(-1)?.at(-1);
    const together = last?.article === one.article && last.within === one.within && (last.place === null) === (one.place === null);
    const same = together && last.voice === one.voice && last.polarity === one.polarity;
    if (same) grouped.at(-1)?.push(one);
    else grouped.push([one]);
  }
  return grouped;
}
