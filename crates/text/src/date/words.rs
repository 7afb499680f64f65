//! The words of dates: months of three calendars' names, weekdays, units, parts of day and month.

use super::when::{Shift, Third, Unit};
use super::{Calendar, DayPart, Value};
use crate::grammar::Entry;
use jiff::civil::Weekday;

const fn month(number: i8, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "month", words, value: Value::Month(Calendar::Gregorian, number) }
}

/// Month names that are also other words: a month only beside a day, a year or شهر.
const fn weak_month(number: i8, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "weak-month", words, value: Value::Month(Calendar::Gregorian, number) }
}

const fn hijri(number: i8, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "month", words, value: Value::Month(Calendar::Hijri, number) }
}

/// Hijri months that are also given names or other words.
const fn weak_hijri(number: i8, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "weak-month", words, value: Value::Month(Calendar::Hijri, number) }
}

/// The name of a weekday without its article, which is another word but behind كل.
const fn day_name(day: Weekday, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "day-name", words, value: Value::Weekday(day) }
}

/// One that is mostly another word even there (كل أحد: everybody).
const fn day_word(day: Weekday, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "day-word", words, value: Value::Weekday(day) }
}

const fn weekday(day: Weekday, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "weekday", words, value: Value::Weekday(day) }
}

const fn unit(class: &'static str, unit: Unit, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class, words, value: Value::Unit(unit) }
}

const fn ordinal(n: i8, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "ordinal", words, value: Value::Count(n as f64) }
}

const fn third(third: Third, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "third", words, value: Value::Third(third) }
}

const fn shift(shift: Shift, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "shift", words, value: Value::Shift(shift) }
}

const fn season(n: i8, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "season", words, value: Value::Season(n) }
}

const fn day_part(part: DayPart, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "day-part", words, value: Value::DayPart(part) }
}

const fn at_day_part(part: DayPart, words: &'static [&'static str]) -> Entry<Value> {
    Entry { class: "at-day-part", words, value: Value::DayPart(part) }
}

/// Stands for the last of whatever is counted.
pub(super) const LAST: f64 = -1.0;

