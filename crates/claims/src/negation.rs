//! How the main predicate of a clause is negated: rejected, but for something, or bound in time.

use crate::derived::{is_adjective, is_verbal_noun};
use crate::marked::Marked;
use crate::polarity::is_finite;
use crate::words::{Class, Shape};
use std::ops::Range;

/// How far into a clause its main predicate is looked for, in tokens: 10 to 40. Subjects longer than this are lists.
pub(crate) const PREDICATE: usize = 25;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Negation {
    None,
    Denies,
    /// لا يزال, لم يبق سوى, لا يتجاوز.
    Excepted,
    /// لن … قبل.
    BoundInTime,
}

/// How the main predicate is negated.
pub(crate) fn negation(doc: &Marked<'_>, tokens: Range<usize>) -> Negation {
    let limit = tokens.end.min(tokens.start + PREDICATE);
    let first = tokens.start + usize::from(doc.is_quote(tokens.start));
    let mut relative = false;
    let mut relative_verb = None;
    // Inside a parenthesis between commas, up to this token.
    let mut aside = tokens.start;
    if opens_with_verb(doc, tokens.start) {
        return Negation::None;
    }
    for i in after_adjunct(doc, tokens.start, limit)..limit {
        if doc.is_sign(i, &["،", ","]) && i >= aside {
            // 90 ألف نسمة، ثلثهم نازحون، لم يتلقوا …
            let some_of_them = doc.key(i + 1).ends_with("هم") && !doc.is(i + 1, Class::Negator);
            let parenthesis =
                doc.is(i + 1, Class::Relative) || doc.is(i + 1, Class::Preposition) || some_of_them;
            let close = (i + 1..limit).find(|j| doc.is_sign(*j, &["،", ","]));
            // المهلة، ومدتها 150 ساعة، لن تُمدد
            let amid = |c: usize| {
                doc.is(c + 1, Class::Negator) && doc.has_pronoun(i + 1) && doc.key(i + 1).starts_with('و')
            };
            let parenthesis = parenthesis || close.is_some_and(amid);
            match close.filter(|_| parenthesis) {
                Some(close) => aside = close + 1,
                None => return Negation::None,
            }
        }
        if i < aside && i > tokens.start {
            continue;
        }
        if doc.is(i, Class::Absence) && i == tokens.start {
            return Negation::Denies;
        }
        // ما من قرار بهذا الخصوص
        if i == first && doc.key(i) == "ما" && doc.key(i + 1) == "من" {
            return negated(doc, i, tokens.end);
        }
        if doc.is(i, Class::Negator) && describes_indefinite(doc, i, tokens.start) {
            relative = true;
            continue;
        }
        if doc.is(i, Class::Negator) && !relative && is_negator(doc, i, tokens.start) {
            return negated(doc, i, tokens.end);
        }
        let subordinate = doc.is(i, Class::That) && i > tokens.start;
        // حتى الآن لم تصل أي مساعدات: until then, no clause of its own.
        let until = doc.bare(i) == "حتي" && !is_finite(doc, i + 1) && !doc.is(i + 1, Class::Negator);
        if subordinate || !until && matches!(doc.bare(i), "لان" | "حتي" | "كي" | "لكي") {
            return Negation::None;
        }
        // عدد من لم يغادروا لا يتجاوز …
        let whoever = matches!(doc.key(i), "من" | "ما")
            && (is_finite(doc, i + 1) || i > first && doc.is(i + 1, Class::Negator));
        if doc.is(i, Class::Relative) || whoever {
            relative = true;
            // التي نفذتها قوة خاصة: a verb that no list knows, with the pronoun of its object.
            let own = doc.is(i, Class::Relative) && is_word_with_object(doc, i + 1);
            relative_verb = own.then_some(i + 1);
        } else if is_finite(doc, i) || relative_verb == Some(i) {
            if !relative {
                return Negation::None;
            }
            relative = false;
        }
    }
    Negation::None
}

/// Words of an adjunct before the comma that parts it from its clause: 4 to 10.
const ADJUNCT: usize = 6;

