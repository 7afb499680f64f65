//! The oldest articles of a pile, which tell how rare terms are, and which terms they made rarer or commoner of late.

use super::weights::REFERENCE;
use std::collections::BTreeSet;

/// By what articles are ordered: first day (those without one last), print of the id, number.
pub(crate) type Age = (i32, u64, u32);

/// The oldest articles, and in how many of them each term stands.
#[derive(Debug, Default)]
pub(crate) struct Reference {
    oldest: BTreeSet<Age>,
    counts: Vec<u16>,
    /// Terms that were counted anew since [`Reference::changes`] was asked, with what they had.
    changed: Vec<(u32, u16)>,
}

impl Reference {
    /// True where an article of this age is of the reference.
    pub(crate) fn takes(&self, age: Age) -> bool {
        self.oldest.len() < REFERENCE || self.oldest.last().is_some_and(|last| age < *last)
    }

    /// Takes an article; answers with the one that is too young now.
    pub(crate) fn add(&mut self, age: Age, terms: impl Iterator<Item = u32>) -> Option<Age> {
        self.oldest.insert(age);
        for term in terms {
            self.changed.push((term, self.counts[term as usize]));
            self.counts[term as usize] += 1;
        }
        if self.oldest.len() > REFERENCE { self.oldest.last().copied() } else { None }
    }

    /// Lets an article go.
    pub(crate) fn remove(&mut self, age: Age, terms: impl Iterator<Item = u32>) {
        self.oldest.remove(&age);
        for term in terms {
            self.changed.push((term, self.counts[term as usize]));
            self.counts[term as usize] -= 1;
        }
    }

    /// Makes room for the terms of a vocabulary.
    pub(crate) fn widen(&mut self, terms: usize) {
        if terms > self.counts.capacity() {
            self.counts.reserve_exact(terms - self.counts.len() + terms / 8);
        }
        self.counts.resize(terms, 0);
    }

    /// In how many articles of the reference a term stands.
    pub(crate) fn count(&self, term: u32) -> u16 {
        self.counts[term as usize]
    }

    /// The terms that were counted anew, each with what it had at first; they are forgotten.
    pub(crate) fn changes(&mut self) -> Vec<(u32, u16)> {
        let mut changed = std::mem::take(&mut self.changed);
        changed.reverse();
        changed.sort_by_key(|c| c.0);
        changed.reverse();
        changed.dedup_by_key(|c| c.0);
        changed
    }

    /// Forgets which terms were counted anew.
    pub(crate) fn forget_changes(&mut self) {
        self.changed = Vec::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_name_each_term_once_with_what_it_had_at_first() {
        let mut reference = Reference::default();
        reference.widen(3);
        reference.add((0, 1, 0), [0, 1].into_iter());
        reference.forget_changes();
        reference.add((0, 2, 1), [1, 2].into_iter());
        reference.add((0, 3, 2), [1].into_iter());
        let mut changes = reference.changes();
        changes.sort_unstable();
        assert_eq!(changes, [(1, 1), (2, 0)]);
        assert_eq!(reference.count(1), 3);
    }

    #[test]
    fn the_youngest_goes_when_there_are_too_many() {
        let mut reference = Reference::default();
        for n in 0..u32::try_from(REFERENCE).unwrap() {
            assert_eq!(reference.add((5, u64::from(n), n), std::iter::empty()), None);
        }
        assert!(!reference.takes((6, 0, 9)) && reference.takes((4, 0, 9)));
        let last = u32::try_from(REFERENCE).unwrap() - 1;
        assert_eq!(reference.add((4, 0, 9), std::iter::empty()), Some((5, u64::from(last), last)));
    }
}
