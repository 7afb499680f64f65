//! How long a dossier takes to open: with what it kept, and compared anew.
//!
//! `cargo bench -p riwayat-app --bench open -- [SIZES] [DOSSIERS]`. The articles are those of the sample, copied; each copy is
//! of later days and of other places, so that its events are its own. Each size is told once, on the machine as it is. An
//! event of some ten articles that was not kept is looked at twice: while nothing else is done, and while all is compared. A
//! dossier that is named by its file is opened with what it kept, and not compared anew.

use jiff::ToSpan;
use jiff::civil::Date;
use riwayat_app::{Desk, Lang, Source, Watch};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

/// Articles of the piles, where the command line names none.
const SIZES: [usize; 4] = [10, 1_000, 10_000, 100_000];

/// Days from one copy of the sample to the next: it tells of a few.
const COPY_DAYS: i64 = 9;

/// Days after which the copies begin again at the first: a calendar has an end.
const ROUND: i64 = 20_000;

/// Articles of an event that is looked at, where there is such a one.
const SOME: usize = 10;

/// A window asks for an event while all is compared, some time after it was opened.
const SHORTLY: Duration = Duration::from_millis(500);

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    if args.iter().any(|a| a == "--test") {
        return;
    }
    let sizes: Vec<usize> = args.iter().filter_map(|a| a.parse().ok()).collect();
    for path in args.iter().filter(|a| a.ends_with(".riwayat")) {
        look(Path::new(path));
    }
    println!(
        "articles | file MB | overview kB | kept: opening ms, overview ms, event ms | \
         not kept: event ms, the same while all is compared ms | compared anew s"
    );
    for size in if sizes.is_empty() { SIZES.to_vec() } else { sizes } {
        measure(size);
    }
}

/// Opens a dossier as it lies there.
fn look(path: &Path) {
    let never = AtomicBool::new(false);
    let watch = Watch { progress: &|_| {}, cancel: &never };
    let began = Instant::now();
    let desk = Desk::open_asleep(path, watch).expect("opened");
    let first = serde_json::to_vec(&desk.opening().expect("an overview")).expect("plain data").len() / 1000;
    let shown = began.elapsed().as_millis();
    let overview = desk.overview().expect("an overview");
    let all = serde_json::to_vec(&overview).expect("plain data").len() / 1000;
    let whole = began.elapsed().as_millis();
    let (articles, events) = (overview.dossier.articles, overview.events.len());
    let asleep = if desk.is_asleep() { "kept" } else { "compared" };
    println!(
        "{articles} articles, {events} events, {asleep}: {first} kB in {shown} ms, all {all} kB in {whole} ms"
    );
}

fn measure(size: usize) {
    let never = AtomicBool::new(false);
    let watch = Watch { progress: &|_| {}, cancel: &never };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pile.riwayat");
    fill(&path, folder.path(), size, watch);

    let began = Instant::now();
    let desk = Desk::open_asleep(&path, watch).expect("opened");
    let first = serde_json::to_vec(&desk.opening().expect("an overview")).expect("plain data");
    let shown = began.elapsed();
    let overview = desk.overview().expect("an overview");
    let json = serde_json::to_vec(&overview).expect("plain data").len();
    let whole = began.elapsed();
    drop(first);
    let event = overview.events.first().expect("there are events").id.clone();
    let began = Instant::now();
    desk.event(&event).expect("the event is there");
    let opened = began.elapsed();
    let kept = if desk.is_asleep() { "" } else { " (nothing kept)" };
    let mut others: Vec<_> = overview.events.iter().skip(1).collect();
    others.sort_by_key(|e| e.articles.abs_diff(SOME));
    let alone = others.first().map(|e| look_at(&desk, &e.id));
    let beside = others.get(1).map(|e| beside(&desk, &e.id, watch));
    drop(desk);
    let began = Instant::now();
    let desk = Desk::open(&path, watch).expect("opened");
    let anew = began.elapsed().as_secs_f64();
    assert_eq!(desk.overview().expect("an overview").events, overview.events);
    let megabytes = path.metadata().expect("the dossier is there").len() / 1_000_000;
    let (shown, whole, opened) = (shown.as_millis(), whole.as_millis(), opened.as_millis());
    let [alone, beside] = [alone, beside].map(Option::unwrap_or_default);
    println!(
        "{size} | {megabytes} | {} | {shown}, {whole}, {opened}{kept} | {alone}, {beside} | {anew:.2}",
        json / 1000
    );
}

/// How long an event takes to open in milliseconds, and whether all was compared for it.
fn look_at(desk: &Desk, event: &str) -> String {
    let began = Instant::now();
    let view = desk.event(event).expect("the event is there");
    let (took, articles) = (began.elapsed().as_millis(), view.head.articles);
    format!("{took} ({articles} articles{})", if desk.is_asleep() { "" } else { ", awake" })
}

/// The same, shortly after the desk was told to wake.
fn beside(desk: &Desk, event: &str, watch: Watch<'_>) -> String {
    std::thread::scope(|both| {
        both.spawn(|| desk.wake(watch).expect("compared"));
        std::thread::sleep(SHORTLY);
        look_at(desk, event)
    })
}

/// Makes a dossier of so many articles, and looks at its first event, as who opens it does.
fn fill(path: &Path, folder: &Path, size: usize, watch: Watch<'_>) {
    let sample = Desk::sample(folder, watch).expect("the sample opens");
    let held = sample.comparison(Lang::Ar).expect("compared").articles;
    let articles: Vec<_> = held.iter().map(|a| sample.article(&a.id).expect("an article")).collect();
    let mut lines = String::new();
    for n in 0..size {
        let (copy, view) = (n / articles.len(), &articles[n % articles.len()]);
        let days = (COPY_DAYS * i64::try_from(copy).expect("few copies") % ROUND).days();
        let later =
            |day: &str| Some(day.get(..10)?.parse::<Date>().ok()?.checked_add(days).ok()?.to_string());
        // Other places in each copy; the rest of the words are ordinary.
        let places = |text: &str| {
            let of = |place: &str| format!("{place}{}", letters(copy));
            text.replace("القطا", &of("القطا")).replace("السنديان", &of("السنديان"))
        };
        let line = serde_json::json!({
            "id": format!("p{n}"), "outlet": view.head.outlet, "camp": view.head.camp,
            "published": view.head.published.as_deref().and_then(later),
            "title": places(&view.head.title), "text": places(&view.text),
        });
        lines.push_str(&line.to_string());
        lines.push('\n');
    }
    let desk = Desk::create(path).expect("made");
    let source = Source::Bytes { name: "pile.jsonl".to_owned(), bytes: lines.into_bytes(), lines: true };
    desk.import(&[source], watch).expect("imported");
    let first = desk.overview().expect("an overview").events.first().map(|e| e.id.clone());
    desk.event(&first.expect("there are events")).expect("the event is there");
}

/// A number in letters, so that it stands in a word.
fn letters(mut n: usize) -> String {
    const LETTERS: [char; 10] = ['ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ر', 'ز'];
    let mut out = String::new();
    while n > 0 {
        out.push(LETTERS[n % LETTERS.len()]);
        n /= LETTERS.len();
    }
    out
}
