// Numbers of the interface: Arabic-Indic digits in Arabic, Western ones in English.
// Figures quoted from an article are never passed through here: they stay as written.

import type { Language } from "./language";

const LOCALES: Record<Language, string> = { ar: "ar-u-nu-arab", en: "en-u-nu-latn" };
const FORMATS: Record<Language, Intl.NumberFormat> = {
  ar: new Intl.NumberFormat(LOCALES.ar),
  en: new Intl.NumberFormat(LOCALES.en),
};
const ARABIC_ZERO = 0x0660;

/** A whole number, grouped: 1460 is «١٬٤٦٠» in Arabic. */
export function number(language: Language, value: number): string {
  return FORMATS[language].format(value);
}

/** The digits of a text that is no quantity (a clock time, a year): no grouping, nothing else changed. */
export function digits(language: Language, text: string): string {
  if (language !== "ar") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(ARABIC_ZERO + Number(digit)));
}
