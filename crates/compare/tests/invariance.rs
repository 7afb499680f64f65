//! What must hold whatever the articles say: the order in which they come changes nothing, must and cannot hold, and
//! camps that change places change places in the answer.

use proptest::prelude::*;
use riwayat_claims::{CampId, Input, Lexicon, Reading, read};
use riwayat_compare::{Article, ClaimRef, Comparison, Decisions, Link, Spot, compare};
use riwayat_text::Span;

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
    decisions: &Decisions<'_>,
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
    let found = compare(&articles, lexicon, decisions, &|_, _| true);
    show(&articles, &found)
}

/// Everything in the answer, by the ids of the articles.
fn by_id(articles: &[Article<'_>], found: &Comparison) -> String {
    let mut out = String::new();
    for event in &found.events {
        let ids: Vec<&str> = event.articles.iter().map(|a| articles[*a].id).collect();
        out += &format!("{} {ids:?} {:?}\n", event.id, event.why);
        for row in &event.rows {
            out += &format!(" {:?} {}\n", row.hand, row.score);
            for cell in &row.cells {
                let pieces = cell.pieces.iter().map(|p| (articles[p.article].id, p.span, &p.marks));
                out += &format!("  {:?} {:?}\n", cell.camp, pieces.collect::<Vec<_>>());
            }
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

const NOTHING: Decisions<'static> = Decisions { articles: &[], sentences: &[] };

const ALL: [usize; 6] = [0, 1, 2, 3, 4, 5];

#[test]
fn the_texts_make_the_events_that_a_reader_sees() {
    let found = compared(&ALL, &ALL.map(|n| n % 3), &NOTHING, groups);
    assert_eq!(found, [vec!["a1", "a2", "a3"], vec!["a4", "a5"], vec!["a6"]]);
}

#[test]
fn must_and_cannot_hold_over_what_is_found() {
    let links = [("a1", "a6", Link::Must), ("a4", "a5", Link::Cannot)];
    let decisions = Decisions { articles: &links, ..NOTHING };
    let found = compared(&ALL, &ALL.map(|n| n % 3), &decisions, groups);
    let together =
        |a: &str, b: &str| found.iter().any(|g| g.iter().any(|x| x == a) && g.iter().any(|x| x == b));
    assert!(together("a1", "a6") && !together("a4", "a5"), "{found:?}");
}

#[test]
fn what_is_common_and_what_is_counted_does_not_hang_on_which_camp_is_which() {
    let told = |camps: [usize; 6]| {
        compared(&ALL, &camps, &NOTHING, |_, found| {
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
    assert!(one.1.iter().any(|t| t.contains("Acled")), "{one:?}");
    assert_eq!((&one.0, &one.1), (&other.0, &other.1));
    assert_eq!((&one.2[0], &one.2[1]), (&other.2[1], &other.2[0]));
}

#[test]
fn camps_that_change_places_change_places_in_the_answer() {
    let cells = |camps: [usize; 6], of: &str| {
        compared(&ALL, &camps, &NOTHING, |articles, found| {
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

/// Every sentence of the texts that tell the first event, by the words it begins with.
const SENTENCES: [(&str, &str); 5] =
    [("a1", "سيطر"), ("a1", "قتل"), ("a2", "قال"), ("a2", "وسيطرت"), ("a3", "انسحب")];

/// The stretch of a text from the words `at` on: a part of the sentence that begins with them.
fn spot(article: &'static str, at: &str) -> Spot<'static> {
    let text = TEXTS.iter().find(|t| t.0 == article).expect("a text").1;
    let start = text.find(at).expect("its words");
    Spot { article, span: Span::new(start, start + at.len()) }
}

fn sentence(n: usize) -> Spot<'static> {
    spot(SENTENCES[n].0, SENTENCES[n].1)
}

/// The rows of the first event: the numbers of their sentences, and whether something of them was decided.
fn rows(articles: &[Article<'_>], found: &Comparison) -> Vec<(Vec<usize>, bool)> {
    let event = found.events.iter().find(|e| e.articles.len() == 3).expect("three articles tell one event");
    let own = |r: &riwayat_compare::Row| -> Vec<usize> {
        let pieces = r.cells.iter().flat_map(|c| &c.pieces).filter(|p| !p.relayed);
        let number = |p: &riwayat_compare::Piece| {
            let is = |n: &usize| {
                let s = sentence(*n);
                s.article == articles[p.article].id && p.span.overlap(s.span) > 0
            };
            (0..SENTENCES.len()).find(is).expect("a sentence of the texts")
        };
        let mut numbers: Vec<usize> = pieces.map(number).collect();
        numbers.sort_unstable();
        numbers
    };
    event.rows.iter().map(|r| (own(r), r.hand != Default::default())).collect()
}

fn rows_with(sentences: &[(Spot<'_>, Spot<'_>, Link)]) -> Vec<(Vec<usize>, bool)> {
    compared(&ALL, &ALL.map(|n| n % 3), &Decisions { sentences, ..NOTHING }, rows)
}

#[test]
fn a_decision_about_what_is_not_there_changes_nothing() {
    let nowhere = Spot { article: "a1", span: Span::new(9000, 9010) };
    let stranger = Spot { article: "a9", span: Span::new(0, 10) };
    let other_event = spot("a4", "افتتحت");
    let one = sentence(0);
    let sentences = [
        (one, nowhere, Link::Must),
        (stranger, one, Link::Must),
        (one, other_event, Link::Must),
        (one, one, Link::Cannot),
    ];
    let camps = ALL.map(|n| n % 3);
    let with = compared(&ALL, &camps, &Decisions { sentences: &sentences, ..NOTHING }, by_id);
    assert_eq!(with, compared(&ALL, &camps, &NOTHING, by_id));
}

#[test]
fn of_two_decisions_about_the_same_sentences_the_later_holds() {
    let place = |n: usize, rows: &[(Vec<usize>, bool)]| rows.iter().position(|r| r.0.contains(&n));
    // Another stretch of the same sentence, as a better splitter of sentences might leave it.
    let (a, again, b) = (sentence(0), spot("a1", "بلدة تل النخيل"), sentence(4));
    let apart = rows_with(&[(a, b, Link::Must), (b, again, Link::Cannot)]);
    assert_ne!(place(0, &apart), place(4, &apart));
    let together = rows_with(&[(b, again, Link::Cannot), (a, b, Link::Must)]);
    assert_eq!(place(0, &together), place(4, &together));
}

/// A decision about two of the sentences.
fn decision() -> impl Strategy<Value = (usize, usize, Link)> {
    let link = prop_oneof![Just(Link::Must), Just(Link::Cannot)];
    let n = SENTENCES.len();
    (0..n, 1..n, link).prop_map(move |(a, step, link)| (a, (a + step) % n, link))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn decisions_about_sentences_hold_in_any_order_of_articles_and_touch_no_other_row(
        order in Just(ALL.to_vec()).prop_shuffle(),
        camps in prop::collection::vec(0..3_usize, 6),
        decided in prop::collection::vec(decision(), 0..4),
    ) {
        let sentences: Vec<_> = decided.iter().map(|(a, b, link)| (sentence(*a), sentence(*b), *link)).collect();
        let decisions = Decisions { sentences: &sentences, ..NOTHING };
        let there = compared(&order, &camps, &decisions, by_id);
        prop_assert_eq!(there, compared(&ALL, &camps, &decisions, by_id));
        let (before, after) = (compared(&ALL, &camps, &NOTHING, rows), compared(&ALL, &camps, &decisions, rows));
        let touched = |row: &[usize]| decided.iter().any(|(a, b, _)| row.contains(a) || row.contains(b));
        for row in before.iter().filter(|r| !touched(&r.0)) {
            prop_assert!(after.contains(row), "{:?}", row);
        }
        let place = |n: &usize| after.iter().position(|r| r.0.contains(n));
        for (at, (a, b, link)) in decided.iter().enumerate() {
            let same = |d: &(usize, usize, Link)| (d.0, d.1) == (*a, *b) || (d.0, d.1) == (*b, *a);
            if *link == Link::Cannot && !decided[at + 1..].iter().any(same) {
                prop_assert_ne!(place(a), place(b));
            }
        }
        if let Some((a, b, Link::Must)) = decided.last() {
            let parted = decided.iter().any(|d| d.2 == Link::Cannot);
            prop_assert!(parted || place(a) == place(b));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_order_of_the_articles_changes_nothing(order in Just(ALL.to_vec()).prop_shuffle()) {
        let camps = ALL.map(|n| n % 3);
        prop_assert_eq!(compared(&order, &camps, &NOTHING, by_id), compared(&ALL, &camps, &NOTHING, by_id));
    }
}
