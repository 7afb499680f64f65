// The language of the interface: what is chosen, its direction, its digits and months, and every text in it.

import type { Text } from "../backend/types.gen";
import { oneOf, remember, recall } from "../shared/memory";
import { ar, type Catalogue, type Key } from "./ar";
import { day, moment, rangeEnds, type DayStyle } from "./dates";
import { digits, number } from "./digits";
import { en } from "./en";
import { DEFAULT_LANGUAGE, DIRECTIONS, isLanguage, type Direction, type Language } from "./language";
import { DEFAULT_MANNERS, DIGIT_FORMS, MONTH_NAMES, type DigitForm, type Manner, type MonthNames } from "./manner";
import { fill, plain, type Params } from "./message";
import { seated } from "./seated";
import { told } from "./told";

const CATALOGUES: Record<Language, Catalogue> = { ar, en };
const MEMORY = "language";
const DIGITS_MEMORY = "digits";
const MONTHS_MEMORY = "months";
const USUAL = DEFAULT_MANNERS[DEFAULT_LANGUAGE];

export class Lang {
  current: Language = $state(DEFAULT_LANGUAGE);
  digitForm: DigitForm = $state(oneOf(DIGIT_FORMS, recall(DIGITS_MEMORY)) ?? USUAL.digits);
  months: MonthNames = $state(oneOf(MONTH_NAMES, recall(MONTHS_MEMORY)) ?? USUAL.months);
  readonly direction: Direction = $derived(DIRECTIONS[this.current]);
  readonly #manner: Manner = $derived({ language: this.current, digits: this.digitForm, months: this.months });

  constructor(chosen: Language | null = null) {
    const kept = recall(MEMORY);
    this.current = chosen ?? (isLanguage(kept) ? kept : DEFAULT_LANGUAGE);
  }

  choose(language: Language): void {
    this.current = language;
    remember(MEMORY, language);
  }

  toggle(): void {
    this.choose(this.current === "ar" ? "en" : "ar");
  }

  /** The digits of the interface's own numbers in Arabic. */
  chooseDigits(form: DigitForm): void {
    this.digitForm = form;
    remember(DIGITS_MEMORY, form);
  }

  /** The names of months in Arabic. */
  chooseMonths(months: MonthNames): void {
    this.months = months;
    remember(MONTHS_MEMORY, months);
  }

  /** A text of the catalogue. */
  t(key: Key, params: Params = {}): string {
    return fill(this.#manner, CATALOGUES[this.current][key], params, seated);
  }

  /** A text of the catalogue for what leaves the window: with no direction characters, and every vowel mark. */
  plain(key: Key, params: Params = {}): string {
    return plain(this.#manner, CATALOGUES[this.current][key], params);
  }

  /** The side of a two-language text that is read now. */
  of(text: Text): string {
    return told(this.#manner, text[this.current]);
  }

  number(value: number): string {
    return number(this.#manner, value);
  }

  digits(text: string): string {
    return digits(this.#manner, text);
  }

  moment(iso: string): string {
    return moment(this.#manner, iso);
  }

  range(from: string, to: string): string {
    return this.t("date.range", rangeEnds(this.#manner, from, to));
  }

  day(iso: string, style: DayStyle): string {
    return day(this.#manner, iso, style);
  }
}
