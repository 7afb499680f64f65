//! Numbers: digits and words, ranges, bounds and vague plurals.
//!
//! A grammar over tokens ([`crate::grammar`]): `words` is its lexicon, `rules` makes words to numbers, `bounds`
//! puts bounds on them and passes over what only looks like a count (names, clock times, ordinals). What is
//! counted, and who, is not decided here.

mod bounds;
mod rules;
mod value;
mod words;

use crate::grammar::{Chart, Grammar, Item, Layer, Spotted};
use crate::normal::is_control;
use crate::{DateMention, Span, Token, TokenKind, date};
use std::fmt;
use std::sync::LazyLock;
pub(crate) use value::Value;

/// A number as said, with its bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Hedge or bound and number together (`أكثر من 20 ألفًا`), the counted noun not in it.
    pub span: Span,
    /// First and one past the last token.
    pub tokens: (usize, usize),
    /// Least value, inclusive; `None` = open.
    pub min: Option<f64>,
    /// Greatest value, inclusive; `None` = open.
    pub max: Option<f64>,
    /// Said to be about that (نحو), or vague (عشرات).
    pub approximate: bool,
    /// True where the counted noun is inside the span itself: a dual (قتيلان). Never set here: which words are
    /// nouns that can be counted, a lexicon must say.
    pub holds_noun: bool,
    /// Percent, or a fraction of a whole (نصف = 50).
    pub percent: bool,
    /// The bound or hedge that stands behind the counted noun (`20 شخصاً على الأقل`); `min` and `max` reckon
    /// with it.
    pub tail: Option<Span>,
}

/// The numbers of a text; ordinals, clock times and numbers inside dates are not among them.
///
/// ```
/// use riwayat_text::{tokens, number::numbers};
/// let text = "مقتل ما لا يقل عن 17 شخصاً وإصابة نحو ألف وخمسمئة";
/// let found = numbers(text, &tokens(text));
/// assert_eq!((found[0].span.of(text), found[0].min, found[0].max), ("ما لا يقل عن 17", Some(17.0), None));
/// assert_eq!((found[1].min, found[1].approximate), (Some(1500.0), true));
/// ```
#[must_use]
pub fn numbers(text: &str, tokens: &[Token]) -> Vec<Number> {
    let words = NumberWords::of(tokens);
    numbers_with(text, tokens, &words, &date::dates_with(text, tokens, &words, None))
}

/// The number words of a text: found once, for its dates and for its numbers.
pub struct NumberWords(Spotted<Value>);

impl NumberWords {
    /// Those of these tokens.
    #[must_use]
    pub fn of(tokens: &[Token]) -> Self {
        Self(GRAMMAR.spot(tokens))
    }
}

impl fmt::Debug for NumberWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NumberWords")
    }
}

/// The numbers of a text whose dates are known already.
#[must_use]
pub fn numbers_beside(text: &str, tokens: &[Token], dates: &[DateMention]) -> Vec<Number> {
    numbers_with(text, tokens, &NumberWords::of(tokens), dates)
}

/// The numbers of a text whose number words and dates are known already.
#[must_use]
pub fn numbers_with(text: &str, tokens: &[Token], words: &NumberWords, dates: &[DateMention]) -> Vec<Number> {
    let chart = full_chart(text, tokens, words, dates);
    let results: Vec<_> = chart.items().iter().filter(|i| RESULTS.contains(&i.class)).collect();
    let mut out = Vec::new();
    for (n, item) in results.iter().enumerate().filter(|(_, i)| i.class == "number") {
        let span = chart.span(item);
        if !touches_date(dates, span) {
            out.push(number(&chart, item, results.get(n + 1)));
        }
    }
    out
}

fn full_chart<'t>(
    text: &'t str,
    tokens: &'t [Token],
    words: &NumberWords,
    dates: &[DateMention],
) -> Chart<'t, Value> {
    let mut chart = Chart::new(text, tokens);
    push_digits(&mut chart, |at| {
        !touches_date(dates, tokens[at].span) && !in_unread_series(text, tokens, at)
    });
    GRAMMAR.run_spotted(chart, &words.0, layers().count())
}

/// Makes the grammar, which otherwise is made at the first reading.
pub fn prepare() {
    LazyLock::force(&GRAMMAR);
}

static GRAMMAR: LazyLock<Grammar<Value>> = LazyLock::new(|| Grammar::new(words::ENTRIES, layers()));

fn layers() -> impl Iterator<Item = &'static Layer<Value>> {
    rules::WORDS.iter().chain(&bounds::BOUNDS)
}

/// The numbers that the words and digits of a text make, without bounds: what other grammars build on.
pub(crate) fn chart<'t>(text: &'t str, tokens: &'t [Token], words: &NumberWords) -> Chart<'t, Value> {
    let mut chart = Chart::new(text, tokens);
    push_digits(&mut chart, |_| true);
    GRAMMAR.run_spotted(chart, &words.0, rules::WORDS.len())
}

