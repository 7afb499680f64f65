//! What the fuzz targets share: how bytes become Arabic text, and what holds of every span.
//!
//! Bytes that are read as they are seldom get past the first letter of a grammar. So the first byte chooses: even,
//! and the rest is text, what is no UTF-8 replaced; odd, and each byte is a word, sign or digit of [`words`], so
//! that a change of one byte is a change of one word.

mod words;

use jiff::civil::{Date, date};
use riwayat_text::Span;

/// One try: a text, and what else the first byte chooses.
pub struct Case {
    /// The text to read.
    pub text: String,
    /// The day of publication.
    pub published: Option<Date>,
    /// Three bits more, for the target to use.
    pub choice: u8,
}

impl Case {
    /// Reads a case from the bytes that the fuzzer made.
    pub fn new(data: &[u8]) -> Self {
        let (first, rest) = data.split_first().unwrap_or((&0, &[]));
        let text = match first & 1 {
            0 => String::from_utf8_lossy(rest).into_owned(),
            _ => words::said(rest),
        };
        Self { text, published: published(first >> 1 & 7), choice: first >> 4 & 7 }
    }
}

/// Days of publication: none, plain ones, and those at the ends of months, years and the calendar.
fn published(choice: u8) -> Option<Date> {
    match choice {
        0 => None,
        1 => Some(date(2019, 5, 10)),
        2 => Some(date(2020, 2, 29)),
        3 => Some(date(2018, 12, 31)),
        4 => Some(date(2021, 1, 1)),
        5 => Some(Date::MIN),
        6 => Some(Date::MAX),
        _ => Some(date(-1, 3, 1)),
    }
}

/// The words of a span, which must be of the text, on character boundaries.
#[track_caller]
pub fn cut(text: &str, span: Span) -> &str {
    assert!(span.start() <= span.end(), "{span:?} is turned round");
    text.get(span.start()..span.end())
        .unwrap_or_else(|| panic!("{span:?} is no span of a text of {}", text.len()))
}

/// Every span is of the text and holds something.
#[track_caller]
pub fn hold(text: &str, spans: impl IntoIterator<Item = Span>) {
    for span in spans {
        assert!(!cut(text, span).is_empty(), "{span:?} is empty");
    }
}

/// Every span is of the text, holds something, and begins where the one before has ended or later.
#[track_caller]
pub fn follow(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut last = 0;
    for span in spans {
        assert!(!cut(text, span).is_empty(), "{span:?} is empty");
        assert!(span.start() >= last, "{span:?} begins before {last}");
        last = span.end();
    }
}
