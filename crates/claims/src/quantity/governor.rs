//! The word before a number that says what befell the people counted: مقتل 5, أسر 5, أجهز المقاتلون على سبعة.

use super::fate::{FAR, NEAR};
use super::toll::{LIFE_REACH, in_hands, is_loss, is_negator, only_said, spares};
use super::{Draft, Place, Reader};
use crate::lexicon::signals::{Beside, Signals};
use crate::reading::Status;
use riwayat_text::TokenKind;
use riwayat_text::token::{endings, readings};

/// A word before a number that says what befell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Governor {
    pub(super) status: Status,
    /// No other figure stands between the word and the number.
    pub(super) of_this: bool,
    /// It tells a death, not only the dead (توفي جريحان).
    pub(super) dying: bool,
    /// It tells that they are let go.
    pub(super) freeing: bool,
    /// It stands right before the number.
    pub(super) next_to: bool,
    /// No comma stands between, and its subject does not stand before it (قتلوا).
    pub(super) of_clause: bool,
    /// It is the noun before in one list (قتلى وأسيران), and tells of itself.
    pub(super) listed: bool,
}

/// Figures of one list that the way back to a governing word may pass: 4 to 20.
const LISTED: usize = 8;

/// What befell the people of a bare number, by the word before it.
pub(super) fn governed(reader: &Reader<'_>, first: usize, place: &Place<'_>, reach: usize) -> Option<Status> {
    find_governor(reader, first, place, reach).map(|g| g.status)
}

