//! How a word begins, to pass over at a glance what is spelt otherwise: of many names and formulas that begin with one
//! word, most are told apart by the next.

/// The first eight bytes of a word, which most words of other letters do not share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Start([u8; 8]);

impl Start {
    pub fn of(word: &str) -> Self {
        let mut start = [0; 8];
        let bytes = word.as_bytes();
        let n = bytes.len().min(start.len());
        start[..n].copy_from_slice(&bytes[..n]);
        Self(start)
    }
}
