//! What befell the people counted: by the noun (قتيل), the word that governs the number (مقتل 5, أسر 5), the words
//! behind it (5 جنود أُسروا), or the total of which they are a part (بينهم 3 أطفال).

use super::{Draft, Place, Reader};
use crate::lexicon::nouns::Count;
use crate::reading::{Group, Status};
use riwayat_text::token::readings;
use riwayat_text::{Span, TokenKind};

/// The figure of which this one is a part (بينهم, منهم) or which it continues (بينهم امرأة و3 أطفال): its place in
/// `place.before`.
pub(super) fn total(reader: &Reader<'_>, draft: &Draft, place: &Place) -> Option<usize> {
    let (n, last) = place.before.iter().enumerate().find(|(_, d)| d.person)?;
    let between = &reader.tokens[last.end.min(draft.first)..draft.first];
    let part = draft.pronoun == "منهم"
        || between.iter().rev().take(PART_REACH).any(|t| is_part_word(&t.key))
        || draft.elided && draft.own_status.is_none();
    let same_breath = between.len() <= CONTINUED_REACH
        && between.iter().all(|t| t.kind != TokenKind::Word || t.key == "و" || is_adjective(&t.key))
        && continues(reader, draft, between.iter().any(|t| t.key == "و"));
    (part || same_breath).then_some(n)
}

/// Tokens between بينهم and its number.
const PART_REACH: usize = 3;

/// Tokens between two figures of one list: "and", a comma, an adjective or two.
const CONTINUED_REACH: usize = 4;

fn is_part_word(word: &str) -> bool {
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

/// True where "and" stands between two figures, or on the second.
fn continues(reader: &Reader<'_>, draft: &Draft, conjunction: bool) -> bool {
    conjunction || reader.key(draft.first).starts_with('و')
}

/// What befell the people of a figure.
pub(super) fn status(
    reader: &Reader<'_>,
    draft: &Draft,
    place: &Place,
    total: Option<usize>,
) -> Option<Status> {
    let described = description(reader, draft).and_then(|(status, _)| status);
    let near = governor(reader, draft.first, place.sentence, NEAR);
    let behind = behind(reader, draft);
    if let Some(own) = draft.own_status {
        let overruled = near.filter(|s| overrules(*s, own)).or_else(|| behind.filter(|s| overrules(*s, own)));
        return Some(overruled.unwrap_or(own));
    }
    let inherited = total.and_then(|n| place.before.get(n)).and_then(|d| d.quantity.status);
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
        Status::Captured | Status::Arrested => {
            matches!(said, Status::Killed | Status::Other | Status::Evacuated)
        }
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
            .find_map(|r| signals.before(r.rest, next));
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
        if reader
            .tokens
            .get(at)
            .is_none_or(|t| t.kind == TokenKind::Break || matches!(t.key.as_str(), "." | "؛"))
        {
            return None;
        }
        if reader.tokens[at].kind == TokenKind::Number
            || (at > end
                && reader.key(at).starts_with('و')
                && reader.lexicon.signals.before(&reader.key(at)['و'.len_utf8()..], None).is_some())
        {
            return None;
        }
        let words: Vec<&str> = (at..at + 3).map(|i| reader.key(i)).collect();
        if let Some(status) = reader.lexicon.signals.after(&words) {
            return Some(status);
        }
    }
    None
}

/// Words between a counted phrase and its verb: an adjective, `كان`, `تم`.
const BEHIND_REACH: usize = 4;

/// One past the counted phrase with the names that belong to it: `13 عنصراً من تنظيم الدولة`.
fn after_phrase(reader: &Reader<'_>, draft: &Draft) -> usize {
    let mut end = reader.skip_quotes(draft.end);
    if reader.key(end) == "من" {
        end += 1;
        if reader.lexicon.nouns.read(reader.key(end)).is_some() {
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
    let form = reader.lexicon.nouns.read(reader.key(draft.end))?;
    let same =
        form.noun.is_person() && form.proclitics.is_empty() && !form.definite && form.count != Count::Two;
    same.then_some((form.noun.status, form.noun.group))
}

/// Which people: by the noun, what stands beside it, or the fighters' side; parts are their own group.
pub(super) fn group(reader: &Reader<'_>, draft: &Draft, total: Option<usize>) -> Option<Group> {
    let _ = total;
    let beside = description(reader, draft).and_then(|(_, group)| group);
    let of_them =
        (draft.pronoun == "منهم").then(|| reader.lexicon.nouns.read(reader.key(draft.end))).flatten();
    of_them.filter(|f| f.noun.is_person()).and_then(|f| f.noun.group).or(draft.own_group).or(beside).or_else(
        || draft.quantity.side.as_ref().filter(|_| draft.own_status.is_some()).map(|_| Group::Fighter),
    )
}
