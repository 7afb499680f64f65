//! What the rules of [`super::rules`] make of their matches.

use super::calendar::Calendar;
use super::when::{SeasonYear, Shift, Third, Unit, When};
use super::words::LAST;
use super::{DayPart, Value};
use crate::grammar::Found;
use crate::{Token, TokenKind};

type F<'a> = Found<'a, Value>;

/// Years that bare digits may mean.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// Years that bare digits mean without the word year beside them.
const RECENT_YEARS: std::ops::RangeInclusive<i16> = 1990..=2035;

#[allow(clippy::cast_possible_truncation, reason = "checked to be whole and in range")]
fn whole(n: f64) -> Option<i16> {
    (n.fract() == 0.0 && (0.0..=9999.0).contains(&n)).then_some(n as i16)
}

fn count(f: &F, n: usize) -> Option<f64> {
    f.items().filter_map(|i| if let Value::Count(n) = i.value { Some(n) } else { None }).nth(n)
}

fn count_of(f: &F, class: &str) -> Option<i16> {
    if let Value::Count(n) = f.value(class)? { whole(*n) } else { None }
}

fn day(f: &F) -> Option<i8> {
    let n = count_of(f, "n").or_else(|| count_of(f, "nth"))?;
    i8::try_from(n).ok().filter(|d| (1..=31).contains(d))
}

fn month(f: &F) -> Option<(Calendar, i8)> {
    f.items().find_map(|i| if let Value::Month(c, m) = i.value { Some((c, m)) } else { None })
}

/// The year beside a month; one of the other calendar is no year of it.
fn year_of(f: &F, calendar: Calendar) -> Option<Option<i16>> {
    let year = year(f);
    year.is_none_or(|y| Calendar::of_year(y) == calendar).then_some(year)
}

fn year(f: &F) -> Option<i16> {
    count_of(f, "year")
}

fn shift(f: &F) -> Option<Shift> {
    f.items().find_map(|i| if let Value::Shift(s) = i.value { Some(s) } else { None })
}

fn third(f: &F) -> Option<Third> {
    f.items().find_map(|i| if let Value::Third(t) = i.value { Some(t) } else { None })
}

fn unit(f: &F) -> Option<Unit> {
    f.items().find_map(|i| if let Value::Unit(u) = i.value { Some(u) } else { None })
}

fn season(f: &F) -> Option<i8> {
    f.items().find_map(|i| if let Value::Season(s) = i.value { Some(s) } else { None })
}

fn whens<'a>(f: &F<'a>) -> impl Iterator<Item = &'a When> {
    f.items().filter_map(|i| if let Value::When { when, .. } = &i.value { Some(when) } else { None })
}

fn said(when: When) -> Option<Value> {
    Some(Value::When { when, day_part: None })
}

pub(super) fn same(f: &F) -> Option<Value> {
    f.item(0).map(|i| i.value.clone())
}

pub(super) fn last(f: &F) -> Option<Value> {
    f.items().last().map(|i| i.value.clone())
}

pub(super) fn ordinal(f: &F) -> Option<Value> {
    Some(Value::Count(count(f, 0)?))
}

pub(super) fn ordinal_teen(f: &F) -> Option<Value> {
    Some(Value::Count(count(f, 0)? + 10.0))
}

pub(super) fn ordinal_and_tens(f: &F) -> Option<Value> {
    Some(Value::Count(count(f, 0)? + count(f, 1)?))
}

pub(super) fn definite_tens(f: &F) -> Option<Value> {
    let item = f.item(0)?;
    item.is_definite().then(|| item.value.clone())
}

/// Both names of a double name are of one month.
pub(super) fn same_month(f: &F) -> Option<Value> {
    let mut months =
        f.items().filter_map(|i| if let Value::Month(c, m) = i.value { Some((c, m)) } else { None });
    let first = months.next()?;
    months.all(|m| m == first).then_some(Value::Month(first.0, first.1))
}

