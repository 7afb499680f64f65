//! One article in few bytes: its days, its terms, how often and where they stand.
//!
//! Term numbers are written as steps from the last one, seven bits a byte; terms met early, which are mostly common
//! ones, have low numbers, so that most terms take two bytes or three.

use crate::profile::Kind;

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A word.
    Word,
    /// A place.
    Place,
    /// An actor, organisation or person.
    Actor,
}

impl Sort {
    /// What a kind is.
    pub(crate) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Word => Self::Word,
            Kind::Place(_) => Self::Place,
            Kind::Actor(_) => Self::Actor,
        }
    }
}

/// A term of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its number in the vocabulary.
    pub(crate) term: u32,
    /// How often it counts in the whole: once for each time, twice in lead or title.
    pub(crate) whole: u32,
    /// How often it counts in title and lead.
    pub(crate) lead: u32,
    /// True where it stands in the title.
    pub(crate) title: bool,
    /// What it is.
    pub(crate) sort: Sort,
}

/// An article as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Packed(Box<[u8]>);

/// Most times that a term counts in one article: an article of a thousand words of which each is the same. 255 to 65,535.
pub(crate) const MOST_TIMES: u32 = 1023;
/// Counts of the whole from which on they stand behind the head. Three bits.
const WHOLE_BEHIND: u32 = 7;
/// Counts of the lead from which on they stand behind the head. Two bits.
const LEAD_BEHIND: u32 = 3;

impl Packed {
    /// Packs an article; entries by term, each term once.
    pub(crate) fn new(days: &[(i32, i32)], entries: &[Entry]) -> Self {
        let mut out = Vec::with_capacity(entries.len() * 4);
        write(&mut out, days.len() as u32);
        for &(from, to) in days {
            write(&mut out, folded(from));
            write(&mut out, folded(to.saturating_sub(from)));
        }
        write(&mut out, entries.len() as u32);
        let mut last = 0;
        for entry in entries {
            write(&mut out, entry.term - last);
            last = entry.term;
            put(&mut out, entry);
        }
        Self(out.into_boxed_slice())
    }

    /// Its days.
    pub(crate) fn days(&self) -> Vec<(i32, i32)> {
        let mut at = 0;
        self.read_days(&mut at)
    }

    /// Its terms, ascending.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.open().1
    }

    /// Its days, and its terms, ascending.
    pub(crate) fn open(&self) -> (Vec<(i32, i32)>, Vec<Entry>) {
        let mut at = 0;
        let days = self.read_days(&mut at);
        let mut term = 0;
        let entries = (0..read(&self.0, &mut at)).map(|_| {
            term += read(&self.0, &mut at);
            take(&self.0, &mut at, term)
        });
        (days, entries.collect())
    }

    fn read_days(&self, at: &mut usize) -> Vec<(i32, i32)> {
        let many = read(&self.0, at);
        let stretch = |_| {
            let from = unfolded(read(&self.0, at));
            (from, from.saturating_add(unfolded(read(&self.0, at))))
        };
        (0..many).map(stretch).collect()
    }
}

/// Writes the head of a term, and what has no room in it behind.
fn put(out: &mut Vec<u8>, entry: &Entry) {
    let (whole, lead) = (entry.whole.min(WHOLE_BEHIND), entry.lead.min(LEAD_BEHIND));
    let sort = match entry.sort {
        Sort::Word => 0,
        Sort::Place => 1,
        Sort::Actor => 2,
    };
    out.push((whole | lead << 3 | u32::from(entry.title) << 5 | sort << 6) as u8);
    if whole == WHOLE_BEHIND {
        write(out, entry.whole - WHOLE_BEHIND);
    }
    if lead == LEAD_BEHIND {
        write(out, entry.lead - LEAD_BEHIND);
    }
}

fn take(bytes: &[u8], at: &mut usize, term: u32) -> Entry {
    let head = u32::from(bytes[*at]);
    *at += 1;
    let (mut whole, mut lead) = (head & WHOLE_BEHIND, head >> 3 & LEAD_BEHIND);
    if whole == WHOLE_BEHIND {
        whole += read(bytes, at);
    }
    if lead == LEAD_BEHIND {
        lead += read(bytes, at);
    }
    let sort = match head >> 6 {
        0 => Sort::Word,
        1 => Sort::Place,
        _ => Sort::Actor,
    };
    Entry { term, whole, lead, title: head >> 5 & 1 == 1, sort }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn write(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn read(bytes: &[u8], at: &mut usize) -> u32 {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = bytes[*at];
        *at += 1;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return number;
        }
        shift += 7;
    }
}

/// Signed to unsigned, so that small numbers of either sign are short.
fn folded(number: i32) -> u32 {
    (number << 1 ^ number >> 31) as u32
}

fn unfolded(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry() -> impl Strategy<Value = Entry> {
        let sort = prop_oneof![Just(Sort::Word), Just(Sort::Place), Just(Sort::Actor)];
        (any::<u32>(), 1..=MOST_TIMES, 0..=MOST_TIMES, any::<bool>(), sort)
            .prop_map(|(term, whole, lead, title, sort)| Entry { term, whole, lead, title, sort })
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_out_again(
            days in proptest::collection::vec((-800_000..800_000_i32, 0..40_i32), 0..4),
            mut entries in proptest::collection::vec(entry(), 0..40),
        ) {
            let days: Vec<_> = days.into_iter().map(|(from, long)| (from, from + long)).collect();
            entries.sort_by_key(|e| e.term);
            entries.dedup_by_key(|e| e.term);
            let packed = Packed::new(&days, &entries);
            prop_assert_eq!(packed.open(), (days.clone(), entries));
            prop_assert_eq!(packed.days(), days);
        }
    }

    #[test]
    fn most_terms_take_few_bytes() {
        let entries: Vec<Entry> = (0..100)
            .map(|n| Entry { term: n * 40, whole: 1, lead: 0, title: false, sort: Sort::Word })
            .collect();
        assert!(Packed::new(&[(16_000, 16_000)], &entries).0.len() < 220);
    }
}
