// What the reader asks of the list of events. Kept while a dossier is open; what a new comparison no longer has is let go.

import type { Coverage, EventHead, NamedKind, Overview } from "../backend/types.gen";
import { parseDay } from "../lang/dates";
import { fold } from "../shared/fold";
import { recall, remember } from "../shared/memory";
import { choices, NOTHING, ordered, passing, states, type Choice, type Order, type Wanted } from "./filter";

const MEMORY = "events.order";

/** One thing that is set and can be taken back; a camp's is its id behind `camp:`. */
export type Facet = "place" | "actor" | "storyline" | "period" | "contradictions" | "differences" | `camp:${string}`;

export class EventFilter {
  wanted: Wanted = $state.raw(NOTHING);
  order: Order = $state("date");
  /** Whether the choices are shown. */
  open: boolean = $state(false);
  readonly set: readonly Facet[] = $derived(facets(this.wanted));
  readonly active: boolean = $derived(this.set.length > 0 || this.wanted.query.trim() !== "");

  #overview: Overview | null = $state.raw(null);
  readonly #left: number[] = $derived(this.#overview ? passing(this.#overview, this.wanted) : []);
  /** What is left, in the order wanted. */
  readonly events: EventHead[] = $derived(ordered(pick(this.#overview, this.#left), this.order));
  /** What everything but the period leaves. */
  readonly anyDay: EventHead[] = $derived.by(() => {
    if (this.#overview === null || !this.set.includes("period")) return pick(this.#overview, this.#left);
    return pick(this.#overview, passing(this.#overview, { ...this.wanted, from: null, to: null }));
  });
  readonly places: Choice[] = $derived(this.#choices("place"));
  readonly actors: Choice[] = $derived(this.#choices("actor"));

  constructor() {
    this.order = recall(MEMORY) === "disagreement" ? "disagreement" : "date";
  }

  /** Follows a new overview; with another dossier nothing is wanted any more. */
  follow(overview: Overview, opened: boolean): void {
    this.#overview = overview;
    this.wanted = opened ? NOTHING : known(this.wanted, overview);
  }

  want(change: Partial<Wanted>): void {
    this.wanted = { ...this.wanted, ...change };
  }

  wantCamp(camp: string, state: Coverage | null): void {
    const others = Object.entries(this.wanted.camps).filter(([id]) => id !== camp);
    this.want({ camps: Object.fromEntries(state === null ? others : [...others, [camp, state]]) });
  }

  /** Sets one end of the period from what was typed; false where that is no day. */
  wantDay(end: "from" | "to", typed: string): boolean {
    const day = fold(typed);
    if (day !== "" && (day.length !== 10 || parseDay(day) === null)) return false;
    this.want({ [end]: day === "" ? null : day });
    return true;
  }

  /** Sets the period to what lies between two days, whichever is the earlier. */
  wantPeriod(one: string, other: string): void {
    this.want(one <= other ? { from: one, to: other } : { from: other, to: one });
  }

  sort(order: Order): void {
    this.order = order;
    remember(MEMORY, order);
  }

  /** Takes one thing back. */
  drop(facet: Facet): void {
    if (facet === "period") this.want({ from: null, to: null });
    else if (facet === "contradictions" || facet === "differences") this.want({ [facet]: false });
    else if (facet === "place" || facet === "actor" || facet === "storyline") this.want({ [facet]: null });
    else this.wantCamp(facet.slice("camp:".length), null);
  }

  /** Takes everything back but what is typed in the search field. */
  clear(): void {
    this.wanted = { ...NOTHING, query: this.wanted.query };
  }

  /** How many events each state of a camp would leave. */
  states(camp: string): Record<Coverage, number> {
    return states(this.#overview ?? NO_EVENTS, this.wanted, camp);
  }

  #choices(kind: NamedKind): Choice[] {
    return this.open && this.#overview ? choices(this.#overview, this.wanted, kind) : [];
  }
}

const NO_EVENTS = { events: [], storylines: [], named: [] } as unknown as Overview;

function pick(overview: Overview | null, indices: readonly number[]): EventHead[] {
  return indices.map((index) => overview?.events[index]).filter((event) => event !== undefined);
}

function facets(wanted: Wanted): Facet[] {
  const camps = Object.keys(wanted.camps).map((camp): Facet => `camp:${camp}`);
  const single = (["place", "actor", "storyline"] as const).filter((facet) => wanted[facet] !== null);
  const period: Facet[] = wanted.from === null && wanted.to === null ? [] : ["period"];
  const disputed = (["contradictions", "differences"] as const).filter((facet) => wanted[facet]);
  return [...camps, ...single, ...period, ...disputed];
}

/** What is wanted, without camps, names and storylines that are not there any more. */
function known(wanted: Wanted, overview: Overview): Wanted {
  const has = (kind: NamedKind, id: string | null): string | null =>
    overview.named.some((one) => one.kind === kind && one.id === id) ? id : null;
  const camps = Object.entries(wanted.camps).filter(([id]) => overview.camps.some((camp) => camp.id === id));
  return {
    ...wanted,
    camps: Object.fromEntries(camps),
    place: has("place", wanted.place),
    actor: has("actor", wanted.actor),
    storyline: overview.storylines.some(({ id }) => id === wanted.storyline) ? wanted.storyline : null,
  };
}
