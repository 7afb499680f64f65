//! Dates are spans of the text in order, whose first day is not after the last, on any day of publication.
#![no_main]

use jiff::civil::Date;
use libfuzzer_sys::fuzz_target;
use riwayat_fuzz::{Case, follow};
use riwayat_text::date::dates;
use riwayat_text::{DateMention, tokens};

fuzz_target!(|data: &[u8]| {
    let Case { text, published, .. } = Case::new(data);
    let tokens = tokens(&text);
    let found = dates(&text, &tokens, published);
    follow(&text, found.iter().map(|d| d.span));
    for date in &found {
        assert!(!date.span.of(&text).contains('\n'));
        assert_eq!(date.from.is_some(), date.to.is_some(), "{date:?} has one end");
        assert!(date.from <= date.to, "{date:?} ends before it begins");
    }
    let undated = dates(&text, &tokens, None);
    assert_eq!(found.len(), undated.len(), "what a date is does not hang on the day of publication");
    for (dated, undated) in found.iter().zip(&undated) {
        assert_eq!(dated.span, undated.span);
        assert!(!undated.absolute || days(dated) == days(undated), "{dated:?} is fixed by its words alone");
    }
});

fn days(date: &DateMention) -> (Option<Date>, Option<Date>) {
    (date.from, date.to)
}