/// The word before a number that says what befell, within `reach` tokens of the same clause. What is inside another
/// figure (the dead of 3 قتلى) governs nothing behind it.
pub(super) fn find_governor(
    reader: &Reader<'_>,
    first: usize,
    place: &Place<'_>,
    reach: usize,
) -> Option<Governor> {
    let signals = &reader.lexicon.signals;
    let says = |key: &str, what| readings(key).any(|r| signals.says(r.rest, what));
    let mut of_this = true;
    for back in 1..=reach + 1 {
        let at = first.checked_sub(back)?;
        let token = &reader.tokens[at];
        // فُقد أثر عشرين
        let trace =
            token.key == "اثر" && at > 0 && reader.key(at - 1).trim_start_matches('و').starts_with("فقد");
        // أعدموا بعد دخولهم المدينة ستين عسكرياً: when, not another clause.
        let trace = trace || token.key == "بعد" && is_when(reader, at);
        if token.span.start() < place.sentence.start() || ends_clause(&token.key) && !trace {
            return None;
        }
        if place.before.iter().rev().take(LISTED).any(|d| (d.first..d.end).contains(&at)) {
            of_this = false;
            continue;
        }
        if token.kind != TokenKind::Word || reader.mention_at(at).is_some() {
            continue;
        }
        // حصد 29 مدنياً, but حصد ست ميداليات, حصد النقطة 58
        let reaps = readings(&token.key).any(|r| r.rest.starts_with("حصد") || r.rest.ends_with("حصد"));
        let people = |i: usize| reader.noun(i).is_some_and(|f| f.noun.is_person());
        if reaps && !(first..first + REAPED).any(people) {
            return None;
        }
        // يتهدد الموت آلافاً, خطر الموت: nobody has died.
        if token.key == "الموت" {
            return None;
        }
        // لم يصل إليهم سوى ثلاثة أطباء: a negated clause, of whatever verb, has its own figure.
        if is_negator(&token.key) {
            return None;
        }
        // مشفى يعمل فيه طبيبان: a clause of its own, unless its verb tells what befell (قُتل فيها خمسة).
        let inside = back == 1 && matches!(token.key.as_str(), "فيه" | "فيها" | "لديه" | "لديها");
        let told = |at: usize| readings(reader.key(at)).any(|r| signals.before(r.rest, None).is_some());
        if inside && at.checked_sub(1).is_some_and(|b| reader.is_word(b) && !told(b)) {
            return None;
        }
        // 68 من إدارة السجن و33 مقاتلاً: the place.
        if token.key == "السجن" {
            continue;
        }
        if let Some(held) = in_hands(reader, at) {
            return Some(held);
        }
        // بلدات يقطنها آلاف المدنيين: of a camp only are those who live there displaced.
        let lived_in = matches!(token.key.as_str(), "يقطنه" | "يقطنها" | "تقطنه");
        let camp = |i: usize| reader.key(i).trim_start_matches("ال").starts_with("مخيم");
        if lived_in && !(at.saturating_sub(FAR)..at).any(camp) {
            return None;
        }
        // …، كان يشرف على 120 مسلحاً: of another verb.
        let was = matches!(token.key.as_str(), "كان" | "كانت" | "كانوا") && at > 0 && !reader.is_word(at - 1);
        if was && (at + 1..first).any(|i| reader.key(i).starts_with(['ي', 'ت']) && reader.noun(i).is_none())
        {
            return None;
        }
        if is_doing(signals, &token.key) || back <= NEAR && says(&token.key, Beside::Nothing) {
            // هجوم شنه انتحاريان: the number is of those who did it.
            return None;
        }
        // فارق ثلاثة من المصابين الحياة
        let parted = matches!(token.key.trim_start_matches('و'), "فارق" | "فارقت")
            && (first..first + LIFE_REACH).any(|i| reader.key(i) == "الحياه");
        // لفظ أربعة منهم أنفاسهم
        let breath = matches!(token.key.trim_start_matches(['و', 'ف']), "لفظ" | "لفظت")
            && (first..first + LIFE_REACH).any(|i| reader.key(i).starts_with("انفاس"));
        let next = if breath {
            Some("انفاسه")
        } else if parted {
            Some("الحياه")
        } else {
            (at + 1 < first).then(|| reader.key(at + 1))
        };
        if matches!(token.key.trim_start_matches('و'), "سقوط" | "سقط" | "سقطت")
            && (at + 1..first).any(|i| reader.noun(i).is_some_and(|f| !f.noun.is_person()))
        {
            return None;
        }
        let found = readings(&token.key)
            .filter(|r| matches!(r.proclitics, "" | "و" | "ب" | "ل" | "ف" | "ال" | "وال" | "وب" | "ول"))
            .find_map(|r| {
                let own = |e: riwayat_text::token::Ending<'_>| {
                    // قتلاه, جرحاها: the long vowel before a pronoun.
                    let long = e.rest.strip_suffix('ا').map(|stem| format!("{stem}ي"));
                    let theirs = e.enclitic == "هم" || e.enclitic == "هن";
                    // احتجازه 600 شخص: the pronoun is of whoever holds them.
                    let theirs =
                        theirs || matches!(e.enclitic, "ه" | "ها") && signals.says(e.rest, Beside::Taking);
                    let told = long.filter(|_| !e.enclitic.is_empty()).and_then(|w| signals.before(&w, None));
                    told.or_else(|| signals.before(e.rest, None).filter(|_| theirs))
                };
                // أجهز المقاتلون على سبعة
                let on = reader.key(first - 1) == "علي" && is_done_upon(r.rest);
                let split = on.then_some("علي");
                signals
                    .before(if breath { "لفظ" } else { r.rest }, next)
                    .or_else(|| signals.before(r.rest, split))
                    .or_else(|| endings(r.rest).find_map(own))
            });
        // البلدة التي قضى فيها 12 فرداً: who died is told behind.
        let there = matches!(reader.key(at + 1), "فيها" | "فيه" | "بها" | "خلالها" | "خلاله" | "منها" | "منه");
        let relative = !there
            && at.checked_sub(1).is_some_and(|b| matches!(reader.key(b), "التي" | "الذي" | "الذين" | "ما"));
        if found.is_some() && relative {
            // الصواريخ التي أصابت المعسكر: the verb is of what stands before.
            return None;
        }
        let harm =
            matches!(found, Some(Status::Killed | Status::Wounded | Status::Missing | Status::Captured));
        // أي مصير ينتظر 1700 محاصر
        if token.key.ends_with("مصير") && !super::tally::is_unknown(reader, at, first) {
            return None;
        }
        // مخيم مصمم لإيواء 20 ألف شخص: room for so many.
        if matches!(token.key.as_str(), "لايواء" | "لاستيعاب") {
            return None;
        }
        if found.is_some() && only_said(reader, at, place) || harm && spares(reader, at, first) {
            return None;
        }
        if let Some(status) = found {
            // إن جندياً قُتل وأصيب أربعة: the first verb has its figure already; أسر 15 وقتل وجرح عشرات: it has not.
            let begins = at.checked_sub(1).is_some_and(|b| reader.key(b).starts_with('و'));
            let taken = place.before.last().is_some_and(|d| {
                let words = |d: &Draft| reader.tokens[d.end..at].iter().all(|t| t.kind == TokenKind::Word);
                d.person && d.end <= at && words(d) && !begins
            });
            let joined = !taken
                && token.key.starts_with('و')
                && at.checked_sub(1).is_some_and(|b| differs(reader, b, status));
            let status = if joined { Status::Other } else { status };
            // فقد 22 من مقاتليه وأربعة إعلاميين: the loss is of both.
            let listed = place.before.last().is_some_and(|d| {
                status == Status::Missing
                    && d.quantity.status == Some(Status::Killed)
                    && d.first > at
                    && is_loss(reader, at, d.first)
            });
            let status = if listed || is_loss(reader, at, first) { Status::Killed } else { status };
            let freeing = says(&token.key, Beside::Freeing);
            let dying = says(&token.key, Beside::Dying);
            let comma = reader.tokens[at..first].iter().any(|t| matches!(t.key.as_str(), "،" | ","));
            let of_clause = !comma && !token.key.ends_with("وا");
            let joined = reader.key(first).starts_with('و') || reader.key(first - 1) == "و";
            let listed = joined && reader.noun(at).is_some_and(|f| f.noun.status.is_some());
            let next_to = back == 1;
            return Some(Governor { status, of_this, dying, freeing, next_to, of_clause, listed });
        }
    }
    None
}

