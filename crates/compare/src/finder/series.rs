//! What else two articles of crowded days are near to.
//!
//! Two bulletins of one series are as like as two reports of one happening: but each is as like to those of other days,
//! too. So what an article is like to some days off speaks against its being one happening with any, unless days and names
//! speak for those as well; and what both are likely one happening with speaks for them. A second logistic model weighs
//! that with the first one's chance ([`crate::crowd`]), fitted to the same pairs, each by a first model that had not seen it.

use super::joined::{Members, Tie};
use crate::crowd::rank;
use crate::event::BAR;
use crate::similarity::{chance as of_odds, odds};

/// The least chance that two articles of crowded days tell one happening, for them to be joined. 0.5 to 0.9.
const LEAST_CHANCE: f64 = 0.85;
/// What brings a chance to the bar of events.
const SCALE: f64 = BAR / LEAST_CHANCE;
/// What looks like a copy is none where the chance is as low as the first, and surely one from the second on: bulletins and
/// cables are written by one pattern. 0 to 0.3; 0.3 to 0.6.
const NO_COPY: (f64, f64) = (0.15, 0.45);
/// A copy ties its article to others of a group no more than this. Times the bar.
const MOST: f64 = BAR * 1.2;
/// Articles printed so many days apart are seldom about one happening. Days, 2 or 3.
const FAR_DAYS: u32 = 2;

/// What two articles alone say of their affinity.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Own {
    /// What does not depend on the crowd.
    plain: f32,
    /// How much one is a copy of the other, as far as their days are crowded.
    copy: f32,
    /// How much their days are crowded; the chance that they tell one happening, and their cosine: in parts of [`WHOLE`].
    busy: u16,
    chance: u16,
    cosine: u16,
}

/// One, in whole parts: sums of them come out the same in any order.
const WHOLE: f64 = 65_535.0;

fn parts(share: f64) -> u16 {
    (share.clamp(0.0, 1.0) * WHOLE).round() as u16
}

fn share(parts: u16) -> f64 {
    f64::from(parts) / WHOLE
}

/// How alike two articles of crowded days are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Alike {
    pub(crate) chance: f64,
    pub(crate) cosine: f64,
    pub(crate) copied: f64,
}

impl Own {
    /// What holds where days are not crowded.
    pub(crate) fn plain(score: f64) -> Self {
        Self { plain: score as f32, ..Self::default() }
    }

    /// What holds where they are so much crowded, 0 to 1.
    pub(crate) fn crowd(score: f64, busy: f64, alike: &Alike) -> Self {
        Self {
            plain: ((1.0 - busy) * score) as f32,
            copy: (busy * alike.copied) as f32,
            busy: parts(busy).max(1),
            chance: parts(alike.chance),
            cosine: parts(alike.cosine),
        }
    }

    /// Whether the two are of crowded days.
    pub(crate) fn crowded(self) -> bool {
        self.busy > 0
    }

    /// The affinity by the two alone, where a copy is taken for one.
    pub(crate) fn alone(self) -> f32 {
        self.plain + self.copy.max((share(self.busy) * share(self.chance) * SCALE) as f32)
    }

    /// The affinity where this is the chance that they tell one happening.
    pub(crate) fn weight(self, chance: f64) -> f32 {
        let doubt = ((chance - NO_COPY.0) / (NO_COPY.1 - NO_COPY.0)).clamp(0.0, 1.0);
        let copy = (f64::from(self.copy) * doubt).min(MOST);
        self.plain + copy.max(share(self.busy) * chance * SCALE) as f32
    }
}

/// What one article is near to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Around<'a> {
    article: u32,
    ties: &'a [Tie],
    day: Option<i32>,
    /// Of those some days off: the two likest, and the two likeliest to tell one happening with it; with their numbers.
    likest: [(u16, u32); 2],
    likeliest: [(u16, u32); 2],
}

impl<'a> Around<'a> {
    /// Gathers it from the ties of an article.
    pub(crate) fn of(ties: &'a [Tie], article: u32, members: &impl Members) -> Self {
        let day = members.last_day(article);
        let mut around =
            Self { article, ties, day, likest: [(0, u32::MAX); 2], likeliest: [(0, u32::MAX); 2] };
        for tie in ties.iter().filter(|t| t.own.crowded()) {
            if far(day, members.last_day(tie.other)) {
                rank(&mut around.likest, (tie.own.cosine, tie.other));
                rank(&mut around.likeliest, (tie.own.chance, tie.other));
            }
        }
        around
    }

    /// The greatest of two, but for that of another article; of equal ones it does not matter which is kept.
    fn but_for(greatest: [(u16, u32); 2], other: u32) -> f64 {
        share(if greatest[0].1 == other { greatest[1].0 } else { greatest[0].0 })
    }
}

fn far(a: Option<i32>, b: Option<i32>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.abs_diff(b) >= FAR_DAYS)
}

