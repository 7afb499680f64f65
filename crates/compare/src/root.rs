//! Root keys: the letters that a verb, its verbal noun and its participles share (تغلق, إغلاق, مغلق: غلق), so that one
//! happening told by a verb and by a noun is seen to be one.
//!
//! No dictionary: long vowels go, then what forms are made with (the prefixes of the present, of participles and of the
//! derived forms, the infixed ta). A key is coarse - words of one root may mean different things - and only ever adds to
//! what words, names and places say.

use crate::origin::hash;
use crate::stopwords::StopWords;
use riwayat_claims::Reading;
use riwayat_text::stem::stem;
use riwayat_text::table::Memo;
use riwayat_text::{Span, Token, TokenKind};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Letters of a root.
const ROOT: usize = 3;

/// The root keys of an article's words that are in no name.
pub(crate) fn roots(reading: &Reading) -> BTreeSet<String> {
    telling(reading).filter_map(root_of).collect()
}

/// What was found out about words before: the hash of the root key of one that tells something.
static HASHED: LazyLock<Memo<Option<u64>>> = LazyLock::new(Memo::default);

/// The words among some tokens of an article that tell something, are in no name and have a root key: their places among the
/// tokens, and the hashes of their keys.
pub(crate) fn hashed(reading: &Reading, tokens: &[Token]) -> Vec<(usize, u64)> {
    let stopwords = StopWords::get();
    let find = |word: &str| {
        let key = || Some(root(stem(word))).filter(|root| root.chars().count() >= ROOT - 1);
        if stopwords.has(word) { None } else { key().map(|key| hash(&[&key])) }
    };
    let word = |at: usize, found: Option<&Option<u64>>| {
        found.copied().flatten().filter(|_| tokens[at].kind == TokenKind::Word)
    };
    let known = HASHED.each(tokens, find, word);
    let first = tokens.first().map_or(0, |t| t.span.start());
    let mut mention = reading.mentions.partition_point(|m| m.span.end() <= first);
    let mut out = Vec::new();
    for (at, hash) in known.into_iter().enumerate() {
        let Some(hash) = hash else { continue };
        let span = tokens[at].span;
        while reading.mentions.get(mention).is_some_and(|m| m.span.end() <= span.start()) {
            mention += 1;
        }
        if reading.mentions.get(mention).is_none_or(|m| m.span.overlap(span) == 0) {
            out.push((at, hash));
        }
    }
    out
}

/// The words of an article that tell something and are in no name.
fn telling(reading: &Reading) -> impl Iterator<Item = &Token> {
    telling_among(reading, &reading.tokens)
}

/// Those of them that are among some of its tokens.
pub(crate) fn telling_among<'a>(
    reading: &'a Reading,
    tokens: &'a [Token],
) -> impl Iterator<Item = &'a Token> {
    let stopwords = StopWords::get();
    let named = |span: Span| {
        let at = reading.mentions.partition_point(|m| m.span.end() <= span.start());
        reading.mentions.get(at).is_some_and(|m| m.span.overlap(span) > 0)
    };
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word && !stopwords.has(&t.key));
    words.filter(move |t| !named(t.span))
}

/// The root key of a word, where it has one.
pub(crate) fn root_of(word: &Token) -> Option<String> {
    Some(root(stem(&word.key))).filter(|root| root.chars().count() >= ROOT - 1)
}

/// The root key of a stem.
fn root(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    // The tenth form: است, يست, تست, مست.
    if letters.len() > ROOT + 2
        && letters[1..3] == ['س', 'ت']
        && matches!(letters[0], 'ا' | 'ي' | 'ت' | 'ن' | 'م')
    {
        letters.drain(..3);
    }
    // What ends a verb or a feminine noun.
    for tail in [&['و', 'ن'][..], &['ي', 'ن'], &['ا', 'ت'], &['و', 'ا'], &['ت'], &['ه']] {
        if letters.len() >= ROOT + tail.len() && letters.ends_with(tail) {
            letters.truncate(letters.len() - tail.len());
            break;
        }
    }
    let long: Vec<char> =
        letters.iter().copied().filter(|c| !matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ئ' | 'ؤ')).collect();
    let mut letters = if long.len() >= ROOT - 1 { long } else { letters };
    // تغلق, مقتل, نفجر, لإغلاق: the prefix of the present, of a participle, of the fifth and seventh forms, a preposition.
    while letters.len() > ROOT && matches!(letters[0], 'ت' | 'م' | 'ن' | 'س' | 'ل' | 'ب' | 'ك') {
        letters.remove(0);
    }
    // احتجز, اعتقل: the infix of the eighth form.
    if letters.len() == ROOT + 1 && letters[1] == 'ت' {
        letters.remove(1);
    }
    letters.into_iter().collect()
}

/// The share of keys that two articles have in common, 0 to 1, as a cosine.
pub(crate) fn shared<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f64 {
    let both = a.intersection(b).count() as f64;
    if both == 0.0 { 0.0 } else { both / ((a.len() * b.len()) as f64).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_text::normal::fold;

    #[test]
    fn verbs_verbal_nouns_and_participles_share_their_root() {
        let of = |word: &str| root(stem(&fold(word)));
        for family in [
            &["تغلق", "إغلاق", "أغلقت", "مغلق", "لإغلاق"][..],
            &["دخلت", "دخول", "دخلوا", "يدخل"],
            &["انسحب", "انسحاب", "ينسحب", "انسحبت"],
            &["اعتقل", "اعتقال", "معتقل", "يعتقلون"],
            &["انفجار", "تفجير", "فجرت", "انفجرت"],
            &["تحرير", "حررت", "يحرر"],
            &["استهدف", "استهداف", "تستهدف"],
            &["مقتل", "قتل", "قتلت"],
        ] {
            let roots: BTreeSet<String> = family.iter().map(|word| of(word)).collect();
            assert_eq!(roots.len(), 1, "{family:?}: {roots:?}");
        }
        assert_ne!(of("قصف"), of("قصر"));
    }
}
