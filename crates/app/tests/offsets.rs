//! Every stretch that leaves the engine is where it says it is, in every article at hand.

use riwayat_app::{Knowledge, Lang, Source, convert, inspect};
use std::path::Path;

/// The stretch of a text between two code points.
fn cut(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn hold(sources: &[Source]) -> usize {
    let know = Knowledge::builtin();
    let (prepared, _) = inspect(sources, None, &know);
    for p in &prepared {
        let a = convert::article(p, &know, Lang::En);
        let stretches = (a.quantities.iter().map(|x| (x.start, x.end, &x.text)))
            .chain(a.dates.iter().map(|x| (x.start, x.end, &x.text)))
            .chain(a.mentions.iter().map(|x| (x.start, x.end, &x.text)))
            .chain(a.claims.iter().map(|x| (x.start, x.end, &x.text)));
        for (start, end, text) in stretches {
            assert_eq!(cut(&a.text, start, end), *text, "in {}", a.file);
        }
        let inside = |s: &riwayat_app::wire::Stretch| s.start < s.end && s.end <= a.text.chars().count();
        assert!(a.sentences.iter().all(inside) && a.paragraphs.iter().all(inside));
        let mut ids: Vec<_> = a.claims.iter().map(|c| &c.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), a.claims.len(), "claim ids are unique");
    }
    prepared.len()
}

#[test]
fn stretches_of_the_sample_are_where_they_say() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    assert!(hold(&[Source::Path(samples)]) >= 12);
}

#[test]
fn letters_beyond_the_basic_plane_shift_nothing() {
    let text = "💡💡 قالت قسد إن 5 مدنيين قُتلوا في هجين، بحسب مصادر محلية 🕊. وأضافت أن 20 آخرين أصيبوا.";
    let line = serde_json::json!({ "text": text, "published": "2026-03-14" }).to_string();
    let source = Source::Bytes { name: "-".to_owned(), bytes: line.into_bytes(), lines: true };
    assert_eq!(hold(&[source]), 1);
}
