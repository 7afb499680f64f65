// Leaves out the vowel marks that the interface face cannot seat. WebKitGTK 2.50 loses the height of marks in
// right-to-left text (HarfBuzz gives it, the line drops it): over tall or dotted letters they run into the letter, under
// the line into its bowl. Over low letters they sit well and stay: «لم يُذكر». Words of articles, between « and », are
// never touched; and article text is set in Amiri, which needs no heights.

/** Letters low and free enough above for a mark at its resting height. */
const LOW = "بجحدرسصعفمهويىئؤء";
const ABOVE = "\u064B\u064C\u064E\u064F\u0651\u0652\u0670";
const MARK = /[\u064B-\u0652\u0670]/;
/** A vowel beside a shadda: one of two marks on a letter has no seat, and the shadda tells more. */
const DOUBLED = /[\u064B-\u0650\u0652]\u0651|\u0651[\u064B-\u0650\u0652]/g;
/** A quotation, or what lies between quotations. */
const PARTS = /«[^»]*»?|[^«]+/g;

function seatedPart(part: string): string {
  let out = "";
  for (const character of part.replace(DOUBLED, "\u0651")) {
    const kept = !MARK.test(character) || (ABOVE.includes(character) && LOW.includes(out.at(-1) ?? " "));
    if (kept) out += character;
  }
  return out;
}

/** `text` without the marks that would be drawn into a letter: «كلّ مقالاً لم يُذكر» is «كل مقالا لم يُذكر». */
export function seated(text: string): string {
  return text.replace(PARTS, (part) => (part.startsWith("«") ? part : seatedPart(part)));
}