/// من أصل 28 هجوماً شنها التنظيم، لم ينجح أي منها: where the main clause begins behind an adjunct that a comma parts from its
/// negator.
fn after_adjunct(doc: &Marked<'_>, start: usize, limit: usize) -> usize {
    let comma = (start..limit).find(|i| doc.is_sign(*i, &["،", ","]));
    // A verb of its own makes a clause of what stands before; that of a relative clause does not.
    let tells = |i: usize| is_finite(doc, i) && !doc.is(i - 1, Class::Relative) && !doc.has_pronoun(i);
    let main = |c: usize| {
        let negator =
            doc.is(c + 1, Class::Negator) && !doc.key(c + 1).starts_with('و') && doc.bare(c + 1) != "ما";
        let clause = (start + 1..c).any(|i| doc.is(i, Class::That) || tells(i));
        // Any other adjunct may hold a clause that no list knows; a share of something and a named place hold none.
        let share = doc.key(start) == "من" && matches!(doc.key(start + 1), "اصل" | "بين" | "جمله");
        let place = doc.bare(start) == "في" && doc.mention_from(start + 1).is_some() && c - start <= ADJUNCT;
        negator && !clause && (share || place)
    };
    // أياً يكن مصير الاتفاق، فإن العودة ليست مطروحة
    let then = |c: usize| doc.key(c + 1) == "فان";
    let concedes = |c: usize| {
        let opens =
            matches!(doc.bare(start), "ايا" | "مهما" | "رغم" | "برغم") || doc.is(start, Class::Preposition);
        then(c) && opens
    };
    comma.filter(|c| main(*c) || concedes(*c)).map_or(start, |c| c + 1 + usize::from(then(c)))
}

/// نفذتها, شنّه: what a relative clause begins with, a verb with the pronoun of what it describes.
fn is_word_with_object(doc: &Marked<'_>, i: usize) -> bool {
    let key = doc.key(i);
    doc.has_pronoun(i)
        && doc.marks[i].mention.is_none()
        && key.chars().count() >= 4
        && !key.starts_with("ال")
        && ![Class::Preposition, Class::Negator, Class::Auxiliary].iter().any(|class| doc.is(i, *class))
}

/// من أطلق النار حارس لا ينتمي إليها: a clause that describes an indefinite noun behind a full subject.
fn describes_indefinite(doc: &Marked<'_>, i: usize, start: usize) -> bool {
    // ما لم يقله البيان أن …
    if i == start + 1 && doc.bare(start) == "ما" && doc.has_pronoun(i + 1) {
        return true;
    }
    // طائرات لم يتبينوا هويتها ألقت براميل
    let pronoun = (i + 2..i + 4).any(|j| doc.has_pronoun(j) && doc.marks[j].mention.is_none());
    let hers = |key: &str| key.ends_with('ت') && !key.ends_with("ات") && key.chars().count() >= 4;
    let verb = |j: usize| is_finite(doc, j) || hers(doc.key(j));
    if i == start + 1
        && doc.is_word(start)
        && pronoun
        && !doc.key(start).starts_with("ال")
        && doc.marks[start].mention.is_none()
    {
        return (i + 3..i + 6).take_while(|j| !doc.is_break(*j)).any(verb);
    }
    if i < start + 2 || doc.marks[i].conjoined {
        return false;
    }
    // المفاوضات بشأن خمسة آخرين لم تُختتم: of her, not of them.
    let masculine = doc.key(i - 1).ends_with("ين") || doc.key(i - 1).ends_with("ون");
    if masculine
        && doc.key(i + 1).starts_with('ت')
        && !doc.has_pronoun(i + 2)
        && doc.key(start).ends_with("ات")
    {
        return false;
    }
    let (before, key) = (i - 1, doc.key(i - 1));
    // أي اتفاق لا يشارك فيه الأهالي مرفوض
    let of_it = |j: usize| {
        matches!(doc.key(j), "فيه" | "فيها" | "به" | "بها" | "عليه" | "عليها" | "منه" | "منها" | "له" | "لها")
    };
    if doc.bare(start) == "اي" && before == start + 1 && (i + 2..i + 5).any(of_it) {
        return true;
    }
    let indefinite = doc.is_word(before)
        && !key.starts_with("ال")
        && doc.marks[before].mention.is_none()
        && doc.form(before).is_none()
        && !["ها", "هم", "نا", "كم", "وا"].iter().any(|e| key.ends_with(e))
        && !matches!(
            key,
            "احد"
                | "احدا"
                | "جهه"
                | "انه"
                | "انها"
                | "انهم"
                | "هو"
                | "هي"
                | "هم"
                | "نحن"
                | "منهم"
                | "منها"
        );
    // ما جرى خيانة لا تُغتفر
    let subject = doc.key(start) == "ما" && before > start + 1
        || (start..before).any(|j| doc.key(j).starts_with("ال") || doc.marks[j].mention.is_some());
    let construct =
        before > start && !doc.key(before - 1).starts_with("ال") && doc.marks[before - 1].mention.is_none();
    // استهداف مواقع لا وجود فيها لأحد
    let named = doc.marks[start].happening.is_some_and(|h| !h.verb);
    i >= start + 3 && indefinite && (named || subject && (construct || is_adjective(key)))
}

