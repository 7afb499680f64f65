//! Words of one sense: `lexicon/senses.txt`. Two accounts that use two of them may speak of one thing.

use crate::lexicon::source;
use riwayat_text::normal::fold;
use riwayat_text::stem::stem;
use riwayat_text::table::{Memo, Table};
use riwayat_text::{Token, TokenKind};
use std::sync::LazyLock;

/// A sense where a word or phrase of it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sensed {
    /// The first token.
    pub token: usize,
    /// Its number: a line of the file.
    pub sense: u16,
}

/// The senses of the words of a text, in order of place; a word of two senses has both.
///
/// ```
/// use riwayat_claims::senses;
/// use riwayat_text::tokens;
/// let of = |text: &str| senses(&tokens(text)).into_iter().map(|s| s.sense).collect::<Vec<_>>();
/// assert!(of("انسحبت القوات").iter().any(|s| of("بعد انسحابها").contains(s)));
/// assert!(!of("مركبة").is_empty() && of("السيارات").iter().any(|s| of("مركبة").contains(s)));
/// ```
#[must_use]
pub fn senses(tokens: &[Token]) -> Vec<Sensed> {
    let known = KNOWN.each(tokens, |word| SENSES.first(word), |_, found| found.copied().flatten());
    let mut out = Vec::new();
    for (at, entry) in known.into_iter().enumerate() {
        let Some(entry) = entry.filter(|_| tokens[at].kind == TokenKind::Word) else { continue };
        let Entry { alone, phrases } = &SENSES.entries[usize::from(entry)];
        let follows = |rest: &[String]| {
            rest.iter().enumerate().all(|(n, word)| {
                tokens.get(at + 1 + n).is_some_and(|t| t.kind == TokenKind::Word && stem(&t.key) == word)
            })
        };
        // A phrase says more than its first word alone.
        let longest = phrases.iter().filter(|(rest, _)| follows(rest)).map(|(rest, _)| rest.len()).max();
        let told = phrases
            .iter()
            .filter(|(rest, _)| Some(rest.len()) == longest && follows(rest))
            .map(|(_, sense)| sense);
        let alone = if longest.is_none() { alone.as_slice() } else { &[] };
        out.extend(told.chain(alone).map(|sense| Sensed { token: at, sense: *sense }));
    }
    out
}

/// What begins with a word: senses that it has alone, and phrases.
#[derive(Debug, Default)]
struct Entry {
    alone: Vec<u16>,
    phrases: Vec<(Vec<String>, u16)>,
}

struct Senses {
    entries: Vec<Entry>,
    /// The entry of each stem.
    first: Table<String, u16>,
}

/// What was found out about words before.
static KNOWN: LazyLock<Memo<Option<u16>>> = LazyLock::new(Memo::default);

static SENSES: LazyLock<Senses> = LazyLock::new(|| Senses::new(source::SENSES));

impl Senses {
    fn new(file: &str) -> Self {
        let mut out = Self { entries: Vec::new(), first: Table::default() };
        let lines = file.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
        for (sense, line) in lines.enumerate() {
            let sense = u16::try_from(sense).expect("the file has fewer than 65536 lines");
            for words in line.split('|') {
                out.add(words, sense);
            }
        }
        out
    }

    fn add(&mut self, words: &str, sense: u16) {
        let mut stems = words.split_whitespace().map(|w| stem(&fold(w)).to_owned());
        let Some(first) = stems.next() else { return };
        let next = u16::try_from(self.entries.len()).expect("the file has fewer than 65536 words");
        let entry = *self.first.entry(first).or_insert(next);
        if entry == next {
            self.entries.push(Entry::default());
        }
        let Entry { alone, phrases } = &mut self.entries[usize::from(entry)];
        let rest: Vec<String> = stems.collect();
        match rest.is_empty() {
            true if alone.contains(&sense) => {}
            true => alone.push(sense),
            false => phrases.push((rest, sense)),
        }
    }

    fn first(&self, word: &str) -> Option<u16> {
        self.first.get(stem(word)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn of(text: &str) -> BTreeSet<u16> {
        senses(&riwayat_text::tokens(text)).into_iter().map(|s| s.sense).collect()
    }

    #[test]
    fn every_line_has_two_words_and_none_twice() {
        for line in source::SENSES.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let words: Vec<&str> = line.split('|').map(str::trim).collect();
            let kinds: BTreeSet<&str> = words.iter().copied().collect();
            assert!(words.len() > 1 && kinds.len() == words.len() && !kinds.contains(""), "{line}");
        }
    }

    #[test]
    fn a_phrase_says_more_than_its_first_word() {
        assert!(!of("لقي مصرعه").is_disjoint(&of("قُتل")));
        assert!(of("لقي ترحيبا").is_disjoint(&of("قُتل")));
    }
}
