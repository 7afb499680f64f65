// Light or dark: what was chosen, else what the system asks for. Switching never animates.

import { oneOf, recall, remember } from "./memory";

export type ThemeName = "light" | "dark";
export const THEME_CHOICES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export const DEFAULT_THEME: ThemeChoice = "system";
const MEMORY = "theme";

export class Theme {
  choice: ThemeChoice = $state(DEFAULT_THEME);
  #system: ThemeName = $state("light");
  readonly current: ThemeName = $derived(this.choice === "system" ? this.#system : this.choice);

  constructor(chosen: string | null = null) {
    this.choice = oneOf(THEME_CHOICES, chosen ?? recall(MEMORY)) ?? DEFAULT_THEME;
    this.#follow();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    remember(MEMORY, choice);
  }

  toggle(): void {
    this.choose(this.current === "dark" ? "light" : "dark");
  }

  /** Follows the system as long as the window lives, so that "as the system" is right when the evening comes. */
  #follow(): void {
    const dark = window.matchMedia?.("(prefers-color-scheme: dark)");
    if (!dark) return;
    const read = (): void => void (this.#system = dark.matches ? "dark" : "light");
    read();
    dark.addEventListener("change", read);
  }
}
