//! Places: from GeoNames (credited in `lexicon/README.md`) and our own additions, with the area each lies in.

use crate::lexicon::EntityId;
use std::collections::BTreeMap;

/// A place of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub id: EntityId,
    pub en: String,
    /// The first is the display name.
    pub names: Vec<String>,
    /// The area in which it lies.
    pub parent: Option<EntityId>,
    pub usage: PlaceUse,
}

/// When a name is read as the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceUse {
    Free,
    /// Also a common word: only behind a type word, beside another place, or where the article says so elsewhere.
    Typed,
}

/// Reads `places-geonames.tsv` and, over it, `places.tsv`: a row of ours whose id is known puts its names before
/// the others and its parent and use in their place.
pub(crate) fn places(geonames: &str, ours: &str) -> Vec<Place> {
    let mut out: BTreeMap<EntityId, Place> = BTreeMap::new();
    for row in rows(geonames) {
        out.insert(row.id.clone(), row);
    }
    for row in rows(ours) {
        match out.get_mut(&row.id) {
            Some(known) => {
                let mut names = row.names;
                names.append(&mut known.names);
                names.dedup();
                *known = Place { names, ..row };
            }
            None => {
                out.insert(row.id.clone(), row);
            }
        }
    }
    out.into_values().collect()
}

/// Rows of `id, name, names (|), parent, use or further columns`; lines that begin with `#` are comments.
fn rows(text: &str) -> impl Iterator<Item = Place> {
    text.lines().filter(|l| !l.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t').map(str::trim);
        let (id, en, names) = (columns.next()?, columns.next()?, columns.next()?);
        let parent = columns.next().filter(|p| !p.is_empty()).map(EntityId::from);
        let usage = if columns.next() == Some("type") { PlaceUse::Typed } else { PlaceUse::Free };
        let names = names.split('|').map(str::to_owned).collect();
        Some(Place { id: id.into(), en: en.to_owned(), names, parent, usage })
    })
}
