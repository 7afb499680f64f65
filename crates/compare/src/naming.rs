//! Naming: what each camp's outlets call the same actor or place, and the words they choose for deeds, the dead and
//! those who fight.

use crate::comparison::{Article, Naming, NamingUse};
use riwayat_claims::{CampId, EntityId, Lexicon, MentionKind, wordings};
use riwayat_text::Span;
use riwayat_text::normal::fold;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The names used in an event's articles (numbers in `articles`), the most often named entity first, then the words of
/// each group of [`wordings`], the commonest first. A place or a group is shown only where it goes by two names.
pub(crate) fn naming(
    articles: &[&Article<'_>],
    lexicon: &Lexicon,
    columns: &[CampId],
    members: &[usize],
) -> Vec<Naming> {
    let mut by_entity: BTreeMap<&EntityId, Uses> = BTreeMap::new();
    let mut by_wording: BTreeMap<&str, Uses> = BTreeMap::new();
    for &article in members {
        let a = articles[article];
        for mention in a.reading.mentions.iter().filter(|m| m.kind != MentionKind::Outlet) {
            let uses = by_entity.entry(&mention.entity).or_default();
            uses.by_two |= mention.kind == MentionKind::Place;
            let name = written(a.text, mention.span, || lexicon.name_of(&mention.entity).map(|(ar, _)| ar));
            uses.add(a.camp.cloned(), &name, (article, mention.span));
        }
        // Of one article alone there is nothing to set beside its words.
        let words = if members.len() > 1 { wordings(a.text, a.reading) } else { Vec::new() };
        for word in words {
            let uses = by_wording.entry(&word.wording.id).or_default();
            uses.by_two = true;
            uses.add(a.camp.cloned(), word.word, (article, word.span));
        }
    }
    let mut out = in_order(by_entity.into_iter().map(|(entity, uses)| (entity.clone(), uses)), columns);
    out.extend(in_order(by_wording.into_iter().map(|(id, uses)| (EntityId::from(id), uses)), columns));
    out
}

/// Those that are shown, the commonest first.
fn in_order(uses: impl Iterator<Item = (EntityId, Uses)>, columns: &[CampId]) -> Vec<Naming> {
    let shown = uses.filter(|(_, uses)| !uses.by_two || uses.names() > 1);
    let mut out: Vec<(usize, Naming)> =
        shown.map(|(entity, uses)| (uses.total, uses.naming(entity, columns))).collect();
    out.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.entity.cmp(&b.1.entity)));
    out.into_iter().map(|n| n.1).collect()
}

/// A name as it is written, its article whole: of للنظام the span holds «لنظام», and the name is «النظام». Whether the lam is the
/// name's own (للبنان), or two are written for three (للاذقية), its dictionary form tells; without one it stays as it is.
fn written<'a>(text: &'a str, span: Span, known: impl FnOnce() -> Option<&'a str>) -> Cow<'a, str> {
    let name = span.of(text);
    if !(name.starts_with('ل') && text[..span.start()].ends_with('ل')) {
        return name.into();
    }
    match known() {
        Some(known) if known.starts_with("الل") => format!("ال{name}").into(),
        Some(known) if !known.starts_with('ل') => format!("ا{name}").into(),
        _ => name.into(),
    }
}

#[derive(Default)]
struct Uses {
    /// Shown only where there are two names.
    by_two: bool,
    total: usize,
    /// By camp, by folded name.
    by_camp: BTreeMap<Option<CampId>, BTreeMap<String, NamingUse>>,
}

impl Uses {
    fn add(&mut self, camp: Option<CampId>, text: &str, place: (usize, Span)) {
        self.total += 1;
        let names = self.by_camp.entry(camp).or_default();
        let first = || NamingUse { text: text.to_owned(), places: Vec::new() };
        names.entry(key(text)).or_insert_with(first).places.push(place);
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
                for name in &mut names {
                    name.places.sort_unstable();
                }
                names.sort_by(|a, b| b.places.len().cmp(&a.places.len()).then(a.places.cmp(&b.places)));
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
