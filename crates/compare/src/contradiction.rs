//! Contradiction: one happening, told so that both cannot be.

use crate::comparison::RelationKind;
use crate::hours::{apart, hours};
use crate::relation::{Found, Pair};
use crate::telling::{Content, Telling, days_apart, meet, near};
use crate::why;
use riwayat_claims::{Basis, EntityId, Lexicon, Polarity, RoleKind, types_named};

/// Least likeness of a denial and what it denies. 0 to 1.
const DENIED_LIKENESS: f64 = 0.08;
/// Least likeness of a negated sentence and what it denies. 0 to 1.
const NEGATED_LIKENESS: f64 = 0.3;
/// Least likeness of two claims of one act by two authors. 0 to 1.
const ACT_LIKENESS: f64 = 0.2;
/// Least likeness of two claims of one act on two days. 0 to 1.
const DAY_LIKENESS: f64 = 0.35;

/// One voice rejects what another says: one kind of happening, and the other names whom or what the denial is about.
pub(crate) fn denied(pair: &Pair<'_>) -> Option<Found> {
    let (denial, other) = match (pair.a.claim.polarity, pair.b.claim.polarity) {
        (Polarity::Denied, Polarity::Asserted) => (pair.a, pair.b),
        (Polarity::Asserted, Polarity::Denied) => (pair.b, pair.a),
        _ => return None,
    };
    let kind = denial.claim.event_type.is_some() && denial.claim.event_type == other.claim.event_type;
    // استخدام السلاح الكيميائي is denied, قصف بغاز سام was told: the denied kind is named, though another is told.
    if !kind && !names_kind(denial, other) {
        return None;
    }
    let likely = pair.likeness >= DENIED_LIKENESS || is_sweeping(denial);
    // A sentence that says no denies what another says only where it is close to it; لم تعلن أي جهة, لن نتهاون deny nothing.
    let negated = denial.claim.polarity_basis == Basis::Negator;
    let close = pair.likeness >= NEGATED_LIKENESS || meet(&denial.places, &other.places);
    let likely = if negated { close && !denial.tells_nothing() } else { likely };
    let bare = || denial.actors.is_empty() && says_it(denial, other);
    let alike = likely && names_it(pair.lexicon, denial, other) || bare();
    let apart = || places_apart(pair.lexicon, denial, other) || days_apart(&denial.days, &other.days);
    // A clause inside the denied one is what the denial takes for granted.
    let inside = denial.at.article == other.at.article && denial.claim.span.overlap(other.claim.span) > 0;
    (alike && !inside && !apart() && !tells_denial(other) && !pair.a.same_voice(pair.b)).then(|| {
        let who = denial.speaker(pair.lexicon);
        let ar = format!("{} ينفي", who.ar);
        let en = format!("{} denies it", who.en);
        pair.found(RelationKind::Denied, Some("happened-denied"), pair.quoted(), &ar, &en)
    })
}

/// True where a claim of another kind names the denied one, which harm is done by.
fn names_kind(denial: &Telling<'_>, other: &Telling<'_>) -> bool {
    let by_itself = |kind: &&str| BY_WHICH.contains(kind);
    let kind = denial.claim.event_type.as_deref().filter(by_itself);
    kind.is_some_and(|kind| types_named(other.article.reading, other.claim.span).contains(&kind))
}

/// Kinds of happenings by which others are done.
const BY_WHICH: [&str; 2] = ["chemical-weapon", "human-shields"];

/// True of a denial of a kind of happening as such (نفى وقوع أي أسير): it names nobody, no place, no day and no number, and so
/// shares few words with what it denies.
fn is_sweeping(denial: &Telling<'_>) -> bool {
    let bare = denial.actors.is_empty() && denial.places.is_empty() && denial.days.is_empty();
    bare && denial.figures().next().is_none()
}

