// Finding words in all articles of the dossier: what is typed, what was found, and which sentence the reader is at.

import { asFailure, type Backend } from "../backend/backend";
import type { Failure, FoundSentence, Overview, SearchView } from "../backend/types.gen";
import type { Board } from "../side/board.svelte";
import type { Pages } from "../pages/pages.svelte";
import type { ArticlePane } from "../article/pane.svelte";
import type { Range16 } from "../shared/highlight";
import { offsetMap } from "../shared/offsets";
import { byArticle, type Hit } from "./hits";

/** How long typing must rest before it is searched for, in milliseconds, 100 to 400: shorter than that and every key asks. */
export const REST_MS = 180;

/** What shows a hit: the comparison, its view, and, where a sentence stands in no row, the article. */
export interface Shown {
  readonly board: Board;
  readonly pages: Pages;
  readonly article: ArticlePane;
}

interface Stretch {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export class DossierSearch {
  /** Whether the search field is for all articles; else it is for the list of events. */
  active: boolean = $state(false);
  query: string = $state("");
  view: SearchView | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  searching: boolean = $state(false);
  /** Index of the hit that the reader is at, or -1. */
  at: number = $state(-1);
  /** How many hits were shown: with each, what shows them brings the current row into sight. */
  reached: number = $state(0);
  readonly hits: readonly Hit[] = $derived(
    this.view?.events.flatMap(({ event, sentences }) => sentences.map((sentence) => ({ event, sentence }))) ?? [],
  );
  readonly #byArticle: ReadonlyMap<string, FoundSentence[]> = $derived(byArticle(this.active ? this.hits : []));

  #backend: Backend;
  #shown: Shown;
  #request = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, shown: Shown) {
    this.#backend = backend;
    this.#shown = shown;
  }

  /** Takes what is typed; it is searched for when the typing rests. */
  type(query: string): void {
    this.query = query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.run(), REST_MS);
  }

  /** Searches for what is typed now. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    const request = ++this.#request;
    if (this.query.trim() === "") return this.#found(null);
    this.searching = true;
    try {
      const view = await this.#backend.search(this.query);
      if (request === this.#request) this.#found(view);
    } catch (thrown) {
      if (request !== this.#request) return;
      this.#found(null);
      this.failure = asFailure(thrown);
    }
  }

  /** Looks again after a change; with another dossier nothing is looked for. */
  follow(_overview: Overview, opened: boolean): void {
    if (opened) {
      this.query = "";
      this.active = false;
      this.#request += 1;
      this.#found(null);
    } else if (this.active) void this.run();
  }

  /** Goes to the next hit, or, with -1, the previous, round the end. False where there is none. */
  async step(by: 1 | -1): Promise<boolean> {
    if (this.query !== (this.view?.query ?? "")) await this.run();
    const { length } = this.hits;
    if (length === 0) return false;
    const from = this.at < 0 && by < 0 ? 0 : this.at;
    await this.go((from + by + length) % length);
    return true;
  }

  /** Shows a hit: its event at the row of its sentence, or, where it stands in none, the article. */
  async go(index: number): Promise<void> {
    const hit = this.hits[index];
    if (!hit) return;
    const { board, pages, article } = this.#shown;
    this.at = index;
    if (board.id !== hit.event || board.phase !== "ready") await board.open(hit.event);
    if (this.hits[this.at] !== hit) return;
    pages.show("side");
    if (board.selectSentence(hit.sentence)) {
      this.reached += 1;
      if (article.phase !== "closed") article.close();
    } else await article.open(hit.sentence.article, { start: hit.sentence.start, end: hit.sentence.end });
  }

  /** The words found in a stretch of an article, UTF-16 offsets into its text. */
  within(stretch: Stretch): Range16[] {
    return this.#marked(stretch, this.#byArticle.get(stretch.article) ?? []);
  }

  /** Those of the sentence that the reader is at. */
  here(stretch: Stretch): Range16[] {
    const here = this.active ? this.hits[this.at]?.sentence : undefined;
    return here?.article === stretch.article ? this.#marked(stretch, [here]) : [];
  }

  #marked(stretch: Stretch, sentences: readonly FoundSentence[]): Range16[] {
    const map = offsetMap(stretch.text);
    return sentences.flatMap(({ start, marks }) =>
      marks
        .map(([from, to]) => ({ start: start + from - stretch.start, end: start + to - stretch.start }))
        .filter((mark) => mark.start >= 0 && mark.end <= stretch.end - stretch.start)
        .map((mark) => ({ start: map(mark.start), end: map(mark.end) })),
    );
  }

  #found(view: SearchView | null): void {
    const here = this.hits[this.at]?.sentence;
    this.view = view;
    this.failure = null;
    this.searching = false;
    this.at = this.hits.findIndex(({ sentence }) => sentence.article === here?.article && sentence.start === here.start);
  }
}
