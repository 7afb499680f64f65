//! Normal forms: one rule a row of one table, and the caller chooses the rules.
//!
//! A normal form stands beside the text and never replaces it: [`Folded`] knows for every place of the normal
//! form the stretch of the original that it came from. What is *not* done here: no word is cut and no stem is
//! taken; that is [`crate::token`] and [`crate::stem`].

use crate::Span;
use smol_str::{SmolStr, SmolStrBuilder};
use std::ops::BitOr;
use unicode_normalization::UnicodeNormalization;

/// A choice of rules of the table.
///
/// ```
/// use riwayat_text::normal::{Rules, fold_by};
/// assert_eq!(fold_by("مسؤولة", Rules::STANDARD), "مسؤوله");
/// assert_eq!(fold_by("مسؤولة", Rules::STANDARD | Rules::HAMZA), "مسووله");
/// assert_eq!(fold_by("مسؤولة", Rules::DIGITS), "مسؤولة");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Rules(u16);

impl Rules {
    /// Nothing is changed.
    pub const NONE: Self = Self(0);
    /// Arabic presentation forms to letters, the ligature of lam and alef to two: `ﻻ` to `لا`.
    pub const PRESENTATION: Self = Self(1);
    /// Direction controls and zero-width characters out.
    pub const CONTROLS: Self = Self(1 << 1);
    /// Spaces of other kinds to a plain one.
    pub const SPACES: Self = Self(1 << 2);
    /// Harakat, superscript alef and Quranic marks out: `قُتِلَ` to `قتل`.
    pub const DIACRITICS: Self = Self(1 << 3);
    /// Tatweel out: `مدنيـين` to `مدنيين`.
    pub const TATWEEL: Self = Self(1 << 4);
    /// Persian, Urdu and Kurdish look-alikes to Arabic letters: `کردی` to `كردي`.
    pub const LOOKALIKES: Self = Self(1 << 5);
    /// Alef with hamza, madda or wasla to a bare alef: `إأآٱ` to `ا`.
    pub const ALEF: Self = Self(1 << 6);
    /// Hamza on waw and ya to the bare carrier: `مسؤول` and `مسئول` still differ, `شؤون` is `شوون`.
    pub const HAMZA: Self = Self(1 << 7);
    /// Alef maqsura to ya: `مصطفى` to `مصطفي`.
    pub const YA: Self = Self(1 << 8);
    /// Ta marbuta to ha: `مدينة` to `مدينه`.
    pub const TA_MARBUTA: Self = Self(1 << 9);
    /// Arabic-Indic and Persian digits to ASCII: `٢٠` to `20`.
    pub const DIGITS: Self = Self(1 << 10);
    /// Capital letters to small ones.
    pub const CASE: Self = Self(1 << 11);

    /// What two spellings of one word share; everything but [`Rules::HAMZA`], which also joins words that
    /// differ.
    pub const STANDARD: Self = Self(0x0FFF & !Self::HAMZA.0);

    /// True where every rule of `other` is chosen.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These rules without those of `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Rules {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One row of the table: a rule, and what it makes of one character (`None` = nothing stays).
type Row = (Rules, fn(char) -> Option<char>);

/// The rules that make one character of one, in the order in which they are applied: what a row gives, the
/// rows below it may change further, and none above it. Presentation forms may give several characters and
/// are opened before.
const TABLE: [Row; 11] = [
    (Rules::CONTROLS, controls),
    (Rules::SPACES, spaces),
    (Rules::DIACRITICS, diacritics),
    (Rules::TATWEEL, tatweel),
    (Rules::LOOKALIKES, lookalikes),
    (Rules::ALEF, alef),
    (Rules::HAMZA, hamza),
    (Rules::YA, ya),
    (Rules::TA_MARBUTA, ta_marbuta),
    (Rules::DIGITS, digits),
    (Rules::CASE, case),
];

/// Folds text by [`Rules::STANDARD`].
///
/// ```
/// assert_eq!(riwayat_text::normal::fold("الإتّفاق"), riwayat_text::normal::fold("الاتفاق"));
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    fold_by(text, Rules::STANDARD)
}

/// Folds text by the chosen rules.
#[must_use]
pub fn fold_by(text: &str, rules: Rules) -> String {
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, rules, &mut |c| out.push(c));
    }
    out
}

/// The same as [`fold`] for one word: most are kept in place, without an allocation.
pub(crate) fn fold_word(word: &str) -> SmolStr {
    if word.chars().all(is_plain) {
        return word.into();
    }
    let mut out = SmolStrBuilder::new();
    for c in word.chars() {
        fold_char(c, Rules::STANDARD, &mut |c| out.push(c));
    }
    out.finish()
}

/// A folded text that knows its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each folded character: its first byte, and the original stretch that it came from, the marks that
    /// were dropped behind it included.
    map: Vec<Origin>,
    original_len: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Origin {
    at: usize,
    from: usize,
    to: usize,
}

