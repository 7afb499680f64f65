// What a running import is doing, in words.

import type { Progress, Stage } from "../backend/types.gen";
import type { Key } from "../lang/ar";
import type { Lang } from "../lang/lang.svelte";

/** For each stage: the text where the total is known, and where it is not yet. */
const TEXTS: Readonly<Record<Stage, { readonly counted: Key; readonly open: Key }>> = {
  reading: { counted: "stage.reading", open: "stage.reading.open" },
  comparing: { counted: "stage.comparing", open: "stage.comparing.open" },
  saving: { counted: "stage.saving", open: "stage.saving" },
};

export function stageText(lang: Lang, progress: Progress | null): string {
  if (!progress) return lang.t("import.starting");
  const { counted, open } = TEXTS[progress.stage];
  return lang.t(progress.total > 0 ? counted : open, { done: progress.done, total: progress.total });
}
