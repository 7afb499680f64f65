//! A file of each older format, as it stood when that format was new, opens and is sound.

use crate::at;
use riwayat_claims::OwnEntry;
use riwayat_store::{Change, Dossier, Entry, Field, Link, SCHEMA_VERSION};
use rusqlite::Connection;
use std::path::Path;

/// Format 1, written down when it was new; not to be changed.
const V1: &str = include_str!("v1.sql");

/// Format 2, as its last program wrote it; not to be changed.
const V2: &str = include_str!("v2.sql");

/// Format 3, as its last program wrote it; not to be changed.
const V3: &str = include_str!("v3.sql");

/// Format 4, as its last program wrote it; not to be changed.
const V4: &str = include_str!("v4.sql");

#[test]
fn a_dossier_of_format_4_opens_and_keeps_names_and_entries() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("قديم.riwayat");
    Connection::open(&path).unwrap().execute_batch(V4).unwrap();
    let mut dossier = Dossier::open(&path).unwrap();
    let history = dossier.history().unwrap();
    let named: Vec<_> = history.event_names().map(|(_, name)| name).collect();
    assert_eq!(named, [Some("قصف السوق")], "what was named after it was taken back");
    let entry = history.entries()["tall-rim"].clone();
    assert_eq!(entry.called, None);
    let called = OwnEntry { called: Some("تل الريم الشرقي".into()), ..entry };
    dossier.set_entries(at(20), &[("tall-rim".to_owned(), Some(called))].into()).unwrap();
    drop(dossier);
    let dossier = Dossier::open(&path).unwrap();
    assert_eq!(dossier.history().unwrap().entries()["tall-rim"].called.as_deref(), Some("تل الريم الشرقي"));
    assert_eq!(dossier.verify().unwrap().faults, []);
    drop(dossier);
    assert_eq!(version(&path), SCHEMA_VERSION);
}

#[test]
fn a_dossier_of_format_3_opens_and_keeps_what_was_arranged_and_undone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("قديم.riwayat");
    Connection::open(&path).unwrap().execute_batch(V3).unwrap();
    let mut dossier = Dossier::open(&path).unwrap();
    let history = dossier.history().unwrap();
    assert_eq!(history.links(), [(("a", "b"), Link::Must)].into());
    assert_eq!(history.row_links().len(), 1);
    assert_eq!(history.event_names().count(), 0);
    assert_eq!(dossier.effective_articles().unwrap()[0].article.camp.as_deref(), Some("opposition"));
    dossier.redo(at(9)).unwrap();
    assert_eq!(dossier.effective_articles().unwrap()[1].article.title, "عنوان آخر");
    dossier.name_event(at(10), &["a", "b"], None, Some("قصف السوق")).unwrap();
    drop(dossier);
    let dossier = Dossier::open(&path).unwrap();
    assert_eq!(dossier.history().unwrap().event_names().count(), 1);
    assert_eq!(dossier.verify().unwrap().faults, []);
    drop(dossier);
    assert_eq!(version(&path), SCHEMA_VERSION);
}

#[test]
fn a_dossier_of_format_2_opens_and_keeps_its_links_and_entries() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("قديم.riwayat");
    Connection::open(&path).unwrap().execute_batch(V2).unwrap();
    let mut dossier = Dossier::open(&path).unwrap();
    let history = dossier.history().unwrap();
    assert_eq!(history.links(), [(("a", "b"), Link::Cannot)].into());
    assert!(history.row_links().is_empty() && history.entries().is_empty());
    dossier.redo(at(9)).unwrap();
    assert!(dossier.history().unwrap().entries().contains_key("tall-sidrah"));
    dossier.link_articles(at(10), &[("a", "b", Some(Link::Must))]).unwrap();
    assert_eq!(dossier.history().unwrap().links(), [(("a", "b"), Link::Must)].into());
    assert_eq!(dossier.verify().unwrap().faults, []);
}

#[test]
fn a_dossier_of_format_1_opens_and_is_sound() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("قديم.riwayat");
    Connection::open(&path).unwrap().execute_batch(V1).unwrap();
    let mut dossier = Dossier::open(&path).unwrap();
    let articles = dossier.effective_articles().unwrap();
    let ids: Vec<_> = articles.iter().map(|a| a.article.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(articles[0].article.camp.as_deref(), Some("opposition"));
    assert_eq!(articles[1].article.left_out[0].text, "مشاركة");
    let original = dossier.original(&articles[0].article.sha256).unwrap().unwrap();
    assert_eq!(String::from_utf8(original).unwrap(), "سوق تل الريم a\nقُتل سبعة مدنيين.");
    assert_eq!(dossier.camps().unwrap()[0].ar, "معارض");
    assert_eq!(dossier.outlets().unwrap()[0].names, ["وكالة الرافد"]);
    assert_eq!(dossier.setting("event").unwrap().as_deref(), Some("حدث"));
    assert_eq!(dossier.verify().unwrap().faults, []);
    let done = dossier.undo(at(9)).unwrap().unwrap();
    assert_eq!(done.entry, Entry::Undo { of: 1 });
    assert!(matches!(
        &dossier.history().unwrap().decisions()[0].entry,
        Entry::Change(Change::SetArticleField { field: Field::Camp, .. })
    ));
    drop(dossier);
    assert_eq!(version(&path), SCHEMA_VERSION);
}

/// The format that a file says it has.
fn version(path: &Path) -> i64 {
    let file = Connection::open(path).expect("it is there");
    file.pragma_query_value(None, "user_version", |row| row.get(0)).expect("it has one")
}
