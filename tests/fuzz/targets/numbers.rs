//! Numbers are spans of the text in order, with a least value no greater than the greatest.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riwayat_fuzz::{Case, follow, hold};
use riwayat_text::date::dates;
use riwayat_text::number::{Number, numbers, numbers_beside};
use riwayat_text::{Token, tokens};

fuzz_target!(|data: &[u8]| {
    let Case { text, published, .. } = Case::new(data);
    let tokens = tokens(&text);
    let dates = dates(&text, &tokens, published);
    let found = numbers_beside(&text, &tokens, &dates);
    assert_eq!(found, numbers(&text, &tokens), "what a number is does not hang on the day of publication");
    follow(&text, found.iter().map(|n| n.span));
    for number in &found {
        check(&text, &tokens, number);
        assert!(dates.iter().all(|d| d.span.overlap(number.span) == 0), "{number:?} is in a date");
    }
});

fn check(text: &str, tokens: &[Token], number: &Number) {
    let (first, end) = number.tokens;
    assert!(first < end && end <= tokens.len(), "{number:?}");
    assert!(number.span.overlap(tokens[first].span) > 0 && number.span.end() == tokens[end - 1].span.end());
    assert!(!number.span.of(text).contains('\n'));
    hold(text, number.tail);
    assert!(number.min.or(number.max).is_some(), "{number:?} says nothing");
    assert!(number.min.into_iter().chain(number.max).all(|n| n.is_finite() && n >= 0.0), "{number:?}");
    assert!(number.min.zip(number.max).is_none_or(|(min, max)| min <= max), "{number:?}");
}
