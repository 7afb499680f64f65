//! Taking in: new ones, copies, taken ids.

use crate::{article, at, with_articles};
use riwayat_store::{Dossier, NewArticle, Outcome, Sighting, StoreError, sha256_hex};

#[test]
fn an_article_comes_back_as_it_went_in() {
    let dossier = with_articles(&["a"]);
    let new = article("a");
    let row = dossier.article("a").unwrap();
    assert_eq!(row.position, 1);
    assert_eq!(row.sha256, sha256_hex(&new.original));
    assert_eq!(dossier.original(&row.sha256).unwrap(), Some(new.original.clone()));
    assert_eq!(row.imported_at, at(1));
    let back = NewArticle {
        id: row.id,
        original: new.original.clone(),
        origin: row.origin,
        line: row.line,
        url: row.url,
        outlet: row.outlet,
        camp: row.camp,
        published: row.published,
        published_text: row.published_text,
        title: row.title,
        text: row.text,
        body: row.body,
        left_out: row.left_out,
        extra: row.extra,
        warnings: row.warnings,
    };
    assert_eq!(back, new);
}

#[test]
fn the_same_bytes_from_another_path_are_one_article_seen_twice() {
    let mut dossier = with_articles(&["a"]);
    let copy = NewArticle { id: "b".into(), origin: "نسخة.txt".into(), ..article("a") };
    let outcome = dossier.import(at(5), &[copy]).unwrap();
    assert_eq!(outcome, [Outcome::CopyOf { id: "a".into(), origin: "أخبار/a.txt".into(), line: None }]);
    assert_eq!(dossier.articles().unwrap().len(), 1);
    let sightings = dossier.sightings(&sha256_hex(&article("a").original)).unwrap();
    assert_eq!(
        sightings,
        [
            Sighting { origin: "أخبار/a.txt".into(), line: None, at: at(1) },
            Sighting { origin: "نسخة.txt".into(), line: None, at: at(5) },
        ]
    );
}

#[test]
fn a_copy_within_one_batch_is_one_article() {
    let mut dossier = Dossier::in_memory(at(0)).unwrap();
    let outcome = dossier.import(at(1), &[article("a"), article("b"), article("a")]).unwrap();
    assert!(matches!(&outcome[2], Outcome::CopyOf { id, .. } if id == "a"));
    let ids: Vec<_> = dossier.articles().unwrap().into_iter().map(|a| a.id).collect();
    assert_eq!(ids, ["a", "b"]);
}

#[test]
fn another_article_of_a_taken_id_is_kept_under_an_id_of_its_own() {
    let mut dossier = with_articles(&["a"]);
    let other = NewArticle { original: "نص آخر".into(), text: "نص آخر".into(), ..article("a") };
    let id = format!("a~{}", &sha256_hex(&other.original)[..8]);
    let outcome = dossier.import(at(2), &[other]).unwrap();
    assert_eq!(outcome, [Outcome::AddedAs { id: id.clone(), wanted: "a".into() }]);
    assert_eq!(dossier.article(&id).unwrap().text, "نص آخر");
}

#[test]
fn an_article_that_is_not_there_is_named() {
    let error = with_articles(&[]).article("غائب").unwrap_err();
    assert!(matches!(&error, StoreError::NoArticle { id } if id == "غائب"), "{error:?}");
}

#[test]
fn an_empty_original_is_kept_too() {
    let mut dossier = with_articles(&[]);
    dossier.import(at(1), &[NewArticle { original: Vec::new(), ..article("a") }]).unwrap();
    assert_eq!(dossier.original(&sha256_hex(b"")).unwrap(), Some(Vec::new()));
}
