//! Files that are written whole or not at all.

use crate::view::Failure;
use std::path::Path;

/// Writes a file beside where it shall be, and moves it there once it is whole.
///
/// # Errors
/// Where it cannot be written, with the file and the cure.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        let shown = path.display();
        Failure::new(
            "not-written",
            format!("{shown}: تعذّرت كتابته ({error})؛ اختر مجلّداً آخر أو أفرغ مكاناً ثم أعد المحاولة"),
            format!(
                "{shown}: cannot be written ({error}); choose another folder, or make room, and try again"
            ),
        )
    })
}
