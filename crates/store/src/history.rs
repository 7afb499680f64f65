//! The analyst's decisions, and what they come to.
//!
//! Decisions are only ever added; undoing and redoing are entries too. What holds is a fold over all entries:
//! a change holds unless the last word on it is an undo, and of the changes that hold, the latest wins. A new
//! change after an undo closes the way forward (nothing is left to redo), yet what was undone stays on record.

use jiff::Timestamp;
use riwayat_claims::{OwnEntries, OwnEntry};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A field of an article that the analyst may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Display name of the outlet.
    Outlet,
    /// Id of the camp.
    Camp,
    /// Day of publication, ISO 8601 (2026-03-14).
    Published,
    /// Headline.
    Title,
}

/// Whether two articles tell one event, or two sentences stand in one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// They do.
    Must,
    /// They do not.
    Cannot,
}

/// A sentence, by a stretch of its article's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Spot {
    /// Id of the article.
    pub article: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// What was decided of two articles (ids) or two sentences, and what is decided now; `a` < `b`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkChange<T> {
    /// One.
    pub a: T,
    /// The other.
    pub b: T,
    /// What was decided before.
    pub from: Option<Link>,
    /// What is decided; `None` leaves it to the machine.
    pub to: Option<Link>,
}

/// What the dossier said of one entity of the lexicon, and what it says now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryChange {
    /// Id of the entity.
    pub id: String,
    /// What it said.
    pub from: Option<OwnEntry>,
    /// What it says; `None` leaves it to the lexicon.
    pub to: Option<OwnEntry>,
}

/// One change, with what held before it: `None` is an empty field, no link, no entry, or no name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// A field of an article was set.
    SetArticleField {
        /// Id of the article.
        article: String,
        /// Which field.
        field: Field,
        /// What it was.
        from: Option<String>,
        /// What it is.
        to: Option<String>,
    },
    /// Two articles were joined or parted by hand; `a` < `b`. Formats 1 and 2 have it, [`Change::LinkArticles`] came after.
    Link {
        /// Id of one article.
        a: String,
        /// Id of the other.
        b: String,
        /// What was decided before.
        from: Option<Link>,
        /// What is decided; `None` leaves it to the machine.
        to: Option<Link>,
    },
    /// Entries over the lexicon were set or taken away.
    SetEntries {
        /// Each of them once.
        entries: Vec<EntryChange>,
    },
    /// Articles were joined or parted by hand.
    LinkArticles {
        /// Each pair of ids once.
        links: Vec<LinkChange<String>>,
    },
    /// Sentences were joined in one row or parted by hand.
    LinkRows {
        /// Each pair once.
        links: Vec<LinkChange<Spot>>,
    },
    /// An event was named by hand. Events have no id that outlives another article, so it is known by its articles: the
    /// name is that of the event which tells most of them.
    NameEvent {
        /// Ids of its articles when it was named, in their order.
        articles: Vec<String>,
        /// What it was named before.
        from: Option<String>,
        /// What it is named; `None` leaves it to the machine.
        to: Option<String>,
    },
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// Something was changed.
    Change(Change),
    /// The change of this number was taken back.
    Undo {
        /// Number of the change.
        of: u64,
    },
    /// The change of this number was made again.
    Redo {
        /// Number of the change.
        of: u64,
    },
}

/// An entry with its number and moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Number, from 1, without gaps.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// What.
    pub entry: Entry,
}

/// Everything that was decided, in order, and what of it holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    decisions: Vec<Decision>,
    /// Numbers of the changes that hold, in order.
    done: Vec<u64>,
    /// Numbers of the changes that can be made again; the next one last.
    undone: Vec<u64>,
}

impl History {
    /// Works out what holds. Entries that name no change that could be undone or redone have no effect.
    #[must_use]
    pub fn new(decisions: Vec<Decision>) -> Self {
        let mut history = Self { decisions: Vec::with_capacity(decisions.len()), ..Self::default() };
        for decision in decisions {
            history.push(decision);
        }
        history
    }

    fn push(&mut self, decision: Decision) {
        match decision.entry {
            Entry::Change(_) => {
                self.done.push(decision.seq);
                self.undone.clear();
            }
            Entry::Undo { of } => move_last(&mut self.done, &mut self.undone, of),
            Entry::Redo { of } => move_last(&mut self.undone, &mut self.done, of),
        }
        self.decisions.push(decision);
    }

