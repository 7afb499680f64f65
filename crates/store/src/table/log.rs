//! Table `log`: what was done with the dossier, each entry sealed by a hash over itself and the one before.
//!
//! A changed, removed or inserted entry breaks the chain, which [`Dossier::verify`] shows. Whoever can write
//! the file can also make the whole chain anew: it shows accidents and careless hands, not a forger.

use crate::hash::sha256_fields;
use crate::schema::{Migration, Table};
use crate::table::article::{from_json, moment};
use crate::{Dossier, StoreError};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::Value;

pub(crate) const TABLE: Table = Table {
    name: "log",
    migrations: &[Migration {
        version: 1,
        sql: "
CREATE TABLE log (
    seq INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER log_is_kept BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;",
    }],
};

/// What an entry of the log is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LogKind {
    /// The dossier was made.
    Created,
    /// An article was imported, or seen again.
    Import,
    /// The analyst decided, undid or redid something.
    Decision,
    /// The camps or outlets of the dossier were set.
    Definition,
    /// Something was exported from it.
    Export,
}

impl LogKind {
    /// As it stands in the file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Import => "import",
            Self::Decision => "decision",
            Self::Definition => "definition",
            Self::Export => "export",
        }
    }
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    /// Number, from 1, without gaps.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// [`LogKind::as_str`], or what a later version wrote.
    pub what: String,
    /// What exactly.
    pub detail: Value,
    /// Hash of the entry before; empty for the first.
    pub prev: String,
    /// Hash over number, moment, what, detail and `prev`.
    pub hash: String,
}

impl LogEntry {
    /// The hash that the entry must have.
    pub(crate) fn seal(&self) -> String {
        let fields =
            [&self.seq.to_string(), &self.at.to_string(), &self.what, &self.detail.to_string(), &self.prev];
        sha256_fields(&fields.map(String::as_bytes))
    }
}

/// Adds an entry.
pub(crate) fn append(
    conn: &Connection,
    at: Timestamp,
    kind: LogKind,
    detail: &Value,
) -> rusqlite::Result<LogEntry> {
    let last: Option<(u64, String)> = conn
        .prepare_cached("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (seq, prev) = last.map_or((1, String::new()), |(seq, hash)| (seq + 1, hash));
    let what = kind.as_str().into();
    let mut entry = LogEntry { seq, at, what, detail: detail.clone(), prev, hash: String::new() };
    entry.hash = entry.seal();
    conn.prepare_cached(
        "INSERT INTO log (seq, at, what, detail, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((seq, at.to_string(), &entry.what, detail.to_string(), &entry.prev, &entry.hash))?;
    Ok(entry)
}

/// Every entry, in order.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<LogEntry>> {
    conn.prepare("SELECT seq, at, what, detail, prev, hash FROM log ORDER BY seq")?
        .query_map([], from_row)?
        .collect()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<LogEntry> {
    Ok(LogEntry {
        seq: row.get(0)?,
        at: moment(row, 1)?,
        what: row.get(2)?,
        detail: from_json(row, 3)?,
        prev: row.get(4)?,
        hash: row.get(5)?,
    })
}

impl Dossier {
    /// The log, in order.
    ///
    /// # Errors
    /// `Unreadable`, `Damaged`.
    pub fn log(&self) -> Result<Vec<LogEntry>, StoreError> {
        self.read(all)
    }

    /// The hash at the end of the chain: it names everything that the log has.
    ///
    /// # Errors
    /// `Unreadable`, `Damaged`.
    pub fn last_of_log(&self) -> Result<String, StoreError> {
        self.read(|conn| {
            conn.query_row("SELECT hash FROM log ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
        })
    }

    /// Notes that something was exported: what, and where to.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn log_export(&mut self, at: Timestamp, detail: &Value) -> Result<LogEntry, StoreError> {
        self.write(|conn| append(conn, at, LogKind::Export, detail))
    }
}
