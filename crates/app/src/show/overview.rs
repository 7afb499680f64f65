//! The list of events, with what each camp has on each.

use super::Scene;
use crate::UNASSIGNED;
use crate::view::{CampCoverage, Coverage, EventHead, StorylineHead};
use jiff::Span as Days;
use jiff::civil::Date;
use riwayat_claims::MentionKind;
use riwayat_compare::{Event, RelationKind, Storyline};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// How many days around an event an article of a camp must have been published for the camp to count as
/// silent on it rather than not imported: news of a happening comes within three days or not at all.
const NEAR_DAYS: i64 = 3;

/// The order of the list of events, of first day and id: newest first, undated last.
pub(super) fn newest_first<D: Ord>(a: (Option<D>, &str), b: (Option<D>, &str)) -> Ordering {
    (b.0.is_some().cmp(&a.0.is_some())).then_with(|| b.0.cmp(&a.0)).then_with(|| a.1.cmp(b.1))
}

impl Scene<'_> {
    /// The events, newest first; undated last.
    #[must_use]
    pub fn event_heads(&self) -> Vec<EventHead> {
        let mut heads: Vec<EventHead> = self.found.events.iter().map(|e| self.event_head(e)).collect();
        heads.sort_by(|a, b| newest_first((a.from.as_ref(), &a.id), (b.from.as_ref(), &b.id)));
        heads
    }

    /// The storylines of more than one event.
    #[must_use]
    pub fn storyline_heads(&self) -> Vec<StorylineHead> {
        (self.found.storylines.iter().filter(|s| s.events.len() > 1))
            .map(|s| StorylineHead {
                id: s.id.clone(),
                title: self.line_title(s),
                events: s.events.iter().map(|e| self.found.events[*e].id.clone()).collect(),
                why: (&s.why).into(),
            })
            .collect()
    }

    /// What a storyline is called: it bears the title of one of its events, and her name of that.
    fn line_title(&self, line: &Storyline) -> String {
        let mut events = line.events.iter().map(|e| &self.found.events[*e]);
        events.find(|e| e.title == line.title).map_or_else(|| line.title.clone(), |e| self.title(e))
    }

    /// One event in the list.
    #[must_use]
    pub fn event_head(&self, event: &Event) -> EventHead {
        self.head.map_or_else(|| self.found_head(event), Clone::clone)
    }

    /// The same, from what is here.
    #[must_use]
    pub fn found_head(&self, event: &Event) -> EventHead {
        let kinds: Vec<RelationKind> =
            event.rows.iter().filter_map(|row| self.strongest(row, event)).map(|r| r.kind).collect();
        let count = |wanted: &[RelationKind]| kinds.iter().filter(|k| wanted.contains(k)).count();
        let storyline = &self.found.storylines[event.storyline];
        EventHead {
            id: event.id.clone(),
            title: self.title(event),
            found_title: self.names.contains_key(&event.id).then(|| event.title.clone()),
            from: event.from.map(|d| d.to_string()),
            to: event.to.map(|d| d.to_string()),
            date_inferred: event.date_inferred,
            storyline: (storyline.events.len() > 1).then(|| storyline.id.clone()),
            articles: event.articles.len(),
            contradictions: count(&[RelationKind::Contradict, RelationKind::Denied]),
            differences: count(&[RelationKind::FiguresDiffer]),
            coverage: self.found_coverage(event),
            place: self.place(event),
        }
    }

    /// What each camp has on an event, in the order of the columns.
    #[must_use]
    pub fn coverage(&self, event: &Event) -> Vec<CampCoverage> {
        self.head.map_or_else(|| self.found_coverage(event), |head| head.coverage.clone())
    }

    fn found_coverage(&self, event: &Event) -> Vec<CampCoverage> {
        let has = |camp: &str| {
            event.articles.iter().filter(|i| super::column_of(&self.prepared[**i]) == camp).count()
        };
        let state = |camp: &str, articles: usize| {
            if articles > 0 {
                Coverage::Covers
            } else if self.relays(event, camp) {
                Coverage::Relayed
            } else if self.near(event, camp) {
                Coverage::Silent
            } else {
                Coverage::NotImported
            }
        };
        (self.camps().iter())
            .map(|c| (has(&c.id), c))
            .filter(|(articles, c)| *articles > 0 || c.id != UNASSIGNED)
            .map(|(articles, c)| CampCoverage { state: state(&c.id, articles), camp: c.id.clone(), articles })
            .collect()
    }

    fn relays(&self, event: &Event, camp: &str) -> bool {
        let pieces = event
            .rows
            .iter()
            .flat_map(|r| &r.cells)
            .filter(|c| c.camp.as_ref().is_some_and(|id| id.as_str() == camp));
        pieces.flat_map(|c| &c.pieces).any(|p| p.relayed)
    }

    /// True where an article of the camp was published near the event, on something else.
    fn near(&self, event: &Event, camp: &str) -> bool {
        let (Some(from), Some(to)) = (event.from, event.to.or(event.from)) else { return false };
        let window = Days::new().days(NEAR_DAYS);
        let shift = |d: Date, by: Days| d.checked_add(by).unwrap_or(d);
        let (first, last) = (shift(from, -window), shift(to, window));
        let Some(days) = self.days.get(camp) else { return false };
        days.get(days.partition_point(|d| *d < first)).is_some_and(|d| *d <= last)
    }

    /// The place that most articles of the event name, as first written.
    fn place(&self, event: &Event) -> Option<String> {
        let mut places: BTreeMap<&str, (usize, String)> = BTreeMap::new();
        for i in &event.articles {
            let p = &self.prepared[*i];
            let mut seen: Vec<&str> = Vec::new();
            for m in p.reading.mentions.iter().filter(|m| m.kind == MentionKind::Place) {
                if seen.contains(&m.entity.as_str()) {
                    continue;
                }
                seen.push(m.entity.as_str());
                let first = || (0, m.span.of(&p.article.text).to_owned());
                places.entry(m.entity.as_str()).or_insert_with(first).0 += 1;
            }
        }
        let most = places.values().map(|(n, _)| *n).max()?;
        places.into_values().find(|(n, _)| *n == most).map(|(_, name)| name)
    }
}
