// The open dossier: opening, undo and redo, and the changes that give a new overview.

import { asFailure, type Backend } from "../backend/backend";
import type { Camp, Failure, Field, Overview, Progress, Recent, Spot } from "../backend/types.gen";

export type DeskPhase = "starting" | "open" | "failed";

/** Called with each new overview, after a change or an opening. */
export type OnOverview = (overview: Overview, opened: boolean) => void;

export class Desk {
  phase: DeskPhase = $state("starting");
  overview: Overview | null = $state.raw(null);
  /** Why the last opening failed; the dossier that was open before stays open. */
  failure: Failure | null = $state.raw(null);
  /** Whether a change is being worked into the comparison. */
  busy: boolean = $state(false);
  /** How far the comparison is behind what a large dossier shows of the last one. */
  progress: Progress | null = $state.raw(null);
  recent: Recent[] = $state.raw([]);
  /** The settling of the dossier opened last. */
  settling: Promise<void> = Promise.resolve();
  readonly camps: Camp[] = $derived(this.overview?.camps ?? []);

  #backend: Backend;
  #onOverview: OnOverview;
  #opening: () => Promise<Overview>;
  #settlings = 0;

  constructor(backend: Backend, onOverview: OnOverview) {
    this.#backend = backend;
    this.#onOverview = onOverview;
    this.#opening = () => backend.start();
  }

  camp(id: string): Camp | undefined {
    return this.camps.find((camp) => camp.id === id);
  }

  start(): Promise<boolean> {
    return this.#open(() => this.#backend.start());
  }

  /** Tries the last opening again. */
  retry(): Promise<boolean> {
    return this.#open(this.#opening);
  }

  /** Puts the failure of an opening away, where another dossier is still open. */
  dismiss(): void {
    this.failure = null;
  }

  openSample(): Promise<boolean> {
    return this.#open(() => this.#backend.openSample());
  }

  openPath(path: string): Promise<boolean> {
    return this.#open(() => this.#backend.openDossier(path));
  }

  /** Asks for a dossier; false where none was chosen or it failed. */
  async openPicked(): Promise<boolean> {
    const path = await this.#backend.pickDossier();
    return path === null ? false : this.openPath(path);
  }

  /** Asks where the new dossier shall be; false where nothing was chosen or it failed. */
  async createPicked(): Promise<boolean> {
    const path = await this.#backend.pickNewDossier();
    return path === null ? false : this.#open(() => this.#backend.createDossier(path));
  }

  async refreshRecent(): Promise<void> {
    this.recent = await this.#backend.recent().catch(() => []);
  }

  /** Reads the overview again, after an import. */
  refresh(): Promise<void> {
    return this.#change(() => this.#backend.overview());
  }

  setField(article: string, field: Field, value: string | null): Promise<void> {
    return this.#change(() => this.#backend.setField(article, field, value));
  }

  defineCamp(ar: string, en: string): Promise<void> {
    return this.#change(() => this.#backend.defineCamp(ar, en));
  }

  splitRow(pieces: Spot[]): Promise<void> {
    return this.#change(() => this.#backend.splitRow(pieces));
  }

  joinRows(one: Spot, other: Spot): Promise<void> {
    return this.#change(() => this.#backend.joinRows(one, other));
  }

  movePieces(pieces: Spot[], to: Spot): Promise<void> {
    return this.#change(() => this.#backend.movePieces(pieces, to));
  }

  leaveRow(of: Spot): Promise<void> {
    return this.#change(() => this.#backend.leaveRow(of));
  }

  moveArticle(article: string, event: string): Promise<void> {
    return this.#change(() => this.#backend.moveArticle(article, event));
  }

  mergeEvents(one: string, other: string): Promise<void> {
    return this.#change(() => this.#backend.mergeEvents(one, other));
  }

  partArticle(article: string): Promise<void> {
    return this.#change(() => this.#backend.partArticle(article));
  }

  partArticles(articles: string[]): Promise<void> {
    return this.#change(() => this.#backend.partArticles(articles));
  }

  nameEvent(event: string, name: string | null): Promise<void> {
    return this.#change(() => this.#backend.nameEvent(event, name));
  }

  callEntity(entity: string, name: string | null): Promise<void> {
    return this.#change(() => this.#backend.callEntity(entity, name));
  }

  leaveArticle(article: string): Promise<void> {
    return this.#change(() => this.#backend.leaveArticle(article));
  }

  /** Saves the report of an event where she chooses; tells where, or null where she did not. */
  async saveReport(event: string, title: string, arabic: boolean): Promise<string | null> {
    const path = await this.#backend.pickReport(title);
    if (path !== null) await this.#backend.saveReport(event, arabic, path);
    return path;
  }

  /** Takes the last change back; false where there is none. */
  async undo(): Promise<boolean> {
    if (!this.overview?.dossier.can_undo || this.busy) return false;
    await this.#change(() => this.#backend.undo());
    return true;
  }

  /** Makes the change again that was last taken back; false where there is none. */
  async redo(): Promise<boolean> {
    if (!this.overview?.dossier.can_redo || this.busy) return false;
    await this.#change(() => this.#backend.redo());
    return true;
  }

  /** Reads the events that a large dossier did not open with; then takes what was compared in place of what it kept. */
  async #settle(): Promise<void> {
    const first = this.overview;
    if (first !== null && first.more > 0) {
      const whole = await this.#backend.overview().catch(() => null);
      if (whole !== null && this.overview === first) this.#accept(whole, false);
    }
    const opened = this.overview;
    // Of several dossiers opened one after the other only the last one tells how far it is, and none when it is done.
    const request = ++this.#settlings;
    this.progress = null;
    const onProgress = (progress: Progress | null): void => {
      if (request === this.#settlings) this.progress = progress;
    };
    const settled = await this.#backend.settle(onProgress).catch((thrown: unknown) => {
      if (this.overview === opened) this.failure = asFailure(thrown);
      return null;
    });
    onProgress(null);
    if (request === this.#settlings) this.#settlings += 1;
    // What was opened or changed meanwhile is newer.
    if (settled !== null && this.overview === opened) this.#accept(settled, false);
  }

  async #change(change: () => Promise<Overview>): Promise<void> {
    this.busy = true;
    try {
      this.#accept(await change(), false);
    } finally {
      this.busy = false;
    }
  }

  async #open(opening: () => Promise<Overview>): Promise<boolean> {
    this.#opening = opening;
    this.failure = null;
    try {
      this.#accept(await opening(), true);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    this.phase = this.overview === null ? "failed" : "open";
    await this.refreshRecent();
    if (this.failure === null) this.settling = this.#settle();
    return this.failure === null;
  }

  #accept(overview: Overview, opened: boolean): void {
    this.overview = overview;
    this.#onOverview(overview, opened);
  }
}
