//! Ranges, bounds and hedges around a number, and what only looks like a count.

use super::value::Value;
use crate::Token;
use crate::grammar::{Found, Layer, Policy, Rule};

type Row = Rule<Value>;

fn first(found: &Found<'_, Value>) -> Option<Value> {
    found.items().find(|i| matches!(i.class, "q" | "r" | "bracketed")).map(|i| i.value)
}

fn range(found: &Found<'_, Value>) -> Option<Value> {
    found.nth("q", 0)?.value.to(found.nth("q", 1)?.value)
}

fn at_least(found: &Found<'_, Value>) -> Option<Value> {
    first(found).map(Value::at_least)
}

/// `تجاوز القتلى الخمسين`: the article tells that the number is what was passed.
fn at_least_definite(found: &Found<'_, Value>) -> Option<Value> {
    found.item(0).filter(|i| i.is_definite()).and_then(|_| at_least(found))
}

/// `لا تتعدى مدته 40 ثانية`: the word between is the subject; a verb, an adverb or a preposition is none.
fn at_most_of_measure(found: &Found<'_, Value>) -> Option<Value> {
    let subject = found.part(2).next()?.key.as_str();
    let theirs = ["ه", "ها", "هم", "هن", "نا"].iter().any(|pronoun| subject.ends_with(pronoun))
        && !subject.starts_with("ال");
    let definite = subject.starts_with("ال") && subject.chars().count() > 4;
    let definite = definite && subject != "الساعه";
    (theirs && subject.chars().count() > 3 || definite).then(|| at_most(found)).flatten()
}

fn at_most(found: &Found<'_, Value>) -> Option<Value> {
    first(found).map(Value::at_most)
}

fn about(found: &Found<'_, Value>) -> Option<Value> {
    first(found).map(Value::about)
}

/// `لم تستلم أكثر من 22 ألفاً` is a greatest value; `لا يزال أكثر من 200 شخص مفقودين` is none.
fn not_more_than(found: &Found<'_, Value>) -> Option<Value> {
    let verb = found.part(1).next()?.key.as_str();
    let lasting = matches!(
        verb,
        "يزال"
            | "تزال"
            | "يزالون"
            | "زال"
            | "زالت"
            | "زالوا"
            | "يزل"
            | "تزل"
            | "بد"
            | "شك"
    );
    (!lasting).then(|| at_most(found)).flatten()
}

/// `في آن واحد`, but `إن واحداً وعشرين مدنياً`: the letters are folded to the same.
fn as_one(found: &Found<'_, Value>) -> Option<Value> {
    let head = found.part(0).next()?;
    let particle = head.key.ends_with("ان") && !head.span.of(found.chart.text).contains('آ');
    (!particle).then(|| Value::exact(0.0))
}

fn nothing(_: &Found<'_, Value>) -> Option<Value> {
    Some(Value::exact(0.0))
}

/// Four digits that are most likely a year where no counted noun follows; round hundreds are rather counts.
pub(super) const LIKELY_YEARS: std::ops::RangeInclusive<f64> = 1901.0..=2035.0;

fn bare(found: &Found<'_, Value>) -> Option<Value> {
    let value = first(found)?;
    let (at, end) = found.tokens();
    let year = value.one().is_some_and(|n| LIKELY_YEARS.contains(&n) && n % 100.0 != 0.0);
    let token = found.chart.tokens.get(at)?;
    let plain = end == at + 1 && token.span.of(found.chart.text).chars().count() == token.key.len();
    let follows = found.chart.tokens.get(end);
    let counted = follows.is_some_and(|t| t.is_word() && !is_function_word(&t.key) || t.is_sign("\""));
    (!year || !plain || token.key.len() != 4 || counted).then_some(value)
}

/// True for words that begin the next phrase and are not counted.
fn is_function_word(key: &str) -> bool {
    key.starts_with('و')
        || matches!(key, "في" | "من" | "الي" | "حتي" | "علي" | "عن" | "ان" | "او" | "م" | "لكن" | "قد")
}

/// The lesser behind the greater is a score, and a slash parts seasons and fractions.
fn no_range(found: &Found<'_, Value>) -> Option<Value> {
    let slash = found.part(1).any(|t| t.is_sign("/"));
    let (low, high) = (found.item(0)?.value.one()?, found.item(1)?.value.one()?);
    (slash || low >= high).then(|| Value::exact(0.0))
}

