//! Scores the bodies found in pages: `cargo run --release -p riwayat-import --example extraction -- FOLDER`.
//!
//! FOLDER holds `ground-truth.json` (by page: `articleBody`) and `html/KEY.html` of the article-extraction-benchmark
//! (Scrapinghub 2020), unpacked. The score is the benchmark's: precision and recall over the multiset of 4-word
//! shingles of a page, averaged over pages, and the F1 of the two averages.

use riwayat_import::{OutletNames, Source, read_source};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

struct Nobody;

impl OutletNames for Nobody {
    fn known(&self, _: &str) -> Option<&str> {
        None
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("give the folder of the benchmark")?;
    let folder = Path::new(&folder);
    let truth: BTreeMap<String, Value> =
        serde_json::from_slice(&std::fs::read(folder.join("ground-truth.json"))?)?;
    let (mut precision, mut recall) = (Vec::new(), Vec::new());
    let mut unread = 0;
    for (key, page) in &truth {
        let truth = shingles(page["articleBody"].as_str().unwrap_or(""));
        let found = body(&folder.join("html").join(format!("{key}.html")));
        unread += usize::from(found.is_empty());
        let found = shingles(&found);
        let both: usize = truth.iter().map(|(s, n)| (*n).min(found.get(s).copied().unwrap_or(0))).sum();
        precision.extend(share(both, found.values().sum()));
        recall.extend(share(both, truth.values().sum()));
    }
    let (p, r) = (mean(&precision), mean(&recall));
    println!(
        "F1 {:.3}  precision {p:.3}  recall {r:.3}  pages {}  without a body {unread}",
        2.0 * p * r / (p + r),
        truth.len()
    );
    println!(
        "published: rs_trafilatura .970, trafilatura .958, newspaper4k .949, readability.js .947, dom_smoothie .865"
    );
    Ok(())
}

fn body(path: &Path) -> String {
    let mut text = String::new();
    read_source(&Source::Path(path.to_path_buf()), &Nobody, &mut |outcome| {
        match outcome {
            Ok(article) => text = article.text,
            Err(error) => eprintln!("{error}"),
        }
        true
    });
    text
}

fn shingles(text: &str) -> BTreeMap<Vec<&str>, usize> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    let mut out = BTreeMap::new();
    let size = words.len().min(4);
    for window in words.windows(size.max(1)) {
        *out.entry(window.to_vec()).or_insert(0) += 1;
    }
    out
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[expect(clippy::cast_precision_loss, reason = "a count of pages")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
