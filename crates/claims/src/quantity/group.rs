//! Which people a figure counts: by the noun, what stands beside it, the ranks they fell in, or the side they were on.

use super::complement::People;
use super::fate::{description, same_breath};
use super::tally::counted_head;
use super::{Draft, OF_THEM, Place, Reader, side};
use crate::lexicon::EntityId;
use crate::lexicon::nouns::Count;
use crate::lexicon::signals::Signal;
use crate::reading::{Group, Status};
use riwayat_text::token::endings;

/// Which people: by the noun, what stands beside it, or the fighters' side; parts are their own group.
pub(super) fn group(
    reader: &Reader<'_>,
    draft: &Draft,
    place: &Place<'_>,
    total: Option<&Draft>,
    told: Option<&People>,
) -> Option<Group> {
    let beside = description(reader, draft).and_then(|(_, group)| group);
    // اثنين منهم مدنيان, اثنين منهم من مقاتليه
    let of = draft.end + usize::from(reader.key(draft.end) == "من");
    let of_them = (draft.pronoun == OF_THEM).then(|| reader.noun(of)).flatten();
    let next = || reader.noun(of + 1).filter(|f| f.proclitics.starts_with('و')).and_then(|f| f.noun.group);
    let of_them = of_them.filter(|f| f.noun.is_person()).and_then(|f| together(f.noun.group, next()));
    // ثلاثة جرحى فقط من عمال المستودعات
    let of_kind = || {
        let hurt = draft.own_status.is_some() && draft.own_group.is_none()
            || draft.elided && draft.quantity.status.is_some();
        let at = past_bound(reader, draft.end);
        // ثمانين شهيداً ونيّفاً من عناصر الحامية
        let at = at + usize::from(matches!(reader.key(at), "ونيفا" | "ونيف"));
        let of = hurt && reader.key(at) == "من";
        // ستة آخرون من عائلة مجاورة: where they belong, not what they are.
        let form = reader
            .noun(reader.skip_quotes(at + 1))
            .filter(|f| of && f.noun.is_person() && f.noun.group != Some(Group::Family));
        // 21 قتيلاً من الفيلق, ستة شهداء من رجال المطار
        let member = usize::from(is_member_noun(reader.key(at + 1)));
        let force = of && is_force(reader, at + 1 + member);
        // 17 قتيلاً من لواء القدس: no generals.
        let party = reader.skip_quotes(at + 1 + member);
        let named = of
            && (reader.mention_at(party).is_some_and(side::is_party)
                || member == 0 && side::by_head(reader, party).is_some());
        // جثتين من قتلاهم: who has dead of his own fights.
        if of && super::toll::own_dead(reader.key(at + 1)).is_some() {
            return Some(Group::Fighter);
        }
        // خمسة من الطرفين: of those who fight each other.
        if of && matches!(reader.key(at + 1), "الطرفين" | "الجانبين" | "الفريقين") {
            return Some(Group::Fighter);
        }
        let fights = (force || named).then_some(Group::Fighter);
        if named { fights } else { form.and_then(|f| f.noun.group).or(fights) }
    };
    // وأُصيب عشرة: of the same kind, but for what befell them and how they belong together.
    let kind = |g: &Group| matches!(g, Group::Fighter | Group::Civilian);
    // قُتل 25 مدنياً، ومئات الآلاف فروا: those who fled are others.
    let displaced = |d: &Draft| d.quantity.status == Some(Status::Displaced);
    let fled = |d: &&Draft| !displaced(draft) || displaced(d);
    // 15 مدنياً و11 من قوى الأمن، وأصيب عشرون: of either.
    let mixed = draft.elided && draft.pronoun != OF_THEM && is_mixed(reader, place);
    let of_total = || {
        let total = total.filter(|_| draft.elided && !mixed).filter(fled);
        // مقتل خمسة صحافيين وخطف ثلاثة
        let trade = |g: &Group| matches!(g, Group::Journalist | Group::Medic);
        let listed = draft.pronoun != OF_THEM && !draft.part && draft.quantity.status.is_some();
        total.and_then(|d| d.quantity.group).filter(|g| kind(g) || listed && trade(g))
    };
    // 15 قتيلاً من قسد, 71 من أفراد القوات.
    let of_side = || {
        let told = draft.own_status.is_some()
            || draft.elided
                && matches!(draft.quantity.status, Some(Status::Killed | Status::Wounded | Status::Captured))
            || draft.pronoun == OF_THEM
            // 3 عراقيين من ميليشيا الحشد
            || draft.person && reader.key(past_bound(reader, draft.end)) == "من"
            || is_member(reader, draft);
        // ثلاثة من أعضاء الإدارة الذاتية: of a body that governs, not of one that fights.
        let civil = is_member(reader, draft)
            && (draft.first..draft.end + 4).any(|at| {
                let word = reader.key(at).trim_start_matches("ال");
                matches!(word, "اداره" | "حكومه" | "وزاره" | "بلديه" | "برلمان")
            });
        draft.quantity.side.as_ref().filter(|_| told && !civil).map(|_| Group::Fighter)
    };
    // عشر نساء … سبع منهن
    let of_women = || {
        let last = place.before.iter().rev().find(|d| d.person)?;
        let theirs = draft.pronoun == OF_THEM && reader.key(draft.end.saturating_sub(1)) == "منهن";
        // سبعة أطفال، اثنان منهم …
        let whole = draft.pronoun == OF_THEM && draft.person && !last.part;
        let child = whole && last.quantity.group == Some(Group::Child);
        last.quantity.group.filter(|g| theirs && *g == Group::Woman || child)
    };
    let of_total = || {
        of_women().or_else(of_total).or_else(|| {
            // خمسة مدنيين بينهم مسنّان, تسعة عمال بينهم ثلاثة إخوة: a part is of the kind of its whole.
            let part = draft.part && draft.own_status.is_none() && draft.person;
            let holds = |d: &&Draft| {
                let fits = draft.quantity.min.zip(d.quantity.max).is_none_or(|(part, whole)| part <= whole);
                d.quantity.status.is_some() && fits
            };
            total.filter(|_| part).filter(holds).and_then(|d| d.quantity.group).filter(kind)
        })
    };
    let of_one = || of_one(reader, draft, total);
    let of_counted = || group_of_counted(reader, draft, place);
    let of_bodies = || of_bodies(reader, draft);
    let of_ranks = || of_ranks(reader, draft, place);
    // 27 شهيداً من قواتنا
    let of_force = || {
        let told = draft.own_status.is_some() && draft.person && reader.key(draft.end) == "من";
        (told && super::elided::own_force(reader.key(draft.end + 1)).is_some()).then_some(Group::Fighter)
    };
    let of_complement = told.and_then(|people| people.group);
    of_age(reader, draft)
        .or_else(|| of_rank(reader, draft))
        .or_else(|| of_rescuers(reader, draft).then_some(Group::Civilian))
        .or(of_them)
        .or_else(|| of_all(reader, draft).filter(|_| draft.own_group.is_none()))
        .or_else(|| of_complement.filter(|_| draft.elided))
        .or(draft.own_group)
        .or(beside)
        .or_else(of_kind)
        .or_else(of_bodies)
        .or_else(|| lost_by_force(reader, draft).then_some(Group::Fighter))
        .or_else(|| of_kinds(reader, draft))
        .or_else(|| side::is_inflicted(reader, draft).then_some(Group::Fighter))
        .or_else(of_ranks)
        .or_else(|| of_their_ranks(reader, draft))
        .or_else(|| super::loss::bearer(reader, draft, place).map(|_| Group::Fighter))
        .or_else(|| {
            (super::loss::is_own_men(reader, draft) || of_band(reader, draft)).then_some(Group::Fighter)
        })
        .or_else(|| super::toll::of_own_toll(reader, draft, place).then_some(Group::Fighter))
        .or_else(|| super::toll::restated(reader, draft, place).map(|_| Group::Fighter))
        .or_else(|| of_ours(reader, draft, place))
        .or(of_complement)
        .or_else(of_force)
        .or_else(of_counted)
        .or_else(of_total)
        .or_else(of_one)
        .or_else(|| of_force_members(reader, draft))
        .or_else(of_side)
        .or_else(|| of_unnumbered(reader, draft).filter(|_| total.is_none()))
        .or_else(|| of_list(draft, total))
        .or_else(|| beside_fighters(reader, draft, total))
        .or_else(|| of_eliminated(reader, draft, place).then_some(Group::Fighter))
        .or_else(|| of_next_to(reader, draft, place))
        .or_else(|| of_target(reader, draft, place).map(|found| found.0))
}

