// How many sentences are drawn of each cell of a row: a row that sixty articles share is taller than the window, and is
// drawn from its top as far as it is seen.

import { SvelteMap } from "svelte/reactivity";

/** Rows with no more sentences in any cell are drawn whole; of others so many are drawn at first. */
const SHALLOW = 4;

/** A row: what tells it from others whatever its number, and how many sentences its deepest cell has. */
export interface Deep {
  readonly key: string;
  readonly depth: number;
}

export class Depths {
  /** Of rows that are drawn deeper than at first. */
  readonly #drawn = new SvelteMap<string, number>();

  /** How many sentences of each cell are drawn. */
  of({ key, depth }: Deep): number {
    return depth <= SHALLOW ? depth : Math.min(depth, this.#drawn.get(key) ?? SHALLOW);
  }

  /** Whether some of a row's sentences are not drawn. */
  partial(row: Deep): boolean {
    return this.of(row) < row.depth;
  }

  /** Draws so many sentences more. */
  deepen(row: Deep, by: number): void {
    if (by > 0 && this.partial(row)) this.#drawn.set(row.key, this.of(row) + by);
  }

  /** Forgets the rows that are not among these. */
  keep(rows: readonly Deep[]): void {
    const kept = rows.map(({ key }) => key);
    for (const key of [...this.#drawn.keys()]) if (!kept.includes(key)) this.#drawn.delete(key);
  }
}
