//! Hours of the day that a stretch of text tells: «بين 11:30 و12:00 ظهراً», «الثالثة من فجر الثلاثاء», «23:30».
//!
//! Only what leaves no doubt: a clock time of twelve hours needs its part of the day, told behind it or by another time of
//! the stretch. A part of the day alone (ظهراً) is an interval.

use riwayat_claims::Reading;
use riwayat_text::{Span, Token, TokenKind};

/// First and last hour, the minutes as fractions; the last may lie behind midnight, above 24.
pub(crate) type Hours = (f64, f64);

/// Hours that two accounts of one thing may be apart and mean the same. Hours, 0.5 to 2.
const SLACK: f64 = 1.0;

/// The hours of a day.
const DAY: f64 = 24.0;

/// Parts of the day: their words, folded, and the hours that they span.
const PARTS: [(&[&str], f64, f64); 6] = [
    (&["فجر", "فجرا", "الفجر"], 2.0, 6.5),
    (&["صباح", "صباحا", "الصباح", "ضحي"], 5.0, 12.0),
    (&["ظهر", "ظهرا", "الظهر", "ظهيره", "الظهيره"], 11.0, 15.0),
    (&["عصر", "عصرا", "العصر"], 14.5, 18.0),
    (&["مساء", "المساء", "مساءا"], 15.0, 24.0),
    (&["ليل", "ليلا", "الليل", "الليله"], 18.0, 30.0),
];

/// What stands behind a part of a day in construct; folded.
const DAYS: [&str; 13] = [
    "اليوم",
    "امس",
    "يوم",
    "السبت",
    "الاحد",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "الغد",
    "غد",
    "ذلك",
];

/// The hours of a clock in words; folded, without article.
const HOURS: [&str; 12] = [
    "واحده",
    "ثانيه",
    "ثالثه",
    "رابعه",
    "خامسه",
    "سادسه",
    "سابعه",
    "ثامنه",
    "تاسعه",
    "عاشره",
    "حاديه",
    "ثانيه عشره",
];

/// A clock time in the text, on a dial of 12 or 24.
struct Clock {
    at: usize,
    hour: f64,
}

/// The hours that a stretch tells, if it tells any.
pub(crate) fn hours(reading: &Reading, span: Span) -> Option<Hours> {
    let first = reading.tokens.partition_point(|t| t.span.end() <= span.start());
    let last = reading.tokens.partition_point(|t| t.span.start() < span.end());
    let tokens = &reading.tokens[first..last];
    let clocks: Vec<Clock> = (0..tokens.len()).filter_map(|at| clock(tokens, at)).collect();
    let parts: Vec<usize> = (0..tokens.len()).filter_map(|at| part(tokens, at)).collect();
    // Two parts of the day are two things that happened.
    let ([] | [_]) = parts.as_slice() else { return None };
    let part = parts.first().map(|p| (PARTS[*p].1, PARTS[*p].2));
    let placed: Option<Vec<f64>> = clocks.iter().map(|c| placed(c.hour, part)).collect();
    match (placed?.as_slice(), part) {
        ([], part) => part,
        ([one], _) => Some((*one, *one)),
        ([from, to], _) if clocks[1].at - clocks[0].at <= BETWEEN => {
            Some((*from, if to < from { to + DAY } else { *to }))
        }
        _ => None,
    }
}

/// Tokens from the first of two times to the second: «11:30 و12:00», «العاشرة حتى الثانية عشرة». Tokens, 4 to 8.
const BETWEEN: usize = 6;

/// True where two accounts tell hours that cannot be one.
pub(crate) fn apart(a: Hours, b: Hours) -> bool {
    let gap = |x: Hours, y: Hours| (y.0 - x.1).max(x.0 - y.1);
    [-DAY, 0.0, DAY].iter().all(|shift| gap(a, (b.0 + shift, b.1 + shift)) > SLACK)
}

/// Where on the day of 24 hours a time stands.
fn placed(hour: f64, part: Option<Hours>) -> Option<f64> {
    match part {
        _ if !(1.0..=12.99).contains(&hour) => Some(hour),
        None => None,
        Some((from, to)) => [hour, hour + 12.0, hour % 12.0, hour % 12.0 + DAY]
            .into_iter()
            .find(|h| *h >= from - SLACK && *h <= to + SLACK)
            .map(|h| h % DAY),
    }
}

