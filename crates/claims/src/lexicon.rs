//! The lexicon: actors, outlets, camps, places, counted nouns, loaded names. The files lie in `lexicon/` at the root of
//! the project and are built in; reporting verbs and event types are read by the modules that use them.

mod build;
#[cfg(test)]
mod checks;
pub(crate) mod names;
pub(crate) mod nouns;
mod own;
mod place;
pub(crate) mod signals;
pub(crate) mod source;

pub use own::{OwnEntries, OwnEntry, OwnFault, OwnKind};

use crate::facts::Known;
use names::Names;
use nouns::Nouns;
use riwayat_text::table::{Memo, Table};
use signals::Signals;
use std::fmt;
use std::sync::{Arc, LazyLock};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    };
}

id! {
    /// Names an actor, place, person, organisation or outlet.
    EntityId
}
id! {
    /// Names a camp: `pro-sdf`, `opposition`, `pro-government`, or one that the analyst defines.
    CampId
}

/// A camp: a side with its labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Camp {
    /// Its id.
    pub id: CampId,
    /// Arabic label (مؤيد لقسد).
    pub ar: String,
    /// English label.
    pub en: String,
}

/// An outlet: who publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Its id.
    pub id: EntityId,
    /// Display name, the first of its names.
    pub name: String,
    /// Every name, as written.
    pub names: Vec<String>,
    /// Domains.
    pub domains: Vec<String>,
    /// Default camp; `None` = unassigned.
    pub camp: Option<CampId>,
    /// Why that camp, in English.
    pub why: String,
    /// The same in Arabic.
    pub why_ar: String,
}

/// All that the reader knows beforehand.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    version: String,
    camps: Vec<Camp>,
    outlets: Vec<Outlet>,
    /// Folded name or domain to its place in `outlets`.
    outlet_keys: Table<String, usize>,
    entities: Table<EntityId, Entity>,
    pub(crate) names: Names,
    pub(crate) nouns: Arc<Nouns>,
    pub(crate) signals: Arc<Signals>,
    /// What was found out about words before.
    pub(crate) known: Memo<Known>,
}

/// What is known of an entity apart from its names in a text.
#[derive(Debug, Clone, Default)]
struct Entity {
    ar: String,
    en: String,
    /// The area a place lies in, or the body an actor is part of.
    parent: Option<EntityId>,
    camp: Option<CampId>,
    /// Where the names are attested.
    source: Option<String>,
    /// Degrees north and east, of places.
    position: Option<(f64, f64)>,
    /// True for what belongs to the conflict in Syria; see [`Lexicon::is_syrian`].
    syrian: bool,
    /// True for a state whose news is of another theatre.
    apart: bool,
    /// What a dossier calls it, in whatever language.
    called: Option<String>,
}

