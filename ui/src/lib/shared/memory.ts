// The few choices that outlive the window (language, theme, sizes). Kept by the web view; losing them harms nothing.

const PREFIX = "riwayat.";

/** The kept value, or null; a web view that refuses storage has none. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps `value`; where storage is refused the choice lasts as long as the window. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Nothing to do: the choice is still in force in this window.
  }
}

/** `kept` where it is one of the choices there are now; what another version kept may be none of them. */
export function oneOf<T extends string | number>(choices: readonly T[], kept: string | null): T | null {
  return choices.find((choice) => String(choice) === kept) ?? null;
}
