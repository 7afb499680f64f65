//! The chart: which items stand on which tokens of a text.

use super::places::Places;
use crate::token::Reading;
use crate::{Span, Token};

/// Something found in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<V> {
    /// What it is.
    pub class: &'static str,
    /// The rule that made it; empty for an item of the lexicon.
    pub rule: &'static str,
    /// Its first token and one past its last.
    pub tokens: (usize, usize),
    /// What stands before it on its first token: proclitics and article, folded.
    pub proclitics: &'static str,
    /// What it means.
    pub value: V,
}

impl<V> Item<V> {
    /// True where the article is on it.
    #[must_use]
    pub fn is_definite(&self) -> bool {
        Reading { proclitics: self.proclitics, rest: "" }.is_definite()
    }
}

/// The items of one text.
#[derive(Debug)]
pub struct Chart<'t, V> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t [Token],
    pub(super) items: Vec<Item<V>>,
    /// For each token the longest item that begins there, and for each item the next shorter one at its place.
    pub(super) heads: Vec<Option<usize>>,
    pub(super) behind: Vec<Option<usize>>,
    /// Where items begin.
    pub(super) begun: Places,
}

impl<'t, V> Chart<'t, V> {
    /// A chart without items.
    #[must_use]
    pub fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        let (heads, begun) = (vec![None; tokens.len()], Places::none_of(tokens.len()));
        Self { text, tokens, items: Vec::new(), heads, behind: Vec::new(), begun }
    }

    /// Puts an item on its tokens; one that begins past the last token is left out.
    pub fn push(&mut self, item: Item<V>) {
        let new = self.items.len();
        let Some(mut next) = self.heads.get(item.tokens.0).copied() else { return };
        self.begun.add(item.tokens.0);
        let mut longer = None;
        while let Some(n) = next.filter(|n| self.items[*n].tokens.1 >= item.tokens.1) {
            longer = Some(n);
            next = self.behind[n];
        }
        match longer {
            Some(n) => self.behind[n] = Some(new),
            None => self.heads[item.tokens.0] = Some(new),
        }
        self.behind.push(next);
        self.items.push(item);
    }

    /// All items, in the order in which they were made.
    #[must_use]
    pub fn items(&self) -> &[Item<V>] {
        &self.items
    }

    /// The items that begin at a token, the longest first.
    pub fn at(&self, token: usize) -> impl Iterator<Item = &Item<V>> {
        let first = self.heads.get(token).copied().flatten();
        std::iter::successors(first, |n| self.behind[*n]).map(|n| &self.items[n])
    }

    /// The place of an item in the text, its proclitics left out and its article in.
    #[must_use]
    pub fn span(&self, item: &Item<V>) -> Span {
        let (first, end) = item.tokens;
        let (Some(head), Some(last)) = (self.tokens.get(first), self.tokens.get(end.saturating_sub(1)))
        else {
            return Span::default();
        };
        head.span_without(self.text, item.proclitics).cover(Span::new(last.span.end(), last.span.end()))
    }
}
