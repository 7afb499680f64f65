//! What a pile lends to the comparison of one event of it, so that this comes out as it does among all: how rare each word is
//! there, which camps have a column, which places are provinces.

use crate::profile::{Collection, Term};
use riwayat_claims::{CampId, EntityId};
use std::collections::BTreeSet;

/// What the comparison of one event takes from the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pile {
    /// How many articles there are.
    pub articles: usize,
    /// The camps that have a column, in order.
    pub columns: Vec<CampId>,
    /// The prints of terms, ascending, with the number of articles in which each stands; where that is one, it is left out.
    pub terms: Vec<(u64, u32)>,
    /// The places in which others lie that the articles name.
    pub general: BTreeSet<EntityId>,
}

impl Pile {
    /// What a whole collection lends.
    pub(crate) fn of(collection: &Collection, columns: Vec<CampId>, general: BTreeSet<EntityId>) -> Self {
        let several = collection.terms.iter().filter(|t| t.articles > 1);
        let mut terms: Vec<(u64, u32)> = several.map(|t| (t.print, t.articles)).collect();
        terms.sort_unstable();
        Self { articles: collection.articles, columns, terms, general }
    }

    /// In how many articles of the pile a term stands that was met in one of them.
    pub(crate) fn count(&self, term: &Term) -> u32 {
        let known = self.terms.binary_search_by_key(&term.print, |t| t.0);
        known.map_or(1, |at| self.terms[at].1)
    }
}

/// One event of a pile.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The pile.
    pub pile: &'a Pile,
    /// The claim with which the comparison of its storyline broke off ([`crate::Storyline::broken_off`]): id of the article,
    /// number of the claim.
    pub until: Option<(&'a str, usize)>,
}
