//! How near two articles are, and by what: words, places, actors, days.
//!
//! Words alone do not tell two happenings of one war apart: they share the actors, the verbs and the province. So the
//! cosine of the leads is scaled by what makes a happening particular: its places, its days, its headline. And long
//! texts share ordinary words by chance, as two match reports or two market reports do: what chance gives texts of
//! their length is taken off first. What all articles of a pile name (its country, its king) tells nothing in it.

use crate::crowd::{self, Near};
use crate::finder::index::damp;
use crate::finder::packed::{Entry, Sort};
use crate::finder::places::Places;
use crate::finder::reference::Reference;
use crate::finder::series::{Alike, Own};
use crate::finder::vocabulary::{COMMON, GENERAL, Vocabulary};
use crate::finder::weights::Weights;
use crate::telling::near;
use riwayat_claims::{EntityId, Lexicon};

/// The affinity of two articles, with what it rests on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Affinity {
    /// How much the two alone say.
    pub(crate) own: Own,
    /// Share of the particular places of the leads that both name, 0 to 1; `None` where one of them names none.
    pub(crate) places: Option<f64>,
    /// Days between them; `None` where one of them is open.
    pub(crate) gap: Option<i32>,
}

/// Share of the lead in the words' part; the rest is the whole text. 0 to 1.
const LEAD_SHARE: f64 = 0.6;
/// Days after which a report of the same matter counts little more than a third (Gaussian). Days, 3 to 10.
const DECAY_DAYS: f64 = 7.0;
/// What is left where one of the two cannot be placed in time. 0 to 1.
const TIME_OPEN: f64 = 0.6;
/// What is left where both name places and share none. 0 to 1.
const PLACES_APART: f64 = 0.4;
/// Below this cosine no factor brings two articles together, so their places need no look-up. 0 to 0.02.
const NO_MATTER: f64 = 0.01;
/// What is left where both have headlines, and these share nothing telling. 0 to 1.
const TITLES_APART: f64 = 0.4;
/// Texts of up to so many telling terms share by chance next to nothing: digests of fifty words. Terms, 20 to 40.
const SHORT: f64 = 30.0;
/// How much of the cosine each further term adds by chance, measured on a fortnight of fourteen newspapers, where
/// texts of 80 terms on other matters of one page have a cosine of 0.14. 0.002 to 0.008.
const CHANCE: f64 = 0.006;
/// Chance gives no more than this, however long the texts. 0.15 to 0.35; rewrites of one report stay above 0.4.
const MOST_CHANCE: f64 = 0.3;
/// How much a name in common counts by its rarity: one in a tenth of the articles or fewer counts almost whole in a
/// small pile. Times, 1 to 2.
const NAME_RARITY: f64 = 1.5;
/// How much all places in common raise the words' part. Times, 0 to 4.
const PLACES_SHARED: f64 = 1.5;
/// How much all actors in common raise it. Times, 0 to 2.
const ACTORS_SHARED: f64 = 0.5;

/// How much days in common raise it, where few articles of the collection are of those days. Times, 0 to 3.
const DAYS_SHARED: f64 = 1.0;

/// An article as it is measured.
#[derive(Debug, Clone, Default)]
pub(crate) struct Side {
    /// Its terms, ascending.
    pub(crate) entries: Vec<Entry>,
    /// Its days.
    pub(crate) days: Vec<(i32, i32)>,
    /// How long its vectors are: of the whole, of title and lead.
    pub(crate) norms: (f32, f32),
    /// How many articles of the pile are of its days; none where they are open.
    pub(crate) beside: u32,
}

/// What articles of one pile are measured by.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// The weights of terms.
    pub(crate) weights: &'a Weights,
    /// In how many articles terms stand.
    pub(crate) reference: &'a Reference,
    /// Marks of terms.
    pub(crate) vocabulary: &'a Vocabulary,
    /// The places of the pile.
    pub(crate) places: &'a Places,
    /// What lies in what.
    pub(crate) lexicon: &'a Lexicon,
}

impl Ground<'_> {
    /// How much a term tells.
    pub(crate) fn idf(&self, term: u32) -> f32 {
        self.weights.idf(self.reference.count(term), self.vocabulary.is(term, COMMON))
    }

    /// True of a place that is not general in the pile.
    pub(crate) fn particular(&self, entry: &Entry) -> bool {
        entry.sort == Sort::Place && !self.vocabulary.is(entry.term, GENERAL)
    }
}

