//! Hash tables keyed by the words of our own lexicons, which nobody hostile chooses: a plain fast hash will do. Every
//! word of every text is looked up in several of them.
//!
//! They are looked up, never walked through: the order of what they hold means nothing.

use crate::Token;
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
    /// The starts of this run.
    fn starts() -> Self {
        static STARTS: LazyLock<Print> = LazyLock::new(|| {
            let secret = RandomState::new();
            Print(secret.hash_one(START), secret.hash_one(FACTOR))
        });
        *STARTS
    }

    /// The print of a word, from the starts. Eight bytes at a time, the last eight overlapping those before; the length
    /// tells apart what is shorter.
    fn of(word: &str, starts: Self) -> Self {
        let bytes = word.as_bytes();
        let (words, rest) = bytes.as_chunks::<8>();
        let mut out = Self(starts.0 ^ bytes.len() as u64, starts.1 ^ bytes.len() as u64);
        for word in words {
            out.fold(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            match bytes.last_chunk::<8>() {
                Some(overlapping) => last = *overlapping,
                None => last[..rest.len()].copy_from_slice(rest),
            }
            out.fold(u64::from_le_bytes(last));
        }
        out
    }

    fn fold(&mut self, word: u64) {
        let (mut first, mut second) = (Folding(self.0), Folding(self.1));
        first.fold(word);
        second.fold(word);
        (self.0, self.1) = (first.0, second.0);
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

/// The place of a word in the vocabulary of this run: the same for the same word. A word that came when the vocabulary
/// was full has none, then and later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct WordId(Option<u16>);

/// Words that the vocabulary keeps: the common ones come early. So many fill a table of 65,536 places, two megabytes.
const MOST: usize = (1 << 16) / 8 * 7;

/// Gives each word its place in the vocabulary.
pub(crate) fn identify<'w>(words: impl Iterator<Item = (&'w str, &'w mut WordId)>) {
    static VOCABULARY: LazyLock<RwLock<HashMap<Print, u16, BuildHasherDefault<Taken>>>> =
        LazyLock::new(RwLock::default);
    let mut fresh = Vec::new();
    let starts = Print::starts();
    {
        let known = VOCABULARY.read().unwrap_or_else(PoisonError::into_inner);
        for (word, id) in words {
            let print = Print::of(word, starts);
            match known.get(&print) {
                Some(place) => id.0 = Some(*place),
                None if known.len() < MOST => fresh.push((print, id)),
                None => {}
            }
        }
    }
    if fresh.is_empty() {
        return;
    }
    let mut known = VOCABULARY.write().unwrap_or_else(PoisonError::into_inner);
    for (print, id) in fresh {
        let next = u16::try_from(known.len()).ok().filter(|_| known.len() < MOST);
        id.0 = known.get(&print).copied().or(next);
        if let Some(place) = id.0 {
            known.insert(print, place);
        }
    }
}

/// What was found out about single words before, for all threads: many articles are read with the same lexicon, and most
/// of their words are the same.
///
/// It keeps what it is told of words of the vocabulary, and what it keeps never changes: with it or without, the answers are
/// the same.
pub struct Memo<V>(RwLock<Kept<V>>);

struct Kept<V> {
    /// By the word's place in the vocabulary: nought where it was not asked for, [`DEFAULT`], or so many more than the
    /// place in `values`.
    places: Vec<u16>,
    values: Vec<V>,
}

/// Stands in [`Kept::places`] for a word of which the default holds: most of them.
const DEFAULT: usize = 1;

impl<V: Copy + Default + PartialEq> Memo<V> {
    /// Tells of each token, by its place, what holds of its word - what is known already, else what `find` says -, and
    /// nothing where that is the default.
    pub fn each<T>(
        &self,
        tokens: &[Token],
        find: impl Fn(&str) -> V,
        mut tell: impl FnMut(usize, Option<&V>) -> T,
    ) -> Vec<T> {
        let mut fresh = Vec::new();
        let out = {
            let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
            let of = |(at, token): (usize, &Token)| match kept.get(token.word) {
                Some(known) => tell(at, known),
                None => {
                    let found = find(&token.key);
                    fresh.push((token.word, found));
                    tell(at, (found != V::default()).then_some(&found))
                }
            };
            tokens.iter().enumerate().map(of).collect()
        };
        if !fresh.is_empty() {
            let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
            fresh.into_iter().for_each(|(word, found)| kept.add(word, found));
        }
        out
    }
}

impl<V: Copy + Default + PartialEq> Kept<V> {
    /// What is kept of a word: nothing, the default (`Some(None)`), or a value.
    fn get(&self, word: WordId) -> Option<Option<&V>> {
        match usize::from(*self.places.get(usize::from(word.0?))?) {
            0 => None,
            DEFAULT => Some(None),
            place => self.values.get(place - DEFAULT - 1).map(Some),
        }
    }

    fn add(&mut self, word: WordId, value: V) {
        let Some(at) = word.0.map(usize::from) else { return };
        if self.places.len() <= at {
            self.places.resize(at + 1, 0);
        }
        if self.places[at] == 0 {
            let place = if value == V::default() {
                DEFAULT
            } else {
                self.values.push(value);
                DEFAULT + self.values.len()
            };
            self.places[at] = u16::try_from(place).unwrap_or(0);
        }
    }
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self(RwLock::new(Kept { places: Vec::new(), values: Vec::new() }))
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
    use crate::tokens;
    use std::cell::Cell;

    fn told<V: Copy + Default>(_: usize, value: Option<&V>) -> V {
        value.copied().unwrap_or_default()
    }

    #[test]
    fn a_memo_asks_once_and_answers_the_same() {
        let memo = Memo::default();
        let asked = Cell::new(0);
        let length = |word: &str| {
            asked.set(asked.get() + 1);
            word.chars().count()
        };
        assert_eq!(memo.each(&tokens("جسر معبر"), length, told), [3, 4]);
        assert_eq!(memo.each(&tokens("معبر جسر حي"), length, told), [4, 3, 2]);
        assert_eq!(asked.get(), 3);
    }

    #[test]
    fn what_is_the_default_is_kept_too() {
        let memo = Memo::default();
        let asked = Cell::new(0);
        let long = |word: &str| {
            asked.set(asked.get() + 1);
            word.chars().count() > 3
        };
        assert_eq!(memo.each(&tokens("جسر"), long, told), [false]);
        assert_eq!(memo.each(&tokens("جسر معبر"), long, told), [false, true]);
        assert_eq!(asked.get(), 2);
    }

    #[test]
    fn a_word_outside_the_vocabulary_is_asked_for_each_time() {
        let memo = Memo::default();
        let mut outside = tokens("معبر");
        outside[0].word = WordId(None);
        let asked = Cell::new(0);
        let length = |word: &str| {
            asked.set(asked.get() + 1);
            word.len()
        };
        assert_eq!(memo.each(&outside, length, told), memo.each(&outside, length, told));
        assert_eq!(asked.get(), 2);
    }
}
