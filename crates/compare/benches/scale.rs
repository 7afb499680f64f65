//! How finding events grows to a million articles: time, memory, what one more article costs, whether the events are right.
//!
//! `cargo bench -p riwayat-compare --bench scale -- [SIZES]` wants the newspapers of `saudinewsnet` in the folder that
//! `RIWAYAT_SHARED` names, else in `../shared` beside the project; without them it says so and measures nothing. They are
//! read once and copied as sketches, each copy some days later than the last, so that each day has as many articles as
//! theirs have, and with its rarer terms renamed, so that what one copy tells no other does: the events of each copy are
//! known to be those of the original. Each size has a process of its own, whose peak of memory is Linux's figure.

use rayon::prelude::*;
use riwayat_claims::{Input, Lexicon, read};
use riwayat_compare::{Article, Finder, Sketch};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Articles of the piles, where the command line names none.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
/// Articles that are held out and added one by one: from all over the pile, and as many of its last days.
const HELD_OUT: usize = 200;
/// Days from one copy to the next: the newspapers are of six days.
const COPY_DAYS: i32 = 6;
/// Terms of no more articles than this are renamed in each copy. Articles of 10,020.
const RARE: u32 = 100;
/// Up to this many articles the pile is built once more in one go, to see that its events are the same.
const BUILT_TWICE: usize = 200_000;
/// How the command line of the process of one size begins.
const ONE: &str = "--one";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    if args.iter().any(|a| a == "--test") {
        return;
    }
    if let [one, size] = args.as_slice()
        && one == ONE
    {
        measure(size.parse().expect("a size is a number"));
        return;
    }
    let sizes: Vec<usize> = args.iter().filter_map(|a| a.parse().ok()).collect();
    table(if sizes.is_empty() { &SIZES } else { &sizes });
}

/// Measures each size in a process of its own, and prints what they say with how the time grows.
fn table(sizes: &[usize]) {
    let program = std::env::current_exe().expect("this program is a file");
    let mut last: Option<(f64, f64, f64)> = None;
    for size in sizes {
        let size = size.to_string();
        let run = std::process::Command::new(&program).args([ONE, &size]).output().expect("it runs again");
        let said = String::from_utf8_lossy(&run.stdout);
        let Some((articles, seconds)) = said.lines().nth(1).and_then(figures) else {
            eprint!("{}", String::from_utf8_lossy(&run.stderr));
            return;
        };
        let worked = said.lines().find_map(|l| l.strip_prefix("  time of processors: ")).unwrap_or_default();
        let worked: f64 = worked.trim_end_matches(" s").parse().unwrap_or_default();
        print!("{said}");
        if let Some((before, took, had_worked)) = last {
            let exponent = |ratio: f64| ratio.ln() / (articles / before).ln();
            println!(
                "  growth: exponent {:.3}, of the time of processors {:.3}",
                exponent(seconds / took),
                exponent(worked / had_worked)
            );
        }
        last = Some((articles, seconds, worked));
    }
}

/// Articles and seconds, with which a line begins.
fn figures(line: &str) -> Option<(f64, f64)> {
    let mut words = line.split(' ');
    Some((words.next()?.parse().ok()?, words.nth(1)?.parse().ok()?))
}

/// Builds a pile of one size, adds what was held out, and says what it took.
fn measure(size: usize) {
    let lexicon = Lexicon::builtin();
    let Some(pile) = Pile::read(size, lexicon) else { return };
    let (held, bulk) = pile.parts();
    let (before, whole) = (reset_peak(), size as f64);
    let (start, worked) = (Instant::now(), processor());
    let mut finder = Finder::new(lexicon);
    bulk.iter().for_each(|n| {
        finder.add(&pile.article(*n));
    });
    let taken = start.elapsed().as_secs_f64();
    finder.settle();
    let seconds = start.elapsed().as_secs_f64();
    println!("\n{} articles {seconds:.2} s, of which taking them in {taken:.2}", bulk.len());
    println!("  a thousand articles: {:.1} ms", seconds * 1e6 / bulk.len() as f64);
    println!("  time of processors: {:.2} s", processor() - worked);
    println!("  peak of memory: {}", memory(before, whole));
    for (what, some) in [("from all over", &held[..HELD_OUT]), ("of the last days", &held[HELD_OUT..])] {
        println!("  one more {what}: {}", one_more(&mut finder, &pile, some));
        let start = Instant::now();
        finder.settle();
        println!("    and what they moved elsewhere, put off: {:.2} s", start.elapsed().as_secs_f64());
    }
    println!("  peak of memory, with them: {}", memory(before, whole));
    let order: Vec<usize> = bulk.iter().chain(&held).copied().collect();
    let groups = finder.groups();
    pile.agreement(&groups, &order);
    println!("  largest events: {:?}; components: {:?}", largest(&groups), finder.largest_components());
    drop(finder);
    if size <= BUILT_TWICE {
        println!("  built in one go, the events are the same: {}", pile.same(&groups, &order, lexicon));
    }
}

