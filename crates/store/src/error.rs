//! What can go wrong with a dossier: what happened, to which file, and what to do about it.
//!
//! SQLite's own codes are translated here, once, so that no message ever says "error 26".

use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// Why the dossier could not be opened, read or written. The file is as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no such file.
    #[error("{path}: there is no such file; check the name, or create a new dossier", path = .path.display())]
    Missing {
        /// Which.
        path: PathBuf,
    },
    /// A new dossier was to be made where something already is.
    #[error("{path}: a file of this name exists; open it, or choose another name", path = .path.display())]
    Exists {
        /// Which.
        path: PathBuf,
    },
    /// The file is something else: text, another program's database, or empty.
    #[error("{path}: is not a Riwayat dossier ({found}); nothing was changed; choose a .riwayat file, or \
             import this one into a dossier", path = .path.display())]
    NotADossier {
        /// Which.
        path: PathBuf,
        /// What it seems to be.
        found: &'static str,
    },
    /// The file is a dossier, but its structure is broken.
    #[error("{path}: the dossier is damaged ({detail}); nothing was changed; open a copy from your backup",
            path = .path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What SQLite found first.
        detail: String,
    },
    /// A later version of the program made it.
    #[error("{path}: was made by a newer version of Riwayat (format {found}; this version reads up to \
             {known}); nothing was changed; update Riwayat", path = .path.display())]
    Newer {
        /// Which.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format that this program reads.
        known: i64,
    },
    /// An earlier version made it, and it was opened for reading only.
    #[error("{path}: was made by an older version of Riwayat (format {found}); open it once for writing, so \
             that it can be brought up to date", path = .path.display())]
    Older {
        /// Which.
        path: PathBuf,
        /// Its format.
        found: i64,
    },
    /// The last saving was cut short, and it was opened for reading only.
    #[error("{path}: the last saving was cut short (by a crash or a loss of power); open it once for writing, \
             so that it can be put back to the last whole step", path = .path.display())]
    Interrupted {
        /// Which.
        path: PathBuf,
    },
    /// Somebody else has it open.
    #[error("{path}: is open in another window or program; close it there and try again",
            path = .path.display())]
    Locked {
        /// Which.
        path: PathBuf,
    },
    /// The system does not let us.
    #[error("{path}: no permission to {what}; change the permissions of the file and of its folder, or \
             copy it to a folder of yours", path = .path.display())]
    NoPermission {
        /// Which.
        path: PathBuf,
        /// `read it` or `write to it`.
        what: &'static str,
    },
    /// No room is left.
    #[error("{path}: the disk is full; nothing of this step was saved, all that was saved before is kept; \
             free some space and try again", path = .path.display())]
    DiskFull {
        /// Which.
        path: PathBuf,
    },
    /// It was opened for reading only.
    #[error("{path}: is open for reading only; open it for writing to change it", path = .path.display())]
    ReadOnly {
        /// Which.
        path: PathBuf,
    },
    /// No article has this id.
    #[error("there is no article {id:?} in the dossier")]
    NoArticle {
        /// Which.
        id: String,
    },
    /// A value that the field cannot hold.
    #[error("{value:?} is not a day; write it as year-month-day, such as 2026-03-14")]
    NotADay {
        /// As given.
        value: String,
    },
    /// A link of an article, or of a sentence of it, with itself.
    #[error("an article or a sentence cannot be linked with itself (article {id:?})")]
    LinkToSelf {
        /// Which.
        id: String,
    },
    /// A stretch that is no stretch of the article's text.
    #[error("the article {id:?} has no text from byte {start} to byte {end}")]
    NoStretch {
        /// Which article.
        id: String,
        /// First byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// A row holds something that this program never writes; `verify` says more.
    #[error("{path}: {what} cannot be read ({detail}); run a check of the dossier (verify), and open a copy \
             from your backup", path = .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Which row.
        what: String,
        /// Why.
        detail: String,
    },
    /// Anything else that SQLite or the system says.
    #[error("{path}: {detail}; check the disk, and try again", path = .path.display())]
    Other {
        /// Which.
        path: PathBuf,
        /// In its words.
        detail: String,
    },
}

impl StoreError {
    /// What a failure of SQLite means for the user of the file at `path`.
    pub(crate) fn of(path: &Path, error: &rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => {
                Self::NotADossier { path, found: "not a database; text, perhaps, or another kind of file" }
            }
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            _ if extended_code(error) == Some(rusqlite::ffi::SQLITE_READONLY_ROLLBACK) => {
                Self::Interrupted { path }
            }
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::NoPermission { path, what: "write to it" }
            }
            Some(_) => Self::Other { path, detail },
            None => Self::Unreadable { path, what: "a row".into(), detail },
        }
    }
}

fn extended_code(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|e| e.extended_code)
}
