//! Makes the [`Lexicon`] of its files.

use super::{Camp, Entity, Lexicon, Outlet, domains_of, outlet_key};
use crate::lexicon::names::{Names, Sense, Usage};
use crate::lexicon::nouns::Nouns;
use crate::lexicon::place::{self, Place, PlaceUse};
use crate::lexicon::signals::Signals;
use crate::lexicon::source::{
    self, ActorEntry, ActorKind, Camps, Counted, NationEntry, Nations, OutletEntry, ReadsAs, Template,
};
use crate::lexicon::{CampId, EntityId};
use crate::reading::{MentionKind, Tone};
use riwayat_text::normal;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Reads the built-in files. Every run of the program waits for this.
///
/// Nothing here may hand work to a pool of threads: this runs while the lexicon is locked, and a thread that waits for its
/// work to be done takes up other work, which may ask for the lexicon.
pub(super) fn builtin() -> Lexicon {
    let nations: Nations = source::parse(source::NATIONS);
    let mut lexicon = Lexicon { version: source::VERSION.to_owned(), camps: camps(), ..Lexicon::default() };
    lexicon.names.reserve(ABOUT_FIRST_WORDS);
    lexicon.entities.reserve(ABOUT_ENTITIES);
    add_outlets(&mut lexicon, source::parse(source::OUTLETS));
    add_actors(&mut lexicon, source::parse(source::ACTORS));
    for (id, nation) in &nations.nation {
        add_nation(&mut lexicon, id, nation, &nations.templates);
    }
    add_places(&mut lexicon, std::mem::take(&mut *PLACES.lock().unwrap_or_else(PoisonError::into_inner)));
    (lexicon.nouns, lexicon.signals) = words().clone();
    lexicon
}

/// The places as the files have them, until the lexicon takes them; made apart, so that they can be made beside the rest.
static PLACES: LazyLock<Mutex<Vec<Place>>> =
    LazyLock::new(|| Mutex::new(place::places(source::GEONAMES, source::PLACES)));

/// Reads the files of places.
pub(super) fn prepare_places() {
    LazyLock::force(&PLACES);
}

/// The words that are counted and those that signal something, which a dossier's own entries do not change; made apart, so
/// that they can be made beside the names.
pub(super) fn words() -> &'static (Arc<Nouns>, Arc<Signals>) {
    static WORDS: LazyLock<(Arc<Nouns>, Arc<Signals>)> =
        LazyLock::new(|| (Arc::new(nouns(&source::parse(source::NATIONS))), Arc::new(signals())));
    &WORDS
}

fn signals() -> Signals {
    Signals::new(
        &source::parse(source::SIGNALS),
        source::parse(source::LOADED),
        &source::parse(source::BEFALLS),
        source::GIVEN_NAMES,
    )
}

/// About how many first words the names have; only sizes the table.
const ABOUT_FIRST_WORDS: usize = 3072;
/// About how many entities there are; only sizes the table.
const ABOUT_ENTITIES: usize = 3584;

fn camps() -> Vec<Camp> {
    let camps: Camps = source::parse(source::CAMPS);
    let camp = |c: source::CampEntry| Camp { id: c.id.as_str().into(), ar: c.ar, en: c.en };
    camps.camp.into_iter().map(camp).collect()
}

fn nouns(nations: &Nations) -> Nouns {
    let counted: Counted = source::parse(source::COUNTED);
    let mut out = Nouns::new(counted.noun);
    out.add_people("سوري", &[], &"syrian-government-forces".into());
    for nation in nations.nation.values() {
        let forces = EntityId::from(format!("{}-forces", nation.slug).as_str());
        for adjective in &nation.adjectives {
            out.add_people(&normal::fold(adjective), &nation.people, &forces);
        }
    }
    out
}

fn add_outlets(lexicon: &mut Lexicon, entries: BTreeMap<String, OutletEntry>) {
    for (id, entry) in entries {
        let id = EntityId::from(id.as_str());
        let camp = entry.camp.as_deref().map(CampId::from);
        let index = lexicon.outlets.len();
        for name in entry.names.iter().chain(&entry.guarded) {
            lexicon.outlet_keys.entry(outlet_key(name)).or_insert(index);
        }
        for domain in entry.domains.iter().flat_map(|d| domains_of(d).into_iter().next()) {
            lexicon.outlet_keys.entry(domain).or_insert(index);
        }
        let sense = |usage| Sense {
            entity: id.clone(),
            kind: MentionKind::Outlet,
            camp: camp.clone(),
            tone: Tone::Neutral,
            usage,
        };
        add_names(&mut lexicon.names, &entry.names, &sense(Usage::Free));
        add_names(&mut lexicon.names, &entry.guarded, &sense(Usage::Guarded));
        let name = entry.names.first().cloned().unwrap_or_default();
        lexicon.entities.entry(id.clone()).or_insert_with(|| Entity {
            ar: name.clone(),
            en: entry.en,
            camp: camp.clone(),
            ..Entity::default()
        });
        let names = entry.names.into_iter().chain(entry.guarded).collect();
        let OutletEntry { domains, why, why_ar, .. } = entry;
        lexicon.outlets.push(Outlet { id, name, names, domains, camp, why, why_ar });
    }
}

fn add_names(names: &mut Names, list: &[String], sense: &Sense) {
    for name in list {
        names.add(name, sense.clone());
    }
}

/// Camps whose actors belong to the conflict in Syria whatever else an article speaks of.
const SYRIAN_CAMPS: [&str; 2] = ["pro-sdf", "opposition"];

