//! How number words make numbers: hundreds, thousands, sums, shares, vague plurals.

use super::value::Value;
use crate::Token;
use crate::grammar::{Found, Layer, Policy, Rule};
use crate::numeral;

type Row = Rule<Value>;

/// The value of the match's item number `n` where it is one number.
fn one(found: &Found<'_, Value>, n: usize) -> Option<f64> {
    found.item(n)?.value.one()
}

fn same(found: &Found<'_, Value>) -> Option<Value> {
    found.item(0).map(|i| i.value)
}

/// The sum of the items; each less than the least scale of those before it.
fn sum(found: &Found<'_, Value>) -> Option<Value> {
    let mut total = found.item(0)?.value;
    for item in found.items().skip(1) {
        let (before, more) = (total.one()?, item.value.one()?);
        let room = if total.scale > 1.0 { total.scale } else { lowest_place(before) };
        if more >= room {
            return None;
        }
        let scale = if item.value.scale > 1.0 { item.value.scale } else { 1.0 };
        total = Value { scale, ..Value::exact(before + more) };
    }
    Some(total)
}

/// The sum where nothing of it belongs to a scale of its own (15 ألفاً و20 ألف روبل).
fn whole_sum(found: &Found<'_, Value>) -> Option<Value> {
    let (_, end) = found.tokens();
    let scaled = found.items().count() > 1 && found.chart.at(end).any(|i| i.class.starts_with("scale"));
    if scaled { None } else { sum(found) }
}

/// `50 ألف مليون`: a scale of scales.
fn scale_of_scale(found: &Found<'_, Value>) -> Option<Value> {
    let (times, scale) = (found.item(0)?.value, one(found, 1)?);
    (times.scale > 1.0 && times.scale < scale).then(|| times.one().map(|n| Value::scaled(n, scale))).flatten()
}

/// The value of a number's last digit that is not 0: 100 of 300.
fn lowest_place(n: f64) -> f64 {
    [1000.0, 100.0, 10.0].into_iter().find(|place| n % place == 0.0).unwrap_or(0.0)
}

fn teen(found: &Found<'_, Value>) -> Option<Value> {
    one(found, 0).map(|n| Value::exact(n + 10.0))
}

fn unit_and_tens(found: &Found<'_, Value>) -> Option<Value> {
    Some(Value::exact(one(found, 0)? + one(found, 1)?))
}

fn product(found: &Found<'_, Value>) -> Option<Value> {
    let (times, scale) = (decimal(found).or(one(found, 0))?, one(found, 1)?);
    // (375,526,840) million: whoever writes the digits of the whole means the whole.
    (times < scale || scale <= THOUSAND).then(|| Value::scaled(times, scale))
}

const THOUSAND: f64 = 1000.0;

/// `(150) ألف`: no year is told so.
fn product_in_brackets(found: &Found<'_, Value>) -> Option<Value> {
    let year = one(found, 0).is_some_and(|n| super::bounds::LIKELY_YEARS.contains(&n));
    if year { None } else { product(found) }
}

/// The first item where it is written in digits with a point that parts decimals here (1.742 مليون).
fn decimal(found: &Found<'_, Value>) -> Option<f64> {
    let (at, end) = found.item(0)?.tokens;
    let token = found.chart.tokens.get(at).filter(|_| end == at + 1)?;
    token.value().and_then(|_| numeral::decimal(token.span.of(found.chart.text)))
}

/// `ثلاثة وأربعون فاصلة ثمانية`: the decimals are told as a number.
fn point(found: &Found<'_, Value>) -> Option<Value> {
    let (whole, part) = (one(found, 0)?, one(found, 1)?);
    let size = [10.0, 100.0, 1000.0].into_iter().find(|size| part < *size)?;
    (whole.fract() == 0.0 && part.fract() == 0.0).then(|| Value::exact((whole * size + part) / size))
}

fn hundreds(found: &Found<'_, Value>) -> Option<Value> {
    Some(Value::exact(one(found, 0)? * one(found, 1)?))
}

fn scale_alone(found: &Found<'_, Value>) -> Option<Value> {
    let scale = one(found, 0)?;
    (!behind_digits(found)).then_some(Value { scale, ..Value::exact(scale) })
}

/// True behind digits that are no number with the scale (ث63 مليون, 7.34.66 مليون): how many there are is not known then.
/// A year tells nothing of what follows.
fn behind_digits(found: &Found<'_, Value>) -> bool {
    let closes = |t: &&Token| matches!(t.key.as_str(), ")" | "»" | "\"" | "”" | "/");
    let before = found.chart.tokens[..found.tokens().0].iter().rev().find(|t| !closes(t));
    let number = before.and_then(Token::value);
    number.is_some_and(|n| !YEARS.iter().any(|years| years.contains(&n)))
}

