//! Numbers whose noun is not said with them: said elsewhere in the sentence, or that of the figure before (وإصابة عشرة, حصيلة
//! القتلى ... 112, 39 في دمشق، و31 في حلب).

use super::counted::{like, like_before, number_span, phrase_end};
use super::people::people_before;
use super::{Draft, Place, Raw, Reader, fate, governor};
use crate::lexicon::nouns::Count;
use crate::reading::{Group, MentionKind, Status};
use riwayat_text::{Span, TokenKind};

/// A bare number that counts what the sentence named before: حصيلة القتلى ... 112, وإصابة ثلاثة, 20 بئراً من أصل 30.
pub(super) fn elided(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    let before = raw.first.checked_sub(1).map_or("", |i| reader.key(i));
    // الغارات، وعددها لم يقل عن خمسين: of the things that the pronoun points to.
    if let Some(draft) = their_things(reader, raw, place) {
        return Some(draft);
    }
    if may_be_year(reader, raw) {
        return headed(reader, raw, place).map(|found| of_noun(reader, raw, found));
    }
    let of_total = matches!(before, "اصل" | "مقابل" | "مقارنه") && !place.before.is_empty();
    // ارتفع إلى 112 عدد ضحايا المجزرة, إلى ثمانية عدد من قضوا
    // إلى أكثر من مئة ارتفع عدد شهداء التفجيرات
    let rose = usize::from(matches!(reader.key(raw.end), "ارتفع" | "ارتفعت" | "وصل" | "وصلت"));
    let counts = reader.key(raw.end + rose);
    if counts == "عدد" || rose > 0 && counts == "حصيله" {
        let at = raw.end + rose + 1;
        let Some(form) = reader.noun(at).filter(|f| f.noun.is_person() && f.count == Count::Many) else {
            let mut draft = Draft::new(raw, "person", number_span(raw));
            draft.elided = true;
            return Some(draft);
        };
        let beside = || reader.noun(at + 1).filter(|f| f.noun.is_person() && f.definite)?.noun.group;
        let unit = (form.noun.unit.to_string(), form.noun.group.or_else(beside), form.noun.status);
        return Some(of_noun(reader, raw, (reader.tokens[at].span, unit)));
    }
    if goes_on(reader, raw, place) {
        return Some(like_before(raw, place));
    }
    // خمسة آلاف دولار ثم ستة آلاف, 143 شهيداً لا 147: the same thing, counted again.
    if matches!(before, "ثم" | "لا")
        && let Some(last) = place.before.last().filter(|d| d.end + 1 == raw.first)
        && !reader.is_word(raw.end)
    {
        let mut draft = like(raw, last);
        draft.own_status = last.own_status;
        return Some(draft);
    }
    if let Some(draft) = are_the_fated(reader, raw) {
        return Some(draft);
    }
    // لم يوثق منهم بالأسماء إلا 96, لم يدخل من أصل 46 شاحنة سوى 31: of what was counted last.
    let but = match before {
        "علي" => raw.first.checked_sub(2).map_or("", |i| reader.key(i)),
        word => word,
    };
    if matches!(but, "سوي" | "الا")
        && raw.min.is_none_or(|n| n > 1.0)
        && !reader.is_word(raw.end)
        && governor::governed(reader, raw.first, place, FAR_GOVERNOR).is_none()
        && let Some(last) = place.before.last()
    {
        return Some(like(raw, last));
    }
    if let Some(draft) = out_of(reader, raw) {
        return Some(draft);
    }
    let part = fate::is_part_word(before) && (place.total().is_some() || place.earlier.is_some());
    // قُتل منهم خمسة عشر: of the people named before.
    if before == "منهم" && place.total().is_none() && place.earlier.is_none() {
        let (group, side) = people_before(reader, raw, place);
        if group.is_some() {
            let mut draft = Draft::new(raw, "person", number_span(raw));
            (draft.own_group, draft.own_side, draft.elided) = (group, side, true);
            return Some(draft);
        }
    }
    if of_total {
        // ست مشافٍ من أصل ثمانٍ: of the figure before, whatever it counts.
        return place.before.last().map(|last| like(raw, last));
    }
    if let Some(found) = headed(reader, raw, place) {
        let span = found.0;
        let mut draft = of_noun(reader, raw, found);
        // قتلى المرتزقة 61، وجرحاهم مئة: of those told before; شهداؤنا اثنان is of another side.
        let at = reader.tokens.partition_point(|t| t.span.start() < span.start());
        let own = super::toll::own_dead(reader.key(at)).is_some();
        let theirs = own && reader.key(at).ends_with("هم");
        // في صفوف المدنيين: القتلى 264، الجرحى 1543: of one kind.
        let near = |d: &&Draft| theirs || d.elided && raw.first - d.end.min(raw.first) <= LISTED_HEAD;
        let last = place.before.last().filter(|d| d.person).filter(near).filter(|_| theirs || !own);
        if let Some(last) = last.filter(|_| draft.own_group.is_none_or(|g| g == Group::Prisoner)) {
            let kind = last.quantity.group.filter(|g| matches!(g, Group::Fighter | Group::Civilian));
            draft.own_group = kind.or(draft.own_group);
            draft.own_side = draft.own_side.or_else(|| last.quantity.side.clone());
        }
        return Some(draft);
    }
    if part
        || was_before(reader, raw, place)
        || beside_place(reader, raw, place)
        || bracketed(reader, raw, place)
    {
        return Some(like_before(raw, place));
    }
    // 72 شهيداً، منهم … وسبعة تحت التعذيب
    let tortured = reader.key(raw.end) == "تحت" && place.before.last().is_some_and(|d| d.part && d.person);
    let own_fate = governor::governed(reader, raw.first, place, 0).is_some();
    if tortured
        || told_by_place(reader, raw, place)
        || listed_by_means(reader, raw, place)
        || !own_fate && listed_behind_verb(reader, raw, place)
    {
        let mut draft = like_before(raw, place);
        draft.part = true;
        return Some(draft);
    }
    // قتلى التنظيم في المحور 27, بلغ قتلى الجبهة ستة: of whom their dead are.
    if governor::governed(reader, raw.first, place, GOVERNOR_REACH).is_none()
        && let Some(found) = noun_elsewhere(reader, raw, place)
        && reader
            .mention_from(found.0)
            .is_some_and(|m| m.kind == MentionKind::Actor && found.0.contains(m.span))
        && place.before.last().is_none_or(|d| d.quantity.span.end() < found.0.start())
    {
        return Some(of_noun(reader, raw, found));
    }
    // تجاوز عدد القتلى 91، وأصيب 487: the nearer word tells.
    if governor::governed(reader, raw.first, place, GOVERNOR_REACH).is_none()
        && let Some(draft) = of_count(reader, raw, place)
    {
        return Some(draft);
    }
    if let Some(side) = of_force(reader, raw).filter(|_| place.total().is_some()) {
        let mut draft = like_before(raw, place);
        draft.own_side = Some(side);
        draft.own_group = Some(Group::Fighter);
        return Some(draft);
    }
    if let Some(last) = super::complement::listed(reader, raw.first, place) {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        (draft.elided, draft.own_status) = (true, last.quantity.status);
        return Some(draft);
    }
    if governor::governed(reader, raw.first, place, GOVERNOR_REACH).is_some()
        || (ends_phrase(reader, raw.end) || next_fate(reader, raw.end))
            && governor::governed(reader, raw.first, place, FAR_GOVERNOR).is_some()
        || joined_to_last(reader, raw, place)
        || place.total().is_some() && matches!(reader.key(raw.end), "فقط" | "كل")
    {
        if place.total().is_some() {
            return Some(like_before(raw, place));
        }
        let mut draft = Draft::new(raw, "person", number_span(raw));
        draft.elided = true;
        return Some(draft);
    }
    let found = noun_elsewhere(reader, raw, place)?;
    Some(of_noun(reader, raw, found))
}

