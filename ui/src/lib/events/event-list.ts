// Orders the events for the list: days, the line of a storyline, and which camps are told.

import type { CampCoverage, EventHead } from "../backend/types.gen";
import type { Order } from "./filter";

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

/** Camps with a column of their own even where they have nothing; the others are told where they have something. */
const STANDING_CAMPS = 3;

/** Whether the camp of a column is told of every event. */
export const isStanding = (position: number): boolean => position > 0 && position <= STANDING_CAMPS;

/** Whether an event tells of a camp that is no standing one. */
export const isTold = (event: EventHead, camp: string): boolean =>
  event.coverage.some((one) => one.camp === camp && one.state !== "not-imported");

/** The coverage that the list tells: of the standing camps, and of others that are not merely absent. */
export function toldCoverage(event: EventHead, position: (camp: string) => number | undefined): CampCoverage[] {
  return event.coverage.filter(({ camp, state }) => state !== "not-imported" || isStanding(position(camp) ?? 0));
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

/** The events as the list shows them: by day, or, in another order, in one group without storylines. */
export function groups(events: readonly EventHead[], order: Order): DayGroup[] {
  if (order === "date") return groupByDay(events);
  const listed = events.map((event) => ({ event, line: false, first: false, last: false }));
  return listed.length === 0 ? [] : [{ day: null, through: false, events: listed }];
}

/** A part of the list that is drawn as one. */
export interface Block {
  /** Of the events in it: another list has other blocks. */
  readonly key: string;
  readonly groups: readonly (DayGroup & { readonly begins: boolean })[];
  /** How high it will be about, in pixels. */
  readonly estimate: number;
}

/** Events of a block, 10 to 50: one is drawn within a frame. */
const BLOCK = 24;
/** Heights in pixels, measured in the list at its usual width: two lines of title, one of notes. */
const EVENT_HEIGHT = 108;
const DAY_HEIGHT = 40;

/** The groups in blocks; a day that is parted has its name where it begins. */
export function blocks(groups: readonly DayGroup[]): Block[] {
  const out: { key: string; groups: (DayGroup & { begins: boolean })[]; estimate: number; room: number }[] = [];
  for (const group of groups) {
    for (let from = 0; from < group.events.length; ) {
      const last = out.at(-1);
      const block = last && last.room > 0 ? last : { key: group.events[from]?.event.id ?? "", groups: [], estimate: 0, room: BLOCK };
      if (block !== last) out.push(block);
      const events = group.events.slice(from, from + block.room);
      block.groups.push({ ...group, events, begins: from === 0 });
      block.room -= events.length;
      block.estimate += events.length * EVENT_HEIGHT + (from === 0 ? DAY_HEIGHT : 0);
      from += events.length;
    }
  }
  return out.map(({ key, groups, estimate }) => ({ key: `${key} ${groups.at(-1)?.events.at(-1)?.event.id ?? ""}`, groups, estimate }));
}

/** Whether all events fall in one year, so that the year need not be repeated. */
export function sameYear(events: readonly EventHead[]): boolean {
  return new Set(events.map((event) => event.from?.slice(0, 4)).filter(Boolean)).size <= 1;
}
