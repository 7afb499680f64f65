// What the recorded sample holds, for tests to choose from.

import { readFileSync } from "node:fs";
import type { EventView } from "../src/lib/backend/types.gen";
import type { Sample } from "../src/lib/backend/fixture";
import { richest as richestOf } from "../src/lib/backend/fixture-copies";

export const sample = JSON.parse(readFileSync(new URL("../src/lib/backend/fixtures/sample.json", import.meta.url), "utf8")) as Sample;

/** The event with the most rows. */
export const richest: EventView = richestOf(sample);
