//! The desktop shell: one window around `riwayat_app::Desk`, as thin as it can be.
//!
//! A command takes the state, calls the use case off the window's thread and hands back its answer or its failure.
//! Nothing is computed here, and no file is read. Everything is generic over the runtime, so that
//! the tests can call the commands without a display.

mod command;
#[cfg(target_os = "linux")]
mod drawing;
mod pick;
mod progress;
mod request;
mod rest;
mod shell;

#[cfg(test)]
mod tests;

pub use request::{Request, Usage};

use shell::Shell;
use std::path::PathBuf;
use tauri::{App, Manager, Runtime, WebviewWindowBuilder};
use thread_priority::{ThreadPriority, set_current_thread_priority};

/// The label of the one window, and its name in `tauri.conf.json`.
const WINDOW: &str = "main";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Where the platform's web view cannot be started.
pub fn run(request: Request) -> tauri::Result<()> {
    // All threads that read and compare.
    let _ = rayon::ThreadPoolBuilder::new().start_handler(|_| give_way()).build_global();
    commands(tauri::Builder::default())
        .setup(move |app| Ok(set_up(app, request)?))
        .run(tauri::generate_context!())
}

/// Has the thread give way to the window, which draws on the same cores. Where the platform does not let it, it works as it is.
fn give_way() {
    let _ = set_current_thread_priority(ThreadPriority::Min);
}

/// What the page may call, on any runtime.
fn commands<R: Runtime>(builder: tauri::Builder<R>) -> tauri::Builder<R> {
    builder.plugin(tauri_plugin_dialog::init()).invoke_handler(tauri::generate_handler![
        command::start,
        command::recent,
        command::open_sample,
        command::open_dossier,
        command::create_dossier,
        command::overview,
        command::overview_part,
        command::settle,
        command::event,
        command::row_claims,
        command::claims,
        command::figures,
        command::naming,
        command::sources,
        command::article,
        command::search,
        command::import_paths,
        command::import_text,
        command::report_part,
        command::cancel,
        command::set_field,
        command::define_camp,
        command::split_row,
        command::join_rows,
        command::move_pieces,
        command::leave_row,
        command::move_article,
        command::merge_events,
        command::part_article,
        command::part_articles,
        command::name_event,
        command::call_entity,
        command::save_report,
        command::leave_article,
        command::undo,
        command::redo,
        pick::pick_files,
        pick::pick_folder,
        pick::pick_dossier,
        pick::pick_new_dossier,
        pick::pick_report,
    ])
}

/// Makes the state and the window.
fn set_up<R: Runtime>(app: &App<R>, request: Request) -> tauri::Result<()> {
    let data_dir = match request.data_dir {
        Some(folder) => std::path::absolute(folder)?,
        None => app.path().app_data_dir()?,
    };
    std::fs::create_dir_all(&data_dir)?;
    let window = data_dir.join("window");
    app.manage(Shell::new(request.dossier, data_dir));
    open_window(app, window)
}

/// Makes the window as `tauri.conf.json` has it; what the page keeps lies beside the rest of the program's files.
fn open_window<R: Runtime>(app: &App<R>, data_directory: PathBuf) -> tauri::Result<()> {
    if let Some(window) = app.config().app.windows.iter().find(|window| window.label == WINDOW) {
        let window =
            WebviewWindowBuilder::from_config(app, window)?.data_directory(data_directory).build()?;
        #[cfg(target_os = "linux")]
        drawing::suit(&window)?;
    }
    Ok(())
}
