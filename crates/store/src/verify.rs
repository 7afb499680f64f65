//! Checks that everything in the dossier is as it was written: originals, articles, decisions, log, database.
//!
//! The log is the witness: its chain is checked by itself, then every article and decision against its entry.

use crate::hash::sha256_hex;
use crate::table::log::LogEntry;
use crate::table::{article, decision, log, original};
use crate::{Dossier, LogKind, StoreError};
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeMap;

/// How many faults of the database itself are told: one is enough to distrust it, a hundred to see where.
const MOST_DATABASE_FAULTS: usize = 100;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// SQLite finds its own structure broken.
    Database {
        /// In its words.
        detail: String,
    },
    /// The bytes under a hash are not those of that hash, or cannot be unpacked.
    Original {
        /// The hash.
        sha256: String,
    },
    /// An article's row is not what was imported, or the log does not know it.
    Article {
        /// Its id.
        id: String,
    },
    /// The log knows an article that is not there.
    LostArticle {
        /// Its id.
        id: String,
    },
    /// A decision is not what the log has of it.
    Decision {
        /// Its number.
        seq: u64,
    },
    /// An entry of the log was changed, or one before it is missing.
    Log {
        /// Its number.
        seq: u64,
    },
    /// Some rows cannot be read at all.
    Unreadable {
        /// Which table.
        table: &'static str,
        /// Why.
        detail: String,
    },
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verification {
    /// How many originals were checked.
    pub originals: usize,
    /// How many articles.
    pub articles: usize,
    /// How many decisions.
    pub decisions: usize,
    /// How many entries of the log.
    pub log: usize,
    /// What is wrong, in that order; empty where all is well.
    pub faults: Vec<Fault>,
}

impl Verification {
    /// True where nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

impl Dossier {
    /// Checks everything, and goes on after a fault. Reads the whole file: about a second for 10,000 articles.
    ///
    /// # Errors
    /// Only where the file cannot be read at all; what is wrong in it is in the answer.
    pub fn verify(&self) -> Result<Verification, StoreError> {
        let mut found = Verification { faults: self.read(check_database)?, ..Verification::default() };
        self.read(|conn| check_originals(conn, &mut found))?;
        let entries = or_fault(self.read(log::all), "log", &mut found);
        check_chain(&entries, &mut found);
        let articles = or_fault(self.read(article::all), "article", &mut found);
        check_articles(&articles, &entries, &mut found);
        let decisions = or_fault(self.read(decision::all), "decision", &mut found);
        check_decisions(&decisions, &entries, &mut found);
        Ok(found)
    }
}

fn or_fault<T>(rows: Result<Vec<T>, StoreError>, table: &'static str, found: &mut Verification) -> Vec<T> {
    rows.unwrap_or_else(|error| {
        found.faults.push(Fault::Unreadable { table, detail: error.to_string() });
        Vec::new()
    })
}

fn check_database(conn: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let details: Vec<String> = conn
        .prepare(&format!("PRAGMA integrity_check({MOST_DATABASE_FAULTS})"))?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(details.into_iter().filter(|d| d != "ok").map(|detail| Fault::Database { detail }).collect())
}

fn check_originals(conn: &Connection, found: &mut Verification) -> rusqlite::Result<()> {
    for sha256 in original::hashes(conn)? {
        found.originals += 1;
        let sound = matches!(original::get(conn, &sha256), Ok(Some(bytes)) if sha256_hex(&bytes) == sha256);
        if !sound {
            found.faults.push(Fault::Original { sha256 });
        }
    }
    Ok(())
}

fn check_chain(entries: &[LogEntry], found: &mut Verification) {
    found.log = entries.len();
    let mut prev = "";
    for (entry, seq) in entries.iter().zip(1..) {
        if entry.seq != seq || entry.prev != prev || entry.hash != entry.seal() {
            found.faults.push(Fault::Log { seq: entry.seq });
        }
        prev = &entry.hash;
    }
}

fn check_articles(articles: &[article::ArticleRow], entries: &[LogEntry], found: &mut Verification) {
    found.articles = articles.len();
    let mut known: BTreeMap<&str, &str> = of_kind(entries, LogKind::Import)
        .filter_map(|detail| Some((detail["article"].as_str()?, detail["row"].as_str()?)))
        .collect();
    for article in articles {
        if known.remove(article.id.as_str()) != Some(article.digest().as_str()) {
            found.faults.push(Fault::Article { id: article.id.clone() });
        }
    }
    found.faults.extend(known.into_keys().map(|id| Fault::LostArticle { id: id.into() }));
}

fn check_decisions(decisions: &[crate::Decision], entries: &[LogEntry], found: &mut Verification) {
    found.decisions = decisions.len();
    let mut known: BTreeMap<u64, &Value> = of_kind(entries, LogKind::Decision)
        .filter_map(|detail| Some((detail["decision"].as_u64()?, detail)))
        .collect();
    for decision in decisions {
        if known.remove(&decision.seq) != Some(&decision::detail(decision)) {
            found.faults.push(Fault::Decision { seq: decision.seq });
        }
    }
    found.faults.extend(known.into_keys().map(|seq| Fault::Decision { seq }));
}

fn of_kind(entries: &[LogEntry], kind: LogKind) -> impl Iterator<Item = &Value> {
    entries.iter().filter(move |entry| entry.what == kind.as_str()).map(|entry| &entry.detail)
}