/// Measures two articles of a pile; either may come first.
pub(crate) fn affinity(ground: &Ground<'_>, a: &Side, b: &Side) -> Affinity {
    let gap = gap(&a.days, &b.days);
    let both = Both::of(ground, a, b);
    let cosine = both.whole.over(a.norms.0, b.norms.0);
    let (wholes, leads) = ((a.entries.len(), b.entries.len()), (leads(a).count(), leads(b).count()));
    let words = LEAD_SHARE * beyond_chance(both.lead.over(a.norms.1, b.norms.1), leads)
        + (1.0 - LEAD_SHARE) * beyond_chance(cosine, wholes);
    let places = common(both.places, a, b, |e| ground.particular(e));
    let actors = common(both.actors, a, b, |e| e.sort == Sort::Actor);
    let place_factor = match places {
        None => 1.0,
        Some(p) if p > 0.0 => 1.0 + PLACES_SHARED * p,
        Some(_) if words < NO_MATTER || nested(ground, a, b) => 1.0,
        Some(_) => PLACES_APART,
    };
    let actor_factor = 1.0 + ACTORS_SHARED * actors.unwrap_or(0.0);
    let rarity = ground.weights.rarity_of_days(a.beside).min(ground.weights.rarity_of_days(b.beside));
    let day_factor = 1.0 + DAYS_SHARED * gap.map_or(0.0, |g| rarity * time_factor(Some(g)));
    let factors = place_factor * actor_factor * day_factor * titles(&both, a, b);
    let score = (words * time_factor(gap) * factors).min(1.0);
    let busy = busy(a, b);
    let own = if busy > 0.0 {
        let near = Near { whole: cosine, lead: both.lead.over(a.norms.1, b.norms.1), gap };
        let alike = Alike {
            chance: crowd::of(ground, a, b, near),
            cosine,
            copied: copied(cosine) * time_factor(gap),
        };
        Own::crowd(score, busy, &alike)
    } else {
        Own::plain(score)
    };
    Affinity { own, places, gap }
}

/// A sum that comes out the same in whatever order its parts are added: of whole numbers, each a part in 2^32.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sum(i64);

/// One in a [`Sum`].
const ONE: f64 = 4_294_967_296.0;

impl Sum {
    /// Adds a part; of no more than some thousands, so that there is room for all.
    pub(crate) fn add(&mut self, part: f64) {
        self.0 += (part * ONE).round() as i64;
    }

    /// The sum.
    pub(crate) fn get(self) -> f64 {
        self.0 as f64 / ONE
    }

