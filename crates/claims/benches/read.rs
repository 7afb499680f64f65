//! How fast one thread reads newspaper articles, beside a peer that only splits words; how many allocations that takes;
//! and how the time grows with the length of one article.
//!
//! `cargo bench -p riwayat-claims` wants the newspapers of `saudinewsnet` in the folder that `RIWAYAT_SHARED` names,
//! else in `../shared` beside the project; without them it says so and measures nothing. The two tables are printed
//! behind criterion's own; with `-- --test` nothing is measured, and both are short.

use criterion::{Criterion, Throughput};
use riwayat_claims::{Input, Lexicon, read};
use riwayat_text::date::dates_with;
use riwayat_text::number::{NumberWords, numbers_with};
use riwayat_text::{sentences, tokens};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many articles of the newspapers are read, taken at even distances: enough for every kind of article, few
/// enough for a run of a minute.
const SAMPLE: usize = 500;

/// The greatest time that reading may take, in passes of the peer.
const GOAL: f64 = 10.0;

/// Lengths of one article, in MB.
const LENGTHS: [usize; 4] = [1, 2, 4, 8];

/// What is measured, the peer first.
type Pass = (&'static str, fn(&str, &Lexicon));
const PASSES: [Pass; 3] = [("peer", peer), ("text", text_alone), ("claims", claims)];

/// One pass of unicode-segmentation over the words.
fn peer(text: &str, _: &Lexicon) {
    black_box(text.unicode_words().count());
}

/// Tokens, sentences, dates and numbers.
fn text_alone(text: &str, _: &Lexicon) {
    let tokens = tokens(text);
    let words = NumberWords::of(&tokens);
    let dates = dates_with(text, &tokens, &words, Some(published()));
    black_box((sentences(text), numbers_with(text, &tokens, &words, &dates)));
}

/// All that is read of an article.
fn claims(text: &str, lexicon: &Lexicon) {
    let input = Input { title: "", text, published: Some(published()), outlet: None, camp: None };
    black_box(read(&input, lexicon));
}

fn published() -> jiff::civil::Date {
    jiff::civil::date(2015, 7, 23)
}

fn main() {
    let Some(articles) = newspapers().map(|all| sample(&all)) else { return };
    let lexicon = Lexicon::builtin();
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    throughput(&mut criterion, &articles, lexicon);
    criterion.final_summary();
    let rehearsal = std::env::args().any(|arg| arg == "--test");
    compared(&articles, lexicon, if rehearsal { 1 } else { 25 });
    growth(&articles, lexicon, if rehearsal { &[] } else { &LENGTHS });
}

/// The articles of the corpus that have a text, or nothing, said aloud.
fn newspapers() -> Option<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("RIWAYAT_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let folder = shared.join("corpus/saudinewsnet");
    let files = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == "zip")).collect();
    files.sort();
    let articles: Vec<_> = files.iter().flat_map(|path| unzipped(path)).collect();
    if articles.is_empty() {
        eprintln!("SKIPPED: no newspapers in {}; set RIWAYAT_SHARED", folder.display());
        return None;
    }
    Some(articles)
}

/// The texts of one archive, which holds one JSON array of articles.
fn unzipped(path: &Path) -> Vec<String> {
    let file = std::fs::File::open(path).expect("the file was just listed");
    let mut archive = zip::ZipArchive::new(file).expect("the corpus is of zip archives");
    let mut json = String::new();
    let mut entry = archive.by_index(0).expect("each holds a file");
    std::io::Read::read_to_string(&mut entry, &mut json).expect("which is UTF-8");
    let json = json.trim_start_matches('\u{FEFF}');
    let articles: Vec<serde_json::Value> = serde_json::from_str(json).expect("and one JSON array");
    let texts = articles.iter().filter_map(|a| a["content"].as_str());
    texts.filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

fn sample(all: &[String]) -> Vec<String> {
    all.iter().step_by(all.len().div_ceil(SAMPLE)).cloned().collect()
}

fn bytes(articles: &[String]) -> usize {
    articles.iter().map(String::len).sum()
}

fn throughput(criterion: &mut Criterion, articles: &[String], lexicon: &Lexicon) {
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(bytes(articles) as u64));
    for (name, pass) in PASSES {
        group.bench_function(name, |b| b.iter(|| articles.iter().for_each(|a| pass(a, lexicon))));
    }
    group.finish();
}

/// The passes taken in turn; of each article the best time counts, for what else the machine does seldom befalls the
/// same one again.
fn compared(articles: &[String], lexicon: &Lexicon, rounds: usize) {
    let mut best = PASSES.map(|_| vec![Duration::MAX; articles.len()]);
    for _ in 0..rounds {
        for ((_, pass), best) in PASSES.iter().zip(&mut best) {
            for (article, best) in articles.iter().zip(best) {
                *best = timed(|| pass(article, lexicon)).min(*best);
            }
        }
    }
    let best = best.map(|times| times.iter().sum::<Duration>());
    let kilobytes = bytes(articles) as f64 / 1e3;
    println!("\n{} articles, {:.2} MB, one thread", articles.len(), kilobytes / 1e3);
    println!("pass      MB/s   times the peer   allocations and bytes allocated per KB of text");
    for ((name, pass), time) in PASSES.iter().zip(best) {
        let region = Region::new(ALLOCATOR);
        articles.iter().for_each(|a| pass(a, lexicon));
        let used = region.change();
        let allocations = (used.allocations + used.reallocations) as f64 / kilobytes;
        let speed = kilobytes / 1e3 / time.as_secs_f64();
        let times = time.as_secs_f64() / best[0].as_secs_f64();
        let allocated = used.bytes_allocated as f64 / kilobytes;
        println!("{name:<7} {speed:>6.1}   {times:>14.2}   {allocations:>11.1} {allocated:>11.0}");
    }
    let times = best[2].as_secs_f64() / best[0].as_secs_f64();
    let verdict = if times <= GOAL { "held" } else { "missed" };
    println!("goal: claims in at most {GOAL} times the peer: {verdict}");
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// One article, longer and longer: as its paragraphs, and as one sentence. Twice the length should take twice the time.
fn growth(articles: &[String], lexicon: &Lexicon, lengths: &[usize]) {
    let paragraphs: String = articles.iter().flat_map(|a| [a, "\n"]).collect();
    let sentence = paragraphs.replace(['.', '؟', '?', '!', '…', '\n', '\r'], " ");
    for (name, text) in [("paragraphs", &paragraphs), ("one sentence", &sentence)] {
        println!("\none article of {name}\n  MB   seconds   growth");
        let mut last: Option<f64> = None;
        for length in lengths {
            let long = repeated(text, length * 1_000_000);
            let time = timed(|| claims(&long, lexicon)).as_secs_f64();
            let grown = last.map_or(String::new(), |last| format!("{:.2}", time / last));
            println!("{length:>4} {time:>9.2} {grown:>8}");
            last = Some(time);
        }
    }
}

/// A text repeated up to a length, cut between two words.
fn repeated(text: &str, length: usize) -> String {
    let mut out = text.repeat(length.div_ceil(text.len()));
    let end = out[..out.floor_char_boundary(length)].rfind(' ').unwrap_or(length);
    out.truncate(end);
    out
}
