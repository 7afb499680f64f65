//! Tokens: words, numbers and signs, each a span with its folded form.
//!
//! A token is what the grammars read. Clitics are not cut here: [`readings`] and [`endings`] give every way to
//! read a word, and the caller keeps the one whose rest it knows.

use crate::normal::{self, is_control, is_mark};
use crate::table::{self, WordId};
use crate::{Span, numeral};
use smol_str::SmolStr;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with the marks and tatweel on them; digits behind Latin letters belong to them (`F16`).
    Word,
    /// Digits of either kind, with the grouping and decimal separators inside them.
    Number,
    /// One punctuation mark or symbol, or a run of tatweel or marks without a letter.
    Sign,
    /// One line break.
    Break,
}

/// One token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its folded form ([`normal::fold`]); of a number, ASCII digits with `.` for decimals and no grouping.
    pub key: SmolStr,
    /// Which word its key is, in the vocabulary of this run.
    pub(crate) word: WordId,
}

impl Token {
    fn new(span: Span, kind: TokenKind, key: SmolStr) -> Self {
        Self { span, kind, key, word: WordId::default() }
    }

    /// The value of a number; `None` for the rest.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        (self.kind == TokenKind::Number).then(|| self.key.parse().ok()).flatten()
    }

    /// True for a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// True for this very sign.
    #[must_use]
    pub fn is_sign(&self, sign: &str) -> bool {
        self.kind == TokenKind::Sign && self.key == sign
    }

    /// Its place without the proclitics of a [`Reading`]; the article stays in, and of لل the second lam.
    ///
    /// ```
    /// let text = "وَبِالمدينة";
    /// let token = &riwayat_text::tokens(text)[0];
    /// assert_eq!(token.span_without(text, "وبال").of(text), "المدينة");
    /// ```
    #[must_use]
    pub fn span_without(&self, text: &str, proclitics: &str) -> Span {
        let stays =
            if proclitics.ends_with("لل") { 1 } else { 2 * usize::from(proclitics.ends_with("ال")) };
        let mut cut = proclitics.chars().count().saturating_sub(stays);
        for (i, c) in self.span.of(text).char_indices() {
            let letters = normal::fold(c.encode_utf8(&mut [0; 4])).chars().count();
            if cut == 0 && letters > 0 {
                return Span::new(self.span.start() + i, self.span.end());
            }
            cut = cut.saturating_sub(letters);
        }
        self.span
    }

    /// True where nothing stands between this token and the next.
    #[must_use]
    pub fn touches(&self, next: &Self) -> bool {
        self.span.end() == next.span.start()
    }
}

/// The tokens of a text, in order; white space other than line breaks lies between them.
///
/// Digits with separators are one number where they can be only one (`20,000`, `2.5`); dates and clock times
/// stay apart (`2018.11.27` is three numbers and two signs), so that the date grammar reads them.
///
/// ```
/// use riwayat_text::tokens;
/// let text = "قُتل 20٬000 في 17/10/2019، بـ3صواريخ";
/// let keys: Vec<_> = tokens(text).into_iter().map(|t| t.key).collect();
/// assert_eq!(keys, ["قتل", "20000", "في", "17", "/", "10", "/", "2019", "،", "ب", "3", "صواريخ"]);
/// ```
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / BYTES_PER_TOKEN);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (end, kind) = match class(c) {
            Class::Blank => {
                at += c.len_utf8();
                continue;
            }
            Class::Break => (at + c.len_utf8(), TokenKind::Break),
            Class::Digit => {
                let (len, key) = if in_series(text, at, &out) {
                    numeral::run(&text[at..])
                } else {
                    numeral::read(&text[at..])
                };
                out.push(Token::new(Span::new(at, at + len), TokenKind::Number, key.into()));
                at += len;
                continue;
            }
            Class::Letter | Class::Joiner => word_end(text, at),
            Class::Sign => (at + c.len_utf8(), TokenKind::Sign),
        };
        out.push(Token::new(Span::new(at, end), kind, key_of(&text[at..end], kind)));
        at = end;
    }
    table::identify(out.iter_mut().map(|t| (t.key.as_str(), &mut t.word)));
    out
}

/// True where a number and a separator stand right before `at`: what follows is the next of a series (a date,
/// a list), not decimals of its own.
fn in_series(text: &str, at: usize, before: &[Token]) -> bool {
    let [.., number, sign] = before else { return false };
    number.kind == TokenKind::Number
        && number.touches(sign)
        && sign.span.end() == at
        && matches!(sign.span.of(text), "." | "," | "،")
}

/// About how many bytes a token takes, its white space included; only sizes the first allocation.
const BYTES_PER_TOKEN: usize = 8;

