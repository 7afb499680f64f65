//! What befell the people counted: by the noun (قتيل), the word that governs the number (مقتل 5, أسر 5), the words
//! behind it (5 جنود أُسروا), or the total of which they are a part (بينهم 3 أطفال).

use super::{Draft, OF_THEM, Place, Reader};
use crate::reading::{Group, Status};
use riwayat_text::token::{endings, readings};
use riwayat_text::{Span, Token, TokenKind};

/// The figure of which this one is a part (بينهم, منهم), or whose list it continues (3 قتلى و5): parts are marked.
pub(super) fn total<'p>(reader: &Reader<'_>, draft: &mut Draft, place: &Place<'p>) -> Option<&'p Draft> {
    let after_part_word = (1..=PART_REACH).any(|n| {
        draft.first.checked_sub(n).is_some_and(|at| {
            is_part_word(reader.key(at)) && reader.tokens[at].span.start() >= place.sentence.start()
        })
    });
    if draft.pronoun == OF_THEM || after_part_word {
        draft.part = true;
        return place.total().or(place.earlier);
    }
    let last = place.before.iter().rev().find(|d| d.person)?;
    if !draft.person {
        return None;
    }
    if same_breath(reader, last, draft) {
        draft.part = last.part;
        return if last.part { place.total().or(place.earlier) } else { Some(last) };
    }
    (draft.elided && draft.own_status.is_none()).then(|| place.total()).flatten()
}

/// True for two figures of one list: nothing between them but "and", a comma, adjectives.
fn same_breath(reader: &Reader<'_>, last: &Draft, draft: &Draft) -> bool {
    let end = after_phrase(reader, last);
    let between = &reader.tokens[end.min(draft.first)..draft.first];
    let joined = between.iter().any(|t| t.key == "و") || reader.key(draft.first).starts_with('و');
    let plain = |t: &Token| t.kind != TokenKind::Word || t.key == "و" || is_adjective(&t.key);
    joined && between.len() <= CONTINUED_REACH && between.iter().all(plain)
}

/// Where the fate stands behind the last of a list, the ones before share it: `ضابط وثلاثة جنود أُسروا`.
pub(super) fn share_backwards(reader: &Reader<'_>, drafts: &mut [Draft]) {
    for i in (1..drafts.len()).rev() {
        let (before, after) = drafts.split_at_mut(i);
        let (first, second) = (&mut before[i - 1], &after[0]);
        let list = first.person && second.person && !second.part && listed(reader, first, second);
        if !list {
            continue;
        }
        if first.quantity.status.is_none() {
            first.quantity.status = second.quantity.status;
        }
        let fights = matches!(first.quantity.group, Some(Group::Fighter | Group::Officer));
        if fights && first.quantity.side.is_none() {
            first.quantity.side.clone_from(&second.quantity.side);
        }
    }
}

/// As [`same_breath`], with a rank or description between (ضابطين برتبة ملازم وثلاثة عناصر).
fn listed(reader: &Reader<'_>, first: &Draft, second: &Draft) -> bool {
    let between = &reader.tokens[first.end.min(second.first)..second.first];
    let joined = between.iter().any(|t| t.key == "و") || reader.key(second.first).starts_with('و');
    let verb =
        |t: &Token| reader.lexicon.signals.before(t.key.strip_prefix('و').unwrap_or(&t.key), None).is_some();
    joined
        && between.len() <= CONTINUED_REACH
        && !between.iter().any(|t| t.kind == TokenKind::Break || verb(t))
}

/// Tokens between بينهم and its number.
const PART_REACH: usize = 3;

/// Tokens between two figures of one list: "and", a comma, an adjective or two.
const CONTINUED_REACH: usize = 4;

pub(super) fn is_part_word(word: &str) -> bool {
    let word = word.strip_prefix('و').unwrap_or(word);
    matches!(word, "بينهم" | "منهم" | "ضمنهم" | "بينهن" | "فيهم" | "هم" | "منهن" | "معظمهم" | "بينها")
}

fn is_adjective(word: &str) -> bool {
    word.ends_with("ين")
        || word.ends_with("ون")
        || word.ends_with("يا")
        || word.ends_with("يه")
        || word.ends_with("ات")
}

/// What befell the people of a figure.
pub(super) fn status(
    reader: &Reader<'_>,
    draft: &Draft,
    place: &Place<'_>,
    total: Option<&Draft>,
) -> Option<Status> {
    let described = description(reader, draft).and_then(|(status, _)| status);
    let near = governor(reader, draft.first, place.sentence, NEAR);
    let behind = behind(reader, draft);
    if let Some(own) = draft.own_status {
        let overruled = near.filter(|s| overrules(*s, own)).or_else(|| behind.filter(|s| overrules(*s, own)));
        return Some(overruled.unwrap_or(own));
    }
    let inherited = total.and_then(|d| d.quantity.status);
    if draft.part && inherited.is_some() {
        return described.or(behind).or(inherited);
    }
    described.or(behind).or(near).or(inherited).or_else(|| governor(reader, draft.first, place.sentence, FAR))
}

/// Tokens between the governing word and its number, adverbs and the doer included: a few for what is near ...
const NEAR: usize = 3;

