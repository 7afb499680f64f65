// What the engine says in its own words, as the interface tells it: days by their names, marks that can be seated.
// Words of articles, between quotation marks, are never touched.

import { day, PLAIN_DAY } from "./dates";
import type { Manner } from "./manner";
import { seated } from "./seated";

const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
/** A quotation of either language, or what lies between quotations. */
const PARTS = /«[^»]*»?|“[^”]*”?|[^«“]+/g;

/** Arabic inside an English sentence: a quotation, what is between English quotation marks, or words with what stands between
    them; not a list of several, which goes on from the left. */
const ARABIC = /«[^»]*»|(?<=“)[^”]*\p{Script=Arabic}[^”]*(?=”)|\p{Script=Arabic}(?:[^«»“”(),;.:A-Za-z]*\p{Script=Arabic})?/gu;
/** A moment as machines write it: read from the left wherever it stands, or its parts change places. */
const STAMP = /\d{4}-\d{2}-\d{2}T[\d:.,+Z-]+/g;
const ISOLATE = "\u2068";
const LEFT_TO_RIGHT = "\u2066";
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
  return manner.language === "ar" ? seated(dated).replace(STAMP, (stamp) => LEFT_TO_RIGHT + stamp + END) : isolated(dated);
}
