//! What a word before a number does not tell though it looks so, and what it tells by more than itself: deaths in a sentence
//! or a threat, negated harm, losses of one's own fighters, people who fell into somebody's hands.

use super::governor::{Governor, ends_clause};
use super::{Draft, Place, Reader};
use crate::lexicon::EntityId;
use crate::lexicon::nouns::Count;
use crate::reading::{Group, Status};

/// لم, لن, with what joins them on.
pub(super) fn is_negator(key: &str) -> bool {
    matches!(key.trim_start_matches(['و', 'ف']), "لم" | "لن")
}

/// لم يُصب أي من موظفي الإغاثة الخمسة والعشرين: harm that did not come. With سوى or a bound (لم يُقتل أكثر من خمسة) the figure
/// stands.
pub(super) fn spares(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    let negated = at.checked_sub(1).is_some_and(|b| is_negator(reader.key(b)));
    let excepted = (at + 1..first + 1)
        .any(|i| matches!(reader.key(i), "سوي" | "الا" | "غير" | "اكثر" | "ازيد" | "اقل" | "فقط"));
    negated && !excepted
}

/// وقع في قبضتهم أربعة أحياء, سقط في أيدينا ثلاثة ضباط: taken by whoever held them.
pub(super) fn in_hands(reader: &Reader<'_>, at: usize) -> Option<Governor> {
    const HANDS: [&str; 6] = ["قبض", "ايدي", "يد", "اسر", "الاسر", "قبضه"];
    let key = reader.key(at);
    let hand = HANDS
        .iter()
        .filter_map(|hand| key.strip_prefix(hand))
        .any(|rest| matches!(rest, "" | "ه" | "ته" | "تها" | "تهم" | "تنا" | "نا" | "هم" | "ها"));
    let fell = at.checked_sub(2).filter(|_| hand && reader.key(at - 1) == "في").is_some_and(|v| {
        let verb = reader.key(v).trim_start_matches(['و', 'ف']);
        matches!(verb, "قع" | "وقع" | "وقعت" | "وقعوا" | "قعوا" | "يقع" | "سقط" | "سقطت" | "سقطوا")
    });
    fell.then_some(Governor {
        status: Status::Captured,
        of_this: true,
        dying: false,
        freeing: false,
        next_to: false,
        of_clause: true,
        listed: false,
    })
}

/// حكمت المحكمة بإعدام ستة, هددوا بقتل خمسة رهائن: a death in a sentence or a threat, which is not yet one.
pub(super) fn only_said(reader: &Reader<'_>, at: usize, place: &Place<'_>) -> bool {
    const SAID: [&str; 10] =
        ["حكم", "احكام", "الحكم", "هدد", "يهدد", "تهديد", "توعد", "يتوعد", "طالب", "يطالب"];
    let said = |key: &str| {
        let key = key.trim_start_matches('و');
        SAID.iter().filter_map(|word| key.strip_prefix(word)).any(|ending| ending.chars().count() <= 2)
    };
    let deed = reader.key(at).trim_start_matches('ب').trim_start_matches("ال");
    let told = matches!(deed, "اعدام" | "اعدامهم" | "قتل" | "قتلهم")
        && (reader.key(at).starts_with('ب') || deed == "اعدام");
    // نفذ حكم الإعدام; طالب بمحاسبة المتهمين بقتل خمسة
    let other = |key: &str| key.contains("نفذ") || key.contains("تنفيذ") || key.starts_with('ب');
    let back = (1..=SAID_REACH).filter_map(|n| at.checked_sub(n)).take_while(|i| {
        reader.tokens[*i].span.start() >= place.sentence.start() && !ends_clause(reader.key(*i))
    });
    let mut words = back.map(|i| reader.key(i));
    told && words.clone().any(said) && !words.any(other)
}

/// Words between a court or one who threatens and the deed: 2 to 6.
const SAID_REACH: usize = 5;

/// فقدت الكتائب ثلاثين من عناصرها: whoever loses fighters has them killed; فُقد 5 are missing.
pub(super) fn is_loss(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    // إن الحزب فقد نحو مئة مقاتل, فقدنا 19 طبيباً
    let before = at.checked_sub(1).is_some_and(|b| {
        reader.mention_at(b).is_some_and(super::side::is_party) || super::side::by_head(reader, b).is_some()
    });
    if super::loss::is_first_person(reader.key(at)) {
        return true;
    }
    // فُقد الاتصال بأربعين: nobody's loss.
    let contact = matches!(reader.key(at + 1), "الاتصال" | "الاثر" | "اثر");
    let word = reader.key(at).trim_start_matches('و');
    let loses = matches!(word, "فقد" | "فقدت" | "تفقد" | "يفقد") && !contact;
    // فقد سبعة من المتطوعين حياتهم
    let life = |i: usize| matches!(reader.key(i), "حياتهم" | "حياته" | "حياتها" | "حياتهما" | "ارواحهم");
    let losing = loses || word.ends_with("فقدان");
    if losing && (first..first + LIFE_REACH).take_while(|i| reader.is_word(*i)).any(life) {
        return true;
    }
    let subject =
        at + 1 < first && (reader.mention_at(at + 1).is_some() || reader.key(at + 1).starts_with("ال"));
    // وفقدت في العملية مقاتلاً واحداً, الأخير فقد هناك ثمانين مقاتلاً: fighters whom their own side lost.
    let fighters = (first.saturating_sub(1)..first + LOST_REACH).any(|i| {
        reader.noun(i).is_some_and(|f| f.noun.group == Some(Group::Fighter) && f.proclitics.is_empty())
    });
    let theirs = matches!(reader.key(at).trim_start_matches('و'), "فقدت" | "تفقد" | "يفقد")
        || at.checked_sub(1).is_some_and(|b| reader.key(b).starts_with("ال") && reader.is_word(b));
    // إنه فقد جنديين: an object, where فُقد جنديان would be a subject.
    let object = |i: usize| {
        let two = reader.noun(i).filter(|f| f.count == Count::Two && f.proclitics.is_empty());
        two.is_some_and(|f| f.noun.group == Some(Group::Fighter)) && reader.key(i).ends_with("ين")
    };
    let theirs = theirs || object(first) || at > 0 && matches!(reader.key(at - 1), "انه" | "انها");
    if loses && fighters && theirs {
        return true;
    }
    let own = (first..first + 4)
        .any(|i| reader.noun(i).is_some_and(|f| !f.pronoun.is_empty() && f.noun.is_person()));
    loses && (subject || own || before)
}

