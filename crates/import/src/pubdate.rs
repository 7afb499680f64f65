//! The day of publication that a line or a field states.
//!
//! A line states it when hardly anything else is in it: a date inside a sentence is part of the news. Relative
//! dates (أمس) and dates without a day or year state nothing.

use crate::line::{Line, words};
use jiff::civil::Date;
use riwayat_text::date::dates;
use riwayat_text::{DateMention, Grain, tokens};
use std::sync::LazyLock;

/// A stated day of publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) date: Date,
    /// The line or value that states it.
    pub(crate) text: String,
    /// The digits, where day and month could change places.
    pub(crate) ambiguous: Option<String>,
    /// What the line calls it; the least counts.
    pub(crate) rank: Rank,
}

/// What a date is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Day of publication, by a label.
    Published,
    /// Nothing.
    Bare,
    /// Day of the last change.
    Updated,
}

/// Most words beside the date: أخبار سورية, the city, the weekday, the hour and its zone.
const OTHER_WORDS: usize = 6;

/// Words that call a date the day of publication, and of change.
const PUBLISHED: [&str; 9] =
    ["نشر", "النشر", "نشرت", "نشرة", "أضيف", "الإضافة", "published", "posted", "تاريخ"];
const UPDATED: [&str; 7] = ["تحديث", "التحديث", "حدث", "عدل", "تعديل", "updated", "modified"];

static PUBLISHED_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| words(&PUBLISHED.join(" ")));
static UPDATED_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| words(&UPDATED.join(" ")));

/// The day of publication that a line states, if it is such a line.
pub(crate) fn stated(line: &Line<'_>) -> Option<Stated> {
    if line.prose {
        return None;
    }
    let text = line.text;
    let found: Vec<DateMention> =
        dates(text, &tokens(text), None).into_iter().filter(|d| day_of(d).is_some()).collect();
    let mut at = 0;
    let mut best: Option<Stated> = None;
    let mut others = 0;
    for mention in &found {
        let before = words(text.get(at..mention.span.start()).unwrap_or(""));
        let rank = rank(&before);
        others += before.len();
        at = mention.span.end();
        if best.as_ref().is_none_or(|b| rank < b.rank) {
            let ambiguous = ambiguous(mention.span.of(text));
            best = day_of(mention).map(|date| Stated { date, text: text.to_owned(), ambiguous, rank });
        }
    }
    others += words(text.get(at..).unwrap_or("")).len();
    best.filter(|_| others <= OTHER_WORDS)
}

fn day_of(mention: &DateMention) -> Option<Date> {
    let one_day = mention.absolute && mention.from == mention.to;
    mention.from.filter(|_| one_day && matches!(mention.grain, Grain::Day | Grain::DayPart))
}

fn rank(before: &[String]) -> Rank {
    if before.iter().any(|w| UPDATED_WORDS.contains(w)) {
        Rank::Updated
    } else if before.iter().any(|w| PUBLISHED_WORDS.contains(w)) {
        Rank::Published
    } else {
        Rank::Bare
    }
}

/// The text, where it is `d/m/yyyy` with day and month that could change places.
fn ambiguous(text: &str) -> Option<String> {
    let folded = riwayat_text::normal::fold(text);
    let parts: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).collect();
    let digits_only = folded.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | ' '));
    let [a, b, year] = parts.as_slice() else { return None };
    let small = |s: &str| s.parse::<u8>().is_ok_and(|n| (1..=12).contains(&n));
    (digits_only && year.len() == 4 && small(a) && small(b) && a != b).then(|| text.to_owned())
}

/// Reads an ISO 8601 date or date-time; the day is that of the writer's own clock.
///
/// `2018-11-27`, `2018-11-27T13:11:00+03:00` and `2018-11-27 13:11` give 27 November; anything else nothing.
pub(crate) fn iso(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, rest) = text.split_at_checked(10)?;
    let date: Date = day.parse().ok()?;
    let mut rest = rest.chars();
    match rest.next() {
        None => Some(date),
        Some('T' | 't' | ' ') => rest.next().is_some_and(|c| c.is_ascii_digit()).then_some(date),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_iso_day_is_that_of_the_writer() {
        assert_eq!(iso("2018-11-27"), Some(date(2018, 11, 27)));
        assert_eq!(iso("2018-11-27T23:50:00-03:00"), Some(date(2018, 11, 27)));
        assert_eq!(iso("2018-11-27 13:11"), Some(date(2018, 11, 27)));
        for wrong in ["", "2018", "2018-11", "2018-13-01", "27/11/2018", "2018-11-27x", "٢٠١٨-١١-٢٧"]
        {
            assert_eq!(iso(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_line_states_the_day_when_hardly_anything_else_is_in_it() {
        let check = |text: &str, day| assert_eq!(stated(&Line::new(text)).map(|s| s.date), day, "{text}");
        check("● أخبار الساحل ٥ شباط ٢٠٢١", Some(date(2021, 2, 5)));
        check("2021.02.05 | 09:30 تل الورد", Some(date(2021, 2, 5)));
        check("تاريخ النشر: 5 فبراير/شباط 2021", Some(date(2021, 2, 5)));
        check("آخر تحديث: 6 فبراير 2021 - تاريخ النشر: 5 فبراير 2021", Some(date(2021, 2, 5)));
        check("خطة التعافي المبكر في الساحل حتى 31 كانون الأول 2021 تدخل حيز التنفيذ رسميا", None);
        check("شباط 2021", None);
        check("أمس الجمعة", None);
    }

    #[test]
    fn day_and_month_that_could_change_places_are_told() {
        let ambiguous = |text: &str| stated(&Line::new(text)).and_then(|s| s.ambiguous);
        assert_eq!(ambiguous("5/2/2021"), Some("5/2/2021".to_owned()));
        assert_eq!(ambiguous("25/2/2021"), None);
        assert_eq!(ambiguous("5 شباط 2021"), None);
    }
}
