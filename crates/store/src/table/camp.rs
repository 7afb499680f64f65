//! Table `camp`: the camps of this dossier where the analyst defines her own; empty = those of the lexicon.

use crate::schema::{Migration, Table};
use crate::table::log;
use crate::{Dossier, LogKind, StoreError};
use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub(crate) const TABLE: Table = Table {
    name: "camp",
    migrations: &[Migration {
        version: 1,
        sql: "
CREATE TABLE camp (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    ar TEXT NOT NULL,
    en TEXT NOT NULL
) STRICT;",
    }],
};

/// A camp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampRow {
    /// Its id.
    pub id: String,
    /// Arabic label.
    pub ar: String,
    /// English label.
    pub en: String,
}

fn all(conn: &Connection) -> rusqlite::Result<Vec<CampRow>> {
    conn.prepare("SELECT id, ar, en FROM camp ORDER BY position")?
        .query_map([], |row| Ok(CampRow { id: row.get(0)?, ar: row.get(1)?, en: row.get(2)? }))?
        .collect()
}

impl Dossier {
    /// The dossier's own camps, in the order of their columns.
    ///
    /// # Errors
    /// `Damaged` and what else reading brings.
    pub fn camps(&self) -> Result<Vec<CampRow>, StoreError> {
        self.read(all)
    }

    /// Sets the whole list; of two with one id the first counts. The log keeps every list that was set.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn set_camps(&mut self, at: Timestamp, camps: &[CampRow]) -> Result<(), StoreError> {
        self.write(|conn| {
            conn.execute("DELETE FROM camp", [])?;
            for camp in camps {
                conn.execute(
                    "INSERT OR IGNORE INTO camp (id, ar, en) VALUES (?1, ?2, ?3)",
                    (&camp.id, &camp.ar, &camp.en),
                )?;
            }
            log::append(conn, at, LogKind::Definition, &json!({ "camps": camps })).map(drop)
        })
    }
}
