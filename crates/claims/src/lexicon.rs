//! The lexicon: actors, outlets, camps, places, reporting verbs, event types, loaded names.

use std::fmt;
use std::sync::Arc;

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
    /// Why that camp.
    pub why: String,
}

/// All that the reader knows beforehand.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    camps: Vec<Camp>,
    outlets: Vec<Outlet>,
}

impl Lexicon {
    /// The lexicon that ships with the program (the files of `lexicon/`, built in).
    #[must_use]
    pub fn builtin() -> Self {
        Self::default()
    }

    /// The version of the lexicon: a hash of its files, so that derived results can be keyed by it.
    #[must_use]
    pub fn version(&self) -> &str {
        "0"
    }

    /// The camps, in the order of their columns.
    #[must_use]
    pub fn camps(&self) -> &[Camp] {
        &self.camps
    }

    /// The outlets.
    #[must_use]
    pub fn outlets(&self) -> &[Outlet] {
        &self.outlets
    }

    /// The outlet with exactly this name (folded, quotes and a leading وكالة/قناة/صحيفة/موقع/شبكة apart) or
    /// domain (of a URL or bare).
    #[must_use]
    pub fn outlet(&self, _name_or_domain: &str) -> Option<&Outlet> {
        None
    }

    /// The neutral display name of an entity, Arabic and English, where the lexicon has it.
    #[must_use]
    pub fn name_of(&self, _entity: &EntityId) -> Option<(&str, &str)> {
        None
    }

    /// True where `inner` lies in `outer` (a quarter in its city, a town in its governorate), or is it.
    #[must_use]
    pub fn within(&self, inner: &EntityId, outer: &EntityId) -> bool {
        inner == outer
    }
}
