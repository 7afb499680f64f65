//! Agency: of each type of deed, which camps say who did it, and which tell it without a doer (قُتل خمسة).

use crate::comparison::{Agency, AgencyUse, Article, ClaimRef};
use riwayat_claims::{CampId, RoleKind};
use std::collections::BTreeMap;

/// The deeds told in an event's articles (numbers in `articles`), those told most often without a doer first. A type that
/// nobody tells without one is not listed.
pub(crate) fn agency(articles: &[&Article<'_>], columns: &[CampId], members: &[usize]) -> Vec<Agency> {
    let mut types: BTreeMap<&str, BTreeMap<Option<&CampId>, AgencyUse>> = BTreeMap::new();
    for &article in members {
        let of = articles[article];
        for (n, claim) in of.reading.claims.iter().enumerate() {
            let Some(event_type) = &claim.event_type else { continue };
            let told = claim.roles.iter().any(|r| r.kind == RoleKind::Agent);
            if !told && !claim.agentless {
                continue;
            }
            let camp = of.camp_of(claim);
            let uses = types.entry(event_type).or_default().entry(camp).or_default();
            uses.camp = camp.cloned();
            let list = if claim.agentless { &mut uses.untold } else { &mut uses.told };
            list.push(ClaimRef { article, claim: n });
        }
    }
    let place = |u: &AgencyUse| columns.iter().position(|c| Some(c) == u.camp.as_ref()).unwrap_or(usize::MAX);
    let of_type = |(event_type, by_camp): (&str, BTreeMap<_, AgencyUse>)| {
        let mut by_camp: Vec<AgencyUse> = by_camp.into_values().collect();
        by_camp.sort_by_key(place);
        Agency { event_type: event_type.to_owned(), by_camp }
    };
    let mut out: Vec<Agency> = types.into_iter().map(of_type).filter(|a| untold(a) > 0).collect();
    out.sort_by(|a, b| untold(b).cmp(&untold(a)).then_with(|| a.event_type.cmp(&b.event_type)));
    out
}

fn untold(agency: &Agency) -> usize {
    agency.by_camp.iter().map(|u| u.untold.len()).sum()
}
