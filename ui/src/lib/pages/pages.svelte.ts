// The views of one event: side by side, its claims, its figures, its names, its sources; which one is shown, and what the later ones hold.

import { asFailure, type Backend } from "../backend/backend";
import type { ClaimsView, Failure, FiguresView, NamingView, SourcesView } from "../backend/types.gen";
import type { Key } from "../lang/ar";

export type Page = "side" | "claims" | "figures" | "naming" | "sources";

/** The views in the order of their tabs and of the keys Alt 1 to 5. */
export const PAGES: readonly { readonly page: Page; readonly label: Key }[] = [
  { page: "side", label: "page.side" },
  { page: "claims", label: "page.claims" },
  { page: "figures", label: "page.figures" },
  { page: "naming", label: "page.naming" },
  { page: "sources", label: "page.sources" },
];

export class Pages {
  current: Page = $state("side");
  claims: ClaimsView | null = $state.raw(null);
  figures: FiguresView | null = $state.raw(null);
  naming: NamingView | null = $state.raw(null);
  sources: SourcesView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);

  #backend: Backend;
  #request = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  show(page: Page): void {
    this.current = page;
  }

  /** Reads what a view shows of an event; what was shown stays until the new one is there. */
  async load(page: Page, event: string): Promise<void> {
    const request = ++this.#request;
    try {
      if (page === "claims") {
        const claims = await this.#backend.claims(event);
        if (request === this.#request) this.claims = claims;
      } else if (page === "figures") {
        const figures = await this.#backend.figures(event);
        if (request === this.#request) this.figures = figures;
      } else if (page === "naming") {
        const naming = await this.#backend.naming(event);
        if (request === this.#request) this.naming = naming;
      } else if (page === "sources") {
        const sources = await this.#backend.sources(event);
        if (request === this.#request) this.sources = sources;
      }
      if (request === this.#request) this.failure = null;
    } catch (thrown) {
      if (request === this.#request) this.failure = asFailure(thrown);
    }
  }
}
