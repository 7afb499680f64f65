import { describe, expect, it } from "vitest";
import { ar, type Key } from "./ar";
import { digits, number } from "./digits";
import { en } from "./en";
import { DEFAULT_MANNERS } from "./manner";
import { fill, form } from "./message";

/** A text without the isolates that stand round its parameters. */
const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, "");

describe("Arabic plurals", () => {
  it.each([
    [0, "لا مقالات"],
    [1, "مقال واحد"],
    [2, "مقالان"],
    [3, "٣ مقالات"],
    [10, "١٠ مقالات"],
    [11, "١١ مقالاً"],
    [99, "٩٩ مقالاً"],
    [100, "١٠٠ مقال"],
    [102, "١٠٢ مقال"],
    [103, "١٠٣ مقالات"],
    [1460, "١٬٤٦٠ مقالاً"],
  ])("counts %i", (n, told) => {
    expect(bare(fill(DEFAULT_MANNERS.ar, ar["event.articles"], { n }))).toBe(told);
  });

  it("counts in English too, and says none where a text for none is given", () => {
    expect(bare(fill(DEFAULT_MANNERS.en, en["event.articles"], { n: 1 }))).toBe("1 article");
    expect(bare(fill(DEFAULT_MANNERS.en, en["event.articles"], { n: 0 }))).toBe("0 articles");
    expect(form("en", en["cell.silent.why"], 0)).toMatch(/no article/);
  });
});

describe("fill", () => {
  it("isolates every parameter, so that a Latin name cannot turn the sentence round", () => {
    expect(fill(DEFAULT_MANNERS.ar, "الملف {name} مفتوح", { name: "a.riwayat" })).toBe("الملف \u2068a.riwayat\u2069 مفتوح");
  });

  it("leaves an unknown parameter as written", () => {
    expect(fill(DEFAULT_MANNERS.en, "{who} came", {})).toBe("{who} came");
  });
});

describe("digits", () => {
  it("turns clock times without grouping", () => {
    expect(digits(DEFAULT_MANNERS.ar, "09:40")).toBe("٠٩:٤٠");
    expect(digits(DEFAULT_MANNERS.en, "09:40")).toBe("09:40");
    expect(number(DEFAULT_MANNERS.en, 1460)).toBe("1,460");
  });
});

describe("the catalogues", () => {
  const keys = Object.keys(ar) as Key[];
  const parameters = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
  const forms = (message: (typeof ar)[Key] | string): string[] =>
    typeof message === "string" ? [message] : Object.values(message);

  it("have the same keys", () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it.each(keys)("%s: no empty text, and no parameter that the other language does not know", (key) => {
    const [inArabic, inEnglish] = [forms(ar[key]), forms(en[key] as string)];
    for (const text of [...inArabic, ...inEnglish]) expect(text.trim()).not.toBe("");
    const known = new Set(inArabic.flatMap(parameters));
    for (const name of inEnglish.flatMap(parameters)) expect(known).toContain(name);
  });

  it("give all six forms of every counted Arabic text", () => {
    const short = keys.filter((key) => typeof ar[key] !== "string" && Object.keys(ar[key]).length !== 6);
    expect(short).toEqual([]);
  });
});
