//! What befell the people counted: by the noun (قتيل), the word that governs the number (مقتل 5, أسر 5), the words
//! behind it (5 جنود أُسروا), or the total of which they are a part (بينهم 3 أطفال).

use super::governor::{Governor, ends_clause, find_governor, governed};
use super::tally::{count_word, fate_of_counted};
use super::{Draft, OF_THEM, Place, Reader};
use crate::basis::Basis;
use crate::reading::{Group, Status};
use riwayat_text::token::readings;
use riwayat_text::{Token, TokenKind};

/// The figure of which this one is a part (بينهم, منهم), or whose list it continues (3 قتلى و5): parts are marked.
pub(super) fn total<'p>(reader: &Reader<'_>, draft: &mut Draft, place: &Place<'p>) -> Option<&'p Draft> {
    // اثنين من القتلى كانا …: of those told before.
    let of_total = reader.key(draft.end) == "من"
        && draft.elided
        && place.total().is_some()
        && reader
            .noun(draft.end + 1)
            .is_some_and(|f| f.definite && f.noun.is_person() && f.noun.status.is_some());
    // 12 شهيداً و8 جرحى ثلاثة منهم من المسعفين: of the figure right before.
    let last = place.before.last().filter(|d| draft.pronoun == OF_THEM && d.end == draft.first);
    if let Some(last) = last.filter(|d| d.person) {
        draft.part = true;
        return Some(last);
    }
    if draft.pronoun == OF_THEM || of_total || is_behind_part_word(reader, draft, place) {
        draft.part = true;
        return place.total().or(place.earlier);
    }
    // كلّفت الطرفين 500 قتيل: 346 من مقاتلي التنظيم و170 جندياً
    // 9 ارتقوا اليوم في سرمين: خمسة أطفال، سيدتان
    let broken_down = |d: &&Draft| {
        // 538 قتيلاً على الأقل: 261 من مقاتلي الهيئة
        let after = super::group::past_bound(reader, after_phrase(reader, d));
        let told = d.quantity.status.is_some() && d.elided;
        let reach = if told { BROKEN_REACH } else { 1 };
        let mut near = (after..after + reach).take_while(|i| {
            !matches!(reader.key(*i), "." | "،" | "؛") && !reader.numbered(*i) && *i < draft.first
        });
        // تجاوز عدد القتلى ستمئة، بحسب حصيلة نُشرت أمس: 299 من الفصائل
        let headed = || {
            let hurt = matches!(d.quantity.status, Some(Status::Killed | Status::Wounded));
            let colon = draft.first.checked_sub(1).is_some_and(|b| reader.key(b) == ":");
            hurt && colon && (after..draft.first).all(|i| !matches!(reader.key(i), "." | "؛"))
        };
        d.person && !d.part && (near.any(|i| reader.key(i) == ":") || headed())
    };
    if draft.person
        && draft.own_status.is_none()
        && find_governor(reader, draft.first, place, NEAR).is_none()
        && let Some(whole) = place.before.iter().rev().find(|d| !d.part).filter(broken_down)
    {
        draft.part = true;
        return Some(whole);
    }
    // ارتفاع عدد القتلى المدنيين إلى 523، بزيادة 17: more of the same.
    let more = draft.first.checked_sub(1).is_some_and(|b| matches!(reader.key(b), "بزياده" | "بارتفاع"));
    if more && draft.elided {
        return place.before.last().filter(|d| d.person);
    }
    let last = place.before.iter().rev().find(|d| d.person);
    if last.is_none() && super::tally::goes_on_from_before(reader, draft, place) {
        return place.earlier;
    }
    let last = last?;
    if !draft.person {
        return None;
    }
    if same_breath(reader, last, draft) {
        draft.part = last.part;
        return if last.part { place.total().or(place.earlier) } else { Some(last) };
    }
    // 21 قتيلاً من الفيلق مقابل 34 من الهيئة
    let opposed = draft.first.checked_sub(1).is_some_and(|b| reader.key(b) == "مقابل");
    // فقتلوا منهم عشرة وأسروا أربعة: more of the same, where the first are of nobody counted before.
    let of_them = || Some(last).filter(|d| d.part && d.elided && draft.elided);
    let opposed = opposed || super::complement::is_besides(reader, draft);
    ((draft.elided || opposed) && draft.own_status.is_none())
        .then(|| place.total().or_else(of_them))
        .flatten()
}

