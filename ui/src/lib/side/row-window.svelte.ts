// Draws the rows of the board that are in sight and some around them, and holds the place of the others. Whatever turns
// out taller or shorter than it was thought, what the reader looks at stays where it is.

import { flushSync, untrack } from "svelte";
import { Depths, type Deep } from "./depths.svelte";
import { between, closer, covers, Extents, type Stretch } from "./extents";
import { Glide } from "./glide";

/** Rows drawn before anything is laid out: what a window holds of rows of usual height. */
const FIRST_ROWS = 3;
/** How much more is drawn at first of a row that is not drawn whole than seems to be seen. Times, 1 to 2. */
const SPARE = 1.4;
/** Sentences of each cell drawn in one frame ahead of need. */
const DEEPER = 2;
/** How far beyond what is seen rows must be drawn, and are wanted, in heights of the board. */
const MUST = 0.1;
const WANTED = 1;
/** Rows drawn in one frame ahead of need: each takes some milliseconds, and a frame has sixteen. */
const A_FRAME = 1;
/** How often one change of the drawn rows is measured anew before the next frame; it settles at the second, but for rows
    that are seen far down: each time twice as much of them is drawn. */
const PASSES = 10;

/** A row as the window knows it, and how tall it may be, in pixels. */
export interface Outline extends Deep {
  readonly guess: number;
}

/** In pixels, nothing where nothing was laid out; and how far the guesses of heights were out. */
export interface Size {
  width: number;
  height: number;
  scale: number;
}

/** An element, or a stretch of text. */
type Placed = Pick<Element, "getBoundingClientRect">;

export class RowWindow {
  drawn: Stretch = $state.raw({ from: 0, to: FIRST_ROWS });
  /** How large the board was when it was last laid out: also before it is laid out again, for another event. */
  readonly size: Size;
  #outlines: readonly Outline[] = [];
  #extents = new Extents([]);
  #depths = new Depths();
  #board: HTMLElement | null = null;
  #list: HTMLElement | null = null;
  #heads: HTMLElement | null = null;
  #glide = new Glide((delta) => this.#scrollBy(delta));
  #frame = 0;
  #calibrated = false;
  /** Whether rows were followed that were not shown before: what is seen of them is painted before anything else is drawn. */
  #fresh = false;
  /** What is to stand under the heads once the rows that are followed now are drawn. */
  #pending: { index: number; inside: number } | null = null;

  constructor(size: Size = { width: 0, height: 0, scale: 1 }) {
    this.size = size;
  }

