// The languages of the interface, and which way each is read.

export const LANGUAGES = ["ar", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Direction = "rtl" | "ltr";

/** What the interface opens in where nothing was chosen. */
export const DEFAULT_LANGUAGE: Language = "ar";

export const DIRECTIONS: Record<Language, Direction> = { ar: "rtl", en: "ltr" };

export function isLanguage(value: unknown): value is Language {
  return value === "ar" || value === "en";
}
