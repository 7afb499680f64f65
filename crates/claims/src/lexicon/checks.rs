//! What every file of the lexicon must keep: checked here, so that an edit that breaks it never ships.

use super::source::{self, ActorEntry, Befalls, Camps, Counted, Loaded, Nations, OutletEntry};
use super::{Lexicon, names, nouns, place};
use std::collections::{BTreeMap, BTreeSet};

fn actors() -> BTreeMap<String, ActorEntry> {
    source::parse(source::ACTORS)
}

fn outlets() -> BTreeMap<String, OutletEntry> {
    source::parse(source::OUTLETS)
}

fn nations() -> Nations {
    source::parse(source::NATIONS)
}

fn folded(name: &str) -> String {
    names::words_of(name).join(" ")
}

fn camps() -> BTreeSet<String> {
    let camps: Camps = source::parse(source::CAMPS);
    camps.camp.into_iter().map(|c| c.id).collect()
}

#[test]
fn ids_are_unique_and_plain() {
    let mut seen = BTreeSet::new();
    let actors: Vec<String> = actors().into_keys().collect();
    let outlets: Vec<String> = outlets().into_keys().filter(|o| !actors.contains(o)).collect();
    let nations: Vec<String> = nations().nation.into_keys().collect();
    for id in actors.into_iter().chain(outlets).chain(nations) {
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{id}");
        assert!(seen.insert(id.clone()), "{id} twice");
    }
}

#[test]
fn no_name_is_of_two_actors_and_none_is_empty() {
    let mut owner: BTreeMap<String, String> = BTreeMap::new();
    for (id, actor) in actors() {
        let lists = [&actor.names, &actor.own, &actor.hostile, &actor.honorific, &actor.bare];
        assert!(!actor.names.is_empty() && !actor.en.is_empty(), "{id}");
        assert!(!actor.source.is_empty(), "{id}: where are its names attested?");
        for name in lists.into_iter().flatten() {
            let key = folded(name);
            assert!(!key.is_empty(), "{id}: {name}");
            let other = owner.insert(key, id.clone());
            assert!(other.is_none_or(|o| o == id), "{name} is of two actors: {id}");
        }
    }
}

#[test]
fn no_name_is_of_two_outlets() {
    let mut owner: BTreeMap<String, String> = BTreeMap::new();
    for (id, outlet) in outlets() {
        assert!(!outlet.why.is_empty() && !outlet.why_ar.is_empty() && !outlet.names.is_empty(), "{id}");
        for name in outlet.names.iter().chain(&outlet.guarded).chain(&outlet.domains) {
            let key = folded(name);
            assert!(!key.is_empty(), "{id}: {name}");
            let other = owner.insert(key, id.clone());
            assert!(other.is_none_or(|o| o == id), "{name} is of two outlets: {id}");
        }
    }
}

#[test]
fn camps_are_known() {
    let camps = camps();
    let actors = actors().into_iter().filter_map(|(id, a)| Some((id, a.camp?)));
    let outlets = outlets().into_iter().filter_map(|(id, o)| Some((id, o.camp?)));
    let nations = nations().nation.into_iter().map(|(id, n)| (id, n.camp));
    for (id, camp) in actors.chain(outlets).chain(nations) {
        assert!(camps.contains(&camp), "{id}: {camp}");
    }
}

#[test]
fn the_first_three_camps_are_the_columns() {
    let lexicon = Lexicon::builtin();
    let first: Vec<_> = lexicon.camps().iter().take(3).map(|c| c.id.as_str()).collect();
    assert_eq!(first, ["pro-sdf", "opposition", "pro-government"]);
}

#[test]
fn parents_exist_and_run_in_no_circle() {
    let lexicon = Lexicon::builtin();
    let places = place::places(source::GEONAMES, source::PLACES);
    let of_places = places.into_iter().filter_map(|p| Some((p.id.to_string(), p.parent?.to_string())));
    let of_actors = actors().into_iter().filter_map(|(id, a)| Some((id, a.part_of?)));
    for (id, parent) in of_places.chain(of_actors) {
        assert!(lexicon.name_of(&parent.as_str().into()).is_some(), "{id}: no {parent}");
        assert!(
            !lexicon.within(&parent.as_str().into(), &id.as_str().into()),
            "{id} and {parent} hold each other"
        );
    }
}

