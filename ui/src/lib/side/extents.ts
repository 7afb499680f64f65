// How tall each row of a long list is: measured where it was drawn, else guessed; and so where each begins.
// It knows no document, and the rows no pixels but these.

export class Extents {
  readonly count: number;
  #guesses: readonly number[];
  #measured: (number | undefined)[];
  #scale: number;
  #starts: Float64Array | null = null;

  /** `measured` where heights are known from before; `scale` is how far guesses were out before. */
  constructor(guesses: readonly number[], measured: readonly (number | undefined)[] = [], scale = 1) {
    this.count = guesses.length;
    this.#scale = scale;
    this.#guesses = guesses;
    this.#measured = guesses.map((_, index) => measured[index]);
  }

  /** What guesses are multiplied by: how far they were out where rows were measured. */
  get scale(): number {
    return this.#scale;
  }

  get total(): number {
    return this.start(this.count);
  }

  measured(index: number): number | undefined {
    return this.#measured[index];
  }

  /** Where a row begins; of the row past the last, where the list ends. */
  start(index: number): number {
    this.#starts ??= this.#sums();
    return this.#starts[Math.max(0, Math.min(index, this.count))] ?? 0;
  }

  /** How tall a row is, or is thought to be. */
  height(index: number): number {
    return this.start(index + 1) - this.start(index);
  }

  /** The row that reaches over an offset; the first or the last where the offset lies outside. */
  at(offset: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Takes the height of a drawn row; true where it was thought to be another. Nothing is drawn without height. */
  measure(index: number, height: number): boolean {
    if (height <= 0 || index >= this.count || Math.abs((this.#measured[index] ?? -1) - height) < 0.01) return false;
    this.#measured[index] = height;
    this.#starts = null;
    return true;
  }

  /** Learns from what was measured how far the guesses are out. */
  calibrate(): void {
    let [known, guessed] = [0, 0];
    this.#measured.forEach((height, index) => {
      if (height === undefined) return;
      known += height;
      guessed += this.#guesses[index] ?? 0;
    });
    if (guessed > 0) this.#scale = known / guessed;
    this.#starts = null;
  }

  #sums(): Float64Array {
    const starts = new Float64Array(this.count + 1);
    for (let index = 0; index < this.count; index += 1) {
      starts[index + 1] = (starts[index] ?? 0) + (this.#measured[index] ?? (this.#guesses[index] ?? 0) * this.#scale);
    }
    return starts;
  }
}

/** Rows from one to before another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const covers = (one: Stretch, other: Stretch): boolean => one.from <= other.from && one.to >= other.to;

/** The rows that reach into what lies between two offsets. */
export function between(extents: Extents, top: number, bottom: number): Stretch {
  if (extents.count === 0) return { from: 0, to: 0 };
  return { from: extents.at(top), to: extents.at(bottom) + 1 };
}

/** `drawn` brought closer to `wanted`: what is not wanted goes, and at most `most` rows come, below first. */
export function closer(drawn: Stretch, wanted: Stretch, most: number): Stretch {
  const from = Math.max(drawn.from, wanted.from);
  const to = Math.min(drawn.to, wanted.to);
  if (from >= to) return { from: wanted.from, to: Math.min(wanted.to, wanted.from + most) };
  const below = Math.min(most, wanted.to - to);
  return { from: Math.max(wanted.from, from - (most - below)), to: to + below };
}
