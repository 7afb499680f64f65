//! Names that the lexicon lacks, told by the word before them: بلدة X, ريف X, مطار X, لواء X, ميليشيا "X", صحيفة X.
//!
//! One row a rule. A rule fires at its telling word and gives the whole name; what it is not sure of it leaves
//! alone: adjectives (قرية صغيرة), common nouns (ريف المحافظة), prepositions.

use super::{Named, Scan};
use crate::basis::Basis;
use crate::lexicon::names::{is_closing, is_opening, is_quote};
use crate::lexicon::signals::{Signal, SignalSet};
use crate::lexicon::{EntityId, Lexicon};
use crate::reading::{MentionKind, Tone};
use riwayat_text::TokenKind;
use riwayat_text::token::{Ending, endings, readings};

/// A rule: the telling word, and what it makes of what follows.
struct Rule {
    tells: Signal,
    read: fn(&Scan<'_>, usize) -> Option<Named>,
}

const RULES: [Rule; 6] = [
    Rule { tells: Signal::Facility, read: facility },
    Rule { tells: Signal::Settlement, read: settlement },
    Rule { tells: Signal::Region, read: region },
    Rule { tells: Signal::Unit, read: unit },
    Rule { tells: Signal::Body, read: council },
    Rule { tells: Signal::Outlet, read: outlet },
];

/// The name that begins at, or is told by, token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Named> {
    if scan.tokens[at].kind != TokenKind::Word {
        return None;
    }
    let told = scan.facts.of(at).cut;
    RULES
        .iter()
        .filter(|rule| told.has(rule.tells))
        .find_map(|rule| (rule.read)(scan, at))
        .or_else(|| definite_facility(scan, at))
        .or_else(|| labelled(scan, at))
        .or_else(|| owned(scan, at))
}

/// بلدة X: the place is X alone, one word or two where the first is the head of such names (تل X).
fn settlement(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let named = place_words(scan, at + 1, scan.key(at).ends_with('ه')).or_else(|| construct(scan, at));
    let (first, end) = named?;
    Some(place(scan, first, end))
}

/// حي الهلالية, قرية الحيدرية, حي عكرمة: behind one settlement without article an adjective would have none either,
/// and a person's name is the place's.
fn construct(scan: &Scan<'_>, at: usize) -> Option<(usize, usize)> {
    const ONE: [&str; 6] = ["حي", "قريه", "بلده", "مزرعه", "ضيعه", "حاره"];
    let one = readings(scan.key(at)).any(|r| !r.is_definite() && ONE.contains(&r.rest));
    let next = scan.tokens.get(at + 1).filter(|t| t.kind == TokenKind::Word)?;
    let adjective = next.key.starts_with("ال") && is_nisba(&next.key);
    let person = scan.facts.is(at + 1, Signal::Given) || scan.facts.is(at + 1, Signal::MaybeGiven);
    let named = one && (adjective || person) && !is_known(scan, at + 1) && !is_no_name(scan, at + 1);
    named.then_some((at + 1, at + 2))
}

/// الكلية الحربية, المشفى العسكري: a school or hospital that its adjective names.
fn definite_facility(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let proclitics = scan.facts.heads(at).facility?;
    let mut end = at + 1;
    while scan.facts.is(end, Signal::FacilityAdjective) {
        end += 1;
    }
    let entity = made_up(scan, "place", proclitics, at, end);
    let named = Named::lacking(entity, MentionKind::Place, Basis::TypeWord, proclitics, (at, end));
    (end > at + 1).then_some(named)
}

/// Where a word is such a school or hospital, with the article: its proclitics.
pub(crate) fn heads_facility(word: &str) -> Option<&'static str> {
    const HEADS: [&str; 6] = ["كليه", "كليات", "اكاديميه", "مشفي", "مستشفي", "مشافي"];
    readings(word)
        .find(|r| r.is_definite() && HEADS.contains(&r.rest))
        .map(|r| r.proclitics.strip_suffix("ال").unwrap_or(r.proclitics))
}

