//! How much a term tells, and what steps that goes by in a large pile.
//!
//! In a pile of up to [`EXACT`] articles every count is the pile's own, and each new article weighs all anew. In a
//! larger one how rare a term is, is told by the oldest [`REFERENCE`] articles, and in steps of an octave: so an article
//! of today's moves the weights of no terms but those that the oldest hardly know, which few articles hold, and one that
//! comes late from the first days moves some more. All of it depends on which articles there are, never on the order in
//! which they came.

use super::reference::Count;
use crate::common::SHARE;
use crate::profile::BACKGROUND;

/// A pile this large is weighed exactly. Articles, 200 to 2000: to weigh it all anew takes a moment.
pub(crate) const EXACT: usize = 1000;

/// So many articles, the oldest, tell how rare terms are. Articles, 4096 to 16,384: fewer tell rare terms badly apart,
/// more are touched too often by late comers, each of which moves some terms over a step. A power of two.
pub(crate) const REFERENCE: usize = 8192;

/// In a large pile days with more articles than this are not told apart. Articles, no less than those of a crowded day
/// (see [`crate::affinity`]).
const MOST_BESIDE: u32 = 1024;

/// How fine the steps are: so many to a doubling. 1 to 4; on the newspapers 2 and 1 do equally well.
const STEPS: f64 = 1.0;

/// By how many articles a pile is weighed, and whether exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Scale {
    /// Articles: all of a small pile; of a large one a power of two, up to [`REFERENCE`].
    pub(crate) articles: usize,
    /// True where counts have no steps.
    pub(crate) exact: bool,
}

impl Scale {
    /// The scale of a pile.
    pub(crate) fn of(articles: usize) -> Self {
        if articles <= EXACT {
            return Self { articles, exact: true };
        }
        let below = 1 << articles.min(REFERENCE).ilog2();
        Self { articles: below.max(EXACT), exact: false }
    }

    /// A count, in steps in a large pile.
    pub(crate) fn count(self, count: u32) -> f64 {
        if self.exact || count == 0 {
            return f64::from(count);
        }
        let step = (f64::from(count).log2() * STEPS).round() / STEPS;
        step.exp2()
    }

    /// How many articles are of some days, as far as it is told apart.
    pub(crate) fn beside(self, articles: u32) -> u32 {
        let most = if self.exact { u32::from(u16::MAX) } else { MOST_BESIDE };
        if articles >= most { most } else { self.count(articles).round() as u32 }
    }

    /// True where so many are as many as any more.
    pub(crate) fn crowded(self, articles: u32) -> bool {
        !self.exact && articles >= MOST_BESIDE
    }
}

/// The weights of terms by how many articles of the reference hold them.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    /// What they were made for.
    pub(crate) scale: Scale,
    plain: Vec<f32>,
    common: Vec<f32>,
    /// What a term that one article holds weighs.
    most: f64,
}

impl Weights {
    /// The weights of a scale.
    pub(crate) fn of(scale: Scale) -> Self {
        let total = scale.articles as f64 + BACKGROUND;
        let longest = if scale.exact { scale.articles } else { REFERENCE };
        let curve = |beyond: f64| {
            let counts = 0..=u32::try_from(longest).expect("no more than REFERENCE");
            let rare = counts.map(|n| total / (scale.count(n) + beyond + 0.5));
            rare.map(|r| r.ln().max(0.0) as f32).collect()
        };
        Self { scale, plain: curve(0.0), common: curve(SHARE * BACKGROUND), most: (total / 1.5).ln() }
    }

    /// How much a term tells that stands in so many articles.
    pub(crate) fn idf(&self, count: Count, common: bool) -> f32 {
        let curve = if common { &self.common } else { &self.plain };
        curve[usize::from(count.get()).min(curve.len() - 1)]
    }

    /// How rare such a term is, 0 (in nearly every article) to 1 (in one).
    pub(crate) fn rarity(&self, idf: f32) -> f64 {
        f64::from(idf) / self.most
    }

    /// How rare days are of which there are so many articles, 0 to 1; 0 where they are open.
    pub(crate) fn rarity_of_days(&self, beside: u32) -> f64 {
        if beside == 0 {
            return 0.0;
        }
        let total = self.scale.articles as f64 + BACKGROUND;
        (total / (f64::from(beside) + 0.5)).ln().max(0.0) / self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_piles_are_counted_exactly_and_large_ones_in_steps() {
        assert_eq!(Scale::of(999), Scale { articles: 999, exact: true });
        assert_eq!(Scale::of(1500), Scale { articles: 1024, exact: false });
        assert_eq!(Scale::of(9000), Scale::of(1_000_000));
        assert!((Scale::of(999).count(37) - 37.0).abs() < 1e-9);
        let large = Scale::of(5000);
        assert!((large.count(60) - large.count(80)).abs() < 1e-9);
        assert!(large.count(60) < large.count(100));
    }

    #[test]
    fn a_term_weighs_the_more_the_fewer_hold_it() {
        for scale in [Scale::of(500), Scale::of(100_000)] {
            let weights = Weights::of(scale);
            assert!(weights.plain.is_sorted_by(|a, b| a >= b));
            assert!(weights.plain[1] > weights.plain[100] && weights.plain[1] > weights.common[1]);
            assert!(weights.rarity(weights.plain[1]) <= 1.001);
        }
    }
}
