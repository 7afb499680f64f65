//! Persons: a given name and what follows it; two words behind an office (المتحدث باسم X ...); a last name that was
//! given in full before.

use super::pattern::{is_nisba, made_up};
use super::{Known, Named, Scan};
use crate::basis::Basis;
use crate::derived::is_verbal_noun;
use crate::facts::OFFICE_REACH;
use crate::lexicon::signals::{Signal, SignalSet};
use crate::lexicon::{CampId, EntityId};
use crate::reading::{MentionKind, Tone};
use crate::words::{Class, words};
use riwayat_text::TokenKind;
use riwayat_text::token::readings;

/// The person whom a given name or a byname at token `at` tells.
pub(super) fn told(scan: &Scan<'_>, at: usize) -> Option<Named> {
    if scan.tokens[at].kind != TokenKind::Word {
        return None;
    }
    by_given_name(scan, at).or_else(|| by_kunya(scan, at))
}

/// True of a word with which such a name may begin.
pub(super) fn tells(word: &str, cut: SignalSet) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    cut.meets(GIVEN) || matches!(bare, "ابو" | "ابي" | "ابا" | "ام" | "عبد") || word == "لعبد"
}

/// The person whom what stands around token `at` tells: the name itself is any word.
pub(super) fn borne_out(scan: &Scan<'_>, at: usize) -> Option<Named> {
    if scan.tokens[at].kind != TokenKind::Word {
        return None;
    }
    by_office(scan, at).or_else(|| by_last_name(scan, at))
}

/// محمد العبد الله, أبو عمر الحمصي: a given name with one word more at least.
fn by_given_name(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let kunya = matches!(scan.key(at), "ابو" | "ام") && scan.facts.is(at + 1, Signal::Given);
    let servant = servant(scan, at);
    let proclitics = match servant {
        Some(proclitics) => proclitics,
        None if kunya => "",
        None => given(scan, at)?,
    };
    let after = at + 1 + usize::from(kunya || servant.is_some());
    let end = name_end(scan, after);
    (end > after || kunya).then(|| person(scan, at, end, proclitics, Basis::GivenName))
}

/// القيادي أبو سياف الدمشقي, أبي حفص الغريب: a byname that no list knows, with where he is from or what he is called; alone
/// («أبو اليمان») behind an office, or quoted behind a word of naming.
fn by_kunya(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let (proclitics, word) = match scan.key(at).strip_prefix('و') {
        Some(rest) => ("و", rest),
        None => ("", scan.key(at)),
    };
    // آبي: another's name.
    let foreign = || scan.tokens[at].span.of(scan.text).contains('آ');
    let kunya = matches!(word, "ابو" | "ابي" | "ابا") && scan.facts.name(at).is_none() && !foreign();
    if !kunya || !is_name_part(scan, at + 1, false) {
        return None;
    }
    // أبو الظهور العسكري, أبو كمال الشرقي: places.
    let called = scan.key(at + 2);
    let direction = ["شرقي", "غربي", "شمالي", "جنوبي"].iter().any(|d| called.ends_with(d));
    let nisba =
        called.starts_with("ال") && called.ends_with('ي') && !direction && is_name_part(scan, at + 2, true);
    let place = at.checked_sub(1).is_some_and(|b| {
        [Signal::Settlement, Signal::Region, Signal::Locative, Signal::Facility]
            .iter()
            .any(|s| scan.is_word(b, *s))
    });
    let office = at.checked_sub(1).is_some_and(|b| scan.is_word(b, Signal::Office));
    if nisba && !place {
        return Some(person(scan, at, at + 3, proclitics, Basis::GivenName));
    }
    let named = |b: usize| {
        matches!(scan.key(b), "باسم" | "اسمه" | "المدعو" | "الملقب" | "ب") || scan.is_word(b, Signal::Telling)
    };
    // «أبو سمرا» may be a song.
    let short = office || scan.is_quoted(at, at + 2) && scan.word_before(at).is_some_and(named);
    (short && ends_name(scan, at + 2)).then(|| person(scan, at, at + 2, proclitics, Basis::BehindOffice))
}

