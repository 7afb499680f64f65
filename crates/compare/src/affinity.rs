//! How near two articles are, and by what: words, places, actors, days.
//!
//! Words alone do not tell two happenings of one war apart: they share the actors, the verbs and the province. So the
//! cosine of the leads is scaled by what makes a happening particular: its places, its days, its headline. And long
//! texts share ordinary words by chance, as two match reports or two market reports do: what chance gives texts of
//! their length is taken off first. What all articles of a pile name (its country, its king) tells nothing in it.

use crate::profile::{Collection, Kind, Profile, Term};
use crate::telling::near;
use crate::vector::Sparse;
use riwayat_claims::{EntityId, Lexicon};

/// The affinity of two articles, with what it rests on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Affinity {
    /// 0 to 1.
    pub(crate) score: f64,
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

/// Measures two articles of the collection.
pub(crate) fn affinity(collection: &Collection, lexicon: &Lexicon, a: usize, b: usize) -> Affinity {
    let (pa, pb) = (&collection.profiles[a], &collection.profiles[b]);
    let gap = pa.when.gap(&pb.when);
    let words = LEAD_SHARE * beyond_chance(&pa.lead_vector, &pb.lead_vector)
        + (1.0 - LEAD_SHARE) * beyond_chance(&pa.vector, &pb.vector);
    let places = common(collection, pa, pb, |t| matches!(t.kind, Kind::Place(_)) && t.particular);
    let actors = common(collection, pa, pb, |t| matches!(t.kind, Kind::Actor(_)));
    let place_factor = match places {
        None => 1.0,
        Some(p) if p > 0.0 => 1.0 + PLACES_SHARED * p,
        Some(_) if words < NO_MATTER || nested(collection, lexicon, pa, pb) => 1.0,
        Some(_) => PLACES_APART,
    };
    let actor_factor = 1.0 + ACTORS_SHARED * actors.unwrap_or(0.0);
    let day_factor = 1.0 + DAYS_SHARED * gap.map_or(0.0, |g| rarity(collection, a, b) * time_factor(Some(g)));
    let title_factor = titles(collection, pa, pb);
    let busy = busy(pa, pb);
    let one = if busy > 0.0 {
        let cosine = pa.vector.cosine(&pb.vector);
        let chance = in_the_crowd(collection, (pa, pb), cosine, gap, places) * CROWD_SCALE;
        chance.max(copied(cosine) * time_factor(gap))
    } else {
        0.0
    };
    let score = (words * time_factor(gap) * place_factor * actor_factor * day_factor * title_factor).min(1.0);
    Affinity { score: (1.0 - busy) * score + busy * one, places, gap }
}

/// Articles of the days of two, up to which a pile is one of chosen articles, and from which it is all that papers print:
/// there each kind of news comes every day, and what is like is seldom one happening. Articles, 100 to 2000.
const FEW: f64 = 200.0;
const MANY: f64 = 1000.0;

/// How much the days of two articles are crowded, 0 to 1.
fn busy(a: &Profile, b: &Profile) -> f64 {
    let beside = a.beside.min(b.beside) as f64;
    if beside <= FEW { 0.0 } else { ((beside / FEW).ln() / (MANY / FEW).ln()).min(1.0) }
}

/// What brings the chance that [`in_the_crowd`] asks for to the bar of events.
const CROWD_SCALE: f64 = crate::event::BAR / LEAST_CHANCE;
/// The least chance that two articles of crowded days tell one happening, for them to be joined. 0.5 to 0.8.
const LEAST_CHANCE: f64 = 0.7;
/// Cosine of whole texts from which one is likely a copy or rewrite of the other. 0.6 to 0.75.
const COPY: f64 = 0.65;
/// Days apart after which, in a crowd, hardly anything speaks for one happening (Gaussian). Days, 1 to 3.
const CROWD_DAYS: f64 = 2.0;

/// How near two texts of this cosine are to being one, 0 to 1.
fn copied(cosine: f64) -> f64 {
    ((cosine - COPY) / (1.0 - COPY)).max(0.0).sqrt()
}