/// ريف X: as a settlement, but only a name with the article or a head (ريف الباب), for ريف stands before much.
fn region(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let (first, end) = place_words(scan, at + 1, false)?;
    Some(place(scan, first, end))
}

fn place(scan: &Scan<'_>, first: usize, end: usize) -> Named {
    let entity = made_up(scan, "place", "", first, end);
    Named::lacking(entity, MentionKind::Place, Basis::TypeWord, "", (first, end))
}

/// The words of an unknown place behind its type word, a quotation whole.
fn place_words(scan: &Scan<'_>, at: usize, bare_allowed: bool) -> Option<(usize, usize)> {
    if let Some(quoted) = quotation(scan, at) {
        return (!is_known(scan, quoted.0)).then_some(quoted);
    }
    let word = scan.tokens.get(at).filter(|t| t.kind == TokenKind::Word)?.key.as_str();
    if is_known(scan, at) {
        return None;
    }
    if scan.facts.is(at, Signal::PlaceHead) && is_name_word(scan, at + 1) {
        return Some((at, at + 2));
    }
    if is_no_name(scan, at) {
        return None;
    }
    let definite = word.starts_with("ال") && !is_nisba(word);
    let bare = bare_allowed && !is_nisba(word) && !word.ends_with('ه') && !is_verb_like(word);
    (definite || bare).then_some((at, at + 1))
}

/// مطار X العسكري: a facility with the name of a place, a quotation or a word with the article.
fn facility(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let next = at + 1;
    let (named, mut end) = if let Some((_, end)) = quotation(scan, next) {
        (true, end)
    } else if let Some(hit) = scan.facts.name(next).filter(|h| h.proclitics.is_empty()) {
        let place = hit.senses.iter().any(|s| s.kind == MentionKind::Place || s.kind == MentionKind::Person);
        (place, hit.end)
    } else {
        let word = scan.tokens.get(next).filter(|t| t.kind == TokenKind::Word)?.key.as_str();
        let known_kind =
            !matches!(scan.key(at).trim_start_matches(['ب', 'ل', 'و']), "مركز" | "جبل" | "تل" | "قاعده");
        // مشفى الرازي: behind a head without article an adjective would have none either.
        let genitive =
            word.ends_with('ي') && HOUSES.contains(&scan.key(at).trim_start_matches(['ب', 'ل', 'و']));
        let named = known_kind
            && word.starts_with("ال")
            && !is_no_name(scan, next)
            && (!is_nisba(word) || genitive && !is_direction(word));
        (named, next + 1)
    };
    if !named {
        return None;
    }
    while scan.facts.is(end, Signal::FacilityAdjective) {
        end += 1;
    }
    let proclitics = proclitics(scan, at, Signal::Facility)?;
    let entity = made_up(scan, "place", proclitics, at, end);
    Some(Named::lacking(entity, MentionKind::Place, Basis::TypeWord, proclitics, (at, end)))
}

/// Hospitals, prisons and mosques: named after persons.
const HOUSES: [&str; 6] = ["مشفي", "مستشفي", "سجن", "جامع", "مسجد", "ثانويه"];

/// الشرقي, الجنوبي.
fn is_direction(word: &str) -> bool {
    matches!(word, "الشرقي" | "الغربي" | "الشمالي" | "الجنوبي" | "الاوسط")
}

/// اللواء 137, كتيبة "X": a military body by its number or quoted name, or by one word with the article.
fn unit(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let next = scan.tokens.get(at + 1)?;
    let end = if next.kind == TokenKind::Number {
        at + 2
    } else if let Some((_, end)) = quotation(scan, at + 1) {
        end
    } else {
        return None;
    };
    let proclitics = proclitics(scan, at, Signal::Unit)?;
    let entity = made_up(scan, "actor", proclitics, at, end);
    Some(Named::lacking(entity, MentionKind::Actor, Basis::TypeWord, proclitics, (at, end)))
}

