//! One sentence as a side of a pair: everything that all its claims name, together.

use crate::comparison::Article;
use crate::telling::{family_of, holders};
use jiff::civil::Date;
use riwayat_claims::{EntityId, Mention, MentionKind, Polarity, Reading, RoleKind, types_named};
use riwayat_text::token::{endings, readings};
use riwayat_text::{Grain, Span};

/// One sentence of a pair.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    /// It, read as an article.
    pub(crate) article: &'a Article<'a>,
    /// The places it names.
    pub(crate) places: Vec<&'a EntityId>,
    /// The actors it names, persons and organisations among them, that speak in none of its claims.
    pub(crate) silent: Vec<&'a EntityId>,
    /// The persons it names.
    pub(crate) persons: Vec<&'a EntityId>,
    /// The families of the happenings it tells.
    pub(crate) families: Vec<&'a str>,
    /// The days it names.
    pub(crate) days: Vec<(Date, Date)>,
    /// True where something in it is denied.
    pub(crate) denies: bool,
}

impl<'a> Side<'a> {
    /// Gathers one sentence.
    pub(crate) fn new(article: &'a Article<'a>) -> Self {
        let reading = article.reading;
        let named = |is: fn(MentionKind) -> bool| {
            let told = reading.mentions.iter().filter(|m| is(m.kind) && !is_ruled_out(reading, m));
            let mut out: Vec<&EntityId> = told.map(|m| &m.entity).collect();
            out.sort();
            out.dedup();
            out
        };
        let fine = reading.dates.iter().filter(|d| matches!(d.grain, Grain::Day | Grain::DayPart));
        let told = reading.claims.iter().filter_map(|c| c.event_type.as_deref());
        let named_kinds = types_named(reading, Span::new(0, article.text.len()));
        let mut families: Vec<&'a str> =
            told.chain(named_kinds).map(|kind| family_of(kind).unwrap_or(kind)).collect();
        // باتت بيد قوات النظام: taken, though no verb says so.
        if reading.claims.iter().any(|claim| !holders(reading, claim).is_empty()) {
            families.push("control");
        }
        families.sort_unstable();
        families.dedup();
        let actors = named(|k| !matches!(k, MentionKind::Place | MentionKind::Outlet));
        let speaks = |e: &EntityId| reading.claims.iter().any(|c| c.voice.entity.as_ref() == Some(e));
        Self {
            article,
            silent: actors.into_iter().filter(|e| !speaks(e)).collect(),
            places: named(|k| k == MentionKind::Place),
            persons: named(|k| k == MentionKind::Person),
            families,
            days: fine.filter_map(|d| Some((d.from?, d.to?))).collect(),
            denies: reading.claims.iter().any(|c| c.polarity == Polarity::Denied),
        }
    }

    /// Who plays this part in any claim.
    pub(crate) fn role(&self, kind: RoleKind) -> Vec<&'a EntityId> {
        let claims = self.article.reading.claims.iter();
        let mut out: Vec<&EntityId> =
            claims.flat_map(|c| &c.roles).filter(|r| r.kind == kind).map(|r| &r.entity).collect();
        out.sort();
        out.dedup();
        out
    }

    /// True where one of these folded words stands in it, with any clitics.
    pub(crate) fn has(&self, words: &[&str]) -> bool {
        let is = |key: &str| {
            readings(key)
                .any(|r| words.contains(&r.rest) || endings(r.rest).any(|e| words.iter().any(|w| e.is(w))))
        };
        self.article.reading.tokens.iter().any(|t| t.is_word() && is(&t.key))
    }
}

/// داخل مدينة الحسكة لا في الباغوز: not there.
fn is_ruled_out(reading: &Reading, place: &Mention) -> bool {
    let at = reading.tokens.partition_point(|t| t.span.end() <= place.span.start());
    let key = |back: usize| at.checked_sub(back).map_or("", |i| reading.tokens[i].key.as_str());
    place.kind == MentionKind::Place && key(1) == "في" && matches!(key(2), "لا" | "ولا" | "ليس" | "وليس")
}
