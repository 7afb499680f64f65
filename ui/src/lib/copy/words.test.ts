import { describe, expect, it } from "vitest";
import type { Sample } from "../backend/fixture";
import recorded from "../backend/fixtures/sample.json";
import { placeOf } from "./words";

const data = recorded as unknown as Sample;

describe("placeOf", () => {
  it("finds the place of every claim of the sample, with its words there", () => {
    const claims = Object.values(data.claims).flatMap(({ slots }) => slots.flatMap(({ cells }) => cells.flatMap((cell) => cell.claims)));
    expect(claims.length).toBeGreaterThan(50);
    for (const { claim, article, text } of claims) {
      const place = placeOf(claim);
      expect([...(data.articles[article]?.text ?? "")].slice(place?.start, place?.end).join("")).toBe(text);
    }
  });

  it("reads a claim that shares its place with another, and nothing that is no claim", () => {
    expect(placeOf("a1:7-12~2")).toEqual({ start: 7, end: 12 });
    expect(placeOf("a1")).toBeNull();
  });

  it("begins where names and figures stand in their articles", () => {
    const at = (article: string, start: number, text: string): string => [...(data.articles[article]?.text ?? "")].slice(start, start + [...text].length).join("");
    const names = Object.values(data.naming).flatMap(({ sets }) => sets.flatMap(({ by_camp }) => by_camp.flatMap((camp) => camp.names.flatMap((name) => name.places))));
    const figures = Object.values(data.figures).flatMap(({ sets }) => sets.flatMap(({ values }) => values));
    expect(Math.min(names.length, figures.length)).toBeGreaterThan(20);
    for (const { article, start, before, text, behind } of names) expect(at(article, start - [...before].length, before + text + behind)).toBe(before + text + behind);
    for (const { article, start, words } of figures) expect(at(article, start, words)).toBe(words);
  });
});
