//! Small grammars over tokens: tables of rules, run by one matcher.
//!
//! The shape is that of Duckling and HeidelTime: a lexicon puts items on the tokens (`عشرون` is a *tens* of
//! value 20), and layers of rules make larger items of smaller ones, each layer seeing what those before it
//! made. A rule is one row: its name, the class of what it makes, a pattern, what it makes of a match, and
//! examples, which one test runs. A rule can be read, tested and switched off alone. What is *not* here: any
//! knowledge of numbers or dates.
//!
//! # Patterns
//! Parts stand apart by spaces.
//! - `كلمه|اخرى` a token whose folded form is one of these (the pattern is folded, too); signs likewise: `%|٪`.
//! - `<tens>` an item of that class; `<unit>|<tens>` of either.
//! - `و<tens>` the same, behind that proclitic, be it written on the word or alone (`و20`).
//! - `_` any word.
//! - `~` before a part: nothing stands between it and the token before.
//! - `?` behind a part: it may be missing; `*`: any number of times, at most [`MOST_REPEATS`]. Greedy, but for
//!   `_`.
//! - `[` and `]` as parts of their own: only what they hold is in the item, the rest is context.
//!
//! The first part (and the first behind `[`) may carry the proclitics و ف ب ل ك; they are not in the item. No
//! pattern crosses a line break.

use crate::token::{Reading, readings};
use crate::{Span, Token, normal};
use std::collections::HashMap;

/// Most repetitions of a part with `*`, and so the farthest that a pattern can reach.
pub const MOST_REPEATS: usize = 8;

/// A row of the lexicon: words, each of one or more tokens, that are one item.
#[derive(Debug)]
pub struct Entry<V: 'static> {
    /// What the words are.
    pub class: &'static str,
    /// The words, as written or folded, without proclitics and article unless they always have it.
    pub words: &'static [&'static str],
    /// What they mean.
    pub value: V,
}

/// One rule, one row.
#[derive(Debug)]
pub struct Rule<V: 'static> {
    /// Its name, unique in its grammar.
    pub id: &'static str,
    /// The class of what it makes.
    pub gives: &'static str,
    /// What it matches.
    pub pattern: &'static str,
    /// What it makes of a match; `None` refuses it, and a shorter match is tried.
    pub make: fn(&Found<'_, V>) -> Option<V>,
    /// Text in which the rule makes an item, which `[` and `]` surround where it is not the whole, and the
    /// item's value as the grammar's test shows it.
    pub examples: &'static [(&'static str, &'static str)],
}

/// How many items a layer makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Every match, so that the layers above choose.
    All,
    /// The longest at each place, none overlapping; of equals the rule that stands first.
    Longest,
}

/// Rules that are run together and do not see what each other makes.
#[derive(Debug)]
pub struct Layer<V: 'static> {
    /// How many items it makes.
    pub policy: Policy,
    /// Its rules.
    pub rules: &'static [Rule<V>],
}

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
    items: Vec<Item<V>>,
    /// For each token the longest item that begins there, and for each item the next shorter one at its place.
    heads: Vec<Option<usize>>,
    behind: Vec<Option<usize>>,
}

