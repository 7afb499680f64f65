// Saves the report of an event where she chooses, and says where it is, or why it is nowhere.

import { asFailure } from "../backend/backend";
import type { EventHead } from "../backend/types.gen";
import type { Lang } from "../lang/lang.svelte";
import type { Notices } from "../notices/notices.svelte";
import type { Desk } from "./desk.svelte";

export async function saveReport(event: Pick<EventHead, "id" | "title">, desk: Desk, lang: Lang, notices: Notices): Promise<void> {
  try {
    const path = await desk.saveReport(event.id, event.title, lang.current === "ar");
    if (path !== null) notices.tell(lang.t("report.saved", { path }));
  } catch (thrown) {
    notices.fail(lang.of(asFailure(thrown).message));
  }
}
