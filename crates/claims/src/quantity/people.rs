//! So many of people: 13 من عناصر التنظيم, 33 من قوات X, 163 منهم, 500 إيزيدي - and how far the words reach that name them.

use super::counted::{
    count, is_whole, like, like_before, number_span, people_like_before, phrase_end, with_noun,
};
use super::elided::{ELSEWHERE_REACH, generic_side, noun_elsewhere, own_force};
use super::{Draft, OF_THEM, Place, Raw, Reader};
use crate::lexicon::nouns::Count;
use crate::lexicon::signals::Signal;
use crate::reading::{Group, MentionKind};

/// 13 من عناصر التنظيم, 33 من قوات X, 163 منهم.
pub(super) fn of_phrase(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    let word = reader.key(raw.end);
    if matches!(word, "منهم" | "منها" | "منهن") {
        // والطائرات أربع، اثنتان منها …: of things, where the word is of things.
        let things = || place.before.iter().rev().find(|d| !d.person);
        // 194 جثة، ثمانون منها لنساء وأطفال
        let bodies = place.before.last().filter(|d| {
            d.person
                && matches!(super::first_counted(reader, d).as_str(), "جثه" | "جثث" | "جثامين" | "جثمانا")
        });
        let mut draft = match word {
            "منها" if bodies.is_some() => people_like_before(raw, place),
            "منها" => {
                things().map_or_else(|| Draft::new(raw, "thing", number_span(raw)), |last| like(raw, last))
            }
            _ => people_like_before(raw, place),
        };
        if place.before.is_empty()
            && let Some((span, (_, group, status))) = noun_elsewhere(reader, raw, place)
        {
            draft.quantity.counted = Some(span);
            draft.own_group = group;
            draft.own_status = status;
        }
        if place.total().is_none() && place.earlier.is_none() && draft.own_group.is_none() {
            (draft.own_group, draft.own_side) = people_before(reader, raw, place);
        }
        draft.end = raw.end + 1;
        draft.quantity.span = draft.quantity.span.cover(reader.tokens[raw.end].span);
        draft.pronoun = OF_THEM;
        return Some(draft);
    }
    // ثمانية فقط من المستشارين
    let of = raw.end + usize::from(word == "فقط");
    if reader.key(of) != "من" || matches!(reader.key(of + 1), "اصل" | "كل") {
        return None;
    }
    // أربعة عشر من خيرة مقاتلينا
    let best = usize::from(matches!(reader.key(of + 1), "خيره" | "ابرز" | "كبار" | "خيار"));
    let at = reader.skip_quotes(of + 1 + best);
    if let Some(mention) = reader.mention_at(at).filter(|m| m.kind == MentionKind::Actor) {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        draft.own_group = Some(Group::Fighter);
        draft.own_side = Some(mention.entity.clone());
        let end = reader.end_of(mention);
        count(reader, &mut draft, (at, end));
        return Some(draft);
    }
    // 21 قتيلاً من الفيلق مقابل 34 من الهيئة
    if let Some(party) = super::side::by_head(reader, at).filter(|_| reader.noun(at).is_none()) {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        draft.own_group = Some(Group::Fighter);
        draft.own_side = Some(party);
        count(reader, &mut draft, (at, at + 1));
        return Some(draft);
    }
    // 2198 من غير المدنيين
    let civilians = reader.noun(at + 1).is_some_and(|f| f.noun.group == Some(Group::Civilian));
    if reader.key(at) == "غير" && civilians {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        draft.own_group = Some(Group::Fighter);
        count(reader, &mut draft, (at, at + 2));
        return Some(draft);
    }
    let form = reader.noun(at).filter(|f| f.count == Count::Many && is_whole(f));
    if let Some(form) = form.filter(|_| generic_side(reader.key(at)).is_none()) {
        let mut draft = with_noun(reader, raw, &form, (at, people_end(reader, at)));
        draft.pronoun = form.pronoun;
        // 97 من النساء والأطفال
        let next = reader.noun(at + 1).filter(|f| f.proclitics == "و" && f.noun.is_person());
        let both = super::group::together(draft.own_group, next.and_then(|f| f.noun.group));
        if both != draft.own_group {
            draft.own_group = both;
            count(reader, &mut draft, (at, at + 2));
        }
        // أربعة من الكوادر الطبية
        if matches!(reader.key(at + 1), "الطبيه" | "الصحيه" | "الاسعافيه" | "التمريضيه")
        {
            draft.own_group = Some(Group::Medic);
            count(reader, &mut draft, (at, at + 2));
        }
        draft.quantity.span = number_span(raw).cover(draft.quantity.span);
        return Some(draft);
    }
    if let Some(owned) = own_force(reader.key(at)) {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        draft.own_group = Some(Group::Fighter);
        draft.pronoun = owned;
        count(reader, &mut draft, (at, people_end(reader, at)));
        return Some(draft);
    }
    if let Some(draft) = of_their_own(reader, raw, place, at) {
        return Some(draft);
    }
    let fighters = matches!(
        reader.key(at),
        "الفصائل"
            | "القوات"
            | "المليشيات"
            | "الميليشيات"
            | "الميليشيا"
            | "الشرطه"
            | "الحرس"
            | "الكتائب"
            | "الجيش"
            | "حمله"
            | "خلايا"
            | "قوات"
            | "قيادات"
            | "قاده"
    );
    fighters.then(|| {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        draft.own_group = Some(Group::Fighter);
        draft.own_side = generic_side(reader.key(at));
        count(reader, &mut draft, (at, people_end(reader, at)));
        draft
    })
}

