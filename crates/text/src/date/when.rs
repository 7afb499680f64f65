//! What a date says, and the days that it means on a given day of publication.

use super::Grain;
use super::calendar::{Calendar, Month};
use jiff::civil::{Date, Weekday};
use jiff::{Span as Stretch, ToSpan};

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// Beginning, middle or end of something, or a half or quarter of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Third {
    First,
    Middle,
    Last,
    FirstHalf,
    SecondHalf,
    /// Of a year, from 1.
    Quarter(i8),
}

/// Last, this or next, where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    Last,
    This,
    Next,
}

/// What a date says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    /// So many days from the day of publication.
    Offset(i32),
    /// The night before the day of publication.
    LastNight,
    Weekday(Weekday, Option<Shift>),
    Day {
        day: i8,
        calendar: Calendar,
        month: i8,
        year: Option<i16>,
        shift: Option<Shift>,
    },
    /// A day of the last, this or the next month.
    DayOf(i8, Shift),
    /// A day of the month named before.
    DayOfSame(i8),
    Month {
        calendar: Calendar,
        month: i8,
        year: Option<i16>,
        shift: Option<Shift>,
        third: Option<Third>,
    },
    /// The month before the one named before.
    MonthBefore,
    Year(i16, Option<Third>),
    /// The last, this or the next week, month or year.
    Period(Unit, Shift, Option<Third>),
    Season {
        season: i8,
        year: SeasonYear,
        third: Option<Third>,
    },
    /// So many units ago.
    Ago(f64, Unit),
    /// The last so many units.
    Last(f64, Unit),
    /// The next so many units.
    Next(f64, Unit),
    Range(Box<When>, Box<When>),
    /// A day whose weekday is said beside it.
    DayOn(Weekday, Box<When>),
    /// The night of a Hijri day: that day and the one before.
    NightOf(Box<When>),
    /// Again and again (كل جمعة): no one day.
    Recurring,
}

/// Which year's season.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SeasonYear {
    Named(i16),
    Relative(Shift),
    /// The latest that has begun.
    Latest,
    /// The next that has not begun.
    Coming,
    /// The one that goes on, else the coming one.
    Going,
}

/// What a date means: first and last day, and how fine it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Days {
    pub from: Date,
    pub to: Date,
}

/// What the dates before have named.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Memory {
    /// The month spoken of last.
    month: Option<Month>,
}

/// Days of a week's beginning or end.
const WEEK_EDGE_DAYS: i32 = 2;

/// The week of the Arab East begins on Saturday.
const FIRST_WEEKDAY: Weekday = Weekday::Saturday;

const LONGEST_AGO: f64 = 3000.0;

impl When {
    /// The days that it means; `None` where there is nothing to resolve it against.
    pub fn days(&self, published: Option<Date>, memory: &mut Memory) -> Option<Days> {
        let days = self.resolve(published, memory)?;
        if let Some(calendar) = self.names_a_month() {
            memory.month = calendar.month_of(days.from);
        }
        Some(days)
    }

    /// The day with day and month in the other order; `None` where they have but one, or the year leads.
    pub fn other_order(&self) -> Option<Date> {
        let Self::Day { day, calendar: Calendar::Gregorian, month, year: Some(year), shift: None } = *self
        else {
            return None;
        };
        Date::new(year, day, month).ok().filter(|_| day != month)
    }

