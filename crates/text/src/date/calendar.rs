//! The two calendars that Arabic news counts by, and the days that their months have.
//!
//! Hijri is Umm al-Qura, as Saudi Arabia prints it; a locally sighted month may begin a day earlier or later.

use icu_calendar::cal::Hijri;
use icu_calendar::{Date as CalendarDate, Iso, cal::hijri::UmmAlQura};
use jiff::ToSpan;
use jiff::civil::Date;

/// Which calendar a month or a year is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The Gregorian, under any of its month names.
    Gregorian,
    /// The Umm al-Qura form of the Islamic one.
    Hijri,
}

/// A month of one year of one calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    pub calendar: Calendar,
    pub year: i16,
    pub number: i8,
}

/// The Hijri years for which the months are known; other years are not read.
const HIJRI_YEARS: std::ops::RangeInclusive<i16> = 1300..=1600;

impl Calendar {
    /// The calendar in which a bare year of four digits is meant.
    pub(super) fn of_year(year: i16) -> Self {
        if HIJRI_YEARS.contains(&year) { Self::Hijri } else { Self::Gregorian }
    }

    /// A day of this calendar; `None` where there is no such day.
    pub(super) fn day(self, year: i16, month: i8, day: i8) -> Option<Date> {
        match self {
            Self::Gregorian => Date::new(year, month, day).ok(),
            Self::Hijri => {
                let year = HIJRI_YEARS.contains(&year).then_some(i32::from(year))?;
                let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
                let hijri = CalendarDate::try_new_hijri_with_calendar(year, month, day, UMM_AL_QURA).ok()?;
                let iso = hijri.to_calendar(Iso);
                let year = i16::try_from(iso.year().extended_year()).ok()?;
                let (month, day) =
                    (i8::try_from(iso.month().ordinal).ok()?, i8::try_from(iso.day_of_month().0));
                Date::new(year, month, day.ok()?).ok()
            }
        }
    }

    /// The month of this calendar in which a day lies.
    pub(super) fn month_of(self, day: Date) -> Option<Month> {
        let (year, number) = match self {
            Self::Gregorian => (day.year(), day.month()),
            Self::Hijri => {
                let month = u8::try_from(day.month()).ok()?;
                let iso =
                    CalendarDate::try_new_iso(day.year().into(), month, day.day().try_into().ok()?).ok()?;
                let hijri = iso.to_calendar(UMM_AL_QURA);
                (hijri.year().extended_year().try_into().ok()?, hijri.month().ordinal.try_into().ok()?)
            }
        };
        Some(Month { calendar: self, year, number })
    }
}

const UMM_AL_QURA: Hijri<UmmAlQura> = Hijri::new_umm_al_qura();

/// Months of a year, in both calendars.
const MONTHS: i16 = 12;

impl Month {
    /// The month so many months later; earlier where `n` is negative.
    pub(super) fn plus(self, n: i16) -> Option<Self> {
        let months =
            self.year.checked_mul(MONTHS)?.checked_add(i16::from(self.number) - 1)?.checked_add(n)?;
        let number = i8::try_from(months.rem_euclid(MONTHS)).ok()? + 1;
        Some(Self { year: months.div_euclid(MONTHS), number, ..self })
    }

    /// One of its days; `None` where it has no such day.
    pub(super) fn day(self, day: i8) -> Option<Date> {
        self.calendar.day(self.year, self.number, day)
    }

    /// Its last day.
    pub(super) fn last_day(self) -> Option<Date> {
        self.plus(1)?.day(1)?.checked_sub(1.day()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn hijri_days_are_umm_al_quras() {
        let day = |y, m, d| Calendar::Hijri.day(y, m, d);
        assert_eq!(day(1436, 10, 1), Some(date(2015, 7, 17)));
        assert_eq!(day(1445, 9, 1), Some(date(2024, 3, 11)));
        assert_eq!(day(1436, 13, 1), None);
        assert_eq!(day(1436, 9, 30), None);
        assert_eq!(day(2015, 1, 1), None);
    }

    #[test]
    fn a_day_is_in_the_month_that_has_it() {
        for offset in 0..800 {
            let day = date(2014, 1, 1).checked_add(offset.days()).unwrap();
            for calendar in [Calendar::Gregorian, Calendar::Hijri] {
                let month = calendar.month_of(day).unwrap();
                assert!(month.day(1).unwrap() <= day && day <= month.last_day().unwrap(), "{day} {month:?}");
                assert_eq!(month.plus(1).unwrap().plus(-1).unwrap(), month);
            }
        }
    }
}
