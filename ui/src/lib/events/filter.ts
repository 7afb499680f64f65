// Which events a list shows, and in which order: nothing but what is asked for.

import type { Coverage, EventHead, NamedHead, NamedKind, Overview } from "../backend/types.gen";
import { fold } from "../shared/fold";

export type Order = "date" | "disagreement";

/** What an event must have to be shown; empty = anything. Days are ISO, both ends included. */
export interface Wanted {
  readonly query: string;
  readonly camps: Readonly<Record<string, Coverage>>;
  readonly place: string | null;
  readonly actor: string | null;
  readonly storyline: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly contradictions: boolean;
  readonly differences: boolean;
}

export const NOTHING: Wanted = {
  query: "",
  camps: {},
  place: null,
  actor: null,
  storyline: null,
  from: null,
  to: null,
  contradictions: false,
  differences: false,
};

/** Title, place and storyline of each event, folded once: a list of thousands is filtered at every key. */
const SEARCHABLE = new WeakMap<Overview, string[]>();

function searchable(overview: Overview): string[] {
  const known = SEARCHABLE.get(overview);
  if (known) return known;
  const lines = new Map(overview.storylines.map((line) => [line.id, line.title]));
  const text = (event: EventHead): string => [event.title, event.place, event.storyline && lines.get(event.storyline)].filter(Boolean).join(" ");
  const fresh = overview.events.map((event) => fold(text(event)));
  SEARCHABLE.set(overview, fresh);
  return fresh;
}

function within(event: EventHead, { from, to }: Wanted): boolean {
  if (from === null && to === null) return true;
  if (event.from === null) return false;
  const [first, last] = [event.from.slice(0, 10), (event.to ?? event.from).slice(0, 10)];
  return (from === null || last >= from) && (to === null || first <= to);
}

function covered(event: EventHead, camps: Wanted["camps"]): boolean {
  return Object.entries(camps).every(([camp, state]) => event.coverage.some((one) => one.camp === camp && one.state === state));
}

const named = (overview: Overview, kind: NamedKind, id: string | null): Set<number> | null =>
  id === null ? null : new Set(overview.named.find((one) => one.kind === kind && one.id === id)?.events);

/** The events that have all that is wanted, as indices into the overview's. */
export function passing(overview: Overview, wanted: Wanted): number[] {
  const words = fold(wanted.query).split(" ").filter(Boolean);
  const texts = words.length > 0 ? searchable(overview) : [];
  const place = named(overview, "place", wanted.place);
  const actor = named(overview, "actor", wanted.actor);
  const has = (event: EventHead, index: number): boolean =>
    words.every((word) => texts[index]?.includes(word)) &&
    (place?.has(index) ?? true) &&
    (actor?.has(index) ?? true) &&
    (wanted.storyline === null || event.storyline === wanted.storyline) &&
    (!wanted.contradictions || event.contradictions > 0) &&
    (!wanted.differences || event.differences > 0) &&
    within(event, wanted) &&
    covered(event, wanted.camps);
  return overview.events.flatMap((event, index) => (has(event, index) ? [index] : []));
}

/** The events in the order wanted; by disagreement, those equally disputed stay in the order of their days. */
export function ordered(events: readonly EventHead[], order: Order): EventHead[] {
  if (order === "date") return [...events];
  return [...events].sort((a, b) => b.contradictions - a.contradictions || b.differences - a.differences);
}

/** One choice of a facet, with how many events would be left by it. */
export interface Choice {
  readonly named: NamedHead;
  readonly count: number;
}

/** The places or actors of the events that everything else leaves, those of most events first. */
export function choices(overview: Overview, wanted: Wanted, kind: NamedKind): Choice[] {
  const left = new Set(passing(overview, { ...wanted, [kind]: null }));
  return overview.named
    .filter((one) => one.kind === kind)
    .map((one) => ({ named: one, count: one.events.filter((index) => left.has(index)).length }))
    .filter(({ named: { id }, count }) => count > 0 || id === wanted[kind])
    .sort((a, b) => b.count - a.count);
}

/** How many events each state of a camp would leave. */
export function states(overview: Overview, wanted: Wanted, camp: string): Record<Coverage, number> {
  const others = Object.fromEntries(Object.entries(wanted.camps).filter(([id]) => id !== camp));
  const counts: Record<Coverage, number> = { covers: 0, relayed: 0, silent: 0, "not-imported": 0 };
  for (const index of passing(overview, { ...wanted, camps: others })) {
    const state = overview.events[index]?.coverage.find((one) => one.camp === camp)?.state;
    if (state) counts[state] += 1;
  }
  return counts;
}
