// The article that is open beside the comparison: its text, where it came from, and what the analyst changes in it.

import { asFailure, type Backend } from "../backend/backend";
import type { ArticleView, Failure } from "../backend/types.gen";

export type PanePhase = "closed" | "loading" | "ready" | "failed";

/** A stretch of the article's text, code points. */
export interface Target {
  readonly start: number;
  readonly end: number;
}

export class ArticlePane {
  phase: PanePhase = $state("closed");
  id: string | null = $state(null);
  view: ArticleView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** What the reader came from: shown in its place. */
  target: Target | null = $state.raw(null);
  /** Whether what was left out of the body is shown in its place. */
  leftOut: boolean = $state(false);

  #backend: Backend;
  #request = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async open(id: string, target: Target | null = null): Promise<void> {
    if (this.id !== id) {
      this.view = null;
      this.leftOut = false;
      this.phase = "loading";
    }
    this.id = id;
    this.target = target;
    await this.reload();
  }

  /** Reads the open article again, after a change. */
  async reload(): Promise<void> {
    const id = this.id;
    if (id === null) return;
    const request = ++this.#request;
    try {
      const view = await this.#backend.article(id);
      if (request !== this.#request) return;
      this.view = view;
      this.phase = "ready";
    } catch (thrown) {
      if (request !== this.#request) return;
      this.failure = asFailure(thrown);
      this.phase = "failed";
    }
  }

  close(): void {
    this.#request += 1;
    this.id = null;
    this.view = null;
    this.target = null;
    this.phase = "closed";
  }
}
