//! The last layer: what is a date in the end, days that come again among them, and what is none.

use super::make::{only_dates, recurring, same};
use super::rules::Row;

pub(super) const RESULTS: &[Row] = &[
    Row {
        id: "none.weekday-in-name",
        gives: "none",
        pattern: "سوق|صلاة|خطبة|خطيب|خان|جمعة|مسجد|جامع|دوري|صحيفة|مجلة|جامعة|حرب <day>|<when>",
        make: same,
        examples: &[("سوق الخميس", "thursday"), ("صلاة الجمعة", "friday")],
    },
    Row {
        id: "date.every-weekday",
        gives: "date",
        pattern: "كل <day-name>",
        make: recurring,
        examples: &[("كل جمعة", "again and again")],
    },
    Row {
        id: "date.every-day-that",
        gives: "date",
        pattern: "كل يوم <day-name>|<day-word>",
        make: recurring,
        examples: &[("كل يوم أحد", "again and again"), ("كل يوم سبت", "again and again")],
    },
    Row {
        id: "date.every-two-weekdays",
        gives: "date",
        pattern: "كل يوم? <day-name>|<day-word> و<day-name>|<day-word>",
        make: recurring,
        examples: &[("كل سبت وأحد", "again and again")],
    },
    Row {
        id: "date.weekday-of-every-week",
        gives: "date",
        pattern: "يوم|أيام? <weekday> من? كل أسبوع",
        make: recurring,
        examples: &[("يوم الجمعة من كل أسبوع", "again and again")],
    },
    Row {
        id: "date.weekdays-of-every-week",
        gives: "date",
        pattern: "يومي|أيام? <weekday> و<weekday> من? كل أسبوع",
        make: recurring,
        examples: &[("أيام الأحد والأربعاء من كل أسبوع", "again and again")],
    },
    Row {
        id: "date.month-of-every-year",
        gives: "date",
        pattern: "<mon>|<day> من? كل عام|سنة",
        make: recurring,
        examples: &[("آذار من كل عام", "again and again"), ("15 آذار من كل عام", "again and again")],
    },
    Row {
        id: "date.every-year-in",
        gives: "date",
        pattern: "كل عام|سنة في|خلال <mon>",
        make: recurring,
        examples: &[("كل عام في آذار", "again and again")],
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
