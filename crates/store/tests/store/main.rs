//! The dossier from outside, a module for each file of the crate.

mod definitions;
mod derived;
mod disk;
mod dossier;
mod effective;
mod history;
mod import;
mod migration;
mod verify;

use jiff::Timestamp;
use riwayat_store::{Dossier, NewArticle};
use std::path::{Path, PathBuf};

/// A moment, so many seconds after the first one of the tests: 14 March 2026, 08:00 UTC.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_773_475_200 + seconds).expect("a moment of this century")
}

/// An invented article with everything set.
fn article(id: &str) -> NewArticle {
    NewArticle {
        id: id.into(),
        original: format!("سوق تل الريم {id}\nقُتل سبعة مدنيين.").into(),
        origin: format!("أخبار/{id}.txt"),
        line: None,
        url: Some("https://example.org/1".into()),
        outlet: Some("وكالة الرافد".into()),
        camp: None,
        published: Some("2026-03-14".parse().expect("a day")),
        published_text: Some("١٤ آذار ٢٠٢٦".into()),
        title: "سوق تل الريم".into(),
        text: "قُتل سبعة مدنيين.".into(),
        body: "plain".into(),
        left_out: vec![riwayat_store::LeftOut {
            text: "مشاركة".into(), before: 1, reason: "share".into()
        }],
        extra: vec![("lang".into(), "\"ar\"".into())],
        warnings: vec![serde_json::json!({ "no-date": 0.1 })],
    }
}

/// A dossier in memory with these articles.
fn with_articles(ids: &[&str]) -> Dossier {
    let mut dossier = Dossier::in_memory(at(0)).expect("memory");
    let batch: Vec<_> = ids.iter().map(|id| article(id)).collect();
    dossier.import(at(1), &batch).expect("memory");
    dossier
}

/// A closed dossier in a file, with these articles.
fn file_with(dir: &Path, ids: &[&str]) -> PathBuf {
    let path = dir.join("ملف?#.riwayat");
    let mut dossier = Dossier::create(&path, at(0)).expect("a new file");
    let batch: Vec<_> = ids.iter().map(|id| article(id)).collect();
    dossier.import(at(1), &batch).expect("room");
    path
}

/// True where the tests run as root, whom no permission stops.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    Path::new("/proc/self").metadata().is_ok_and(|data| data.uid() == 0)
}
