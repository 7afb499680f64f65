// The one door to the engine. Everything that the window knows comes through here, as generated types.
// Every method that fails rejects with a `Failure`.

import type { ArticleView, ClaimView, ClaimsView, EventView, Failure, Field, FiguresView, ImportReport, NamingView, Overview, Progress, Recent, SearchView, SourcesView, Spot } from "./types.gen";


/** What the window does with files held over it. */
export interface DropHandlers {
  readonly enter: () => void;
  readonly leave: () => void;
  readonly drop: (paths: string[]) => void;
}

export type OnProgress = (progress: Progress) => void;

export interface Backend {
  /** Opens what the command line named, else the dossier last open, else the sample. */
  start(): Promise<Overview>;
  recent(): Promise<Recent[]>;
  openSample(): Promise<Overview>;
  openDossier(path: string): Promise<Overview>;
  createDossier(path: string): Promise<Overview>;
  overview(): Promise<Overview>;
  /** Waits until what is shown was compared: the overview anew, where it was one kept from before; else null. */
  settle(onProgress: OnProgress): Promise<Overview | null>;
  event(id: string): Promise<EventView>;
  /** The claims of a row of an event, by its number. */
  rowClaims(event: string, row: number): Promise<ClaimView[]>;
  /** What each camp does with each claim of an event. */
  claims(event: string): Promise<ClaimsView>;
  /** What the voices of an event count. */
  figures(event: string): Promise<FiguresView>;
  /** What camps call the same things in an event, and who says who did what. */
  naming(event: string): Promise<NamingView>;
  /** Who is quoted by whom in an event, and what stands on how many origins. */
  sources(event: string): Promise<SourcesView>;
  article(id: string): Promise<ArticleView>;
  /** Where all words that are typed stand in one sentence. */
  search(query: string): Promise<SearchView>;
  importPaths(paths: string[], onProgress: OnProgress): Promise<ImportReport>;
  importText(text: string, onProgress: OnProgress): Promise<ImportReport>;
  /** Stops the running task; what was done is kept. */
  cancel(): Promise<void>;
  /** Sets a field of an article; null = back to what was imported. */
  setField(article: string, field: Field, value: string | null): Promise<Overview>;
  defineCamp(ar: string, en: string): Promise<Overview>;
  /** Takes sentences out of their row. */
  splitRow(pieces: Spot[]): Promise<Overview>;
  /** Makes one row of those in which two pieces stand. */
  joinRows(one: Spot, other: Spot): Promise<Overview>;
  /** Moves sentences to the row in which another piece stands. */
  movePieces(pieces: Spot[], to: Spot): Promise<Overview>;
  /** Leaves the row of a piece to the program again. */
  leaveRow(of: Spot): Promise<Overview>;
  moveArticle(article: string, event: string): Promise<Overview>;
  mergeEvents(one: string, other: string): Promise<Overview>;
  /** Takes an article out of its event. */
  partArticle(article: string): Promise<Overview>;
  /** Takes several articles out of their event, into one of their own. */
  partArticles(articles: string[]): Promise<Overview>;
  /** Names an event; null = as the program calls it. */
  nameEvent(event: string, name: string | null): Promise<Overview>;
  /** Calls an entity otherwise than the lexicon does, wherever it is spoken of; null = as the lexicon does. */
  callEntity(entity: string, name: string | null): Promise<Overview>;
  /** Leaves an article to the program again. */
  leaveArticle(article: string): Promise<Overview>;
  undo(): Promise<Overview>;
  redo(): Promise<Overview>;
  pickFiles(): Promise<string[]>;
  pickFolder(): Promise<string | null>;
  pickDossier(): Promise<string | null>;
  pickNewDossier(): Promise<string | null>;
  /** Asks where a report shall be, under the name that is offered; null where the dialog was closed. */
  pickReport(name: string): Promise<string | null>;
  /** Writes the report of an event. */
  saveReport(event: string, arabic: boolean, path: string): Promise<void>;
  /** Calls back while files are dragged over the window; gives a function that stops it. */
  onDrop(handlers: DropHandlers): Promise<() => void>;
}

/** The `Failure` in whatever was thrown. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
    return thrown as Failure;
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "internal", message: { ar: detail, en: detail } };
}
