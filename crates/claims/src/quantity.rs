//! Figures: numbers with what they count.

use crate::lexicon::Lexicon;
use crate::reading::{Mention, Quantity};
use riwayat_text::{DateMention, Span, Token};

/// The figures of a text, in order of place.
#[must_use]
pub fn quantities(
    _text: &str,
    _tokens: &[Token],
    _sentences: &[Span],
    _dates: &[DateMention],
    _mentions: &[Mention],
    _lexicon: &Lexicon,
) -> Vec<Quantity> {
    Vec::new()
}
