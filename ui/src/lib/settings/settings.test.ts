import { beforeEach, describe, expect, it, vi } from "vitest";
import { PLAIN_DAY } from "../lang/dates";
import { Lang } from "../lang/lang.svelte";
import { RULE_ORDER, ruleFirst } from "../pages/rules";
import { Theme } from "../shared/theme.svelte";
import { Settings, SIZES } from "./settings.svelte";

const fresh = (): Settings => new Settings(new Lang(), new Theme());

beforeEach(() => localStorage.clear());

describe("Settings", () => {
  it("keeps every choice for the next window", () => {
    const settings = fresh();
    settings.lang.choose("en");
    settings.lang.chooseDigits("western");
    settings.lang.chooseMonths("egyptian");
    settings.theme.choose("dark");
    settings.chooseArticleSize(150);
    settings.chooseInterfaceSize(200);
    settings.chooseRule("ucdp");
    const next = fresh();
    expect([next.lang.current, next.lang.digitForm, next.lang.months]).toEqual(["en", "western", "egyptian"]);
    expect([next.theme.choice, next.theme.current]).toEqual(["dark", "dark"]);
    expect([next.articleSize, next.interfaceSize, next.rule]).toEqual([150, 200, "ucdp"]);
  });

  it("takes nothing from what another version kept and this one does not know", () => {
    for (const name of ["digits", "months", "theme", "article-size", "interface-size", "rule"]) localStorage.setItem(`riwayat.${name}`, "37");
    expect(fresh().untouched).toBe(true);
  });

  it("goes back to the defaults for good, and leaves the language", () => {
    const settings = fresh();
    expect(settings.untouched).toBe(true);
    settings.lang.choose("en");
    expect(settings.untouched).toBe(true);
    for (const change of [
      () => settings.lang.chooseDigits("western"),
      () => settings.lang.chooseMonths("egyptian"),
      () => settings.theme.choose("light"),
      () => settings.chooseArticleSize(110),
      () => settings.chooseInterfaceSize(125),
      () => settings.chooseRule("airwars"),
    ]) {
      change();
      expect(settings.untouched).toBe(false);
      settings.reset();
      expect(settings.untouched).toBe(true);
    }
    expect([fresh().untouched, fresh().lang.current]).toEqual([true, "en"]);
  });

  it("steps the text of articles and stays at both ends", () => {
    const settings = fresh();
    settings.stepArticleSize(-1);
    expect(settings.articleSize).toBe(100);
    for (const size of [...SIZES.slice(1), 200]) {
      settings.stepArticleSize(1);
      expect(settings.articleSize).toBe(size);
    }
  });
});

describe("the manner of Arabic", () => {
  it("writes numbers and days as chosen, and English always its own way", () => {
    const lang = new Lang("ar");
    expect([lang.number(1460), lang.digits("09:40"), lang.day("2026-01-05", PLAIN_DAY)]).toEqual(["١٬٤٦٠", "٠٩:٤٠", "٥ كانون الثاني ٢٠٢٦"]);
    lang.chooseDigits("western");
    lang.chooseMonths("egyptian");
    expect([lang.number(1460), lang.digits("09:40"), lang.day("2026-01-05", PLAIN_DAY)]).toEqual(["1,460", "09:40", "5 يناير 2026"]);
    expect(lang.t("event.articles", { n: 12 })).toContain("12");
    lang.choose("en");
    lang.chooseDigits("arabic");
    expect([lang.number(1460), lang.day("2026-01-05", PLAIN_DAY)]).toEqual(["1,460", "5 January 2026"]);
  });

  it("leaves figures quoted from articles as they are written", () => {
    const lang = new Lang("ar");
    lang.chooseDigits("western");
    expect(lang.of({ ar: "الوكالة (2026-03-19): «٢٢ حافلة»", en: "" })).toBe("الوكالة (19 آذار 2026): «٢٢ حافلة»");
  });
});

describe("Theme", () => {
  it("follows the system until one is chosen", () => {
    const heard: (() => void)[] = [];
    const system = { matches: true, addEventListener: (_: string, listener: () => void) => heard.push(listener) };
    vi.stubGlobal("matchMedia", () => system);
    const theme = new Theme();
    expect([theme.choice, theme.current]).toEqual(["system", "dark"]);
    system.matches = false;
    for (const listener of heard) listener();
    expect(theme.current).toBe("light");
    theme.toggle();
    expect([theme.choice, theme.current]).toEqual(["dark", "dark"]);
    vi.unstubAllGlobals();
  });
});

describe("ruleFirst", () => {
  it.each(RULE_ORDER)("puts %s first and keeps the order of the others", (rule) => {
    const told = ruleFirst(RULE_ORDER.map((one) => ({ rule: one })), rule).map((one) => one.rule);
    expect(told).toEqual([rule, ...RULE_ORDER.filter((one) => one !== rule)]);
  });
});
