//! Storylines: chains of events of one course of things.
//!
//! Two events hang together where the same actors meet at the same particular places within some months. Words do
//! not count: they are what the events of one war share anyway. A place that holds other places named in the
//! collection, a city or a province, is not particular: half a war happens in it.

use crate::cluster::{self, Graph};
use crate::comparison::Why;
use crate::event::Groups;
use crate::profile::{Collection, Kind};
use crate::when::between;
use crate::why;
use jiff::civil::Date;
use rayon::prelude::*;
use riwayat_claims::Lexicon;
use std::collections::BTreeMap;

/// Particular places that two events must share. Places, 1 to 3: one can be chance.
const LEAST_PLACES: usize = 2;
/// Actors that they must share. Actors, 1 to 3: a fight has two sides.
const LEAST_ACTORS: usize = 2;
/// Longest pause inside one storyline. Days, 60 to 365.
const LONGEST_PAUSE: i32 = 180;
/// Least mean share of particular places between two groups of events. 0 to 1.
const BAR: f64 = 0.3;
/// A place named in more of the events than this share tells nothing, from [`MANY`] events on. 0 to 1.
const COMMON: f64 = 0.1;
/// Events from which a place can be common. Events, 20 to 100.
const MANY: usize = 40;

/// What an event is known by.
struct Known {
    places: Vec<u32>,
    actors: Vec<u32>,
    days: Option<(Date, Date)>,
}

/// The storylines of the groups, each ascending, in order of their first group, with what holds each together.
pub(crate) fn storylines(
    collection: &Collection,
    lexicon: &Lexicon,
    found: &Groups<'_>,
) -> Vec<(Vec<usize>, Why)> {
    let known: Vec<Known> = found.groups.par_iter().map(|g| Known::of(collection, g)).collect();
    let mut at: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (n, event) in known.iter().enumerate() {
        for place in &event.places {
            at.entry(*place).or_default().push(n);
        }
    }
    let most = if known.len() < MANY { known.len() } else { (known.len() as f64 * COMMON) as usize };
    at.retain(|_, events| events.len() <= most);
    let telling: Vec<Vec<u32>> =
        (known.iter()).map(|e| e.places.iter().copied().filter(|p| at.contains_key(p)).collect()).collect();
    // The later events that share enough places with one.
    let ties = |a: usize| -> Vec<((usize, usize), f64)> {
        let mut met: Vec<usize> = Vec::new();
        for events in telling[a].iter().map(|place| &at[place]) {
            met.extend(&events[events.partition_point(|b| *b <= a)..]);
        }
        met.sort_unstable();
        let near = met.chunk_by(|x, y| x == y).filter(|same| same.len() >= LEAST_PLACES);
        let tie = |same: &[usize]| {
            let b = same[0];
            let fewer = telling[a].len().min(telling[b].len());
            hang_together(&known[a], &known[b]).then(|| ((a, b), same.len() as f64 / fewer as f64))
        };
        near.filter_map(tie).collect()
    };
    let mut graph = Graph::new(known.len());
    graph.edges = (0..known.len()).into_par_iter().flat_map_iter(ties).collect();
    let stories = cluster::groups(&graph, BAR);
    stories
        .into_iter()
        .map(|s| {
            let why = reason(collection, lexicon, &known, &s);
            (s, why)
        })
        .collect()
}

impl Known {
    fn of(collection: &Collection, group: &[usize]) -> Self {
        let mut terms: Vec<u32> =
            group.iter().flat_map(|m| collection.profiles[*m].vector.entries()).map(|e| e.0).collect();
        terms.sort_unstable();
        terms.dedup();
        let of = |is: fn(&Kind) -> bool| {
            terms.iter().copied().filter(move |t| is(&collection.terms[*t as usize].kind))
        };
        let hulls = group.iter().filter_map(|m| collection.profiles[*m].when.hull());
        Self {
            places: of(|k| matches!(k, Kind::Place(_)))
                .filter(|t| collection.terms[*t as usize].particular)
                .collect(),
            actors: of(|k| matches!(k, Kind::Actor(_))).collect(),
            days: hulls.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))),
        }
    }
}

/// True where two events share actors enough, and no long pause lies between them.
fn hang_together(a: &Known, b: &Known) -> bool {
    let shared = a.actors.iter().filter(|t| b.actors.binary_search(t).is_ok()).count();
    let pause = match (a.days, b.days) {
        (Some(a), Some(b)) => between(a.1, b.0).max(between(b.1, a.0)),
        _ => 0,
    };
    shared >= LEAST_ACTORS && pause <= LONGEST_PAUSE
}

/// The places and actors that the events of a storyline share.
fn reason(collection: &Collection, lexicon: &Lexicon, known: &[Known], story: &[usize]) -> Why {
    let [_, _, ..] = story else {
        return Why { ar: "حدث واحد".into(), en: "one event".into() };
    };
    let common = |of: fn(&Known) -> &Vec<u32>| -> Why {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for t in story.iter().flat_map(|e| of(&known[*e])) {
            *counts.entry(*t).or_default() += 1;
        }
        let mut terms: Vec<(u32, usize)> = counts.into_iter().filter(|(_, n)| *n > 1).collect();
        terms.sort_by_key(|(t, n)| (usize::MAX - n, *t));
        let names: Vec<Why> =
            terms.iter().take(why::LONGEST_LIST).map(|(t, _)| why::term(collection, lexicon, *t)).collect();
        why::list(&names)
    };
    let (places, actors) = (common(|k| &k.places), common(|k| &k.actors));
    let mut out = Why::default();
    out.push(&format!("أماكن مشتركة: {}", places.ar), &format!("shared places: {}", places.en));
    out.push(&format!("أطراف مشتركة: {}", actors.ar), &format!("shared actors: {}", actors.en));
    out
}
