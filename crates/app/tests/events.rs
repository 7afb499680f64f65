//! What the analyst does with events as a whole, and what she looks for in them: it holds, and it is where it is said to be.

use riwayat_app::view::{EventHead, NamedKind, Overview, Progress, SearchView};
use riwayat_app::{Desk, Source, Watch};
use std::path::Path;
use std::sync::atomic::AtomicBool;

const QUIET: &(dyn Fn(Progress) + Sync) = &|_| {};

/// Camp, outlet, day and text of an article.
type Account = (&'static str, &'static str, &'static str, &'static str);

/// Three accounts of one shelling, and one of another happening, days later and elsewhere.
const ACCOUNTS: [Account; 4] = [
    (
        "pro-sdf",
        "وكالة السهل",
        "2026-03-14",
        "قُتل سبعة مدنيين وأصيب عشرون في قصف لقوات النظام استهدف سوق بلدة تل الريم صباح السبت. وقال المتحدث باسم المجلس إن القذائف أطلقت من التلال الشرقية.",
    ),
    (
        "opposition",
        "صدى النهر",
        "2026-03-14",
        "قُتل 11 مدنياً وجرح 25 آخرون صباح السبت بقصف مدفعي لقوات النظام على سوق بلدة تل الريم. وأكد ناشطون أن القصف جاء من مواقع قوات النظام.",
    ),
    (
        "pro-government",
        "البيان اليوم",
        "2026-03-14",
        "استشهد ثلاثة مواطنين بسقوط قذائف على سوق بلدة تل الريم صباح السبت. ونفى مصدر عسكري أن يكون الجيش قد قصف البلدة.",
    ),
    (
        "opposition",
        "شبكة الضفة",
        "2026-04-20",
        "افتتحت الهيئة مدرسة جديدة في مدينة الباب وسط حضور مسؤولين ومعلمين.",
    ),
];

/// Another account of the shelling.
const LATER: Account = (
    "opposition",
    "شبكة الضفة",
    "2026-03-14",
    "قال ناشطون إن القصف المدفعي لقوات النظام على سوق بلدة تل الريم صباح السبت أوقع 12 قتيلاً مدنياً.",
);

fn source(name: &str, accounts: &[Account]) -> Source {
    let line = |(camp, outlet, published, text): &Account| {
        let title = text.split_once('.').map_or(*text, |(first, _)| first);
        serde_json::json!({"outlet": outlet, "camp": camp, "published": published, "title": title, "text": text})
            .to_string()
    };
    let lines: Vec<String> = accounts.iter().map(line).collect();
    Source::Bytes { name: name.to_owned(), bytes: lines.join("\n").into_bytes(), lines: true }
}

fn with_desk(path: &Path, work: impl FnOnce(&Desk, Watch<'_>)) {
    let cancel = AtomicBool::new(false);
    let watch = Watch { progress: QUIET, cancel: &cancel };
    let desk =
        if path.exists() { Desk::open(path, watch) } else { Desk::create(path) }.expect("the desk opens");
    work(&desk, watch);
}

/// In a dossier of the accounts; the ids of its articles, in their order.
fn imported(work: impl FnOnce(&Desk, Watch<'_>, &[String])) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_desk(&folder.path().join("d.riwayat"), |desk, watch| {
        let report = desk.import(&[source("accounts.jsonl", &ACCOUNTS)], watch).expect("imported");
        work(desk, watch, &report.articles);
    });
}

/// The event that tells an article.
fn of(desk: &Desk, article: &str) -> EventHead {
    let id = desk.article(article).expect("it is there").event.expect("it tells one");
    let events = desk.overview().expect("read").events;
    events.into_iter().find(|e| e.id == id).expect("it is listed")
}

