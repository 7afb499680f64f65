//! What a dossier puts over the lexicon: entities of its own, and other names, camps and parents for known ones.
//!
//! The analyst's word is the last one: a name that she gives to an entity is no other's, and one that she takes from it
//! is read as if the lexicon had never held it.

use super::names::{Sense, Usage, words_of};
use super::{CampId, Entity, EntityId, Lexicon, MAX_NESTING};
use crate::reading::{MentionKind, Tone};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Entries by the id of what they tell of.
pub type OwnEntries = BTreeMap<String, OwnEntry>;

/// What a dossier says of one entity. Of one that the lexicon knows, what is left out stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OwnEntry {
    /// What it is; an actor where neither this nor the lexicon says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<OwnKind>,
    /// Whose side it is on: the id of a camp.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub camp: Option<String>,
    /// Its name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// What it is called in what the program says, whatever its names are; nothing is found by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// Its names; the first is displayed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// What it calls itself, where others would not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<String>,
    /// What its opponents call it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hostile: Vec<String>,
    /// Names that praise it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub honorific: Vec<String>,
    /// Short forms, read only where nothing beside them makes them another's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bare: Vec<String>,
    /// Names that are also common words: read only behind a word that tells what they name, or quoted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guarded: Vec<String>,
    /// Names that the lexicon gives it and this dossier does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<String>,
    /// The larger body that it is part of, or the area in which it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Degrees north and east.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<(f64, f64)>,
    /// Who uses these names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What an entity of a dossier is. Outlets are not among them: they are the dossier's, with their camps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum OwnKind {
    Actor,
    Organisation,
    Person,
    Place,
}

impl From<OwnKind> for MentionKind {
    fn from(kind: OwnKind) -> Self {
        match kind {
            OwnKind::Actor => Self::Actor,
            OwnKind::Organisation => Self::Organisation,
            OwnKind::Person => Self::Person,
            OwnKind::Place => Self::Place,
        }
    }
}

/// Why an entry cannot stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnFault {
    /// An id is not of small Latin letters, digits and hyphens.
    Id,
    /// What the lexicon does not know has no name.
    Nameless,
    /// A name has no letter.
    EmptyName,
    /// There is no such camp.
    NoCamp(String),
    /// There is no such entity to be part of.
    NoParent(String),
    /// It would be part of itself.
    Circle(String),
    /// Another entry of the dossier has this name too.
    NameTwice {
        /// The name.
        name: String,
        /// Whose it is as well.
        other: String,
    },
    /// A name that is to be taken away is not its name.
    NotItsName(String),
    /// Degrees are beyond the poles or once round the world.
    Position,
}

impl OwnEntry {
    /// Its lists of names with what each says of them.
    fn lists(&self) -> [(&[String], Tone, Usage); 6] {
        [
            (&self.names, Tone::Neutral, Usage::Free),
            (&self.own, Tone::Own, Usage::Free),
            (&self.hostile, Tone::Hostile, Usage::Free),
            (&self.honorific, Tone::Honorific, Usage::Free),
            (&self.bare, Tone::Neutral, Usage::Bare),
            (&self.guarded, Tone::Neutral, Usage::Guarded),
        ]
    }

    fn all_names(&self) -> impl Iterator<Item = &String> {
        self.lists().into_iter().flat_map(|(names, ..)| names)
    }

    /// The name that is shown.
    fn shown(&self) -> Option<&String> {
        self.all_names().next()
    }
}

/// A name as names are compared: its folded words.
fn folded(name: &str) -> String {
    words_of(name).join(" ")
}

fn has_letters(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}

