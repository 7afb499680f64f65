//! Every choice of normalisation rules is total and settles at once; the way back is total and monotone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riwayat_fuzz::{Case, cut};
use riwayat_text::normal::{Folded, Rules, fold, fold_by};
use riwayat_text::stem::stem;
use riwayat_text::{CodePoints, Span};

const RULES: [Rules; 12] = [
    Rules::PRESENTATION,
    Rules::CONTROLS,
    Rules::SPACES,
    Rules::DIACRITICS,
    Rules::TATWEEL,
    Rules::LOOKALIKES,
    Rules::ALEF,
    Rules::HAMZA,
    Rules::YA,
    Rules::TA_MARBUTA,
    Rules::DIGITS,
    Rules::CASE,
];

fuzz_target!(|data: &[u8]| {
    let (choice, data) = data.split_at(data.len().min(2));
    let Case { text, .. } = Case::new(data);
    let bits = choice.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte));
    let chosen = RULES.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1);
    let chosen = chosen.fold(Rules::NONE, |all, (_, rule)| all | *rule);
    for rules in [Rules::NONE, Rules::STANDARD, chosen] {
        settles(&text, rules);
        maps_back(&text, rules);
    }
    for word in fold(&text).split_whitespace() {
        assert!(word.contains(stem(word)), "a stem is cut from its word");
    }
    points(&text);
});

fn settles(text: &str, rules: Rules) {
    let once = fold_by(text, rules);
    assert_eq!(fold_by(&once, rules), once, "folding twice by {rules:?}");
}

fn maps_back(text: &str, rules: Rules) {
    let folded = Folded::new(text, rules);
    assert_eq!(folded.text(), fold_by(text, rules));
    let mut last = Span::default();
    for (at, c) in folded.text().char_indices() {
        let span = folded.to_original(Span::new(at, at + c.len_utf8()));
        assert!(!cut(text, span).is_empty());
        assert!(span.start() >= last.start() && span.end() >= last.end(), "{span:?} behind {last:?}");
        let none = folded.to_original(Span::new(at, at));
        assert_eq!((none.start(), none.end()), (span.start(), span.start()));
        cut(text, folded.to_original(Span::new(at, usize::MAX)));
        last = span;
    }
    cut(text, folded.to_original(Span::new(usize::MAX, usize::MAX)));
}

fn points(text: &str) {
    let points = CodePoints::new(text);
    for (n, (at, _)) in text.char_indices().enumerate() {
        assert_eq!(points.at(at), n);
        assert_eq!(points.span(n, n), Span::new(at, at));
    }
    assert_eq!(points.of(Span::new(0, usize::MAX)), (0, text.chars().count()));
    assert_eq!(points.span(0, usize::MAX), Span::new(0, text.len()));
}
