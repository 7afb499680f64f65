// The order of the table of accounts.

import type { Slot } from "../backend/types.gen";

export type SlotOrder = "by-row" | "by-disagreement";

/** The lines in an order; those that disagree alike stay in the order of the texts. */
export function ordered(slots: readonly Slot[], order: SlotOrder): Slot[] {
  const all = [...slots];
  return order === "by-row" ? all : all.sort((a, b) => b.disagreement - a.disagreement || a.row - b.row);
}
