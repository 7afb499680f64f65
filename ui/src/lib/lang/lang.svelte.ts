// The language of the interface: what is chosen, its direction, and every text in it.

import type { Text } from "../backend/types.gen";
import { remember, recall } from "../shared/memory";
import { ar, type Catalogue, type Key } from "./ar";
import { day, moment, rangeEnds, type DayStyle } from "./dates";
import { digits, number } from "./digits";
import { en } from "./en";
import { DEFAULT_LANGUAGE, DIRECTIONS, isLanguage, type Direction, type Language } from "./language";
import { fill, type Params } from "./message";
import { seated } from "./seated";
import { told } from "./told";

const CATALOGUES: Record<Language, Catalogue> = { ar, en };
const MEMORY = "language";

export class Lang {
  current: Language = $state(DEFAULT_LANGUAGE);
  readonly direction: Direction = $derived(DIRECTIONS[this.current]);

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

  /** A text of the catalogue. */
  t(key: Key, params: Params = {}): string {
    return fill(this.current, CATALOGUES[this.current][key], params, seated);
  }

  /** The side of a two-language text that is read now. */
  of(text: Text): string {
    return told(this.current, text[this.current]);
  }

  number(value: number): string {
    return number(this.current, value);
  }

  digits(text: string): string {
    return digits(this.current, text);
  }

  moment(iso: string): string {
    return moment(this.current, iso);
  }

  range(from: string, to: string): string {
    return this.t("date.range", rangeEnds(this.current, from, to));
  }

  day(iso: string, style: DayStyle): string {
    return day(this.current, iso, style);
  }
}
