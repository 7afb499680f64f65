//! The same accusation against others: each camp's media report a deal with one enemy, and name another party.

use crate::comparison::RelationKind;
use crate::relation::{Found, Pair};
use crate::telling::Telling;
use crate::why;
use riwayat_claims::{EntityId, Polarity, RoleKind};

/// Those with whom every side is reproached for dealing.
const OUTCASTS: [&str; 3] = ["islamic-state", "nusra-front", "hts"];

/// True of a claim that charges somebody: an accusation, or a deal with an outcast.
pub(crate) fn is_charge(telling: &Telling<'_>) -> bool {
    charge(telling).is_some()
}

/// A charge: its kind, with whom, and who is accused.
struct Charge<'a> {
    kind: &'a str,
    with: Option<&'a EntityId>,
    accused: Vec<&'a EntityId>,
}

fn charge<'a>(telling: &Telling<'a>) -> Option<Charge<'a>> {
    if matches!(telling.claim.polarity, Polarity::Conditional | Polarity::Asked) {
        return None;
    }
    deal(telling).or_else(|| accused(telling))
}

/// A deal with an outcast: the other parties, or where the claim names none, the other actors in it.
fn deal<'a>(telling: &Telling<'a>) -> Option<Charge<'a>> {
    (telling.family? == "deal").then_some(())?;
    let named = telling.role(RoleKind::Party);
    let parties = if named.len() > 1 { named } else { telling.actors.clone() };
    let outcast = |e: &&EntityId| OUTCASTS.contains(&e.as_str());
    let with = parties.iter().copied().find(outcast)?;
    let accused: Vec<&EntityId> = parties.into_iter().filter(|e| !outcast(e)).collect();
    (!accused.is_empty()).then_some(Charge { kind: "deal", with: Some(with), accused })
}

/// A charge in so many words: the accused of it.
fn accused<'a>(telling: &Telling<'a>) -> Option<Charge<'a>> {
    let accused = telling.role(RoleKind::Accused);
    let with = telling.role(RoleKind::Patient).first().copied();
    (!accused.is_empty()).then_some(())?;
    Some(Charge { kind: telling.claim.event_type.as_deref()?, with, accused })
}

/// One charge, one counterpart, other accused.
pub(crate) fn mirrored(pair: &Pair<'_>) -> Option<Found> {
    let (x, y) = (charge(pair.a)?, charge(pair.b)?);
    let same = x.kind == y.kind && x.with == y.with && x.with.is_some();
    if !same || x.accused.iter().any(|e| y.accused.contains(e)) || pair.one_origin {
        return None;
    }
    let name = |e: &EntityId| why::name(pair.lexicon, e, e.as_str());
    let with = name(x.with?);
    let (one, other) = (name(x.accused[0]), name(y.accused[0]));
    let ar = format!("الاتهام نفسه مع {}، والمتهم هنا {} وهناك {}", with.ar, one.ar, other.ar);
    let en = format!("the same accusation, with {}: {} here, {} there", with.en, one.en, other.en);
    Some(pair.found(RelationKind::SameAccusation, None, pair.quoted(), &ar, &en))
}
