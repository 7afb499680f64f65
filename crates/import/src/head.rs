//! The lines above the body: headline, its repeats, section labels, dateline, byline.

use crate::article::reason;
use crate::line::{Line, same_headline, same_words, words};
use std::sync::LazyLock;

/// Labels of a section: a headline has more to say.
const SECTIONS: [&str; 32] = [
    "خاص",
    "عاجل",
    "حصري",
    "التغطية الحية",
    "تغطية خاصة",
    "تغطية مباشرة",
    "أخبار",
    "الأخبار",
    "آخر الأخبار",
    "سياسة",
    "عربي",
    "دولي",
    "محلي",
    "محليات",
    "سوريا",
    "سورية",
    "العراق",
    "لبنان",
    "تقارير",
    "تقرير",
    "أخبار سوريا",
    "أخبار سورية",
    "أخبار محلية",
    "أخبار عربية",
    "أخبار عاجلة",
    "الشرق الأوسط",
    "العالم العربي",
    "ميداني",
    "عسكري",
    "اقتصاد",
    "رأي",
    "تحقيقات",
];
static SECTION_WORDS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| SECTIONS.iter().map(|s| words(s)).collect());

/// Words with which a line that names the writer begins.
const BYLINES: [&str; 12] = [
    "الكاتب",
    "بقلم",
    "كتب",
    "كتبت",
    "كتبه",
    "إعداد",
    "تحرير",
    "تقرير",
    "ترجمة",
    "المحرر",
    "فريق التحرير",
    "هيئة التحرير",
];
static BYLINE_WORDS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| BYLINES.iter().map(|s| words(s)).collect());

/// Words from which a line is a headline rather than a label.
const HEADLINE_WORDS: usize = 4;
/// Most words of a line that names the writer.
const BYLINE_MOST: usize = 6;
/// How many lines at the top are looked at for a headline given twice; pages put widgets between, not paragraphs.
const TOP: usize = 12;

/// True where a line stands twice at the top, as long headlines do that read like prose. A sentence with its full
/// stop is none.
pub(crate) fn repeated(lines: &[Line<'_>], at: usize) -> bool {
    let twin = |(i, other): (usize, &Line<'_>)| i != at && same_headline(other, &lines[at]);
    at < TOP && !lines[at].stop && lines.iter().take(TOP).enumerate().any(twin)
}

/// Which of the candidate lines is the headline: one that stands twice, else the first that is no label.
pub(crate) fn headline(lines: &[Line<'_>], candidates: &[usize]) -> Option<usize> {
    let twice = candidates.iter().find(|i| repeated(lines, **i));
    let long = candidates.iter().find(|i| lines[**i].words.len() >= HEADLINE_WORDS);
    let short = candidates.iter().rev().find(|i| !is_section(&lines[**i]) && byline(&lines[**i]).is_none());
    twice.or(long).or(short).copied()
}

/// Why a line of the head that is neither furniture nor headline is left out; `None` where it belongs to the body.
pub(crate) fn role(line: &Line<'_>, title: &[String], after_title: bool) -> Option<&'static str> {
    if same_words(&line.words, title) {
        return Some(reason::TITLE_REPEAT);
    }
    if is_section(line) || !after_title {
        return Some(reason::SECTION);
    }
    byline(line).or_else(|| (line.words.len() < HEADLINE_WORDS && !line.prose).then_some(reason::BYLINE))
}

/// True where the line is the label of a section.
pub(crate) fn is_section(line: &Line<'_>) -> bool {
    SECTION_WORDS.contains(&line.words)
}

/// Tells a line that names the writer.
pub(crate) fn byline(line: &Line<'_>) -> Option<&'static str> {
    let names = BYLINE_WORDS.iter().any(|b| line.words.starts_with(b));
    (names && !line.prose && line.words.len() <= BYLINE_MOST).then_some(reason::BYLINE)
}
