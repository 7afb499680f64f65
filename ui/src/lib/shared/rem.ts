// The size of the root's letters in pixels: what a `rem` is, whatever text size the reader chose.

/** What browsers take where nothing is set. */
const USUAL = 16;

export function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL;
}
