//! The lexicon's files as they are written: what each table may hold. Only shapes; meaning is made elsewhere.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Every file of the lexicon with its name, in the order in which they are hashed into the version.
pub(crate) const FILES: [(&str, &str); 12] = [
    ("actors.toml", include_str!("../../../../lexicon/actors.toml")),
    ("befalls.toml", include_str!("../../../../lexicon/befalls.toml")),
    ("camps.toml", include_str!("../../../../lexicon/camps.toml")),
    ("counted.toml", include_str!("../../../../lexicon/counted.toml")),
    ("events.toml", include_str!("../../../../lexicon/events.toml")),
    ("given-names.txt", include_str!("../../../../lexicon/given-names.txt")),
    ("loaded.toml", include_str!("../../../../lexicon/loaded.toml")),
    ("nations.toml", include_str!("../../../../lexicon/nations.toml")),
    ("outlets.toml", include_str!("../../../../lexicon/outlets.toml")),
    ("places-geonames.tsv", include_str!("../../../../lexicon/places-geonames.tsv")),
    ("places.tsv", include_str!("../../../../lexicon/places.tsv")),
    ("verbs.toml", include_str!("../../../../lexicon/verbs.toml")),
];

/// `signals.toml`, apart because it is code's vocabulary more than knowledge; hashed with the rest.
pub(crate) const SIGNALS: &str = include_str!("../../../../lexicon/signals.toml");

/// The text of one file of [`FILES`]; empty where there is none of that name.
pub(crate) fn file(name: &str) -> &'static str {
    FILES.iter().find(|(n, _)| *n == name).map_or("", |(_, text)| text)
}

#[derive(Deserialize)]
pub(crate) struct Camps {
    pub camp: Vec<CampEntry>,
}

#[derive(Deserialize)]
pub(crate) struct CampEntry {
    pub id: String,
    pub ar: String,
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutletEntry {
    pub en: String,
    pub names: Vec<String>,
    #[serde(default)]
    pub guarded: Vec<String>,
    #[serde(default)]
    pub domains: Vec<String>,
    pub camp: Option<String>,
    pub why: String,
    pub why_ar: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActorEntry {
    #[serde(default)]
    pub kind: ActorKind,
    pub camp: Option<String>,
    pub en: String,
    pub names: Vec<String>,
    #[serde(default)]
    pub own: Vec<String>,
    #[serde(default)]
    pub hostile: Vec<String>,
    #[serde(default)]
    pub honorific: Vec<String>,
    #[serde(default)]
    pub bare: Vec<String>,
    #[serde(default)]
    pub seats: Vec<String>,
    pub part_of: Option<String>,
    pub source: String,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ActorKind {
    #[default]
    Actor,
    Organisation,
    Person,
}

#[derive(Deserialize)]
pub(crate) struct Nations {
    pub templates: BTreeMap<String, Template>,
    pub nation: BTreeMap<String, NationEntry>,
}

#[derive(Deserialize)]
pub(crate) struct Template {
    pub neutral: Vec<String>,
    #[serde(default)]
    pub hostile: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NationEntry {
    pub en: String,
    pub names: Vec<String>,
    #[serde(default)]
    pub seats: Vec<String>,
    pub adjectives: Vec<String>,
    #[serde(default)]
    pub people: Vec<String>,
    pub slug: String,
    pub camp: String,
    #[serde(default)]
    pub apart: bool,
    pub reads_as: ReadsAs,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ReadsAs {
    Actor,
    Place,
}

#[derive(Deserialize)]
pub(crate) struct Counted {
    pub noun: Vec<NounEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NounEntry {
    pub unit: String,
    pub group: Option<String>,
    pub status: Option<String>,
    pub side: Option<String>,
    pub one: Vec<String>,
    pub many: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Befalls {
    pub befall: Vec<BefallEntry>,
    pub words: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BefallEntry {
    pub status: String,
    pub before: Vec<String>,
    pub after: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Loaded {
    pub label: Vec<LoadedEntry>,
    pub epithet: Vec<LoadedEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LoadedEntry {
    pub words: Vec<String>,
    pub tone: String,
}

/// Reads one of the built-in files; a test reads them all, so that a broken one never ships.
pub(crate) fn parse<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the built-in lexicon is well-formed: tests read every file of it")
}
