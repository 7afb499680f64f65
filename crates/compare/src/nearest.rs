//! How much two sentences say the same, told by the others that could stand in their places.
//!
//! Two accounts of one battle are alike all through: what tells that two sentences say the same thing is less how alike
//! they are than that neither is as like any other sentence of the other's article. So the log odds that a
//! [`Similarity`] gives are weighed anew with how far they are above the next best on both sides.

use crate::align::Place;
use crate::similarity::{Similarity, chance};

/// What the log odds of a pair weigh, and what its lead on either side; fitted, after the weights of
/// [`crate::similarity`], on the development half of the gold of rows.
const OWN: f64 = 0.61;
const LEAD: f64 = 0.33;
const INTERCEPT: f64 = -0.24;
/// A lead, or what is missing to the best, counts no further than this. Log odds, 2 to 6.
const FURTHEST: f64 = 4.0;
/// What a sentence is to one that has nothing to do with it: it is asked where there is no other. Log odds.
const UNRELATED: f32 = -4.0;
/// No pair is told to be surer than this. Log odds, 6 to 12.
const SUREST: f64 = 9.2;
/// Likenesses are kept of events of up to so many sentences: 72 MB at most. Sentences, 3000 to 10,000.
const MOST_KEPT: usize = 6000;
/// Leads are told where sentences times articles are no more: 72 MB at most. An event with more is a heap of articles that
/// somebody should part; there a pair leads by nothing, and less stands together. 2 to 10 million.
const MOST_LED: usize = 6_000_000;

/// The likeness of the sentences of an event among each other.
pub(crate) struct Nearest<'s, S> {
    words: &'s S,
    sizes: &'s [usize],
    /// How many sentences the articles before each have.
    before: Vec<usize>,
    /// By sentence, then by article: what is likest to it there.
    best: Vec<Best>,
    /// By the lower article and the higher: the log odds of their pairs; nothing where there are too many.
    kept: Vec<Vec<f32>>,
}

/// The two highest log odds of a sentence in an article, and whose the first are.
#[derive(Clone, Copy)]
struct Best {
    of: usize,
    first: f32,
    second: f32,
}

const NOBODY: Best = Best { of: usize::MAX, first: UNRELATED, second: UNRELATED };

impl Best {
    fn meet(&mut self, sentence: usize, odds: f32) {
        if self.of == usize::MAX || odds > self.first {
            *self = Self {
                of: sentence,
                first: odds,
                second: if self.of == usize::MAX { UNRELATED } else { self.first },
            };
        } else if odds > self.second {
            self.second = odds;
        }
    }

    /// The highest but for one sentence.
    fn beside(self, sentence: usize) -> f32 {
        if self.of == sentence { self.second } else { self.first }
    }
}

impl<'s, S: Similarity> Nearest<'s, S> {
    /// Asks how all sentences of different articles are alike; `sizes` are how many each article has.
    pub(crate) fn new(words: &'s S, sizes: &'s [usize]) -> Self {
        let before = sizes.iter().scan(0, |sum, n| Some(std::mem::replace(sum, *sum + n))).collect();
        let total: usize = sizes.iter().sum();
        let (keep, led) = (total <= MOST_KEPT, sizes.len() * total <= MOST_LED);
        let best = if led { vec![NOBODY; sizes.len() * total] } else { Vec::new() };
        let mut new = Self { words, sizes, before, best, kept: Vec::new() };
        for (a, b) in (0..sizes.len()).flat_map(|a| (a + 1..sizes.len()).map(move |b| (a, b))) {
            let table = if led { new.meet(a, b) } else { Vec::new() };
            new.kept.push(if keep { table } else { Vec::new() });
        }
        new
    }

    fn meet(&mut self, a: usize, b: usize) -> Vec<f32> {
        let mut table = Vec::with_capacity(self.sizes[a] * self.sizes[b]);
        for i in 0..self.sizes[a] {
            for j in 0..self.sizes[b] {
                let odds = self.ask((a, i), (b, j));
                let (there, back) = (self.place((a, i), b), self.place((b, j), a));
                self.best[there].meet(j, odds);
                self.best[back].meet(i, odds);
                table.push(odds);
            }
        }
        table
    }

