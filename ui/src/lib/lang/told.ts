// What the engine says in its own words, as the interface tells it: days by their names, marks that can be seated.
// Words of articles, between quotation marks, are never touched.

import { day, PLAIN_DAY } from "./dates";
import type { Manner } from "./manner";
import { seated } from "./seated";

const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
/** A quotation of either language, or what lies between quotations. */
const PARTS = /«[^»]*»?|“[^”]*”?|[^«“]+/g;

/** Arabic inside an English sentence: a quotation, or words with what stands between them. */
const ARABIC = /«[^»]*»|\p{Script=Arabic}(?:[^«»().:A-Za-z]*\p{Script=Arabic})?/gu;
const ISOLATE = "\u2068";
const END = "\u2069";

/** Arabic words set apart, so that what follows them does not change places with them. */
function isolated(text: string): string {
  return text.replace(ARABIC, (run) => ISOLATE + run + END);
}

/** `text` for the reader: «ضوء السهل (2026-03-19)» is «ضوء السهل (١٩ آذار ٢٠٢٦)». */
export function told(manner: Manner, text: string): string {
  const dated = text.replace(PARTS, (part) =>
    /^[«“]/.test(part) ? part : part.replace(ISO_DAY, (iso) => day(manner, iso, PLAIN_DAY)),
  );
  return manner.language === "ar" ? seated(dated) : isolated(dated);
}
