//! The relation of figures: the same thing counted, with no value in common; a later, higher count is an update.

use crate::comparison::{Article, RelationKind, Why};
use crate::figure::{Things, fits, go_together, is_vague, last_place, overlap, rises, things, told_as_part};
use crate::relation::{Found, Pair};
use crate::stopwords::StopWords;
use crate::telling::{Telling, days_apart, meet, near};
use crate::when::between;
use riwayat_claims::{Group, Quantity, RoleKind};
use riwayat_text::stem::stem;
use riwayat_text::{Span, Token, TokenKind};

/// Least likeness of claims that count the same, where no place is told in both and one of them stands deep in its
/// article: background tells of other happenings too. 0 to 1.
const STOCK_LIKENESS: f64 = 0.12;

/// Least likeness of claims that measure something, a time or a distance: of what it is one, only the words around it
/// tell. 0 to 1.
const MEASURE_LIKENESS: f64 = 0.15;

/// The same of shares, prices and amounts of money, of which one report tells many. 0 to 1.
const COURSE_LIKENESS: f64 = 0.5;

/// How a figure is compared with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// People to whom something happened.
    Toll,
    /// Things and people counted.
    Count,
    /// A time, a length, a weight.
    Measure,
    /// A share, a price, money: of one day.
    Course,
}

const MEASURES: [&str; 27] = [
    "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century", "time", "fold",
    "cm", "m", "km", "mile", "m2", "km2", "hectare", "m3", "kg", "ton", "litre", "barrel", "degree", "ounce",
    "megawatt",
];

const COURSES: [&str; 23] = [
    "percent", "share", "dollar", "cent", "euro", "lira", "pound", "piastre", "dinar", "dirham", "riyal",
    "halala", "fils", "rouble", "shekel", "toman", "yuan", "rupee", "franc", "sterling", "peso", "krone",
    "bitcoin",
];

/// How a figure is compared.
pub(crate) fn sort(q: &Quantity) -> Sort {
    match q.unit.as_str() {
        _ if q.status.is_some() => Sort::Toll,
        unit if COURSES.contains(&unit) => Sort::Course,
        unit if MEASURES.contains(&unit) => Sort::Measure,
        _ => Sort::Count,
    }
}

/// True where two claims may speak of one thing that their figures count.
fn speak_of_one(pair: &Pair<'_>, x: &Quantity, y: &Quantity) -> bool {
    let (a, b) = (pair.a, pair.b);
    let sort = match sort(x) {
        // Beside prices and shares everything counted is of a market.
        Sort::Count | Sort::Measure if is_of_market(a) || is_of_market(b) => Sort::Course,
        sort => sort,
    };
    let many = of_unit(a, x) > MOST_OF_UNIT || of_unit(b, y) > MOST_OF_UNIT;
    match sort {
        Sort::Toll => {
            a.lead
                || b.lead
                || pair.likeness >= STOCK_LIKENESS
                || meet(&a.places, &b.places)
                || meet(&a.actors, &b.actors)
        }
        // Of many figures of one unit in one sentence, which is which cannot be told.
        _ if many => false,
        Sort::Count => pair.likeness >= STOCK_LIKENESS,
        Sort::Measure => pair.likeness >= MEASURE_LIKENESS && framed_alike(a, x, b, y),
        Sort::Course => {
            let day = match (a.time(), b.time()) {
                (Some(x), Some(y)) => x.0 <= y.1 && y.0 <= x.1,
                _ => true,
            };
            day && pair.likeness >= COURSE_LIKENESS && framed_alike(a, x, b, y)
        }
    }
}

/// True of a claim that tells a price or a share.
fn is_of_market(telling: &Telling<'_>) -> bool {
    telling.figures().any(|q| sort(q) == Sort::Course)
}

/// Figures of one unit in a claim up to which each of them is compared. Figures, 1 to 3.
const MOST_OF_UNIT: usize = 2;

/// How many figures of the unit of one a claim has.
fn of_unit(telling: &Telling<'_>, q: &Quantity) -> usize {
    telling.figures().filter(|other| other.unit == q.unit).count()
}

/// Words on each side of a measure that say of what it is one. Words, 3 to 6.
const FRAME: usize = 4;

/// Least share of the words beside two figures that copies have in common where one stands in place of the other. 0 to 1.
const IN_PLACE: f64 = 0.5;

/// Words that say only that it is one; stems.
const BARE: [&str; 12] =
    ["نسب", "مسافه", "مساف", "مد", "مده", "قدر", "بعد", "حوالي", "قيم", "قيمه", "سعر", "معدل"];

/// True where a telling word stands beside both figures.
fn framed_alike(a: &Telling<'_>, x: &Quantity, b: &Telling<'_>, y: &Quantity) -> bool {
    let (p, q) = (frame(a, x), frame(b, y));
    p.iter().any(|word| q.contains(word))
}

/// The stems of the telling words beside a figure, inside its claim.
fn frame<'a>(telling: &Telling<'a>, q: &Quantity) -> Vec<&'a str> {
    beside(telling.article, telling.claim.span, q)
}

