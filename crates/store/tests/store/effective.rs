//! Edits laid over articles.

use crate::{at, with_articles};
use riwayat_store::{Edit, Field, StoreError};

#[test]
fn an_edit_is_laid_over_and_the_row_stays() {
    let mut dossier = with_articles(&["a", "ab"]);
    dossier.set_field(at(2), "a", Field::Outlet, Some("صدى النهر")).unwrap();
    dossier.set_field(at(3), "a", Field::Published, Some("2026-03-15")).unwrap();
    dossier.set_field(at(4), "a", Field::Title, Some("قصف السوق")).unwrap();
    let effective = dossier.effective_article("a").unwrap();
    assert_eq!(effective.article.outlet.as_deref(), Some("صدى النهر"));
    assert_eq!(effective.article.published, Some("2026-03-15".parse().unwrap()));
    assert_eq!(effective.article.title, "قصف السوق");
    let published = Edit { field: Field::Published, seq: 2, imported: Some("2026-03-14".into()) };
    assert_eq!(effective.edits[1], published);
    assert_eq!(dossier.article("a").unwrap().outlet.as_deref(), Some("وكالة الرافد"));
    assert_eq!(dossier.effective_article("ab").unwrap().edits, []);
}

#[test]
fn a_field_emptied_by_hand_differs_from_one_never_set() {
    let mut dossier = with_articles(&["a"]);
    assert!(!dossier.effective_article("a").unwrap().edited(Field::Outlet));
    dossier.set_field(at(2), "a", Field::Outlet, Some(" ")).unwrap();
    let effective = dossier.effective_article("a").unwrap();
    assert!(effective.edited(Field::Outlet));
    assert_eq!(effective.article.outlet, None);
}

#[test]
fn what_is_no_day_is_refused() {
    let mut dossier = with_articles(&["a"]);
    for value in ["أمس", "2026-02-30", "14/3/2026"] {
        let error = dossier.set_field(at(2), "a", Field::Published, Some(value)).unwrap_err();
        assert!(matches!(error, StoreError::NotADay { .. }), "{value}: {error:?}");
    }
    assert_eq!(dossier.history().unwrap().decisions(), []);
}

#[test]
fn setting_what_holds_already_is_no_decision() {
    let mut dossier = with_articles(&["a"]);
    assert_eq!(dossier.set_field(at(2), "a", Field::Outlet, Some("وكالة الرافد")).unwrap(), None);
    assert_eq!(
        dossier.link_articles(at(2), &[("a", "a", None)]).unwrap_err().to_string(),
        "an article or a sentence cannot be linked with itself (article \"a\")"
    );
}
