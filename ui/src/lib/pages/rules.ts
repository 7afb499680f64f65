// The codebooks that tolls are counted by: what each is called, and its rule in a sentence.

import type { CountingRule } from "../backend/types.gen";
import type { Key } from "../lang/ar";

export const RULES: Readonly<Record<CountingRule, { readonly name: string; readonly rule: Key }>> = {
  acled: { name: "ACLED", rule: "rule.acled" },
  ucdp: { name: "UCDP", rule: "rule.ucdp" },
  airwars: { name: "Airwars", rule: "rule.airwars" },
};

/** The codebooks in the order in which they stand where none was chosen. */
export const RULE_ORDER = Object.keys(RULES) as readonly CountingRule[];

/** `things` with that of `rule` first; the others keep their order. */
export function ruleFirst<T extends { readonly rule: CountingRule }>(things: readonly T[], rule: CountingRule): T[] {
  return [...things.filter((thing) => thing.rule === rule), ...things.filter((thing) => thing.rule !== rule)];
}
