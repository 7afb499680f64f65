// A short scroll to a target, which may move on the way: rows above it are measured while it runs. None where the reader
// wants no motion.

/** Milliseconds. */
const LASTS = 200;

const easeOut = (part: number): number => 1 - (1 - part) ** 3;

export class Glide {
  #by: (delta: number) => void;
  #frame = 0;

  constructor(by: (delta: number) => void) {
    this.#by = by;
  }

  /** Scrolls until nothing is left of what `away` gives: how far the target is. */
  go(away: () => number): void {
    this.stop();
    const still = window.matchMedia?.("(prefers-reduced-motion: reduce)").matches;
    if (still || typeof requestAnimationFrame === "undefined") return this.#by(away());
    const start = performance.now();
    let done = 0;
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / LASTS));
      const eased = easeOut(part);
      // What is left is shared out over what is left of the time, so that a target that moves is still met.
      this.#by(part === 1 ? away() : away() * ((eased - done) / (1 - done)));
      done = eased;
      if (part < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }
}
