//! Words that tell what stands beside them: `lexicon/signals.toml`, `loaded.toml`, `befalls.toml`, `given-names.txt`.

use crate::lexicon::names::words_of;
use crate::lexicon::nouns;
use crate::lexicon::source::{Befalls, Loaded, LoadedEntry};
use crate::reading::{Status, Tone};
use riwayat_text::table::Table;
use riwayat_text::token::readings;
use riwayat_text::{Token, normal};
use std::collections::BTreeMap;

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
    /// A given name that is no common word.
    Given,
    /// A given name that is a common word, too.
    MaybeGiven,
    /// Says, before a number, what befell the people counted.
    Befalls,
    /// The last word of a label.
    LabelEnd,
}

/// What a word says of a figure beside it; a word may say several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    Doing,
    Taking,
    Freeing,
    Dying,
    Change,
    Inflicting,
    Losing,
    OwnLoss,
    Nothing,
}

/// The keys of `[words]` in `befalls.toml`, one for each [`Beside`].
pub(crate) const BESIDE: [(&str, Beside); 9] = [
    ("doing", Beside::Doing),
    ("taking", Beside::Taking),
    ("freeing", Beside::Freeing),
    ("dying", Beside::Dying),
    ("change", Beside::Change),
    ("inflicting", Beside::Inflicting),
    ("losing", Beside::Losing),
    ("own_loss", Beside::OwnLoss),
    ("nothing", Beside::Nothing),
];

/// A set of signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SignalSet(u32);

impl SignalSet {
    /// The set of these.
    pub const fn of(signals: &[Signal]) -> Self {
        let (mut bits, mut n) = (0, 0);
        while n < signals.len() {
            bits |= 1 << signals[n] as u32;
            n += 1;
        }
        Self(bits)
    }

    /// True where the signal is in the set.
    pub fn has(self, signal: Signal) -> bool {
        self.0 >> (signal as u32) & 1 == 1
    }

    /// True where one signal at least is in both sets.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The keys of `signals.toml`, one for each [`Signal`] of it.
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
    words: Table<Box<str>, SignalSet>,
    labels: Vec<(Vec<Box<str>>, Tone)>,
    epithets: Table<Box<str>, Tone>,
    before: Table<Box<str>, Status>,
    /// The same of two words, by the first.
    before_pair: Table<Box<str>, Vec<(Box<str>, Status)>>,
    after: Table<Box<str>, Status>,
    /// A bit for each [`Beside`].
    beside: Table<Box<str>, u16>,
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
                out.add(word, signal);
            }
        }
        for word in given.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace) {
            match word.strip_prefix('?') {
                Some(word) => out.add(word, Signal::MaybeGiven),
                None => out.add(word, Signal::Given),
            }
        }
        out.labels = loaded.label.into_iter().flat_map(labels_of).collect();
        let ends: Vec<_> = out.labels.iter().filter_map(|(words, _)| words.last().cloned()).collect();
        ends.iter().for_each(|word| out.add(word, Signal::LabelEnd));
        out.labels.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        for entry in loaded.epithet {
            let tone = tone(&entry.tone);
            out.epithets.extend(entry.words.iter().map(|w| (normal::fold(w).into(), tone)));
        }
        for entry in &befalls.befall {
            let Some(status) = nouns::status(&entry.status) else { continue };
            for word in &entry.before {
                out.add(word, Signal::Befalls);
            }
            for word in &entry.before {
                let word = normal::fold(word);
                match word.split_once(' ') {
                    None => {
                        out.before.entry(word.into()).or_insert(status);
                    }
                    Some((first, second)) => {
                        out.before_pair.entry(first.into()).or_default().push((second.into(), status));
                    }
                }
            }
            for word in &entry.after {
                out.after.entry(normal::fold(word).into()).or_insert(status);
            }
        }
        for (key, what) in BESIDE {
            for word in befalls.words.get(key).into_iter().flatten() {
                *out.beside.entry(normal::fold(word).into()).or_default() |= 1 << what as u16;
            }
        }
        out
    }

    /// True of a folded word, without proclitics, that says this of a figure beside it.
    pub fn says(&self, word: &str, what: Beside) -> bool {
        self.beside.get(word).is_some_and(|set| set >> what as u16 & 1 == 1)
    }

    fn add(&mut self, word: &str, signal: Signal) {
        self.words.entry(normal::fold(word).into()).or_default().add(SignalSet::of(&[signal]));
    }

    /// What the folded word, uncut, tells.
    pub fn whole(&self, word: &str) -> SignalSet {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// True where the folded word, uncut, is such a word.
    pub fn is(&self, word: &str, signal: Signal) -> bool {
        self.whole(word).has(signal)
    }

    /// What the word tells as it stands, and what with proclitics off; the article is no proclitic here.
    pub fn of(&self, word: &str) -> (SignalSet, SignalSet) {
        let whole = self.whole(word);
        let mut cut = whole;
        for reading in readings(word).filter(|r| !r.proclitics.is_empty() && !r.proclitics.ends_with("ال"))
        {
            cut.add(if reading.is_definite() {
                self.whole(&format!("ال{}", reading.rest))
            } else {
                self.whole(reading.rest)
            });
        }
        (whole, cut)
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
        let pairs = second.and_then(|_| self.before_pair.get(word)).into_iter().flatten();
        let pair = pairs.filter(|(last, _)| Some(&**last) == second).map(|(_, status)| status).next();
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
