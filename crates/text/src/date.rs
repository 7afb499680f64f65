//! Dates: absolute and relative, resolved against the day of publication.
//!
//! A grammar over tokens ([`crate::grammar`]): `words` is its lexicon, `rules` reads what a date says, `when`
//! reckons the days that it means. What cannot be resolved keeps its span and has no days; clock times alone
//! and vague stretches (the last few days) are no dates.

mod calendar;
mod clock;
mod make;
mod results;
mod rules;
mod when;
mod words;

pub use calendar::Calendar;

use crate::grammar::{Chart, Grammar, Item};
use crate::number::{self, NumberWords};
use crate::{Span, Token};
use jiff::civil::{Date, Time, Weekday};
use std::sync::LazyLock;
use when::{Memory, Shift, Third, Unit, When};

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
    /// Days that come again (كل جمعة): never resolved.
    Recurring,
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// فجر
    Dawn,
    /// صباح، ضحى
    Morning,
    /// ظهر
    Noon,
    /// بعد الظهر، عصر
    Afternoon,
    /// مساء، غروب
    Evening,
    /// ليل
    Night,
    /// منتصف الليل
    Midnight,
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
    /// Clock time, where one in digits is said beside it; it is not in the span.
    pub time: Option<Time>,
    /// Part of the day, where one is said.
    pub day_part: Option<DayPart>,
    /// True where the words alone fix it, without the day of publication.
    pub absolute: bool,
    /// The day that the digits mean with the month first (`3/11/2017`), where nothing beside them tells the order.
    pub other: Option<Date>,
}

/// The dates of a text, in order, not overlapping.
///
/// ```
/// use jiff::civil::date;
/// use riwayat_text::{tokens, date::dates};
/// let text = "في 11 سبتمبر / أيلول 2018 وفجر أمس الأحد";
/// let found = dates(text, &tokens(text), Some(date(2019, 2, 11)));
/// assert_eq!(found[0].from, Some(date(2018, 9, 11)));
/// assert_eq!((found[1].span.of(text), found[1].from), ("فجر أمس الأحد", Some(date(2019, 2, 10))));
/// ```
#[must_use]
pub fn dates(text: &str, tokens: &[Token], published: Option<Date>) -> Vec<DateMention> {
    dates_with(text, tokens, &NumberWords::of(tokens), published)
}

/// The dates of a text whose number words are known already.
#[must_use]
pub fn dates_with(
    text: &str,
    tokens: &[Token],
    words: &NumberWords,
    published: Option<Date>,
) -> Vec<DateMention> {
    let chart = chart(text, tokens, words);
    let mut memory = Memory::default();
    let mut out: Vec<DateMention> = Vec::new();
    for item in chart.items().iter().filter(|i| i.class == "date") {
        let Value::When { when, day_part } = &item.value else { continue };
        let span = chart.span(item);
        if out.last().is_some_and(|d| d.span.overlap(span) > 0) {
            continue;
        }
        let days = when.days(published, &mut memory);
        out.push(DateMention {
            span,
            from: days.map(|d| d.from),
            to: days.map(|d| d.to),
            grain: if day_part.is_some() { Grain::DayPart } else { when.grain() },
            time: clock::beside(tokens, item.tokens),
            day_part: *day_part,
            absolute: when.is_absolute(),
            other: when.other_order().filter(|_| is_numeric(&tokens[item.tokens.0..item.tokens.1])),
        });
    }
    out
}

/// True for a date in digits that does not begin with its year.
fn is_numeric(tokens: &[Token]) -> bool {
    let mut numbers = tokens.iter().filter_map(Token::value);
    numbers.next().is_some_and(|first| first <= 31.0) && numbers.count() == 2
}

/// What an item of the grammar means.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Count(f64),
    Month(Calendar, i8),
    Weekday(Weekday),
    Unit(Unit),
    Third(Third),
    Shift(Shift),
    Season(i8),
    DayPart(DayPart),
    When { when: When, day_part: Option<DayPart> },
}

/// Makes the grammar, which otherwise is made at the first reading.
pub fn prepare() {
    LazyLock::force(&GRAMMAR);
}

static GRAMMAR: LazyLock<Grammar<Value>> = LazyLock::new(|| Grammar::new(words::ENTRIES, &rules::LAYERS));

