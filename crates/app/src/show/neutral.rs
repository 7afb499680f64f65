//! What stands for a loaded name where the reader wants neutral ones: the neutral name in square brackets, as an editor's
//! insertion stands in a quotation. It is cited and never inflected, so nothing of the sentence round it is rewritten.

use riwayat_text::Span;
use riwayat_text::normal::{fold, is_mark};

/// Letters that do not join the next one, of those that proclitics end in.
const UNJOINED: [char; 2] = ['و', 'ا'];

/// The neutral name for the words of `span`, with the clitics that stand before it: «بميليشيا قسد» gives
/// «بـ[قوات سوريا الديمقراطية]». `None` where these are its words already, or where letters stand behind it: what
/// such a word is, brackets would hide.
#[must_use]
pub(super) fn instead(text: &str, span: Span, name: &str) -> Option<String> {
    let is_of_word = |c: char| c.is_alphabetic() || is_mark(c) || c == '\u{640}';
    let before = &text[..span.start()];
    let clitics = &before[before.trim_end_matches(is_of_word).len()..];
    let goes_on = text[span.end()..].starts_with(is_of_word);
    if name.is_empty() || goes_on || fold(span.of(text)) == fold(name) {
        return None;
    }
    let last = clitics.trim_end_matches(|c| is_mark(c) || c == '\u{640}').chars().next_back();
    let tie =
        if last.is_some_and(|c| !UNJOINED.contains(&c)) && !clitics.ends_with('\u{640}') { "ـ" } else { "" };
    Some(format!("{clitics}{tie}[{name}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, words: &str) -> Option<String> {
        let start = text.find(words).expect("the words are there");
        instead(text, Span::new(start, start + words.len()), "قوات سوريا الديمقراطية")
    }

    #[test]
    fn clitics_stay_with_the_article_and_join_where_they_do() {
        let cases = [
            ("هاجمت ميليشيا قسد البلدة", "ميليشيا قسد", "[قوات سوريا الديمقراطية]"),
            ("نُسب إلى الجيش وميليشيا قسد", "ميليشيا قسد", "و[قوات سوريا الديمقراطية]"),
            ("اشتبك بميليشيا قسد", "ميليشيا قسد", "بـ[قوات سوريا الديمقراطية]"),
            ("تابع للميليشيا الانفصالية", "لميليشيا الانفصالية", "لـ[قوات سوريا الديمقراطية]"),
            ("قال وبِميليشيا قسد", "ميليشيا قسد", "وبِـ[قوات سوريا الديمقراطية]"),
            ("ردّ لـميليشيا قسد", "ميليشيا قسد", "لـ[قوات سوريا الديمقراطية]"),
        ];
        for (text, words, wanted) in cases {
            assert_eq!(of(text, words).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_neutral_already_or_goes_on_is_left() {
        assert_eq!(
            of("دخلت قوات سورية الديموقراطية البلدة", "قوات سورية الديموقراطية"),
            Some("[قوات سوريا الديمقراطية]".into())
        );
        assert_eq!(of("دخلت قوّات سوريا الديمقراطيّة البلدة", "قوّات سوريا الديمقراطيّة"), None);
        assert_eq!(of("ميليشياهم في البلدة", "ميليشيا"), None);
    }
}
