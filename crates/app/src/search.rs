//! Full text over what was read, in Arabic as people type it: spelling folded, clitics and the article of no account.
//!
//! A sentence is found where every word that was typed stands in it, in whatever order. A word of the text is cut into
//! clitics and a rest only where the rest is what was typed, so that nothing is cut by its letters alone; a single letter is
//! taken off only before three others, for وقف is no قف.
//!
//! There is no index: what was read holds the folded form of every word already, and all cores look through it.

use crate::pipeline::Prepared;
use rayon::prelude::*;
use riwayat_text::token::{endings, readings, tokens};
use riwayat_text::{Span, Token};
use std::borrow::Cow;
use std::sync::Arc;

/// Most words that are looked for at once. 8 to 32: a sentence that somebody pastes.
const WORDS: usize = 16;

/// Fewest letters left where a clitic of one letter comes off. 3: shorter rests are words of their own by chance.
const SHORTEST: usize = 3;

/// Fewest letters left where such a clitic comes off what was typed. 4: nobody types one without need, and what is left
/// of a shorter word would be found everywhere.
const SHORTEST_TYPED: usize = 4;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: Vec<Wanted>,
}

/// One word: as it was typed, and without its clitics, the article among them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    forms: Vec<String>,
    number: bool,
}

/// A sentence in which all stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Index of the article.
    pub article: usize,
    /// The sentence.
    pub sentence: Span,
    /// The words of it that were looked for.
    pub words: Vec<Span>,
}

impl Query {
    /// Reads what was typed; signs are left out.
    ///
    /// ```
    /// use riwayat_app::search::Query;
    /// assert!(Query::new("القصف").is_in("وبقصفها"));
    /// assert!(Query::new("مدينه").is_in("لمدينتهم"));
    /// assert!(!Query::new("قف").is_in("وقف"));
    /// ```
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let found = tokens(typed);
        let words = found.iter().filter(|t| t.is_word() || t.value().is_some()).take(WORDS).map(Wanted::new);
        Self { words: words.collect() }
    }

    /// True where nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word is among those of a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let found = tokens(text);
        self.words.iter().all(|word| found.iter().any(|token| word.is(token)))
    }

    /// The sentences of an article in which every word stands, in order.
    fn sentences(&self, article: usize, p: &Prepared) -> Vec<Found> {
        let mut hits: Vec<(Span, usize)> = Vec::new();
        for token in &p.reading.tokens {
            let are = self.words.iter().enumerate().filter(|(_, word)| word.is(token));
            hits.extend(are.map(|(n, _)| (token.span, n)));
        }
        let mut hits = hits.into_iter().peekable();
        let mut out = Vec::new();
        for sentence in &p.reading.sentences {
            while hits.next_if(|(span, _)| span.start() < sentence.start()).is_some() {}
            let mut here = Vec::new();
            while let Some(hit) = hits.next_if(|(span, _)| span.start() < sentence.end()) {
                here.push(hit);
            }
            if (0..self.words.len()).all(|n| here.iter().any(|(_, word)| *word == n)) {
                let mut words: Vec<Span> = here.into_iter().map(|(span, _)| span).collect();
                words.dedup();
                out.push(Found { article, sentence: *sentence, words });
            }
        }
        out
    }
}

impl Wanted {
    fn new(token: &Token) -> Self {
        let key = loose(&token.key).into_owned();
        let number = !token.is_word();
        let bare = readings(&key).filter(|r| r.is_definite() || long(r.rest, SHORTEST_TYPED));
        let mut forms: Vec<String> = bare.filter(|_| !number).map(|r| r.rest.to_owned()).collect();
        forms.push(key);
        forms.sort();
        forms.dedup();
        Self { forms, number }
    }

    fn is(&self, token: &Token) -> bool {
        if self.number || !token.is_word() {
            return !token.is_word() && self.forms.iter().any(|form| *form == *token.key);
        }
        // Most words of a text are told apart here, before anything is cut.
        let core = |form: &String| token.key.contains(form.strip_suffix('ه').unwrap_or(form));
        let key = loose(&token.key);
        let near = matches!(key, Cow::Owned(_)) || self.forms.iter().any(core);
        near && self.forms.iter().any(|form| holds(&key, form))
    }
}

/// Whether a word of a text is this form with clitics.
fn holds(key: &str, form: &str) -> bool {
    readings(key).filter(|r| r.proclitics.is_empty() || r.is_definite() || long(r.rest, SHORTEST)).any(|r| {
        endings(r.rest).filter(|e| e.enclitic.is_empty() || long(e.rest, SHORTEST)).any(|e| e.is(form))
    })
}

/// Whether something has so many letters.
fn long(rest: &str, letters: usize) -> bool {
    rest.chars().nth(letters - 1).is_some()
}

/// A folded word with hamza of no account, as many type: مسؤول is مسوول, الحوراء is الحورا.
fn loose(key: &str) -> Cow<'_, str> {
    if !key.contains(['ؤ', 'ئ', 'ء']) {
        return Cow::Borrowed(key);
    }
    let letter = |c| match c {
        'ؤ' => Some('و'),
        'ئ' => Some('ي'),
        'ء' => None,
        c => Some(c),
    };
    Cow::Owned(key.chars().filter_map(letter).collect())
}

/// Every sentence in which all that is looked for stands, in the order of the articles.
#[must_use]
pub fn search(query: &Query, prepared: &[Arc<Prepared>]) -> Vec<Found> {
    if query.is_empty() {
        return Vec::new();
    }
    let of = |(n, p): (usize, &Arc<Prepared>)| query.sentences(n, p);
    prepared.par_iter().enumerate().flat_map_iter(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, text: &str, found: bool) {
        assert_eq!(Query::new(typed).is_in(text), found, "«{typed}» in «{text}»");
    }

    #[test]
    fn spelling_is_folded() {
        check("الى", "إِلــى", true);
        check("مسوول", "مسؤول", true);
        check("الحورا", "جسر الحوراء", true);
        check("الحوراء", "جسر الحورا", true);
        check("بلده", "بلدة", true);
        check("٢٠", "20 قتيلاً", true);
        check("20", "قتل 200", false);
        check("hajin", "Hajin", true);
    }

    #[test]
    fn clitics_are_of_no_account() {
        check("قصف", "والقصف", true);
        check("القصف", "بقصف", true);
        check("والقصف", "قصفها", true);
        check("بمدرسة", "المدرسة", true);
        check("المدينة", "للمدينة", true);
        check("مدينة", "مدينتهم", true);
        check("قوات", "لقواتنا", true);
    }

    #[test]
    fn what_only_looks_like_a_clitic_stays() {
        check("قف", "وقف", false);
        check("وقف", "قف", false);
        check("كتاب", "تاب", false);
        check("قصف", "قصفوا", false);
        check("سوق", "مسوقة", false);
    }

    #[test]
    fn every_word_is_needed_in_any_order() {
        check("السوق قصف", "قصف على سوق البلدة", true);
        check("السوق قصف", "قصف على الجسر", false);
        check("سوق سوق", "سوق", true);
        check("«قصف»!", "قصف", true);
    }
}
