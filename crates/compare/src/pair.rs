//! Two sentences: whether they tell one happening, and whether both accounts of it can be.
//!
//! First the happening: its place, its day, its kind and its words. Then what outranks: a clash of who, whom, where,
//! when or how it ended, then figures without a common value; what clashes in nothing agrees.

use crate::clash;
use crate::comparison::{Article, PairAnswer, PairRelation, Why};
use crate::figure::{Things, fits, overlap, things, told_as_part};
use crate::profile::Collection;
use crate::root::{roots, shared};
use crate::side::Side;
use crate::telling::{days_apart, meet};
use crate::when::between;
use riwayat_claims::{EntityId, Lexicon, Polarity, Quantity, Reading, senses};
use riwayat_text::Span;
use std::collections::BTreeSet;

/// Least score of two sentences that tell one happening; see [`score`]. A logit: 0.75 is two to one.
const SAME: f64 = 0.75;
/// What is weighed, fitted to the development pairs but for words, which in pairs that were invented to be hard tell less
/// than they do elsewhere. Nothing known:
const NOTHING: f64 = 0.2;
/// Root keys, or words, all in common.
const ROOTS: f64 = 1.0;
/// Senses all in common.
const SENSES: f64 = 0.7;
/// A place in common.
const PLACE: f64 = 0.45;
/// A governorate or country in common.
const AREA: f64 = 0.37;
/// Places named by both and none in common.
const PLACES_APART: f64 = -1.5;
/// One kind of happening.
const KIND: f64 = 0.63;
/// Kinds told by both, and none in common.
const KINDS_APART: f64 = -0.6;
/// Figures of one thing.
const THING: f64 = 1.2;
/// A named person in common: things happen to one person once, wherever it is told to be.
const PERSON: f64 = 1.3;
/// A day that both name.
const DAY: f64 = 0.65;
/// Each day between their publication.
const GAP: f64 = -0.17;
/// Something told by one is denied in the other.
const DENIED: f64 = 2.0;
/// Reports of one happening are published within so many days of each other. Days, 2 to 7.
const NEAR_DAYS: i32 = 3;

/// Relates two sentences; see [`crate::compare_pair`].
pub(crate) fn compare_pair(a: &Article<'_>, b: &Article<'_>, lexicon: &Lexicon) -> PairAnswer {
    let articles = [a, b];
    let collection = Collection::new(&articles, lexicon, None);
    let whole = |n: usize| &collection.profiles[n].vector;
    let similarity = whole(0).cosine(whole(1));
    let (x, y) = (Side::new(a), Side::new(b));
    let rooted = shared(&roots(a.reading), &roots(b.reading)).max(similarity);
    let sensed = shared(&sensed(a.reading), &sensed(b.reading));
    let words = NOTHING + ROOTS * rooted + SENSES * sensed;
    let (relation, why) = relate(&x, &y, words, rooted, lexicon);
    PairAnswer { similarity, relation, why }
}

/// The senses of the words that are in no name.
fn sensed(reading: &Reading) -> BTreeSet<u16> {
    let named = |span: Span| reading.mentions.iter().any(|m| m.span.overlap(span) > 0);
    let found = senses(&reading.tokens).into_iter();
    found.filter(|s| !named(reading.tokens[s.token].span)).map(|s| s.sense).collect()
}

fn relate(a: &Side<'_>, b: &Side<'_>, words: f64, likeness: f64, lexicon: &Lexicon) -> (PairRelation, Why) {
    if let Some(why) = other_time(a, b) {
        return (PairRelation::Unrelated, why);
    }
    if words + score(a, b, lexicon) < SAME {
        let percent = (likeness * 100.0).round();
        let why = Why {
            ar: format!("ليس فيهما ما يجمعهما في واقعة واحدة (الشبه {percent}٪)"),
            en: format!("too little joins them in one happening (likeness {percent}%)"),
        };
        return (PairRelation::Unrelated, why);
    }
    if let Some(why) = clash::clash(a, b, lexicon) {
        return (PairRelation::Contradict, why);
    }
    if let Some(why) = figures(a, b) {
        return (PairRelation::FiguresDiffer, why);
    }
    if let Some(why) = clash::weak_clash(a, b, lexicon) {
        return (PairRelation::Contradict, why);
    }
    let why = Why {
        ar: "واقعة واحدة، ولا شيء يتعارض".into(),
        en: "one happening, and nothing clashes".into(),
    };
    (PairRelation::Agree, why)
}

/// True where all that a sentence tells is still to come.
fn is_planned(side: &Side<'_>) -> bool {
    let claims = &side.article.reading.claims;
    !claims.is_empty() && claims.iter().all(|c| c.polarity == Polarity::Planned)
}

