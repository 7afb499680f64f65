//! Clock times in digits beside a date: `2018.11.27 | 13:11`, `الساعة 9:30 من مساء الأحد`.

use crate::{Token, TokenKind};
use jiff::civil::Time;

/// How many tokens may stand between a date and its clock time.
const REACH: usize = 3;

/// The hour from which a time said of an evening needs no twelve hours added.
const NOON: i8 = 12;

/// The clock time right behind a date, or before it with الساعة.
pub(super) fn beside(tokens: &[Token], (from, to): (usize, usize)) -> Option<Time> {
    let after = (to..=to + REACH).take_while(|at| tokens.get(to..*at).is_some_and(|t| t.iter().all(joins)));
    let behind = after.filter_map(|at| clock(tokens, at)).next();
    let before = || {
        let first = from.checked_sub(REACH + 2)?;
        let at = (first..from).rev().find(|at| clock(tokens, *at).is_some())?;
        let said = at.checked_sub(1).is_some_and(|b| tokens[b].key == "الساعه" || tokens[b].key == "ساعه");
        clock(tokens, at).filter(|_| said && (at + 3..from).all(|n| joins(&tokens[n])))
    };
    let marked_or_padded = |time: &Time| time.minute() > 0 || time.hour() > 0;
    let time = behind.or_else(before).filter(marked_or_padded)?;
    Some(if is_evening(tokens, from) { past_noon(time) } else { time })
}

/// The words and signs that join a date and its time.
fn joins(token: &Token) -> bool {
    matches!(token.key.as_str(), "|" | "،" | "-" | "–" | "," | "(" | "الساعه" | "عند" | "في" | "من")
}

/// `9:30` at a token: two digits behind the colon, so that no score is read.
fn clock(tokens: &[Token], at: usize) -> Option<Time> {
    let [hour, colon, minute] = tokens.get(at..at + 3)? else { return None };
    let shape = hour.kind == TokenKind::Number && colon.is_sign(":") && minute.key.len() == 2;
    let touching = hour.touches(colon) && colon.touches(minute);
    (shape && touching)
        .then(|| Time::new(hour.key.parse().ok()?, minute.key.parse().ok()?, 0, 0).ok())
        .flatten()
}

fn is_evening(tokens: &[Token], from: usize) -> bool {
    tokens.get(from).is_some_and(|t| matches!(t.key.as_str(), "مساء" | "ليل" | "عصر" | "بعد"))
}

fn past_noon(time: Time) -> Time {
    if time.hour() < NOON { Time::new(time.hour() + NOON, time.minute(), 0, 0).unwrap_or(time) } else { time }
}
