// Chooses the backend: the desktop shell where there is one, else the recorded sample (`?fixture=empty|fail` for the
// states that the sample does not show, `lost` for events that cannot be read, `large` for an event of many rows made of it,
// `deep` for one of many sentences in each cell, `many&articles=` for the list of a great dossier, `&pace=` for the
// milliseconds of a step of its pretended import).

import { isTauri } from "@tauri-apps/api/core";
import type { Backend } from "./backend";
import type { Sample } from "./fixture";
import { tauriBackend } from "./tauri";

async function data(wanted: string | null, articles: number, recorded: Sample): Promise<Sample> {
  if (wanted === "large") return (await import("./fixture-large")).large(recorded);
  if (wanted === "deep") return (await import("./fixture-deep")).deep(recorded);
  if (wanted === "many") return (await import("./fixture-many")).many(recorded, articles);
  return recorded;
}

export async function connect(query: URLSearchParams): Promise<Backend> {
  const wanted = query.get("fixture");
  if (isTauri() && wanted === null) return tauriBackend;
  const { FixtureBackend, recorded } = await import("./fixture");
  const pace = query.get("pace");
  return new FixtureBackend({
    data: await data(wanted, Number(query.get("articles") ?? 1000), recorded),
    lost: wanted === "lost",
    start: wanted === "empty" || wanted === "fail" ? wanted : "sample",
    ...(pace !== null && { pace: Number(pace) }),
  });
}
