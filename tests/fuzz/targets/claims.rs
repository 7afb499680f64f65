//! What is read of an article is made of spans of it and of places in its own lists, and is the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riwayat_claims::{Input, Lexicon, Link, Reading, read};
use riwayat_fuzz::{Case, cut, follow, hold};

fuzz_target!(|data: &[u8]| {
    let Case { text, published, choice } = Case::new(data);
    let outlet = Lexicon::builtin().outlets().get(usize::from(choice) * 7).filter(|_| choice > 0);
    let title = text.lines().next().filter(|_| choice > 3).unwrap_or_default();
    let (outlet, camp) = (outlet.map(|o| &o.id), outlet.and_then(|o| o.camp.as_ref()));
    let input = Input { title, text: &text, published, outlet, camp };
    let reading = read(&input, Lexicon::builtin());
    check(&text, &reading);
    assert_eq!(read(&input, Lexicon::builtin()), reading, "read twice");
});

fn check(text: &str, reading: &Reading) {
    follow(text, reading.tokens.iter().map(|t| t.span));
    follow(text, reading.sentences.iter().copied());
    follow(text, reading.paragraphs.iter().copied());
    follow(text, reading.dates.iter().map(|d| d.span));
    follow(text, reading.mentions.iter().map(|m| m.span));
    follow(text, reading.quantities.iter().map(|q| q.span));
    for (n, quantity) in reading.quantities.iter().enumerate() {
        hold(text, quantity.counted);
        assert!(!quantity.unit.is_empty());
        assert!(quantity.min.zip(quantity.max).is_none_or(|(min, max)| min <= max), "{quantity:?}");
        assert!(quantity.part_of.is_none_or(|whole| whole < reading.quantities.len() && whole != n));
        assert!(quantity.part || quantity.part_of.is_none());
    }
    check_claims(text, reading);
}

fn check_claims(text: &str, reading: &Reading) {
    assert!(reading.claims.is_sorted_by_key(|c| c.span.start()));
    for claim in &reading.claims {
        let said = cut(text, claim.span);
        assert!(!said.is_empty() && said.trim() == said, "{said:?} is not trimmed");
        hold(text, claim.voice.span);
        hold(text, claim.voice.chain.iter().filter_map(|link: &Link| link.span));
        hold(text, claim.roles.iter().map(|role| role.span));
        assert!(claim.places.iter().all(|n| *n < reading.mentions.len()));
        assert!(claim.dates.iter().all(|n| *n < reading.dates.len()));
        assert!(claim.quantities.iter().all(|n| *n < reading.quantities.len()));
    }
}
