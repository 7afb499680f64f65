//! While a large dossier sleeps, an event that nobody opened is compared from its own articles, and is what it is among all.

use riwayat_app::desk::KEPT_FROM;
use riwayat_app::view::{
    ArticleView, ClaimView, ClaimsView, EventView, FiguresView, NamingView, Overview, SourcesView,
};
use riwayat_app::view::{CellState, Field, RowKind, Spot, Text};
use riwayat_app::{Desk, Lang, Source, Watch};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The articles of the sample twice, the second time of other days and places; and their first paragraphs, each told of other
/// years, until a dossier is large: the words of the sample are not rare in it.
fn pile(sample: &Desk) -> Source {
    let held = sample.comparison(Lang::Ar).expect("compared").articles;
    let articles: Vec<_> = held.iter().map(|a| sample.article(&a.id).expect("an article")).collect();
    let line = |n: usize| {
        let (copy, view) = (n / articles.len(), &articles[n % articles.len()]);
        let day = view.head.published.as_deref().and_then(|d| d.get(..10)?.parse::<jiff::civil::Date>().ok());
        let moved = |text: &str| text.replace("القطا", "القطامي").replace("السنديان", "السنديانة");
        let (days, text) = match copy {
            0 => (0, view.text.clone()),
            1 => (9, moved(&view.text)),
            _ => (40 * n as i64, view.text.lines().next().unwrap_or_default().to_owned()),
        };
        article(
            &format!("p{n}"),
            &view.head.camp,
            day.map(|d| d.saturating_add(jiff::Span::new().days(days))),
            &text,
        )
    };
    let mut lines: Vec<String> = (0..KEPT_FROM).map(line).collect();
    // A voice of a camp whose own article tells of something else: its column is there for the sake of another event.
    let voice = "قال الرئيس التركي رجب طيب أردوغان إن 9 مدنيين قُتلوا بقصف على سوق بلدة تل النخيل.";
    lines.push(article("voice", "opposition", Some(jiff::civil::date(2020, 1, 20)), voice));
    lines.push(article(
        "party",
        "turkey",
        Some(jiff::civil::date(2016, 1, 20)),
        "افتتحت بلدية القرية حديقة جديدة.",
    ));
    Source::Bytes { name: "pile.jsonl".to_owned(), bytes: lines.join("\n").into_bytes(), lines: true }
}

fn article(id: &str, camp: &str, day: Option<jiff::civil::Date>, text: &str) -> String {
    let day = day.map(|d| d.to_string());
    serde_json::json!({ "id": id, "camp": camp, "published": day, "title": "", "text": text }).to_string()
}

fn watch(never: &AtomicBool) -> Watch<'_> {
    Watch { progress: &|_| {}, cancel: never }
}

/// A large dossier in which something was decided by hand: a row, a camp, a name of an event, an article of another event;
/// and articles of the events of note in it.
fn fill(path: &Path, folder: &Path, watch: Watch<'_>) -> (Overview, Vec<String>) {
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
    let [camp, alone] = [other, third.expect("a third")].map(|e| (e.members[0].article.clone(), e));
    desk.set_field(&camp.0, Field::Camp, Some("own-observers"), watch).expect("set");
    desk.name_event(&camp.1.head.id, Some("اسم أعطته المحلّلة"), watch).expect("named");
    desk.part_article(&alone.0, watch).expect("parted");
    let rest = alone.1.members[1].article.clone();
    let of_note = vec![piece.article.clone(), camp.0, alone.0, rest, "voice".to_owned()];
    (desk.overview().expect("read"), of_note)
}

/// What is shown of an event, in each of its views.
#[derive(Debug, PartialEq)]
struct Views {
    event: EventView,
    row_claims: Vec<Vec<ClaimView>>,
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
        let mut row_claims: Vec<Vec<ClaimView>> =
            event.rows.iter().map(|row| desk.row_claims(id, row.number).expect("there")).collect();
        let mut articles: Vec<ArticleView> =
            event.members.iter().map(|m| desk.article(&m.article).expect("there")).collect();
        let of_articles = articles.iter_mut().flat_map(|article| &mut article.claims);
        for claim in row_claims.iter_mut().flatten().chain(of_articles) {
            claim.relations.retain(|r| own.iter().any(|article| r.other.starts_with(article)));
        }
        event.why = Text { ar: String::new(), en: String::new() };
        for member in &mut event.members {
            (member.why, member.score) = (event.why.clone(), 0.0);
        }
        Self {
            row_claims,
            claims: desk.claims(id).expect("there"),
            figures: desk.figures(id).expect("there"),
            naming: desk.naming(id).expect("there"),
            sources: desk.sources(id).expect("there"),
            articles,
            event,
        }
    }
}

#[test]
fn an_event_of_a_sleeping_dossier_is_what_it_is_among_all() {
    let (folder, never) = (tempfile::tempdir().expect("a folder"), AtomicBool::new(false));
    let path = folder.path().join("ملف.riwayat");
    let (overview, of_note) = fill(&path, folder.path(), watch(&never));
    let file = std::fs::read(&path).expect("the dossier is there");
    assert!(overview.dossier.articles >= KEPT_FROM && overview.dossier.can_undo.is_some());

    let desk = Desk::open_asleep(&path, watch(&never)).expect("opened");
    let of = |article: &String| desk.article(article).expect("there").event.expect("it is in an event");
    let some = overview.events.iter().step_by(10).map(|e| e.id.clone());
    let chosen: BTreeSet<String> = of_note.iter().map(of).chain(some).collect();
    let asleep: Vec<Views> = chosen.iter().map(|id| Views::of(&desk, id)).collect();
    assert!(desk.is_asleep(), "nothing of it needs a comparison of all");
    for views in &asleep {
        let head = overview.events.iter().find(|e| e.id == views.event.head.id);
        assert_eq!(Some(&views.event.head), head, "the list and the board agree");
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
    for kind in [RowKind::Denied, RowKind::FiguresDiffer, RowKind::Agree] {
        assert!(rows().any(|r| r.kind == kind), "{kind:?}");
    }
    let cells = || rows().flat_map(|r| &r.cells);
    assert!(
        cells().any(|c| c.state == CellState::Silent) && cells().any(|c| c.state == CellState::NotImported)
    );
    assert!(cells().flat_map(|c| &c.pieces).any(|p| p.relayed));
    assert!(asleep.iter().any(|v| !v.figures.common_ground.is_empty()));
}
