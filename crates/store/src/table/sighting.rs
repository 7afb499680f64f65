//! Table `sighting`: every time that some bytes were imported, and from where; the same bytes may come often.

use crate::schema::{Migration, Table};
use crate::table::article::moment;
use crate::{Dossier, StoreError};
use jiff::Timestamp;
use rusqlite::Connection;

pub(crate) const TABLE: Table = Table {
    name: "sighting",
    migrations: &[Migration {
        version: 1,
        sql: "
CREATE TABLE sighting (
    seq INTEGER PRIMARY KEY NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    origin TEXT NOT NULL,
    line INTEGER,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX sighting_of ON sighting (sha256);",
    }],
};

/// One time that an original was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// Where from.
    pub origin: String,
    /// Line of it, from 1, where it was JSON Lines.
    pub line: Option<u64>,
    /// When.
    pub at: Timestamp,
}

pub(crate) fn insert(conn: &Connection, sha256: &str, sighting: &Sighting) -> rusqlite::Result<()> {
    conn.prepare_cached("INSERT INTO sighting (sha256, origin, line, at) VALUES (?1, ?2, ?3, ?4)")?
        .execute((sha256, &sighting.origin, sighting.line, sighting.at.to_string()))?;
    Ok(())
}

fn of(conn: &Connection, sha256: &str) -> rusqlite::Result<Vec<Sighting>> {
    conn.prepare_cached("SELECT origin, line, at FROM sighting WHERE sha256 = ?1 ORDER BY seq")?
        .query_map([sha256], |row| {
            Ok(Sighting { origin: row.get(0)?, line: row.get(1)?, at: moment(row, 2)? })
        })?
        .collect()
}

impl Dossier {
    /// Every time that an original was imported, the first one first.
    ///
    /// # Errors
    /// `Unreadable`, `Damaged`.
    pub fn sightings(&self, sha256: &str) -> Result<Vec<Sighting>, StoreError> {
        self.read(|conn| of(conn, sha256))
    }
}