/// The classes of the last layer.
const RESULTS: [&str; 3] = ["number", "none", "tail"];

/// How many tokens may stand between a number and the bound behind its noun: the noun, an adjective and two
/// quotation marks.
const TAIL_REACH: usize = 4;

/// Most digits of a count; longer runs are telephone or serial numbers.
const MOST_DIGITS: usize = 13;

/// True where a date shares something with the span; the dates are in order.
fn touches_date(dates: &[DateMention], span: Span) -> bool {
    let first = dates.partition_point(|d| d.span.end() <= span.start());
    dates.get(first).is_some_and(|d| d.span.overlap(span) > 0)
}

/// Digits that a leading zero may pad (`00:30`); with more it is a serial or telephone number.
const LONGEST_PADDED: usize = 2;

/// Puts the digits that may be counts on the chart, of those asked for.
fn push_digits(chart: &mut Chart<'_, Value>, may_be: impl Fn(usize) -> bool) {
    for at in 0..chart.tokens.len() {
        let token = &chart.tokens[at];
        let Some(value) = token.value() else { continue };
        if may_be(at) && !is_name_part(chart.tokens, at) {
            chart.push(Item {
                class: "digits",
                rule: "",
                tokens: (at, at + 1),
                proclitics: "",
                value: Value::exact(value),
            });
        }
    }
}

/// True for digits that a point joins to others without making one number of them (`7.34.66`, `2.12.194`): what either
/// part counts, nobody can tell.
fn in_unread_series(text: &str, tokens: &[Token], at: usize) -> bool {
    let joined = |a: usize| {
        let Some([first, point, last]) = tokens.get(a..a + 3) else { return false };
        let between = [(first, point), (point, last)].map(|(x, y)| Span::new(x.span.end(), y.span.start()));
        let tight = between.iter().all(|s| s.of(text).chars().all(is_control));
        tight && point.is_sign(".") && first.kind == TokenKind::Number && last.kind == TokenKind::Number
    };
    joined(at) || at >= 2 && joined(at - 2)
}

/// True for digits that are written as part of a name or a serial number: glued to a word that is no
/// proclitic (`تي72`), joined to it by a hyphen (`كوفيد-19`), with a leading zero, too long, or numbering a line.
fn is_name_part(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let before = at.checked_sub(1).map(|b| &tokens[b]).filter(|b| b.touches(token));
    let two_before = at.checked_sub(2).map(|b| &tokens[b]);
    let glued = before.is_some_and(|b| b.is_word() && !is_proclitic(&b.key) && !may_be_glued(&b.key));
    let hyphened = before.is_some_and(|b| {
        matches!(b.key.as_str(), "-" | "_" | "/") && two_before.is_some_and(|w| w.is_word() && w.touches(b))
    });
    let serial =
        token.key.len() > LONGEST_PADDED && token.key.starts_with('0') && !token.key.starts_with("0.");
    let opens_line = at.checked_sub(1).is_none_or(|b| tokens[b].kind == TokenKind::Break);
    let mark = tokens.get(at + 1).filter(|m| token.touches(m) && matches!(m.key.as_str(), "." | ")" | "-"));
    let goes_on = mark.is_some() && tokens.get(at + 2).is_some_and(|n| n.kind == TokenKind::Number);
    let numbers_line = opens_line && mark.is_some() && !goes_on;
    glued || hyphened || serial || numbers_line || token.key.len() > MOST_DIGITS
}

/// True for what is written before a number without a space and is no word.
fn is_proclitic(key: &str) -> bool {
    matches!(
        key,
        "و" | "ف"
            | "ب"
            | "ل"
            | "ك"
            | "ال"
            | "وال"
            | "بال"
            | "لل"
            | "فال"
            | "كال"
            | "وب"
            | "ول"
            | "فب"
            | "ه"
    )
}

/// True for words that digits follow, and with which no name ends: where they touch (إلى600), a space was lost.
fn may_be_glued(key: &str) -> bool {
    matches!(
        key,
        "الي"
            | "من"
            | "في"
            | "علي"
            | "عن"
            | "حتي"
            | "نحو"
            | "بنحو"
            | "حوالي"
            | "بحوالي"
            | "قرابه"
            | "زهاء"
            | "بين"
            | "وبين"
            | "او"
            | "ان"
            | "فان"
            | "منذ"
            | "خلال"
            | "بعد"
            | "قبل"
            | "كل"
            | "امس"
            | "اليوم"
            | "بنسبه"
            | "بعدد"
            | "بمبلغ"
            | "بقيمه"
            | "مقتل"
            | "ومقتل"
            | "اصابه"
            | "واصابه"
            | "استشهاد"
            | "واستشهاد"
    )
}

