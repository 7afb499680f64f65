//! The names of the lexicon, and where they stand in a text: an index from the first folded word to whole names.
//!
//! What a name means where it stands (a government or its capital, an outlet or a common word) is decided in
//! [`crate::mention`]; here names are only found.

use crate::lexicon::{CampId, EntityId};
use crate::reading::{MentionKind, Tone};
use crate::start::Start;
use riwayat_text::table::Table;
use riwayat_text::token::{Reading, readings};
use riwayat_text::{Token, TokenKind, normal};
use std::borrow::Cow;

/// When a name may be read as what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Usage {
    /// Always.
    Free,
    /// A short form (الجيش): where nothing around it makes it another one's.
    Bare,
    /// Also a common word or another's name: only where quoted, or behind a word that tells what it is.
    Guarded,
    /// A state or the seat of its government: the state that acts where the first is true, else the place.
    State {
        /// What it is where nothing around it decides.
        acts: bool,
    },
}

/// What a name names.
#[derive(Debug, Clone)]
pub(crate) struct Sense {
    pub entity: EntityId,
    pub kind: MentionKind,
    pub camp: Option<CampId>,
    pub tone: Tone,
    pub usage: Usage,
}

/// One name: its folded words, and its senses.
#[derive(Debug, Clone)]
struct Phrase {
    /// How the second word begins: most phrases are told apart by it.
    second: Start,
    rest: Vec<Box<str>>,
    senses: Vec<Sense>,
}

impl Phrase {
    fn new(rest: Vec<Box<str>>, sense: Sense) -> Self {
        let second = rest.first().map_or(Start::default(), |word| Start::of(word));
        Self { second, rest, senses: vec![sense] }
    }
}

/// The readings of a word with which a name may begin, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Opens(u16);

impl Opens {
    /// True where it is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// All names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    by_first: Table<Box<str>, Vec<Phrase>>,
}

/// A name found in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit<'n> {
    /// First token, its proclitics included.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The proclitics on the first token, as folded.
    pub proclitics: &'static str,
    pub senses: &'n [Sense],
}

impl Names {
    /// Makes room for so many first words.
    pub fn reserve(&mut self, first_words: usize) {
        self.by_first.reserve(first_words);
    }

    /// Adds a name; its quotes do not count.
    pub fn add(&mut self, name: &str, sense: Sense) {
        let mut words = words_of(name).into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<_> = words.collect();
        let bucket = self.by_first.entry(first).or_default();
        match bucket.iter_mut().find(|p| p.rest == rest) {
            Some(phrase) => {
                if !phrase.senses.iter().any(|s| s.entity == sense.entity && s.kind == sense.kind) {
                    phrase.senses.push(sense);
                }
            }
            None => bucket.push(Phrase::new(rest, sense)),
        }
    }

    /// Adds a name unless something is called so already.
    pub fn add_new(&mut self, name: &str, sense: Sense) {
        let mut words = words_of(name).into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<_> = words.collect();
        let bucket = self.by_first.entry(first).or_default();
        if bucket.iter().all(|p| p.rest != rest) {
            bucket.push(Phrase::new(rest, sense));
        }
    }

    /// Gives a name to one entity alone.
    pub fn set(&mut self, name: &str, sense: Sense) {
        let Some(senses) = self.senses_mut(name) else { return self.add_new(name, sense) };
        *senses = vec![sense];
    }

    /// Takes a name from an entity; one that is nobody's then is no name.
    pub fn remove(&mut self, name: &str, entity: &EntityId) {
        let Some(senses) = self.senses_mut(name) else { return };
        senses.retain(|s| s.entity != *entity);
        if let [first, rest @ ..] = words_of(name).as_slice()
            && let Some(bucket) = self.by_first.get_mut(first)
        {
            bucket.retain(|p| !(p.senses.is_empty() && p.rest == rest));
            if bucket.is_empty() {
                self.by_first.remove(first);
            }
        }
    }

    /// True where the name is one of the entity.
    pub fn has(&self, name: &str, entity: &EntityId) -> bool {
        let words = words_of(name);
        let Some((first, rest)) = words.split_first() else { return false };
        let bucket = self.by_first.get(first).into_iter().flatten();
        bucket.filter(|p| p.rest == rest).any(|p| p.senses.iter().any(|s| s.entity == *entity))
    }

    /// Changes every sense that names the entity.
    pub fn each_sense_of(&mut self, entity: &EntityId, change: impl Fn(&mut Sense)) {
        let senses = self.by_first.values_mut().flatten().flat_map(|p| &mut p.senses);
        senses.filter(|s| s.entity == *entity).for_each(change);
    }

    /// What the entity is in its names.
    pub fn kind_of(&self, entity: &EntityId) -> Option<MentionKind> {
        // The least of them, so that the order of the table does not show.
        let senses = self.by_first.values().flatten().flat_map(|p| &p.senses);
        senses.filter(|s| s.entity == *entity).map(|s| s.kind).min()
    }

    fn senses_mut(&mut self, name: &str) -> Option<&mut Vec<Sense>> {
        let words = words_of(name);
        let (first, rest) = words.split_first()?;
        let phrase = self.by_first.get_mut(first)?.iter_mut().find(|p| p.rest == rest)?;
        Some(&mut phrase.senses)
    }

    /// The readings of a word with which a name may begin.
    pub fn opens(&self, word: &str) -> Opens {
        let opens = heads_of(word).filter(|(_, r)| self.by_first.contains_key(head(r).as_ref()));
        Opens(opens.fold(0, |set, (n, _)| set | 1 << n))
    }

