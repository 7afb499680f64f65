//! Hash tables keyed by the words of our own lexicons, which nobody hostile chooses: a plain fast hash will do. Every
//! word of every text is looked up in several of them.
//!
//! They are looked up, never walked through: the order of what they hold means nothing.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

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
