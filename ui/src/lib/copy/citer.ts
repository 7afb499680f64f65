// Copies words of articles with where they are from, as plain text in logical order. Nothing of ours is put between or into
// the words: no marks, no direction characters. What runs from left to right has a line of its own, so that it stays whole in
// whatever the text is pasted into.

import type { ArticlePane } from "../article/pane.svelte";
import type { Backend } from "../backend/backend";
import type { ArticleHead, ArticleView } from "../backend/types.gen";
import { PLAIN_DAY } from "../lang/dates";
import type { Lang } from "../lang/lang.svelte";
import type { Board } from "../side/board.svelte";
import { POLARITIES } from "../side/polarity";
import { runs, stretches, type Stretch } from "./stretches";

/** What a citation tells of an article beside its head. */
interface Origin {
  readonly head: ArticleHead;
  readonly url: string | null;
  readonly sha256: string;
}

export interface Copied {
  readonly text: string;
  /** How many sources are cited; 0 where no word of an article is in it. */
  readonly cited: number;
}

/** Direction characters that the interface puts round its parameters. */
const ISOLATES = /[\u2066-\u2069]/g;

/** How many articles of a selection are asked for their addresses ahead of its copying, 1 to 50: one event's columns. */
const ASKED = 20;

/** How long a selection is left alone before it counts as made, in milliseconds: less than it takes to press the keys. */
const REST_MS = 120;

export class Citer {
  #backend: Backend;
  #board: Board;
  #pane: ArticlePane;
  #lang: Lang;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #origins = new Map<string, Promise<Origin | null>>();
  #known = new Map<string, Origin>();

  constructor(backend: Backend, board: Board, pane: ArticlePane, lang: Lang) {
    this.#backend = backend;
    this.#board = board;
    this.#pane = pane;
    this.#lang = lang;
  }

  /** Prepares what is selected once the selection has come to rest. */
  follow(selection: () => Selection | null): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.prepare(selection()), REST_MS);
  }

  /** Asks for what a citation of a selection will tell: when it is copied there is no time to ask. */
  async prepare(selection: Selection | null): Promise<void> {
    const ids = stretches(selection).map((one) => one.article);
    const fresh = ids.filter((id, index) => ids.indexOf(id) === index && !this.#origins.has(id)).slice(0, ASKED);
    await Promise.all(fresh.map((id) => this.#ask(id)));
  }

  /** Forgets what was asked: another dossier, or an article of this one changed. */
  forget(): void {
    this.#origins.clear();
    this.#known.clear();
  }

  /** What is to be copied in place of a selection; null where the browser's own copy is right. */
  copy(selection: Selection | null): Copied | null {
    const cited = runs(stretches(selection));
    if (cited.length > 0) return { text: cited.map((run) => this.#quote(run)).join("\n\n"), cited: cited.length };
    const text = selection?.toString() ?? "";
    const plain = text.replace(ISOLATES, "");
    return plain === text ? null : { text: plain, cited: 0 };
  }

  async #ask(id: string): Promise<void> {
    const asked = this.#backend.article(id).then(origin, () => null);
    this.#origins.set(id, asked);
    const found = await asked;
    if (found && this.#origins.get(id) === asked) this.#known.set(id, found);
  }

  #quote(run: readonly Stretch[]): string {
    const words = run.map((one) => one.text).join("\n");
    return [words, ...this.#citation(run)].join("\n");
  }

  #citation(run: readonly Stretch[]): string[] {
    const id = run[0]?.article ?? "";
    const more = this.#pane.view?.head.id === id ? origin(this.#pane.view) : this.#known.get(id);
    const head = more?.head ?? this.#head(id);
    const lines = [
      head && this.#source(head),
      run[0] ? this.#voice(run[0], head) : null,
      run[0]?.place === null ? this.#lang.plain("copy.left-out") : null,
      more?.url ?? null,
      this.#lang.plain("copy.place", { place: places(run, id) }),
      more ? this.#lang.plain("copy.hash", { hash: more.sha256 }) : null,
    ];
    return lines.filter((line) => line != null);
  }

  #source(head: ArticleHead): string {
    const lang = this.#lang;
    const day = head.published === null ? lang.plain("date.none") : lang.day(head.published, PLAIN_DAY);
    const sure = head.date_inferred ? `${day} (${lang.plain("date.inferred")})` : day;
    const date = head.time === null ? sure : `${sure} ${lang.digits(head.time)}`;
    return lang.plain("copy.source", { outlet: head.outlet ?? lang.plain("article.outlet.none"), title: head.title, date });
  }

  /** Whose claim it is, and how it is put; nothing where the outlet asserts it itself. */
  #voice({ voice, polarity }: Stretch, head: ArticleHead | undefined): string | null {
    const lang = this.#lang;
    const how = polarity === null || polarity === "asserted" ? null : lang.plain(POLARITIES[polarity].label);
    if (voice === null && how === null) return null;
    const who = voice ?? head?.outlet ?? lang.plain("article.outlet.none");
    return how === null ? lang.plain("copy.said", { who }) : lang.plain("copy.said-as", { who, how });
  }

  #head(id: string): ArticleHead | undefined {
    return this.#board.view?.columns.flatMap((column) => column.articles).find((head) => head.id === id);
  }
}

function origin({ head, url, sha256 }: ArticleView): Origin {
  return { head, url, sha256 };
}

/** Where a run stands, as claims are named in what the program writes: `article:start-end`, code points, the end not included. */
function places(run: readonly Stretch[], id: string): string {
  const told = run.map(({ place }) => place).filter((place) => place !== null);
  return told.length === 0 ? id : told.map(({ start, end }) => `${id}:${start}-${end}`).join(" ");
}
