//! Institutions that the lexicon lacks, told by their head noun: وزارة الصحة اللبنانية, نقابة أطباء السودان, الهيئة
//! العامة للثورة, مجلس ناحية شيران.
//!
//! A head in the construct state runs on to the definite noun, name or quotation that closes it, and over the
//! adjectives of that noun. Heads that stand before much else (مجلس, لجنة, حركة) need a name or an adjective; a head with
//! the article needs an adjective and a complement. What is left is a common noun (مجلس المدينة), and no name.

use super::pattern::{is_nisba, made_up, quotation};
use super::{Named, Scan};
use crate::basis::Basis;
use crate::lexicon::Lexicon;
use crate::lexicon::names::{Sense, Usage};
use crate::lexicon::signals::{Signal, SignalSet};
use crate::reading::MentionKind;
use riwayat_text::TokenKind;
use riwayat_text::token::readings;

/// The institution whose head is at token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let (proclitics, cut) = scan.facts.heads(at).institution?;
    let head = scan.key(at).get(cut..)?;
    let (end, placed) = match head.strip_prefix("ال") {
        Some(_) => (defined(scan, at + 1)?, false),
        None => construct(scan, at + 1, scan.lexicon.signals.is(head, Signal::Institution))?,
    };
    let kind = if scan.lexicon.signals.is(head.trim_start_matches("ال"), Signal::ArmedBody) {
        MentionKind::Actor
    } else {
        MentionKind::Organisation
    };
    let class = if kind == MentionKind::Actor { "actor" } else { "organisation" };
    let end = if placed { end } else { adjectives(scan, end) };
    let entity = made_up(scan, class, proclitics, at, end);
    Some(Named::lacking(entity, kind, Basis::HeadNoun, proclitics, (at, end)))
}

/// Where a word heads an institution: its proclitics, and the bytes before the head, which keeps its article.
pub(crate) fn heads(word: &str, lexicon: &Lexicon) -> Option<(&'static str, usize)> {
    const HEADS: SignalSet = SignalSet::of(&[Signal::Institution, Signal::WeakInstitution]);
    readings(word).find_map(|r| {
        let head = r.rest.strip_prefix("ال").unwrap_or(r.rest);
        let is_head = lexicon.signals.whole(head).meets(HEADS);
        (is_head && !r.is_definite()).then_some((r.proclitics, word.len() - r.rest.len()))
    })
}

/// Indefinite nouns between a head and the noun that closes it: «عمال» of نقابة عمال المخابز.
const MOST_LINKS: usize = 2;

/// One past the noun, name or quotation that closes a construct, and whether it is a name.
fn construct(scan: &Scan<'_>, from: usize, strong: bool) -> Option<(usize, bool)> {
    for at in from..=from + MOST_LINKS {
        let links = at - from;
        if let Some((_, end)) = quotation(scan, at) {
            return (links == 0).then_some((end, true));
        }
        if let Some(hit) = scan.facts.name(at).filter(|h| h.proclitics.is_empty()) {
            // نقابة أطباء السودان: a state is where, too.
            let state = |s: &Sense| matches!(s.usage, Usage::State { .. });
            let place = hit.senses.iter().any(|s| s.kind == MentionKind::Place || links > 0 && state(s));
            let closes = place && (links > 0 || scan.key(hit.end).starts_with("ال") || strong);
            return closes.then(|| (adjectives(scan, hit.end), true));
        }
        // قيادة شرطة دمشق, قيادة الجيش: whose it is, no name.
        if !is_noun(scan, at) || links == 0 && scan.key(at) == "شرطه" {
            return None;
        }
        if scan.key(at).starts_with("ال") {
            let common = scan.lexicon.signals.is(scan.key(at), Signal::Generic);
            let described = adjectives(scan, at + 1) > at + 1;
            return (!common && (strong || described)).then_some((at + 1, false));
        }
    }
    None
}

/// الهيئة العامة للثورة, المجلس المحلي لحي X: an adjective at least, and a complement behind ل.
fn defined(scan: &Scan<'_>, from: usize) -> Option<usize> {
    let end = adjectives(scan, from);
    if end == from {
        return None;
    }
    let key = scan.key(end);
    if key.starts_with("لل") && is_noun(scan, end) {
        return Some(end + 1);
    }
    let rest = key.strip_prefix('ل')?;
    let settlement =
        scan.lexicon.signals.is(rest, Signal::Settlement) || scan.lexicon.signals.is(rest, Signal::Region);
    let at = end + usize::from(settlement);
    let placed = scan.facts.name(at)?;
    placed.senses.iter().any(|s| s.kind == MentionKind::Place).then_some(placed.end)
}

/// One past the adjectives that tell which one it is: relative ones with the article (اللبنانية), and those of names.
fn adjectives(scan: &Scan<'_>, from: usize) -> usize {
    let fits = |at: usize| {
        let key = scan.key(at);
        let told = scan.lexicon.signals.is(key, Signal::Attribute) && !UNTELLING.contains(&key);
        key.starts_with("ال") && (is_nisba(key) || told) && !scan.lexicon.signals.is(key, Signal::Stop)
    };
    let mut end = from;
    while end < from + MOST_ADJECTIVES
        && scan.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word)
        && fits(end)
    {
        end += 1;
    }
    end
}

/// Adjectives in a row: المجلس الأعلى الإسلامي العراقي.
const MOST_ADJECTIVES: usize = 3;

/// Adjectives that part one from another of its kind, and belong to no name.
const UNTELLING: [&str; 6] = ["الجديد", "الجديده", "الحاكم", "القديم", "السابق", "الخاصه"];

/// True where a noun can stand: no preposition, verb of telling, number or pronoun.
fn is_noun(scan: &Scan<'_>, at: usize) -> bool {
    let Some(token) = scan.tokens.get(at).filter(|t| t.kind == TokenKind::Word) else { return false };
    let key = token.key.as_str();
    let signals = &scan.lexicon.signals;
    let other = [Signal::Stop, Signal::Telling].iter().any(|s| signals.is(key, *s));
    key.chars().count() >= 3
        && !other
        && !key.starts_with(['ي', 'و', 'ف', 'ب'])
        && !key.starts_with("ست")
        && (!is_nisba(key) || key.starts_with("ال"))
        && !token.span.of(scan.text).contains('\u{64B}')
}
