//! Counts that changed: ارتفع العدد من 18 إلى 31 قتيلاً tells two figures, not a range.

use super::{Raw, Reader};
use crate::lexicon::signals::Beside;

/// The figures before and after, of ارتفع العدد من 18 إلى 31 قتيلاً: no range, for a verb of change tells two counts.
pub(super) fn split_changes(reader: &Reader<'_>, raws: Vec<Raw>) -> Vec<Raw> {
    let mut out = Vec::with_capacity(raws.len());
    for raw in raws {
        match halves(reader, &raw) {
            Some(two) => out.extend(two),
            None => out.push(raw),
        }
    }
    out
}

fn halves(reader: &Reader<'_>, raw: &Raw) -> Option<[Raw; 2]> {
    let (min, max) = (raw.min?, raw.max?);
    let to = (raw.first + 1..raw.end).find(|at| reader.key(*at) == "الي")?;
    let from = raw.first + usize::from(reader.key(raw.first) == "من");
    let changed = from > raw.first || reader.key(raw.first.checked_sub(1)?) == "من";
    let verb = (1..=CHANGE_REACH)
        .filter_map(|n| raw.first.checked_sub(n))
        .take_while(|at| !matches!(reader.key(*at), "." | "؛" | "\n"))
        .any(|at| {
            let word = reader.key(at).trim_start_matches(['و', 'ف', 'ب', 'ل']);
            reader.lexicon.signals.says(word, Beside::Change)
        });
    let span = |first: usize, end: usize| reader.tokens[first].span.cover(reader.tokens[end - 1].span);
    (changed && verb && min != max && from < to && to + 1 < raw.end).then(|| {
        let old =
            Raw { first: from, end: to, span: span(from, to), max: Some(min), tail: None, ..raw.clone() };
        let new = Raw { first: to + 1, span: span(to + 1, raw.end), min: Some(max), ..raw.clone() };
        [old, new]
    })
}

/// Tokens between a verb of change and the two counts: 8 to 20.
const CHANGE_REACH: usize = 16;
