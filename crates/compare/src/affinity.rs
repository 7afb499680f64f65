//! How near two articles are, and by what: words, places, actors, days.
//!
//! Words alone do not tell two happenings of one war apart: they share the actors, the verbs and the province. So the
//! cosine of the leads is scaled by what makes a happening particular: its places and its days.

use crate::profile::{Collection, Kind, Profile};
use riwayat_claims::Lexicon;

/// The affinity of two articles, with what it rests on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Affinity {
    /// 0 to 1.
    pub(crate) score: f64,
    /// Cosine of the leads.
    pub(crate) lead: f64,
    /// Cosine of everything.
    pub(crate) whole: f64,
    /// Days between them; `None` where one of them is open.
    pub(crate) gap: Option<i32>,
    /// Terms that both have, the heaviest first.
    pub(crate) shared: Vec<u32>,
    /// How far the places of the leads agree, 0 (none shared) to 1; `None` where one of them names none.
    pub(crate) places: Option<f64>,
}

/// Share of the lead in the words' part; the rest is the whole text. 0 to 1.
const LEAD_SHARE: f64 = 0.6;
/// Days after which a report of the same matter counts little more than half (Gaussian). Days, 3 to 10.
const DECAY_DAYS: f64 = 7.0;
/// What is left where one of the two cannot be placed in time. 0 to 1.
const TIME_OPEN: f64 = 0.8;
/// What is left where both name places and share none. 0 to 1.
const PLACES_APART: f64 = 0.5;

/// Measures two articles of the collection.
pub(crate) fn affinity(collection: &Collection, lexicon: &Lexicon, a: usize, b: usize) -> Affinity {
    let (pa, pb) = (&collection.profiles[a], &collection.profiles[b]);
    let lead = pa.lead_vector.cosine(&pb.lead_vector);
    let whole = pa.vector.cosine(&pb.vector);
    let gap = pa.when.gap(&pb.when);
    let places = places(collection, lexicon, pa, pb);
    let words = LEAD_SHARE * lead + (1.0 - LEAD_SHARE) * whole;
    let score = words * time_factor(gap) * places.map_or(1.0, |p| PLACES_APART + (1.0 - PLACES_APART) * p);
    Affinity { score, lead, whole, gap, shared: shared(pa, pb), places }
}

fn time_factor(gap: Option<i32>) -> f64 {
    gap.map_or(TIME_OPEN, |days| {
        let x = f64::from(days) / DECAY_DAYS;
        (-x * x).exp()
    })
}

fn shared(a: &Profile, b: &Profile) -> Vec<u32> {
    let mut shared: Vec<(u32, f32)> = a.vector.shared(&b.vector).collect();
    shared.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    shared.into_iter().map(|s| s.0).collect()
}

/// The share of the weight of the leads' places that lies on places both name.
fn places(collection: &Collection, lexicon: &Lexicon, a: &Profile, b: &Profile) -> Option<f64> {
    let of = |p: &Profile| -> Vec<(u32, f32)> {
        let place = |t: u32| matches!(collection.terms[t as usize].kind, Kind::Place(_));
        p.lead_vector.entries().iter().copied().filter(|(t, _)| place(*t)).collect()
    };
    let (pa, pb) = (of(a), of(b));
    if pa.is_empty() || pb.is_empty() {
        return None;
    }
    let met = |t: u32, other: &[(u32, f32)]| other.iter().any(|(o, _)| near(collection, lexicon, t, *o));
    let total: f32 = pa.iter().chain(&pb).map(|(_, w)| w).sum();
    let common: f32 = pa.iter().filter(|(t, _)| met(*t, &pb)).chain(pb.iter().filter(|(t, _)| met(*t, &pa))).map(|(_, w)| w).sum();
    Some(f64::from(common / total))
}

/// True for one place.
fn near(_collection: &Collection, _lexicon: &Lexicon, a: u32, b: u32) -> bool {
    a == b
}
