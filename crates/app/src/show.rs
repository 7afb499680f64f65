//! From a comparison to what the window draws.

pub mod claims;
pub mod event;
pub mod figures;
pub mod named;
pub mod naming;
mod neutral;
pub mod overview;
pub mod row;
pub mod search;
pub mod sources;

use crate::pipeline::{Knowledge, Prepared};
use crate::view::{Camp, EventHead, LinkView, Text};
use crate::{UNASSIGNED, convert};
use jiff::civil::Date;
use riwayat_claims::Voice;
use riwayat_compare::{Comparison, Event, Why};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The camps that always have a column, so that an account nobody imported is seen to be missing. They are the
/// first of the lexicon.
pub const STANDING_CAMPS: usize = 3;

/// Everything that views are made of.
#[derive(Debug)]
pub struct Scene<'a> {
    prepared: &'a [Arc<Prepared>],
    found: &'a Comparison,
    know: &'a Knowledge,
    /// What the analyst calls events, by id.
    names: &'a BTreeMap<String, String>,
    /// What is known of the one event that is shown, where the others are not here.
    head: Option<&'a EventHead>,
    camps: Vec<Camp>,
    /// The days on which articles of each camp were published, in order.
    days: BTreeMap<String, Vec<Date>>,
    /// For each article, the relations that one of its claims is in: indices into the comparison's.
    relations: Vec<Vec<usize>>,
    /// For each article, the ids of its claims, made when first asked for: a list of events needs none.
    claim_ids: Vec<OnceCell<Vec<String>>>,
}

impl<'a> Scene<'a> {
    /// Looks once at what was found; `own` are the camps that the analyst defined, `names` what she calls
    /// events, by id.
    #[must_use]
    pub fn new(
        prepared: &'a [Arc<Prepared>],
        found: &'a Comparison,
        know: &'a Knowledge,
        own: &[Camp],
        names: &'a BTreeMap<String, String>,
    ) -> Self {
        let mut days: BTreeMap<String, Vec<Date>> = BTreeMap::new();
        for p in prepared {
            days.entry(column_of(p)).or_default().extend(day_of(p));
        }
        for known in days.values_mut() {
            known.sort_unstable();
        }
        let mut relations = vec![Vec::new(); prepared.len()];
        for (n, r) in found.relations.iter().enumerate() {
            relations[r.a.article].push(n);
            if r.b.article != r.a.article {
                relations[r.b.article].push(n);
            }
        }
        let camps = camps(&days, know, own);
        let claim_ids = vec![OnceCell::new(); prepared.len()];
        Self { prepared, found, know, names, head: None, camps, days, relations, claim_ids }
    }

    /// The same of the articles of one event, of which this is known from all of them, with their camps.
    #[must_use]
    pub fn of_one(self, head: &'a EventHead, camps: &[Camp]) -> Self {
        Self { head: Some(head), camps: camps.to_vec(), ..self }
    }

    /// The camps of the dossier: the standing three, those of the analyst, and every other that an article
    /// has, in the order of the lexicon; unassigned last, where an article has none.
    #[must_use]
    pub fn camps(&self) -> &[Camp] {
        &self.camps
    }

    /// What an event is called: as the analyst named it, else by the program.
    #[must_use]
    pub fn title(&self, event: &Event) -> String {
        self.names.get(&event.id).unwrap_or(&event.title).clone()
    }

    /// The chain of a voice, outlet first, speaker last.
    #[must_use]
    pub fn chain(&self, article: usize, voice: &Voice) -> Vec<LinkView> {
        let p = &self.prepared[article];
        let outlet = LinkView {
            text: p.outlet.clone().unwrap_or_else(|| "—".to_owned()),
            camp: p.camp.as_ref().map(ToString::to_string),
            speaker: voice.span.is_none(),
        };
        let cut = |span: riwayat_text::Span| span.of(&p.article.text).to_owned();
        let mut out = vec![outlet];
        for link in &voice.chain {
            let Some(span) = link.span else { continue };
            let camp = link.camp.as_ref().map(ToString::to_string);
            out.push(LinkView { text: cut(span), camp, speaker: Some(span) == voice.span });
        }
        if let Some(span) = voice.span.filter(|_| !out.iter().any(|l| l.speaker)) {
            let camp = voice.camp.as_ref().map(ToString::to_string);
            out.push(LinkView { text: cut(span), camp, speaker: true });
        }
        out
    }
}

fn camps(days: &BTreeMap<String, Vec<Date>>, know: &Knowledge, own: &[Camp]) -> Vec<Camp> {
    let known = know.lexicon().camps();
    let mut out: Vec<Camp> = (known.iter().enumerate())
        .filter(|(n, c)| *n < STANDING_CAMPS || days.contains_key(c.id.as_str()))
        .map(|(_, c)| camp(c.id.as_str(), &c.ar, &c.en))
        .collect();
    out.extend(own.iter().cloned());
    let strange: Vec<&String> =
        days.keys().filter(|id| *id != UNASSIGNED && !out.iter().any(|c| c.id == **id)).collect();
    out.extend(strange.into_iter().map(|id| camp(id, id, id)));
    for (n, c) in out.iter_mut().enumerate() {
        c.position = n + 1;
    }
    if days.contains_key(UNASSIGNED) {
        out.push(camp(UNASSIGNED, "غير محدّد", "Unassigned"));
    }
    out
}

fn camp(id: &str, ar: &str, en: &str) -> Camp {
    Camp { id: id.to_owned(), label: Text { ar: ar.to_owned(), en: en.to_owned() }, position: 0 }
}

impl From<&Why> for Text {
    fn from(why: &Why) -> Self {
        Self { ar: why.ar.clone(), en: why.en.clone() }
    }
}

impl From<Why> for Text {
    fn from(why: Why) -> Self {
        Self { ar: why.ar, en: why.en }
    }
}

/// The day by which an article is placed: stated, else inferred.
#[must_use]
pub fn day_of(p: &Prepared) -> Option<Date> {
    p.article.published.or(p.inferred.map(|i| i.from))
}

/// The column of an article.
#[must_use]
pub fn column_of(p: &Prepared) -> String {
    convert::camp_name(p.camp.as_ref())
}
