//! What must hold whatever the articles say: the order in which they come changes nothing, must and cannot hold, and
//! camps that change places change places in the answer.

use proptest::prelude::*;
use riwayat_claims::{CampId, Input, Lexicon, Reading, read};
use riwayat_compare::{Article, ClaimRef, Comparison, Link, compare};

const TEXTS: [(&str, &str); 6] = [
    (
        "a1",
        "سيطر الجيش على بلدة تل النخيل فجر الأحد بعد معارك عنيفة. قتل 12 مدنيا في القصف على سوق تل النخيل.",
    ),
    (
        "a2",
        "قال ناشطون إن قصفا على سوق بلدة تل النخيل قتل 19 مدنيا يوم الأحد. وسيطرت القوات على تل النخيل بعد معارك.",
    ),
    ("a3", "انسحب مقاتلو الفصائل من بلدة تل النخيل بعد معارك عنيفة، ونفى مصدر عسكري قصف سوق تل النخيل."),
    ("a4", "افتتحت وزارة التربية مدرسة جديدة في مدينة وادي الزهر، وحضر الافتتاح مئات الأهالي."),
    ("a5", "حضر مئات الأهالي افتتاح مدرسة في وادي الزهر بعد ترميمها، بحسب مديرية التربية."),
    ("a6", "هطلت أمطار غزيرة على الساحل وتسببت بسيول قطعت طريقا جبليا."),
];

const CAMPS: [&str; 3] = ["pro-sdf", "opposition", "pro-government"];

