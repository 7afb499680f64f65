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
use riwayat_claims::{EntityId, Lexicon, Quantity};

/// Least score of two sentences that tell one happening; see [`score`]. 0 to 2.
const SAME: f64 = 0.5;
/// A place in common.
const PLACE: f64 = 0.25;
/// A governorate or country in common.
const AREA: f64 = 0.1;
/// A place of one in a place of the other.
const NESTED: f64 = 0.2;
/// A figure in common.
const FIGURE: f64 = 0.2;
/// Places named by both and none in common.
const PLACES_APART: f64 = -0.45;
/// One kind of happening.
const KIND: f64 = 0.2;
/// Kinds told by both, and none in common.
const KINDS_APART: f64 = -0.12;
/// Actors in common.
const ACTORS: f64 = 0.1;
/// Figures of one thing.
const THING: f64 = 0.15;
/// A named person in common: things happen to one person once, wherever it is told to be.
const PERSON: f64 = 0.5;
/// How much root keys count beside words: they are coarser. 0 to 1.
const ROOTS: f64 = 1.0;
/// How much the words count.
const WORDS: f64 = 1.0;
/// Reports of one happening are published within so many days of each other. Days, 2 to 7.
const NEAR_DAYS: i32 = 3;

/// Relates two sentences; see [`crate::compare_pair`].
pub(crate) fn compare_pair(a: &Article<'_>, b: &Article<'_>, lexicon: &Lexicon) -> PairAnswer {
    let articles = [a, b];
    let collection = Collection::new(&articles, lexicon);
    let whole = |n: usize| &collection.profiles[n].vector;
    let similarity = whole(0).cosine(whole(1));
    let (x, y) = (Side::new(a), Side::new(b));
    let rooted = shared(&roots(a.reading), &roots(b.reading));
    let (relation, why) = relate(&x, &y, similarity.max(ROOTS * rooted), lexicon);
    PairAnswer { similarity, relation, why }
}

fn relate(a: &Side<'_>, b: &Side<'_>, likeness: f64, lexicon: &Lexicon) -> (PairRelation, Why) {
    if let Some(why) = other_time(a, b) {
        return (PairRelation::Unrelated, why);
    }
    let score = score(a, b, likeness, lexicon);
    if score < SAME {
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
    let why = Why {
        ar: "واقعة واحدة، ولا شيء يتعارض".into(),
        en: "one happening, and nothing clashes".into(),
    };
    (PairRelation::Agree, why)
}

/// Published too far apart, and no day that both name.
fn other_time(a: &Side<'_>, b: &Side<'_>) -> Option<Why> {
    let (x, y) = (a.article.published?, b.article.published?);
    let days = between(x, y).abs();
    let named = !a.days.is_empty() && !b.days.is_empty() && !days_apart(&a.days, &b.days);
    (days > NEAR_DAYS && !named).then(|| Why {
        ar: format!("بينهما {days} يوما ولا يسميان يوما واحدا"),
        en: format!("{days} days apart, and no day that both name"),
    })
}

/// How much speaks for one happening, about 0 to 2.
fn score(a: &Side<'_>, b: &Side<'_>, likeness: f64, lexicon: &Lexicon) -> f64 {
    let places = places(a, b, lexicon);
    let kinds = match (a.families.is_empty(), b.families.is_empty()) {
        _ if a.families.iter().any(|f| b.families.contains(f)) => KIND,
        (false, false) => KINDS_APART,
        _ => 0.0,
    };
    let actors = if meet(&a.actors, &b.actors) { ACTORS } else { 0.0 };
    let thing = if pairs(a, b).any(|(x, y)| things(x, y) != Things::Other) { THING } else { 0.0 };
    let person = if meet(&a.persons, &b.persons) { PERSON } else { 0.0 };
    WORDS * likeness + places + kinds + actors + thing + person + same_figures(a, b)
}

/// What the places of two sentences say for one happening: those alone that hold no other place of their sentence (قرية معردس
/// شمال حماة is Maardas).
fn places(a: &Side<'_>, b: &Side<'_>, lexicon: &Lexicon) -> f64 {
    let (x, y) = (particular(a, lexicon), particular(b, lexicon));
    if x.is_empty() || y.is_empty() {
        return 0.0;
    }
    let known = |p: &EntityId| lexicon.name_of(p).is_some();
    let of = |p: &EntityId, q: &EntityId| match () {
        () if p == q && lexicon.depth(p) > 1 => PLACE,
        () if p == q => AREA,
        () if lexicon.within(p, q) || lexicon.within(q, p) => NESTED,
        // Nobody knows where the one lies.
        () if known(p) != known(q) => 0.0,
        () => PLACES_APART,
    };
    x.iter().flat_map(|p| y.iter().map(move |q| of(p, q))).fold(PLACES_APART, f64::max)
}

/// The places of a sentence that hold no other of them.
fn particular<'a>(side: &Side<'a>, lexicon: &Lexicon) -> Vec<&'a EntityId> {
    let holds = |p: &EntityId| side.places.iter().any(|q| *q != p && lexicon.within(q, p));
    side.places.iter().copied().filter(|p| !holds(p)).collect()
}

/// What a figure says that both tell alike, of one thing: hardly by chance.
fn same_figures(a: &Side<'_>, b: &Side<'_>) -> f64 {
    let exact = |q: &Quantity| q.min.is_some() && q.min == q.max && q.min.is_some_and(|n| n > 2.0);
    let alike =
        |(x, y): &(&Quantity, &Quantity)| exact(x) && x.min == y.min && x.max == y.max && x.unit == y.unit;
    if pairs(a, b).any(|pair| alike(&pair)) { FIGURE } else { 0.0 }
}

fn pairs<'a>(a: &Side<'a>, b: &Side<'a>) -> impl Iterator<Item = (&'a Quantity, &'a Quantity)> {
    let (x, y) = (a.article.reading, b.article.reading);
    x.quantities.iter().flat_map(move |q| y.quantities.iter().map(move |r| (q, r)))
}

/// Figures of one thing without a common value; none where some figure of the thing goes together.
fn figures(a: &Side<'_>, b: &Side<'_>) -> Option<Why> {
    let same = || pairs(a, b).filter(|(x, y)| things(x, y) == Things::Same);
    let apart = |(x, y): &(&Quantity, &Quantity)| match things(x, y) {
        Things::Same => !overlap(x, y),
        Things::PartOfSecond => !fits(x, y) || !overlap(x, y) && same().next().is_none(),
        Things::PartOfFirst => !fits(y, x) || !overlap(x, y) && same().next().is_none(),
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