/// اثنين من رفاقه, أربعون من ذويهم: people by a noun that no list knows, with the pronoun of whose they are, where the words
/// before say what befell them.
fn of_their_own(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>, at: usize) -> Option<Draft> {
    let word = reader.key(at);
    let theirs = ["ه", "ها", "هم", "نا"].iter().any(|pronoun| word.ends_with(pronoun));
    let unknown = reader.is_word(at)
        && word.chars().count() >= 4
        && !word.starts_with("ال")
        && reader.noun(at).is_none()
        && reader.mention_at(at).is_none()
        && !reader.facts.cut_is(at, Signal::Stop);
    let told = super::governor::governed(reader, raw.first, place, OWN_REACH).is_some();
    (theirs && unknown && told).then(|| {
        let mut draft = like_before(raw, place);
        count(reader, &mut draft, (at, at + 1));
        draft
    })
}

/// Tokens between the word that says what befell and its number: 1 to 4.
const OWN_REACH: usize = 2;

/// 500 إيزيدي, 42 ألف كردي: people by an adjective of origin behind a round number, where the words before say what befell
/// them.
pub(super) fn of_origin(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    let (at, word) = (raw.end, reader.key(raw.end));
    let genitive = raw.min.or(raw.max).is_some_and(|n| n >= 100.0 && n % 100.0 == 0.0);
    let origin = reader.is_word(at)
        && word.ends_with('ي')
        && word.chars().count() >= 4
        && !word.starts_with("ال")
        && reader.mention_at(at).is_none()
        && !reader.facts.cut_is(at, Signal::Stop);
    let told = super::governor::governed(reader, raw.first, place, OWN_REACH).is_some();
    (genitive && origin && told).then(|| {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        count(reader, &mut draft, (at, at + 1));
        draft
    })
}

/// One past the people that من names: the noun with all that it governs (أفراد خلايا داعش), its adjectives (القوات الأمنية), and
/// those who belong to them (ومرتزقته, وعائلاتهم).
fn people_end(reader: &Reader<'_>, at: usize) -> usize {
    let definite = |i: usize| reader.key(i).starts_with("ال") || reader.mention_at(i).is_some();
    let governs =
        |i: usize| !definite(i) && reader.is_word(i) && reader.noun(i).is_none_or(|f| f.pronoun.is_empty());
    let mut end = phrase_end(reader, at);
    // أفراد خلايا داعش, أهالي بلدة معارة الأرتيق
    let plain = |i: usize| {
        governs(i)
            && !reader.facts.cut_is(i, Signal::Stop)
            && !reader.numbered(i)
            && !reader.key(i).starts_with('و')
    };
    if end == at + 1 && governs(at) && plain(end) && definite(reader.skip_quotes(end + 1)) {
        end = phrase_end(reader, end);
    }
    // القوات الأمنية, المتطوعين السوريين
    let adjective = |i: usize| {
        let key = reader.key(i);
        key.starts_with("ال")
            && reader.mention_at(i).is_none()
            && !reader.facts.cut_is(i, Signal::Telling)
            && ["ه", "ي", "ين", "ون", "ات"].iter().any(|ending| key.ends_with(ending))
            && !key.starts_with("الموال")
            && !matches!(key, "الذين" | "التي" | "اللاتي" | "اللواتي")
    };
    let bare = |i: usize| reader.key(i).starts_with("ال") && reader.mention_at(i).is_none();
    while bare(end - 1) && adjective(end) {
        end += 1;
    }
    // ومرتزقته, وعائلاتهم, وحراس السجن
    let form =
        reader.noun(end).filter(|f| f.proclitics == "و" && f.noun.is_person() && f.count == Count::Many);
    match form {
        Some(form) if !reader.numbered(end + 1) && (!form.pronoun.is_empty() || form.definite) => end + 1,
        Some(_) if reader.key(end + 1).starts_with("ال") && !reader.numbered(end + 1) => end + 2,
        _ => end,
    }
}

/// Who منهم are where no figure told of them: the nearest fighters or civilians before, and whose they are.
pub(super) fn people_before(
    reader: &Reader<'_>,
    raw: &Raw,
    place: &Place<'_>,
) -> (Option<Group>, Option<crate::EntityId>) {
    let first = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    let people = (first..raw.first).rev().take(ELSEWHERE_REACH).find(|at| {
        let form = reader.noun(*at).filter(|f| f.count == Count::Many && f.noun.is_person());
        form.is_some_and(|f| matches!(f.noun.group, Some(Group::Fighter | Group::Civilian)))
    });
    // قطعت القوات طريق مجموعات X فقُتل منهم أحد عشر: of the party named last.
    let party = (first..raw.first).rev().take(ELSEWHERE_REACH).find(|at| {
        // ردّ الحرس على متظاهرين فجرح سبعة منهم: of the people named between.
        let others = || {
            (at + 1..raw.first).any(|i| {
                reader.noun(i).is_some_and(|f| f.count == Count::Many && f.noun.is_person())
                    && reader.mention_at(i).is_none()
            })
        };
        people.is_none_or(|p| *at > p)
            && !others()
            && reader.mention_at(*at).is_some_and(super::side::is_party)
    });
    if let Some(named) = party.and_then(|at| reader.mention_at(at)).filter(|_| people.is_none()) {
        return (Some(Group::Fighter), Some(named.entity.clone()));
    }
    let Some(at) = people else { return (None, None) };
    let owner = reader.mention_at(reader.skip_quotes(at + 1)).filter(|m| m.kind == MentionKind::Actor);
    (reader.noun(at).and_then(|f| f.noun.group), owner.map(|m| m.entity.clone()))
}
