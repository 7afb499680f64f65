//! The words that a byte stands for: those that the grammars of numbers, dates and claims turn on, then the whole
//! lexicon.

use std::sync::LazyLock;

/// The lexicon as it ships: every Arabic word group in it.
const LEXICON: [&str; 9] = [
    include_str!("../../../lexicon/verbs.toml"),
    include_str!("../../../lexicon/actors.toml"),
    include_str!("../../../lexicon/outlets.toml"),
    include_str!("../../../lexicon/counted.toml"),
    include_str!("../../../lexicon/befalls.toml"),
    include_str!("../../../lexicon/events.toml"),
    include_str!("../../../lexicon/signals.toml"),
    include_str!("../../../lexicon/nations.toml"),
    include_str!("../../../lexicon/places.tsv"),
];

/// Words with the space behind them, signs and proclitics without; one byte each.
const COMMON: &[&str] = &[
    // Signs and white space.
    " ", "\n", ".", "..", "…", "،", "؛", ":", "؟", "!", "«", "»", "“", "”", "\"", "'", "(", ")", "[", "]", "-", " - ",
    "–", "/", "%", "٪", ",", "٬", "٫", "ـ", "ــ", "\u{64B}", "\u{651}", "\u{202B}", "\u{202C}", "\u{200F}", "\u{200C}",
    "\u{A0}", "\u{FEFF}", "²",
    // Digits.
    "0", "1", "2", "3", "5", "9", "12", "30", "2018", "1438", "٠", "١", "٣", "٧", "۴", "000", "٠٠٠",
    // Proclitics, written on what follows.
    "و", "ف", "ب", "ل", "ك", "ال", "لل", "س",
    // Number words.
    "واحد ", "اثنين ", "ثلاثة ", "خمسة ", "ستة ", "ثمان ", "عشر ", "عشرة ", "عشرين ", "خمسين ", "مئة ", "مائة ",
    "مئتين ", "ثلاثمئة ", "ألف ", "ألفاً ", "آلاف ", "ألفي ", "مليون ", "ملايين ", "مليار ", "عشرات ", "مئات ", "عدة ",
    "بضع ", "نصف ", "ربع ", "ثلثي ", "أخماس ", "أول ", "ثاني ", "بين ", "من ", "إلى ", "حتى ", "أو ", "أكثر ", "أقل ",
    "على ", "الأقل ", "الأكثر ", "نحو ", "حوالي ", "ما ", "لا ", "لم ", "يقل ", "يزيد ", "عن ", "عدد ", "رقم ", "اللواء ",
    "في ", "المئة ",
    // Date words.
    "أمس ", "اليوم ", "غداً ", "الأحد ", "الجمعة ", "يوم ", "أيام ", "أسبوع ", "شهر ", "أشهر ", "عام ", "سنة ", "سنوات ",
    "ساعة ", "الساعة ", "كانون ", "الثاني ", "أيار ", "مايو ", "تشرين ", "الأول ", "شباط ", "آب ", "رمضان ", "أوائل ",
    "منتصف ", "أواخر ", "الماضي ", "المقبل ", "الجاري ", "الحالي ", "الفائت ", "قبل ", "بعد ", "منذ ", "خلال ", "فجر ",
    "صباح ", "مساء ", "ليل ", "ليلة ", "الظهر ", "صيف ", "شتاء ", "آخر ", "هـ ", "نفسه ",
    // Words of claims.
    "قال ", "قالت ", "أكد ", "نفى ", "نفت ", "أعلن ", "اتهم ", "حمّل ", "مسؤولية ", "زعم ", "أضاف ", "نقلت ", "ذكرت ",
    "أن ", "إن ", "بأن ", "أنه ", "الذي ", "التي ", "بحسب ", "وفق ", "مصدر ", "المصدر ", "الناطق ", "باسم ", "وكالة ",
    "رويترز ", "قسد ", "النظام ", "الجيش ", "روسيا ", "دمشق ", "الرقة ", "بلدة ", "مدينة ", "ريف ", "الشبكة ", "التنظيم ",
    "قتل ", "مقتل ", "أصيب ", "جرح ", "قصف ", "غارة ", "مدنياً ", "مدنيين ", "أطفال ", "جنود ", "عنصراً ", "قتيلان ",
    "عائلة ", "بينهم ", "منهم ", "آخرون ", "شهود ", "كما ", "فيما ", "لكن ", "صحة ", "هل ", "لو ", "محمد ",
];

/// The phrases of the lexicon that are Arabic, the space behind them added.
static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let arabic = |s: &&str| s.chars().any(|c| ('ء'..='ي').contains(&c));
    let pieces = LEXICON.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#'));
    pieces.flat_map(|line| line.split(['"', '\t', '|'])).filter(arabic).map(|s| format!("{s} ")).collect()
});

/// What the bytes say: one below the length of [`COMMON`] is its word; any other opens a phrase of the lexicon,
/// whose place it gives with the next byte.
pub fn said(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut bytes = bytes.iter().map(|b| usize::from(*b));
    while let Some(byte) = bytes.next() {
        match COMMON.get(byte) {
            Some(word) => out.push_str(word),
            None => {
                let at = (byte - COMMON.len()) * 256 + bytes.next().unwrap_or(0);
                out.push_str(&PHRASES[at % PHRASES.len()]);
            }
        }
    }
    out
}
