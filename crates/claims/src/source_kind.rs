//! What the words that name a source tell of who it is: a medium, somebody who can be told apart, or somebody whom the
//! article does not name.
//!
//! A source without a name is never taken for another one that is called the same: two outlets that have «مصدر عسكري» may
//! mean two people. What is told apart by a post or a body (قائد الحرس, المجلس المحلي في الرقة) has a name here, though
//! not a person's.

use crate::lexicon::{Lexicon, outlet_key};
use crate::reading::{Link, Mention, MentionKind, Reading};
use crate::words::{Class, words};
use riwayat_text::{Span, Token};

/// What kind of source somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceKind {
    /// An agency, a channel, a paper, known by its name.
    Medium,
    /// A person, body or post that can be told apart.
    Named,
    /// Whom the article does not name: مصدر عسكري, شهود, طبيب في المستشفى.
    Unnamed,
}

/// Words behind which somebody speaks for those named: what they say is said by them.
const FOR: &str = "باسم";

/// The kind of the source that a link of a chain names, by the words that the article first uses of it.
#[must_use]
pub fn source_kind(reading: &Reading, link: &Link, lexicon: &Lexicon) -> SourceKind {
    let Some(span) = link.first.or(link.span) else { return SourceKind::Medium };
    let phrase = Phrase::new(reading, span);
    if link.person {
        return SourceKind::Named;
    }
    let name = phrase.name();
    if name.is_some_and(|m| !matches!(m.kind, MentionKind::Outlet | MentionKind::Place)) {
        return SourceKind::Named;
    }
    if phrase.head_is(Class::Unnamed)
        || phrase.noun().any(|w| bare_is(w, Class::Unnamed) && !w.starts_with("ال"))
    {
        return SourceKind::Unnamed;
    }
    let known = link.entity.as_ref().is_some_and(|e| lexicon.outlets().iter().any(|o| o.id == *e));
    if phrase.mentions().any(|m| m.kind == MentionKind::Outlet) || known {
        return SourceKind::Medium;
    }
    if phrase.head_is(Class::Medium) && phrase.words.len() > 1 {
        return SourceKind::Medium;
    }
    // أبو نايف
    if matches!(phrase.head(), "ابو" | "ام" | "ابي") && phrase.words.len() > 1 {
        return SourceKind::Named;
    }
    // مسؤول في قسد, طبيب في مستشفى: the noun itself is any of them; الناطق alone is one of whom nothing else is told.
    let names_one =
        phrase.noun_is_definite() && (phrase.words.len() > 1 || phrase.mentions().next().is_some());
    if names_one { SourceKind::Named } else { SourceKind::Unnamed }
}

/// By what a medium is known whom the lexicon may lack: its folded name, the words for what it is apart (وكالة عابر للأنباء).
///
/// ```
/// assert_eq!(riwayat_claims::medium_key("وكالة عابر للأنباء"), riwayat_claims::medium_key("عابر"));
/// ```
#[must_use]
pub fn medium_key(name: &str) -> String {
    let key = outlet_key(name);
    key.strip_suffix(" للانباء").map_or_else(|| key.clone(), str::to_owned)
}

/// The words of a source, with the names that stand in them.
struct Phrase<'r> {
    reading: &'r Reading,
    span: Span,
    words: Vec<&'r Token>,
}

impl<'r> Phrase<'r> {
    fn new(reading: &'r Reading, span: Span) -> Self {
        let from = reading.tokens.partition_point(|t| t.span.end() <= span.start());
        let inside = reading.tokens[from..].iter().take_while(|t| t.span.start() < span.end());
        Self { reading, span, words: inside.filter(|t| t.is_word()).collect() }
    }

