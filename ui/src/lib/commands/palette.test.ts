import { describe, expect, it } from "vitest";
import type { EventHead } from "../backend/types.gen";
import { Lang } from "../lang/lang.svelte";
import type { Now } from "./commands";
import { commandEntries, eventEntries, Palette } from "./palette.svelte";

const dossier = { path: "", name: "", sample: true, invented: true, articles: 3, read_only: false, can_undo: { ar: "نقل مقال", en: "moving an article" }, can_redo: null };
const now: Now = { dossier, events: 3, shown: true, rows: true, deeds: [], article: false, eventDeeds: [], movable: [], partable: false, importing: false };

const event = (id: string, title: string): EventHead => ({
  id, title, found_title: null, from: "2026-03-10", to: null, date_inferred: false, storyline: null, articles: 2, contradictions: 0, differences: 0, coverage: [], place: "تل القطا",
});
const EVENTS = [event("a", "قصف سوق الماشية"), event("b", "أفران عين السنديان تتوقف"), event("c", "الخروج الأول")];

function opened(language: "ar" | "en" = "ar"): Palette {
  const lang = new Lang(language);
  const palette = new Palette({ commands: () => commandEntries(lang, now), events: () => eventEntries(lang, EVENTS) });
  palette.show();
  return palette;
}

const ids = (palette: Palette): string[] => palette.found.map((entry) => entry.id);

describe("Palette", () => {
  it("lists what is possible in groups, events last, before anything is asked", () => {
    const palette = opened();
    expect(palette.groups.map((group) => group.name)).toEqual(["group.moving", "group.reading", "group.arranging", "group.views", "group.dossier", "events"]);
    expect(ids(palette)).toContain("undo");
    expect(ids(palette)).not.toContain("redo");
    expect(ids(palette)).not.toContain("palette");
  });

  it("finds commands as Arabic is typed: hamzas, vowels and the article do not matter", () => {
    const palette = opened();
    palette.ask("تناقض");
    expect(ids(palette).slice(0, 2)).toEqual(["contradiction-next", "contradiction-previous"]);
    palette.ask("اعدادات");
    expect(ids(palette)[0]).toBe("settings");
    palette.ask("الصَّف التالى");
    expect(ids(palette)[0]).toBe("row-next");
  });

  it("finds what undo would take back, and events by title and place", () => {
    const palette = opened();
    palette.ask("نقل مقال");
    expect(ids(palette)).toContain("undo");
    palette.ask("افران");
    expect(ids(palette)).toEqual(["event-b"]);
    palette.ask("تل القطا");
    expect(ids(palette)).toEqual(["event-a", "event-b", "event-c"]);
  });

  it("puts words that begin so before words that only hold it", () => {
    const palette = opened("en");
    palette.ask("row");
    const found = palette.found.map((entry) => entry.title.toLowerCase());
    const begins = found.map((title) => /\brow/.test(title));
    expect(begins).toEqual([...begins].sort((a, b) => Number(b) - Number(a)));
    expect(begins[0]).toBe(true);
  });

  it("moves round the end, starts anew with each letter, and holds nothing that is not found", () => {
    const palette = opened();
    palette.step(-1);
    expect(palette.chosen).toBe(palette.found.at(-1));
    palette.step(1);
    expect(palette.chosen).toBe(palette.found[0]);
    palette.end(true);
    palette.ask("ا");
    expect(palette.at).toBe(0);
    palette.ask("لا شيء من ذلك أبداً");
    expect([palette.found, palette.chosen]).toEqual([[], undefined]);
    palette.step(1);
    expect(palette.chosen).toBeUndefined();
  });
});
