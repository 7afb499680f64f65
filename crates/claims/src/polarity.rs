//! Polarity: whether a claim is made, rejected, doubted, and so on.
//!
//! Two things settle it: the stance of the words that report, and the clause itself - its main predicate negated,
//! a condition, a question, a future with its day. A condition outranks a doubt and a plan.

use crate::basis::Basis;
use crate::condition::has_condition;
use crate::derived::is_verbal_noun;
use crate::marked::Marked;
use crate::negation::{Negation, PREDICATE, negation};
use crate::reading::{MentionKind, Polarity};
use crate::words::{Class, Shape, Stance};
use riwayat_text::Grain;
use std::ops::Range;

/// Words of a subject before its verb of intention: 3 to 8.
const SUBJECT: usize = 5;

/// Words of a subject before ربما and its verb: 6 to 20.
const HEAD: usize = 12;

/// The polarity of the content `tokens` under words of that stance, and how it was read.
pub(crate) fn polarity(doc: &Marked<'_>, tokens: Range<usize>, stance: Stance) -> (Polarity, Basis) {
    let conditional = has_condition(doc, tokens.clone());
    match stance {
        Stance::Wondering | Stance::Asking => (Polarity::Asked, Basis::Stance),
        _ if conditional => (Polarity::Conditional, Basis::Condition),
        Stance::Denying => (Polarity::Denied, Basis::Stance),
        Stance::Doubting => (Polarity::Doubted, Basis::Stance),
        Stance::Expecting if has_future_date(doc, tokens.clone()) => (Polarity::Planned, Basis::Mood),
        Stance::Expecting => (Polarity::Doubted, Basis::Stance),
        // تعهد بأن قواته لن تقصف المدينة: what is not to be is rejected.
        Stance::Planning
            if !doc.is(tokens.start, Class::Absence)
                && matches!(negation(doc, tokens.clone()), Negation::Denies) =>
        {
            (Polarity::Denied, Basis::Negator)
        }
        Stance::Planning => (Polarity::Planned, Basis::Stance),
        // إنها تعتزم المشاركة في …
        Stance::Neutral | Stance::Affirming if intends(doc, tokens.clone()) => {
            (Polarity::Planned, Basis::Mood)
        }
        Stance::Neutral | Stance::Affirming | Stance::Accusing => clause(doc, tokens),
    }
}

/// True where a verb of intention is the first of the clause: تعتزم …, واشنطن تعتزم …, بلاده لا تزال تنوي ….
fn intends(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let head = tokens.start..tokens.end.min(tokens.start + SUBJECT);
    let mut before = head.take_while(|i| {
        !doc.is_break(*i)
            && !doc.is(*i, Class::Negator)
            && !doc.is(*i, Class::Relative)
            && !doc.is(*i, Class::That)
    });
    // كانت تنوي …
    let verb = before.find(|i| is_finite(doc, *i) && !doc.is(*i, Class::Auxiliary));
    let intention = |i: usize| {
        let form = doc.form(i).filter(|f| f.shape == Shape::Present)?;
        (doc.words.verb(form).stance == Stance::Planning).then_some(())
    };
    verb.is_some_and(|i| doc.marks[i].mention.is_none() && intention(i).is_some())
}

