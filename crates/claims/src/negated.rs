//! Where a negated clause begins and ends among those it is joined to: لم ندخل الحي، وما يُبث صور قديمة; قُصف الحي ولم تقع أضرار.

use crate::marked::Marked;
use crate::piece::{is_radical, is_what};
use crate::words::Class;
use std::ops::Range;

/// True where the main predicate of a clause is negated.
pub(crate) fn is_negated_piece(doc: &Marked<'_>, current: Range<usize>) -> bool {
    let mut head = current.clone().take(NEGATED_REACH).take_while(|i| !doc.is_sign(*i, &["،", ","]));
    let negator = head.find(|i| doc.is(*i, Class::Negator) && doc.bare(*i) != "ما");
    negator.is_some_and(|n| {
        !doc.is(n + 1, Class::AssertingNegation)
            && !(n + 1..current.end).any(|i| doc.is(i, Class::Exception))
            && !(current.start..n).any(|i| doc.is(i, Class::Relative))
    })
}

/// Words from the head of a clause to its negator: 5 to 9.
const NEGATED_REACH: usize = 7;

/// لم ندخل الحي، وما يُبث صور قديمة; لا صحة للخبر، والضخ مستمر; لم نأسر أحداً، وشهداؤنا 11: what is joined to a negated
/// clause without a negator of its own is no part of it (that would be ولا), where it can stand alone: a definite noun,
/// or one under a pronoun, with its predicate.
pub(crate) fn opens_unnegated(doc: &Marked<'_>, i: usize, end: usize) -> bool {
    let key = doc.key(i);
    // كل ما في الأمر إشاعات
    let this =
        matches!(doc.bare(i), "هذا" | "هذه") && matches!(doc.key(i + 1), "كله" | "كلها" | "كلام" | "مجرد");
    if this || doc.bare(i) == "كل" && doc.key(i + 1) == "ما" {
        return true;
    }
    if !key.starts_with('و') || doc.is(i, Class::Negator) && !matches!(key, "وما" | "ومن") {
        return false;
    }
    let stop = doc.comma(i + 1, end).min(end);
    let words = (i + 1..stop).filter(|j| doc.is_word(*j) || doc.is_number(*j)).count();
    if matches!(key, "وما" | "ومن") {
        return crate::polarity::is_finite(doc, i + 1) && words >= 3;
    }
    let mark = doc.marks[i];
    let noun = !is_radical(doc, i)
        && mark.form.is_none()
        && mark.date.is_none()
        && mark.happening.is_none_or(|h| !h.verb && !h.either)
        && [
            Class::Preposition,
            Class::Connective,
            Class::Auxiliary,
            Class::Relative,
            Class::That,
            Class::Time,
        ]
        .iter()
        .all(|class| !doc.is(i, *class));
    let under_pronoun = doc.has_pronoun(i) && key.chars().count() >= 5;
    let definite = key.starts_with("وال") || mark.mention.is_some() || under_pronoun;
    let construct = !definite
        && !doc.is(i + 1, Class::Relative)
        && (doc.key(i + 1).starts_with("ال") || doc.mention_from(i + 1).is_some())
        && !crate::derived::is_verbal_noun(doc.bare(i).trim_start_matches('و'));
    let figure = doc.is_number(i + 1) || doc.figure_from(i + 1);
    noun && (words >= 2 || figure)
        && (definite || construct)
        && key.chars().count() >= 4
        && has_predicate(doc, i + 1 + usize::from(construct), stop)
}

/// والضخ مستمر, والدفعة الثالثة خرجت, وشهداؤنا 11, والناقلة في الميناء: behind a subject, its adjectives passed over, stands
/// what is said of it.
fn has_predicate(doc: &Marked<'_>, from: usize, end: usize) -> bool {
    let near = from..end.min(from + PREDICATE_REACH);
    let told = |i: usize| {
        let negator = doc.is(i, Class::Negator) && !is_what(doc, i);
        (crate::polarity::is_finite(doc, i) || negator) && !doc.key(i).starts_with("لي")
    };
    if near.clone().take_while(|i| !doc.is(*i, Class::Relative)).any(told) {
        return true;
    }
    let definite = |i: usize| doc.key(i).starts_with("ال") || doc.mention_from(i).is_some();
    let Some(first) = near.into_iter().find(|i| !definite(*i)) else { return false };
    doc.is_number(first)
        || doc.figure_from(first)
        || doc.is_word(first)
            && !doc.marks[first].conjoined
            && !doc.key(first).starts_with(['و', 'ب', 'ل'])
            && !doc.is(first, Class::Relative)
            && !doc.is(first, Class::Preposition)
}

/// Words from a subject to its predicate: 4 to 9.
const PREDICATE_REACH: usize = 6;

/// ولم تقع أضرار: a clause negated on its own.
pub(crate) fn is_negated_clause(doc: &Marked<'_>, i: usize) -> bool {
    let so = doc.is_break(i - 1) && doc.key(i).starts_with('ف');
    // بلغ 146 وليس 120
    let negator = doc.is(i, Class::Negator)
        && !doc.figure_from(i + 1)
        && (doc.key(i).starts_with('و') || so)
        && doc.bare(i) != "ما"
        && doc.key(i) != "وما";
    if !negator {
        return false;
    }
    let lasting = doc.is(i + 1, Class::AssertingNegation);
    let excepted = (i + 1..i + 8).take_while(|j| !doc.is_break(*j)).any(|j| doc.is(j, Class::Exception));
    let repeated = (i.saturating_sub(14)..i)
        .rev()
        .take_while(|j| !doc.is_sign(*j, &["."]))
        // السد لا يزال تحت سيطرتنا ولن نتخلى عنه
        .any(|j| doc.is(j, Class::Negator) && doc.key(j) != "ما" && !doc.is(j + 1, Class::AssertingNegation));
    let own = doc.is_break(i - 1);
    // فلم يعد لدينا …, ولا أحد يجيب, ولا نعلم شيئاً
    let ours = doc.key(i + 1).starts_with('ن') && doc.key(i + 1).chars().count() >= 4;
    if so || own && (doc.key(i + 1) == "احد" || ours) {
        return true;
    }
    if lasting {
        own && !matches!(doc.key(i + 1), "سيما" | "شك" | "بد")
    } else {
        // لم تدخل أي شاحنة، ولم يُسمح إلا بإجلاء ثلاث حالات: that much is so.
        let but = |j: usize| matches!(doc.key(j), "سوي" | "الا") && !doc.is_break(j);
        let asks = || {
            let stop = (i..doc.marks.len()).find(|j| doc.is_sign(*j, &[".", "؟", "?", "!"]));
            stop.is_some_and(|j| doc.is_sign(j, &["؟", "?"]))
        };
        let told = own && (i + 1..i + 8).take_while(|j| !doc.is_break(*j)).any(but) && !asks();
        if repeated { told } else { own || !excepted }
    }
}