    /// True where the words alone fix it.
    pub fn is_absolute(&self) -> bool {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } => year.is_some(),
            Self::Year(..) | Self::Season { year: SeasonYear::Named(_), .. } => true,
            Self::Range(a, b) => a.is_absolute() && b.is_absolute(),
            Self::NightOf(day) | Self::DayOn(_, day) => day.is_absolute(),
            _ => false,
        }
    }

    pub fn grain(&self) -> Grain {
        match self {
            Self::Offset(_) | Self::Weekday(..) | Self::Day { .. } | Self::DayOf(..) | Self::DayOfSame(_) => {
                Grain::Day
            }
            Self::DayOn(..) => Grain::Day,
            Self::LastNight | Self::NightOf(_) => Grain::DayPart,
            Self::Month { third: Some(_), .. } | Self::Period(Unit::Month, _, Some(_)) => Grain::MonthPart,
            Self::Month { .. } | Self::MonthBefore | Self::Period(Unit::Month, _, None) => Grain::Month,
            Self::Season { .. } | Self::Year(_, Some(_)) | Self::Period(Unit::Year, _, Some(_)) => {
                Grain::Season
            }
            Self::Year(_, None) | Self::Period(Unit::Year, _, None) => Grain::Year,
            Self::Ago(n, Unit::Year) if n.fract() == 0.0 => Grain::Year,
            Self::Ago(_, Unit::Month | Unit::Year) => Grain::Month,
            Self::Ago(..) => Grain::Day,
            Self::Period(..) | Self::Last(..) | Self::Next(..) | Self::Range(..) => Grain::Days,
            Self::Recurring => Grain::Recurring,
        }
    }

    /// The calendar of the month that it names.
    fn names_a_month(&self) -> Option<Calendar> {
        match self {
            Self::Day { calendar, .. } | Self::Month { calendar, .. } => Some(*calendar),
            Self::DayOn(_, day) => day.names_a_month(),
            Self::DayOf(..) | Self::MonthBefore | Self::Period(Unit::Month, ..) => Some(Calendar::Gregorian),
            _ => None,
        }
    }

    fn resolve(&self, published: Option<Date>, memory: &Memory) -> Option<Days> {
        match self {
            Self::Offset(days) => one(plus(published?, *days)?),
            Self::Recurring => None,
            Self::LastNight => span(plus(published?, -1)?, published?),
            Self::Weekday(weekday, shift) => one(weekday_of(published?, *weekday, *shift)?),
            Self::Day { day, calendar, month, year, shift } => one(day_of(
                *day,
                YearMonth { calendar: *calendar, month: *month, year: *year },
                *shift,
                published,
            )?),
            Self::DayOf(day, shift) => one(month_by(published?, *shift)?.day(*day)?),
            Self::DayOfSame(day) => one(memory.month?.day(*day)?),
            Self::Month { calendar, month, year, shift, third } => {
                let named = YearMonth { calendar: *calendar, month: *month, year: *year };
                month_part(month_of(named, *shift, published)?, *third)
            }
            Self::MonthBefore => month_part(memory.month?.plus(-1)?, None),
            Self::Year(year, third) => year_part(*year, *third),
            Self::Period(unit, shift, third) => period(*unit, *shift, *third, published?),
            Self::Season { season, year, third } => season_of(*season, *year, *third, published),
            Self::Ago(n, unit) => ago(*n, *unit, published?),
            Self::Last(n, unit) => span(published?.checked_sub(stretch(*n, *unit)?).ok()?, published?),
            Self::Next(n, unit) => span(published?, published?.checked_add(stretch(*n, *unit)?).ok()?),
            Self::DayOn(weekday, day) => {
                one(day.on(*weekday, published).or_else(|| Some(day.resolve(published, memory)?.from))?)
            }
            Self::NightOf(day) => {
                let day = day.resolve(published, memory)?;
                span(plus(day.from, -1)?, day.to)
            }
            Self::Range(a, b) => {
                let b = b.resolve(published, memory)?;
                // Of two weekdays the first is the one before the second.
                let first = match **a {
                    Self::Weekday(day, _) => weekday_of(b.from, day, None)?,
                    _ => a.resolve(published, memory)?.from,
                };
                span(first, b.to)
            }
        }
    }
}

impl When {
    /// The day that is nearest to publication among those of the last, this and the next year with that weekday;
    /// of a numeric date with its year the order of day and month that has it. `None` where none has.
    fn on(&self, weekday: Weekday, published: Option<Date>) -> Option<Date> {
        let Self::Day { day, calendar, month, year, shift } = *self else { return None };
        let fits = |d: &Date| d.weekday() == weekday;
        if let Some(year) = year {
            let swapped = || Date::new(year, day, month).ok().filter(|_| calendar == Calendar::Gregorian);
            return calendar.day(year, month, day).filter(fits).or_else(|| swapped().filter(fits));
        }
        let published = published.filter(|_| shift.is_none())?;
        let years = YearMonth { calendar, month, year }.years(published)?;
        let days = years.into_iter().filter_map(|y| calendar.day(y, month, day)).filter(fits);
        days.min_by_key(|d| (d.since(published).map_or(i32::MAX, |s| s.get_days().abs()), *d))
    }
}