/// What may be a year, of the common era and of the hijra.
const YEARS: [std::ops::RangeInclusive<f64>; 2] = [super::bounds::LIKELY_YEARS, 1350.0..=1460.0];

fn scale_dual(found: &Found<'_, Value>) -> Option<Value> {
    let two = one(found, 0)?;
    Some(Value { scale: two / 2.0, ..Value::exact(two) })
}

/// `ألفا` is two thousand before the counted noun (the dual in construct), one thousand with tanwin or alone.
fn scale_accusative(found: &Found<'_, Value>) -> Option<Value> {
    let (scale, (at, end)) = (one(found, 0)?, found.tokens());
    let token = found.chart.tokens.get(at)?;
    let tanwin = token.span.of(found.chart.text).contains(['\u{64B}', '\u{64D}']);
    if behind_digits(found) {
        return None;
    }
    // A sum goes on behind the accusative of one thousand only: the dual would keep its ن there.
    let noun = |t: &Token| t.is_word() && !t.key.starts_with('و');
    let dual = !tanwin && found.chart.tokens.get(end).is_some_and(noun);
    let worth = if dual { 2.0 * scale } else { scale };
    Some(Value { scale, ..Value::exact(worth) })
}

fn share_of_scale(found: &Found<'_, Value>) -> Option<Value> {
    let (share, scale) = (one(found, 0)?, one(found, 1)?);
    Some(Value { scale, ..Value::exact(share / 100.0 * scale) })
}

fn parts_of_scale(found: &Found<'_, Value>) -> Option<Value> {
    let (parts, share, scale) = (one(found, 0)?, one(found, 1)?, one(found, 2)?);
    (parts * share < 100.0).then(|| Value { scale, ..Value::exact(parts * share / 100.0 * scale) })
}

/// `مليون ونصف المليون`: the half is of the scale before it.
fn and_share(found: &Found<'_, Value>) -> Option<Value> {
    let whole = found.item(0)?.value;
    let share = one(found, 1)? / 100.0 * whole.scale;
    (whole.scale > 1.0).then(|| whole.one().map(|n| Value::exact(n + share))).flatten()
}

/// `نيّف وثلاثون`: thirty and some.
fn and_some(found: &Found<'_, Value>) -> Option<Value> {
    found.item(0).map(|i| i.value.and_some())
}

fn vague(found: &Found<'_, Value>) -> Option<Value> {
    one(found, 0).map(|n| Value::vague(2.0 * n))
}

fn vague_of(found: &Found<'_, Value>) -> Option<Value> {
    Some(Value::vague(2.0 * one(found, 0)? * one(found, 1)?))
}

/// `عدة` with ta marbuta; with ha it is a verb or a noun with a pronoun.
fn several(found: &Found<'_, Value>) -> Option<Value> {
    let word = found.part(0).next()?.span.of(found.chart.text);
    let counts = !word.ends_with('ه');
    one(found, 0).filter(|_| counts).map(Value::vague)
}

fn several_of(found: &Found<'_, Value>) -> Option<Value> {
    several(found)?;
    Some(Value::vague(one(found, 0)? * one(found, 1)?))
}

/// A share is of something definite or has a pronoun; half an hour and the last quarter are none.
fn share(found: &Found<'_, Value>) -> Option<Value> {
    let (_, end) = found.tokens();
    let time = found.chart.at(end).any(|i| i.class == "whole-of-time" || i.class.starts_with("scale"));
    let share = found.item(0)?;
    let word = found.part(0).next()?;
    let owned = word.key.ends_with(['م', 'ا', 'ن', 'ه']) && word.key.chars().count() > 4;
    let next = found.chart.tokens.get(end);
    let named = next.is_some_and(|t| t.is_word() && !t.key.starts_with(['و', 'ف']));
    (!time && (owned || named || share.is_definite()))
        .then(|| share.value.one().map(Value::percent))
        .flatten()
}

/// `خُمس الأبنية`: the same letters as five, told by the article behind it or by its vowel.
fn fifth(found: &Found<'_, Value>) -> Option<Value> {
    let (at, end) = found.tokens();
    let vowel = found.chart.tokens.get(at)?.span.of(found.chart.text).contains('\u{64F}');
    let article = found.chart.tokens.get(end).is_some_and(|t| t.key.starts_with("ال"));
    (vowel || article && !found.item(0)?.is_definite()).then(|| one(found, 0).map(Value::percent)).flatten()
}

