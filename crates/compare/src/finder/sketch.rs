//! What is kept of an article to find its event: terms with how often and where they stand, and days.
//!
//! Text and reading can be dropped once it is made.

use super::packed::MOST_TIMES;
use crate::comparison::Article;
use crate::profile::{self, Kind, Profile, Term};
use riwayat_claims::Lexicon;

/// One article, for [`crate::Finder`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// The article's id; ties are broken by it.
    pub(crate) id: String,
    /// The days that it is about, as numbers of days; empty where that is open.
    pub(crate) days: Vec<(i32, i32)>,
    /// Its terms, by print.
    pub(crate) words: Vec<Word>,
}

/// A term of a sketch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// The print of its key.
    pub(crate) print: u64,
    /// What it is.
    pub(crate) kind: Kind,
    /// True for what half the reports of a war hold.
    pub(crate) common: bool,
    /// How often it counts in the whole: once for each time, once more in the lead, twice in the title.
    pub(crate) whole: u32,
    /// How often it counts in lead and title: once for each time in the lead, twice in the title.
    pub(crate) lead: u32,
    /// True where it stands in the title.
    pub(crate) title: bool,
}

impl Sketch {
    /// The sketch of an article.
    #[must_use]
    pub fn of(article: &Article<'_>, lexicon: &Lexicon) -> Self {
        let (profile, terms) = profile::alone(article, lexicon);
        Self::of_profile(article.id, &profile, &terms)
    }

    /// The sketch of an article whose terms are known by number.
    pub(crate) fn of_profile(id: &str, profile: &Profile, terms: &[Term]) -> Self {
        let lead = profile.lead;
        let body = profile
            .body
            .iter()
            .enumerate()
            .map(|(n, b)| (b.term, 1 + u32::from(n < lead), u32::from(n < lead), false));
        let title = profile.title.iter().map(|t| (*t, profile::TITLE_WEIGHT, profile::TITLE_WEIGHT, true));
        let mut stands: Vec<(u32, u32, u32, bool)> = body.chain(title).collect();
        stands.sort_unstable();
        let word = |same: &[(u32, u32, u32, bool)]| {
            let term = &terms[same[0].0 as usize];
            Word {
                print: term.print,
                kind: term.kind.clone(),
                common: term.common,
                whole: same.iter().map(|s| s.1).sum::<u32>().min(MOST_TIMES),
                lead: same.iter().map(|s| s.2).sum::<u32>().min(MOST_TIMES),
                title: same.iter().any(|s| s.3),
            }
        };
        let mut words: Vec<Word> = stands.chunk_by(|a, b| a.0 == b.0).map(word).collect();
        words.sort_by_key(|w| w.print);
        Self { id: id.to_owned(), days: profile.when.numbers(), words }
    }

    /// The prints of its terms, ascending.
    pub fn prints(&self) -> impl Iterator<Item = u64> + '_ {
        self.words.iter().map(|w| w.print)
    }

    /// The same article under another id, some days later, its terms under other prints: for making large piles with
    /// known events.
    #[must_use]
    pub fn disguised(&self, id: String, days: i32, print: impl Fn(u64) -> u64) -> Self {
        let later = |d: &(i32, i32)| (d.0.saturating_add(days), d.1.saturating_add(days));
        let mut words = self.words.clone();
        words.iter_mut().for_each(|w| w.print = print(w.print));
        words.sort_by_key(|w| w.print);
        words.dedup_by_key(|w| w.print);
        Self { id, days: self.days.iter().map(later).collect(), words }
    }
}
