//! The desktop shell: one window around `riwayat_app::Desk`, as thin as it can be.
//!
//! A command takes the state, calls the use case off the window's thread and hands back its answer or its failure.
//! Nothing is decided here, nothing is computed, and no file is read. Everything is generic over the runtime, so that
//! the tests can call the commands without a display.

mod request;

pub use request::{Request, Usage};

use tauri::{App, Manager, Runtime, WebviewWindowBuilder};

/// The label of the one window, and its name in `tauri.conf.json`.
const WINDOW: &str = "main";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Where the platform's web view cannot be started.
pub fn run(request: Request) -> tauri::Result<()> {
    build(tauri::Builder::default(), request).run(tauri::generate_context!())
}

/// The program on any runtime: plugins, commands, state and window.
pub fn build<R: Runtime>(builder: tauri::Builder<R>, request: Request) -> tauri::Builder<R> {
    builder.plugin(tauri_plugin_dialog::init()).setup(move |app| Ok(open_window(app, &request)?))
}

/// Makes the window as `tauri.conf.json` has it; what the page keeps lies beside the rest of the program's files.
fn open_window<R: Runtime>(app: &App<R>, request: &Request) -> tauri::Result<()> {
    let data_dir = match &request.data_dir {
        Some(folder) => folder.clone(),
        None => app.path().app_data_dir()?,
    };
    let Some(window) = app.config().app.windows.iter().find(|window| window.label == WINDOW) else {
        return Ok(());
    };
    WebviewWindowBuilder::from_config(app, window)?.data_directory(data_dir.join("window")).build()?;
    Ok(())
}