/// مجلس X المحلي: a body of a place, with the adjective that tells its kind.
fn council(scan: &Scan<'_>, at: usize) -> Option<Named> {
    const KINDS: [&str; 6] = ["المحلي", "المدني", "العسكري", "الثوري", "المحليه", "المدنيه"];
    let place = scan.facts.name(at + 1).filter(|h| h.proclitics.is_empty())?;
    let is_place = place.senses.iter().any(|s| s.kind == MentionKind::Place);
    if !is_place || !KINDS.contains(&scan.key(place.end)) {
        return None;
    }
    let proclitics = proclitics(scan, at, Signal::Body)?;
    let end = place.end + 1;
    let entity = made_up(scan, "organisation", proclitics, at, end);
    let kind = MentionKind::Organisation;
    Some(Named::lacking(entity, kind, Basis::HeadNoun, proclitics, (at, end)))
}

/// صحيفة X: a medium that the lexicon lacks, quoted or, behind the plainest type words, one word with the article.
fn outlet(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let end = match quotation(scan, at + 1) {
        Some((first, end)) if scan.facts.name(first).is_none() => end,
        Some(_) => return None,
        None => {
            let word = scan.tokens.get(at + 1).filter(|t| t.kind == TokenKind::Word)?.key.as_str();
            let known = scan.facts.name(at + 1).is_some();
            let plain = scan.is_word(at, Signal::PlainOutlet) && word.starts_with("ال") && !is_nisba(word);
            if known || !plain || is_no_name(scan, at + 1) {
                return None;
            }
            at + 2
        }
    };
    let proclitics = proclitics(scan, at, Signal::Outlet)?;
    let entity = made_up(scan, "outlet", proclitics, at, end);
    Some(Named::lacking(entity, MentionKind::Outlet, Basis::QuotedName, proclitics, (at, end)))
}

/// ميليشيا "X", ما يسمى «X»: a quoted name behind a hostile label.
fn labelled(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let first = (1..=LONGEST_LABEL).find_map(|n| {
        let (_, end) = quotation(scan, at + n)?;
        let (label, tone) = scan.label_before(at + n)?;
        (label == at && tone == Tone::Hostile).then_some((at + n, end))
    });
    let (name, end) = first?;
    // ما يسمى «تحرير الرقة»: an act, no party.
    if crate::derived::is_verbal_noun(scan.key(name + 1))
        && !scan.lexicon.signals.is_label_word(scan.key(name + 1))
    {
        return None;
    }
    if scan.facts.name(name + 1).is_some() {
        return None;
    }
    let proclitics = scan.label_proclitics(at);
    let entity = made_up(scan, "actor", "", name, end);
    let named = Named::lacking(entity, MentionKind::Actor, Basis::QuotedName, proclitics, (at, end));
    Some(Named { tone: Tone::Hostile, ..named })
}

/// مليشياته, مرتزقتها: fighters by a label that carries the pronoun of whose they are: the nearest party before.
fn owned(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let proclitics = scan.facts.heads(at).owned?;
    let owner = scan.found.iter().rev().find(|f| f.mention.kind == MentionKind::Actor)?;
    let entity = match owner.mention.entity.as_str() {
        "syrian-government" | "syrian-government-forces" => "pro-government-militias".into(),
        other => EntityId::from(format!("actor:militias-of-{other}").as_str()),
    };
    Some(Named {
        entity,
        kind: MentionKind::Actor,
        camp: owner.mention.camp.clone(),
        tone: Tone::Hostile,
        basis: Basis::KnownByContext,
        first: at,
        proclitics,
        end: at + 1,
    })
}

/// True of a word that tells a name that the lexicon lacks, by a row of the rules or as the first of a label.
pub(super) fn tells(word: &str, cut: SignalSet, lexicon: &Lexicon) -> bool {
    let label =
        || readings(word).any(|r| !r.proclitics.ends_with("ال") && lexicon.signals.is_label_word(r.rest));
    RULES.iter().any(|rule| cut.has(rule.tells)) || label()
}

/// Where a word is such a label: its proclitics.
pub(crate) fn owned_label(word: &str) -> Option<&'static str> {
    readings(word).find_map(|r| {
        let owned = |e: Ending<'_>| {
            matches!(e.enclitic, "ه" | "ها" | "هم") && OWNED.contains(&e.rest.trim_end_matches('ت'))
        };
        (endings(r.rest).any(owned) && !r.is_definite()).then_some(r.proclitics)
    })
}