/// Words between the whole and the colon of its parts: 4 to 10.
const BROKEN_REACH: usize = 7;

/// True for a figure behind بينهم: at once, or further on in the list that it opens (بينهم مسن عمره 72 عاماً وثلاث
/// نساء). A word that says what befell others ends the list.
fn is_behind_part_word(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> bool {
    let joined = reader.key(draft.first).starts_with('و')
        || draft.first.checked_sub(1).is_some_and(|b| reader.key(b) == "و");
    let reach = if joined { LIST_REACH } else { PART_REACH };
    for n in 1..=reach {
        let Some(at) = draft.first.checked_sub(n) else { return false };
        let key = reader.key(at);
        if reader.tokens[at].span.start() < place.sentence.start() || matches!(key, "." | "؛" | ":") {
            return false;
        }
        // بين القتلى اثنان: of those who were counted dead before.
        let fate = |d: &Draft| d.quantity.status;
        let among = key == "بين"
            && reader.noun(at + 1).is_some_and(|f| {
                let known = place.total().or(place.earlier).and_then(fate);
                f.definite && f.noun.is_person() && f.noun.status.is_some() && f.noun.status == known
            });
        // ومن بين هؤلاء ثمانية رضّع
        let these = matches!(key, "هؤلاء" | "هولاء") && reader.key(at.saturating_sub(1)) == "بين";
        if is_part_word(key) || among || these {
            return true;
        }
        let fate = readings(key)
            .filter(|r| matches!(r.proclitics, "" | "و" | "ب" | "ف"))
            .any(|r| reader.lexicon.signals.before(r.rest, None).is_some());
        if fate && reader.lexicon.nouns.read(key).is_none_or(|f| !f.noun.is_person()) {
            return false;
        }
    }
    false
}

/// True for two figures of one list: nothing between them but "and", a comma, adjectives.
pub(super) fn same_breath(reader: &Reader<'_>, last: &Draft, draft: &Draft) -> bool {
    let end = after_phrase(reader, last);
    let between = &reader.tokens[end.min(draft.first)..draft.first];
    // 80 مقاتلاً، عدا 120 جريحاً; 14 شهيداً، فضلاً عن ثلاثة أسرى
    let told = draft.own_status.is_some() || draft.elided;
    let besides = |t: &Token| {
        told && matches!(t.key.as_str(), "عدا" | "فضلا" | "عن" | "اضافه" | "بالاضافه" | "علاوه" | "جانب")
    };
    let joined = between.iter().any(|t| t.key == "و" || besides(t) && t.key != "عن")
        || reader.key(draft.first).starts_with('و');
    let plain = |t: &Token| {
        t.kind != TokenKind::Word
            || t.key == "و"
            || is_adjective(&t.key)
            || besides(t)
            || matches!(t.key.as_str(), "الي" | "علي") && joined
    };
    // استشهاد 68 من إدارة السجن والحراس و33 مقاتلاً: who the first were stands between.
    let told = |t: &Token| readings(&t.key).any(|r| reader.lexicon.signals.before(r.rest, None).is_some());
    let of_whom = last.person
        && draft.person
        && reader.key(last.end) == "من"
        && between.len() <= OF_WHOM
        && between.iter().all(|t| t.kind == TokenKind::Word && !told(t) && !ends_clause(&t.key));
    joined && (between.len() <= CONTINUED_REACH && between.iter().all(plain) || of_whom)
}

/// Words of whom the first figure of a list were: 4 to 10.
const OF_WHOM: usize = 7;

/// Tokens between بينهم and its number.
const PART_REACH: usize = 3;

/// Tokens between بينهم and the last number of the list that it opens: 12 to 30.
const LIST_REACH: usize = 18;

/// Tokens between two figures of one list: "and", a comma, an adjective or two.
pub(super) const CONTINUED_REACH: usize = 4;

pub(super) fn is_part_word(word: &str) -> bool {
    let word = word.strip_prefix('و').unwrap_or(word);
    matches!(word, "بينهم" | "منهم" | "ضمنهم" | "بينهن" | "فيهم" | "هم" | "منهن" | "معظمهم" | "بينها")
}

fn is_adjective(word: &str) -> bool {
    word.ends_with("ين")
        || word.ends_with("ون")
        || word.ends_with("يا")
        || word.ends_with("يه")
        || word.ends_with("ات")
}

/// What befell the people of a figure, and how it was read.
pub(super) fn status(
    reader: &Reader<'_>,
    draft: &Draft,
    place: &Place<'_>,
    total: Option<&Draft>,
) -> Option<(Status, Basis)> {
    let by = |basis: Basis| move |status: Status| (status, basis);
    // خمسة أشخاص من عائلة واحدة: who the dead belong to, not whom it befell.
    let of = draft.first.checked_sub(1).is_some_and(|b| {
        reader.key(b) == "من" && place.before.last().is_some_and(|d| d.person && d.end + 2 >= draft.first)
    });
    if of && draft.own_group == Some(Group::Family) && draft.quantity.max == Some(1.0) {
        return None;
    }
    if left_homes(reader, draft) || super::tally::crosses(reader, draft) {
        return Some((Status::Displaced, Basis::FateBehind));
    }
    let described = description(reader, draft).and_then(|(status, _)| status).map(by(Basis::OwnFate));
    let governor = find_governor(reader, draft.first, place, NEAR);
    // أعدم التنظيم 20 جندياً أسيراً: what they were before.
    let worse = |s: &(Status, Basis)| governor.is_none_or(|g| !g.of_this || !overrules(g.status, s.0));
    let described = described.filter(worse);
    // قتل التنظيم 160 من الجنود الذين أسرهم: what befell them before.
    let earlier = matches!(reader.key(after_phrase(reader, draft)), "الذين" | "اللواتي" | "ممن")
        && find_governor(reader, draft.first, place, FAR)
            .is_some_and(|g| g.of_this && g.status == Status::Killed);
    let adjective = reader.noun(after_phrase(reader, draft)).is_some_and(|f| f.noun.status.is_some());
    let behind = behind(reader, draft).filter(|_| !earlier).map(by(Basis::FateBehind));
    let behind = behind.filter(|s| !adjective || worse(s));
    // أُعدم 14 جندياً من أصل 23: what befell the few is not told of all, but what they are called is (14 جريحاً من أصل 81).
    if draft.first >= 2 && reader.key(draft.first - 1) == "اصل" && reader.key(draft.first - 2) == "من" {
        let own = draft.own_status.map(by(Basis::OwnFate));
        let same = total.filter(|_| draft.elided).and_then(|t| t.own_status).map(by(Basis::FateOfTotal));
        return described.or(behind).or(own).or(same);
    }
    if let Some(own) = draft.own_status {
        // عشرات القتلى والجرحى
        let next =
            reader.noun(draft.end).filter(|f| f.proclitics == "و" && f.definite && f.pronoun.is_empty());
        if next.and_then(|f| f.noun.status).is_some_and(|other| other != own)
            && !reader.numbered(draft.end)
            && !reader.numbered(draft.end + 1)
        {
            return Some((Status::Other, Basis::OwnFate));
        }
        // 81 قتيلاً بينهم 26 لاجئاً, 12 قتيلاً بينهم 3 أسرى
        let held = matches!(own, Status::Captured | Status::Arrested)
            && draft.first.checked_sub(1).is_some_and(|b| is_part_word(reader.key(b)));
        if draft.part
            && (own == Status::Displaced || held)
            && total.is_some_and(|t| t.quantity.status == Some(Status::Killed))
        {
            return Some((Status::Killed, Basis::FateOfTotal));
        }
        // قُتل داخل المخيم منذ بداية العام 47 لاجئاً; عاد خلال الشهر عبر المعبر 6,421 مهجّراً
        let tells_of_refugees = |g: &Governor| {
            g.of_this && (g.status == Status::Killed && g.of_clause || g.status == Status::Other)
        };
        if own == Status::Displaced
            && let Some(far) = find_governor(reader, draft.first, place, FAR).filter(tells_of_refugees)
        {
            return Some((far.status, Basis::FarFate));
        }
        // أُفرج عن 25 أسيراً
        if governor.is_some_and(|g| g.of_this && g.freeing) {
            return Some((Status::Other, Basis::NearFate));
        }
        let tells = |g: &Governor| g.of_this && !g.listed && (g.dying || own != Status::Wounded);
        let before = governor.filter(tells).map(|g| g.status);
        let before = before.map(by(Basis::NearFate));
        // 29 أسيراً عادوا
        let held = matches!(own, Status::Captured | Status::Arrested);
        if held && let Some((Status::Other, basis)) = behind {
            return Some((Status::Other, basis));
        }
        // 8 مصابين سقطوا في صفوف الجيش: the wounded fall, too.
        let fell = own == Status::Wounded
            && (draft.end..draft.end + BEHIND_REACH).any(|at| reader.key(at).starts_with("سقط"));
        let behind = behind.filter(|s| !fell && overrules(s.0, own));
        let overruled = before.filter(|s| overrules(s.0, own)).or(behind);
        return Some(overruled.unwrap_or((own, Basis::OwnFate)));
    }
    let near = governor.map(|g| g.status).map(by(Basis::NearFate));
    // قُتل مع 40 من مرافقيه
    let near = near.or_else(|| super::tally::together_with(reader, draft, place).map(by(Basis::NearFate)));
    let near =
        near.or_else(|| super::complement::verb_of_them(reader, draft, place).map(by(Basis::NearFate)));
    let near = near.or_else(|| super::complement::opening_verb(reader, draft, place).map(by(Basis::FarFate)));
    // وعدد المختطفين خلال الشهر يبلغ 73 مدنياً: whose number it is goes before whatever befell others.
    let counted = count_word(reader, draft, place).filter(|_| draft.person && !draft.part);
    let counted = counted.and_then(|word| reader.noun(word + 1)).filter(|f| f.noun.is_person() && f.definite);
    let counted = counted.and_then(|f| f.noun.status).map(by(Basis::FarFate));
    // ليرتفع عدد الشهداء منذ بدء الحصار إلى 19: the siege stands between.
    let near = if draft.elided && !draft.part { counted.or(near) } else { near.or(counted) };
    // فُقد الاتصال بعشر عائلات كانت قد لجأت إلى البلدة: what befell them before.
    let earlier = matches!(reader.key(draft.end), "كانت" | "كانوا") && reader.key(draft.end + 1) == "قد";
    let behind = behind.filter(|s| !(earlier && near.is_some() && s.0 == Status::Displaced));
    // مقتل 8 أشخاص من عائلة نازحة: where they were from, behind what befell them.
    let from = reader.key(draft.end) == "من";
    let nearer = near.is_some_and(|n| overrules(n.0, Status::Displaced));
    let behind = behind.filter(|s| !(from && nearer && s.0 == Status::Displaced));
    // جثامين 13 عسكرياً كانوا في عداد المفقودين
    if near.is_some_and(|s| s.0 == Status::Killed) && behind.is_some_and(|s| s.0 == Status::Missing) {
        return near;
    }
    // قتلى وجرحى و12 معتقلاً: prisoners of a list are none of the dead.
    let held = draft.own_group == Some(Group::Prisoner) && !draft.part;
    let fits = |d: &&Draft| draft.quantity.min.zip(d.quantity.max).is_none_or(|(part, whole)| part <= whole);
    let inherited = total
        .filter(|d| !held && (!draft.part || fits(d)))
        .and_then(|d| d.quantity.status)
        .map(by(Basis::FateOfTotal));
    if draft.part
        && let Some((whole, _)) = inherited
    {
        // توفي ستة منهم: of the wounded.
        // وجُرح العشرات منهم: the word right before the number is of it.
        let own = governor.is_some_and(|g| g.next_to && g.of_this) && draft.pronoun == OF_THEM
            || super::complement::verb_of_them(reader, draft, place).is_some();
        if own && let Some(near) = near {
            return described.or(Some(near));
        }
        let near = near.filter(|s| overrules(s.0, whole) || s.0 == Status::Other);
        let behind = behind.filter(|s| whole != Status::Killed || s.0 == whole);
        return described.or(behind).or(near).or(inherited);
    }
    let far = || governed(reader, draft.first, place, FAR);
    let of_counted = || fate_of_counted(reader, draft, place);
    // بلغ عدد من هُجّروا 5900 شخص، نُقلوا بالحافلات; عدد من فقدوا حياتهم إلى 28
    if let Some(told) = super::tally::fate_of_whoever(reader, draft, place) {
        return Some((told, Basis::FarFate));
    }
    let lost = || {
        super::loss::bearer(reader, draft, place)
            .filter(|b| b.dead && draft.own_group != Some(Group::Prisoner))
            .map(|_| Status::Killed)
    };
    let far = || far().or_else(of_counted).or_else(lost);
    described.or(behind).or(near).or(inherited).or_else(|| far().map(by(Basis::FarFate)))
}

/// 320 عائلة غادرت اللطامنة, 45 ألف إنسان تركوا البلدة: families and people who left where they lived.
fn left_place(reader: &Reader<'_>, draft: &Draft) -> bool {
    let end = after_phrase(reader, draft);
    let family = draft.own_group == Some(Group::Family);
    let verb = matches!(reader.key(end), "تركت" | "تركوا" | "هجروا")
        || family && matches!(reader.key(end), "غادرت" | "غادروا");
    // غادرت مخيم كذا ضمن الدفعة الثالثة: taken away, not driven out.
    let taken = (end + 1..end + TAKEN_REACH)
        .any(|at| ["مخيم", "الدفع", "دفع", "حافل", "الحافل"].iter().any(|w| reader.key(at).starts_with(w)));
    let lived = matches!(
        reader.key(end + 1),
        "الحي"
            | "البلده"
            | "القريه"
            | "المدينه"
            | "المنطقه"
            | "بلدتهم"
            | "قريتهم"
            | "مدينتهم"
            | "مناطقهم"
    );
    let named = || {
        let named = reader.mention_at(end + 1).filter(|m| m.kind == crate::MentionKind::Place);
        named.is_some_and(|m| m.span.start() == reader.tokens[end + 1].span.start())
    };
    let kin =
        matches!(draft.own_group, None | Some(Group::Family | Group::Civilian)) && draft.own_status.is_none();
    draft.person && !draft.elided && kin && verb && !taken && (lived || named())
}

/// Words behind the verb of leaving in which buses or a batch are looked for: 4 to 10.
const TAKEN_REACH: usize = 8;

/// هروب 200 امرأة من مخيم الهول, فرار سبعة من السجن: out of where they were held.
pub(super) fn escapes(reader: &Reader<'_>, draft: &Draft) -> bool {
    let flight = |at: usize| {
        let word = reader.key(at).trim_start_matches(['و', 'ب']);
        matches!(word, "هروب" | "فرار" | "هرب" | "هربت" | "فر" | "فرت")
    };
    let held = |at: usize| {
        let place = reader.key(at + 1).trim_start_matches("ال");
        reader.key(at) == "من" && matches!(place, "مخيم" | "سجن" | "معتقل" | "سجون")
    };
    (1..=NEAR).filter_map(|n| draft.first.checked_sub(n)).any(flight)
        && (draft.end..draft.end + ESCAPE_REACH).any(held)
}

/// Words behind people to where they got away from: 0 to 5.
const ESCAPE_REACH: usize = 5;

/// ترك 300 شخص منازلهم, غادرت 40 عائلة بيوتها.
fn left_homes(reader: &Reader<'_>, draft: &Draft) -> bool {
    if left_place(reader, draft) {
        return true;
    }
    let homes = ["منازل", "بيوت", "ديار", "قرا"].iter().any(|home| {
        reader.key(draft.end).strip_prefix(home).is_some_and(|pronoun| matches!(pronoun, "هم" | "ها"))
    });
    let left = |at: usize| {
        let verb = reader.key(at).trim_start_matches('و');
        matches!(verb, "ترك" | "تركت" | "غادر" | "غادرت" | "هجر" | "هجرت" | "اخلي" | "اخلت")
    };
    homes && draft.person && (1..=NEAR + 1).filter_map(|n| draft.first.checked_sub(n)).any(left)
}

/// Tokens between the governing word and its number, adverbs and the doer included: a few for what is near ...
pub(super) const NEAR: usize = 3;

/// ... and as many as a doer with its label takes for what is far.
pub(super) const FAR: usize = 9;

/// The wounded may die, prisoners be killed or freed; the dead stay dead.
pub(super) fn overrules(said: Status, own: Status) -> bool {
    match own {
        Status::Killed | Status::Other => false,
        // قضى لاجئان, إصابة نازحين.
        Status::Displaced => {
            matches!(
                said,
                Status::Killed | Status::Wounded | Status::Missing | Status::Captured | Status::Arrested
            )
        }
        Status::Wounded | Status::Missing | Status::Surrendered | Status::Evacuated => said == Status::Killed,
        Status::Captured | Status::Arrested => matches!(said, Status::Killed | Status::Evacuated),
    }
}

/// What the words behind a counted phrase say: `5 جنود أُسروا`, `194 تم تحييدهم`.
fn behind(reader: &Reader<'_>, draft: &Draft) -> Option<Status> {
    let end = after_phrase(reader, draft);
    let from = past_aside(reader, end).unwrap_or_else(|| past_list(reader, end));
    for at in from..from + BEHIND_REACH {
        if reader.tokens.get(at).is_none_or(|t| opens_next(reader, t))
            || reader.numbered(at)
            || (at > from || reader.key(at) == "بعدما") && ends_clause(reader.key(at))
            // 300 مدني محاصر بينهم جرحى: of some of them only.
            || is_part_word(reader.key(at)) && reader.noun(at + 1).is_some_and(|f| f.noun.status.is_some())
            // ثلاثة وعشرون مدنياً جلّهم نازحون: of most of them only.
            || matches!(reader.key(at), "جلهم" | "معظمهم" | "اغلبهم" | "غالبيتهم" | "اكثرهم" | "بعضهم")
            || matches!(reader.key(at), "اثناء" | "خلال" | "لدي" | "عند" | "قبل" | "حين")
        {
            return None;
        }
        let words: Vec<&str> = (at..at + 3).map(|i| reader.key(i)).collect();
        // سقط ثلاثة عناصر بين قتيل وجريح: both fates in one number.
        let fate = |at: usize| reader.noun(at).and_then(|f| f.noun.status);
        let between = |at: usize| {
            reader.key(at) == "بين"
                && fate(at + 1).is_some()
                && fate(at + 2).is_some_and(|s| Some(s) != fate(at + 1))
        };
        if between(at) || words[0] == "سقطوا" && between(at + 1) {
            return Some(Status::Other);
        }
        // نُقلوا جرحى, وقع تسعة قتلى: what they were then.
        let then =
            matches!(words[0], "نقلوا" | "نقلا" | "نقلت" | "سقطوا" | "وقعوا" | "عادوا" | "وصلوا" | "خرجوا");
        let became = then.then(|| reader.lexicon.signals.after(&words[1..2])).flatten();
        if became.is_some() {
            return became;
        }
        // نُقلوا إلى المشفى: carried there, not evacuated.
        if words[0].starts_with("نقل") && words[1] == "الي" && is_hospital(words[2]) {
            return None;
        }
        // حيث ما زال 45 مقاتلاً متحصنين، أصيبت سيدة: of another.
        let comma = at > end && matches!(reader.key(at - 1), "،" | ",");
        let single = !words[0].ends_with("وا") && reader.noun(at).is_none();
        let another = reader.noun(at + 1).is_some_and(|f| f.noun.is_person() && !f.definite);
        if comma && single && another {
            return None;
        }
        if let Some(status) = reader.lexicon.signals.after(&words) {
            // …، توفي ستة منهم: the verb of the next figure.
            // 63 مصاباً، توفي منهم 11
            let next = at + 1 + usize::from(words[1] == "منهم");
            // عسكريان قُتلا وستة جُرحوا
            let of_two = reader.key(draft.end.saturating_sub(1)).ends_with("ان") && words[0].ends_with('ا');
            let of_next = reader.numbered(next) && !words[0].ends_with("وا") && !of_two;
            // قتلوا أو أصيبوا, قتلى ومصابين: two fates of one number.
            let next = if words[1] == "او" { words[2] } else { words[1].strip_prefix('و').unwrap_or("") };
            let agrees = words[1] == "او"
                || next.ends_with("وا")
                || reader
                    .lexicon
                    .nouns
                    .read(next)
                    .is_some_and(|f| f.count == crate::lexicon::nouns::Count::Many);
            // قتلى وأسيران: of the next figure.
            let both = agrees
                && !reader.numbered(at + 1)
                && reader.lexicon.signals.after(&[next]).is_some_and(|s| s != status);
            return (!of_next).then_some(if both { Status::Other } else { status });
        }
    }
    None
}

fn is_hospital(word: &str) -> bool {
    let word = word.trim_start_matches("ال");
    ["مشفي", "مستشفي", "مشافي", "مستشفيات", "نقطه", "مركز"].iter().any(|stem| word.starts_with(stem))
}

/// True where another clause or figure begins: a full stop, a number, "and" with a verb of fate.
fn opens_next(reader: &Reader<'_>, token: &Token) -> bool {
    let verb = |rest: &str| reader.lexicon.signals.before(rest, None).is_some();
    token.kind == TokenKind::Break
        || token.kind == TokenKind::Number
        || matches!(token.key.as_str(), "." | "؛" | ":")
        || token.key.strip_prefix('و').is_some_and(verb)
}

/// 12 آخرين، أعمارهم بين 3 سنوات و80 سنة، ما زالوا مخطوفين: one past the aside between commas, where a verb follows.
fn past_aside(reader: &Reader<'_>, end: usize) -> Option<usize> {
    let comma = |at: &usize| matches!(reader.key(*at), "،" | ",");
    let close = (end + 1..end + ASIDE_REACH).find(comma).filter(|_| comma(&end))?;
    let verb = matches!(reader.key(close + 1), "ما" | "لا" | "باتوا" | "اصبحوا" | "كانوا");
    // خمسة ضباط، أحدهم برتبة عقيد، لقوا حتفهم
    let plural = reader.key(close + 1).ends_with("وا") || reader.key(close + 1).ends_with("هم");
    let words: Vec<&str> = (close + 1..close + 4).map(|i| reader.key(i)).collect();
    (verb || plural && reader.lexicon.signals.after(&words).is_some()).then_some(close + 1)
}

/// جنديين ومتعاقداً وموظفاً في الوزارة قُتلوا: past others of one list whose verb is of all.
fn past_list(reader: &Reader<'_>, end: usize) -> usize {
    let mut at = end;
    while reader.noun(at).is_some_and(|f| f.proclitics == "و" && f.noun.is_person() && !f.definite)
        && !reader.numbered(at)
        && !reader.numbered(at + 1)
    {
        at += 1;
    }
    if at > end && reader.key(at) == "في" {
        at = reader.mention_at(at + 1).map_or(at + 2, |m| reader.end_of(m));
        at += usize::from(reader.key(at).starts_with("ال"));
    }
    if at > end && reader.key(at).ends_with("وا") { at } else { end }
}

/// Tokens of an aside between commas: 6 to 20.
const ASIDE_REACH: usize = 14;

/// Words between a counted phrase and its verb: an adjective, `كان`, `تم`.
const BEHIND_REACH: usize = 4;

/// One past the counted phrase with the names that belong to it: `13 عنصراً من تنظيم الدولة`.
fn after_phrase(reader: &Reader<'_>, draft: &Draft) -> usize {
    let mut end = reader.skip_quotes(draft.end);
    // خمسة ضباط روس
    if reader.noun(end).is_some_and(|f| f.noun.forces.is_some() && f.proclitics.is_empty()) {
        end += 1;
    }
    if reader.key(end) == "من" {
        end += 1;
        // تسعة من أفراد عائلتي
        end += usize::from(super::group::is_member_noun(reader.key(end)));
        if reader.noun(end).is_some() {
            end += 1;
        }
        end = reader.skip_quotes(end);
    }
    // ضابطان في قوات النظام برتبة لواء قُتلا
    let within = reader.skip_quotes(end + 1);
    if reader.key(end) == "في" && reader.mention_at(within).is_some_and(super::side::is_party) {
        end = within;
    }
    // 78 قتيلاً في صفوف فيلق الشام
    if reader.key(end) == "في" && reader.key(end + 1) == "صفوف" {
        end = reader.skip_quotes(end + 2);
        // في صفوف الحوثيين
        end += usize::from(reader.mention_at(end).is_none() && reader.noun(end).is_some_and(|f| f.definite));
    }
    if let Some(mention) = reader.mention_at(end) {
        end = reader.skip_quotes(reader.end_of(mention)).min(reader.end_of(mention) + 1);
    }
    let rank = reader.key(end) == "برتبه" && reader.noun(end + 1).is_some();
    end + if rank { 2 } else { 0 }
}

/// A noun beside the counted one that describes the same people: شهيداً مدنياً, جندياً قتيلاً, عائلة نازحة.
pub(super) fn description(reader: &Reader<'_>, draft: &Draft) -> Option<(Option<Status>, Option<Group>)> {
    let form = reader.noun(draft.end)?;
    // عشرات آلاف العائلات النازحة: both are definite.
    let agrees = !form.definite || draft.end > 0 && reader.key(draft.end - 1).starts_with("ال");
    let same = form.noun.is_person() && form.proclitics.is_empty() && agrees;
    // 25 إرهابياً قتلى ومصابين
    let next = reader.noun(draft.end + 1).filter(|f| f.proclitics == "و" && !f.definite);
    let other = next.and_then(|f| f.noun.status).filter(|s| form.noun.status.is_some_and(|own| own != *s));
    let status = other.map_or(form.noun.status, |_| Some(Status::Other));
    same.then_some((status, form.noun.group))
}