pub(super) fn a_year(f: &F) -> Option<Value> {
    let digits = f.item(0).is_some_and(|i| f.chart.tokens[i.tokens.0].kind == TokenKind::Number);
    let n = count(f, 0).and_then(whole)?;
    let known = YEARS.contains(&n) || Calendar::of_year(n) == Calendar::Hijri;
    (digits && known).then(|| Value::Count(f64::from(n)))
}

/// `1436هـ`: digits that only the Hijri calendar has, so that no word behind them can be counted.
pub(super) fn a_hijri_year(f: &F) -> Option<Value> {
    let n = count(f, 0).and_then(whole)?;
    (Calendar::of_year(n) == Calendar::Hijri).then(|| Value::Count(f64::from(n)))
}

pub(super) fn hijri_year(f: &F) -> Option<Value> {
    said(When::Year(count_of(f, "hijri-year")?, third(f)))
}

/// Ramadan is said without شهر where no name can stand; other months are not.
pub(super) fn ramadan(f: &F) -> Option<Value> {
    const RAMADAN: i8 = 9;
    (month(f)? == (Calendar::Hijri, RAMADAN)).then(|| a_month(f)).flatten()
}

pub(super) fn day_and_month(f: &F) -> Option<Value> {
    let (calendar, month) = month(f)?;
    said(When::Day { day: day(f)?, calendar, month, year: year_of(f, calendar)?, shift: shift(f) })
}

pub(super) fn first_of_month(f: &F) -> Option<Value> {
    let (calendar, month) = month(f)?;
    said(When::Day { day: 1, calendar, month, year: year_of(f, calendar)?, shift: shift(f) })
}

pub(super) fn a_month(f: &F) -> Option<Value> {
    let (calendar, month) = month(f)?;
    said(When::Month { calendar, month, year: year_of(f, calendar)?, shift: shift(f), third: third(f) })
}

/// Which part of `a/b/c` is the day: the first, unless the year leads.
pub(super) fn numeric(f: &F) -> Option<Value> {
    let [a, b, c] =
        [count(f, 0).and_then(whole)?, count(f, 1).and_then(whole)?, count(f, 2).and_then(whole)?];
    let (day, month, year) = if a > 31 { (c, b, a) } else { (a, b, full_year(c)?) };
    let day = i8::try_from(day).ok().filter(|d| (1..=31).contains(d))?;
    let month = i8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    let calendar = Calendar::of_year(year);
    let known = calendar == Calendar::Hijri || YEARS.contains(&year);
    known.then(|| said(When::Day { day, calendar, month, year: Some(year), shift: None })).flatten()
}

/// Two digits are a year of this century.
fn full_year(n: i16) -> Option<i16> {
    match n {
        10..=99 => Some(2000 + n),
        n if YEARS.contains(&n) || Calendar::of_year(n) == Calendar::Hijri => Some(n),
        _ => None,
    }
}

pub(super) fn numeric_with_month_name(f: &F) -> Option<Value> {
    let (day, year) = (count(f, 0).and_then(whole)?, count(f, 1).and_then(whole).and_then(full_year)?);
    let day = i8::try_from(day).ok().filter(|d| (1..=31).contains(d))?;
    let (calendar, month) = month(f)?;
    let fits = Calendar::of_year(year) == calendar;
    fits.then(|| said(When::Day { day, calendar, month, year: Some(year), shift: None })).flatten()
}

pub(super) fn numeric_day_and_month(f: &F) -> Option<Value> {
    let day = i8::try_from(count(f, 0).and_then(whole)?).ok().filter(|d| (1..=31).contains(d))?;
    let month = i8::try_from(count(f, 1).and_then(whole)?).ok().filter(|m| (1..=12).contains(m))?;
    said(When::Day { day, calendar: Calendar::Gregorian, month, year: None, shift: None })
}

pub(super) fn day_of_month(f: &F) -> Option<Value> {
    said(When::DayOf(day(f)?, shift(f).unwrap_or(Shift::This)))
}

