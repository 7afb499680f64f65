//! Hash tables keyed by the words of our own lexicons, which nobody hostile chooses: a plain fast hash will do. Every
//! word of every text is looked up in several of them.
//!
//! They are looked up, never walked through: the order of what they hold means nothing.

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};
use std::sync::{LazyLock, PoisonError, RwLock};

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

/// Two such hashes from starts that are drawn when the program starts: 128 bits that stand for a word. Which words
/// share them cannot be told from outside, and that any two of a million do has odds of one in 10^26.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Print(u64, u64);

impl Print {
    fn of(word: &str) -> Self {
        static STARTS: LazyLock<(u64, u64)> = LazyLock::new(|| {
            let secret = RandomState::new();
            (secret.hash_one(START), secret.hash_one(FACTOR))
        });
        let of = |start| {
            let mut hasher = Folding(start);
            hasher.write(word.as_bytes());
            hasher.finish()
        };
        Self(of(STARTS.0), of(STARTS.1))
    }
}

impl Hash for Print {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}

/// Takes a number that is a hash already for the hash.
#[derive(Debug, Clone, Copy, Default)]
struct Taken(u64);

impl Hasher for Taken {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// What was found out about single words before, for all threads: many articles are read with the same lexicon, and most
/// of their words are the same.
///
/// It keeps the first words that it is asked for, up to a bound, and what it keeps never changes: with it or without, the
/// answers are the same. Of a word it keeps the [`Print`], so that a look-up touches one place of memory.
pub struct Memo<V>(RwLock<HashMap<Print, V, BuildHasherDefault<Taken>>>);

/// Words that a memo keeps: the common ones come early, and 32,768 are some megabytes.
const MOST: usize = 1 << 15;

impl<V: Copy> Memo<V> {
    /// What holds of each word: what is known already, else what `find` says.
    pub fn each<'w>(&self, words: impl Iterator<Item = &'w str>, find: impl Fn(&'w str) -> V) -> Vec<V> {
        let mut fresh = Vec::new();
        let out = {
            let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
            let mut find_anew = |word, print| {
                let found = find(word);
                fresh.push((print, found));
                found
            };
            let of = |word| {
                let print = Print::of(word);
                known.get(&print).copied().unwrap_or_else(|| find_anew(word, print))
            };
            words.map(of).collect()
        };
        if !fresh.is_empty() {
            let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
            let room = MOST.saturating_sub(known.len());
            for (print, found) in fresh.into_iter().take(room) {
                known.entry(print).or_insert(found);
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
