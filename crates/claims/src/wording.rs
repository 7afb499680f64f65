//! What a text calls deeds, the dead and those who fight: `lexicon/wordings.toml`. Names are in [`crate::mention`]; here
//! are the common words that sides choose differently.

use crate::happening::{forms, jussive};
use crate::lexicon::source;
use crate::mention::cut_bytes;
use crate::reading::{Mention, Reading, Tone};
use riwayat_text::normal::fold;
use riwayat_text::table::{Memo, Table};
use riwayat_text::token::{endings, readings, without_tail};
use riwayat_text::{Span, TokenKind};
use serde::Deserialize;
use std::sync::LazyLock;

/// A group of words of which one may be written for another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Its id: `deed:attack`, `people:dead`.
    pub id: String,
    /// What the words are for, in Arabic.
    pub ar: String,
    /// The same in English.
    pub en: String,
    #[serde(default)]
    neutral: Vec<String>,
    #[serde(default)]
    honorific: Vec<String>,
    #[serde(default)]
    hostile: Vec<String>,
}

/// A word of a group where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Worded {
    /// Its group.
    pub wording: &'static Wording,
    /// As in the dictionary: a noun, singular and plural apart; a verb by its past.
    pub word: &'static str,
    /// How it speaks.
    pub tone: Tone,
    /// Where it stands, its article and proclitics apart.
    pub span: Span,
}

/// The words of the groups that stand in the body of an article, in order of place; those inside names are none.
///
/// ```
/// use riwayat_claims::{Input, Lexicon, Tone, read, wordings};
/// let text = "ارتكب الطيران مجزرة، والهجوم أوقع شهداء";
/// let input = Input { title: "", text, published: None, outlet: None, camp: None };
/// let found = wordings(text, &read(&input, Lexicon::builtin()));
/// let said: Vec<_> = found.iter().map(|w| (w.wording.id.as_str(), w.word, w.tone)).collect();
/// assert_eq!(said[0], ("deed:attack", "مجزرة", Tone::Hostile));
/// assert_eq!(said[1], ("deed:attack", "هجوم", Tone::Neutral));
/// assert_eq!(said[2], ("people:dead", "شهداء", Tone::Honorific));
/// ```
#[must_use]
pub fn wordings(text: &str, reading: &Reading) -> Vec<Worded> {
    let known = KNOWN.each(&reading.tokens, |word| WORDS.find(word), |_, found| found.copied().flatten());
    let mut names = reading.mentions.iter().peekable();
    let mut out = Vec::new();
    for (token, found) in reading.tokens.iter().zip(known) {
        let Some(found) = found.filter(|_| token.kind == TokenKind::Word) else { continue };
        // مقاتلة is a woman or a plane, where مقاتله is his.
        if found.his && token.span.of(text).ends_with('ة') {
            continue;
        }
        while names.next_if(|name: &&Mention| name.span.end() <= token.span.start()).is_some() {}
        if names.peek().is_some_and(|name| name.span.overlap(token.span) > 0) {
            continue;
        }
        let start = token.span.start() + cut_bytes(token.span.of(text), usize::from(found.proclitics));
        let Word { group, text: word, tone } = &WORDS.words[usize::from(found.word)];
        let span = Span::new(start, token.span.end());
        out.push(Worded { wording: &WORDS.groups[*group], word, tone: *tone, span });
    }
    out
}

/// The group of an id.
#[must_use]
pub fn wording(id: &str) -> Option<&'static Wording> {
    WORDS.groups.iter().find(|group| group.id == id)
}

/// What a word is found to be.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Found {
    /// A place in [`Words::words`].
    word: u16,
    /// Letters of proclitics and article before it.
    proclitics: u8,
    /// Its last letter is read as a pronoun.
    his: bool,
}

/// A word of the file.
#[derive(Debug)]
struct Word {
    group: usize,
    text: String,
    tone: Tone,
}

/// What was found out about words before.
static KNOWN: LazyLock<Memo<Option<Found>>> = LazyLock::new(Memo::default);

static WORDS: LazyLock<Words> = LazyLock::new(Words::new);

/// The groups, and their words by form.
struct Words {
    groups: Vec<Wording>,
    words: Vec<Word>,
    nouns: Table<String, u16>,
    verbs: Table<String, u16>,
}

impl Wording {
    /// How a word of it speaks, as [`Worded::word`] gives it.
    #[must_use]
    pub fn tone(&self, word: &str) -> Option<Tone> {
        self.rows().find(|(row, _)| row.split(' ').next() == Some(word)).map(|(_, tone)| tone)
    }

    /// Its words, each with its tone.
    fn rows(&self) -> impl Iterator<Item = (&String, Tone)> {
        let toned = [
            (&self.neutral, Tone::Neutral),
            (&self.honorific, Tone::Honorific),
            (&self.hostile, Tone::Hostile),
        ];
        toned.into_iter().flat_map(|(rows, tone)| rows.iter().map(move |row| (row, tone)))
    }
}

