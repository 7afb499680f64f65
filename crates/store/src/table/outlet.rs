//! Table `outlet`: outlets that this dossier knows beyond the lexicon, or otherwise than it; one with the id of
//! a lexicon outlet takes its place.

use crate::schema::{Migration, Table};
use crate::table::article::{from_json, json};
use crate::table::log;
use crate::{Dossier, LogKind, StoreError};
use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub(crate) const TABLE: Table = Table {
    name: "outlet",
    migrations: &[Migration {
        version: 1,
        sql: "
CREATE TABLE outlet (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    names TEXT NOT NULL,
    domains TEXT NOT NULL,
    camp TEXT,
    why TEXT NOT NULL
) STRICT;",
    }],
};

/// An outlet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OutletRow {
    /// Its id.
    pub id: String,
    /// Every name; the first is the one shown.
    pub names: Vec<String>,
    /// Domains of its pages.
    pub domains: Vec<String>,
    /// Its camp; `None` = unassigned.
    pub camp: Option<String>,
    /// Why that camp.
    pub why: String,
}

fn all(conn: &Connection) -> rusqlite::Result<Vec<OutletRow>> {
    conn.prepare("SELECT id, names, domains, camp, why FROM outlet ORDER BY position")?
        .query_map([], |row| {
            Ok(OutletRow {
                id: row.get(0)?,
                names: from_json(row, 1)?,
                domains: from_json(row, 2)?,
                camp: row.get(3)?,
                why: row.get(4)?,
            })
        })?
        .collect()
}

impl Dossier {
    /// The dossier's own outlets, in the order in which they were given.
    ///
    /// # Errors
    /// `Unreadable`, `Damaged`.
    pub fn outlets(&self) -> Result<Vec<OutletRow>, StoreError> {
        self.read(all)
    }

    /// Sets the whole list; of two with one id the first counts. The log keeps every list that was set.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn set_outlets(&mut self, at: Timestamp, outlets: &[OutletRow]) -> Result<(), StoreError> {
        self.write(|conn| {
            conn.execute("DELETE FROM outlet", [])?;
            for outlet in outlets {
                conn.execute(
                    "INSERT OR IGNORE INTO outlet (id, names, domains, camp, why) VALUES (?1, ?2, ?3, ?4, ?5)",
                    (&outlet.id, json(&outlet.names), json(&outlet.domains), &outlet.camp, &outlet.why),
                )?;
            }
            log::append(conn, at, LogKind::Definition, &json!({ "outlets": outlets })).map(drop)
        })
    }
}