/// `في 13 الجاري`, `منذ الثالث من الجاري`: behind a preposition of time or the word day, and in digits, for `الاثنين` is a
/// weekday; an ordinal without من is of something else (`الأسبوع الثالث الماضي`).
pub(super) fn day_of_shifted(f: &F) -> Option<Value> {
    let (from, to) = f.tokens();
    let tokens = &f.chart.tokens;
    let before = from.checked_sub(1).map(|b| tokens[b].key.trim_start_matches('و'))?;
    let told = tokens[from].kind == TokenKind::Number || tokens[from..to].iter().any(|t| t.key == "من");
    let weekday = count_of(f, "n").is_some() && tokens[from].kind != TokenKind::Number;
    let when = matches!(before, "في" | "منذ" | "حتي" | "بتاريخ" | "يوم" | "ليله");
    (when && told && !weekday).then(|| day_of_month(f)).flatten()
}

pub(super) fn day_of_same_month(f: &F) -> Option<Value> {
    said(When::DayOfSame(day(f)?))
}

pub(super) fn the_year(f: &F) -> Option<Value> {
    said(When::Year(year(f)?, third(f)))
}

/// Bare digits are a year only where no counted noun can follow.
pub(super) fn bare_year(f: &F) -> Option<Value> {
    let year = year(f).filter(|y| RECENT_YEARS.contains(y))?;
    let next = f.chart.tokens.get(f.tokens().1);
    let counted =
        next.is_some_and(|t| t.is_word() && !t.key.starts_with(['و', 'ا', 'ف', 'ب', 'ل']) || t.is_sign("%"));
    (!counted).then(|| said(When::Year(year, third(f)))).flatten()
}

pub(super) fn years(f: &F) -> Option<Value> {
    let year = |n| count(f, n).and_then(whole).map(|y| Box::new(When::Year(y, None)));
    said(When::Range(year(0)?, year(1)?))
}

fn a_season(f: &F, year: SeasonYear) -> Option<Value> {
    said(When::Season { season: season(f)?, year, third: third(f) })
}

pub(super) fn season_of_year(f: &F) -> Option<Value> {
    a_season(f, SeasonYear::Named(year(f)?))
}

pub(super) fn season_of_shifted_year(f: &F) -> Option<Value> {
    a_season(f, SeasonYear::Relative(shift(f)?))
}

pub(super) fn season_shifted(f: &F) -> Option<Value> {
    match shift(f)? {
        Shift::Next => a_season(f, SeasonYear::Coming),
        Shift::This | Shift::Last => a_season(f, SeasonYear::Latest),
    }
}

pub(super) fn this_season(f: &F) -> Option<Value> {
    a_season(f, SeasonYear::Latest)
}

/// The end of a season is of the one that goes on or comes; `قبل الشتاء` is the next that has not begun.
pub(super) fn coming_season(f: &F) -> Option<Value> {
    f.nth("season", 0)?.is_definite().then(|| a_season(f, SeasonYear::Coming)).flatten()
}

pub(super) fn part_of_season(f: &F) -> Option<Value> {
    f.nth("season", 0)?.is_definite().then(|| a_season(f, SeasonYear::Going)).flatten()
}

/// كل جمعة: no day of its own.
pub(super) fn recurring(_: &F) -> Option<Value> {
    said(When::Recurring)
}

pub(super) fn a_weekday(f: &F) -> Option<Value> {
    let weekday = f.items().find_map(|i| if let Value::Weekday(w) = i.value { Some(w) } else { None })?;
    said(When::Weekday(weekday, shift(f)))
}

pub(super) fn nights(f: &F) -> Option<Value> {
    let mut days = f.items().filter_map(|i| if let Value::Weekday(w) = i.value { Some(w) } else { None });
    let (first, second) = (days.next()?, days.next()?);
    let follows = first.next() == second;
    let range = |s| When::Range(Box::new(When::Weekday(first, s)), Box::new(When::Weekday(second, s)));
    follows.then(|| said(range(shift(f)))).flatten()
}

pub(super) fn two_weekdays(f: &F) -> Option<Value> {
    let mut days = f.items().filter_map(|i| if let Value::Weekday(w) = i.value { Some(w) } else { None });
    let (first, second) = (days.next()?, days.next()?);
    let boxed = |w| Box::new(When::Weekday(w, shift(f)));
    said(When::Range(boxed(first), boxed(second)))
}

