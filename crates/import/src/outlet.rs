//! Which outlet a text names as its own.
//!
//! An outlet signs in few forms: `المصدر: س`, `س - متابعات`, `خاص | س`, `س:` on a line of its own, the end of the
//! page's title. A medium that the body quotes (وفق صحيفة س) never counts: only lines outside the running text and
//! the very start of the lede are read. A signature makes a name an outlet even where [`OutletNames`] does not know
//! it; the weaker forms need a known one.

use crate::article::OutletNames;
use crate::line::{Line, words};
use std::sync::LazyLock;

/// An outlet that a line names, and how strong a sign that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) sign: Sign,
}

/// How an outlet is named; the first is the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// A known outlet signs: `المصدر: س`, `خاص | س`.
    KnownSignature,
    /// A known outlet stands alone on a line, at the end of a title, or in an address.
    KnownLine,
    /// A name that is not known signs.
    Signature,
    /// A name that is not known stands on a line of its own before a colon.
    Label,
    /// A known outlet stands before the dash of the lede: `تل الورد - س:`.
    Lede,
    /// A known outlet is named in the rights or the disclaimer.
    Footer,
}

/// What stands beside an outlet's name in its signature and is no name.
const BESIDE: [&str; 22] = [
    "خاص",
    "حصري",
    "متابعات",
    "متابعة",
    "وكالات",
    "الوكالات",
    "وكالة",
    "رصد",
    "تقرير",
    "تقارير",
    "ترجمة",
    "عاجل",
    "مواقع",
    "إنترنت",
    "أرشيف",
    "فريق التحرير",
    "هيئة التحرير",
    "قسم الأخبار",
    "مواقع إلكترونية",
    "صحف",
    "مواقع التواصل",
    "وسائل إعلام",
];
/// Labels before a colon that name no outlet.
const LABELS: [&str; 20] = [
    "خاص",
    "عاجل",
    "حصري",
    "متابعات",
    "تقرير",
    "كتب",
    "كتبت",
    "بقلم",
    "إعداد",
    "ترجمة",
    "تحرير",
    "المصدر",
    "الكاتب",
    "تصوير",
    "ملاحظة",
    "ملاحظة المحرر",
    "نص البيان",
    "وجاء في البيان",
    "التفاصيل",
    "إليكم التفاصيل",
];
/// Labels of the line that says where a text comes from.
const SOURCE: [&str; 5] = ["المصدر", "مصدر", "مصدر الخبر", "source", "المصادر"];
/// Agencies that others reprint: named as a source they are whom a text was taken from, and not who publishes it.
const WIRES: [&str; 14] = [
    "رويترز",
    "وكالة رويترز",
    "فرانس برس",
    "وكالة فرانس برس",
    "أ ف ب",
    "أف ب",
    "أسوشيتد برس",
    "أ ب",
    "د ب أ",
    "الأناضول",
    "وكالة الأناضول",
    "afp",
    "reuters",
    "ap",
];
/// Most words of an outlet's name.
const NAME_WORDS: usize = 4;
/// Most words of a line that only names who publishes, with city and kind.
const SIGNATURE_WORDS: usize = 8;
/// Most characters of a lede's dateline: `تل الورد (محافظة الساحل) - اسم المنبر:`.
const LEDE_CHARS: usize = 48;

type Phrases = LazyLock<Vec<Vec<String>>>;
static BESIDE_WORDS: Phrases = LazyLock::new(|| BESIDE.iter().map(|p| words(p)).collect());
static LABEL_WORDS: Phrases = LazyLock::new(|| LABELS.iter().map(|p| words(p)).collect());
static SOURCE_WORDS: Phrases = LazyLock::new(|| SOURCE.iter().map(|p| words(p)).collect());
static WIRE_WORDS: Phrases = LazyLock::new(|| WIRES.iter().map(|p| words(p)).collect());

