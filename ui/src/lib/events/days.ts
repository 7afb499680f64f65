// The events along their days, for a narrow plot: each counted on its first day, days gathered where there are many.

import type { EventHead } from "../backend/types.gen";
import { parseDay } from "../lang/dates";

/** A stretch of days, both ends included. */
export interface Bin {
  readonly from: string;
  readonly to: string;
  readonly events: number;
  /** Those of them in which accounts contradict each other. */
  readonly disputed: number;
}

/** Most bars, 40 to 80: the list is 250 pixels wide, and a bar under 4 cannot be hit. */
const MOST = 60;
/** Fewer days than these are seen in the list at once. */
const FEWEST_DAYS = 3;
const WEEK = 7;
const DAY_MS = 86_400_000;

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const dayOf = (event: EventHead): string | null => (event.from !== null && parseDay(event.from) ? event.from.slice(0, 10) : null);

/** The first day of the bin behind that which begins at `ms`. */
type Next = (ms: number) => number;

const days =
  (many: number): Next =>
  (ms) =>
    ms + many * DAY_MS;

const months =
  (many: number): Next =>
  (ms) => {
    const date = new Date(ms);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + many, 1);
  };

/** From days to years: the first that needs no more bars than there is room for is taken. */
const STEPS: readonly { readonly next: Next; readonly start: (day: string) => string }[] = [
  { next: days(1), start: (day) => day },
  { next: days(WEEK), start: (day) => day },
  { next: months(1), start: (day) => `${day.slice(0, 7)}-01` },
  { next: months(12), start: (day) => `${day.slice(0, 4)}-01-01` },
];

function edges(first: string, last: string, { next, start }: (typeof STEPS)[number]): number[] {
  const out = [Date.parse(start(first))];
  const end = Date.parse(last);
  for (let at = next(out[0] ?? end); at <= end && out.length <= MOST; at = next(at)) out.push(at);
  return out;
}

const binOf = (starts: readonly number[], ms: number): number => starts.findLastIndex((start) => start <= ms);

/** The bars of `events` along the days of `all`; none where all fall on a day or two. */
export function bins(all: readonly EventHead[], events: readonly EventHead[]): Bin[] {
  const known = [...new Set(all.map(dayOf).filter((day) => day !== null))].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < FEWEST_DAYS || first === undefined || last === undefined) return [];
  const step = STEPS.find((one) => edges(first, last, one).length <= MOST) ?? STEPS[STEPS.length - 1];
  if (!step) return [];
  const starts = edges(first, last, step);
  const counts = starts.map(() => ({ events: 0, disputed: 0 }));
  // Ten thousand events fall on few days: each is looked up once.
  const at = new Map(known.map((day) => [day, binOf(starts, Date.parse(day))]));
  for (const event of events) {
    const day = dayOf(event);
    if (day === null) continue;
    const count = counts[at.get(day) ?? -1];
    if (!count) continue;
    count.events += 1;
    if (event.contradictions > 0) count.disputed += 1;
  }
  return counts.map((count, index) => {
    const start = starts[index] ?? 0;
    return { from: iso(start), to: iso((starts[index + 1] ?? step.next(start)) - DAY_MS), ...count };
  });
}
