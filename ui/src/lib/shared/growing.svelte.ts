// A long list that is drawn as far as the reader comes: more of it whenever its end is near. A web view that cannot tell
// where the end is draws all of it.

/** How near to the edge of what is seen the end of the list may come, before more is drawn. */
const NEAR = "1500px";

export class Growing {
  /** How many items are drawn. */
  shown: number = $state(0);
  #step: number;

  constructor(step: number) {
    this.#step = step;
    this.shown = typeof IntersectionObserver === "undefined" ? Number.MAX_SAFE_INTEGER : step;
  }

  grow(): void {
    this.shown += this.#step;
  }

  /** Put on whatever stands at the end of what is drawn, made anew whenever `shown` changes. */
  readonly end = (element: Element): (() => void) => {
    const near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.grow();
    }, { rootMargin: NEAR });
    near.observe(element);
    return () => near.disconnect();
  };
}
