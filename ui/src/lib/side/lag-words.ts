// A lag in words.

import type { Lang } from "../lang/lang.svelte";
import type { Lag } from "./lag";

export function lagWords(lag: Lag, lang: Lang): string {
  if (lag.kind === "first" || lag.kind === "first-day") return lang.t(`lag.${lag.kind}`);
  if (lag.kind === "days") return lang.t("lag.days", { n: lag.days });
  const units = ["days", "hours", "minutes"] as const;
  const parts = units.filter((unit) => lag[unit] > 0).map((unit) => lang.t(`span.${unit}`, { n: lag[unit] }));
  return lang.t("lag.exact", { span: parts.reduce((one, more) => lang.t("span.and", { one, more })) });
}