fn offset(days: i32) -> Option<Value> {
    said(When::Offset(days))
}

pub(super) fn yesterday(_: &F) -> Option<Value> {
    offset(-1)
}

pub(super) fn day_before_yesterday(_: &F) -> Option<Value> {
    offset(-2)
}

pub(super) fn tomorrow(_: &F) -> Option<Value> {
    offset(1)
}

/// `صباح غد`, `من غد`, `غد الخميس`; but `نحو غد أفضل` is the future.
pub(super) fn morrow(f: &F) -> Option<Value> {
    let next = f.chart.tokens.get(f.tokens().1).filter(|t| t.is_word()).map_or("", |t| t.key.as_str());
    let better = matches!(next, "افضل" | "مشرق" | "اجمل" | "جديد" | "امن" | "واعد" | "قريب" | "مختلف");
    (!better).then(|| offset(1)).flatten()
}

pub(super) fn day_after_tomorrow(_: &F) -> Option<Value> {
    offset(2)
}

/// Words that make `اليوم` another day than today, or part of a name.
const NOT_TODAY: [&str; 22] = [
    "التالي",
    "نفسه",
    "ذاته",
    "الاول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
    "الحادي",
    "الاخير",
    "الواحد",
    "العالمي",
    "الوطني",
    "الدولي",
    "الدراسي",
    "الموعود",
    "الذي",
];

/// Places that media are called after (`بغداد اليوم`), where they open a line.
const PLACES_OF_MEDIA: [&str; 6] = ["بغداد", "فلسطين", "روسيا", "سوريا", "مصر", "لبنان"];

pub(super) fn today(f: &F) -> Option<Value> {
    let (at, end) = f.tokens();
    let other = f.chart.tokens.get(end).is_some_and(|t| NOT_TODAY.contains(&t.key.as_str()));
    let pointed = at.checked_sub(1).is_some_and(|b| is_pointing(&f.chart.tokens[b]));
    let medium = match f.chart.tokens.get(..at) {
        Some([.., before, place]) if before.kind != TokenKind::Break => place.key == "روسيا",
        Some([.., place]) => PLACES_OF_MEDIA.contains(&place.key.as_str()),
        _ => false,
    };
    (!other && !pointed && !medium).then(|| offset(0)).flatten()
}

fn is_pointing(token: &Token) -> bool {
    matches!(token.key.as_str(), "ذلك" | "نفس" | "ذات" | "منتصف" | "طوال" | "طيله") || token.is_sign("«")
}

pub(super) fn this_day(f: &F) -> Option<Value> {
    let part = match f.part(1).next()?.key.as_str() {
        "الصباح" => DayPart::Morning,
        "المساء" => DayPart::Evening,
        "الفجر" => DayPart::Dawn,
        _ => DayPart::Night,
    };
    Some(Value::When { when: When::Offset(0), day_part: Some(part) })
}

pub(super) fn last_night(_: &F) -> Option<Value> {
    said(When::LastNight)
}

/// How many of which unit: `n` or one or two, and a half where that is said.
fn amount(f: &F) -> Option<(f64, Unit)> {
    let two = f.items().any(|i| i.class == "two-units");
    let n = count(f, 0).unwrap_or(if two { 2.0 } else { 1.0 });
    let (from, to) = f.tokens();
    let half = f.chart.tokens[from..to].iter().any(|t| t.key == "ونصف");
    Some((n + if half { 0.5 } else { 0.0 }, unit(f)?))
}

/// `قبل يوم من الاشتباكات` is not tied to now, nor is `قبل شهر رمضان`.
pub(super) fn ago(f: &F) -> Option<Value> {
    let (n, unit) = amount(f)?;
    let end = f.tokens().1;
    let tied = f.chart.tokens.get(end).is_none_or(|t| !matches!(t.key.as_str(), "من" | "علي" | "بدء"));
    let first = f.items().next()?;
    let definite = first.class == "unit" && first.is_definite();
    let names_it = f.chart.at(end).any(|i| matches!(i.class, "mon" | "weak-mon"));
    (tied && !definite && !names_it).then(|| said(When::Ago(n, unit))).flatten()
}

