//! Which places tell no happening apart: provinces, great cities, rivers.
//!
//! That depends on which other places the pile names, and only ever grows: once a place holds enough others, it stays
//! general. So a new name changes little, and the order in which names come changes nothing.

use crate::profile::{GENERAL, never_particular};
use riwayat_claims::{EntityId, Lexicon};
use std::collections::BTreeMap;

/// The places that a pile names.
#[derive(Debug, Default)]
pub(crate) struct Places {
    names: BTreeMap<u32, EntityId>,
    known: BTreeMap<EntityId, Known>,
}

/// A place that the lexicon knows.
#[derive(Debug, Default)]
struct Known {
    terms: Vec<u32>,
    /// How many other places that the pile names lie in it.
    held: usize,
    never: bool,
}

impl Known {
    fn general(&self) -> bool {
        self.never || self.held >= GENERAL
    }
}

impl Places {
    /// Takes in a place that the pile has not named so far; answers with the terms that are general from now on.
    pub(crate) fn meet(&mut self, term: u32, place: &EntityId, lexicon: &Lexicon) -> Vec<u32> {
        self.names.insert(term, place.clone());
        if lexicon.name_of(place).is_none() {
            return Vec::new();
        }
        if let Some(known) = self.known.get_mut(place) {
            known.terms.push(term);
            return if known.general() { vec![term] } else { Vec::new() };
        }
        let mut now = Vec::new();
        let mut own = Known { terms: vec![term], held: 0, never: never_particular(place, lexicon) };
        for (other, known) in &mut self.known {
            own.held += usize::from(lexicon.within(other, place));
            let before = known.general();
            known.held += usize::from(lexicon.within(place, other));
            if known.general() && !before {
                now.extend(&known.terms);
            }
        }
        if own.general() {
            now.push(term);
        }
        self.known.insert(place.clone(), own);
        now
    }

    /// The name of a place.
    pub(crate) fn name(&self, term: u32) -> Option<&EntityId> {
        self.names.get(&term)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(order: &[&str]) -> Vec<String> {
        let mut places = Places::default();
        let mut general: Vec<String> = Vec::new();
        for (n, name) in order.iter().enumerate() {
            let now = places.meet(u32::try_from(n).unwrap(), &EntityId::from(*name), Lexicon::builtin());
            general.extend(now.iter().map(|t| order[*t as usize].to_owned()));
        }
        general.sort();
        general
    }

    #[test]
    fn what_is_general_does_not_depend_on_the_order() {
        let names = ["syria", "hajin", "damascus", "raqqa", "euphrates", "aleppo"];
        let mut turned = names;
        turned.reverse();
        let general = met(&names);
        assert!(general.contains(&"syria".to_owned()) && general.contains(&"euphrates".to_owned()));
        assert!(!general.contains(&"hajin".to_owned()));
        assert_eq!(general, met(&turned));
    }
}
