//! Words out of the window and into it by the clipboard: copied with their source, and pasted as an article.

use crate::daily::typed;
use crate::hands::{ALT, CTRL, ENTER};
use crate::window::{self, Window};
use crate::{data_dir, events, open_event, open_last_event, shown};
use serde_json::json;

/// A text that she has from somewhere: its title in the first line, then its body.
const TITLE: &str = "انهيار بئر في قرية عين الريحان";
const BODY: &str = "توفي عاملان مساء السبت بانهيار بئر كانا يحفرانه في قرية عين الريحان.";

/// The words in an element, their article and where they begin in it, and on whose word they are told and how.
const WORDS: &str = r#"
    const words = document.querySelector(arguments[0]);
    const { textOf, start, saidBy, saidAs } = words.dataset;
    return [words.textContent.trim(), textOf, Number(start), saidBy ?? null, saidAs ?? null];"#;

const VALUE: &str = "return document.querySelector(arguments[0]).value";

async fn value(window: &Window, css: &str) -> String {
    window.run(VALUE, vec![json!(css)]).await.as_str().expect("a field has a value").to_owned()
}

/// Opens the box for a text; the focus is in it.
async fn paste_box(window: &Window) {
    window.press("import-menu").await;
    window.press("import-text").await;
    let focus = "return document.activeElement?.dataset.testid === 'paste-text'";
    window.until("the box has the focus", focus, vec![]).await;
}

#[tokio::test]
async fn words_are_copied_with_their_source_and_a_text_is_pasted_as_an_article() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        open_last_event(&window).await;
        copied_from_a_column(&window).await;
        copied_from_the_table(&window).await;
        pasted(&window).await;
    })
    .await;
}

/// Words as they are read, and what is known of them.
struct Words {
    text: String,
    article: String,
    start: usize,
    said_by: Option<String>,
    said_as: Option<String>,
}

/// Selects the words of an element, copies them, and reads in the box for texts what came of it, by lines.
async fn copied(window: &Window, css: &str) -> (Words, Vec<String>) {
    window.find(css).await;
    let (text, article, start, said_by, said_as) =
        serde_json::from_value(window.run(WORDS, vec![json!(css)]).await).expect("words of an article");
    let words = Words { text, article, start, said_by, said_as };
    window.drag_over(css).await;
    let selected = "return getSelection().toString().trim() === arguments[0]";
    window.until("they are selected", selected, vec![json!(words.text)]).await;
    window.picture("copy-selected").await;
    window.chord(&[CTRL], 'c').await;
    let told = "return document.querySelector('[data-testid=notices]').textContent.includes('ومعه مصدره')";
    window.until("the copy is told", told, vec![]).await;
    paste_box(window).await;
    // What was in it when it was closed is there still, and what is pasted takes its place.
    window.chord(&[CTRL], 'a').await;
    window.chord(&[CTRL], 'v').await;
    let begins = "return document.querySelector('[data-testid=paste-text]').value.startsWith(arguments[0])";
    window.until("they are pasted", begins, vec![json!(words.text)]).await;
    let pasted = value(window, "[data-testid=paste-text]").await;
    window.picture("copy-pasted").await;
    window.click("[data-testid=paste-dialog] header button").await;
    window.until_gone("[data-testid=paste-dialog]").await;
    (words, pasted.lines().map(str::to_owned).collect())
}

/// The last lines of a citation: where the words stand, and the bytes that they are from.
fn placed(words: &Words, lines: &[String]) {
    let Words { text, article, start, .. } = words;
    let end = start + text.chars().count();
    assert!(lines.contains(&format!("Riwayat {article}:{start}-{end}")), "where they stand: {lines:?}");
    let hash = lines.last().and_then(|line| line.strip_prefix("SHA-256 ")).unwrap_or_default();
    assert!(hash.len() == 64 && hash.starts_with(article), "the bytes they are from: {lines:?}");
}

