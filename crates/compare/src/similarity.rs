//! How much two sentences are alike, behind one trait: a sentence model can stand in for the words.
//!
//! Asked for every pair of sentences of an event, so what figures count is kept as numbers, and looked at only where the
//! words have something in common.

use crate::origin::hash;
use crate::profile::Collection;
use crate::vector::Sparse;
use riwayat_claims::{Quantity, Reading};
use riwayat_text::Span;

/// Likeness of sentences of a collection.
pub trait Similarity {
    /// How much sentence `i` of article `a` is like sentence `j` of article `b`, 0 to 1; symmetric.
    fn between(&self, a: usize, i: usize, b: usize, j: usize) -> f64;
}

/// Likeness by words: cosine of TF-IDF over stems and entities, raised by figures of the same kind. Quoted words count
/// as any others do.
#[derive(Debug)]
pub(crate) struct Words {
    /// By article (as numbered by the caller), by sentence.
    sentences: Vec<Vec<Sentence>>,
}

#[derive(Debug)]
struct Sentence {
    vector: Sparse,
    /// What its figures count, hashed, sorted.
    figures: Vec<u64>,
}

/// What figures of the same kind in both add. 0 to 0.2.
const FIGURES: f64 = 0.08;

impl Words {
    /// Reads the sentences of some articles; `members` are their numbers in the collection.
    pub(crate) fn new(collection: &Collection, members: &[usize], readings: &[&Reading]) -> Self {
        let read = |(article, reading): (&usize, &&Reading)| {
            let sentence = |s: &Span| Sentence {
                vector: collection.stretch(*article, *s),
                figures: figures(reading, *s),
            };
            reading.sentences.iter().map(sentence).collect()
        };
        Self { sentences: members.iter().zip(readings).map(read).collect() }
    }
}

impl Similarity for Words {
    fn between(&self, a: usize, i: usize, b: usize, j: usize) -> f64 {
        let (a, b) = (&self.sentences[a][i], &self.sentences[b][j]);
        let words = a.vector.cosine(&b.vector);
        if words > 0.0 && a.figures.iter().any(|f| b.figures.contains(f)) {
            (words + FIGURES).min(1.0)
        } else {
            words
        }
    }
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