/// تزرع تلك النباتات: a present of she at the head, by the definite noun after it.
fn opens_with_verb(doc: &Marked<'_>, i: usize) -> bool {
    let key = doc.bare(i);
    let next = doc.key(i + 1);
    let definite = next.starts_with("ال") || matches!(next, "تلك" | "هذه" | "هذا");
    key.starts_with('ت')
        && key.chars().count() >= 4
        && definite
        && !key.ends_with('ه')
        && !is_verbal_noun(key)
        && doc.marks[i].happening.is_none()
}

/// ما is a negator only between a subject and its verb; لا at the head of the clause or before a verb.
fn is_negator(doc: &Marked<'_>, i: usize, start: usize) -> bool {
    // طفلان لا ثلاثة, لا غير, لا أكثر ولا أقل
    // بلغ 146 وليس 120
    let corrects = matches!(doc.bare(i), "لا" | "ليس" | "وليس")
        && i > start
        && (doc.figure_from(i + 1)
            || doc.is_number(i + 1)
            || doc.bare(i) == "لا" && matches!(doc.key(i + 1), "غير" | "اكثر" | "اقل"));
    if corrects {
        return false;
    }
    if doc.bare(i) == "لا" {
        return i <= start + 4 || is_finite(doc, i + 1) || doc.key(i + 1).starts_with('ت');
    }
    if doc.bare(i) != "ما" {
        return true;
    }
    // ما عاد في الحي أحد
    let again = matches!(doc.key(i + 1), "عاد" | "عادت" | "عادوا" | "عدنا");
    // ما رأينا حاجزاً; not ما لدينا
    let ours = doc.key(i + 1).ends_with("نا")
        && doc.key(i + 1).chars().count() >= 5
        && !doc.is(i + 1, Class::Preposition)
        && !doc.key(i + 1).starts_with("لدي")
        && doc.key(i + 2).ends_with('ا');
    if (again || ours) && i <= start + 1 {
        return true;
    }
    let subject = i > start
        && (doc.key(i - 1).starts_with("ال") || doc.marks[i - 1].mention.is_some())
        && !doc.is(i - 1, Class::Preposition);
    let past = doc.marks.get(i + 1).is_some_and(|m| {
        m.form.is_some_and(|f| f.shape == Shape::Past) || m.happening.is_some_and(|h| h.verb)
    });
    // براميل النظام ما توقفت لحظة
    let next = doc.key(i + 1);
    // …، ما أدى إلى مقتل خمسة: which did.
    if matches!(next, "دام" | "دامت" | "داموا") || RESULTS.iter().any(|verb| next.starts_with(verb))
    {
        return false;
    }
    let hers = next.strip_suffix('ت').is_some_and(|stem| stem.chars().count() >= 3 && !stem.ends_with('ا'));
    // فوالله ما سلّمناه
    let sworn = i > 0 && matches!(doc.key(i - 1), "والله" | "فوالله" | "وربي" | "قسما");
    // الاحتلال ما سمح لسيارة واحدة
    let his = next.chars().count() == 3
        && !NOUNS_OF_THREE.contains(&next)
        && !doc.is(i + 1, Class::Preposition)
        && !doc.is(i + 1, Class::NotBeforeThat)
        && doc.ctx.lexicon.nouns.read(next).is_none()
        && doc.key(i + 2) != "الي"
        && (doc.key(i + 2).starts_with("ال") || doc.key(i + 2).starts_with('ل'));
    sworn || subject && (past || hers || his || next.ends_with("وا"))
}

