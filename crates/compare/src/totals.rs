//! Totals against parts: where the figures of one article do not add up.
//!
//! Three things are told: a part that is greater than its whole, parts of which none can be of another that come to more
//! than it, and a list that sets out to break a total down («12 قتيلاً: خمسة مدنيين وستة جنود») and comes to another number.
//! Parts may share people (six children and seven of one family, of ten), and a text need not tell all of them (of twelve,
//! four children): so it is only asked what cannot be. All figures are exact ones, and of one sentence, for a later sentence
//! may tell of a later count.

use crate::comparison::Why;
use riwayat_claims::{Group, Quantity, Reading, Status};
use riwayat_text::Span;
use riwayat_text::normal::fold;

/// How the figures fail to add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TotalsKind {
    /// One part is greater than the whole.
    PartGreater,
    /// Parts that exclude each other come to more than the whole.
    PartsGreater,
    /// What breaks the whole down comes to another number.
    SumDiffers,
}

/// A total and parts of it that do not add up.
#[derive(Debug, Clone, PartialEq)]
pub struct Totals {
    /// How.
    pub kind: TotalsKind,
    /// The whole: index into the article's figures.
    pub total: usize,
    /// Its parts, likewise.
    pub parts: Vec<usize>,
    /// Why, with the arithmetic.
    pub why: Why,
}

/// The totals of an article that its own parts do not bear out.
#[must_use]
pub fn totals(text: &str, reading: &Reading) -> Vec<Totals> {
    (0..reading.quantities.len()).filter_map(|total| check(text, reading, total)).collect()
}

fn check(text: &str, reading: &Reading, total: usize) -> Option<Totals> {
    let figures = &reading.quantities;
    let whole = exact(&figures[total])?;
    let sentence = sentence_of(reading, figures[total].span)?;
    let parts: Vec<usize> = (0..figures.len())
        .filter(|i| figures[*i].part_of == Some(total) && sentence.contains(figures[*i].span))
        .filter(|i| figures[*i].unit == figures[total].unit && exact(&figures[*i]).is_some())
        .collect();
    let sum = |parts: &[usize]| parts.iter().filter_map(|i| exact(&figures[*i])).sum::<u64>();
    let told = |kind, parts: Vec<usize>| {
        let why = why(text, figures, total, &parts, sum(&parts));
        Some(Totals { kind, total, parts, why })
    };
    if let Some(part) = parts.iter().find(|i| exact(&figures[**i]).is_some_and(|n| n > whole)) {
        return told(TotalsKind::PartGreater, vec![*part]);
    }
    let apart = apart(figures, &parts);
    if apart.len() > 1 && sum(&apart) > whole {
        return told(TotalsKind::PartsGreater, apart);
    }
    let list = breakdown(text, reading, total, sentence);
    if list.len() > 1 && sum(&list) != whole {
        return told(TotalsKind::SumDiffers, list);
    }
    None
}

/// The number of people or things, where it is one number.
fn exact(quantity: &Quantity) -> Option<u64> {
    let one = quantity.min.filter(|_| quantity.min == quantity.max && !quantity.approximate)?;
    let whole = one.fract() == 0.0 && (0.0..1e9).contains(&one) && quantity.unit != "percent";
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and in that range")]
    whole.then_some(one as u64)
}

fn sentence_of(reading: &Reading, span: Span) -> Option<Span> {
    reading.sentences.iter().copied().find(|s| s.contains(span))
}

/// Of parts those that all exclude each other, from the first on.
fn apart(figures: &[Quantity], parts: &[usize]) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for &i in parts {
        if kept.iter().all(|k| exclude(&figures[*k], &figures[i])) {
            kept.push(i);
        }
    }
    kept
}

/// True where nobody can be counted in both: women and children, civilians and fighters, killed and wounded.
fn exclude(a: &Quantity, b: &Quantity) -> bool {
    use Group::{Child, Civilian, Fighter, Officer, Woman};
    let groups = |x, y| matches!((x, y), (Child, Woman | Fighter | Officer) | (Civilian, Fighter | Officer));
    let fates =
        |x, y| matches!((x, y), (Status::Killed, Status::Wounded | Status::Captured | Status::Missing));
    let either = |x, y| groups(x, y) || groups(y, x);
    let of_fates = |x, y| fates(x, y) || fates(y, x);
    a.group.zip(b.group).is_some_and(|(x, y)| either(x, y))
        || a.status.zip(b.status).is_some_and(|(x, y)| of_fates(x, y))
}

