//! Arabic news text, read without being changed.
//!
//! Everything here is a pure function of its input: no file, no clock, no failure. Every result is a
//! [`Span`] of the original text; normal forms stand beside it and never replace it.

pub mod date;
pub mod grammar;
pub mod normal;
pub mod number;
pub mod numeral;
pub mod sentence;
pub mod span;
pub mod stem;
pub mod token;

pub use date::{DateMention, Grain};
pub use number::Number;
pub use sentence::{paragraphs, sentences};
pub use span::{CodePoints, Span};
pub use token::{Token, TokenKind, tokens};
