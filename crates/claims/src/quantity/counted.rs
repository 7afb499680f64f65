//! What a number counts: the noun behind it (20 جندياً), before it (مدنيين اثنين), behind من (13 من عناصر X), in the word
//! itself (قتيلان), or said elsewhere in the sentence (وإصابة عشرة).

use super::elided::{elided, subject, their_number};
use super::people::{of_origin, of_phrase};
use super::{Draft, OF_THEM, Place, Raw, Reader};
use crate::basis::Basis;
use crate::lexicon::names::{is_closing, is_quote};
use crate::lexicon::nouns::{Count, Form};
use crate::lexicon::signals::{Signal, SignalSet};
use crate::reading::{Group, MentionKind, Status};
use riwayat_text::{Span, TokenKind};

/// The figure that a number makes; none where it counts nothing.
pub(super) fn read(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    type Way = fn(&Reader<'_>, &Raw, &Place<'_>) -> Option<Draft>;
    const WAYS: [(Way, Basis); 11] = [
        (|r, n, _| between_fates(r, n), Basis::CountedNoun),
        (|r, n, _| noun_before(r, n), Basis::CountedNoun),
        (|r, n, _| noun_behind(r, n), Basis::CountedNoun),
        (|r, n, _| noun_of_next(r, n), Basis::NounElsewhere),
        (others, Basis::NounElsewhere),
        (of_phrase, Basis::OfThem),
        (of_origin, Basis::UnknownNoun),
        (elided, Basis::NounElsewhere),
        (their_number, Basis::NounElsewhere),
        (|r, n, _| subject(r, n), Basis::NounElsewhere),
        (|r, n, _| unknown_noun(r, n), Basis::UnknownNoun),
    ];
    let on = |mut draft: Draft, basis| {
        draft.quantity.basis = basis;
        draft
    };
    if raw.dual {
        let raw = &under_negation(reader, raw, place);
        return super::dual::read(reader, raw).map(|d| on(d, Basis::OwnNumber));
    }
    if is_age(reader, raw) {
        return None;
    }
    if raw.percent {
        return Some(on(percent(reader, raw), Basis::Share));
    }
    let raw = &under_negation(reader, raw, place);
    // واحدة من أكبر المدن counts nothing, جندي واحد من القوات does.
    if is_one(reader.key(raw.first)) && raw.end == raw.first + 1 && reader.key(raw.end) == "من" {
        return noun_before(reader, raw).map(|d| on(d, Basis::CountedNoun));
    }
    let mut ways = WAYS.iter().filter(|(_, basis)| basis.holds());
    ways.find_map(|(way, basis)| way(reader, raw, place).map(|d| on(d, *basis)))
}

