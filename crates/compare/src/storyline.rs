//! Storylines: chains of events of one course of things.
//!
//! Two events hang together where the same actors meet at the same particular places within some months. Words do
//! not count: they are what the events of one war share anyway.

use crate::event::Groups;
use crate::profile::Collection;
use riwayat_claims::Lexicon;

/// The storylines of the groups, each ascending, in order of their first group.
pub(crate) fn storylines(collection: &Collection, lexicon: &Lexicon, found: &Groups) -> Vec<Vec<usize>> {
    let _ = (collection, lexicon);
    (0..found.groups.len()).map(|g| vec![g]).collect()
}
