//! Places: from GeoNames (credited in `lexicon/README.md`) and our own additions, with the area each lies in.

use crate::lexicon::EntityId;
use std::collections::BTreeMap;

/// A place of the lexicon.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub id: EntityId,
    pub en: String,
    /// The first is the display name.
    pub names: Vec<String>,
    /// Names that are also other names or words, marked `?` in the file: read as those of a [`PlaceUse::Typed`] place.
    pub guarded: Vec<String>,
    /// The area in which it lies.
    pub parent: Option<EntityId>,
    pub usage: PlaceUse,
    /// Degrees north and east.
    pub position: Option<(f64, f64)>,
    /// Where name and position are from.
    pub source: Option<String>,
}

/// When a name is read as the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceUse {
    Free,
    /// Also a common word: only behind a type word, beside another place, or where the article says so elsewhere.
    Typed,
}

/// Reads `places-geonames.tsv` and, over it, `places.tsv`: a row of ours whose id is known puts its names before
/// the others and its parent and use in their place; position and source stay GeoNames'.
pub(crate) fn places(geonames: &str, ours: &str) -> Vec<Place> {
    let mut out: BTreeMap<EntityId, Place> = BTreeMap::new();
    for row in rows(geonames, geonames_columns) {
        out.insert(row.id.clone(), row);
    }
    for row in rows(ours, own_columns) {
        match out.get_mut(&row.id) {
            Some(known) => {
                let mut names = row.names;
                names.append(&mut known.names);
                names.dedup();
                let source = known.source.take().or(row.source);
                let mut guarded = row.guarded;
                guarded.append(&mut known.guarded);
                *known = Place { names, guarded, position: known.position.or(row.position), source, ..row };
            }
            None => {
                out.insert(row.id.clone(), row);
            }
        }
    }
    out.into_values().collect()
}

/// What a file says of a place behind the five columns that both have.
type Located = (Option<(f64, f64)>, Option<String>);

/// `geonameid, latitude, longitude, population`.
fn geonames_columns(columns: &[&str]) -> Located {
    let source = columns.first().map(|id| format!("GeoNames {id}"));
    (columns.get(1..3).and_then(degrees), source)
}

/// `latitude, longitude, source`.
fn own_columns(columns: &[&str]) -> Located {
    let source = columns.get(2).filter(|s| !s.is_empty()).map(|s| (*s).to_owned());
    (columns.get(..2).and_then(degrees), source)
}

fn degrees(columns: &[&str]) -> Option<(f64, f64)> {
    Some((columns.first()?.parse().ok()?, columns.get(1)?.parse().ok()?))
}

/// Rows of `id, name, names (|), parent, use` and what `located` reads; lines that begin with `#` are comments.
fn rows(text: &str, located: fn(&[&str]) -> Located) -> impl Iterator<Item = Place> {
    text.lines().filter(|l| !l.starts_with('#')).filter_map(move |line| {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        let (id, en, names) = (columns.first()?, columns.get(1)?, columns.get(2)?);
        let parent = columns.get(3).filter(|p| !p.is_empty()).map(|p| EntityId::from(*p));
        let usage = if columns.get(4) == Some(&"type") { PlaceUse::Typed } else { PlaceUse::Free };
        let (position, source) = located(columns.get(5..).unwrap_or(&[]));
        let (guarded, free): (Vec<&str>, Vec<&str>) = names.split('|').partition(|n| n.starts_with('?'));
        let names = free.into_iter().map(str::to_owned).collect();
        let guarded = guarded.into_iter().map(|n| n.trim_start_matches('?').to_owned()).collect();
        Some(Place {
            id: (*id).into(),
            en: (*en).to_owned(),
            names,
            guarded,
            parent,
            usage,
            position,
            source,
        })
    })
}
