// The engine behind the desktop shell: each method is one command.

import { Channel, invoke } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type { Backend, DropHandlers, OnProgress } from "./backend";
import type { ImportReport, InParts, Overview, OverviewPart, Progress, ReportPart, Rest } from "./types.gen";

function channel(onProgress: OnProgress): Channel<Progress> {
  const progress = new Channel<Progress>();
  progress.onmessage = onProgress;
  return progress;
}

/** The parts that follow the first of an answer, one by one, so that the window draws in between. */
async function* following<P>(rest: Rest | null, ask: (id: number) => Promise<P>): AsyncGenerator<P> {
  for (let n = 0; rest !== null && n < rest.parts; n += 1) yield await ask(rest.id);
}

/** An overview with all its parts. Where newer ones took the place of what follows its first, it is asked for anew. */
async function whole(told: Promise<InParts<Overview>>): Promise<Overview> {
  const { first, rest } = await told;
  if (rest === null) return first;
  const parts: OverviewPart[] = [];
  for await (const part of following<OverviewPart | null>(rest, (id) => invoke("overview_part", { id }))) {
    if (part === null) return whole(invoke("overview"));
    parts.push(part);
  }
  return {
    ...first,
    events: first.events.concat(...parts.map((part) => part.events)),
    storylines: parts.flatMap((part) => part.storylines),
    named: parts.flatMap((part) => part.named),
    more: 0,
  };
}

/** An overview that opens a dossier: its first, for the others are asked for once that is seen. */
async function opening(told: Promise<InParts<Overview>>): Promise<Overview> {
  return (await told).first;
}

async function settled(onProgress: OnProgress): Promise<Overview | null> {
  const told: InParts<Overview> | null = await invoke("settle", { onProgress: channel(onProgress) });
  return told && whole(Promise.resolve(told));
}

/** A report with all its sources. */
async function reported(told: Promise<InParts<ImportReport>>): Promise<ImportReport> {
  const { first, rest } = await told;
  const sources = [...first.sources];
  for await (const part of following<ReportPart>(rest, (id) => invoke("report_part", { id }))) sources.push(...part.sources);
  return { ...first, sources };
}

async function listenForDrops(handlers: DropHandlers): Promise<() => void> {
  return getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === "enter") handlers.enter();
    else if (payload.type === "leave") handlers.leave();
    else if (payload.type === "drop") handlers.drop(payload.paths);
  });
}

export const tauriBackend: Backend = {
  start: () => opening(invoke("start")),
  recent: () => invoke("recent"),
  openSample: () => opening(invoke("open_sample")),
  openDossier: (path) => opening(invoke("open_dossier", { path })),
  createDossier: (path) => opening(invoke("create_dossier", { path })),
  overview: () => whole(invoke("overview")),
  settle: settled,
  event: (id) => invoke("event", { id }),
  rowClaims: (event, row) => invoke("row_claims", { event, row }),
  claims: (id) => invoke("claims", { id }),
  figures: (id) => invoke("figures", { id }),
  naming: (id) => invoke("naming", { id }),
  sources: (id) => invoke("sources", { id }),
  article: (id) => invoke("article", { id }),
  search: (query) => invoke("search", { query }),
  importPaths: (paths, onProgress) => reported(invoke("import_paths", { paths, onProgress: channel(onProgress) })),
  importText: (text, onProgress) => reported(invoke("import_text", { text, onProgress: channel(onProgress) })),
  cancel: () => invoke("cancel"),
  setField: (article, field, value) => whole(invoke("set_field", { article, field, value })),
  defineCamp: (ar, en) => whole(invoke("define_camp", { ar, en })),
  splitRow: (pieces) => whole(invoke("split_row", { pieces })),
  joinRows: (one, other) => whole(invoke("join_rows", { one, other })),
  movePieces: (pieces, to) => whole(invoke("move_pieces", { pieces, to })),
  leaveRow: (of) => whole(invoke("leave_row", { of })),
  moveArticle: (article, event) => whole(invoke("move_article", { article, event })),
  mergeEvents: (one, other) => whole(invoke("merge_events", { one, other })),
  partArticle: (article) => whole(invoke("part_article", { article })),
  partArticles: (articles) => whole(invoke("part_articles", { articles })),
  nameEvent: (event, name) => whole(invoke("name_event", { event, name })),
  callEntity: (entity, name) => whole(invoke("call_entity", { entity, name })),
  leaveArticle: (article) => whole(invoke("leave_article", { article })),
  undo: () => whole(invoke("undo")),
  redo: () => whole(invoke("redo")),
  pickFiles: () => invoke("pick_files"),
  pickFolder: () => invoke("pick_folder"),
  pickDossier: () => invoke("pick_dossier"),
  pickNewDossier: () => invoke("pick_new_dossier"),
  pickReport: (name) => invoke("pick_report", { name }),
  saveReport: (event, arabic, path) => invoke("save_report", { event, arabic, path }),
  onDrop: listenForDrops,
};
