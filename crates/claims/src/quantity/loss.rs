//! Losses whose bearer stands further off: كبّد X قوات Y خسائر فادحة: …, تكبّد X، وفق مصدر، 26 قتيلاً, لم نخسر سوى ثلاثة, لم يخسروا
//! سوى خمسة رجال. Those who are lost so fight on the bearer's side, and are dead where nothing else is said of them.

use super::side::{by_head, inflicts, is_loss, is_party, own_loss};
use super::{Draft, Place, Reader};
use crate::lexicon::EntityId;
use crate::reading::{Group, Mention, Status};
use riwayat_text::token::readings;

/// Who bears a loss.
pub(super) struct Bearer {
    /// Whose they are, where a party is named.
    pub(super) side: Option<EntityId>,
    /// True where the word of loss is a verb, which tells of deaths.
    pub(super) dead: bool,
}

/// The bearer of the losses that a figure counts, where a word of loss governs it from afar.
pub(super) fn bearer(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Bearer> {
    let hurt = matches!(
        draft.own_status,
        Some(Status::Killed | Status::Wounded | Status::Captured | Status::Missing)
    );
    let kind = matches!(draft.own_group, None | Some(Group::Fighter | Group::Officer | Group::Prisoner));
    let fights = draft.own_group.is_some() || is_men(reader, draft);
    if !draft.person || !kind || !(hurt || fights) || draft.elided && !hurt {
        return None;
    }
    let start = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    let from = start.max(draft.first.saturating_sub(REACH));
    let inside = |at: usize| place.before.iter().rev().take(LISTED).any(|d| (d.first..d.end).contains(&at));
    for at in (from..draft.first).rev().filter(|at| !inside(*at)) {
        let key = reader.key(at);
        if ends(key) {
            return None;
        }
        if reader.mention_at(at).is_some() {
            continue;
        }
        let signals = &reader.lexicon.signals;
        if is_feared(key) && !fights {
            return None;
        }
        if is_first_person(key) || is_theirs(key) {
            return Some(Bearer { side: None, dead: true });
        }
        // خلّف المسلحون تسع جثث
        let leaves = matches!(key.trim_start_matches('و'), "خلف" | "خلفت" | "ترك" | "تركت");
        if leaves && hurt && fighters_behind(reader, at) {
            return Some(Bearer { side: None, dead: false });
        }
        // خسائرها لا تزيد على 98 مقاتلاً
        if own_loss(signals, key) && key.contains("خسائر") {
            return Some(Bearer { side: None, dead: true });
        }
        if inflicts(signals, key) {
            let side = object(reader, at, draft.first);
            return (side.is_some() || fighters_behind(reader, at)).then_some(Bearer { side, dead: true });
        }
        if is_struck(key) {
            let side = struck(reader, at, draft.first)?;
            return Some(Bearer { side: Some(side), dead: false });
        }
        if is_loss(signals, key) {
            let next = reader.skip_quotes(at + 1);
            let side = reader.mention_at(next).filter(|m| is_party(m)).map(|m| m.entity.clone());
            let side = side.or_else(|| by_head(reader, next));
            let verb = !key.contains("خسائر") && !key.contains("خساره");
            // التنظيمات تكبدت مئات القتلى, لم تخسر، بحسب قائد، سوى ستة مقاتلين: who bears it need not be named.
            let borne = key.contains("تكبد") || draft.own_group == Some(Group::Fighter);
            let contact = key.contains("فقد") && (at + 1..draft.first).any(|i| is_trace(reader.key(i)));
            // فقد أبلغ ضابط أن على 300 مقاتل أن يخرجوا: a particle, no verb.
            let particle = key == "فقد";
            if verb && borne && !particle && !contact && !other_people(reader, at + 1) && side.is_none() {
                return Some(Bearer { side: None, dead: true });
            }
            if side.is_some() || fighters_behind(reader, at) {
                return Some(Bearer { side, dead: true });
            }
            // ألحق بهم خسائر فادحة: whose, the verb before tells.
            if verb {
                return None;
            }
            continue;
        }
        if other_people(reader, at) || tells_fate(reader, at) {
            return None;
        }
    }
    None
}

/// فقد الاتصال, فقد أثرهم: nobody's loss.
fn is_trace(key: &str) -> bool {
    key == "الاتصال" || key.starts_with("اثر") || key == "الاثر"
}

/// نخسر, فقدنا: whoever speaks lost them.
pub(super) fn is_first_person(key: &str) -> bool {
    let verb = |word: &str| {
        matches!(word, "خسرنا" | "نخسر" | "فقدنا" | "نفقد" | "تكبدنا" | "نتكبد" | "سنخسر" | "سنفقد")
    };
    any_reading(key, verb)
}

/// لم يخسروا سوى خمسة: those told of before.
fn is_theirs(key: &str) -> bool {
    any_reading(key, |word| matches!(word, "يخسروا" | "خسروا" | "يتكبدوا" | "تكبدوا"))
}

/// ألحقت … بقوات X خسائر.
fn is_struck(key: &str) -> bool {
    let verb = |word: &str| {
        matches!(
            word,
            "الحق"
                | "الحقت"
                | "الحقوا"
                | "يلحق"
                | "تلحق"
                | "الحقنا"
                | "انزل"
                | "انزلت"
                | "انزلوا"
        )
    };
    any_reading(key, verb)
}

/// True of the word or of what stands behind و or ف.
fn any_reading(key: &str, test: impl Fn(&str) -> bool) -> bool {
    test(key) || key.strip_prefix(['و', 'ف']).is_some_and(test)
}

/// سنفقد: not lost yet, told of fighters only.
fn is_feared(key: &str) -> bool {
    key.contains("سنفقد") || key.contains("سنخسر")
}

/// Words and signs behind which somebody else's losses are told.
fn ends(key: &str) -> bool {
    matches!(
        key,
        "." | "؛"
            | "؟"
            | "!"
            | "\n"
            | "فيما"
            | "بينما"
            | "لكن"
            | "ولكن"
            | "مقابل"
            | "حين"
            | "اما"
            | "واما"
            | "بعد"
            | "الذي"
            | "التي"
            | "الذين"
            | "مما"
            | "ادي"
            | "ادت"
            | "اسفر"
            | "اسفرت"
    )
}

/// Whoever is the object of كبّد: the second of two names that stand side by side behind it, else the last one.
fn object(reader: &Reader<'_>, verb: usize, first: usize) -> Option<EntityId> {
    let parties = || {
        let inside = (verb + 1..first).filter_map(|at| reader.mention_at(at).map(|m| (at, m)));
        inside.filter(|(at, m)| is_party(m) && starts(reader, *at, m))
    };
    let subject = parties().next().filter(|(at, _)| *at == reader.skip_quotes(verb + 1));
    let beside = subject.and_then(|(_, m)| {
        let next = reader.skip_quotes(reader.end_of(m));
        reader.mention_at(next).filter(|n| is_party(n) && next < first)
    });
    let last = || parties().last().map(|(_, m)| m);
    beside.or_else(last).map(|m| m.entity.clone())
}

/// The party that بـ of ألحق stands on.
fn struck(reader: &Reader<'_>, verb: usize, first: usize) -> Option<EntityId> {
    let with = |m: &&Mention| is_party(m) && reader.text[..m.span.start()].ends_with('ب');
    (verb + 1..first).filter_map(|at| reader.mention_at(at)).find(with).map(|m| m.entity.clone())
}

fn starts(reader: &Reader<'_>, at: usize, mention: &Mention) -> bool {
    reader.tokens[at].span.end() > mention.span.start()
        && at.checked_sub(1).is_none_or(|b| reader.tokens[b].span.end() <= mention.span.start())
}

/// خسر المرتزقة, خسائر القوات: those who fight, right behind the word of loss.
fn fighters_behind(reader: &Reader<'_>, at: usize) -> bool {
    let noun = reader.noun(at + 1).filter(|f| f.definite || reader.key(at + 2).starts_with("ال"));
    noun.is_some_and(|f| f.noun.group == Some(Group::Fighter) && f.proclitics.is_empty())
        || super::group::is_force(reader, at + 1)
}

/// خمسة رجال, ثلاثة من رجاله.
fn is_men(reader: &Reader<'_>, draft: &Draft) -> bool {
    matches!(super::first_counted(reader, draft).as_str(), "رجال" | "رجلا" | "رجاله" | "رجالها" | "رجلين")
}

/// مقتل 33 من رجاله: whoever has men of his own that fall commands them.
pub(super) fn is_own_men(reader: &Reader<'_>, draft: &Draft) -> bool {
    let hurt = matches!(draft.quantity.status, Some(Status::Killed | Status::Wounded | Status::Captured));
    hurt && draft.person && matches!(super::first_counted(reader, draft).as_str(), "رجاله" | "رجالها")
}

/// Civilians told of between.
fn other_people(reader: &Reader<'_>, at: usize) -> bool {
    reader.noun(at).is_some_and(|f| {
        let civil = f.noun.group.is_some_and(super::is_civilian) || f.noun.group == Some(Group::Family);
        f.noun.is_person() && civil
    })
}

/// Another word that tells what befell: its figure is its own.
fn tells_fate(reader: &Reader<'_>, at: usize) -> bool {
    let told = readings(reader.key(at))
        .filter(|r| matches!(r.proclitics, "" | "و" | "ف" | "ب"))
        .any(|r| reader.lexicon.signals.before(r.rest, None).is_some());
    told && reader.noun(at).is_none()
}

/// Words between a word of loss and its figure, asides and lists included: a long sentence.
const REACH: usize = 30;

/// Figures of one list that are passed on the way back.
const LISTED: usize = 8;

#[cfg(test)]
mod tests {
    use crate::marked::sample::people;

    /// Status, group and side of a text's figures of people.
    fn told(text: &str) -> Vec<String> {
        let side = |s: &Option<crate::EntityId>| s.as_ref().map_or("-".to_owned(), |s| s.as_str().to_owned());
        let name = |name: Option<String>| name.map_or_else(|| "-".to_owned(), |n| n.to_lowercase());
        people(text)
            .iter()
            .map(|q| {
                let status = name(q.status.map(|s| format!("{s:?}")));
                format!("{status} {} {}", name(q.group.map(|g| format!("{g:?}"))), side(&q.side))
            })
            .collect()
    }

    #[test]
    fn who_bears_a_loss_from_afar() {
        let regime = "killed fighter syrian-government-forces";
        let text = "كبّدت هيئة تحرير الشام قوات النظام خسائر كبيرة على محور التلة: دبابتان ومدفع و14 قتيلاً.";
        assert_eq!(told(text), [regime]);
        let text = "تكبّدت قوات النظام في محيط المطار، بحسب ما قالت مصادر من المنطقة نفسها، 11 قتيلاً.";
        assert_eq!(told(text), [regime]);
        assert_eq!(
            told("كلّف الهجوم قوات النظام ثلاث آليات وأكثر من عشرين جندياً."),
            ["killed fighter syrian-government-forces"]
        );
    }

    #[test]
    fn what_we_and_they_lose() {
        assert_eq!(told("لم نفقد سوى مقاتل واحد في الهجوم"), ["killed fighter -"]);
        assert_eq!(told("صدّوا الهجوم ولم يخسروا سوى أربعة رجال"), ["killed fighter -"]);
        assert_eq!(told("قال الجيش إنه فقد جنديين"), ["killed fighter -"]);
        assert_eq!(told("اعترف القائد بمقتل تسعة من رجاله"), ["killed fighter -"]);
    }

    #[test]
    fn others_between_and_what_is_only_feared_are_no_losses() {
        let text = "كبّد الجيش المسلحين خسائر كبيرة، فيما قُتل بقصفه على السوق 9 أشخاص";
        assert_eq!(told(text), ["killed - -"]);
        assert_eq!(told("إن لم يصل الوقود سنفقد سبعة جرحى الليلة"), ["wounded - -"]);
    }

    #[test]
    fn two_figures_with_one_noun_behind_both() {
        assert_eq!(
            told("قُتل تسعة وأصيب أربعة آخرون من عناصر الحاجز"),
            ["killed fighter -", "wounded fighter -"]
        );
        assert_eq!(told("قُتل تسعة وأصيب أربعة آخرون في السوق"), ["killed - -", "wounded - -"]);
    }

    #[test]
    fn a_band_by_its_strength_and_a_head_with_its_verb() {
        assert_eq!(told("القضاء على مجموعة إرهابية قوامها تسعة"), ["killed fighter -"]);
        assert_eq!(
            told("خسر التنظيم 50 مسلحاً، أما الأسرى فبلغوا 11").last().map(String::as_str),
            Some("captured prisoner islamic-state")
        );
        assert_eq!(told("يتهدد الموت 500 شخص في المخيم"), ["- - -"]);
    }
}
