//! Figures without a number word: duals (قتيلان, غارتين) and measures of one with a bound or a half (أقل من شهر, ساعة ونصف).

use super::counted::{HALF, half_behind, is_two, with_noun};
use super::{Draft, Raw, Reader};
use crate::lexicon::nouns::Count;
use crate::lexicon::signals::Signal;
use riwayat_text::normal::is_mark;
use riwayat_text::{DateMention, Span, TokenKind};

/// The duals and single measures of a text, apart from those inside dates, numbers and names. A dual is indefinite, and
/// not before a name or a definite noun (بلدتي طفس والمزيريب counts nothing new), nor the adjective of one.
pub(super) fn duals(reader: &Reader<'_>, numbers: &[Raw], dates: &[DateMention]) -> Vec<Raw> {
    let mut out = Vec::new();
    let taken = taken(reader, numbers, dates);
    for (at, _) in reader.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
        if taken[at] || reader.noun(at).is_none() || reader.mention_at(at).is_some() {
            continue;
        }
        // مدنيان سوريان is one dual and its adjective, ممرضان وطبيبان are two.
        let adjective = || !joined(reader, at) && at.checked_sub(1).is_some_and(|b| describes(reader, b));
        if is_dual(reader, at) && became(reader, at) {
            continue;
        }
        if is_dual(reader, at) && !adjective() {
            // ساعتين ونصف
            let half = reader.noun(at).and_then(|f| half_behind(reader, at + 1, &f.noun.unit)).is_some();
            out.push(raw(reader, at, if half { 2.0 + HALF } else { 2.0 }));
        } else if let Some(single) = single(reader, at) {
            out.push(single);
        }
    }
    out
}

/// مقاتلتين ارتقتا شهيدتين: what two of those before became.
fn became(reader: &Reader<'_>, at: usize) -> bool {
    let verb = at.checked_sub(1).map_or("", |b| reader.key(b));
    let fate = reader.noun(at).is_some_and(|f| f.noun.status.is_some() && f.proclitics.is_empty());
    // ارتقتا, سقطا: the verb of one, with the alif of two.
    let fell = verb.strip_suffix('ا').is_some_and(|one| reader.lexicon.signals.before(one, None).is_some());
    fate && fell && at.checked_sub(2).is_some_and(|b| is_dual(reader, b))
}

/// True where a dual or اثنان منهم stands here, adjectives of it passed over (مصدران أمنيان تركيان).
fn describes(reader: &Reader<'_>, at: usize) -> bool {
    let them = matches!(reader.key(at), "منهم" | "منهن");
    let two = || at.checked_sub(1).is_some_and(|b| reader.key(b).starts_with("اثن"));
    let dual = |word: &str| ["يان", "يين", "يتان", "يتين"].iter().any(|end| word.ends_with(end));
    let adjective = || dual(reader.key(at)) && reader.noun(at).is_none();
    is_dual(reader, at)
        || them && two()
        || adjective() && at.checked_sub(1).is_some_and(|b| is_dual(reader, b))
}

/// By token: true in a number, behind it, before a two, and in a date. One pass, so that reading stays linear.
fn taken(reader: &Reader<'_>, numbers: &[Raw], dates: &[DateMention]) -> Vec<bool> {
    let mut out = vec![false; reader.tokens.len()];
    let mut take = |from: usize, to: usize| {
        let end = to.min(out.len());
        out[from.min(end)..end].fill(true);
    };
    for n in numbers {
        let before = usize::from(is_two(reader, n) && n.first > 0);
        // قُتل لاجئ واحد وامرأتان: what is joined on is not counted by the number.
        take(n.first - before, n.end + usize::from(!joined(reader, n.end)));
    }
    for d in dates {
        let first = reader.tokens.partition_point(|t| t.span.end() <= d.span.start());
        let end = reader.tokens.partition_point(|t| t.span.start() < d.span.end());
        take(first, end);
    }
    out
}

/// True of a noun with a conjunction on it.
fn joined(reader: &Reader<'_>, at: usize) -> bool {
    reader.noun(at).is_some_and(|form| form.proclitics.starts_with('و'))
}

/// The unit of people.
const PERSON: &str = "person";

