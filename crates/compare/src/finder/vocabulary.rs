//! Terms by number: what stands in many articles is kept once, in few bytes.
//!
//! A term is known by the print of its key, 64 bits; two keys that share one, with odds of one in a hundred thousand
//! among ten million, are one term, in whatever order they come.

use riwayat_text::table::Folding;
use std::hash::Hasher;

/// The terms of a pile.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// The print of each term, by its number.
    prints: Vec<u64>,
    /// What is known of each term: [`COMMON`], [`GENERAL`].
    marks: Vec<u8>,
    /// Numbers plus one, by print, in the first free place; 0 where none is.
    table: Vec<u32>,
}

/// Mark of a term that half the reports of a war hold.
pub(crate) const COMMON: u8 = 1;
/// Mark of a place that tells no happening apart.
pub(crate) const GENERAL: u8 = 2;

/// Places of a new table. A power of two.
const FIRST_TABLE: usize = 1024;
/// At most so many tenths of a table are taken, then it is doubled. 5 to 8.
const FULL_TENTHS: usize = 7;

/// The print of a key.
pub(crate) fn print(key: &str) -> u64 {
    let mut folding = Folding::default();
    folding.write(key.as_bytes());
    folding.finish()
}

/// Makes room for more in a long list, an eighth at a time: doubling would leave half of it empty.
pub(crate) fn make_room<T>(list: &mut Vec<T>) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 8 + 64);
    }
}

impl Vocabulary {
    /// The number of a term and true where it is new.
    pub(crate) fn number(&mut self, print: u64, common: bool) -> (u32, bool) {
        if self.prints.len() * 10 >= self.table.len() * FULL_TENTHS {
            self.widen();
        }
        let place = self.place(print);
        if let Some(known) = self.table[place].checked_sub(1) {
            return (known, false);
        }
        let next = u32::try_from(self.prints.len()).expect("fewer than 2^32 terms");
        self.table[place] = next + 1;
        make_room(&mut self.prints);
        make_room(&mut self.marks);
        self.prints.push(print);
        self.marks.push(if common { COMMON } else { 0 });
        (next, true)
    }

    /// How many terms there are.
    pub(crate) fn len(&self) -> usize {
        self.prints.len()
    }

    /// The print of a term.
    pub(crate) fn print(&self, term: u32) -> u64 {
        self.prints[term as usize]
    }

    /// True where a term has a mark.
    pub(crate) fn is(&self, term: u32, mark: u8) -> bool {
        self.marks[term as usize] & mark != 0
    }

    /// Gives a term a mark.
    pub(crate) fn mark(&mut self, term: u32, mark: u8) {
        self.marks[term as usize] |= mark;
    }

    /// Where a print stands in the table, or would.
    fn place(&self, print: u64) -> usize {
        let last = self.table.len() - 1;
        let mut place = print as usize & last;
        while self.table[place] != 0 && self.prints[self.table[place] as usize - 1] != print {
            place = (place + 1) & last;
        }
        place
    }

    fn widen(&mut self) {
        let size = (self.table.len() * 2).max(FIRST_TABLE);
        self.table = Vec::new();
        self.table.resize(size, 0);
        for n in 0..self.prints.len() {
            let place = self.place(self.prints[n]);
            self.table[place] = u32::try_from(n + 1).expect("fewer than 2^32 terms");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_keeps_its_number_however_many_come() {
        let mut vocabulary = Vocabulary::default();
        for n in 0..5000 {
            let key = format!("كلمة{n}");
            assert_eq!(vocabulary.number(print(&key), n % 2 == 0), (n, true));
        }
        assert_eq!(vocabulary.number(print("كلمة77"), false), (77, false));
        assert!(vocabulary.is(76, COMMON) && !vocabulary.is(77, COMMON));
        assert_eq!(vocabulary.len(), 5000);
    }
}
