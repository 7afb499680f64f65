//! Hash tables keyed by the words of our own lexicons, which nobody hostile chooses: a plain fast hash will do. Every
//! word of every text is looked up in several of them.
//!
//! They are looked up, never walked through: the order of what they hold means nothing.

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};
use std::sync::{PoisonError, RwLock};

/// A table by word.
pub type Table<K, V> = HashMap<K, V, BuildHasherDefault<Folding>>;

/// Eight bytes at a time, each folded in by a multiplication to 128 bits, as wyhash does.
#[derive(Debug, Clone, Copy)]
pub struct Folding(u64);

/// Two odd numbers with as many ones as noughts, the digits of pi behind the point.
const START: u64 = 0x243f_6a88_85a3_08d3;
const FACTOR: u64 = 0x1319_8a2e_0370_7345;

impl Default for Folding {
    fn default() -> Self {
        Self(START)
    }
}

impl Folding {
    fn fold(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * u128::from(FACTOR);
        self.0 = (product >> 64) as u64 ^ product as u64;
    }
}

impl Hasher for Folding {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.fold(u64::from_le_bytes(*word));
        }
        let last = rest.iter().fold(bytes.len() as u64, |last, byte| last << 8 | u64::from(*byte));
        self.fold(last);
    }

    /// What ends a string; its length is in its hash already.
    fn write_u8(&mut self, byte: u8) {
        self.0 ^= u64::from(byte);
    }
}

/// The same hash from a secret start of each table, for words that a text brings: which of them collide cannot be told from
/// outside.
#[derive(Debug, Clone)]
struct Secret(u64);

impl Default for Secret {
    fn default() -> Self {
        Self(RandomState::new().hash_one(START))
    }
}

impl BuildHasher for Secret {
    type Hasher = Folding;

    fn build_hasher(&self) -> Folding {
        Folding(self.0)
    }
}

/// What was found out about single words before, for all threads: many articles are read with the same lexicon, and most
/// of their words are the same.
///
/// It keeps the first words that it is asked for, up to a bound, and what it keeps never changes: with it or without, the
/// answers are the same.
pub struct Memo<V>(RwLock<HashMap<Box<str>, V, Secret>>);

/// Words that a memo keeps: the common ones come early, and 32,768 are some megabytes.
const MOST: usize = 1 << 15;

impl<V: Copy> Memo<V> {
    /// What holds of each word: what is known already, else what `find` says.
    pub fn each<'w>(&self, words: impl Iterator<Item = &'w str>, find: impl Fn(&'w str) -> V) -> Vec<V> {
        let mut fresh = Vec::new();
        let out = {
            let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
            let mut find_anew = |word| {
                let found = find(word);
                fresh.push((word, found));
                found
            };
            words.map(|word| known.get(word).copied().unwrap_or_else(|| find_anew(word))).collect()
        };
        if !fresh.is_empty() {
            let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
            let room = MOST.saturating_sub(known.len());
            for (word, found) in fresh.into_iter().take(room) {
                known.entry(word.into()).or_insert(found);
            }
        }
        out
    }
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

/// A copy begins with nothing: what it is asked of may differ.
impl<V> Clone for Memo<V> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<V> fmt::Debug for Memo<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_memo_asks_once_and_answers_the_same() {
        let memo = Memo::default();
        let asked = Cell::new(0);
        let length = |word: &str| {
            asked.set(asked.get() + 1);
            word.chars().count()
        };
        assert_eq!(memo.each(["جسر", "معبر"].into_iter(), length), [3, 4]);
        assert_eq!(memo.each(["معبر", "جسر", "حي"].into_iter(), length), [4, 3, 2]);
        assert_eq!(asked.get(), 3);
    }

    #[test]
    fn a_full_memo_still_answers() {
        let memo = Memo::default();
        let words: Vec<String> = (0..MOST + 10).map(|n| n.to_string()).collect();
        memo.each(words.iter().map(String::as_str), str::len);
        assert_eq!(memo.0.read().unwrap().len(), MOST);
        assert_eq!(memo.each(["غير معروف"].into_iter(), str::len), ["غير معروف".len()]);
    }
}
