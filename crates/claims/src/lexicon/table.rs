//! The hash tables of the lexicon: keyed by its own words, which nobody hostile chooses, so a plain fast hash will do.
//! Thousands of short words are put in at every start of the program. They are looked up, never walked through.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by word.
pub(crate) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// FNV-1a with 64 bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