fn chart<'t>(text: &'t str, tokens: &'t [Token], words: &NumberWords) -> Chart<'t, Value> {
    let mut chart = Chart::new(text, tokens);
    for item in number::chart(text, tokens, words).items().iter().filter(|i| i.class == "num") {
        let of_words = tokens[item.tokens.0].is_word();
        if let Some(n) = item.value.one().filter(|_| of_words) {
            chart.push(count(n, item.tokens, item.proclitics));
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        if let Some(n) = token.value() {
            chart.push(count(n, (at, at + 1), ""));
        }
    }
    GRAMMAR.run_on(chart)
}

fn count(n: f64, tokens: (usize, usize), proclitics: &'static str) -> Item<Value> {
    Item { class: "n", rule: "", tokens, proclitics, value: Value::Count(n) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{grammar, tokens};
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn every_rule_makes_what_its_examples_say() {
        grammar::check_examples(
            &rules::LAYERS,
            |t, tokens| chart(t, tokens, &NumberWords::of(tokens)),
            shown,
        );
    }

    fn shown(value: &Value) -> String {
        match value {
            Value::Count(n) => n.to_string(),
            Value::Month(Calendar::Gregorian, m) => m.to_string(),
            Value::Month(Calendar::Hijri, m) => format!("hijri {m}"),
            Value::When { when, day_part } => {
                format!("{}{}", when_shown(when), name(*day_part))
            }
            other => format!("{other:?}"),
        }
    }

    /// The name of a value, small, behind a space.
    fn name(value: Option<impl std::fmt::Debug>) -> String {
        value.map_or(String::new(), |v| format!(" {v:?}").to_lowercase())
    }

    fn era(calendar: Calendar) -> &'static str {
        if calendar == Calendar::Hijri { "hijri " } else { "" }
    }

    fn when_shown(when: &When) -> String {
        let year = |y: &Option<i16>| y.map_or("*".to_owned(), |y| y.to_string());
        match when {
            When::Offset(n) if *n < 0 => n.to_string(),
            When::Offset(n) => format!("+{n}"),
            When::LastNight => "last night".to_owned(),
            When::Recurring => "again and again".to_owned(),
            When::Weekday(w, s) => format!("{w:?}{}", name(*s)).to_lowercase(),
            When::Day { day, calendar, month, year: y, shift } => {
                format!("{}{}-{month:02}-{day:02}{}", era(*calendar), year(y), name(*shift))
            }
            When::DayOf(day, s) => format!("{s:?}-{day:02}").to_lowercase(),
            When::DayOfSame(day) => format!("same-{day:02}"),
            When::Month { calendar, month, year: y, shift, third } => {
                format!("{}{}-{month:02}{}{}", era(*calendar), year(y), name(*third), name(*shift))
            }
            When::MonthBefore => "month before".to_owned(),
            When::Year(y, third) => format!("{y}{}", name(*third)),
            When::Period(unit, s, third) => format!("{s:?} {unit:?}{}", name(*third)).to_lowercase(),
            When::Season { season, year, third } => {
                let year = match year {
                    when::SeasonYear::Named(y) => y.to_string(),
                    when::SeasonYear::Relative(s) => format!("{s:?} year").to_lowercase(),
                    other => format!("{other:?}").to_lowercase(),
                };
                format!("{year} season {season}{}", name(*third))
            }
            When::Ago(n, unit) => format!("{n} {unit:?} ago").to_lowercase(),
            When::Last(n, unit) => format!("last {n} {unit:?}").to_lowercase(),
            When::Next(n, unit) => format!("next {n} {unit:?}").to_lowercase(),
            When::DayOn(weekday, day) => {
                format!("{} {}", format!("{weekday:?}").to_lowercase(), when_shown(day))
            }
            When::NightOf(day) => format!("night before {}", when_shown(day)),
            When::Range(a, b) => format!("{}..{}", when_shown(a), when_shown(b)),
        }
    }

    /// The dates of a text published on Tuesday, 16 June 2020, each as its span and days.
    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) {
        let found: Vec<_> = dates(text, &tokens(text), Some(date(2020, 6, 16)))
            .into_iter()
            .map(|d| {
                let day = |d: Option<Date>| d.map_or("?".to_owned(), |d| d.to_string());
                (d.span.of(text), format!("{}..{}", day(d.from), day(d.to)))
            })
            .collect();
        let expect: Vec<_> = expect.iter().map(|(t, v)| (*t, (*v).to_owned())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn days_resolve_against_the_day_of_publication() {
        check("قصف السوق فجر الأحد", &[("فجر الأحد", "2020-06-14..2020-06-14")]);
        check("وصلوا أمس الإثنين", &[("أمس الإثنين", "2020-06-15..2020-06-15")]);
        check("اجتماع يوم الثلاثاء المقبل", &[("يوم الثلاثاء المقبل", "2020-06-23..2020-06-23")]);
        check("ليل السبت - الأحد", &[("ليل السبت - الأحد", "2020-06-13..2020-06-14")]);
        check("ليل الثلاثاء الأربعاء", &[("ليل الثلاثاء الأربعاء", "2020-06-09..2020-06-10")]);
    }

    #[test]
    fn months_and_years_resolve_to_the_latest() {
        check("في أيلول", &[("أيلول", "2019-09-01..2019-09-30")]);
        check("مطلع شباط الماضي", &[("مطلع شباط الماضي", "2020-02-01..2020-02-10")]);
        check("في 30 كانون الثاني", &[("30 كانون الثاني", "2020-01-30..2020-01-30")]);
        check("الأسبوع الماضي", &[("الأسبوع الماضي", "2020-06-06..2020-06-12")]);
        check("العام الماضي", &[("العام الماضي", "2019-01-01..2019-12-31")]);
    }

    #[test]
    fn the_same_month_is_the_one_named_before() {
        check(
            "في الثاني من آذار ثم في الخامس من الشهر نفسه",
            &[
                ("الثاني من آذار", "2020-03-02..2020-03-02"),
                ("الخامس من الشهر نفسه", "2020-03-05..2020-03-05"),
            ],
        );
    }

    #[test]
    fn a_clock_time_beside_a_date_is_kept_with_it() {
        for (text, hour, minute) in [
            ("2018.11.27 | 13:11 دمشق", 13, 11),
            ("عند الساعة 9:30 من مساء الأحد", 21, 30),
            ("السبت الساعة 07:05", 7, 5),
        ] {
            let found = dates(text, &tokens(text), None);
            assert_eq!(found[0].time, Some(jiff::civil::time(hour, minute, 0, 0)), "{text}");
        }
        assert_eq!(dates("فاز أمس 3:1", &tokens("فاز أمس 3:1"), None)[0].time, None);
    }

    #[test]
    fn the_other_order_of_digits_is_shown() {
        let other = |text: &str| dates(text, &tokens(text), None)[0].other;
        assert_eq!(other("بتاريخ 3/11/2017"), Some(date(2017, 3, 11)));
        assert_eq!(other("بتاريخ 13/11/2017"), None);
        assert_eq!(other("2017/11/3"), None);
        assert_eq!(other("5/5/2017"), None);
        assert_eq!(other("الجمعة 3/11/2017"), None);
        assert_eq!(other("3 تشرين الثاني 2017"), None);
    }

    #[test]
    fn hijri_days_are_converted() {
        check("في 25 شوال 1436هـ", &[("25 شوال 1436هـ", "2015-08-10..2015-08-10")]);
        check("بتاريخ 07 /11 / 1436هـ", &[("07 /11 / 1436هـ", "2015-08-22..2015-08-22")]);
        check("من 1 إلى 10 ذي الحجة", &[("من 1 إلى 10 ذي الحجة", "2019-08-02..2019-08-11")]);
        check("حتى العاشر من محرم المقبل", &[("العاشر من محرم المقبل", "2020-08-29..2020-08-29")]);
        check("قبل شهر رمضان", &[("شهر رمضان", "2020-04-24..2020-05-23")]);
        check("خطة عام 1437هـ", &[("عام 1437هـ", "2015-10-14..2016-10-01")]);
        check(
            "يوم 1 شعبان وفي الخامس من الشهر نفسه",
            &[("يوم 1 شعبان", "2020-03-25..2020-03-25"), ("الخامس من الشهر نفسه", "2020-03-29..2020-03-29")],
        );
    }

    #[test]
    fn hijri_months_are_also_names_and_numbers() {
        check("قال رجب طيب أردوغان وشعبان محرم إن 1400 قتيل سقطوا", &[]);
        check("اعتقلوا رمضان أحمد في حي شعبان", &[]);
    }

    #[test]
    fn what_is_no_date_is_left() {
        for text in [
            "الأيام القليلة الماضية",
            "في اليوم التالي",
            "سوق الخميس",
            "أب الأسرة",
            "بغداد اليوم: قصف",
            "قالت روسيا اليوم إن",
            "قبل يوم من الهجوم",
            "مارس ضغوطاً",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn without_a_day_of_publication_only_absolute_dates_resolve() {
        let text = "أمس و5 أيار 2018";
        let found = dates(text, &tokens(text), None);
        assert_eq!((found[0].from, found[0].absolute), (None, false));
        assert_eq!(dates("30 شباط 2020", &tokens("30 شباط 2020"), None)[0].from, None);
        assert_eq!((found[1].from, found[1].absolute), (Some(date(2018, 5, 5)), true));
    }

    proptest! {
        #[test]
        fn dates_and_numbers_are_ordered_spans_of_the_text(
            words in proptest::collection::vec(
                proptest::sample::select(vec![
                    "أمس", "الأحد", "من", "إلى", "بين", "و5", "20", "أيار", "2018", "/", "-", ".", "أكثر", "ألفاً", "مئة",
                    "وخمسين", "على", "الأقل", "قبل", "ثلاثة", "أيام", "ليل", "الماضي", "%", "\n", "9:30", "عشرات", "آلاف",
                ]),
                0..24,
            ),
            gap in "[ ]?",
        ) {
            let text = words.join(&format!(" {gap}"));
            let tokens = tokens(&text);
            let dates = dates(&text, &tokens, Some(date(2020, 6, 16)));
            let numbers = number::numbers_beside(&text, &tokens, &dates);
            for spans in [dates.iter().map(|d| d.span).collect::<Vec<_>>(), numbers.iter().map(|n| n.span).collect()] {
                let mut last = 0;
                for span in spans {
                    prop_assert!(text.get(span.start()..span.end()).is_some_and(|s| !s.is_empty() && !s.contains('\n')));
                    prop_assert!(span.start() >= last);
                    last = span.end();
                }
            }
            prop_assert!(dates.iter().all(|d| d.from.is_some() == d.to.is_some() && d.from <= d.to));
            prop_assert!(numbers.iter().all(|n| n.min.is_some() || n.max.is_some()));
            prop_assert!(numbers.iter().all(|n| n.min.zip(n.max).is_none_or(|(a, b)| a <= b)));
        }
    }
}
