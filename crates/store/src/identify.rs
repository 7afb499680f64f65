//! What a file is, found out without touching it.
//!
//! The file is opened by SQLite as immutable: no lock is taken, no journal is rolled back, nothing is written,
//! even if it is another program's database. The header is not read with the system's own calls, because
//! closing such a file would drop SQLite's locks on it elsewhere in this process.

use crate::{APPLICATION_ID, SCHEMA_VERSION, StoreError, schema};
use rusqlite::{Connection, OpenFlags};
use std::io::ErrorKind;
use std::path::Path;

/// The format version of the dossier at `path`.
///
/// # Errors
/// `Missing`, `NotADossier`, `Damaged`, `Newer`, `NoPermission`.
pub(crate) fn identify(path: &Path) -> Result<i64, StoreError> {
    check_kind(path)?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let unreadable = |error: &rusqlite::Error| match StoreError::of(path, error) {
        StoreError::NoPermission { path, .. } => StoreError::NoPermission { path, what: "read it" },
        other => other,
    };
    let conn = Connection::open_with_flags(immutable_uri(path), flags).map_err(|e| unreadable(&e))?;
    let mark: i32 =
        conn.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(|e| unreadable(&e))?;
    if mark != APPLICATION_ID {
        return Err(not_a_dossier(path, "another program's SQLite database"));
    }
    let version = schema::version(&conn).map_err(|e| unreadable(&e))?;
    if version > SCHEMA_VERSION {
        return Err(StoreError::Newer { path: path.into(), found: version, known: SCHEMA_VERSION });
    }
    Ok(version)
}

/// Tells files from folders and from nothing.
fn check_kind(path: &Path) -> Result<(), StoreError> {
    match path.metadata() {
        Ok(data) if data.is_dir() => Err(not_a_dossier(path, "a folder")),
        Ok(data) if data.len() == 0 => Err(not_a_dossier(path, "an empty file")),
        Ok(_) => Ok(()),
        Err(error) => Err(match error.kind() {
            ErrorKind::NotFound => StoreError::Missing { path: path.into() },
            ErrorKind::PermissionDenied => StoreError::NoPermission { path: path.into(), what: "read it" },
            _ => StoreError::Other { path: path.into(), detail: error.to_string() },
        }),
    }
}

fn not_a_dossier(path: &Path, found: &'static str) -> StoreError {
    StoreError::NotADossier { path: path.into(), found }
}

/// The path as SQLite's URI, every byte but letters, digits and `-._~/` written as `%XX`.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            b'\\' if cfg!(windows) => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?immutable=1"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_signs_of_a_uri_stays_one_path() {
        assert_eq!(
            immutable_uri(Path::new("/a b/ملف?#%.riwayat")),
            "file:/a%20b/%D9%85%D9%84%D9%81%3F%23%25.riwayat?immutable=1"
        );
    }
}
