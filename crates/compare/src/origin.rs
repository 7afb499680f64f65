//! Origins: copies and rewrites of one text, by the runs of five words that two articles share.
//!
//! One wire text printed by twelve outlets is one source, not twelve; copies are linked, never dropped.

use crate::comparison::{Article, Origin, OriginKind, Row};
use riwayat_claims::Claim;
use std::collections::{BTreeMap, BTreeSet};

/// Words of a run. Five words in a row are rarely shared by texts written apart; 4 to 8.
const RUN: usize = 5;
/// Least share of the shorter text's runs that are in the longer one, for the same words. 0 to 1.
const COPY: f64 = 0.85;
/// The same, for most of the words. 0 to 1; texts written apart on one event stay under 0.1.
const REWRITE: f64 = 0.4;
/// Texts with fewer runs than this are too short to tell. Runs, 5 to 50.
const LEAST_RUNS: usize = 8;

/// The origins among an event's articles (numbers in `articles`), the earliest first in each.
pub(crate) fn origins(articles: &[&Article<'_>], members: &[usize]) -> Vec<Origin> {
    if members.len() < 2 {
        return Vec::new();
    }
    let runs: Vec<Vec<u64>> = members.iter().map(|m| runs(articles[*m])).collect();
    let mut origin_of: Vec<usize> = (0..members.len()).collect();
    let mut weakest: BTreeMap<usize, f64> = BTreeMap::new();
    for a in 0..members.len() {
        for b in a + 1..members.len() {
            let share = share(&runs[a], &runs[b]);
            if share >= REWRITE {
                let (keep, gone) = (origin_of[a].min(origin_of[b]), origin_of[a].max(origin_of[b]));
                origin_of.iter_mut().filter(|o| **o == gone).for_each(|o| *o = keep);
                let least = weakest.remove(&gone).unwrap_or(1.0).min(share);
                let entry = weakest.entry(keep).or_insert(1.0);
                *entry = entry.min(least);
            }
        }
    }
    weakest
        .into_iter()
        .map(|(origin, share)| {
            let of = |n: &usize| origin_of[*n] == origin;
            let mut of: Vec<usize> = (0..members.len()).filter(of).map(|n| members[n]).collect();
            of.sort_by_key(|m| (articles[*m].published.is_none(), articles[*m].published, *m));
            Origin { articles: of, kind: if share >= COPY { OriginKind::Copy } else { OriginKind::Rewrite } }
        })
        .collect()
}

/// The rows with how many texts that do not stem from one another say each: copies of one text speak once.
pub(crate) fn counted(mut rows: Vec<Row>, origins: &[Origin]) -> Vec<Row> {
    let of = |article: usize| origins.iter().position(|o| o.articles.contains(&article)).ok_or(article);
    for row in &mut rows {
        let said = row.cells.iter().flat_map(|c| &c.pieces).filter(|p| !p.relayed);
        row.origins = said.map(|p| of(p.article)).collect::<BTreeSet<_>>().len();
    }
    rows
}

/// Who makes a claim: a known voice, else the voice as written in this article, or in the first of those that stem from one
/// text, else the outlet, where nothing else stems from the same text.
pub(crate) fn speaker(article: &Article<'_>, claim: &Claim, number: usize, origin: Option<usize>) -> String {
    let of = origin.unwrap_or(number);
    match (&claim.voice.entity, claim.voice.span) {
        (Some(entity), _) => entity.to_string(),
        (None, Some(span)) => format!("{of} {}", span.of(article.text)),
        (None, None) => match (article.outlet, origin) {
            (Some(outlet), None) => outlet.to_owned(),
            _ => of.to_string(),
        },
    }
}

/// Hashes of the runs of words of a text, sorted, each once.
fn runs(article: &Article<'_>) -> Vec<u64> {
    let words: Vec<&str> = article
        .reading
        .tokens
        .iter()
        .filter(|t| t.is_word() || t.value().is_some())
        .map(|t| t.key.as_str())
        .collect();
    let mut runs: Vec<u64> = words.windows(RUN).map(hash).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// FNV-1a over words, the same on every machine and run.
pub(crate) fn hash(words: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        for byte in word.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

/// The share of the shorter text's runs that stand in the other, 0 to 1; 0 where one is too short to tell.
fn share(a: &[u64], b: &[u64]) -> f64 {
    let shorter = a.len().min(b.len());
    if shorter < LEAST_RUNS {
        return 0.0;
    }
    let (mut i, mut j, mut met) = (0, 0, 0_usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        met += usize::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    met as f64 / shorter as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_of_the_shorter_text() {
        let long: Vec<u64> = (0..100).collect();
        let short: Vec<u64> = (0..10).collect();
        assert!((share(&long, &short) - 1.0).abs() < 1e-9);
        assert!(share(&short, &(5..15).collect::<Vec<_>>()) - 0.5 < 1e-9);
        assert!(share(&short[..3], &long).abs() < 1e-9);
    }
}
