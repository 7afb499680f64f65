//! The platform's own dialogs for choosing files. They are opened here and not by the page, so that the page needs no
//! leave to open any.

use crate::WINDOW;
use std::path::PathBuf;
use tauri::{AppHandle, Manager, Runtime, command};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::task::spawn_blocking;

/// The ending of a dossier's file.
const ENDING: &str = "riwayat";

/// The ending of a report's.
const PAGE: &str = "html";

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
    Some(with_ending(chosen, ENDING))
}

/// Asks where a report shall be, under the name that is offered; the ending is added where it is left out.
#[command]
pub async fn pick_report<R: Runtime>(app: AppHandle<R>, name: String) -> Option<PathBuf> {
    let show = move |dialog: FileDialogBuilder<R>| {
        dialog.add_filter("HTML", &[PAGE]).set_file_name(file_name(&name, PAGE)).blocking_save_file()
    };
    Some(with_ending(ask(app, show).await.and_then(local)?, PAGE))
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

fn with_ending(mut path: PathBuf, wanted: &str) -> PathBuf {
    if path.extension().is_none_or(|ending| ending != wanted) {
        path.as_mut_os_string().push(format!(".{wanted}"));
    }
    path
}

/// Letters of a name that a file may have, 20 to 80: with its ending it stays under the 255 bytes that systems allow.
const MOST_LETTERS: usize = 80;

/// A file name made of a title: signs that systems keep for themselves become spaces.
fn file_name(title: &str, ending: &str) -> String {
    let kept: String =
        title.chars().map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(MOST_LETTERS).collect();
    format!("{}.{ending}", short.trim_matches(|c: char| c == '.' || c == ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_dossier_gets_its_ending_once() {
        for (given, want) in
            [("حلب", "حلب.riwayat"), ("حلب.riwayat", "حلب.riwayat"), ("تقرير 3.2", "تقرير 3.2.riwayat")]
        {
            assert_eq!(with_ending(given.into(), ENDING), PathBuf::from(want));
        }
    }

    #[test]
    fn a_title_makes_a_name_that_every_system_takes() {
        for (title, want) in [
            ("قصف السوق: سبعة قتلى؟", "قصف السوق سبعة قتلى؟.html"),
            ("../etc/passwd\n", "etc passwd.html"),
            ("«أ» / \"ب\"", "«أ» ب.html"),
        ] {
            assert_eq!(file_name(title, PAGE), want);
        }
        assert!(file_name(&"ض".repeat(300), PAGE).len() < 255);
    }
}
