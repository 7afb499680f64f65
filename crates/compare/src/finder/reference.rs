//! How many articles hold a term: of the oldest, which tell how rare terms are, and of all, for terms that those hardly
//! know.
//!
//! What the oldest articles do not name may be new and in every mouth: a name of today's. So a term that no more than
//! [`HARDLY`] of them hold is counted in the whole pile.

use super::weights::REFERENCE;
use std::collections::BTreeSet;

/// By what articles are ordered: first day (those without one last), print of the id, number.
pub(crate) type Age = (i32, u64, u32);

/// Terms of no more of the oldest articles than this are counted in the whole pile. Articles, 0 to 8: each such term of an
/// article has to be found by it.
pub(crate) const HARDLY: u16 = 2;

/// In how many articles a term stands: of the oldest, of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Count {
    oldest: u16,
    all: u32,
}

impl Count {
    /// True of a term that the oldest articles hardly know.
    pub(crate) fn hardly(self) -> bool {
        self.oldest <= HARDLY
    }

    /// In how many of the oldest articles it stands, or as good as stands.
    pub(crate) fn get(self) -> u16 {
        let all = u16::try_from(self.all).unwrap_or(u16::MAX);
        if self.hardly() { all.max(self.oldest) } else { self.oldest }
    }
}

/// The oldest articles, and in how many of them, and of all, each term stands.
#[derive(Debug, Default)]
pub(crate) struct Reference {
    oldest: BTreeSet<Age>,
    counts: Vec<u16>,
    all: Vec<u32>,
    /// Terms that were counted anew since [`Reference::changes`] was asked, with what they had.
    changed: Vec<(u32, Count)>,
}

impl Reference {
    /// Counts the terms of an article in the whole pile.
    pub(crate) fn count_in(&mut self, terms: impl Iterator<Item = u32>) {
        for term in terms {
            let before = self.count(term);
            if before.hardly() {
                self.changed.push((term, before));
            }
            self.all[term as usize] += 1;
        }
    }

    /// True where an article of this age is of the oldest.
    pub(crate) fn takes(&self, age: Age) -> bool {
        self.oldest.len() < REFERENCE || self.oldest.last().is_some_and(|last| age < *last)
    }

    /// Takes an article among the oldest; answers with the one that is too young now.
    pub(crate) fn add(&mut self, age: Age, terms: impl Iterator<Item = u32>) -> Option<Age> {
        self.oldest.insert(age);
        for term in terms {
            self.changed.push((term, self.count(term)));
            self.counts[term as usize] += 1;
        }
        if self.oldest.len() > REFERENCE { self.oldest.last().copied() } else { None }
    }

    /// Lets an article go that is too young.
    pub(crate) fn remove(&mut self, age: Age, terms: impl Iterator<Item = u32>) {
        self.oldest.remove(&age);
        for term in terms {
            self.changed.push((term, self.count(term)));
            self.counts[term as usize] -= 1;
        }
    }

    /// Makes room for the terms of a vocabulary.
    pub(crate) fn widen(&mut self, terms: usize) {
        if terms > self.counts.capacity() {
            let more = terms - self.counts.len() + terms / 8;
            self.counts.reserve_exact(more);
            self.all.reserve_exact(more);
        }
        self.counts.resize(terms, 0);
        self.all.resize(terms, 0);
    }

    /// In how many articles a term stands.
    pub(crate) fn count(&self, term: u32) -> Count {
        Count { oldest: self.counts[term as usize], all: self.all[term as usize] }
    }

    /// The terms that were counted anew, each with what it had at first; they are forgotten.
    pub(crate) fn changes(&mut self) -> Vec<(u32, Count)> {
        let mut changed = std::mem::take(&mut self.changed);
        changed.sort_by_key(|c| c.0);
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
        let had = |oldest| Count { oldest, all: 0 };
        assert_eq!(reference.changes(), [(1, had(1)), (2, had(0))]);
        assert_eq!(reference.count(1), had(3));
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

    #[test]
    fn what_the_oldest_hardly_know_is_counted_in_all() {
        assert_eq!(Count { oldest: 1, all: 400 }.get(), 400);
        assert_eq!(Count { oldest: 30, all: 400 }.get(), 30);
        assert_eq!(Count { oldest: 2, all: 2 }.get(), 2);
    }
}
