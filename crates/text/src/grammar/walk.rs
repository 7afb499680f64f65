//! The matcher: every way in which one rule fits at one place.

use super::chart::{Chart, Item};
use super::pattern::{Alternative, ClassId, Part, Pattern, Times};
use super::{MOST_REPEATS, Policy, Rule};
use crate::Token;
use crate::token::{Reading, readings, without_tail};

/// One part of a match.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    part: usize,
    from: usize,
    to: usize,
    item: Option<usize>,
    proclitics: &'static str,
}

/// A match, as a rule's `make` sees it.
#[derive(Debug)]
pub struct Found<'a, V> {
    /// The chart that it was found in.
    pub chart: &'a Chart<'a, V>,
    pieces: &'a [Piece],
}

impl<'a, V> Found<'a, V> {
    /// The items that the match is made of, in order.
    pub fn items(&self) -> impl Iterator<Item = &'a Item<V>> {
        let chart = self.chart;
        self.pieces.iter().filter_map(move |p| p.item.map(|n| &chart.items[n]))
    }

    /// The item number `n` (from 0) of those of a class.
    #[must_use]
    pub fn nth(&self, class: &str, n: usize) -> Option<&'a Item<V>> {
        self.items().filter(|i| i.class == class).nth(n)
    }

    /// The value of the first item of a class.
    #[must_use]
    pub fn value(&self, class: &str) -> Option<&'a V> {
        self.nth(class, 0).map(|i| &i.value)
    }

    /// The value of the item number `n` (from 0), whatever its class.
    #[must_use]
    pub fn item(&self, n: usize) -> Option<&'a Item<V>> {
        self.items().nth(n)
    }

    /// The tokens of the match, context included: first, and one past the last.
    #[must_use]
    pub fn tokens(&self) -> (usize, usize) {
        (self.pieces.first().map_or(0, |p| p.from), self.pieces.last().map_or(0, |p| p.to))
    }

    /// The tokens that matched the pattern's part number `part` (from 0, brackets not counted).
    pub fn part(&self, part: usize) -> impl Iterator<Item = &'a Token> {
        let tokens = self.chart.tokens;
        self.pieces.iter().filter(move |p| p.part == part).flat_map(move |p| &tokens[p.from..p.to])
    }
}

/// A rule with its pattern read.
pub(super) struct Compiled<V: 'static> {
    pub rule: &'static Rule<V>,
    pub pattern: Pattern,
    /// The number of the class of what it makes.
    pub gives: ClassId,
}

/// The end of a match, and what its rule makes of it with the number of its class.
pub(super) type Made<V> = (usize, (Item<V>, ClassId));

/// True where the proclitics can stand on a noun: the future س cannot.
pub(super) fn may_open(reading: &Reading<'_>) -> bool {
    without_tail(reading.proclitics, "س").is_none()
}

impl<V: Clone> Compiled<V> {
    /// Adds what the rule makes at a token, each with the end of its match: everything, or the first only. `pieces`
    /// is room to work in, empty before and after.
    pub fn find(
        &self,
        chart: &Chart<'_, V>,
        at: usize,
        policy: Policy,
        pieces: &mut Vec<Piece>,
        out: &mut Vec<Made<V>>,
    ) {
        Walk { compiled: self, chart, first_only: policy == Policy::Longest, pieces, out }.part(0, at, 0);
    }
}

/// The search for the matches of one rule at one place, greedy parts first.
struct Walk<'w, V: 'static> {
    compiled: &'w Compiled<V>,
    chart: &'w Chart<'w, V>,
    first_only: bool,
    pieces: &'w mut Vec<Piece>,
    out: &'w mut Vec<Made<V>>,
}

