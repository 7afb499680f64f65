// Numbers of the interface: in Arabic by the digits chosen, in English Western ones.
// Figures quoted from an article are never passed through here: they stay as written.

import type { DigitForm, Manner } from "./manner";

type Digits = "arab" | "latn";

const FORMATS: Record<Digits, Intl.NumberFormat> = {
  arab: new Intl.NumberFormat("ar-u-nu-arab"),
  latn: new Intl.NumberFormat("en-u-nu-latn"),
};
const ARABIC_ZERO = 0x0660;
const WRITTEN: Record<DigitForm, Digits> = { arabic: "arab", western: "latn" };

function written({ language, digits }: Manner): Digits {
  return language === "ar" ? WRITTEN[digits] : "latn";
}

/** A whole number, grouped: 1460 is «١٬٤٦٠» in Arabic, «1,460» where Western digits are chosen. */
export function number(manner: Manner, value: number): string {
  return FORMATS[written(manner)].format(value);
}

/** The digits of a text that is no quantity (a clock time, a year): no grouping, nothing else changed. */
export function digits(manner: Manner, text: string): string {
  if (written(manner) === "latn") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(ARABIC_ZERO + Number(digit)));
}
