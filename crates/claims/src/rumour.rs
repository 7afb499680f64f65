//! Rumours: «صحة الأنباء التي تحدثت عن …», «ما نشرته صفحات عن …», «مزاعم دمشق عن …».
//!
//! News text hangs what somebody else has told under a noun of telling. The words before عن are no part of what
//! is told; who tells it is a second voice.

use crate::derived::is_verbal_noun;
use crate::marked::Marked;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Shape, Stance};

/// Nouns that doubt what they name.
const DOUBTED: [&str; 4] = ["مزاعم", "المزاعم", "ادعاءات", "الادعاءات"];

/// Verbs by which something is told without a teller of its own.
const TOLD: [&str; 12] =
    ["ورد", "جاء", "اثير", "يثار", "اشيع", "يشاع", "تردد", "يتردد", "قيل", "يقال", "نسب", "ينسب"];

/// True of a verb by which something is told without a teller (قيل, ورد).
pub(crate) fn is_told(key: &str) -> bool {
    TOLD.contains(&key)
}

/// Who told it first, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rumour {
    /// Who told it; `None` where nobody is named.
    pub speaker: Option<Phrase>,
    /// How it was told.
    pub stance: Stance,
}

/// Where what is told begins (token, and its letters that are no part of it), and who told it, where a rumour's
/// words begin at `at`.
pub(crate) fn rumour(doc: &Marked<'_>, at: usize, end: usize) -> Option<(usize, usize, Rumour)> {
    let mut i = at;
    while doc.is(i, Class::Verifiable) && i < end {
        i += 1;
    }
    // لما, للأنباء
    let key = doc.key(i);
    let governed = key
        .strip_prefix("لل")
        .map(|rest| format!("ال{rest}"))
        .or_else(|| key.strip_prefix('ب').map(str::to_owned));
    let noun = match key {
        "لما" | "مما" | "عما" | "بما" => "ما",
        _ => governed.as_deref().filter(|n| doc.words.classes(n).0.has(Class::Rumour)).unwrap_or(doc.bare(i)),
    };
    // الرقم الذي أوردته القناة عن …
    let told = || {
        let bare = noun.strip_prefix("ال").unwrap_or(noun);
        doc.is(i + 1, Class::Relative) && doc.words.classes(bare).0.has(Class::Told)
    };
    if !doc.words.classes(noun).0.has(Class::Rumour) && !told() || doc.marks.get(i)?.form.is_some() {
        return None;
    }
    let relative_only = noun == "ما";
    let charges = matches!(noun, "اتهامات" | "الاتهامات" | "مزاعم" | "المزاعم" | "ادعاءات" | "الادعاءات");
    // في حصيلة نشرتها اليوم: a statement of whoever speaks.
    let dated = doc.marks.get(i + 2).is_some_and(|m| m.date.is_some());
    if !relative_only
        && dated
        && at > 0
        && doc.key(at - 1) == "في"
        && doc.form(i + 1).is_some_and(|f| f.object)
    {
        return None;
    }
    // أوردت نبأ مقتل …
    let happening = |i: usize| doc.marks.get(i).is_some_and(|m| m.happening.is_some_and(|h| !h.verb));
    if matches!(noun, "نبا" | "خبر" | "خبرا" | "انباء") && happening(i + 1) {
        return Some((i + 1, 0, Rumour { speaker: None, stance: Stance::Neutral }));
    }
    let mut stance = if DOUBTED.contains(&noun) { Stance::Doubting } else { Stance::Neutral };
    i += 1;
    // الأنباء المتداولة حول …
    i += usize::from(matches!(
        doc.key(i),
        "المتداوله"
            | "المتداول"
            | "المنتشره"
            | "المزعومه"
            | "المذكوره"
            | "المنسوبه"
            | "المغلوطه"
            | "الكاذبه"
            | "الاخيره"
            | "مفاده"
            | "مفادها"
            | "القائله"
            | "القائل"
    ));
    let mut verbs = 0;
    let mut speaker = None;
    let mut takes_b = false;
    for _ in 0..2 {
        while i < end && (doc.is(i, Class::Relative) || doc.is(i, Class::Auxiliary)) {
            i += 1;
        }
        let told_of = relative_only && verbs == 0 && TOLD.contains(&doc.key(i));
        if let Some(form) = doc.form(i).filter(|f| f.shape != Shape::Participle && !told_of) {
            let verb = doc.words.verb(form);
            takes_b = verb.governs("ب");
            // ما تدّعيه دمشق عن …: doubted, by the word itself; what is only spread (ما أشاعته صفحات) is told.
            if relative_only && verb.stance == Stance::Doubting && verb.takes("object") {
                stance = Stance::Doubting;
            }
            verbs += 1;
            i += 1;
        } else if told_of {
            // ما ورد في تصريحات الوزير بشأن …, ما أُثير حول …
            verbs += 1;
            i += 1 + usize::from(
                doc.key(i + 1) == "في" || doc.key(i + 1) == "علي" && doc.key(i + 2) == "لسان",
            );
            i += usize::from(doc.is(i, Class::Rumour) || doc.is(i, Class::Statement) || doc.key(i) == "لسان");
        }
        while matches!(
            doc.key(i),
            "له" | "لها" | "لهم" | "به" | "بها" | "عنه" | "فيه" | "اليه" | "اليها" | "اليهم"
        ) {
            i += 1;
        }
        let governed =
            takes_b && doc.key(i).starts_with('ب') && doc.marks.get(i).is_some_and(|m| m.mention.is_none());
        if governed {
            break;
        }
        if speaker.is_none() {
            let bound = if charges && verbs == 0 { Bound::Object } else { Bound::Sign };
            let limit = if relative_only { before_of(doc, i, end) } else { end };
            speaker = phrase(doc, i, limit, bound, None).filter(|p| doc.key(p.from) != "و");
            i = speaker.as_ref().map_or(i, |p| p.to);
            // اتهامات واشنطن لها بقصف …
            if verbs == 0 && matches!(doc.key(i), "له" | "لها" | "لهم") {
                i += 1;
            }
            // ما ذكرته مصادر لرويترز من أن …
            let medium = doc.mention_from(i).filter(|m| {
                speaker.is_some() && verbs > 0 && doc.outlet_from(i) && m.span.start() > doc.span(i).start()
            });
            i = medium.map_or(i, |m| doc.after(m.span));
            // ما قاله الوجهاء لـ"عنب بلدي" عن …
            let quoted = i + 1 + usize::from(doc.is_sign(i + 1, &["ـ"]));
            if speaker.is_some() && doc.key(i) == "ل" && doc.is_quote(quoted) {
                i = doc.closing(quoted, end).map_or(i, |close| close + 1);
            }
            // ما ذكرته القناة نقلاً عن ضابط من أن …
            if doc.key(i) == "نقلا"
                && doc.key(i + 1) == "عن"
                && let Some(origin) = phrase(doc, i + 2, end, Bound::Sign, None)
            {
                i = origin.to;
                speaker = Some(origin);
            }
            i = past_day(doc, i, end);
        }
    }
    // رواية الشرطة القائلة إن …
    let saying = usize::from(matches!(doc.key(i), "القائله" | "القائل") && doc.is(i + 1, Class::That));
    i += saying;
    if relative_only && verbs == 0 {
        return None;
    }
    let rumour = Rumour { speaker, stance };
    if doc.is(i, Class::About) {
        let that = usize::from(doc.is(i + 1, Class::That));
        return Some((i + 1 + that, 0, rumour));
    }
    if doc.key(i) == "من" && doc.is(i + 1, Class::That) {
        return Some((i + 2, 0, rumour));
    }
    // ما أعلنته الفصائل من أسر …
    let told = happening(i + 1)
        || is_verbal_noun(doc.key(i + 1))
        || doc.figure_from(i + 2)
        || speaker_told(&rumour) && !doc.key(i + 1).starts_with("ال") && !doc.is(i + 1, Class::That);
    if relative_only && doc.key(i) == "من" && told {
        return Some((i + 1, 0, rumour));
    }
    // مزاعم أنقرة بأن …
    let named = rumour.speaker.as_ref().is_none_or(|p| doc.mention_from(p.from).is_some());
    let told_by = !relative_only && named && matches!(doc.key(i), "ان" | "بان");
    if (verbs > 0 || told_by || saying > 0) && doc.is(i, Class::That) {
        return Some((i + 1, 0, rumour));
    }
    // اتهامات واشنطن بقصف …
    let clitic = (verbs > 0 || charges && speaker_told(&rumour))
        && doc.key(i).starts_with('ب')
        && doc.is_word(i)
        && !doc.is(i, Class::Preposition);
    clitic.then_some((i, 1, rumour))
}