/// The polarity of a clause by its own words.
fn clause(doc: &Marked<'_>, tokens: Range<usize>) -> (Polarity, Basis) {
    if is_question(doc, tokens.clone()) || is_demand(doc, tokens.clone()) || is_order(doc, tokens.start) {
        return (Polarity::Asked, Basis::Mood);
    }
    let doubted = |i: usize| doc.is(i, Class::Doubt);
    let head =
        (tokens.start..tokens.end.min(tokens.start + HEAD)).take_while(|i| !doc.is_sign(*i, &["،", ","]));
    if head.take_while(|i| !is_finite(doc, *i)).any(doubted)
        || (tokens.start..tokens.end.min(tokens.start + 4)).any(doubted)
    {
        return (Polarity::Doubted, Basis::Mood);
    }
    // الهجوم نفذته على ما يبدو خلايا نائمة; لم يتأكد بعد مقتل القيادي
    let seems =
        tokens.clone().any(|i| doc.key(i) == "علي" && doc.key(i + 1) == "ما" && doc.key(i + 2) == "يبدو");
    let head = tokens.start + usize::from(doc.is_quote(tokens.start));
    let unconfirmed = doc.is(head, Class::Negator) && matches!(doc.key(head + 1), "يتاكد" | "تتاكد");
    // انعقاد المؤتمر "غير مرجح", أمر غير مؤكد
    let unlikely = tokens.clone().skip(1).any(|i| {
        doc.key(i) == "غير"
            && ["مرجح", "مؤكد", "محسوم", "محتمل"].iter().any(|w| doc.key(i + 1).starts_with(w))
    });
    let unlikely = unlikely && !tokens.clone().any(|i| is_finite(doc, i) || doc.is(i, Class::Relative));
    if seems || unconfirmed || unlikely || thinks_not(doc, tokens.start) || may_come(doc, tokens.clone()) {
        return (Polarity::Doubted, Basis::Mood);
    }
    // حاشا أن نبيع أرضنا, هيهات أن ينال الحصار منا
    let far = tokens.start + usize::from(doc.is_quote(tokens.start));
    if matches!(doc.bare(far), "حاشا" | "هيهات") && doc.is(far + 1, Class::That) {
        return (Polarity::Denied, Basis::Negator);
    }
    match negation(doc, tokens.clone()) {
        Negation::Denies => (Polarity::Denied, Basis::Negator),
        Negation::BoundInTime if has_future_date(doc, tokens.clone()) => (Polarity::Planned, Basis::Mood),
        Negation::BoundInTime | Negation::Excepted => (Polarity::Asserted, Basis::Negator),
        Negation::None if is_planned(doc, tokens.clone()) => (Polarity::Planned, Basis::Mood),
        Negation::None => (Polarity::Asserted, Basis::Plain),
    }
}

/// لا أظن أن …, ولا نعتقد أن …: a doubt, no denial.
fn thinks_not(doc: &Marked<'_>, start: usize) -> bool {
    let at = start + usize::from(doc.is_quote(start));
    let thinks = matches!(
        doc.key(at + 1),
        "اظن"
            | "نظن"
            | "اعتقد"
            | "نعتقد"
            | "يظن"
            | "تظن"
            | "يعتقد"
            | "تعتقد"
            | "يتوقع"
            | "تتوقع"
            | "نتوقع"
            | "اتوقع"
            | "يرجح"
            | "ترجح"
    );
    doc.is(at, Class::Negator) && thinks
}

/// المدنيون قد يضطرون إلى …, قد ترتفع الحصيلة: قد before a present as the first predicate. What begins with ت is a present
/// where it is hers: behind a feminine or a place, and where it is no known past (تجاوز).
fn may_come(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let head = tokens.start..tokens.end.min(tokens.start + HEAD);
    let mut before = head.take_while(|i| !doc.is_sign(*i, &["،", ","]) && !doc.is(*i, Class::That));
    let Some(at) = before.find(|i| is_finite(doc, *i)).filter(|i| doc.bare(*i) == "قد") else {
        return false;
    };
    let (key, form) = (doc.key(at + 1), doc.form(at + 1));
    let past = form.is_some_and(|f| f.shape == Shape::Past)
        || key.ends_with("وا")
        || matches!(key, "تم" | "تمت")
        // قد توقفت, قد تعرضت
        || key.starts_with('ت') && key.ends_with('ت') && key.chars().count() >= 5
        || key.starts_with('ت')
            && doc.marks.get(at + 1).is_some_and(|m| m.happening.is_some())
            && !is_present_of_hers(key);
    let hers = || {
        at == tokens.start
            || doc.key(at - 1).ends_with('ه')
            || doc.key(at - 1).ends_with("ات")
            || doc.key(at - 1).ends_with("ها")
            || doc.mention(at - 1).is_some_and(|m| m.kind == MentionKind::Place)
    };
    !past && (key.starts_with('ي') || key.starts_with('ت') && hers())
}

