//! Writes what the window replays in a plain browser and in its own tests: the sample as the engine shows it.
//!
//! `UPDATE=1 cargo test -p riwayat-app --test fixtures` writes it anew; without it, a difference fails.

use riwayat_app::view::{
    ArticleView, ClaimView, ClaimsView, EventView, FiguresView, ImportReport, NamingView, Overview, Progress,
    SourcesView,
};
use riwayat_app::{Desk, Watch};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The moment that stands for the real one, so that the file is the same whenever it is written.
const MOMENT: &str = "2026-03-21T09:00:00Z";

#[derive(Serialize)]
struct Sample {
    overview: Overview,
    events: BTreeMap<String, EventView>,
    /// The claims of an event's rows, one row after the other, each once.
    said: BTreeMap<String, Vec<ClaimView>>,
    claims: BTreeMap<String, ClaimsView>,
    figures: BTreeMap<String, FiguresView>,
    naming: BTreeMap<String, NamingView>,
    sources: BTreeMap<String, SourcesView>,
    articles: BTreeMap<String, ArticleView>,
    report: ImportReport,
}

fn said(desk: &Desk, event: &EventView) -> Vec<ClaimView> {
    let mut said: Vec<ClaimView> = Vec::new();
    for row in &event.rows {
        let claims = desk.row_claims(&event.head.id, row.number).expect("the row");
        assert_eq!(claims.len(), row.claims);
        let known: Vec<String> = said.iter().map(|c| c.id.clone()).collect();
        said.extend(claims.into_iter().filter(|c| !known.contains(&c.id)));
    }
    said
}

fn sample() -> Sample {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let cancel = AtomicBool::new(false);
    let quiet: &(dyn Fn(Progress) + Sync) = &|_| {};
    let desk =
        Desk::sample(folder.path(), Watch { progress: quiet, cancel: &cancel }).expect("the sample opens");
    let mut overview = desk.overview().expect("read");
    overview.dossier.path = "/dossiers/sample.riwayat".to_owned();
    let events: BTreeMap<_, _> =
        overview.events.iter().map(|e| (e.id.clone(), desk.event(&e.id).expect("the event"))).collect();
    let said = events.iter().map(|(id, e)| (id.clone(), said(&desk, e))).collect();
    let claims =
        overview.events.iter().map(|e| (e.id.clone(), desk.claims(&e.id).expect("the event"))).collect();
    let figures =
        overview.events.iter().map(|e| (e.id.clone(), desk.figures(&e.id).expect("the event"))).collect();
    let naming =
        overview.events.iter().map(|e| (e.id.clone(), desk.naming(&e.id).expect("the event"))).collect();
    let sources =
        overview.events.iter().map(|e| (e.id.clone(), desk.sources(&e.id).expect("the event"))).collect();
    let ids = events.values().flat_map(|e| &e.columns).flat_map(|c| &c.articles).map(|a| a.id.clone());
    let articles: BTreeMap<_, _> = ids
        .map(|id| {
            let view = desk.article(&id).expect("the article");
            (id, ArticleView { imported_at: MOMENT.to_owned(), ..view })
        })
        .collect();
    let broken = [("لقطة.png.txt", "\u{89}PNG\r\n\u{1a}\n"), ("فارغ.txt", "")].map(|(name, text)| {
        riwayat_app::Source::Bytes {
            name: name.to_owned(),
            bytes: text.chars().map(|c| c as u8).collect(),
            lines: false,
        }
    });
    let report = desk.import(&broken, Watch { progress: quiet, cancel: &cancel }).expect("told");
    Sample { overview, events, said, claims, figures, naming, sources, articles, report }
}

#[test]
fn the_recorded_sample_is_what_the_engine_gives() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/backend/fixtures/sample.json");
    let fresh = serde_json::to_string_pretty(&sample()).expect("views are JSON") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &fresh).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == fresh,
        "the recorded sample differs; run `UPDATE=1 cargo test -p riwayat-app --test fixtures`"
    );
}
