//! Paragraphs and sentences.
//!
//! A line is a paragraph; headlines and list lines without a full stop are sentences of their own. Within a
//! paragraph a sentence ends at a full stop, question or exclamation mark that is not part of an abbreviation,
//! an initial, a number or a bracket; closing quotes and brackets stay with it. Two or more dots are a pause
//! in the Arabic press: they end a sentence only where the next word opens one. Semicolons and colons never
//! end a sentence.

use crate::normal::{self, is_control, is_mark};
use crate::{Span, numeral};

/// The paragraphs of a text: its lines that hold anything, without the white space around them.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            out.push(Span::new(start, start + trimmed.len()));
        }
        at += line.len();
    }
    out
}

/// The sentences of a text, in order; none crosses a paragraph, and what lies between them is white space.
///
/// ```
/// let text = "قال د. سالم إن 2.5 مليون نزحوا. وأضاف: \"لن نعود\".\nانتهى";
/// let said: Vec<_> = riwayat_text::sentences(text).into_iter().map(|s| s.of(text)).collect();
/// assert_eq!(said, ["قال د. سالم إن 2.5 مليون نزحوا.", "وأضاف: \"لن نعود\".", "انتهى"]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    for paragraph in paragraphs(text) {
        split(text, paragraph, &mut out);
    }
    out
}

/// Longest stretch in brackets, in bytes, whose inner stops do not end a sentence; a bracket that stays open
/// longer was most likely never closed.
const LONGEST_ASIDE: usize = 400;

/// Letters of a word that is taken for an initial (د. أ. م. U.S.).
const INITIAL_LETTERS: usize = 1;

/// Folded words that are written with a full stop of their own.
const ABBREVIATIONS: [&str; 12] =
    ["dr", "mr", "mrs", "st", "no", "vs", "inc", "ltd", "تلف", "هاتف", "ذات", "مكرر"];

/// Folded words that open a sentence where a pause of two or more dots stands before them: reporting verbs
/// behind و, and the set openings of the next piece of news.
const OPENERS: [&str; 46] = [
    "وقال",
    "وقالت",
    "وقالوا",
    "واضاف",
    "واضافت",
    "واكد",
    "واكدت",
    "واشار",
    "واشارت",
    "واوضح",
    "واوضحت",
    "وذكر",
    "وذكرت",
    "وافاد",
    "وافادت",
    "واعلن",
    "واعلنت",
    "وتابع",
    "وتابعت",
    "وشدد",
    "وشددت",
    "ولفت",
    "ولفتت",
    "وبين",
    "وبينت",
    "ونفي",
    "ونفت",
    "واتهم",
    "واتهمت",
    "وكان",
    "وكانت",
    "وكانوا",
    "يذكر",
    "يشار",
    "ويذكر",
    "ويشار",
    "والجدير",
    "الجدير",
    "جدير",
    "وجدير",
    "كما",
    "هذا",
    "وفي",
    "وبحسب",
    "ووفق",
    "ونقل",
];

fn split(text: &str, paragraph: Span, out: &mut Vec<Span>) {
    let body = paragraph.of(text);
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = body[at..].chars().next() {
        let next = at + c.len_utf8();
        if c == '(' || c == '[' {
            at = after_aside(body, at).unwrap_or(next);
        } else if is_stop(c) {
            let stop = Stop::at(body, at);
            if stop.ends_sentence(body, start) {
                push(paragraph, body, start, stop.closed, out);
                start = stop.closed + blank(&body[stop.closed..]);
                at = start;
            } else {
                at = stop.end;
            }
        } else {
            at = next;
        }
    }
    push(paragraph, body, start, body.len(), out);
}

fn push(paragraph: Span, body: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let end = start + body[start..end].trim_end().len();
    if end > start {
        out.push(Span::new(paragraph.start() + start, paragraph.start() + end));
    }
}

/// A run of marks that may end a sentence.
struct Stop {
    start: usize,
    end: usize,
    /// Past the closing quotes and brackets behind it.
    closed: usize,
}

impl Stop {
    fn at(body: &str, start: usize) -> Self {
        let run = |from: usize, keep: fn(char) -> bool| {
            body[from..].find(|c| !keep(c)).map_or(body.len(), |n| from + n)
        };
        let end = run(start, |c| is_stop(c) || is_control(c));
        let after = run(end, is_closer);
        // A straight quote closes only where nothing is written on it.
        let closes = body[after..].chars().next().is_none_or(|c| c.is_whitespace() || is_stop(c) || c == '،');
        let closed = if closes { after } else { end };
        let closed = if body[closed..].starts_with(is_stop) { run(closed, is_stop) } else { closed };
        Self { start, end, closed }
    }

    fn ends_sentence(&self, body: &str, sentence: usize) -> bool {
        let after = &body[self.closed..];
        let mark = body[self.start..self.end].trim_matches(is_control);
        let next = after.trim_start_matches(|c: char| c.is_whitespace() || is_control(c));
        if next.is_empty() {
            return true;
        }
        if next.starts_with(['،', ',', '؛']) || body[sentence..self.start].trim().is_empty() {
            return false;
        }
        let spaced = after.starts_with(|c: char| c.is_whitespace() || is_control(c));
        if mark == "." && self.parts_decimals(body) {
            return false;
        }
        if mark == "." {
            return self.full_stop_ends(body, sentence, spaced);
        }
        let quoted = self.closed > self.end;
        let pause = mark.contains("..") || mark.contains('…');
        if pause || quoted { opens(next) } else { spaced }
    }

    /// True between digits that nothing but a mark of direction parts (`27.` and `55`): one number, seen the other way
    /// round.
    fn parts_decimals(&self, body: &str) -> bool {
        let is_digit = |c: char| numeral::digit(c).is_some();
        let (before, after) = (&body[..self.start], body[self.start + 1..].trim_start_matches(is_control));
        before.ends_with(is_digit) && after.starts_with(is_digit)
    }