/// تصل, تنهار: the present of her of a verb whose present of him is known (يصل), not a past of its own (تجاوز).
fn is_present_of_hers(key: &str) -> bool {
    let his = key.strip_prefix('ت').map(|rest| format!("ي{rest}"));
    his.is_some_and(|his| crate::happening::happenings().of(&his).is_some_and(|h| h.verb))
}

/// True where the clause is a question: a question word at its head, or a question mark after it.
pub(crate) fn is_question(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    doc.is_sign(tokens.end, &["؟", "?"])
        || (tokens.start..tokens.end.min(tokens.start + 2)).any(|i| doc.key(i) == "هل")
}

/// لا تقربوا الحاجز: what those spoken to are told to leave.
fn is_order(doc: &Marked<'_>, start: usize) -> bool {
    let at = start + usize::from(doc.is_quote(start));
    let key = doc.key(at + 1);
    // لا تصدقوا الشائعات: it is the rumour that is denied.
    let rumour = (at + 2..at + 4).any(|i| doc.is(i, Class::Rumour));
    // من لديه وثيقة فليبرزها
    let let_them = (at..at + SUBJECT).take_while(|i| !doc.is_break(*i)).any(|i| {
        let key = doc.key(i);
        key.starts_with("فلي")
            && key.chars().count() >= 6
            && doc.marks.get(i).is_some_and(|m| m.mention.is_none())
    });
    let_them
        || doc.bare(at) == "لا"
            && key.starts_with('ت')
            && key.ends_with("وا")
            && key.chars().count() >= 5
            && !rumour
}

/// على المنظمات أن تتحرك: what somebody ought to do is asked of them.
fn is_demand(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let first = tokens.start;
    // يجب على المجتمع الدولي التحرك, ينبغي أن يتوقف القصف
    let must = |i: usize| {
        let key = doc.bare(i).trim_start_matches('ف');
        let next = doc.key(i + 1);
        matches!(key, "يجب" | "ينبغي" | "يتوجب" | "يتعين")
            && (matches!(next, "علي" | "ان" | "الا" | "عليه" | "عليها" | "عليهم") || is_verbal_noun(next))
    };
    let ought = must(first);
    // شدد على ضرورة فتح المعابر
    let need = ["ضروره", "وجوب", "بضروره", "لضروره"].contains(&doc.key(first))
        && doc.is_word(first + 1)
        && !doc.is(first + 1, Class::Preposition);
    ought
        || need
        || doc.bare(first) == "علي"
            && (doc.is_word(first + 1) || doc.figure_from(first + 1))
            && (first + 2..tokens.end.min(first + 5)).any(|i| doc.key(i) == "ان" && is_finite(doc, i + 1))
}

/// True where the word is a finite verb, known or by the pattern of the present.
pub(crate) fn is_finite(doc: &Marked<'_>, i: usize) -> bool {
    let Some(mark) = doc.marks.get(i) else { return false };
    if mark.mention.is_some() || mark.date.is_some() {
        return false;
    }
    let known = mark.form.is_some_and(|f| f.shape != Shape::Participle)
        || mark.happening.is_some_and(|h| h.verb)
        || doc.is(i, Class::Auxiliary);
    let marked =
        i > 0 && [Class::Relative, Class::Auxiliary, Class::Negator].iter().any(|c| doc.is(i - 1, *c));
    if marked && mark.happening.is_some_and(|h| h.either) {
        return true;
    }
    let key = verbal(doc, i);
    let present = (key.starts_with('ي') || key.starts_with("سي") || key.starts_with("ست"))
        && key.chars().count() >= 4
        && (!key.ends_with('ه') || key.chars().count() >= 6 && is_future(key))
        && mark.happening.is_none();
    known || present && !doc.is(i, Class::Time)
}