#[test]
fn a_name_of_hers_outlives_imports_moves_and_closing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("d.riwayat");
    let mut ids = Vec::new();
    let mut title = String::new();
    with_desk(&path, |desk, watch| {
        ids = desk.import(&[source("accounts.jsonl", &ACCOUNTS)], watch).expect("imported").articles;
        let event = of(desk, &ids[0]);
        assert_eq!((event.articles, &event.found_title), (3, &None));
        title.clone_from(&event.title);
        let after = desk.name_event(&event.id, Some(" قصف  سوق تل الريم "), watch).expect("named");
        assert_eq!(after.dossier.can_undo.expect("undoable").ar, "تسمية حدث");
        let named = of(desk, &ids[0]);
        assert_eq!((named.title.as_str(), named.found_title.as_ref()), ("قصف سوق تل الريم", Some(&title)));
        assert_eq!(of(desk, &ids[3]).found_title, None, "no other event is named");
        let everywhere = [
            desk.event(&named.id).expect("shown").head.title,
            desk.claims(&named.id).expect("shown").title,
            desk.figures(&named.id).expect("shown").title,
            desk.naming(&named.id).expect("shown").title,
            desk.sources(&named.id).expect("shown").title,
        ];
        assert!(everywhere.iter().all(|t| *t == named.title), "{everywhere:?}");
        assert!(
            desk.comparison(riwayat_app::Lang::Ar)
                .expect("compared")
                .events
                .iter()
                .any(|e| e.title == named.title)
        );
        assert!(desk.report(&named.id, riwayat_app::Lang::Ar).expect("a page").contains("قصف سوق تل الريم"));
        desk.undo(watch).expect("undone");
        assert_eq!((of(desk, &ids[0]).title, of(desk, &ids[0]).found_title), (title.clone(), None));
        desk.redo(watch).expect("made again");
    });
    with_desk(&path, |desk, watch| {
        assert_eq!(of(desk, &ids[0]).title, "قصف سوق تل الريم", "after opening again");
        let before = of(desk, &ids[0]).id;
        let more = desk.import(&[source("more.jsonl", &[LATER])], watch).expect("imported").articles;
        let grown = of(desk, &ids[0]);
        assert_eq!(
            (grown.articles, grown.title.as_str()),
            (4, "قصف سوق تل الريم"),
            "after another article came"
        );
        assert_ne!(grown.id, before, "its id is another");
        desk.part_article(&ids[0], watch).expect("taken out");
        assert_eq!(of(desk, &ids[0]).found_title, None, "what leaves the event leaves its name");
        assert_eq!(of(desk, &ids[1]).title, "قصف سوق تل الريم", "most of its articles keep it");
        desk.name_event(&of(desk, &ids[0]).id, Some("رواية السهل"), watch).expect("named");
        let (one, other) = (of(desk, &ids[0]).id, of(desk, &more[0]).id);
        desk.merge_events(&one, &other, watch).expect("merged");
        assert_eq!(of(desk, &ids[2]).title, "رواية السهل", "of two names the later holds");
        desk.undo(watch).expect("parted again");
        assert_eq!(of(desk, &ids[2]).title, "قصف سوق تل الريم", "no name is lost");
        let named = of(desk, &ids[2]);
        desk.name_event(&named.id, Some(named.found_title.as_deref().expect("it is hers")), watch)
            .expect("named");
        assert_eq!(of(desk, &ids[2]).found_title, None, "the program's title is no name of hers");
        assert_eq!(desk.name_event("no-such-event", None, watch).expect_err("unknown").code, "not-found");
        assert_eq!(desk.verify().expect("read").faults, []);
    });
}

#[test]
fn a_name_does_not_wait_for_another_comparison() {
    imported(|desk, _, ids| {
        let cancel = AtomicBool::new(false);
        let compared = AtomicBool::new(false);
        let progress = |p: Progress| {
            compared.fetch_or(
                p.stage == riwayat_app::view::Stage::Comparing,
                std::sync::atomic::Ordering::Relaxed,
            );
        };
        let watch = Watch { progress: &progress, cancel: &cancel };
        desk.name_event(&of(desk, &ids[0]).id, Some("اسم"), watch).expect("named");
        assert!(!compared.load(std::sync::atomic::Ordering::Relaxed));
        desk.part_article(&ids[0], watch).expect("taken out");
        assert!(compared.load(std::sync::atomic::Ordering::Relaxed), "a link does");
    });
}

