// The keyboard: finds the command of a press, where its keys are free.

import { ALL_COMMANDS, type Actions, type Command } from "../lib/commands/commands";
import { isPress } from "../lib/commands/press";

/** What a press of `Enter` belongs to first. */
const CONTROLS = "button, a, summary, [role=menuitem]";
const WRITING = "input:not([type=checkbox]), textarea, select, [contenteditable]";
const OWN_KEYS = new Set(["Enter", "NumpadEnter"]);

function reaches(command: Command, event: KeyboardEvent): boolean {
  const at = event.target instanceof Element ? event.target : null;
  if (at?.closest("dialog")) return false;
  if (command.anywhere) return true;
  if (at?.closest(WRITING)) return false;
  return !(OWN_KEYS.has(event.code) && at?.closest(CONTROLS));
}

/** Does what the pressed key says; what is not possible then does nothing, or is told so. */
export function run(event: KeyboardEvent, actions: Actions): void {
  if (event.defaultPrevented || event.isComposing) return;
  const found = ALL_COMMANDS.find(([, one]) => one.presses.some((press) => isPress(press, event)) && reaches(one, event));
  if (!found) return;
  event.preventDefault();
  found[1].act(actions);
}