/// ... and as many as a doer with its label takes for what is far.
const FAR: usize = 9;

/// The wounded may die, prisoners be killed or freed; the dead stay dead.
fn overrules(said: Status, own: Status) -> bool {
    match own {
        Status::Killed | Status::Displaced | Status::Other => false,
        Status::Wounded | Status::Missing | Status::Surrendered | Status::Evacuated => said == Status::Killed,
        Status::Captured | Status::Arrested => matches!(said, Status::Killed | Status::Evacuated),
    }
}

/// The word before a number that says what befell, within `reach` tokens of the same clause.
pub(super) fn governor(reader: &Reader<'_>, first: usize, sentence: Span, reach: usize) -> Option<Status> {
    let signals = &reader.lexicon.signals;
    for back in 1..=reach + 1 {
        let at = first.checked_sub(back)?;
        let token = &reader.tokens[at];
        if token.span.start() < sentence.start() || ends_clause(&token.key) {
            return None;
        }
        if token.kind != TokenKind::Word || reader.mention_at(at).is_some() {
            continue;
        }
        let next = (at + 1 < first).then(|| reader.key(at + 1));
        let found = readings(&token.key)
            .filter(|r| matches!(r.proclitics, "" | "و" | "ب" | "ل" | "ف" | "ال" | "وال" | "وب" | "ول"))
            .find_map(|r| {
                let own = |e: riwayat_text::token::Ending<'_>| {
                    signals.before(e.rest, None).filter(|_| e.enclitic == "هم" || e.enclitic == "هن")
                };
                signals.before(r.rest, next).or_else(|| endings(r.rest).find_map(own))
            });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Words and signs behind which a clause of its own begins.
fn ends_clause(key: &str) -> bool {
    matches!(
        key,
        "." | "؛"
            | ":"
            | "؟"
            | "!"
            | "ان"
            | "بان"
            | "وان"
            | "التي"
            | "الذي"
            | "الذين"
            | "بعد"
            | "عندما"
            | "حين"
            | "حينما"
            | "لما"
            | "اثر"
            | "جراء"
            | "\n"
            | "بينما"
            | "فيما"
    )
}

/// What the words behind a counted phrase say: `5 جنود أُسروا`, `194 تم تحييدهم`.
fn behind(reader: &Reader<'_>, draft: &Draft) -> Option<Status> {
    let end = after_phrase(reader, draft);
    for at in end..end + BEHIND_REACH {
        if reader.tokens.get(at).is_none_or(|t| opens_next(reader, t)) {
            return None;
        }
        let words: Vec<&str> = (at..at + 3).map(|i| reader.key(i)).collect();
        if let Some(status) = reader.lexicon.signals.after(&words) {
            return Some(status);
        }
    }
    None
}

/// True where another clause or figure begins: a full stop, a number, "and" with a verb of fate.
fn opens_next(reader: &Reader<'_>, token: &Token) -> bool {
    let verb = |rest: &str| reader.lexicon.signals.before(rest, None).is_some();
    token.kind == TokenKind::Break
        || token.kind == TokenKind::Number
        || matches!(token.key.as_str(), "." | "؛" | ":")
        || token.key.strip_prefix('و').is_some_and(verb)
}

/// Words between a counted phrase and its verb: an adjective, `كان`, `تم`.
const BEHIND_REACH: usize = 4;

/// One past the counted phrase with the names that belong to it: `13 عنصراً من تنظيم الدولة`.
fn after_phrase(reader: &Reader<'_>, draft: &Draft) -> usize {
    let mut end = reader.skip_quotes(draft.end);
    if reader.key(end) == "من" {
        end += 1;
        if reader.noun(end).is_some() {
            end += 1;
        }
        end = reader.skip_quotes(end);
    }
    match reader.mention_at(end) {
        Some(mention) => reader.end_of(mention),
        None => end,
    }
}

/// A noun beside the counted one that describes the same people: شهيداً مدنياً, جندياً قتيلاً, عائلة نازحة.
fn description(reader: &Reader<'_>, draft: &Draft) -> Option<(Option<Status>, Option<Group>)> {
    let form = reader.noun(draft.end)?;
    let same = form.noun.is_person() && form.proclitics.is_empty() && !form.definite;
    same.then_some((form.noun.status, form.noun.group))
}

/// Which people: by the noun, what stands beside it, or the fighters' side; parts are their own group.
pub(super) fn group(reader: &Reader<'_>, draft: &Draft, total: Option<&Draft>) -> Option<Group> {
    let beside = description(reader, draft).and_then(|(_, group)| group);
    let of_them = (draft.pronoun == OF_THEM).then(|| reader.noun(draft.end)).flatten();
    let of_them = of_them.filter(|f| f.noun.is_person()).and_then(|f| f.noun.group);
    let of_total = || total.filter(|_| draft.elided).and_then(|d| d.quantity.group);
    let of_side =
        || draft.quantity.side.as_ref().filter(|_| draft.own_status.is_some()).map(|_| Group::Fighter);
    of_them.or(draft.own_group).or(beside).or_else(of_total).or_else(of_side)
}