/// سبعة وعشرون هم شهداء المدينة, ثلاثة عشر، بينهم سيدتان، هم من قضوا فيها: a number whose predicate says what befell.
fn are_the_fated(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let near = (raw.end..raw.end + PREDICATE_REACH)
        .take_while(|at| !matches!(reader.key(*at), "." | "؛" | ":" | "؟" | "!" | "ان"));
    let they = near.into_iter().find(|at| reader.key(*at) == "هم")?;
    // What counts something itself is no bare number.
    if reader.noun(raw.end).is_some() || reader.key(raw.end) == "من" {
        return None;
    }
    let mut draft = Draft::new(raw, "person", number_span(raw));
    draft.elided = true;
    draft.own_status = if matches!(reader.key(they + 1), "من" | "الذين") {
        reader.lexicon.signals.after(&[reader.key(they + 2)])
    } else {
        let dead = reader.noun(they + 1).filter(|f| f.noun.is_person() && f.count == Count::Many);
        dead.and_then(|f| f.noun.status)
    };
    draft.own_status.is_some().then_some(draft)
}

/// Tokens between a number and هم, an aside between: 4 to 10.
const PREDICATE_REACH: usize = 7;

/// الغارات، وعددها خمسون: things by the pronoun on their number.
fn their_things(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    let start = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    let back = (1..=THEIR_REACH).filter_map(|n| raw.first.checked_sub(n)).take_while(|at| *at > start);
    let count = back.into_iter().find(|at| reader.key(*at).trim_start_matches('و') == "عددها")?;
    let near = (start..count).rev().take(THEIR_REACH);
    let at = near
        .into_iter()
        .find(|at| reader.noun(*at).is_some_and(|f| f.count == Count::Many && !f.noun.is_person()))?;
    let form = reader.noun(at).filter(|_| !reader.is_word(raw.end))?;
    Some(of_noun(reader, raw, (reader.tokens[at].span, (form.noun.unit.to_string(), None, None))))
}