    fn full_stop_ends(&self, body: &str, sentence: usize, spaced: bool) -> bool {
        let before = last_word(&body[sentence..self.start]);
        let numbered = before.is_empty() && body[sentence..self.start].trim().chars().all(char::is_numeric);
        if numbered || is_initial(&body[sentence..self.start], before) || is_abbreviation(before) {
            return false;
        }
        spaced || glued(before, &body[self.closed..])
    }
}

/// True where a full stop has lost the space behind it: Arabic words of more than an initial on both sides.
fn glued(before: &str, after: &str) -> bool {
    let letters = |s: &str| s.chars().take_while(|c| c.is_alphabetic()).filter(|c| !is_mark(*c)).count();
    before.chars().all(|c| !c.is_ascii()) && letters(before) > INITIAL_LETTERS && is_arabic_word(after)
}

fn is_arabic_word(text: &str) -> bool {
    text.chars().take(INITIAL_LETTERS + 1).filter(|c| matches!(c, 'ء'..='ي')).count() > INITIAL_LETTERS
}

fn is_initial(before: &str, word: &str) -> bool {
    let letters = word.chars().filter(|c| !is_mark(*c) && *c != '\u{640}').count();
    let glued_to_digit = before
        .strip_suffix(word)
        .and_then(|head| head.trim_end().chars().next_back())
        .is_some_and(|c| numeral::digit(c).is_some());
    // The conjunction is written on the initial: وم. ليلى.
    let conjunction = usize::from(word.starts_with('و') && letters > INITIAL_LETTERS);
    letters == INITIAL_LETTERS + conjunction && !glued_to_digit
}

fn is_abbreviation(word: &str) -> bool {
    !word.is_empty() && ABBREVIATIONS.contains(&normal::fold(word).as_str())
}

fn opens(next: &str) -> bool {
    let word =
        next.split(|c: char| !(c.is_alphabetic() || is_mark(c) || c == '\u{640}')).next().unwrap_or("");
    OPENERS.contains(&normal::fold(word).as_str())
}

/// The letters that the text ends with.
fn last_word(text: &str) -> &str {
    let keep = |c: char| c.is_alphabetic() || is_mark(c) || c == '\u{640}' || is_control(c);
    let start =
        text.rfind(|c| !keep(c)).map_or(0, |i| i + text[i..].chars().next().map_or(0, char::len_utf8));
    text[start..].trim_matches(is_control)
}

/// Past the bracket that closes the one at `at`, where it is near.
fn after_aside(body: &str, at: usize) -> Option<usize> {
    let (open, close) = if body[at..].starts_with('(') { ('(', ')') } else { ('[', ']') };
    let mut depth = 0u32;
    for (i, c) in body[at..].char_indices().take_while(|(i, _)| *i < LONGEST_ASIDE) {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + i + close.len_utf8());
            }
        }
    }
    None
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '؟' | '?' | '!' | '…' | '۔')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '»' | '”' | '’' | '›' | ')' | ']' | '}' | '\u{202C}' | '\u{2069}' | '\u{200F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `|` stands where a sentence is expected to end.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<_> = sentences(&text).into_iter().map(|s| s.of(&text)).collect();
        let expect: Vec<_> = marked.split(['|', '\n']).map(str::trim).filter(|s| !s.is_empty()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn stops_end_sentences() {
        check("انسحب المسلحون.| وبقي الأهالي؟| لا أحد يعلم!| انتهى");
        check("وصلت القافلة ليلاً.|ولم تدخل المدينة.");
    }

    #[test]
    fn initials_abbreviations_and_numbers_do_not() {
        check("قال د. سامي وم. ليلى وأ.د. كريم لوكالة أ.ف.ب. إن العدد 3.5 آلاف.| وغادروا");
        check("تأسست عام 2014م.| ثم حُلّت عام 1440هـ.| وعادت");
        check("1. فتح المعبر\n2. تسليم السلاح");
        check("قال مسؤول في U.S. Army إن القصف توقف.");
    }

    #[test]
    fn two_dots_are_a_pause_unless_a_sentence_opens() {
        check("معركة السد.. من يحسمها غداً");
        check("عاد الهدوء إلى البلدة...| وأضاف المصدر أن الطريق فُتح");
        check("صمت المدينة…");
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("قال: \"لن ننسحب.\"| وغادر القاعة");
        check("قال: «سنعود».| وغادر");
        check("سأل: \"من قصف السوق؟\" في إشارة إلى الطيران.| ومضى");
        check("سيطروا على «التل.»، ثم انسحبوا.");
        check("الهدنة (انظر الصفحة 3. العمود الأول.) انتهت.| وعادت المعارك");
    }

    #[test]
    fn lines_and_datelines_are_whole() {
        check("عنوان بلا نقطة\nبيروت (رويترز) - قال ناشط إن القصف توقف.| وعاد الأهالي.");
    }

    proptest! {
        #[test]
        fn sentences_tile_their_paragraphs(text in "[ا-ي0-9 .!؟…()\"»،\n\u{200F}\u{64B}]{0,80}|.{0,40}") {
            let mut last = 0;
            for s in sentences(&text) {
                prop_assert!(s.start() >= last && !s.is_empty());
                prop_assert!(text.get(s.start()..s.end()).is_some_and(|s| s.trim() == s));
                prop_assert!(text[last..s.start()].trim().is_empty());
                prop_assert!(paragraphs(&text).iter().any(|p| p.contains(s)));
                last = s.end();
            }
            prop_assert!(text[last..].trim().is_empty());
        }
    }
}