impl Lexicon {
    /// The lexicon that ships with the program (the files of `lexicon/`, built in), made at the first call and kept.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(build::builtin);
        &BUILTIN
    }

    /// Makes what otherwise is made at the first reading: parts that do not need one another, the first of which
    /// [`Lexicon::builtin`] is made of. They may run beside it.
    #[must_use]
    pub fn preparations() -> [fn(); 7] {
        [
            build::prepare_places,
            || _ = build::words(),
            || _ = crate::words::words(),
            || _ = crate::happening::happenings(),
            crate::sense::prepare,
            riwayat_text::date::prepare,
            riwayat_text::number::prepare,
        ]
    }

    /// The version of the lexicon: a hash of its files, so that derived results can be keyed by it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The camps, in the order of their columns.
    #[must_use]
    pub fn camps(&self) -> &[Camp] {
        &self.camps
    }

    /// The outlets, by id.
    #[must_use]
    pub fn outlets(&self) -> &[Outlet] {
        &self.outlets
    }

    /// The outlet with exactly this name (folded, quotes and a leading وكالة/قناة/صحيفة/موقع/شبكة apart) or
    /// domain (of a URL or bare).
    ///
    /// ```
    /// let lexicon = riwayat_claims::Lexicon::builtin();
    /// let id = |name| lexicon.outlet(name).map(|o| o.id.to_string());
    /// assert_eq!(id("صحيفة \"عنب بلدي\"").as_deref(), Some("enab-baladi"));
    /// assert_eq!(id("https://www.enabbaladi.net/archives/1").as_deref(), Some("enab-baladi"));
    /// assert_eq!(id("جريدة لا وجود لها"), None);
    /// ```
    #[must_use]
    pub fn outlet(&self, name_or_domain: &str) -> Option<&Outlet> {
        let index = self
            .outlet_keys
            .get(&outlet_key(name_or_domain))
            .or_else(|| domains_of(name_or_domain).iter().find_map(|d| self.outlet_keys.get(d)))?;
        self.outlets.get(*index)
    }

    /// The neutral display name of an entity, Arabic and English, where the lexicon has it.
    #[must_use]
    pub fn name_of(&self, entity: &EntityId) -> Option<(&str, &str)> {
        self.entities.get(entity).map(|e| (e.ar.as_str(), e.en.as_str()))
    }

    /// What an entity is called in what the program says: as the dossier calls it, else by its neutral name; Arabic and
    /// English.
    #[must_use]
    pub fn called(&self, entity: &EntityId) -> Option<(&str, &str)> {
        let entity = self.entities.get(entity)?;
        let own = entity.called.as_deref();
        Some((own.unwrap_or(&entity.ar), own.unwrap_or(&entity.en)))
    }

    /// True where `inner` lies in `outer` (a quarter in its city, a town in its governorate), or is it; of
    /// actors, where `inner` is part of `outer`.
    ///
    /// ```
    /// use riwayat_claims::Lexicon;
    /// let lexicon = Lexicon::builtin();
    /// assert!(lexicon.within(&"hajin".into(), &"deir-ez-zor-governorate".into()));
    /// assert!(lexicon.within(&"hajin".into(), &"syria".into()));
    /// assert!(!lexicon.within(&"syria".into(), &"hajin".into()));
    /// ```
    #[must_use]
    pub fn within(&self, inner: &EntityId, outer: &EntityId) -> bool {
        self.chain(inner).any(|id| id == outer)
    }

    /// The forces that a person of the lexicon leads or is of: جنود بشار الأسد are those of his state.
    pub(crate) fn led_by(&self, person: &EntityId) -> Option<EntityId> {
        let of = self.chain(person).nth(1)?;
        let forces = EntityId::from(format!("{of}-forces").as_str());
        Some(if self.entities.contains_key(&forces) { forces } else { of.clone() })
    }

    /// How many areas hold a place, one in the other: a country none, a governorate one, a town two, a quarter three.
    ///
    /// ```
    /// let lexicon = riwayat_claims::Lexicon::builtin();
    /// assert_eq!(lexicon.depth(&"hajin".into()), 2);
    /// ```
    #[must_use]
    pub fn depth(&self, place: &EntityId) -> usize {
        self.chain(place).count() - 1
    }

    /// The camp of an actor, where it has one.
    #[must_use]
    pub fn camp_of(&self, entity: &EntityId) -> Option<&CampId> {
        self.entities.get(entity)?.camp.as_ref()
    }

    /// Where the names of an entity are attested, where the lexicon says so.
    ///
    /// ```
    /// let lexicon = riwayat_claims::Lexicon::builtin();
    /// assert_eq!(lexicon.source_of(&"hajin".into()), Some("GeoNames 174506"));
    /// ```
    #[must_use]
    pub fn source_of(&self, entity: &EntityId) -> Option<&str> {
        self.entities.get(entity)?.source.as_deref()
    }

    /// Latitude and longitude of a place in degrees, north and east positive, where the lexicon has them.
    ///
    /// ```
    /// let lexicon = riwayat_claims::Lexicon::builtin();
    /// let (latitude, longitude) = lexicon.position_of(&"hajin".into()).unwrap();
    /// assert!((34.6..34.8).contains(&latitude) && (40.7..40.9).contains(&longitude));
    /// assert_eq!(lexicon.position_of(&"sdf".into()), None);
    /// ```
    #[must_use]
    pub fn position_of(&self, entity: &EntityId) -> Option<(f64, f64)> {
        self.entities.get(entity)?.position
    }

    /// An entity and all that holds it, from the inside out.
    fn chain<'a>(&'a self, entity: &'a EntityId) -> impl Iterator<Item = &'a EntityId> {
        std::iter::successors(Some(entity), |id| self.entities.get(id)?.parent.as_ref()).take(MAX_NESTING)
    }

    /// True for places in Syria and for actors of its conflict: an article that names one is read as about it.
    pub(crate) fn is_syrian(&self, entity: &EntityId) -> bool {
        self.chain(entity).any(|id| self.entities.get(id).is_some_and(|e| e.syrian))
    }

    /// True for what belongs to another theatre: a state that has no part in Syria, and its places and forces.
    pub(crate) fn is_apart(&self, entity: &EntityId) -> bool {
        self.chain(entity).any(|id| self.entities.get(id).is_some_and(|e| e.apart))
    }

    /// The province of the same name as a city, where there is one.
    pub(crate) fn province_of(&self, city: &EntityId) -> Option<EntityId> {
        let id = EntityId::from(format!("{city}-governorate").as_str());
        self.entities.contains_key(&id).then_some(id)
    }
}

/// How deep places nest at most: quarter, city, district, province, country, with room to spare. Keeps a circle of
/// parents, which a test forbids, from running for ever.
const MAX_NESTING: usize = 8;

/// Words before the name of an outlet that are not part of it.
const OUTLET_WORDS: [&str; 12] = [
    "وكاله",
    "قناه",
    "صحيفه",
    "جريده",
    "موقع",
    "شبكه",
    "مجله",
    "اذاعه",
    "فضائيه",
    "راديو",
    "تلفزيون",
    "منصه",
];

/// The folded words of an outlet's name, quotes and a leading type word apart.
pub(crate) fn outlet_key(name: &str) -> String {
    let mut words = names::words_of(name);
    if words.len() > 1 && OUTLET_WORDS.contains(&&*words[0]) {
        words.remove(0);
    }
    words.join(" ")
}

/// The host of a URL or a bare domain, and its parents: `ara.reuters.com` and `reuters.com`.
fn domains_of(text: &str) -> Vec<String> {
    let host = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or("").trim().to_ascii_lowercase();
    let mut out = Vec::new();
    let mut rest = host.as_str();
    while rest.contains('.') {
        out.push(rest.to_owned());
        rest = rest.split_once('.').map_or("", |(_, parent)| parent);
    }
    out
}
