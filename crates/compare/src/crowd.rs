//! The chance that two articles of crowded days tell one happening.
//!
//! Where all that papers print is held, every kind of news comes every day: weather, markets, one office's acts. What is
//! of one kind is told in the same words, so many common words in both leads speak against one happening; rare ones, and
//! days and places that both name, speak for it. A logistic model, fitted to 1,325 pairs of newspaper articles that were
//! read by people who had not seen what the program made of them.

use crate::affinity::{Ground, Side, Sum, gap};
use crate::finder::packed::Entry;
use crate::similarity::chance;

/// Below this cosine hardly any two articles tell one happening, and nothing more is asked. 0.05 to 0.1: of a thousand pairs
/// that the model finds as likely as not, one lies below.
const LEAST_COSINE: f64 = 0.06;
/// Days apart after which hardly anything speaks for one happening (Gaussian). Days, 1 to 3.
const DECAY_DAYS: f64 = 2.0;
/// What is taken for the told part of a title where there is none. 0 to 1.
const UNTITLED: f64 = 0.5;
/// So many of the rarest terms of both leads are looked at.
const RAREST: usize = 8;
/// So many of the places that both leads name, and of those that one names.
const PLACES: (usize, usize) = (3, 4);

/// How near two articles are by words and days.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Near {
    /// The cosines of the wholes, and of titles and leads.
    pub(crate) whole: f64,
    pub(crate) lead: f64,
    /// Days between them; `None` where those of one are open.
    pub(crate) gap: Option<i32>,
}

/// The chance that two articles tell one happening, 0 to 1.
pub(crate) fn of(ground: &Ground<'_>, a: &Side, b: &Side, near: Near) -> f64 {
    if near.whole < LEAST_COSINE {
        return 0.0;
    }
    let told = Told::of(ground, a, b);
    let days = f64::from(near.gap.unwrap_or(0)) / DECAY_DAYS;
    let (longer, shorter) = (a.entries.len().max(b.entries.len()), a.entries.len().min(b.entries.len()));
    let lengths = (longer as f64 / shorter as f64).ln();
    chance(
        4.44 * near.whole + 3.04 * near.lead - 5.34 * told.common_share()
            + 2.45 * told.rarest[0]
            + 0.67 * told.rarest[3..].iter().sum::<f64>()
            + 1.41 * told.title
            + 2.9 * (-days * days).exp()
            + if one_day_told(a, b) { 0.86 } else { 0.0 }
            + 0.82 * told.places_shared.iter().sum::<f64>()
            - 0.36 * told.places_apart.iter().sum::<f64>()
            + 0.58 * lengths
            - 8.37,
    )
}

/// What two articles tell alike and apart; every weight is a rarity, 0 (in nearly every article) to 1 (in one).
#[derive(Debug, Default)]
struct Told {
    /// The rarest terms of both leads, the rarest first.
    rarest: [f64; RAREST],
    /// All terms that stand in both leads, and those of a lead that the other article does not have.
    shared: Sum,
    apart: Sum,
    /// How much of a title the other article tells: of the title of which it tells more.
    title: f64,
    places_shared: [f64; PLACES.0],
    places_apart: [f64; PLACES.1],
}

impl Told {
    fn of(ground: &Ground<'_>, a: &Side, b: &Side) -> Self {
        let (mut told, mut titles) = (Self::default(), [(Sum::default(), Sum::default()); 2]);
        let mut of_one = |side: usize, entry: &Entry, other: Option<&Entry>| {
            if entry.lead == 0 {
                return;
            }
            let rarity = ground.weights.rarity(ground.idf(entry.term));
            if entry.title {
                titles[side].0.add(rarity);
                titles[side].1.add(if other.is_some() { rarity } else { 0.0 });
            }
            match other {
                None => told.apart_in(ground, entry, rarity),
                Some(other) if side == 0 && other.lead > 0 => told.shared_in(ground, entry, rarity),
                Some(_) => {}
            }
        };
        let mut others = b.entries.iter().peekable();
        for entry in &a.entries {
            while let Some(before) = others.next_if(|o| o.term < entry.term) {
                of_one(1, before, None);
            }
            let other = others.next_if(|o| o.term == entry.term);
            of_one(0, entry, other);
            if let Some(other) = other {
                of_one(1, other, Some(entry));
            }
        }
        others.for_each(|left| of_one(1, left, None));
        let covered =
            |(all, told): (Sum, Sum)| if all.get() > 0.0 { told.get() / all.get() } else { UNTITLED };
        told.title = covered(titles[0]).max(covered(titles[1]));
        told
    }

    fn shared_in(&mut self, ground: &Ground<'_>, entry: &Entry, rarity: f64) {
        self.shared.add(rarity);
        rank(&mut self.rarest, rarity);
        if ground.particular(entry) {
            rank(&mut self.places_shared, rarity);
        }
    }

    fn apart_in(&mut self, ground: &Ground<'_>, entry: &Entry, rarity: f64) {
        self.apart.add(rarity);
        if ground.particular(entry) {
            rank(&mut self.places_apart, rarity);
        }
    }

    /// How much of what the leads tell stands in both, each term by its rarity alone.
    fn common_share(&self) -> f64 {
        let (shared, apart) = (self.shared.get(), self.apart.get());
        if shared > 0.0 { shared / (shared + apart) } else { 0.0 }
    }
}

/// Puts one among the greatest, which stand in falling order.
pub(crate) fn rank<T: PartialOrd>(greatest: &mut [T], one: T) {
    if let Some(at) = greatest.iter().position(|g| one > *g) {
        greatest[at..].rotate_right(1);
        greatest[at] = one;
    }
}

/// True where both tell of a day before their last, which mostly is that of printing, and it is one day.
fn one_day_told(a: &Side, b: &Side) -> bool {
    let told = |side: &Side| -> Vec<(i32, i32)> {
        let last = side.days.iter().map(|d| d.1).max();
        side.days.iter().copied().filter(|d| Some(d.1) < last).collect()
    };
    gap(&told(a), &told(b)) == Some(0)
}