fn largest(groups: &[Vec<usize>]) -> Vec<usize> {
    let mut sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.truncate(5);
    sizes
}

/// Adds articles one by one and asks for the group of each; the times, from the middle one to the longest.
fn one_more(finder: &mut Finder<'_>, pile: &Pile, held: &[usize]) -> String {
    let mut times: Vec<f64> = Vec::new();
    for n in held {
        let sketch = pile.article(*n);
        let start = Instant::now();
        let number = finder.add(&sketch);
        finder.catch_up();
        assert!(finder.group_so_far(number).contains(&number));
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    format!("median {:.2} ms, p99 {:.2} ms, longest {:.2} ms, mean {mean:.2} ms", at(50), at(99), at(100))
}

/// The newspapers, and how many articles are made of them.
struct Pile {
    originals: Vec<Sketch>,
    /// In how many of them each term stands.
    articles: HashMap<u64, u32>,
    /// The event of each.
    event: Vec<usize>,
    size: usize,
}

impl Pile {
    fn read(size: usize, lexicon: &Lexicon) -> Option<Self> {
        let mut originals: Vec<Sketch> = Vec::new();
        for path in archives()? {
            let sketches = unzipped(&path).into_par_iter().map(|article| article.sketch(lexicon));
            originals.par_extend(sketches);
        }
        let mut counts = HashMap::new();
        for print in originals.iter().flat_map(Sketch::prints) {
            *counts.entry(print).or_default() += 1;
        }
        let mut finder = Finder::new(lexicon);
        originals.iter().enumerate().for_each(|(n, s)| {
            finder.add(&s.disguised(format!("{n:07}"), 0, |print| print));
        });
        let mut event = vec![0; originals.len()];
        for (number, group) in finder.groups().iter().enumerate() {
            group.iter().for_each(|n| event[*n] = number);
        }
        Some(Self { originals, articles: counts, event, size })
    }

    /// An article of the pile.
    fn article(&self, n: usize) -> Sketch {
        let (copy, original) = (n / self.originals.len(), n % self.originals.len());
        let days = COPY_DAYS * i32::try_from(copy).expect("few copies");
        let other = |print: u64| {
            let rare = self.articles.get(&print).is_some_and(|n| *n <= RARE);
            if rare { (print ^ copy as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) } else { print }
        };
        self.originals[original].disguised(format!("{n:07}"), days, other)
    }

    /// The articles that are held out, and the others.
    fn parts(&self) -> (Vec<usize>, Vec<usize>) {
        let mut held: Vec<usize> = (0..HELD_OUT).map(|n| n * (self.size / HELD_OUT)).collect();
        let late = (0..self.size).rev().filter(|n| !held.contains(n));
        let late: Vec<usize> = late.step_by(3).take(HELD_OUT).collect();
        held.extend(late);
        let out: std::collections::HashSet<usize> = held.iter().copied().collect();
        let bulk = (0..self.size).filter(|n| !out.contains(n)).collect();
        (held, bulk)
    }

    /// The known event of an article.
    fn known(&self, n: usize) -> (usize, usize) {
        (n / self.originals.len(), self.event[n % self.originals.len()])
    }

    /// Says how far the groups are the known events: B-cubed. `order`: the articles as they are numbered.
    fn agreement(&self, groups: &[Vec<usize>], order: &[usize]) {
        let mut sizes: HashMap<(usize, usize), usize> = HashMap::new();
        order.iter().for_each(|n| *sizes.entry(self.known(*n)).or_default() += 1);
        let (mut precision, mut recall) = (0.0, 0.0);
        for group in groups {
            let mut both: HashMap<(usize, usize), usize> = HashMap::new();
            group.iter().for_each(|m| *both.entry(self.known(order[*m])).or_default() += 1);
            for member in group {
                let known = self.known(order[*member]);
                precision += both[&known] as f64 / group.len() as f64;
                recall += both[&known] as f64 / sizes[&known] as f64;
            }
        }
        let many = order.len() as f64;
        let (p, r) = (precision / many, recall / many);
        println!(
            "  events against the known ones: B-cubed F1 {:.3} (precision {p:.3}, recall {r:.3})",
            2.0 * p * r / (p + r)
        );
    }

    /// True where the same articles, taken in the other order and all at once, make the same groups.
    fn same(&self, groups: &[Vec<usize>], order: &[usize], lexicon: &Lexicon) -> bool {
        let mut finder = Finder::new(lexicon);
        order.iter().rev().for_each(|n| {
            finder.add(&self.article(*n));
        });
        let last = order.len() - 1;
        let mut again: Vec<Vec<usize>> = finder.groups();
        again.iter_mut().for_each(|g| {
            g.iter_mut().for_each(|m| *m = last - *m);
            g.sort_unstable();
        });
        again.sort();
        again == groups
    }
}

/// The peak of memory by article: what came on top, and all that the process holds, newspapers and their leavings too, of
/// which some was used again.
fn memory(before: f64, articles: f64) -> String {
    format!("{:.0} bytes an article on top, {:.0} in all", (peak() - before) / articles, peak() / articles)
}

/// Sets the peak of memory to what is held now; answers with it, in bytes.
fn reset_peak() -> f64 {
    std::fs::write("/proc/self/clear_refs", "5").expect("Linux lets a process reset its own peak");
    peak()
}

/// Seconds that processors have worked for this process: what else they do matters less to it than to the clock.
fn processor() -> f64 {
    let status = std::fs::read_to_string("/proc/self/stat").expect("Linux tells of each process");
    let behind_name = status.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = behind_name.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}

/// Ticks a second in what Linux tells of processes.
const TICKS: f64 = 100.0;

/// The peak of memory of this process, in bytes.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux tells of each process");
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.expect("the peak is told in kB") * 1024.0
}

