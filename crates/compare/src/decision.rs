//! What the analyst has decided, and which sentences of which event it is about.
//!
//! A decision is about a pair, of articles or of sentences: they *must* stand together, or they *cannot*. It holds over
//! everything found, in every run. A sentence is known by its place in the text, not by its number: a better splitter of
//! sentences does not lose what was decided. What is decided of an article or a sentence that is not there, or of two
//! sentences whose articles tell two events now, has no effect, and none is an error: it holds again where they meet.

use crate::align::Place;
use crate::comparison::{Article, Link};
use riwayat_text::Span;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// A sentence, by its place: the one of the reading that has most of the stretch in it, the first of equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// Id of the article.
    pub article: &'a str,
    /// A stretch of its text.
    pub span: Span,
}

/// All that the analyst has decided.
#[derive(Debug, Clone, Copy, Default)]
pub struct Decisions<'a> {
    /// Pairs of articles (ids) that tell one event, or do not, each once. Where what must stand together by way of others
    /// cannot, cannot holds, and of the pairs that brought them together the last gives way.
    pub articles: &'a [(&'a str, &'a str, Link)],
    /// Pairs of sentences that stand in one row, or do not, in the order in which that was decided: of two decisions about
    /// the same sentences the later one holds. Where what must stand together by way of others cannot, cannot holds,
    /// and of the decisions that brought them together the oldest gives way.
    pub sentences: &'a [(Spot<'a>, Spot<'a>, Link)],
}

/// The decisions about the sentences of one event: each pair once, the lesser place first, the latest decision first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ties(pub(crate) Vec<(Place, Place, Link)>);

/// The decisions about sentences by event; `groups` are the articles of each, by their number in `articles`.
pub(crate) fn ties(
    decided: &[(Spot<'_>, Spot<'_>, Link)],
    articles: &[&Article<'_>],
    groups: &[Vec<usize>],
) -> Vec<Ties> {
    let mut out = vec![Ties::default(); groups.len()];
    if decided.is_empty() {
        return out;
    }
    let known = Known::new(articles, groups);
    let mut seen: BTreeSet<(usize, Place, Place)> = BTreeSet::new();
    for (a, b, link) in decided.iter().rev() {
        let (Some((event, x)), Some((other, y))) = (known.find(a), known.find(b)) else { continue };
        let (x, y) = (x.min(y), x.max(y));
        if event == other && x != y && seen.insert((event, x, y)) {
            out[event].0.push((x, y, *link));
        }
    }
    out
}

/// Where each article is: its event, and its number among the articles of it.
struct Known<'a> {
    articles: &'a [&'a Article<'a>],
    /// By id: event, number in the event, number in the collection.
    at: HashMap<&'a str, (usize, usize, usize)>,
}

impl<'a> Known<'a> {
    fn new(articles: &'a [&'a Article<'a>], groups: &[Vec<usize>]) -> Self {
        let mut at = HashMap::with_capacity(articles.len());
        for (event, group) in groups.iter().enumerate() {
            for (number, article) in group.iter().enumerate() {
                at.entry(articles[*article].id).or_insert((event, number, *article));
            }
        }
        Self { articles, at }
    }

    /// The event and the sentence that a spot is about.
    fn find(&self, spot: &Spot<'_>) -> Option<(usize, Place)> {
        let (event, number, article) = self.at.get(spot.article)?;
        let sentence = sentence_at(&self.articles[*article].reading.sentences, spot.span)?;
        Some((*event, (*number, sentence)))
    }
}

/// The sentence that has most of a stretch in it, the first of equals; none where the stretch lies outside all.
fn sentence_at(sentences: &[Span], span: Span) -> Option<usize> {
    let first = sentences.partition_point(|s| s.end() <= span.start());
    let near = (first..sentences.len()).take_while(|n| sentences[*n].start() < span.end());
    near.max_by_key(|n| (sentences[*n].overlap(span), Reverse(*n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_of_the_sentence_that_has_most_of_it() {
        let sentences = [Span::new(0, 10), Span::new(12, 30), Span::new(30, 40)];
        let at = |from, to| sentence_at(&sentences, Span::new(from, to));
        assert_eq!(at(0, 10), Some(0));
        assert_eq!(at(8, 20), Some(1));
        assert_eq!(at(25, 35), Some(1), "the first of equals");
        assert_eq!(at(13, 14), Some(1));
        assert_eq!(at(10, 12), None, "between two");
        assert_eq!(at(50, 60), None);
    }
}