    /// How much two sentences say the same, 0 to 1; symmetric. Those of one article stand in nobody's place.
    pub(crate) fn like(&self, one: Place, other: Place) -> f64 {
        let (x, y) = (one.min(other), one.max(other));
        if x.0 == y.0 {
            return self.words.between(x.0, x.1, y.0, y.1);
        }
        let odds = self.odds(x, y);
        let lead = |of: Place, to: Place| {
            let best = self.best.get(self.place(of, to.0));
            best.map_or(0.0, |best| f64::from(odds - best.beside(to.1)).clamp(-FURTHEST, FURTHEST))
        };
        chance(OWN * f64::from(odds) + LEAD * (lead(x, y) + lead(y, x)) + INTERCEPT)
    }

    fn odds(&self, (a, i): Place, (b, j): Place) -> f32 {
        // Pairs of articles are kept in order: those of the first with all after it, then those of the second.
        let pair = a * (2 * self.sizes.len() - a - 1) / 2 + b - a - 1;
        let kept = self.kept[pair].get(i * self.sizes[b] + j);
        kept.copied().unwrap_or_else(|| self.ask((a, i), (b, j)))
    }

    fn ask(&self, (a, i): Place, (b, j): Place) -> f32 {
        self.words.log_odds(a, i, b, j).clamp(-SUREST, SUREST) as f32
    }

    /// Where what is likest to a sentence in an article is kept.
    fn place(&self, of: Place, article: usize) -> usize {
        (self.before[of.0] + of.1) * self.sizes.len() + article
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Likenesses by a table: of two articles, by the sentence of the first and of the second.
    struct Table(Vec<Vec<f64>>);

    impl Similarity for Table {
        fn between(&self, a: usize, i: usize, _: usize, j: usize) -> f64 {
            if a == 0 { self.0[i][j] } else { self.0[j][i] }
        }
    }

    #[test]
    fn a_pair_that_leads_on_both_sides_is_likelier_than_one_as_alike_that_does_not() {
        let lone = Table(vec![vec![0.4, 0.05], vec![0.05, 0.05]]);
        let crowded = Table(vec![vec![0.4, 0.5], vec![0.5, 0.05]]);
        let like = |table: &Table| Nearest::new(table, &[2, 2]).like((0, 0), (1, 0));
        assert!(like(&lone) > 0.6, "{}", like(&lone));
        assert!(like(&crowded) < 0.4, "{}", like(&crowded));
    }

    #[test]
    fn where_leads_are_not_told_less_is_alike() {
        let table = Table(vec![vec![0.6, 0.05], vec![0.05, 0.6]]);
        let led = Nearest::new(&table, &[2, 2]);
        let heap = Nearest { best: Vec::new(), ..Nearest::new(&table, &[2, 2]) };
        assert!(heap.like((0, 0), (1, 0)) < led.like((0, 0), (1, 0)));
        assert!(heap.like((0, 0), (1, 0)) > heap.like((0, 0), (1, 1)));
    }

    #[test]
    fn it_is_the_same_from_both_sides_and_whether_kept_or_asked_again() {
        let table = Table(vec![vec![0.3, 0.6, 0.2], vec![0.7, 0.1, 0.9]]);
        let sizes = [2, 3];
        let kept = Nearest::new(&table, &sizes);
        let asked = Nearest { kept: vec![Vec::new()], ..Nearest::new(&table, &sizes) };
        for i in 0..2 {
            for j in 0..3 {
                let like = kept.like((0, i), (1, j));
                assert!((like - kept.like((1, j), (0, i))).abs() < 1e-12);
                assert!((like - asked.like((0, i), (1, j))).abs() < 1e-12);
            }
        }
    }
}
