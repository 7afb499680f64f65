//! Arabic news text, read without being changed.
//!
//! Everything here is a pure function of its input: no file, no clock, no failure. Every result is a
//! [`Span`] of the original text; normal forms stand beside it and never replace it.
//!
//! | module | from | to |
//! |---|---|---|
//! | [`span`] | bytes | code points, and back |
//! | [`normal`] | a text | its normal form by a table of rules, with the way back |
//! | [`token`] | a text | words, numbers and signs; ways to read a word's clitics |
//! | [`sentence`] | a text | paragraphs and sentences |
//! | [`grammar`] | tables of rules | one matcher over tokens, for numbers, dates and what others build |
//! | [`mod@number`] | tokens | counts with bounds: `أكثر من 20 ألفاً`, `عشرات الآلاف`, `بين 1500 إلى 2000` |
//! | [`mod@date`] | tokens, the day of publication | days: `فجر أمس الأحد`, `أواخر تشرين الأول الفائت` |
//! | [`table`] | words | what a lexicon says of them, looked up fast |
//! | [`mod@stem`] | a folded word | the key that its forms share |
//!
//! What is *not* here: names, nouns that are counted, who speaks. That takes a lexicon, and is the business of
//! the crate above.
//!
//! ```
//! use jiff::civil::date;
//! use riwayat_text::{date::dates, number::numbers_beside, tokens};
//!
//! let text = "قُتل فجر أمس ما لا يقل عن ١٧ شخصاً، ونزح بين 1500 و2000 آخرين.";
//! let tokens = tokens(text);
//! let dates = dates(text, &tokens, Some(date(2019, 2, 12)));
//! assert_eq!(dates[0].span.of(text), "فجر أمس");
//! assert_eq!(dates[0].from, Some(date(2019, 2, 11)));
//! let numbers = numbers_beside(text, &tokens, &dates);
//! assert_eq!((numbers[0].min, numbers[0].max), (Some(17.0), None));
//! assert_eq!((numbers[1].min, numbers[1].max), (Some(1500.0), Some(2000.0)));
//! ```

pub mod date;
pub mod grammar;
pub mod normal;
pub mod number;
pub mod numeral;
pub mod sentence;
pub mod span;
pub mod stem;
pub mod table;
pub mod token;

pub use date::{DateMention, DayPart, Grain};
pub use number::Number;
pub use sentence::{paragraphs, sentences};
pub use span::{CodePoints, Span};
pub use token::{Token, TokenKind, tokens};