/// Tokens between things, their number and how many it is: 1 to 5.
const THEIR_REACH: usize = 5;

/// 67 من أصل 124 مدنياً: the noun stands with the whole. المرتبة الـ145 من أصل 175 counts nothing, and a scale is of both.
fn out_of(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let whole = raw.end + 2;
    let told = reader.key(raw.end) == "من" && reader.key(raw.end + 1) == "اصل" && reader.numbered(whole);
    let ordinal = reader.key(raw.first).starts_with("ال")
        || raw.first.checked_sub(1).is_some_and(|b| matches!(reader.key(b), "ـ" | "ال"));
    if !told || ordinal {
        return None;
    }
    let digits = reader.tokens.get(whole)?.kind == TokenKind::Number;
    let reach = if digits { 2 } else { WHOLE_NOUN };
    let form = (whole + 1..whole + reach).find_map(|at| reader.noun(at)).filter(|f| !f.definite)?;
    let mut draft = Draft::new(raw, &form.noun.unit, number_span(raw));
    draft.own_group = form.noun.group;
    draft.elided = true;
    Some(draft)
}

/// Tokens of the number of a whole in words, its noun included.
const WHOLE_NOUN: usize = 4;

/// 53 ألفاً بينهم 37 ألف مدني, وأربعة دون الثامنة عشرة, عشرة من كل طرف: more of those counted before, or so many of them.
fn goes_on(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let next = |n: usize| reader.key(raw.end + n);
    let among = matches!(next(0), "بينهم" | "منهم" | "بينهن") && reader.numbered(raw.end + 1)
        || next(0) == "بينهم" && reader.numbered(raw.end + 2);
    let young =
        matches!(next(0), "دون" | "تحت") && matches!(next(1), "الثامنه" | "سن" | "السادسه" | "الخامسه");
    let each = next(0) == "من" && next(1) == "كل" && matches!(next(2), "طرف" | "جانب" | "فريق");
    (among || young || each) && place.total().is_some()
}

