//! The command line of the window: which dossier to open, and where the program keeps its own files.
//!
//! Not here: what is opened when nothing is named. The use cases decide that.

use std::ffi::OsString;
use std::path::PathBuf;

const HELP: &str = "riwayat-desktop [DOSSIER.riwayat] [--data-dir DIR]

Opens the dossier, else the one open last, else the sample.

  --data-dir DIR   keep the sample, the list of recent dossiers and the window's state in DIR
  --help, --version";

/// What the command line asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The dossier to open.
    pub dossier: Option<PathBuf>,
    /// Where the program keeps its own files; the platform's place where none is given.
    pub data_dir: Option<PathBuf>,
}

/// Why no window is opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Usage {
    /// `--help`.
    #[error("{HELP}")]
    Help,
    /// `--version`.
    #[error("riwayat-desktop {}", env!("CARGO_PKG_VERSION"))]
    Version,
    /// The command line cannot be understood.
    #[error("{what}\n\n{HELP}")]
    Wrong {
        /// What is wrong with it.
        what: String,
    },
}

impl Request {
    /// Reads the words after the program's name.
    ///
    /// # Errors
    /// `Usage` where help or the version is asked for, an option is unknown or lacks its value, or more than one
    /// dossier is named.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, Usage> {
        let mut request = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--help" | "-h") => return Err(Usage::Help),
                Some("--version" | "-V") => return Err(Usage::Version),
                Some("--data-dir") => {
                    let folder = words.next().ok_or_else(|| wrong("--data-dir wants a folder"))?;
                    request.data_dir = Some(folder.into());
                }
                Some(option) if option.starts_with('-') => {
                    return Err(wrong(&format!("no such option: {option}")));
                }
                _ if request.dossier.is_some() => return Err(wrong("only one dossier can be opened")),
                _ => request.dossier = Some(word.into()),
            }
        }
        Ok(request)
    }
}

/// A command line that cannot be understood.
fn wrong(what: &str) -> Usage {
    Usage::Wrong { what: what.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Request, Usage> {
        Request::read(words.iter().map(OsString::from))
    }

    #[test]
    fn nothing_named_opens_what_was_open_last() {
        assert_eq!(read(&[]), Ok(Request::default()));
    }

    #[test]
    fn dossier_and_data_dir_in_any_order() {
        let want = Request { dossier: Some("ملف.riwayat".into()), data_dir: Some("here".into()) };
        assert_eq!(read(&["ملف.riwayat", "--data-dir", "here"]), Ok(want.clone()));
        assert_eq!(read(&["--data-dir", "here", "ملف.riwayat"]), Ok(want));
    }

    #[test]
    fn what_cannot_be_understood_is_named() {
        for (words, what) in [
            (&["--data-dir"][..], "--data-dir wants a folder"),
            (&["--datadir", "x"], "no such option: --datadir"),
            (&["a", "b"], "only one dossier can be opened"),
        ] {
            assert_eq!(read(words), Err(wrong(what)), "{words:?}");
        }
    }

    #[test]
    fn help_and_version_are_told() {
        assert!(read(&["--help"]).expect_err("help opens no window").to_string().contains("--data-dir DIR"));
        assert_eq!(read(&["-V"]).expect_err("nor does the version").to_string(), "riwayat-desktop 0.1.0");
    }
}