    /// Every entry, in order.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The change that undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Decision> {
        self.decision(*self.done.last()?)
    }

    /// The change that redo would make again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Decision> {
        self.decision(*self.undone.last()?)
    }

    /// The changes that hold, in order, with their numbers.
    pub fn changes(&self) -> impl Iterator<Item = (u64, &Change)> {
        self.done.iter().filter_map(|seq| match &self.decision(*seq)?.entry {
            Entry::Change(change) => Some((*seq, change)),
            Entry::Undo { .. } | Entry::Redo { .. } => None,
        })
    }

    /// The fields that were set by hand: article and field, the number of the change, and the value.
    #[must_use]
    pub fn fields(&self) -> BTreeMap<(&str, Field), (u64, Option<&str>)> {
        let mut fields = BTreeMap::new();
        for (seq, change) in self.changes() {
            if let Change::SetArticleField { article, field, to, .. } = change {
                fields.insert((article.as_str(), *field), (seq, to.as_deref()));
            }
        }
        fields
    }

    /// The links that hold: two ids, the lesser first, and what was decided about them.
    #[must_use]
    pub fn links(&self) -> BTreeMap<(&str, &str), Link> {
        let mut held = BTreeMap::new();
        for (_, change) in self.changes() {
            match change {
                Change::Link { a, b, to, .. } => set(&mut held, (a.as_str(), b.as_str()), *to),
                Change::LinkArticles { links } => {
                    links.iter().for_each(|l| set(&mut held, (l.a.as_str(), l.b.as_str()), l.to));
                }
                _ => {}
            }
        }
        held
    }

    /// The links between sentences that hold, in the order in which they were decided: two sentences, the lesser first,
    /// and what was decided about them.
    #[must_use]
    pub fn row_links(&self) -> Vec<(&Spot, &Spot, Link)> {
        let mut held: BTreeMap<(&Spot, &Spot), (usize, Link)> = BTreeMap::new();
        let links = self.changes().flat_map(|(_, change)| match change {
            Change::LinkRows { links } => links.as_slice(),
            _ => &[],
        });
        for (n, link) in links.enumerate() {
            set(&mut held, (&link.a, &link.b), link.to.map(|to| (n, to)));
        }
        let mut out: Vec<_> = held.into_iter().map(|((a, b), (n, link))| (n, a, b, link)).collect();
        out.sort_by_key(|l| l.0);
        out.into_iter().map(|(_, a, b, link)| (a, b, link)).collect()
    }

    /// The names of events that hold, in the order in which they were given: the articles of each, and its name, `None`
    /// where it was left to the machine again.
    pub fn event_names(&self) -> impl Iterator<Item = (&[String], Option<&str>)> {
        self.changes().filter_map(|(_, change)| match change {
            Change::NameEvent { articles, to, .. } => Some((articles.as_slice(), to.as_deref())),
            _ => None,
        })
    }

    /// What the dossier puts over the lexicon.
    #[must_use]
    pub fn entries(&self) -> OwnEntries {
        let mut out = OwnEntries::new();
        for (_, change) in self.changes() {
            let Change::SetEntries { entries } = change else { continue };
            for EntryChange { id, to, .. } in entries {
                match to {
                    Some(entry) => out.insert(id.clone(), entry.clone()),
                    None => out.remove(id),
                };
            }
        }
        out
    }

    fn decision(&self, seq: u64) -> Option<&Decision> {
        let at = self.decisions.binary_search_by_key(&seq, |d| d.seq).ok()?;
        self.decisions.get(at)
    }
}

/// Puts a value under a key, or takes it away.
fn set<K: Ord, V>(held: &mut BTreeMap<K, V>, key: K, to: Option<V>) {
    match to {
        Some(value) => held.insert(key, value),
        None => held.remove(&key),
    };
}

/// Moves `seq` from the end of one stack to the end of the other; anything else is left alone.
fn move_last(from: &mut Vec<u64>, to: &mut Vec<u64>, seq: u64) {
    if from.last() == Some(&seq) {
        from.pop();
        to.push(seq);
    }
}