fn number(chart: &Chart<'_, Value>, item: &Item<Value>, next: Option<&&Item<Value>>) -> Number {
    let tail = next.filter(|t| t.class == "tail" && reaches(chart, item.tokens.1, t.tokens.0));
    let value = tail.map_or(item.value, |t| item.value.with_tail(t.rule, t.value));
    let adjacent = tail.filter(|t| t.tokens.0 == item.tokens.1);
    let span = chart.span(item);
    Number {
        span: adjacent.map_or(span, |t| span.cover(chart.span(t))),
        tokens: (item.tokens.0, adjacent.map_or(item.tokens.1, |t| t.tokens.1)),
        min: value.min,
        max: value.max,
        approximate: value.approximate,
        holds_noun: false,
        percent: value.percent,
        tail: tail.filter(|_| adjacent.is_none()).map(|t| chart.span(t)),
    }
}

/// True where nothing but a few words and quotation marks stands between two tokens.
fn reaches(chart: &Chart<'_, Value>, from: usize, to: usize) -> bool {
    let quote = |t: &Token| matches!(t.key.as_str(), "\"" | "«" | "»" | "“" | "”" | "'" | ")");
    to >= from && to - from <= TAIL_REACH && chart.tokens[from..to].iter().all(|t| t.is_word() || quote(t))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{grammar, tokens};

    #[test]
    fn every_rule_makes_what_its_examples_say() {
        grammar::check_examples(
            layers(),
            |text, tokens| full_chart(text, tokens, &NumberWords::of(tokens), &[]),
            Value::shown,
        );
    }

    /// Each number as its span and bounds.
    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = numbers_beside(text, &tokens(text), &[]);
        let found: Vec<_> = found
            .iter()
            .map(|n| {
                let value = Value { min: n.min, max: n.max, ..Value::exact(0.0) };
                let value = Value { approximate: n.approximate, percent: n.percent, ..value };
                (n.span.of(text), value.shown())
            })
            .collect();
        let expect: Vec<_> = expect.iter().map(|(t, v)| (*t, (*v).to_owned())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn words_and_digits_of_every_kind() {
        check("قُتل ٢٤ وجُرح ۳۰ ونزح 6,340", &[("٢٤", "24"), ("۳۰", "30"), ("6,340", "6340")]);
        check("أسر خمسة وعشرين عنصراً", &[("خمسة وعشرين", "25")]);
        check("نزوح 400.000 شخص وعودة 1٫5 مليون", &[("400.000", "400000"), ("1٫5 مليون", "1500000")]);
        check("أكثر من (120) كشافاً ونحو / 45 / متراً", &[("أكثر من (120)", "120.."), ("نحو / 45 /", "45~")]);
        check("ارتفع 5ر3 بالمئة إلى (150) ألف", &[("5ر3 بالمئة", "3.5%"), ("(150) ألف", "150000")]);
    }

    #[test]
    fn a_year_before_a_scale_is_not_how_many_there_are() {
        let text = "نزح في عام 2013 مليون شخص";
        let found = numbers(text, &tokens(text));
        assert_eq!(
            found.iter().map(|n| (n.span.of(text), n.min)).collect::<Vec<_>>(),
            [("مليون", Some(1e6))]
        );
    }

    #[test]
    fn digits_that_make_no_number_leave_their_scale_uncounted() {
        check("دفع ث63 مليون دولار", &[]);
        check("خفضها إلى600 مليون جنيه", &[("600 مليون", "600000000")]);
        check("دفع 15 ألفا و 20 ألف روبل", &[("15 ألفا", "15000"), ("20 ألف", "20000")]);
        check("فاز بزمن 7.34.66 دقيقة", &[]);
        check("بقيمة 1.75.3 مليون ريال", &[]);
        check("بزمن 985.\u{200F}09.\u{200F}46.\u{200F}1 ساعة", &[]);
        check("بلغت (375,526,840) مليون ريال", &[("375,526,840", "375526840")]);
    }

    #[test]
    fn a_bound_may_stand_behind_the_noun() {
        check("مقتل 44 شخصا على الاقل وجرح 7", &[("44", "44.."), ("7", "7")]);
        check("مقتل 194 \"مسلحاً\" على الأقل", &[("194", "194..")]);
        check("قتل 20، على الأقل هذا ما قيل", &[("20", "20")]);
        check("نزح ألف شخص تقريباً", &[("ألف", "1000~")]);
        check("على بعد 32 كيلومتراً ونصف الكيلومتر", &[("32", "32.5")]);
        check("دفع 3 ملايين ليرة ونصف المليون", &[("3 ملايين", "3500000")]);
        check("فرّ 5 رجال ونصف السكان", &[("5", "5"), ("نصف", "50%")]);
        check("بينهم 12 على الأقل", &[("12 على الأقل", "12..")]);
    }

    #[test]
    fn names_ordinals_and_clocks_are_no_counts() {
        for text in [
            "سيطر على اللواء 137",
            "دبابة تي72 وطائرة F16 وكوفيد-19",
            "القرن العشرين",
            "الساعة 23:30",
            "بين 00:30 و07:00",
            "قصف بلدة بليون",
            "الذكرى الخامسة عشرة",
            "للاتصال 0933123456",
            "على طريق M4",
            "لست متأكداً",
        ] {
            check(text, &[]);
        }
    }
}
