//! Patterns: from the text of a row to parts that can be matched.

use crate::normal;

pub(super) enum Alternative {
    Word(String),
    Class(&'static str),
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
}

pub(super) struct Pattern {
    pub parts: Vec<Part>,
    /// The parts that are in the item.
    pub inside: (usize, usize),
}

impl Pattern {
    pub fn new(source: &'static str) -> Self {
        let mut parts = Vec::new();
        let mut inside = (0, usize::MAX);
        for part in source.split_whitespace() {
            match part {
                "[" => inside.0 = parts.len(),
                "]" => inside.1 = parts.len(),
                _ => parts.push(Part::new(part)),
            }
        }
        Self { inside: (inside.0, inside.1.min(parts.len())), parts }
    }

    /// What a match may begin with: the parts up to the first that cannot be missing.
    pub fn openings(&self) -> impl Iterator<Item = &Alternative> {
        let missing = self.parts.iter().take_while(|p| p.times != Times::Once).count();
        self.parts.iter().take(missing + 1).flat_map(|p| &p.alternatives)
    }
}

impl Part {
    fn new(source: &'static str) -> Self {
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
        let alternatives = source[behind.map_or(0, str::len)..].split('|').map(Alternative::new).collect();
        Self { alternatives, behind, times, touches }
    }

    pub fn is_any(&self) -> bool {
        self.alternatives.iter().any(|a| matches!(a, Alternative::Any))
    }
}

impl Alternative {
    fn new(source: &'static str) -> Self {
        match source.strip_prefix('<').and_then(|s| s.strip_suffix('>')) {
            Some(class) => Self::Class(class),
            None if source == "_" => Self::Any,
            None => Self::Word(normal::fold(source)),
        }
    }
}