/// ما زعمه البيت الأبيض من تحضيرات …: where the teller, a name, ends before what is told behind من.
fn before_of(doc: &Marked<'_>, at: usize, end: usize) -> usize {
    let of = doc.mention_from(at).map(|m| doc.after(m.span)).filter(|i| doc.key(*i) == "من");
    of.filter(|i| doc.mention_from(i + 1).is_none() && !doc.key(i + 1).starts_with("ال")).unwrap_or(end)
}

/// ما بثّه التلفزيون، مساء السبت، عن …: one past the day between commas, or bare.
fn past_day(doc: &Marked<'_>, at: usize, end: usize) -> usize {
    let comma = |i: usize| doc.is_sign(i, &["،", ","]);
    let dated = |i: &usize| *i < end && doc.marks[*i].date.is_some();
    let first = at + usize::from(comma(at));
    let past = (first..end).take_while(dated).last().map_or(first, |i| i + 1);
    if past == first { at } else { past + usize::from(comma(past)) }
}

/// True where somebody is named who told it.
fn speaker_told(rumour: &Rumour) -> bool {
    rumour.speaker.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marked::sample::marked;

    fn check(text: &str, content: Option<&str>, teller: Option<&str>, stance: Stance) {
        marked(text, |doc| {
            let found = rumour(doc, 0, doc.marks.len());
            let start = found.as_ref().map(|(i, cut, _)| doc.past_letters(*i, *cut));
            assert_eq!(start.map(|s| &text[s..]), content, "{text}");
            let Some((_, _, rumour)) = found else { return };
            let words = |p: &Phrase| &text[doc.span(p.from).start()..doc.span(p.to - 1).end()];
            assert_eq!(rumour.speaker.as_ref().map(words), teller, "{text}");
            assert_eq!(rumour.stance, stance, "{text}");
        });
    }

    #[test]
    fn the_content_begins_after_the_words_of_telling() {
        check("ما نشرته صفحات محلية عن هجوم وشيك", Some("هجوم وشيك"), Some("صفحات محلية"), Stance::Neutral);
        check("صحة الأنباء التي تحدثت عن انسحاب الحرس", Some("انسحاب الحرس"), None, Stance::Neutral);
        check("المعلومات حول إغلاق المعبر", Some("إغلاق المعبر"), None, Stance::Neutral);
        check("مزاعم الحكومة عن وصول القمح", Some("وصول القمح"), Some("الحكومة"), Stance::Doubting);
        check("تقارير أفادت بوصول القافلة", Some("وصول القافلة"), None, Stance::Neutral);
    }

    #[test]
    fn relays_days_and_media_between_teller_and_content() {
        check("ما نشرته القناة أمس عن هجوم وشيك", Some("هجوم وشيك"), Some("القناة"), Stance::Neutral);
        check(
            "ما نشرته القناة نقلاً عن شهود من أن الجسر مغلق",
            Some("الجسر مغلق"),
            Some("شهود"),
            Stance::Neutral,
        );
        check("ما زعمته دمشق من تحضيرات لهجوم", Some("تحضيرات لهجوم"), Some("دمشق"), Stance::Doubting);
        check("ما أشاعته صفحات عن هجوم وشيك", Some("هجوم وشيك"), Some("صفحات"), Stance::Neutral);
        check("الرقم الذي أوردته القناة عن قتلى الجيش", Some("قتلى الجيش"), Some("القناة"), Stance::Neutral);
    }

    #[test]
    fn what_happened_is_no_rumour() {
        check("ما حدث في السوق حريق", None, None, Stance::Neutral);
        check("سيطرة الجيش على التلة", None, None, Stance::Neutral);
    }
}
