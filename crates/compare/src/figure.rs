//! Figures: whether two of them count the same thing, and whether their values can both be right.
//!
//! Figures are compared only where unit, status, group and side go together; a part of a total is not compared with
//! the total. Values are intervals: two figures differ where no value lies in both.

use crate::comparison::{Article, ClaimRef, FigureSet, Why};
use crate::why;
use riwayat_claims::{Group, Lexicon, Quantity, Status};
use std::collections::BTreeMap;

/// How the things that two figures count stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Things {
    /// The same thing, as far as is said.
    Same,
    /// The first counts a part of what the second counts.
    PartOfSecond,
    /// The second counts a part of what the first counts.
    PartOfFirst,
    /// Other things.
    Other,
}

/// About N is N give or take this share (the gold's guide: within 10 %).
const ABOUT: f64 = 0.10;

/// Whether two figures count the same thing.
pub(crate) fn things(a: &Quantity, b: &Quantity) -> Things {
    let sides = a.side.is_some() && b.side.is_some() && a.side != b.side;
    if a.unit != b.unit || !statuses(a.status, b.status) || sides || is_share(a) || is_share(b) {
        return Things::Other;
    }
    match (a.group, b.group) {
        (x, y) if x == y => Things::Same,
        (None, Some(_)) => Things::PartOfFirst,
        (Some(_), None) => Things::PartOfSecond,
        (Some(Group::Civilian), Some(y)) if is_civilian(y) => Things::PartOfFirst,
        (Some(x), Some(Group::Civilian)) if is_civilian(x) => Things::PartOfSecond,
        (Some(Group::Fighter), Some(Group::Officer)) => Things::PartOfFirst,
        (Some(Group::Officer), Some(Group::Fighter)) => Things::PartOfSecond,
        _ => Things::Other,
    }
}

/// True of a part of a greater number that no group of people marks off (خمسة منهم): it is part of its own total only.
/// Three children among the dead are all the children that died, and are compared as such.
pub(crate) fn is_share(q: &Quantity) -> bool {
    q.part && q.group.is_none_or(|g| !is_civilian(g) && g != Group::Officer)
}

/// True where one of two figures is told again as a part in the account of the other (nine wounded against fourteen, nine
/// of them badly): the two do not differ then. `xs` and `ys` are the figures of the two accounts.
pub(crate) fn told_as_part(x: &Quantity, xs: &[&Quantity], y: &Quantity, ys: &[&Quantity]) -> bool {
    let again = |of: &Quantity, among: &[&Quantity]| {
        let same =
            |q: &&&Quantity| q.part && q.unit == of.unit && statuses(q.status, of.status) && overlap(q, of);
        among.iter().any(|q| same(&q))
    };
    !x.part && !y.part && (again(x, ys) || again(y, xs))
}

/// One status, or losses of one kind told as a whole by one and as deaths by the other.
fn statuses(a: Option<Status>, b: Option<Status>) -> bool {
    let whole = |x, y| x == Some(Status::Other) && matches!(y, Some(Status::Killed | Status::Wounded));
    a == b || whole(a, b) || whole(b, a)
}

pub(crate) fn is_civilian(group: Group) -> bool {
    matches!(group, Group::Child | Group::Woman | Group::Journalist | Group::Medic | Group::Family)
}

/// Least and greatest value that a figure allows.
fn interval(q: &Quantity) -> (f64, f64) {
    let (min, max) = (q.min.unwrap_or(f64::NEG_INFINITY), q.max.unwrap_or(f64::INFINITY));
    if q.approximate { (min - ABOUT * min.abs(), max + ABOUT * max.abs()) } else { (min, max) }
}

/// True where one value can be meant by both.
pub(crate) fn overlap(a: &Quantity, b: &Quantity) -> bool {
    let (a, b) = (interval(a), interval(b));
    a.0 <= b.1 && b.0 <= a.1
}

/// How far the words of an open bound reach: «more than sixty» is said of sixty-two, and of seventy-five hardly. A share of
/// the bound, 0.1 to 0.5.
const REACH: f64 = 0.25;

