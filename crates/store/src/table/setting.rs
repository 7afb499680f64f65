//! Table `setting`: what the window remembers about this dossier (the chosen event, the layers shown).
//!
//! Not what the analyst decides: that is in `decision`, `camp` and `outlet`.

use crate::schema::{Migration, Table};
use crate::{Dossier, StoreError};
use rusqlite::OptionalExtension;

pub(crate) const TABLE: Table = Table {
    name: "setting",
    migrations: &[Migration {
        version: 1,
        sql: "CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;",
    }],
};

impl Dossier {
    /// A setting.
    ///
    /// # Errors
    /// `Damaged` and what else reading brings.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|conn| {
            conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?
                .query_row([key], |row| row.get(0))
                .optional()
        })
    }

    /// Sets it; `None` removes it.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.write(|conn| {
            match value {
                Some(value) => conn.execute("INSERT OR REPLACE INTO setting VALUES (?1, ?2)", (key, value)),
                None => conn.execute("DELETE FROM setting WHERE key = ?1", [key]),
            }
            .map(drop)
        })
    }
}
