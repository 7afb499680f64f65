// Which events an article could belong to instead, or an event be one with: those of the nearest days.

import type { EventHead } from "../backend/types.gen";
import { matches } from "../shared/fold";

/** How many events are offered, 20 to 200: as many as can be looked through in a list; further off nobody moves an article. */
const OFFERED = 60;
const DAY_MS = 86_400_000;

/** How many days lie between two events; one without a day is as far off as can be. */
function apart(one: EventHead, other: EventHead): number {
  if (one.from === null || other.from === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(Date.parse(one.from) - Date.parse(other.from)) / DAY_MS;
}

/**
 * The events nearest in time to that of `id`, without it; in the order of the list where they are equally near. With a
 * query, those whose title or place holds its words.
 */
export function nearest(events: readonly EventHead[], id: string | null, query = ""): EventHead[] {
  const named = (event: EventHead): boolean => query.trim() === "" || matches(`${event.title} ${event.place ?? ""}`, query);
  const others = events.filter((event) => event.id !== id && named(event));
  const own = events.find((event) => event.id === id);
  if (!own) return others.slice(0, OFFERED);
  return [...others].sort((a, b) => apart(a, own) - apart(b, own)).slice(0, OFFERED);
}