/// شهداؤنا, جرحاها, قتلاهم: the dead or hurt under a pronoun, whose noun is written otherwise there. What befell them, and whether
/// they are ours.
pub(super) fn own_dead(key: &str) -> Option<(Status, bool)> {
    const STEMS: [(&str, Status); 9] = [
        ("شهداؤ", Status::Killed),
        ("شهدائ", Status::Killed),
        ("شهداء", Status::Killed),
        ("قتلا", Status::Killed),
        ("جرحا", Status::Wounded),
        ("مصابو", Status::Wounded),
        ("اسرا", Status::Captured),
        ("مفقودو", Status::Missing),
        ("مفقودي", Status::Missing),
    ];
    let word = key.strip_prefix('و').unwrap_or(key);
    STEMS.iter().find_map(|(stem, status)| {
        let pronoun = word.strip_prefix(stem)?;
        matches!(pronoun, "نا" | "ه" | "ها" | "هم").then_some((*status, pronoun == "نا"))
    })
}

/// Words of a bound, its number and noun (ما بين خمسين وستين مقاتلاً): 3 to 6.
const LOST_REACH: usize = 5;

/// Words of a figure between فقد and حياتهم: 4 to 12.
pub(super) const LIFE_REACH: usize = 8;

/// Words between a word of loss and its figure, a bound among them: 6 to 12.
const OWN_REACH: usize = 8;

/// قتلاه لم يتجاوزوا 17, انسحبوا مخلفين خمسين قتيلاً, قدّموا مئة شهيد, خسائر فادحة: 22 قتيلاً: the dead and hurt of those who fight.
pub(super) fn of_own_toll(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> bool {
    let hurt = matches!(draft.quantity.status, Some(Status::Killed | Status::Wounded | Status::Missing));
    let open = draft.own_group.is_none() && (draft.own_status.is_some() || draft.elided);
    if !draft.person || !hurt || !open || draft.part {
        return false;
    }
    let signals = &reader.lexicon.signals;
    let start = place.sentence.start();
    let back = || {
        let back = (1..=OWN_REACH).filter_map(|n| draft.first.checked_sub(n));
        back.take_while(|at| {
            reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛" | "،" | ",")
        })
    };
    let theirs = |key: &str| super::side::own_loss(signals, key) && !key.ends_with("هم");
    let left = |key: &str| {
        let word = key.trim_start_matches('و');
        matches!(word, "مخلفا" | "مخلفه" | "مخلفين" | "تاركا" | "تاركه" | "تاركين" | "راءهم" | "خلفهم")
    };
    let gave = |at: usize| matches!(reader.key(at), "قدم" | "قدمت" | "قدموا" | "يقدم" | "تقدم");
    let martyrs = draft.own_status == Some(Status::Killed) && back().take(4).any(gave);
    let colon = draft.first.checked_sub(1).is_some_and(|b| reader.key(b) == ":");
    let listed = colon
        && (2..=4).filter_map(|n| draft.first.checked_sub(n)).any(|at| reader.key(at).ends_with("خسائر"));
    back().any(|at| theirs(reader.key(at)) || left(reader.key(at))) || martyrs || listed
}

/// نفى مقتل 12 من مقاتليه مؤكداً أن الحصيلة لا تتعدى جريحين: the same losses, counted by another: whose they were said to be.
pub(super) fn restated(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Option<EntityId>> {
    let hurt =
        matches!(draft.own_status, Some(Status::Killed | Status::Wounded)) && draft.own_group.is_none();
    let start = place.sentence.start();
    let told = |at: usize| {
        matches!(reader.key(at).trim_start_matches(['و', 'ف']), "الحصيله" | "الخساير" | "الخسائر")
            || matches!(reader.key(at), "القتلي" | "الشهداء" | "الضحايا")
                && at > 0
                && matches!(reader.key(at - 1).trim_start_matches('و'), "عدد" | "حصيله")
    };
    let mut back = (1..=OWN_REACH + 4)
        .filter_map(|n| draft.first.checked_sub(n))
        .take_while(|at| reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛"));
    if !draft.person || !(hurt || draft.elided && draft.quantity.status.is_some()) || !back.any(told) {
        return None;
    }
    let before = place.before.iter().rev().find(|d| {
        d.person
            && matches!(d.quantity.status, Some(Status::Killed | Status::Wounded))
            && d.quantity.group == Some(Group::Fighter)
    })?;
    Some(before.quantity.side.clone())
}