/// Dozens, hundreds, thousands are said of what has as many digits: of less than so many times the least that they mean.
/// 4 to 5, for tens begin at twenty.
const DIGITS: f64 = 5.0;

/// Least and greatest value of which the words of a figure would be said, as far as they tell: narrower than what they allow
/// where a bound is open.
fn meant(q: &Quantity) -> (f64, f64) {
    let (min, max) = interval(q);
    match (q.min, q.max) {
        (Some(least), None) if q.approximate => (min, least * DIGITS - 1.0),
        (Some(least), None) => (min, least + REACH * least.abs()),
        (None, Some(most)) => (most - REACH * most.abs(), max),
        _ => (min, max),
    }
}

/// True where the words of both would be said of one value. Figures that only overlap («more than fifteen», «thirty-five») may
/// both hold, and are two all the same.
pub(crate) fn go_together(a: &Quantity, b: &Quantity) -> bool {
    let (x, y) = (meant(a), meant(b));
    overlap(a, b) && x.0 <= y.1 && y.0 <= x.1
}

/// From here on zeros at the end of a number are taken for rounding: 363,000 is said of 363,378, and 20 never of 23.
const ROUNDED_FROM: f64 = 1000.0;

/// The place of a number's last digit that tells: .1 of 0.8, 1 of 71, 1000 of 363,000.
pub(crate) fn last_place(x: f64) -> f64 {
    let mut place = 1.0;
    while x.abs() >= ROUNDED_FROM && x % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    while place > 0.001 && (x / place - (x / place).round()).abs() > 1e-6 {
        place /= 10.0;
    }
    place
}

/// True where every value of `part` is at most what `total` allows.
pub(crate) fn fits(part: &Quantity, total: &Quantity) -> bool {
    interval(part).0 <= interval(total).1
}

/// True where the later figure is the higher one.
pub(crate) fn rises(earlier: &Quantity, later: &Quantity) -> bool {
    let low = |q: &Quantity| q.min.or(q.max).unwrap_or(0.0);
    low(later) > low(earlier)
}

/// Dozens, hundreds: a figure that only says how great the number is.
pub(crate) fn is_vague(q: &Quantity) -> bool {
    q.approximate && q.max.is_none()
}

/// The figures of an event's articles by what they count and whose it is, those with most values first.
pub(crate) fn sets(articles: &[&Article<'_>], lexicon: &Lexicon, members: &[usize]) -> Vec<FigureSet> {
    let mut sets: BTreeMap<(String, String), FigureSet> = BTreeMap::new();
    for &article in members {
        let reading = articles[article].reading;
        for (n, q) in reading.quantities.iter().enumerate() {
            let Some(claim) = reading.claims.iter().position(|c| c.quantities.contains(&n)) else { continue };
            let counted = counted(articles[article], lexicon, q);
            let set = sets.entry((q.unit.clone(), counted.en.clone())).or_insert_with(|| FigureSet {
                unit: q.unit.clone(),
                counted,
                values: Vec::new(),
                left_out: Vec::new(),
                tallies: Vec::new(),
            });
            set.values.push((ClaimRef { article, claim }, n));
        }
    }
    let mut out: Vec<FigureSet> = sets.into_values().collect();
    out.sort_by(|a, b| b.values.len().cmp(&a.values.len()).then_with(|| a.counted.en.cmp(&b.counted.en)));
    out
}

/// What a figure counts, in words: status and group of people, else the noun counted; and whose they are, where that is
/// told.
pub(crate) fn counted(article: &Article<'_>, lexicon: &Lexicon, q: &Quantity) -> Why {
    let mut what = thing(article, q);
    if let Some(side) = &q.side {
        let name = why::name(lexicon, side, side.as_str());
        what.ar.push_str(&format!(" من {}", name.ar));
        what.en.push_str(&format!(" of {}", name.en));
    }
    what
}

/// Status and group of people, else the noun counted.
fn thing(article: &Article<'_>, q: &Quantity) -> Why {
    let status = q.status.map(status_words);
    let group = q.group.map(group_words);
    let join = |a: Option<&str>, b: Option<&str>| [a, b].into_iter().flatten().collect::<Vec<_>>().join(" ");
    match (status, group) {
        (None, None) => Why {
            ar: q.counted.map_or(q.unit.as_str(), |c| c.of(article.text)).to_owned(),
            en: q.unit.clone(),
        },
        _ => Why {
            ar: join(status.map(|s| s.0), group.map(|g| g.0)),
            en: join(status.map(|s| s.1), group.map(|g| g.1).or(Some("people"))),
        },
    }
}

fn status_words(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Killed => ("قتلى", "killed"),
        Status::Wounded => ("جرحى", "wounded"),
        Status::Missing => ("مفقودون", "missing"),
        Status::Captured => ("أسرى", "captured"),
        Status::Displaced => ("نازحون", "displaced"),
        Status::Arrested => ("معتقلون", "arrested"),
        Status::Surrendered => ("مستسلمون", "surrendered"),
        Status::Evacuated => ("من أُجلوا", "evacuated"),
        Status::Other => ("متضررون", "otherwise affected"),
    }
}

