//! Word diff in layers, over normalised tokens; what is shown is always the original.

use riwayat_text::Span;

/// What kind of difference a mark shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// A word that no other column of the row has.
    Word,
    /// The same word with another proclitic or enclitic; `span` is the word, `part` the letters that differ.
    Clitic,
    /// The same word, spelled otherwise.
    Spelling,
    /// The same number in other digits, or words.
    Digits,
    /// A figure that differs from another column's.
    Figure,
}

/// One marked stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What kind.
    pub layer: Layer,
    /// Whole words, in the article's text.
    pub span: Span,
    /// The letters in it that differ, where the mark is on part of a word.
    pub part: Option<Span>,
    /// What stands instead in other columns, as written there; empty where nothing does.
    pub instead: Vec<String>,
}
