// The engine replayed from JSON: for a plain browser and for tests. It knows only what `fixtures/sample.json` holds,
// compares nothing, and keeps changes until the page is closed.

import type { Backend, DropHandlers, OnProgress } from "./backend";
import { claimsIn, joined, moved } from "./fixture-rows";
import { searched } from "./fixture-search";
import type { ArticleView, ClaimView, ClaimsView, EventView, Failure, Field, FiguresView, ImportReport, NamingSetView, NamingView, Overview, Recent, RowView, SearchView, SourcesView, Spot, Text } from "./types.gen";
import sample from "./fixtures/sample.json";

/** The layout of `fixtures/sample.json`. */
export interface Sample {
  readonly overview: Overview;
  readonly events: Readonly<Record<string, EventView>>;
  /** The claims of an event's rows, one row after the other, each once. */
  readonly said: Readonly<Record<string, ClaimView[]>>;
  readonly claims: Readonly<Record<string, ClaimsView>>;
  readonly figures: Readonly<Record<string, FiguresView>>;
  readonly naming: Readonly<Record<string, NamingView>>;
  readonly sources: Readonly<Record<string, SourcesView>>;
  readonly articles: Readonly<Record<string, ArticleView>>;
  readonly report: ImportReport;
}

export interface FixtureOptions {
  readonly data: Sample;
  /** Milliseconds between steps of a pretended import. */
  readonly pace: number;
  /** How `start` answers: the sample, an empty dossier, or a failure. */
  readonly start: "sample" | "empty" | "fail";
  /** Whether no event can be read. */
  readonly lost: boolean;
}

export const recorded = sample as unknown as Sample;
const DEFAULTS: FixtureOptions = { data: recorded, pace: 120, start: "sample", lost: false };

const LOCKED: Failure = {
  code: "dossier-locked",
  message: {
    ar: "الملف sample.riwayat مفتوح للكتابة في نافذة أخرى. لم يتغيّر فيه شيء.",
    en: "The file sample.riwayat is open for writing in another window. Nothing in it was changed.",
  },
};
const MISSING: Failure = {
  code: "not-found",
  message: { ar: "ليس هذا في العيّنة المسجّلة.", en: "This is not in the recorded sample." },
};
const CHANGED: Text = { ar: "تغيير في مقال", en: "a change to an article" };

/** A pretended import takes at least so many steps, so that its progress can be seen. */
const LEAST_STEPS = 8;

function found<T>(value: T | undefined): Promise<T> {
  return value === undefined ? Promise.reject(MISSING) : Promise.resolve(structuredClone(value));
}

function called(set: NamingSetView, name: string | undefined): NamingSetView {
  return name === undefined ? set : { ...set, label: { ar: name, en: name }, found_label: set.label };
}

interface State {
  overview: Overview;
  articles: Record<string, ArticleView>;
  /** The rows of the events in which some were arranged by hand. */
  rows: Record<string, RowView[]>;
  /** What entities are called, by their ids. */
  calls: Record<string, string>;
}

function emptied(overview: Overview): Overview {
  const dossier = { ...overview.dossier, name: "new", path: "/dossiers/new.riwayat", sample: false, invented: false, articles: 0 };
  return { ...overview, dossier, events: [], storylines: [] };
}

function withField(view: ArticleView, field: Field, value: string | null): ArticleView {
  const was = view.edited.find((edit) => edit.field === field)?.was ?? view.head[field];
  const others = view.edited.filter((edit) => edit.field !== field);
  const edited = value === null ? others : [...others, { field, was }];
  const head = { ...view.head, [field]: value ?? was };
  return { ...view, head, edited };
}

/** A backend on `options.data`; each has its own state. */
export class FixtureBackend implements Backend {
  readonly #options: FixtureOptions;
  readonly #first: State;
  #state: State;
  #past: State[] = [];
  #future: State[] = [];
  #cancelled = false;

  constructor(options: Partial<FixtureOptions> = {}) {
    this.#options = { ...DEFAULTS, ...options };
    const { overview, articles } = this.#options.data;
    this.#first = structuredClone({ overview, articles, rows: {}, calls: {} });
    this.#state = this.#first;
  }

