// Who stands where in the picture of the sources: three columns, the order of each, and the lines between them. Always the
// same for the same view: nothing is left to chance or to the size of the window.

import type { SourceEdge, SourceNode, SourcePart, SourcesView } from "../backend/types.gen";

/** The columns in reading order. */
export const PARTS: readonly SourcePart[] = ["publishes", "relays", "speaks"];

/** Most places of a column; where there are more voices, those that tell least stand together in the last place. */
export const MOST = 12;

/** A place of a column: somebody, or those who stand together. */
export interface Place {
  readonly id: string;
  readonly node: SourceNode | null;
  /** Who stands together here. */
  readonly rest: readonly SourceNode[];
}

/** A line: all that one place has from another. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly SourceEdge[];
  /** Claims behind it. */
  readonly count: number;
}

export interface Graph {
  readonly columns: Readonly<Record<SourcePart, readonly Place[]>>;
  readonly lines: readonly Line[];
  /** Those that pass behind the middle column: from an outlet to whoever says it. */
  readonly direct: ReadonlySet<Line>;
}

/** Where a place is drawn, in pixels from the corner of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far a line between two places of one column reaches out, in pixels. */
const BULGE = 36;

/** The view as drawn; of the columns in `opened` everybody has a place. */
export function graph(view: Pick<SourcesView, "nodes" | "edges">, opened: ReadonlySet<SourcePart> = new Set()): Graph {
  const place = new Map<string, string>();
  const columns = { publishes: [], relays: [], speaks: [] } as Record<SourcePart, Place[]>;
  const height = new Map<string, number>();
  for (const part of PARTS) {
    const nodes = view.nodes.filter((node) => node.part === part);
    const shown = opened.has(part) || nodes.length <= MOST ? nodes : loudest(nodes, MOST - 1);
    const ordered = part === "publishes" ? shown : byNeighbours(shown, view.edges, place, height);
    const places: Place[] = ordered.map((node) => ({ id: node.id, node, rest: [] }));
    const rest = nodes.filter((node) => !shown.includes(node));
    if (rest.length > 0) places.push({ id: `rest ${part}`, node: null, rest });
    for (const [index, { id, rest: together }] of places.entries()) {
      height.set(id, index / Math.max(1, places.length - 1));
      for (const one of [id, ...together.map((node) => node.id)]) place.set(one, id);
    }
    columns[part] = places;
  }
  const drawn = lines(view.edges, place);
  const inside = (part: SourcePart, id: string): boolean => columns[part].some((one) => one.id === id);
  const direct = drawn.filter(({ from, to }) => inside("publishes", from) && inside("speaks", to));
  return { columns, lines: drawn, direct: new Set(direct) };
}

/** Those who tell most, in the order given. */
function loudest(nodes: readonly SourceNode[], count: number): SourceNode[] {
  const kept = new Set([...nodes].sort((a, b) => b.claims - a.claims).slice(0, count));
  return nodes.filter((node) => kept.has(node));
}

/** Each near the middle of those who quote them, so that lines cross as little as they can. */
function byNeighbours(
  nodes: readonly SourceNode[],
  edges: readonly SourceEdge[],
  place: ReadonlyMap<string, string>,
  height: ReadonlyMap<string, number>,
): SourceNode[] {
  const middle = (node: SourceNode): number => {
    const from = edges.filter((edge) => edge.to === node.id).map((edge) => height.get(place.get(edge.from) ?? ""));
    const known = from.filter((at) => at !== undefined);
    return known.length === 0 ? 1 : known.reduce((sum, at) => sum + at, 0) / known.length;
  };
  const at = new Map(nodes.map((node) => [node, middle(node)]));
  return [...nodes].sort((a, b) => (at.get(a) ?? 1) - (at.get(b) ?? 1));
}

function lines(edges: readonly SourceEdge[], place: ReadonlyMap<string, string>): Line[] {
  const found = new Map<string, Line>();
  for (const edge of edges) {
    const [from, to] = [place.get(edge.from), place.get(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = lineKey(from, to);
    const known = found.get(key) ?? { from, to, edges: [], count: 0 };
    found.set(key, { from, to, edges: [...known.edges, edge], count: known.count + edge.claims.length });
  }
  return [...found.values()];
}

export function lineKey(from: string, to: string): string {
  return `${from} > ${to}`;
}

/** How thick a line is drawn, in pixels: it grows with what is behind it, and slower and slower. */
export function thickness(count: number): number {
  return Math.min(6, 1 + Math.log2(Math.max(1, count)));
}

/** The path of a line from the end of one place to the start of another, in the direction of reading. */
export function path(from: Box, to: Box, rtl: boolean): string {
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  const x1 = rtl ? from.x : from.x + from.width;
  const out = rtl ? -1 : 1;
  if (Math.abs(from.x - to.x) < 1) return `M${x1} ${y1}C${x1 + out * BULGE} ${y1} ${x1 + out * BULGE} ${y2} ${x1} ${y2}`;
  const x2 = rtl ? to.x + to.width : to.x;
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
}