fn one(day: Date) -> Option<Days> {
    Some(Days { from: day, to: day })
}

fn span(from: Date, to: Date) -> Option<Days> {
    (from <= to).then_some(Days { from, to })
}

fn plus(day: Date, days: i32) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// The latest such day that is not after publication; `الماضي` is before it, `المقبل` after it.
fn weekday_of(published: Date, weekday: Weekday, shift: Option<Shift>) -> Option<Date> {
    let back = i32::from(published.weekday().since(weekday));
    match shift {
        Some(Shift::Last) if back == 0 => plus(published, -7),
        Some(Shift::Next) => plus(published, 7 - back),
        _ => plus(published, -back),
    }
}

fn month_by(published: Date, shift: Shift) -> Option<Month> {
    Calendar::Gregorian.month_of(published)?.plus(step(shift))
}

/// How many units the last, this or the next one is away.
fn step(shift: Shift) -> i16 {
    match shift {
        Shift::Last => -1,
        Shift::This => 0,
        Shift::Next => 1,
    }
}

/// A month as named, with the year where that is said.
#[derive(Clone, Copy)]
struct YearMonth {
    calendar: Calendar,
    month: i8,
    year: Option<i16>,
}

impl YearMonth {
    /// Its first day in a year.
    fn first(self, year: i16) -> Option<Date> {
        self.calendar.day(year, self.month, 1)
    }

    /// The last, this and the next year of its calendar as seen on a day.
    fn years(self, published: Date) -> Option<[i16; 3]> {
        let year = self.calendar.month_of(published)?.year;
        Some([year - 1, year, year + 1])
    }
}

/// A day of a month; without a year the latest that is not after publication.
fn day_of(day: i8, named: YearMonth, shift: Option<Shift>, published: Option<Date>) -> Option<Date> {
    let of = |year: i16| named.calendar.day(year, named.month, day);
    if let Some(year) = named.year {
        return of(year);
    }
    let published = published?;
    let years = named.years(published)?;
    match shift {
        Some(Shift::This) => of(years[1]),
        Some(Shift::Next) => years.into_iter().filter_map(of).find(|d| *d > published),
        Some(Shift::Last) => years.into_iter().rev().filter_map(of).find(|d| *d < published),
        None => years.into_iter().rev().filter_map(of).find(|d| *d <= published),
    }
}

/// A month of a year; without one the latest that has begun by the day of publication.
fn month_of(named: YearMonth, shift: Option<Shift>, published: Option<Date>) -> Option<Month> {
    let of = |year: i16| named.first(year).map(|first| (year, first));
    let in_year = |year: i16| Month { calendar: named.calendar, year, number: named.month };
    if let Some(year) = named.year {
        return of(year).map(|_| in_year(year));
    }
    let published = published?;
    let this = named.calendar.month_of(published)?.day(1)?;
    let years = named.years(published)?;
    let found = match shift {
        Some(Shift::This) => of(years[1]),
        Some(Shift::Next) => years.into_iter().filter_map(of).find(|(_, d)| *d > this),
        Some(Shift::Last) => years.into_iter().rev().filter_map(of).find(|(_, d)| *d < this),
        None => years.into_iter().rev().filter_map(of).find(|(_, d)| *d <= this),
    };
    found.map(|(year, _)| in_year(year))
}

/// Parts of a month are its days 1 to 10, 11 to 20 and 21 to the last.
fn month_part(month: Month, third: Option<Third>) -> Option<Days> {
    let (from, to) = match third {
        None => (1, None),
        Some(Third::First) => (1, Some(10)),
        Some(Third::Middle) => (11, Some(20)),
        Some(Third::Last) => (21, None),
        Some(Third::FirstHalf) => (1, Some(15)),
        Some(Third::SecondHalf) => (16, None),
        Some(Third::Quarter(_)) => return None,
    };
    let last = to.map_or_else(|| month.last_day(), |day| month.day(day));
    span(month.day(from)?, last?)
}

/// The beginning and the end of a year are its first and last quarters, its middle the two between.
fn year_part(year: i16, third: Option<Third>) -> Option<Days> {
    let (from, to) = match third {
        None => (1, 12),
        Some(Third::First) => (1, 3),
        Some(Third::Middle) => (4, 9),
        Some(Third::Last) => (10, 12),
        Some(Third::FirstHalf) => (1, 6),
        Some(Third::SecondHalf) => (7, 12),
        Some(Third::Quarter(n)) => (3 * n - 2, 3 * n),
    };
    let month = |number: i8| Month { calendar: Calendar::of_year(year), year, number };
    span(month(from).day(1)?, month(to).last_day()?)
}