  start(): Promise<Overview> {
    if (this.#options.start === "fail") return Promise.reject(LOCKED);
    return this.#options.start === "empty" ? this.createDossier() : this.openSample();
  }

  recent(): Promise<Recent[]> {
    const { path, name } = this.#first.overview.dossier;
    return Promise.resolve([{ path, name, sample: true }]);
  }

  openSample(): Promise<Overview> {
    return this.#open(this.#first.overview);
  }

  openDossier(): Promise<Overview> {
    return this.openSample();
  }

  createDossier(): Promise<Overview> {
    return this.#open(emptied(this.#first.overview));
  }

  overview(): Promise<Overview> {
    return Promise.resolve(this.#told());
  }

  /** What was recorded was compared. */
  settle: Backend["settle"] = () => Promise.resolve(null);

  /** As it was recorded, and no copy: nobody changes a view, and copying a great one takes as long as showing it. */
  event(id: string): Promise<EventView> {
    const view = this.#options.lost ? undefined : this.#options.data.events[id];
    if (view === undefined) return Promise.reject(MISSING);
    const columns = view.columns.map((column) => ({
      ...column,
      articles: column.articles.map((head) => this.#state.articles[head.id]?.head ?? head),
    }));
    const head = this.#state.overview.events.find((event) => event.id === id) ?? view.head;
    const arranged = this.#state.rows[id]?.map((row) => ({ ...row, claims: this.#claimsIn(id, row).length }));
    return Promise.resolve({ ...view, head, columns, rows: arranged ?? view.rows });
  }

  rowClaims(event: string, number: number): Promise<ClaimView[]> {
    const rows = this.#state.rows[event] ?? this.#options.data.events[event]?.rows;
    const row = rows?.find((one) => one.number === number);
    return found(row && this.#claimsIn(event, row));
  }

  #claimsIn(event: string, row: RowView): ClaimView[] {
    return claimsIn(row, this.#options.data.said[event] ?? []);
  }

  claims(event: string): Promise<ClaimsView> {
    return found(this.#options.data.claims[event]);
  }

  figures(event: string): Promise<FiguresView> {
    return found(this.#options.data.figures[event]);
  }

  async naming(event: string): Promise<NamingView> {
    const view = await found(this.#options.data.naming[event]);
    return { ...view, sets: view.sets.map((set) => called(set, this.#state.calls[set.entity])) };
  }

  sources(event: string): Promise<SourcesView> {
    return found(this.#options.data.sources[event]);
  }

  article(id: string): Promise<ArticleView> {
    return found(this.#state.articles[id]);
  }

  search(query: string): Promise<SearchView> {
    const { events } = this.#options.data;
    return Promise.resolve(searched(query, this.#state.overview, events, Object.values(this.#state.articles)));
  }

  async importPaths(paths: string[], onProgress: OnProgress): Promise<ImportReport> {
    this.#cancelled = false;
    const steps = Math.max(paths.length, LEAST_STEPS);
    for (let done = 0; done <= steps && !this.#cancelled; done += 1) {
      onProgress({ stage: done < steps ? "reading" : "comparing", done, total: steps, name: paths[done] ?? "" });
      await new Promise((resolve) => setTimeout(resolve, this.#options.pace));
    }
    return { ...structuredClone(this.#options.data.report), cancelled: this.#cancelled };
  }

  importText(_text: string, onProgress: OnProgress): Promise<ImportReport> {
    return this.importPaths([], onProgress);
  }

  cancel(): Promise<void> {
    this.#cancelled = true;
    return Promise.resolve();
  }

  async setField(id: string, field: Field, value: string | null): Promise<Overview> {
    const view = withField(await this.article(id), field, value);
    return this.#change({ ...this.#state, articles: { ...this.#state.articles, [id]: view } });
  }

  defineCamp(ar: string, en: string): Promise<Overview> {
    const { overview } = this.#state;
    const position = Math.max(...overview.camps.map((camp) => camp.position)) + 1;
    const camps = [...overview.camps, { id: `camp-${position}`, label: { ar, en }, position }];
    return Promise.resolve(this.#change({ ...this.#state, overview: { ...overview, camps } }));
  }

  splitRow(pieces: Spot[]): Promise<Overview> {
    return this.#arrange(pieces[0], (rows) => moved(rows, pieces, null));
  }

  joinRows(one: Spot, other: Spot): Promise<Overview> {
    return this.#arrange(one, (rows) => joined(rows, one, other));
  }

  movePieces(pieces: Spot[], to: Spot): Promise<Overview> {
    return this.#arrange(to, (rows) => moved(rows, pieces, to));
  }

  /** Leaves all rows of the event to the recording: which of them were one is not kept. */
  leaveRow(of: Spot): Promise<Overview> {
    return this.#arrange(of, (_, recorded) => [...recorded]);
  }

  /** Only what is told of the article changes: the recording has one comparison. */
  moveArticle(article: string, event: string | null): Promise<Overview> {
    return this.#tell(article, { event, event_decided: true });
  }

  /** Nothing is seen to change: the recording has one comparison. */
  mergeEvents(): Promise<Overview> {
    return Promise.resolve(this.#change({ ...this.#state }));
  }

  partArticle(article: string): Promise<Overview> {
    return this.moveArticle(article, null);
  }

  async partArticles(articles: string[]): Promise<Overview> {
    const views = await Promise.all(articles.map((id) => this.article(id)));
    const told = views.map((view) => [view.head.id, { ...view, event: null, event_decided: true }] as const);
    return this.#change({ ...this.#state, articles: { ...this.#state.articles, ...Object.fromEntries(told) } });
  }

  async nameEvent(id: string, name: string | null): Promise<Overview> {
    const { overview } = this.#state;
    const head = await found(overview.events.find((event) => event.id === id));
    const title = head.found_title ?? head.title;
    const named = { ...head, title: name ?? title, found_title: name === null ? null : title };
    const events = overview.events.map((event) => (event.id === id ? named : event));
    return this.#change({ ...this.#state, overview: { ...overview, events } });
  }

  /** The naming shows it; what else speaks of the entity is as it was recorded. */
  async callEntity(entity: string, name: string | null): Promise<Overview> {
    const others = Object.entries(this.#state.calls).filter(([id]) => id !== entity);
    const calls = Object.fromEntries(name === null ? others : [...others, [entity, name] as const]);
    return Promise.resolve(this.#change({ ...this.#state, calls }));
  }

  leaveArticle(article: string): Promise<Overview> {
    return this.#tell(article, { event: this.#first.articles[article]?.event ?? null, event_decided: false });
  }

  undo(): Promise<Overview> {
    const last = this.#past.pop();
    if (last) {
      this.#future.push(this.#state);
      this.#state = last;
    }
    return this.overview();
  }

  redo(): Promise<Overview> {
    const next = this.#future.pop();
    if (next) {
      this.#past.push(this.#state);
      this.#state = next;
    }
    return this.overview();
  }

  pickFiles(): Promise<string[]> {
    return Promise.resolve(["/articles/one.html", "/articles/two.txt"]);
  }

  pickFolder(): Promise<string | null> {
    return Promise.resolve("/articles");
  }

  pickDossier(): Promise<string | null> {
    return Promise.resolve(this.#first.overview.dossier.path);
  }

  pickNewDossier(): Promise<string | null> {
    return Promise.resolve("/dossiers/new.riwayat");
  }

  pickReport(name: string): Promise<string | null> {
    return Promise.resolve(`/reports/${name}.html`);
  }

  /** A page has no files to write to. */
  async saveReport(event: string): Promise<void> {
    await found(this.#options.data.events[event]);
  }

  /** A browser tells the names of files that are held over the page, and that is all the recording wants. */
  onDrop({ enter, leave, drop }: DropHandlers): Promise<() => void> {
    const ended = new AbortController();
    const on = (type: "dragenter" | "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void): void =>
      window.addEventListener(type, act, { signal: ended.signal });
    on("dragenter", ({ relatedTarget }) => relatedTarget === null && enter());
    on("dragover", (event) => event.preventDefault());
    on("dragleave", ({ relatedTarget }) => relatedTarget === null && leave());
    on("drop", (event) => {
      event.preventDefault();
      drop([...(event.dataTransfer?.files ?? [])].map((file) => `/articles/${file.name}`));
    });
    return Promise.resolve(() => ended.abort());
  }

  /** Changes the rows of the event in which an article stands. */
  async #arrange(of: Spot | undefined, change: (rows: RowView[], recorded: readonly RowView[]) => RowView[]): Promise<Overview> {
    const views = Object.values(this.#options.data.events);
    const view = await found(views.find(({ members }) => members.some((member) => member.article === of?.article)));
    const { id } = view.head;
    const rows = change(this.#state.rows[id] ?? view.rows, view.rows);
    return this.#change({ ...this.#state, rows: { ...this.#state.rows, [id]: rows } });
  }

  async #tell(id: string, told: Partial<ArticleView>): Promise<Overview> {
    const view = { ...(await this.article(id)), ...told };
    return this.#change({ ...this.#state, articles: { ...this.#state.articles, [id]: view } });
  }

  #told(): Overview {
    const { overview } = this.#state;
    const can_undo = this.#past.length > 0 ? CHANGED : null;
    const can_redo = this.#future.length > 0 ? CHANGED : null;
    return { ...overview, dossier: { ...overview.dossier, can_undo, can_redo } };
  }

  #open(overview: Overview): Promise<Overview> {
    this.#state = { ...this.#first, overview };
    this.#past = [];
    this.#future = [];
    return this.overview();
  }

  #change(next: State): Overview {
    this.#past.push(this.#state);
    this.#future = [];
    this.#state = next;
    return this.#told();
  }
}