/// عبد الكريم, وعبد الرحمن: a given name in two words, with the proclitics before it.
fn servant(scan: &Scan<'_>, at: usize) -> Option<&'static str> {
    let proclitics = match scan.key(at) {
        "عبد" => "",
        "وعبد" => "و",
        "لعبد" => "ل",
        _ => return None,
    };
    // عبد الباقي, عبد المعطي: a servant of whatever name God has.
    let office = at.checked_sub(1).is_some_and(|b| scan.is_word(b, Signal::Office));
    if office && scan.key(at + 1).starts_with("ال") && is_name_part(scan, at + 2, false) {
        return Some(proclitics);
    }
    let whole = format!("عبد{}", scan.key(at + 1));
    scan.lexicon.signals.whole(&whole).has(Signal::Given).then_some(proclitics)
}

/// The proclitics before a given name; none where the word is no given name there. على is no علي; a name that is a
/// common word, too, must stand behind an office or before another given name.
fn given(scan: &Scan<'_>, at: usize) -> Option<&'static str> {
    if !scan.facts.of(at).cut.meets(GIVEN) {
        return None;
    }
    let signals = &scan.lexicon.signals;
    if is_on(scan, at) {
        return None;
    }
    let office = at > 0 && scan.is_word(at - 1, Signal::Office);
    let full = office || scan.facts.is(at + 1, Signal::Given);
    readings(scan.key(at))
        .filter(|r| {
            matches!(r.proclitics, "" | "و")
                // لدينا is no name behind ل.
                || r.proclitics == "ل"
                    && r.rest.chars().count() >= SHORTEST_CUT_NAME
                    && !scan.facts.of(at).whole.has(Signal::Stop)
        })
        .find(|r| {
            let told = signals.whole(r.rest);
            told.has(Signal::Given) || full && r.proclitics.is_empty() && told.has(Signal::MaybeGiven)
        })
        .map(|r| r.proclitics)
}

/// What a given name tells.
const GIVEN: SignalSet = SignalSet::of(&[Signal::Given, Signal::MaybeGiven]);

/// Letters of a given name off which ل is cut: لجان is "committees", not "to Jan".
const SHORTEST_CUT_NAME: usize = 4;

/// One past the last word of a name whose first word stands before `at`: one word, more where given names and the
/// links of compounds (عبد, أبو, بن) go on, and a family name with the article.
fn name_end(scan: &Scan<'_>, at: usize) -> usize {
    let mut end = at;
    let mut linked = false;
    while end < at + MOST_WORDS_AFTER_FIRST
        && (linked && scan.key(end) == "الله" || is_name_part(scan, end, end > at && !linked))
    {
        let goes_on = linked || is_given_at(scan, end);
        linked = is_link(scan.key(end));
        end += 1;
        if !linked && !goes_on && !scan.key(end).starts_with("ال") {
            break;
        }
    }
    if linked { end - 1 } else { end }
}

/// Words of a person's name after the first: محمد بن سلمان بن عبد العزيز is five.
const MOST_WORDS_AFTER_FIRST: usize = 5;

/// Words that bind the next one into a name.
fn is_link(word: &str) -> bool {
    matches!(word, "عبد" | "العبد" | "ابو" | "ابي" | "بن" | "ال" | "دي" | "فان")
}

/// True of على, which is folded to the letters of علي.
fn is_on(scan: &Scan<'_>, at: usize) -> bool {
    scan.key(at).ends_with("علي") && scan.tokens.get(at).is_some_and(|t| t.span.of(scan.text).ends_with('ى'))
}

fn is_given_at(scan: &Scan<'_>, at: usize) -> bool {
    scan.facts.of(at).whole.meets(GIVEN)
}

/// True where the word can be the next of a person's name; the third and later ones are given names, links, or have
/// the article.
fn is_name_part(scan: &Scan<'_>, at: usize, later: bool) -> bool {
    let Some(token) = scan.tokens.get(at).filter(|t| t.kind == TokenKind::Word) else { return false };
    let word = token.key.as_str();
    // كتب أحمد على صفحته
    if is_on(scan, at) {
        return false;
    }
    if is_to_us(word) {
        return false;
    }
    // لوكالة هاوار فإن القصف …: no Dutch name.
    if word == "فان" && token.span.of(scan.text).contains(['إ', 'أ']) {
        return false;
    }
    if is_given_at(scan, at) || is_link(word) {
        return true;
    }
    if word.chars().count() < 3 || later && !word.starts_with("ال") {
        return false;
    }
    let next_one = word.strip_prefix('و').is_some_and(|rest| {
        const NEXT: SignalSet = SignalSet::of(&[Signal::Given, Signal::Office, Signal::Telling]);
        scan.lexicon.signals.whole(rest).meets(NEXT)
    });
    let adverb = token.span.of(scan.text).contains('\u{64B}');
    let bound = ["وا", "لل", "بال"].iter().any(|p| word.starts_with(p));
    let known = scan.facts.name(at);
    let other_name = known.is_some_and(|h| h.end > at + 1 || !h.proclitics.is_empty());
    !(adverb || next_one || bound || other_name || is_common(scan, at))
}

/// True for words that are known to be something else.
fn is_common(scan: &Scan<'_>, at: usize) -> bool {
    const COMMON: SignalSet = SignalSet::of(&[
        Signal::Stop,
        Signal::Telling,
        Signal::Generic,
        Signal::Locative,
        Signal::Region,
        Signal::Facility,
        Signal::FacilityAdjective,
        Signal::Befalls,
    ]);
    let (word, fact) = (scan.key(at), scan.facts.of(at));
    // نفى الوزير مزاعم أنقرة عن …: what he speaks of.
    let told = words().classes(word).0;
    fact.whole.meets(COMMON)
        // أبو عدي تدمير خمس دبابات
        || !word.starts_with("ال") && is_verbal_noun(word)
        || [Class::Rumour, Class::Statement, Class::Absence].iter().any(|class| told.has(*class))
        || fact.whole.has(Signal::Office) && word != "الشيخ"
        || fact.cut.has(Signal::Stop)
        || scan.facts.noun(at).is_some_and(|f| f.pronoun.is_empty())
        || word == "الله"
}

/// المتحدث باسم مجلس منبج العسكري شيار درويش: two unknown words behind an office, before أن, a comma or a colon.
fn by_office(scan: &Scan<'_>, at: usize) -> Option<Named> {
    if !scan.facts.of(at).behind_office {
        return None;
    }
    let word = scan.key(at);
    if word.starts_with("ال") || word.starts_with(['و', 'ل', 'ب', 'ت', 'ي']) || !follows_office(scan, at)
    {
        return None;
    }
    let plain = !is_verbal_noun(word)
        && !is_nisba(word)
        && !scan.is_word(at, Signal::Body)
        && scan.facts.name(at).is_none();
    if !plain || !is_name_part(scan, at, false) || !is_name_part(scan, at + 1, false) {
        return None;
    }
    // نور الدين قدور: a given name in two words.
    let three = scan.key(at + 1) == "الدين" && is_name_part(scan, at + 2, false) && ends_name(scan, at + 3);
    let end = if three { at + 3 } else { at + 2 };
    ends_name(scan, end).then(|| person(scan, at, end, "", Basis::BehindOffice))
}

/// True right behind a title (العميد X), a title with its adjective (الناشط الإعلامي X), or the body that an office is of
/// (المتحدث باسم قسد X).
fn follows_office(scan: &Scan<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let title = |i: usize| scan.is_word(i, Signal::Office) && scan.key(i).contains("ال");
    let adjective = || {
        before > 0
            && title(before - 1)
            && is_nisba(scan.key(before))
            && !scan.facts.cut_is(before, Signal::Stop)
    };
    let body = || {
        scan.found.last().is_some_and(|f| {
            f.end == at
                && matches!(f.mention.kind, MentionKind::Actor | MentionKind::Organisation)
                && (1..=OFFICE_REACH).any(|n| at >= n && scan.is_word(at - n, Signal::Office))
        })
    };
    // المتحدث باسمها X
    let on_behalf = matches!(scan.key(before), "باسمها" | "باسمه" | "باسمهم")
        && before > 0
        && (scan.is_word(before - 1, Signal::Office)
            || before > 1 && scan.is_word(before - 2, Signal::Office));
    title(before) || adjective() || body() || on_behalf
}

/// True where a name is over: a sign, أن and its kin, a preposition or a word of telling.
fn ends_name(scan: &Scan<'_>, end: usize) -> bool {
    let Some(token) = scan.tokens.get(end) else { return true };
    token.kind != TokenKind::Word
        || is_to_us(&token.key)
        || scan.facts.cut_is(end, Signal::Stop)
        || scan.facts.cut_is(end, Signal::Telling)
}

/// لوكالتنا, لموقعنا: to whom he spoke.
fn is_to_us(word: &str) -> bool {
    ["لوكالتنا", "لموقعنا", "لقناتنا", "لمراسلنا", "لمراسلتنا", "لصحيفتنا", "لشبكتنا", "لمنصتنا"]
        .contains(&word)
}

/// بالي, behind a word of telling or quoted, where the full name stands somewhere before.
fn by_last_name(scan: &Scan<'_>, at: usize) -> Option<Named> {
    let (entity, camp) = last_name(scan, &scan.known, at)?;
    Some(Named {
        entity: entity.clone(),
        kind: MentionKind::Person,
        camp: camp.clone(),
        tone: Tone::Neutral,
        basis: Basis::FamilyName,
        first: at,
        proclitics: "",
        end: at + 1,
    })
}

/// Whose last name the word is, where it may stand for him.
fn last_name<'k>(scan: &Scan<'_>, known: &'k Known, at: usize) -> Option<&'k (EntityId, Option<CampId>)> {
    if known.surnames.is_empty() || scan.tokens[at].kind != TokenKind::Word {
        return None;
    }
    let before = scan.word_before(at);
    let borne_out = before.is_some_and(|b| scan.is_word(b, Signal::Telling)) || scan.is_quoted(at, at + 1);
    if borne_out { known.surnames.get(scan.key(at)) } else { None }
}

/// The first token at which a last name may stand for its bearer.
pub(super) fn first_last_name(scan: &Scan<'_>, known: &Known) -> Option<usize> {
    let tokens = if known.surnames.is_empty() { 0 } else { scan.tokens.len() };
    (0..tokens).find(|at| last_name(scan, known, *at).is_some())
}

fn person(scan: &Scan<'_>, first: usize, end: usize, proclitics: &'static str, basis: Basis) -> Named {
    let entity = made_up(scan, "person", proclitics, first, end);
    Named {
        entity,
        kind: MentionKind::Person,
        camp: None,
        tone: Tone::Neutral,
        basis,
        first,
        proclitics,
        end,
    }
}
