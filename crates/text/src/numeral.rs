//! Numbers written in digits: where one ends, which separators group and which part decimals.
//!
//! Arabic news mixes three kinds of digits and every separator: `20,000`, `20.000`, `٢٠٬٠٠٠`, `2.5`, `٢٫٥`,
//! `2,5`, `6،5`. A separator groups where three digits stand behind each of its kind and at most three before
//! the first; else one alone parts decimals, also behind groups (`1.433.5`); else the numbers are two, as in dates.
//!
//! Agencies write the decimal sign as a ر, or put a mark of direction behind the point (`5ر32`, `27.` and `55` with the
//! mark between). Either turns the order in which the digits are seen: what stands last is seen first, so that both read
//! 32.5 and 55.27, as their readers do.

use crate::normal::is_control;

/// The value of a digit of any of the three kinds.
#[must_use]
pub fn digit(c: char) -> Option<u8> {
    let value = match c {
        '0'..='9' => c as u32 - '0' as u32,
        '٠'..='٩' => c as u32 - '٠' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        _ => return None,
    };
    u8::try_from(value).ok()
}

/// Longest run of digits taken for a number as it is; what is longer is still one token, its key cut to this
/// many digits so that it stays a finite value.
const LONGEST: usize = 30;

/// Digits of one group behind a grouping separator.
const GROUP: usize = 3;

/// Most runs of digits that are looked at together: what has more groups has more than [`LONGEST`] digits and is a
/// list. Without a bound, a long list of groups would be read to its end again at each of its numbers.
const MOST_RUNS: usize = LONGEST / GROUP + 1;

/// Most digits behind a comma that parts decimals (`2,75`); more are another number of a list.
const COMMA_DECIMALS: usize = 2;

struct Run {
    digits: String,
    /// Bytes up to its end.
    end: usize,
    /// The separator before it.
    separator: char,
}

/// Reads the number that `text` begins with: its length in bytes and its key, ASCII digits with `.` for
/// decimals and no grouping.
///
/// ```
/// use riwayat_text::numeral::read;
/// assert_eq!(read("20٬000 شخص"), ("20٬000".len(), "20000".to_owned()));
/// assert_eq!(read("2,7 مليون"), (3, "2.7".to_owned()));
/// assert_eq!(read("2018.11.27"), (4, "2018".to_owned()));
/// ```
#[must_use]
pub fn read(text: &str) -> (usize, String) {
    if let Some(turned) = turned(text) {
        return turned;
    }
    let runs = runs(text);
    let head = |n: usize| runs.get(n).map_or(0, |r| r.end);
    if let Some(grouped) = grouped(&runs) {
        let whole: String = runs[..grouped].iter().map(|r| r.digits.as_str()).collect();
        return match decimals(&runs[grouped..], true) {
            Some(rest) => (head(grouped), format!("{whole}.{rest}")),
            None => (head(grouped - 1), cut(&whole)),
        };
    }
    let whole = runs.first().map_or("", |r| r.digits.as_str());
    let rest = runs.get(1..).unwrap_or_default();
    // 0,272: behind a zero there are only decimals.
    if let ([part], "0", true) = (rest, whole, rest.first().is_some_and(|r| r.separator == ',')) {
        return (part.end, format!("0.{}", cut(&part.digits)));
    }
    match decimals(rest, whole.len() <= GROUP) {
        Some(rest) => (head(1), format!("{}.{rest}", cut(whole))),
        None => (head(0), cut(whole)),
    }
}

/// Most digits in front of a ر or a mark of direction: decimals, or a group.
const TURNED: usize = 4;

/// Reads a number whose digits are seen in another order than they are written.
fn turned(text: &str) -> Option<(usize, String)> {
    let mut seen = String::new();
    let mut at = 0;
    loop {
        let (len, digits) = run(&text[at..]);
        if len == 0 || len > LONGEST {
            return None;
        }
        seen.insert_str(0, &digits);
        at += len;
        let Some((len, separator)) = turn(&text[at..]) else { break };
        if digits.len() > TURNED || seen.len() > LONGEST {
            return None;
        }
        seen.insert(0, separator);
        at += len;
    }
    let goes_on = text[at..].chars().next().is_some_and(char::is_alphabetic) || joins(&text[at..]);
    let turned = seen.contains(['.', '٫']);
    let (read, key) = if turned && !goes_on { read(&seen) } else { return None };
    (read == seen.len()).then_some((at, key))
}

/// True where a separator and more digits stand at the head.
fn joins(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_separator)
        && chars.find(|c| !is_control(*c)).is_some_and(|c| digit(c).is_some())
}

/// What parts two runs of digits so that the second is seen first: its length, and what it says.
fn turn(text: &str) -> Option<(usize, char)> {
    let digits = |len: usize| text[len..].chars().next().is_some_and(|c| digit(c).is_some());
    if text.starts_with('ر') {
        return digits('ر'.len_utf8()).then_some(('ر'.len_utf8(), '.'));
    }
    let separator = text.chars().next().filter(|c| matches!(c, '.' | '٫'))?;
    let rest = &text[separator.len_utf8()..];
    let marks = rest.len() - rest.trim_start_matches(is_turn).len();
    let len = separator.len_utf8() + marks;
    (marks > 0 && digits(len)).then_some((len, '٫'))
}