fn period(unit: Unit, shift: Shift, third: Option<Third>, published: Date) -> Option<Days> {
    match unit {
        Unit::Month => month_part(month_by(published, shift)?, third),
        Unit::Year => year_part(published.year().checked_add(step(shift))?, third),
        Unit::Week => week(plus(published, i32::from(step(shift)) * 7)?, third),
        Unit::Day | Unit::Hour => None,
    }
}

fn week(day: Date, third: Option<Third>) -> Option<Days> {
    let first = plus(day, -i32::from(day.weekday().since(FIRST_WEEKDAY)))?;
    let last = plus(first, 6)?;
    match third {
        None => span(first, last),
        Some(Third::First) => span(first, plus(first, WEEK_EDGE_DAYS - 1)?),
        Some(Third::Middle) => span(plus(first, WEEK_EDGE_DAYS)?, plus(last, -WEEK_EDGE_DAYS)?),
        Some(Third::Last) => span(plus(last, 1 - WEEK_EDGE_DAYS)?, last),
        Some(Third::FirstHalf | Third::SecondHalf | Third::Quarter(_)) => None,
    }
}

/// Meteorological seasons: spring is March to May; winter begins in December. `season` counts from spring, 1.
fn season_of(season: i8, year: SeasonYear, third: Option<Third>, published: Option<Date>) -> Option<Days> {
    let of = |year: i16| season_in(season, year, third);
    if let SeasonYear::Named(year) = year {
        return of(year);
    }
    let published = published?;
    let years = [published.year() - 1, published.year(), published.year() + 1];
    let whole = |year: &i16| season_in(season, *year, None);
    let begun = |year: &i16| whole(year).is_some_and(|d| d.from <= published);
    let found = match year {
        SeasonYear::Named(year) => Some(year),
        SeasonYear::Relative(shift) => period(Unit::Year, shift, None, published).map(|y| y.from.year()),
        SeasonYear::Latest => years.into_iter().rev().find(begun),
        SeasonYear::Coming => years.into_iter().find(|y| !begun(y)),
        SeasonYear::Going => years.into_iter().find(|y| whole(y).is_some_and(|d| d.to >= published)),
    };
    found.and_then(of)
}

fn season_in(season: i8, year: i16, third: Option<Third>) -> Option<Days> {
    let first = Date::new(year, season * 3, 1).ok()?;
    let month = |n: i32| first.checked_add(n.months()).ok();
    let (from, to) = match third {
        None => (0, 2),
        Some(Third::First) => (0, 0),
        Some(Third::Middle) => (1, 1),
        Some(Third::Last) => (2, 2),
        Some(Third::FirstHalf | Third::SecondHalf | Third::Quarter(_)) => return None,
    };
    span(month(from)?, month(to)?.last_of_month())
}

/// Days and weeks ago are one day; months and years ago are one month.
fn ago(n: f64, unit: Unit, published: Date) -> Option<Days> {
    let day = published.checked_sub(stretch(n, unit)?).ok()?;
    match unit {
        Unit::Hour | Unit::Day | Unit::Week => one(day),
        // A year ago is that year, a year and a half ago that month.
        Unit::Year if n.fract() == 0.0 => year_part(day.year(), None),
        Unit::Month | Unit::Year => month_part(Calendar::Gregorian.month_of(day)?, None),
    }
}

/// So many units as a stretch; hours count in whole days, half years in months.
#[allow(clippy::cast_possible_truncation, reason = "bounded by LONGEST_AGO")]
fn stretch(n: f64, unit: Unit) -> Option<Stretch> {
    if !(0.0..=LONGEST_AGO).contains(&n) {
        return None;
    }
    let whole = |n: f64| n.floor() as i32;
    Some(match unit {
        Unit::Hour => whole(n / 24.0).days(),
        Unit::Day => whole(n).days(),
        Unit::Week => whole(n * 7.0).days(),
        Unit::Month => whole(n).months(),
        Unit::Year => whole(n * 12.0).months(),
    })
}