fn some_parts(found: &Found<'_, Value>) -> Option<Value> {
    let share = one(found, 0)? * one(found, 1)?;
    (share < 100.0).then(|| Value::percent(share))
}

fn of_every(found: &Found<'_, Value>) -> Option<Value> {
    let (part, whole) = (one(found, 0)?, one(found, 1)?);
    (part < whole).then(|| Value::percent(100.0 * part / whole))
}

fn percent(found: &Found<'_, Value>) -> Option<Value> {
    let value = found.item(0)?.value;
    Some(Value { percent: true, ..decimal(found).map_or(value, Value::exact) })
}

/// A definite round ten is an ordinal (القرن العشرين), a definite one or two no number of its own (السهم الواحد,
/// الاثنين).
fn counting(found: &Found<'_, Value>) -> Option<Value> {
    let item = found.item(0)?;
    let round = item.value.one().is_some_and(|n| n <= 2.0 || n % 10.0 == 0.0 && (20.0..100.0).contains(&n));
    let digits = item.rule == "number.digits";
    let bounded = item.is_definite() && is_bounded(found.chart.tokens, item.tokens.0);
    let share = found.chart.at(item.tokens.0).any(|i| i.class == "share" && i.tokens.1 >= item.tokens.1);
    (!share && (digits || bounded || !round || !item.is_definite())).then_some(item.value)
}

/// تجاوز الخمسين, تجاوز عدد الجرحى الأربعين, ما يقارب الثمانين: no ordinal stands behind a word of bound.
fn is_bounded(tokens: &[Token], at: usize) -> bool {
    let before = tokens[at.saturating_sub(BOUND_REACH)..at].iter().rev();
    let named = before
        .clone()
        .next()
        .is_some_and(|t| matches!(t.key.as_str(), "القرن" | "اليوم" | "الذكري" | "الدوره"));
    // وصلت الحافلات العشرون, المسعفين الثلاثين, الأطفال الأربعون: behind a plural no ordinal stands.
    let plural = before.clone().next().is_some_and(|t| is_definite_plural(&t.key));
    plural || !named && before.take_while(|t| t.is_word()).any(|t| is_bound(&t.key))
}

/// الحافلات, المسعفين, الأطفال; الاثنين is a day.
fn is_definite_plural(word: &str) -> bool {
    let sound = ["ات", "ين", "ون"].iter().any(|end| word.ends_with(end)) && word.chars().count() > 5;
    let broken = word.starts_with("الا") && word.chars().count() == 7 && word.chars().nth(5) == Some('ا');
    word.starts_with("ال") && (sound || broken) && !matches!(word, "الاثنين" | "القانون" | "الستين" | "السنين")
}

/// Words between a verb of bound and its number, with the count's name.
const BOUND_REACH: usize = 4;