impl Lexicon {
    /// This lexicon with a dossier's entries over it.
    ///
    /// ```
    /// use riwayat_claims::{Lexicon, OwnEntry};
    /// let rif = OwnEntry { names: vec!["لواء النهر".into()], camp: Some("opposition".into()), ..OwnEntry::default() };
    /// let lexicon = Lexicon::builtin().with(&[("river-brigade".to_owned(), rif)].into());
    /// assert_eq!(lexicon.camp_of(&"river-brigade".into()).map(|c| c.as_str()), Some("opposition"));
    /// assert_ne!(lexicon.version(), Lexicon::builtin().version());
    /// ```
    #[must_use]
    pub fn with(&self, entries: &OwnEntries) -> Self {
        let mut out = self.clone();
        if entries.is_empty() {
            return out;
        }
        out.version = format!("{}+{:08x}", self.version, fingerprint(entries));
        for (id, entry) in entries {
            out.lay_over(&id.as_str().into(), entry);
        }
        out
    }

    fn lay_over(&mut self, id: &EntityId, entry: &OwnEntry) {
        for name in &entry.not {
            self.names.remove(name, id);
        }
        let known = self.entities.remove(id).unwrap_or_default();
        let entity = Entity {
            ar: entry.shown().cloned().unwrap_or(known.ar),
            en: entry.en.clone().unwrap_or(known.en),
            parent: entry.part_of.as_deref().map(EntityId::from).or(known.parent),
            camp: entry.camp.as_deref().map(CampId::from).or(known.camp),
            source: entry.source.clone().or(known.source),
            position: entry.position.or(known.position),
            called: entry.called.clone().or(known.called),
            ..known
        };
        if entry.camp.is_some() || entry.kind.is_some() {
            self.names.each_sense_of(id, |sense| {
                sense.camp = entity.camp.clone();
                sense.kind = entry.kind.map_or(sense.kind, MentionKind::from);
            });
        }
        let kind = entry.kind.map(MentionKind::from).or_else(|| self.names.kind_of(id));
        for (names, tone, usage) in entry.lists() {
            for name in names {
                let kind = kind.unwrap_or(MentionKind::Actor);
                let camp = entity.camp.clone();
                self.names.set(name, Sense { entity: id.clone(), kind, camp, tone, usage });
            }
        }
        self.entities.insert(id.clone(), entity);
    }

    /// What keeps entries from standing, with the id of the entry; `camps` are those that the dossier adds.
    #[must_use]
    pub fn faults(&self, entries: &OwnEntries, camps: &[String]) -> Vec<(String, OwnFault)> {
        let mut out = Vec::new();
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (id, entry) in entries {
            let mut fault = |fault| out.push((id.clone(), fault));
            let known = self.entities.contains_key(&EntityId::from(id.as_str()));
            if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            {
                fault(OwnFault::Id);
            }
            if !known && entry.shown().is_none() {
                fault(OwnFault::Nameless);
            }
            if entry.called.as_ref().is_some_and(|called| !has_letters(called)) {
                fault(OwnFault::EmptyName);
            }
            if let Some(camp) = &entry.camp
                && !self.camps.iter().any(|c| c.id.as_str() == camp)
                && !camps.contains(camp)
            {
                fault(OwnFault::NoCamp(camp.clone()));
            }
            if let Some(parent) = &entry.part_of {
                let there = self.entities.contains_key(&EntityId::from(parent.as_str()));
                if !there && !entries.contains_key(parent) {
                    fault(OwnFault::NoParent(parent.clone()));
                } else if self.runs_round(id, entries) {
                    fault(OwnFault::Circle(parent.clone()));
                }
            }
            for name in entry.all_names() {
                if !has_letters(name) {
                    fault(OwnFault::EmptyName);
                } else if let Some(other) = owners.insert(folded(name), id).filter(|other| other != id) {
                    fault(OwnFault::NameTwice { name: name.clone(), other: other.to_owned() });
                }
            }
            for name in &entry.not {
                if !self.names.has(name, &id.as_str().into()) {
                    fault(OwnFault::NotItsName(name.clone()));
                }
            }
            if entry.position.is_some_and(|(n, e)| !(n.abs() <= 90.0 && e.abs() <= 180.0)) {
                fault(OwnFault::Position);
            }
        }
        out
    }

