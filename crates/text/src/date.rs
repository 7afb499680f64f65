//! Dates: absolute and relative, resolved against the day of publication.

use crate::{Span, Token};
use jiff::civil::{Date, Time};

/// How fine a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grain {
    /// A part of a day (فجر الأحد).
    DayPart,
    /// One day.
    Day,
    /// A week, or some days.
    Days,
    /// A third of a month (أواخر).
    MonthPart,
    /// A month.
    Month,
    /// A season.
    Season,
    /// A year.
    Year,
}

/// A date as said.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// With the day part and weekday, without preposition.
    pub span: Span,
    /// First day, inclusive; `None` where there is nothing to resolve it against.
    pub from: Option<Date>,
    /// Last day, inclusive.
    pub to: Option<Date>,
    /// How fine it is.
    pub grain: Grain,
    /// Clock time, where one is said.
    pub time: Option<Time>,
    /// True where the words alone fix it, without the day of publication.
    pub absolute: bool,
}

/// The dates of a text, in order, not overlapping.
#[must_use]
pub fn dates(_text: &str, _tokens: &[Token], _published: Option<Date>) -> Vec<DateMention> {
    Vec::new()
}