/// سيعود, ستواجه, سنرد: a future by its letters. In سيطرت, سيّرت, سيارة, سنتين they are the word's own.
fn is_future(key: &str) -> bool {
    const OWN: [&str; 18] = [
        "سيطرت",
        "سيطره",
        "سيطروا",
        "سيرت",
        "سيره",
        "سيروا",
        "سيار",
        "سياس",
        "سياد",
        "سياق",
        "سياح",
        "سيدا",
        "سيده",
        "سيدت",
        "ستره",
        "ستار",
        "سنتي",
        "سنتان",
    ];
    ["سي", "ست", "سن"].iter().any(|p| key.starts_with(p))
        && !matches!(key, "سيطر" | "سير")
        && !OWN.iter().any(|p| key.starts_with(p))
}

/// The word without و where a present or future is left (وينتهي).
fn verbal<'d>(doc: &'d Marked<'_>, i: usize) -> &'d str {
    let key = doc.bare(i);
    key.strip_prefix('و').filter(|rest| ["ي", "سي", "ست"].iter().any(|p| rest.starts_with(p))).unwrap_or(key)
}

/// A future, or a present, with a day to come.
pub(crate) fn is_planned(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let verb = tokens.clone().take(PREDICATE).find(|i| is_finite(doc, *i) || is_hers(doc, *i, tokens.start));
    // فتحنا تحقيقا ينتهي غداً: what we did is done.
    let first = tokens.start;
    let did = doc.key(first).ends_with("نا")
        && doc.key(first).chars().count() >= 5
        && doc.key(first + 1).ends_with('ا');
    let Some(verb) = verb.filter(|_| !did) else { return is_scheduled(doc, tokens) };
    let key = verbal(doc, verb);
    // سيوقعان مساء الخميس: a future may be of today.
    let future = is_future(key);
    let coming = future || key.starts_with(['ي', 'ت', 'ن']);
    // تبدأ الورش اليوم بإزالة السواتر: what is to begin today.
    let begins = BEGINS.contains(&key.get(key.chars().next().map_or(0, char::len_utf8)..).unwrap_or(""));
    let soon = verb..tokens.end.min(verb + PREDICATE / 2);
    coming && (has_future_date(doc, tokens.clone()) || begins && has_day_to_come(doc, soon))
        || future && has_day_to_come(doc, verb..tokens.end.min(verb + PREDICATE / 2))
        || future && has_its_day(doc, verb..tokens.end.min(verb + PREDICATE / 2))
}

/// Presents, their first letter apart, of what is held or begun on its day: تبدأ, ينطلق, يلتقي.
const BEGINS: [&str; 12] =
    ["بدا", "بدء", "نطلق", "فتتح", "ستانف", "لتقي", "ستضيف", "عقد", "خوض", "نعقد", "قام", "جتمع"];

/// ستنطلق القافلة يوم الأحد, ستفتح المدارس في الأول من أيلول: a weekday, or a day without its year, which alone is read as the last
/// one; under a future it is to come.
fn has_its_day(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let same = |i: &usize| !doc.is_break(*i) && !doc.marks[*i].conjoined && !doc.is(*i, Class::Relative);
    let (first, rest) = (tokens.start, tokens.start + 1..tokens.end);
    std::iter::once(first).chain(rest.take_while(same)).filter_map(|i| doc.date(i)).any(|date| {
        let at = doc.tokens_of(date.span);
        let until = at.start > 0 && matches!(doc.key(at.start - 1), "حتي" | "لغايه" | "غايه" | "منذ");
        // الماضي, امس, 2018: told to be past, or with its year.
        let past = |i: usize| {
            matches!(doc.key(i), "الماضي" | "الماضيه" | "الفائت" | "المنصرم" | "امس" | "الامس")
                || doc.is_number(i) && doc.key(i).chars().count() == 4
        };
        !until && matches!(date.grain, Grain::Day | Grain::DayPart) && !at.clone().any(past)
    })
}