/// A thing's dual without its nun is written like the adjective made of it (قصف مدفعي, هجوم صاروخي), which is far
/// the commoner: it counts nothing, unless a preposition on it (بصاروخي تاو) tells the noun, or its feminine ta (شاحنتي
/// ذخيرة). The dual of people that is written as their plural is told by its vowel (مدنيَّين).
fn is_dual(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.key(at);
    reader.noun(at).is_some_and(|form| {
        let written = reader.tokens[at].span.of(reader.text);
        let vowels = written.strip_suffix("ين").map(|stem| stem.rsplit(|c| !is_mark(c)).next().unwrap_or(""));
        let voiced = form.count == Count::Many && vowels.is_some_and(|marks| marks.contains('\u{64E}'));
        let bare = (form.count == Count::Two || voiced) && !form.definite && form.pronoun.is_empty();
        // إلى مركزي إيواء: behind a preposition stands a noun; ثماني بنادق وجهازي لاسلكي: in a list, too.
        let before = |n: usize| at.checked_sub(n).map_or("", |b| reader.key(b));
        let behind = matches!(before(1), "الي" | "علي" | "في" | "من" | "عن" | "بين");
        // في تفجيري باب الصغير, على حقلي باي حسن: of a name.
        let last = reader.key(at + 2);
        let ends =
            !reader.is_word(at + 2) || last.starts_with('و') || reader.facts.cut_is(at + 2, Signal::Stop);
        let time = reader.noun(at + 1).is_some_and(|f| MEASURES.contains(&&*f.noun.unit));
        let owned = ["هما", "هم", "كم", "ها", "نا"].iter().any(|p| reader.key(at + 1).ends_with(p));
        let preposition = behind && ends && !owned && !time && !last.starts_with("ال");
        let listed = form.proclitics == "و"
            && at.checked_sub(1).and_then(|b| reader.noun(b)).is_some_and(|f| f.count == Count::Many)
            && at.checked_sub(2).is_some_and(|b| reader.tokens[b].value().is_some() || is_unit(before(2)));
        let after_preposition = form.proclitics.contains(['ب', 'ل', 'ك']) || preposition || listed;
        let nisba =
            word.ends_with('ي') && !word.ends_with("تي") && &*form.noun.unit != PERSON && !after_preposition;
        // على جبهتي بلبل وراجو: of two names.
        let next = at + 2;
        let names = || {
            behind
                && &*form.noun.unit != PERSON
                && !reader.facts.cut_is(next, Signal::Stop)
                && reader.noun(at + 1).is_none()
                && reader.key(next).starts_with('و')
                && reader.noun(next).is_none()
                && reader.key(next).chars().count() > 3
        };
        bare && (!is_construct(word) || !nisba && has_complement(reader, at + 1) && !names())
    })
}

/// The words of three to ten.
fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 8] = ["ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"];
    UNITS.iter().any(|unit| matches!(word.strip_prefix(unit), Some("" | "ه")))
}

/// A measure said once, with a bound before it or a half behind it; a measure alone counts nothing.
fn single(reader: &Reader<'_>, at: usize) -> Option<Raw> {
    let form = reader.noun(at)?;
    let measure = MEASURES.contains(&&*form.noun.unit) && form.count == Count::One && !form.definite;
    // ربع ساعة, نصف ساعة: a share of an hour is a measure.
    if &*form.noun.unit == "hour"
        && !form.definite
        && let Some(share) = at.checked_sub(1).and_then(|b| share_of_hour(reader.key(b)))
    {
        let mut out = raw(reader, at, share);
        out.first = at - 1;
        out.span =
            reader.tokens[at - 1].span_without(reader.text, proclitic(reader.key(at - 1))).cover(out.span);
        return Some(out);
    }
    if !measure || !form.proclitics.is_empty() {
        return None;
    }
    let half = half_behind(reader, at + 1, &form.noun.unit);
    let single = raw(reader, at, if half.is_some() { 1.0 + HALF } else { 1.0 });
    (half.is_some() || single.first < at).then_some(single)
}

/// What a share of an hour is worth.
fn share_of_hour(word: &str) -> Option<f64> {
    match word.strip_prefix(proclitic(word)).unwrap_or(word) {
        "نصف" => Some(0.5),
        "ربع" => Some(0.25),
        "ثلث" => Some(0.333),
        _ => None,
    }
}

fn proclitic(word: &str) -> &'static str {
    ["ب", "ل"].into_iter().find(|p| word.starts_with(p)).unwrap_or("")
}

/// Units of time and distance, of which one is counted without a number.
pub(super) const MEASURES: [&str; 8] = ["minute", "hour", "day", "week", "month", "year", "km", "m"];

fn raw(reader: &Reader<'_>, at: usize, value: f64) -> Raw {
    let form = reader.noun(at);
    let token = &reader.tokens[at];
    let letters = form.map_or(0, |f| f.proclitics.chars().count());
    let start = token.span.start() + crate::mention::cut_bytes(token.span.of(reader.text), letters);
    let half = form.and_then(|f| half_behind(reader, at + 1, &f.noun.unit));
    let end = half.unwrap_or(at + 1);
    let mut out = Raw {
        first: at,
        end,
        span: Span::new(start, reader.tokens[end - 1].span.end()),
        min: Some(value),
        max: Some(value),
        approximate: false,
        percent: false,
        tail: None,
        dual: true,
    };
    if letters == 0 {
        take_bound(reader, at, &mut out);
        take_far_bound(reader, at, &mut out);
    }
    take_tail(reader, &mut out);
    out
}

