//! Clashes of two sentences on one happening: denied, other actor, other victim, other place, other day, other outcome.
//!
//! The rules are a table, asked in order. Opposed outcomes are told by words that exclude each other.

use crate::comparison::Why;
use crate::hours::{apart, hours};
use crate::side::Side;
use crate::telling::{days_apart, meet, near};
use riwayat_claims::{EntityId, Lexicon, RoleKind, outcomes};
use riwayat_text::Span;

type Rule = fn(&Side<'_>, &Side<'_>, &Lexicon) -> bool;

/// The rules, with what each says.
const RULES: [(Rule, &str, &str); 6] = [
    (denied, "أحدهما ينفي ما يقوله الآخر", "one denies what the other says"),
    (outcome, "ينتهي الأمر عندهما نهايتين متعارضتين", "it ends in two ways that exclude each other"),
    (actor, "الفعل واحد والفاعلان من طرفين", "one act, done by two sides"),
    (
        victim,
        "الفعل واحد وضحاياه مدنيون عند أحدهما ومقاتلون عند الآخر",
        "one act, its victims civilians or fighters",
    ),
    (place, "الشخص واحد والمكانان متباعدان", "one person, two places"),
    (day, "الفعل واحد ويوماه مختلفان", "one act, two days"),
];

/// Rules that a figure outranks: words that answer a question two ways may answer it of two things, and hours are told of
/// more than one.
const WEAK: [(Rule, &str, &str); 2] = [
    (answered, "ينتهي الأمر عندهما نهايتين متعارضتين", "it ends in two ways that exclude each other"),
    (hour, "الفعل واحد وساعتاه مختلفتان", "one act, two hours"),
];

/// Why both can hardly be, by what figures outrank.
pub(crate) fn weak_clash(a: &Side<'_>, b: &Side<'_>, lexicon: &Lexicon) -> Option<Why> {
    first(&WEAK, a, b, lexicon)
}

/// Why both cannot be, where they cannot.
pub(crate) fn clash(a: &Side<'_>, b: &Side<'_>, lexicon: &Lexicon) -> Option<Why> {
    first(&RULES, a, b, lexicon)
}

/// What the first rule that holds says.
fn first(rules: &[(Rule, &str, &str)], a: &Side<'_>, b: &Side<'_>, lexicon: &Lexicon) -> Option<Why> {
    let (_, ar, en) = rules.iter().find(|(rule, _, _)| rule(a, b, lexicon))?;
    Some(Why { ar: (*ar).to_owned(), en: (*en).to_owned() })
}

fn denied(a: &Side<'_>, b: &Side<'_>, _: &Lexicon) -> bool {
    a.denies != b.denies
}

/// Words of outcomes that exclude each other; folded.
const OPPOSED: [(&[&str], &[&str]); 6] = [
    (
        &["سيطر", "سيطروا", "يسيطرون", "سيطره", "استعاد", "استعادت", "تستعيد", "دخلت", "دخل"],
        &["افشل", "افشلت", "تصدت", "تصدي", "صد", "احبط", "احبطت"],
    ),
    (&["اتفاق", "اتفقا", "اتفقوا"], &["انهارت", "انهار", "فشلت", "فشل", "تعثرت"]),
    (&["وصلت", "وصل", "دخلت", "افرغت"], &["منعت", "منع", "عادت ادراجها", "ادراجها"]),
    (&["صمدت", "صمد", "التزم", "التزمت"], &["خرقت", "خرق", "خروقات", "انهارت"]),
    (&["تغلق", "اغلقت", "اغلق", "اغلاق"], &["مفتوح", "فتحت", "فتح", "مفتوحا"]),
    (&["انسحبت", "انسحب", "تستعيد", "استعادت", "الكامله", "بالكامل"], &["مازال", "زال", "يزال", "تزال"]),
];

/// One question of `lexicon/opposites.txt`, answered two ways.
fn answered(a: &Side<'_>, b: &Side<'_>, _: &Lexicon) -> bool {
    let (x, y) = (outcomes(&a.article.reading.tokens), outcomes(&b.article.reading.tokens));
    x.iter().any(|o| y.iter().any(|p| o.opposes(*p)))
}

fn outcome(a: &Side<'_>, b: &Side<'_>, _: &Lexicon) -> bool {
    OPPOSED.iter().any(|(x, y)| a.has(x) && b.has(y) && !b.has(x) || b.has(x) && a.has(y) && !a.has(x))
}

