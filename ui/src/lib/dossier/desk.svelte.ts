// The open dossier: opening, undo and redo, and the changes that give a new overview.

import { asFailure, type Backend, type RecentDossier } from "../backend/backend";
import type { Camp, Failure, Field, Overview } from "../backend/types.gen";

export type DeskPhase = "starting" | "open" | "failed";

/** Called with each new overview, after a change or an opening. */
export type OnOverview = (overview: Overview, opened: boolean) => void;

export class Desk {
  phase: DeskPhase = $state("starting");
  overview: Overview | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  recent: RecentDossier[] = $state.raw([]);
  readonly camps: Camp[] = $derived(this.overview?.camps ?? []);

  #backend: Backend;
  #onOverview: OnOverview;

  constructor(backend: Backend, onOverview: OnOverview) {
    this.#backend = backend;
    this.#onOverview = onOverview;
  }

  camp(id: string): Camp | undefined {
    return this.camps.find((camp) => camp.id === id);
  }

  start(): Promise<boolean> {
    return this.#open(() => this.#backend.start());
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
  async refresh(): Promise<void> {
    this.#accept(await this.#backend.overview(), false);
  }

  async setField(article: string, field: Field, value: string | null): Promise<void> {
    this.#accept(await this.#backend.setField(article, field, value), false);
  }

  async defineCamp(ar: string, en: string): Promise<void> {
    this.#accept(await this.#backend.defineCamp(ar, en), false);
  }

  async undo(): Promise<boolean> {
    if (!this.overview?.dossier.can_undo) return false;
    this.#accept(await this.#backend.undo(), false);
    return true;
  }

  async redo(): Promise<boolean> {
    if (!this.overview?.dossier.can_redo) return false;
    this.#accept(await this.#backend.redo(), false);
    return true;
  }

  async #open(opening: () => Promise<Overview>): Promise<boolean> {
    try {
      this.#accept(await opening(), true);
      this.phase = "open";
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      this.phase = "failed";
    }
    await this.refreshRecent();
    return this.phase === "open";
  }

  #accept(overview: Overview, opened: boolean): void {
    this.overview = overview;
    this.#onOverview(overview, opened);
  }
}