/// The same inside any stretch of an article.
fn beside<'a>(article: &'a Article<'_>, within: Span, q: &Quantity) -> Vec<&'a str> {
    let tokens = &article.reading.tokens;
    let telling_word =
        |t: &&Token| t.kind == TokenKind::Word && within.contains(t.span) && !StopWords::get().has(&t.key);
    let (before, behind) = (
        tokens.partition_point(|t| t.span.end() <= q.span.start()),
        tokens.partition_point(|t| t.span.start() < q.span.end()),
    );
    let words = tokens[..before].iter().rev().filter(telling_word).take(FRAME);
    let words = words.chain(tokens[behind..].iter().filter(telling_word).take(FRAME));
    words.map(|t| stem(&t.key)).filter(|s| !BARE.contains(s)).collect()
}

/// Claims of one event: figures of one thing. Texts of one origin say once what they share, so of them only a figure
/// that one has in place of the other's is told.
pub(crate) fn of_one_event(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    if a.claim.polarity != b.claim.polarity || a.at == b.at {
        return None;
    }
    // One clause that two voices tell has its figures once.
    if a.at.article == b.at.article && a.claim.span.overlap(b.claim.span) > 0 {
        return None;
    }
    if a.at.article == b.at.article && a.same_voice(b) {
        return None;
    }
    if days_apart(&a.days, &b.days) || places_apart(pair) {
        return None;
    }
    let mut part = None;
    for (x, y) in pairs(a, b) {
        if !speak_of_one(pair, x, y) || pair.one_origin && !in_place(a, x, b, y) {
            continue;
        }
        let found = match things(x, y) {
            // Dozens of civilians, dozens of soldiers: so many are told of all, not of a part.
            Things::PartOfFirst | Things::PartOfSecond if overlap(x, y) && (is_vague(x) || is_vague(y)) => {
                Some(compared(pair, x, y))
            }
            Things::Same => Some(compared(pair, x, y)),
            Things::PartOfSecond if !fits(x, y) => Some(differ(pair, x, y)),
            Things::PartOfFirst if !fits(y, x) => Some(differ(pair, x, y)),
            Things::PartOfFirst | Things::PartOfSecond => {
                part = part.or(Some((x, y)));
                None
            }
            Things::Other => None,
        };
        if found.as_ref().is_some_and(|f| !pair.one_origin || f.kind == RelationKind::FiguresDiffer) {
            return found;
        }
    }
    part.filter(|(x, _)| x.status.is_some() && !pair.one_origin).map(|(x, y)| {
        let found = pair.found(
            RelationKind::NotComparable,
            Some("subset"),
            pair.both(a.words(x.span), b.words(y.span)),
            "أحدهما جزء مما يعدّه الآخر، فلا يقارنان",
            "one counts a part of what the other counts, so they are not compared",
        );
        once(found, x, y)
    })
}

/// True where one copy of a text has a figure in place of the other's: they stand among the same words, and neither stands among
/// them in the other text as well.
fn in_place(a: &Telling<'_>, x: &Quantity, b: &Telling<'_>, y: &Quantity) -> bool {
    among_same(&frame(a, x), &frame(b, y)) && !has_too(a, x, b) && !has_too(b, y, a)
}

/// True where the words beside two figures are mostly the same.
fn among_same(a: &[&str], b: &[&str]) -> bool {
    let common = a.iter().filter(|word| b.contains(word)).count() as f64;
    common >= IN_PLACE * a.len().max(b.len()) as f64
}

/// True where the article of another claim has a figure of this one as well, among the same words.
fn has_too(of: &Telling<'_>, q: &Quantity, other: &Telling<'_>) -> bool {
    let (reading, words) = (other.article.reading, frame(of, q));
    let value = |told: &Quantity| {
        (told.min, told.max) == (q.min, q.max) || is_rounded(other, told, q) || is_rounded(of, q, told)
    };
    reading.claims.iter().any(|claim| {
        let told = claim.quantities.iter().filter_map(|n| reading.quantities.get(*n));
        told.filter(|told| told.unit == q.unit && told.status == q.status && value(told))
            .any(|told| among_same(&words, &beside(other.article, claim.span, told)))
    })
}

/// Claims of two events of one storyline: how many somebody has, told at two times. What befell people is counted
/// for each event by itself.
pub(crate) fn of_one_storyline(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let standing = |q: &Quantity| {
        q.status.is_none()
            && q.unit == "person"
            && matches!(q.group, None | Some(Group::Fighter | Group::Officer))
    };
    let whose = |t: &Telling<'_>, q: &Quantity| -> Option<riwayat_claims::EntityId> {
        q.side.clone().or_else(|| match (t.role(RoleKind::Agent).as_slice(), t.actors.as_slice()) {
            ([one], _) | ([], [one]) => Some((*one).clone()),
            _ => None,
        })
    };
    let (x, y) = pairs(a, b).into_iter().find(|(x, y)| {
        let sides = (whose(a, x), whose(b, y));
        let groups = x.group == y.group || x.group.is_none() || y.group.is_none();
        standing(x) && standing(y) && groups && sides.0.is_some() && sides.0 == sides.1
    })?;
    (a.asserts() && b.asserts() && !overlap(x, y)).then(|| differ(pair, x, y))
}

