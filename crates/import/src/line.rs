//! One line of a source: its comparable form, and whether it reads like prose.

use riwayat_text::normal::fold;
use std::collections::BTreeSet;

/// A line as the rules see it.
#[derive(Debug, Clone)]
pub(crate) struct Line<'t> {
    /// The line, without white space around it.
    pub(crate) text: &'t str,
    /// Its words, folded; numbers and signs left out.
    pub(crate) words: Vec<String>,
    /// Ends in one full stop.
    pub(crate) stop: bool,
    /// Reads like a sentence or paragraph of running text.
    pub(crate) prose: bool,
}

/// Words from which a line counts as a paragraph even without a full stop. Headlines of Arabic news have at most
/// 18 words; paragraphs without a stop are lists and ledes of 25 and more.
const PARAGRAPH_WORDS: usize = 20;
/// Words from which a line that ends in a full stop counts as a sentence: shorter ones are labels (م. أحمد.).
const SENTENCE_WORDS: usize = 4;

impl<'t> Line<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let text = trim(text);
        let words = words(text);
        let stop = ends_in_stop(text);
        let prose = words.len() >= PARAGRAPH_WORDS || words.len() >= SENTENCE_WORDS && stop;
        Self { text, words, stop, prose }
    }
}

/// The lines of a text, at every kind of line break, those that hold nothing left out.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(trim)
        .filter(|line| !line.is_empty())
}

/// Without white space and invisible signs at both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    })
}

/// The folded words of a text: runs of letters, without numbers and signs.
///
/// The form that rules compare: `التعليقات (12)` gives `التعليقات`.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text)
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().any(char::is_alphabetic))
        .map(str::to_owned)
        .collect()
}

/// True where a text ends in one full stop, quotation marks and brackets apart. Two dots are a headline's pause.
fn ends_in_stop(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '»', '”', '’', '\'', ')', ']', ' ', '\u{A0}']);
    text.strip_suffix(['.', '۔']).is_some_and(|rest| !rest.ends_with('.'))
}

/// Share of common words from which two headlines are one. Between 0 and 1; a page's second headline differs by
/// a letter or a unit (كم, كلم), which changes one word of ten, while sister headlines share half.
const SAME_HEADLINE: f64 = 0.75;

/// True where two lines are one headline, small differences of spelling apart.
pub(crate) fn same_headline(a: &Line<'_>, b: &Line<'_>) -> bool {
    same_words(&a.words, &b.words)
}

/// [`same_headline`] on words.
pub(crate) fn same_words(a: &[String], b: &[String]) -> bool {
    if a == b {
        return !a.is_empty();
    }
    let (a, b): (BTreeSet<_>, BTreeSet<_>) = (a.iter().collect(), b.iter().collect());
    let both = a.intersection(&b).count();
    let all = a.union(&b).count();
    a.len().min(b.len()) >= SENTENCE_WORDS
        && f64::from(narrow(both)) >= SAME_HEADLINE * f64::from(narrow(all))
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_a_sentence_or_a_paragraph() {
        let check = |text: &str, prose: bool| assert_eq!(Line::new(text).prose, prose, "{text}");
        check("سقط الجسر صباح اليوم.", true);
        check("وقال: \"سقط الجسر صباح اليوم.\"", true);
        check("سقوط الجسر.. والسلطات تحقق", false);
        check("القصف يتجدد على تل الورد..", false);
        check("حجم الخط", false);
        check(&"كلمة ".repeat(PARAGRAPH_WORDS), true);
    }

    #[test]
    fn a_headline_is_known_again_when_one_word_changes() {
        let line = Line::new;
        let a = line("مجلس الساحل يعلن سيطرته على 3 كم مربع شرق النهر");
        assert!(same_headline(&a, &line("مجلس الساحل يُعلن سيطرته على 3 كلم مربع شرق النهر")));
        assert!(!same_headline(&a, &line("مجلس الساحل ينفي سيطرته على تلال غرب المدينة")));
    }

    #[test]
    fn every_line_break_parts_and_invisible_signs_do_not_count() {
        let found: Vec<_> = lines("\u{FEFF}أول\r\n\u{200F} \r ثان \u{2028}ثالث\u{A0}\n").collect();
        assert_eq!(found, ["أول", "ثان", "ثالث"]);
    }
}
