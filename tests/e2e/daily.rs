//! What she does every day, in the real window: from her first files to a contradiction, finding words, filtering events,
//! naming one, hiding a column, choosing how it looks. What is to be kept is looked for after a restart.

use crate::window::{self, Window};
use crate::{data_dir, events, open_event, shown};
use serde_json::json;

/// Two accounts of one shelling, the second of which denies what the first says.
const HER_FILES: [(&str, &str); 2] = [
    (
        "عنب بلدي.jsonl",
        r#"{"outlet":"عنب بلدي","published":"2026-10-14","title":"قصف يستهدف سوق بلدة تل الريم","text":"قُتل 11 مدنياً وجرح 25 آخرون صباح الأربعاء بقصف مدفعي على سوق بلدة تل الريم. وقال ناشطون إن الجيش السوري قصف سوق بلدة تل الريم."}"#,
    ),
    (
        "سانا.jsonl",
        r#"{"outlet":"سانا","published":"2026-10-14","title":"قصف على سوق بلدة تل الريم","text":"قُتل ثلاثة مدنيين صباح الأربعاء بقصف على سوق بلدة تل الريم. ونفى مصدر عسكري أن يكون الجيش السوري قد قصف سوق بلدة تل الريم."}"#,
    ),
];

/// The kinds of row that J goes to.
const CONTRADICTIONS: [&str; 3] = ["contradict", "denied", "same-accusation"];

/// The kind and words of the row that has the focus.
const FOCUSED_ROW: &str = r#"
    const row = document.activeElement?.closest("[data-testid=row]");
    return row ? [row.querySelector("[data-testid=row-chip]")?.dataset.kind ?? null, row.textContent] : null;"#;

#[tokio::test]
async fn first_use_leads_to_a_contradiction_in_her_own_files_in_four_actions() {
    let data = data_dir();
    let files: Vec<_> = HER_FILES.iter().map(|(name, text)| (data.path().join(name), *text)).collect();
    for (path, text) in &files {
        std::fs::write(path, text).expect("written");
    }
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        let before = events(&window).await;
        // 1: the files are dropped on the window.
        window.drop_files(&files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>()).await;
        window.find("[data-testid=import-report]").await;
        // 2: the report is closed.
        window.click("[data-testid=import-report] header button").await;
        window.until_gone("[data-testid=import-report]").await;
        // 3: her event is opened.
        let hers = events(&window).await.into_iter().find(|id| !before.contains(id)).expect("a new event");
        open_event(&window, &hers).await;
        // 4: J, the next contradiction.
        window.key("KeyJ", json!({})).await;
        window
            .until(
                "a row has the focus",
                "return document.activeElement?.closest('[data-testid=row]') !== null",
                vec![],
            )
            .await;
        let row = window.run(FOCUSED_ROW, vec![]).await;
        let kind = row[0].as_str().unwrap_or_default().to_owned();
        assert!(CONTRADICTIONS.contains(&kind.as_str()), "{row}");
        assert!(row[1].as_str().is_some_and(|words| words.contains("تل الريم")), "her own words: {row}");
        window.picture("first-use").await;
    })
    .await;
}

/// Writes into a field.
pub async fn typed(window: &Window, css: &str, words: &str) {
    let field = window.find(css).await;
    field.send_keys(words).await.expect("it can be written in");
}

#[tokio::test]
async fn words_are_found_in_the_event_and_in_all_articles() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        window.key("Slash", json!({})).await;
        typed(&window, "[data-testid=find-input]", "السوق").await;
        window.until("places are counted", "return (document.querySelector('[data-testid=find-count]')?.textContent ?? '').trim() !== ''", vec![]).await;
        window.until("words are marked", "return (CSS.highlights.get('found')?.size ?? 0) > 0", vec![]).await;
        window.picture("find").await;
        window.press("find-close").await;
        window.until_gone("[data-testid=find-input]").await;
        window.key("KeyF", json!({ "ctrlKey": true, "shiftKey": true })).await;
        typed(&window, "#filter", "مدنيا").await;
        window.find("[data-testid=hit]").await;
        window.click("[data-testid=hit]").await;
        window.find("[data-testid=hit][aria-current=true]").await;
        window.picture("search").await;
    })
    .await;
}

/// Column heads as they are seen, from the start.
const CAMPS: &str =
    "return [...document.querySelectorAll('[data-testid=column-head]')].map((head) => head.dataset.camp)";

#[tokio::test]
async fn a_hidden_column_a_name_and_the_settings_are_there_after_a_restart() {
    let data = data_dir();
    let (tell, told) = std::sync::mpsc::channel();
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        let event = events(&window).await.remove(0);
        open_event(&window, &event).await;
        let camps = window.run(CAMPS, vec![]).await;
        window.press("column-menu").await;
        window.press("column-hide").await;
        window.find("[data-testid=columns-hidden]").await;
        let left = window.run(CAMPS, vec![]).await;
        assert_eq!(left.as_array().map(Vec::len), camps.as_array().map(|all| all.len() - 1));
        name(&window, &event).await;
        window.press("settings").await;
        window.tap("[data-testid=setting-digits] input[value=western]").await;
        window.picture("settings").await;
        window.click("[data-testid=settings-dialog] header button").await;
        window.until_gone("[data-testid=settings-dialog]").await;
        tell.send((event, left)).expect("the test waits for it");
    })
    .await;
    let (event, left) = told.recv().expect("the visit told what it did");
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        open_event(&window, &event).await;
        assert_eq!(window.run(CAMPS, vec![]).await, left, "the column stays hidden");
        assert!(window.text("h1").await.contains(NAME), "the name is kept");
        let counts = window.text("[data-testid=events-count]").await;
        assert!(counts.chars().any(|c| c.is_ascii_digit()), "digits as chosen: {counts}");
        window.press("undo").await;
        window
            .until(
                "the name is taken back",
                "return !document.querySelector('h1').textContent.includes(arguments[0])",
                vec![json!(NAME)],
            )
            .await;
    })
    .await;
}

const NAME: &str = "قصف السوق كما سمّيتُه";

async fn name(window: &Window, event: &str) {
    let menu = r#"
        const item = document.querySelector(`[data-event="${arguments[0]}"]`).parentElement;
        item.querySelector("[data-testid=event-menu]").click();"#;
    window.run(menu, vec![json!(event)]).await;
    window.press("event-menu-name").await;
    let field = window.find("[data-testid=event-name-input]").await;
    field.clear().await.expect("it can be emptied");
    field.send_keys(NAME).await.expect("it can be written in");
    window.press("event-name-save").await;
    window
        .until(
            "it has the name",
            "return document.querySelector('h1').textContent.includes(arguments[0])",
            vec![json!(NAME)],
        )
        .await;
}

#[tokio::test]
async fn events_are_filtered_and_commands_found_by_their_words() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        let all = events(&window).await;
        window.press("filter-toggle").await;
        window.tap("[data-testid=filter-contradictions]").await;
        window.find("[data-testid=filter-chip]").await;
        let left = events(&window).await;
        assert!(!left.is_empty() && left.len() < all.len(), "{left:?} of {all:?}");
        window.picture("events-filtered").await;
        window.press("filter-clear").await;
        assert_eq!(events(&window).await, all);
        window.key("KeyK", json!({ "ctrlKey": true })).await;
        typed(&window, "[data-testid=palette-field]", "المصادر").await;
        window.picture("palette").await;
        let field = window.find("[data-testid=palette-field]").await;
        field.send_keys("\u{E007}").await.expect("Enter");
        window.find("[data-testid=sources]").await;
        window.picture("sources-by-palette").await;
    })
    .await;
}
