// The language of the interface: what is chosen, its direction, and every text in it.

import type { Text } from "../backend/types.gen";
import { remember, recall } from "../shared/memory";
import { ar, type Catalogue, type Key } from "./ar";
import { day, PLAIN_DAY, type DayStyle } from "./dates";
import { digits, number } from "./digits";
import { en } from "./en";
import { DEFAULT_LANGUAGE, DIRECTIONS, isLanguage, type Direction, type Language } from "./language";
import { fill, type Params } from "./message";

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
    return fill(this.current, CATALOGUES[this.current][key], params);
  }

  /** The side of a two-language text that is read now. */
  of(text: Text): string {
    return text[this.current];
  }

  number(value: number): string {
    return number(this.current, value);
  }

  digits(text: string): string {
    return digits(this.current, text);
  }

  /** A moment in the reader's own time zone: day and clock time. */
  moment(iso: string): string {
    const at = new Date(iso);
    if (Number.isNaN(at.getTime())) return iso;
    const two = (value: number): string => String(value).padStart(2, "0");
    const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    return `${this.day(date, PLAIN_DAY)} · ${this.digits(`${two(at.getHours())}:${two(at.getMinutes())}`)}`;
  }

  day(iso: string, style: DayStyle): string {
    return day(this.current, iso, style);
  }
}
