// Importing: one task at a time, its progress, its end. The window stays usable meanwhile.

import { asFailure, type Backend, type OnProgress } from "../backend/backend";
import type { Failure, ImportReport, Progress } from "../backend/types.gen";

/** Called when an import has ended, with whatever came of it. */
export type OnImported = (report: ImportReport) => Promise<void>;

export class Intake {
  running: boolean = $state(false);
  stopping: boolean = $state(false);
  progress: Progress | null = $state.raw(null);
  report: ImportReport | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Whether files are held over the window. */
  hovering: boolean = $state(false);
  /** Whether the box for a pasted text is open. */
  pasting: boolean = $state(false);

  #backend: Backend;
  #onImported: OnImported;

  constructor(backend: Backend, onImported: OnImported) {
    this.#backend = backend;
    this.#onImported = onImported;
  }

  importPaths(paths: string[]): Promise<void> {
    if (paths.length === 0) return Promise.resolve();
    return this.#run((onProgress) => this.#backend.importPaths(paths, onProgress));
  }

  importText(text: string): Promise<void> {
    return this.#run((onProgress) => this.#backend.importText(text, onProgress));
  }

  pickFiles(): Promise<void> {
    return this.#pick(() => this.#backend.pickFiles());
  }

  pickFolder(): Promise<void> {
    return this.#pick(async () => {
      const folder = await this.#backend.pickFolder();
      return folder === null ? [] : [folder];
    });
  }

  /** Stops the running import; what was done is kept. */
  async cancel(): Promise<void> {
    if (!this.running || this.stopping) return;
    this.stopping = true;
    await this.#backend.cancel().catch(() => (this.stopping = false));
  }

  /** Puts the last report away. */
  dismiss(): void {
    this.report = null;
    this.failure = null;
  }

  /** Lets files be dropped anywhere on the window; gives a function that ends it. */
  listen(): Promise<() => void> {
    return this.#backend.onDrop({
      enter: () => (this.hovering = true),
      leave: () => (this.hovering = false),
      drop: (paths) => {
        this.hovering = false;
        void this.importPaths(paths);
      },
    });
  }

  async #pick(ask: () => Promise<string[]>): Promise<void> {
    try {
      await this.importPaths(await ask());
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  async #run(task: (onProgress: OnProgress) => Promise<ImportReport>): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.stopping = false;
    this.progress = null;
    this.dismiss();
    try {
      this.report = await task((progress) => (this.progress = progress));
      await this.#onImported(this.report);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.running = false;
      this.stopping = false;
      this.progress = null;
    }
  }
}
