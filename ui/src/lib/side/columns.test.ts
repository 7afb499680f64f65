import { afterEach, describe, expect, it } from "vitest";
import type { Column } from "../backend/types.gen";
import { Columns, inOrder, tracks } from "./columns.svelte";

const column = (camp: string): Column => ({ camp, state: "covers", articles: [] });
const three = ["a", "b", "c"].map(column);
const camps = (seen: readonly { column: Column }[]): string => seen.map(({ column: { camp } }) => camp).join("");

function of(path: string): Columns {
  const columns = new Columns();
  columns.follow(path);
  return columns;
}

afterEach(() => localStorage.clear());

describe("inOrder", () => {
  it("keeps what is not named behind its neighbour", () => {
    expect(inOrder(["a", "b", "c", "d"], ["c", "a"])).toEqual(["c", "d", "a", "b"]);
    expect(inOrder(["x", "a"], ["a", "gone"])).toEqual(["x", "a"]);
    expect(inOrder(["a", "b"], [])).toEqual(["a", "b"]);
  });
});

describe("Columns", () => {
  it("are those of the engine at first", () => {
    expect(of("/one").seen(three).map(({ at }) => at)).toEqual([0, 1, 2]);
  });

  it("move one step and stop at the edges", () => {
    const columns = of("/one");
    expect(columns.move("a", 1, three)).toBe(true);
    expect(camps(columns.seen(three))).toBe("bac");
    expect(columns.seen(three).map(({ at }) => at)).toEqual([1, 0, 2]);
    expect(columns.move("b", -1, three)).toBe(false);
    expect(columns.move("c", 1, three)).toBe(false);
  });

  it("move past what is seen, not past what is hidden", () => {
    const columns = of("/one");
    columns.hide("b", three);
    columns.move("a", 1, three);
    expect(camps(columns.seen(three))).toBe("ca");
    columns.show(["b"]);
    expect(camps(columns.seen(three))).toBe("bca");
  });

  it("keep their order in an event that lacks some of them", () => {
    const columns = of("/one");
    columns.move("c", -1, three);
    columns.move("c", -1, three);
    expect(camps(columns.seen(["a", "c"].map(column)))).toBe("ca");
    columns.move("c", 1, ["a", "c"].map(column));
    expect(camps(columns.seen(three))).toMatch(/a.*c/);
    expect(columns.seen(three)).toHaveLength(3);
  });

  it("are never all hidden by hand", () => {
    const columns = of("/one");
    expect([columns.hide("a", three), columns.hide("b", three), columns.hide("c", three)]).toEqual([true, true, false]);
    expect(camps(columns.seen(three))).toBe("c");
    expect(camps(columns.hidden(three))).toBe("ab");
  });

  it("are kept for their dossier alone", () => {
    const columns = of("/one");
    columns.move("a", 1, three);
    columns.hide("c", three);
    columns.setWidth("b", 25);
    expect(camps(of("/other").seen(three))).toBe("abc");
    const again = of("/one");
    expect([camps(again.seen(three)), again.width("b")]).toEqual(["ba", 25]);
    again.reset();
    expect([camps(again.seen(three)), again.width("b"), again.touched]).toEqual(["ab", undefined, false]);
  });

  it("stand as the engine has them where the memory is damaged", () => {
    localStorage.setItem("riwayat.columns:/one", '{"order":7,"hidden":[3],"widths":{"a":"x"}}');
    expect([camps(of("/one").seen(three)), of("/one").width("a")]).toEqual(["abc", undefined]);
    localStorage.setItem("riwayat.columns:/one", "{");
    expect(camps(of("/one").seen(three))).toBe("abc");
  });

  it("stay within sensible widths", () => {
    const columns = of("/one");
    columns.setWidth("a", 1);
    expect(columns.width("a")).toBeGreaterThan(10);
    columns.setWidth("a", 900);
    expect(columns.width("a")).toBeLessThan(100);
  });
});

describe("tracks", () => {
  it("share what is left over, or give it to the last", () => {
    expect(tracks([undefined, 20])).toEqual({ tracks: "minmax(17rem, 1fr) 20rem", least: 37 });
    expect(tracks([20, 30])).toEqual({ tracks: "20rem minmax(30rem, 1fr)", least: 50 });
  });
});
