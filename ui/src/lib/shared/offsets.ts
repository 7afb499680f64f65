// Offsets arrive as code points; strings here are UTF-16. One map for a text, built once.
// What it does not do: it never cuts a text itself.

const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

/** Turns a code-point offset into a UTF-16 offset of one text. Offsets past the end give the end. */
export type OffsetMap = (codePoint: number) => number;

/** Builds the map of `text`: «𞸀ب» has code points 0, 1, 2 at UTF-16 offsets 0, 2, 3. */
export function offsetMap(text: string): OffsetMap {
  if (!ASTRAL.test(text)) return (codePoint) => Math.min(codePoint, text.length);
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  return (codePoint) => starts[codePoint] ?? text.length;
}

/** The stretch of `text` between two code-point offsets. */
export function stretch(text: string, start: number, end: number): string {
  const map = offsetMap(text);
  return text.slice(map(start), map(end));
}