/// ضربتين جويتين على الأقل: the bound behind the noun, one adjective between them.
fn take_tail(reader: &Reader<'_>, out: &mut Raw) {
    // مرتين أو أكثر
    let or = reader.key(out.end) == "او";
    match reader.key(out.end + 1) {
        "اكثر" if or => out.max = None,
        "اقل" if or => out.min = None,
        _ => {}
    }
    let tail = (out.end..out.end + 2).find(|i| reader.key(*i) == "علي");
    match tail.map(|i| reader.key(i + 1)) {
        Some("الاقل") => out.max = None,
        Some("الاكثر" | "اكثر") => out.min = None,
        _ => {}
    }
}

/// Bounds and hedges before a noun that is its own number: last words first.
const BOUNDS: [(&[&str], Bound); 12] = [
    (&["اكثر", "من"], Bound::Least),
    (&["يزيد", "عن"], Bound::Least),
    (&["يزيد", "علي"], Bound::Least),
    (&["يقل", "عن"], Bound::Least),
    (&["اقل", "من"], Bound::Most),
    // يتجاوز, تتعدى, لا يتعد
    (&["جاوز"], Bound::Least),
    (&["عدي"], Bound::Least),
    (&["عد"], Bound::Least),
    (&["نحو"], Bound::About),
    (&["حوالي"], Bound::About),
    (&["قرابه"], Bound::About),
    (&["زهاء"], Bound::About),
];

#[derive(Clone, Copy)]
enum Bound {
    Least,
    Most,
    About,
}

/// Takes in a bound right before the noun; لا turns "increases" round and "decreases" too.
pub(super) fn take_bound(reader: &Reader<'_>, at: usize, out: &mut Raw) {
    for (words, bound) in BOUNDS {
        let Some(first) = at.checked_sub(words.len()) else { continue };
        let read = words
            .iter()
            .enumerate()
            .all(|(i, w)| reader.key(first + i).trim_start_matches(['ت', 'ي']) == w.trim_start_matches('ي'));
        if !read {
            continue;
        }
        let negated = first > 0 && matches!(reader.key(first - 1), "لا" | "لم" | "لن");
        let bound = match (bound, words[0], negated) {
            (_, "عد", false) => continue,
            (_, "يزيد" | "جاوز" | "عدي" | "عد", true) => Bound::Most,
            (_, "يقل", false) => Bound::Most,
            (bound, ..) => bound,
        };
        let start = first - usize::from(negated);
        out.first = start;
        out.span = out.span.cover(reader.tokens[start].span);
        match bound {
            Bound::Least => out.max = None,
            Bound::Most => out.min = None,
            Bound::About => out.approximate = true,
        }
        return;
    }
}

/// لم تتجاوز خسائر الجيش شهيدين: the bound before its subject.
fn take_far_bound(reader: &Reader<'_>, at: usize, out: &mut Raw) {
    let verbs = ["تجاوز", "تعدي", "تعد", "تخطي", "تخط"];
    let surpasses = |i: usize| {
        reader.key(i).strip_prefix(['ي', 'ت']).is_some_and(|verb| verbs.contains(&verb))
            && i > 0
            && matches!(reader.key(i - 1).trim_start_matches('و'), "لم" | "لا" | "لن")
    };
    let back = (2..=SUBJECT_REACH).filter_map(|n| at.checked_sub(n));
    let mut words = back.take_while(|i| reader.is_word(*i) && !reader.numbered(*i));
    if out.min == out.max && words.any(surpasses) {
        out.min = None;
    }
}

/// Words from a verb of bound over its subject to the dual: 3 to 6.
const SUBJECT_REACH: usize = 5;

/// A dual that has lost its nun: صاروخي, حالتا.
fn is_construct(word: &str) -> bool {
    !(word.ends_with("ان") || word.ends_with("ين"))
}

/// True where an indefinite noun stands there, so that a construct dual before it is indefinite.
fn has_complement(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.key(at);
    reader.is_word(at)
        && !word.starts_with("ال")
        && reader.mention_at(at).is_none()
        && !reader.facts.cut_is(at, Signal::Stop)
        && !word.starts_with('ي')
        // عائلتي استشهدوا: my family.
        && !word.ends_with("وا")
        && !matches!(word, "واحد" | "واحده")
}

/// The figure that a dual or single measure makes.
pub(super) fn read(reader: &Reader<'_>, raw: &Raw) -> Option<Draft> {
    let at = (raw.first..raw.end)
        .find(|i| reader.noun(*i).is_some_and(|f| f.count != Count::Many) || is_dual(reader, *i))?;
    let form = reader.noun(at)?;
    let mut end = raw.end;
    if is_construct(reader.key(at)) && form.count == Count::Two && has_complement(reader, end) {
        end += 1;
    }
    let mut draft = with_noun(reader, raw, &form, (at, end));
    draft.quantity.span = Span::new(raw.span.start(), reader.tokens[end - 1].span.end());
    draft.quantity.counted =
        Some(Span::new(raw.span.start().max(reader.tokens[at].span.start()), reader.tokens[at].span.end()));
    Some(draft)
}
