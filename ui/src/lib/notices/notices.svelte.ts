// Short messages that come and go: what was done, and the way back.

/** How long a notice stays, in milliseconds, unless it holds the focus or the pointer. */
export const STAY_MS = 10_000;

export interface Notice {
  readonly id: number;
  readonly text: string;
  /** A failure of the app's own work, not of an account. */
  readonly failed: boolean;
  readonly undo: boolean;
}

export class Notices {
  list: Notice[] = $state([]);
  #next = 1;
  #timers: Record<number, ReturnType<typeof setTimeout>> = {};

  /** Tells that something was done; with `undo` it offers the way back. */
  tell(text: string, { undo = false } = {}): void {
    this.#add({ id: this.#next++, text, failed: false, undo });
  }

  /** Tells that something failed. */
  fail(text: string): void {
    this.#add({ id: this.#next++, text, failed: true, undo: false });
  }

  close(id: number): void {
    this.hold(id);
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  /** Keeps a notice while it is read. */
  hold(id: number): void {
    clearTimeout(this.#timers[id]);
  }

  /** Lets a held notice go after `stay` milliseconds. */
  release(id: number, stay: number = STAY_MS): void {
    this.hold(id);
    if (stay > 0) this.#timers[id] = setTimeout(() => this.close(id), stay);
  }

  /** Only the newest notice offers undo: it is the newest change that undo takes back. Nothing is told twice at once. */
  #add(notice: Notice): void {
    const older = this.list.filter((other) => (!other.undo || !notice.undo) && other.text !== notice.text);
    this.list = [...older, notice];
    this.release(notice.id);
  }
}
