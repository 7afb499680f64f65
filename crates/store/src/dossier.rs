//! The dossier as a file: made, opened, held, closed.
//!
//! One writer at a time: while a dossier is open for writing, nobody else can open it, so that what is on the
//! screen is what is in the file. The journal is SQLite's rollback journal, not its write-ahead log: a closed
//! dossier is exactly one file that can be copied or mailed, and with `synchronous = EXTRA` a step that was
//! reported as saved outlives a loss of power. Only after a crash does a `-journal` file stay beside it; the
//! next opening for writing puts the dossier back to the last whole step.

use crate::{APPLICATION_ID, LogKind, SCHEMA_VERSION, StoreError, identify, schema, table};
use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use serde_json::json;
use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long to wait for another holder of the file: long enough for a program that only looks at it (a virus
/// scanner, a backup), too short to look like a hang.
const PATIENCE: Duration = Duration::from_millis(300);

/// Bytes of a file of which every page is looked at when it opens, 8 to 64 MB: some hundredths of a second.
const CHECKED_AT_ONCE: u64 = 32 << 20;

/// Shown in messages about a dossier that is in no file.
const IN_MEMORY: &str = "(in memory)";

/// An open dossier. Closing is dropping; everything is saved already.
#[derive(Debug)]
pub struct Dossier {
    conn: Connection,
    path: Option<PathBuf>,
    read_only: bool,
    /// True until every page was looked at.
    unchecked: bool,
}

impl Dossier {
    /// Makes a new, empty dossier. Nothing that exists is ever overwritten.
    ///
    /// # Errors
    /// `Exists`, `NoPermission`, `DiskFull`, `Missing` (no such folder), `Other`; no file is left behind.
    pub fn create(path: &Path, at: Timestamp) -> Result<Self, StoreError> {
        OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists { path: path.into() },
            ErrorKind::NotFound => StoreError::Missing { path: path.into() },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                StoreError::NoPermission { path: path.into(), what: "write to it" }
            }
            ErrorKind::StorageFull => StoreError::DiskFull { path: path.into() },
            _ => StoreError::Other { path: path.into(), detail: error.to_string() },
        })?;
        let made = open_for_writing(path).and_then(|conn| {
            Self::fill(Self { conn, path: Some(path.into()), read_only: false, unchecked: false }, at)
        });
        if made.is_err() {
            // We made this file a moment ago and nothing is in it; if it cannot be removed, it stays empty.
            let _ = fs::remove_file(path);
        }
        made
    }

    /// A dossier that is in no file and is gone when it is dropped.
    ///
    /// # Errors
    /// `Other`, where there is no memory for it.
    pub fn in_memory(at: Timestamp) -> Result<Self, StoreError> {
        let path = Path::new(IN_MEMORY);
        let conn = Connection::open_in_memory().map_err(|e| StoreError::of(path, &e))?;
        harden(&conn).map_err(|e| StoreError::of(path, &e))?;
        Self::fill(Self { conn, path: None, read_only: false, unchecked: false }, at)
    }

    /// Opens a dossier for reading and writing, after checking its structure; an older format is brought up to
    /// date.
    ///
    /// # Errors
    /// `Missing`, `NotADossier`, `Damaged`, `Newer`, `Locked`, `NoPermission`, `DiskFull` (while bringing it up
    /// to date); the file is as it was.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut dossier = Self::open_unchecked(path)?;
        dossier.check()?;
        Ok(dossier)
    }

    /// Opens a dossier as [`Dossier::open`] does, but leaves the look at every page of a large file to [`Dossier::check`]:
    /// it is as long as the file. Before anything is written it is taken in any case.
    ///
    /// # Errors
    /// As [`Dossier::open`], but for `Damaged` where only that look would find it.
    pub fn open_unchecked(path: &Path) -> Result<Self, StoreError> {
        Self::open_from(path, CHECKED_AT_ONCE)
    }

    /// Opens a dossier; one of so many bytes at most is looked at whole.
    fn open_from(path: &Path, at_once: u64) -> Result<Self, StoreError> {
        let found = identify::identify(path)?;
        let conn = open_for_writing(path)?;
        check_length(&conn, path)?;
        let mut dossier = Self { conn, path: Some(path.into()), read_only: false, unchecked: true };
        if path.metadata().is_ok_and(|data| data.len() <= at_once) {
            dossier.check()?;
        }
        if found < SCHEMA_VERSION {
            dossier.write(|conn| schema::migrate(conn, schema::TABLES, SCHEMA_VERSION))?;
        }
        check_tables(&dossier.conn, path)?;
        Ok(dossier)
    }

    /// Looks at every page, unless that was done since it was opened.
    ///
    /// # Errors
    /// `Damaged`, where the structure does not hold.
    pub fn check(&mut self) -> Result<(), StoreError> {
        if self.unchecked {
            check_structure(&self.conn, self.shown_path())?;
            self.unchecked = false;
        }
        Ok(())
    }

    /// Opens a dossier for reading only; others may read it too, and it cannot be changed meanwhile by a
    /// Riwayat that opens it later.
    ///
    /// # Errors
    /// As [`Dossier::open`], and `Older` and `Interrupted`, which only an opening for writing can put right.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let version = identify::identify(path)?;
        if version < SCHEMA_VERSION {
            return Err(StoreError::Older { path: path.into(), found: version });
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags).map_err(|e| StoreError::of(path, &e))?;
        harden(&conn).map_err(|e| StoreError::of(path, &e))?;
        check_structure(&conn, path)?;
        check_tables(&conn, path)?;
        Ok(Self { conn, path: Some(path.into()), read_only: true, unchecked: false })
    }

    /// The file; `None` for one in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// True where it was opened for reading only.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Makes the tables and writes the first line of the log.
    fn fill(mut self, at: Timestamp) -> Result<Self, StoreError> {
        self.write(|conn| {
            conn.pragma_update(None, "application_id", APPLICATION_ID)?;
            schema::migrate(conn, schema::TABLES, SCHEMA_VERSION)?;
            table::log::append(conn, at, LogKind::Created, &json!({ "format": SCHEMA_VERSION }))
        })?;
        Ok(self)
    }

    /// The file as messages name it.
    pub(crate) fn shown_path(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(IN_MEMORY))
    }

    /// Reads, and says which file it was where that fails.
    pub(crate) fn read<T>(
        &self,
        ask: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        ask(&self.conn).map_err(|e| StoreError::of(self.shown_path(), &e))
    }

    /// Writes in one transaction: all of it, or, where anything fails, nothing.
    pub(crate) fn write<T>(
        &mut self,
        step: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let path = self.shown_path().to_path_buf();
        if self.read_only {
            return Err(StoreError::ReadOnly { path });
        }
        self.check()?;
        let run = |conn: &mut Connection| {
            let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = step(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        run(&mut self.conn).map_err(|e| StoreError::of(&path, &e))
    }
}

/// Opens the file and takes it for ourselves, without writing anything to it.
fn open_for_writing(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|e| StoreError::of(path, &e))?;
    let take = || {
        harden(&conn)?;
        conn.pragma_update(None, "journal_mode", "DELETE")?;
        conn.pragma_update(None, "synchronous", "EXTRA")?;
        conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
        conn.is_readonly("main")
    };
    match take() {
        Ok(false) => Ok(conn),
        Ok(true) => Err(StoreError::NoPermission { path: path.into(), what: "write to it" }),
        Err(error) => Err(StoreError::of(path, &error)),
    }
}

