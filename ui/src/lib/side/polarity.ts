// How a claim is put: a sign and a verb.

import type { Polarity } from "../backend/types.gen";
import type { Key } from "../lang/ar";
import type { IconName } from "../shared/icons";

export const POLARITIES: Readonly<Record<Polarity, { readonly icon: IconName; readonly label: Key }>> = {
  asserted: { icon: "check", label: "polarity.asserted" },
  denied: { icon: "deny", label: "polarity.denied" },
  doubted: { icon: "doubt", label: "polarity.doubted" },
  conditional: { icon: "condition", label: "polarity.conditional" },
  planned: { icon: "plan", label: "polarity.planned" },
  asked: { icon: "ask", label: "polarity.asked" },
};