/// A sentence of a column: its words, then whose they are.
async fn copied_from_a_column(window: &Window) {
    let (words, lines) = copied(window, "[data-testid=cell] .txt").await;
    assert_eq!(lines[0], words.text, "the words as they stand");
    assert_eq!(lines[1], source(window, &words.article).await, "whose they are");
    assert_eq!(words.said_by, None, "the sentence itself tells who says it");
    assert!(!lines.iter().any(|line| line.contains("القائل")), "{lines:?}");
    placed(&words, &lines);
}

/// A claim of the table of accounts, which somebody denies: what is copied says that he does.
async fn copied_from_the_table(window: &Window) {
    window.chord(&[ALT], '2').await;
    let denials = "[data-testid=slot-cell][data-state=denies]";
    window.click(denials).await;
    let css = "[data-testid=slot-sentences] [data-said-as=denied][data-said-by]";
    let (words, lines) = copied(window, css).await;
    assert_eq!(lines[0], words.text, "the words as they stand");
    assert!(lines[1].starts_with("— "), "whose they are: {lines:?}");
    assert_eq!(words.said_as.as_deref(), Some("denied"));
    let voice = words.said_by.as_deref().unwrap_or_default();
    assert!(lines.contains(&format!("القائل: {voice} (ينفي)")), "who denies them: {lines:?}");
    placed(&words, &lines);
    window.chord(&[ALT], '1').await;
    shown(window).await;
}

/// What a citation tells of the sample's first report, from the fields of the open article.
async fn source(window: &Window, article: &str) -> String {
    window.click(&format!("[data-testid=column-article][data-article=\"{article}\"]")).await;
    window.find("[data-testid=title-input]").await;
    let outlet = value(window, "[data-testid=outlet-input]").await;
    let title = value(window, "[data-testid=title-input]").await;
    assert_eq!(value(window, "[data-testid=date-input]").await, "2026-03-10");
    window.press("article-close").await;
    format!("— {outlet}، «{title}»، ١٠ آذار ٢٠٢٦ ١٣:٠٥")
}

/// Takes all that is in the box out of it, into the clipboard.
async fn cut(window: &Window) {
    window.chord(&[CTRL], 'a').await;
    window.chord(&[CTRL], 'x').await;
    let empty = "return document.querySelector('[data-testid=paste-text]').value === ''";
    window.until("the box is empty", empty, vec![]).await;
}

/// Takes a text by the clipboard into the box, adds it, and finds its words side by side and its title in the list.
async fn pasted(window: &Window) {
    let before = events(window).await;
    paste_box(window).await;
    cut(window).await;
    typed(window, "[data-testid=paste-text]", &format!("{TITLE}{ENTER}{BODY}")).await;
    cut(window).await;
    window.chord(&[CTRL], 'v').await;
    let whole = "return document.querySelector('[data-testid=paste-text]').value === arguments[0]";
    window.until("the text is pasted", whole, vec![json!(format!("{TITLE}\n{BODY}"))]).await;
    window.press("paste-add").await;
    window.find("[data-testid=import-report]").await;
    let failed = window.all("[data-testid=report-source][data-outcome=failed]").await;
    assert!(failed.is_empty(), "{}", window.text("[data-testid=import-report]").await);
    window.click("[data-testid=import-report] header button").await;
    window.until_gone("[data-testid=import-report]").await;
    let hers = events(window).await.into_iter().find(|id| !before.contains(id)).expect("a new event");
    open_event(window, &hers).await;
    assert!(window.text("h1").await.contains(TITLE), "its first line is its title");
    let cells = "return [...document.querySelectorAll('[data-testid=cell] .txt')].map((words) => words.textContent.trim())";
    assert_eq!(window.run(cells, vec![]).await, json!([BODY]), "its words stand side by side");
    let camps = "return [...document.querySelectorAll('[data-testid=cell][data-state=text]')].map((cell) => cell.dataset.camp)";
    assert_eq!(window.run(camps, vec![]).await, json!(["unassigned"]), "and under nobody's camp");
    window.picture("pasted").await;
}
