//! Persons: a given name and what follows it; two words behind an office (المتحدث باسم X ...); a last name that was
//! given in full before.

use super::pattern::{is_nisba, made_up};
use super::{Named, Scan};
use crate::lexicon::signals::Signal;
use crate::reading::{MentionKind, Tone};
use riwayat_text::TokenKind;
use riwayat_text::token::readings;

/// The person named at token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Named> {
    if scan.tokens[at].kind != TokenKind::Word {
        return None;
    }
    by_given_name(scan, at).or_else(|| by_office(scan, at)).or_else(|| by_last_name(scan, at))
}

/// محمد العبد الله, أبو عمر الحمصي: a given name, not a compound's tail, with one to three more words.
fn by_given_name(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let word = scan.key(at);
    let signals = &scan.lexicon.signals;
    let kunya = matches!(word, "ابو" | "ام") && signals.is_given(scan.key(at + 1));
    let proclitics = if kunya { "" } else { given(scan, at)? };
    if at > 0 && scan.found.last().is_some_and(|f| f.end > at) {
        return None;
    }
    let after = at + 1 + usize::from(kunya);
    let end = name_end(scan, after, signals.is_given(scan.key(after)));
    if end == after && !kunya {
        return None;
    }
    Some(person(scan, at, end, proclitics))
}

/// The proclitics before a given name; none where the word is no given name there. على is no علي.
fn given(scan: &Scan<'_>, at: usize) -> Option<&'static str> {
    let signals = &scan.lexicon.signals;
    if scan.tokens[at].span.of(scan.text).ends_with('ى') && scan.key(at).ends_with("علي") {
        return None;
    }
    let office = at > 0 && scan.is_word(at - 1, Signal::Office);
    let full = office || signals.is_given(scan.key(at + 1));
    readings(scan.key(at))
        .filter(|r| matches!(r.proclitics, "" | "و" | "ل"))
        .find(|r| signals.is_given(r.rest) || full && r.proclitics.is_empty() && signals.may_be_given(r.rest))
        .map(|r| r.proclitics)
}

/// One past the last word of a name whose first word stands before `at`.
fn name_end(scan: &Scan<'_>, at: usize, mut open: bool) -> usize {
    let mut end = at;
    while end < at + MOST_WORDS_AFTER_FIRST && is_name_part(scan, end, end > at) {
        let linked =
            matches!(scan.key(end), "عبد" | "العبد" | "ابو" | "ابي" | "بن" | "ال" | "دي" | "فان" | "شيخ");
        let word = scan.key(end);
        let last = word.starts_with("ال") && !linked;
        end += 1;
        if last || !linked && !open {
            break;
        }
        open = linked || scan.lexicon.signals.is_given(scan.key(end));
    }
    end
}

/// Words of a person's name after the first, compounds counted apart: محمد عبد الله الأحمد.
const MOST_WORDS_AFTER_FIRST: usize = 4;

/// True where the word can be the next of a person's name.
fn is_name_part(scan: &Scan<'_>, at: usize, later: bool) -> bool {
    let Some(token) = scan.tokens.get(at).filter(|t| t.kind == TokenKind::Word) else { return false };
    let word = token.key.as_str();
    let signals = &scan.lexicon.signals;
    if signals.is_given(word) || matches!(word, "عبد" | "العبد" | "ابو" | "ابي" | "بن") {
        return true;
    }
    let known =
        scan.lexicon.names.at(scan.tokens, at).is_some_and(|h| h.proclitics.is_empty() && h.end > at + 1);
    let common =
        [Signal::Stop, Signal::Telling, Signal::Generic, Signal::Office, Signal::Locative, Signal::Region]
            .iter()
            .any(|s| signals.is(word, *s))
            || signals.before(word, None).is_some()
            || signals.cut_is(word, Signal::Stop)
            || scan.lexicon.nouns.read(word).is_some_and(|f| f.pronoun.is_empty());
    let adverb = token.span.of(scan.text).contains('\u{64B}');
    let bound = adverb
        || !word.starts_with("ال")
            && (word.starts_with("وا") || word.starts_with("لل") || word.starts_with("بال"));
    !known && !common && !bound && word.chars().count() >= 3 && (!later || word.starts_with("ال"))
}

/// المتحدث باسم مجلس منبج العسكري شيار درويش: two words behind an office and its body, before أن, a comma or a colon.
fn by_office(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let before = at.checked_sub(1)?;
    let after_office = scan.is_word(before, Signal::Office)
        || scan.found.last().is_some_and(|f| {
            f.end == at && (1..=OFFICE_REACH).any(|n| f.end >= n + 1 && scan.is_word(at - n, Signal::Office))
        })
        || is_nisba(scan.key(before))
            && (2..=OFFICE_REACH).any(|n| at >= n && scan.is_word(at - n, Signal::Office));
    let end = at + 2;
    let parts = is_name_part(scan, at, false) && is_name_part(scan, at + 1, false);
    let plain = !scan.key(at).starts_with("ال") && !is_nisba(scan.key(at)) && !scan.is_word(at, Signal::Body);
    (after_office && parts && plain && ends_name(scan, end)).then(|| person(scan, at, end, ""))
}

/// Words back from a name in which its office is looked for: المتحدث باسم وزارة الدفاع الروسية X.
const OFFICE_REACH: usize = 7;

/// True where a name is over: a sign, أن and its kin, a preposition or a word of telling.
fn ends_name(scan: &Scan<'_>, end: usize) -> bool {
    let Some(token) = scan.tokens.get(end) else { return true };
    token.kind != TokenKind::Word
        || scan.lexicon.signals.cut_is(&token.key, Signal::Stop)
        || scan.lexicon.signals.cut_is(&token.key, Signal::Telling)
}

/// بالي, behind a word of telling or quoted, where the full name stands somewhere before.
fn by_last_name(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let word = scan.key(at);
    let (_, entity, camp) = scan.known.surnames.iter().find(|(name, ..)| name == word)?;
    let before = scan.word_before(at);
    let borne_out = scan.is_quoted(at, at + 1) || before.is_some_and(|b| scan.is_word(b, Signal::Telling));
    borne_out.then(|| Named {
        entity: entity.clone(),
        kind: MentionKind::Person,
        camp: camp.clone(),
        tone: Tone::Neutral,
        first: at,
        proclitics: "",
        end: at + 1,
    })
}

fn person(scan: &Scan<'_>, first: usize, end: usize, proclitics: &'static str) -> Named {
    let entity = made_up(scan, "person", proclitics, first, end);
    Named { entity, kind: MentionKind::Person, camp: None, tone: Tone::Neutral, first, proclitics, end }
}
