// The words for what a list of events is filtered by.

import type { Overview } from "../backend/types.gen";
import { PLAIN_DAY } from "../lang/dates";
import type { Lang } from "../lang/lang.svelte";
import type { Wanted } from "./filter";
import type { Facet } from "./filter.svelte";

function period({ from, to }: Wanted, lang: Lang): string {
  if (from === null) return lang.t("filter.until", { day: lang.day(to ?? "", PLAIN_DAY) });
  if (to === null) return lang.t("filter.since", { day: lang.day(from, PLAIN_DAY) });
  return from === to ? lang.day(from, PLAIN_DAY) : lang.range(from, to);
}

/** What one thing that is set is called. */
export function chip(facet: Facet, wanted: Wanted, overview: Overview, lang: Lang): string {
  if (facet === "period") return period(wanted, lang);
  if (facet === "contradictions" || facet === "differences") return lang.t(`filter.${facet}`);
  if (facet === "storyline") return overview.storylines.find(({ id }) => id === wanted.storyline)?.title ?? "";
  if (facet === "place" || facet === "actor") {
    const named = overview.named.find(({ kind, id }) => kind === facet && id === wanted[facet]);
    return named ? lang.of(named.label) : "";
  }
  const id = facet.slice("camp:".length);
  const camp = overview.camps.find((one) => one.id === id);
  return lang.t("filter.camp", { camp: camp ? lang.of(camp.label) : id, state: lang.t(`filter.${wanted.camps[id] ?? "any"}`) });
}