/// What a line outside the body says of its outlet: `None` where it is no such line, `Some(None)` where it is one
/// and names no outlet (وكالات).
pub(crate) fn of_line(line: &Line<'_>, outlets: &dyn OutletNames) -> Option<Option<Found>> {
    if line.prose {
        return None;
    }
    if let Some(rest) = source(line.text) {
        return Some(signature(rest, outlets));
    }
    if let Some(url) = address(line.text) {
        return Some(known(url, outlets, Sign::KnownLine));
    }
    if line.words.len() > SIGNATURE_WORDS {
        return None;
    }
    if let Some(name) = line.text.strip_suffix(':') {
        return label(name.trim(), outlets);
    }
    if is_wire(line.text) {
        return Some(None);
    }
    let parts: Vec<&str> = parts(line.text).collect();
    if parts.len() > 1 && parts.iter().any(|p| is_of(&BESIDE_WORDS, p)) {
        return Some(signature(line.text, outlets));
    }
    let named = parts.iter().find_map(|part| known(part, outlets, Sign::KnownLine));
    named.filter(|_| parts.len() <= 3).map(Some)
}

/// The outlet at the end of a title, and the title without it: `عنوان | س`.
pub(crate) fn of_title<'t>(title: &'t str, outlets: &dyn OutletNames) -> (&'t str, Option<Found>) {
    let cut = SEPARATORS.iter().filter_map(|s| title.rfind(s).map(|at| (at, s.len()))).max();
    let Some((at, len)) = cut else { return (title, None) };
    match known(title[at + len..].trim(), outlets, Sign::KnownLine) {
        Some(found) if !title[..at].trim().is_empty() => (title[..at].trim(), Some(found)),
        _ => (title, None),
    }
}

/// The outlet before the dash or colon of a lede's dateline: `تل الورد - س:`, `س – خاص`.
pub(crate) fn of_lede(lede: &str, outlets: &dyn OutletNames) -> Option<Found> {
    let end = lede.char_indices().nth(LEDE_CHARS).map_or(lede.len(), |(at, _)| at);
    let start = &lede[..end];
    let closed = start.rfind([':', '–', '—', '-', '|', ')'])?;
    start[..closed]
        .split(['-', '–', '—', '|', '(', ')', '/', ':', '،'])
        .find_map(|part| known(part.trim(), outlets, Sign::Lede))
}

/// The outlet named in rights and disclaimers: `جميع الحقوق محفوظة لـ س`.
pub(crate) fn of_footer(line: &Line<'_>, outlets: &dyn OutletNames) -> Option<Found> {
    let raw: Vec<&str> = line.text.split_whitespace().collect();
    (1..=NAME_WORDS)
        .rev()
        .flat_map(|n| raw.windows(n))
        .find_map(|w| known(&w.join(" "), outlets, Sign::Footer))
}

/// Signs between an outlet's name and what stands beside it.
const SEPARATORS: [&str; 9] = ["|", " - ", " – ", " — ", " ـ ", " :: ", "•", "●", "- "];

fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = vec![text];
    for separator in SEPARATORS.into_iter().chain(["+", "،", "/", "\\"]) {
        rest = rest.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    rest.into_iter()
        .map(|part| part.trim_matches([' ', '.', ':', '-', '\u{A0}']))
        .filter(|part| !part.is_empty())
}

/// What follows `المصدر:`, up to the next label on the same line (الكاتب:).
fn source(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(':')?;
    if !SOURCE_WORDS.contains(&words(label)) {
        return None;
    }
    let Some((value, _)) = rest.split_once(':') else { return Some(rest.trim()) };
    let value = value.trim_end();
    Some(value.rsplit_once(char::is_whitespace).map_or(value, |(name, _next_label)| name).trim())
}

/// The name among the parts of a signature: a known one, else the first that is a name at all.
fn signature(text: &str, outlets: &dyn OutletNames) -> Option<Found> {
    let names: Vec<&str> = parts(text)
        .filter(|part| !is_of(&BESIDE_WORDS, part) && !is_wire(part))
        .filter(|part| (1..=NAME_WORDS).contains(&words(part).len()))
        .collect();
    names
        .iter()
        .find_map(|name| known(name, outlets, Sign::KnownSignature))
        .or_else(|| names.first().map(|name| Found { name: (*name).to_owned(), sign: Sign::Signature }))
}

/// A name before a colon, on a line of its own.
fn label(name: &str, outlets: &dyn OutletNames) -> Option<Option<Found>> {
    let count = words(name).len();
    if count == 0 || count > NAME_WORDS || is_of(&LABEL_WORDS, name) {
        return None;
    }
    if is_wire(name) {
        return Some(None);
    }
    let found = known(name, outlets, Sign::KnownLine);
    Some(found.or_else(|| Some(Found { name: name.to_owned(), sign: Sign::Label })))
}

