//! The real window: whether it still scrolls while ten thousand files are read, and how long a great event takes to open. Numbers
//! to be read, no test.
//!
//! `cargo bench -p riwayat-tests --features window --bench window`, under a display, after `scripts/test window` has built the
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
    const text = (id) => document.querySelector(`[data-testid=${id}]`)?.textContent.trim().slice(0, 40);
    const step = () => [text("progress"), text("import-report"), text("events-count")].filter(Boolean).join("; ");
    let last = start;
    function frame(now) {
        if (now > last) frames.push(now - last);
        if (now - last > 50) stalls.push(`${((now - start) / 1000).toFixed(1)} s: ${(now - last).toFixed(0)} ms (${step()})`);
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
    great_event().await;
    scrolling_under_an_import().await;
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Sixty accounts of one shelling, of fifty sentences each.
fn accounts() -> String {
    const CAMPS: [&str; 3] = ["pro-sdf", "opposition", "pro-government"];
    let account = |n: usize| {
        let mut text = format!("قُتل {} مدنيين صباح السبت بقصف مدفعي على سوق بلدة تل الريم.\n\n", n % 7 + 3);
        for sentence in 1..50 {
            let (hurt, street) = ((n + sentence) % 9 + 2, sentence * 3);
            text += &format!(
                "ونقلت فرق الإسعاف {hurt} جرحى من الشارع رقم {street} في بلدة تل الريم إلى المشفى رقم {sentence}، بحسب مصدر طبي.\n\n"
            );
        }
        json!({
            "id": format!("a{n}"), "outlet": format!("منبر {n}"), "camp": CAMPS[n % 3], "published": "2026-03-14",
            "title": format!("قصف سوق بلدة تل الريم يوقع {} قتلى", n % 7 + 3), "text": text,
        })
        .to_string()
    };
    (0..60).map(account).collect::<Vec<_>>().join("\n")
}

/// Clicks an event, and keeps how long it takes until other rows than before are drawn and in sight.
const OPENED: &str = r#"
    const before = document.querySelector("[role=grid]").getAttribute("aria-rowcount");
    const start = performance.now();
    document.querySelector(arguments[0]).click();
    window.opened = null;
    function look() {
        const grid = document.querySelector(`[role=grid]:not([aria-rowcount="${before}"])`);
        const row = grid?.querySelector("[data-testid=row]")?.getBoundingClientRect();
        if (!row || row.height === 0 || row.top > innerHeight) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => {
            window.opened = `${(performance.now() - start).toFixed(0)} ms to the first of ${grid.getAttribute("aria-rowcount") - 1} rows`;
        }));
    }
    requestAnimationFrame(look);"#;

/// The event with the most articles, and another.
const EVENTS: &str = r#"
    const ids = [...document.querySelectorAll("[data-testid=event]")].map((event) => [event.dataset.event, event.textContent]);
    const great = ids.find(([, text]) => /٦٠/.test(text)) ?? ids[0];
    return [great[0], ids.find(([id]) => id !== great[0])[0], great[1]];"#;

async fn great_event() {
    let (data, folder) = (folder(), folder());
    let path = folder.path().join("accounts.jsonl");
    std::fs::write(&path, accounts()).expect("written");
    window::open(data.path(), |window| async move {
        window.find("[data-testid=row]").await;
        window.drop_files(&[path]).await;
        window.click("[data-testid=import-report] button").await;
        window.until_gone("[data-testid=import-report]").await;
        let (great, other, title): (String, String, String) =
            serde_json::from_value(window.run(EVENTS, vec![]).await).expect("two events");
        println!("{}", title.split_whitespace().collect::<Vec<_>>().join(" "));
        for (name, id) in [
            ("great", &great),
            ("another", &other),
            ("great", &great),
            ("another", &other),
            ("great", &great),
        ] {
            sleep(Duration::from_secs(3)).await;
            let css = format!("[data-testid=event][data-event=\"{id}\"]");
            let _ = window.run(OPENED, vec![json!(css)]).await;
            window.until("it is open", "return window.opened !== null", vec![]).await;
            let told = window.run("return window.opened", vec![]).await;
            println!("{name} event: {}", told.as_str().expect("words"));
        }
        window.picture("great").await;
    })
    .await;
}

async fn scrolling_under_an_import() {
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
