// What the recorded sample holds, for tests to choose from.

import { readFileSync } from "node:fs";
import type { EventView } from "../src/lib/backend/types.gen";
import type { Sample } from "../src/lib/backend/fixture";

export const sample = JSON.parse(readFileSync(new URL("../src/lib/backend/fixtures/sample.json", import.meta.url), "utf8")) as Sample;

/** The event with the most rows. */
export const richest: EventView = Object.values(sample.events).reduce((best, view) => (view.rows.length > best.rows.length ? view : best));
