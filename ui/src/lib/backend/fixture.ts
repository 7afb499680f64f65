// The engine replayed from JSON: for a plain browser and for tests. It knows only what `fixtures/sample.json` holds,
// compares nothing, and keeps changes until the page is closed.

import type { Backend, OnProgress } from "./backend";
import type { ArticleView, EventView, Failure, Field, ImportReport, Overview, Text } from "./types.gen";
import sample from "./fixtures/sample.json";

/** The layout of `fixtures/sample.json`. */
export interface Sample {
  readonly overview: Overview;
  readonly events: Readonly<Record<string, EventView>>;
  readonly articles: Readonly<Record<string, ArticleView>>;
  readonly report: ImportReport;
}

export interface FixtureOptions {
  readonly data: Sample;
  /** Milliseconds between steps of a pretended import. */
  readonly pace: number;
  /** How `start` answers: the sample, an empty dossier, or a failure. */
  readonly start: "sample" | "empty" | "fail";
}

const DEFAULTS: FixtureOptions = { data: sample as unknown as Sample, pace: 120, start: "sample" };

const LOCKED: Failure = {
  code: "dossier-locked",
  message: {
    ar: "الملف sample.riwayat مفتوح للكتابة في نافذة أخرى. لم يتغيّر فيه شيء.",
    en: "The file sample.riwayat is open for writing in another window. Nothing in it was changed.",
  },
};
const CHANGED: Text = { ar: "تغيير في مقال", en: "a change to an article" };

interface State {
  overview: Overview;
  articles: Record<string, ArticleView>;
}

function emptied(overview: Overview): Overview {
  const dossier = { ...overview.dossier, name: "new", path: "/dossiers/new.riwayat", sample: false, articles: 0 };
  return { ...overview, dossier, events: [], storylines: [] };
}

function withField(view: ArticleView, field: Field, value: string | null): ArticleView {
  const was = view.edited.find((edit) => edit.field === field)?.was ?? view.head[field];
  const others = view.edited.filter((edit) => edit.field !== field);
  const edited = value === null ? others : [...others, { field, was }];
  const head = { ...view.head, [field]: value ?? was };
  return { ...view, head, edited };
}

/** A backend on `options.data`; each call gives one with its own state. */
export function fixtureBackend(options: Partial<FixtureOptions> = {}): Backend {
  const { data, pace, start } = { ...DEFAULTS, ...options };
  const first: State = structuredClone({ overview: data.overview, articles: data.articles });
  let state = first;
  let past: State[] = [];
  let future: State[] = [];
  let cancelled = false;

  const told = (): Overview => {
    const dossier = {
      ...state.overview.dossier,
      can_undo: past.length ? CHANGED : null,
      can_redo: future.length ? CHANGED : null,
    };
    return { ...state.overview, dossier };
  };
  const change = (next: State): Overview => {
    past = [...past, state];
    future = [];
    state = next;
    return told();
  };
  const found = <T>(value: T | undefined): Promise<T> =>
    value === undefined
      ? Promise.reject({ code: "not-found", message: CHANGED } satisfies Failure)
      : Promise.resolve(structuredClone(value));
  const pretendImport = async (names: string[], onProgress: OnProgress): Promise<ImportReport> => {
    cancelled = false;
    const steps = Math.max(names.length, 8);
    for (let done = 0; done <= steps && !cancelled; done += 1) {
      onProgress({ stage: done < steps ? "reading" : "comparing", done, total: steps, name: names[done] ?? "" });
      await new Promise((resolve) => setTimeout(resolve, pace));
    }
    return { ...structuredClone(data.report), cancelled };
  };
  const heads = (view: EventView): EventView => ({
    ...view,
    columns: view.columns.map((column) => ({
      ...column,
      articles: column.articles.map((head) => state.articles[head.id]?.head ?? head),
    })),
  });
  const open = (overview: Overview): Promise<Overview> => {
    state = { ...first, overview };
    past = [];
    future = [];
    return Promise.resolve(told());
  };

  return {
    start: () =>
      start === "fail" ? Promise.reject(LOCKED) : open(start === "empty" ? emptied(data.overview) : data.overview),
    recent: () => Promise.resolve([{ path: data.overview.dossier.path, name: data.overview.dossier.name, sample: true }]),
    openSample: () => open(data.overview),
    openDossier: () => open(data.overview),
    createDossier: () => open(emptied(data.overview)),
    overview: () => Promise.resolve(told()),
    event: (id) => found(data.events[id]).then(heads),
    article: (id) => found(state.articles[id]),
    importPaths: pretendImport,
    importText: (_text, onProgress) => pretendImport([], onProgress),
    cancel: () => {
      cancelled = true;
      return Promise.resolve();
    },
    setField: async (id, field, value) => {
      const view = await found(state.articles[id]);
      return change({ ...state, articles: { ...state.articles, [id]: withField(view, field, value) } });
    },
    defineCamp: (ar, en) => {
      const position = state.overview.camps.length + 1;
      const camps = [...state.overview.camps, { id: `camp-${position}`, label: { ar, en }, position }];
      return Promise.resolve(change({ ...state, overview: { ...state.overview, camps } }));
    },
    undo: () => {
      const last = past.at(-1);
      if (last) [past, future, state] = [past.slice(0, -1), [...future, state], last];
      return Promise.resolve(told());
    },
    redo: () => {
      const next = future.at(-1);
      if (next) [future, past, state] = [future.slice(0, -1), [...past, state], next];
      return Promise.resolve(told());
    },
    pickFiles: () => Promise.resolve(["/articles/one.html", "/articles/two.txt"]),
    pickFolder: () => Promise.resolve("/articles"),
    pickDossier: () => Promise.resolve(data.overview.dossier.path),
    pickNewDossier: () => Promise.resolve("/dossiers/new.riwayat"),
    onDrop: () => Promise.resolve(() => undefined),
  };
}