#[test]
fn several_articles_leave_their_event_together_in_one_change() {
    imported(|desk, watch, ids| {
        let before = of(desk, &ids[0]).id;
        let parted = desk.part_articles(&ids[..2], watch).expect("taken out");
        assert_eq!(parted.dossier.can_undo.expect("undoable").en, "making two events of one");
        assert_eq!(of(desk, &ids[0]).id, of(desk, &ids[1]).id, "they stay together");
        assert_eq!((of(desk, &ids[0]).articles, of(desk, &ids[2]).articles), (2, 1));
        desk.import(&[source("more.jsonl", &[LATER])], watch).expect("imported");
        assert_ne!(of(desk, &ids[0]).id, of(desk, &ids[2]).id, "whatever comes");
        desk.undo(watch).expect("undone");
        assert_eq!(of(desk, &ids[0]).id, of(desk, &ids[2]).id);
        desk.undo(watch).map(|o: Overview| assert!(o.dossier.can_undo.is_none())).expect("nothing more");
        let refused = |articles: &[String]| desk.part_articles(articles, watch).expect_err("refused").code;
        assert_eq!(refused(&[]), "not-moved");
        assert_eq!(refused(&[ids[0].clone(), ids[3].clone()]), "not-found");
        assert_eq!(refused(&[ids[3].clone()]), "not-moved");
        assert_ne!(before, "");
    });
}

#[test]
fn places_and_actors_of_events_are_listed_once_with_their_events() {
    imported(|desk, _, ids| {
        let overview = desk.overview().expect("read");
        let place = |id: &str| overview.events.iter().position(|e| e.id == of(desk, id).id).expect("listed");
        let named = |kind: NamedKind, words: &str| {
            let mut all = overview.named.iter().filter(|n| n.kind == kind);
            all.find(|n| n.label.ar.contains(words)).map(|n| n.events.clone())
        };
        assert_eq!(named(NamedKind::Place, "تل الريم"), Some(vec![place(&ids[0])]));
        assert_eq!(named(NamedKind::Place, "الباب"), Some(vec![place(&ids[3])]));
        let army = overview.named.iter().filter(|n| n.kind == NamedKind::Actor);
        let army: Vec<_> = army.filter(|n| n.events.contains(&place(&ids[0]))).collect();
        assert!(!army.is_empty(), "{:?}", overview.named);
        assert!(
            overview
                .named
                .iter()
                .all(|n| n.events.is_sorted() && n.events.iter().all(|e| *e < overview.events.len()))
        );
        let mut ids: Vec<_> = overview.named.iter().map(|n| (n.kind, &n.id)).collect();
        ids.dedup();
        assert_eq!(ids.len(), overview.named.len());
    });
}

fn texts(view: &SearchView) -> Vec<&str> {
    view.events.iter().flat_map(|e| &e.sentences).map(|s| s.text.as_str()).collect()
}

#[test]
fn words_are_found_in_sentences_as_they_are_typed_and_lead_to_their_rows() {
    imported(|desk, watch, ids| {
        let found = desk.search("السوق قصف").expect("searched");
        assert_eq!((found.sentences, found.articles, found.left_off), (2, 2, 0), "{:?}", texts(&found));
        assert_eq!(found.events.len(), 1);
        let head = of(desk, &ids[0]);
        assert_eq!((&found.events[0].event, &found.events[0].title), (&head.id, &head.title));
        let view = desk.event(&head.id).expect("shown");
        for sentence in &found.events[0].sentences {
            let article = desk.article(&sentence.article).expect("it is there");
            let cut = |text: &str, (from, to): (usize, usize)| -> String {
                text.chars().skip(from).take(to - from).collect()
            };
            assert_eq!(cut(&article.text, (sentence.start, sentence.end)), sentence.text);
            let words: Vec<String> = sentence.marks.iter().map(|m| cut(&sentence.text, *m)).collect();
            assert!(words.iter().all(|w| w.contains("سوق") || w.contains("قصف")), "{words:?}");
            let mut pieces = view.rows.iter().flat_map(|r| &r.cells).flat_map(|c| &c.pieces);
            assert!(pieces.any(|p| p.article == sentence.article && p.start == sentence.start && !p.relayed));
        }
        assert_eq!(
            texts(&desk.search("مسوولون").expect("searched")),
            Vec::<&str>::new(),
            "another form of the word"
        );
        assert_eq!(desk.search("بمدرسه  الهييه").expect("searched").sentences, 1);
        assert_eq!(desk.search("١١").expect("searched").sentences, 1, "in other digits");
        assert_eq!(
            (
                desk.search(" ، ").expect("searched").sentences,
                desk.search("").expect("searched").events.len()
            ),
            (0, 0)
        );
        let newest_first: Vec<_> =
            desk.search("في").expect("searched").events.iter().map(|e| e.from.clone()).collect();
        assert!(newest_first.is_sorted_by(|a, b| a >= b) && newest_first.len() == 2, "{newest_first:?}");
        desk.name_event(&head.id, Some("اسم لها"), watch).expect("named");
        assert_eq!(desk.search("السوق قصف").expect("searched").events[0].title, "اسم لها");
    });
}