/// The comparison of the texts in this order, camps given by text.
fn compared<T>(
    order: &[usize],
    camps: &[usize],
    links: &[(&str, &str, Link)],
    show: impl FnOnce(&[Article<'_>], &Comparison) -> T,
) -> T {
    let lexicon = Lexicon::builtin();
    let camps: Vec<CampId> = camps.iter().map(|c| CampId::from(CAMPS[*c])).collect();
    let published = "2018-11-04".parse().ok();
    let readings: Vec<Reading> = order
        .iter()
        .map(|n| {
            let camp = Some(&camps[*n]);
            read(&Input { title: "", text: TEXTS[*n].1, published, outlet: None, camp }, lexicon)
        })
        .collect();
    let articles: Vec<Article<'_>> = order
        .iter()
        .zip(&readings)
        .map(|(n, reading)| Article {
            id: TEXTS[*n].0,
            title: "",
            text: TEXTS[*n].1,
            outlet: None,
            camp: Some(&camps[*n]),
            published,
            inferred: None,
            reading,
        })
        .collect();
    let found = compare(&articles, lexicon, links, &|_, _| true);
    show(&articles, &found)
}

/// Everything in the answer, by the ids of the articles.
fn by_id(articles: &[Article<'_>], found: &Comparison) -> String {
    let mut out = String::new();
    for event in &found.events {
        let ids: Vec<&str> = event.articles.iter().map(|a| articles[*a].id).collect();
        out += &format!("{} {ids:?} {:?}\n", event.id, event.why);
        for cell in event.rows.iter().flat_map(|r| &r.cells) {
            let pieces = cell.pieces.iter().map(|p| (articles[p.article].id, p.span, &p.marks));
            out += &format!("  {:?} {:?}\n", cell.camp, pieces.collect::<Vec<_>>());
        }
    }
    out += &of_events(articles, found);
    for r in &found.relations {
        let (a, b) = (articles[r.a.article].id, articles[r.b.article].id);
        out += &format!("{:?} {a} {} {b} {} {:?}\n", r.kind, r.a.claim, r.b.claim, r.why);
    }
    out
}

/// What is counted, told without a doer and common to all in the events, by the ids of the articles.
fn of_events(articles: &[Article<'_>], found: &Comparison) -> String {
    let at = |c: &ClaimRef| format!("{}:{}", articles[c.article].id, c.claim);
    let all = |claims: &[ClaimRef]| claims.iter().map(at).collect::<Vec<_>>();
    let mut out = String::new();
    for event in &found.events {
        for f in &event.figures {
            let values: Vec<String> = f.values.iter().map(|(c, q)| format!("{} {q}", at(c))).collect();
            out += &format!("{:?} {values:?} {:?} {:?}\n", f.counted, f.left_out, f.tallies);
        }
        for (a, u) in event.agency.iter().flat_map(|a| a.by_camp.iter().map(move |u| (a, u))) {
            out += &format!("{} {:?} {:?} {:?}\n", a.event_type, u.camp, all(&u.told), all(&u.untold));
        }
        for g in &event.common_ground {
            out += &format!("{:?} {:?} {:?}\n", g.camps, g.statement, all(&g.claims));
        }
    }
    out
}

/// The groups of ids.
fn groups(articles: &[Article<'_>], found: &Comparison) -> Vec<Vec<String>> {
    let ids = |e: &riwayat_compare::Event| {
        let mut ids: Vec<String> = e.articles.iter().map(|a| articles[*a].id.to_owned()).collect();
        ids.sort();
        ids
    };
    let mut out: Vec<_> = found.events.iter().map(ids).collect();
    out.sort();
    out
}

const ALL: [usize; 6] = [0, 1, 2, 3, 4, 5];

#[test]
fn the_texts_make_the_events_that_a_reader_sees() {
    let found = compared(&ALL, &ALL.map(|n| n % 3), &[], groups);
    assert_eq!(found, [vec!["a1", "a2", "a3"], vec!["a4", "a5"], vec!["a6"]]);
}

#[test]
fn must_and_cannot_hold_over_what_is_found() {
    let links = [("a1", "a6", Link::Must), ("a4", "a5", Link::Cannot)];
    let found = compared(&ALL, &ALL.map(|n| n % 3), &links, groups);
    let together =
        |a: &str, b: &str| found.iter().any(|g| g.iter().any(|x| x == a) && g.iter().any(|x| x == b));
    assert!(together("a1", "a6") && !together("a4", "a5"), "{found:?}");
}

#[test]
fn what_is_common_and_what_is_counted_does_not_hang_on_which_camp_is_which() {
    let told = |camps: [usize; 6]| {
        compared(&ALL, &camps, &[], |_, found| {
            let events = || found.events.iter();
            let common = events().flat_map(|e| &e.common_ground).map(|g| format!("{:?}", g.statement));
            let tallies =
                events().flat_map(|e| &e.figures).map(|f| format!("{:?} {:?}", f.left_out, f.tallies));
            let agency = |camp: &str| -> Vec<(String, usize, usize)> {
                let uses =
                    events().flat_map(|e| &e.agency).flat_map(|a| a.by_camp.iter().map(move |u| (a, u)));
                let own = uses.filter(|(_, u)| u.camp == Some(CampId::from(camp)));
                own.map(|(a, u)| (a.event_type.clone(), u.told.len(), u.untold.len())).collect()
            };
            let sides = CAMPS.map(agency);
            (common.collect::<Vec<_>>(), tallies.collect::<Vec<_>>(), sides)
        })
    };
    let (one, other) = (told([0, 1, 0, 1, 0, 1]), told([1, 0, 1, 0, 1, 0]));
    assert!(!one.0.is_empty() && one.1.iter().any(|t| t.contains("Acled")), "{one:?}");
    assert_eq!((&one.0, &one.1), (&other.0, &other.1));
    assert_eq!((&one.2[0], &one.2[1]), (&other.2[1], &other.2[0]));
}

#[test]
fn camps_that_change_places_change_places_in_the_answer() {
    let cells = |camps: [usize; 6], of: &str| {
        compared(&ALL, &camps, &[], |articles, found| {
            let cells = found.events.iter().flat_map(|e| &e.rows).flat_map(|r| &r.cells);
            let mut out: Vec<String> = cells
                .filter(|c| c.camp == Some(CampId::from(of)))
                .flat_map(|c| c.pieces.iter().filter(|p| !p.relayed))
                .map(|p| format!("{} {:?}", articles[p.article].id, p.span))
                .collect();
            out.sort();
            out
        })
    };
    let (one, other) = ([0, 1, 0, 1, 0, 1], [1, 0, 1, 0, 1, 0]);
    assert_eq!(cells(one, CAMPS[0]), cells(other, CAMPS[1]));
    assert_eq!(cells(one, CAMPS[1]), cells(other, CAMPS[0]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_order_of_the_articles_changes_nothing(order in Just(ALL.to_vec()).prop_shuffle()) {
        let camps = ALL.map(|n| n % 3);
        prop_assert_eq!(compared(&order, &camps, &[], by_id), compared(&ALL, &camps, &[], by_id));
    }
}
