//! How the words of [`super::words`] make dates.

use super::when::{SeasonYear, Shift, Third, Unit, When};
use super::{DayPart, Value};
use crate::grammar::{Found, Layer, Policy, Rule};
use crate::{Token, TokenKind};

type Row = Rule<Value>;
type F<'a> = Found<'a, Value>;

/// The layers: class `date` is a result, `none` is passed over.
pub(super) static LAYERS: [Layer<Value>; 5] = [
    Layer { policy: Policy::All, rules: PARTS },
    Layer { policy: Policy::All, rules: PLAIN },
    Layer { policy: Policy::All, rules: DAYS },
    Layer { policy: Policy::All, rules: PARTS_OF_DAYS },
    Layer { policy: Policy::Longest, rules: RESULTS },
];

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

fn month(f: &F) -> Option<i8> {
    f.items().find_map(|i| if let Value::Month(m) = i.value { Some(m) } else { None })
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

fn same(f: &F) -> Option<Value> {
    f.item(0).map(|i| i.value.clone())
}

fn last(f: &F) -> Option<Value> {
    f.items().last().map(|i| i.value.clone())
}

fn ordinal(f: &F) -> Option<Value> {
    Some(Value::Count(count(f, 0)?))
}

fn ordinal_teen(f: &F) -> Option<Value> {
    Some(Value::Count(count(f, 0)? + 10.0))
}

fn ordinal_and_tens(f: &F) -> Option<Value> {
    Some(Value::Count(count(f, 0)? + count(f, 1)?))
}

fn definite_tens(f: &F) -> Option<Value> {
    let item = f.item(0)?;
    item.is_definite().then(|| item.value.clone())
}

/// Both names of a double name are of one month.
fn same_month(f: &F) -> Option<Value> {
    let mut months = f.items().filter_map(|i| if let Value::Month(m) = i.value { Some(m) } else { None });
    let first = months.next()?;
    months.all(|m| m == first).then_some(Value::Month(first))
}

fn a_year(f: &F) -> Option<Value> {
    let digits = f.item(0).is_some_and(|i| f.chart.tokens[i.tokens.0].kind == TokenKind::Number);
    let n = count(f, 0).and_then(whole)?;
    (digits && YEARS.contains(&n)).then(|| Value::Count(f64::from(n)))
}

fn day_and_month(f: &F) -> Option<Value> {
    said(When::Day { day: day(f)?, month: month(f)?, year: year(f), shift: shift(f) })
}

fn first_of_month(f: &F) -> Option<Value> {
    said(When::Day { day: 1, month: month(f)?, year: year(f), shift: shift(f) })
}

fn a_month(f: &F) -> Option<Value> {
    said(When::Month { month: month(f)?, year: year(f), shift: shift(f), third: third(f) })
}

/// Which part of `a/b/c` is the day: the first, unless the year leads.
fn numeric(f: &F) -> Option<Value> {
    let [a, b, c] =
        [count(f, 0).and_then(whole)?, count(f, 1).and_then(whole)?, count(f, 2).and_then(whole)?];
    let (day, month, year) = if a > 31 { (c, b, a) } else { (a, b, full_year(c)?) };
    let day = i8::try_from(day).ok().filter(|d| (1..=31).contains(d))?;
    let month = i8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    YEARS.contains(&year).then(|| said(When::Day { day, month, year: Some(year), shift: None })).flatten()
}

/// Two digits are a year of this century.
fn full_year(n: i16) -> Option<i16> {
    match n {
        10..=99 => Some(2000 + n),
        n if YEARS.contains(&n) => Some(n),
        _ => None,
    }
}

fn numeric_with_month_name(f: &F) -> Option<Value> {
    let (day, year) = (count(f, 0).and_then(whole)?, count(f, 1).and_then(whole).and_then(full_year)?);
    let day = i8::try_from(day).ok().filter(|d| (1..=31).contains(d))?;
    said(When::Day { day, month: month(f)?, year: Some(year), shift: None })
}

fn numeric_day_and_month(f: &F) -> Option<Value> {
    let day = i8::try_from(count(f, 0).and_then(whole)?).ok().filter(|d| (1..=31).contains(d))?;
    let month = i8::try_from(count(f, 1).and_then(whole)?).ok().filter(|m| (1..=12).contains(m))?;
    said(When::Day { day, month, year: None, shift: None })
}

fn day_of_month(f: &F) -> Option<Value> {
    said(When::DayOf(day(f)?, shift(f).unwrap_or(Shift::This)))
}

fn day_of_same_month(f: &F) -> Option<Value> {
    said(When::DayOfSame(day(f)?))
}

fn the_year(f: &F) -> Option<Value> {
    said(When::Year(year(f)?, third(f)))
}

/// Bare digits are a year only where no counted noun can follow.
fn bare_year(f: &F) -> Option<Value> {
    let year = year(f).filter(|y| RECENT_YEARS.contains(y))?;
    let next = f.chart.tokens.get(f.tokens().1);
    let counted =
        next.is_some_and(|t| t.is_word() && !t.key.starts_with(['و', 'ا', 'ف', 'ب', 'ل']) || t.is_sign("%"));
    (!counted).then(|| said(When::Year(year, third(f)))).flatten()
}

fn years(f: &F) -> Option<Value> {
    let year = |n| count(f, n).and_then(whole).map(|y| Box::new(When::Year(y, None)));
    said(When::Range(year(0)?, year(1)?))
}

fn a_season(f: &F, year: SeasonYear) -> Option<Value> {
    said(When::Season { season: season(f)?, year, third: third(f) })
}

fn season_of_year(f: &F) -> Option<Value> {
    a_season(f, SeasonYear::Named(year(f)?))
}

fn season_of_shifted_year(f: &F) -> Option<Value> {
    a_season(f, SeasonYear::Relative(shift(f)?))
}

fn season_shifted(f: &F) -> Option<Value> {
    match shift(f)? {
        Shift::Next => a_season(f, SeasonYear::Coming),
        Shift::This | Shift::Last => a_season(f, SeasonYear::Latest),
    }
}

fn this_season(f: &F) -> Option<Value> {
    a_season(f, SeasonYear::Latest)
}

/// The end of a season is of the one that goes on or comes; `قبل الشتاء` is the next that has not begun.
fn coming_season(f: &F) -> Option<Value> {
    f.nth("season", 0)?.is_definite().then(|| a_season(f, SeasonYear::Coming)).flatten()
}

fn part_of_season(f: &F) -> Option<Value> {
    f.nth("season", 0)?.is_definite().then(|| a_season(f, SeasonYear::Going)).flatten()
}

fn a_weekday(f: &F) -> Option<Value> {
    let weekday = f.items().find_map(|i| if let Value::Weekday(w) = i.value { Some(w) } else { None })?;
    said(When::Weekday(weekday, shift(f)))
}

fn nights(f: &F) -> Option<Value> {
    let mut days = f.items().filter_map(|i| if let Value::Weekday(w) = i.value { Some(w) } else { None });
    let (first, second) = (days.next()?, days.next()?);
    let follows = first.next() == second;
    let range = |s| When::Range(Box::new(When::Weekday(first, s)), Box::new(When::Weekday(second, s)));
    follows.then(|| said(range(shift(f)))).flatten()
}

fn two_weekdays(f: &F) -> Option<Value> {
    let mut days = f.items().filter_map(|i| if let Value::Weekday(w) = i.value { Some(w) } else { None });
    let (first, second) = (days.next()?, days.next()?);
    let boxed = |w| Box::new(When::Weekday(w, shift(f)));
    said(When::Range(boxed(first), boxed(second)))
}

fn offset(days: i32) -> Option<Value> {
    said(When::Offset(days))
}

fn yesterday(_: &F) -> Option<Value> {
    offset(-1)
}

fn day_before_yesterday(_: &F) -> Option<Value> {
    offset(-2)
}

fn tomorrow(_: &F) -> Option<Value> {
    offset(1)
}

fn day_after_tomorrow(_: &F) -> Option<Value> {
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

fn today(f: &F) -> Option<Value> {
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

fn this_day(f: &F) -> Option<Value> {
    let part = match f.part(1).next()?.key.as_str() {
        "الصباح" => DayPart::Morning,
        "المساء" => DayPart::Evening,
        "الفجر" => DayPart::Dawn,
        _ => DayPart::Night,
    };
    Some(Value::When { when: When::Offset(0), day_part: Some(part) })
}

fn last_night(_: &F) -> Option<Value> {
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
fn ago(f: &F) -> Option<Value> {
    let (n, unit) = amount(f)?;
    let end = f.tokens().1;
    let tied = f.chart.tokens.get(end).is_none_or(|t| !matches!(t.key.as_str(), "من" | "علي" | "بدء"));
    let first = f.items().next()?;
    let definite = first.class == "unit" && first.is_definite();
    let names_it = f.chart.at(end).any(|i| matches!(i.class, "mon" | "weak-mon" | "hijri-month"));
    (tied && !definite && !names_it).then(|| said(When::Ago(n, unit))).flatten()
}

fn since(f: &F) -> Option<Value> {
    let (n, unit) = amount(f)?;
    let definite = f.items().next().is_some_and(|i| i.class == "unit" && i.is_definite());
    (!definite).then(|| said(When::Last(n, unit))).flatten()
}

fn within(f: &F) -> Option<Value> {
    let (n, unit) = amount(f)?;
    said(When::Next(n, unit))
}

fn some_units(f: &F) -> Option<Value> {
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

fn shifted_unit(f: &F) -> Option<Value> {
    said(When::Period(definite_unit(f)?, shift(f)?, third(f)))
}

fn this_unit(f: &F) -> Option<Value> {
    said(When::Period(definite_unit(f)?, Shift::This, third(f)))
}

fn month_before(_: &F) -> Option<Value> {
    said(When::MonthBefore)
}

/// A day of a range, its month, year and side of now taken from the other end where it has none.
fn range(f: &F) -> Option<Value> {
    let other = whens(f).last()?;
    let When::Day { month, year, shift, .. } = *other else { return None };
    let first = match (whens(f).next()?, count(f, 0)) {
        (When::Day { day, month, year: None, shift: None }, None) => {
            When::Day { day: *day, month: *month, year, shift }
        }
        (_, Some(n)) => {
            let day = i8::try_from(whole(n)?).ok().filter(|d| (1..=31).contains(d))?;
            When::Day { day, month, year, shift }
        }
        (first, None) => first.clone(),
    };
    said(When::Range(Box::new(first), Box::new(other.clone())))
}

fn part_of_day(f: &F) -> Option<Value> {
    let part = f.items().find_map(|i| if let Value::DayPart(p) = i.value { Some(p) } else { None });
    whens(f).next().map(|when| Value::When { when: when.clone(), day_part: part })
}

const PARTS: &[Row] = &[
    Row {
        id: "month.one",
        gives: "mon",
        pattern: "<month>",
        make: same_month,
        examples: &[("كانون الثاني", "1"), ("في [آذار]", "3")],
    },
    Row {
        id: "month.weak",
        gives: "weak-mon",
        pattern: "<weak-month>",
        make: same_month,
        examples: &[("آب", "8")],
    },
    Row {
        id: "month.named",
        gives: "mon",
        pattern: "شهر <month>|<weak-month>",
        make: same_month,
        examples: &[("شهر تشرين الأول", "10"), ("شهر مارس", "3")],
    },
    Row {
        id: "month.double",
        gives: "mon",
        pattern: "شهر? <month>|<weak-month> /|(|-? <month>|<weak-month> )?",
        make: same_month,
        examples: &[("مارس/آذار", "3"), ("سبتمبر / أيلول", "9"), ("يونيو حزيران", "6"), ("آب (أغسطس)", "8")],
    },
    Row {
        id: "ordinal.one",
        gives: "nth",
        pattern: "<ordinal>",
        make: ordinal,
        examples: &[("الثامن", "8")],
    },
    Row {
        id: "ordinal.teen",
        gives: "nth",
        pattern: "<ordinal> عشر",
        make: ordinal_teen,
        examples: &[("الحادي عشر", "11")],
    },
    Row {
        id: "ordinal.and-tens",
        gives: "nth",
        pattern: "<ordinal> و<tens>",
        make: ordinal_and_tens,
        examples: &[("الخامس والعشرين", "25")],
    },
    Row {
        id: "ordinal.tens",
        gives: "nth",
        pattern: "<tens>",
        make: definite_tens,
        examples: &[("العشرين", "20")],
    },
    Row { id: "year.digits", gives: "year", pattern: "<n>", make: a_year, examples: &[("2018", "2018")] },
    Row {
        id: "year.of-our-era",
        gives: "year",
        pattern: "<n> م|ميلادي|ميلادية|للميلاد",
        make: a_year,
        examples: &[("2015م", "2015")],
    },
];

const PLAIN: &[Row] = &[
    Row {
        id: "day.month",
        gives: "calendar-day",
        pattern: "<n>|<nth> من? <mon>|<weak-mon> من? عام|العام|سنة|لعام? <year>? <shift>?",
        make: day_and_month,
        examples: &[
            ("11 سبتمبر / أيلول 2018", "2018-09-11"),
            ("الحادي عشر من أكتوبر", "*-10-11"),
            ("6 فيفري الماضي", "*-02-06 last"),
            ("5 نوفمبر/تشرين الثاني المقبل", "*-11-05 next"),
        ],
    },
    Row {
        id: "day.first-of-month",
        gives: "calendar-day",
        pattern: "أول <mon>|<weak-mon> <year>? <shift>?",
        make: first_of_month,
        examples: &[("أول كانون الأول المقبل", "*-12-01 next")],
    },
    Row {
        id: "day.numeric",
        gives: "calendar-day",
        pattern: "<n> /|-|.|– <n> /|-|.|– <n>",
        make: numeric,
        examples: &[
            ("2018.11.27", "2018-11-27"),
            ("18-10-2019", "2019-10-18"),
            ("05/06/2019", "2019-06-05"),
            ("٢٠١٩/٦/٩", "2019-06-09"),
        ],
    },
    Row {
        id: "day.numeric-with-era",
        gives: "calendar-day",
        pattern: "<n> /|-|. <n> /|-|. <n> م",
        make: numeric,
        examples: &[("24/7/2015م", "2015-07-24")],
    },
    Row {
        id: "day.numeric-with-month-name",
        gives: "calendar-day",
        pattern: "<n> /|- <mon>|<weak-mon> /|- <n>",
        make: numeric_with_month_name,
        examples: &[("7 / يوليو /2015", "2015-07-07")],
    },
    Row {
        id: "day.dateline",
        gives: "calendar-day",
        pattern: "- [ <n> ~/|- ~<n> ] (|:",
        make: numeric_day_and_month,
        examples: &[("بيروت- [20-5] (رويترز)", "*-05-20")],
    },
    Row {
        id: "day.numeric-after-day",
        gives: "calendar-day",
        pattern: "يوم|بتاريخ [ <n> ~/|- ~<n> ]",
        make: numeric_day_and_month,
        examples: &[("يوم [5/6]", "*-06-05")],
    },
    Row {
        id: "day.of-shifted-month",
        gives: "day",
        pattern: "<n>|<nth> من الشهر <shift>",
        make: day_of_month,
        examples: &[("العشرين من الشهر المنصرم", "last-20"), ("الثامن من الشهر الجاري", "this-08")],
    },
    Row {
        id: "day.of-this-month",
        gives: "day",
        pattern: "<n>|<nth> من هذا الشهر",
        make: day_of_month,
        examples: &[("الثالث من هذا الشهر", "this-03")],
    },
    Row {
        id: "day.of-the-same-month",
        gives: "day",
        pattern: "<n>|<nth> من ذات|نفس الشهر",
        make: day_of_same_month,
        examples: &[("الثامن عشر من ذات الشهر", "same-18")],
    },
    Row {
        id: "day.of-the-month-itself",
        gives: "day",
        pattern: "<n>|<nth> من الشهر ذاته|نفسه|عينه",
        make: day_of_same_month,
        examples: &[("السابع من الشهر نفسه", "same-07")],
    },
    Row {
        id: "weekday",
        gives: "day",
        pattern: "يوم? <weekday> <shift>?",
        make: a_weekday,
        examples: &[("يوم السبت", "saturday"), ("الأحد الماضي", "sunday last")],
    },
    Row {
        id: "weekdays.night",
        gives: "night",
        pattern: "<weekday> -|–|/|إلى? <weekday> <shift>?",
        make: nights,
        examples: &[("الأحد - الاثنين", "sunday..monday"), ("الخميس الجمعة", "thursday..friday")],
    },
    Row {
        id: "weekdays.two",
        gives: "day",
        pattern: "يومي <weekday> و<weekday> <shift>?",
        make: two_weekdays,
        examples: &[("يومي السبت والأحد", "saturday..sunday")],
    },
    Row {
        id: "day.today", gives: "day", pattern: "اليوم", make: today, examples: &[("اليوم", "+0")]
    },
    Row {
        id: "day.yesterday",
        gives: "day",
        pattern: "يوم? أمس",
        make: yesterday,
        examples: &[("أمس", "-1"), ("يوم أمس", "-1")],
    },
    Row {
        id: "day.before-yesterday",
        gives: "day",
        pattern: "يوم? أول من? أمس",
        make: day_before_yesterday,
        examples: &[("أول من أمس", "-2"), ("أول أمس", "-2")],
    },
    Row {
        id: "day.yesterday-the-first",
        gives: "day",
        pattern: "أمس الأول",
        make: day_before_yesterday,
        examples: &[("أمس الأول", "-2")],
    },
    Row {
        id: "day.tomorrow", gives: "day", pattern: "غدا", make: tomorrow, examples: &[("غداً", "+1")]
    },
    Row {
        id: "day.the-morrow",
        gives: "day",
        pattern: "يوم غد|الغد",
        make: tomorrow,
        examples: &[("يوم غد", "+1")],
    },
    Row {
        id: "day.after-tomorrow",
        gives: "day",
        pattern: "بعد غد|الغد",
        make: day_after_tomorrow,
        examples: &[("بعد غد", "+2")],
    },
    Row {
        id: "night.last",
        gives: "when",
        pattern: "الليلة الماضية|الفائتة|المنصرمة",
        make: last_night,
        examples: &[("الليلة الماضية", "last night")],
    },
    Row {
        id: "month.of-year",
        gives: "when",
        pattern: "<third>? <mon> من? عام|العام|سنة? <year>? <shift>?",
        make: a_month,
        examples: &[
            ("مارس/آذار الماضي", "*-03 last"),
            ("مطلع كانون الأول", "*-12 first"),
            ("أواخر شهر تشرين الأول الفائت", "*-10 last last"),
        ],
    },
    Row {
        id: "month.weak-of-year",
        gives: "when",
        pattern: "<third>? <weak-mon> من? عام|العام|سنة? <year>",
        make: a_month,
        examples: &[("آب 2013", "2013-08")],
    },
    Row {
        id: "month.weak-shifted",
        gives: "when",
        pattern: "<third>? <weak-mon> <shift>",
        make: a_month,
        examples: &[("مارس الماضي", "*-03 last")],
    },
    Row {
        id: "month.before-it",
        gives: "when",
        pattern: "الشهر الذي سبقه",
        make: month_before,
        examples: &[("الشهر الذي سبقه", "month before")],
    },
    Row {
        id: "year.named",
        gives: "when",
        pattern: "<third>? عام|العام|سنة|السنة <year>",
        make: the_year,
        examples: &[("عام 2014", "2014"), ("أواخر عام 2015", "2015 last")],
    },
    Row {
        id: "year.part",
        gives: "when",
        pattern: "<third> <year>",
        make: bare_year,
        examples: &[("نهاية 2016", "2016 last")],
    },
    Row {
        id: "year.bare",
        gives: "when",
        pattern: "منذ|في|بحلول|مطلع [ <year> ]",
        make: bare_year,
        examples: &[("منذ [2014]", "2014")],
    },
    Row {
        id: "years.between",
        gives: "when",
        pattern: "بين? عامي|العامين <year> و<year>",
        make: years,
        examples: &[("بين عامي 2011 و2021", "2011..2021")],
    },
    Row {
        id: "season.of-year",
        gives: "when",
        pattern: "<third>? <season> عام|العام|سنة? <year>",
        make: season_of_year,
        examples: &[("صيف 2014", "2014 season 2")],
    },
    Row {
        id: "season.of-shifted-year",
        gives: "when",
        pattern: "<third>? <season> العام|السنة <shift>",
        make: season_of_shifted_year,
        examples: &[("صيف العام الماضي", "last year season 2")],
    },
    Row {
        id: "season.shifted",
        gives: "when",
        pattern: "<third>? <season> <shift>",
        make: season_shifted,
        examples: &[("الربيع الماضي", "latest season 1"), ("الصيف المقبل", "coming season 2")],
    },
    Row {
        id: "season.this",
        gives: "when",
        pattern: "هذا [ <season> ]",
        make: this_season,
        examples: &[("هذا [الشتاء]", "latest season 4")],
    },
    Row {
        id: "season.coming",
        gives: "when",
        pattern: "قبل|قبيل حلول|قدوم|بدء? [ <season> ]",
        make: coming_season,
        examples: &[("قبل حلول [الشتاء]", "coming season 4"), ("قبل [الخريف]", "coming season 3")],
    },
    Row {
        id: "season.part",
        gives: "when",
        pattern: "<third> <season>",
        make: part_of_season,
        examples: &[("نهاية الصيف", "going season 2 last")],
    },
    Row {
        id: "ago.n",
        gives: "when",
        pattern: "قبل <n> <unit>|<units>",
        make: ago,
        examples: &[("قبل ثلاثة أيام", "3 day ago"), ("قبل 3 أشهر", "3 month ago")],
    },
    Row {
        id: "ago.one-or-two",
        gives: "when",
        pattern: "قبل <unit>|<two-units>",
        make: ago,
        examples: &[("قبل يومين", "2 day ago"), ("قبل شهر", "1 month ago")],
    },
    Row {
        id: "ago.and-half",
        gives: "when",
        pattern: "قبل <n>? <unit>|<units>|<two-units> ونصف <unit>?",
        make: ago,
        examples: &[("قبل عام ونصف العام", "1.5 year ago"), ("قبل ثلاثة أعوام ونصف", "3.5 year ago")],
    },
    Row {
        id: "since.and-half",
        gives: "when",
        pattern: "منذ [ <n>? <unit>|<units>|<two-units> ونصف <unit>? ]",
        make: since,
        examples: &[("منذ [شهر ونصف الشهر]", "last 1.5 month")],
    },
    Row {
        id: "since.n",
        gives: "when",
        pattern: "منذ [ <n> <unit>|<units> ]",
        make: since,
        examples: &[("منذ [عشرة أيام]", "last 10 day"), ("منذ [9 ساعات]", "last 9 hour")],
    },
    Row {
        id: "since.one-or-two",
        gives: "when",
        pattern: "منذ [ <unit>|<two-units> ]",
        make: since,
        examples: &[("منذ [شهرين]", "last 2 month"), ("منذ [أسبوع]", "last 1 week")],
    },
    Row {
        id: "within",
        gives: "when",
        pattern: "غضون [ <n>? <unit>|<units>|<two-units> ]",
        make: within,
        examples: &[("في غضون [أسبوعين]", "next 2 week")],
    },
    Row {
        id: "units.shifted",
        gives: "when",
        pattern: "<units> ال? <n> <shift>",
        make: some_units,
        examples: &[("الساعات الـ24 الماضية", "last 24 hour"), ("الأيام الخمسة المقبلة", "next 5 day")],
    },
    Row {
        id: "units.shifted-number-first",
        gives: "when",
        pattern: "ال? <n> <unit>|<units> <shift>",
        make: some_units,
        examples: &[("الـ48 ساعة الماضية", "last 48 hour")],
    },
    Row {
        id: "units.two-shifted",
        gives: "when",
        pattern: "<two-units> <shift>",
        make: some_units,
        examples: &[("اليومين الماضيين", "last 2 day")],
    },
    Row {
        id: "units.last-n",
        gives: "when",
        pattern: "آخر <n>? <unit>|<units>|<two-units>",
        make: since,
        examples: &[("آخر 24 ساعة", "last 24 hour")],
    },
    Row {
        id: "unit.shifted",
        gives: "when",
        pattern: "<third>? <unit> <shift>",
        make: shifted_unit,
        examples: &[
            ("الشهر الماضي", "last month"),
            ("أواخر الشهر الفائت", "last month last"),
            ("العام المقبل", "next year"),
        ],
    },
    Row {
        id: "unit.this",
        gives: "when",
        pattern: "هذا|هذه <unit>",
        make: this_unit,
        examples: &[("هذا العام", "this year"), ("هذه السنة", "this year")],
    },
    Row {
        id: "unit.part",
        gives: "when",
        pattern: "<third> هذا? <unit>",
        make: this_unit,
        examples: &[("بداية العام", "this year first"), ("مطلع الأسبوع", "this week first")],
    },
];

const DAYS: &[Row] = &[
    Row {
        id: "day.calendar",
        gives: "day",
        pattern: "يوم? <calendar-day>",
        make: last,
        examples: &[("يوم 15 تشرين الأول", "*-10-15")],
    },
    Row {
        id: "day.weekday-and-date",
        gives: "day",
        pattern: "<day> ،|:? الموافق|المصادف|لـ|ل?* (? <calendar-day>",
        make: last,
        examples: &[("يوم السبت 9 أيلول", "*-09-09"), ("الاثنين الموافق 5/6/2017", "2017-06-05")],
    },
    Row {
        id: "day.and-weekday",
        gives: "day",
        pattern: "<day> <day>",
        make: day_and_its_weekday,
        examples: &[("أمس الأحد", "-1"), ("اليوم الجمعة", "+0"), ("أول من أمس الثلاثاء", "-2")],
    },
    Row {
        id: "day.and-weekday-and-date",
        gives: "day",
        pattern: "<day> <day> ،? <calendar-day>",
        make: last,
        examples: &[("اليوم الأحد 19 تشرين الثاني", "*-11-19")],
    },
    Row {
        id: "day.and-weekday-in-brackets",
        gives: "day",
        pattern: "<day> ( ~<day> ~)",
        make: day_and_its_weekday,
        examples: &[("أمس (الخميس)", "-1")],
    },
    Row {
        id: "days.from-to",
        gives: "when",
        pattern: "من|بين <n>|<nth>|<calendar-day> إلى|حتى|ولغاية <calendar-day>",
        make: range,
        examples: &[("من 12 حتى 17 كانون الثاني الجاري", "*-01-12 this..*-01-17 this")],
    },
    Row {
        id: "days.between",
        gives: "when",
        pattern: "بين <n>|<nth>|<calendar-day> و<calendar-day>",
        make: range,
        examples: &[("بين 29 جويلية و5 أوت 2019", "2019-07-29..2019-08-05")],
    },
    Row {
        id: "days.dash",
        gives: "night",
        pattern: "<n> -|–|/ <calendar-day>",
        make: range,
        examples: &[("20-21 تشرين الأول", "*-10-20..*-10-21")],
    },
    Row {
        id: "days.two",
        gives: "night",
        pattern: "يومي? <n> و<calendar-day>",
        make: range,
        examples: &[("يومي 3 و4 آذار", "*-03-03..*-03-04")],
    },
];

/// The weekday that stands behind yesterday or today says nothing new.
fn day_and_its_weekday(f: &F) -> Option<Value> {
    let mut both = whens(f);
    let (first, second) = (both.next()?, both.next()?);
    let relative = matches!(first, When::Offset(_));
    (relative && matches!(second, When::Weekday(_, None))).then(|| said(first.clone())).flatten()
}

const PARTS_OF_DAYS: &[Row] = &[
    Row {
        id: "day-part.of-day",
        gives: "when",
        pattern: "<day-part> <day>",
        make: part_of_day,
        examples: &[
            ("فجر اليوم الإثنين", "+0 dawn"),
            ("مساء أمس", "-1 evening"),
            ("ليل الخميس", "thursday night"),
        ],
    },
    Row {
        id: "day-part.of-nights",
        gives: "when",
        pattern: "<day-part> <night>",
        make: part_of_day,
        examples: &[
            ("منتصف ليل الخميس - الجمعة", "thursday..friday midnight"),
            ("ليل 20-21 تموز", "*-07-20..*-07-21 night"),
        ],
    },
    Row {
        id: "day-part.behind",
        gives: "when",
        pattern: "<day> <at-day-part>",
        make: part_of_day,
        examples: &[("السبت صباحاً", "saturday morning")],
    },
    Row {
        id: "day-part.this",
        gives: "when",
        pattern: "هذا|هذه الصباح|المساء|الليلة|الفجر",
        make: this_day,
        examples: &[("هذا الصباح", "+0 morning")],
    },
];

const RESULTS: &[Row] = &[
    Row {
        id: "none.weekday-in-name",
        gives: "none",
        pattern: "سوق|صلاة|خطبة|خطيب|خان|جمعة|مسجد|جامع|دوري|صحيفة|مجلة|جامعة|حرب <day>|<when>",
        make: same,
        examples: &[("سوق الخميس", "thursday"), ("صلاة الجمعة", "friday")],
    },
    Row {
        id: "date.day",
        gives: "date",
        pattern: "<day>",
        make: same,
        examples: &[("[اليوم] في هجين", "+0"), ("18 آذار الجاري", "*-03-18 this")],
    },
    Row {
        id: "date.when",
        gives: "date",
        pattern: "<when>",
        make: same,
        examples: &[("في [حزيران]", "*-06")],
    },
    Row {
        id: "date.days",
        gives: "date",
        pattern: "<night>",
        make: only_dates,
        examples: &[("3-5 آذار", "*-03-03..*-03-05")],
    },
];

/// Two weekdays side by side are a night only behind its name.
fn only_dates(f: &F) -> Option<Value> {
    let weekdays = whens(f).any(|w| matches!(w, When::Range(a, _) if matches!(**a, When::Weekday(..))));
    (!weekdays).then(|| same(f)).flatten()
}
