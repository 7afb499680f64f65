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

mod chart;
mod pattern;
mod places;
mod walk;

use crate::table::{Memo, Table};
use crate::token::{Reading, readings};
use crate::{Token, normal};
pub use chart::{Chart, Item};
use pattern::{Alternative, ClassId, ClassSet, Classes, Pattern, Second};
pub use walk::Found;
use walk::{Compiled, may_open};

/// Most repetitions of a part with `*`, and so the farthest that a pattern can reach.
pub const MOST_REPEATS: usize = 14;

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

/// A lexicon and layers of rules, ready to run.
pub struct Grammar<V: 'static> {
    entries: &'static [Entry<V>],
    entry_classes: Vec<ClassId>,
    /// What may begin with a folded word: one look-up for each reading of a token.
    words: Table<String, Openings>,
    /// Words that begin something, as one can read them: few.
    begins: Memo<bool>,
    classes: Classes,
    layers: Vec<CompiledLayer<V>>,
}

/// What may begin with a word.
#[derive(Default)]
struct Openings {
    /// Rows of the lexicon, with the folded words behind the first.
    entries: Vec<(usize, Vec<String>)>,
    /// Rules, as layer and place in it.
    rules: Vec<(usize, usize)>,
}

/// What the lexicon of a grammar knows of the words of a text, apart from any chart: found once, it serves several.
pub(crate) struct Spotted<V> {
    /// Each with the number of its class.
    items: Vec<(Item<V>, ClassId)>,
    /// By layer.
    hits: Vec<Hit>,
}

/// A rule that may match at a token because of its word, not of an item.
struct Hit {
    layer: usize,
    at: usize,
    rule: usize,
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
        let mut words: Table<String, Openings> = Table::default();
        for (n, entry) in entries.iter().enumerate() {
            for phrase in entry.words {
                let mut phrase = phrase.split_whitespace().map(normal::fold);
                if let Some(first) = phrase.next() {
                    words.entry(first).or_default().entries.push((n, phrase.collect()));
                }
            }
        }
        let mut classes = Classes::default();
        let layers: Vec<_> = layers
            .into_iter()
            .map(|l| {
                let rules = l.rules.iter().filter(|r| !off.contains(&r.id));
                CompiledLayer::new(l.policy, rules, &mut classes)
            })
            .collect();
        for (n, layer) in layers.iter().enumerate() {
            for (word, rule) in layer.opening_words() {
                words.entry(word.clone()).or_default().rules.push((n, rule));
            }
        }
        let entry_classes = entries.iter().map(|e| classes.of(e.class)).collect();
        Self { entries, entry_classes, words, begins: Memo::default(), classes, layers }
    }

    /// Every item of a text.
    #[must_use]
    pub fn run<'t>(&self, text: &'t str, tokens: &'t [Token]) -> Chart<'t, V> {
        self.run_on(Chart::new(text, tokens))
    }

    /// The same on a chart that holds items already, of another grammar, say.
    #[must_use]
    pub fn run_on<'t>(&self, chart: Chart<'t, V>) -> Chart<'t, V> {
        let spotted = self.spot(chart.tokens);
        self.run_spotted(chart, &spotted, self.layers.len())
    }

    /// What the lexicon knows of the words of a text.
    pub(crate) fn spot(&self, tokens: &[Token]) -> Spotted<V> {
        let mut spotted = Spotted { items: Vec::new(), hits: Vec::new() };
        let begins = self.begins.each(tokens, |key| self.begins(key), |_, begins| begins.is_some());
        for (at, begins) in begins.into_iter().enumerate() {
            if begins || !tokens[at].is_word() {
                self.look_up(tokens, at, &mut spotted);
            }
        }
        spotted.hits.sort_by_key(|h| h.layer);
        spotted
    }

    /// Runs the first so many layers on a chart whose words were spotted before.
    pub(crate) fn run_spotted<'t>(
        &self,
        mut chart: Chart<'t, V>,
        spotted: &Spotted<V>,
        layers: usize,
    ) -> Chart<'t, V> {
        chart.number_classes(&self.classes);
        spotted.items.iter().for_each(|(item, class)| chart.push_of(item.clone(), *class));
        let mut rest = spotted.hits.as_slice();
        for (n, layer) in self.layers.iter().enumerate().take(layers) {
            let (here, behind) = rest.split_at(rest.partition_point(|h| h.layer == n));
            rest = behind;
            for (item, class) in layer.run(&chart, here) {
                chart.push_of(item, class);
            }
        }
        chart
    }

    /// True where a reading of a word begins something.
    fn begins(&self, key: &str) -> bool {
        readings(key).filter(may_open).any(|reading| {
            let with_article = || self.words.contains_key(&format!("ال{}", reading.rest));
            self.words.contains_key(reading.rest) || reading.proclitics.ends_with("لل") && with_article()
        })
    }

    /// Notes what the lexicon knows of a token, and the rules that its word may open.
    fn look_up(&self, tokens: &[Token], at: usize, spotted: &mut Spotted<V>) {
        let token = &tokens[at];
        let hit = |(layer, rule): &(usize, usize)| Hit { layer: *layer, at, rule: *rule };
        if !token.is_word() {
            let openings = self.words.get(token.key.as_str());
            spotted.hits.extend(openings.iter().flat_map(|o| &o.rules).map(hit));
            return;
        }
        for reading in readings(&token.key).filter(may_open) {
            if let Some(openings) = self.words.get(reading.rest) {
                self.push_entries(tokens, at, &reading, openings, &mut spotted.items);
                let rules = openings.rules.iter().filter(|_| !reading.is_definite());
                spotted.hits.extend(rules.map(hit));
            }
            // Behind لل the article is not written: what is known with it is looked up with it.
            if reading.proclitics.ends_with("لل")
                && let Some(openings) = self.words.get(&format!("ال{}", reading.rest))
            {
                self.push_entries(tokens, at, &reading, openings, &mut spotted.items);
            }
        }
    }

    fn push_entries(
        &self,
        tokens: &[Token],
        at: usize,
        reading: &Reading<'_>,
        openings: &Openings,
        items: &mut Vec<(Item<V>, ClassId)>,
    ) {
        for (n, rest) in &openings.entries {
            let end = at + 1 + rest.len();
            let words = tokens.get(at + 1..end).unwrap_or_default();
            if words.len() == rest.len() && words.iter().zip(rest).all(|(t, w)| t.key == *w) {
                let Entry { class, value, .. } = &self.entries[*n];
                let (tokens, proclitics) = ((at, end), reading.proclitics);
                let item = Item { class, rule: "", tokens, proclitics, value: value.clone() };
                items.push((item, self.entry_classes[*n]));
            }
        }
    }
}