fn part(tokens: &[Token], at: usize) -> Option<usize> {
    let key = tokens[at].key.as_str();
    let key = key.strip_prefix('و').unwrap_or(key);
    // ظهر is also "appeared", فجر "blew up": as parts of a day they stand before the day.
    let bare = !key.starts_with("ال") && !key.ends_with('ا') && key != "مساء";
    let day = tokens.get(at + 1).is_some_and(|t| DAYS.contains(&t.key.as_str()));
    if bare && !day {
        return None;
    }
    PARTS.iter().position(|(words, _, _)| words.contains(&key))
}

/// The clock time that begins at a token.
fn clock(tokens: &[Token], at: usize) -> Option<Clock> {
    let digits = |n: usize| tokens.get(n).filter(|t| t.kind == TokenKind::Number).and_then(Token::value);
    let glued = |n: usize| tokens.get(n + 1).is_some_and(|t| t.span.start() == tokens[n].span.end());
    let key = |n: usize| tokens.get(n).map_or("", |t| t.key.as_str());
    let before = at.checked_sub(1).map_or("", key);
    if let Some(hour) = digits(at).filter(|h| *h < DAY + 1.0) {
        let inside = at > 1 && tokens[at - 1].is_sign(":") && glued(at - 1) && digits(at - 2).is_some();
        if inside || hour < 0.0 {
            return None;
        }
        let colon = tokens.get(at + 1).is_some_and(|t| t.is_sign(":")) && glued(at) && glued(at + 1);
        if let Some(minutes) = digits(at + 2).filter(|m| colon && *m < 60.0) {
            return Some(Clock { at, hour: hour + minutes / 60.0 });
        }
        // 11.30 where hours are told: الساعة, or a part of the day behind it.
        let told = matches!(before, "الساعه" | "ساعه" | "بين")
            || part(tokens, (at + 1).min(tokens.len() - 1)).is_some();
        let minutes = (hour.fract() * 100.0).round();
        return (told && minutes < 60.0).then(|| Clock { at, hour: hour.trunc() + minutes / 60.0 });
    }
    let word = key(at);
    let word = word.strip_prefix('و').unwrap_or(word).strip_prefix("ال")?;
    let hour = HOURS.iter().position(|h| *h == word)? + 1;
    let twelve = hour == 2 && key(at + 1) == "عشره";
    let hour = if twelve { 12 } else { hour };
    // الساعة الثالثة, الثالثة فجراً, عند الثالثة من فجر الثلاثاء: else it is the third of something.
    let behind = at + 1 + usize::from(twelve || hour == 11);
    let told = matches!(before, "الساعه" | "ساعه")
        || behind < tokens.len()
            && (part(tokens, behind).is_some()
                || matches!(key(behind), "من" | "بعد")
                    && behind + 1 < tokens.len()
                    && part(tokens, behind + 1).is_some());
    told.then_some(Clock { at, hour: hour as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_claims::{Input, Lexicon, read};

    fn of(text: &str) -> Option<Hours> {
        let input = Input { title: "", text, published: None, outlet: None, camp: None };
        hours(&read(&input, Lexicon::builtin()), Span::new(0, text.len()))
    }

    #[test]
    fn clock_times_with_their_part_of_the_day_are_read() {
        assert_eq!(of("وقعت الغارة بين 11:30 و12:00 ظهراً"), Some((11.5, 12.0)));
        assert_eq!(of("وقت ضرب المستودع بين 23:30 و00:30"), Some((23.5, 24.5)));
        assert_eq!(of("وقع القصف عند الثالثة من فجر الثلاثاء"), Some((3.0, 3.0)));
        assert_eq!(of("قصف الساعة الخامسة مساء"), Some((17.0, 17.0)));
        assert_eq!(of("نُفذت الغارة ظهراً"), Some((11.0, 15.0)));
        assert_eq!(of("غارات بين 11.30 و12 ظهراً"), Some((11.5, 12.0)));
    }

    #[test]
    fn what_leaves_a_doubt_is_no_hour() {
        assert_eq!(of("وقع الانفجار في 11:30"), None);
        assert_eq!(of("الدفعة الثالثة من المساعدات"), None);
        assert_eq!(of("قصف صباحاً وقصف مساءً"), None);
    }

    #[test]
    fn hours_apart_are_so_across_midnight() {
        assert!(apart((11.5, 12.0), (23.5, 24.5)));
        assert!(!apart((23.5, 24.5), (0.5, 1.0)));
        assert!(!apart((3.0, 3.0), (2.0, 6.5)));
    }
}
