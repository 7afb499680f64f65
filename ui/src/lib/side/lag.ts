// How long after the first report of an event an article was published. Exact where clock times are known, in days where
// only days are; nothing where the day is unknown or inferred. Never more exact than what was stated.

import type { ArticleHead } from "../backend/types.gen";
import { parseDay } from "../lang/dates";

export type Lag =
  /** The first report whose day is known. */
  | { readonly kind: "first" }
  /** Of the day of the first report, which of them came first is not known. */
  | { readonly kind: "first-day" }
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "exact"; readonly days: number; readonly hours: number; readonly minutes: number };

const DAY_MS = 86_400_000;
const HOUR = 60;
const DAY = 24 * HOUR;

interface Stated {
  readonly id: string;
  /** Days since the epoch. */
  readonly day: number;
  /** Minutes of that day. */
  readonly minute: number | null;
}

function stated(head: ArticleHead): Stated | null {
  const day = head.published === null || head.date_inferred ? null : parseDay(head.published);
  if (!day) return null;
  const time = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(head.time ?? "");
  const minute = time ? Number(time[1]) * HOUR + Number(time[2]) : null;
  return { id: head.id, day: Date.UTC(day.year, day.month - 1, day.day) / DAY_MS, minute };
}

function exact(minutes: number): Lag {
  if (minutes === 0) return { kind: "first" };
  return { kind: "exact", days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / HOUR), minutes: minutes % HOUR };
}

/** The lag of each article of an event whose day is stated. */
export function lags(heads: readonly ArticleHead[]): Map<string, Lag> {
  const known = heads.map(stated).filter((one) => one !== null);
  const day = Math.min(...known.map((one) => one.day));
  const opening = known.filter((one) => one.day === day);
  const minutes = opening.map((one) => one.minute).filter((minute) => minute !== null);
  // One report of the first day without a clock time may have come before all others.
  const minute = minutes.length === opening.length ? Math.min(...minutes) : null;
  const lag = (one: Stated): Lag => {
    if (minute !== null && one.minute !== null) return exact((one.day - day) * DAY + one.minute - minute);
    if (one.day > day) return { kind: "days", days: one.day - day };
    return { kind: opening.length === 1 ? "first" : "first-day" };
  };
  return new Map(known.map((one) => [one.id, lag(one)]));
}
