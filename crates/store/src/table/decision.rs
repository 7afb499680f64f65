//! Table `decision`: what the analyst decided, undid and redid; only ever added to.

use crate::history::{Change, Decision, Entry, EntryChange, Field, History, Link, LinkChange, Spot};
use crate::schema::{Migration, Table};
use crate::table::article::{from_json, json, moment};
use crate::table::log;
use crate::{Dossier, LogKind, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use riwayat_claims::OwnEntry;
use rusqlite::{Connection, Row};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const TABLE: Table = Table {
    name: "decision",
    migrations: &[
        Migration {
            version: 1,
            sql: "
CREATE TABLE decision (
    seq INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
    of INTEGER REFERENCES decision (seq),
    change TEXT,
    CHECK ((kind = 'change') = (change IS NOT NULL) AND (kind = 'change') = (of IS NULL))
) STRICT;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision
    BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
    BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;",
        },
        // A change may be of entries over the lexicon, which a program that knows format 1 alone could not read.
        Migration { version: 2, sql: "" },
        // And of several articles or sentences at once, which one that knows format 2 could not read.
        Migration { version: 3, sql: "" },
        // And of the name of an event, which one that knows format 3 could not read.
        Migration { version: 4, sql: "" },
        // And of an entry that says what it is called, which one that knows format 4 could not read.
        Migration { version: 5, sql: "" },
    ],
};

pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<Decision>> {
    conn.prepare("SELECT seq, at, kind, of, change FROM decision ORDER BY seq")?
        .query_map([], from_row)?
        .collect()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Decision> {
    let entry = match row.get::<_, String>(2)?.as_str() {
        "undo" => Entry::Undo { of: row.get(3)? },
        "redo" => Entry::Redo { of: row.get(3)? },
        _ => Entry::Change(from_json(row, 4)?),
    };
    Ok(Decision { seq: row.get(0)?, at: moment(row, 1)?, entry })
}

/// What the log keeps of a decision.
pub(crate) fn detail(decision: &Decision) -> serde_json::Value {
    match &decision.entry {
        Entry::Change(change) => json!({ "decision": decision.seq, "change": change }),
        Entry::Undo { of } => json!({ "decision": decision.seq, "undo": of }),
        Entry::Redo { of } => json!({ "decision": decision.seq, "redo": of }),
    }
}

fn append(conn: &Connection, at: Timestamp, entry: Entry) -> rusqlite::Result<Decision> {
    let (kind, of, change) = match &entry {
        Entry::Change(change) => ("change", None, Some(json(change))),
        Entry::Undo { of } => ("undo", Some(*of), None),
        Entry::Redo { of } => ("redo", Some(*of), None),
    };
    let seq = conn
        .prepare_cached(
            "INSERT INTO decision (seq, at, kind, of, change) \
             SELECT coalesce(max(seq), 0) + 1, ?1, ?2, ?3, ?4 FROM decision RETURNING seq",
        )?
        .query_row((at.to_string(), kind, of, change), |row| row.get(0))?;
    let decision = Decision { seq, at, entry };
    log::append(conn, at, LogKind::Decision, &detail(&decision))?;
    Ok(decision)
}

impl Dossier {
    /// Everything that was decided, and what of it holds.
    ///
    /// # Errors
    /// `Unreadable`, `Damaged`.
    pub fn history(&self) -> Result<History, StoreError> {
        Ok(History::new(self.read(all)?))
    }

    /// Sets a field of an article; `None` empties it (a camp set to `None` is unassigned by hand). Gives `None`
    /// where the field holds that value already.
    ///
    /// # Errors
    /// `NoArticle`; `NotADay`, for a day of publication that is not written as `2026-03-14`; `ReadOnly`,
    /// `DiskFull` and what else writing brings.
    pub fn set_field(
        &mut self,
        at: Timestamp,
        article: &str,
        field: Field,
        to: Option<&str>,
    ) -> Result<Option<Decision>, StoreError> {
        let to = checked(field, to)?;
        let from = self.effective_article(article)?.value(field);
        if from == to {
            return Ok(None);
        }
        self.decide(at, Entry::Change(Change::SetArticleField { article: article.into(), field, from, to }))
    }

    /// Joins or parts articles by hand, whatever the machine finds, all in one change; `None` leaves a pair to the machine
    /// again. Of a pair named twice the last word counts. Gives `None` where all that holds already.
    ///
    /// # Errors
    /// `NoArticle`, `LinkToSelf`; `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn link_articles(
        &mut self,
        at: Timestamp,
        to: &[(&str, &str, Option<Link>)],
    ) -> Result<Option<Decision>, StoreError> {
        let ids: BTreeSet<&str> = to.iter().flat_map(|l| [l.0, l.1]).collect();
        for id in ids {
            self.article(id)?;
        }
        if let Some((id, ..)) = to.iter().find(|l| l.0 == l.1) {
            return Err(StoreError::LinkToSelf { id: (*id).into() });
        }
        let history = self.history()?;
        let held = history.links();
        let links: Vec<_> = changes(to.iter().copied(), |pair| held.get(&pair).copied())
            .map(|l| LinkChange { a: l.a.to_owned(), b: l.b.to_owned(), from: l.from, to: l.to })
            .collect();
        if links.is_empty() {
            Ok(None)
        } else {
            self.decide(at, Entry::Change(Change::LinkArticles { links }))
        }
    }

    /// Joins sentences in one row or parts them by hand, whatever the machine finds, all in one change; `None` leaves a pair
    /// to the machine again. Of a pair named twice the last word counts. Gives `None` where all that holds already.
    ///
    /// # Errors
    /// `NoArticle`, `NoStretch`, `LinkToSelf`; `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn link_rows(
        &mut self,
        at: Timestamp,
        to: &[(Spot, Spot, Option<Link>)],
    ) -> Result<Option<Decision>, StoreError> {
        let spots: BTreeSet<&Spot> = to.iter().flat_map(|l| [&l.0, &l.1]).collect();
        for Spot { article, start, end } in spots {
            if self.article(article)?.text.get(*start..*end).is_none_or(str::is_empty) {
                return Err(StoreError::NoStretch { id: article.clone(), start: *start, end: *end });
            }
        }
        if let Some((spot, ..)) = to.iter().find(|l| l.0 == l.1) {
            return Err(StoreError::LinkToSelf { id: spot.article.clone() });
        }
        let history = self.history()?;
        let held: BTreeMap<_, _> =
            history.row_links().into_iter().map(|(a, b, link)| ((a, b), link)).collect();
        let links: Vec<_> = changes(to.iter().map(|(a, b, to)| (a, b, *to)), |pair| held.get(&pair).copied())
            .map(|l| LinkChange { a: l.a.clone(), b: l.b.clone(), from: l.from, to: l.to })
            .collect();
        if links.is_empty() { Ok(None) } else { self.decide(at, Entry::Change(Change::LinkRows { links })) }
    }

    /// Names an event by hand, which is known by its articles; `None`, or a name of nothing, leaves it to the machine again.
    /// `from` is the name that it had by hand. Gives `None` where it has that name already.
    ///
    /// # Errors
    /// `NoArticle`; `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn name_event(
        &mut self,
        at: Timestamp,
        articles: &[&str],
        from: Option<&str>,
        to: Option<&str>,
    ) -> Result<Option<Decision>, StoreError> {
        for id in articles {
            self.article(id)?;
        }
        let words = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
        let to = to.map(words).filter(|name| !name.is_empty());
        if to.as_deref() == from {
            return Ok(None);
        }
        let articles = articles.iter().map(|id| (*id).to_owned()).collect();
        self.decide(at, Entry::Change(Change::NameEvent { articles, from: from.map(str::to_owned), to }))
    }

    /// Puts entries over the lexicon, by id; `None` takes one away. Gives `None` where all that holds already. Whether
    /// they can stand is for the lexicon to say.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn set_entries(
        &mut self,
        at: Timestamp,
        to: &BTreeMap<String, Option<OwnEntry>>,
    ) -> Result<Option<Decision>, StoreError> {
        let held = self.history()?.entries();
        let change = |(id, to): (&String, &Option<OwnEntry>)| {
            let from = held.get(id).cloned();
            (from != *to).then(|| EntryChange { id: id.clone(), from, to: to.clone() })
        };
        let entries: Vec<_> = to.iter().filter_map(change).collect();
        if entries.is_empty() {
            return Ok(None);
        }
        self.decide(at, Entry::Change(Change::SetEntries { entries }))
    }

    /// Takes back the last change that holds; `None` where there is none.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn undo(&mut self, at: Timestamp) -> Result<Option<Decision>, StoreError> {
        match self.history()?.undoable().map(|d| d.seq) {
            Some(of) => self.decide(at, Entry::Undo { of }),
            None => Ok(None),
        }
    }

    /// Makes again what was taken back last; `None` where there is nothing, or something was changed since.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn redo(&mut self, at: Timestamp) -> Result<Option<Decision>, StoreError> {
        match self.history()?.redoable().map(|d| d.seq) {
            Some(of) => self.decide(at, Entry::Redo { of }),
            None => Ok(None),
        }
    }

    fn decide(&mut self, at: Timestamp, entry: Entry) -> Result<Option<Decision>, StoreError> {
        self.write(|conn| append(conn, at, entry)).map(Some)
    }
}

/// What pairs come to: each once, the lesser first, in the order of the pairs; those for which it holds already left out.
fn changes<'a, T: Copy + Ord + 'a>(
    to: impl Iterator<Item = (T, T, Option<Link>)>,
    held: impl Fn((T, T)) -> Option<Link> + 'a,
) -> impl Iterator<Item = LinkChange<T>> + 'a {
    let wanted: BTreeMap<(T, T), Option<Link>> =
        to.map(|(a, b, link)| ((a.min(b), a.max(b)), link)).collect();
    wanted.into_iter().filter_map(move |((a, b), to)| {
        let from = held((a, b));
        (from != to).then_some(LinkChange { a, b, from, to })
    })
}

/// The value as it is kept: an empty one is none, a day is written the one way.
fn checked(field: Field, to: Option<&str>) -> Result<Option<String>, StoreError> {
    let Some(value) = to.map(str::trim).filter(|v| !v.is_empty()) else { return Ok(None) };
    if field == Field::Published {
        let day: Date = value.parse().map_err(|_| StoreError::NotADay { value: value.into() })?;
        return Ok(Some(day.to_string()));
    }
    Ok(Some(value.into()))
}
