//! When what an article tells has happened: the day of publication and the days it names.
//!
//! A report is of the days shortly before its publication; a day long past that stands in it is background,
//! unless it names no other. An article without a date is placed by the days that its lead fixes by their own
//! words. What nothing places stays open.

use crate::comparison::Article;
use jiff::civil::Date;
use riwayat_text::Grain;

/// The days that an article is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct When {
    /// Stretches of days, inclusive; empty where nothing tells.
    pub(crate) days: Vec<(Date, Date)>,
    /// True where the article states no day of publication.
    pub(crate) inferred: bool,
}

/// A day named this long before publication is still what the report is about. Days, 3 to 14.
const FRESH_DAYS: i32 = 7;

impl When {
    /// What the article tells; `lead_end` is the byte at which its lead ends.
    pub(crate) fn of(article: &Article<'_>, lead_end: usize) -> Self {
        let stated = article.published.or(article.reading.dateline.map(|(_, day)| day)).map(|d| (d, d));
        let published = stated.or(article.inferred);
        let said = said(article, lead_end, published.is_none());
        let days = match published {
            None => said,
            Some(p) => of_published(p, &said),
        };
        Self { days, inferred: stated.is_none() }
    }

    /// Days between the two, 0 where they meet; `None` where one of them is open.
    pub(crate) fn gap(&self, other: &Self) -> Option<i32> {
        let apart = |a: &(Date, Date), b: &(Date, Date)| between(a.1, b.0).max(between(b.1, a.0)).max(0);
        self.days.iter().flat_map(|a| other.days.iter().map(move |b| apart(a, b))).min()
    }

    /// The stretches as numbers of days.
    pub(crate) fn numbers(&self) -> Vec<(i32, i32)> {
        let number = |d: Date| between(Date::constant(1970, 1, 1), d);
        self.days.iter().map(|d| (number(d.0), number(d.1))).collect()
    }

    /// First and last day.
    pub(crate) fn hull(&self) -> Option<(Date, Date)> {
        let from = self.days.iter().map(|d| d.0).min()?;
        Some((from, self.days.iter().map(|d| d.1).max()?))
    }
}

/// Days from `a` to `b`.
pub(crate) fn between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |s| s.get_days())
}

/// The days named, as fine as a few days; where `absolute`, only those of the lead that need no other date.
fn said(article: &Article<'_>, lead_end: usize, absolute: bool) -> Vec<(Date, Date)> {
    let fine = |g: Grain| matches!(g, Grain::DayPart | Grain::Day);
    let dates = article.reading.dates.iter();
    dates
        .filter(|d| fine(d.grain) && (!absolute || d.absolute) && d.span.start() < lead_end)
        .filter_map(|d| Some((d.from?, d.to?)))
        .collect()
}

/// Of the days named, those that a report of this day can be about, and the day itself; where it names only days
/// long past, the latest of them too.
fn of_published(published: (Date, Date), said: &[(Date, Date)]) -> Vec<(Date, Date)> {
    let age = |d: &(Date, Date)| between(d.1, published.0);
    let mut days: Vec<_> = said.iter().copied().filter(|d| (0..=FRESH_DAYS).contains(&age(d))).collect();
    if days.is_empty() {
        days.extend(said.iter().copied().filter(|d| age(d) > 0).max());
    }
    days.push(published);
    days.sort_unstable();
    days.dedup();
    days
}
