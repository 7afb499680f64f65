// Light or dark: what was chosen, else what the system asks for. Switching never animates.

import { recall, remember } from "./memory";

export type ThemeName = "light" | "dark";
const MEMORY = "theme";

function systemTheme(): ThemeName {
  return window.matchMedia?.("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function isTheme(value: unknown): value is ThemeName {
  return value === "light" || value === "dark";
}

export class Theme {
  current: ThemeName = $state("light");

  constructor(chosen: string | null = null) {
    const kept = chosen ?? recall(MEMORY);
    this.current = isTheme(kept) ? kept : systemTheme();
  }

  toggle(): void {
    this.current = this.current === "dark" ? "light" : "dark";
    remember(MEMORY, this.current);
  }
}
