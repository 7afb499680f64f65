//! The cache: another engine or lexicon is another result, and all of it may be dropped.

use crate::with_articles;
use riwayat_store::DerivedKey;

const KEY: DerivedKey<'static> = DerivedKey { kind: "reading", id: "a", engine: "1", lexicon: "x" };

#[test]
fn a_result_is_kept_for_its_engine_and_lexicon_only() {
    let mut dossier = with_articles(&[]);
    dossier.keep_derived(&[(KEY, b"old"), (DerivedKey { engine: "2", ..KEY }, b"other")]).unwrap();
    dossier.keep_derived(&[(KEY, b"new")]).unwrap();
    assert_eq!(dossier.derived(KEY).unwrap().as_deref(), Some(&b"new"[..]));
    assert_eq!(dossier.derived(DerivedKey { lexicon: "y", ..KEY }).unwrap(), None);
    assert_eq!(dossier.drop_stale("1", "x").unwrap(), 1);
    assert_eq!(dossier.derived(KEY).unwrap().as_deref(), Some(&b"new"[..]));
    assert_eq!(dossier.drop_derived().unwrap(), 1);
    assert_eq!(dossier.derived(KEY).unwrap(), None);
}

#[test]
fn a_broken_result_is_none() {
    let dir = tempfile::tempdir().unwrap();
    let path = crate::file_with(dir.path(), &[]);
    riwayat_store::Dossier::open(&path).unwrap().keep_derived(&[(KEY, b"result")]).unwrap();
    rusqlite::Connection::open(&path).unwrap().execute("UPDATE derived SET packed = x'00'", []).unwrap();
    assert_eq!(riwayat_store::Dossier::open(&path).unwrap().derived(KEY).unwrap(), None);
}