impl<'t, V> Chart<'t, V> {
    /// A chart without items.
    #[must_use]
    pub fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self { text, tokens, items: Vec::new(), heads: vec![None; tokens.len()], behind: Vec::new() }
    }

    /// Puts an item on its tokens; one that begins past the last token is left out.
    pub fn push(&mut self, item: Item<V>) {
        let new = self.items.len();
        let Some(mut next) = self.heads.get(item.tokens.0).copied() else { return };
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

/// One part of a match.
#[derive(Debug, Clone, Copy)]
struct Piece {
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

enum Alternative {
    Word(String),
    Class(&'static str),
    Any,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    Once,
    Maybe,
    Many,
}

struct Part {
    alternatives: Vec<Alternative>,
    /// The proclitic that it must stand behind.
    behind: Option<&'static str>,
    times: Times,
    touches: bool,
}

struct Pattern {
    parts: Vec<Part>,
    /// The parts that are in the item.
    inside: (usize, usize),
}

impl Pattern {
    fn new(source: &'static str) -> Self {
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
    fn openings(&self) -> impl Iterator<Item = &Alternative> {
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

    fn is_any(&self) -> bool {
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

struct Compiled<V: 'static> {
    rule: &'static Rule<V>,
    pattern: Pattern,
}

struct CompiledLayer<V: 'static> {
    policy: Policy,
    rules: Vec<Compiled<V>>,
    by_word: HashMap<String, Vec<usize>>,
    by_class: Vec<(&'static str, Vec<usize>)>,
}

impl<V> CompiledLayer<V> {
    fn new(policy: Policy, rules: impl Iterator<Item = &'static Rule<V>>) -> Self {
        let rules = rules.map(|rule| Compiled { rule, pattern: Pattern::new(rule.pattern) }).collect();
        let mut layer = Self { policy, rules, by_word: HashMap::new(), by_class: Vec::new() };
        for (n, compiled) in layer.rules.iter().enumerate() {
            for opening in compiled.pattern.openings() {
                match opening {
                    Alternative::Word(word) => layer.by_word.entry(word.clone()).or_default().push(n),
                    Alternative::Class(class) => match layer.by_class.iter_mut().find(|c| c.0 == *class) {
                        Some(known) => known.1.push(n),
                        None => layer.by_class.push((class, vec![n])),
                    },
                    Alternative::Any => {}
                }
            }
        }
        layer
    }
}

/// A lexicon and layers of rules, ready to run.
pub struct Grammar<V: 'static> {
    entries: &'static [Entry<V>],
    /// Folded first word -> (entry, the folded words behind it).
    lexicon: HashMap<String, Vec<(usize, Vec<String>)>>,
    layers: Vec<CompiledLayer<V>>,
}

impl<V: Clone> Grammar<V> {
    /// Makes a grammar of its tables.
    #[must_use]
    pub fn new(entries: &'static [Entry<V>], layers: impl IntoIterator<Item = &'static Layer<V>>) -> Self {
        Self::without(entries, layers, &[])
    }

    /// The same with some rules, named by id, switched off.
    #[must_use]
    pub fn without(
        entries: &'static [Entry<V>],
        layers: impl IntoIterator<Item = &'static Layer<V>>,
        off: &[&str],
    ) -> Self {
        let mut lexicon: HashMap<String, Vec<_>> = HashMap::new();
        for (n, entry) in entries.iter().enumerate() {
            for words in entry.words {
                let mut words = words.split_whitespace().map(normal::fold);
                if let Some(first) = words.next() {
                    lexicon.entry(first).or_default().push((n, words.collect()));
                }
            }
        }
        let layers = layers
            .into_iter()
            .map(|l| CompiledLayer::new(l.policy, l.rules.iter().filter(|r| !off.contains(&r.id))))
            .collect();
        Self { entries, lexicon, layers }
    }

    /// Every item of a text.
    #[must_use]
    pub fn run<'t>(&self, text: &'t str, tokens: &'t [Token]) -> Chart<'t, V> {
        self.run_on(Chart::new(text, tokens))
    }

    /// The same on a chart that holds items already, of another grammar, say.
    #[must_use]
    pub fn run_on<'t>(&self, mut chart: Chart<'t, V>) -> Chart<'t, V> {
        for at in 0..chart.tokens.len() {
            self.look_up(&mut chart, at);
        }
        for layer in &self.layers {
            let made = layer.run(&chart);
            for item in made {
                chart.push(item);
            }
        }
        chart
    }

    fn look_up(&self, chart: &mut Chart<'_, V>, at: usize) {
        let tokens = chart.tokens;
        let token = &tokens[at];
        if !token.is_word() {
            return;
        }
        for reading in readings(&token.key).filter(may_open) {
            for (n, rest) in self.entries_of(&reading) {
                let end = at + 1 + rest.len();
                let words = tokens.get(at + 1..end).unwrap_or_default();
                if words.len() == rest.len() && words.iter().zip(rest).all(|(t, w)| t.key == *w) {
                    let entry = &self.entries[*n];
                    chart.push(Item {
                        class: entry.class,
                        rule: "",
                        tokens: (at, end),
                        proclitics: reading.proclitics,
                        value: entry.value.clone(),
                    });
                }
            }
        }
    }

    /// The entries that begin with the rest of a reading; behind لل also those that are written with ال.
    fn entries_of(&self, reading: &Reading<'_>) -> impl Iterator<Item = &(usize, Vec<String>)> {
        let with_article = reading
            .proclitics
            .ends_with("لل")
            .then(|| self.lexicon.get(&format!("ال{}", reading.rest)))
            .flatten();
        self.lexicon.get(reading.rest).into_iter().chain(with_article).flatten()
    }
}

/// True where the proclitics can stand on a noun: the future س cannot.
fn may_open(reading: &Reading<'_>) -> bool {
    !reading.proclitics.contains('س')
}

impl<V: Clone> CompiledLayer<V> {
    fn run(&self, chart: &Chart<'_, V>) -> Vec<Item<V>> {
        let mut out = Vec::new();
        let mut candidates = Vec::new();
        let mut at = 0;
        while at < chart.tokens.len() {
            self.candidates(chart, at, &mut candidates);
            at = match self.policy {
                Policy::All => {
                    out.extend(
                        candidates
                            .iter()
                            .flat_map(|n| self.rules[*n].find(chart, at, self.policy))
                            .map(|f| f.1),
                    );
                    at + 1
                }
                Policy::Longest => match self.longest(chart, at, &candidates) {
                    Some((end, item)) => {
                        out.push(item);
                        end.max(at + 1)
                    }
                    None => at + 1,
                },
            };
        }
        out
    }

    fn longest(&self, chart: &Chart<'_, V>, at: usize, candidates: &[usize]) -> Option<(usize, Item<V>)> {
        let mut best: Option<(usize, Item<V>)> = None;
        for found in candidates.iter().flat_map(|n| self.rules[*n].find(chart, at, self.policy)) {
            if best.as_ref().is_none_or(|b| found.0 > b.0) {
                best = Some(found);
            }
        }
        best
    }

    /// The rules that may match at a token, in the order of the table.
    fn candidates(&self, chart: &Chart<'_, V>, at: usize, out: &mut Vec<usize>) {
        out.clear();
        let token = &chart.tokens[at];
        if token.is_word() && !self.by_word.is_empty() {
            for reading in readings(&token.key).filter(may_open) {
                out.extend(self.by_word.get(reading.rest).into_iter().flatten());
            }
        } else if let Some(rules) = self.by_word.get(&token.key) {
            out.extend(rules);
        }
        for item in chart.at(at) {
            out.extend(self.by_class.iter().filter(|c| c.0 == item.class).flat_map(|c| &c.1));
        }
        out.sort_unstable();
        out.dedup();
    }
}

impl<V: Clone> Compiled<V> {
    /// What the rule makes at a token, each with the end of its match: everything, or the first only.
    fn find(&self, chart: &Chart<'_, V>, at: usize, policy: Policy) -> Vec<(usize, Item<V>)> {
        let mut walk = Walk {
            compiled: self,
            chart,
            first_only: policy == Policy::Longest,
            pieces: Vec::new(),
            out: Vec::new(),
        };
        walk.part(0, at, 0);
        walk.out
    }
}

/// The search for the matches of one rule at one place, greedy parts first.
struct Walk<'w, V: 'static> {
    compiled: &'w Compiled<V>,
    chart: &'w Chart<'w, V>,
    first_only: bool,
    pieces: Vec<Piece>,
    out: Vec<(usize, Item<V>)>,
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
        if part.touches && !at.checked_sub(1).is_some_and(|b| chart.tokens[b].touches(token)) {
            return false;
        }
        let opens = self.pieces.is_empty() || n == self.compiled.pattern.inside.0;
        for alternative in &part.alternatives {
            let over = match alternative {
                Alternative::Any => token.is_word() && self.step(n, times, Piece::plain(n, at, at + 1)),
                Alternative::Word(word) => self.word(word, n, at, times, opens),
                Alternative::Class(class) => self.class(class, part, n, at, times),
            };
            if over {
                return true;
            }
        }
        false
    }

    fn word(&mut self, word: &str, n: usize, at: usize, times: usize, opens: bool) -> bool {
        let token = &self.chart.tokens[at];
        if token.key == *word {
            return self.step(n, times, Piece::plain(n, at, at + 1));
        }
        if !opens || !token.is_word() {
            return false;
        }
        let reading = readings(&token.key).find(|r| may_open(r) && !r.is_definite() && r.rest == word);
        reading.is_some_and(|r| {
            self.step(n, times, Piece { proclitics: r.proclitics, ..Piece::plain(n, at, at + 1) })
        })
    }

    fn class(&mut self, class: &str, part: &Part, n: usize, at: usize, times: usize) -> bool {
        let chart = self.chart;
        // The proclitic may be a token of its own: و20.
        let apart = part.behind.is_some_and(|b| chart.tokens[at].is_word() && chart.tokens[at].key == b);
        let start = at + usize::from(apart);
        let opens = self.pieces.is_empty() || n == self.compiled.pattern.inside.0;
        let mut next = chart.heads.get(start).copied().flatten();
        while let Some(found) = next {
            let item = &chart.items[found];
            next = chart.behind[found];
            let attached = attached(item.proclitics);
            let fits = match part.behind {
                Some(behind) if !apart => attached == behind,
                _ => attached.is_empty() || opens,
            };
            if item.class == class && fits {
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
        let found = Found { chart: self.chart, pieces: &self.pieces };
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
        self.out.push((end, item));
        self.first_only
    }
}

impl Piece {
    fn plain(part: usize, from: usize, to: usize) -> Self {
        Self { part, from, to, item: None, proclitics: "" }
    }
}

/// The proclitics but for the article.
fn attached(proclitics: &str) -> &str {
    match proclitics.strip_suffix("لل") {
        Some(head) => &proclitics[..head.len() + 'ل'.len_utf8()],
        None => proclitics.strip_suffix("ال").unwrap_or(proclitics),
    }
}

/// Runs the examples of every rule: each must make the item that its example marks, of the value that it names.
#[cfg(test)]
pub(crate) fn check_examples<V: 'static>(
    layers: impl IntoIterator<Item = &'static Layer<V>>,
    run: impl for<'t> Fn(&'t str, &'t [Token]) -> Chart<'t, V>,
    shown: impl Fn(&V) -> String,
) {
    let mut wrong = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for rule in layers.into_iter().flat_map(|l| l.rules) {
        assert!(seen.insert(rule.id), "two rules are called {}", rule.id);
        assert!(!rule.examples.is_empty(), "{} has no example", rule.id);
        for (marked, expect) in rule.examples {
            let text = marked.replace(['[', ']'], "");
            let start = marked.find('[').unwrap_or(0);
            let end = marked.find(']').map_or(text.len(), |e| e - 1);
            let tokens = crate::tokens(&text);
            let chart = run(&text, &tokens);
            let made: Vec<_> = chart.items().iter().filter(|i| i.rule == rule.id).collect();
            let right = |i: &&Item<V>| chart.span(i) == Span::new(start, end) && shown(&i.value) == *expect;
            if !made.iter().any(|i| right(i)) {
                let made: Vec<_> = made.iter().map(|i| (chart.span(i).of(&text), shown(&i.value))).collect();
                wrong.push(format!("{}: {marked} -> {made:?}, expected {expect}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens;

    const ENTRIES: &[Entry<f64>] = &[
        Entry { class: "unit", words: &["خمسة", "خمس"], value: 5.0 },
        Entry { class: "tens", words: &["عشرون", "عشرين"], value: 20.0 },
        Entry { class: "month", words: &["كانون الثاني"], value: 1.0 },
    ];

    fn sum(found: &Found<'_, f64>) -> Option<f64> {
        Some(found.items().map(|i| i.value).sum())
    }

    const LAYERS: &[Layer<f64>] = &[
        Layer {
            policy: Policy::All,
            rules: &[
                Rule { id: "sum", gives: "small", pattern: "<unit> و<tens>", make: sum, examples: &[] },
                Rule { id: "one", gives: "small", pattern: "<unit>|<tens>", make: sum, examples: &[] },
            ],
        },
        Layer {
            policy: Policy::Longest,
            rules: &[
                Rule {
                    id: "more",
                    gives: "n",
                    pattern: "[ اكثر|ازيد من <small> ]",
                    make: sum,
                    examples: &[],
                },
                Rule {
                    id: "not", gives: "n", pattern: "لم _* [ <small> ] فقط?", make: sum, examples: &[]
                },
                Rule { id: "bare", gives: "n", pattern: "<small>", make: sum, examples: &[] },
                Rule { id: "glued", gives: "n", pattern: "( ~<month> ~)", make: sum, examples: &[] },
            ],
        },
    ];

    #[track_caller]
    fn check(text: &str, off: &[&str], expect: &[(&str, &str, f64)]) {
        let grammar = Grammar::without(ENTRIES, LAYERS, off);
        let tokens = tokens(text);
        let chart = grammar.run(text, &tokens);
        let found: Vec<_> = chart
            .items()
            .iter()
            .filter(|i| i.class == "n")
            .map(|i| (i.rule, chart.span(i).of(text), i.value))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn the_longest_match_wins_and_the_proclitic_stays_out() {
        check("وأكثر من خمسةٍ وعشرين", &[], &[("more", "أكثر من خمسةٍ وعشرين", 25.0)]);
        check("بخمسة وعشرين", &[], &[("bare", "خمسة وعشرين", 25.0)]);
        check("للعشرين", &[], &[("bare", "لعشرين", 20.0)]);
    }

    #[test]
    fn a_rule_is_switched_off_alone() {
        check("أكثر من خمس", &["more"], &[("bare", "خمس", 5.0)]);
    }

    #[test]
    fn context_is_matched_but_not_taken() {
        check("لم يقتل في القصف خمسة", &[], &[("not", "خمسة", 5.0)]);
    }

    #[test]
    fn parts_that_must_touch_do() {
        check("(كانون الثاني)", &[], &[("glued", "(كانون الثاني)", 1.0)]);
        check("( كانون الثاني)", &[], &[]);
    }

    #[test]
    fn no_match_crosses_a_line() {
        check("أكثر\nمن خمسة", &[], &[("bare", "خمسة", 5.0)]);
    }
}
