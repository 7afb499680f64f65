//! Numbers: digits and words, ranges, bounds and vague plurals.

use crate::{Span, Token};

/// A number as said, with its bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Hedge or bound and number together (`أكثر من 20 ألفًا`), the counted noun not in it.
    pub span: Span,
    /// First and one past the last token.
    pub tokens: (usize, usize),
    /// Least value, inclusive; `None` = open.
    pub min: Option<f64>,
    /// Greatest value, inclusive; `None` = open.
    pub max: Option<f64>,
    /// Said to be about that (نحو), or vague (عشرات).
    pub approximate: bool,
    /// True where the counted noun is inside the span itself: a dual (قتيلان).
    pub holds_noun: bool,
    /// Percent, or a fraction of a whole (نصف = 50).
    pub percent: bool,
}

/// The numbers of a text; ordinals, clock times and numbers inside dates are not among them.
#[must_use]
pub fn numbers(_text: &str, _tokens: &[Token]) -> Vec<Number> {
    Vec::new()
}
