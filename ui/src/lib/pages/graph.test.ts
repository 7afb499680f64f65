import { describe, expect, it } from "vitest";
import type { ClaimPlace, SourceEdge, SourceNode, SourcePart } from "../backend/types.gen";
import { graph, MOST, path, thickness } from "./graph";

const node = (id: string, part: SourcePart, claims = 1): SourceNode => ({
  id, part, claims, own: 0, kind: "speaker", label: { ar: id, en: id }, names: [], camp: "unassigned", of: null,
});
const claim: ClaimPlace = { claim: "a:0-1", article: "a", outlet: null, voice: null, polarity: "asserted", text: "" };
const edge = (from: string, to: string, count = 1): SourceEdge => ({ from, to, claims: Array.from({ length: count }, () => claim) });

describe("graph", () => {
  const nodes = [node("a", "publishes"), node("b", "publishes"), node("agency", "relays"), node("one", "speaks"), node("two", "speaks")];

  it("puts everybody in the column of their part, near those who quote them", () => {
    const drawn = graph({ nodes, edges: [edge("b", "one", 3), edge("a", "two"), edge("a", "agency")] });
    expect(drawn.columns.publishes.map((place) => place.id)).toEqual(["a", "b"]);
    expect(drawn.columns.speaks.map((place) => place.id)).toEqual(["two", "one"]);
    expect([...drawn.direct].map((line) => line.from)).toEqual(["b", "a"]);
    expect(drawn.lines.map((line) => [line.from, line.to, line.count])).toEqual([["b", "one", 3], ["a", "two", 1], ["a", "agency", 1]]);
  });

  it("is the same whatever order the edges come in", () => {
    const edges = [edge("b", "one"), edge("a", "two"), edge("a", "agency"), edge("agency", "two")];
    const one = graph({ nodes, edges });
    const other = graph({ nodes, edges: [...edges].reverse() });
    expect(other.columns).toEqual(one.columns);
  });

  it("lets those who tell least stand together where there are many, and loses nobody", () => {
    const many = Array.from({ length: 40 }, (_, index) => node(`s${index}`, "speaks", index + 1));
    const all = [node("a", "publishes"), ...many];
    const edges = many.map((one) => edge("a", one.id));
    const drawn = graph({ nodes: all, edges });
    const places = drawn.columns.speaks;
    expect(places).toHaveLength(MOST);
    expect(places.at(-1)?.rest).toHaveLength(40 - MOST + 1);
    expect(Math.min(...places.slice(0, -1).map((place) => place.node?.claims ?? 0))).toBe(40 - MOST + 2);
    expect(new Set(places.flatMap((place) => [place.node, ...place.rest]).filter(Boolean)).size).toBe(40);
    expect(drawn.lines.reduce((sum, line) => sum + line.count, 0)).toBe(40);
    expect(drawn.lines).toHaveLength(MOST);
    expect(graph({ nodes: all, edges }, new Set(["speaks"])).columns.speaks).toHaveLength(40);
  });
});

describe("path", () => {
  const right = { x: 200, y: 0, width: 50, height: 20 };
  const left = { x: 0, y: 40, width: 50, height: 20 };

  it("runs with the reading: from the left edge of what stands right, in Arabic", () => {
    expect(path(right, left, true)).toBe("M200 10C125 10 125 50 50 50");
    expect(path(left, right, false)).toBe("M50 50C125 50 125 10 200 10");
  });

  it("bends out and back within a column", () => {
    expect(path(left, { ...left, y: 100 }, true)).toBe("M0 50C-36 50 -36 110 0 110");
  });
});

describe("thickness", () => {
  it("grows with what is behind a line, and stays a line", () => {
    expect([1, 2, 4, 1000].map(thickness)).toEqual([1, 2, 3, 6]);
  });
});