/// Nouns written with three letters, as the past of he is.
const NOUNS_OF_THREE: [&str; 16] = [
    "عدد", "ملف", "ثلث", "ربع", "خطر", "وضع", "جزء", "خبر", "شرط", "سبب", "هدف", "حجم", "نصف", "ثمن", "سعر",
    "حرب",
];

/// What a clause before ما brought about: ما أدى إلى …, ما دفع السكان إلى ….
const RESULTS: [&str; 14] = [
    "ادي",
    "ادت",
    "اسفر",
    "دفع",
    "جعل",
    "اضطر",
    "اثار",
    "تسبب",
    "استدع",
    "حدا",
    "يعني",
    "خلف",
    "اوقع",
    "ترك",
];

/// Words behind a negator, asides apart, within which what it excepts, or its bound, stands: 10 to 20.
const NEGATED: usize = 13;

fn negated(doc: &Marked<'_>, at: usize, end: usize) -> Negation {
    // ليس هناك أي شك في أن …
    let there = at + 1 + usize::from(matches!(doc.key(at + 1), "هناك" | "ثمه" | "لدي" | "لدينا"));
    let doubt = there + usize::from(doc.key(there) == "اي");
    if doc.is(at + 1, Class::AssertingNegation) || matches!(doc.key(doubt), "شك" | "ريب" | "جدال" | "مراء")
    {
        return Negation::Excepted;
    }
    let clause = at + 1..end.min(at + 1 + NEGATED);
    // لم تمض ساعتان حتى …: how soon, no denial.
    let soon = matches!(doc.key(at + 1), "يمض" | "تمض" | "يمضي" | "تمضي" | "يمر" | "تمر" | "يكد" | "تكد");
    let (mut i, mut limit, mut bound, mut measure) = (at, clause.end, false, false);
    while i + 1 < limit {
        i += 1;
        if doc.is_sign(i, &["،", "؛", "."]) {
            // لا تغطي، وفق مديرية المياه، سوى ربع الحاجة
            let Some(close) = doc.aside_end(i, end.min(i + NEGATED)) else { break };
            limit = end.min(limit + close + 1 - i);
            i = close;
            continue;
        }
        if doc.is_break(i) {
            break;
        }
        // لا تملك خياراً غير القتال, غير شهرين: but for that; القرارات غير القانونية: not so.
        let counted = doc.figure_from(i + 1) || doc.is_number(i + 1);
        let but = doc.key(i + 1).starts_with("ال") && !doc.key(i - 1).starts_with("ال") || counted;
        if doc.is(i, Class::Exception) && (doc.bare(i) != "غير" || but) || soon && doc.key(i) == "حتي" {
            return Negation::Excepted;
        }
        bound |= doc.bare(at) == "لن" && matches!(doc.key(i), "قبل" | "حتي");
        // لا تغطي أكثر من 15%: a bound, as the figure is read.
        measure |= matches!(doc.key(i), "اكثر" | "ازيد" | "لاكثر" | "لازيد")
            && doc.key(i + 1) == "من"
            && (doc.is_number(i + 2) || doc.figure_from(i));
    }
    // أصغرهم لم يبلغ 17 سنة, عددهم لم يصل إلى أربعمئة
    let to = at + 2 + usize::from(doc.key(at + 2) == "الي");
    let reached =
        matches!(doc.key(at + 1), "يبلغ" | "تبلغ" | "يبلغوا" | "يبلغا" | "يبلغن" | "يصل" | "تصل" | "يصلوا")
            && (to > at + 2 || doc.key(at + 1).contains("بلغ"))
            && (doc.is_number(to) || doc.figure_from(to));
    measure |= reached;
    match (bound, measure) {
        (true, _) => Negation::BoundInTime,
        (_, true) => Negation::Excepted,
        _ => Negation::Denies,
    }
}
