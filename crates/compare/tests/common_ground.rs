//! What all camps support, and what they do not.

use riwayat_claims::{CampId, Input, Lexicon, Reading, read};
use riwayat_compare::{Article, CommonGround, Decisions, Event, Link, compare};

/// The common ground of one event's accounts, each of a camp.
fn common_ground(accounts: &[(&str, &str)]) -> Vec<CommonGround> {
    event(accounts).common_ground
}

/// The event that some accounts tell, each of a camp.
fn event(accounts: &[(&str, &str)]) -> Event {
    let lexicon = Lexicon::builtin();
    let published = "2019-05-07".parse().ok();
    let camps: Vec<CampId> = accounts.iter().map(|(camp, _)| CampId::from(*camp)).collect();
    let readings: Vec<Reading> = (accounts.iter().zip(&camps))
        .map(|((_, text), camp)| {
            read(&Input { title: "", text, published, outlet: None, camp: Some(camp) }, lexicon)
        })
        .collect();
    let ids: Vec<String> = (0..accounts.len()).map(|n| format!("a{n}")).collect();
    let articles: Vec<Article<'_>> = (0..accounts.len())
        .map(|n| Article {
            id: &ids[n],
            title: "",
            text: accounts[n].1,
            outlet: Some(&ids[n]),
            camp: Some(&camps[n]),
            published,
            inferred: None,
            reading: &readings[n],
        })
        .collect();
    let links: Vec<_> = ids[1..].iter().map(|id| (ids[0].as_str(), id.as_str(), Link::Must)).collect();
    compare(&articles, lexicon, &Decisions { articles: &links, ..Decisions::default() }, &|_, _| true)
        .events
        .remove(0)
}

const SDF: &str = "قُتل 11 مدنيا في قصف لقوات النظام على سوق بلدة تل النخيل.";
const OPPOSITION: &str = "قتل 9 مدنيين على الأقل بقصف على سوق بلدة تل النخيل.";

#[test]
fn figures_that_differ_support_the_least_of_them() {
    let government = "سقط 3 قتلى مدنيين بقذائف أطلقها مسلحون على بلدة تل النخيل.";
    let found =
        common_ground(&[("pro-sdf", SDF), ("opposition", OPPOSITION), ("pro-government", government)]);
    let killed = found.iter().find(|g| g.family == "killing").expect("all tell of the dead");
    assert!(killed.statement.en.contains("killed civilians: at least 3"), "{killed:?}");
    assert_eq!(killed.camps.len(), 3);
    assert_eq!(killed.claims.len(), 3);
    assert_eq!(killed.actors, [], "who did it is not common: {killed:?}");
}

#[test]
fn figures_that_go_together_support_what_both_allow() {
    let found = common_ground(&[("pro-sdf", SDF), ("opposition", OPPOSITION)]);
    let killed = found.iter().find(|g| g.family == "killing").expect("both tell of the dead");
    let figure = &killed.figures[0];
    assert_eq!((figure.min, figure.max), (Some(11.0), Some(11.0)));
}

#[test]
fn what_one_denies_is_no_common_ground() {
    let government = "نفى مصدر عسكري مقتل مدنيين بقصف على سوق بلدة تل النخيل.";
    let found = common_ground(&[("opposition", SDF), ("pro-government", government)]);
    assert!(found.iter().all(|g| g.family != "killing"), "{found:?}");
}

#[test]
fn one_camp_alone_has_no_common_ground() {
    assert_eq!(common_ground(&[("pro-sdf", SDF), ("pro-sdf", OPPOSITION)]), []);
}

#[test]
fn what_an_outlet_has_from_a_voice_of_no_camp_is_not_its_account() {
    let relayed = "قال مصدر عسكري إن 9 مدنيين قتلوا بقصف على سوق بلدة تل النخيل.";
    let found = common_ground(&[("pro-sdf", SDF), ("opposition", relayed)]);
    assert!(found.iter().all(|g| g.family != "killing"), "{found:?}");
}

#[test]
fn camps_that_change_places_have_the_same_common_ground() {
    let statements = |accounts: &[(&str, &str)]| -> Vec<String> {
        common_ground(accounts).into_iter().map(|g| g.statement.en).collect()
    };
    let one = statements(&[("pro-sdf", SDF), ("opposition", OPPOSITION)]);
    assert!(!one.is_empty());
    assert_eq!(one, statements(&[("opposition", SDF), ("pro-sdf", OPPOSITION)]));
}

#[test]
fn deeds_are_counted_with_their_doer_and_without_under_whoever_tells_them() {
    let found = event(&[
        ("pro-sdf", "قُتل خمسة مدنيين في بلدة تل النخيل."),
        ("opposition", "قتلت قوات النظام خمسة مدنيين في بلدة تل النخيل."),
        ("opposition", "قال مصدر عسكري إن خمسة مدنيين قُتلوا في بلدة تل النخيل."),
    ]);
    let agency =
        found.agency.iter().find(|a| a.event_type == "killing").expect("the deed is told without a doer");
    let counts: Vec<_> = (agency.by_camp.iter())
        .map(|u| (u.camp.as_ref().map(CampId::as_str), u.told.len(), u.untold.len()))
        .collect();
    assert_eq!(counts, [(Some("pro-sdf"), 0, 1), (Some("opposition"), 1, 0), (None, 0, 1)]);
}
