// The engine behind the desktop shell: each method is one command.

import { Channel, invoke } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type { Backend, DropHandlers, OnProgress } from "./backend";
import type { Progress } from "./types.gen";

function channel(onProgress: OnProgress): Channel<Progress> {
  const progress = new Channel<Progress>();
  progress.onmessage = onProgress;
  return progress;
}

async function listenForDrops(handlers: DropHandlers): Promise<() => void> {
  return getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === "enter") handlers.enter();
    else if (payload.type === "leave") handlers.leave();
    else if (payload.type === "drop") handlers.drop(payload.paths);
  });
}

export const tauriBackend: Backend = {
  start: () => invoke("start"),
  recent: () => invoke("recent"),
  openSample: () => invoke("open_sample"),
  openDossier: (path) => invoke("open_dossier", { path }),
  createDossier: (path) => invoke("create_dossier", { path }),
  overview: () => invoke("overview"),
  settle: () => invoke("settle"),
  event: (id) => invoke("event", { id }),
  rowClaims: (event, row) => invoke("row_claims", { event, row }),
  claims: (id) => invoke("claims", { id }),
  figures: (id) => invoke("figures", { id }),
  naming: (id) => invoke("naming", { id }),
  sources: (id) => invoke("sources", { id }),
  article: (id) => invoke("article", { id }),
  search: (query) => invoke("search", { query }),
  importPaths: (paths, onProgress) => invoke("import_paths", { paths, onProgress: channel(onProgress) }),
  importText: (text, onProgress) => invoke("import_text", { text, onProgress: channel(onProgress) }),
  cancel: () => invoke("cancel"),
  setField: (article, field, value) => invoke("set_field", { article, field, value }),
  defineCamp: (ar, en) => invoke("define_camp", { ar, en }),
  splitRow: (pieces) => invoke("split_row", { pieces }),
  joinRows: (one, other) => invoke("join_rows", { one, other }),
  movePieces: (pieces, to) => invoke("move_pieces", { pieces, to }),
  leaveRow: (of) => invoke("leave_row", { of }),
  moveArticle: (article, event) => invoke("move_article", { article, event }),
  mergeEvents: (one, other) => invoke("merge_events", { one, other }),
  partArticle: (article) => invoke("part_article", { article }),
  partArticles: (articles) => invoke("part_articles", { articles }),
  nameEvent: (event, name) => invoke("name_event", { event, name }),
  callEntity: (entity, name) => invoke("call_entity", { entity, name }),
  leaveArticle: (article) => invoke("leave_article", { article }),
  undo: () => invoke("undo"),
  redo: () => invoke("redo"),
  pickFiles: () => invoke("pick_files"),
  pickFolder: () => invoke("pick_folder"),
  pickDossier: () => invoke("pick_dossier"),
  pickNewDossier: () => invoke("pick_new_dossier"),
  pickReport: (name) => invoke("pick_report", { name }),
  saveReport: (event, arabic, path) => invoke("save_report", { event, arabic, path }),
  onDrop: listenForDrops,
};
