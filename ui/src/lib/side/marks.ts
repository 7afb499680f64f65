// Lays the marks of a piece into a tree of whole words, so that each becomes one element round words and never cuts one.
// Outer to inner: voice, name, figure, then the differences. An inner mark that crosses an outer one is cut at its edge.

import type { MarkLayer, MarkView } from "../backend/types.gen";
import { offsetMap } from "../shared/offsets";

/** A stretch of the text, UTF-16 offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A mark in UTF-16 offsets, widened to whole words. */
export interface PlacedMark extends Span {
  readonly index: number;
  readonly mark: MarkView;
  readonly part: Span | null;
}

/** A node of the tree: plain text, or a mark round its content. */
export type MarkNode =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | {
      readonly kind: "mark";
      readonly placed: PlacedMark;
      readonly start: number;
      readonly children: readonly MarkNode[];
    }
  /** The first or last word of a voice, kept on one line with the shape that stands beside it. */
  | { readonly kind: "edge"; readonly shapes: EdgeShapes; readonly start: number; readonly children: readonly MarkNode[] };

/** Which ends of a voice a word holds. */
export type EdgeShapes = "first" | "last" | "both";

export const NESTING: readonly MarkLayer[] = ["voice", "naming", "figure", "word", "clitic", "spelling", "digits", "moved"];

const JOINING = /[\u0610-\u061A\u0620-\u065F\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06E8\u06EA-\u06EF\u06FA-\u06FF\u0750-\u077F\u08A0-\u08FF]/;

function insideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && JOINING.test(text.charAt(at - 1)) && JOINING.test(text.charAt(at));
}

function widen(text: string, span: Span): Span {
  let { start, end } = span;
  while (insideWord(text, start)) start -= 1;
  while (insideWord(text, end)) end += 1;
  return { start, end };
}

/** The marks of `text` in UTF-16 offsets; empty ones fall away. */
export function place(text: string, marks: readonly MarkView[]): PlacedMark[] {
  const at = offsetMap(text);
  return marks
    .map((mark, index) => ({
      ...widen(text, { start: at(mark.start), end: at(mark.end) }),
      index,
      mark,
      part: mark.part && { start: at(mark.part[0]), end: at(mark.part[1]) },
    }))
    .filter((placed) => placed.start < placed.end);
}

/** The tree of `text`. Its texts, joined, are `text`. */
export function markTree(text: string, marks: readonly MarkView[]): MarkNode[] {
  return nest(text, { start: 0, end: text.length }, place(text, marks), 0);
}

function nest(text: string, span: Span, placed: readonly PlacedMark[], depth: number): MarkNode[] {
  if (span.start >= span.end) return [];
  const layer = NESTING[depth];
  if (layer === undefined) return [{ kind: "text", text: text.slice(span.start, span.end), start: span.start }];
  const nodes: MarkNode[] = [];
  let at = span.start;
  for (const mark of placed.filter((other) => other.mark.layer === layer)) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, span.end);
    if (start >= end) continue;
    nodes.push(...nest(text, { start: at, end: start }, placed, depth + 1));
    const inner = (part: Span): MarkNode[] => nest(text, part, placed, depth + 1);
    const children = layer === "voice" ? withEdges(text, { start, end }, inner) : inner({ start, end });
    nodes.push({ kind: "mark", placed: mark, start, children });
    at = end;
  }
  nodes.push(...nest(text, { start: at, end: span.end }, placed, depth + 1));
  return mergeText(nodes);
}

function withEdges(text: string, span: Span, inner: (part: Span) => MarkNode[]): MarkNode[] {
  const said = text.slice(span.start, span.end);
  const firstEnd = span.start + (/^\s*\S+/.exec(said)?.[0].length ?? said.length);
  const lastStart = span.end - (/\S+\s*$/.exec(said)?.[0].length ?? 0);
  const edge = (shapes: EdgeShapes, part: Span): MarkNode => ({ kind: "edge", shapes, start: part.start, children: inner(part) });
  if (firstEnd > lastStart) return [edge("both", span)];
  return [
    edge("first", { start: span.start, end: firstEnd }),
    ...inner({ start: firstEnd, end: lastStart }),
    edge("last", { start: lastStart, end: span.end }),
  ];
}

function mergeText(nodes: readonly MarkNode[]): MarkNode[] {
  const merged: MarkNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last?.kind === "text" && node.kind === "text") {
      merged[merged.length - 1] = { ...last, text: last.text + node.text };
    } else {
      merged.push(node);
    }
  }
  return merged;
}
