//! The places and actors by which events can be looked for: those that matter in each, and labels once for all of them.

use super::Scene;
use crate::view::{EventHead, NamedHead, NamedKind, Text};
use riwayat_claims::{EntityId, Mention, MentionKind};
use riwayat_compare::Event;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most places that stand for one event. 1 to 5: where it happened, and what it lies in or next to.
const PLACES: usize = 3;

/// Most actors that stand for one event. 2 to 8: the sides, and who speaks for them.
const ACTORS: usize = 5;

/// What is named by fewer than one article in so many of those that name the first is told by the way. 2 to 4.
const SHARE: usize = 2;

/// Most of each kind that the whole dossier offers, those in most events first. 100 to 1,000: nobody looks through more in
/// a list, and the overview stays as light as it was.
const OFFERED: usize = 400;

/// In how many articles and claims of an event something is named.
type Count = (usize, usize);

impl Scene<'_> {
    /// The places and actors of the events of a list, those of most events first.
    #[must_use]
    pub fn named_heads(&self, heads: &[EventHead]) -> Vec<NamedHead> {
        let place: HashMap<&str, usize> = heads.iter().enumerate().map(|(n, h)| (h.id.as_str(), n)).collect();
        let mut found: BTreeMap<(NamedKind, &EntityId), Vec<usize>> = BTreeMap::new();
        let mut words: BTreeMap<&EntityId, &str> = BTreeMap::new();
        for event in &self.found.events {
            let Some(at) = place.get(event.id.as_str()) else { continue };
            for (kind, id) in self.named_in(event, &mut words) {
                found.entry((kind, id)).or_default().push(*at);
            }
        }
        let mut all: Vec<NamedHead> = (found.into_iter())
            .map(|((kind, id), mut events)| {
                events.sort_unstable();
                NamedHead { id: id.to_string(), kind, label: self.label(id, words.get(id).copied()), events }
            })
            .collect();
        all.sort_by(|a, b| {
            (a.kind, Reverse(a.events.len()), &a.id).cmp(&(b.kind, Reverse(b.events.len()), &b.id))
        });
        let mut offered = BTreeMap::new();
        all.retain(|named| {
            let n = offered.entry(named.kind).or_insert(0);
            *n += 1;
            *n <= OFFERED
        });
        all
    }

    /// The main places and actors of the claims of one event; the first words for each are kept.
    fn named_in<'s>(
        &'s self,
        event: &Event,
        words: &mut BTreeMap<&'s EntityId, &'s str>,
    ) -> Vec<(NamedKind, &'s EntityId)> {
        let mut counts: BTreeMap<(NamedKind, &EntityId), Count> = BTreeMap::new();
        for article in &event.articles {
            let p = &self.prepared[*article];
            let mut here = BTreeSet::new();
            for claim in &p.reading.claims {
                let places = claim.places.iter().map(|m| &p.reading.mentions[*m]);
                let actors = claim.roles.iter().filter_map(|role| {
                    p.reading.mentions.iter().find(|m| m.span == role.span && m.entity == role.entity)
                });
                let named: BTreeSet<_> =
                    places.chain(actors).filter_map(|m| Some((kind_of(m)?, &m.entity, m.span))).collect();
                for (kind, id, span) in named {
                    words.entry(id).or_insert_with(|| span.of(&p.article.text));
                    let count = counts.entry((kind, id)).or_default();
                    count.0 += usize::from(here.insert((kind, id)));
                    count.1 += 1;
                }
            }
        }
        chief(&counts, NamedKind::Place, PLACES).chain(chief(&counts, NamedKind::Actor, ACTORS)).collect()
    }

    /// What the dossier calls an entity, else its neutral name; where the lexicon has none, the words for it.
    pub(super) fn label(&self, id: &EntityId, words: Option<&str>) -> Text {
        let plain = |text: &str| Text { ar: text.to_owned(), en: text.to_owned() };
        match self.know.lexicon().called(id) {
            Some((ar, en)) => Text { ar: ar.to_owned(), en: en.to_owned() },
            None => plain(words.unwrap_or_default()),
        }
    }
}

/// Those of one kind that most articles, then most claims, name.
fn chief<'c>(
    counts: &BTreeMap<(NamedKind, &'c EntityId), Count>,
    kind: NamedKind,
    most: usize,
) -> impl Iterator<Item = (NamedKind, &'c EntityId)> {
    let mut of: Vec<_> =
        counts.iter().filter(|((k, _), _)| *k == kind).map(|((_, id), n)| (*n, *id)).collect();
    of.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let top = of.first().map_or(0, |(n, _)| n.0);
    of.into_iter().filter(move |(n, _)| n.0 * SHARE >= top).take(most).map(move |(_, id)| (kind, id))
}

fn kind_of(mention: &Mention) -> Option<NamedKind> {
    match mention.kind {
        MentionKind::Place => Some(NamedKind::Place),
        MentionKind::Actor | MentionKind::Organisation | MentionKind::Person => Some(NamedKind::Actor),
        MentionKind::Outlet => None,
    }
}
