// Sentences of the recorded sample with others in their place, as long, so that every mark stays where it was and falls on what
// the sample does not have: ranges, decimals, Latin names, brackets, quotes. Marks of words may cut them anywhere.

import type { Page } from "@playwright/test";
import type { PieceView } from "../src/lib/backend/types.gen";
import { richest } from "./sample";

export const PROBE = "قُتل 20-24 مدنياً (٩–١٣ امرأة) و3.5% من 2,400 نازح؛ وقرب Tel al-Qata، قال «إن الطائرة F-16 قصفت»، عند 17:40.";
const FILLER = " وأضاف المصدر نفسه أن القصف لم يتوقف حتى المساء، وأن الأهالي نزحوا إلى القرى المجاورة.";

function probeOf(length: number): string {
  return (PROBE + FILLER.repeat(3)).slice(0, length);
}

const pieces = richest.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces));

/** Whether every voice would still begin and end between words, as voices do: their shapes stand there. */
function keepsVoices({ text, marks }: PieceView): boolean {
  const probe = ` ${probeOf(text.length)} `;
  const between = (at: number): boolean => /\s/.test(probe.slice(at, at + 2));
  return marks.filter(({ layer }) => layer === "voice").every(({ start, end }) => between(start) && between(end));
}

/** The sentences that are replaced: long enough for the whole probe, and written in the bundle as they are. */
const REPLACED = new Set(
  pieces
    .filter((piece) => piece.text.length >= PROBE.length && !piece.text.includes('"') && keepsVoices(piece))
    .map((piece) => piece.text),
);

/** To be called before the window is opened. Gives how many sentences are replaced. */
export async function withProbes(page: Page): Promise<number> {
  await page.route("**/assets/fixture-*.js", async (route) => {
    const response = await route.fetch();
    let body = await response.text();
    for (const text of REPLACED) body = body.replaceAll(text, probeOf(text.length));
    await route.fulfill({ response, body });
  });
  return REPLACED.size;
}
