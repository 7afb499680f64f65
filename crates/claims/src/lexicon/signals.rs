//! Words that tell what stands beside them: `lexicon/signals.toml`, `loaded.toml`, `befalls.toml`, `given-names.txt`.

use crate::lexicon::names::words_of;
use crate::lexicon::nouns;
use crate::lexicon::source::{Befalls, Loaded, LoadedEntry};
use crate::lexicon::table::Table;
use crate::reading::{Status, Tone};
use riwayat_text::token::readings;
use riwayat_text::{Token, normal};
use std::collections::{BTreeMap, HashSet};

/// What a word may tell; a word may tell several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Signal {
    Settlement,
    Region,
    Locative,
    Facility,
    FacilityAdjective,
    Unit,
    Body,
    Institution,
    WeakInstitution,
    ArmedBody,
    Outlet,
    PlainOutlet,
    Telling,
    Office,
    Generic,
    PlaceHead,
    Attribute,
    Stop,
}

/// The keys of `signals.toml`, one for each [`Signal`].
pub(crate) const KEYS: [(&str, Signal); 18] = [
    ("settlement", Signal::Settlement),
    ("region", Signal::Region),
    ("locative", Signal::Locative),
    ("facility", Signal::Facility),
    ("facility_adjective", Signal::FacilityAdjective),
    ("unit", Signal::Unit),
    ("body", Signal::Body),
    ("institution", Signal::Institution),
    ("weak_institution", Signal::WeakInstitution),
    ("armed_body", Signal::ArmedBody),
    ("outlet", Signal::Outlet),
    ("plain_outlet", Signal::PlainOutlet),
    ("telling", Signal::Telling),
    ("office", Signal::Office),
    ("generic", Signal::Generic),
    ("place_head", Signal::PlaceHead),
    ("attribute", Signal::Attribute),
    ("stop", Signal::Stop),
];

/// Every signal word, folded.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signals {
    words: Table<Box<str>, u32>,
    given: HashSet<Box<str>>,
    /// Given names that are common words, too.
    doubtful: HashSet<Box<str>>,
    labels: Vec<(Vec<Box<str>>, Tone)>,
    epithets: Table<Box<str>, Tone>,
    before: Table<Box<str>, Status>,
    after: Table<Box<str>, Status>,
}

impl Signals {
    pub fn new(
        table: &BTreeMap<String, Vec<String>>,
        loaded: Loaded,
        befalls: &Befalls,
        given: &str,
    ) -> Self {
        let mut out = Self::default();
        for (key, signal) in KEYS {
            for word in table.get(key).into_iter().flatten() {
                *out.words.entry(normal::fold(word).into()).or_default() |= 1 << signal as u32;
            }
        }
        for word in given.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace) {
            match word.strip_prefix('?') {
                Some(word) => out.doubtful.insert(normal::fold(word).into()),
                None => out.given.insert(normal::fold(word).into()),
            };
        }
        out.labels = loaded.label.into_iter().flat_map(labels_of).collect();
        out.labels.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        for entry in loaded.epithet {
            let tone = tone(&entry.tone);
            out.epithets.extend(entry.words.iter().map(|w| (normal::fold(w).into(), tone)));
        }
        for entry in &befalls.befall {
            let Some(status) = nouns::status(&entry.status) else { continue };
            for (words, map) in [(&entry.before, &mut out.before), (&entry.after, &mut out.after)] {
                for word in words {
                    map.entry(normal::fold(word).into()).or_insert(status);
                }
            }
        }
        out
    }

    /// True where the folded word, uncut, is such a word.
    pub fn is(&self, word: &str, signal: Signal) -> bool {
        self.words.get(word).is_some_and(|bits| bits & (1 << signal as u32) != 0)
    }

    /// True where the word is such a word, proclitics apart; the article is no proclitic here.
    pub fn cut_is(&self, word: &str, signal: Signal) -> bool {
        readings(word).filter(|r| !r.proclitics.ends_with("ال")).any(|r| {
            if r.is_definite() {
                self.is(&format!("ال{}", r.rest), signal)
            } else {
                self.is(r.rest, signal)
            }
        })
    }

    /// True for a given name that is no common word.
    pub fn is_given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// True for a given name that is a common word, too.
    pub fn may_be_given(&self, word: &str) -> bool {
        self.doubtful.contains(word)
    }

    /// The label that ends right before token `at`: its first token, and its tone.
    pub fn label_before(&self, tokens: &[Token], at: usize) -> Option<(usize, Tone)> {
        self.labels.iter().find_map(|(words, tone)| {
            let first = at.checked_sub(words.len())?;
            let all = words.iter().zip(&tokens[first..at]).enumerate().all(|(i, (word, token))| {
                *token.key == **word
                    || i == 0
                        && readings(&token.key).any(|r| !r.proclitics.ends_with("ال") && r.rest == &**word)
            });
            all.then_some((first, *tone))
        })
    }

    /// True for the first word of a label, uncut.
    pub fn is_label_word(&self, word: &str) -> bool {
        self.labels.iter().any(|(words, _)| words.first().is_some_and(|w| **w == *word))
    }

    /// The tone that an epithet after a name gives.
    pub fn epithet(&self, word: &str) -> Option<Tone> {
        self.epithets.get(word).copied()
    }

    /// What befell the people counted, by the word before the number (`second` = the word after that word).
    pub fn before(&self, word: &str, second: Option<&str>) -> Option<Status> {
        let pair = second.and_then(|s| self.before.get(format!("{word} {s}").as_str()));
        pair.or_else(|| self.before.get(word)).copied()
    }

    /// What befell the people counted, by the words after the counted phrase.
    pub fn after(&self, words: &[&str]) -> Option<Status> {
        (1..=words.len()).rev().find_map(|n| self.after.get(words[..n].join(" ").as_str())).copied()
    }
}

fn labels_of(entry: LoadedEntry) -> Vec<(Vec<Box<str>>, Tone)> {
    let tone = tone(&entry.tone);
    entry.words.iter().map(|w| (words_of(w), tone)).collect()
}

fn tone(name: &str) -> Tone {
    match name {
        "own" => Tone::Own,
        "hostile" => Tone::Hostile,
        "honorific" => Tone::Honorific,
        _ => Tone::Neutral,
    }
}