/// ضابط برتبة عميد وثلاثة برتبة نقيب: officers, by their rank.
fn of_rank(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    const RANKS_OF_OFFICERS: [&str; 7] = ["ملازم", "نقيب", "رائد", "مقدم", "عقيد", "عميد", "لواء"];
    let rank = reader.key(draft.end) == "برتبه" && draft.elided && draft.person;
    (rank && RANKS_OF_OFFICERS.contains(&reader.key(draft.end + 1))).then_some(Group::Officer)
}

/// القضاء على قائد الكتيبة و37 آخرين: the word is said of those who fight.
fn of_eliminated(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> bool {
    let open = draft.elided || matches!(reader.key(draft.end - 1), "اخرين" | "اخرون");
    let killed = draft.quantity.status == Some(Status::Killed) && draft.person;
    let start = place.sentence.start();
    let back = (1..=ELIMINATED_REACH).filter_map(|n| draft.first.checked_sub(n));
    let mut clause = back.take_while(|at| {
        reader.tokens[*at].span.start() >= start
            && !super::governor::ends_clause(reader.key(*at))
            && reader.noun(*at).is_none_or(|f| f.noun.group != Some(Group::Civilian))
    });
    open && killed
        && clause.any(|at| {
            let word = reader.key(at).trim_start_matches(['و', 'ب', 'ف']);
            matches!(word, "القضاء" | "قضت" | "قضوا" | "قضينا") && reader.key(at + 1) == "علي"
        })
}

/// Tokens from the word of doing away with to its second figure: 6 to 14.
const ELIMINATED_REACH: usize = 12;

/// وأُسر ثمانية بينهم سعوديان: a part of the figure right before, itself a part.
fn of_next_to(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Group> {
    let among = draft.first.checked_sub(1).filter(|b| super::fate::is_part_word(reader.key(*b)))?;
    let open = draft.person && draft.part && draft.own_status.is_none();
    let last = place.before.last().filter(|d| open && d.person && d.end == among)?;
    last.quantity.group.filter(|g| matches!(g, Group::Fighter | Group::Civilian))
}

/// أسر عدداً من المقاتلين بينهم أربعة أجانب: a part of people whose number is not said.
fn of_unnumbered(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    let among = draft.first.checked_sub(1).filter(|b| {
        draft.person && draft.own_status.is_none() && super::fate::is_part_word(reader.key(*b))
    })?;
    let whole = among.checked_sub(1).and_then(|at| reader.noun(at)).filter(|f| f.noun.is_person())?;
    whole.noun.group.filter(|g| matches!(g, Group::Fighter | Group::Civilian))
}

/// True where the last two figures of people are of one list and not of one kind.
fn is_mixed(reader: &Reader<'_>, place: &Place<'_>) -> bool {
    let mut people = place.before.iter().rev().filter(|d| d.person && !d.part);
    let Some((second, first)) = people.next().zip(people.next()) else { return false };
    let known = first.quantity.group.zip(second.quantity.group);
    known.is_some_and(|(a, b)| a != b)
        && first.quantity.status == second.quantity.status
        && same_breath(reader, first, second)
}

/// 43 جريحاً جميعهم مدنيون: what all of them are.
fn of_all(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    let end = past_bound(reader, draft.end);
    let at = end + usize::from(matches!(reader.key(end), "،" | ","));
    let all = draft.person && matches!(reader.key(at), "جميعهم" | "كلهم" | "جميعهن" | "كلهن");
    let of = usize::from(reader.key(at + 1) == "من");
    let form = reader.noun(at + 1 + of).filter(|f| all && f.noun.is_person())?;
    let next = reader.noun(at + 2 + of).filter(|f| f.proclitics == "و").and_then(|f| f.noun.group);
    together(form.noun.group, next)
}

/// أربعة منهم دون الثامنة عشرة: children, by their age.
fn of_age(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    let under = |at: usize| matches!(reader.key(at), "دون" | "تحت");
    let age = |at: usize| {
        let at = at + usize::from(matches!(reader.key(at), "سن" | "ال"));
        let at = at + usize::from(reader.key(at) == "ـ");
        matches!(reader.key(at), "الثامنه" | "الخامسه" | "العاشره" | "السادسه" | "18" | "15" | "16")
    };
    let at = draft.end + usize::from(matches!(reader.key(draft.end), "هم" | "كانوا"));
    (draft.person || draft.pronoun == OF_THEM).then_some(())?;
    (under(at) && age(at + 1)).then_some(Group::Child)
}

/// أوقعت بصفوف الإرهابيين 25 قتيلاً وعشرات المصابين: the hurt of one list are of the kind of its dead.
fn of_list(draft: &Draft, total: Option<&Draft>) -> Option<Group> {
    let hurt =
        |d: &Draft| matches!(d.own_status, Some(Status::Killed | Status::Wounded)) && d.own_group.is_none();
    let last = total.filter(|d| hurt(d) && hurt(draft) && !draft.part)?;
    last.quantity.group.filter(|g| *g == Group::Fighter)
}

/// خسرت القوات 80 مقاتلاً و120 جريحاً: beside dead fighters the wounded are fighters.
fn beside_fighters(reader: &Reader<'_>, draft: &Draft, total: Option<&Draft>) -> Option<Group> {
    let person =
        reader.lexicon.nouns.read(&super::first_counted(reader, draft)).is_some_and(|f| f.noun.is_person());
    let wounded =
        draft.own_status == Some(Status::Wounded) && draft.own_group.is_none() && !draft.part && person;
    let last = total
        .filter(|d| wounded && d.quantity.status == Some(Status::Killed) && same_breath(reader, d, draft))?;
    last.quantity.group.filter(|g| *g == Group::Fighter)
}

/// استشهد مدني وأصيب ثلاثة آخرون, مقتل جندي وأسر اثنين: others of the kind of the one before.
fn of_one(reader: &Reader<'_>, draft: &Draft, total: Option<&Draft>) -> Option<Group> {
    let more = matches!(reader.key(draft.end - 1), "اخرون" | "اخرين");
    let others = total.is_none() && draft.person && (more || draft.elided && draft.own_status.is_none());
    let reach = if more { ONE_REACH } else { NEXT_ONE };
    let back = (1..=reach).filter_map(|n| draft.first.checked_sub(n)).filter(|_| others);
    back.take_while(|at| reader.is_word(*at) && !reader.numbered(*at)).find_map(|at| {
        // أحد جنودها
        let one_of = at > 0 && matches!(reader.key(at - 1), "احد" | "احدي");
        let form = reader.noun(at).filter(|f| f.noun.is_person() && (!f.definite || one_of))?;
        let one = form.count == Count::One || one_of;
        form.noun.group.filter(|g| one && matches!(g, Group::Civilian | Group::Fighter))
    })
}

/// Words back to the one whose others are counted: 4 to 8 ...
const ONE_REACH: usize = 6;

/// ... and to the one before a bare number: the word of fate and he.
const NEXT_ONE: usize = 2;

/// سبع عشرة جثة لنساء وأطفال, 8 جثث لعناصر "قسد": who the dead were.
fn of_bodies(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    let from = past_bound(reader, draft.end);
    let at = (from..from + 2).find(|at| reader.noun(*at).is_some_and(|f| f.proclitics == "ل"))?;
    // جثتي طفلين
    let two = draft.end.checked_sub(1).map_or("", |at| reader.key(at));
    if matches!(two, "جثتي" | "جثتا" | "جثماني" | "جثمانا") {
        return reader
            .noun(draft.end)
            .filter(|f| f.noun.is_person() && !f.definite)
            .and_then(|f| f.noun.group);
    }
    let dead = draft.own_status.is_some() || draft.elided && draft.quantity.status == Some(Status::Killed);
    let form = reader.noun(at).filter(|f| dead && f.noun.is_person())?;
    let next = reader.noun(at + 1).filter(|f| f.proclitics == "و").and_then(|f| f.noun.group);
    // جثث لعسكريين ومدنيين: of both.
    let both = matches!(
        (form.noun.group, next),
        (Some(Group::Fighter), Some(Group::Civilian)) | (Some(Group::Civilian), Some(Group::Fighter))
    );
    together(form.noun.group, next).filter(|_| !both)
}

/// خمسة عناصر من الدفاع المدني, ثلاثة من متطوعي الهلال الأحمر: members of a body that rescues.
fn of_rescuers(reader: &Reader<'_>, draft: &Draft) -> bool {
    let open = matches!(draft.own_group, None | Some(Group::Fighter | Group::Civilian)) && draft.person;
    open && (draft.first..draft.end + 1).any(|at| {
        let bare = reader.key(at) == "من" && at + 1 >= draft.first;
        are_rescuers(reader, at) || bare && is_rescue(reader, at + 1)
    })
}

/// عناصر الدفاع المدني, عناصر إطفاء, متطوعون من فرق الإسعاف: members of a body that rescues, from a token on.
pub(super) fn are_rescuers(reader: &Reader<'_>, at: usize) -> bool {
    const MEMBERS: [&str; 6] = ["عنصر", "عناصر", "متطوع", "عامل", "عمال", "فرق"];
    let member =
        is_member_noun(reader.key(at)) || MEMBERS.iter().any(|stem| reader.key(at).starts_with(stem));
    let of = at + 1 + usize::from(reader.key(at + 1) == "من");
    let of = of + usize::from(reader.key(of).ends_with("فرق"));
    let work = || matches!(reader.key(of).trim_start_matches("ال"), "اطفاء" | "اسعاف" | "انقاذ");
    member && (work() || is_rescue(reader, of))
}

/// True where such a body is named.
fn is_rescue(reader: &Reader<'_>, at: usize) -> bool {
    const BODIES: [(&str, &str); 6] = [
        ("الدفاع", "المدني"),
        ("الهلال", "الاحمر"),
        ("الصليب", "الاحمر"),
        ("الخوذ", "البيضاء"),
        ("فرق", "الاسعاف"),
        ("فوج", "الاطفاء"),
    ];
    BODIES.contains(&(reader.key(at), reader.key(at + 1)))
}

/// أربعون قتيلاً لميليشيات الأسد, سبعة قتلى للفصائل: the dead of a force that no list knows.
fn lost_by_force(reader: &Reader<'_>, draft: &Draft) -> bool {
    let hurt =
        matches!(draft.own_status, Some(Status::Killed | Status::Wounded)) && draft.own_group.is_none();
    let word = reader.key(past_bound(reader, draft.end));
    let of = word.strip_prefix("لل").or_else(|| word.strip_prefix('ل')).unwrap_or("");
    hurt && draft.person
        && matches!(
            of,
            "ميليشيا"
                | "ميليشيات"
                | "مليشيا"
                | "مليشيات"
                | "قوات"
                | "فصائل"
                | "جيش"
                | "تنظيم"
                | "حرس"
                | "عصابات"
        )
}

/// أحد عشر بين امرأة وطفل, 26 قتيلاً بين مدنيي الأحياء: of which kinds, or among whom.
fn of_kinds(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    let at = past_bound(reader, draft.end);
    let open = draft.person && draft.own_group.is_none() && reader.key(at) == "بين";
    let form = reader.noun(at + 1).filter(|f| open && f.noun.is_person())?;
    let next = reader.noun(at + 2).filter(|f| f.proclitics == "و").and_then(|f| f.noun.group);
    together(form.noun.group, next)
}

/// The group of two nouns of a list: women and children together are civilians.
pub(super) fn together(first: Option<Group>, next: Option<Group>) -> Option<Group> {
    match (first, next) {
        (Some(Group::Woman), Some(Group::Child)) | (Some(Group::Child), Some(Group::Woman)) => {
            Some(Group::Civilian)
        }
        (group, _) => group,
    }
}

/// أوقعوا في صفوف المهاجمين 16 قتيلاً, قتلى في صفوف المدنيين: in whose ranks they fell, by the noun.
fn of_ranks(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Group> {
    let told = draft.own_status.is_some() && draft.own_group.is_none();
    let start = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    let near = draft.first.saturating_sub(RANKS).max(start)..draft.end + RANKS_BEHIND;
    let ranks = near
        .clone()
        .find(|at| matches!(reader.key(*at), "صفوف" | "بصفوف") && !(draft.first..draft.end).contains(at))?;
    if told && is_force(reader, ranks + 1) {
        return Some(Group::Fighter);
    }
    let form = reader.noun(ranks + 1).filter(|f| told && f.noun.is_person())?;
    form.noun.group
}

/// الفيلق, الميليشيا, القوات المهاجمة: a force by its noun alone.
pub(super) fn is_force(reader: &Reader<'_>, at: usize) -> bool {
    // أفراد فرقته, عناصر من لوائه
    let own = ["ه", "ها", "هم", "نا"].iter().find_map(|p| reader.key(at).strip_suffix(p));
    if own.is_some_and(|n| {
        matches!(n, "مجموعت" | "فرقت" | "لواي" | "لوائ" | "كتيبت" | "سريت" | "فصيل" | "قوات" | "وحدت")
    }) {
        return true;
    }
    // أفراد قوة حفظ السلام
    if reader.key(at) == "قوه" && !reader.key(at + 1).is_empty() {
        return true;
    }
    // من ألوية صقور الغاب: a body and its name.
    let named = reader.lexicon.signals.is(reader.key(at), Signal::ArmedBody)
        && reader.is_word(at + 1)
        && !matches!(reader.key(at), "قياده" | "تجمع" | "حركه" | "حزب" | "ائتلاف")
        && reader.mention_at(at).is_none();
    if named {
        return true;
    }
    let noun = reader.key(at).strip_prefix("ال").unwrap_or("");
    reader.lexicon.signals.is(noun, Signal::ArmedBody)
        || matches!(
            noun,
            "ميليشيا"
                | "قوات"
                | "جيش"
                | "حاميه"
                | "مجموعات"
                | "مجموعه"
                | "امن"
                | "شرطه"
                | "درك"
                | "حرس"
                | "مخابرات"
                | "مقاومه"
                | "حشد"
                | "تنظيم"
                | "ميليشيات"
                | "مليشيات"
                | "مليشيا"
                | "فصائل"
                | "مطار"
        )
}

/// أما خسائرنا فشهيد واحد, من صفوفنا ارتقى شهيد: ours, whoever speaks.
fn of_ours(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Group> {
    let ours = |at: usize| {
        let word = reader.key(at).trim_start_matches(['و', 'ف', 'ب']);
        matches!(word, "خسائرنا" | "صفوفنا" | "منا")
    };
    let start = place.sentence.start();
    let back = (1..=OURS_REACH).filter_map(|n| draft.first.checked_sub(n));
    let told = (draft.own_status.is_some() || draft.elided && draft.quantity.status.is_some())
        && back
            .take_while(|at| {
                reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛" | ":")
            })
            .any(ours);
    told.then_some(Group::Fighter)
}

/// Words back to خسائرنا: 4 to 10.
const OURS_REACH: usize = 6;

/// قتلى في صفوفها: ranks are of those who fight.
fn of_their_ranks(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    let told = draft.own_status.is_some() && draft.own_group.is_none();
    let theirs = |at: usize| matches!(reader.key(at), "صفوفها" | "صفوفهم" | "صفوفه" | "صفوفنا");
    // 45 قتيلاً وعشرات المصابين في صفوفهم
    let mut near = (draft.end..draft.end + RANKS_BEHIND).take_while(|at| {
        let word = reader.key(*at);
        let hurt = reader.noun(*at).is_some_and(|f| f.noun.status.is_some() || f.noun.group.is_none());
        matches!(word, "في" | "و" | "ب" | "وعدد" | "من") || reader.numbered(*at) || hurt || theirs(*at)
    });
    let ranks = near.any(|at| theirs(at) && reader.key(at - 1) == "في");
    // وأوقع في صفوفهم 20 قتيلاً
    let mut before = (1..=RANKS).filter_map(|n| draft.first.checked_sub(n)).take_while(|at| {
        reader.is_word(*at)
            && !reader.numbered(*at)
            && reader.tokens[*at].span.end() <= draft.quantity.span.start()
    });
    let ranks = ranks || before.any(|at| theirs(at) || theirs_with(reader.key(at)));
    (told && ranks).then_some(Group::Fighter)
}

/// بصفوفهم.
fn theirs_with(word: &str) -> bool {
    matches!(word, "بصفوفها" | "بصفوفهم" | "بصفوفه")
}

/// نحو عشرين من رجال الأمن, عضوين من القوات: members of a force.
fn of_force_members(reader: &Reader<'_>, draft: &Draft) -> Option<Group> {
    let counted = draft.quantity.counted.filter(|_| draft.person && !draft.elided)?;
    let first = reader.tokens.partition_point(|t| t.span.end() <= counted.start());
    let of = usize::from(reader.key(first + 1) == "من");
    (is_member_noun(reader.key(first)) && is_force(reader, first + 1 + of)).then_some(Group::Fighter)
}

/// استهدف الطيران معسكراً لجيش X، ما أسفر عن 30 قتيلاً: whoever falls where a force is hit is of it, unless other people are
/// told of between.
pub(super) fn of_target(
    reader: &Reader<'_>,
    draft: &Draft,
    place: &Place<'_>,
) -> Option<(Group, Option<EntityId>)> {
    const TARGETS: [&str; 26] = [
        "حافله",
        "حافلات",
        "سياره",
        "سيارات",
        "دوريه",
        "دوريات",
        "اليه",
        "اليات",
        "قاعده",
        "مربض",
        "نقاطا",
        "نقطتين",
        "معسكر",
        "معسكرا",
        "مقر",
        "مقرا",
        "مقرات",
        "حاجز",
        "حاجزا",
        "ثكنه",
        "نقطه",
        "نقاط",
        "موقعا",
        "مواقع",
        "رتل",
        "رتلا",
    ];
    let hurt = matches!(draft.quantity.status, Some(Status::Killed | Status::Wounded))
        && draft.own_group.is_none()
        && (draft.own_status.is_some() || draft.elided)
        && draft.person;
    if !hurt {
        return None;
    }
    let start = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    let target = (start..draft.first).rev().take(TARGET_REACH).find(|at| {
        let key = reader.key(*at);
        TARGETS.contains(&key.strip_prefix(['و', 'ل', 'ب']).unwrap_or(key))
            || TARGETS.contains(&key)
            || key == "مواقعنا"
    })?;
    let people = |at: usize| {
        reader.noun(at).is_some_and(|f| {
            f.noun.is_person()
                && matches!(f.noun.group, Some(Group::Civilian | Group::Child | Group::Woman | Group::Family))
        })
    };
    let clear = (target + 1..draft.first)
        .all(|at| !people(at) && !matches!(reader.key(at), "." | "؛" | "منزل" | "سوق"));
    if !clear {
        return None;
    }
    if reader.key(target) == "مواقعنا" {
        return Some((Group::Fighter, None));
    }
    // حاجز كامل للنظام
    let bare = |at: usize| reader.mention_at(at).is_none() && reader.noun(at).is_none() && reader.is_word(at);
    let adjective = bare(target + 1)
        && reader.mention_at(target + 2).is_some_and(|m| side::is_party(m) && side::has_lam(reader, m));
    let next = reader.skip_quotes(target + 1 + usize::from(adjective));
    let fighters = reader
        .noun(next)
        .filter(|f| f.noun.group == Some(Group::Fighter) && reader.mention_at(next).is_none());
    let named = reader.skip_quotes(next + usize::from(fighters.is_some()));
    let owner = reader.mention_at(named).filter(|m| side::is_party(m)).map(|m| m.entity.clone());
    (owner.is_some() || fighters.is_some()).then_some((Group::Fighter, owner))
}

/// Tokens between the place of a force and those who fell there: 12 to 25.
const TARGET_REACH: usize = 18;

/// Tokens between a figure and the ranks it fell in: 3 to 6 ...
const RANKS: usize = 4;

/// ... and behind it, with others of the same ranks between (19 قتيلاً وعدد من الجرحى في صفوف الميليشيا): 5 to 8.
const RANKS_BEHIND: usize = 6;

/// One past فقط or على الأقل behind a counted phrase.
pub(super) fn past_bound(reader: &Reader<'_>, at: usize) -> usize {
    match (reader.key(at), reader.key(at + 1)) {
        ("فقط" | "تقريبا", _) => at + 1,
        ("علي", "الاقل" | "الاكثر") | ("او", "اكثر" | "اقل" | "يزيد") => at + 2,
        _ => at,
    }
}

/// مجموعة إرهابية قوامها سبعة عشر: as many as a band of fighters has.
fn of_band(reader: &Reader<'_>, draft: &Draft) -> bool {
    let strong = draft.first.checked_sub(1).filter(|b| matches!(reader.key(*b), "قوامها" | "قوامه"));
    let Some(strong) = strong.filter(|_| draft.person) else { return false };
    let band = |at: usize| {
        let word = reader.key(at).trim_start_matches(['ل', 'ب']).trim_start_matches("ال");
        matches!(
            word,
            "مجموعه"
                | "خليه"
                | "دوريه"
                | "رتل"
                | "رتلا"
                | "فصيل"
                | "قوه"
                | "سريه"
                | "كتيبه"
                | "عصابه"
        )
    };
    let armed = |at: usize| {
        let word = reader.key(at).trim_start_matches("ال");
        ["ارهابي", "مسلح", "عسكري", "مقاتل"].iter().any(|stem| word.starts_with(stem))
            || reader.mention_at(at).is_some_and(side::is_party)
    };
    let near = strong.saturating_sub(BAND_REACH)..strong;
    near.clone().any(band) && near.clone().any(armed)
}

/// Words between a band and how many it has: 2 to 5.
const BAND_REACH: usize = 4;

/// True where the noun counts members: of a force they are fighters.
fn is_member(reader: &Reader<'_>, draft: &Draft) -> bool {
    let noun = super::first_counted(reader, draft);
    // خمسة عشر من رجاله, سبعة من أعضائها
    let owned = |e: &riwayat_text::token::Ending<'_>| matches!(e.rest, "رجال" | "افراد" | "كوادر");
    let noun = endings(&noun).find(owned).map_or(noun.as_str(), |e| e.rest);
    if ["اعضاي", "اعضائ", "اعضاؤ", "اعضاو", "منتسبي"].iter().any(|stem| noun.starts_with(stem))
    {
        return true;
    }
    is_member_noun(noun)
}

pub(super) fn is_member_noun(noun: &str) -> bool {
    matches!(
        noun,
        "افراد"
            | "فردا"
            | "فردين"
            | "فردان"
            | "اعضاء"
            | "عضوا"
            | "عضوين"
            | "عضوان"
            | "كوادر"
            | "منتسبي"
            | "رجال"
            | "ابطال"
    )
}

/// Which people the noun whose number it is tells: الشهداء المدنيين, ضحايا القصف من المدنيين.
fn group_of_counted(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Group> {
    // ارتفع عدد الضحايا المدنيين إلى 478 شهيداً و1070 جريحاً
    let listed = place.before.split_last().filter(|(last, _)| same_breath(reader, last, draft));
    let head = match listed {
        Some((last, before)) => counted_head(reader, last, &Place { before, ..*place })?,
        None => counted_head(reader, draft, place)?,
    };
    let person = |at: usize| reader.noun(at).filter(|f| f.noun.is_person() && f.proclitics.is_empty());
    let beside = person(head + 1).and_then(|f| f.noun.group);
    // عدد الجرحى من المدنيين والعسكريين: of both.
    let both = (head + 1..(head + OF_REACH).min(draft.first)).any(|at| {
        let next = reader.noun(at + 1).filter(|f| f.noun.is_person() && f.proclitics == "و");
        person(at).zip(next).is_some_and(|(a, b)| a.noun.group != b.noun.group && b.noun.group.is_some())
    });
    if both {
        return None;
    }
    let among = || {
        let of = (head + 1..(head + OF_REACH).min(draft.first)).find(|at| reader.key(*at) == "من")?;
        person(of + 1)?.noun.group
    };
    let own = || reader.noun(head).filter(|f| f.noun.status.is_none()).and_then(|f| f.noun.group);
    // عدد شهداء قواتنا, حصيلة قتلى الفيلق
    let force = || {
        let theirs = super::elided::own_force(reader.key(head + 1)).is_some() || is_force(reader, head + 1);
        theirs.then_some(Group::Fighter)
    };
    beside.or_else(among).or_else(own).or_else(force)
}

/// Tokens between the noun of a total and من المدنيين.
const OF_REACH: usize = 6;