/// لن تطول المعركة أكثر من أسبوعين, لم يعد لديهم ما يكفي لأكثر من ستة أسابيع: with a negated verb before, more than so long
/// is so long at most.
fn under_negation(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Raw {
    let more = reader.key(raw.first).trim_start_matches('ل') == "اكثر" && raw.max.is_none();
    let time = (raw.first..raw.end + 1).any(|at| {
        reader
            .noun(at)
            .is_some_and(|f| super::dual::MEASURES.contains(&&*f.noun.unit) && f.proclitics.is_empty())
    });
    let last = place.before.last().map_or(0, |d| d.end);
    let negated = || {
        let back = (1..=NEGATED_REACH).filter_map(|n| raw.first.checked_sub(n));
        let mut clause = back.take_while(|at| {
            *at >= last
                && reader.is_word(*at)
                && reader.tokens[*at].span.start() >= place.sentence.start()
                && !super::governor::ends_clause(reader.key(*at))
                && !matches!(reader.key(*at), "منذ" | "سوي" | "الا" | "خلال" | "قبل")
                // لا يملك احتياطياً يكفي أكثر من شهرين: of what he has not.
                && !(reader.key(*at).ends_with("كفي") && *at > 0 && reader.key(at - 1) != "ما")
        });
        let at = clause.find(|at| {
            let word = reader.key(*at).trim_start_matches('و');
            matches!(word, "لم" | "لن" | "لا") && reader.key(at + 1).starts_with(['ي', 'ت', 'ن', 'ا'])
        })?;
        let lasting = matches!(reader.key(at + 1), "يزال" | "تزال" | "يزالون" | "يزل" | "تزل");
        (!lasting).then_some(())
    };
    // مرجحاً ألا تصمد الخطوط أكثر من أسبوع
    let not_to = || {
        let back = (1..=NEGATED_REACH).filter_map(|n| raw.first.checked_sub(n));
        let mut clause = back.take_while(|at| *at >= last && reader.is_word(*at));
        clause.find(|at| reader.key(*at) == "الا" && reader.key(at + 1).starts_with(['ي', 'ت'])).map(|_| ())
    };
    let out = raw.clone();
    if more && time && (negated().is_some() || not_to().is_some()) {
        return Raw { max: raw.min, min: None, ..out };
    }
    out
}

/// Words between a negation and how long: 5 to 12.
const NEGATED_REACH: usize = 9;

/// مسنون تجاوزوا الستين: a round ten that people have passed is their age, unless the dead or hurt stand before (القتلى تخطوا
/// الخمسين).
fn is_age(reader: &Reader<'_>, raw: &Raw) -> bool {
    let ten = |n: f64| (30.0..100.0).contains(&n) && n % 10.0 == 0.0;
    let passed = reader.key(raw.first).ends_with("وا")
        && reader.key(raw.end - 1).starts_with("ال")
        && raw.min.or(raw.max).is_some_and(ten);
    let back = (1..=PASSED_REACH).filter_map(|n| raw.first.checked_sub(n));
    let mut clause = back.take_while(|at| reader.is_word(*at) && !reader.numbered(*at));
    let hurt = clause.any(|at| reader.noun(at).is_some_and(|f| f.noun.status.is_some()));
    passed && !hurt
}

/// Words from the dead or hurt, with where and when, to the verb of passing: 1 to 8.
const PASSED_REACH: usize = 7;

/// A percent or a fraction, with what it is of where that follows at once (نصف المدينة, 60% من المقار).
fn percent(reader: &Reader<'_>, raw: &Raw) -> Draft {
    if let Some(draft) = share_of_measure(reader, raw) {
        return draft;
    }
    let mut draft = Draft::new(raw, "percent", number_span(raw));
    // 38% منهم, نحو 65 في المئة منهم أطفال
    if matches!(reader.key(raw.end), "منهم" | "منهن") {
        draft.pronoun = OF_THEM;
        draft.end = raw.end + 1;
        draft.quantity.span = draft.quantity.span.cover(reader.tokens[raw.end].span);
        // 80 في المئة منهم من النساء والأطفال
        let of = raw.end + 1 + usize::from(reader.key(raw.end + 1) == "من");
        draft.own_group = group_of_list(reader, of);
        return draft;
    }
    if (raw.first..raw.end).any(|at| reader.key(at).ends_with("هم")) {
        draft.pronoun = OF_THEM;
        if reader.key(raw.end) == "من" {
            // نصفهم من الأطفال: the noun says who the half are.
            draft.own_group = group_of_list(reader, raw.end + 1);
        } else if reader.noun(raw.end).is_some_and(|f| f.noun.is_person() && f.count == Count::Many) {
            // أكثر من نصفهم أطفال ونساء
            draft.own_group = group_of_list(reader, raw.end);
        }
        return draft;
    }
    let from = if reader.key(raw.end) == "من" { raw.end + 1 } else { raw.end };
    let follows = reader.is_word(from)
        && (from > raw.end || reader.key(from).starts_with("ال") || reader.noun(from).is_some())
        // سدّد 30% دفعة أولى: how, not of what.
        && reader.noun(from).is_none_or(|f| &*f.noun.unit != "batch");
    if follows && reader.mention_at(from).is_none_or(|m| m.span.start() == reader.tokens[from].span.start()) {
        let end = phrase_end(reader, from);
        count(reader, &mut draft, (from, end));
        // 67% من الجرحى هم من المدنيين: whom it befell, and which of them.
        if let Some(form) = reader.noun(from).filter(|f| f.noun.is_person() && f.noun.status.is_some()) {
            draft.own_status = form.noun.status;
            let they = end + usize::from(matches!(reader.key(end), "هم" | "هن" | "كانوا"));
            let of = they + usize::from(they > end && reader.key(they) == "من");
            // ربع الضحايا المدنيين, ثلثا قتلى التنظيم
            let kind = reader.noun(end).filter(|f| f.noun.is_person() && f.definite && form.definite);
            if kind.is_some() {
                count(reader, &mut draft, (from, end + 1));
            }
            let party = reader.mention_at(from + 1).is_some_and(super::side::is_party);
            draft.own_group = form
                .noun
                .group
                .or_else(|| kind.and_then(|f| f.noun.group))
                .or_else(|| group_of_list(reader, of))
                .or(party.then_some(Group::Fighter));
        }
    }
    draft
}

/// نصف طن, ربع كيلومتر مربع: a share of one measure is so much of it.
fn share_of_measure(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    const OF_ONE: [&str; 6] = ["m", "km", "ton", "kg", "litre", "minute"];
    let share = matches!(reader.key(raw.end - 1).trim_start_matches(['ب', 'ل']), "نصف" | "ربع" | "ثلث");
    let next = reader.noun(raw.end).filter(|f| {
        share && is_whole(f) && !f.definite && f.count == Count::One && OF_ONE.contains(&&*f.noun.unit)
    })?;
    let squared = reader.lexicon.nouns.read_pair(reader.key(raw.end), reader.key(raw.end + 1));
    let squared = squared.filter(|f| f.noun.unit.contains("m2"));
    let end = raw.end + 1 + usize::from(squared.is_some());
    let mut draft = with_noun(reader, raw, squared.as_ref().unwrap_or(&next), (raw.end, end));
    draft.quantity.min = raw.min.map(|n| n / 100.0);
    draft.quantity.max = raw.max.map(|n| n / 100.0);
    Some(draft)
}

/// Which people the nouns from a token on are.
fn group_of_list(reader: &Reader<'_>, at: usize) -> Option<Group> {
    let kind = |at: usize| reader.noun(at).and_then(|f| f.noun.group);
    super::group::together(kind(at), kind(at + 1))
}

/// `17 بين قتيل وجريح`: killed and wounded in one number.
fn between_fates(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let at = raw.end + usize::from(reader.noun(raw.end).is_some_and(|f| f.noun.is_person()));
    if reader.key(at) != "بين" && reader.key(at) != "ما" {
        return None;
    }
    let at = at + usize::from(reader.key(at) == "ما");
    let first = reader.noun(at + 1)?;
    let second = reader.noun(at + 2)?;
    // 26 بين امرأة وطفل
    let kinds = super::group::together(first.noun.group, second.noun.group).filter(|g| *g == Group::Civilian);
    if second.proclitics == "و" && kinds.is_some() && first.noun.group != kinds {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        count(reader, &mut draft, (at + 1, at + 3));
        draft.quantity.span = draft.quantity.span.cover(reader.tokens[at].span);
        draft.own_group = kinds;
        return Some(draft);
    }
    let fates = first.noun.status.is_some() && second.noun.status.is_some() && second.proclitics == "و";
    fates.then(|| {
        let mut draft = Draft::new(raw, "person", number_span(raw));
        // أربعين عنصراً بين قتيل وجريح: the noun is what is counted, the fates stand behind it.
        if let Some(people) = reader.noun(raw.end).filter(|f| f.noun.is_person()) {
            draft = with_noun(reader, raw, &people, (raw.end, raw.end + 1));
        } else {
            count(reader, &mut draft, (at + 1, at + 3));
        }
        draft.own_status = Some(Status::Other);
        draft
    })
}

/// اثنان, واحد and numbers with the article stand behind their noun: مدنيين اثنين, ضابط واحد, الصواريخ الثمانية.
fn noun_before(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let first = reader.key(raw.first);
    // تجاوز القتلى الخمسين: the number is what they passed, and does not describe them.
    let passed = first.starts_with("ال") && raw.min.is_some() && raw.max.is_none();
    let article = article_before(reader, raw);
    // ضابط واحد على الأقل: with its bound
    let one = is_one(first) && (raw.end == raw.first + 1 || reader.key(raw.first + 1) == "علي");
    if !(is_two(reader, raw)
        || one
        || first.starts_with("ال") && reader.is_word(raw.first)
        || article < raw.first)
    {
        return None;
    }
    let first = if article < raw.first { "ال" } else { first };
    let (at, form) = (1..=NOUN_REACH_BACK).rev().find_map(|back| {
        let at = article.checked_sub(back)?;
        let form = reader
            .lexicon
            .nouns
            .read(reader.key(at))
            .filter(|f| f.pronoun.is_empty() || first.starts_with("ال"))
            // الاعتماد على مصدر واحد للدخل: no man.
            .filter(|_| !is_one(first) || reader.key(at) != "مصدر")
            // المدينة واحدة من …: a predicate.
            .filter(|f| !is_one(first) || f.count == Count::One && !f.definite)
            .filter(|f| !is_two(reader, raw) || f.count != Count::One)?;
        // عربة مصفحة واحدة
        let hers = |key: &str| first == "واحده" && key.ends_with('ه') && !key.starts_with("ال");
        let fits = |key: &str| {
            key.starts_with("ال")
                || is_one(first)
                    && form.count == Count::One
                    && (is_adjective(key) || hers(key) && reader.lexicon.nouns.read(key).is_none())
        };
        let adjectives = (at + 1..article).all(|i| reader.is_word(i) && fits(reader.key(i)));
        // مشافي إدلب الستة: a place between.
        let between = || {
            let place = reader.mention_at(at + 1).filter(|m| m.kind == MentionKind::Place);
            place.is_some_and(|m| reader.end_of(m) == article) && form.count == Count::Many && !form.definite
        };
        (adjectives || first.starts_with("ال") && between()).then_some((at, form))
    })?;
    if first.starts_with("ال") && form.count != Count::Many {
        return None;
    }
    // أُسر اثنان: a broken plural is no dual.
    let sound = ["ين", "ون", "ان", "ات"].iter().any(|end| reader.key(at).ends_with(end));
    if is_two(reader, raw) && form.count == Count::Many && !sound {
        return None;
    }
    let mut draft = with_noun(reader, raw, &form, (at, raw.end));
    let token = &reader.tokens[at];
    let cut = crate::mention::cut_bytes(token.span.of(reader.text), form.proclitics.chars().count());
    let start = token.span.start() + cut;
    draft.quantity.span =
        if passed { number_span(raw) } else { Span::new(start, reader.tokens[raw.end - 1].span.end()) };
    draft.quantity.counted = Some(Span::new(start, token.span.end()));
    // أقل من كيلوغرام واحد, لا تتعدى جريحين اثنين
    let alone = is_one(first) && raw.end == raw.first + 1 || is_two(reader, raw);
    if alone && form.proclitics.is_empty() {
        let mut bound = Raw { first: at, span: token.span, ..raw.clone() };
        super::dual::take_bound(reader, at, &mut bound);
        draft.first = bound.first;
        draft.quantity.span = draft.quantity.span.cover(bound.span);
        (draft.quantity.min, draft.quantity.max) = (bound.min, bound.max);
        draft.quantity.approximate |= bound.approximate;
    }
    Some(draft)
}

/// The first token of an article that is written apart from its digits (الـ27), else the number's own.
fn article_before(reader: &Reader<'_>, raw: &Raw) -> usize {
    let tatweel = raw.first.checked_sub(1).filter(|at| reader.key(*at) == "ـ").unwrap_or(raw.first);
    let article = tatweel.checked_sub(1).filter(|at| reader.key(*at) == "ال");
    article.filter(|_| reader.tokens[raw.first].kind == TokenKind::Number).unwrap_or(raw.first)
}

/// How many tokens before its number a noun stands at most: itself and one adjective.
const NOUN_REACH_BACK: usize = 2;

pub(super) fn is_two(reader: &Reader<'_>, raw: &Raw) -> bool {
    raw.end == raw.first + 1
        && matches!(reader.key(raw.first), "اثنان" | "اثنين" | "اثنتان" | "اثنتين" | "اثنا" | "اثني")
}

/// An indefinite adjective of relation: روسي, روسياً, روسية.
fn is_adjective(key: &str) -> bool {
    key.chars().count() >= 4 && ["ي", "يا", "يه"].iter().any(|end| key.ends_with(end))
}

fn is_one(word: &str) -> bool {
    matches!(word, "واحد" | "واحده" | "واحدا")
}

/// 20 جندياً, عشرات الدواعش, 194 "إرهابيا", 12 قرية ومزرعة, 320 كم مربع.
fn noun_behind(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let at = reader.skip_quotes(raw.end);
    let at = if is_filler(reader.key(at)) { at + 1 } else { at };
    if let Some(form) = reader.lexicon.nouns.read_pair(reader.key(at), reader.key(at + 1)) {
        let end = if form.noun.unit.contains("m2") { at + 2 } else { at + 1 };
        return Some(with_noun(reader, raw, &form, (at, end)));
    }
    let form = reader.noun(at).filter(|f| is_whole(f))?;
    // 28 سنتا: behind a number stands no dual, so the ending is that of what is counted.
    let counted = || {
        let noun = reader.lexicon.nouns.read(reader.key(at).strip_suffix('ا')?);
        noun.filter(|f| f.count == Count::One && is_whole(f))
    };
    let form = if form.count == Count::Two { counted().unwrap_or(form) } else { form };
    // ترك خمسون ألفاً منازلهم: what is theirs is not counted.
    if !form.pronoun.is_empty() && reader.key(raw.end - 1).ends_with('ا') {
        return None;
    }
    let mut end = at + 1;
    if let Some(next) = reader.noun(end)
        && next.proclitics == "و"
        && next.noun.unit == form.noun.unit
        && next.count == Count::One
        && !next.definite
        && !reader.numbered(end + 1)
        && form.count == Count::One
        && (next.noun.status == form.noun.status)
        // 12 مدنياً ومراسل وكالة …: no second noun of the number.
        && (!reader.key(at).ends_with('ا') || reader.key(end).ends_with(['ا', 'ه']))
    {
        end += 1;
    }
    // ألف شهيد ومصاب
    let other_fate = reader.noun(end).filter(|next| {
        let both = next.noun.status.is_some() && form.noun.status.is_some();
        next.proclitics == "و"
            && next.count == form.count
            && next.definite == form.definite
            && both
            && next.noun.status != form.noun.status
    });
    end += usize::from(other_fate.is_some());
    let women_and_children = end > at + 1
        && reader.noun(end - 1).is_some_and(|next| {
            [Group::Woman, Group::Child]
                .iter()
                .all(|g| [form.noun.group, next.noun.group].contains(&Some(*g)))
        });
    let mut draft = with_noun(reader, raw, &form, (at, end));
    if other_fate.is_some() {
        draft.own_status = Some(Status::Other);
    }
    if women_and_children {
        draft.own_group = Some(Group::Civilian);
    }
    if is_reference(reader, at) {
        draft.own_side = reader.mention_at(at).map(|m| m.entity.clone());
    }
    let half = half_behind(reader, end, &form.noun.unit);
    // Where the number's own grammar took the half in, it is reckoned with already.
    let reckoned = |half: &usize| raw.tail.is_some_and(|t| t.overlap(reader.tokens[*half - 1].span) > 0);
    if let Some(half) = half.filter(|h| !reckoned(h)) {
        draft.quantity.min = draft.quantity.min.map(|n| n + HALF);
        draft.quantity.max = draft.quantity.max.map(|n| n + HALF);
        draft.quantity.span = draft.quantity.span.cover(reader.tokens[half - 1].span);
        draft.end = half;
    }
    take_of_phrase(reader, &mut draft);
    Some(draft)
}

/// One past `ونصف` (`ونصف الكيلومتر`) behind a measure.
pub(super) fn half_behind(reader: &Reader<'_>, at: usize, unit: &str) -> Option<usize> {
    if !matches!(reader.key(at), "ونصف" | "ونصفا") {
        return None;
    }
    let same = reader.noun(at + 1).is_some_and(|f| f.definite && *f.noun.unit == *unit);
    Some(at + 1 + usize::from(same))
}

/// What ونصف adds.
pub(super) const HALF: f64 = 0.5;

/// `20 ألفاً من المدنيين` with a counted noun of no group: the group is behind من. The phrase itself stays outside.
fn take_of_phrase(reader: &Reader<'_>, draft: &mut Draft) {
    if draft.person
        && draft.own_group.is_none()
        && reader.key(draft.end) == "من"
        && reader.mention_at(draft.end + 1).is_none_or(|m| m.kind != MentionKind::Actor)
        && let Some(form) = reader.noun(draft.end + 1).filter(|f| f.noun.is_person())
    {
        // خمسة أشخاص من عائلة واحدة: the family is not who was counted.
        draft.own_group = form.noun.group.filter(|g| *g != Group::Family);
    }
}

fn is_reference(reader: &Reader<'_>, at: usize) -> bool {
    reader.mention_at(at).is_some_and(|m| m.kind == MentionKind::Actor)
}

/// Words between a number and its noun that say nothing of either.
fn is_filler(word: &str) -> bool {
    matches!(word, "نحو" | "حوالي" | "تقريبا")
}

/// A form that is a whole noun, not one with a preposition or "and" on it.
pub(super) fn is_whole(form: &Form<'_>) -> bool {
    form.proclitics.is_empty()
}

/// من 12 إلى 19 قتيلاً: the first count has the noun of the second.
fn noun_of_next(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let from = raw.first.checked_sub(1).is_some_and(|b| reader.key(b) == "من");
    let next = raw.end + 1;
    if !from || reader.key(raw.end) != "الي" || !reader.numbered(next) {
        return None;
    }
    let form = (next + 1..next + NEXT_NOUN_REACH).find_map(|at| reader.noun(at)).filter(is_whole)?;
    let mut draft = Draft::new(raw, &form.noun.unit, number_span(raw));
    draft.tell(form.noun);
    draft.elided = true;
    Some(draft)
}

/// Tokens of the second number, its noun included.
const NEXT_NOUN_REACH: usize = 5;

/// عشرات آخرون, خمسة آخرين: others of what was counted before.
fn others(reader: &Reader<'_>, raw: &Raw, place: &Place<'_>) -> Option<Draft> {
    if !matches!(reader.key(raw.end), "اخرون" | "اخرين" | "اخرى" | "اخري" | "اخر" | "غيرهم")
    {
        return None;
    }
    let mut draft = like_before(raw, place);
    count(reader, &mut draft, (raw.end, raw.end + 1));
    Some(draft)
}

/// A number whose noun is that of the figure before it; people where there is none.
pub(super) fn like_before(raw: &Raw, place: &Place<'_>) -> Draft {
    let total = place.total().or_else(|| place.before.last()).or(place.earlier);
    total.map_or_else(|| Draft::new(raw, "person", number_span(raw)), |last| like(raw, last))
}

/// Of people only: اثنين منهم behind سبع دقائق counts no minutes.
pub(super) fn people_like_before(raw: &Raw, place: &Place<'_>) -> Draft {
    let people = place.total().or_else(|| place.before.iter().rev().find(|d| d.person)).or(place.earlier);
    people.map_or_else(|| Draft::new(raw, "person", number_span(raw)), |last| like(raw, last))
}

/// A number whose noun is that of another figure; what befell those and how they belong together is their own.
pub(super) fn like(raw: &Raw, last: &Draft) -> Draft {
    let mut draft = Draft::new(raw, &last.quantity.unit, number_span(raw));
    draft.quantity.counted = last.quantity.counted;
    draft.own_group = last.quantity.group.filter(|g| matches!(g, Group::Fighter | Group::Civilian));
    draft.own_side.clone_from(&last.quantity.side);
    draft.elided = true;
    draft
}

/// One past the noun phrase that begins at a token: the noun, and a name or one definite noun that it governs.
pub(super) fn phrase_end(reader: &Reader<'_>, at: usize) -> usize {
    if let Some(mention) = reader.mention_at(at) {
        return reader.end_of(mention);
    }
    let next = reader.skip_quotes(at + 1);
    let definite = reader.key(at).starts_with("ال");
    match reader.mention_at(next) {
        Some(mention) if !definite && touches(reader, at, mention.span) => reader.end_of(mention).max(at + 1),
        _ => {
            let governed = !definite
                && reader.is_word(at + 1)
                && reader.key(at + 1).starts_with("ال")
                && reader.noun(at).is_none_or(|f| f.pronoun.is_empty());
            at + 1 + usize::from(governed)
        }
    }
}

/// True where only quotes, spaces or the name's own label stand between a token and a span.
fn touches(reader: &Reader<'_>, at: usize, span: Span) -> bool {
    span.start() <= reader.tokens[reader.skip_quotes(at + 1)].span.start()
}

/// From eleven on what is counted is one, in the accusative.
const LEAST_IN_ACCUSATIVE: f64 = 11.0;

/// A thing that the lexicon does not know: an indefinite noun right behind the number (12 منحلة).
fn unknown_noun(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    // (873) مسلماً: behind a bracket only the case of what is counted tells that it is.
    let inside = raw.first.checked_sub(1).is_some_and(|b| is_quote(&reader.tokens[b]));
    let behind = reader.skip_quotes(raw.end);
    let tells = |key: &str| {
        key.ends_with('ا')
            && !matches!(key, "صباحا" | "ظهرا" | "فجرا" | "ليلا" | "عصرا" | "منها" | "نقلا" | "علما")
    };
    let many = raw.min == raw.max && raw.min.is_some_and(|n| n >= LEAST_IN_ACCUSATIVE && n.fract() == 0.0);
    let closed = behind == raw.end + 1 && inside && many && tells(reader.key(behind));
    let at = if closed { behind } else { raw.end };
    let word = reader.key(at);
    const NO_THING: SignalSet = SignalSet::of(&[Signal::Telling, Signal::Locative, Signal::Befalls]);
    let told = reader.facts.of(at);
    let noun = reader.is_word(at)
        && word.chars().count() >= 3
        && !word.starts_with("ال")
        && !word.starts_with(['ي', 'و', 'ف', 'ب', 'ل'])
        && !matches!(
            word,
            "عدد"
                | "ارتفع"
                | "ارتفعت"
                | "كما"
                | "مازالوا"
                | "مازالت"
                | "هجريه"
                | "هجري"
                | "ميلاديه"
                | "ميلادي"
                | "للهجره"
        )
        && !told.cut.has(Signal::Stop)
        && !told.whole.meets(NO_THING)
        && reader.mention_at(at).is_none();
    let exact = raw.min == raw.max && raw.min.is_some_and(|n| n >= 3.0);
    let year = raw.end == raw.first + 1
        && reader.tokens[raw.first].kind == TokenKind::Number
        && raw.min.is_some_and(|n| (1900.0..2100.0).contains(&n));
    (noun && !year && (exact || raw.approximate || raw.min != raw.max)).then(|| {
        let mut draft = Draft::new(raw, "thing", number_span(raw));
        count(reader, &mut draft, (at, at + 1));
        draft
    })
}

pub(super) fn with_noun(reader: &Reader<'_>, raw: &Raw, form: &Form<'_>, counted: (usize, usize)) -> Draft {
    let mut draft = Draft::new(raw, &form.noun.unit, number_span(raw));
    draft.tell(form.noun);
    draft.pronoun = form.pronoun;
    count(reader, &mut draft, counted);
    draft
}

/// Sets the counted words and stretches the span over them, and over a bound behind them.
pub(super) fn count(reader: &Reader<'_>, draft: &mut Draft, (first, end): (usize, usize)) {
    let span = Span::new(reader.tokens[first].span.start(), reader.tokens[end - 1].span.end());
    draft.quantity.counted = Some(span);
    draft.quantity.span = draft.quantity.span.cover(span);
    let bracketed = draft.end < first
        && is_quote(&reader.tokens[draft.end])
        && draft.first.checked_sub(1).is_some_and(|b| is_quote(&reader.tokens[b]));
    if bracketed && draft.quantity.span.start() == reader.tokens[draft.first].span.start() {
        draft.quantity.span = draft.quantity.span.cover(reader.tokens[draft.first - 1].span);
    }
    draft.first = draft.first.min(first);
    draft.end = draft.end.max(end);
    // خمسة من مقاتلي "جيش خالد": the mark that closes what was opened inside.
    let marks = reader.tokens[draft.first..draft.end].iter().filter(|t| is_quote(t)).count();
    if marks % 2 == 1
        && let Some(close) = reader.tokens.get(draft.end).filter(|t| is_closing(&t.key))
    {
        draft.quantity.span = draft.quantity.span.cover(close.span);
    }
}

/// The span of a number, a bound behind its noun included.
pub(super) fn number_span(raw: &Raw) -> Span {
    raw.tail.map_or(raw.span, |tail| raw.span.cover(tail))
}

/// بين 3 سنوات و80 سنة: two figures of one unit that بين makes one.
pub(super) fn join_ranges(reader: &Reader<'_>, drafts: &mut Vec<Draft>) {
    let mut i = 0;
    while i + 1 < drafts.len() {
        if let Some(range) = range(reader, &drafts[i], &drafts[i + 1]) {
            drafts[i] = range;
            drafts.remove(i + 1);
        }
        i += 1;
    }
}

fn range(reader: &Reader<'_>, low: &Draft, high: &Draft) -> Option<Draft> {
    let between = low.first.checked_sub(1).filter(|b| reader.key(*b) == "بين")?;
    let apart = low.end == high.first && reader.key(high.first).starts_with('و')
        || low.end + 1 == high.first && reader.key(low.end) == "و";
    let (low, high_quantity) = (low.clone(), &high.quantity);
    let (min, max) = (low.quantity.min?, high_quantity.max?);
    let plain = low.quantity.min == low.quantity.max && high_quantity.min == high_quantity.max;
    (apart && plain && min < max && low.quantity.unit == high_quantity.unit).then(|| {
        let mut out = low;
        let first = between - usize::from(between > 0 && reader.key(between - 1) == "ما");
        out.quantity.span = reader.tokens[first].span.cover(high_quantity.span);
        out.quantity.max = Some(max);
        (out.first, out.end) = (first, high.end);
        out
    })
}
