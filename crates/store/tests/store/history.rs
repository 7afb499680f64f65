//! Decisions, undo and redo: whatever is done in whatever order, the dossier agrees with a row of snapshots.

use crate::{at, with_articles};
use proptest::prelude::*;
use riwayat_claims::{OwnEntries, OwnEntry};
use riwayat_store::{
    Change, Decision, Dossier, EffectiveArticle, Entry, Field, History, Link, LinkChange, Spot, StoreError,
};
use std::collections::BTreeMap;

const IDS: [&str; 3] = ["a", "b", "c"];

/// One of two stretches of an article: a word each.
fn spot(article: &str, word: usize) -> Spot {
    let (start, end) = [(0, 8), (9, 17)][word];
    Spot { article: article.into(), start, end }
}

fn other(link: Link) -> Link {
    if link == Link::Must { Link::Cannot } else { Link::Must }
}

/// Something that the analyst does.
#[derive(Debug, Clone)]
enum Deed {
    Set(usize, Field, Option<&'static str>),
    Link(usize, usize, Option<Link>),
    Rows(usize, usize, usize, Option<Link>),
    Entry(usize, Option<&'static str>),
    Name(usize, Option<&'static str>),
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    let field = prop_oneof![Just(Field::Outlet), Just(Field::Camp), Just(Field::Title)];
    let value = prop_oneof![Just(None), Just(Some("معارض")), Just(Some("موال"))];
    let day = prop_oneof![Just(None), Just(Some("2026-03-14")), Just(Some("2026-03-20"))];
    let link = prop_oneof![Just(None), Just(Some(Link::Must)), Just(Some(Link::Cannot))];
    let row_link = link.clone();
    let camp = prop_oneof![Just(None), Just(Some("opposition")), Just(Some("pro-sdf"))];
    let name = prop_oneof![Just(None), Just(Some("قصف السوق")), Just(Some("مجزرة السوق"))];
    prop_oneof![
        3 => (0..3usize, field, value).prop_map(|(id, field, to)| Deed::Set(id, field, to)),
        1 => (0..3usize, day).prop_map(|(id, to)| Deed::Set(id, Field::Published, to)),
        1 => (0..3usize, 1..3usize, link).prop_map(|(a, step, to)| Deed::Link(a, (a + step) % 3, to)),
        1 => (0..3usize, 1..3usize, 0..3usize, row_link).prop_map(|(a, step, c, to)| Deed::Rows(a, (a + step) % 3, c, to)),
        1 => (0..3usize, camp).prop_map(|(id, camp)| Deed::Entry(id, camp)),
        1 => (0..3usize, name).prop_map(|(id, to)| Deed::Name(id, to)),
        2 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
    ]
}

/// What the analyst sees.
type State = (
    Vec<EffectiveArticle>,
    BTreeMap<(String, String), Link>,
    Vec<(Spot, Spot, Link)>,
    OwnEntries,
    Vec<Named>,
);

/// The articles of an event, and its name.
type Named = (Vec<String>, Option<String>);

fn state(dossier: &Dossier) -> State {
    let mut articles = dossier.effective_articles().expect("in memory");
    // The numbers of the decisions tell how a state was reached, not what it is.
    articles.iter_mut().flat_map(|a| &mut a.edits).for_each(|edit| edit.seq = 0);
    let history = dossier.history().expect("in memory");
    let links = history.links().into_iter().map(|((a, b), l)| ((a.into(), b.into()), l)).collect();
    let rows = history.row_links().into_iter().map(|(a, b, l)| (a.clone(), b.clone(), l)).collect();
    let names = history.event_names().map(|(of, to)| (of.to_vec(), to.map(str::to_owned))).collect();
    (articles, links, rows, history.entries(), names)
}

/// What the event of one article is named by hand.
fn name_of(dossier: &Dossier, id: &str) -> Option<String> {
    let history = dossier.history().expect("in memory");
    history.event_names().filter(|(of, _)| *of == [id]).last()?.1.map(str::to_owned)
}

/// Does it; true where something was decided.
fn act(dossier: &mut Dossier, deed: &Deed) -> bool {
    match *deed {
        Deed::Set(id, field, to) => dossier.set_field(at(2), IDS[id], field, to),
        Deed::Link(a, b, to) => dossier.link_articles(at(2), &[(IDS[a], IDS[b], to)]),
        Deed::Rows(a, b, c, to) => {
            let (a, b, c) = (spot(IDS[a], 0), spot(IDS[b], 0), spot(IDS[c], 1));
            dossier.link_rows(at(2), &[(a, b.clone(), to), (b, c, to.map(other))])
        }
        Deed::Entry(id, camp) => {
            let entry = camp.map(|c| OwnEntry { camp: Some(c.into()), ..OwnEntry::default() });
            dossier.set_entries(at(2), &[(IDS[id].to_owned(), entry)].into())
        }
        Deed::Name(id, to) => {
            let from = name_of(dossier, IDS[id]);
            dossier.name_event(at(2), &[IDS[id]], from.as_deref(), to)
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
    dossier.link_articles(at(2), &[("b", "a", Some(Link::Cannot))]).unwrap();
    assert_eq!(dossier.link_articles(at(3), &[("a", "b", Some(Link::Cannot))]).unwrap(), None);
    assert_eq!(dossier.history().unwrap().links(), BTreeMap::from([(("a", "b"), Link::Cannot)]));
    dossier.link_articles(at(4), &[("a", "b", None)]).unwrap();
    assert_eq!(dossier.history().unwrap().links(), BTreeMap::new());
}

#[test]
fn several_links_of_sentences_are_one_change() {
    let mut dossier = with_articles(&["a", "b", "c"]);
    let (a, b, c) = (spot("a", 0), spot("b", 0), spot("c", 1));
    let joined = [(b.clone(), a.clone(), Some(Link::Must)), (b.clone(), c.clone(), Some(Link::Cannot))];
    let done = dossier.link_rows(at(2), &joined).unwrap().expect("something changes");
    let change = |a: &Spot, b: &Spot, to| LinkChange { a: a.clone(), b: b.clone(), from: None, to: Some(to) };
    let links = vec![change(&a, &b, Link::Must), change(&b, &c, Link::Cannot)];
    assert_eq!(done.entry, Entry::Change(Change::LinkRows { links }));
    assert_eq!(dossier.link_rows(at(3), &joined).unwrap(), None, "nothing changes");
    dossier.link_rows(at(4), &[(a.clone(), b.clone(), Some(Link::Cannot))]).unwrap();
    let history = dossier.history().unwrap();
    assert_eq!(history.row_links(), [(&b, &c, Link::Cannot), (&a, &b, Link::Cannot)], "the latest word last");
    dossier.undo(at(5)).unwrap();
    assert_eq!(dossier.history().unwrap().row_links().len(), 2);
    dossier.undo(at(6)).unwrap();
    assert_eq!(dossier.history().unwrap().row_links(), []);
    assert_eq!(dossier.verify().unwrap().faults, []);
}

#[test]
fn a_link_of_what_is_not_there_is_refused() {
    let mut dossier = with_articles(&["a", "b"]);
    let mut refused = |a: Spot, b: Spot| dossier.link_rows(at(2), &[(a, b, Some(Link::Must))]).unwrap_err();
    assert!(matches!(refused(spot("a", 0), spot("z", 0)), StoreError::NoArticle { .. }));
    assert!(matches!(refused(spot("a", 0), spot("a", 0)), StoreError::LinkToSelf { .. }));
    let (inside, beyond) = (Spot { end: 7, ..spot("b", 0) }, Spot { end: 9000, ..spot("b", 0) });
    assert!(matches!(refused(spot("a", 0), inside), StoreError::NoStretch { .. }), "it cuts a letter");
    assert!(matches!(refused(spot("a", 0), beyond), StoreError::NoStretch { .. }));
    let unknown = dossier.link_articles(at(3), &[("a", "z", Some(Link::Must))]).unwrap_err();
    assert!(matches!(unknown, StoreError::NoArticle { .. }));
    assert_eq!(dossier.history().unwrap().decisions(), []);
}

#[test]
fn a_name_is_kept_with_the_articles_of_its_event() {
    let mut dossier = with_articles(&["a", "b"]);
    let done =
        dossier.name_event(at(2), &["b", "a"], None, Some("  قصف \n السوق ")).unwrap().expect("it is new");
    let change = |from: Option<&str>, to: Option<&str>| {
        let articles = vec!["b".into(), "a".into()];
        Entry::Change(Change::NameEvent { articles, from: from.map(Into::into), to: to.map(Into::into) })
    };
    assert_eq!(done.entry, change(None, Some("قصف السوق")), "in one line");
    assert_eq!(dossier.name_event(at(3), &["b", "a"], Some("قصف السوق"), Some("قصف السوق")).unwrap(), None);
    let back =
        dossier.name_event(at(4), &["b", "a"], Some("قصف السوق"), Some(" ")).unwrap().expect("taken back");
    assert_eq!(back.entry, change(Some("قصف السوق"), None));
    dossier.undo(at(5)).unwrap();
    assert_eq!(name_of(&dossier, "a"), None, "it is of both");
    let history = dossier.history().unwrap();
    assert_eq!(history.event_names().last().and_then(|n| n.1), Some("قصف السوق"));
    let unknown = dossier.name_event(at(6), &["a", "z"], None, Some("س")).unwrap_err();
    assert!(matches!(unknown, StoreError::NoArticle { .. }));
    assert_eq!(dossier.verify().unwrap().faults, []);
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