/// The chance that two articles tell one happening, with all that both are near to; `own` is what they alone say.
pub(crate) fn chance(a: &Around<'_>, b: &Around<'_>, own: Own, members: &impl Members) -> f64 {
    let both = Both::of(a, b, members);
    let first = odds(share(own.chance).clamp(0.001, 0.999));
    let likest = Around::but_for(a.likest, b.article) + Around::but_for(b.likest, a.article);
    let likeliest = Around::but_for(a.likeliest, b.article) + Around::but_for(b.likeliest, a.article);
    let cosine = share(own.cosine);
    let on_other_days = if a.day == b.day { 0.0 } else { cosine };
    of_odds(
        0.55 * first - 2.66 * likest + 1.97 * likeliest + 3.07 * both.share() - 0.35 * both.far
            + 1.33 * cosine
            + 1.24 * on_other_days
            - 1.35,
    )
}

/// What both of two articles are likely one happening with.
#[derive(Debug, Default)]
struct Both {
    /// Sums of chances: of what both are near to, the lower of the two; of what either is, the higher.
    shared: u64,
    either: u64,
    /// Of `shared` what was printed some days off from one of them.
    far: f64,
}

impl Both {
    fn of(a: &Around<'_>, b: &Around<'_>, members: &impl Members) -> Self {
        let (mut both, mut far_off) = (Self::default(), 0_u64);
        let mut others = b.ties.iter().filter(|t| t.other != a.article).peekable();
        for tie in a.ties.iter().filter(|t| t.other != b.article) {
            while let Some(before) = others.next_if(|o| o.other < tie.other) {
                both.either += u64::from(before.own.chance);
            }
            let Some(other) = others.next_if(|o| o.other == tie.other) else {
                both.either += u64::from(tie.own.chance);
                continue;
            };
            let lower = u64::from(tie.own.chance.min(other.own.chance));
            both.shared += lower;
            both.either += u64::from(tie.own.chance.max(other.own.chance));
            let day = members.last_day(tie.other);
            if far(a.day, day) || far(b.day, day) {
                far_off += lower;
            }
        }
        both.either += others.map(|o| u64::from(o.own.chance)).sum::<u64>();
        both.far = far_off as f64 / WHOLE;
        both
    }

    /// What part of all that either is near to both are.
    fn share(&self) -> f64 {
        self.shared as f64 / WHOLE / (self.either as f64 / WHOLE + 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Articles of these days.
    struct Days(Vec<i32>);

    impl Members for Days {
        fn days(&self, article: u32) -> Vec<(i32, i32)> {
            self.0.get(article as usize).map(|day| (*day, *day)).into_iter().collect()
        }

        fn id(&self, _: u32) -> &str {
            ""
        }
    }

    fn own(chance: f64, cosine: f64) -> Own {
        Own::crowd(0.0, 1.0, &Alike { chance, cosine, copied: 0.0 })
    }

    fn tie(other: u32, own: Own) -> Tie {
        Tie { other, weight: own.alone(), own }
    }

    /// The chance of the articles 0 and 1, as alike as `two` says, of which each is tied to what is named.
    fn between(two: Own, first: &[(u32, Own)], second: &[(u32, Own)], days: &[i32]) -> f64 {
        let days = Days(days.to_vec());
        let ties = |to: u32, others: &[(u32, Own)]| -> Vec<Tie> {
            std::iter::once(tie(to, two)).chain(others.iter().map(|(other, own)| tie(*other, *own))).collect()
        };
        let (a, b) = (ties(1, first), ties(0, second));
        let (a, b) = (Around::of(&a, 0, &days), Around::of(&b, 1, &days));
        let there = chance(&a, &b, two, &days);
        assert_eq!(there.to_bits(), chance(&b, &a, two, &days).to_bits(), "either may come first");
        there
    }

    #[test]
    fn what_is_as_like_to_other_days_is_of_a_series() {
        let (two, other_day) = (own(0.8, 0.5), own(0.3, 0.5));
        let alone = between(two, &[], &[], &[7, 7]);
        let of_series = between(two, &[(2, other_day)], &[(3, other_day)], &[7, 7, 4, 10]);
        let next_day = between(two, &[(2, other_day)], &[(3, other_day)], &[7, 7, 6, 8]);
        assert!(of_series < alone - 0.1 && next_day > of_series + 0.1, "{alone} {of_series} {next_day}");
    }

    #[test]
    fn what_both_are_near_to_brings_them_together() {
        let near = own(0.8, 0.4);
        let alone = between(near, &[], &[], &[7, 7]);
        let apart = between(near, &[(2, near)], &[(3, near)], &[7; 4]);
        let together = between(near, &[(2, near), (3, near)], &[(2, near), (3, near)], &[7; 4]);
        assert!(apart <= alone && together > alone + 0.05, "{alone} {apart} {together}");
    }

    #[test]
    fn a_copy_counts_where_the_chance_does_not_speak_against_it() {
        let copy = Own::crowd(0.0, 1.0, &Alike { chance: 0.1, cosine: 0.9, copied: 0.8 });
        assert!(f64::from(copy.weight(0.1)) < BAR, "a bulletin written by one pattern");
        assert!(f64::from(copy.weight(0.6)) >= BAR);
        assert!(f64::from(own(0.9, 0.3).weight(0.6)) < BAR, "no copy");
    }
}