/// الجرحى 9، الأسرى اثنان; والمفقودون: 4: an entry of a list, headed by whom it counts.
fn headed(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<(Span, Unit)> {
    let before = raw.first.checked_sub(1)?;
    // أما شهداؤها فكانوا تسعة, أما الأسرى فبلغوا 11
    let were = ["كانوا", "بلغوا", "كان", "بلغ"].contains(&reader.key(before).trim_start_matches('ف'));
    let at = if were || matches!(reader.key(before), ":" | "-") { before.checked_sub(1)? } else { before };
    // شهداؤنا اثنان، وجرحانا خمسة
    if let Some((status, ours)) = super::toll::own_dead(reader.key(at)) {
        let unit = ("person".to_owned(), ours.then_some(Group::Fighter), Some(status));
        return Some((reader.tokens[at].span, unit));
    }
    let form = reader.noun(at).filter(|f| f.noun.is_person() && f.definite && f.count == Count::Many)?;
    let opens = form.proclitics.starts_with('و')
        || reader.tokens[at].span.start() <= place.sentence.start()
        || at
            .checked_sub(1)
            .is_some_and(|b| !reader.is_word(b) || matches!(reader.key(b), "اما" | "واما"))
        // قالت إن المعتقلين أربعة: where no figure was told that it could correct.
        || place.total().is_none() && at > 0 && matches!(reader.key(at - 1), "ان" | "بان");
    let headed = opens && form.pronoun.is_empty() && form.noun.status.is_some();
    let unit = || (form.noun.unit.to_string(), form.noun.group, form.noun.status);
    headed.then(|| (reader.tokens[at].span, unit()))
}

/// Tokens between two entries of a tally: its comma, its head, a colon.
const LISTED_HEAD: usize = 4;

/// ارتفعت الحصيلة إلى 43 قتيلاً بعد أن كانت 29: the count before.
fn was_before(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let was = (1..=COUNT_REACH + 2)
        .filter_map(|n| raw.first.checked_sub(n))
        .take_while(|at| !matches!(reader.key(*at), "." | "،" | "؛"))
        .find(|at| matches!(reader.key(*at), "كان" | "كانت"));
    let after = was.is_some_and(|at| at > 1 && reader.key(at - 1) == "ان" && reader.key(at - 2) == "بعد");
    after
        && (place.total().is_some() || place.before.last().is_some())
        && (ends_phrase(reader, raw.end) || reader.key(raw.end) == "فقط")
}

/// وعددهم يزيد على ثلاثين, إن عددهم لم يتجاوز 90: people that a pronoun points to.
pub(super) fn their_number(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    let counts = |at: usize| {
        let word = reader.key(at).trim_start_matches('و');
        // عدد المفرج عنهم لا يتجاوز الثمانية
        let those = word == "عدد" && matches!(reader.key(at + 2), "عنهم" | "عليهم" | "عنهن" | "عليهن");
        those || matches!(word, "عددهم" | "عددهن" | "اعدادهم" | "الحصيله" | "العدد" | "الرقم")
    };
    let start = place.sentence.start();
    (1..=COUNT_REACH)
        .filter_map(|n| raw.first.checked_sub(n))
        .take_while(|at| reader.tokens[*at].span.start() >= start)
        .any(counts)
        .then_some(())
        .or_else(|| raises(reader, raw, place).then_some(()))
        .map(|()| {
            // أما قتلى التنظيم فتجاوز عددهم 310: whose number it is stands behind the last figure.
            let last = place.before.last().map_or(0, |d| d.quantity.span.end());
            let named = noun_elsewhere(reader, raw, place).filter(|(span, _)| span.start() > last);
            if let Some(found) = named {
                return of_noun(reader, raw, found);
            }
            // لم تُعرف خسائر المهاجمين الذين قُدّر عددهم بعشرين: of those named last, whatever befell others.
            let of_those = reader.key(raw.first.saturating_sub(1)).starts_with("عددهم")
                && nearer_people(reader, raw, place);
            if of_those {
                let mut draft = Draft::new(raw, "person", number_span(raw));
                (draft.own_group, draft.own_side) = people_before(reader, raw, place);
                return draft;
            }
            let mut draft = like_before(raw, place);
            draft.elided = true;
            if place.total().is_none() && place.earlier.is_none() && place.before.is_empty() {
                (draft.own_group, draft.own_side) = people_before(reader, raw, place);
            }
            draft
        })
}

/// ما يرفع الحصيلة منذ بدء العام إلى 192: a count and what it reaches, with since when between.
fn raises(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let reaches = raw.first.checked_sub(1).is_some_and(|b| matches!(reader.key(b), "الي" | "عند"));
    let last = place.before.last().map_or(0, |d| d.end);
    let back = (1..=RAISED_REACH).filter_map(|n| raw.first.checked_sub(n));
    let mut clause = back.take_while(|at| {
        *at >= last
            && reader.tokens[*at].span.start() >= place.sentence.start()
            && !matches!(reader.key(*at), "." | "؛" | ":" | "،")
    });
    let rises = |at: usize| {
        let verb = at.checked_sub(1).map_or("", |b| reader.key(b));
        ["رفع", "ارتفع", "ترتفع", "يرتفع", "ارتفاع", "وصل", "يصل", "تصل"].iter().any(|v| verb.contains(v))
    };
    reaches && reader.noun(raw.end).is_none() && clause.any(|at| reader.key(at) == "الحصيله" && rises(at))
}

/// Tokens between a count and what it reaches: 6 to 12.
const RAISED_REACH: usize = 10;

/// True where fighters or civilians are named behind the last figure.
fn nearer_people(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let last = place.before.last().map_or(0, |d| d.end);
    (last.max(raw.first.saturating_sub(ELSEWHERE_REACH))..raw.first).any(|at| {
        let form = reader.noun(at).filter(|f| f.count == Count::Many && f.noun.is_person() && f.definite);
        form.is_some_and(|f| f.noun.group.is_some() && f.noun.status.is_none())
    })
}

/// Tokens between عددهم and its number, a verb of bound among them.
const COUNT_REACH: usize = 5;

/// مئات الآلاف فروا, 19 قتلوا: people whose verb follows at once.
pub(super) fn subject(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let next = reader.key(raw.end);
    let plural = next.ends_with("وا") && next.chars().count() >= 4 && reader.is_word(raw.end)
        // ما زال العشرات تحت الركام
        || next == "تحت"
        // دفعت عشرات الآلاف إلى النزوح
        || next == "الي" && matches!(reader.key(raw.end + 1), "النزوح" | "الفرار" | "اللجوء");
    // أقل من 25 ألفاً مازالوا عالقين
    let from = raw.end + usize::from(matches!(next, "مازالوا" | "باتوا" | "اصبحوا"));
    // وإن خمسة لا يزال مصيرهم مجهولاً
    let still = matches!(next, "لا" | "ما") && reader.key(raw.end + 2) == "مصيرهم";
    let from = if still { raw.end + 2 } else { from };
    let plural = plural || still;
    let words: Vec<&str> = (from..from + 3).map(|i| reader.key(i)).collect();
    // خمسة من عائلة كذا قضوا عطشاً
    let family =
        next == "من" && reader.noun(raw.end + 1).is_some_and(|f| f.noun.group == Some(Group::Family));
    let verb = (raw.end + 2..raw.end + FAMILY_NAME).find(|at| {
        reader.key(*at).ends_with("وا") && reader.lexicon.signals.after(&[reader.key(*at)]).is_some()
    });
    if verb.filter(|_| family).is_some() {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        super::counted::count(reader, &mut draft, (raw.end + 1, raw.end + 2));
        draft.elided = true;
        return Some(draft);
    }
    // ووقع ثلاثة في الأسر, ولا يزال عشرة في عداد المفقودين
    let fell = raw.first.checked_sub(1).is_some_and(|b| {
        matches!(
            reader.key(b).trim_start_matches(['و', 'ف']),
            "قع" | "وقع" | "سقط" | "نقل" | "عاد" | "يزال" | "تزال" | "زال" | "بقي"
        )
    });
    let two = raw.end == raw.first + 1 && reader.key(raw.first).trim_start_matches('و').starts_with("اثن");
    // واثنتان اختُطفتا الأسبوع الماضي: the verb of one, with the alif of two.
    let of_two = next.strip_suffix('ا').filter(|_| two && reader.is_word(raw.end));
    if let Some(status) = of_two.and_then(|one| reader.lexicon.signals.before(one, None)) {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        (draft.elided, draft.own_status) = (true, Some(status));
        return Some(draft);
    }
    ((plural || fell) && reader.lexicon.signals.after(&words).is_some()).then(|| {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        draft.elided = true;
        draft
    })
}

/// Tokens from من over a family and its name to the verb: 3 to 5.
const FAMILY_NAME: usize = 5;

/// عدد X ... 140: the number of the nearest noun that is said to be counted.
fn of_count(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    let found = noun_elsewhere(reader, raw, place)?;
    let first = reader.tokens.partition_point(|t| t.span.start() < found.0.start());
    first.checked_sub(1).filter(|i| is_count_word(reader.key(*i)))?;
    Some(of_noun(reader, raw, found))
}

/// 142 منهم بقصف التحالف، و19 برصاص قناص, 71 منهم على يد النظام و58 على يد قسد: the next of a list of parts, each with what befell it.
fn listed_by_means(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let listed = reader.key(raw.first).starts_with('و')
        || raw.first.checked_sub(1).is_some_and(|b| reader.key(b) == "و");
    let means = reader.is_word(raw.end)
        && reader.key(raw.end).starts_with('ب')
        && reader.noun(raw.end).is_none_or(|f| !f.noun.is_person())
        || reader.key(raw.end) == "علي" && matches!(reader.key(raw.end + 1), "يد" | "يدي" | "ايدي");
    let part = || place.before.last().is_some_and(|d| d.part && d.person);
    listed && means && part() || listed_by_cause(reader, raw, place)
}

/// 36 قتيلاً بعبوات، 12 باغتيالات، 7 في اشتباكات: the next of a list of the dead, each with how they died.
fn listed_by_cause(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let cause = |at: usize| {
        let word = reader.key(at);
        let with = word.starts_with('ب')
            && reader.is_word(at)
            && reader.noun(at).is_none_or(|f| !f.noun.is_person() && f.proclitics == "ب");
        with && !matches!(word, "بينهم" | "بين" | "بينهن" | "بعد")
            || word == "في" && reader.mention_at(at + 1).is_none()
    };
    let Some(last) = place.before.last().filter(|d| d.person && d.quantity.status.is_some()) else {
        return false;
    };
    let comma = raw.first.checked_sub(1).is_some_and(|b| matches!(reader.key(b), "،" | ","));
    let and = reader.key(raw.first).starts_with('و');
    let near = raw.first - last.end.min(raw.first) <= CAUSE;
    let plain = (last.end..raw.first).all(|at| !matches!(reader.key(at), "." | "؛" | ":"));
    (comma || and) && near && plain && cause(last.end) && cause(raw.end)
}

/// Tokens of how some died, the comma behind it included: 2 to 5.
const CAUSE: usize = 4;

/// 117 شهيداً: 39 في دمشق، و31 في حلب: what a list of places makes of a total.
fn told_by_place(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let listed =
        raw.first.checked_sub(1).is_none_or(|b| matches!(reader.key(b), ":" | "،" | "," | "و" | "(" | "-"))
            || reader.key(raw.first).starts_with('و');
    // 8 من حمص، 6 من طرطوس
    let from = reader.key(raw.end) == "من"
        && reader.mention_at(raw.end + 1).is_some_and(|m| m.kind == MentionKind::Place)
        && (raw.first.checked_sub(1).is_some_and(|b| reader.key(b) == ":")
            || place.before.last().is_some_and(|d| d.part && d.elided));
    let placed = from
        || reader.key(raw.end) == "في"
            && ((raw.end + 1..raw.end + 4)
                .filter_map(|at| reader.mention_at(at))
                .any(|m| m.kind == MentionKind::Place)
                || in_parallel(reader, raw, place));
    listed && placed && place.total().is_some()
}

/// 24 في الشبكي و19 في رامي: one of at least two figures that are each in a place of their own, known or not.
fn in_parallel(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let figure = |at: usize| {
        reader
            .tokens
            .get(at)
            .is_some_and(|t| t.kind == TokenKind::Number && t.span.start() < place.sentence.end())
            && reader.key(at + 1) == "في"
    };
    let colon = raw.first.checked_sub(1).is_some_and(|b| reader.key(b) == ":");
    let named =
        |from: usize| (from..from + LISTED_PLACE).all(|at| !matches!(reader.key(at), "." | "؛" | ":"));
    let next = || named(raw.end) && (raw.end + 2..raw.end + 2 + LISTED_PLACE).any(figure);
    let last = || (2..=LISTED_PLACE + 2).filter_map(|n| raw.first.checked_sub(n)).any(figure);
    let first = colon && next();
    first || place.before.last().is_some_and(|d| d.part && d.person) && last()
}

/// Tokens of a place in such a list, the conjunction and comma behind it included.
const LISTED_PLACE: usize = 4;

/// العام الماضي 2014, منذ 2013: four digits that no noun follows are rather a year than a count of what was told before.
fn may_be_year(reader: &Reader<'_>, raw: &Raw) -> bool {
    let token = &reader.tokens[raw.first];
    let digits = raw.end == raw.first + 1
        && token.kind == TokenKind::Number
        && token.span.of(reader.text).chars().count() == token.key.len();
    digits && raw.min == raw.max && raw.min.is_some_and(|n| YEARS.contains(&n) && n % 100.0 != 0.0)
}

/// What may be a year.
const YEARS: std::ops::RangeInclusive<f64> = 1901.0..=2035.0;

/// شمسطار (11 قتيلاً) وبوداي (8): in brackets behind its place, as the figure before is.
fn bracketed(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let opens = |first: usize| first.checked_sub(1).is_some_and(|b| reader.key(b) == "(");
    let last = place.before.last().filter(|d| d.person && opens(d.first));
    // 91 شهيداً توزعوا على داريا (48) وحلب (17)
    let from = place.before.last().map_or(raw.first, |d| d.end);
    let spread = || {
        let named = raw.first.checked_sub(2).and_then(|at| reader.mention_at(at));
        named.is_some_and(|m| m.kind == MentionKind::Place)
            && place
                .before
                .last()
                .is_some_and(|d| d.person && d.quantity.status.is_some() || d.own_status.is_some())
            && (from..raw.first).any(|at| {
                let word = reader.key(at).trim_start_matches(['و', 'ي', 'ت', 'م']);
                word.starts_with("وزع") || word.starts_with("زع")
            })
    };
    opens(raw.first) && reader.key(raw.end) == ")" && (last.is_some() || spread())
}

/// حماة 54 شهيداً، دير الزور 11، البوكمال 3: the next of a list of places, each with its own figure behind it.
fn beside_place(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let ending_at = |end: usize| {
        let at = end.checked_sub(1)?;
        reader.mention_at(at).filter(|m| m.kind == MentionKind::Place && reader.end_of(m) == end)
    };
    let Some(own) = ending_at(raw.first) else { return false };
    let opens = reader.tokens.partition_point(|t| t.span.end() <= own.span.start());
    let listed = opens > 0 && matches!(reader.key(opens - 1), "،" | "," | "؛" | "-")
        || reader.key(opens).starts_with('و');
    let ends = !reader.is_word(raw.end) || reader.key(raw.end).starts_with('و');
    let before = place.before.last().is_some_and(|d| {
        let first = reader.tokens.partition_point(|t| t.span.end() <= d.quantity.span.start());
        d.person && ending_at(first).is_some()
    });
    listed && ends && before
}

/// 64 مصاباً، توفي ستة منهم، وحُوّل سبعة عشر إلى …: a clause of the list, its noun left out.
fn listed_behind_verb(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let Some(verb) = raw.first.checked_sub(1) else { return false };
    let word = reader.key(verb);
    let opens = verb > 0 && matches!(reader.key(verb - 1), "،" | "," | "؛");
    let behind_part = place.before.last().is_some_and(|d| d.part && d.person);
    let follows = matches!(reader.key(raw.end), "الي" | "في" | "من" | "بعد" | "عبر" | "." | "،" | "علي");
    opens
        && behind_part
        && follows
        && reader.is_word(verb)
        && word.starts_with('و')
        && !word.starts_with("وال")
        && reader.lexicon.nouns.read(word).is_none()
}

/// Whose a generic body of fighters is, where the word itself tells: the rebels' brigades.
pub(super) fn generic_side(word: &str) -> Option<crate::EntityId> {
    matches!(word, "الفصائل" | "الكتائب").then(|| "free-army".into())
}

fn of_noun(reader: &Reader<'_>, raw: &Raw, (span, (unit, group, status)): (Span, Unit)) -> Draft {
    let mut draft = Draft::new(raw, &unit, number_span(raw));
    draft.quantity.counted = Some(span);
    draft.own_group = group;
    draft.own_status = status;
    // بلغ قتلى جبهة ثوار سوريا ستة
    let named = |m: &&crate::Mention| m.kind == MentionKind::Actor && span.contains(m.span);
    draft.own_side = reader.mention_from(span).filter(named).map(|m| m.entity.clone());
    draft.elided = true;
    draft
}

fn is_count_word(word: &str) -> bool {
    matches!(word.trim_start_matches(['ب', 'و', 'ل']), "عدد" | "حصيله" | "اجمالي" | "مجموع")
}

/// Tokens between a bare number and the word that says what befell: إصابة أكثر من عشرة.
const GOVERNOR_REACH: usize = 2;

/// The same where the number ends its phrase: فر منها ومن 160 قرية ما يفوق 185 ألفاً إلى تركيا.
const FAR_GOVERNOR: usize = 9;

/// True where nothing that could be counted follows: a sign, a preposition, the end.
fn ends_phrase(reader: &Reader<'_>, at: usize) -> bool {
    !reader.is_word(at)
        || matches!(reader.key(at), "الي" | "من" | "ومن" | "في" | "علي" | "عبر" | "بعد" | "منذ" | "خلال")
}

/// قُتل في صفوف الجيش 27 وأصيب 40: the verb of the next figure.
fn next_fate(reader: &Reader<'_>, at: usize) -> bool {
    let verb = reader.key(at).strip_prefix('و').filter(|_| reader.numbered(at + 1));
    verb.is_some_and(|verb| reader.lexicon.signals.before(verb, None).is_some())
}

/// The force in 97 قتيلاً لحزب الله، و210 لقوات النظام.
fn of_force(reader: &Reader<'_>, raw: &Raw) -> Option<crate::EntityId> {
    let at = if reader.key(raw.end) == "ل" { reader.skip_quotes(raw.end + 1) } else { raw.end };
    let mention = reader.mention_at(at).filter(|m| m.kind == MentionKind::Actor)?;
    let lam = reader.text[..mention.span.start()].ends_with('ل') || at > raw.end;
    lam.then(|| mention.entity.clone())
}

/// قواتها, صفوفه: a body with the pronoun of its owner.
pub(super) fn own_force(word: &str) -> Option<&'static str> {
    if matches!(word, "رفاقنا" | "اخواننا" | "اخوتنا" | "شبابنا" | "رجالنا" | "ابطالنا")
    {
        return Some("نا");
    }
    let body = ["قوات", "صفوف", "كوادر", "عناصر", "وحدات", "مقاتلي", "جنود", "نخبت"];
    let rest = body.iter().find_map(|force| word.strip_prefix(force))?;
    ["ها", "ه", "نا"].into_iter().find(|pronoun| rest == *pronoun)
}

