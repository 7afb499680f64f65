//! The format of the file: its mark, its version, and how an older one becomes the present one.
//!
//! Each table brings its own migrations; here they are gathered and run in order of version, those of one
//! version in the order of [`TABLES`], all in one transaction with the new version number.

use crate::table;
use rusqlite::Connection;

/// SQLite's `application_id` of a dossier: the letters `Rwyt`.
pub const APPLICATION_ID: i32 = i32::from_be_bytes(*b"Rwyt");

/// The newest format that this program reads and writes (SQLite's `user_version`).
pub const SCHEMA_VERSION: i64 = 5;

/// A step of one table to one version of the format.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// The version that this step belongs to, from 1.
    pub(crate) version: i64,
    /// What is to be done.
    pub(crate) sql: &'static str,
}

/// A table: its name and the steps that made it, in order of version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    /// Name in the file.
    pub(crate) name: &'static str,
    /// Its steps.
    pub(crate) migrations: &'static [Migration],
}

/// Every table; one that others refer to stands before them.
pub(crate) const TABLES: &[Table] = &[
    table::original::TABLE,
    table::article::TABLE,
    table::sighting::TABLE,
    table::decision::TABLE,
    table::log::TABLE,
    table::derived::TABLE,
    table::setting::TABLE,
    table::camp::TABLE,
    table::outlet::TABLE,
];

/// The version that a file says it has.
pub(crate) fn version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings the tables from the version of the file to `to`. The caller holds the transaction.
pub(crate) fn migrate(conn: &Connection, tables: &[Table], to: i64) -> rusqlite::Result<()> {
    for version in version(conn)? + 1..=to {
        for step in tables.iter().flat_map(|t| t.migrations).filter(|m| m.version == version) {
            conn.execute_batch(step.sql)?;
        }
    }
    conn.pragma_update(None, "user_version", to)
}

/// The first table that the file lacks.
pub(crate) fn missing_table(conn: &Connection) -> rusqlite::Result<Option<&'static str>> {
    for table in TABLES {
        let found: bool = conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)",
            [table.name],
            |row| row.get(0),
        )?;
        if !found {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: Table =
        Table { name: "note", migrations: &[Migration { version: 1, sql: "CREATE TABLE note (text TEXT)" }] };
    const NEW: Table = Table {
        name: "note",
        migrations: &[
            Migration { version: 1, sql: "CREATE TABLE note (text TEXT)" },
            Migration { version: 2, sql: "ALTER TABLE note ADD COLUMN lang TEXT NOT NULL DEFAULT 'ar'" },
        ],
    };

    #[test]
    fn the_newest_step_is_the_version_of_the_format() {
        let newest = TABLES.iter().flat_map(|t| t.migrations).map(|m| m.version).max();
        assert_eq!(newest, Some(SCHEMA_VERSION));
    }

    #[test]
    fn steps_of_each_table_stand_in_order() {
        for table in TABLES {
            assert!(table.migrations.is_sorted_by_key(|m| m.version), "{}", table.name);
        }
    }

    #[test]
    fn only_the_steps_that_are_missing_are_run_and_rows_are_kept() {
        let conn = Connection::open_in_memory().unwrap();
        migrate(&conn, &[OLD], 1).unwrap();
        conn.execute("INSERT INTO note VALUES ('شاهد')", []).unwrap();
        migrate(&conn, &[NEW], 2).unwrap();
        let row: (String, String) =
            conn.query_row("SELECT text, lang FROM note", [], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
        assert_eq!(row, ("شاهد".into(), "ar".into()));
        assert_eq!(version(&conn).unwrap(), 2);
        migrate(&conn, &[NEW], 2).unwrap();
    }
}
