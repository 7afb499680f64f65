//! The same accusation against others: each camp's media report a deal with one enemy, and name another party.

use crate::comparison::{RelationKind, Why};
use crate::relation::{Found, Pair};
use crate::telling::{Telling, family_of};
use crate::why;
use riwayat_claims::{Claim, EntityId, Polarity, RoleKind};

/// Those with whom every side is reproached for dealing.
const OUTCASTS: [&str; 3] = ["islamic-state", "nusra-front", "hts"];

/// What a claim charges somebody with, of an accusation or a deal with an outcast: its kind, and with whom.
pub(crate) fn matter<'a>(telling: &Telling<'a>) -> Option<(&'a str, Option<&'a EntityId>)> {
    charge(telling).map(|c| (c.kind, c.with))
}

/// False of a claim that charges nobody, as far as that is seen at once.
pub(crate) fn may_charge(claim: &Claim) -> bool {
    let deal = claim.event_type.as_deref().and_then(family_of) == Some(DEAL);
    deal || claim.roles.iter().any(|r| r.kind == RoleKind::Accused)
}

/// A charge: its kind, with or for whom, and who is accused.
struct Charge<'a> {
    kind: &'a str,
    with: Option<&'a EntityId>,
    accused: Vec<&'a EntityId>,
}

/// The kind of any dealing.
const DEAL: &str = "deal";

fn charge<'a>(telling: &Telling<'a>) -> Option<Charge<'a>> {
    if matches!(telling.claim.polarity, Polarity::Conditional | Polarity::Asked) {
        return None;
    }
    accused(telling).or_else(|| deal(telling))
}

/// A deal with an outcast: the other parties, or where the claim names none, the other actors in it.
fn deal<'a>(telling: &Telling<'a>) -> Option<Charge<'a>> {
    (telling.family? == DEAL).then_some(())?;
    let named = telling.role(RoleKind::Party);
    let parties = if named.len() > 1 { named } else { telling.actors.clone() };
    let with = parties.iter().copied().find(is_outcast)?;
    let accused: Vec<&EntityId> = parties.into_iter().filter(|e| !is_outcast(e)).collect();
    (!accused.is_empty()).then_some(Charge { kind: DEAL, with: Some(with), accused })
}

/// A charge in so many words: the accused of it, and the outcast in it, or else the one to whom it was done.
fn accused<'a>(telling: &Telling<'a>) -> Option<Charge<'a>> {
    let accused = telling.role(RoleKind::Accused);
    (!accused.is_empty()).then_some(())?;
    let outcast =
        telling.role(RoleKind::Party).into_iter().chain(telling.actors.iter().copied()).find(is_outcast);
    let with = outcast.or(telling.role(RoleKind::Patient).first().copied());
    let kind = telling.family.filter(|f| *f == DEAL).or(telling.claim.event_type.as_deref())?;
    Some(Charge { kind, with, accused })
}

fn is_outcast(entity: &&EntityId) -> bool {
    OUTCASTS.contains(&entity.as_str())
}

/// One charge, one counterpart if any, and others accused: each known, and none of the camp of the other's.
pub(crate) fn mirrored(pair: &Pair<'_>) -> Option<Found> {
    let (x, y) = (charge(pair.a)?, charge(pair.b)?);
    let named = x.with.is_some() || pair.a.accuses() && pair.b.accuses();
    let same = x.kind == y.kind && x.with == y.with && named;
    let camp = |e: &EntityId| pair.lexicon.camp_of(e);
    let other = |e: &EntityId, f: &EntityId| e != f && (camp(e).is_none() || camp(e) != camp(f));
    let others = x.accused.iter().all(|e| y.accused.iter().all(|f| other(e, f)));
    let known = x.accused.iter().chain(&y.accused).all(|e| pair.lexicon.name_of(e).is_some());
    if !same || !others || !known || pair.one_origin {
        return None;
    }
    let name = |e: &EntityId| why::name(pair.lexicon, e, e.as_str());
    let with = x.with.map(name);
    let with = with
        .map_or_else(Why::default, |w| Why { ar: format!(" مع {}", w.ar), en: format!(", with {}", w.en) });
    let (one, two) = (name(x.accused[0]), name(y.accused[0]));
    let ar = format!("الاتهام نفسه{}، والمتهم هنا {} وهناك {}", with.ar, one.ar, two.ar);
    let en = format!("the same accusation{}: {} here, {} there", with.en, one.en, two.en);
    let found = pair.found(RelationKind::SameAccusation, None, pair.quoted(), &ar, &en);
    let told = |c: &Charge<'_>| format!("{} {:?} {:?}", c.kind, c.with, c.accused);
    Some(Found { once: Some([told(&x), told(&y)]), ..found })
}
