//! The accounts of one event, side by side.

use super::Scene;
use super::row::Reasons;
use crate::view::{ArticleHead, Column, Coverage, EventView, LayerCount, MarkLayer, MemberView, RowView};
use riwayat_compare::Event;

/// The layers in the order of their switches.
const LAYERS: [MarkLayer; 8] = [
    MarkLayer::Word,
    MarkLayer::Clitic,
    MarkLayer::Spelling,
    MarkLayer::Digits,
    MarkLayer::Figure,
    MarkLayer::Voice,
    MarkLayer::Naming,
    MarkLayer::Moved,
];

impl Scene<'_> {
    /// The event of this id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<EventView> {
        let event = self.found.events.iter().find(|e| e.id == id)?;
        let columns = self.columns(event);
        let mut reasons = Reasons::default();
        let row = |(n, row)| self.row(n + 1, row, event, &columns, &mut reasons);
        let rows: Vec<RowView> = event.rows.iter().enumerate().map(row).collect();
        let member = |m: &riwayat_compare::Membership| MemberView {
            article: self.prepared[m.article].id.clone(),
            why: (&m.why).into(),
            score: m.score,
            decided: m.decided,
        };
        Some(EventView {
            head: self.event_head(event),
            why: (&event.why).into(),
            members: event.members.iter().map(member).collect(),
            layers: layer_counts(&rows),
            columns,
            rows,
            reasons: reasons.all(),
            origins: texts(event),
        })
    }

    pub(super) fn columns(&self, event: &Event) -> Vec<Column> {
        let column = |c: crate::view::CampCoverage| {
            let mine = event.articles.iter().filter(|i| super::column_of(&self.prepared[**i]) == c.camp);
            let articles = mine.map(|i| self.article_head(*i, Some(event))).collect();
            Column { camp: c.camp, state: c.state, articles }
        };
        let standing: Vec<String> = self
            .know
            .lexicon()
            .camps()
            .iter()
            .take(super::STANDING_CAMPS)
            .map(|c| c.id.to_string())
            .collect();
        let shown = |c: &Column| {
            standing.contains(&c.camp)
                || matches!(c.state, Coverage::Covers | Coverage::Relayed | Coverage::Silent)
        };
        self.coverage(event).into_iter().map(column).filter(shown).collect()
    }

    /// One article in a column's head.
    #[must_use]
    pub fn article_head(&self, index: usize, event: Option<&Event>) -> ArticleHead {
        let p = &self.prepared[index];
        let origins = event.map(|e| e.origins.as_slice()).unwrap_or_default();
        let same = origins.iter().filter(|o| o.articles.contains(&index)).flat_map(|o| &o.articles);
        ArticleHead {
            id: p.id.clone(),
            title: p.article.title.clone(),
            outlet: p.outlet.clone(),
            camp: super::column_of(p),
            published: super::day_of(p).map(|d| d.to_string()),
            time: p.article.published_text.as_deref().and_then(clock),
            date_inferred: p.article.published.is_none() && p.inferred.is_some(),
            same_origin: same.filter(|i| **i != index).map(|i| self.prepared[*i].id.clone()).collect(),
        }
    }
}

/// How many texts of an event do not stem from one another.
pub(super) fn texts(event: &Event) -> usize {
    let copies: usize = event.origins.iter().map(|o| o.articles.len().saturating_sub(1)).sum();
    event.articles.len().saturating_sub(copies)
}

fn layer_counts(rows: &[RowView]) -> Vec<LayerCount> {
    let marks = || rows.iter().flat_map(|r| &r.cells).flat_map(|c| &c.pieces).flat_map(|p| &p.marks);
    LAYERS
        .iter()
        .map(|layer| LayerCount { layer: *layer, count: marks().filter(|m| m.layer == *layer).count() })
        .collect()
}

/// The clock time in a date as written: `2018.11.27 | 13:11 دمشق` gives `13:11`.
fn clock(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digits =
        |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
    (0..bytes.len()).filter(|i| bytes[*i] == b':' && *i >= 2).find_map(|i| {
        let time = text.get(i - 2..i + 3)?;
        (digits(i - 2..i) && digits(i + 1..i + 3) && time < "24").then(|| time.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_clock_time_is_read_from_a_date_as_written() {
        assert_eq!(clock("2018.11.27 | 13:11 دمشق").as_deref(), Some("13:11"));
        assert_eq!(clock("2026-03-14T07:30:00+03:00").as_deref(), Some("07:30"));
        assert_eq!(clock("٣ نوفمبر ٢٠١٧"), None);
        assert_eq!(clock("نسبة 99:99"), None);
    }
}