  /** Ties the window to the board that scrolls, the list of rows in it, and the heads that stand over them. */
  attach(board: HTMLElement, list: HTMLElement, heads: HTMLElement): () => void {
    [this.#board, this.#list, this.#heads] = [board, list, heads];
    const watch = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(() => this.settle());
    const onscroll = (): void => this.settle();
    const stop = (): void => this.#glide.stop();
    watch?.observe(board);
    watch?.observe(list);
    watch?.observe(heads);
    board.addEventListener("scroll", onscroll, { passive: true });
    board.addEventListener("wheel", stop, { passive: true });
    board.addEventListener("pointerdown", stop);
    return () => {
      stop();
      watch?.disconnect();
      cancelAnimationFrame(this.#frame);
      board.removeEventListener("scroll", onscroll);
      board.removeEventListener("wheel", stop);
      board.removeEventListener("pointerdown", stop);
      [this.#board, this.#list, this.#heads] = [null, null, null];
    };
  }

  /** Takes the rows to draw. Those that it knows keep their heights, unless they were laid out `anew`. */
  follow(outlines: readonly Outline[], anew: boolean): void {
    const known = anew ? {} : Object.fromEntries(this.#outlines.map(({ key }, index) => [key, this.#extents.measured(index)]));
    const anchor = this.#anchor();
    const held = this.#outlines[anchor.index]?.key;
    this.#outlines = outlines;
    this.#extents = new Extents(outlines.map(({ guess }) => guess), outlines.map(({ key }) => known[key]), this.size.scale);
    this.#calibrated = Object.keys(known).length > 0;
    const at = outlines.findIndex(({ key }) => key === held);
    const { from, to } = untrack(() => this.drawn);
    const start = at < 0 ? 0 : Math.max(0, Math.min(from + at - anchor.index, outlines.length - 1));
    const few = at < 0 ? this.#fitting : Math.max(1, to - from);
    this.drawn = { from: start, to: Math.min(outlines.length, start + few) };
    this.#fresh = at < 0;
    if (this.#fresh) this.#fill(start);
    this.#pending = at < 0 ? { index: 0, inside: 0 } : { index: at, inside: anchor.inside };
  }

  /** How many sentences of each cell of a row are drawn. */
  depth(index: number): number {
    const row = this.#outlines[index];
    return row ? this.#depths.of(row) : 0;
  }

  /** Draws what is seen and measures it, before the next frame is painted. */
  settle(): void {
    const board = this.#board;
    if (!board) return;
    // Nothing is laid out: all rows are drawn, so that nothing depends on a size that is not known.
    if (board.clientHeight === 0) return this.#drawAll();
    [this.size.width, this.size.height] = [board.clientWidth, board.clientHeight];
    board.style.setProperty("scroll-padding-block-start", `${this.#covered}px`);
    this.#pad();
    this.#measure(this.#pending ?? undefined);
    this.#pending = null;
    for (let pass = 0; pass < PASSES; pass += 1) {
      const must = this.#around(MUST);
      if (covers(this.drawn, must)) {
        const shallow = this.#shallow(MUST);
        if (shallow === undefined) break;
        this.#deepen(shallow, this.#depths.of(shallow));
        continue;
      }
      const kept = closer(this.drawn, this.#around(WANTED), 0);
      const apart = kept.to <= must.from || kept.from >= must.to;
      this.#draw(apart ? must : { from: Math.min(kept.from, must.from), to: Math.max(kept.to, must.to) });
      this.#measure();
    }
    this.#ahead();
  }

  /** Draws a row that is not drawn, or soon would not be, and goes there at once; `whole` with all of its sentences. */
  reveal(index: number, whole = false): void {
    this.#goTo(index);
    const row = this.#outlines[index];
    if (whole && row && this.#depths.partial(row)) this.#deepen(row, row.depth);
  }

  #goTo(index: number): void {
    // What is drawn of rows that were followed just now is a guess, and may go; and a row whose claims were closed just now
    // is still held for as tall as it was.
    if (this.#pending) this.settle();
    else this.#measure();
    const row = { from: index, to: index + 1 };
    if (!this.#board || !this.#list || (covers(this.drawn, row) && covers(this.#around(WANTED), row))) return;
    this.#glide.stop();
    this.#board.scrollTop = this.#list.offsetTop - this.#covered + this.#extents.start(index);
    this.settle();
  }

  /** Brings what is drawn into sight, with the row that it stands in, and so far from the edges; nothing moves where it is
      seen. */
  bring(element: Placed, row: Placed = element, slack = 0): void {
    const board = this.#board;
    if (!board) return;
    this.#alongColumns(board, element);
    this.#glide.go(() => {
      const box = board.getBoundingClientRect();
      const [top, bottom] = [box.top + this.#covered + slack, box.bottom - slack];
      const at = element.getBoundingClientRect();
      const above = row.getBoundingClientRect().top;
      if (above < top) return at.bottom > bottom && at.top < top ? 0 : above - top;
      return at.bottom > bottom ? Math.min(at.bottom - bottom, above - top) : 0;
    });
  }

  /** Whether anything of an element can be seen. */
  inSight(element: Element): boolean {
    const box = this.#board?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return box !== undefined && bottom >= box.top + this.#covered && top <= box.bottom;
  }

  /** What the heads cover of the board. */
  get #covered(): number {
    return this.#heads?.offsetHeight ?? 0;
  }

  /** Where the list is cut by the lower edge of the heads. */
  get #offset(): number {
    return (this.#board?.scrollTop ?? 0) + this.#covered - (this.#list?.offsetTop ?? 0);
  }

  /** What is seen of the list, and so many boards around it. */
  #sight(boards: number): [top: number, bottom: number] {
    const height = (this.#board?.clientHeight ?? 0) - this.#covered;
    return [this.#offset - boards * height, this.#offset + (1 + boards) * height];
  }

  #around(boards: number): Stretch {
    return between(this.#extents, ...this.#sight(boards));
  }

  /** The drawn rows as they stand in the document, and whether some sentences of theirs are not drawn. */
  #rows(): { row: Outline | undefined; index: number; element: Element; partial: boolean }[] {
    const { from } = untrack(() => this.drawn);
    return [...(this.#list?.children ?? [])].map((element, at) => {
      const row = this.#outlines[from + at];
      return { row, index: from + at, element, partial: row !== undefined && this.#depths.partial(row) };
    });
  }

  #anchor(): { index: number; inside: number } {
    const index = this.#extents.at(this.#offset);
    return { index, inside: this.#offset - this.#extents.start(index) };
  }

  /** How many of the first rows a board holds if they are as tall as they are thought to be. */
  get #fitting(): number {
    const { height } = this.size;
    return height === 0 ? FIRST_ROWS : Math.min(FIRST_ROWS, this.#extents.at(height) + 1);
  }

  /** Draws as many sentences of a row as a board holds if they are as tall as they are thought to be, and some more: those of
      another column may be shorter. */
  #fill(index: number): void {
    const row = this.#outlines[index];
    if (!row || !this.#depths.partial(row)) return;
    const each = this.#extents.height(index) / row.depth;
    untrack(() => this.#depths.deepen(row, Math.ceil((SPARE * this.size.height) / each) - this.#depths.of(row)));
  }

  #draw(next: Stretch): void {
    if (next.from === this.drawn.from && next.to === this.drawn.to) return;
    this.#keepFocus(next);
    this.drawn = next;
    this.#depths.keep(this.#outlines.slice(next.from, next.to));
    flushSync();
    this.#pad();
  }

  #drawAll(): void {
    for (const row of this.#outlines) this.#depths.deepen(row, row.depth);
    this.#draw({ from: 0, to: this.#extents.count });
  }

  /** Draws more sentences of a row, and measures it. */
  #deepen(row: Outline, by: number): void {
    this.#depths.deepen(row, by);
    flushSync();
    this.#pad();
    this.#measure();
  }

  /** The first drawn row of which something within sight, or so many boards around, is not drawn. */
  #shallow(boards: number): Outline | undefined {
    const [top, bottom] = this.#sight(boards);
    return this.#rows().find(({ index, element, partial }) => {
      const [start, end] = [this.#extents.start(index), this.#extents.start(index + 1)];
      return partial && end > top && start + told(element) < Math.min(bottom, end);
    })?.row;
  }

  /** A row that goes leaves the focus to the board, so that the keyboard does not fall out of it. */
  #keepFocus(next: Stretch): void {
    const at = this.#rows().find(({ element }) => element.contains(document.activeElement));
    if (at && (at.index < next.from || at.index >= next.to)) this.#board?.focus({ preventScroll: true });
  }

  /** Takes the heights of the drawn rows; `anchor`, else what stands there now, stands under the heads after it. */
  #measure(anchor = this.#anchor()): void {
    let [changed, whole] = [this.#pending !== null, false];
    for (const { index, element, partial } of this.#rows()) {
      const { height } = element.getBoundingClientRect();
      // Of a row that is not drawn whole its height is held, unless what is drawn is taller.
      if (partial && height <= this.#extents.height(index) + 0.5) continue;
      whole = true;
      changed = this.#extents.measure(index, height) || changed;
    }
    if (!changed) return;
    if (whole && !this.#calibrated) {
      this.#calibrated = true;
      this.#extents.calibrate();
      this.size.scale = this.#extents.scale;
    }
    this.#pad();
    this.#hold(anchor);
  }

  /** Holds the place of what is not drawn. */
  #pad(): void {
    const { from, to } = untrack(() => this.drawn);
    for (const { index, element, partial } of this.#rows()) {
      const held = partial ? `${this.#extents.height(index)}px` : "";
      if (element instanceof HTMLElement && element.style.minBlockSize !== held) element.style.minBlockSize = held;
    }
    this.#list?.style.setProperty("padding-block-start", `${this.#extents.start(from)}px`);
    this.#list?.style.setProperty("padding-block-end", `${this.#extents.total - this.#extents.start(to)}px`);
  }

  /** Puts a place of the list back under the heads. */
  #hold({ index, inside }: { index: number; inside: number }): void {
    const moved = this.#extents.start(index) + inside - this.#offset;
    if (Math.abs(moved) >= 0.5 && (this.#board?.scrollTop ?? 0) > 0) this.#scrollBy(moved);
  }

  #scrollBy(delta: number): void {
    if (this.#board) this.#board.scrollTop += delta;
  }

  /** Draws a little more in each frame, until there is enough around what is seen. */
  #ahead(): void {
    cancelAnimationFrame(this.#frame);
    const wanted = this.#around(WANTED);
    const enough = covers(this.drawn, wanted) && covers(this.#around(WANTED * 2), this.drawn);
    if (enough && this.#shallow(WANTED) === undefined) return;
    this.#frame = requestAnimationFrame(() => {
      if (!this.#board) return;
      if (this.#fresh) {
        this.#fresh = false;
        return this.#ahead();
      }
      const shallow = this.#shallow(WANTED);
      if (shallow) this.#deepen(shallow, DEEPER);
      else this.#draw(closer(this.drawn, this.#around(WANTED), A_FRAME));
      this.#measure();
      this.#ahead();
    });
  }

  #alongColumns(board: HTMLElement, element: Placed): void {
    const [box, at] = [board.getBoundingClientRect(), element.getBoundingClientRect()];
    if (at.width > box.width) return;
    if (at.left < box.left) board.scrollLeft += at.left - box.left;
    else if (at.right > box.right) board.scrollLeft += at.right - box.right;
  }
}

/** How far down a row tells all that its cells say there, from its top. */
function told(row: Element): number {
  const { top } = row.getBoundingClientRect();
  const ends = [...row.querySelectorAll("[data-more]")].map((cell) => cell.lastElementChild?.getBoundingClientRect().bottom ?? top);
  return Math.min(...ends) - top;
}
