//! A large dossier opens with what it showed last; that gives way to a comparison, and never holds for another content.

use riwayat_app::desk::KEPT_FROM;
use riwayat_app::view::{Field, Overview};
use riwayat_app::{Desk, Source, Watch};
use riwayat_store::{Dossier, Field as Kept};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Two accounts of one strike, and as many other articles as make a dossier large.
fn pile() -> Source {
    let mut lines: Vec<String> = (0..KEPT_FROM)
        .map(|n| line(n, "وكالة السهل", &format!("افتتحت بلدية القرية {n} حديقة جديدة رقمها {n}.")))
        .collect();
    lines.push(line(KEPT_FROM, "صدى النهر", "قُتل 11 مدنياً صباح السبت بقصف مدفعي على سوق بلدة تل الريم."));
    lines.push(line(KEPT_FROM + 1, "البيان اليوم", "قُتل ثلاثة مدنيين صباح السبت بقصف على سوق بلدة تل الريم."));
    Source::Bytes { name: "pile.jsonl".to_owned(), bytes: lines.join("\n").into_bytes(), lines: true }
}

/// Articles of other days than the strike's tell events of their own.
fn line(n: usize, outlet: &str, text: &str) -> String {
    let strike = jiff::civil::date(2026, 3, 14);
    let day =
        strike.saturating_sub(jiff::Span::new().days(if n < KEPT_FROM { 40 * (n + 1) as i64 } else { 0 }));
    format!(
        r#"{{"id":"a{n}","outlet":"{outlet}","camp":"opposition","published":"{day}","title":"","text":"{text}"}}"#
    )
}

fn watch(cancel: &AtomicBool) -> Watch<'_> {
    Watch { progress: &|_| {}, cancel }
}

fn event_of(overview: &Overview, articles: usize) -> String {
    let found = overview.events.iter().find(|e| e.articles == articles);
    found.expect("there is such an event").id.clone()
}

fn fill(path: &Path) -> Overview {
    let never = AtomicBool::new(false);
    let desk = Desk::create(path).expect("made");
    desk.import(&[pile()], watch(&never)).expect("imported");
    let overview = desk.overview().expect("read");
    desk.event(&event_of(&overview, 2)).expect("the event is there");
    overview
}

#[test]
fn a_large_dossier_opens_with_what_it_showed_and_compares_when_asked_for_more() {
    let (folder, never) = (tempfile::tempdir().expect("a folder"), AtomicBool::new(false));
    let path = folder.path().join("ملف.riwayat");
    let shown = fill(&path);
    let opened = event_of(&shown, 2);

    let desk = Desk::open_asleep(&path, watch(&never)).expect("opened");
    let first = desk.opening().expect("kept");
    assert_eq!(
        (first.events.len() + first.more, first.dossier.articles),
        (shown.events.len(), shown.dossier.articles)
    );
    assert!(
        first.more > 0 && shown.events.starts_with(&first.events),
        "{} and {} of {} events",
        first.events.len(),
        first.more,
        shown.events.len()
    );
    assert!(first.named.iter().flat_map(|named| &named.events).all(|at| *at < first.events.len()));
    assert_eq!(desk.overview().expect("kept"), shown);
    let kept = desk.event(&opened).expect("kept");
    assert!(desk.is_asleep(), "nothing was compared for what was kept");

    let other = shown.events.iter().find(|e| e.id != opened).expect("there are other events");
    assert_eq!(desk.event(&other.id).expect("compared alone").head, *other);
    assert!(desk.is_asleep(), "one event needs no comparison of all");
    assert_eq!(desk.search("سوق بلدة").expect("found").articles, 2);
    assert!(!desk.is_asleep(), "a search looks at all");
    assert_eq!(desk.event(&opened).expect("compared"), kept);
    assert_eq!(
        desk.settle(watch(&never)).expect("settled").as_ref(),
        Some(&shown),
        "what was shown gives way"
    );
    assert_eq!(desk.opening().expect("compared"), shown);
    assert_eq!(desk.settle(watch(&never)).expect("settled"), None, "once");
}

#[test]
fn a_change_of_a_sleeping_dossier_is_made_on_the_comparison() {
    let (folder, never) = (tempfile::tempdir().expect("a folder"), AtomicBool::new(false));
    let path = folder.path().join("ملف.riwayat");
    fill(&path);
    let desk = Desk::open_asleep(&path, watch(&never)).expect("opened");
    let after = desk.set_field("a0", Field::Outlet, Some("منبر آخر"), watch(&never)).expect("set");
    assert!(!desk.is_asleep() && after.dossier.can_undo.is_some());
    drop(desk);
    let desk = Desk::open_asleep(&path, watch(&never)).expect("opened again");
    assert!(desk.is_asleep());
    assert_eq!(desk.overview().expect("kept"), after);
}

#[test]
fn what_was_kept_of_another_content_is_not_shown() {
    let (folder, never) = (tempfile::tempdir().expect("a folder"), AtomicBool::new(false));
    let path = folder.path().join("ملف.riwayat");
    fill(&path);
    let mut file = Dossier::open(&path).expect("opened as a file");
    file.set_field(jiff::Timestamp::UNIX_EPOCH, "a0", Kept::Camp, Some("pro-sdf")).expect("set");
    drop(file);
    let desk = Desk::open_asleep(&path, watch(&never)).expect("opened");
    assert!(!desk.is_asleep(), "it was compared anew");
}

#[test]
fn a_small_dossier_keeps_nothing() {
    let (folder, never) = (tempfile::tempdir().expect("a folder"), AtomicBool::new(false));
    let path = folder.path().join("ملف.riwayat");
    drop(Desk::create(&path).expect("made"));
    assert!(!Desk::open_asleep(&path, watch(&never)).expect("opened").is_asleep());
}