/// Words that open a list of all parts of what stands before them.
const OPENERS: [&str; 4] = ["هم", "وهم", "هي", "وهي"];

/// The figures that break a total down: those of one list behind a colon or هم, to the end of the sentence.
fn breakdown(text: &str, reading: &Reading, total: usize, sentence: Span) -> Vec<usize> {
    let figures = &reading.quantities;
    let next: Vec<usize> =
        (total + 1..figures.len()).filter(|i| sentence.contains(figures[*i].span)).collect();
    let Some(first) = next.first().map(|i| figures[*i].span) else { return Vec::new() };
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let opened = between(figures[total].span.end(), first.start());
    let word = fold(opened.trim_matches(|c: char| c.is_whitespace() || "،,:-–".contains(c)));
    let opens = OPENERS.contains(&word.as_str()) || word.is_empty() && opened.trim() == ":";
    if !opens {
        return Vec::new();
    }
    // A list goes on as long as nothing but و and a comma stands between its figures.
    let mut end = figures[next[0]].span.end();
    let mut list = Vec::new();
    for i in next {
        let span = figures[i].span;
        let joint = between(end, span.start().max(end));
        let joined = list.is_empty() || joint.chars().all(|c| c.is_whitespace() || "،,و".contains(c));
        if !joined || exact(&figures[i]).is_none() || figures[i].unit != figures[total].unit {
            return Vec::new();
        }
        list.push(i);
        end = span.end();
    }
    let rest = between(end, sentence.end());
    let over = rest.chars().all(|c| c.is_whitespace() || ".،؛!".contains(c));
    if over { list } else { Vec::new() }
}

fn why(text: &str, figures: &[Quantity], total: usize, parts: &[usize], sum: u64) -> Why {
    let said = |i: &usize| format!("«{}»", figures[*i].span.of(text));
    let whole = said(&total);
    let of = parts.iter().map(said).collect::<Vec<_>>();
    if let [part] = of.as_slice() {
        return Why {
            ar: format!("الجزء {part} أكبر من الكل {whole}"),
            en: format!("the part {part} is greater than the whole {whole}"),
        };
    }
    Why {
        ar: format!("مجموع {} هو {sum}، والكل {whole}", of.join(" و")),
        en: format!("{} come to {sum}, the whole is {whole}", of.join(" and ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_claims::{Input, Lexicon, read};

    #[track_caller]
    fn check(text: &str, expect: &[(TotalsKind, &str, &[&str])]) {
        let reading =
            read(&Input { title: "", text, published: None, outlet: None, camp: None }, Lexicon::builtin());
        let found = totals(text, &reading);
        let words = |i: usize| reading.quantities[i].span.of(text);
        let found: Vec<(TotalsKind, &str, Vec<&str>)> = found
            .iter()
            .map(|t| (t.kind, words(t.total), t.parts.iter().map(|p| words(*p)).collect()))
            .collect();
        let expect: Vec<(TotalsKind, &str, Vec<&str>)> =
            expect.iter().map(|(kind, total, parts)| (*kind, *total, parts.to_vec())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_part_is_no_greater_than_its_whole() {
        check(
            "قُتل أربعة أشخاص بينهم ستة أطفال.",
            &[(TotalsKind::PartGreater, "أربعة أشخاص", &["ستة أطفال"])],
        );
        check("قُتل أربعة أشخاص بينهم ثلاثة أطفال.", &[]);
        check("قُتل نحو أربعة أشخاص بينهم ستة أطفال.", &[]);
    }

    #[test]
    fn parts_that_exclude_each_other_come_to_no_more_than_the_whole() {
        check(
            "قُتل 12 مدنياً بينهم 8 أطفال و6 نساء.",
            &[(TotalsKind::PartsGreater, "12 مدنياً", &["8 أطفال", "6 نساء"])],
        );
        check("قُتل 12 مدنياً بينهم 4 أطفال و6 نساء.", &[]);
        check("قُتل 12 مدنياً بينهم 8 أطفال و6 من عائلة واحدة.", &[]);
    }

    #[test]
    fn a_list_that_breaks_a_total_down_comes_to_it() {
        check(
            "وبلغ عدد القتلى 12 شخصاً: 5 مدنيين و6 جنود.",
            &[(TotalsKind::SumDiffers, "12 شخصاً", &["5 مدنيين", "6 جنود"])],
        );
        check("وبلغ عدد القتلى 11 شخصاً: 5 مدنيين و6 جنود.", &[]);
        check("وبلغ عدد القتلى 12 شخصاً: 5 مدنيين و6 جنود، والبقية مجهولون.", &[]);
    }
}
