//! Evaluation against gold, tidiness, bad input, the real window: what the tests share.

use std::path::{Path, PathBuf};

/// The project's own folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the project").to_owned()
}

/// The folder of gold and corpora beside the project (`RIWAYAT_SHARED`, else `../shared`).
///
/// Where it is not there the test is skipped, and says so.
///
/// # Panics
/// In CI, where it must be there.
#[must_use]
pub fn shared() -> Option<PathBuf> {
    let place = std::env::var_os("RIWAYAT_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    if place.join("gold").is_dir() {
        return Some(place);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is not there, and CI must have it", place.display());
    eprintln!("skipped: {} is not there", place.display());
    None
}

/// The command line, built beside this test.
///
/// # Panics
/// Where it was not built.
#[must_use]
pub fn riwayat() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it is");
    let folder = test.ancestors().nth(2).expect("a test lies in target/PROFILE/deps");
    let binary = folder.join("riwayat");
    assert!(binary.is_file(), "{} is not built; run `cargo build -p riwayat-cli` first", binary.display());
    binary
}
