//! One event of a pile, compared alone, is what it is among all: also where its storyline has too many claims.

use riwayat_claims::{Input, Lexicon, Reading, read};
use riwayat_compare::{Article, Comparison, Decisions, Link, Part, Relation, compare, compare_event};

/// Relations by the ids of their articles.
fn told(found: &Comparison, ids: &[&str], of: &[&str]) -> Vec<(String, String, Relation)> {
    let named = |r: &Relation| (ids[r.a.article].to_owned(), ids[r.b.article].to_owned());
    let own =
        found.relations.iter().filter(|r| of.contains(&ids[r.a.article]) && of.contains(&ids[r.b.article]));
    own.map(|r| {
        let ((a, b), mut bare) = (named(r), r.clone());
        (bare.a.article, bare.b.article) = (0, 0);
        (a, b, bare)
    })
    .collect()
}

#[test]
fn what_was_not_compared_among_all_is_not_compared_alone() {
    let lexicon = Lexicon::builtin();
    let first = "اشتبكت قوات النظام مع هيئة تحرير الشام قرب كفرنبل وقرب الأتارب. ".to_owned();
    let long = first.clone() + &"قال ناشطون في كفرنبل إن قوات النظام هناك. ".repeat(1995);
    let near = format!("قتل 12 مدنيا في قصف سوق كفرنبل. وجرح 30 مدنيا في القصف على كفرنبل. {first}");
    let far = "لقي 19 مدنيا مصرعهم وقتلوا جميعا بقصف مدفعي طال السوق الشعبي في كفرنبل ظهرا. وأفاد الدفاع المدني بأن \
               45 مدنيا جرحوا في كفرنبل نقلوا إلى المشافي القريبة. وتجددت المعارك بين هيئة تحرير الشام وقوات النظام قرب \
               الأتارب."
        .to_owned();
    let texts = [long, near, far];
    let days = ["2019-05-07", "2019-06-20", "2019-06-20"].map(|day| day.parse().ok());
    let readings: Vec<Reading> = (texts.iter().zip(days))
        .map(|(text, published)| {
            read(&Input { title: "", text, published, outlet: None, camp: None }, lexicon)
        })
        .collect();
    let ids = ["a", "b", "c"];
    let articles: Vec<Article<'_>> = (0..3)
        .map(|n| Article {
            id: ids[n],
            title: "",
            text: &texts[n],
            outlet: Some(ids[n]),
            camp: None,
            published: days[n],
            inferred: None,
            reading: &readings[n],
        })
        .collect();
    let links = [("b", "c", Link::Must), ("a", "b", Link::Cannot), ("a", "c", Link::Cannot)];
    let decided = Decisions { articles: &links, ..Decisions::default() };
    let all = compare(&articles, lexicon, &decided, &|_, _| true);
    assert_eq!((all.events.len(), all.storylines.len()), (2, 1));
    let until = all.storylines[0].broken_off.expect("it has too many claims");
    assert!(ids[until.article] != "a", "{until:?}");

    let alone = |until| compare_event(&articles[1..], lexicon, &decided, Part { pile: &all.pile, until });
    let until = Some((ids[until.article], until.claim));
    let own = told(&all, &ids, &ids[1..]);
    assert_eq!(told(&alone(until), &ids[1..], &ids[1..]), own);
    assert!(!own.is_empty() && told(&alone(None), &ids[1..], &ids[1..]).len() > own.len());
    let (among, alone) = (&all.events[1], &alone(until).events[0]);
    assert_eq!(
        (&alone.id, alone.rows.len(), &alone.figures.len()),
        (&among.id, among.rows.len(), &among.figures.len())
    );
    assert!(alone.members.iter().all(|m| m.decided));
    let only = compare_event(&articles[1..2], lexicon, &decided, Part { pile: &all.pile, until: None });
    assert!(only.events[0].members[0].decided, "by links to articles that are not here");
}
