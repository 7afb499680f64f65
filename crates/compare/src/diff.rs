//! Word diff in layers, over normalised tokens; what is shown is always the original.
//!
//! A word is marked when no other column of the row has it, wherever in the row it stands; one that others have, but all of
//! them elsewhere, has a layer of its own. Where a word stands, and what stands instead of it, is read off the diff with each
//! other column ([`crate::ops`]).

use crate::ops::{Op, ops};
use crate::unit::{Kin, Unit, kin, part};
use riwayat_text::Span;

/// What kind of difference a mark shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// A word that no other column of the row has.
    Word,
    /// The same word with another proclitic or enclitic; `span` is the word, `part` the letters that differ.
    Clitic,
    /// The same word, spelled otherwise.
    Spelling,
    /// The same number in other digits, or words.
    Digits,
    /// A figure that differs from another column's.
    Figure,
    /// A word that other columns have, but in another place of the sentence.
    Moved,
}

/// One marked stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What kind.
    pub layer: Layer,
    /// Whole words, in the article's text.
    pub span: Span,
    /// The letters in it that differ, where the mark is on part of a word.
    pub part: Option<Span>,
    /// What stands instead in other columns, as written there; empty where nothing does.
    pub instead: Vec<String>,
}

/// One column's text in a row, cut into units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column<'a> {
    /// The article's text.
    pub(crate) text: &'a str,
    /// The units of the piece.
    pub(crate) units: &'a [Unit],
}

/// The longest phrase that is shown as standing instead; longer ones say that the whole is told otherwise. Words.
const LONGEST_INSTEAD: usize = 8;

/// What differs in `own` from every other column of its row; nothing where there is no other.
pub(crate) fn marks(own: Column<'_>, others: &[Column<'_>]) -> Vec<Mark> {
    if others.is_empty() {
        return Vec::new();
    }
    let diffs: Vec<Vec<Op>> = others.iter().map(|other| against(own, *other)).collect();
    let found: Vec<Option<Layer>> = (0..own.units.len()).map(|i| layer(own, i, others, &diffs)).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < found.len() {
        let end = phrase_end(own.units, &found, at);
        if let Some(layer) = found[at] {
            out.extend(mark(own, at..end, layer, others, &diffs));
        }
        at = end;
    }
    out
}

fn against(own: Column<'_>, other: Column<'_>) -> Vec<Op> {
    let keys = |c: Column<'_>| -> Vec<String> { c.units.iter().map(|u| u.stem.clone()).collect() };
    ops(&keys(own), &keys(other), &|i| own.units[i].light)
}

/// What marks one unit: nothing where another column has it as it is.
fn layer(own: Column<'_>, at: usize, others: &[Column<'_>], diffs: &[Vec<Op>]) -> Option<Layer> {
    let unit = &own.units[at];
    match nearest(unit, others).map(|n| n.0) {
        Some(Kin::Same) => moved(own, at, others, diffs).then_some(Layer::Moved),
        Some(Kin::Digits) => Some(Layer::Digits),
        Some(Kin::Spelling) => Some(Layer::Spelling),
        Some(Kin::Clitic) => Some(Layer::Clitic),
        None if unit.light => None,
        None if unit.value.is_some() && !rivals(at, others, diffs).is_empty() => Some(Layer::Figure),
        None => Some(Layer::Word),
    }
}

/// True of a telling word that stands elsewhere in every column that has it.
fn moved(own: Column<'_>, at: usize, others: &[Column<'_>], diffs: &[Vec<Op>]) -> bool {
    let unit = &own.units[at];
    let in_place = |ops: &[Op]| ops.iter().any(|op| op.equal && op.a.contains(&at));
    let has = |c: &Column<'_>| c.units.iter().any(|u| kin(unit, u) == Some(Kin::Same));
    !unit.light && others.iter().zip(diffs).filter(|(c, _)| has(c)).all(|(_, ops)| !in_place(ops))
}

/// The unit of the other columns that is most like this one, and how.
fn nearest<'a>(unit: &Unit, others: &[Column<'a>]) -> Option<(Kin, Column<'a>, &'a Unit)> {
    let all = others.iter().flat_map(|c| c.units.iter().map(move |u| (*c, u)));
    all.filter_map(|(c, u)| Some((kin(unit, u)?, c, u))).min_by_key(|found| found.0)
}