#[test]
fn places_have_names() {
    let places = place::places(source::GEONAMES, source::PLACES);
    assert!(places.len() >= 1000, "{}", places.len());
    for place in places {
        assert!(place.source.as_ref().is_some_and(|s| !s.is_empty()), "{}: no source", place.id);
        assert!(
            place.position.is_none_or(|(n, e)| (10.0..48.0).contains(&n) && (2.0..75.0).contains(&e)),
            "{}",
            place.id
        );
        assert!(place.names.iter().all(|n| !folded(n).is_empty()), "{}", place.id);
    }
}

#[test]
fn the_lexicon_is_as_large_as_it_says() {
    assert!(
        actors().len() >= 250 && outlets().len() >= 200,
        "{} actors, {} outlets",
        actors().len(),
        outlets().len()
    );
}

#[test]
fn counted_nouns_are_folded_and_of_known_kinds() {
    let counted: Counted = source::parse(source::COUNTED);
    for noun in counted.noun {
        let name = noun.one.first().cloned().unwrap_or_default();
        assert!(!noun.unit.is_empty() && !name.is_empty(), "{name}");
        assert!(noun.group.is_none_or(|g| nouns::group(&g).is_some()), "{name}: group");
        assert!(noun.status.is_none_or(|s| nouns::status(&s).is_some()), "{name}: status");
        for form in noun.one.iter().chain(&noun.many) {
            assert_eq!(*form, riwayat_text::normal::fold(form), "not folded");
        }
    }
}

#[test]
fn signal_files_are_well_formed() {
    let befalls: Befalls = source::parse(source::BEFALLS);
    for entry in &befalls.befall {
        assert!(nouns::status(&entry.status).is_some(), "{}", entry.status);
        for word in entry.before.iter().chain(&entry.after) {
            assert_eq!(*word, riwayat_text::normal::fold(word), "not folded");
        }
    }
    for (key, words) in &befalls.words {
        assert!(super::signals::BESIDE.iter().any(|(k, _)| k == key), "no rule reads {key}");
        assert!(words.iter().all(|w| *w == riwayat_text::normal::fold(w)), "{key}: not folded");
    }
    assert_eq!(befalls.words.len(), super::signals::BESIDE.len(), "a list is missing");
    let loaded: Loaded = source::parse(source::LOADED);
    let tones = ["own", "neutral", "hostile", "honorific"];
    assert!(loaded.label.iter().chain(&loaded.epithet).all(|e| tones.contains(&e.tone.as_str())));
    let signals: BTreeMap<String, Vec<String>> = source::parse(source::SIGNALS);
    for key in signals.keys() {
        assert!(super::signals::KEYS.iter().any(|(k, _)| k == key), "no rule reads {key}");
    }
}

#[test]
fn the_version_is_a_hash_of_the_files() {
    let version = Lexicon::builtin().version().to_owned();
    assert_eq!(version.len(), 16);
    assert!(version.chars().all(|c| c.is_ascii_hexdigit()));
}

#[test]
fn rival_names_are_one_place_and_quarters_lie_in_their_city() {
    let lexicon = Lexicon::builtin();
    assert!(lexicon.within(&"al-huwayqah".into(), &"deir-ez-zor".into()));
    assert!(lexicon.within(&"al-huwayqah".into(), &"syria".into()));
    assert!(!lexicon.within(&"deir-ez-zor".into(), &"raqqa-governorate".into()));
    assert!(lexicon.within(&"ypg".into(), &"sdf".into()));
}

#[test]
fn outlets_are_found_by_name_and_domain() {
    let lexicon = Lexicon::builtin();
    let id = |name: &str| lexicon.outlet(name).map(|o| o.id.to_string());
    assert_eq!(id("قناة «الميادين»").as_deref(), Some("mayadeen"));
    assert_eq!(id("https://ara.reuters.com/article/1?x=2").as_deref(), Some("reuters"));
    assert_eq!(id("REUTERS.com").as_deref(), Some("reuters"));
    assert_eq!(id("example.org"), None);
    assert_eq!(id(""), None);
}