    /// The longest name that begins at token `at`, proclitics apart; the fewest proclitics where equal. Past the last
    /// token there is none.
    pub fn at<'n>(&'n self, tokens: &[Token], at: usize) -> Option<Hit<'n>> {
        self.opened(tokens, at, self.opens(&tokens.get(at)?.key))
    }

    /// The same where [`Self::opens`] of its word is known.
    pub fn opened<'n>(&'n self, tokens: &[Token], at: usize, opens: Opens) -> Option<Hit<'n>> {
        let token = tokens.get(at)?;
        let next = tokens[at + 1..].iter().find(|t| !is_quote(t));
        let next = next.map_or(Start::default(), |t| Start::of(&t.key));
        let mut best: Option<Hit<'n>> = None;
        for (_, reading) in heads_of(&token.key).filter(|(n, _)| opens.0 >> n & 1 == 1) {
            let proclitics = reading.proclitics;
            if token.kind != TokenKind::Word && !proclitics.is_empty() {
                continue;
            }
            let phrases = self.by_first.get(head(&reading).as_ref()).into_iter().flatten();
            for phrase in phrases.filter(|p| p.rest.is_empty() || p.second == next) {
                if let Some(end) = follow(tokens, at + 1, &phrase.rest)
                    && best.is_none_or(|b| end > b.end)
                {
                    best = Some(Hit { first: at, end, proclitics, senses: &phrase.senses });
                }
            }
        }
        best
    }
}

/// The ways to read a word as proclitics and the head of a name, each with its number among all readings.
fn heads_of(key: &str) -> impl Iterator<Item = (usize, Reading<'_>)> {
    let heads = readings(key).enumerate();
    heads.filter(|(_, r)| !r.proclitics.ends_with("ال") && !r.proclitics.ends_with('س'))
}

/// The head of a name so read: `للجيش` is read as `ل` and `الجيش`.
fn head<'w>(reading: &Reading<'w>) -> Cow<'w, str> {
    if reading.is_definite() { format!("ال{}", reading.rest).into() } else { reading.rest.into() }
}

/// One past the last token of `words` read from token `at` on, quotes between them apart.
fn follow(tokens: &[Token], at: usize, words: &[Box<str>]) -> Option<usize> {
    let mut i = at;
    for word in words {
        while tokens.get(i).is_some_and(is_quote) {
            i += 1;
        }
        let token = tokens.get(i)?;
        if *token.key != **word {
            return None;
        }
        i += 1;
    }
    Some(i)
}

/// True for quotation marks and brackets of any kind.
pub(crate) fn is_quote(token: &Token) -> bool {
    token.kind == TokenKind::Sign && is_opening(&token.key) | is_closing(&token.key)
}

/// True for a sign that may open a quotation or bracket.
pub(crate) fn is_opening(sign: &str) -> bool {
    matches!(sign, "\"" | "'" | "«" | "“" | "‘" | "„" | "(" | "[" | "<" | "‹" | "”" | "’" | "`")
}

/// True for a sign that may close a quotation or bracket.
pub(crate) fn is_closing(sign: &str) -> bool {
    matches!(sign, "\"" | "'" | "»" | "”" | "’" | "“" | ")" | "]" | ">" | "›" | "‘" | "`")
}

/// The folded words of a name, its quotes apart.
pub(crate) fn words_of(name: &str) -> Vec<Box<str>> {
    words_in(name).collect()
}

/// The same, one after the other: who wants the first alone does not pay for the others.
pub(crate) fn words_in(name: &str) -> impl Iterator<Item = Box<str>> {
    let plain = name.chars().all(|c| c == ' ' || ('\u{621}'..='\u{64A}').contains(&c) && c != '\u{640}');
    let words = plain.then(|| name.split(' ').filter(|w| !w.is_empty()).map(|w| normal::fold(w).into()));
    let tokens = (!plain).then(|| riwayat_text::tokens(name).into_iter().filter(|t| !is_quote(t)));
    words.into_iter().flatten().chain(tokens.into_iter().flatten().map(|t| t.key.as_str().into()))
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;
    use riwayat_text::tokens;

    /// The first name of the text: its entity, its tokens, its proclitics.
    fn first(text: &str) -> Option<(String, usize, usize, &'static str)> {
        let lexicon = Lexicon::builtin();
        let tokens = tokens(text);
        let hit = (0..tokens.len()).find_map(|i| lexicon.names.at(&tokens, i))?;
        Some((hit.senses[0].entity.to_string(), hit.first, hit.end, hit.proclitics))
    }

    #[test]
    fn the_longest_name_wins_and_quotes_inside_do_not_count() {
        assert_eq!(first("عناصر تنظيم \"الدولة الإسلامية\""), Some(("islamic-state".into(), 1, 5, "")));
        assert_eq!(first("قوات سوريا الديمقراطية"), Some(("sdf".into(), 0, 3, "")));
        assert_eq!(first("الجيش الوطني السوري"), Some(("national-army".into(), 0, 3, "")));
    }

    #[test]
    fn proclitics_are_read_apart_from_the_name() {
        assert_eq!(first("لقسد"), Some(("sdf".into(), 0, 1, "ل")));
        assert_eq!(first("وللتحالف الدولي"), Some(("coalition".into(), 0, 2, "ولل")));
        assert_eq!(first("بألمانيا"), Some(("germany".into(), 0, 1, "ب")));
        assert_eq!(first("وصلوا مبكراً"), None);
    }
}
