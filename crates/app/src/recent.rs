//! Which dossiers were open lately: one small JSON file in the program's own folder.

use crate::whole;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many are remembered: a list that can be read at a glance.
const MOST: usize = 10;

const FILE: &str = "recent.json";

/// One dossier that was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Recent {
    /// The file.
    pub path: String,
    /// Its name without folder and ending.
    pub name: String,
    /// True for the sample.
    pub sample: bool,
}

/// The dossiers that were open, the last one first, without those that are gone. A list that cannot be read
/// is an empty list: nothing is lost by it.
#[must_use]
pub fn list(folder: &Path) -> Vec<Recent> {
    let text = std::fs::read_to_string(folder.join(FILE)).unwrap_or_default();
    let known: Vec<Recent> = serde_json::from_str(&text).unwrap_or_default();
    known.into_iter().filter(|r| Path::new(&r.path).is_file()).collect()
}

/// Puts a dossier first in the list. Where the list cannot be written it stays as it was.
pub fn note(folder: &Path, path: &Path, sample: bool) {
    let path = std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path));
    let name = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let fresh = Recent { path: path.display().to_string(), name, sample };
    let mut all = list(folder);
    all.retain(|r| r.path != fresh.path);
    all.insert(0, fresh);
    all.truncate(MOST);
    let text = serde_json::to_string_pretty(&all).expect("a list of names is JSON");
    let _ = std::fs::create_dir_all(folder);
    let _ = whole::write(&folder.join(FILE), text.as_bytes());
}
