//! The units of a word diff: a word, or a number with all its words (أحد عشر), with the forms it is compared by.

use crate::stopwords::StopWords;
use riwayat_text::normal::{self, Folded, Rules};
use riwayat_text::token::{endings, readings};
use riwayat_text::{Number, Span, Token, TokenKind, stem};

/// What is compared of one word or number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    /// Where it stands, whole words.
    pub(crate) span: Span,
    /// As written, but for vowel marks, tatweel and direction controls.
    pub(crate) written: String,
    /// Folded.
    pub(crate) key: String,
    /// What the diff aligns by: the stem of a word, the value of a number.
    pub(crate) stem: String,
    /// Least and greatest value of a number.
    pub(crate) value: Option<(Option<f64>, Option<f64>)>,
    /// Tells nothing by itself.
    pub(crate) light: bool,
    /// True where a mark of punctuation stands before it: phrases end there.
    pub(crate) after_sign: bool,
}

/// How the same word can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kin {
    /// In nothing that shows.
    Same,
    /// In the digits, or digits against words.
    Digits,
    /// In the spelling.
    Spelling,
    /// In what is written on it: proclitics, enclitics, endings.
    Clitic,
}

/// What is no difference of spelling.
const SILENT: Rules = Rules::STANDARD
    .without(Rules::ALEF)
    .without(Rules::YA)
    .without(Rules::TA_MARBUTA)
    .without(Rules::DIGITS)
    .without(Rules::CASE);

/// Letters that the common part of two words must have, so that clitics are not found in short words. 3 or 4.
const LEAST_REST: usize = 3;

/// The units of a stretch of an article.
pub(crate) fn units(
    text: &str,
    span: Span,
    tokens: &[Token],
    numbers: &[Number],
    stop: &StopWords,
) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    let mut after_sign = false;
    let first = tokens.partition_point(|t| t.span.start() < span.start());
    let mut at = first;
    while let Some(token) = tokens.get(at).filter(|t| t.span.end() <= span.end()) {
        let here =
            numbers[numbers.partition_point(|n| n.tokens.0 < at)..].iter().take_while(|n| n.tokens.0 == at);
        let number = here.into_iter().find(|n| span.contains(n.span) && !n.holds_noun);
        match (number, token.kind) {
            (Some(n), _) => {
                out.push(of_number(text, n, after_sign));
                (at, after_sign) = (n.tokens.1.max(at + 1), false);
                continue;
            }
            (None, TokenKind::Word | TokenKind::Number) => {
                out.push(of_word(text, token, after_sign, stop));
                after_sign = false;
            }
            (None, TokenKind::Sign) => after_sign |= !is_quote(&token.key),
            (None, TokenKind::Break) => after_sign = true,
        }
        at += 1;
    }
    out
}

fn is_quote(sign: &str) -> bool {
    matches!(sign, "\"" | "«" | "»" | "“" | "”" | "'" | "‘" | "’")
}

fn of_word(text: &str, token: &Token, after_sign: bool, stop: &StopWords) -> Unit {
    let written = normal::fold_by(token.span.of(text), SILENT);
    let value = token.value().map(|v| (Some(v), Some(v)));
    let stem = match value {
        Some(_) => format!("#{}", token.key),
        None => stem::stem(&token.key).to_owned(),
    };
    let light = stop.has(&token.key);
    Unit { span: token.span, written, key: token.key.to_string(), stem, value, light, after_sign }
}

fn of_number(text: &str, number: &Number, after_sign: bool) -> Unit {
    let written = normal::fold_by(number.span.of(text), SILENT);
    let key = normal::fold(&written);
    let stem = format!("#{:?}-{:?}", number.min, number.max);
    Unit {
        span: number.span,
        written,
        key,
        stem,
        value: Some((number.min, number.max)),
        light: false,
        after_sign,
    }
}