/// Verbs that tell of death or taking with على only, their subject between.
fn is_done_upon(word: &str) -> bool {
    let verb = word.strip_suffix("وا").or_else(|| word.strip_suffix('ت')).unwrap_or(word);
    matches!(verb, "اجهز" | "يجهز" | "تجهز" | "قبض" | "يقبض" | "تقبض")
}

/// Words of a number with its noun: 1 to 5.
const REAPED: usize = 5;

/// بعد دخولهم, بعد سيطرتها: a verbal noun with the pronoun of whoever acts.
fn is_when(reader: &Reader<'_>, after: usize) -> bool {
    let deed = reader.key(after + 1);
    reader.is_word(after + 1)
        && reader.noun(after + 1).is_none()
        && deed.chars().count() >= SHORTEST_DEED
        && ["هم", "ها", "ه"].iter().any(|pronoun| deed.ends_with(pronoun))
        && !deed.starts_with("ال")
        && deed != "ساعه"
        && (deed.ends_with("هم") || deed.ends_with("تها") || deed.ends_with("ته"))
}

/// Letters of a verbal noun with its pronoun: more than يومه.
const SHORTEST_DEED: usize = 5;

/// شنه, نفذتها: a verb of doing with what was done as its object.
fn is_doing(signals: &Signals, key: &str) -> bool {
    let verb = key.strip_suffix("ها").or_else(|| key.strip_suffix('ه'));
    verb.is_some_and(|v| signals.says(v.strip_suffix('ت').unwrap_or(v), Beside::Doing))
}

/// مقتل وجرح 80: two fates of one number.
fn differs(reader: &Reader<'_>, at: usize, status: Status) -> bool {
    let signals = &reader.lexicon.signals;
    let first = readings(reader.key(at)).find_map(|r| signals.before(r.rest, None));
    let of_those_before = reader.key(at).ends_with("وا");
    first.is_some_and(|s| s != status) && !of_those_before && reader.mention_at(at).is_none()
}

/// Words and signs behind which a clause of its own begins.
pub(super) fn ends_clause(key: &str) -> bool {
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
            | "بعدما"
            | "فيما"
    )
}
