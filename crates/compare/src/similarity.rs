//! How much two sentences are alike, behind one trait: a sentence model can stand in for the words.

use crate::profile::Collection;
use crate::vector::Sparse;
use riwayat_claims::Reading;
use riwayat_text::Span;

/// Likeness of sentences of a collection.
pub trait Similarity {
    /// How much sentence `i` of article `a` is like sentence `j` of article `b`, 0 to 1; symmetric.
    fn between(&self, a: usize, i: usize, b: usize, j: usize) -> f64;
}

/// Likeness by words: cosine of TF-IDF over stems and entities, raised by figures of the same kind and by quoted
/// words in common.
#[derive(Debug)]
pub(crate) struct Words {
    /// By article (as numbered by the caller), by sentence.
    sentences: Vec<Vec<Sentence>>,
}

#[derive(Debug)]
struct Sentence {
    vector: Sparse,
    /// Units and statuses of its figures, sorted.
    figures: Vec<String>,
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
        let same = a.figures.iter().any(|f| b.figures.contains(f));
        if words > 0.0 && same { (words + FIGURES).min(1.0) } else { words }
    }
}

/// What the figures of a stretch count: unit, status and group, never the value.
fn figures(reading: &Reading, span: Span) -> Vec<String> {
    let inside = reading.quantities.iter().filter(|q| span.contains(q.span));
    let mut kinds: Vec<String> = inside.map(|q| format!("{} {:?} {:?}", q.unit, q.status, q.group)).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}
