//! What was found by words, by event.

use super::Scene;
use crate::search::Found;
use crate::view::{FoundEvent, FoundSentence, SearchView};
use riwayat_text::CodePoints;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most sentences that are listed. 100 to 1,000: who finds more types another word.
const LISTED: usize = 300;

impl Scene<'_> {
    /// The sentences that were found for what was typed, by event in the order of their list.
    #[must_use]
    pub fn search(&self, typed: &str, found: &[Found]) -> SearchView {
        let mut by_article: BTreeMap<usize, Vec<&Found>> = BTreeMap::new();
        for one in found {
            by_article.entry(one.article).or_default().push(one);
        }
        let tells = self.found.events.iter().enumerate();
        let event_of: HashMap<usize, usize> =
            tells.flat_map(|(n, e)| e.articles.iter().map(move |a| (*a, n))).collect();
        let touched: BTreeSet<usize> = by_article.keys().filter_map(|a| event_of.get(a).copied()).collect();
        let mut events: Vec<_> = touched.into_iter().map(|n| &self.found.events[n]).collect();
        events.sort_by(|a, b| super::overview::newest_first((a.from, &a.id), (b.from, &b.id)));
        let mut room = LISTED;
        let mut out = Vec::new();
        for event in events {
            let here = event.articles.iter().filter_map(|a| by_article.get(a)).flatten();
            let sentences: Vec<FoundSentence> = here.take(room).map(|one| self.sentence(one)).collect();
            room -= sentences.len();
            if sentences.is_empty() {
                break;
            }
            out.push(FoundEvent {
                event: event.id.clone(),
                title: self.title(event),
                from: event.from.map(|d| d.to_string()),
                sentences,
            });
        }
        SearchView {
            query: typed.to_owned(),
            sentences: found.len(),
            articles: by_article.len(),
            events: out,
            left_off: found.len().saturating_sub(LISTED),
        }
    }

    fn sentence(&self, found: &Found) -> FoundSentence {
        let p = &self.prepared[found.article];
        let points = CodePoints::new(&p.article.text);
        let (start, end) = points.of(found.sentence);
        let mark =
            |span: &riwayat_text::Span| (points.at(span.start()) - start, points.at(span.end()) - start);
        FoundSentence {
            article: p.id.clone(),
            outlet: p.outlet.clone(),
            camp: super::column_of(p),
            start,
            end,
            text: found.sentence.of(&p.article.text).to_owned(),
            marks: found.words.iter().map(mark).collect(),
        }
    }
}