/// The chance that two articles of crowded days tell one happening: a logistic model fitted to 432 pairs of newspaper
/// articles that were read. Rare terms of the leads and the days tell most; places in common little, as all the news of a
/// town names it.
fn in_the_crowd(
    collection: &Collection,
    (a, b): (&Profile, &Profile),
    cosine: f64,
    gap: Option<i32>,
    places: Option<f64>,
) -> f64 {
    let mut rarest = [0.0_f64; 3];
    let mut shared = 0_u32;
    for (term, _) in a.lead_vector.shared(&b.lead_vector) {
        shared += 1;
        let rarity = collection.rarity(term);
        if let Some(at) = rarest.iter().position(|r| rarity > *r) {
            rarest[at..].rotate_right(1);
            rarest[at] = rarity;
        }
    }
    let title = a.title.iter().filter(|t| b.title.contains(t)).map(|t| collection.rarity(*t));
    let days = f64::from(gap.unwrap_or(0)) / CROWD_DAYS;
    let sum = 2.9 * cosine
        + 2.7 * rarest.iter().sum::<f64>()
        + 2.7 * (-days * days).exp()
        + 0.85 * title.fold(0.0, f64::max)
        - 0.7 * f64::from(shared + 1).ln()
        - places.map_or(0.9, |p| if p > 0.0 { 0.0 } else { 1.1 })
        - 5.95;
    1.0 / (1.0 + (-sum).exp())
}

/// The cosine of two texts beyond what chance gives texts of their length, 0 to 1.
fn beyond_chance(a: &Sparse, b: &Sparse) -> f64 {
    let terms = ((a.entries().len() * b.entries().len()) as f64).sqrt();
    let chance = (CHANCE * (terms - SHORT)).clamp(0.0, MOST_CHANCE);
    ((a.cosine(b) - chance) / (1.0 - chance)).max(0.0)
}

/// [`TITLES_APART`] where both have a headline and no telling term stands in both, rising to 1 with how rare those are
/// that do.
fn titles(collection: &Collection, a: &Profile, b: &Profile) -> f64 {
    if a.title.is_empty() || b.title.is_empty() {
        return 1.0;
    }
    let mut both: Vec<u32> = a.title.iter().copied().filter(|t| b.title.contains(t)).collect();
    both.sort_unstable();
    both.dedup();
    let telling = both.into_iter().filter(|t| collection.terms[*t as usize].tells());
    let shared: f64 = telling.map(|t| collection.rarity(t)).sum();
    TITLES_APART + (1.0 - TITLES_APART) * shared.min(1.0)
}

fn time_factor(gap: Option<i32>) -> f64 {
    gap.map_or(TIME_OPEN, |days| {
        let x = f64::from(days) / DECAY_DAYS;
        (-x * x).exp()
    })
}

/// How rare the days of two articles are in the collection, 0 (all are of them) to 1: days in common tell much in a
/// pile that spans years, and nothing in one week's newspapers.
fn rarity(collection: &Collection, a: usize, b: usize) -> f64 {
    let of = |n: usize| collection.profiles[n].rarity;
    of(a).min(of(b))
}

/// How much the names of a kind that both leads have speak for one matter, 0 (none in common) to 1: each halves what is
/// missing, or less where many articles name it. `None` where a lead names none.
fn common(collection: &Collection, a: &Profile, b: &Profile, is: impl Fn(&Term) -> bool) -> Option<f64> {
    let of = |p: &Profile| -> Vec<u32> {
        let terms = p.lead_vector.entries().iter().map(|e| e.0);
        terms.filter(|t| is(&collection.terms[*t as usize])).collect()
    };
    let (x, y) = (of(a), of(b));
    let weight = |t: &u32| (NAME_RARITY * collection.rarity(*t)).min(1.0);
    let shared: f64 = x.iter().filter(|t| y.contains(t)).map(weight).sum();
    (!x.is_empty() && !y.is_empty()).then(|| 1.0 - 0.5_f64.powf(shared))
}

/// True where a place that one names lies in one that the other names.
fn nested(collection: &Collection, lexicon: &Lexicon, a: &Profile, b: &Profile) -> bool {
    let of = |p: &Profile| -> Vec<&EntityId> {
        let kinds = p.lead_vector.entries().iter().map(|(t, _)| &collection.terms[*t as usize].kind);
        kinds.filter_map(|k| if let Kind::Place(e) = k { Some(e) } else { None }).collect()
    };
    near(lexicon, &of(a), &of(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two texts of `terms` terms with `shared` of them in common.
    fn texts(terms: u32, shared: u32) -> (Sparse, Sparse) {
        let of = |from: u32| Sparse::unit((from..from + terms).map(|t| (t, 1.0)).collect());
        (of(0), of(terms - shared))
    }

    #[test]
    fn an_eighth_in_common_tells_in_digests_and_not_in_long_texts() {
        let (a, b) = texts(24, 3);
        assert!((beyond_chance(&a, &b) - 0.125).abs() < 1e-6);
        let (a, b) = texts(80, 10);
        assert!(beyond_chance(&a, &b) < 1e-9);
        let (a, b) = texts(80, 60);
        assert!(beyond_chance(&a, &b) > 0.5);
    }
}
