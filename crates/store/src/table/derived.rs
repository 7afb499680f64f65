//! Table `derived`: results that can be worked out again, kept so that opening is quick. Dropped freely.

use crate::pack::{pack, unpack};
use crate::schema::{Migration, Table};
use crate::{Dossier, StoreError};
use rusqlite::types::Type;
use rusqlite::{Error, OptionalExtension};

pub(crate) const TABLE: Table = Table {
    name: "derived",
    migrations: &[Migration {
        version: 1,
        sql: "
CREATE TABLE derived (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    engine TEXT NOT NULL,
    lexicon TEXT NOT NULL,
    length INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (kind, id, engine, lexicon)
) STRICT;",
    }],
};

/// What a derived result is of, and what made it: with another engine or lexicon it is another result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DerivedKey<'a> {
    /// What kind of result: `reading`, `comparison`, …
    pub kind: &'a str,
    /// Of what: an article's id, or a hash of everything that went in.
    pub id: &'a str,
    /// Version of the engine.
    pub engine: &'a str,
    /// Version of the lexicon.
    pub lexicon: &'a str,
}

impl Dossier {
    /// A result that was kept; `None` where none is, or what is kept cannot be unpacked: then it is worked out
    /// again.
    ///
    /// # Errors
    /// `Damaged` and what else reading brings.
    pub fn derived(&self, key: DerivedKey<'_>) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.read(|conn| {
            conn.prepare_cached(
                "SELECT length, packed FROM derived \
                 WHERE kind = ?1 AND id = ?2 AND engine = ?3 AND lexicon = ?4",
            )?
            .query_row((key.kind, key.id, key.engine, key.lexicon), |row| {
                let packed: Vec<u8> = row.get(1)?;
                unpack(&packed, row.get(0)?)
                    .map_err(|e| Error::FromSqlConversionFailure(1, Type::Blob, Box::new(e)))
            })
            .optional()
        });
        match found {
            Err(StoreError::Unreadable { .. }) => Ok(None),
            other => other,
        }
    }

    /// Keeps results, in place of those of the same key; all in one step.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn keep_derived(&mut self, results: &[(DerivedKey<'_>, &[u8])]) -> Result<(), StoreError> {
        self.write(|conn| {
            let mut insert = conn.prepare_cached(
                "INSERT OR REPLACE INTO derived (kind, id, engine, lexicon, length, packed) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?;
            for (key, bytes) in results {
                let packed = pack(bytes).map_err(|e| Error::ToSqlConversionFailure(Box::new(e)))?;
                insert.execute((key.kind, key.id, key.engine, key.lexicon, bytes.len(), packed))?;
            }
            Ok(())
        })
    }

    /// Drops every result of another engine or lexicon; says how many.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn drop_stale(&mut self, engine: &str, lexicon: &str) -> Result<usize, StoreError> {
        self.write(|conn| {
            conn.execute("DELETE FROM derived WHERE engine <> ?1 OR lexicon <> ?2", (engine, lexicon))
        })
    }

    /// Drops every result; says how many.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings.
    pub fn drop_derived(&mut self) -> Result<usize, StoreError> {
        self.write(|conn| conn.execute("DELETE FROM derived", []))
    }
}
