//! Whether the window still scrolls while ten thousand files are read: a measurement, to be read and not to be passed.
//!
//! `cargo bench -p riwayat-tests --features window --bench smooth`, under a display, after `scripts/test window` has built the
//! program.

#[path = "../e2e/window.rs"]
#[expect(dead_code, reason = "what the visits of the tests need besides")]
mod window;

use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use tokio::time::sleep;
use window::Window;

const FILES: usize = 10_000;

/// How long the board is scrolled, up and down at 3,000 pixels a second.
const LASTS: Duration = Duration::from_secs(10);

/// Scrolls the board, and keeps how long each frame took.
const SCROLL: &str = r#"
    const board = document.querySelector("[data-testid=board]");
    const [start, frames, stalls] = [performance.now(), [], []];
    Object.assign(window, { framesSeen: frames, stallsSeen: stalls });
    const step = () => document.querySelector("[data-testid=progress]")?.textContent.trim().slice(0, 40) ?? "nothing runs";
    let last = start;
    function frame(now) {
        if (now > last) frames.push(now - last);
        if (now - last > 250) stalls.push(`${((now - start) / 1000).toFixed(1)} s: ${(now - last).toFixed(0)} ms (${step()})`);
        last = Math.max(last, now);
        const room = board.scrollHeight - board.clientHeight;
        const way = ((now - start) / 1000 * 3000) % (2 * room);
        board.scrollTo({ top: way < room ? way : 2 * room - way, behavior: "instant" });
        if (now - start < arguments[0]) requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);"#;

const FRAMES: &str = r#"
    const frames = window.framesSeen;
    const long = frames.filter((frame) => frame > 32).length;
    const told = `${long} of ${frames.length} frames over 32 ms, the longest ${Math.max(...frames).toFixed(0)} ms`;
    return [told, ...window.stallsSeen].join("\n  ");"#;

fn files(folder: &Path) {
    for n in 0..FILES {
        let text = format!(
            "قافلة تصل إلى القرية {n}\n\nقال المجلس المحلي إن قافلة من {} شاحنة وصلت إلى القرية {n} صباح السبت.\n\nوأضاف أن المساعدات ستوزع على {} عائلة خلال يومين.",
            n % 40 + 2,
            n % 300 + 20,
        );
        std::fs::write(folder.join(format!("{n}.txt")), text).expect("it can be written");
    }
}

async fn scrolled(window: &Window) -> String {
    let _ = window.run(SCROLL, vec![json!(LASTS.as_millis() as u64)]).await;
    sleep(LASTS + Duration::from_secs(1)).await;
    let told: Value = window.run(FRAMES, vec![]).await;
    told.as_str().expect("frames were counted").to_owned()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let folder = || tempfile::tempdir().expect("a folder");
    let (data, folder) = (folder(), folder());
    files(folder.path());
    let path = folder.path().to_path_buf();
    window::open(data.path(), |window| async move {
        window.find("[data-testid=row]").await;
        println!("at rest: {}", scrolled(&window).await);
        window.drop_files(&[path]).await;
        window.find("[data-testid=progress]").await;
        println!("while {FILES} files are read: {}", scrolled(&window).await);
        window.picture("smooth").await;
        window.until_gone("[data-testid=progress]").await;
        window.click("[data-testid=import-report] button").await;
        println!("once they are there: {}", scrolled(&window).await);
    })
    .await;
}