/// A layer, with its rules by the classes that may open them.
struct CompiledLayer<V: 'static> {
    policy: Policy,
    rules: Vec<Compiled<V>>,
    /// What must stand behind the first part of each.
    seconds: Vec<Second>,
    /// By the class of the item that may open them, the rules.
    by_class: Vec<Vec<usize>>,
}

impl<V: Clone> CompiledLayer<V> {
    fn new(policy: Policy, rules: impl Iterator<Item = &'static Rule<V>>, classes: &mut Classes) -> Self {
        let compile = |rule: &'static Rule<V>| {
            let pattern = Pattern::new(rule.pattern, classes);
            Compiled { rule, pattern, gives: classes.add(rule.gives) }
        };
        let rules: Vec<_> = rules.map(compile).collect();
        let seconds = rules.iter().map(|compiled| compiled.pattern.second()).collect();
        let mut by_class: Vec<Vec<usize>> = Vec::new();
        for (n, compiled) in rules.iter().enumerate() {
            for opening in compiled.pattern.openings() {
                let Alternative::Class(class) = opening else { continue };
                let class = usize::from(*class);
                if by_class.len() <= class {
                    by_class.resize_with(class + 1, Vec::new);
                }
                by_class[class].push(n);
            }
        }
        Self { policy, rules, seconds, by_class }
    }

    /// The words that may open a rule, each with the rule's place.
    fn opening_words(&self) -> impl Iterator<Item = (&String, usize)> {
        self.rules.iter().enumerate().flat_map(|(n, compiled)| {
            compiled.pattern.openings().filter_map(move |opening| match opening {
                Alternative::Word(word) => Some((word, n)),
                Alternative::Class(_) | Alternative::Any => None,
            })
        })
    }

    /// What the layer makes; `hits` are the rules that words may open, by token.
    fn run(&self, chart: &Chart<'_, V>, mut hits: &[Hit]) -> Vec<(Item<V>, ClassId)> {
        let mut out = Vec::new();
        let (mut candidates, mut pieces, mut found) = (Vec::new(), Vec::new(), Vec::new());
        let mut free = 0;
        let mut places = chart.begun.clone();
        hits.iter().for_each(|hit| places.add(hit.at));
        for at in places.iter() {
            let (opened, rest) = hits.split_at(hits.iter().take_while(|h| h.at == at).count());
            hits = rest;
            if at < free {
                continue;
            }
            self.candidates(chart, at, opened, &mut candidates);
            for rule in &candidates {
                self.rules[*rule].find(chart, at, self.policy, &mut pieces, &mut found);
            }
            if self.policy == Policy::All {
                out.extend(found.drain(..).map(|f| f.1));
            } else if let Some((end, made)) = longest(found.drain(..)) {
                out.push(made);
                free = end;
            }
        }
        out
    }

    /// The rules that may match at a token, in the order of the table.
    fn candidates(&self, chart: &Chart<'_, V>, at: usize, opened: &[Hit], out: &mut Vec<usize>) {
        out.clear();
        if !opened.is_empty() {
            let fits = may_stand(chart, at + 1);
            out.extend(opened.iter().map(|h| h.rule).filter(|rule| fits(self.seconds[*rule])));
        }
        for (item, class) in chart.classed_at(at) {
            let fits = may_stand(chart, item.tokens.1);
            let rules = self.by_class.get(usize::from(class)).into_iter().flatten();
            out.extend(rules.filter(|rule| fits(self.seconds[**rule])));
        }
        out.sort_unstable();
        out.dedup();
    }
}

/// What may stand behind a first part that ends before token `at`.
fn may_stand<V>(chart: &Chart<'_, V>, at: usize) -> impl Fn(Second) -> bool {
    let key = chart.tokens.get(at).map(|t| t.key.as_str());
    let mut classes = ClassSet::default();
    chart.classed_at(at).for_each(|(_, class)| classes.add(class));
    move |second| second.is_anything() || key.is_some_and(|key| second.may_be(key, classes))
}

/// The match that ends last, the first of equals.
fn longest<M>(found: impl Iterator<Item = (usize, M)>) -> Option<(usize, M)> {
    found.reduce(|best, next| if next.0 > best.0 { next } else { best })
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
            let right =
                |i: &&Item<V>| chart.span(i) == crate::Span::new(start, end) && shown(&i.value) == *expect;
            if !made.iter().any(right) {
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