enum Class {
    Blank,
    Break,
    Digit,
    Letter,
    /// Tatweel and marks: part of a word where a letter is, too.
    Joiner,
    Sign,
}

fn class(c: char) -> Class {
    match c {
        '\n' => Class::Break,
        // Most of any Arabic text: asked first, without a table.
        'ء'..='غ' | 'ف'..='ي' => Class::Letter,
        c if c.is_whitespace() || is_control(c) => Class::Blank,
        c if numeral::digit(c).is_some() => Class::Digit,
        c if is_mark(c) || c == '\u{640}' || is_marks_only(c) => Class::Joiner,
        c if c.is_alphabetic() => Class::Letter,
        _ => Class::Sign,
    }
}

/// True for presentation forms that hold marks and no letter.
fn is_marks_only(c: char) -> bool {
    normal::is_presentation(c) && !normal::fold(c.encode_utf8(&mut [0; 4])).contains(char::is_alphabetic)
}

/// Where the word that begins at `start` ends; without a letter in it (a line drawn with tatweel) it is a sign.
fn word_end(text: &str, start: usize) -> (usize, TokenKind) {
    let mut end = start;
    let mut letters = false;
    let mut latin = false;
    for (i, c) in text[start..].char_indices() {
        match class(c) {
            Class::Letter => {
                letters = true;
                latin = c.is_ascii_alphabetic();
            }
            Class::Joiner => {}
            Class::Digit if latin && c.is_ascii_digit() => {}
            Class::Blank if is_control(c) => continue,
            Class::Sign if letters && matches!(c, '²' | '³') => {}
            _ => break,
        }
        end = start + i + c.len_utf8();
    }
    (end, if letters { TokenKind::Word } else { TokenKind::Sign })
}

fn key_of(text: &str, kind: TokenKind) -> SmolStr {
    match kind {
        TokenKind::Word => normal::fold_word(text),
        _ => text.into(),
    }
}

/// The proclitics that a word may begin with, by its first letter, as they stack: conjunction (و ف),
/// preposition (ب ل ك) or future (س), article.
fn proclitics(first: Option<char>) -> &'static [&'static str] {
    match first {
        Some('و') => &["", "و", "وب", "ول", "وك", "وس", "وال", "وبال", "وكال", "ولل"],
        Some('ف') => &["", "ف", "فب", "فل", "فك", "فس", "فال", "فبال", "فكال", "فلل"],
        Some('ب') => &["", "ب", "بال"],
        Some('ل') => &["", "ل", "لل"],
        Some('ك') => &["", "ك", "كال"],
        Some('س') => &["", "س"],
        Some('ا') => &["", "ال"],
        _ => &[""],
    }
}

/// Every way to read a folded word as proclitics and a rest, the uncut word first. A word is never cut by its
/// letters alone: the caller keeps the reading whose rest it knows.
///
/// `لل` is the preposition before the article, so the rest of `للمدينه` is `مدينه`.
///
/// ```
/// let rests: Vec<_> = riwayat_text::token::readings("وبالمدينه").map(|r| r.rest).collect();
/// assert!(rests.contains(&"المدينه") && rests.contains(&"مدينه"));
/// assert_eq!(riwayat_text::token::readings("المانيا").next().unwrap().rest, "المانيا");
/// ```
pub fn readings(word: &str) -> impl Iterator<Item = Reading<'_>> {
    proclitics(word.chars().next()).iter().filter_map(move |cut| {
        let rest = without_head(word, cut)?;
        (cut.is_empty() || at_least_two_letters(rest)).then_some(Reading { proclitics: cut, rest })
    })
}

/// One way to read a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'w> {
    /// The proclitics taken off, as written (folded).
    pub proclitics: &'static str,
    /// What is left.
    pub rest: &'w str,
}

impl Reading<'_> {
    /// True where the article is among the proclitics.
    #[must_use]
    pub fn is_definite(&self) -> bool {
        without_tail(self.proclitics, "ال").is_some() || without_tail(self.proclitics, "لل").is_some()
    }
}

/// The pronouns that a word may end with, by its last letter, longest first; that of the first person last, because
/// most words that end so do not hold it.
fn enclitics(last: Option<char>) -> &'static [&'static str] {
    match last {
        Some('ا') => &["", "هما", "كما", "ها", "نا"],
        Some('م') => &["", "هم", "كم"],
        Some('ن') => &["", "هن", "كن"],
        Some('ي') => &["", "ني", "ي"],
        Some('ه') => &["", "ه"],
        Some('ك') => &["", "ك"],
        _ => &[""],
    }
}

