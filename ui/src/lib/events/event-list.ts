// Orders the events for the list: days, the line of a storyline, and what a filter leaves.

import type { CampCoverage, EventHead, Overview } from "../backend/types.gen";
import { matches } from "../shared/fold";

/** How the line of a storyline runs past an event: only neighbours in the list are joined. */
export interface ListedEvent {
  readonly event: EventHead;
  readonly line: boolean;
  readonly first: boolean;
  readonly last: boolean;
}

/** The events of one day; `day` null = undated. */
export interface DayGroup {
  readonly day: string | null;
  /** Whether a storyline runs on from the day above. */
  readonly through: boolean;
  readonly events: readonly ListedEvent[];
}

function searchable(event: EventHead, overview: Overview): string {
  const storyline = overview.storylines.find((line) => line.id === event.storyline);
  return [event.title, event.place, storyline?.title].filter(Boolean).join(" ");
}

/** Camps with a column of their own even where they have nothing; the others are told where they have something. */
export const STANDING_CAMPS = 3;

/** The coverage that the list tells: of the standing camps, and of others that are not merely absent. */
export function toldCoverage(event: EventHead, position: (camp: string) => number | undefined): CampCoverage[] {
  return event.coverage.filter(({ camp, state }) => {
    const at = position(camp) ?? 0;
    return state !== "not-imported" || (at > 0 && at <= STANDING_CAMPS);
  });
}

/** The events whose title, place or storyline holds every word of `query`, folded. */
export function filterEvents(overview: Overview, query: string): EventHead[] {
  if (query.trim() === "") return overview.events;
  return overview.events.filter((event) => matches(searchable(event, overview), query));
}

/** The events by day, in the order given. */
export function groupByDay(events: readonly EventHead[]): DayGroup[] {
  const joined = (one: EventHead | undefined, other: EventHead | undefined): boolean =>
    one?.storyline != null && one.storyline === other?.storyline;
  const groups: { day: string | null; through: boolean; events: ListedEvent[] }[] = [];
  events.forEach((event, index) => {
    const above = joined(events[index - 1], event);
    const below = joined(event, events[index + 1]);
    const day = event.from?.slice(0, 10) ?? null;
    const listed = { event, line: above || below, first: !above && below, last: above && !below };
    const group = groups.at(-1);
    if (group && group.day === day) group.events.push(listed);
    else groups.push({ day, through: above, events: [listed] });
  });
  return groups;
}

/** Whether all events fall in one year, so that the year need not be repeated. */
export function sameYear(events: readonly EventHead[]): boolean {
  return new Set(events.map((event) => event.from?.slice(0, 4)).filter(Boolean)).size <= 1;
}