/// Published too far apart, and no day that both name; or one tells what is to come, the other what was.
fn other_time(a: &Side<'_>, b: &Side<'_>) -> Option<Why> {
    if is_planned(a) != is_planned(b) && days_apart(&a.days, &b.days) {
        return Some(Why {
            ar: "أحدهما عما سيكون والآخر عما كان، في يومين مختلفين".into(),
            en: "one of what is to come, the other of what was, on two days".into(),
        });
    }
    let (x, y) = (a.article.published?, b.article.published?);
    let days = between(x, y).abs();
    let named = !a.days.is_empty() && !b.days.is_empty() && !days_apart(&a.days, &b.days);
    (days > NEAR_DAYS && !named).then(|| Why {
        ar: format!("بينهما {days} يوما ولا يسميان يوما واحدا"),
        en: format!("{days} days apart, and no day that both name"),
    })
}

/// How much speaks for one happening, words apart.
fn score(a: &Side<'_>, b: &Side<'_>, lexicon: &Lexicon) -> f64 {
    let kinds = match (a.families.is_empty(), b.families.is_empty()) {
        _ if a.families.iter().any(|f| b.families.contains(f)) => KIND,
        (false, false) => KINDS_APART,
        _ => 0.0,
    };
    let thing = if pairs(a, b).any(|(x, y)| things(x, y) != Things::Other) { THING } else { 0.0 };
    let person = if meet(&a.persons, &b.persons) { PERSON } else { 0.0 };
    let named = !a.days.is_empty() && !b.days.is_empty();
    let day = if named && !days_apart(&a.days, &b.days) { DAY } else { 0.0 };
    let gap = match (a.article.published, b.article.published) {
        (Some(x), Some(y)) => f64::from(between(x, y).abs().min(NEAR_DAYS)),
        _ => 0.0,
    };
    let denied = if a.denies == b.denies { 0.0 } else { DENIED };
    places(a, b, lexicon) + kinds + thing + person + day + GAP * gap + denied
}

/// What the places of two sentences say for one happening: those alone that hold no other place of their sentence (قرية معردس
/// شمال حماة is Maardas).
fn places<'p>(a: &Side<'p>, b: &Side<'p>, lexicon: &Lexicon) -> f64 {
    let (x, y) = (particular(a, lexicon), particular(b, lexicon));
    if x.is_empty() || y.is_empty() {
        return 0.0;
    }
    let known = |p: &EntityId| lexicon.name_of(p).is_some();
    let of = |p: &EntityId, q: &EntityId| match () {
        () if p == q && lexicon.depth(p) > 1 => PLACE,
        () if p == q => AREA,
        // One in the other, or nobody knows where the one lies.
        () if lexicon.within(p, q) || lexicon.within(q, p) || known(p) != known(q) => 0.0,
        () => PLACES_APART,
    };
    let best = |x: &[&EntityId], y: &[&EntityId]| {
        x.iter().flat_map(|p| y.iter().map(|q| of(p, q))).fold(PLACES_APART, f64::max)
    };
    // متينا شمالي العراق: nobody knows where the one lies, but it is told.
    let told = |of: &[&'p EntityId]| of.iter().copied().filter(|p| known(p)).collect::<Vec<_>>();
    let (p, q) = (told(&x), told(&y));
    let shared = x.iter().any(|place| y.contains(place));
    if p.is_empty() || q.is_empty() || shared { best(&x, &y) } else { best(&p, &q) }
}

/// The places of a sentence that hold no other of them.
fn particular<'a>(side: &Side<'a>, lexicon: &Lexicon) -> Vec<&'a EntityId> {
    let holds = |p: &EntityId| side.places.iter().any(|q| *q != p && lexicon.within(q, p));
    side.places.iter().copied().filter(|p| !holds(p)).collect()
}

fn pairs<'a>(a: &Side<'a>, b: &Side<'a>) -> impl Iterator<Item = (&'a Quantity, &'a Quantity)> {
    let (x, y) = (a.article.reading, b.article.reading);
    x.quantities.iter().flat_map(move |q| y.quantities.iter().map(move |r| (q, r)))
}

/// Figures of one thing without a common value; none where some figure of the thing goes together.
fn figures(a: &Side<'_>, b: &Side<'_>) -> Option<Why> {
    let same = || pairs(a, b).filter(|(x, y)| things(x, y) == Things::Same);
    let alone = |x: &Quantity, y: &Quantity| !overlap(x, y) && same().next().is_none();
    let apart = |(x, y): &(&Quantity, &Quantity)| match things(x, y) {
        Things::Same => !overlap(x, y),
        // Of people to whom nothing has happened, a part is another number than the whole.
        Things::PartOfSecond => !fits(x, y) || x.status.is_some() && alone(x, y),
        Things::PartOfFirst => !fits(y, x) || x.status.is_some() && alone(x, y),
        Things::Other => false,
    };
    let xs: Vec<&Quantity> = a.article.reading.quantities.iter().collect();
    let ys: Vec<&Quantity> = b.article.reading.quantities.iter().collect();
    let (x, y) = pairs(a, b).filter(|(x, y)| !told_as_part(x, &xs, y, &ys)).find(apart)?;
    let (one, other) = (x.span.of(a.article.text), y.span.of(b.article.text));
    Some(Why {
        ar: format!("«{one}» و«{other}»: لا قيمة تجمعهما"),
        en: format!("«{one}», «{other}»: no value is common to both"),
    })
}
