import { describe, expect, it } from "vitest";
import type { ArticleHead } from "../backend/types.gen";
import { ar } from "../lang/ar";
import { Lang } from "../lang/lang.svelte";
import { lags } from "./lag";
import { lagWords } from "./lag-words";

function head(id: string, published: string | null, time: string | null = null, date_inferred = false): ArticleHead {
  return { id, title: "", outlet: null, camp: "", published, time, date_inferred, same_origin: [] };
}

/** The words of each lag, without the marks that isolate its numbers. */
function told(...heads: ArticleHead[]): (string | null)[] {
  const lang = new Lang("ar");
  const all = lags(heads);
  return heads.map(({ id }) => {
    const lag = all.get(id);
    return lag ? lagWords(lag, lang).replace(/[\u2066-\u2069]/g, "") : null;
  });
}

describe("lags", () => {
  it("are exact where every clock time of the first day is known", () => {
    expect(told(head("a", "2026-03-10", "08:15"), head("b", "2026-03-10", "11:15"), head("c", "2026-03-10", "09:40"))).toEqual([
      "أول خبر",
      "بعد ٣ ساعات من الأول",
      "بعد ساعة و٢٥ دقيقة من الأول",
    ]);
  });

  it("go over midnight and over days", () => {
    expect(told(head("a", "2026-03-10", "23:50"), head("b", "2026-03-11", "00:02"), head("c", "2026-03-12", "23:50"))).toEqual([
      "أول خبر",
      "بعد ١٢ دقيقة من الأول",
      "بعد يومين من الأول",
    ]);
  });

  it("are told in days where only the day is known", () => {
    expect(told(head("a", "2026-03-10", "08:15"), head("b", "2026-03-11"), head("c", "2026-03-13"))).toEqual([
      "أول خبر",
      "في اليوم التالي للأول",
      "بعد ٣ أيام من الأول",
    ]);
  });

  it("do not say who was first where a report of the first day has no clock time", () => {
    expect(told(head("a", "2026-03-10", "13:05"), head("b", "2026-03-10"), head("c", "2026-03-11", "08:30"))).toEqual([
      "في يوم أول خبر",
      "في يوم أول خبر",
      "في اليوم التالي للأول",
    ]);
  });

  it("know the first report by its day alone where it stands alone", () => {
    expect(told(head("a", "2026-03-10"), head("b", "2026-03-12", "10:00"))).toEqual(["أول خبر", "بعد يومين من الأول"]);
  });

  it("say nothing where the day is unknown or inferred", () => {
    expect(told(head("a", null), head("b", "2026-03-09", null, true), head("c", "2026-03-10"))).toEqual([null, null, "أول خبر"]);
    expect(told(head("a", "soon", "10:00"))).toEqual([null]);
    expect(told()).toEqual([]);
  });

  it("have all six forms of Arabic", () => {
    for (const key of ["lag.days", "span.days", "span.hours", "span.minutes"] as const) {
      expect(Object.keys(ar[key]).sort()).toEqual(["few", "many", "one", "other", "two", "zero"]);
    }
  });
});
