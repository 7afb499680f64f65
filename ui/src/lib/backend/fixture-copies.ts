// What the samples that are made large have in common: which event they grow, and what its copies are called.

import type { Sample } from "./fixture";
import type { EventView } from "./types.gen";

/** The event with the most rows. */
export function richest({ events }: Sample): EventView {
  return Object.values(events).reduce((best, view) => (view.rows.length > best.rows.length ? view : best));
}

/** The id of a copy; the first is the original. */
export const copied = (id: string, copy: number): string => (copy === 0 ? id : `${id}~${copy}`);