impl<V: Clone> Walk<'_, V> {
    /// Matches part `n` (already matched `times` times) and those behind it from token `at` on; true when the
    /// search is over.
    fn part(&mut self, n: usize, at: usize, times: usize) -> bool {
        let compiled = self.compiled;
        let Some(part) = compiled.pattern.parts.get(n) else { return self.accept() };
        let may_skip = part.times != Times::Once || times > 0;
        let may_take = times == 0 || part.times == Times::Many && times < MOST_REPEATS;
        if part.is_any() && may_skip && self.part(n + 1, at, 0) {
            return true;
        }
        if may_take && self.take(part, n, at, times) {
            return true;
        }
        may_skip && !part.is_any() && self.part(n + 1, at, 0)
    }

    fn take(&mut self, part: &Part, n: usize, at: usize, times: usize) -> bool {
        let chart = self.chart;
        let Some(token) = chart.tokens.get(at) else { return false };
        let may_be_word = part.may_be_word(&token.key);
        if !may_be_word && part.is_words_alone() {
            return false;
        }
        if part.touches && !at.checked_sub(1).is_some_and(|b| chart.tokens[b].touches(token)) {
            return false;
        }
        let opens = self.pieces.is_empty() || n == self.compiled.pattern.inside.0;
        for alternative in &part.alternatives {
            let over = match alternative {
                Alternative::Any => token.is_word() && self.step(n, times, Piece::plain(n, at, at + 1)),
                Alternative::Word(word) => may_be_word && self.word(word, n, at, times, opens),
                Alternative::Class(class) => self.class(*class, part, n, at, times),
            };
            if over {
                return true;
            }
        }
        false
    }

    fn word(&mut self, word: &str, n: usize, at: usize, times: usize, opens: bool) -> bool {
        let token = &self.chart.tokens[at];
        if same(&token.key, word) {
            return self.step(n, times, Piece::plain(n, at, at + 1));
        }
        if !opens || !token.is_word() {
            return false;
        }
        let reading = readings(&token.key).find(|r| may_open(r) && !r.is_definite() && same(r.rest, word));
        reading.is_some_and(|r| {
            self.step(n, times, Piece { proclitics: r.proclitics, ..Piece::plain(n, at, at + 1) })
        })
    }

    fn class(&mut self, class: ClassId, part: &Part, n: usize, at: usize, times: usize) -> bool {
        let chart = self.chart;
        // The proclitic may be a token of its own: و20.
        let apart = part.behind.is_some_and(|b| chart.tokens[at].is_word() && chart.tokens[at].key == b);
        let start = at + usize::from(apart);
        let opens = self.pieces.is_empty() || n == self.compiled.pattern.inside.0;
        let mut next = chart.first_at(start);
        while let Some(found) = next {
            let item = &chart.items[found];
            next = chart.next_at(found);
            if chart.classes[found] != class {
                continue;
            }
            let attached = attached(item.proclitics);
            let fits = match part.behind {
                Some(behind) if !apart => attached == behind,
                _ => attached.is_empty() || opens,
            };
            if fits {
                let piece = Piece {
                    part: n,
                    from: at,
                    to: item.tokens.1,
                    item: Some(found),
                    proclitics: item.proclitics,
                };
                if self.step(n, times, piece) {
                    return true;
                }
            }
        }
        false
    }

    fn step(&mut self, n: usize, times: usize, piece: Piece) -> bool {
        self.pieces.push(piece);
        let many = self.compiled.pattern.parts[n].times == Times::Many;
        let over = if many { self.part(n, piece.to, times + 1) } else { self.part(n + 1, piece.to, 0) };
        self.pieces.pop();
        over
    }

    fn accept(&mut self) -> bool {
        let found = Found { chart: self.chart, pieces: self.pieces };
        let (from, to) = self.compiled.pattern.inside;
        let mut inside = self.pieces.iter().filter(|p| (from..to).contains(&p.part));
        let Some(first) = inside.next() else { return false };
        let last = inside.next_back().unwrap_or(first);
        let end = found.tokens().1;
        let Some(value) = (self.compiled.rule.make)(&found) else { return false };
        let item = Item {
            class: self.compiled.rule.gives,
            rule: self.compiled.rule.id,
            tokens: (first.from, last.to),
            proclitics: first.proclitics,
            value,
        };
        self.out.push((end, (item, self.compiled.gives)));
        self.first_only
    }
}

impl Piece {
    fn plain(part: usize, from: usize, to: usize) -> Self {
        Self { part, from, to, item: None, proclitics: "" }
    }
}

/// Whether two short words are one: most that are not differ in length or in the last byte, and a call is saved.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.as_bytes().last() == b.as_bytes().last() && a == b
}

/// The proclitics but for the article.
fn attached(proclitics: &str) -> &str {
    match proclitics.strip_suffix("لل") {
        Some(head) => &proclitics[..head.len() + 'ل'.len_utf8()],
        None => proclitics.strip_suffix("ال").unwrap_or(proclitics),
    }
}