/// Verbs that compare a count with a number.
fn is_bound(word: &str) -> bool {
    const BOUNDS: [&str; 16] = [
        "تجاوز",
        "قارب",
        "ناهز",
        "تخطي",
        "تخط",
        "تعدي",
        "تعد",
        "فاق",
        "فوق",
        "زاد",
        "زيد",
        "ربو",
        "رب",
        "نوف",
        "ناف",
        "قل",
    ];
    let word = word.strip_prefix('و').unwrap_or(word);
    let stem = ["وا", "ون", "ت"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let present = stem.strip_prefix('س').unwrap_or(stem).strip_prefix(['ي', 'ت']).unwrap_or(stem);
    BOUNDS.contains(&stem) || BOUNDS.contains(&present)
}

/// The layers up to a single number with its percent sign: class `q`.
pub(super) static WORDS: [Layer<Value>; 6] = [
    Layer { policy: Policy::All, rules: SMALL },
    Layer { policy: Policy::All, rules: BELOW_THOUSAND },
    Layer { policy: Policy::All, rules: SCALED },
    Layer { policy: Policy::All, rules: NUMBERS },
    Layer { policy: Policy::All, rules: SHARES },
    Layer { policy: Policy::All, rules: QUANTITIES },
];

const SMALL: &[Row] = &[
    Row {
        id: "small.one-word",
        gives: "small",
        pattern: "<unit>|<ten>|<tens>",
        make: same,
        examples: &[("ثلاث", "3"), ("و[عشرين]", "20")],
    },
    Row {
        id: "small.teen",
        gives: "small",
        pattern: "<unit>|<two>|<eleven> عشر|عشرة",
        make: teen,
        examples: &[("أحد عشر", "11"), ("ثماني عشرة", "18"), ("إثنتا عشرة", "12")],
    },
    Row {
        id: "small.unit-and-tens",
        gives: "small",
        pattern: "<unit>|<one>|<two>|<eleven> و<tens>",
        make: unit_and_tens,
        examples: &[("خمسة وعشرين", "25"), ("اثنتين وعشرين", "22"), ("إحدى وثلاثون", "31")],
    },
    Row {
        id: "hundreds.one",
        gives: "hundreds",
        pattern: "<hundred>|<hundreds-word>",
        make: same,
        examples: &[("مئة", "100"), ("مائتي", "200"), ("ستمئة", "600")],
    },
    Row {
        id: "hundreds.times",
        gives: "hundreds",
        pattern: "<unit> <hundred>",
        make: hundreds,
        examples: &[("ثلاث مئة", "300"), ("سبع مائة", "700")],
    },
];

const BELOW_THOUSAND: &[Row] = &[
    Row {
        id: "below.small",
        gives: "below",
        pattern: "<small>|<hundreds>",
        make: same,
        examples: &[("سبعة", "7"), ("مئتان", "200")],
    },
    Row {
        id: "below.hundreds-and-small",
        gives: "below",
        pattern: "<hundreds> و<small>|<one>|<two>|<digits>",
        make: sum,
        examples: &[("مئة وخمسة وعشرون", "125"), ("مئتين وثلاثين", "230"), ("مئة و20", "120")],
    },
    Row {
        id: "below.point",
        gives: "below",
        pattern: "<small>|<hundreds>|<one>|<two>|<digits> فاصلة <small>|<hundreds>|<one>|<two>|<digits>",
        make: point,
        examples: &[("ثلاثة وأربعين فاصلة ثمانية", "43.8"), ("5 فاصلة 25", "5.25")],
    },
];

const SCALED: &[Row] = &[
    Row {
        id: "scaled.times",
        gives: "scaled",
        pattern: "<below>|<digits> <scale>|<scale-accusative>|<scale-plural>|<scale-behind>",
        make: product,
        examples: &[
            ("20 ألفًا", "20000"),
            ("2.5 مليون", "2500000"),
            ("أربعة آلاف", "4000"),
            ("مئة ألف", "100000"),
            ("34 مليار", "34000000000"),
            ("3 بلايين", "3000000000"),
            ("1.742 مليون", "1742000"),
            ("3ر42 مليون", "42300000"),
            ("1,596 مليون", "1596000000"),
            ("ثلاثة فاصلة خمسة مليون", "3500000"),
        ],
    },
    Row {
        id: "scaled.times-in-brackets",
        gives: "scaled",
        pattern: "(|«|\"|“ <digits> )|»|\"|” <scale>|<scale-accusative>|<scale-plural>|<scale-behind>",
        make: product_in_brackets,
        examples: &[("(150) ألف", "150000"), ("( 6 ) ملايين", "6000000"), ("«3» آلاف", "3000")],
    },
    Row {
        id: "scaled.one",
        gives: "scaled",
        pattern: "<scale>",
        make: scale_alone,
        examples: &[("ألف", "1000"), ("مليون", "1000000")],
    },
    Row {
        id: "scaled.dual",
        gives: "scaled",
        pattern: "<scale-dual>",
        make: scale_dual,
        examples: &[("ألفين", "2000"), ("مليوني", "2000000")],
    },
    Row {
        id: "scaled.accusative",
        gives: "scaled",
        pattern: "<scale-accusative>",
        make: scale_accusative,
        examples: &[("[ألفا] جندي", "2000"), ("[ألفاً] من الجنود", "1000"), ("[ألفا] ومئتين", "1000")],
    },
    Row {
        id: "scaled.share",
        gives: "scaled",
        pattern: "<fraction> <scale>",
        make: share_of_scale,
        examples: &[("نصف مليون", "500000"), ("ربع المليون", "250000")],
    },
    Row {
        id: "scaled.parts",
        gives: "scaled",
        pattern: "<unit> <parts> <scale>",
        make: parts_of_scale,
        examples: &[("ثلاثة أرباع مليون", "750000")],
    },
];

const NUMBERS: &[Row] = &[
    Row {
        id: "number.sum",
        gives: "num",
        pattern: "<scaled> و<scaled>* و<below>|<digits>|<one>|<two>?",
        make: whole_sum,
        examples: &[
            ("ألف وخمسمئة", "1500"),
            ("مليون و200 ألف", "1200000"),
            ("12 ألفاً و500", "12500"),
            ("ألف و45", "1045"),
            ("ثلاثة ملايين ومئة ألف وخمسون", "3100050"),
        ],
    },
    Row {
        id: "number.scale-of-scale",
        gives: "num",
        pattern: "<scaled> <scale>",
        make: scale_of_scale,
        examples: &[("50 ألف مليون", "50000000000"), ("ألف مليار", "1000000000000")],
    },
    Row {
        id: "number.and-share",
        gives: "num",
        pattern: "<scaled> و<fraction> <scale>?",
        make: and_share,
        examples: &[("مليون ونصف المليون", "1500000"), ("3 ملايين ونصف", "3500000")],
    },
    Row {
        id: "number.some-and-tens",
        gives: "num",
        pattern: "نيف|نيفا و<tens>",
        make: and_some,
        examples: &[("نيّف وثلاثين", "30..39~")],
    },
    Row {
        id: "number.below",
        gives: "num",
        pattern: "<below>|<one>|<two>",
        make: same,
        examples: &[("سبعة عشر", "17"), ("واحد", "1"), ("اثنين", "2")],
    },
    Row { id: "number.digits", gives: "num", pattern: "<digits>", make: same, examples: &[("٢٤", "24")] },
    Row {
        id: "number.digits-in-brackets",
        gives: "bracketed",
        pattern: "(|«|\"|“|/ <digits> )|»|\"|”|/",
        make: same,
        examples: &[("(700)", "700"), ("/ 21 /", "21")],
    },
    Row {
        id: "number.vague",
        gives: "num",
        pattern: "<vague>|<scale-plural>",
        make: vague,
        examples: &[("عشرات", "20..~"), ("المئات", "200..~"), ("آلاف", "2000..~"), ("ملايين", "2000000..~")],
    },
    Row {
        id: "number.vague-of",
        gives: "num",
        pattern: "<vague> <scale-plural>",
        make: vague_of,
        examples: &[("عشرات الآلاف", "20000..~"), ("مئات آلاف", "200000..~")],
    },
    Row {
        id: "number.several-of",
        gives: "num",
        pattern: "<several> <vague>|<scale-plural>",
        make: several_of,
        examples: &[("بضع مئات", "300..~"), ("بضعة آلاف", "3000..~"), ("بضع عشرات", "30..~")],
    },
    Row {
        id: "number.several",
        gives: "num",
        pattern: "<several>",
        make: several,
        examples: &[("عدة", "3..~"), ("بضعة", "3..~")],
    },
];

const SHARES: &[Row] = &[
    Row {
        id: "share.fraction",
        gives: "share",
        pattern: "<fraction>",
        make: share,
        examples: &[
            ("[نصف] الأهالي", "50%"),
            ("ثلثهم", "33.3%"),
            ("[ثلثي] حقول النفط", "66.7%"),
            ("الربع", "25%"),
        ],
    },
    Row {
        id: "share.fifth",
        gives: "share",
        pattern: "<fifth>",
        make: fifth,
        examples: &[("[خُمس] الأبنية", "20%"), ("[خمس] المنازل", "20%")],
    },
    Row {
        id: "share.parts",
        gives: "share",
        pattern: "<unit> <parts>",
        make: some_parts,
        examples: &[("ثلاثة أرباع", "75%"), ("أربعة أخماس", "80%")],
    },
    Row {
        id: "share.of-every",
        gives: "share",
        pattern: "<num> من كل <num>",
        make: of_every,
        examples: &[("تسعة من كل عشرة", "90%")],
    },
    Row {
        id: "share.percent",
        gives: "share",
        pattern: "<num>|<bracketed> %|٪",
        make: percent,
        examples: &[("95%", "95%"), ("٢٠ ٪", "20%"), ("1.135 %", "1.135%")],
    },
    Row {
        id: "share.percent-before",
        gives: "share",
        pattern: "%|٪ ~<digits>",
        make: percent,
        examples: &[("%30", "30%")],
    },
    Row {
        id: "share.in-the-hundred",
        gives: "share",
        pattern: "<num>|<bracketed> في|من المئة|المائة|المية",
        make: percent,
        examples: &[("100 في المئة", "100%"), ("ستين في المائة", "60%"), ("(34) في المائة", "34%")],
    },
    Row {
        id: "share.by-the-hundred",
        gives: "share",
        pattern: "<num>|<bracketed> بالمئة|بالمائة|بالمية",
        make: percent,
        examples: &[("83 بالمئة", "83%")],
    },
];

const QUANTITIES: &[Row] = &[
    Row {
        id: "quantity.number",
        gives: "q",
        pattern: "<num>",
        make: counting,
        examples: &[("ثلاثون", "30"), ("الثمانية", "8")],
    },
    Row { id: "quantity.share", gives: "q", pattern: "<share>", make: same, examples: &[("5%", "5%")] },
];
