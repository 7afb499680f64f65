//! Conditions: what a claim hangs on - إذا, لو, إن before a verb, في حال, ما لم, شرط, وإلا - and the predicates that say so
//! (مرهون بـ, مشروط بـ).

use crate::derived::is_verbal_noun;
use crate::marked::Marked;
use crate::polarity::is_finite;
use crate::words::{Class, Shape};
use std::ops::Range;

/// True where the clause holds a condition.
pub(crate) fn has_condition(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|i| {
        let before = || if i > 0 { doc.bare(i - 1) } else { "" };
        match doc.bare(i) {
            "حال" => {
                // لن تستعمل إلا في حال تعرضت …
                let opens = before() == "في" || i > tokens.start && !matches!(before(), "علي" | "كل" | "اي");
                opens && opens_condition(doc, i + 1)
            }
            "اذا" => !matches!(before(), "عما" | "ما" | "فيما" | "بما" | "عن"),
            // ما لم يقله البيان: what it did not say.
            "لم" if doc.has_pronoun(i + 1) && !is_threatened(doc, tokens.start..i) => false,
            "لم" => {
                before() == "ما"
                    && !matches!(
                        doc.bare(i.saturating_sub(2)),
                        "هو" | "هي" | "هذا" | "وهو" | "وهي" | "وهذا" | "علي" | "الي" | "عن"
                    )
            }
            // ما إن وصلت … حتى: as soon as.
            "ان" => {
                // تي إن تي, سي إن إن
                let letters =
                    matches!(before(), "تي" | "سي" | "بي") || matches!(doc.bare(i + 1), "تي" | "بي");
                let written = doc.span(i).of(doc.ctx.text).trim_start_matches('و');
                let lacks = doc.key(i + 1) == "لم";
                // …، وإن لم يصدر بيان بعد: even if; at the head of the sentence it is a condition.
                let first = tokens.start + usize::from(doc.is_quote(tokens.start));
                let concedes = doc.key(i) == "وان" && i > first;
                !concedes
                    && (i > tokens.start || lacks || is_answered(doc, i))
                    && !letters
                    && before() != "ما"
                    && (written.starts_with('إ') || lacks && !written.starts_with('أ'))
                    && is_if(doc, i)
            }
            // Even if, were it only: a concession. At the head of a clause ولو opens one.
            // لو موند, لو باريزيان
            "لو" if matches!(
                doc.key(i + 1),
                "موند" | "باريزيان" | "فيغارو" | "فيجارو" | "بوان" | "دريان" | "سوار"
            ) =>
            {
                false
            }
            "لو" => before() != "حتي" && (doc.key(i) != "ولو" || i == tokens.start),
            // لن نغادر إلا مقابل …
            // وإلا فلسنا مسؤولين …: what follows where that does not come about.
            // وألا يترتب على ذلك …: that it be not.
            "الا" if doc.span(i).of(doc.ctx.text).contains('أ') => false,
            "الا" if i == tokens.start || doc.is_break(i - 1) && doc.key(i) == "والا" => {
                doc.key(i + 1).starts_with('ف')
                    || doc.key(i) == "والا"
                        && doc.bare(i + 1 + usize::from(doc.is_quote(i + 1))).chars().count() >= 3
                        && !doc.is(i + 1, Class::Preposition)
            }
            "الا" => {
                i > tokens.start
                    && matches!(doc.key(i + 1), "مقابل" | "اذا" | "بشرط")
                    && (tokens.start..i).any(|j| doc.is(j, Class::Negator))
            }
            "لولا" | "لولاه" | "لولاها" | "لولاهم" | "لولانا" => {
                i <= tokens.start + 1
            }
            // عودة الأهالي مرهونة بانتهاء التمشيط: a predicate, no adjective of a definite noun.
            "مرهون" | "مرهونه" | "مشروط" | "مشروطه" | "رهن" | "معلقه" => {
                // رهن الاعتقال, رهن إشارته: where somebody is, and at whose call.
                let held = HELD.iter().any(|held| doc.key(i + 1).starts_with(held));
                let rests = doc.key(i) == "رهن" && !before().is_empty() && !held;
                let of = doc.key(i + 1).starts_with('ب') || rests;
                let main = (tokens.start..i)
                    .all(|j| !doc.is(j, Class::Relative) && !matches!(doc.bare(j), "لان" | "لانه" | "لكن"));
                i > tokens.start && of && main && doc.is_word(i + 1)
            }
            _ => doc.is(i, Class::Conditional),
        }
    })
}

/// لن نبدأ الدوام ما لم يصلنا المبلغ: what stands before a condition is rejected or to come.
fn is_threatened(doc: &Marked<'_>, before: Range<usize>) -> bool {
    before.into_iter().any(|i| {
        doc.is(i, Class::Negator) && doc.bare(i) != "ما"
            || doc.key(i).starts_with(['س', 'ي', 'ت', 'ن']) && is_finite(doc, i)
    })
}

