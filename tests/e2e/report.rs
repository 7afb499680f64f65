//! The report of an event, saved through the platform's own dialog.

use crate::window;
use crate::{data_dir, shown};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a dialog may take to come or go.
const PATIENCE: Duration = Duration::from_secs(20);
const BEAT: Duration = Duration::from_millis(100);

/// Has xdotool do something with the windows of the display; what it says.
fn xdotool(args: &[&str]) -> String {
    let done = Command::new("xdotool").args(args).output().expect("xdotool is installed (package xdotool)");
    String::from_utf8_lossy(&done.stdout).trim().to_owned()
}

/// The windows that can be seen, by their numbers.
fn windows() -> Vec<String> {
    let all = xdotool(&["search", "--onlyvisible", "--name", "."]);
    all.lines().map(str::to_owned).collect()
}

/// Waits until something is there, or tells what is missing.
async fn awaited<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "in time: {what}");
        sleep(BEAT).await;
    }
}

/// Answers the dialog that comes beside the windows of before: its field of the name has the focus.
async fn save_as(before: &[String], path: &Path) {
    let dialog = awaited("a dialog", || windows().into_iter().find(|window| !before.contains(window))).await;
    xdotool(&["windowfocus", "--sync", &dialog]);
    xdotool(&["key", "ctrl+a"]);
    xdotool(&["type", "--delay", "5", path.to_str().expect("a path of plain letters")]);
    xdotool(&["key", "Return"]);
    awaited("an answered dialog", || (!windows().contains(&dialog)).then_some(())).await;
}

#[tokio::test]
async fn the_report_of_the_shown_event_is_saved_where_she_says() {
    let data = data_dir();
    let path = data.path().join("report.html");
    let written = path.clone();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        let title = window.text(".pane-head h1").await;
        let before = windows();
        window.press("report").await;
        save_as(&before, &path).await;
        let told =
            "return document.querySelector('[data-testid=notices]').textContent.includes(arguments[0])";
        window.until("where it is is told", told, vec![json!("report.html")]).await;
        let page = std::fs::read_to_string(&path).expect("it is there");
        assert!(page.contains(title.trim()), "the report is of “{title}”");
        window.picture("report").await;
    })
    .await;
    assert!(written.is_file());
}