/// An article of the newspapers.
struct Newspaper {
    title: String,
    text: String,
    day: Option<jiff::civil::Date>,
}

impl Newspaper {
    fn sketch(&self, lexicon: &Lexicon) -> Sketch {
        let input =
            Input { title: &self.title, text: &self.text, published: self.day, outlet: None, camp: None };
        let article = Article {
            id: "",
            title: &self.title,
            text: &self.text,
            outlet: None,
            camp: None,
            published: self.day,
            inferred: None,
            reading: &read(&input, lexicon),
        };
        Sketch::of(&article, lexicon)
    }
}

/// The archives of the corpus, or nothing, said aloud.
fn archives() -> Option<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("RIWAYAT_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let folder = shared.join("corpus/saudinewsnet");
    let files = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == "zip")).collect();
    files.sort();
    if files.is_empty() {
        eprintln!("SKIPPED: no newspapers in {}; set RIWAYAT_SHARED", folder.display());
        return None;
    }
    Some(files)
}

/// The articles of one archive, which holds one JSON array of them.
fn unzipped(path: &Path) -> Vec<Newspaper> {
    let file = std::fs::File::open(path).expect("the file was just listed");
    let mut archive = zip::ZipArchive::new(file).expect("the corpus is of zip archives");
    let mut json = String::new();
    let mut entry = archive.by_index(0).expect("each holds a file");
    std::io::Read::read_to_string(&mut entry, &mut json).expect("which is UTF-8");
    let json = json.trim_start_matches('\u{FEFF}');
    let articles: Vec<serde_json::Value> = serde_json::from_str(json).expect("and one JSON array");
    let of =
        |article: &serde_json::Value, key: &str| article[key].as_str().unwrap_or_default().trim().to_owned();
    let newspaper = |article: &serde_json::Value| Newspaper {
        title: of(article, "title"),
        text: of(article, "content"),
        day: of(article, "date_extracted").get(..10).and_then(|day| day.parse().ok()),
    };
    articles.iter().map(newspaper).filter(|a| !a.text.is_empty()).collect()
}
