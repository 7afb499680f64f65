//! How the window's page is drawn where there is no graphics card.
//!
//! WebKitGTK draws by OpenGL wherever it finds one, and without a graphics card it finds one that the processor plays,
//! on the cores that the page and the engine need too. Drawn plainly the same page takes a fraction of that time.

use std::path::Path;
use tauri::{Runtime, WebviewWindow};

/// Where Linux lists the graphics cards that draw, as `renderD128`.
const CARDS: &str = "/dev/dri";
const CARD: &str = "renderD";

/// Has the page of a window drawn plainly, where no graphics card would draw it.
///
/// # Errors
/// Where the window is gone.
pub(crate) fn suit<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    if has_card(Path::new(CARDS)) { Ok(()) } else { plainly(window) }
}

/// True where a folder lists a graphics card; also where it cannot be read, so that nothing is changed that works.
fn has_card(cards: &Path) -> bool {
    match std::fs::read_dir(cards) {
        Ok(listed) => listed.flatten().any(|card| card.file_name().to_string_lossy().starts_with(CARD)),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

fn plainly<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.with_webview(|page| {
        use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
        if let Some(settings) = page.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_one_that_draws() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!has_card(&folder.path().join("missing")));
        std::fs::write(folder.path().join("card0"), "").expect("written");
        assert!(!has_card(folder.path()), "a screen alone draws nothing");
        std::fs::write(folder.path().join("renderD128"), "").expect("written");
        assert!(has_card(folder.path()));
    }
}
