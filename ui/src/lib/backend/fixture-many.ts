// The recorded sample with the list of a great dossier: its events again and again, on day after day before theirs. For
// measuring the list; every copy opens what it is a copy of.

import type { Sample } from "./fixture";
import { copied } from "./fixture-copies";
import type { EventHead, NamedHead, StorylineHead } from "./types.gen";

/** How many articles there are to an event, as in a dossier of many outlets. */
const ARTICLES_OF_EVENT = 3;
/** How many events fall on a day. */
const EVENTS_OF_DAY = 6;

function earlier(day: string | null, days: number): string | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** `of` under the ids of its copies; each copy is told by `name` which event it is. */
function copies<T>(of: Readonly<Record<string, T>>, heads: readonly EventHead[], name: (one: T, head: EventHead) => T): Record<string, T> {
  return Object.fromEntries(
    heads.flatMap((head) => {
      const one = of[head.id.replace(/~\d+$/, "")];
      return one === undefined ? [] : [[head.id, name(one, head)]];
    }),
  );
}

/** `sample` with so many articles, in a third as many events. */
export function many(sample: Sample, articles: number): Sample {
  const { overview } = sample;
  const count = Math.ceil(articles / ARTICLES_OF_EVENT);
  const events = Array.from({ length: count }, (_, index): EventHead => {
    const own = overview.events[index % overview.events.length];
    if (!own) throw new Error("the sample has no event");
    const copy = Math.floor(index / overview.events.length);
    const days = Math.floor(index / EVENTS_OF_DAY);
    return {
      ...own,
      id: copied(own.id, copy),
      from: earlier(own.from, days),
      to: earlier(own.to, days),
      storyline: own.storyline === null ? null : copied(own.storyline, copy),
    };
  });
  const byDay = events.sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
  const places = new Map(byDay.map((event, index) => [event.id, index]));
  const rounds = Math.ceil(count / overview.events.length);
  const all = Array.from({ length: rounds }, (_, copy) => copy);
  const storylines = all.flatMap((copy) =>
    overview.storylines.flatMap((line): StorylineHead[] => {
      const held = line.events.map((id) => copied(id, copy)).filter((id) => places.has(id));
      return held.length === 0 ? [] : [{ ...line, id: copied(line.id, copy), events: held }];
    }),
  );
  const named = overview.named.map((one): NamedHead => {
    const own = one.events.flatMap((index) => overview.events[index]?.id ?? []);
    const held = all.flatMap((copy) => own.flatMap((id) => places.get(copied(id, copy)) ?? []));
    return { ...one, events: held.sort((a, b) => a - b) };
  });
  return {
    ...sample,
    overview: { ...overview, dossier: { ...overview.dossier, articles }, events: byDay, storylines, named },
    events: copies(sample.events, byDay, (view, head) => ({ ...view, head })),
    said: copies(sample.said, byDay, (said) => said),
    claims: copies(sample.claims, byDay, (view, { id }) => ({ ...view, event: id })),
    figures: copies(sample.figures, byDay, (view, { id }) => ({ ...view, event: id })),
    naming: copies(sample.naming, byDay, (view, { id }) => ({ ...view, event: id })),
    sources: copies(sample.sources, byDay, (view, { id }) => ({ ...view, event: id })),
  };
}