fn pairs<'a>(a: &Telling<'a>, b: &Telling<'a>) -> Vec<(&'a Quantity, &'a Quantity)> {
    let (xs, ys) = (standing_figures(a), standing_figures(b));
    let all = xs.iter().flat_map(|x| ys.iter().map(move |y| (*x, *y)));
    all.filter(|(x, y)| !told_as_part(x, &xs, y, &ys)).collect()
}

/// The figures of a claim without those that it says to hold no longer: of «from 30 tonnes to 12 tonnes», the first.
fn standing_figures<'a>(telling: &Telling<'a>) -> Vec<&'a Quantity> {
    let all: Vec<&Quantity> = telling.figures().collect();
    let left = |x: &Quantity| {
        let then = |y: &&Quantity| {
            y.unit == x.unit
                && x.span.end() <= y.span.start()
                && telling.words(Span::new(x.span.end(), y.span.start())).trim() == TO
        };
        all.iter().any(then)
    };
    all.iter().copied().filter(|x| !left(x)).collect()
}

/// What stands between the value that was and the one that is.
const TO: &str = "إلى";

fn places_apart(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a.places, &pair.b.places);
    !a.is_empty() && !b.is_empty() && !near(pair.lexicon, a, b)
}

fn compared(pair: &Pair<'_>, x: &Quantity, y: &Quantity) -> Found {
    let said = pair.both(pair.a.words(x.span), pair.b.words(y.span));
    if is_rounded(pair.a, x, y) || is_rounded(pair.b, y, x) {
        let (ar, en) = ("أحدهما تقريب للآخر", "one is the other rounded");
        return once(pair.found(RelationKind::Agree, None, said, ar, en), x, y);
    }
    if !overlap(x, y) {
        return differ(pair, x, y);
    }
    let found = if go_together(x, y) {
        pair.found(RelationKind::Agree, None, said, "الرقمان يتفقان", "the figures go together")
    } else {
        let (ar, en) = ("رقمان مختلفان قد يصحان معاً", "two figures, and both may hold");
        pair.found(RelationKind::FiguresDiffer, Some("overlap"), said, ar, en)
    };
    once(found, x, y)
}

/// True where a figure told in thousands or millions is the other without its last digits (164.8 million of 164,781,745);
/// one of a single digit (three thousand) says too little to be any rounding.
fn is_rounded(telling: &Telling<'_>, rounded: &Quantity, of: &Quantity) -> bool {
    let one = |q: &Quantity| q.min.filter(|_| q.min == q.max);
    let (Some(told), Some(whole)) = (one(rounded), one(of)) else { return false };
    let place = last_place(told);
    let near = told != whole && told >= place * 10.0 && (told - whole).abs() < place;
    near && telling
        .article
        .reading
        .tokens
        .iter()
        .any(|t| rounded.span.contains(t.span) && SCALES.contains(&t.key.as_str()))
}

/// Words of scale, with which figures are rounded; folded.
const SCALES: [&str; 11] =
    ["الف", "الفا", "الاف", "مليون", "مليونا", "ملايين", "مليار", "مليارا", "مليارات", "تريليون", "ترليون"];

fn differ(pair: &Pair<'_>, x: &Quantity, y: &Quantity) -> Found {
    let said: Why = pair.both(pair.a.words(x.span), pair.b.words(y.span));
    let (first, last) = match (pair.a.when, pair.b.when) {
        _ if pair.a.told_before() != pair.b.told_before() => {
            if pair.a.told_before() {
                (x, y)
            } else {
                (y, x)
            }
        }
        (Some(a), Some(b)) if between(a.1, b.1) > 0 => (x, y),
        (Some(a), Some(b)) if between(b.1, a.1) > 0 => (y, x),
        _ => (x, x),
    };
    let grows =
        matches!(sort(x), Sort::Toll | Sort::Count) && pair.scope != crate::comparison::Scope::Storyline;
    if grows && rises(first, last) {
        let (ar, en) =
            ("لا قيمة تجمعهما، والأعلى هو الأحدث", "no value is common to both; the higher is the later");
        return once(pair.found(RelationKind::FiguresDiffer, Some("update"), said, ar, en), x, y);
    }
    let (ar, en) = ("لا قيمة تجمعهما", "no value is common to both");
    once(pair.found(RelationKind::FiguresDiffer, Some("amount"), said, ar, en), x, y)
}

/// The relation of two figures, found once for each pair of voices.
fn once(found: Found, x: &Quantity, y: &Quantity) -> Found {
    let told = |q: &Quantity| {
        format!("{} {:?} {:?} {:?} {:?} {}", q.unit, q.status, q.group, q.min, q.max, q.approximate)
    };
    Found { once: Some([told(x), told(y)]), ..found }
}