/// Labels of fighters that are said with a pronoun, their last ت apart.
const OWNED: [&str; 6] = ["ميليشيا", "مليشيا", "مرتزق", "عصابا", "شبيح", "فلول"];

/// Words of the longest label (ما يسمى بـ).
const LONGEST_LABEL: usize = 3;

/// Words of the longest quotation that is read as a name.
const LONGEST_QUOTED_NAME: usize = 4;

/// A short quotation that opens at token `at`: its first token inside and one past its last.
pub(super) fn quotation(scan: &Scan<'_>, at: usize) -> Option<(usize, usize)> {
    let opens = scan.tokens.get(at).is_some_and(|t| is_quote(t) && is_opening(&t.key) && t.key != "(");
    if !opens {
        return None;
    }
    let end = (at + 1..scan.tokens.len().min(at + 2 + LONGEST_QUOTED_NAME))
        .find(|i| is_quote(&scan.tokens[*i]) && is_closing(&scan.tokens[*i].key))?;
    let words =
        scan.tokens[at + 1..end].iter().all(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number));
    (words && end > at + 1 && scan.key(end - 1) != "و").then_some((at + 1, end))
}

/// True where a name of the lexicon begins.
fn is_known(scan: &Scan<'_>, at: usize) -> bool {
    scan.facts.name(at).is_some()
}

/// True where the word could be part of a name: no preposition, verb of telling or common noun.
fn is_name_word(scan: &Scan<'_>, at: usize) -> bool {
    scan.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word) && !is_no_name(scan, at)
}

fn is_no_name(scan: &Scan<'_>, at: usize) -> bool {
    const NO_NAMES: SignalSet = SignalSet::of(&[
        Signal::Stop,
        Signal::Generic,
        Signal::Telling,
        Signal::Locative,
        Signal::Settlement,
        Signal::Region,
        Signal::Attribute,
        Signal::Facility,
        Signal::FacilityAdjective,
    ]);
    const NO_NAMES_CUT: SignalSet =
        SignalSet::of(&[Signal::Stop, Signal::Region, Signal::Locative, Signal::Settlement]);
    let fact = scan.facts.of(at);
    fact.whole.meets(NO_NAMES)
        || fact.cut.meets(NO_NAMES_CUT)
        || scan.facts.noun(at).is_some()
        || scan.key(at).chars().count() < 3
}

/// Relative adjectives: سورية, السكنية, الغربي.
pub(super) fn is_nisba(word: &str) -> bool {
    word.ends_with("يه") || word.ends_with('ي')
}

/// Words that begin as verbs of the present do, or end as the accusative: no bare name of a village.
fn is_verb_like(word: &str) -> bool {
    word.starts_with('ي')
        || word.starts_with('ت') && !word.starts_with("تل")
        || word.ends_with('ا') && word.chars().count() > 5
}

/// The proclitics of the telling word.
fn proclitics(scan: &Scan<'_>, at: usize, tells: Signal) -> Option<&'static str> {
    let signals = &scan.lexicon.signals;
    readings(&scan.tokens[at].key)
        .find(|r| {
            let whole = if r.is_definite() { format!("ال{}", r.rest) } else { r.rest.to_owned() };
            !r.proclitics.ends_with("ال") && signals.is(&whole, tells)
        })
        .map(|r| r.proclitics)
}

/// The id of what the lexicon lacks: its kind and its folded words, proclitics apart (`place:تل_عطاش`).
pub(super) fn made_up(scan: &Scan<'_>, kind: &str, proclitics: &str, first: usize, end: usize) -> EntityId {
    let words: Vec<&str> = scan.tokens[first..end]
        .iter()
        .enumerate()
        .filter(|(_, t)| !is_quote(t))
        .map(|(i, t)| t.key.strip_prefix(proclitics).filter(|_| i == 0).unwrap_or(&t.key))
        .collect();
    format!("{kind}:{}", words.join("_")).as_str().into()
}
