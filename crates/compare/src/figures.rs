//! The relation of figures: the same thing counted, with no value in common; a later, higher count is an update.

use crate::comparison::{RelationKind, Why};
use crate::figure::{Things, fits, go_together, overlap, rises, things, told_as_part};
use crate::relation::{Found, Pair};
use crate::telling::{Telling, days_apart, near};
use crate::when::between;
use riwayat_claims::{Group, Quantity, RoleKind};
use riwayat_text::Span;

/// Least likeness of claims that count things or people to whom nothing has happened: what a number of vehicles or
/// fighters counts is told by the words around it. 0 to 1.
const STOCK_LIKENESS: f64 = 0.12;

/// Least likeness of claims that tell a share, a time or a distance: of what it is one, only the words around it tell. 0 to 1.
const MEASURE_LIKENESS: f64 = 0.15;

/// The units of these.
const MEASURES: [&str; 10] =
    ["percent", "second", "minute", "hour", "day", "week", "month", "year", "m", "km"];

/// Claims of one event: figures of one thing.
pub(crate) fn of_one_event(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    if pair.one_origin || a.claim.polarity != b.claim.polarity || a.at == b.at {
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
        let least = if MEASURES.contains(&x.unit.as_str()) { MEASURE_LIKENESS } else { STOCK_LIKENESS };
        if x.status.is_none() && pair.likeness < least {
            continue;
        }
        match things(x, y) {
            Things::Same => return Some(compared(pair, x, y)),
            Things::PartOfSecond if !fits(x, y) => return Some(differ(pair, x, y)),
            Things::PartOfFirst if !fits(y, x) => return Some(differ(pair, x, y)),
            Things::PartOfFirst | Things::PartOfSecond => part = part.or(Some((x, y))),
            Things::Other => {}
        }
    }
    part.filter(|(x, _)| x.status.is_some()).map(|(x, y)| {
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
    if !overlap(x, y) {
        return differ(pair, x, y);
    }
    let said = pair.both(pair.a.words(x.span), pair.b.words(y.span));
    let found = if go_together(x, y) {
        pair.found(RelationKind::Agree, None, said, "الرقمان يتفقان", "the figures go together")
    } else {
        let (ar, en) = ("رقمان مختلفان قد يصحان معاً", "two figures, and both may hold");
        pair.found(RelationKind::FiguresDiffer, Some("overlap"), said, ar, en)
    };
    once(found, x, y)
}

fn differ(pair: &Pair<'_>, x: &Quantity, y: &Quantity) -> Found {
    let said: Why = pair.both(pair.a.words(x.span), pair.b.words(y.span));
    let (first, last) = match (pair.a.when, pair.b.when) {
        (Some(a), Some(b)) if between(a.1, b.1) > 0 => (x, y),
        (Some(a), Some(b)) if between(b.1, a.1) > 0 => (y, x),
        _ => (x, x),
    };
    if pair.scope != crate::comparison::Scope::Storyline && rises(first, last) {
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
