// Keeps the camps apart for every kind of sight: distances in OKLab (times 100) after Machado et al. 2009, severity 1.

// @vitest-environment node

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SIZES } from "../lib/settings/settings.svelte";

type Triple = readonly [number, number, number];

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split(':root[data-theme="dark"]');
const THEMES = { light, dark } as const;

const SIGHTS: Readonly<Record<string, readonly Triple[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function token(theme: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1];
  if (!value) throw new Error(`no token ${name}`);
  return value;
}

function linear(hex: string): Triple {
  const part = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const times = (matrix: readonly Triple[], [r, g, b]: Triple): Triple =>
  matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Triple;

function lab(colour: Triple): Triple {
  const cone = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cone,
  );
}

/** The least distance of two colours over all kinds of sight. */
function apart(one: string, other: string): number {
  const seen = (hex: string, matrix: readonly Triple[]): Triple =>
    lab(times(matrix, linear(hex)).map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple);
  const distances = Object.values(SIGHTS).map((matrix) => {
    const [a, b] = [seen(one, matrix), seen(other, matrix)];
    return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  });
  return Math.min(...distances);
}

function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const CAMPS = [1, 2, 3, 4, 5, 6, 7].map((n) => `camp-${n}`);
const pairs = (names: readonly string[]): [string, string][] =>
  names.flatMap((a, i) => names.slice(i + 1).map((b): [string, string] => [a, b]));

describe.each(Object.entries(THEMES))("the %s theme", (name, theme) => {
  const colour = (named: string): string => token(theme, named);

  it.each(pairs(CAMPS.slice(0, 3)))("keeps %s and %s far apart", (a, b) => {
    expect(apart(colour(a), colour(b))).toBeGreaterThan(name === "light" ? 12 : 8);
  });

  // Beyond three the shape tells first; the hue must still be another one for every reader.
  it.each(pairs(CAMPS).filter(([, b]) => Number(b.at(-1)) > 3))("keeps %s and %s apart", (a, b) => {
    expect(apart(colour(a), colour(b))).toBeGreaterThanOrEqual(5.9);
  });

  it.each(CAMPS)("keeps %s away from failures, and readable", (camp) => {
    expect(apart(colour(camp), colour("error"))).toBeGreaterThanOrEqual(8.9);
    expect(contrast(colour(camp), colour("sheet"))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["ink", "ink-2", "ink-3", "camp-none"])("sets %s readably on every ground", (ink) => {
    for (const ground of ["ground", "sheet", "sheet-2"]) {
      expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("sizes of text", () => {
  const [normal, ...larger] = SIZES;

  it.each(larger)("%i %% has a rule for articles and one for the interface", (size) => {
    expect(css).toContain(`:root[data-article-size="${size}"] {\n  --article-scale: ${size / 100};`);
    expect(css).toContain(`:root[data-interface-size="${size}"] {\n  --interface-scale: ${size / 100};\n\n  font-size: ${size}%;`);
  });

  it("begin with the size that needs no rule", () => {
    expect(normal).toBe(100);
    expect(css).not.toContain(`size="${normal}"`);
  });
});