/// The lexicon of dates.
pub(super) const ENTRIES: &[Entry<Value>] = &[
    month(1, &["كانون الثاني", "كانون ثاني", "يناير", "جانفي"]),
    month(2, &["شباط", "فبراير", "فيفري"]),
    month(3, &["آذار"]),
    weak_month(3, &["مارس"]),
    month(4, &["نيسان", "أبريل", "إبريل", "أفريل"]),
    month(5, &["أيار", "مايو"]),
    weak_month(5, &["ماي"]),
    month(6, &["حزيران", "يونيو", "يونيه"]),
    weak_month(6, &["جوان"]),
    month(7, &["تموز", "يوليو", "يوليه", "يوليوز", "جويلية"]),
    month(8, &["أغسطس", "اغسطس"]),
    weak_month(8, &["آب", "أوت", "غشت"]),
    month(9, &["أيلول", "سبتمبر", "شتنبر"]),
    month(10, &["تشرين الأول", "تشرين أول", "أكتوبر"]),
    month(11, &["تشرين الثاني", "تشرين ثاني", "نوفمبر", "نونبر"]),
    month(12, &["كانون الأول", "كانون أول", "ديسمبر", "دجنبر"]),
    weak_hijri(1, &["محرم", "المحرم", "محرم الحرام"]),
    weak_hijri(2, &["صفر", "صفر الخير"]),
    hijri(3, &["ربيع الأول", "ربيع أول"]),
    hijri(4, &["ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "ربيع آخر"]),
    hijri(5, &["جمادى الأولى", "جمادى الأول", "جمادى أولى"]),
    hijri(6, &["جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني"]),
    weak_hijri(7, &["رجب"]),
    weak_hijri(8, &["شعبان"]),
    weak_hijri(9, &["رمضان", "رمضان المبارك"]),
    weak_hijri(10, &["شوال"]),
    hijri(11, &["ذو القعدة", "ذي القعدة", "ذو قعدة", "ذي قعدة"]),
    hijri(12, &["ذو الحجة", "ذي الحجة", "ذو حجة", "ذي حجة"]),
    day_name(Weekday::Saturday, &["سبت"]),
    day_word(Weekday::Sunday, &["أحد"]),
    day_word(Weekday::Monday, &["اثنين", "إثنين"]),
    day_name(Weekday::Tuesday, &["ثلاثاء"]),
    day_name(Weekday::Wednesday, &["أربعاء"]),
    day_name(Weekday::Thursday, &["خميس"]),
    day_name(Weekday::Friday, &["جمعة"]),
    weekday(Weekday::Saturday, &["السبت"]),
    weekday(Weekday::Sunday, &["الأحد"]),
    weekday(Weekday::Monday, &["الاثنين", "الإثنين"]),
    weekday(Weekday::Tuesday, &["الثلاثاء"]),
    weekday(Weekday::Wednesday, &["الأربعاء", "الإربعاء"]),
    weekday(Weekday::Thursday, &["الخميس"]),
    weekday(Weekday::Friday, &["الجمعة"]),
    unit("unit", Unit::Hour, &["ساعة"]),
    unit("unit", Unit::Day, &["يوم", "يوما"]),
    unit("unit", Unit::Week, &["أسبوع", "أسبوعا"]),
    unit("unit", Unit::Month, &["شهر", "شهرا"]),
    unit("unit", Unit::Year, &["عام", "عاما", "سنة"]),
    unit("units", Unit::Hour, &["ساعات"]),
    unit("units", Unit::Day, &["أيام"]),
    unit("units", Unit::Week, &["أسابيع"]),
    unit("units", Unit::Month, &["أشهر", "شهور"]),
    unit("units", Unit::Year, &["أعوام", "سنوات", "سنين"]),
    unit("two-units", Unit::Hour, &["ساعتين", "ساعتان"]),
    unit("two-units", Unit::Day, &["يومين", "يومان"]),
    unit("two-units", Unit::Week, &["أسبوعين", "أسبوعان"]),
    unit("two-units", Unit::Month, &["شهرين", "شهران"]),
    unit("two-units", Unit::Year, &["عامين", "عامان", "سنتين", "سنتان"]),
    ordinal(1, &["أول", "حادي", "واحد"]),
    ordinal(2, &["ثاني"]),
    ordinal(3, &["ثالث"]),
    ordinal(4, &["رابع"]),
    ordinal(5, &["خامس"]),
    ordinal(6, &["سادس"]),
    ordinal(7, &["سابع"]),
    ordinal(8, &["ثامن"]),
    ordinal(9, &["تاسع"]),
    ordinal(10, &["عاشر"]),
    // The last of two halves or four quarters.
    Entry { class: "nth", words: &["الأخير"], value: Value::Count(LAST) },
    Entry { class: "tens", words: &["عشرين", "عشرون"], value: Value::Count(20.0) },
    Entry { class: "tens", words: &["ثلاثين", "ثلاثون"], value: Value::Count(30.0) },
    third(Third::First, &["مطلع", "مستهل", "أوائل", "بداية", "بدايات", "فاتحة"]),
    third(Third::Middle, &["منتصف", "أواسط", "وسط"]),
    third(Third::Last, &["أواخر", "نهاية", "ختام", "آخر"]),
    shift(
        Shift::Last,
        &[
            "الماضي",
            "الماضية",
            "الماضيين",
            "الماضيتين",
            "المنصرم",
            "المنصرمة",
            "المنصرمين",
            "المنصرمتين",
            "الفائت",
            "الفائتة",
            "الفائتين",
            "المنقضي",
            "المنقضية",
            "الأخيرين",
            "السابق",
            "السابقين",
        ],
    ),
    // The last so many; alone it may be the last of a row.
    Entry { class: "recent", words: &["الأخيرة", "الأخير"], value: Value::Shift(Shift::Last) },
    Entry { class: "half", words: &["النصف"], value: Value::Count(2.0) },
    Entry { class: "quarter", words: &["الربع"], value: Value::Count(4.0) },
    shift(Shift::This, &["الجاري", "الجارية", "الحالي", "الحالية"]),
    shift(
        Shift::Next,
        &["المقبل", "المقبلة", "المقبلين", "المقبلتين", "القادم", "القادمة", "القادمين", "القادمتين"],
    ),
    season(1, &["ربيع"]),
    season(2, &["صيف"]),
    season(3, &["خريف"]),
    season(4, &["شتاء"]),
    day_part(DayPart::Dawn, &["فجر"]),
    day_part(DayPart::Morning, &["صباح", "صبيحة", "ضحى"]),
    day_part(DayPart::Noon, &["ظهر", "ظهيرة"]),
    day_part(DayPart::Afternoon, &["عصر", "بعد ظهر"]),
    day_part(DayPart::Evening, &["مساء", "عشية", "غروب"]),
    day_part(DayPart::Night, &["ليل", "ليلة", "بعد منتصف ليل"]),
    day_part(DayPart::Midnight, &["منتصف ليل"]),
    at_day_part(DayPart::Dawn, &["فجرا"]),
    at_day_part(DayPart::Morning, &["صباحا"]),
    at_day_part(DayPart::Noon, &["ظهرا"]),
    at_day_part(DayPart::Afternoon, &["عصرا"]),
    at_day_part(DayPart::Evening, &["مساء"]),
    at_day_part(DayPart::Night, &["ليلا"]),
];
