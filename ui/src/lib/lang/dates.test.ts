import { describe, expect, it } from "vitest";
import { day, FULL_DAY, moment, parseDay, PLAIN_DAY, rangeEnds, SHORT_DAY, yearOf } from "./dates";
import { DEFAULT_MANNERS } from "./manner";

describe("day", () => {
  it.each([
    ["2026-01-05", "٥ كانون الثاني ٢٠٢٦"],
    ["2026-02-05", "٥ شباط ٢٠٢٦"],
    ["2026-03-14", "١٤ آذار ٢٠٢٦"],
    ["2026-06-30", "٣٠ حزيران ٢٠٢٦"],
    ["2026-10-01", "١ تشرين الأول ٢٠٢٦"],
    ["2026-12-31", "٣١ كانون الأول ٢٠٢٦"],
  ])("tells %s with the Levantine month", (iso, told) => {
    expect(day(DEFAULT_MANNERS.ar, iso, PLAIN_DAY)).toBe(told);
  });

  it("tells the weekday and can leave the year out", () => {
    expect(day(DEFAULT_MANNERS.ar, "2026-03-14", FULL_DAY)).toBe("السبت ١٤ آذار ٢٠٢٦");
    expect(day(DEFAULT_MANNERS.en, "2026-03-14", FULL_DAY)).toBe("Saturday 14 March 2026");
    expect(day(DEFAULT_MANNERS.ar, "2026-03-14", SHORT_DAY)).toBe("١٤ آذار");
  });

  it("takes the day of a date-time as written, in no time zone", () => {
    expect(day(DEFAULT_MANNERS.en, "2018-11-27T23:59:00+03:00", PLAIN_DAY)).toBe("27 November 2018");
  });

  it("tells what the ends of a range share once", () => {
    expect(rangeEnds(DEFAULT_MANNERS.ar, "2026-03-19", "2026-03-25")).toEqual({ from: "١٩", to: "٢٥ آذار ٢٠٢٦" });
    expect(rangeEnds(DEFAULT_MANNERS.ar, "2026-03-30", "2026-04-02")).toEqual({ from: "٣٠ آذار", to: "٢ نيسان ٢٠٢٦" });
    expect(rangeEnds(DEFAULT_MANNERS.en, "2025-12-31", "2026-01-01")).toEqual({ from: "31 December 2025", to: "1 January 2026" });
  });

  it("tells a moment by the reader's clock", () => {
    expect(moment(DEFAULT_MANNERS.ar, "2025-06-12T19:02:00")).toBe("١٢ حزيران ٢٠٢٥ · ١٩:٠٢");
    expect(moment(DEFAULT_MANNERS.en, "soon")).toBe("soon");
  });

  it("gives back what is no day", () => {
    expect(day(DEFAULT_MANNERS.ar, "قريباً", PLAIN_DAY)).toBe("قريباً");
    expect(parseDay("2025-02-30")).toBeNull();
    expect(yearOf("2025-13-01")).toBeNull();
    expect(yearOf("2025-12-01")).toBe(2025);
  });
});
