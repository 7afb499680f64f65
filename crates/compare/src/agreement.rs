//! Agreement: two accounts that tell the same, one by one sentence, or of one course of things.

use crate::comparison::RelationKind;
use crate::relation::{Found, Pair};
use crate::telling::{Telling, days_apart, meet, near};
use crate::why;
use riwayat_claims::{EntityId, RoleKind};

/// Least likeness of two claims that say the same in other words. 0 to 1.
const SAME_WORDS: f64 = 0.45;

/// Claims of one event: one kind of happening, a place or actor in common, most of the telling words.
pub(crate) fn of_one_event(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let same = a.claim.polarity == b.claim.polarity && a.family.is_some() && a.family == b.family;
    let shared = near(pair.lexicon, &a.places, &b.places) || meet(&a.actors, &b.actors);
    let told = same && shared && pair.likeness >= SAME_WORDS && !days_apart(&a.days, &b.days);
    (told && !pair.one_origin).then(|| {
        let (ar, en) = ("يقولان الشيء نفسه", "both say the same");
        pair.found(RelationKind::Agree, None, pair.quoted(), ar, en)
    })
}

/// Claims of two events of one storyline: both say that this side lost to that one.
pub(crate) fn of_one_storyline(pair: &Pair<'_>) -> Option<Found> {
    let (a, b) = (pair.a, pair.b);
    let (x, y) = (losers(a), losers(b));
    let both = a.asserts() && b.asserts() && !days_apart(&a.days, &b.days);
    let loser = x.iter().find(|e| y.contains(e)).filter(|_| both)?;
    let places = near(pair.lexicon, &a.places, &b.places) || a.places.is_empty() || b.places.is_empty();
    places.then(|| {
        let name = why::name(pair.lexicon, loser, loser.as_str());
        let ar = format!("كلاهما يقول إن {} خسرت", name.ar);
        let en = format!("both say that {} lost ground", name.en);
        pair.found(RelationKind::Agree, Some("outcome"), pair.quoted(), &ar, &en)
    })
}

/// Who loses in a claim of loss or gain: the one that loses, or the one at whose cost is gained.
fn losers<'a>(telling: &Telling<'a>) -> Vec<&'a EntityId> {
    match telling.claim.event_type.as_deref() {
        Some("territory-lost") => telling.role(RoleKind::Agent),
        Some("territory-gained") => telling.at_cost(),
        // خسرت قسد مئة من مقاتليها: the dead of a fight that was lost.
        Some("killing") if telling.lost => telling.role(RoleKind::Patient),
        _ => Vec::new(),
    }
}