    /// True where an entity is held by itself, the entries over it counted.
    fn runs_round(&self, id: &str, entries: &OwnEntries) -> bool {
        let parent = |of: &str| -> Option<String> {
            let own = entries.get(of).and_then(|e| e.part_of.clone());
            own.or_else(|| self.entities.get(&EntityId::from(of))?.parent.as_ref().map(ToString::to_string))
        };
        // A way that is longer than places nest is as bad as one without an end.
        std::iter::successors(parent(id), |at| parent(at)).take(MAX_NESTING).any(|at| at == id)
    }
}

/// Thirty-two bits that tell these entries from others.
fn fingerprint(entries: &OwnEntries) -> u32 {
    /// Where FNV-1a of 32 bits begins, and what it multiplies by.
    const OFFSET: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let text = serde_json::to_string(entries).unwrap_or_default();
    text.bytes().fold(OFFSET, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Input, read};

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|n| (*n).to_owned()).collect()
    }

    fn over(entries: &[(&str, OwnEntry)]) -> Lexicon {
        let entries: OwnEntries = entries.iter().map(|(id, e)| ((*id).to_owned(), e.clone())).collect();
        assert_eq!(Lexicon::builtin().faults(&entries, &[]), []);
        Lexicon::builtin().with(&entries)
    }

    /// What a text names: the words, the entity, its camp and how it is spoken of.
    fn named(lexicon: &Lexicon, text: &str) -> Vec<(String, String, Option<String>, Tone)> {
        let input = Input { title: "", text, published: None, outlet: None, camp: None };
        (read(&input, lexicon).mentions.iter())
            .map(|m| {
                (
                    m.span.of(text).to_owned(),
                    m.entity.to_string(),
                    m.camp.as_ref().map(ToString::to_string),
                    m.tone,
                )
            })
            .collect()
    }

    #[test]
    fn an_entity_of_the_dossiers_own_is_read_by_all_its_names() {
        let entry = OwnEntry {
            camp: Some("opposition".into()),
            names: names(&["سرايا الوادي"]),
            hostile: names(&["زمرة الوادي"]),
            part_of: Some("national-army".into()),
            ..OwnEntry::default()
        };
        let lexicon = over(&[("valley-company", entry)]);
        let text = "اشتبكت سرايا الوادي مع قسد، وقصفت زمرة الوادي القرية.";
        let got = named(&lexicon, text);
        let own = |words: &str, tone| {
            (words.to_owned(), "valley-company".to_owned(), Some("opposition".to_owned()), tone)
        };
        assert!(got.contains(&own("سرايا الوادي", Tone::Neutral)), "{got:?}");
        assert!(got.contains(&own("زمرة الوادي", Tone::Hostile)), "{got:?}");
        assert!(got.iter().any(|(_, id, ..)| id == "sdf"), "{got:?}");
        assert!(lexicon.within(&"valley-company".into(), &"national-army".into()));
    }

    #[test]
    fn a_known_actor_changes_camp_in_every_name_and_keeps_its_parts() {
        let entry = OwnEntry { camp: Some("opposition".into()), ..OwnEntry::default() };
        let lexicon = over(&[("ypg", entry)]);
        let camp = |text| named(&lexicon, text).into_iter().find(|m| m.1 == "ypg").and_then(|m| m.2);
        assert_eq!(camp("تقدمت وحدات حماية الشعب نحو البلدة.").as_deref(), Some("opposition"));
        assert_eq!(camp("قصفت ميليشيا وحدات الحماية البلدة.").as_deref(), Some("opposition"));
        assert_eq!(lexicon.name_of(&"ypg".into()), Lexicon::builtin().name_of(&"ypg".into()));
        assert!(lexicon.within(&"ypg".into(), &"sdf".into()));
    }

    #[test]
    fn a_name_moves_from_one_entity_to_another_or_is_taken_away() {
        let text = "أعلنت القوات الكردية سيطرتها على البلدة.";
        assert_eq!(named(Lexicon::builtin(), text)[0].1, "sdf");
        let moved = over(&[("ypg", OwnEntry { names: names(&["القوات الكردية"]), ..OwnEntry::default() })]);
        assert_eq!(named(&moved, text)[0].1, "ypg");
        let gone = over(&[("sdf", OwnEntry { not: names(&["القوات الكردية"]), ..OwnEntry::default() })]);
        assert!(named(&gone, text).iter().all(|m| m.1 != "sdf"));
        assert_eq!(
            gone.name_of(&"sdf".into()),
            Lexicon::builtin().name_of(&"sdf".into()),
            "it is shown as before"
        );
    }

    #[test]
    fn a_place_of_the_dossiers_own_lies_where_it_says() {
        let entry = OwnEntry {
            kind: Some(OwnKind::Place),
            names: names(&["تل السدرة"]),
            part_of: Some("hajin".into()),
            position: Some((34.69, 40.83)),
            ..OwnEntry::default()
        };
        let lexicon = over(&[("tall-sidrah", entry)]);
        assert_eq!(named(&lexicon, "دارت اشتباكات في تل السدرة.")[0].1, "tall-sidrah");
        assert!(lexicon.within(&"tall-sidrah".into(), &"deir-ez-zor-governorate".into()));
        assert_eq!(lexicon.position_of(&"tall-sidrah".into()), Some((34.69, 40.83)));
    }

    #[test]
    fn what_cannot_stand_is_told() {
        let faults = |entries: &[(&str, OwnEntry)]| {
            let entries: OwnEntries = entries.iter().map(|(id, e)| ((*id).to_owned(), e.clone())).collect();
            Lexicon::builtin().faults(&entries, &["own-mine".to_owned()])
        };
        let named = |name: &str| OwnEntry { names: names(&[name]), ..OwnEntry::default() };
        let one = |id: &str, entry: OwnEntry| faults(&[(id, entry)]).pop().map(|(_, fault)| fault);
        assert_eq!(
            one("own-side", OwnEntry { camp: Some("own-mine".into()), ..named("سرايا الوادي") }),
            None
        );
        assert_eq!(one("سرايا", named("سرايا الوادي")), Some(OwnFault::Id));
        assert_eq!(one("valley", OwnEntry::default()), Some(OwnFault::Nameless));
        assert_eq!(one("valley", named("«»")), Some(OwnFault::EmptyName));
        let camp = OwnEntry { camp: Some("oposition".into()), ..named("سرايا الوادي") };
        assert_eq!(one("valley", camp), Some(OwnFault::NoCamp("oposition".into())));
        let lost = OwnEntry { part_of: Some("nowhere".into()), ..named("سرايا الوادي") };
        assert_eq!(one("valley", lost), Some(OwnFault::NoParent("nowhere".into())));
        let round = OwnEntry { part_of: Some("ypg".into()), ..OwnEntry::default() };
        assert_eq!(one("sdf", round), Some(OwnFault::Circle("ypg".into())));
        let strange = OwnEntry { not: names(&["قوات النظام"]), ..OwnEntry::default() };
        assert_eq!(one("sdf", strange), Some(OwnFault::NotItsName("قوات النظام".into())));
        let far = OwnEntry { position: Some((f64::NAN, 40.0)), ..named("تل السدرة") };
        assert_eq!(one("tall", far), Some(OwnFault::Position));
        let twice = faults(&[("one", named("سرايا الوادي")), ("two", named("سَرايا الوادي"))]);
        let expected = OwnFault::NameTwice { name: "سَرايا الوادي".into(), other: "one".into() };
        assert_eq!(twice, [("two".to_owned(), expected)]);
    }
}
