//! How much two sentences say the same, behind one trait: a sentence model can stand in for what is weighed here.
//!
//! Two accounts of one thing seldom share words: they share roots (تغلق, إغلاق), senses (سيارة, مركبة), names, the kind of
//! happening and what is counted, and stand at about the same depth of their articles. A logistic model weighs these;
//! its weights are fitted on the development half of the gold of rows. How rare something is, is told by the articles of
//! the event alone, so that their rows do not change with what else is held.

use crate::comparison::Article;
use crate::origin::hash;
use crate::root::hashed;
use crate::telling::{days_apart, family_of};
use crate::vector::Sparse;
use jiff::civil::Date;
use riwayat_claims::{MentionKind, Polarity, Quantity, Reading, senses, types_named};
use riwayat_text::{Grain, Span};
use std::collections::HashMap;

/// Likeness of sentences of a collection.
pub trait Similarity {
    /// How much sentence `i` of article `a` is like sentence `j` of article `b`, 0 to 1; symmetric.
    fn between(&self, a: usize, i: usize, b: usize, j: usize) -> f64;

    /// The same as log odds.
    fn log_odds(&self, a: usize, i: usize, b: usize, j: usize) -> f64 {
        odds(self.between(a, i, b, j))
    }
}

/// The log odds of a chance.
pub(crate) fn odds(chance: f64) -> f64 {
    (chance / (1.0 - chance)).ln()
}

/// The chance of log odds.
pub(crate) fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Likeness by what is in the sentences.
#[derive(Debug)]
pub(crate) struct Words {
    /// By article (as numbered by the caller), by sentence.
    sentences: Vec<Vec<Sentence>>,
}

/// One sentence, by what it is compared by.
#[derive(Debug, Default)]
struct Sentence {
    roots: Sparse,
    senses: Sparse,
    names: Sparse,
    /// Families of the happenings that it tells.
    families: Vec<&'static str>,
    /// What its figures count, hashed, sorted.
    figures: Vec<u64>,
    days: Vec<(Date, Date)>,
    denies: bool,
    /// How many roots, senses and names it has.
    length: f64,
    /// How far down its article, 0 to 1.
    depth: f64,
}

/// How many things are weighed.
const FEATURES: usize = 11;

/// The weights of what [`Words::features`] gives, in its order: roots, senses, names, one kind of happening, kinds apart,
/// one thing counted, one day, distance in depth, one of them denied, likeness of length, both first.
const WEIGHTS: [f64; FEATURES] = [10.0, 4.4, 1.1, 0.2, -0.5, 1.2, 0.45, -1.9, 0.5, 1.1, 1.3];
/// What speaks against any two sentences.
const INTERCEPT: f64 = -3.9;