    /// The cosine of two vectors of which this is the product, 0 to 1.
    fn over(self, a: f32, b: f32) -> f64 {
        let long = f64::from(a) * f64::from(b);
        if long > 0.0 { (self.get() / long).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// What two articles have in common.
#[derive(Debug, Default)]
struct Both {
    /// Products of the wholes, and of title and lead.
    whole: Sum,
    lead: Sum,
    /// Of the terms that both titles have: how rare all are that tell.
    titles: Sum,
    /// How much the particular places, and the actors, of both leads count by their rarity.
    places: Sum,
    actors: Sum,
}

impl Both {
    fn of(ground: &Ground<'_>, a: &Side, b: &Side) -> Self {
        let mut both = Self::default();
        let mut others = b.entries.iter().peekable();
        for entry in &a.entries {
            while others.next_if(|o| o.term < entry.term).is_some() {}
            if let Some(other) = others.next_if(|o| o.term == entry.term) {
                both.add(ground, entry, other);
            }
        }
        both
    }

    fn add(&mut self, ground: &Ground<'_>, a: &Entry, b: &Entry) {
        let idf = ground.idf(a.term);
        let product = |x: u32, y: u32| f64::from(damp(x)) * f64::from(damp(y)) * f64::from(idf * idf);
        self.whole.add(product(a.whole, b.whole));
        let rarity = ground.weights.rarity(idf);
        if a.lead > 0 && b.lead > 0 {
            self.lead.add(product(a.lead, b.lead));
            self.add_lead(ground, a, b, rarity);
        }
        if a.title && b.title && !ground.vocabulary.is(a.term, COMMON | GENERAL) {
            self.titles.add(rarity);
        }
    }

    fn add_lead(&mut self, ground: &Ground<'_>, a: &Entry, b: &Entry, rarity: f64) {
        let weight = (NAME_RARITY * rarity).min(1.0);
        if ground.particular(a) && ground.particular(b) {
            self.places.add(weight);
        }
        if a.sort == Sort::Actor && b.sort == Sort::Actor {
            self.actors.add(weight);
        }
    }
}

/// The terms of title and lead.
fn leads(side: &Side) -> impl Iterator<Item = &Entry> {
    side.entries.iter().filter(|e| e.lead > 0)
}

/// Days between the days of two, 0 where they meet; `None` where those of one are open.
pub(crate) fn gap(a: &[(i32, i32)], b: &[(i32, i32)]) -> Option<i32> {
    let apart = |x: &(i32, i32), y: &(i32, i32)| y.0.saturating_sub(x.1).max(x.0.saturating_sub(y.1)).max(0);
    a.iter().flat_map(|x| b.iter().map(move |y| apart(x, y))).min()
}

/// Articles of the days of two, up to which a pile is one of chosen articles, and from which it is all that papers print:
/// there each kind of news comes every day, and what is like is seldom one happening. Articles, 100 to 2000.
const FEW: f64 = 200.0;
const MANY: f64 = 1000.0;

/// How much the days of two articles are crowded, 0 to 1.
fn busy(a: &Side, b: &Side) -> f64 {
    let beside = f64::from(a.beside.min(b.beside));
    if beside <= FEW { 0.0 } else { ((beside / FEW).ln() / (MANY / FEW).ln()).min(1.0) }
}

/// Cosine of whole texts from which one is likely a copy or rewrite of the other. 0.6 to 0.75.
const COPY: f64 = 0.65;

/// How near two texts of this cosine are to being one, 0 to 1.
fn copied(cosine: f64) -> f64 {
    ((cosine - COPY) / (1.0 - COPY)).max(0.0).sqrt()
}

/// A cosine of two texts of so many terms beyond what chance gives texts of their length, 0 to 1.
fn beyond_chance(cosine: f64, terms: (usize, usize)) -> f64 {
    let terms = ((terms.0 * terms.1) as f64).sqrt();
    let chance = (CHANCE * (terms - SHORT)).clamp(0.0, MOST_CHANCE);
    ((cosine - chance) / (1.0 - chance)).max(0.0)
}

/// [`TITLES_APART`] where both have a headline and no telling term stands in both, rising to 1 with how rare those are
/// that do.
fn titles(both: &Both, a: &Side, b: &Side) -> f64 {
    let titled = |side: &Side| side.entries.iter().any(|e| e.title);
    if titled(a) && titled(b) {
        TITLES_APART + (1.0 - TITLES_APART) * both.titles.get().min(1.0)
    } else {
        1.0
    }
}

fn time_factor(gap: Option<i32>) -> f64 {
    gap.map_or(TIME_OPEN, |days| {
        let x = f64::from(days) / DECAY_DAYS;
        (-x * x).exp()
    })
}

/// How much the names of a kind that both leads have speak for one matter, 0 (none in common) to 1: each halves what is
/// missing, or less where many articles name it. `None` where a lead names none.
fn common(shared: Sum, a: &Side, b: &Side, is: impl Fn(&Entry) -> bool) -> Option<f64> {
    (leads(a).any(&is) && leads(b).any(&is)).then(|| 1.0 - 0.5_f64.powf(shared.get()))
}

/// True where a place that one names lies in one that the other names.
fn nested(ground: &Ground<'_>, a: &Side, b: &Side) -> bool {
    let of = |side| -> Vec<&EntityId> { leads(side).filter_map(|e| ground.places.name(e.term)).collect() };
    near(ground.lexicon, &of(a), &of(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_eighth_in_common_tells_in_digests_and_not_in_long_texts() {
        assert!((beyond_chance(0.125, (24, 24)) - 0.125).abs() < 1e-6);
        assert!(beyond_chance(0.125, (80, 80)) < 1e-9);
        assert!(beyond_chance(0.75, (80, 80)) > 0.5);
    }

    #[test]
    fn a_sum_does_not_depend_on_its_order() {
        let parts = [0.1, 3700.25, 1e-9, 0.7, 12.0 / 7.0];
        let of = |parts: &mut dyn Iterator<Item = f64>| {
            let mut sum = Sum::default();
            parts.for_each(|p| sum.add(p));
            sum
        };
        assert_eq!(of(&mut parts.iter().copied()), of(&mut parts.iter().rev().copied()));
        assert!((of(&mut parts.iter().copied()).get() - parts.iter().sum::<f64>()).abs() < 1e-6);
    }

    #[test]
    fn days_that_meet_are_not_apart() {
        assert_eq!(gap(&[(0, 3)], &[(2, 9)]), Some(0));
        assert_eq!(gap(&[(0, 0), (20, 20)], &[(14, 15)]), Some(5));
        assert_eq!(gap(&[], &[(1, 1)]), None);
    }
}
