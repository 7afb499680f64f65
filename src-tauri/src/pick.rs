//! The platform's own dialogs for choosing files. They are opened here and not by the page, so that the page needs no
//! leave to open any.

use crate::WINDOW;
use std::path::PathBuf;
use tauri::{AppHandle, Manager, Runtime, command};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::task::spawn_blocking;

/// The ending of a dossier's file.
const ENDING: &str = "riwayat";

/// Asks for files to import; none where the dialog is closed.
#[command]
pub async fn pick_files<R: Runtime>(app: AppHandle<R>) -> Vec<PathBuf> {
    let chosen = ask(app, FileDialogBuilder::blocking_pick_files).await;
    chosen.into_iter().flatten().filter_map(local).collect()
}

/// Asks for a folder to import.
#[command]
pub async fn pick_folder<R: Runtime>(app: AppHandle<R>) -> Option<PathBuf> {
    ask(app, FileDialogBuilder::blocking_pick_folder).await.and_then(local)
}

/// Asks for a dossier to open.
#[command]
pub async fn pick_dossier<R: Runtime>(app: AppHandle<R>) -> Option<PathBuf> {
    ask(app, |dialog| dossiers(dialog).blocking_pick_file()).await.and_then(local)
}

/// Asks where a new dossier shall be; the ending is added where it is left out.
#[command]
pub async fn pick_new_dossier<R: Runtime>(app: AppHandle<R>) -> Option<PathBuf> {
    let chosen = ask(app, |dialog| dossiers(dialog).blocking_save_file()).await.and_then(local)?;
    Some(with_ending(chosen))
}

/// Shows a dialog over the window, which waits for it, from a thread that may wait.
async fn ask<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    show: impl FnOnce(FileDialogBuilder<R>) -> Option<T> + Send + 'static,
) -> Option<T> {
    let mut dialog = app.dialog().file();
    if let Some(window) = app.get_webview_window(WINDOW) {
        dialog = dialog.set_parent(&window);
    }
    spawn_blocking(move || show(dialog)).await.ok().flatten()
}

fn dossiers<R: Runtime>(dialog: FileDialogBuilder<R>) -> FileDialogBuilder<R> {
    dialog.add_filter("روايات", &[ENDING])
}

/// A file of this machine; others cannot be read.
fn local(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

fn with_ending(mut path: PathBuf) -> PathBuf {
    if path.extension().is_none_or(|ending| ending != ENDING) {
        path.as_mut_os_string().push(format!(".{ENDING}"));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_dossier_gets_its_ending_once() {
        for (given, want) in
            [("حلب", "حلب.riwayat"), ("حلب.riwayat", "حلب.riwayat"), ("تقرير 3.2", "تقرير 3.2.riwayat")]
        {
            assert_eq!(with_ending(given.into()), PathBuf::from(want));
        }
    }
}