/// True where a claim names whom the denial names (each of them, or one of its camp), or where the denial names nobody,
/// the one who denies; and where neither names anybody, a place in common. A charge is denied by the accused, or by
/// naming them.
fn names_it(lexicon: &Lexicon, denial: &Telling<'_>, other: &Telling<'_>) -> bool {
    let one = |a: &EntityId, b: &EntityId| {
        a == b || lexicon.camp_of(a).is_some_and(|c| lexicon.camp_of(b) == Some(c))
    };
    // Who tells it is not whom it is told of.
    let told_of = |e: &&EntityId| other.claim.voice.entity.as_ref() != Some(*e);
    let named = |e: &EntityId| {
        let roles = other.claim.roles.iter().map(|r| &r.entity);
        other.actors.iter().copied().filter(told_of).chain(roles).any(|f| one(e, f))
    };
    let voice = &denial.claim.voice;
    let of_camp = |f: &EntityId| lexicon.camp_of(f) == voice.camp.as_ref();
    let own = voice.entity.as_ref().is_some_and(named)
        || voice.camp.is_some() && other.actors.iter().copied().filter(told_of).any(of_camp);
    let accused = other.role(RoleKind::Accused);
    let charged = |e: &&EntityId| {
        denial.actors.iter().chain(&voice.entity.as_ref()).any(|f| one(e, f))
            || voice.camp.is_some() && lexicon.camp_of(e) == voice.camp.as_ref()
    };
    match denial.actors.as_slice() {
        _ if !accused.iter().all(charged) => false,
        [] => own || other.actors.is_empty() && near(lexicon, &denial.places, &other.places),
        actors => actors.iter().all(|e| named(e)),
    }
}

/// True where all that a denial says is said by the other too, in words of its roots or senses: «المعركة لم تنته» against
/// «تختم المعركة».
fn says_it(denial: &Telling<'_>, other: &Telling<'_>) -> bool {
    let (said, by) = (denial.content(), other.content());
    let told = |(root, senses): &Content| {
        by.iter().any(|(r, s)| r == root || senses.iter().any(|sense| s.contains(sense)))
    };
    said.len() >= LEAST_SAID && said.iter().all(told)
}

/// Words of a denial that can all be found in another claim by more than chance. Words, 2 or 3.
const LEAST_SAID: usize = 2;

/// Words that tell of a denial; folded.
const DENIALS: [&str; 8] = ["نفي", "نفت", "نفوا", "ينفي", "تنفي", "انكر", "انكرت", "نافيا"];

/// True of a claim that tells that something was denied.
fn tells_denial(telling: &Telling<'_>) -> bool {
    let inside = telling.article.reading.tokens.iter().filter(|t| telling.claim.span.contains(t.span));
    inside.into_iter().any(|t| t.is_word() && DENIALS.contains(&t.key.as_str()))
}

/// One act, two authors of different sides.
pub(crate) fn other_actor(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let act = matches!(a.family, Some("attack" | "killing")) && a.family == b.family;
    let (x, y) = (authors(a), authors(b));
    if !act || x.is_empty() || y.is_empty() || !both_assert(a, b) || pair.likeness < ACT_LIKENESS {
        return None;
    }
    let opposed = x.iter().all(|e| y.iter().all(|f| opposed(pair.lexicon, e, f)));
    // Whom both name did not do it for one of them and not for the other.
    let named = x.iter().any(|e| b.actors.contains(e)) || y.iter().any(|e| a.actors.contains(e));
    let one_place = near(pair.lexicon, &a.places, &b.places);
    (opposed && !named && one_place && !days_apart(&a.days, &b.days)).then(|| {
        let (one, other) = (name(pair, x[0]), name(pair, y[0]));
        let ar = format!("الفعل واحد والفاعل عند أحدهما {} وعند الآخر {}", one.ar, other.ar);
        let en = format!("one act, done by {} or by {}", one.en, other.en);
        pair.found(RelationKind::Contradict, Some("other-actor"), pair.quoted(), &ar, &en)
    })
}

/// One place that two sides are said to hold, or to have taken.
pub(crate) fn outcome(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let (x, y) = (&a.holders, &b.holders);
    let both = both_assert(a, b) && !x.is_empty() && !y.is_empty();
    let one_place = meet(&a.places, &b.places);
    let opposed = x.iter().all(|e| y.iter().all(|f| opposed(pair.lexicon, e, f)));
    (both && one_place && opposed).then(|| {
        let (one, other) = (name(pair, x[0]), name(pair, y[0]));
        let ar = format!("المكان واحد، وهو بيد {} عند أحدهما وبيد {} عند الآخر", one.ar, other.ar);
        let en = format!("one place, in the hands of {} or of {}", one.en, other.en);
        pair.found(RelationKind::Contradict, Some("outcome"), pair.quoted(), &ar, &en)
    })
}

