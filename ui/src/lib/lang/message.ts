// Fills a message of the catalogue: plural forms, then parameters, each isolated so that it cannot turn its sentence round.

import { number } from "./digits";
import type { Language } from "./language";
import type { Manner } from "./manner";

/** A message that counts: one text for each plural category of the language; `other` stands in for those not given. */
export type Plural = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;
export type Message = string | Plural;
export type Params = Readonly<Record<string, string | number>>;

/** What is done to the catalogue's own words before the parameters come in. */
export type Shape = (text: string) => string;

const RULES: Record<Language, Intl.PluralRules> = { ar: new Intl.PluralRules("ar"), en: new Intl.PluralRules("en") };

/** First strong isolate and its end: what `<bdi>` is in markup. */
const ISOLATE = "\u2068";
const ISOLATE_END = "\u2069";

/**
 * The form of `message` for the count `n`. Arabic has six: none, one, two, 3 to 10, 11 to 99, the rest.
 * A form for none is taken in any language that gives one: English grammar knows none, its sentences do.
 */
export function form(language: Language, message: Message, n: number): string {
  if (typeof message === "string") return message;
  if (n === 0 && message.zero !== undefined) return message.zero;
  return message[RULES[language].select(n)] ?? message.other;
}

/** The text of `message`, with `{name}` replaced by `params.name`; `params.n` chooses the plural form. */
export function fill(manner: Manner, message: Message, params: Params, shape: Shape = (text) => text): string {
  return filled(manner, shape(formOf(manner, message, params)), params, (value) => ISOLATE + value + ISOLATE_END);
}

/** The same for a text that leaves the window: nothing stands in it that is not seen. */
export function plain(manner: Manner, message: Message, params: Params): string {
  return filled(manner, formOf(manner, message, params), params, (value) => value);
}

function formOf(manner: Manner, message: Message, params: Params): string {
  return form(manner.language, message, typeof params.n === "number" ? params.n : 0);
}

function filled(manner: Manner, text: string, params: Params, set: Shape): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return set(typeof value === "number" ? number(manner, value) : value);
  });
}