/// True for the second of two figures of one kind: `3 قتلى و5`, `قد يصل إلى 450`.
fn joined_to_last(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> bool {
    let Some(last) = place.before.last() else { return false };
    let between = &reader.tokens[last.end.min(raw.first)..raw.first];
    last.person && between.len() <= 4 && between.iter().any(|t| matches!(t.key.as_str(), "الي" | "و" | "يصل"))
}

pub(super) type Unit = (String, Option<Group>, Option<Status>);

/// The plural noun before a bare number in its sentence that the number is said of: عدد النازحين ... 140, القتلى فوق 60.
pub(super) fn noun_elsewhere(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<(Span, Unit)> {
    let first = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    (first..raw.first).rev().take(ELSEWHERE_REACH).find_map(|at| {
        if !reader.is_word(at) {
            return None;
        }
        let after_count = at > first
            && matches!(reader.key(at - 1).trim_start_matches(['ب', 'و']), "عدد" | "حصيله" | "اجمالي");
        let form = reader.noun(at).filter(|f| f.count == Count::Many)?;
        let told = form.noun.is_person() && form.noun.status.is_some() || after_count;
        let group = form.noun.group.or_else(|| described_by(reader, first, at));
        let span =
            Span::new(reader.tokens[at].span.start(), reader.tokens[phrase_end(reader, at) - 1].span.end());
        told.then(|| (span, (form.noun.unit.to_string(), group, form.noun.status)))
    })
}

/// عدد الجنود الأتراك القتلى, جنود الجيش المفقودون: the people that a word of fate describes, when it is an adjective.
fn described_by(reader: &Reader<'_>, first: usize, fate: usize) -> Option<Group> {
    let back = (first..fate).rev().take(DESCRIBED_REACH);
    let mut joined = back.take_while(|at| reader.is_word(*at) && !reader.numbered(*at));
    joined.find_map(|at| {
        let form = reader.noun(at).filter(|f| f.noun.is_person() && f.count == Count::Many)?;
        let definite = form.definite || reader.key(at + 1).starts_with("ال");
        let whole = matches!(form.proclitics, "" | "ال");
        form.noun.group.filter(|_| definite && whole && form.noun.status.is_none())
    })
}

/// Words between people and the adjective of what befell them: 2 to 4.
const DESCRIBED_REACH: usize = 3;

/// Tokens back in which the noun of a bare number is looked for.
pub(super) const ELSEWHERE_REACH: usize = 14;
