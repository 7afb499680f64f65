// Days as the interface tells them: in Arabic with Levantine or Egyptian months. No clock; a time zone only where a moment is
// told.

import { digits } from "./digits";
import type { Language } from "./language";
import type { Manner, MonthNames } from "./manner";

const ARABIC_MONTHS: Record<MonthNames, readonly string[]> = {
  levantine: [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
  ],
  egyptian: [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
  ],
};

const ENGLISH_MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function monthsOf({ language, months }: Manner): readonly string[] {
  return language === "ar" ? ARABIC_MONTHS[months] : ENGLISH_MONTHS;
}

const WEEKDAYS: Record<Language, readonly string[]> = {
  ar: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Which parts of a day are told. */
export interface DayStyle {
  readonly weekday: boolean;
  readonly year: boolean;
}

export const FULL_DAY: DayStyle = { weekday: true, year: true };
export const SHORT_DAY: DayStyle = { weekday: false, year: false };
export const PLAIN_DAY: DayStyle = { weekday: false, year: true };

/** The day of an ISO date or date-time; null where it is none. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? { year, month, day } : null;
}

/** One day: `2026-03-14` is «السبت ١٤ آذار ٢٠٢٦». What is no ISO day is given back unchanged. */
export function day(manner: Manner, iso: string, style: DayStyle): string {
  const parsed = parseDay(iso);
  if (!parsed) return iso;
  const weekday = new Date(Date.UTC(parsed.year, parsed.month - 1, parsed.day)).getUTCDay();
  const parts = [
    style.weekday ? WEEKDAYS[manner.language][weekday] : null,
    digits(manner, String(parsed.day)),
    monthsOf(manner)[parsed.month - 1],
    style.year ? digits(manner, String(parsed.year)) : null,
  ];
  return parts.filter((part) => part !== null).join(" ");
}

/** The two ends of a range of days; what they share is told once, at the end. */
export function rangeEnds(manner: Manner, from: string, to: string): { from: string; to: string } {
  const [first, last] = [parseDay(from), parseDay(to)];
  const sameYear = first !== null && first.year === last?.year;
  const start = sameYear && first.month === last?.month ? digits(manner, String(first.day)) : null;
  return { from: start ?? day(manner, from, sameYear ? SHORT_DAY : PLAIN_DAY), to: day(manner, to, PLAIN_DAY) };
}

/** A moment in the reader's own time zone, day and clock time: «١٢ حزيران ٢٠٢٥ · ١٩:٠٢». */
export function moment(manner: Manner, iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, "0");
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return `${day(manner, date, PLAIN_DAY)} · ${digits(manner, time)}`;
}

/** The year of an ISO day, or null. */
export function yearOf(iso: string | null): number | null {
  return iso === null ? null : (parseDay(iso)?.year ?? null);
}
