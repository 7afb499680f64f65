//! What is told of those whose number a sentence says: عدد الجنود الذين قضوا ارتفع إلى 34, عدد من فروا تجاوز الألف.

use super::{Draft, Place, Reader};
use crate::reading::{Group, Status};

/// ارتفع عدد الجنود الذين قضوا … إلى 34 جندياً, عدد المهجرين تجاوز 300 ألف شخص: what is told of the noun whose number it is.
pub(super) fn fate_of_counted(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Status> {
    let start = place.sentence.start();
    let head = count_word(reader, draft, place).filter(|_| draft.person && !draft.part);
    // عدد العائلات النازحة
    let told =
        |at: usize| reader.noun(at).filter(|f| f.noun.is_person() && f.definite).and_then(|f| f.noun.status);
    if let Some(status) = head.and_then(|word| told(word + 1).or_else(|| told(word + 2))) {
        return Some(status);
    }
    let back = (1..=COUNTED_REACH).filter_map(|n| draft.first.checked_sub(n));
    let relative = back
        .take_while(|at| reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛"))
        // عدد من فروا من المدينة
        .find(|at| {
            let whoever = reader.key(*at) == "من" && reader.key(at + 1).ends_with("وا");
            // عدد العائلات التي نزحت من المدينة
            let which = reader.key(*at) == "التي"
                && at.checked_sub(1).and_then(|b| reader.noun(b)).is_some_and(|f| f.noun.is_person());
            whoever || which || matches!(reader.key(*at), "الذين" | "اللواتي" | "ممن")
        })?;
    let counted = (1..=COUNT_REACH)
        .filter_map(|n| relative.checked_sub(n))
        .any(|at| matches!(reader.key(at).trim_start_matches(['و', 'ل', 'ب']), "عدد" | "اعداد" | "حصيله"));
    counted.then(|| reader.lexicon.signals.after(&[reader.key(relative + 1)])).flatten()
}

/// عدد من هُجّروا … 5900, عدد من فقدوا حياتهم إلى 28: what whoever is counted did or suffered.
pub(super) fn fate_of_whoever(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Status> {
    if draft.part || draft.own_status.is_some() {
        return None;
    }
    let word = count_word(reader, draft, place)?;
    let verb = word + 2;
    let whoever = reader.key(word + 1) == "من" && reader.key(verb).ends_with("وا");
    let words: Vec<&str> = (verb..verb + 3).map(|at| reader.key(at)).collect();
    whoever.then(|| reader.lexicon.signals.after(&words)).flatten()
}

/// قُتل القائد مع 40 من مرافقيه: what befell the one, befell those with him.
pub(super) fn together_with(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Status> {
    let with = draft.first.checked_sub(1).filter(|b| matches!(reader.key(*b), "مع" | "برفقه"))?;
    let last = place.before.last().map_or(0, |d| d.end);
    let back = (1..=WITH_REACH).filter_map(|n| with.checked_sub(n));
    let mut words = back.take_while(|at| {
        *at >= last && reader.is_word(*at) && reader.tokens[*at].span.start() >= place.sentence.start()
    });
    words.find_map(|at| {
        let verb = reader.key(at).trim_start_matches(['و', 'ف']);
        let befell = matches!(
            verb,
            "قتل"
                | "قتلت"
                | "استشهد"
                | "استشهدت"
                | "قضي"
                | "اصيب"
                | "اصيبت"
                | "جرح"
                | "خطف"
                | "اختطف"
                | "اعتقل"
                | "اسر"
                | "مقتل"
                | "استشهاد"
                | "اعتقال"
        );
        befell.then(|| reader.lexicon.signals.before(verb, None)).flatten()
    })
}

/// Words from a verb over its subject to those who were with it: 1 to 8.
const WITH_REACH: usize = 7;

/// عبر مليون شخص إلى دول الجوار, عبر 400 إلى الأراضي التركية: people who crossed to another country.
pub(super) fn crosses(reader: &Reader<'_>, draft: &Draft) -> bool {
    let verb = |at: usize| {
        matches!(reader.key(at).trim_start_matches(['و', 'ف']), "عبر" | "عبرت" | "يعبر" | "تعبر" | "عبور")
    };
    let before = (1..=2).filter_map(|n| draft.first.checked_sub(n)).any(verb);
    let abroad = |at: usize| {
        matches!(reader.key(at), "الي" | "نحو" | "باتجاه")
            && (matches!(reader.key(at + 1), "دول" | "تركيا" | "لبنان" | "الاردن" | "العراق" | "بلدان")
                || reader.key(at + 1) == "الاراضي" && reader.key(at + 2) != "السوريه")
    };
    let open =
        draft.own_status.is_none() && !matches!(draft.own_group, Some(Group::Fighter | Group::Officer));
    draft.person && open && before && (draft.end..draft.end + ABROAD_REACH).any(abroad)
}

/// Words between people and where they cross to.
const ABROAD_REACH: usize = 4;

/// ما زال مصيرهم مجهولاً, الكشف عن مصير خمسة: a fate that is said to be unknown or asked for; a fate alone tells nothing.
pub(super) fn is_unknown(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    const UNKNOWN: [&str; 6] = ["مجهول", "غامض", "معروف", "معلوم", "يعرف", "يعلم"];
    const ASKED: [&str; 8] = ["كشف", "معرف", "جهل", "يعرف", "تعرف", "يتضح", "غموض", "معلومات"];
    let has = |at: usize, stems: &[&str]| stems.iter().any(|stem| reader.key(at).contains(stem));
    let awaits = (at + 1..first).any(|i| reader.key(i).contains("نتظر"));
    let before = || (at.saturating_sub(ASKED_REACH)..at).any(|i| has(i, &ASKED));
    let behind = || (first..first + UNKNOWN_REACH).any(|i| has(i, &UNKNOWN));
    !awaits && (before() || behind())
}

/// Words back from a fate to whoever asks for it: 3 to 6.
const ASKED_REACH: usize = 5;

/// Words of a figure before its fate is said to be unknown: 6 to 16.
const UNKNOWN_REACH: usize = 12;

/// عدد, حصيلة before a figure, no other figure between.
pub(super) fn count_word(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<usize> {
    let start = place.sentence.start();
    let last = place.before.last().map_or(0, |d| d.end);
    let back = (1..=COUNTED_REACH).filter_map(|n| draft.first.checked_sub(n));
    // بلغ عدد الشهداء، وفق الحصيلة الأخيرة، 96 شخصاً: behind an aside.
    let comma = |at: usize| matches!(reader.key(at), "،" | ",");
    let close = draft.first.checked_sub(1).filter(|b| comma(*b));
    let open = close.and_then(|c| (c.saturating_sub(COUNTED_REACH / 2)..c).rev().find(|at| comma(*at)));
    let aside = open.zip(close).map(|(open, close)| open..=close);
    back.filter(|at| aside.as_ref().is_none_or(|aside| !aside.contains(at)))
        .take_while(|at| {
            *at >= last
                && reader.tokens[*at].span.start() >= start
                && !matches!(reader.key(*at), "." | "؛" | ":" | "،" | ",")
        })
        .find(|at| matches!(reader.key(*at).trim_start_matches(['و', 'ل', 'ب']), "عدد" | "حصيله" | "اعداد"))
}

/// The noun whose number it is: عدد الشهداء المدنيين … 173 شهيداً. No other figure may stand between.
pub(super) fn counted_head(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<usize> {
    if !draft.person || draft.own_status.is_none() && !draft.elided {
        return None;
    }
    let word = count_word(reader, draft, place)?;
    let form = reader.noun(word + 1)?;
    // عدد الجنود القتلى ارتفع إلى 21
    let tells = form.noun.status.is_some() || draft.elided && form.noun.group.is_some();
    (form.noun.is_person() && tells && form.pronoun.is_empty()).then_some(word + 1)
}

/// سبع جثث. وبهذا ترتفع الحصيلة إلى 21; ما يرفع الحصيلة منذ بدء العام إلى 192; أن يصل عددهم إلى 400 ألف: a count that goes on with
/// that of the sentence before.
pub(super) fn goes_on_from_before(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> bool {
    let start = place.sentence.start();
    let tally = |at: usize| {
        let word = reader.key(at).trim_start_matches(['و', 'ب', 'ل']);
        matches!(word, "الحصيله" | "عددهم" | "عددهن" | "العدد")
    };
    let open = draft.elided && draft.own_status.is_none() && draft.person && !draft.part;
    let back = (1..=GOES_ON_REACH).filter_map(|n| draft.first.checked_sub(n));
    let mut clause = back
        .take_while(|at| reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛"));
    open && place.earlier.is_some_and(|d| d.quantity.status.is_some()) && clause.any(tally)
}

/// Tokens between a count and its number: 3 to 6.
const GOES_ON_REACH: usize = 4;

/// Tokens between عدد X الذين and the number: 12 to 30.
const COUNTED_REACH: usize = 20;

/// Words from عدد to the people and what is told of them: 2 to 6.
const COUNT_REACH: usize = 4;