/// `قبل سنتين وشهرين`: reckoned in months.
pub(super) fn years_and_months_ago(f: &F) -> Option<Value> {
    let units: Vec<_> = f.items().filter(|i| i.class != "n").collect();
    let months = |item: &crate::grammar::Item<Value>, n: f64| match item.value {
        Value::Unit(Unit::Year) => Some(12.0 * n),
        Value::Unit(Unit::Month) => Some(n),
        _ => None,
    };
    let of = |item: &crate::grammar::Item<Value>| if item.class == "two-units" { 2.0 } else { 1.0 };
    let [first, second] = units.as_slice() else { return None };
    let larger = first.value == Value::Unit(Unit::Year) && second.value == Value::Unit(Unit::Month);
    let n = count(f, 0).unwrap_or_else(|| of(first));
    let months = months(first, n)? + months(second, of(second))?;
    larger.then(|| said(When::Ago(months, Unit::Month))).flatten()
}

/// How many words before خلال the future is looked for.
const FUTURE_REACH: usize = 6;

/// `ستبدأ خلال ثلاثة أيام` counts from now; without a future it is a duration.
pub(super) fn within_of_future(f: &F) -> Option<Value> {
    let (at, _) = f.tokens();
    let words = f.chart.tokens[at.saturating_sub(FUTURE_REACH)..at].iter().rev();
    let clause = words.take_while(|t| t.is_word());
    let future = |key: &str| {
        let key = key.strip_prefix('و').unwrap_or(key);
        ["سي", "ست", "سن"].iter().any(|p| key.starts_with(p)) && key.chars().count() >= 5
    };
    clause.into_iter().any(|t| future(&t.key)).then(|| within(f)).flatten()
}

pub(super) fn since(f: &F) -> Option<Value> {
    let (n, unit) = amount(f)?;
    let definite = f.items().next().is_some_and(|i| i.class == "unit" && i.is_definite());
    (!definite).then(|| said(When::Last(n, unit))).flatten()
}

pub(super) fn within(f: &F) -> Option<Value> {
    let (n, unit) = amount(f)?;
    said(When::Next(n, unit))
}

pub(super) fn some_units(f: &F) -> Option<Value> {
    let (n, unit) = amount(f)?;
    match shift(f)? {
        Shift::Last => said(When::Last(n, unit)),
        Shift::Next => said(When::Next(n, unit)),
        Shift::This => None,
    }
}

fn definite_unit(f: &F) -> Option<Unit> {
    let item = f.nth("unit", 0)?;
    let unit = unit(f)?;
    (item.is_definite() && !matches!(unit, Unit::Day | Unit::Hour)).then_some(unit)
}

pub(super) fn shifted_unit(f: &F) -> Option<Value> {
    said(When::Period(definite_unit(f)?, shift(f)?, third(f)))
}

pub(super) fn this_unit(f: &F) -> Option<Value> {
    said(When::Period(definite_unit(f)?, Shift::This, third(f)))
}

pub(super) fn month_before(_: &F) -> Option<Value> {
    said(When::MonthBefore)
}

/// A day of a range, its month, year and side of now taken from the other end where it has none.
pub(super) fn range(f: &F) -> Option<Value> {
    let other = whens(f).last()?;
    let When::Day { calendar, month, year, shift, .. } = *other else { return None };
    let first = match (whens(f).next()?, count(f, 0)) {
        (When::Day { day, calendar: own, month, year: None, shift: None }, None) if *own == calendar => {
            When::Day { day: *day, calendar, month: *month, year, shift }
        }
        (_, Some(n)) => {
            let day = i8::try_from(whole(n)?).ok().filter(|d| (1..=31).contains(d))?;
            When::Day { day, calendar, month, year, shift }
        }
        (first, None) => first.clone(),
    };
    said(When::Range(Box::new(first), Box::new(other.clone())))
}

/// `يومي 5 و6 من الشهر الجاري`.
pub(super) fn two_of_month(f: &F) -> Option<Value> {
    let When::DayOf(last, shift) = *whens(f).last()? else { return None };
    let first = i8::try_from(whole(count(f, 0)?)?).ok().filter(|d| (1..last).contains(d))?;
    said(When::Range(Box::new(When::DayOf(first, shift)), Box::new(When::DayOf(last, shift))))
}

