// A press of the keyboard, as a physical key (`event.code`), so that it works whatever alphabet the keyboard writes; and
// what is printed on that key, in Latin and in Arabic.

export interface Press {
  readonly code: string;
  readonly ctrl?: true;
  readonly alt?: true;
  readonly shift?: true;
  /** The sign that the press writes, where it is known better by that than by its keys. */
  readonly sign?: string;
}

/** What a reader looks for on the keyboard. */
export interface Printed {
  readonly keys: readonly string[];
  /** The Arabic letter of the last key. */
  readonly letter: string | null;
}

/** Latin and Arabic letters of the keys that presses use, as the Arabic layouts of Windows and Linux have them. */
const LETTERS: Readonly<Record<string, string>> = {
  KeyD: "ي",
  KeyE: "ث",
  KeyF: "ب",
  KeyH: "ا",
  KeyJ: "ت",
  KeyK: "ن",
  KeyM: "ة",
  KeyN: "ى",
  KeyO: "خ",
  KeyR: "ق",
  KeyX: "ء",
  KeyY: "غ",
  KeyZ: "ئ",
  BracketLeft: "ج",
  BracketRight: "د",
  Comma: "و",
  Slash: "ظ",
};

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  BracketLeft: "[",
  BracketRight: "]",
  Comma: ",",
  Slash: "/",
  Equal: "+",
  Minus: "-",
};

function cap(code: string): string {
  return CAPS[code] ?? code.replace(/^(Key|Digit)/, "");
}

/** The keys of a press as they are printed: `{ ctrl, code: "KeyZ" }` is Ctrl, Z and the letter «ئ». */
export function printed(press: Press): Printed {
  if (press.sign) return { keys: [press.sign], letter: null };
  const held = [press.ctrl && "Ctrl", press.alt && "Alt", press.shift && "Shift"].filter((key) => key !== undefined);
  return { keys: [...held, cap(press.code)], letter: LETTERS[press.code] ?? null };
}

/** Whether a keyboard event is this press. */
export function isPress(press: Press, event: KeyboardEvent): boolean {
  const same = (wanted: true | undefined, held: boolean): boolean => (wanted ?? false) === held;
  const ctrl = event.ctrlKey || event.metaKey;
  return press.code === event.code && same(press.ctrl, ctrl) && same(press.alt, event.altKey) && same(press.shift, event.shiftKey);
}