/// `إم 4` is a road; `أم 4` is *or four*.
fn name(found: &Found<'_, Value>) -> Option<Value> {
    let (from, to) = found.tokens();
    let text = found.chart.text;
    // قُتل الجمعة ثمانية مدنيين: a day, where جمعة 14 is a name.
    if found.chart.tokens[from].key == "الجمعه" {
        return None;
    }
    let or = |t: &Token| t.key == "ام" && !t.span.of(text).starts_with('إ');
    // على الحاجز 14 جندياً: an accusative behind eleven and more is what is counted.
    let teens = found.items().find(|i| i.class == "q").and_then(|i| i.value.one()).is_some_and(|n| n > 10.0);
    let accusative = |t: &Token| t.is_word() && t.key.ends_with('ا') && t.key.chars().count() > 3;
    let place =
        |t: &Token| matches!(t.key.as_str(), "الحاجز" | "المخفر" | "الطريق" | "الشارع" | "القسم" | "المفرق");
    let counted =
        teens && place(&found.chart.tokens[from]) && found.chart.tokens.get(to).is_some_and(accusative);
    (!counted && !found.chart.tokens[from..to].iter().any(or)).then(|| Value::exact(0.0))
}

/// `القرن الواحد والعشرون` is an ordinal, `واحد وعشرون قتيلاً` is a count.
fn definite(found: &Found<'_, Value>) -> Option<Value> {
    found.item(0)?.is_definite().then(|| Value::exact(0.0))
}

fn tail_at_least(_: &Found<'_, Value>) -> Option<Value> {
    Some(Value::exact(0.0).at_least())
}

fn tail_at_most(_: &Found<'_, Value>) -> Option<Value> {
    Some(Value::exact(0.0).at_most())
}

fn tail_about(_: &Found<'_, Value>) -> Option<Value> {
    Some(Value::exact(0.0))
}

/// `32 كيلومتراً ونصف الكيلومتر`: the share is of one more of what was counted, or of the scale before it.
fn tail_share(found: &Found<'_, Value>) -> Option<Value> {
    let (from, to) = found.tokens();
    let noun = found.chart.tokens.get(to.checked_sub(1)?)?.key.strip_prefix("ال")?;
    let counted = found.chart.tokens.get(from.checked_sub(1)?)?;
    // نزح عشرون ألفاً في يوم ونصف اليوم: what stands behind a preposition is another noun.
    let apart = from.checked_sub(2).is_some_and(|at| is_function_word(&found.chart.tokens[at].key));
    let same = !apart && (counted.key == noun || counted.key.strip_suffix('ا') == Some(noun));
    let scale = found.chart.at(to - 1).find(|i| i.class == "scale").and_then(|i| i.value.one());
    let scaled_before = |scale| {
        let near = (1..=NOUN_REACH).filter_map(|n| from.checked_sub(n)).flat_map(|at| found.chart.at(at));
        near.filter(|i| i.class == "scaled").any(|i| i.value.scale == scale)
    };
    (same || scale.is_some_and(scaled_before)).then(|| found.item(0).map(|i| i.value)).flatten()
}

/// How many tokens before *and a half* its number may end: the scale word and the counted noun.
const NOUN_REACH: usize = 3;

/// The layers on top of [`super::rules::WORDS`]: class `number` is a result, `none` is passed over, `tail`
/// changes the number before it.
pub(super) static BOUNDS: [Layer<Value>; 2] =
    [Layer { policy: Policy::All, rules: RANGES }, Layer { policy: Policy::Longest, rules: RESULTS }];

const RANGES: &[Row] = &[
    Row { id: "range.none", gives: "r", pattern: "<q>", make: first, examples: &[("خمسة", "5")] },
    Row {
        id: "range.between",
        gives: "r",
        pattern: "ما|بما? بين|مابين <q> و<q>",
        make: range,
        examples: &[
            ("ما بين 300 و350", "300..350"),
            ("بين ألفين وثلاثة آلاف", "2000..3000"),
            ("بين 140 و180 ألفا", "140000..180000"),
            ("بين خمسة وعشرين وثلاثين", "25..30"),
            ("[بما بين 8 آلاف و10 آلاف]", "8000..10000"),
        ],
    },
    Row {
        id: "range.between-to",
        gives: "r",
        pattern: "ما? بين|مابين <q> إلى <q>",
        make: range,
        examples: &[("بين 1500 إلى 2000", "1500..2000")],
    },
    Row {
        id: "range.from-to",
        gives: "r",
        pattern: "من <q> إلى|حتى <q>",
        make: range,
        examples: &[("من 500 إلى ألف", "500..1000"), ("من 5 إلى 10 آلاف", "5000..10000")],
    },
    Row {
        id: "range.to",
        gives: "r",
        pattern: "<q> إلى <q>",
        make: range,
        examples: &[("400 إلى 600", "400..600"), ("20% إلى 30%", "20..30%")],
    },
    Row {
        id: "range.dash",
        gives: "r",
        pattern: "<q> -|–|— <q>",
        make: range,
        examples: &[("9-13", "9..13"), ("20 – 30%", "20..30%")],
    },
    Row {
        id: "range.or",
        gives: "r",
        pattern: "<q> أو|أم <q>",
        make: range,
        examples: &[("خمسة أو ستة", "5..6"), ("45 أم 90", "45..90")],
    },
];

