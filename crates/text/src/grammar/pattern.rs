//! Patterns: from the text of a row to parts that can be matched.

use crate::normal;

/// The classes of a grammar: each has a number by which it is told from others at once.
#[derive(Default)]
pub(super) struct Classes(Vec<&'static str>);

/// The number of a class in its grammar.
pub(super) type ClassId = u8;

/// Stands for a class that no rule and no row of the lexicon names.
pub(super) const UNNAMED: ClassId = ClassId::MAX;

impl Classes {
    /// The number of a class, which it gets where it has none. A grammar has a few dozen; past 255 all are unnamed.
    pub fn add(&mut self, class: &'static str) -> ClassId {
        if !self.0.contains(&class) {
            self.0.push(class);
        }
        self.of(class)
    }

    pub fn of(&self, class: &str) -> ClassId {
        let place = self.0.iter().position(|c| *c == class);
        place.and_then(|n| ClassId::try_from(n).ok()).unwrap_or(UNNAMED)
    }
}

pub(super) enum Alternative {
    Word(String),
    Class(ClassId),
    Any,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    Once,
    Maybe,
    Many,
}

pub(super) struct Part {
    pub alternatives: Vec<Alternative>,
    /// The proclitic that it must stand behind.
    pub behind: Option<&'static str>,
    pub times: Times,
    pub touches: bool,
    /// How its words end: most tokens end otherwise, and are passed over without a look at the words.
    ends: Ends,
    words_alone: bool,
}

/// A set of last bytes, by their low six bits: those of Arabic letters differ there.
#[derive(Default, Clone, Copy)]
pub(super) struct Ends(u64);

impl Ends {
    fn bit(word: &str) -> u64 {
        word.as_bytes().last().map_or(0, |last| 1 << (last % 64))
    }

    fn add(&mut self, word: &str) {
        self.0 |= Self::bit(word);
    }

    pub fn may_have(self, word: &str) -> bool {
        self.0 & Self::bit(word) != 0
    }
}

/// A set of classes; those from 127 on are one.
#[derive(Default, Clone, Copy)]
pub(super) struct ClassSet(u128);

impl ClassSet {
    pub fn add(&mut self, class: ClassId) {
        self.0 |= 1 << class.min(127);
    }
}

/// What may stand behind the first part of a pattern.
#[derive(Default, Clone, Copy)]
pub(super) struct Second {
    ends: Ends,
    classes: ClassSet,
}

impl Second {
    const ANYTHING: Self = Self { ends: Ends(u64::MAX), classes: ClassSet(u128::MAX) };

    /// True where nothing need stand there.
    pub fn is_anything(self) -> bool {
        self.ends.0 == u64::MAX
    }

    /// True where a token with this key, on which items of these classes begin, may.
    pub fn may_be(self, key: &str, classes: ClassSet) -> bool {
        self.ends.may_have(key) || self.classes.0 & classes.0 != 0
    }
}

pub(super) struct Pattern {
    pub parts: Vec<Part>,
    /// The parts that are in the item.
    pub inside: (usize, usize),
}

impl Pattern {
    pub fn new(source: &'static str, classes: &mut Classes) -> Self {
        let mut parts = Vec::new();
        let mut inside = (0, usize::MAX);
        for part in source.split_whitespace() {
            match part {
                "[" => inside.0 = parts.len(),
                "]" => inside.1 = parts.len(),
                _ => parts.push(Part::new(part, classes)),
            }
        }
        Self { inside: (inside.0, inside.1.min(parts.len())), parts }
    }

    /// What must stand behind the first part, where that is one item: anything where nothing need stand there.
    pub fn second(&self) -> Second {
        let Some((first, rest)) = self.parts.split_first() else { return Second::ANYTHING };
        if first.times != Times::Once || first.behind.is_some() {
            return Second::ANYTHING;
        }
        let mut second = Second::default();
        for part in rest {
            second.ends.0 |= part.ends.0;
            // The proclitic may be a token of its own, before the item: و20.
            part.behind.iter().for_each(|proclitic| second.ends.add(proclitic));
            for alternative in &part.alternatives {
                match alternative {
                    Alternative::Word(_) => {}
                    Alternative::Class(class) => second.classes.add(*class),
                    Alternative::Any => return Second::ANYTHING,
                }
            }
            if part.times == Times::Once {
                return second;
            }
        }
        Second::ANYTHING
    }

    /// What a match may begin with: the parts up to the first that cannot be missing.
    pub fn openings(&self) -> impl Iterator<Item = &Alternative> {
        let missing = self.parts.iter().take_while(|p| p.times != Times::Once).count();
        self.parts.iter().take(missing + 1).flat_map(|p| &p.alternatives)
    }
}

impl Part {
    fn new(source: &'static str, classes: &mut Classes) -> Self {
        let (touches, source) = match source.strip_prefix('~') {
            Some(rest) if !rest.is_empty() => (true, rest),
            _ => (false, source),
        };
        let (times, source) = match source.strip_suffix(['?', '*']) {
            Some(rest) if !rest.is_empty() => {
                (if source.ends_with('?') { Times::Maybe } else { Times::Many }, rest)
            }
            _ => (Times::Once, source),
        };
        let behind = source.find('<').filter(|n| *n > 0 && !source[..*n].contains('|')).map(|n| &source[..n]);
        let alternatives = source[behind.map_or(0, str::len)..].split('|');
        let alternatives: Vec<_> = alternatives.map(|a| Alternative::new(a, classes)).collect();
        let (mut ends, mut words_alone) = (Ends::default(), true);
        for alternative in &alternatives {
            match alternative {
                Alternative::Word(word) => ends.add(word),
                Alternative::Class(_) | Alternative::Any => words_alone = false,
            }
        }
        Self { alternatives, behind, times, touches, ends, words_alone }
    }

    /// True where a token with this key may be one of its words, proclitics apart.
    pub fn may_be_word(&self, key: &str) -> bool {
        self.ends.may_have(key)
    }

    /// True where nothing but its words fits.
    pub fn is_words_alone(&self) -> bool {
        self.words_alone
    }

    pub fn is_any(&self) -> bool {
        self.alternatives.iter().any(|a| matches!(a, Alternative::Any))
    }
}

impl Alternative {
    fn new(source: &'static str, classes: &mut Classes) -> Self {
        match source.strip_prefix('<').and_then(|s| s.strip_suffix('>')) {
            Some(class) => Self::Class(classes.add(class)),
            None if source == "_" => Self::Any,
            None => Self::Word(normal::fold(source)),
        }
    }
}
