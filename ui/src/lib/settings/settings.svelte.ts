// What the reader has chosen of the window: each choice acts at once and is kept. Language and theme keep their own; this is
// the one door to all of them, and the way back.

import type { CountingRule } from "../backend/types.gen";
import { DEFAULT_LANGUAGE } from "../lang/language";
import type { Lang } from "../lang/lang.svelte";
import { DEFAULT_MANNERS } from "../lang/manner";
import { RULE_ORDER } from "../pages/rules";
import { oneOf, recall, remember } from "../shared/memory";
import { DEFAULT_THEME, type Theme } from "../shared/theme.svelte";

/** Sizes of text in percent; tokens.css has a rule for each. */
export const SIZES = [100, 110, 125, 150, 175, 200] as const;
export type Size = (typeof SIZES)[number];
const DEFAULT_SIZE: Size = 100;

const DEFAULT_RULE: CountingRule = "acled";

const ARTICLE_MEMORY = "article-size";
const INTERFACE_MEMORY = "interface-size";
const RULE_MEMORY = "rule";

export class Settings {
  /** Of the words of articles. */
  articleSize: Size = $state(oneOf(SIZES, recall(ARTICLE_MEMORY)) ?? DEFAULT_SIZE);
  /** Of everything else. */
  interfaceSize: Size = $state(oneOf(SIZES, recall(INTERFACE_MEMORY)) ?? DEFAULT_SIZE);
  /** The codebook that stands first. */
  rule: CountingRule = $state(oneOf(RULE_ORDER, recall(RULE_MEMORY)) ?? DEFAULT_RULE);
  readonly lang: Lang;
  readonly theme: Theme;
  readonly #manner = DEFAULT_MANNERS[DEFAULT_LANGUAGE];

  constructor(lang: Lang, theme: Theme) {
    this.lang = lang;
    this.theme = theme;
  }

  /** Whether there is nothing to go back from. */
  get untouched(): boolean {
    const sizes = this.articleSize === DEFAULT_SIZE && this.interfaceSize === DEFAULT_SIZE;
    const words = this.lang.digitForm === this.#manner.digits && this.lang.months === this.#manner.months;
    return sizes && words && this.theme.choice === DEFAULT_THEME && this.rule === DEFAULT_RULE;
  }

  chooseArticleSize(size: Size): void {
    this.articleSize = size;
    remember(ARTICLE_MEMORY, String(size));
  }

  chooseInterfaceSize(size: Size): void {
    this.interfaceSize = size;
    remember(INTERFACE_MEMORY, String(size));
  }

  /** The next larger or smaller text of articles; at the end of the steps it stays. */
  stepArticleSize(step: 1 | -1): void {
    const size = SIZES[SIZES.indexOf(this.articleSize) + step];
    if (size !== undefined) this.chooseArticleSize(size);
  }

  chooseRule(rule: CountingRule): void {
    this.rule = rule;
    remember(RULE_MEMORY, rule);
  }

  /** Everything as it is where nothing was ever chosen; but the language stays, in which the way back was just read. */
  reset(): void {
    this.lang.chooseDigits(this.#manner.digits);
    this.lang.chooseMonths(this.#manner.months);
    this.theme.choose(DEFAULT_THEME);
    this.chooseArticleSize(DEFAULT_SIZE);
    this.chooseInterfaceSize(DEFAULT_SIZE);
    this.chooseRule(DEFAULT_RULE);
  }
}