fn add_actors(lexicon: &mut Lexicon, entries: BTreeMap<String, ActorEntry>) {
    for (id, entry) in entries {
        let id = EntityId::from(id.as_str());
        let camp = entry.camp.as_deref().map(CampId::from);
        let sense = |tone, usage| Sense {
            entity: id.clone(),
            kind: kind(entry.kind),
            camp: camp.clone(),
            tone,
            usage,
        };
        for (list, tone, usage) in [
            (&entry.names, Tone::Neutral, Usage::Free),
            (&entry.own, Tone::Own, Usage::Free),
            (&entry.hostile, Tone::Hostile, Usage::Free),
            (&entry.honorific, Tone::Honorific, Usage::Free),
            (&entry.bare, Tone::Neutral, Usage::Bare),
            (&entry.seats, Tone::Neutral, Usage::State { acts: false }),
        ] {
            add_names(&mut lexicon.names, list, &sense(tone, usage));
        }
        let parent = entry.part_of.as_deref().map(EntityId::from);
        let syrian = entry.camp.as_deref().is_some_and(|c| SYRIAN_CAMPS.contains(&c))
            || id.as_str() == "syrian-government";
        let ar = entry.names.first().cloned().unwrap_or_default();
        lexicon.entities.insert(
            id,
            Entity {
                ar,
                en: entry.en,
                parent,
                camp,
                source: Some(entry.source),
                syrian,
                ..Entity::default()
            },
        );
    }
}

fn kind(kind: ActorKind) -> MentionKind {
    match kind {
        ActorKind::Actor => MentionKind::Actor,
        ActorKind::Organisation => MentionKind::Organisation,
        ActorKind::Person => MentionKind::Person,
    }
}

/// Id endings of what the templates of `nations.toml` name; the government is the nation itself.
const MINISTRIES: [(&str, &str, MentionKind); 5] = [
    ("forces", "-forces", MentionKind::Actor),
    ("government", "", MentionKind::Actor),
    ("defence", "-mod", MentionKind::Organisation),
    ("foreign", "-mofa", MentionKind::Organisation),
    ("interior", "-moi", MentionKind::Organisation),
];

fn add_nation(lexicon: &mut Lexicon, id: &str, nation: &NationEntry, templates: &BTreeMap<String, Template>) {
    let own = EntityId::from(id);
    let camp = Some(CampId::from(nation.camp.as_str()));
    let acts = nation.reads_as == ReadsAs::Actor;
    let state = |acts| Sense {
        entity: own.clone(),
        kind: MentionKind::Actor,
        camp: camp.clone(),
        tone: Tone::Neutral,
        usage: Usage::State { acts },
    };
    add_names(&mut lexicon.names, &nation.names, &state(acts));
    add_names(&mut lexicon.names, &nation.seats, &state(acts));
    // الأراضي التركية: the land, whoever acts.
    let land = Sense { kind: MentionKind::Place, camp: None, usage: Usage::Free, ..state(false) };
    for adjective in &nation.adjectives {
        lexicon.names.add_new(&fill(LAND, adjective), land.clone());
    }
    let ar = nation.names.first().cloned().unwrap_or_default();
    lexicon.entities.insert(
        own.clone(),
        Entity { ar, en: nation.en.clone(), camp: camp.clone(), apart: nation.apart, ..Entity::default() },
    );
    for (key, suffix, kind) in MINISTRIES {
        let Some(template) = templates.get(key) else { continue };
        let entity = match suffix {
            "" => own.clone(),
            suffix => EntityId::from(format!("{}{suffix}", nation.slug).as_str()),
        };
        for (list, tone) in [(&template.neutral, Tone::Neutral), (&template.hostile, Tone::Hostile)] {
            for name in list.iter().flat_map(|t| nation.adjectives.iter().map(move |a| fill(t, a))) {
                let sense =
                    Sense { entity: entity.clone(), kind, camp: camp.clone(), tone, usage: Usage::Free };
                lexicon.names.add_new(&name, sense);
                lexicon.entities.entry(entity.clone()).or_insert_with(|| Entity {
                    ar: name,
                    en: format!("{} {}", nation.en, suffix.trim_start_matches('-')),
                    parent: Some(own.clone()),
                    camp: camp.clone(),
                    ..Entity::default()
                });
            }
        }
    }
}

/// The land of a nation.
const LAND: &str = "الأراضي {f}";

/// Puts an adjective of a nation into a template: `{m}` masculine, `{f}` feminine, both with the article.
fn fill(template: &str, adjective: &str) -> String {
    template.replace("{m}", &format!("ال{adjective}")).replace("{f}", &format!("ال{adjective}ة"))
}

fn add_places(lexicon: &mut Lexicon, places: Vec<Place>) {
    for place in places {
        let guarded = place.guarded.iter().map(|n| (n, true));
        let free = place.names.iter().map(|n| (n, place.usage == PlaceUse::Typed && !n.contains(' ')));
        for (name, typed) in free.chain(guarded) {
            let sense = Sense {
                entity: place.id.clone(),
                kind: MentionKind::Place,
                camp: None,
                tone: Tone::Neutral,
                usage: if typed { Usage::Guarded } else { Usage::Free },
            };
            lexicon.names.add(name, sense);
        }
        let syrian = place.id.as_str() == "syria";
        let ar = place.names.first().or(place.guarded.first()).cloned().unwrap_or_default();
        lexicon.entities.entry(place.id).or_insert(Entity {
            ar,
            en: place.en,
            parent: place.parent,
            source: place.source,
            position: place.position,
            syrian,
            ..Entity::default()
        });
    }
}