/// Every way to read a folded word as a head and a pronoun, the uncut word first.
///
/// ```
/// use riwayat_text::token::endings;
/// assert!(endings("عناصرها").any(|e| e.rest == "عناصر" && e.enclitic == "ها"));
/// assert!(endings("مدينتهم").any(|e| e.is("مدينه")));
/// ```
pub fn endings(word: &str) -> impl Iterator<Item = Ending<'_>> {
    enclitics(word.chars().next_back()).iter().filter_map(move |cut| {
        let rest = without_tail(word, cut)?;
        (cut.is_empty() || at_least_two_letters(rest)).then_some(Ending { rest, enclitic: cut })
    })
}

/// One way to read the end of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'w> {
    /// What is left.
    pub rest: &'w str,
    /// The pronoun taken off; empty where none was.
    pub enclitic: &'static str,
}

impl Ending<'_> {
    /// True where the rest is this folded word; ta marbuta opens to ت before a pronoun.
    #[must_use]
    pub fn is(&self, known: &str) -> bool {
        let opened = |head: &str| Some(head) == self.rest.strip_suffix('ت');
        self.rest == known || !self.enclitic.is_empty() && known.strip_suffix('ه').is_some_and(opened)
    }
}

/// What `strip_prefix` gives, for the few letters of a clitic: these are compared where they stand, for that is most
/// of the work on a word, and to call for it takes longer than to do it.
#[must_use]
pub fn without_head<'w>(word: &'w str, head: &str) -> Option<&'w str> {
    let fits = head.len() <= word.len() && head.bytes().zip(word.bytes()).all(|(a, b)| a == b);
    if fits { word.get(head.len()..) } else { None }
}

/// What `strip_suffix` gives, likewise.
#[must_use]
pub fn without_tail<'w>(word: &'w str, tail: &str) -> Option<&'w str> {
    let fits = tail.len() <= word.len() && tail.bytes().rev().zip(word.bytes().rev()).all(|(a, b)| a == b);
    if fits { word.get(..word.len() - tail.len()) } else { None }
}

fn at_least_two_letters(rest: &str) -> bool {
    rest.chars().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let keys: Vec<_> = tokens(text).into_iter().map(|t| t.key.replace('\n', "⏎")).collect();
        assert_eq!(keys.join(" "), expect, "{text}");
    }

    #[test]
    fn words_keep_marks_and_tatweel_and_lose_controls() {
        check("قُتِلَ مدنيـاً", "قتل مدنيا");
        check("\u{202B}هجين\u{202C}، می\u{200C}خواهم", "هجين ، ميخواهم");
        check("ـــــ ــ\"قسد\"", "ـــــ ــ \" قسد \"");
        check("ﹰ ﱠهجين", "ﹰ هجين");
        assert_eq!(tokens("\u{200F}هجين\u{200F}")[0].span, Span::new(3, 11));
    }

    #[test]
    fn numbers_glued_to_words_come_apart() {
        check("3صواريخ", "3 صواريخ");
        check("ال48 بـ60 الـ24 و11", "ال 48 ب 60 ال 24 و 11");
        check("طائرة F16 وطريق M4", "طائره f16 وطريق m4");
        check("320 كم²", "320 كم²");
    }

    #[test]
    fn percent_times_and_dates_stay_apart() {
        check("95% ٢٠٪", "95 % 20 ٪");
        check("13:11 20-5 17/10/2019", "13 : 11 20 - 5 17 / 10 / 2019");
        check("2018.11.27.", "2018 . 11 . 27 .");
        check("سطر\nآخر", "سطر ⏎ اخر");
    }

    #[test]
    fn a_name_keeps_its_uncut_reading() {
        for word in ["المانيا", "بلده", "وزير", "لبنان", "كوباني"] {
            assert_eq!(readings(word).next().map(|r| r.rest), Some(word));
            assert_eq!(endings(word).next().map(|r| r.rest), Some(word));
        }
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_and_cover_all_but_blanks(text in "[ء-ي\u{640}\u{64B}-\u{652}٠-٩0-9a-zA-Z\u{200F}\u{202B} .,،٫٬/:%\n\\-]{0,60}|.{0,40}") {
            let mut last = 0;
            for t in tokens(&text) {
                prop_assert!(t.span.start() >= last && !t.span.is_empty());
                prop_assert!(text.is_char_boundary(t.span.start()) && text.is_char_boundary(t.span.end()));
                prop_assert!(text[last..t.span.start()].chars().all(|c| c.is_whitespace() || is_control(c)));
                prop_assert!(!t.key.is_empty());
                prop_assert!(t.kind != TokenKind::Number || t.value().is_some());
                last = t.span.end();
            }
            prop_assert!(text[last..].chars().all(|c| c.is_whitespace() || is_control(c)));
        }
    }
}
