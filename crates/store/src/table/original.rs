//! Table `original`: the bytes as they came, packed, under their hash. Never changed, never removed.

use crate::hash::sha256_hex;
use crate::pack::{pack, unpack};
use crate::schema::{Migration, Table};
use crate::{Dossier, StoreError};
use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension};

pub(crate) const TABLE: Table = Table {
    name: "original",
    migrations: &[Migration {
        version: 1,
        sql: "
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY NOT NULL,
    length INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;
CREATE TRIGGER original_is_kept BEFORE UPDATE ON original
    BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;
CREATE TRIGGER original_stays BEFORE DELETE ON original
    BEGIN SELECT RAISE(ABORT, 'originals are never removed'); END;",
    }],
};

/// Keeps the bytes, where they are not kept yet; gives their hash.
pub(crate) fn keep(conn: &Connection, bytes: &[u8]) -> rusqlite::Result<String> {
    let sha256 = sha256_hex(bytes);
    let packed = pack(bytes).map_err(|e| Error::ToSqlConversionFailure(Box::new(e)))?;
    conn.prepare_cached("INSERT OR IGNORE INTO original (sha256, length, packed) VALUES (?1, ?2, ?3)")?
        .execute((&sha256, bytes.len(), packed))?;
    Ok(sha256)
}

/// The bytes under a hash.
pub(crate) fn get(conn: &Connection, sha256: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    conn.prepare_cached("SELECT length, packed FROM original WHERE sha256 = ?1")?
        .query_row([sha256], |row| {
            let packed: Vec<u8> = row.get(1)?;
            unpack(&packed, row.get(0)?)
                .map_err(|e| Error::FromSqlConversionFailure(1, Type::Blob, Box::new(e)))
        })
        .optional()
}

/// Every hash, in order.
pub(crate) fn hashes(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    conn.prepare("SELECT sha256 FROM original ORDER BY sha256")?.query_map([], |row| row.get(0))?.collect()
}

impl Dossier {
    /// The original bytes of an article, as they were imported (the file, or the line of JSON Lines), by their
    /// SHA-256; `None` where there are none of that hash.
    ///
    /// # Errors
    /// `Unreadable`, where what is kept cannot be unpacked; `Damaged`.
    pub fn original(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|conn| get(conn, sha256))
    }
}
