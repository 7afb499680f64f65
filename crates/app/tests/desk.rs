//! The desk as the window uses it: what is done is there again after closing, and nothing is lost.

use riwayat_app::view::{Coverage, Field, Outcome, Progress};
use riwayat_app::{Desk, Source, Watch};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

const QUIET: &(dyn Fn(Progress) + Sync) = &|_| {};

fn article(camp: &str, outlet: &str, text: &str) -> String {
    let line = serde_json::json!({"outlet": outlet, "camp": camp, "published": "2026-03-14", "title": "قصف سوق تل الريم", "text": text});
    line.to_string()
}

/// Three accounts of one shelling, in three camps.
fn accounts() -> Source {
    let lines = [
        article(
            "pro-sdf",
            "وكالة السهل",
            "قُتل سبعة مدنيين وأصيب عشرون في قصف استهدف سوق بلدة تل الريم صباح السبت. وقال المتحدث باسم المجلس إن القذائف أطلقت من التلال الشرقية.",
        ),
        article(
            "opposition",
            "صدى النهر",
            "قُتل 11 مدنياً وجرح 25 آخرون صباح السبت بقصف مدفعي على سوق بلدة تل الريم. وأكد ناشطون أن القصف جاء من مواقع قوات النظام.",
        ),
        article(
            "pro-government",
            "البيان اليوم",
            "استشهد ثلاثة مواطنين بسقوط قذائف على سوق بلدة تل الريم صباح السبت. ونفى مصدر عسكري أن يكون الجيش قد قصف البلدة.",
        ),
    ];
    Source::Bytes { name: "accounts.jsonl".to_owned(), bytes: lines.join("\n").into_bytes(), lines: true }
}

fn with_desk(path: &Path, work: impl FnOnce(&Desk, Watch<'_>)) {
    let cancel = AtomicBool::new(false);
    let watch = Watch { progress: QUIET, cancel: &cancel };
    let desk =
        if path.exists() { Desk::open(path, watch) } else { Desk::create(path) }.expect("the desk opens");
    work(&desk, watch);
}

#[test]
fn what_is_changed_is_there_after_closing_and_can_be_undone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("ملف.riwayat");
    with_desk(&path, |desk, watch| {
        let report = desk.import(&[accounts()], watch).expect("imported");
        assert_eq!((report.imported, report.failed, report.copies), (3, 0, 0));
        let overview = desk.overview().expect("read");
        assert_eq!(overview.events.len(), 1, "three accounts of one happening are one event");
        let moved = &report.articles[2];
        let after = desk.set_field(moved, Field::Camp, Some("opposition"), watch).expect("set");
        assert!(after.dossier.can_undo.is_some());
    });
    with_desk(&path, |desk, watch| {
        let event = desk.overview().expect("read").events[0].clone();
        let count = |camp: &str, e: &riwayat_app::view::EventHead| {
            e.coverage.iter().find(|c| c.camp == camp).map_or(0, |c| c.articles)
        };
        assert_eq!(
            (count("opposition", &event), count("pro-government", &event)),
            (2, 0),
            "the change was kept"
        );
        let view = desk.event(&event.id).expect("the event");
        let column = view.columns.iter().find(|c| c.camp == "opposition").expect("its column");
        let edited: Vec<_> = column
            .articles
            .iter()
            .map(|a| desk.article(&a.id).expect("the article"))
            .filter(|a| !a.edited.is_empty())
            .collect();
        assert_eq!(edited.len(), 1);
        assert_eq!(
            edited[0].edited[0].was.as_deref(),
            Some("pro-government"),
            "what was imported is still known"
        );
        let back = desk.undo(watch).expect("undone");
        assert_eq!((count("opposition", &back.events[0]), count("pro-government", &back.events[0])), (1, 1));
        assert!(back.dossier.can_redo.is_some());
    });
}

#[test]
fn importing_the_same_file_again_links_copies_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_desk(&folder.path().join("d.riwayat"), |desk, watch| {
        desk.import(&[accounts()], watch).expect("imported");
        let again = desk.import(&[accounts()], watch).expect("imported");
        assert_eq!((again.imported, again.copies), (0, 3));
        assert!(again.sources.iter().all(|s| s.outcome == Outcome::Copy && !s.message.ar.is_empty()));
        assert_eq!(desk.overview().expect("read").dossier.articles, 3);
    });
}

#[test]
fn a_stopped_import_keeps_what_was_read_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let cancel = AtomicBool::new(false);
    let seen = AtomicUsize::new(0);
    let stop_at_two = |_: Progress| {
        if seen.fetch_add(1, Ordering::Relaxed) == 1 {
            cancel.store(true, Ordering::Relaxed);
        }
    };
    let desk = Desk::create(&folder.path().join("d.riwayat")).expect("made");
    let report =
        desk.import(&[accounts()], Watch { progress: &stop_at_two, cancel: &cancel }).expect("imported");
    assert!(report.cancelled);
    assert_eq!(report.imported, 2, "the two that were read are kept");
    assert_eq!(desk.overview().expect("read").dossier.articles, 2);
}