impl Words {
    /// Reads the sentences of the articles of an event.
    pub(crate) fn new(articles: &[&Article<'_>]) -> Self {
        let raw: Vec<Vec<Raw>> = articles.iter().map(|a| Raw::of(a)).collect();
        let total = raw.iter().map(Vec::len).sum::<usize>();
        let (mut roots, mut senses, mut names) = (Index::new(total), Index::new(total), Index::new(total));
        for r in raw.iter().flatten() {
            roots.count(&r.roots);
            senses.count(&r.senses);
            names.count(&r.names);
        }
        let sentence = |r: &Raw| Sentence {
            roots: roots.vector(&r.roots),
            senses: senses.vector(&r.senses),
            names: names.vector(&r.names),
            families: r.families.clone(),
            figures: r.figures.clone(),
            days: r.days.clone(),
            denies: r.denies,
            length: (r.roots.len() + r.names.len()) as f64,
            depth: r.depth,
        };
        Self { sentences: raw.iter().map(|article| article.iter().map(sentence).collect()).collect() }
    }
}

/// A sentence before it is known how rare what it holds is.
struct Raw {
    roots: Vec<u64>,
    senses: Vec<u64>,
    names: Vec<u64>,
    families: Vec<&'static str>,
    figures: Vec<u64>,
    days: Vec<(Date, Date)>,
    denies: bool,
    depth: f64,
}

impl Raw {
    fn of(article: &Article<'_>) -> Vec<Self> {
        let reading = article.reading;
        let words: Vec<(usize, u64)> = (hashed(reading, &reading.tokens).into_iter())
            .map(|(at, hash)| (reading.tokens[at].span.start(), hash))
            .collect();
        let names: Vec<(usize, u64)> = (reading.mentions.iter())
            .filter(|m| m.kind != MentionKind::Outlet)
            .map(|m| (m.span.start(), hash(&[m.entity.as_str()])))
            .collect();
        let named = |at: usize| {
            let near = reading.mentions.partition_point(|m| m.span.end() <= at);
            reading.mentions.get(near).is_some_and(|m| m.span.start() <= at)
        };
        let senses: Vec<(usize, u64)> = (senses(&reading.tokens).into_iter())
            .map(|s| (reading.tokens[s.token].span.start(), u64::from(s.sense)))
            .filter(|(at, _)| !named(*at))
            .collect();
        let count = reading.sentences.len();
        let one = |(n, span): (usize, &Span)| Self {
            roots: inside(&words, *span),
            senses: inside(&senses, *span),
            names: inside(&names, *span),
            families: families(reading, *span),
            figures: figures(reading, *span),
            days: (reading.dates.iter())
                .filter(|d| span.contains(d.span) && matches!(d.grain, Grain::Day | Grain::DayPart))
                .filter_map(|d| Some((d.from?, d.to?)))
                .collect(),
            denies: (reading.claims.iter())
                .any(|c| span.overlap(c.span) > 0 && c.polarity == Polarity::Denied),
            depth: n as f64 / count as f64,
        };
        reading.sentences.iter().enumerate().map(one).collect()
    }
}

/// What stands in a stretch, each once.
fn inside(placed: &[(usize, u64)], span: Span) -> Vec<u64> {
    let from = placed.partition_point(|(at, _)| *at < span.start());
    let to = placed.partition_point(|(at, _)| *at < span.end());
    let mut out: Vec<u64> = placed[from..to].iter().map(|(_, what)| *what).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn families(reading: &Reading, span: Span) -> Vec<&'static str> {
    let mut out: Vec<&str> =
        types_named(reading, span).into_iter().map(|kind| family_of(kind).unwrap_or(kind)).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// What the figures of a stretch count: unit, status and group, never the value.
fn figures(reading: &Reading, span: Span) -> Vec<u64> {
    let inside = reading.quantities.iter().filter(|q| span.contains(q.span));
    let kind = |q: &Quantity| hash(&[&q.unit, &format!("{:?} {:?}", q.status, q.group)]);
    let mut kinds: Vec<u64> = inside.map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Numbers what sentences hold, and tells how rare it is among them.
struct Index {
    total: usize,
    held: HashMap<u64, (u32, u32)>,
}

impl Index {
    fn new(total: usize) -> Self {
        Self { total, held: HashMap::new() }
    }

    fn count(&mut self, sentence: &[u64]) {
        for what in sentence {
            let next = u32::try_from(self.held.len()).expect("an event has fewer than 2^32 words");
            self.held.entry(*what).or_insert((next, 0)).1 += 1;
        }
    }

    fn vector(&self, sentence: &[u64]) -> Sparse {
        let weight = |what: &u64| {
            let (number, sentences) = self.held[what];
            (number, (1.0 + self.total as f32 / sentences as f32).ln())
        };
        Sparse::unit(sentence.iter().map(weight).collect())
    }
}

impl Words {
    fn features(&self, a: usize, i: usize, b: usize, j: usize) -> [f64; FEATURES] {
        let (a, b) = (&self.sentences[a][i], &self.sentences[b][j]);
        let met = |x: &[u64], y: &[u64]| f64::from(u8::from(x.iter().any(|v| y.contains(v))));
        let is = |holds: bool| f64::from(u8::from(holds));
        let families = a.families.iter().any(|f| b.families.contains(f));
        [
            a.roots.cosine(&b.roots),
            a.senses.cosine(&b.senses),
            a.names.cosine(&b.names),
            is(families),
            is(!families && !a.families.is_empty() && !b.families.is_empty()),
            met(&a.figures, &b.figures),
            is(!a.days.is_empty() && !b.days.is_empty() && !days_apart(&a.days, &b.days)),
            (a.depth - b.depth).abs(),
            is(a.denies != b.denies),
            a.length.min(b.length) / a.length.max(b.length).max(1.0),
            is(a.depth == 0.0 && b.depth == 0.0),
        ]
    }
}

impl Similarity for Words {
    fn between(&self, a: usize, i: usize, b: usize, j: usize) -> f64 {
        chance(self.log_odds(a, i, b, j))
    }

    fn log_odds(&self, a: usize, i: usize, b: usize, j: usize) -> f64 {
        let features = self.features(a, i, b, j);
        INTERCEPT + features.iter().zip(WEIGHTS).map(|(x, w)| x * w).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_claims::{Input, Lexicon, read};

    /// How the first sentences of two texts are alike.
    fn alike(a: &str, b: &str) -> f64 {
        let reading = |text| {
            let input = Input { title: "", text, published: None, outlet: None, camp: None };
            read(&input, Lexicon::builtin())
        };
        let (x, y) = (reading(a), reading(b));
        let article = |text, reading| Article {
            id: text,
            title: "",
            text,
            outlet: None,
            camp: None,
            published: None,
            inferred: None,
            reading,
        };
        let (x, y) = (article(a, &x), article(b, &y));
        let words = Words::new(&[&x, &y]);
        assert!((words.between(0, 0, 1, 0) - words.between(1, 0, 0, 0)).abs() < 1e-12);
        words.between(0, 0, 1, 0)
    }

    #[test]
    fn roots_senses_and_names_make_sentences_alike_that_share_no_word() {
        let told = "أغلقت السلطات المعبر أمام المركبات يوم الخميس.";
        let again = "إغلاق البوابة الحدودية في وجه السيارات.";
        let other = "ارتفعت أسعار الخبز في الأسواق إلى الضعف.";
        assert!(alike(told, again) > 0.5, "{}", alike(told, again));
        assert!(alike(told, other) < 0.2, "{}", alike(told, other));
    }
}