/// How two units are the same word, if they are.
pub(crate) fn kin(a: &Unit, b: &Unit) -> Option<Kin> {
    if a.written == b.written {
        return Some(Kin::Same);
    }
    match (a.value, b.value) {
        (Some(x), Some(y)) => return (x == y).then_some(Kin::Digits),
        (None, None) => {}
        _ => return None,
    }
    if a.key == b.key {
        return Some(Kin::Spelling);
    }
    let same_stem = a.stem == b.stem && a.stem.chars().count() >= LEAST_REST;
    (!a.light && !b.light && (same_stem || rest(&a.key, &b.key).is_some())).then_some(Kin::Clitic)
}

/// The longest common rest of two folded words when clitics are taken off: its place in the first.
fn rest(a: &str, b: &str) -> Option<(usize, usize)> {
    let rests = |w: &'_ str| -> Vec<(usize, usize)> {
        let cut = |r: riwayat_text::token::Reading<'_>| w.len() - r.rest.len();
        let plain = readings(w).filter(|r| !matches!(r.proclitics, "ا" | "او"));
        plain
            .flat_map(|r| endings(r.rest).map(move |e| (cut(r), cut(r) + e.rest.len())))
            .filter(|(from, to)| w[*from..*to].chars().count() >= LEAST_REST)
            .collect()
    };
    let others = rests(b);
    let met = |(from, to): &(usize, usize)| {
        others.iter().any(|(f, t)| opened(&a[*from..*to]) == opened(&b[*f..*t]))
    };
    rests(a).into_iter().filter(met).max_by_key(|(from, to)| (to - from, usize::MAX - from))
}

/// Ta marbuta is written open before a pronoun: both to one letter.
fn opened(rest: &str) -> (&str, bool) {
    let cut = rest.strip_suffix('ت').or(rest.strip_suffix('ه'));
    (cut.unwrap_or(rest), cut.is_some())
}

/// The letters of `a` that `b`, its kin by clitics, has not: what stands before or after the common part.
pub(crate) fn part(text: &str, a: &Unit, b: &Unit) -> Option<Span> {
    let folded = Folded::new(a.span.of(text), Rules::STANDARD);
    let word = folded.text().to_owned();
    let (from, to) = common(&word, &b.key);
    let letters = match (from > 0, to < word.len()) {
        (true, _) => Span::new(0, from),
        (false, true) => Span::new(to, word.len()),
        (false, false) => return None,
    };
    let local = folded.to_original(letters);
    Some(Span::new(a.span.start() + local.start(), a.span.start() + local.end()))
}

/// The longest stretch of `a` that is in `b`, in bytes.
fn common(a: &str, b: &str) -> (usize, usize) {
    let ends: Vec<usize> = a.char_indices().map(|c| c.0).chain([a.len()]).collect();
    let mut best = (0, 0);
    for (i, from) in ends.iter().enumerate() {
        for to in &ends[i + 1..] {
            if to - from > best.1 - best.0 && b.contains(&a[*from..*to]) {
                best = (*from, *to);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Unit {
        let tokens = riwayat_text::tokens(text);
        let numbers = riwayat_text::number::numbers(text, &tokens);
        units(text, Span::new(0, text.len()), &tokens, &numbers, StopWords::get()).remove(0)
    }

    #[track_caller]
    fn check(a: &str, b: &str, expect: Option<Kin>) {
        assert_eq!(kin(&one(a), &one(b)), expect, "{a} / {b}");
        assert_eq!(kin(&one(b), &one(a)), expect, "{b} / {a}");
    }

    #[test]
    fn the_layers_are_told_apart() {
        check("الجيش", "الجيش", Some(Kin::Same));
        check("الجَيش", "الجيـش", Some(Kin::Same));
        check("الإتفاق", "الاتفاق", Some(Kin::Spelling));
        check("والجيش", "الجيش", Some(Kin::Clitic));
        check("للجيش", "جيش", Some(Kin::Clitic));
        check("قريتهم", "القرية", Some(Kin::Clitic));
        check("١١", "11", Some(Kin::Digits));
        check("11", "12", None);
        check("الجيش", "الفصائل", None);
    }

    #[test]
    fn the_part_is_the_letters_that_differ_in_the_original() {
        let text = "وبِالجيش";
        let part = part(text, &one(text), &one("الجيش")).expect("the words are kin");
        assert_eq!(part.of(text), "وبِ");
    }
}