/// Two authors of different sides; where no author is told, the sides that the two name, if they share none.
fn actor<'a>(a: &Side<'a>, b: &Side<'a>, lexicon: &Lexicon) -> bool {
    let harm = |s: &Side<'_>| s.families.iter().any(|f| matches!(*f, "attack" | "killing" | "clash"));
    let opposed = |x: &[&EntityId], y: &[&EntityId]| {
        let of = |e: &EntityId, f: &EntityId| match (lexicon.camp_of(e), lexicon.camp_of(f)) {
            (Some(c), Some(d)) => c != d,
            _ => false,
        };
        !x.is_empty() && !y.is_empty() && x.iter().all(|e| y.iter().all(|f| of(e, f)))
    };
    // Whom it was done to is not who did it.
    let others = |s: &Side<'a>| -> Vec<&'a EntityId> {
        let harmed = s.role(RoleKind::Patient);
        s.silent.iter().copied().filter(|e| !harmed.contains(e) && !owns(s, e)).collect()
    };
    let (x, y) = (authors(a), authors(b));
    // Whom both name did not do it for one and not for the other.
    let (p, q) = (others(a), others(b));
    let alone = |of: &[&'a EntityId], other: &[&EntityId]| -> Vec<&'a EntityId> {
        of.iter().copied().filter(|e| !other.contains(e)).collect()
    };
    harm(a) && harm(b) && (opposed(&x, &y) || opposed(&alone(&p, &q), &alone(&q, &p)))
}

/// طائرة للاحتلال الروسي: whose it is, behind لـ wherever it is named.
fn owns(side: &Side<'_>, entity: &EntityId) -> bool {
    let (text, reading) = (side.article.text, side.article.reading);
    let mut named = reading.mentions.iter().filter(|m| m.entity == *entity);
    named.all(|m| {
        let token = reading.tokens.partition_point(|t| t.span.end() <= m.span.start());
        let word = reading.tokens.get(token).map_or("", |t| t.span.of(text));
        word.starts_with("لل") || word.starts_with('ل') && !m.span.of(text).starts_with('ل')
    })
}

fn authors<'a>(side: &Side<'a>) -> Vec<&'a EntityId> {
    let mut out = side.role(RoleKind::Agent);
    out.extend(side.role(RoleKind::Accused));
    out
}

/// People who do not fight; folded.
const CIVILIANS: [&str; 14] = [
    "مدني",
    "مدنيا",
    "مدنيين",
    "مدنيون",
    "اطفال",
    "طفل",
    "نساء",
    "تلاميذ",
    "نازحين",
    "نازحون",
    "مدرسا",
    "ملجا",
    "المدنيين",
    "الاطفال",
];
/// People who do; folded.
const FIGHTERS: [&str; 12] = [
    "مقاتلي",
    "مقاتلين",
    "ارهابيي",
    "ارهابيين",
    "ارهابيا",
    "مسلحي",
    "مسلحين",
    "عناصر",
    "قياديا",
    "مقرا",
    "جنود",
    "ارهابي",
];

fn victim(a: &Side<'_>, b: &Side<'_>, _: &Lexicon) -> bool {
    let harm = |s: &Side<'_>| s.families.iter().any(|f| matches!(*f, "attack" | "killing"));
    let civil = |s: &Side<'_>| s.has(&CIVILIANS) && !s.has(&FIGHTERS);
    let fight = |s: &Side<'_>| s.has(&FIGHTERS) && !s.has(&CIVILIANS);
    (harm(a) || harm(b)) && (civil(a) && fight(b) || fight(a) && civil(b))
}

/// One named person, two places.
fn place(a: &Side<'_>, b: &Side<'_>, lexicon: &Lexicon) -> bool {
    let apart = !a.places.is_empty() && !b.places.is_empty() && !near(lexicon, &a.places, &b.places);
    apart && meet(&a.persons, &b.persons)
}

fn day(a: &Side<'_>, b: &Side<'_>, _: &Lexicon) -> bool {
    days_apart(&a.days, &b.days)
}

fn hour(a: &Side<'_>, b: &Side<'_>, _: &Lexicon) -> bool {
    let of = |s: &Side<'_>| hours(s.article.reading, Span::new(0, s.article.text.len()));
    of(a).zip(of(b)).is_some_and(|(x, y)| apart(x, y))
}
