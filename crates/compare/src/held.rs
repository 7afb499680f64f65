//! How much of what one claim tells another one tells too: by roots, so that a verb and its noun are one (قُتلوا, مقتل), and
//! by who and what is named. It is not likeness: a long claim may hold all of a short one, which does not hold all of it.

use crate::root::{root_of, telling_among};
use riwayat_claims::Reading;
use riwayat_text::Span;
use std::collections::BTreeSet;

/// Fewest things told by which a claim can be found in another. Words and names, 2 to 5.
const LEAST: usize = 3;

/// The share of what a stretch of one article tells that a stretch of another tells, 0 to 1; 0 where it tells too little.
///
/// ```
/// use riwayat_claims::{Input, Lexicon, read};
/// use riwayat_text::Span;
/// let held = |a: &str, b: &str| {
///     let of = |text| read(&Input { title: "", text, published: None, outlet: None, camp: None }, Lexicon::builtin());
///     riwayat_compare::held((&of(a), Span::new(0, a.len())), (&of(b), Span::new(0, b.len())))
/// };
/// let (short, long) = ("القصف قتل تسعة مدنيين", "تسعة مدنيين قتلوا بالقصف عندما تجمع الأهالي في السوق الشعبي");
/// assert!((held(short, long) - 1.0).abs() < 1e-9);
/// assert!(held(long, short) < 0.7);
/// ```
#[must_use]
pub fn held(one: (&Reading, Span), other: (&Reading, Span)) -> f64 {
    let (mine, theirs) = (told(one.0, one.1), told(other.0, other.1));
    if mine.len() < LEAST { 0.0 } else { mine.intersection(&theirs).count() as f64 / mine.len() as f64 }
}

/// How many things a stretch tells.
#[must_use]
pub fn told_in(reading: &Reading, span: Span) -> usize {
    told(reading, span).len()
}

fn told(reading: &Reading, span: Span) -> BTreeSet<String> {
    let from = reading.tokens.partition_point(|t| t.span.end() <= span.start());
    let to = reading.tokens.partition_point(|t| t.span.start() < span.end());
    let named = reading.mentions.iter().filter(|m| m.span.overlap(span) > 0).map(|m| m.entity.to_string());
    telling_among(reading, &reading.tokens[from..to]).filter_map(root_of).chain(named).collect()
}