    fn head(&self) -> &'r str {
        let first = self.words.first().map_or("", |t| t.key.as_str());
        // قال لوكالة: the ل is no part of the words.
        let cut = self.words.first().is_some_and(|t| t.span.start() < self.span.start());
        if cut { first.strip_prefix('ل').unwrap_or(first) } else { first }
    }

    fn head_is(&self, class: Class) -> bool {
        bare_is(self.head(), class)
    }

    fn mentions(&self) -> impl Iterator<Item = &'r Mention> {
        let from = self.reading.mentions.partition_point(|m| m.span.end() <= self.span.start());
        let span = self.span;
        self.reading.mentions[from..].iter().take_while(move |m| m.span.start() < span.end())
    }

    /// The name that all of the words are.
    fn name(&self) -> Option<&'r Mention> {
        self.mentions().find(|m| m.span.overlap(self.span) == m.span.len().max(self.span.len()))
    }

    /// The words of the noun itself, before the preposition that tells more of it; who speaks in a name is that one.
    fn noun(&self) -> impl Iterator<Item = &'r str> {
        let keys =
            self.words.iter().enumerate().map(|(n, t)| if n == 0 { self.head() } else { t.key.as_str() });
        keys.take_while(|w| *w == FOR || !words().classes(w).0.has(Class::OfSpeaker))
    }

    /// True where the noun is one that can be told apart: by its article, a word in construct that has one, or a name.
    fn noun_is_definite(&self) -> bool {
        let end =
            self.words.get(self.noun().count().saturating_sub(1)).map_or(self.span.end(), |t| t.span.end());
        self.noun().any(|w| w.starts_with("ال") || w == FOR) || self.mentions().any(|m| m.span.start() < end)
    }
}

/// True of a word of a class, with the article or without.
fn bare_is(key: &str, class: Class) -> bool {
    let has = |w: &str| words().classes(w).0.has(class);
    has(key) || key.strip_prefix("ال").is_some_and(has)
}

#[cfg(test)]
mod tests {
    use super::{SourceKind, source_kind};
    use crate::lexicon::Lexicon;
    use crate::reading::{Input, read};

    /// The kinds of the links of the last claim's chain.
    fn kinds(text: &str) -> Vec<SourceKind> {
        let lexicon = Lexicon::builtin();
        let input = Input { title: "", text, published: None, outlet: None, camp: None };
        let reading = read(&input, lexicon);
        let chain = &reading.claims.last().expect("a claim").voice.chain;
        chain.iter().map(|l| source_kind(&reading, l, lexicon)).collect()
    }

    #[test]
    fn whom_nobody_names_is_told_apart_from_who_can_be_known() {
        use SourceKind::{Medium, Named, Unnamed};
        for (words, expected) in [
            ("مصدر عسكري", Unnamed),
            ("مصدر عسكري في قوات النظام", Unnamed),
            ("مسؤول في قسد", Unnamed),
            ("طبيب في مستشفى الرقة", Unnamed),
            ("شهود من البلدة", Unnamed),
            ("أحد وجهاء العشائر", Unnamed),
            ("قوات سوريا الديمقراطية", Named),
            ("ناطق باسم قسد", Named),
            ("قائد الحرس", Named),
            ("المجلس المحلي في منبج", Named),
            ("وكالة عابر للأنباء", Medium),
            ("وكالة رويترز", Medium),
        ] {
            assert_eq!(kinds(&format!("قال {words} إن الجسر مغلق.")), [expected], "{words}");
        }
    }

    #[test]
    fn a_word_for_one_named_before_is_of_that_kind() {
        use SourceKind::{Medium, Named, Unnamed};
        let text = "قالت وكالة عابر للأنباء إن الجسر مغلق. ونقلت الوكالة عن مصدر طبي أن الحرس غادروا.";
        assert_eq!(kinds(text), [Medium, Unnamed]);
        let text = "قال الناطق باسم قسد سامر الحلو إن الجسر مغلق. وأكد الحلو أن الحرس غادروا.";
        assert_eq!(kinds(text), [Named]);
        assert_eq!(kinds("أكدت الوكالة أن الحرس غادروا."), [Unnamed]);
    }
}