/// Treats the file as what it is: something that may come from anybody, and that others may have open.
fn harden(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "foreign_keys", true)
}

/// SQLite itself reads a last page that was cut short as if it ended in zeros, so the length is looked at by itself.
fn check_length(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    let number = |pragma| conn.pragma_query_value(None, pragma, |row| row.get::<_, u64>(0));
    let pages = || rusqlite::Result::Ok(number("page_count")? * number("page_size")?);
    let length = pages().map_err(|e| StoreError::of(path, &e))?;
    if path.metadata().is_ok_and(|data| data.len() < length) {
        return Err(damaged(path, "the end of the file is missing"));
    }
    Ok(())
}

/// SQLite's quick check of the whole file (every page, not every index): 0.04 s for 10,000 articles that lie in memory.
fn check_structure(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    check_length(conn, path)?;
    let first: rusqlite::Result<String> = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    let first = first.map_err(|e| StoreError::of(path, &e))?;
    if first == "ok" { Ok(()) } else { Err(damaged(path, &first)) }
}

fn damaged(path: &Path, detail: &str) -> StoreError {
    StoreError::Damaged { path: path.into(), detail: detail.into() }
}

/// Every table is there.
fn check_tables(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    match schema::missing_table(conn).map_err(|e| StoreError::of(path, &e))? {
        None => Ok(()),
        Some(name) => Err(damaged(path, &format!("the table {name:?} is missing"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NewArticle;

    /// As large as the disk may get, in pages of 4 KiB: the empty dossier takes about 20.
    const ROOM: u32 = 40;

    fn article(id: &str, length: u32) -> NewArticle {
        // Numbers that do not repeat, so that packing cannot make it small.
        let text: String = (0..length).map(|n| format!("{:x} ", n.wrapping_mul(2_654_435_761))).collect();
        NewArticle { id: id.into(), original: text.clone().into(), text, ..NewArticle::default() }
    }

    #[test]
    fn a_large_file_that_was_not_looked_at_is_looked_at_before_it_is_written() {
        let at = Timestamp::UNIX_EPOCH;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ملف.riwayat");
        let mut dossier = Dossier::create(&path, at).unwrap();
        dossier.import(at, &[article("a", 20_000), article("b", 20_000)]).unwrap();
        drop(dossier);
        let mut bytes = fs::read(&path).unwrap();
        let last = bytes.len() - 4096;
        bytes[last..].fill(0xFF);
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(Dossier::open(&path), Err(StoreError::Damaged { .. })));
        let mut dossier = Dossier::open_from(&path, 0).unwrap();
        let error = dossier.import(at, &[article("c", 10)]).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
        assert!(dossier.check().is_err() && dossier.unchecked);
        drop(dossier);
        assert_eq!(fs::read(&path).unwrap(), bytes, "nothing was written");
    }

    #[test]
    fn a_full_disk_loses_nothing_and_saving_works_again() {
        let at = Timestamp::UNIX_EPOCH;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ملف.riwayat");
        let mut dossier = Dossier::create(&path, at).unwrap();
        dossier.import(at, &[article("kept", 10)]).unwrap();
        let saved = (dossier.articles().unwrap(), dossier.log().unwrap());

        dossier.conn.pragma_update(None, "max_page_count", ROOM).unwrap();
        let batch = [article("small", 20), article("large", 100_000)];
        let error = dossier.import(at, &batch).unwrap_err();
        assert!(matches!(error, StoreError::DiskFull { .. }), "{error}");
        assert!(error.to_string().contains("the disk is full"));
        assert_eq!((dossier.articles().unwrap(), dossier.log().unwrap()), saved);

        dossier.conn.pragma_update(None, "max_page_count", u32::MAX / 2).unwrap();
        assert_eq!(dossier.import(at, &batch).unwrap().len(), batch.len());
        drop(dossier);
        let dossier = Dossier::open(&path).unwrap();
        assert_eq!(dossier.articles().unwrap().len(), 3);
        assert_eq!(dossier.verify().unwrap().faults, []);
    }
}