/// How the naming of the shelling shows the army: what it is called, what the lexicon calls it, and whether that can be changed.
fn army(desk: &Desk, article: &str) -> (String, Option<String>, bool) {
    let naming = desk.naming(&of(desk, article).id).expect("shown");
    let set =
        naming.sets.into_iter().find(|set| set.entity == "syrian-government-forces").expect("it is named");
    (set.label.ar, set.found_label.map(|label| label.ar), set.known)
}

#[test]
fn words_for_the_dead_are_headed_by_what_they_are_for_and_tell_whether_they_praise() {
    imported(|desk, _, ids| {
        let naming = desk.naming(&of(desk, &ids[0]).id).expect("shown");
        let dead = naming.sets.iter().find(|set| set.entity == "people:dead").expect("two words are used");
        assert_eq!((dead.label.ar.as_str(), dead.label.en.as_str()), ("من قُتلوا", "those killed"));
        let loaded = |word: &str| {
            let mut names = dead.by_camp.iter().flat_map(|camp| &camp.names);
            names.find(|name| name.text == word).map(|name| name.loaded)
        };
        assert_eq!((loaded("استشهد"), loaded("قتل")), (Some(true), Some(false)));
    });
}

#[test]
fn an_article_tells_its_claims_in_their_order() {
    imported(|desk, _, ids| {
        for id in ids {
            let article = desk.article(id).expect("it is there");
            assert!(!article.claims.is_empty());
            assert!(
                article.claims.iter().all(|claim| claim.article == *id && article.text.contains(&claim.text))
            );
            let event = desk.event(article.event.as_deref().expect("it tells one")).expect("shown");
            let of_rows = (1..=event.rows.len())
                .flat_map(|row| desk.row_claims(&event.head.id, row).expect("shown"))
                .filter(|claim| claim.article == *id);
            for claim in of_rows {
                assert!(article.claims.contains(&claim), "{claim:?}");
            }
        }
    });
}

#[test]
fn what_she_calls_a_force_is_shown_everywhere_and_nothing_is_read_by_it() {
    imported(|desk, watch, ids| {
        let (neutral, _, known) = army(desk, &ids[0]);
        assert!(known);
        let read = |desk: &Desk| desk.comparison(riwayat_app::Lang::Ar).expect("compared").articles;
        let before = read(desk);
        let after = desk
            .call_entity("syrian-government-forces", Some(" جيش السلطة السابقة "), watch)
            .expect("called");
        assert_eq!(after.dossier.can_undo.expect("undoable").ar, "اختيار اسم محايد");
        assert_eq!(army(desk, &ids[0]), ("جيش السلطة السابقة".to_owned(), Some(neutral.clone()), true));
        let names = desk.overview().expect("read").named;
        let listed = names.iter().find(|named| named.id == "syrian-government-forces").expect("it is listed");
        assert_eq!(listed.label.en, "جيش السلطة السابقة", "it is hers in every language");
        assert_eq!(read(desk), before);
        desk.call_entity("syrian-government-forces", None, watch).expect("left to the lexicon");
        assert_eq!(army(desk, &ids[0]), (neutral.clone(), None, true));
        assert!(desk.entries().is_empty());
        desk.undo(watch).expect("undone");
        assert_eq!(army(desk, &ids[0]).0, "جيش السلطة السابقة");
        desk.call_entity("syrian-government-forces", Some(&neutral), watch)
            .expect("its own name is no name of hers");
        assert!(desk.entries().is_empty());
        let failure = desk.call_entity("actor:nobody", Some("أحد"), watch).expect_err("nobody knows it");
        assert_eq!(failure.code, "not-found");
        assert!(
            desk.call_entity("syrian-government-forces", Some("…"), watch).is_err(),
            "a name has letters"
        );
    });
}
