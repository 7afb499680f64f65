import { describe, expect, it } from "vitest";
import { findAll, terms, words } from "./words";

const found = (text: string, query: string): string[] => findAll(words(text), terms(query)).map(({ start, end }) => text.slice(start, end));

describe("a word is found", () => {
  it.each([
    // letters folded
    ["أُغلقت المدارسُ", "اغلقت", ["أُغلقت"]],
    ["قوات سوريا الديمقراطيّة", "الديمقراطيه", ["الديمقراطيّة"]],
    ["مستشفى المدينة", "مستشفي", ["مستشفى"]],
    ["سقطت ١٢٠ قذيفة", "120", ["١٢٠"]],
    ["سقطت 120 قذيفة", "١٢٠", ["120"]],
    ["نحو 1,450 شخصاً و١٬٤٥٠", "1450", ["1,450", "١٬٤٥٠"]],
    // clitics ignored
    ["بالمدينة والمدينة للمدينة وللمدينة ومدينة فبالمدينة", "مدينة", ["مدينة", "مدينة", "مدينة", "مدينة", "مدينة", "مدينة"]],
    ["مدينتهم ومدينتها", "مدينة", ["مدينتهم", "مدينتها"]],
    ["قصفها وبقصفه", "قصف", ["قصفها", "قصفه"]],
    ["وقال فقال", "قال", ["قال", "قال"]],
    ["سيقتلون وسيقتلون", "يقتلون", ["يقتلون", "يقتلون"]],
    ["مشفاه ومشفى", "مشفى", ["مشفاه", "مشفى"]],
    // the article as typed
    ["الحكومة وحكومة بالحكومة", "الحكومة", ["الحكومة", "حكومة", "الحكومة"]],
    ["ألمانيا وبألمانيا", "المانيا", ["ألمانيا", "ألمانيا"]],
    // words one behind the other
    ["في سوق الماشية، في سوقها", "سوق الماشية", ["سوق الماشية"]],
    ["قوات «سوريا الديمقراطية»", "قوات سوريا", ["قوات «سوريا"]],
    // the beginning of a word, where the reader says so
    ["مدفعية ومدفعي ومدفع", "مدفع*", ["مدفعية", "مدفعي", "مدفع"]],
    ["SDF وقوات sdf", "Sdf", ["SDF", "sdf"]],
  ])("in «%s»: %s", (text, query, hits) => {
    expect(found(text, query)).toEqual(hits);
  });
});

describe("a word is not found", () => {
  it.each([
    ["بلدة", "بلد", "the town is not the country"],
    ["سوريا", "سور", "letters behind a word are part of it"],
    ["مدرسة", "مدرس", "nor is ة a pronoun"],
    ["وعد بيد", "عد", "short words keep their first letter"],
    ["كتاب", "تاب", "ك is no clitic of a short word"],
    ["سلام", "لام", "س stands before verbs alone"],
    ["المدينة", "دينة", "nor is every beginning a clitic"],
    ["1200", "120", "a number is whole"],
    ["قصف", "", "nothing is nowhere"],
    ["قصف", "*", "nor is a star"],
  ])("in «%s»: %s (%s)", (text, query) => {
    expect(found(text, query)).toEqual([]);
  });
});
