// Folds Arabic for matching in a filter box: what a reader types need not match vowels, hamza seats or digit forms.
// For matching only; nothing folded is ever shown.

/** One rule a row: what is replaced, with what. Order matters: marks go before letters are unified. */
const RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/g, ""], // vowel marks: مُدَرِّس = مدرس
  [/\u0640/g, ""], // tatweel: محـــمد = محمد
  [/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ""], // joiners and direction marks
  [/[أإآٱ]/g, "ا"], // أحمد = احمد
  [/[ىی]/g, "ي"], // مصطفى = مصطفي
  [/ک/g, "ك"], // Persian kaf
  [/ؤ/g, "و"], // مسؤول = مسوول
  [/ئ/g, "ي"], // هيئة = هيية
  [/ء/g, ""], // الحوراء = الحورا
  [/ة/g, "ه"], // بلدة = بلده
  [/\s+/g, " "],
];

const DIGIT_ZEROS = [0x0660, 0x06f0];

function foldDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = DIGIT_ZEROS.find((first) => code >= first && code <= first + 9) ?? code;
  return String(code - zero);
}

/** `text` in the form that two spellings of one word share: `fold("بلدةُ الأُولى") === fold("بلده الاولي")`. */
export function fold(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  const folded = RULES.reduce((now, [pattern, replacement]) => now.replace(pattern, replacement), plain);
  return folded.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, foldDigit).trim();
}

/** A text folded letter by letter, and where in `text` each letter of it stands, UTF-16. */
export interface Folded {
  readonly folded: string;
  readonly at: readonly number[];
}

/** What each character folds to: a text has few of them, and many times. */
const CHARACTERS = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = CHARACTERS.get(character);
  if (known !== undefined) return known;
  const folded = /\s/.test(character) ? " " : fold(character);
  CHARACTERS.set(character, folded);
  return folded;
}

/** `fold`, with the way back to the text; spaces stay as many as they are. */
export function foldEach(text: string): Folded {
  const at: number[] = [];
  let folded = "";
  let place = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let left = part.length; left > 0; left -= 1) at.push(place);
    folded += part;
    place += character.length;
  }
  return { folded, at };
}

/** Whether every word of `query` stands in `text`, folded. An empty query matches. */
export function matches(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(" ")
    .every((word) => folded.includes(word));
}
