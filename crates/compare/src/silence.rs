//! Silences: which camps do not say a claim, and whether we hold anything of theirs on the event at all.

use crate::comparison::{Article, ClaimRef, Lapse, Row, Silence, SilenceReason};
use riwayat_claims::CampId;

/// For each claim of the event's articles (numbers in `articles`), the camps that have no part in its rows.
pub(crate) fn silences(
    articles: &[&Article<'_>],
    columns: &[CampId],
    members: &[usize],
    rows: &[Row],
) -> Vec<Silence> {
    let held: Vec<&CampId> = members.iter().filter_map(|m| articles[*m].camp).collect();
    let mut out = Vec::new();
    for &article in members {
        for claim in 0..articles[article].reading.claims.len() {
            let claim = ClaimRef { article, claim };
            let says = speakers(articles, rows, claim);
            let lapses: Vec<Lapse> = columns
                .iter()
                .filter(|camp| !says.contains(camp))
                .map(|camp| Lapse {
                    camp: camp.clone(),
                    reason: if held.contains(&camp) {
                        SilenceReason::Silent
                    } else {
                        SilenceReason::NotImported
                    },
                })
                .collect();
            if !lapses.is_empty() {
                out.push(Silence { claim, camps: lapses });
            }
        }
    }
    out
}

/// The camps with a cell in a row in which the claim stands, and the claim's own voice.
fn speakers<'a>(articles: &[&'a Article<'_>], rows: &'a [Row], claim: ClaimRef) -> Vec<&'a CampId> {
    let content = &articles[claim.article].reading.claims[claim.claim];
    let stands = |row: &&Row| {
        let mut pieces = row.cells.iter().flat_map(|c| &c.pieces).filter(|p| !p.relayed);
        pieces.any(|p| p.article == claim.article && p.span.overlap(content.span) > 0)
    };
    let cells = rows.iter().filter(stands).flat_map(|r| &r.cells);
    cells.filter_map(|c| c.camp.as_ref()).chain(content.voice.camp.as_ref()).collect()
}
