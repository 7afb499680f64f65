//! While a large dossier sleeps, an event that nobody opened is compared from its own articles, and is what it is among all.

use riwayat_app::desk::KEPT_FROM;
use riwayat_app::view::{ArticleView, ClaimsView, EventView, FiguresView, NamingView, Overview, SourcesView};
use riwayat_app::view::{CellState, Field, RowKind, Spot, Text};
use riwayat_app::{Desk, Lang, Source, Watch};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The articles of the sample, copied until a dossier is large; each copy tells of other days and places, in the same words.
fn pile(sample: &Desk) -> Source {
    let held = sample.comparison(Lang::Ar).expect("compared").articles;
    let articles: Vec<_> = held.iter().map(|a| sample.article(&a.id).expect("an article")).collect();
    let line = |n: usize| {
        let (copy, view) = (n / articles.len(), &articles[n % articles.len()]);
        let days = jiff::Span::new().days(9 * copy as i64);
        let day = view.head.published.as_deref().and_then(|d| d.get(..10)?.parse::<jiff::civil::Date>().ok());
        let mark = "ابتثجحخدرز".chars().nth(copy % 10).into_iter().chain("سشصض".chars().nth(copy / 10));
        let mark: String = mark.collect();
        let moved = |text: &str| {
            text.replace("القطا", &format!("القطا{mark}")).replace("السنديان", &format!("السنديان{mark}"))
        };
        serde_json::json!({
            "id": format!("p{n}"), "outlet": view.head.outlet, "camp": view.head.camp,
            "published": day.map(|d| d.saturating_add(days).to_string()),
            "title": moved(&view.head.title), "text": moved(&view.text),
        })
    };
    let lines: Vec<String> = (0..KEPT_FROM + 20).map(|n| line(n).to_string()).collect();
    Source::Bytes { name: "pile.jsonl".to_owned(), bytes: lines.join("\n").into_bytes(), lines: true }
}

fn watch(never: &AtomicBool) -> Watch<'_> {
    Watch { progress: &|_| {}, cancel: never }
}

/// A large dossier in which something was decided by hand: a camp, a row, a name of an event, an article of another event.
fn fill(path: &Path, folder: &Path, watch: Watch<'_>) -> Overview {
    let sample = Desk::sample(folder, watch).expect("the sample opens");
    let desk = Desk::create(path).expect("made");
    desk.import(&[pile(&sample)], watch).expect("imported");
    desk.define_camp("مراقبون", "Observers", watch).expect("defined");
    let overview = desk.overview().expect("read");
    let mut several =
        overview.events.iter().filter(|e| e.articles > 2).map(|e| desk.event(&e.id).expect("there"));
    let (one, other, third) = (several.next(), several.next(), several.next());
    let (one, other) = (one.expect("an event"), other.expect("another"));
    let row = one.rows.iter().find(|r| r.sentences > 1).expect("a row of several sentences");
    let piece = row.cells.iter().flat_map(|c| &c.pieces).find(|p| !p.relayed).expect("a sentence");
    let spot = Spot { article: piece.article.clone(), start: piece.start, end: piece.end };
    desk.split_row(&[spot], watch).expect("taken out");
    desk.set_field(&other.members[0].article, Field::Camp, Some("own-observers"), watch).expect("set");
    desk.name_event(&other.head.id, Some("اسم أعطته المحلّلة"), watch).expect("named");
    desk.part_article(&third.expect("a third").members[0].article, watch).expect("parted");
    desk.overview().expect("read")
}

/// What is shown of an event, in each of its views.
#[derive(Debug, PartialEq)]
struct Views {
    event: EventView,
    claims: ClaimsView,
    figures: FiguresView,
    naming: NamingView,
    sources: SourcesView,
    articles: Vec<ArticleView>,
}

impl Views {
    /// All of them, but for what ties them to other events.
    fn of(desk: &Desk, id: &str) -> Self {
        let mut event = desk.event(id).expect("the event is there");
        let own: Vec<String> = event.members.iter().map(|m| format!("{}:", m.article)).collect();
        for claim in event.rows.iter_mut().flat_map(|row| &mut row.claims) {
            claim.relations.retain(|r| own.iter().any(|article| r.other.starts_with(article)));
        }
        event.why = Text { ar: String::new(), en: String::new() };
        for member in &mut event.members {
            (member.why, member.score) = (event.why.clone(), 0.0);
        }
        Self {
            claims: desk.claims(id).expect("there"),
            figures: desk.figures(id).expect("there"),
            naming: desk.naming(id).expect("there"),
            sources: desk.sources(id).expect("there"),
            articles: event.members.iter().map(|m| desk.article(&m.article).expect("there")).collect(),
            event,
        }
    }
}

#[test]
fn an_event_of_a_sleeping_dossier_is_what_it_is_among_all() {
    let (folder, never) = (tempfile::tempdir().expect("a folder"), AtomicBool::new(false));
    let path = folder.path().join("ملف.riwayat");
    let overview = fill(&path, folder.path(), watch(&never));
    let file = std::fs::read(&path).expect("the dossier is there");
    assert!(overview.dossier.articles >= KEPT_FROM && overview.dossier.can_undo.is_some());

    let desk = Desk::open_asleep(&path, watch(&never)).expect("opened");
    let asleep: Vec<Views> = overview.events.iter().map(|e| Views::of(&desk, &e.id)).collect();
    assert!(desk.is_asleep(), "nothing of it needs a comparison of all");
    for (views, head) in asleep.iter().zip(&overview.events) {
        assert_eq!(views.event.head, *head, "the list and the board agree");
    }
    drop(desk);
    assert_eq!(std::fs::read(&path).expect("the dossier is there"), file, "nothing was written");

    let desk = Desk::open_asleep(&path, watch(&never)).expect("opened");
    assert!(desk.wake(watch(&never)).expect("compared"));
    assert_eq!(desk.overview().expect("compared"), overview);
    let (mut parted, mut own) = (0, 0);
    for views in &asleep {
        assert_eq!(*views, Views::of(&desk, &views.event.head.id));
        parted += views.event.rows.iter().filter(|r| r.decided.is_some()).count();
        own += views
            .event
            .columns
            .iter()
            .filter(|c| c.camp == "own-observers" && !c.articles.is_empty())
            .count();
    }
    let head = |named: &dyn Fn(&EventView) -> bool| asleep.iter().filter(|v| named(&v.event)).count();
    assert_eq!(
        (parted, own, head(&|e| e.head.found_title.is_some())),
        (2, 1, 1),
        "what was decided by hand is seen"
    );
    assert!(head(&|e| e.members.iter().any(|m| m.decided)) > 1);
    let rows = || asleep.iter().flat_map(|v| &v.event.rows);
    for kind in [RowKind::Contradict, RowKind::FiguresDiffer, RowKind::Agree] {
        assert!(rows().any(|r| r.kind == kind), "{kind:?}");
    }
    let cells = || rows().flat_map(|r| &r.cells);
    assert!(
        cells().any(|c| c.state == CellState::Silent) && cells().any(|c| c.state == CellState::NotImported)
    );
    assert!(cells().flat_map(|c| &c.pieces).any(|p| p.relayed));
    assert!(asleep.iter().any(|v| !v.figures.common_ground.is_empty()));
}
