// Brings a control that may be folded away (`Fold.svelte`) out, for whoever leads to it by a key or by name.

import { tick } from "svelte";

/** What a fold that holds the control hears. */
export const UNFOLD = "riwayat-unfold";

export async function focusOn(control: HTMLElement | null): Promise<void> {
  control?.dispatchEvent(new Event(UNFOLD, { bubbles: true }));
  await tick();
  control?.focus();
}
