//! Naming: what each camp's outlets call the same actor or place.

use crate::comparison::{Article, Naming, NamingUse};
use riwayat_claims::{CampId, EntityId, MentionKind};
use riwayat_text::normal::fold;
use std::collections::BTreeMap;

/// The names used in an event's articles (numbers in `articles`), the most often named entity first. A place is
/// shown only where it goes by two names.
pub(crate) fn naming(articles: &[&Article<'_>], columns: &[CampId], members: &[usize]) -> Vec<Naming> {
    let mut by_entity: BTreeMap<&EntityId, Uses> = BTreeMap::new();
    for &article in members {
        let a = articles[article];
        for mention in &a.reading.mentions {
            if mention.kind != MentionKind::Outlet {
                let uses = by_entity.entry(&mention.entity).or_default();
                uses.place |= mention.kind == MentionKind::Place;
                uses.add(a.camp.cloned(), mention.span.of(a.text), (article, mention.span));
            }
        }
    }
    let shown = |u: &Uses| !u.place || u.names() > 1;
    let mut out: Vec<(usize, Naming)> = by_entity
        .into_iter()
        .filter(|(_, u)| shown(u))
        .map(|(entity, uses)| (uses.total, uses.naming(entity.clone(), columns)))
        .collect();
    out.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.entity.cmp(&b.1.entity)));
    out.into_iter().map(|n| n.1).collect()
}

#[derive(Default)]
struct Uses {
    place: bool,
    total: usize,
    /// By camp, by folded name.
    by_camp: BTreeMap<Option<CampId>, BTreeMap<String, NamingUse>>,
}

impl Uses {
    fn add(&mut self, camp: Option<CampId>, text: &str, (article, span): (usize, riwayat_text::Span)) {
        self.total += 1;
        let names = self.by_camp.entry(camp).or_default();
        let first = || NamingUse { text: text.to_owned(), count: 0, article, span };
        names.entry(key(text)).or_insert_with(first).count += 1;
    }

    fn names(&self) -> usize {
        let mut all: Vec<&String> = self.by_camp.values().flat_map(|names| names.keys()).collect();
        all.sort();
        all.dedup();
        all.len()
    }

    fn naming(self, entity: EntityId, columns: &[CampId]) -> Naming {
        let mut by_camp: Vec<(Option<CampId>, Vec<NamingUse>)> = self
            .by_camp
            .into_iter()
            .map(|(camp, names)| {
                let mut names: Vec<NamingUse> = names.into_values().collect();
                names.sort_by(|a, b| {
                    b.count.cmp(&a.count).then((a.article, a.span).cmp(&(b.article, b.span)))
                });
                (camp, names)
            })
            .collect();
        by_camp.sort_by_key(|(camp, _)| {
            columns.iter().position(|c| Some(c) == camp.as_ref()).unwrap_or(usize::MAX)
        });
        Naming { entity, by_camp }
    }
}

/// A name folded, without the quotes and spaces in it.
fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