#[test]
fn a_camp_of_her_own_gets_a_column_once_an_article_is_in_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_desk(&folder.path().join("d.riwayat"), |desk, watch| {
        let report = desk.import(&[accounts()], watch).expect("imported");
        let overview = desk.define_camp("العشائر", "Tribes", watch).expect("defined");
        let own = overview.camps.iter().find(|c| c.label.ar == "العشائر").expect("in the list").clone();
        assert!(own.position > 3);
        let after = desk.set_field(&report.articles[0], Field::Camp, Some(&own.id), watch).expect("set");
        let covered = after.events[0].coverage.iter().find(|c| c.camp == own.id).expect("covers");
        assert_eq!((covered.state, covered.articles), (Coverage::Covers, 1));
        let first = after.events[0].coverage.iter().find(|c| c.camp == "pro-sdf").expect("a standing camp");
        assert_ne!(first.state, Coverage::Covers);
    });
}

/// The entities and camps of what the articles name «المجلس».
fn councils(desk: &Desk) -> Vec<(Option<String>, Option<String>)> {
    let articles = desk.comparison(riwayat_app::Lang::Ar).articles;
    let named = articles.into_iter().flat_map(|a| a.mentions);
    named.filter(|m| m.text.ends_with("المجلس")).map(|m| (m.entity, m.camp)).collect()
}

#[test]
fn what_she_says_of_a_name_is_read_everywhere_and_can_be_undone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("d.riwayat");
    let file = "[hills-council]\ncamp = \"pro-sdf\"\nnames = [\"المجلس\"]\n";
    let known = (Some("hills-council".to_owned()), Some("pro-sdf".to_owned()));
    with_desk(&path, |desk, watch| {
        desk.import(&[accounts()], watch).expect("imported");
        assert!(!councils(desk).contains(&known));
        let version = desk.lexicon_version();
        let set = riwayat_app::entries::parse("mine.toml", file).expect("well-formed");
        let after = desk.set_entries("mine.toml", set, &[], watch).expect("set");
        assert!(after.dossier.can_undo.is_some());
        assert!(councils(desk).contains(&known));
        assert_ne!(
            desk.lexicon_version(),
            version,
            "what was worked out before is not taken for what is now"
        );
        desk.undo(watch).expect("undone");
        assert!(!councils(desk).contains(&known));
        assert_eq!(desk.lexicon_version(), version);
        desk.redo(watch).expect("made again");
    });
    with_desk(&path, |desk, watch| {
        assert!(councils(desk).contains(&known), "it was kept");
        let wrong = format!("{file}part_of = \"sdf\"\n[sdf]\npart_of = \"hills-council\"\n");
        let wrong = riwayat_app::entries::parse("mine.toml", &wrong).expect("well-formed");
        let refused = desk.set_entries("mine.toml", wrong, &[], watch).expect_err("a circle");
        assert!(refused.message.en.starts_with("mine.toml: [hills-council]: it would be part of itself"));
        assert!(councils(desk).contains(&known), "nothing was changed");
        desk.set_entries("", Default::default(), &["hills-council".to_owned()], watch).expect("taken away");
        assert!(!councils(desk).contains(&known));
    });
}

#[test]
fn the_sample_opens_with_three_camps_and_says_that_it_is_invented() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let cancel = AtomicBool::new(false);
    let watch = Watch { progress: QUIET, cancel: &cancel };
    let desk = Desk::sample(folder.path(), watch).expect("the sample opens");
    let overview = desk.overview().expect("read");
    assert!(overview.dossier.sample && overview.dossier.articles >= 12);
    let whole = |e: &&riwayat_app::view::EventHead| {
        e.coverage.iter().filter(|c| c.state == Coverage::Covers && c.camp != riwayat_app::UNASSIGNED).count()
            >= 3
    };
    assert!(overview.events.iter().filter(whole).count() >= 2, "two events with all three camps");
    assert!(!overview.storylines.is_empty(), "a storyline of more than one event");
    drop(desk);
    let again = Desk::sample(folder.path(), watch).expect("the sample opens again");
    assert_eq!(again.overview().expect("read").dossier.articles, overview.dossier.articles);
    assert!(overview.dossier.invented);
    again.import(&[accounts()], watch).expect("imported");
    let mixed = again.overview().expect("read").dossier;
    assert!(mixed.sample && !mixed.invented, "with other articles in it, not all is invented any more");
}