/// تمديد الهدنة اعتباراً من السبت المقبل, تسليم السلاح مقرر غداً: told without a verb, with the day from which it is to hold.
fn is_scheduled(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let from_then = |i: usize| matches!(doc.bare(i), "اعتبارا" | "ابتداء" | "بدءا") && doc.key(i + 1) == "من";
    let due = |i: usize| {
        i > tokens.start && matches!(doc.bare(i), "مقرر" | "مقرره" | "مزمع" | "مزمعه" | "مرتقب" | "مرتقبه")
    };
    // إقامة المعرض في 15 من الشهر المقبل
    let head = tokens.start + usize::from(doc.is_quote(tokens.start));
    let noun = is_verbal_noun(doc.key(head))
        || doc.marks.get(head).is_some_and(|m| m.happening.is_some_and(|h| !h.verb));
    let clause = tokens.start..doc.comma(tokens.start, tokens.end);
    noun && has_future_date(doc, clause)
        || tokens.clone().any(|i| from_then(i) || due(i)) && has_future_date(doc, tokens.clone())
        || tokens.take(SUBJECT).any(|i| doc.bare(i) == "بصدد")
}

/// تنطلق يوم السبت الدفعة, المهلة تنتهي غدا: a present of hers that no list knows, at the head or behind a feminine, with the
/// day beside it. Other words that begin with ت are verbal nouns.
fn is_hers(doc: &Marked<'_>, i: usize, start: usize) -> bool {
    let (key, mark) = (doc.key(i), doc.marks[i]);
    let dated = |j: usize| doc.marks.get(j).is_some_and(|m| m.date.is_some());
    let feminine = i > start && doc.key(i - 1).starts_with("ال") && doc.key(i - 1).ends_with('ه');
    // تشهد جدة في الشهر المقبل انطلاق …
    let subject = doc.key(i + 1).starts_with("ال") || doc.mention_from(i + 1).is_some();
    // المهلة الممنوحة للمسلحين تنتهي غداً
    let heads = i > start && doc.key(start).starts_with("ال") && doc.key(start).ends_with('ه');
    key.starts_with('ت')
        && key.chars().count() >= 4
        && !key.ends_with(['ه', 'ا'])
        && !is_verbal_noun(key)
        && mark.mention.is_none()
        && mark.date.is_none()
        && mark.happening.is_none()
        && mark.form.is_none()
        && (i == start || feminine || heads)
        && (dated(i + 1) || feminine && dated(i + 2) || i == start && subject)
}

/// A day or a span that does not lie before the article.
fn has_day_to_come(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    tokens
        .filter_map(|i| doc.date(i))
        .any(|date| date.from.zip(doc.ctx.input.published).is_some_and(|(from, today)| from >= today))
}

