//! The chart: which items stand on which tokens of a text.

use super::pattern::{ClassId, Classes, UNNAMED};
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

/// Stands for no item.
const NO_ITEM: u32 = u32::MAX;

/// The items of one text.
#[derive(Debug)]
pub struct Chart<'t, V> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t [Token],
    pub(super) items: Vec<Item<V>>,
    /// The class of each item, by its number in the grammar that runs on the chart.
    pub(super) classes: Vec<ClassId>,
    /// For each token the longest item that begins there, and for each item the next shorter one at its place.
    heads: Vec<u32>,
    behind: Vec<u32>,
    /// Where items begin.
    pub(super) begun: Places,
}

impl<'t, V> Chart<'t, V> {
    /// A chart without items.
    #[must_use]
    pub fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        let (heads, begun) = (vec![NO_ITEM; tokens.len()], Places::none_of(tokens.len()));
        let some = tokens.len() / 16;
        let (items, classes) = (Vec::with_capacity(some), Vec::with_capacity(some));
        Self { text, tokens, items, classes, heads, behind: Vec::with_capacity(some), begun }
    }

    /// The place of the longest item that begins at a token.
    pub(super) fn first_at(&self, token: usize) -> Option<usize> {
        self.heads.get(token).filter(|n| **n != NO_ITEM).map(|n| *n as usize)
    }

    /// The place of the next shorter item that begins where this one does.
    pub(super) fn next_at(&self, item: usize) -> Option<usize> {
        self.behind.get(item).filter(|n| **n != NO_ITEM).map(|n| *n as usize)
    }

    /// Puts an item on its tokens; one that begins past the last token is left out.
    pub fn push(&mut self, item: Item<V>) {
        self.push_of(item, UNNAMED);
    }

    /// Numbers the classes of the items that stand on the chart as a grammar does.
    pub(super) fn number_classes(&mut self, classes: &Classes) {
        for (number, item) in self.classes.iter_mut().zip(&self.items) {
            *number = classes.of(item.class);
        }
    }

    /// Puts an item on its tokens whose class has this number.
    pub(super) fn push_of(&mut self, item: Item<V>, class: ClassId) {
        let Ok(new) = u32::try_from(self.items.len()) else { return };
        if item.tokens.0 >= self.heads.len() {
            return;
        }
        self.begun.add(item.tokens.0);
        let mut next = self.first_at(item.tokens.0);
        let mut longer = None;
        while let Some(n) = next.filter(|n| self.items[*n].tokens.1 >= item.tokens.1) {
            longer = Some(n);
            next = self.next_at(n);
        }
        let after = match longer {
            Some(n) => std::mem::replace(&mut self.behind[n], new),
            None => std::mem::replace(&mut self.heads[item.tokens.0], new),
        };
        self.behind.push(after);
        self.classes.push(class);
        self.items.push(item);
    }

    /// All items, in the order in which they were made.
    #[must_use]
    pub fn items(&self) -> &[Item<V>] {
        &self.items
    }

    /// The items that begin at a token, the longest first.
    pub fn at(&self, token: usize) -> impl Iterator<Item = &Item<V>> {
        self.classed_at(token).map(|i| i.0)
    }

    /// The same, each with the number of its class.
    pub(super) fn classed_at(&self, token: usize) -> impl Iterator<Item = (&Item<V>, ClassId)> {
        let places = std::iter::successors(self.first_at(token), |n| self.next_at(*n));
        places.map(|n| (&self.items[n], self.classes[n]))
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