/// The text, where it is an address and nothing else.
pub(crate) fn address(text: &str) -> Option<&str> {
    let is = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    (is && !text.contains(char::is_whitespace)).then_some(text)
}

fn known(name: &str, outlets: &dyn OutletNames, sign: Sign) -> Option<Found> {
    if name.is_empty() || is_wire(name) {
        return None;
    }
    outlets.known(name).map(|name| Found { name: name.to_owned(), sign })
}

fn is_wire(name: &str) -> bool {
    is_of(&WIRE_WORDS, name)
}

fn is_of(list: &Phrases, text: &str) -> bool {
    list.contains(&words(text))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Three outlets, known by name and domain.
    pub(crate) struct Few;

    impl OutletNames for Few {
        fn known(&self, name: &str) -> Option<&str> {
            [
                ("شبكة الجسر", ["الجسر", "شبكة الجسر", "aljisr.example"]),
                ("تلفزيون الساحل", ["تلفزيون الساحل", "قناة الساحل", "sahel.example"]),
                ("وكالة النهر", ["النهر", "وكالة النهر", "nahr.example"]),
            ]
            .into_iter()
            .find(|(_, names)| names.iter().any(|n| *n == name || name.contains("://") && name.contains(n)))
            .map(|(display, _)| display)
        }
    }

    #[track_caller]
    fn check(line: &str, expect: Option<Option<(&str, Sign)>>) {
        let found = of_line(&Line::new(line), &Few);
        let found = found.as_ref().map(|f| f.as_ref().map(|f| (f.name.as_str(), f.sign)));
        assert_eq!(found, expect, "{line}");
    }

    #[test]
    fn an_outlet_signs_in_few_forms() {
        check("المصدر: شبكة الجسر الكاتب: فريق التحرير", Some(Some(("شبكة الجسر", Sign::KnownSignature))));
        check("المصدر : صدى التلال - خاص", Some(Some(("صدى التلال", Sign::Signature))));
        check("خاص | صدى التلال", Some(Some(("صدى التلال", Sign::Signature))));
        check("تلفزيون الساحل - متابعات", Some(Some(("تلفزيون الساحل", Sign::KnownSignature))));
        check("صدى التلال:", Some(Some(("صدى التلال", Sign::Label))));
        check("تل الورد - النهر", Some(Some(("وكالة النهر", Sign::KnownLine))));
        check("https://www.sahel.example/news/12", Some(Some(("تلفزيون الساحل", Sign::KnownLine))));
    }

    #[test]
    fn whom_a_text_was_taken_from_does_not_publish_it() {
        check("المصدر: رويترز", Some(None));
        check("المصدر: وكالات", Some(None));
        check("المصدر: رويترز + الجسر", Some(Some(("شبكة الجسر", Sign::KnownSignature))));
    }

    #[test]
    fn other_lines_name_none() {
        check("إليكم التفاصيل:", None);
        check("وجاء في البيان:", None);
        check("وقالت صحيفة الجسر إن القافلة وصلت إلى المدينة.", None);
        check("القصف يتجدد - والأهالي ينزحون", None);
        check("اشتباكات على أطراف المدينة", None);
    }

    #[test]
    fn a_title_gives_up_the_outlet_at_its_end() {
        assert_eq!(of_title("القصف يتجدد | تلفزيون الساحل", &Few).0, "القصف يتجدد");
        assert_eq!(of_title("القصف يتجدد - والأهالي ينزحون", &Few).0, "القصف يتجدد - والأهالي ينزحون");
    }

    #[test]
    fn a_lede_may_begin_with_the_outlet() {
        let name = |lede| of_lede(lede, &Few).map(|f| f.name);
        assert_eq!(name("تل الورد - النهر: قال شهود إن القافلة وصلت."), Some("وكالة النهر".to_owned()));
        assert_eq!(name("النهر- تل الورد: قال شهود إن القافلة وصلت."), Some("وكالة النهر".to_owned()));
        assert_eq!(name("قالت وكالة النهر إن القافلة - وهي الثانية - وصلت."), None);
        assert_eq!(name("تل الورد (رويترز) - قال شهود إن القافلة وصلت."), None);
    }
}
