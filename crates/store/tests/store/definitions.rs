//! Camps, outlets and settings of the dossier.

use crate::{at, with_articles};
use riwayat_store::{CampRow, OutletRow};

fn camp(id: &str, ar: &str) -> CampRow {
    CampRow { id: id.into(), ar: ar.into(), en: id.into() }
}

#[test]
fn camps_keep_their_order_and_the_log_keeps_every_list() {
    let mut dossier = with_articles(&[]);
    assert_eq!(dossier.camps().unwrap(), []);
    let first = [camp("tribal", "عشائري"), camp("opposition", "معارض")];
    dossier.set_camps(at(2), &first).unwrap();
    let second = [camp("opposition", "معارض"), camp("tribal", "عشائري"), camp("tribal", "آخر")];
    dossier.set_camps(at(3), &second).unwrap();
    assert_eq!(dossier.camps().unwrap(), second[..2]);
    let log = dossier.log().unwrap();
    assert_eq!(log[log.len() - 2].detail["camps"][0]["ar"], "عشائري");
    assert_eq!(dossier.verify().unwrap().faults, []);
}

#[test]
fn outlets_come_back_as_they_went_in() {
    let mut dossier = with_articles(&[]);
    let outlet = OutletRow {
        id: "outlet-invented".into(),
        names: vec!["وكالة الرافد".into(), "الرافد".into()],
        domains: vec!["rafed.example".into()],
        camp: Some("opposition".into()),
        why: "مختلَقة".into(),
    };
    dossier.set_outlets(at(2), std::slice::from_ref(&outlet)).unwrap();
    assert_eq!(dossier.outlets().unwrap(), [outlet]);
    dossier.set_outlets(at(3), &[]).unwrap();
    assert_eq!(dossier.outlets().unwrap(), []);
}

#[test]
fn a_setting_is_set_replaced_and_removed() {
    let mut dossier = with_articles(&[]);
    dossier.set_setting("event", Some("حدث ١")).unwrap();
    dossier.set_setting("event", Some("حدث ٢")).unwrap();
    assert_eq!(dossier.setting("event").unwrap().as_deref(), Some("حدث ٢"));
    dossier.set_setting("event", None).unwrap();
    assert_eq!(dossier.setting("event").unwrap(), None);
}
