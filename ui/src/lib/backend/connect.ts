// Chooses the backend: the desktop shell where there is one, else the recorded sample (`?fixture=empty|fail` for the
// states that the sample does not show, `?fixture=large` for a great event made of it, `&pace=` for the milliseconds of a
// step of its pretended import).

import { isTauri } from "@tauri-apps/api/core";
import type { Backend } from "./backend";
import { tauriBackend } from "./tauri";

export async function connect(query: URLSearchParams): Promise<Backend> {
  const wanted = query.get("fixture");
  if (isTauri() && wanted === null) return tauriBackend;
  const { FixtureBackend, recorded } = await import("./fixture");
  const data = wanted === "large" ? (await import("./fixture-large")).large(recorded) : recorded;
  const pace = query.get("pace");
  return new FixtureBackend({
    data,
    start: wanted === "empty" || wanted === "fail" ? wanted : "sample",
    ...(pace !== null && { pace: Number(pace) }),
  });
}