/// Marks behind which digits are seen apart from those before.
fn is_turn(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// The value of digits where their one separator, which else groups, is a point that parts decimals: before a percent
/// sign and a scale word (`1.742` million, `8.168` %). `None` where it can be none.
///
/// ```
/// use riwayat_text::numeral::decimal;
/// assert_eq!(decimal("1.742"), Some(1.742));
/// assert_eq!((decimal("1.000"), decimal("1,596"), decimal("1.5")), (None, None, None));
/// ```
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let (len, key) = read(text);
    let (whole, part) = key.split_at_checked(key.len().checked_sub(GROUP)?)?;
    let signs: Vec<char> = text.chars().filter(|c| digit(*c).is_none() && !is_control(*c)).collect();
    let fits = len == text.len() && matches!(signs[..], ['.' | 'ر']) && !key.contains('.');
    if fits && part.bytes().any(|b| b != b'0') { format!("{whole}.{part}").parse().ok() } else { None }
}

/// Reads the digits alone that `text` begins with: their length in bytes and the key.
#[must_use]
pub fn run(text: &str) -> (usize, String) {
    let digits: String = text.chars().map_while(digit).map(|d| char::from(b'0' + d)).collect();
    let len = text.char_indices().find(|(_, c)| digit(*c).is_none()).map_or(text.len(), |(i, _)| i);
    (len, cut(&digits))
}

fn cut(digits: &str) -> String {
    digits.get(..LONGEST.min(digits.len())).unwrap_or(digits).to_owned()
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '،' | '٬' | '٫' | '\'')
}

/// The runs of digits of the text's head, as long as single separators join them.
fn runs(text: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut waiting = None;
    for (i, c) in text.char_indices() {
        let end = i + c.len_utf8();
        match (digit(c), waiting.take()) {
            (Some(d), None) if !out.is_empty() => {
                if let Some(run) = out.last_mut() {
                    run.digits.push(char::from(b'0' + d));
                    run.end = end;
                }
            }
            (Some(_), _) if out.len() == MOST_RUNS => break,
            (Some(d), separator) => out.push(Run {
                digits: char::from(b'0' + d).to_string(),
                end,
                separator: separator.unwrap_or(' '),
            }),
            (None, None) if is_separator(c) => waiting = Some(c),
            (None, _) => break,
        }
    }
    out
}

/// How many runs make one grouped whole; `None` where none are grouped.
fn grouped(runs: &[Run]) -> Option<usize> {
    let (first, rest) = runs.split_first()?;
    let separator = rest.first()?.separator;
    let same = rest.iter().take_while(|r| r.separator == separator).count();
    let groups = rest[..same].iter().take_while(|r| r.digits.len() == GROUP).count();
    // 1.433.5: behind a group a point may part decimals, too, fewer than a group has.
    let last = rest.get(groups).map_or(0, |r| r.digits.len());
    let fits = groups == same || separator == '.' && groups + 1 == rest.len() && last < GROUP;
    let leads = first.digits.len() <= GROUP && !first.digits.starts_with('0');
    // One ٫ parts decimals; more of them can only group.
    (fits && leads && groups > usize::from(separator == '٫')).then_some(groups + 1)
}

/// The decimals that the runs begin with, where a single run can only be that.
fn decimals(runs: &[Run], short: bool) -> Option<&str> {
    let first = runs.first()?;
    let alone = runs.get(1).is_none();
    let fits = match first.separator {
        '٫' => true,
        '.' => alone,
        ',' | '،' => alone && short && first.digits.len() <= COMMA_DECIMALS,
        _ => false,
    };
    (fits && first.digits.len() <= LONGEST).then_some(first.digits.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_group_part_decimals_or_end_the_number() {
        for (text, expect) in [
            ("7", "7"),
            ("٢٠", "20"),
            ("20,000", "20000"),
            ("400.000", "400000"),
            ("1.234.567", "1234567"),
            ("1,234.5", "1234.5"),
            ("١٫٥", "1.5"),
            ("6،5", "6.5"),
            ("0.500", "0.500"),
            ("0,272", "0.272"),
            ("3.14159", "3.14159"),
            ("2018.11.27", "2018"),
            ("1,2,3", "1"),
            ("2011,2012", "2011"),
            ("2011، 2012", "2011"),
            ("5.", "5"),
            ("٥٫٩٤٩٫٢١٢", "5949212"),
            ("1.433.5", "1433.5"),
            ("97.151.502.13", "97151502.13"),
            ("310.000.000.00", "310000000.00"),
            ("7.34.66", "7"),
            ("2.12.194", "2"),
            ("120,130,5", "120"),
        ] {
            assert_eq!(read(text).1, expect, "{text}");
        }
    }

    #[test]
    fn digits_are_read_in_the_order_in_which_they_are_seen() {
        for (text, expect) in [
            ("5ر32", "32.5"),
            ("02ر10 مليون", "10.02"),
            ("٥ر٣٢", "32.5"),
            ("540ر999ر45", "45999540"),
            ("000ر30", "30000"),
            ("27.\u{200F}55 دولار", "55.27"),
            ("2.\u{200E}0", "0.2"),
            ("622.\u{200F}97.", "97.622"),
            // Neither a number nor two of them.
            ("985.\u{200F}09.\u{200F}46.\u{200F}1", "985"),
            ("5ر32كم", "5"),
            ("5ر", "5"),
            ("5 ر 32", "5"),
        ] {
            assert_eq!(read(text).1, expect, "{text}");
        }
    }

    /// Each number of such a list was read up to the list's end, so that 400 KB took half a minute.
    #[test]
    fn a_list_of_numbers_is_read_once() {
        for list in ["1'2'".repeat(100_000), format!("{}2", "222'".repeat(100_000))] {
            assert!(crate::tokens(&list).len() > 10_000);
        }
    }

    #[test]
    fn a_number_of_a_thousand_digits_stays_finite() {
        let (len, key) = read(&"9".repeat(1000));
        assert_eq!((len, key.len()), (1000, LONGEST));
        assert!(key.parse::<f64>().is_ok_and(f64::is_finite));
    }
}
