// Which columns are seen, in which order and how wide, as the reader set it. Kept for each dossier; what she never
// touched is as the engine has it.

import type { Column } from "../backend/types.gen";
import { recall, remember } from "../shared/memory";

/** Widths in rem: what a column has at least where nobody set it, and between which a reader can set it. */
export const LEAST_WIDTH = 17;
const NARROWEST = 14;
const WIDEST = 64;
/** How much one press makes a column wider or narrower, in rem. */
export const WIDTH_STEP = 3;

/** A column on the board, and its index among those of the event. */
export interface SeenColumn {
  readonly column: Column;
  readonly at: number;
}

interface Kept {
  /** Camps in their order; those not named stand as the engine has them. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** In rem. */
  readonly widths: Readonly<Record<string, number>>;
}

const UNTOUCHED: Kept = { order: [], hidden: [], widths: {} };
const memory = (path: string): string => `columns:${path}`;

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** What was kept; a memory that cannot be read is none. */
function read(path: string): Kept {
  try {
    const kept = JSON.parse(recall(memory(path)) ?? "null") as Partial<Kept> | null;
    const widths = Object.entries(kept?.widths ?? {}).filter(([, width]) => Number.isFinite(width));
    return { order: strings(kept?.order), hidden: strings(kept?.hidden), widths: Object.fromEntries(widths) };
  } catch {
    return UNTOUCHED;
  }
}

/** `camps` in a kept order; one that is not named in it stays behind the one that it stood behind. */
export function inOrder(camps: readonly string[], order: readonly string[]): string[] {
  const sorted = order.filter((camp) => camps.includes(camp));
  camps.forEach((camp, index) => {
    if (sorted.includes(camp)) return;
    const before = camps[index - 1];
    sorted.splice(before === undefined ? 0 : sorted.indexOf(before) + 1, 0, camp);
  });
  return sorted;
}

export class Columns {
  #path = "";
  #kept: Kept = $state.raw(UNTOUCHED);

  /** Goes over to what was kept for a dossier. */
  follow(path: string): void {
    if (path === this.#path) return;
    this.#path = path;
    this.#kept = read(path);
  }

  /** Whether anything but what is hidden was changed. */
  get touched(): boolean {
    return this.#kept.order.length > 0 || Object.keys(this.#kept.widths).length > 0;
  }

  /** The columns that are seen, in their order. */
  seen(columns: readonly Column[]): SeenColumn[] {
    return this.#sorted(columns).filter(({ column }) => !this.#kept.hidden.includes(column.camp));
  }

  /** The columns that are not. */
  hidden(columns: readonly Column[]): SeenColumn[] {
    return this.#sorted(columns).filter(({ column }) => this.#kept.hidden.includes(column.camp));
  }

  /** Moves a column past the next one that is seen: 1 = towards the end. False where there is none. */
  move(camp: string, step: 1 | -1, columns: readonly Column[]): boolean {
    const seen = this.seen(columns).map(({ column }) => column.camp);
    const past = seen[seen.indexOf(camp) + step];
    if (!seen.includes(camp) || past === undefined) return false;
    const known = this.#kept.order.filter((one) => !columns.some((column) => column.camp === one));
    const order = [...this.#sorted(columns).map(({ column }) => column.camp), ...known].filter((one) => one !== camp);
    order.splice(order.indexOf(past) + (step > 0 ? 1 : 0), 0, camp);
    this.#keep({ ...this.#kept, order });
    return true;
  }

  /** Hides a column; the last one that is seen stays. */
  hide(camp: string, columns: readonly Column[]): boolean {
    const seen = this.seen(columns);
    if (seen.length < 2 || !seen.some(({ column }) => column.camp === camp)) return false;
    this.#keep({ ...this.#kept, hidden: [...this.#kept.hidden, camp] });
    return true;
  }

  show(camps: readonly string[]): void {
    this.#keep({ ...this.#kept, hidden: this.#kept.hidden.filter((camp) => !camps.includes(camp)) });
  }

  /** The width that a reader gave a column, in rem. */
  width(camp: string): number | undefined {
    return this.#kept.widths[camp];
  }

  /** Gives a column a width in rem; null leaves it to the board. */
  setWidth(camp: string, width: number | null): void {
    const others = Object.entries(this.#kept.widths).filter(([one]) => one !== camp);
    const own: [string, number][] = width === null ? [] : [[camp, Math.max(NARROWEST, Math.min(WIDEST, width))]];
    this.#keep({ ...this.#kept, widths: Object.fromEntries([...others, ...own]) });
  }

  /** Puts order and widths back to those of the engine and the board. */
  reset(): void {
    this.#keep({ ...UNTOUCHED, hidden: this.#kept.hidden });
  }

  #sorted(columns: readonly Column[]): SeenColumn[] {
    const camps = columns.map((column) => column.camp);
    return inOrder(camps, this.#kept.order).flatMap((camp) => {
      const at = camps.indexOf(camp);
      const column = columns[at];
      return column ? [{ column, at }] : [];
    });
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    remember(memory(this.#path), JSON.stringify(kept));
  }
}

/** The tracks of the board as CSS, and the least room that they need, in rem. Where every width is set, the last column
    takes what is left over. */
export function tracks(widths: readonly (number | undefined)[]): { tracks: string; least: number } {
  const all = widths.every((width) => width !== undefined);
  const track = (width: number | undefined, index: number): string => {
    if (width === undefined) return `minmax(${LEAST_WIDTH}rem, 1fr)`;
    return all && index === widths.length - 1 ? `minmax(${width}rem, 1fr)` : `${width}rem`;
  };
  return { tracks: widths.map(track).join(" "), least: widths.reduce<number>((sum, width) => sum + (width ?? LEAST_WIDTH), 0) };
}
