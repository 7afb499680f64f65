// How a relation looks and is called: sign, word and outline. No hue: a hue only ever says whose.

import type { RowKind } from "../backend/types.gen";
import type { Key } from "../lang/ar";
import type { IconName } from "../shared/icons";

export interface RelationLook {
  readonly icon: IconName;
  readonly label: Key;
  readonly outline: "agree" | "figures" | "clash" | "deny" | "mirror" | "one" | "apart" | "same";
}

/** What kind of contradiction or difference it is, where the engine says; kinds not listed here go unnamed. */
export const DETAILS: Readonly<Record<string, Key>> = {
  "other-actor": "detail.other-actor",
  outcome: "detail.outcome",
  time: "detail.time",
  intent: "detail.intent",
  "happened-denied": "detail.happened-denied",
  amount: "detail.amount",
  subset: "detail.subset",
  update: "detail.update",
};

export const RELATIONS: Readonly<Record<RowKind, RelationLook>> = {
  agree: { icon: "agree", label: "relation.agree", outline: "agree" },
  "figures-differ": { icon: "figures", label: "relation.figures", outline: "figures" },
  contradict: { icon: "clash", label: "relation.contradict", outline: "clash" },
  denied: { icon: "deny", label: "relation.denied", outline: "deny" },
  "same-accusation": { icon: "mirror", label: "relation.mirror", outline: "mirror" },
  admission: { icon: "admit", label: "relation.admission", outline: "figures" },
  "not-comparable": { icon: "apart", label: "relation.apart", outline: "apart" },
  "one-side": { icon: "one", label: "relation.one", outline: "one" },
  same: { icon: "same", label: "relation.same", outline: "same" },
};