/// What one may be رهن of without any condition.
const HELD: [&str; 10] =
    ["الاعتقال", "الاحتجاز", "التحقيق", "التوقيف", "الاقامه", "الحبس", "الحجز", "المحاكمه", "الاسر", "اشار"];

/// في حال وصلت, في حال عدم الرد; not في حال حرجة, في حال الخطر.
fn opens_condition(doc: &Marked<'_>, at: usize) -> bool {
    let mark = doc.marks.get(at);
    let key = doc.key(at);
    let hers = key.ends_with('ت') && !key.ends_with("ات") && key.chars().count() >= 4;
    hers || is_finite(doc, at)
        || doc.is(at, Class::Absence)
        || doc.is(at, Class::Negator)
        || doc.is(at, Class::That)
        || mark.is_some_and(|m| m.happening.is_some_and(|h| !h.definite) || m.form.is_some())
        || is_verbal_noun(doc.key(at))
        // في حال الرفض
        || key.starts_with("ال") && key != "الخطر" && doc.is_break(at + 1)
        || doc.is_word(at) && !key.starts_with("ال") && is_of_another(doc.key(at + 1))
}

/// The second noun of a construct, by its article or its pronoun.
fn is_of_another(key: &str) -> bool {
    key.starts_with("ال") || ["ها", "هم", "نا"].iter().any(|pronoun| key.ends_with(pronoun))
}

/// إن تكرر ذلك فسنغلق المعابر: what follows from it, behind فـ.
pub(crate) fn is_answered(doc: &Marked<'_>, at: usize) -> bool {
    let next = doc.key(at + 1);
    let clause = !next.starts_with("ال") && doc.marks.get(at + 1).is_some_and(|m| m.mention.is_none());
    let follows = |i: usize| {
        let key = doc.key(i);
        key.starts_with("فس") && key.chars().count() >= 5 || matches!(key, "فلن" | "فسوف" | "فلا" | "فان")
    };
    clause
        && doc.bare(at) == "ان"
        && !doc.span(at).of(doc.ctx.text).trim_start_matches('و').starts_with('أ')
        && (at + 2..at + ANSWERED).take_while(|i| !doc.is_sign(*i, &[".", "؛", ":"])).any(follows)
}

/// Words of a condition before what follows from it: 6 to 18.
const ANSWERED: usize = 12;

/// إن before a verb or لم is "if", before a noun it is the complementiser.
pub(crate) fn is_if(doc: &Marked<'_>, at: usize) -> bool {
    let next = doc.marks.get(at + 1);
    if matches!(doc.key(at + 1), "شاء" | "شا") {
        return false;
    }
    // … سيُحرمون من اللقاحات إن أُغلق.
    let last = doc.is_break(at + 2)
        && doc.is_word(at + 1)
        && doc.marks[at + 1].mention.is_none()
        && !doc.key(at + 1).starts_with("ال");
    // إن ثبتت الواقعة, إن ثبت ذلك: a past of hers before its subject; what is written so and is a noun has a long vowel
    // there (توقيت, سكوت).
    let key = doc.key(at + 1);
    let hers = key.strip_suffix('ت').is_some_and(|stem| {
        stem.chars().count() >= 3
            && !stem.ends_with(['ا', 'ي', 'و'])
            && !key.starts_with("ال")
            && doc.marks[at + 1].mention.is_none()
            && (doc.key(at + 2).starts_with("ال") || doc.mention_from(at + 2).is_some())
    });
    let that = doc.key(at + 2) == "ذلك" && doc.is_break(at + 3) && !key.starts_with("ال");
    // …، إن وافق النظام على ذلك: behind a comma, a short word and its definite subject.
    let known = doc.ctx.lexicon.nouns.read(key).is_some();
    let agreed = doc.is_sign(at.saturating_sub(1), &["،", ","])
        && (3..=5).contains(&key.chars().count())
        && !known
        && !key.starts_with("ال")
        && !key.ends_with(['ه', 'ي', 'ا'])
        && doc
            .marks
            .get(at + 1)
            .is_some_and(|m| m.mention.is_none() && m.class == crate::words::ClassSet::default())
        && (doc.key(at + 2).starts_with("ال") || doc.mention_from(at + 2).is_some());
    last || hers
        || agreed
        || is_answered(doc, at)
        || that
        || doc.key(at + 1) == "لم"
        || next.is_some_and(|m| {
            m.happening.is_some_and(|h| h.verb) || m.form.is_some_and(|f| f.shape == Shape::Past)
        })
        || !doc.is_break(at) && doc.key(at + 1).len() >= 6 && doc.is_break(at - 1) && doc.is_break(at + 2)
        || doc.key(at.saturating_sub(1)).starts_with(['ي', 'ت', 'س'])
            && doc.key(at + 1).chars().count() <= 5
            && !doc.key(at + 1).starts_with("ال")
            && doc.form(at - 1).is_none()
}