impl Folded {
    /// Folds `text` by `rules` and keeps the way back.
    ///
    /// ```
    /// use riwayat_text::normal::{Folded, Rules};
    /// let text = "قُتِل في الأَتارِب";
    /// let folded = Folded::new(text, Rules::STANDARD);
    /// assert_eq!(folded.text(), "قتل في الاتارب");
    /// let at = folded.text().find("الاتارب").unwrap();
    /// let span = folded.to_original(riwayat_text::Span::new(at, folded.text().len()));
    /// assert_eq!(span.of(text), "الأَتارِب");
    /// ```
    #[must_use]
    pub fn new(text: &str, rules: Rules) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut map: Vec<Origin> = Vec::with_capacity(text.len() / 2);
        for (from, c) in text.char_indices() {
            let to = from + c.len_utf8();
            let before = map.len();
            fold_char(c, rules, &mut |c| {
                map.push(Origin { at: folded.len(), from, to });
                folded.push(c);
            });
            if let (true, Some(last)) = (map.len() == before, map.last_mut()) {
                last.to = to;
            }
        }
        Self { text: folded, map, original_len: text.len() }
    }

    /// The normal form.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the original that a stretch of the normal form came from: total (any span has an answer)
    /// and monotone (what stands later there stands later here). Marks that were dropped belong to the letter
    /// before them. An empty span gives the empty place before the character that it stands before.
    #[must_use]
    pub fn to_original(&self, span: Span) -> Span {
        let start = self.map.partition_point(|o| o.at <= span.start()).saturating_sub(1);
        let from = match self.map.get(start) {
            Some(_) if span.start() >= self.text.len() => self.original_len,
            Some(o) => o.from,
            None => self.original_len,
        };
        if span.is_empty() {
            return Span::new(from, from);
        }
        let end = self.map.partition_point(|o| o.at < span.end());
        let to = end.checked_sub(1).and_then(|i| self.map.get(i)).map_or(self.original_len, |o| o.to);
        Span::new(from, to.max(from))
    }
}

/// True where no rule changes the character: most of any Arabic text, so it is asked first.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='@' | '['..='~' | '\n' | 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' | '،' | '؛' | '؟')
}

/// For the letters and marks that one rule alone changes, and no rule what it makes of them: the rule, and what it
/// makes. They are most of what is left of any Arabic text.
fn by_one_rule(c: char) -> Option<Row> {
    match c {
        'أ' | 'إ' | 'آ' => Some((Rules::ALEF, alef)),
        'ة' => Some((Rules::TA_MARBUTA, ta_marbuta)),
        'ى' => Some((Rules::YA, ya)),
        'ؤ' | 'ئ' => Some((Rules::HAMZA, hamza)),
        '\u{640}' => Some((Rules::TATWEEL, tatweel)),
        '\u{64B}'..='\u{652}' => Some((Rules::DIACRITICS, diacritics)),
        _ => None,
    }
}

fn fold_char(c: char, rules: Rules, give: &mut impl FnMut(char)) {
    if is_plain(c) {
        give(c);
    } else if let Some((rule, apply)) = by_one_rule(c) {
        if let Some(c) = if rules.has(rule) { apply(c) } else { Some(c) } {
            give(c);
        }
    } else if rules.has(Rules::PRESENTATION) && is_presentation(c) {
        for opened in std::iter::once(c).nfkc().filter(|o| !is_blank_under_mark(c, *o)) {
            fold_one(opened, rules, give);
        }
    } else {
        fold_one(c, rules, give);
    }
}

fn fold_one(c: char, rules: Rules, give: &mut impl FnMut(char)) {
    let mut now = Some(c);
    for (rule, apply) in TABLE {
        if rules.has(rule) {
            now = now.and_then(apply);
        }
    }
    if let Some(c) = now {
        give(c);
    }
}

