//! Names in a text: against the lexicon and by pattern.

use crate::lexicon::Lexicon;
use crate::reading::Mention;
use riwayat_text::Token;

/// The names of a text, in order of place, not overlapping.
#[must_use]
pub fn mentions(_text: &str, _tokens: &[Token], _lexicon: &Lexicon) -> Vec<Mention> {
    Vec::new()
}
