//! The lexicon's files, and what each table may hold. Only shapes; meaning is made elsewhere.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The text of a file that the build script has made of one of `lexicon/`.
macro_rules! made {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file))
    };
}

pub(crate) const ACTORS: &str = made!("actors.json");
pub(crate) const BEFALLS: &str = made!("befalls.json");
pub(crate) const CAMPS: &str = made!("camps.json");
pub(crate) const COUNTED: &str = made!("counted.json");
pub(crate) const EVENTS: &str = made!("events.json");
pub(crate) const LOADED: &str = made!("loaded.json");
pub(crate) const NATIONS: &str = made!("nations.json");
pub(crate) const OUTLETS: &str = made!("outlets.json");
pub(crate) const SIGNALS: &str = made!("signals.json");
pub(crate) const VERBS: &str = made!("verbs.json");
pub(crate) const WORDINGS: &str = made!("wordings.json");
pub(crate) const OPPOSITES: &str = made!("opposites.txt");
pub(crate) const SENSES: &str = made!("senses.txt");
pub(crate) const GIVEN_NAMES: &str = made!("given-names.txt");
pub(crate) const GEONAMES: &str = made!("places-geonames.tsv");
pub(crate) const PLACES: &str = made!("places.tsv");

/// A hash over every file of the lexicon, as sixteen hexadecimal digits.
pub(crate) const VERSION: &str = env!("LEXICON_VERSION");

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

/// Reads one of the built-in tables; a test reads them all, so that a broken one never ships.
pub(crate) fn parse<T: serde::de::DeserializeOwned>(table: &str) -> T {
    serde_json::from_str(table).expect("the built-in lexicon is well-formed: tests read every file of it")
}