pub(crate) fn is_presentation(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// The isolated forms of marks open to a space and the mark; the space was never written.
fn is_blank_under_mark(c: char, opened: char) -> bool {
    opened == ' ' && matches!(c, '\u{FE70}'..='\u{FE7F}' | '\u{FC5E}'..='\u{FC63}')
}

fn controls(c: char) -> Option<char> {
    (!is_control(c)).then_some(c)
}

fn spaces(c: char) -> Option<char> {
    match c {
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(' '),
        c => Some(c),
    }
}

fn diacritics(c: char) -> Option<char> {
    (!is_mark(c)).then_some(c)
}

fn tatweel(c: char) -> Option<char> {
    (c != '\u{640}').then_some(c)
}

fn lookalikes(c: char) -> Option<char> {
    Some(match c {
        'ک' | 'ڪ' | 'ګ' => 'ك',
        'ی' | 'ې' | 'ۍ' | 'ێ' | 'ے' => 'ي',
        'ہ' | 'ە' | 'ھ' | 'ۀ' | 'ۂ' => 'ه',
        'ۃ' => 'ة',
        'ٲ' => 'أ',
        'ٳ' => 'إ',
        'ۆ' | 'ۇ' | 'ۋ' => 'و',
        c => c,
    })
}

fn alef(c: char) -> Option<char> {
    Some(if matches!(c, 'أ' | 'إ' | 'آ' | 'ٱ' | 'ٵ') { 'ا' } else { c })
}

fn hamza(c: char) -> Option<char> {
    Some(match c {
        'ؤ' => 'و',
        'ئ' => 'ي',
        c => c,
    })
}

fn ya(c: char) -> Option<char> {
    Some(if c == 'ى' { 'ي' } else { c })
}

fn ta_marbuta(c: char) -> Option<char> {
    Some(if c == 'ة' { 'ه' } else { c })
}

fn digits(c: char) -> Option<char> {
    let zero = match c {
        '٠'..='٩' => 0x660,
        '۰'..='۹' => 0x6F0,
        c => return Some(c),
    };
    char::from_digit(c as u32 - zero, 10)
}

fn case(c: char) -> Option<char> {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => Some(one),
        _ => Some(c),
    }
}

/// True for marks that stand on a letter: harakat, superscript alef, Quranic signs, Latin accents.
#[must_use]
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
            | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}'
            | '\u{8D3}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}'
    )
}

/// True for what has no width and no sound: direction controls, joiners, the byte order mark, the soft hyphen.
#[must_use]
pub fn is_control(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_rule_does_what_its_row_says_and_nothing_else() {
        for (rule, text, expect) in [
            (Rules::PRESENTATION, "ﻗﺘﻞ ﻻ ﻼ ﷲ", "قتل لا لا الله"),
            (Rules::PRESENTATION, "ﺁﺏ", "آب"),
            (Rules::CONTROLS, "\u{202B}هجين\u{202C}\u{200F}", "هجين"),
            (Rules::SPACES, "٢٠\u{A0}ألف", "٢٠ ألف"),
            (Rules::DIACRITICS, "قُتِلَ ٱلرَّحمٰن", "قتل ٱلرحمن"),
            (Rules::TATWEEL, "بـ مدنيـين", "ب مدنيين"),
            (Rules::LOOKALIKES, "کردی یہ ە", "كردي يه ه"),
            (Rules::ALEF, "إأآٱ ء", "اااا ء"),
            (Rules::HAMZA, "مسؤول رئيس جزء", "مسوول رييس جزء"),
            (Rules::YA, "مصطفى", "مصطفي"),
            (Rules::TA_MARBUTA, "مدينة", "مدينه"),
            (Rules::DIGITS, "٢٠ ۴۵ 6", "20 45 6"),
            (Rules::CASE, "BBC عربي", "bbc عربي"),
            (Rules::NONE, "ﻻ إلى ـ", "ﻻ إلى ـ"),
        ] {
            assert_eq!(fold_by(text, rule), expect, "{text}");
        }
    }

    #[test]
    fn a_ligature_maps_back_whole_from_either_half() {
        let text = "بﻻد";
        let folded = Folded::new(text, Rules::STANDARD);
        assert_eq!(folded.text(), "بلاد");
        assert_eq!(folded.to_original(Span::new(2, 4)).of(text), "ﻻ");
        assert_eq!(folded.to_original(Span::new(4, 6)).of(text), "ﻻ");
        assert_eq!(folded.to_original(Span::new(0, 8)).of(text), text);
    }

    fn arabic() -> impl Strategy<Value = String> {
        let letters = "[ء-ي\u{640}\u{64B}-\u{652}\u{670}٠-٩۰-۹کیەہﻻﺁﷲ\u{FE70}-\u{FEFC}\u{FB50}-\u{FBFF}\u{200F}\u{A0} a-zA-ZÉİ.،\n]{0,40}";
        prop_oneof![letters, ".{0,30}"]
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in arabic(), bits in 0u16..0x1000) {
            for rules in [Rules::STANDARD, Rules(bits)] {
                let once = fold_by(&text, rules);
                prop_assert_eq!(fold_by(&once, rules), once);
            }
        }

        #[test]
        fn the_map_is_total_and_monotone(text in arabic()) {
            let folded = Folded::new(&text, Rules::STANDARD);
            prop_assert_eq!(folded.text(), fold(&text));
            let mut last = 0;
            for (i, c) in folded.text().char_indices() {
                let span = folded.to_original(Span::new(i, i + c.len_utf8()));
                prop_assert!(text.get(span.start()..span.end()).is_some_and(|s| !s.is_empty()));
                prop_assert!(span.start() >= last);
                last = span.start();
            }
            prop_assert_eq!(folded.to_original(Span::new(folded.text().len(), usize::MAX)).end(), text.len());
        }
    }
}