/// The numbers that stand in other columns where this one stands.
fn rivals(at: usize, others: &[Column<'_>], diffs: &[Vec<Op>]) -> Vec<String> {
    let mut out = Vec::new();
    for (other, ops) in others.iter().zip(diffs) {
        let op = ops.iter().find(|op| !op.equal && op.a.contains(&at));
        let units = op.map_or(&[][..], |op| &other.units[op.b.clone()]);
        push_new(
            &mut out,
            units.iter().filter(|u| u.value.is_some()).map(|u| u.span.of(other.text).to_owned()),
        );
    }
    out
}

/// Where the phrase that begins at `at` ends: words that no other column has, or that all have elsewhere, make one mark,
/// with a light word between two of them, up to the next sign.
fn phrase_end(units: &[Unit], found: &[Option<Layer>], at: usize) -> usize {
    let layer = found[at].filter(|l| matches!(l, Layer::Word | Layer::Moved));
    let word = |i: usize| layer.is_some() && found.get(i).is_some_and(|l| *l == layer);
    let open = |i: usize| units.get(i).is_some_and(|u| !u.after_sign);
    if !word(at) {
        return at + 1;
    }
    let mut end = at + 1;
    loop {
        if open(end) && word(end) {
            end += 1;
        } else if open(end) && units[end].light && open(end + 1) && word(end + 1) {
            end += 2;
        } else {
            return end;
        }
    }
}

fn mark(
    own: Column<'_>,
    range: std::ops::Range<usize>,
    layer: Layer,
    others: &[Column<'_>],
    diffs: &[Vec<Op>],
) -> Option<Mark> {
    let unit = own.units.get(range.start)?;
    let span = unit.span.cover(own.units.get(range.end - 1)?.span);
    let (part, instead) = match layer {
        Layer::Word => (None, instead(&range, others, diffs)),
        Layer::Figure => (None, rivals(range.start, others, diffs)),
        Layer::Moved => (None, Vec::new()),
        Layer::Clitic | Layer::Spelling | Layer::Digits => {
            let (_, column, other) = nearest(unit, others)?;
            let letters = (layer == Layer::Clitic).then(|| part(own.text, unit, other)).flatten();
            (letters, vec![other.span.of(column.text).to_owned()])
        }
    };
    Some(Mark { layer, span, part, instead })
}

/// What the other columns have in the place of these units, as written.
fn instead(range: &std::ops::Range<usize>, others: &[Column<'_>], diffs: &[Vec<Op>]) -> Vec<String> {
    let mut out = Vec::new();
    for (other, ops) in others.iter().zip(diffs) {
        let op = ops.iter().find(|op| !op.equal && op.a.start < range.end && range.start < op.a.end);
        let Some(units) = op.map(|op| &other.units[op.b.clone()]) else { continue };
        if let ([first, ..], [.., last], true) = (units, units, units.len() <= LONGEST_INSTEAD) {
            push_new(&mut out, [first.span.cover(last.span).of(other.text).to_owned()]);
        }
    }
    out
}

fn push_new(out: &mut Vec<String>, new: impl IntoIterator<Item = String>) {
    for text in new {
        if !out.contains(&text) {
            out.push(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stopwords::StopWords;
    use crate::unit::units;

    /// The marks of the first text against the others: layer, words, what stands instead.
    #[track_caller]
    fn check(texts: &[&str], expect: &[(Layer, &str, &[&str])]) {
        let cut: Vec<Vec<Unit>> = texts
            .iter()
            .map(|t| {
                let tokens = riwayat_text::tokens(t);
                let numbers = riwayat_text::number::numbers(t, &tokens);
                units(t, Span::new(0, t.len()), &tokens, &numbers, StopWords::get())
            })
            .collect();
        let columns: Vec<Column<'_>> =
            texts.iter().zip(&cut).map(|(text, units)| Column { text, units }).collect();
        let found = marks(columns[0], &columns[1..]);
        let found: Vec<_> = found.iter().map(|m| (m.layer, m.span.of(texts[0]), m.instead.clone())).collect();
        let expect: Vec<_> =
            expect.iter().map(|(l, t, i)| (*l, *t, i.iter().map(ToString::to_string).collect())).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_phrase_is_marked_whole_with_what_stands_instead() {
        check(
            &["سيطر الثوار على البلدة", "احتل مسلحون البلدة"],
            &[(Layer::Word, "سيطر الثوار", &["احتل مسلحون"])],
        );
    }

    #[test]
    fn a_word_that_stands_elsewhere_in_the_row_is_moved() {
        check(
            &["خرجت القافلة صباحا من تل النخيل", "صباحا خرجت القافلة من تل النخيل"],
            &[(Layer::Moved, "صباحا", &[])],
        );
    }

    #[test]
    fn a_word_that_one_column_has_in_its_place_is_not_moved() {
        check(
            &[
                "خرجت القافلة صباحا من تل النخيل",
                "صباحا خرجت القافلة من تل النخيل",
                "خرجت القافلة صباحا من تل النخيل",
            ],
            &[],
        );
    }

    #[test]
    fn a_word_of_one_of_several_columns_is_not_marked() {
        check(&["قصف البلدة", "ضرب البلدة", "قصف القرية"], &[]);
    }

    #[test]
    fn clitics_and_spelling_have_their_own_layers() {
        check(
            &["والجيش وقع الإتفاق", "الجيش وقع الاتفاق"],
            &[(Layer::Clitic, "والجيش", &["الجيش"]), (Layer::Spelling, "الإتفاق", &["الاتفاق"])],
        );
    }

    #[test]
    fn another_digit_form_is_no_other_figure() {
        check(&["قتل ١١ مدنيا", "قتل 11 مدنيا"], &[(Layer::Digits, "١١", &["11"])]);
        check(&["قتل 9 مدنيين", "قتل 11 مدنيين"], &[(Layer::Figure, "9", &["11"])]);
    }

    #[test]
    fn alone_nothing_is_marked() {
        check(&["قتل 9 مدنيين"], &[]);
    }
}
