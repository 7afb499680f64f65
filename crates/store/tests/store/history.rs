//! Decisions, undo and redo: whatever is done in whatever order, the dossier agrees with a row of snapshots.

use crate::{at, with_articles};
use proptest::prelude::*;
use riwayat_claims::{OwnEntries, OwnEntry};
use riwayat_store::{Change, Decision, Dossier, EffectiveArticle, Entry, Field, History, Link};
use std::collections::BTreeMap;

const IDS: [&str; 3] = ["a", "b", "c"];

/// Something that the analyst does.
#[derive(Debug, Clone)]
enum Deed {
    Set(usize, Field, Option<&'static str>),
    Link(usize, usize, Option<Link>),
    Entry(usize, Option<&'static str>),
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    let field = prop_oneof![Just(Field::Outlet), Just(Field::Camp), Just(Field::Title)];
    let value = prop_oneof![Just(None), Just(Some("معارض")), Just(Some("موال"))];
    let day = prop_oneof![Just(None), Just(Some("2026-03-14")), Just(Some("2026-03-20"))];
    let link = prop_oneof![Just(None), Just(Some(Link::Must)), Just(Some(Link::Cannot))];
    let camp = prop_oneof![Just(None), Just(Some("opposition")), Just(Some("pro-sdf"))];
    prop_oneof![
        3 => (0..3usize, field, value).prop_map(|(id, field, to)| Deed::Set(id, field, to)),
        1 => (0..3usize, day).prop_map(|(id, to)| Deed::Set(id, Field::Published, to)),
        1 => (0..3usize, 1..3usize, link).prop_map(|(a, step, to)| Deed::Link(a, (a + step) % 3, to)),
        1 => (0..3usize, camp).prop_map(|(id, camp)| Deed::Entry(id, camp)),
        2 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
    ]
}

/// What the analyst sees.
type State = (Vec<EffectiveArticle>, BTreeMap<(String, String), Link>, OwnEntries);

fn state(dossier: &Dossier) -> State {
    let mut articles = dossier.effective_articles().expect("in memory");
    // The numbers of the decisions tell how a state was reached, not what it is.
    articles.iter_mut().flat_map(|a| &mut a.edits).for_each(|edit| edit.seq = 0);
    let history = dossier.history().expect("in memory");
    let links = history.links().into_iter().map(|((a, b), l)| ((a.into(), b.into()), l)).collect();
    (articles, links, history.entries())
}

/// Does it; true where something was decided.
fn act(dossier: &mut Dossier, deed: &Deed) -> bool {
    match *deed {
        Deed::Set(id, field, to) => dossier.set_field(at(2), IDS[id], field, to),
        Deed::Link(a, b, to) => dossier.link(at(2), IDS[a], IDS[b], to),
        Deed::Entry(id, camp) => {
            let entry = camp.map(|c| OwnEntry { camp: Some(c.into()), ..OwnEntry::default() });
            dossier.set_entries(at(2), &[(IDS[id].to_owned(), entry)].into())
        }
        Deed::Undo => dossier.undo(at(2)),
        Deed::Redo => dossier.redo(at(2)),
    }
    .expect("in memory")
    .is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_history_agrees_with_a_row_of_snapshots(deeds in prop::collection::vec(deed(), 0..40)) {
        let mut dossier = with_articles(&IDS);
        let mut snapshots = vec![state(&dossier)];
        let mut now = 0;
        for deed in &deeds {
            let decided = act(&mut dossier, deed);
            match deed {
                Deed::Undo => {
                    prop_assert_eq!(decided, now > 0);
                    now -= usize::from(decided);
                }
                Deed::Redo => {
                    prop_assert_eq!(decided, now + 1 < snapshots.len());
                    now += usize::from(decided);
                }
                _ if decided => {
                    now += 1;
                    snapshots.truncate(now);
                    snapshots.push(state(&dossier));
                }
                _ => {}
            }
            prop_assert_eq!(&state(&dossier), &snapshots[now]);
        }
        let last = state(&dossier);
        while dossier.undo(at(3)).unwrap().is_some() {}
        prop_assert_eq!(&state(&dossier), &snapshots[0]);
        for _ in 0..now {
            dossier.redo(at(4)).unwrap();
        }
        prop_assert_eq!(&state(&dossier), &last);
        prop_assert_eq!(dossier.verify().unwrap().faults, vec![]);
    }

    #[test]
    fn entries_that_make_no_sense_have_no_effect(of in prop::collection::vec((any::<bool>(), 0..6u64), 0..20)) {
        let change = Change::Link { a: "a".into(), b: "b".into(), from: None, to: Some(Link::Must) };
        let mut decisions = vec![Decision { seq: 1, at: at(0), entry: Entry::Change(change) }];
        for (seq, (undo, of)) in (2..).zip(of) {
            let entry = if undo { Entry::Undo { of } } else { Entry::Redo { of } };
            decisions.push(Decision { seq, at: at(0), entry });
        }
        let toggles = decisions.iter().filter(|d| {
            matches!(d.entry, Entry::Undo { of: 1 } | Entry::Redo { of: 1 })
        });
        let holds = toggles.fold(true, |_, d| matches!(d.entry, Entry::Redo { .. }));
        prop_assert_eq!(History::new(decisions).links().len(), usize::from(holds));
    }
}

#[test]
fn undo_and_redo_are_entries_and_nothing_is_forgotten() {
    let mut dossier = with_articles(&["a"]);
    dossier.set_field(at(2), "a", Field::Camp, Some("opposition")).unwrap();
    dossier.undo(at(3)).unwrap();
    dossier.set_field(at(4), "a", Field::Camp, Some("pro-sdf")).unwrap();
    assert_eq!(dossier.redo(at(5)).unwrap(), None);
    let history = dossier.history().unwrap();
    let camp = |to: &str| {
        Entry::Change(Change::SetArticleField {
            article: "a".into(),
            field: Field::Camp,
            from: None,
            to: Some(to.into()),
        })
    };
    let entries: Vec<_> = history.decisions().iter().map(|d| (d.seq, d.at, d.entry.clone())).collect();
    assert_eq!(
        entries,
        [(1, at(2), camp("opposition")), (2, at(3), Entry::Undo { of: 1 }), (3, at(4), camp("pro-sdf"))]
    );
    assert_eq!(history.undoable().map(|d| d.seq), Some(3));
}

#[test]
fn a_link_is_the_same_from_both_ends() {
    let mut dossier = with_articles(&["a", "b"]);
    dossier.link(at(2), "b", "a", Some(Link::Cannot)).unwrap();
    assert_eq!(dossier.link(at(3), "a", "b", Some(Link::Cannot)).unwrap(), None);
    assert_eq!(dossier.history().unwrap().links(), BTreeMap::from([(("a", "b"), Link::Cannot)]));
    dossier.link(at(4), "a", "b", None).unwrap();
    assert_eq!(dossier.history().unwrap().links(), BTreeMap::new());
}

#[test]
fn an_entry_over_the_lexicon_is_kept_whole() {
    let mut dossier = with_articles(&["a"]);
    let entry = OwnEntry {
        names: vec!["تل السدرة".into()],
        not: vec!["التل".into()],
        position: Some((34.69, 40.83)),
        ..OwnEntry::default()
    };
    let set = [("tall-sidrah".to_owned(), Some(entry.clone()))].into();
    assert!(dossier.set_entries(at(2), &set).unwrap().is_some());
    assert_eq!(dossier.set_entries(at(3), &set).unwrap(), None, "nothing changes");
    assert_eq!(dossier.history().unwrap().entries(), [("tall-sidrah".to_owned(), entry)].into());
    assert_eq!(dossier.verify().unwrap().faults, []);
    dossier.set_entries(at(4), &[("tall-sidrah".to_owned(), None)].into()).unwrap();
    assert_eq!(dossier.history().unwrap().entries(), OwnEntries::new());
}
