//! What an event is called: by the headline that takes the fewest sides.

use riwayat_claims::{Input, Lexicon, read};
use riwayat_compare::{Article, Decisions, Link, compare};

/// The title of the one event of two articles, given their headlines.
fn title(one: &str, other: &str) -> String {
    let lexicon = Lexicon::builtin();
    let published = "2019-05-07".parse().ok();
    let text = "قُتل سبعة مدنيين في قصف على سوق بلدة تل الريم صباح الثلاثاء.";
    let reading = read(&Input { title: "", text, published, outlet: None, camp: None }, lexicon);
    let article = |id, title| Article {
        id,
        title,
        text,
        outlet: Some(id),
        camp: None,
        published,
        inferred: None,
        reading: &reading,
    };
    let articles = [article("a1", one), article("a2", other)];
    let one_event = Decisions { articles: &[("a1", "a2", Link::Must)], ..Decisions::default() };
    let found = compare(&articles, lexicon, &one_event, &|_, _| true);
    assert_eq!(found.events.len(), 1);
    found.events[0].title.clone()
}

#[test]
fn an_event_is_called_by_the_headline_that_names_the_fewest_sides() {
    let charge = "قوات النظام تقصف سوق تل الريم وتقتل مدنيين";
    let plain = "قتلى مدنيون في قصف على سوق تل الريم";
    assert_eq!(title(charge, plain), plain);
    assert_eq!(title(plain, charge), plain);
}

#[test]
fn a_headline_is_better_than_none() {
    let charge = "ميليشيا قسد تقصف سوق تل الريم";
    assert_eq!(title("", charge), charge);
}
