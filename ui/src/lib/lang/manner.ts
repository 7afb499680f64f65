// How the interface writes its own numbers and days: its language, and the choices that Arabic leaves. English has one way of
// each. Figures quoted from articles are written as the article has them, whatever is chosen here.

import type { Language } from "./language";

/** «١٤٦٠» or «1460». */
export const DIGIT_FORMS = ["arabic", "western"] as const;
export type DigitForm = (typeof DIGIT_FORMS)[number];

/** «كانون الثاني» or «يناير». */
export const MONTH_NAMES = ["levantine", "egyptian"] as const;
export type MonthNames = (typeof MONTH_NAMES)[number];

export interface Manner {
  readonly language: Language;
  readonly digits: DigitForm;
  readonly months: MonthNames;
}

/** What is written where nothing was chosen. */
export const DEFAULT_MANNERS: Readonly<Record<Language, Manner>> = {
  ar: { language: "ar", digits: "arabic", months: "levantine" },
  en: { language: "en", digits: "arabic", months: "levantine" },
};