fn has_future_date(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let mut said = false;
    let dated = tokens.clone().filter_map(|i| doc.date(i)).any(|date| {
        // يكفي حتى نهاية حزيران: until then, not then.
        let first = doc.tokens_of(date.span).start;
        if first > 0 && matches!(doc.key(first - 1), "حتي" | "لغايه" | "غايه") {
            return false;
        }
        said |= date.from.is_some();
        let coming = date.from.zip(doc.ctx.input.published).is_some_and(|(from, today)| from >= today);
        let until = date.to.zip(doc.ctx.input.published).is_some_and(|(to, today)| to > today) && coming;
        until && !matches!(date.grain, Grain::Season | Grain::Year)
    });
    let coming = |i: usize| {
        matches!(doc.bare(i), "المقبل" | "المقبله" | "القادم" | "القادمه") && doc.marks[i].date.is_some()
            || matches!(doc.bare(i), "غدا" | "الغد")
    };
    dated || !said && tokens.clone().any(coming)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marked::sample::marked;

    fn check(text: &str, stance: Stance, expect: Polarity) {
        marked(text, |doc| {
            let end = (0..doc.marks.len()).rev().find(|i| !doc.is_sign(*i, &[".", "؟"])).map_or(0, |i| i + 1);
            assert_eq!(polarity(doc, 0..end, stance).0, expect, "{text}");
        });
    }

    #[test]
    fn a_negated_main_predicate_denies() {
        check("لم تدخل القافلة المدينة", Stance::Neutral, Polarity::Denied);
        check("الحرس لن يغادر الجسر", Stance::Affirming, Polarity::Denied);
        check("لا علاقة للمجلس بالحادث", Stance::Neutral, Polarity::Denied);
        check("عدم وجود مسلحين في الحي", Stance::Affirming, Polarity::Denied);
    }

    #[test]
    fn exceptions_and_lasting_states_do_not() {
        check("لم يبق في الحي سوى عائلتين", Stance::Neutral, Polarity::Asserted);
        check("لا يزال الطريق مقطوعا", Stance::Neutral, Polarity::Asserted);
        check("لا يتجاوز عدد الحراس عشرة", Stance::Neutral, Polarity::Asserted);
        check("انسحب الحرس دون أن يطلقوا النار", Stance::Neutral, Polarity::Asserted);
        check("عاد السكان الذين لم يجدوا مأوى", Stance::Neutral, Polarity::Asserted);
    }

    #[test]
    fn what_stands_between_a_negator_and_its_exception() {
        check("لا تغطي الشاحنات، وفق المجلس، سوى ربع الحاجة", Stance::Neutral, Polarity::Asserted);
        check("لا تغطي الشاحنات، وفق المجلس، حاجة الحي", Stance::Neutral, Polarity::Denied);
        check("من أصل عشر شاحنات جهزها المجلس، لم تدخل أي شاحنة", Stance::Neutral, Polarity::Denied);
        check("المهلة الممنوحة للحرس، ومدتها يومان، لن تمدد", Stance::Neutral, Polarity::Denied);
        check("عددهم لم يصل إلى 100", Stance::Neutral, Polarity::Asserted);
        check("خرج 20 رجلاً لا 30", Stance::Neutral, Polarity::Asserted);
        check("فتح المعبر هذا الشهر غير مرجح", Stance::Neutral, Polarity::Doubted);
        check("لم يمض على الهدنة غير شهرين", Stance::Neutral, Polarity::Asserted);
        check("لم تمض ساعتان حتى وصلت القافلة", Stance::Neutral, Polarity::Asserted);
        check("لم تستغرق الجولة، أمس الأربعاء، أكثر من 50 دقيقة", Stance::Neutral, Polarity::Asserted);
        check("أيا يكن مصير الهدنة، فإن العودة ليست مطروحة", Stance::Neutral, Polarity::Denied);
        check("ما عاد في الحي أحد", Stance::Neutral, Polarity::Denied);
    }

    #[test]
    fn what_a_relative_clause_negates_is_not_denied() {
        check("طائرات لم يتبينوا هويتها ألقت براميل", Stance::Neutral, Polarity::Asserted);
        check("ما لم يقله البيان أن الجسر مغلق", Stance::Neutral, Polarity::Asserted);
        check("المفاوضات بشأن خمسة آخرين لم تختتم", Stance::Neutral, Polarity::Denied);
        check("لن نبدأ الدوام ما لم يصلنا المبلغ", Stance::Neutral, Polarity::Conditional);
        check("عدد من لم يغادروا لا يتجاوز الخمسين", Stance::Neutral, Polarity::Asserted);
        check("ما رأينا حاجزا في الحي", Stance::Neutral, Polarity::Denied);
        check("ما لدينا يكفي يومين", Stance::Neutral, Polarity::Asserted);
        check("لولاها لما صمدنا يومين", Stance::Neutral, Polarity::Conditional);
        check("من لديه وثيقة فليبرزها", Stance::Neutral, Polarity::Asked);
        check("يجب ألا يعود القصف", Stance::Neutral, Polarity::Asked);
        check("ضرورة فتح المعابر", Stance::Affirming, Polarity::Asked);
    }

    #[test]
    fn a_condition_outranks_a_doubt_and_a_plan() {
        check("تعود العائلات إذا توقف القصف", Stance::Doubting, Polarity::Conditional);
        check("سيغادر الحرس في حال وصول القافلة", Stance::Planning, Polarity::Conditional);
        check("سيعود السكان حتى لو تأخر الدعم", Stance::Neutral, Polarity::Asserted);
    }

    #[test]
    fn the_words_that_report_settle_the_rest() {
        check("وصول القافلة", Stance::Denying, Polarity::Denied);
        check("وصول القافلة", Stance::Doubting, Polarity::Doubted);
        check("فتح المعبر", Stance::Asking, Polarity::Asked);
        check("هل يغادر الحرس الجسر؟", Stance::Neutral, Polarity::Asked);
        check("ربما تصل القافلة مساء", Stance::Neutral, Polarity::Doubted);
    }

    #[test]
    fn a_bare_future_is_asserted_one_with_its_day_is_planned() {
        check("سيغادر الحرس الجسر", Stance::Neutral, Polarity::Asserted);
        check("ستغادر القافلة غدا", Stance::Neutral, Polarity::Planned);
    }

    #[test]
    fn what_may_come_is_doubted_and_what_is_meant_planned() {
        check("الحرس قد يغادرون الجسر", Stance::Neutral, Polarity::Doubted);
        check("عدد الحراس قد تجاوز الخمسين", Stance::Neutral, Polarity::Asserted);
        check("الجسر قد تم إغلاقه", Stance::Neutral, Polarity::Asserted);
        check("بلاده تعتزم إغلاق الجسر", Stance::Neutral, Polarity::Planned);
        check("المهلة تنتهي غدا", Stance::Neutral, Polarity::Planned);
    }

    #[test]
    fn conditions_in_one_noun_and_any_that_does_not() {
        check("اقتحام الجسر في حال الرفض", Stance::Planning, Polarity::Conditional);
        check("استئناف القصف في حال تعرض مقراتها للهجوم", Stance::Planning, Polarity::Conditional);
        check("أي اتفاق لا يشارك فيه الأهالي مرفوض", Stance::Neutral, Polarity::Asserted);
        check("أي اتفاق لم يوقع", Stance::Neutral, Polarity::Denied);
    }

    #[test]
    fn a_negation_behind_until_and_under_a_pledge() {
        check("حتى الآن لم تصل أي مساعدات إلى المخيم", Stance::Neutral, Polarity::Denied);
        check("قواته لن تقصف المدينة", Stance::Planning, Polarity::Denied);
        check("لا تقربوا الحاجز", Stance::Neutral, Polarity::Asked);
    }

    #[test]
    fn a_condition_by_what_follows_from_it() {
        check("إن تكرر ذلك فسنغلق المعابر", Stance::Neutral, Polarity::Conditional);
        check("سنغادر ان لم تتوقف الغارات", Stance::Neutral, Polarity::Conditional);
        check("ولا يزال الشاب رهن الاعتقال", Stance::Neutral, Polarity::Asserted);
    }

    #[test]
    fn what_may_come_and_what_is_not_confirmed_stays_open() {
        check("المساعدات قد تصل خلال أيام", Stance::Neutral, Polarity::Doubted);
        check("الشركة قد توقفت عن العمل", Stance::Neutral, Polarity::Asserted);
        check("لم يتأكد بعد مقتل القيادي", Stance::Neutral, Polarity::Doubted);
        check("الهجوم نفذته على ما يبدو خلايا نائمة", Stance::Neutral, Polarity::Doubted);
        check("يجب على المنظمات التحرك", Stance::Neutral, Polarity::Asked);
    }
}