pub(super) fn part_of_day(f: &F) -> Option<Value> {
    let part = f.items().find_map(|i| if let Value::DayPart(p) = i.value { Some(p) } else { None });
    whens(f).next().map(|when| Value::When { when: when.clone(), day_part: part })
}

/// A day with its weekday beside it, by which its year can be told.
pub(super) fn on_weekday(f: &F) -> Option<Value> {
    let weekday = whens(f).find_map(|w| if let When::Weekday(day, None) = w { Some(*day) } else { None });
    let day = whens(f).last()?;
    match weekday {
        Some(weekday) => said(When::DayOn(weekday, Box::new(day.clone()))),
        None => said(day.clone()),
    }
}

/// Which half or quarter is said: `النصف الأول`, `الربع الأخير`.
fn fraction(f: &F) -> Option<Third> {
    let parts = count_of(f, "half").or_else(|| count_of(f, "quarter"))?;
    let nth = match f.value("nth")? {
        Value::Count(n) if *n == LAST => parts,
        Value::Count(n) => whole(*n)?,
        _ => return None,
    };
    match (parts, nth) {
        (2, 1) => Some(Third::FirstHalf),
        (2, 2) => Some(Third::SecondHalf),
        (4, 1..=4) => i8::try_from(nth).ok().map(Third::Quarter),
        _ => None,
    }
}

pub(super) fn part_of_month(f: &F) -> Option<Value> {
    let (calendar, month) = month(f)?;
    let first = f.part(1).next()?.key == "الاول";
    let third = Some(if first { Third::FirstHalf } else { Third::SecondHalf });
    said(When::Month { calendar, month, year: year_of(f, calendar)?, shift: shift(f), third })
}

pub(super) fn part_of_named_year(f: &F) -> Option<Value> {
    said(When::Year(year(f)?, Some(fraction(f)?)))
}

pub(super) fn part_of_period(f: &F) -> Option<Value> {
    let (unit, third) = (definite_unit(f)?, fraction(f)?);
    let fits = unit == Unit::Year || unit == Unit::Month && !matches!(third, Third::Quarter(_));
    fits.then(|| said(When::Period(unit, shift(f).unwrap_or(Shift::This), Some(third)))).flatten()
}

/// One day named in both calendars: the Gregorian is taken, since months that are sighted begin a day apart.
pub(super) fn two_calendars(f: &F) -> Option<Value> {
    let days: Vec<_> = whens(f).filter(|w| matches!(w, When::Day { .. })).collect();
    let calendar = |w: &When| if let When::Day { calendar, .. } = w { Some(*calendar) } else { None };
    let differ = calendar(days.first()?) != calendar(days.last()?);
    let gregorian = days.into_iter().find(|w| calendar(w) == Some(Calendar::Gregorian))?;
    differ.then(|| said(gregorian.clone())).flatten()
}

/// The night of a Hijri day begins on the evening before it.
pub(super) fn hijri_night(f: &F) -> Option<Value> {
    let day = whens(f).next().filter(|w| matches!(w, When::Day { calendar: Calendar::Hijri, .. }))?;
    Some(Value::When { when: When::NightOf(Box::new(day.clone())), day_part: Some(DayPart::Night) })
}

/// The weekday that stands behind yesterday or today says nothing new.
pub(super) fn day_and_its_weekday(f: &F) -> Option<Value> {
    let mut both = whens(f);
    let (first, second) = (both.next()?, both.next()?);
    let relative = matches!(first, When::Offset(_));
    (relative && matches!(second, When::Weekday(_, None))).then(|| said(first.clone())).flatten()
}

/// Two weekdays side by side are a night only behind its name.
pub(super) fn only_dates(f: &F) -> Option<Value> {
    let weekdays = whens(f).any(|w| matches!(w, When::Range(a, _) if matches!(**a, When::Weekday(..))));
    (!weekdays).then(|| same(f)).flatten()
}