/// One act with its day, on two days.
pub(crate) fn other_day(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let once = matches!(a.family, Some("control" | "deal")) && a.claim.event_type == b.claim.event_type;
    let one_place = near(pair.lexicon, &a.places, &b.places);
    let same = once && one_place && both_assert(a, b) && pair.likeness >= DAY_LIKENESS;
    (same && meet(&a.role(RoleKind::Agent), &b.role(RoleKind::Agent)) && days_apart(&a.days, &b.days)).then(
        || {
            let (x, y) = (why::days(a.days[0].0, a.days[0].1), why::days(b.days[0].0, b.days[0].1));
            let ar = format!("الفعل واحد وتاريخه {} أو {}", x.ar, y.ar);
            let en = format!("one act, on {} or on {}", x.en, y.en);
            pair.found(RelationKind::Contradict, Some("time"), pair.quoted(), &ar, &en)
        },
    )
}

/// Harm, told with two answers to what is asked of harm as a whole (`lexicon/opposites.txt`). Other opposed outcomes are
/// compared in pairs of sentences only: in whole articles too many sentences tell of the one and the other.
pub(crate) fn opposed_harm(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let opposed = a.outcomes.iter().any(|o| b.outcomes.iter().any(|p| o.opposes(*p)));
    let place = near(pair.lexicon, &a.places, &b.places) || a.places.is_empty() || b.places.is_empty();
    let one = opposed && place && !pair.one_origin && both_assert(a, b);
    (one && !days_apart(&a.days, &b.days) && !a.same_voice(b)).then(|| {
        let (ar, en) =
            ("الضرر واحد، مقصود عند أحدهما وغير مقصود عند الآخر", "one harm, on purpose or by mistake");
        pair.found(RelationKind::Contradict, Some("intent"), pair.quoted(), ar, en)
    })
}

/// Least likeness of two claims of one act at two hours, for a place is often struck twice in a day. 0 to 1.
const HOUR_LIKENESS: f64 = 0.25;

/// One act, told of two hours of the day.
pub(crate) fn other_hour(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let once = a.family.is_some() && a.family == b.family || pair.likeness >= DAY_LIKENESS;
    let one = once && pair.likeness >= HOUR_LIKENESS && both_assert(a, b);
    if !one || !meet(&a.places, &b.places) || days_apart(&a.days, &b.days) {
        return None;
    }
    let of = |t: &Telling<'_>| hours(t.article.reading, t.claim.span);
    let (x, y) = (of(a)?, of(b)?);
    apart(x, y).then(|| {
        let (ar, en) = ("الفعل واحد، وساعته عندهما مختلفة", "one act, told of two hours");
        pair.found(RelationKind::Contradict, Some("time"), pair.quoted(), ar, en)
    })
}

fn both_assert(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    a.asserts() && b.asserts() && a.at.article != b.at.article
}

/// Who did it, or is accused of it.
fn authors<'a>(telling: &Telling<'a>) -> Vec<&'a EntityId> {
    let mut out = telling.role(RoleKind::Agent);
    out.extend(telling.role(RoleKind::Accused));
    out
}

/// True for two actors of different camps: of one camp, one may be a part of the other.
fn opposed(lexicon: &Lexicon, a: &EntityId, b: &EntityId) -> bool {
    let (x, y) = (lexicon.camp_of(a), lexicon.camp_of(b));
    a != b && x.is_some() && y.is_some() && x != y
}

fn places_apart(lexicon: &Lexicon, a: &Telling<'_>, b: &Telling<'_>) -> bool {
    !a.places.is_empty() && !b.places.is_empty() && !near(lexicon, &a.places, &b.places)
}

fn name(pair: &Pair<'_>, entity: &EntityId) -> crate::comparison::Why {
    why::name(pair.lexicon, entity, entity.as_str())
}
