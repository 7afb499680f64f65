// Paints parts of words without touching the document: WebKitGTK breaks the join of letters at every element inside a
// word, and a highlight is no element. A web view without highlights shows the text unpainted.

/** A stretch of an element's text, UTF-16 offsets. */
export interface Range16 {
  readonly start: number;
  readonly end: number;
}

function registered(name: string): Highlight | null {
  if (typeof CSS === "undefined" || !CSS.highlights) return null;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const fresh = new Highlight();
  CSS.highlights.set(name, fresh);
  return fresh;
}

/** The document range of a stretch of the text of `element`; null where it lies outside. */
export function rangeIn(element: Element, span: Range16): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let open = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!open && span.start < at + length) {
      range.setStart(node, span.start - at);
      open = true;
    }
    if (open && span.end <= at + length) {
      range.setEnd(node, span.end - at);
      return range;
    }
    at += length;
  }
  return null;
}

/** Paints stretches of `element` under `::highlight(name)`; gives a function that takes the paint off. */
export function paint(name: string, element: Element, spans: readonly Range16[]): () => void {
  const highlight = registered(name);
  if (!highlight) return () => undefined;
  const ranges = spans.map((span) => rangeIn(element, span)).filter((range) => range !== null);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}