#[derive(Deserialize)]
struct File {
    wording: Vec<Wording>,
}

impl Words {
    fn new() -> Self {
        let file: File =
            serde_json::from_str(source::WORDINGS).expect("lexicon/wordings.toml is checked by a test");
        let (mut words, mut nouns, mut verbs) = (Vec::new(), Table::default(), Table::default());
        for (group, wording) in file.wording.iter().enumerate() {
            for (row, tone) in wording.rows() {
                let place = u16::try_from(words.len()).expect("a file has fewer than 65536 words");
                let (word, present) = row.split_once(' ').map_or((row.as_str(), None), |(w, p)| (w, Some(p)));
                if present.is_some() {
                    verbs.extend(forms(row).into_iter().chain(jussive(row)).map(|form| (form, place)));
                } else {
                    nouns.insert(fold(row), place);
                }
                words.push(Word { group, text: word.to_owned(), tone });
            }
        }
        Self { groups: file.wording, words, nouns, verbs }
    }

    /// The word of a group that a folded word is, proclitics and pronouns apart: a noun first, which most of them are.
    fn find(&self, word: &str) -> Option<Found> {
        let found = |(word, his), proclitics: &str| {
            let proclitics = u8::try_from(proclitics.chars().count()).unwrap_or(0);
            Found { word, proclitics, his }
        };
        let noun = readings(word).find_map(|r| Some(found(self.noun(r.rest)?, r.proclitics)));
        let verb = || {
            const BEFORE_VERBS: [&str; 8] = ["", "و", "ف", "س", "وس", "فس", "ل", "ول"];
            let verbs = readings(word).filter(|r| BEFORE_VERBS.contains(&r.proclitics));
            verbs.filter_map(|r| Some(found(self.verb(r.rest)?, r.proclitics))).next()
        };
        noun.or_else(verb)
    }

    /// A noun, a pronoun or the alef of the accusative on it (هجومهم, ضربتها, شهيدا), and whether its last letter is a pronoun.
    fn noun(&self, word: &str) -> Option<(u16, bool)> {
        let under = endings(word).find_map(|e| {
            let before_pronoun = |stem: &str| self.nouns.get(&format!("{stem}ه"));
            let stem = if e.enclitic.is_empty() { None } else { without_tail(e.rest, "ت") };
            let found = self.nouns.get(e.rest).or_else(|| before_pronoun(stem?));
            found.map(|place| (*place, e.enclitic == "ه"))
        });
        under.or_else(|| Some((*self.nouns.get(without_tail(word, "ا")?)?, false)))
    }

    fn verb(&self, word: &str) -> Option<(u16, bool)> {
        endings(word).find_map(|e| Some((*self.verbs.get(e.rest)?, e.enclitic == "ه")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn no_word_is_of_two_groups_or_tones_and_none_is_lost() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for wording in &WORDS.groups {
            assert!(
                wording.id.contains(':') && !wording.ar.is_empty() && !wording.en.is_empty(),
                "{wording:?}"
            );
            assert!(wording.rows().count() > 3, "{}", wording.id);
            for (row, tone) in wording.rows() {
                assert_eq!(seen.insert(fold(row), &wording.id), None, "{row} stands twice");
                let word = row.split(' ').next().unwrap_or(row);
                let found = WORDS.find(&fold(word)).unwrap_or_else(|| panic!("{row} is not found"));
                let found = &WORDS.words[usize::from(found.word)];
                // قصف is noun and verb.
                assert_eq!((found.text.as_str(), found.tone), (word, tone), "{row}");
                assert_eq!(WORDS.groups[found.group].id, wording.id, "{row}");
                if let Some((_, present)) = row.split_once(' ') {
                    assert!(present.starts_with('ي'), "{row}: past, then present");
                }
            }
        }
    }

    #[test]
    fn words_are_found_under_proclitics_pronouns_and_in_all_persons() {
        let of = |word: &str| {
            let found = WORDS.find(&fold(word))?;
            Some((WORDS.words[usize::from(found.word)].text.as_str(), found.proclitics))
        };
        assert_eq!(of("والهجمات"), Some(("هجمات", 3)));
        assert_eq!(of("ضربتهم"), Some(("ضربة", 0)));
        assert_eq!(of("للعدوان"), Some(("عدوان", 2)));
        assert_eq!(of("شهيداً"), Some(("شهيد", 0)));
        assert_eq!(of("واستشهدوا"), Some(("استشهد", 1)));
        assert_eq!(of("سيطرتها"), Some(("سيطرة", 0)));
        assert_eq!(of("يحررون"), Some(("حرر", 0)));
        assert_eq!(of("الإرهابيين"), Some(("إرهابيين", 2)));
        assert_eq!(of("مدرسة"), None);
    }
}