const RESULTS: &[Row] = &[
    Row {
        id: "tail.and-share",
        gives: "tail",
        pattern: "<fraction> _",
        make: tail_share,
        examples: &[("كيلومتراً و[نصف الكيلومتر]", "50"), ("3 ملايين ليرة و[ربع المليون]", "25")],
    },
    Row {
        id: "none.name",
        gives: "none",
        pattern: "<name-head> <name-head>? رقم? <q>",
        make: name,
        examples: &[
            ("اللواء 137", "0"),
            ("القرار رقم 2254", "0"),
            ("طريق إم 4", "0"),
            ("[الحاجز 14] قرب", "0"),
        ],
    },
    Row {
        id: "none.clock",
        gives: "none",
        pattern: "الساعة? <digits> ~: ~<digits>",
        make: nothing,
        examples: &[("23:30", "0"), ("الساعة 9:15", "0")],
    },
    Row {
        id: "none.hour",
        gives: "none",
        pattern: "الساعة <q>",
        make: nothing,
        examples: &[("الساعة 11", "0")],
    },
    Row {
        id: "none.hour-and-minutes",
        gives: "none",
        pattern: "الساعة <ordinal> و<q>|<fraction>",
        make: nothing,
        examples: &[("الساعة التاسعة وعشر", "0"), ("الساعة الثامنة والنصف", "0")],
    },
    Row {
        id: "none.hour-of-day",
        gives: "none",
        pattern: "<q>|<r> صباحا|مساء|ظهرا|فجرا|عصرا|ليلا|بتوقيت",
        make: nothing,
        examples: &[("11.30 ظهراً", "0"), ("بين 11.30 و12 ظهراً", "0")],
    },
    Row {
        id: "none.ordinal",
        gives: "none",
        pattern: "<ordinal> عشر|عشرة",
        make: nothing,
        examples: &[("الخامسة عشرة", "0")],
    },
    Row {
        id: "none.ordinal-and-tens",
        gives: "none",
        pattern: "<ordinal> و<tens>",
        make: nothing,
        examples: &[("الحادي والعشرين", "0")],
    },
    Row {
        id: "none.the-one-and-tens",
        gives: "none",
        pattern: "<one> و<tens>",
        make: definite,
        examples: &[("الواحد والعشرين", "0"), ("الواحدة والثلاثين", "0")],
    },
    Row {
        id: "none.the-hundred-alone",
        gives: "none",
        pattern: "في المئة|المائة",
        make: nothing,
        examples: &[("في المائة", "0")],
    },
    Row {
        id: "none.score-or-fraction",
        gives: "none",
        pattern: "<digits> -|–|/ <digits>",
        make: no_range,
        examples: &[("3-2", "0"), ("2015/2016", "0")],
    },
    Row {
        id: "none.digits-in-series",
        gives: "none",
        pattern: "<digits> -|/ <digits> -|/ <digits>",
        make: nothing,
        examples: &[("13-4-1397", "0")],
    },
    Row {
        id: "none.hijri-year",
        gives: "none",
        pattern: "<digits> ه|هجري|هجرية|للهجرة",
        make: nothing,
        examples: &[("1436هـ", "0")],
    },
    Row {
        id: "none.hijri-day",
        gives: "none",
        pattern: "<num> <hijri-month> <digits>? ه?",
        make: nothing,
        examples: &[("15 رمضان 1438", "0"), ("1 محرم", "0")],
    },
    Row {
        id: "none.calibre",
        gives: "none",
        pattern: "<digits> ملم|مم|ميلمتر",
        make: nothing,
        examples: &[("82 ملم", "0")],
    },
    Row {
        id: "none.am-not", gives: "none", pattern: "لست|لستم", make: nothing, examples: &[("لست", "0")]
    },
    Row {
        id: "none.as-one",
        gives: "none",
        pattern: "آن|وقت|دفعة|جانب|طرف|صف|كل|أي|قلب|جسد|اتجاه|حد|سقف <one>",
        make: as_one,
        examples: &[("آن واحد", "0"), ("من [طرف واحد]", "0")],
    },
    Row {
        id: "bare", gives: "number", pattern: "<r>", make: bare, examples: &[("[خمسة] قتلى", "5")]
    },
    Row {
        id: "at-least.more-than",
        gives: "number",
        pattern: "أكثر|أزيد|أعلى من|عن ال? <r>|<bracketed>",
        make: at_least,
        examples: &[("[أكثر من 20 ألفاً]", "20000.."), ("ل[أكثر من ثلاثين]", "30..")],
    },
    Row {
        id: "at-least.exceeds",
        gives: "number",
        pattern: "ما|عما? يزيد|تزيد|يزيدون|زاد|زادت|زادوا|مايزيد|يربو|تربو|يربون|ينوف|تنوف|ينوفون عن|على ال? <r>|<bracketed>",
        make: at_least,
        examples: &[("ما يزيد عن 100", "100.."), ("تزيد على ستين", "60.."), ("ما يربو على ألفين", "2000..")],
    },
    Row {
        id: "at-least.surpasses",
        gives: "number",
        pattern: "ما? يفوق|تفوق|يفوقون|فاق|فاقت|فاقوا|سيتجاوز|ستتجاوز|سيتخطى|ستتخطى|سيفوق|ستفوق|يتجاوز|تتجاوز|يتجاوزون|تجاوز|تجاوزت|تجاوزوا|يتخطى|تتخطى|يتخطون|تخطى|تخطت|تخطوا|جاوز|جاوزت|جاوزوا|يجاوز|تجاوز ال? <r>|<bracketed>",
        make: at_least,
        examples: &[("ما يفوق 300", "300.."), ("تجاوزوا الألف", "1000.."), ("تخطوا الخمسين", "50..")],
    },
    Row {
        id: "at-least.their-count-surpasses",
        gives: "number",
        pattern: "يفوق|فاق|يتجاوز|تتجاوز|تجاوز|تجاوزت|يتخطى|تتخطى|تخطى|تخطت <count-of> _* [ <r>|<bracketed> ]",
        make: at_least,
        examples: &[("تجاوز عدد القتلى [50]", "50.."), ("تجاوز عددهم [المئة]", "100..")],
    },
    Row {
        id: "at-least.noun-surpasses",
        gives: "number",
        pattern: "يفوق|فاق|يتجاوز|تجاوز|يتخطى|تخطى _ [ <r> ]",
        make: at_least_definite,
        examples: &[("تجاوز القتلى [الخمسين]", "50..")],
    },
    Row {
        id: "at-least.above",
        gives: "number",
        pattern: "فوق <r>|<bracketed>",
        make: at_least,
        examples: &[("فوق 200", "200..")],
    },
    Row {
        id: "at-least.not-less-than",
        gives: "number",
        pattern: "ما? لا|لم|لن يقل|تقل|يقلون عن <r>|<bracketed>",
        make: at_least,
        examples: &[("ما لا يقل عن 17", "17.."), ("لن يقل عن 300", "300..")],
    },
    Row {
        id: "at-least.not-less-than-glued",
        gives: "number",
        pattern: "ما? مالايقل|لايقل|مالاتقل|لاتقل عن <r>|<bracketed>",
        make: at_least,
        examples: &[("ما لايقل عن 17", "17.."), ("مالايقل عن عشرة", "10..")],
    },
    Row {
        id: "at-least.no-less-than",
        gives: "number",
        pattern: "ما? لا|ليس أقل من <r>|<bracketed>",
        make: at_least,
        examples: &[("لا أقل من مئتي", "200.."), ("ما لا أقل من 17", "17..")],
    },
    Row {
        id: "at-least.at-the-least",
        gives: "number",
        pattern: "على الأقل <r>|<bracketed>",
        make: at_least,
        examples: &[("على الأقل سبعة", "7..")],
    },
    Row {
        id: "at-most.less-than",
        gives: "number",
        pattern: "أقل|أدنى من|عن ال? <r>|<bracketed>",
        make: at_most,
        examples: &[("أقل من 24", "..24")],
    },
    Row {
        id: "at-most.not-exceeds",
        gives: "number",
        pattern: "ما? لا|لم|لن يزيد|تزيد|يزيدون|يزد|تزد عن|على <r>|<bracketed>",
        make: at_most,
        examples: &[("لا تزيد على خمسة", "..5"), ("ما لا يزيد عن 40", "..40")],
    },
    Row {
        id: "at-most.not-surpasses",
        gives: "number",
        pattern: "ما? لا|لم|لن يتجاوز|تتجاوز|يتجاوزون|يتجاوزوا|يتعدى|تتعدى|يتعد|تتعد|يتعدون|يتعدوا|يتخطى|تتخطى|يتخطوا|يتخطون|يفوق|تفوق|يفوقوا ال? <r>|<bracketed>",
        make: at_most,
        examples: &[("لا يتجاوز 300", "..300"), ("لم تتعد خمسة في المئة", "..5%")],
    },
    Row {
        id: "at-most.their-count-not-surpasses",
        gives: "number",
        pattern: "لا|لم|لن يزيد|يتجاوز|تتجاوز|يتعدى|يتعد|تتعد <count-of> _* عن|على? [ <r>|<bracketed> ]",
        make: at_most,
        examples: &[("لا يتجاوز عددهم [300]", "..300"), ("لا يزيد عدد المقاتلين على [40]", "..40")],
    },
    Row {
        id: "at-most.its-measure-not-surpasses",
        gives: "number",
        pattern: "لا|لم|لن يتجاوز|تتجاوز|يتعدى|تتعدى|يتعد|تتعد|يتخطى|تتخطى|يتخط|تتخط _ [ <r> ]",
        make: at_most_of_measure,
        examples: &[("لا تتعدى مدته [40] ثانية", "..40"), ("لم تتعد فترته [ثلاثة] أيام", "..3")],
    },
    Row {
        id: "at-least.their-count-not-less",
        gives: "number",
        pattern: "لا|لم|لن|ألا يقل|تقل <count-of> _* عن [ <r>|<bracketed> ]",
        make: at_least,
        examples: &[("لا يقل عددهم عن [30]", "30.."), ("ألا يقل عمره عن [18]", "18..")],
    },
    Row {
        id: "at-most.subject-not-exceeds",
        gives: "number",
        pattern: "لا|لم|لن يزيد|تزيد|يزد|تزد _ _? _? على|عن [ <r>|<bracketed> ]",
        make: at_most,
        examples: &[("لا يزيد راتب العسكري على [سبعين]", "..70"), ("لم تزد الكلفة عن [300]", "..300")],
    },
    Row {
        id: "at-least.subject-not-less",
        gives: "number",
        pattern: "لا|لم|لن يقل|تقل _ _? _? عن [ <r>|<bracketed> ]",
        make: at_least,
        examples: &[("لا يقل راتب العامل عن [مئة]", "100..")],
    },
    Row {
        id: "at-most.subject-less",
        gives: "number",
        pattern: "تقل|يقل <count-of> _* عن [ <r>|<bracketed> ]",
        make: at_most,
        examples: &[("من تقل أعمارهم عن [18]", "..18"), ("أن يقل عددهم عن [30]", "..30")],
    },
    Row {
        id: "at-most.not-more-than",
        gives: "number",
        pattern: "لم|لن|لا <extent> _? _? [ أكثر|أزيد من <r>|<bracketed> ]",
        make: at_most,
        examples: &[("لن تستغرق [أكثر من عشرة] أيام", "..10"), ("لم يتقدموا سوى [أكثر من 5]", "..5")],
    },
    Row {
        id: "at-most.verb-not-more-than",
        gives: "number",
        pattern: "لم|لن|لا _ _? [ أكثر|أزيد من <r> ]",
        make: not_more_than,
        examples: &[("لم تستلم [أكثر من 22 ألف] ليتر", "..22000"), ("لن نقبل [أكثر من ثلاثة] أيام", "..3")],
    },
    Row {
        id: "at-most.below",
        gives: "number",
        pattern: "ما دون <r>|<bracketed>",
        make: at_most,
        examples: &[("ما دون العشرة", "..10")],
    },
    Row {
        id: "at-most.may-reach",
        gives: "number",
        pattern: "قد|ما يصل|تصل|يبلغ|تبلغ إلى? <r>|<bracketed>",
        make: at_most,
        examples: &[("قد يصل إلى 450", "..450"), ("ما يصل إلى ألف", "..1000")],
    },
    Row {
        id: "at-most.reaches-up-to",
        gives: "number",
        pattern: "يصل|تصل إلى <r>|<bracketed>",
        make: at_most,
        examples: &[("مكافأة [تصل إلى خمسة ملايين]", "..5000000")],
    },
    Row {
        id: "in-sum",
        gives: "number",
        pattern: "ما مجموعه|مجموعها|يعادل|معدله [ <r> ]",
        make: first,
        examples: &[("ما مجموعه [49,876]", "49876")],
    },
    Row {
        id: "at-most.its-utmost",
        gives: "number",
        pattern: "أقصاها|أقصاه <r>|<bracketed>",
        make: at_most,
        examples: &[("أقصاها عشرة", "..10")],
    },
    Row {
        id: "about",
        gives: "number",
        pattern: "نحو|حوالي|قرابة|زهاء|قراب|تقريبا ال? <r>|<bracketed>",
        make: about,
        examples: &[("نحو 35 ألفا", "35000~"), ("بـ[حوالى عشرين]", "20~")],
    },
    Row {
        id: "about.nears",
        gives: "number",
        pattern: "ما? يقارب|تقارب|يناهز|تناهز|قارب|ناهز من? <r>|<bracketed>",
        make: about,
        examples: &[("ما يقارب 20", "20~"), ("يناهز عشرة", "10~")],
    },
    Row {
        id: "about.comes-near",
        gives: "number",
        pattern: "ما? يقرب|تقرب من <r>|<bracketed>",
        make: about,
        examples: &[("ما يقرب من 50", "50~")],
    },
    Row {
        id: "about.around",
        gives: "number",
        pattern: "في? حدود|بحدود <r>|<bracketed>",
        make: about,
        examples: &[("في حدود 70", "70~")],
    },
    Row {
        id: "tail.at-least",
        gives: "tail",
        pattern: "على الأقل",
        make: tail_at_least,
        examples: &[("[على الأقل]", "0..")],
    },
    Row {
        id: "tail.in-the-least",
        gives: "tail",
        pattern: "في الأقل",
        make: tail_at_least,
        examples: &[("في الأقل", "0..")],
    },
    Row {
        id: "tail.at-the-lowest-estimate",
        gives: "tail",
        pattern: "على أقل تقدير",
        make: tail_at_least,
        examples: &[("على أقل تقدير", "0..")],
    },
    Row {
        id: "tail.or-more",
        gives: "tail",
        pattern: "أو أكثر|يزيد|تزيد",
        make: tail_at_least,
        examples: &[("أو أكثر", "0..")],
    },
    Row {
        id: "tail.or-so",
        gives: "tail",
        pattern: "أو نحو|حوالي ذلك",
        make: tail_about,
        examples: &[("أو نحو ذلك", "0")],
    },
    Row {
        id: "tail.and-upwards",
        gives: "tail",
        pattern: "فأكثر",
        make: tail_at_least,
        examples: &[("فأكثر", "0..")],
    },
    Row {
        id: "tail.at-most",
        gives: "tail",
        pattern: "على الأكثر",
        make: tail_at_most,
        examples: &[("على الأكثر", "..0")],
    },
    Row {
        id: "tail.utmost",
        gives: "tail",
        pattern: "كحد|بحد|بالحد أقصى|الأقصى",
        make: tail_at_most,
        examples: &[("كحد أقصى", "..0")],
    },
    Row {
        id: "tail.lowest",
        gives: "tail",
        pattern: "كحد|بحد|بالحد أدنى|الأدنى",
        make: tail_at_least,
        examples: &[("كحد أدنى", "0.."), ("[بالحد الأدنى]", "0..")],
    },
    Row {
        id: "tail.or-less",
        gives: "tail",
        pattern: "أو أقل",
        make: tail_at_most,
        examples: &[("أو أقل", "..0")],
    },
    Row {
        id: "tail.about",
        gives: "tail",
        pattern: "تقريبا",
        make: tail_about,
        examples: &[("تقريباً", "0")],
    },
    Row {
        id: "tail.and-some",
        gives: "tail",
        pattern: "ونيف|ونيفا|ونيفاً",
        make: tail_about,
        examples: &[("ونيّف", "0")],
    },
];
