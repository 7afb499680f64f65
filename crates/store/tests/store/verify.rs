//! Tampering shows: each test opens the file behind the program's back.

use crate::{at, file_with, with_articles};
use riwayat_store::{Dossier, Fault, Field, Verification, sha256_hex};
use rusqlite::Connection;

/// Makes a dossier of two articles and three decisions, does something to it in SQL, and checks it.
fn after(sql: &str) -> Vec<Fault> {
    let dir = tempfile::tempdir().expect("a folder");
    let path = file_with(dir.path(), &["a", "b"]);
    let mut dossier = Dossier::open(&path).expect("sound");
    dossier.set_field(at(2), "a", Field::Camp, Some("opposition")).expect("room");
    dossier.undo(at(3)).expect("room");
    dossier.redo(at(4)).expect("room");
    drop(dossier);
    let conn = Connection::open(&path).expect("SQLite");
    let triggers: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
        .expect("SQLite");
    conn.pragma_update(None, "foreign_keys", false).expect("SQLite");
    for trigger in triggers {
        conn.execute_batch(&format!("DROP TRIGGER {trigger}")).expect("SQLite");
    }
    conn.execute_batch(sql).expect("SQLite");
    drop(conn);
    Dossier::open(&path).expect("the structure is sound").verify().expect("readable").faults
}

#[test]
fn an_untouched_dossier_is_sound() {
    assert_eq!(after(""), []);
    let mut dossier = with_articles(&["a", "b"]);
    dossier.set_field(at(2), "a", Field::Camp, Some("opposition")).unwrap();
    dossier.log_export(at(3), &serde_json::json!({ "to": "تقرير.html", "score": 0.1 })).unwrap();
    let expected = Verification { originals: 2, articles: 2, decisions: 1, log: 5, faults: vec![] };
    assert_eq!(dossier.verify().unwrap(), expected);
}

#[test]
fn a_changed_article_shows() {
    let faults = after("UPDATE article SET text = 'قُتل تسعة مدنيين.' WHERE id = 'a'");
    assert_eq!(faults, [Fault::Article { id: "a".into() }]);
    assert_eq!(after("UPDATE article SET camp = '' WHERE id = 'b'"), [Fault::Article { id: "b".into() }]);
}

#[test]
fn a_removed_article_shows() {
    assert_eq!(after("DELETE FROM article WHERE id = 'b'"), [Fault::LostArticle { id: "b".into() }]);
}

#[test]
fn a_changed_original_shows() {
    let sha256 = sha256_hex(&crate::article("a").original);
    let faults = after(&format!("UPDATE original SET packed = x'28b52ffd' WHERE sha256 = '{sha256}'"));
    assert_eq!(faults, [Fault::Original { sha256: sha256.clone() }]);
    let other = sha256_hex(&crate::article("b").original);
    let swapped = format!(
        "UPDATE original SET packed = (SELECT packed FROM original WHERE sha256 = '{other}') \
         WHERE sha256 = '{sha256}'"
    );
    assert_eq!(after(&swapped), [Fault::Original { sha256 }]);
}

#[test]
fn a_changed_decision_shows() {
    let faults = after("UPDATE decision SET change = replace(change, 'opposition', 'pro-sdf') WHERE seq = 1");
    assert_eq!(faults, [Fault::Decision { seq: 1 }]);
    assert_eq!(after("DELETE FROM decision WHERE seq = 3"), [Fault::Decision { seq: 3 }]);
}

#[test]
fn a_changed_log_shows() {
    assert_eq!(after("UPDATE log SET at = '2026-03-15T00:00:00Z' WHERE seq = 3"), [Fault::Log { seq: 3 }]);
    let faults = after("DELETE FROM log WHERE seq = 1");
    assert!(faults.contains(&Fault::Log { seq: 2 }), "{faults:?}");
}

#[test]
fn a_row_that_cannot_be_read_is_a_fault_not_an_end() {
    let faults = after("UPDATE article SET left_out = '[' WHERE id = 'a'");
    assert!(matches!(faults[0], Fault::Unreadable { table: "article", .. }), "{faults:?}");
}

#[test]
fn what_is_precious_cannot_be_changed_by_an_honest_hand() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    Dossier::open(&path).unwrap().set_field(at(2), "a", Field::Camp, Some("opposition")).unwrap();
    let conn = Connection::open(&path).unwrap();
    for table in ["original", "article", "decision", "log"] {
        let column = if matches!(table, "original" | "article") { "sha256" } else { "at" };
        assert!(conn.execute(&format!("UPDATE {table} SET {column} = ''"), []).is_err(), "{table}");
        assert!(conn.execute(&format!("DELETE FROM {table}"), []).is_err(), "{table}");
    }
}