fn group_words(group: Group) -> (&'static str, &'static str) {
    match group {
        Group::Civilian => ("مدنيون", "civilians"),
        Group::Fighter => ("مقاتلون", "fighters"),
        Group::Child => ("أطفال", "children"),
        Group::Woman => ("نساء", "women"),
        Group::Officer => ("ضباط", "officers"),
        Group::Family => ("عائلات", "families"),
        Group::Prisoner => ("أسرى", "prisoners"),
        Group::Journalist => ("صحفيون", "journalists"),
        Group::Medic => ("مسعفون", "medics"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_text::Span;

    fn q(min: Option<f64>, max: Option<f64>, approximate: bool, group: Option<Group>) -> Quantity {
        Quantity {
            span: Span::default(),
            min,
            max,
            approximate,
            unit: "person".into(),
            counted: None,
            status: Some(Status::Killed),
            group,
            side: None,
            part: false,
            part_of: None,
            basis: riwayat_claims::Basis::CountedNoun,
            status_basis: None,
            side_basis: None,
        }
    }

    #[test]
    fn intervals_overlap_with_a_tenth_for_about() {
        let exact = |n| q(Some(n), Some(n), false, None);
        assert!(overlap(&q(Some(60.0), None, false, None), &exact(68.0)));
        assert!(overlap(&q(Some(3000.0), Some(3000.0), true, None), &exact(2980.0)));
        assert!(!overlap(&exact(93.0), &exact(110.0)));
        assert!(!overlap(&q(None, Some(35.0), false, None), &q(Some(100.0), None, false, None)));
    }

    #[test]
    fn open_bounds_go_together_with_what_they_would_be_said_of() {
        let exact = |n| q(Some(n), Some(n), false, None);
        let (more, tens) = (|n| q(Some(n), None, false, None), q(Some(20.0), None, true, None));
        assert!(go_together(&more(60.0), &exact(62.0)));
        assert!(overlap(&more(15.0), &exact(35.0)) && !go_together(&more(15.0), &exact(35.0)));
        assert!(go_together(&tens, &exact(60.0)) && !go_together(&tens, &more(400.0)));
        assert!(!go_together(&more(60.0), &exact(40.0)));
    }

    #[test]
    fn children_are_a_part_of_the_civilians_and_fighters_are_not() {
        let of = |g| q(Some(5.0), Some(5.0), false, g);
        assert_eq!(things(&of(Some(Group::Child)), &of(Some(Group::Civilian))), Things::PartOfSecond);
        assert_eq!(things(&of(None), &of(Some(Group::Child))), Things::PartOfFirst);
        assert_eq!(things(&of(Some(Group::Fighter)), &of(Some(Group::Civilian))), Things::Other);
    }
}
