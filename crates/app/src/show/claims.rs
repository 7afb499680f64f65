//! The table of accounts: lines of claims, and what each camp does with each of them: says it, says it otherwise, denies it,
//! does not mention it. A row has a line for each claim of it that others oppose, else one.

use super::Scene;
use crate::convert;
use crate::view::{ClaimsView, Column, Coverage, Slot, SlotCell, SlotState};
use crate::words::both;
use riwayat_claims::{Claim, EntityId, Polarity, RoleKind, event_words};
use riwayat_compare::{ClaimRef, Event, RelationKind, Row, Why};

impl Scene<'_> {
    /// The table of accounts of the event of this id.
    #[must_use]
    pub fn claims_table(&self, id: &str) -> Option<ClaimsView> {
        let event = self.found.events.iter().find(|e| e.id == id)?;
        let columns = self.columns(event);
        let of_row = |(n, row): (usize, &Row)| -> Vec<Slot> {
            let claims = self.claims_in(row);
            let anchors = self.anchors(&claims, event);
            anchors.into_iter().map(|a| self.slot(n, a, &claims, event, &columns)).collect()
        };
        Some(ClaimsView {
            event: event.id.clone(),
            title: self.title(event),
            camps: columns.iter().map(|c| c.camp.clone()).collect(),
            slots: event.rows.iter().enumerate().flat_map(of_row).collect(),
        })
    }

    /// The claims of a row that get a line each: those that another camp denies, or tells otherwise, each matter once; where
    /// there is none, the first.
    fn anchors(&self, claims: &[ClaimRef], event: &Event) -> Vec<ClaimRef> {
        let mut out: Vec<ClaimRef> = Vec::new();
        for at in claims.iter().copied().filter(|c| !self.denies(*c)) {
            let met = || self.met(at, event);
            let opposed = met().any(|(state, _, _)| weight(state) >= weight(SlotState::Otherwise));
            let known = |other: &ClaimRef| self.same_deed(at, *other) || met().any(|(_, o, _)| o == *other);
            if opposed && !out.iter().any(known) {
                out.push(at);
            }
        }
        if out.is_empty() {
            out.extend(claims.iter().copied().find(|c| !self.denies(*c)).or(claims.first().copied()));
        }
        out
    }

    fn denies(&self, at: ClaimRef) -> bool {
        self.claim_at(at).polarity == Polarity::Denied
    }

    pub(super) fn claim_at(&self, at: ClaimRef) -> &Claim {
        &self.prepared[at.article].reading.claims[at.claim]
    }

    /// What claims of other camps of the event make of one, and why.
    fn met<'s>(
        &'s self,
        at: ClaimRef,
        event: &'s Event,
    ) -> impl Iterator<Item = (SlotState, ClaimRef, &'s Why)> + 's {
        let of = self.relations[at.article].iter().map(|n| &self.found.relations[*n]);
        of.filter(move |r| r.a == at || r.b == at).filter_map(move |r| {
            let other = if r.a == at { r.b } else { r.a };
            let own = self.camp_of(at).is_some() && self.camp_of(other) == self.camp_of(at);
            let elsewhere = event.articles.contains(&other.article) && !own;
            Some((state_of(r.kind, self.denies(other))?, other, &r.why)).filter(|_| elsewhere)
        })
    }

    fn slot(
        &self,
        row: usize,
        anchor: ClaimRef,
        claims: &[ClaimRef],
        event: &Event,
        columns: &[Column],
    ) -> Slot {
        let words = self.claim_at(anchor).event_type.as_deref().and_then(event_words);
        let kind = words.map(|(ar, en)| Why { ar: ar.to_owned(), en: en.to_owned() });
        let cells: Vec<SlotCell> = columns.iter().map(|c| self.slot_cell(anchor, claims, event, c)).collect();
        Slot {
            row,
            claim: self.claim_place(anchor),
            kind: kind.map(Into::into),
            disagreement: cells.iter().map(|c| weight(c.state)).max().unwrap_or(0),
            cells,
        }
    }

    /// Whose account a claim is; none where nobody knows the camp of its voice.
    pub(super) fn camp_of(&self, at: ClaimRef) -> Option<String> {
        let claim = self.claim_at(at);
        let known = self.prepared[at.article].as_compared().camp_of(claim).map(ToString::to_string);
        known.or_else(|| claim.voice.span.is_none().then(|| convert::camp_name(None)))
    }

    /// True where an outlet of a column prints a claim, whoever says it.
    fn printed(&self, at: ClaimRef, column: &Column) -> bool {
        convert::camp_name(self.prepared[at.article].camp.as_ref()) == column.camp
    }

    /// What one camp does with a claim: by what its own claims are to it; where it has none, by what its outlets print on
    /// the word of others, which is told apart; else by what it has in the same row.
    fn slot_cell(&self, anchor: ClaimRef, claims: &[ClaimRef], event: &Event, column: &Column) -> SlotCell {
        let own = |c: ClaimRef| self.camp_of(c).is_some_and(|camp| camp == column.camp);
        let relayed = |c: ClaimRef| !own(c) && self.printed(c, column);
        let in_row = |mine: &dyn Fn(ClaimRef) -> bool| -> Vec<ClaimRef> {
            claims.iter().copied().filter(|c| mine(*c)).collect()
        };
        let told = |mine: &dyn Fn(ClaimRef) -> bool| self.told(anchor, mine, event);
        let beside = |mine: &dyn Fn(ClaimRef) -> bool| self.beside(anchor, in_row(mine));
        let sure = |found: &Found| found.state != SlotState::NotComparable;
        let found = told(&own)
            .or_else(|| beside(&own).filter(sure))
            .map(|found| (found, false))
            .or_else(|| told(&relayed).map(|found| (self.both_ways(anchor, found, in_row(&relayed)), true)))
            .or_else(|| beside(&own).map(|found| (found, false)))
            .or_else(|| beside(&relayed).map(|found| (found, true)));
        let gap = column.state == Coverage::NotImported;
        let nothing = if gap { SlotState::NotImported } else { SlotState::NotMentioned };
        let (found, relayed) =
            found.unwrap_or((Found { state: nothing, claims: Vec::new(), why: None }, false));
        SlotCell {
            camp: column.camp.clone(),
            state: found.state,
            relayed,
            claims: found.claims.into_iter().map(|c| self.claim_place(c)).collect(),
            why: found.why.map(Into::into),
        }
    }

    /// Where outlets print on others' word what is against a claim, and beside it what says it too, they print both.
    fn both_ways(&self, anchor: ClaimRef, found: Found, beside: Vec<ClaimRef>) -> Found {
        let says = |c: &ClaimRef| *c != anchor && !self.denies(*c) && self.tells_too(anchor, *c);
        let mut claims: Vec<ClaimRef> = beside.into_iter().filter(says).collect();
        // Whether a figure is told again, only the relation of figures tells.
        let against = matches!(found.state, SlotState::Denies | SlotState::Otherwise)
            && self.claim_at(anchor).quantities.is_empty();
        claims.retain(|c| !found.claims.contains(c));
        if !against || claims.is_empty() {
            return found;
        }
        let why = both("تنقل منابره القول وما يخالفه", "its outlets print both this and what is against it");
        claims.extend(found.claims);
        Found { state: SlotState::NotComparable, claims, why: Some(why) }
    }

    /// What is made of a claim by some claims: that they are it, or the strongest relation that one of them has to it.
    fn told(&self, anchor: ClaimRef, mine: &dyn Fn(ClaimRef) -> bool, event: &Event) -> Option<Found> {
        if mine(anchor) {
            let state = if self.denies(anchor) { SlotState::Denies } else { SlotState::Says };
            return Some(Found { state, claims: vec![anchor], why: None });
        }
        let met: Vec<_> = self.met(anchor, event).filter(|(_, other, _)| mine(*other)).collect();
        let (state, _, why) = *met.iter().max_by_key(|m| weight(m.0))?;
        Some(Found { state, claims: met.iter().map(|m| m.1).collect(), why: Some(why.clone()) })
    }

    /// Who does what a claim tells, or is accused of it.
    pub(super) fn doers(&self, at: ClaimRef) -> Vec<&EntityId> {
        let roles = self.claim_at(at).roles.iter();
        roles.filter(|r| matches!(r.kind, RoleKind::Agent | RoleKind::Accused)).map(|r| &r.entity).collect()
    }

    /// True of two claims that tell one kind of deed by one doer, and count nothing.
    fn same_deed(&self, a: ClaimRef, b: ClaimRef) -> bool {
        let (x, y) = (self.claim_at(a), self.claim_at(b));
        let counts = !x.quantities.is_empty() || !y.quantities.is_empty();
        let doers = self.doers(b);
        !counts && x.event_type == y.event_type && self.doers(a).iter().any(|d| doers.contains(d))
    }

    /// True where one claim tells what the other does, as far as its kind and its doer go: who leaves out who did it does not
    /// say that it was this one.
    fn tells_too(&self, anchor: ClaimRef, other: ClaimRef) -> bool {
        let (kind, doers) = (self.claim_at(anchor).event_type.as_deref(), self.doers(anchor));
        let theirs = self.doers(other);
        kind.is_none_or(|k| self.claim_at(other).event_type.as_deref() == Some(k))
            && (doers.is_empty() || doers.iter().any(|d| theirs.contains(d)))
    }

    /// What sentences of one row are to a claim of it where no relation was found: where they tell the same kind of happening
    /// by the same doer, they say it, or where all of them deny, they deny it; else that cannot be told.
    fn beside(&self, anchor: ClaimRef, beside: Vec<ClaimRef>) -> Option<Found> {
        let (state, why) = if beside.is_empty() {
            return None;
        } else if beside.iter().any(|c| !self.denies(*c) && self.tells_too(anchor, *c)) {
            (SlotState::Says, None)
        } else if beside.iter().any(|c| self.tells_too(anchor, *c)) && !self.denies(anchor) {
            (SlotState::Denies, Some(both("ينفيه قائله", "whoever tells it denies it")))
        } else {
            let why = both(
                "جملته في الصف نفسه، ولا تقول هذا القول",
                "its sentence stands in the same row, and does not say this",
            );
            (SlotState::NotComparable, Some(why))
        };
        Some(Found { state, claims: beside, why })
    }
}

/// What a cell holds.
struct Found {
    state: SlotState,
    claims: Vec<ClaimRef>,
    why: Option<Why>,
}

/// What a relation makes of a claim; `denies` where the other claim says no.
fn state_of(kind: RelationKind, denies: bool) -> Option<SlotState> {
    match kind {
        RelationKind::Denied if denies => Some(SlotState::Denies),
        RelationKind::Contradict | RelationKind::FiguresDiffer => Some(SlotState::Otherwise),
        RelationKind::NotComparable => Some(SlotState::NotComparable),
        RelationKind::Agree => Some(SlotState::Says),
        RelationKind::Denied | RelationKind::SameAccusation | RelationKind::Admission => None,
    }
}

/// How much a state parts the accounts: what contradicts before what differs before what is left out.
fn weight(state: SlotState) -> usize {
    match state {
        SlotState::Denies => 4,
        SlotState::Otherwise => 3,
        SlotState::NotComparable => 2,
        SlotState::NotMentioned => 1,
        SlotState::Says | SlotState::NotImported => 0,
    }
}
