// The one tip of the window: a reason beside what it is about, on hover and on focus; a screen reader is led to it too.

/** The element that shows the tip. */
export const TIP_ID = "tip";

/** Where the tip stands: the box of what it is about, in window pixels. */
export interface Anchor {
  readonly top: number;
  readonly bottom: number;
  readonly centre: number;
}

export class Tip {
  lines: readonly string[] = $state.raw([]);
  anchor: Anchor | null = $state.raw(null);
  #owner: Element | null = null;

  show(owner: Element, lines: readonly string[]): void {
    this.hide();
    const box = owner.getClientRects()[0] ?? owner.getBoundingClientRect();
    this.#owner = owner;
    owner.setAttribute("aria-describedby", TIP_ID);
    this.lines = lines;
    this.anchor = { top: box.top, bottom: box.bottom, centre: (box.left + box.right) / 2 };
  }

  /** Takes the tip away if it is about `owner`, or whatever it is about where none is named. True if one was shown. */
  hide(owner: Element | null = null): boolean {
    if (this.anchor === null || (owner !== null && owner !== this.#owner)) return false;
    this.#owner?.removeAttribute("aria-describedby");
    this.#owner = null;
    this.anchor = null;
    return true;
  }
}
