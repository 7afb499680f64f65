//! Where letters stand in the engine that readers have: marks move none of them, and cut no word.

use crate::window::{self, Window};
use crate::{data_dir, open_last_event, shown};
use serde_json::{Value, json};

/// Pixels by which a letter may stand elsewhere.
const STILL: f64 = 0.1;

/// Pixels by which a word may be wider or narrower: the engine tells the edges of an element's text in whole pixels, and a
/// join that breaks makes words of some letters wider by five and more.
const SNAPPED: f64 = 1.5;

/// The box of every letter in the first two rows, which are drawn in any case, in the order of the document.
const LETTERS: &str = r#"
    const boxes = [];
    const range = document.createRange();
    for (const text of document.querySelectorAll(":is([aria-rowindex='2'], [aria-rowindex='3']) .txt")) {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            for (let at = 0; at < walker.currentNode.nodeValue.length; at += 1) {
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + 1);
                const { left, top, right, bottom } = range.getBoundingClientRect();
                boxes.push([left, top, right, bottom]);
            }
        }
    }"#;

/// How far the letter that moved most stands from where it was, and how many letters there are.
const MOVED: &str = r#"
    const before = window.lettersBefore;
    if (before.length !== boxes.length) return [before.length, boxes.length, 1e9];
    const far = boxes.map((box, n) => Math.max(...box.map((edge, side) => Math.abs(edge - before[n][side]))));
    return [before.length, boxes.length, Math.max(...far)];"#;

/// The words that are another width with marks than without any element in them; and how many were measured. Signs of a voice
/// stand beside words, so texts with such are left out.
const WIDTHS: &str = r#"
    const range = document.createRange();
    function words(shown) {
        const letters = [];
        const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            for (let at = 0; at < walker.currentNode.nodeValue.length; at += 1) letters.push([walker.currentNode, at]);
        }
        return [...shown.textContent.matchAll(/\S+/g)].map((word) => {
            const [first, last] = [letters[word.index], letters[word.index + word[0].length - 1]];
            range.setStart(first[0], first[1]);
            range.setEnd(last[0], last[1] + 1);
            const edges = [...range.getClientRects()].flatMap(({ left, right }) => [left, right]);
            return [word[0], Math.max(...edges) - Math.min(...edges)];
        });
    }
    let measured = 0;
    const other = [];
    for (const text of document.querySelectorAll("[data-testid=cell] .txt:not(:has(.shape))")) {
        const plain = text.cloneNode(false);
        plain.textContent = text.textContent;
        const marked = words(text);
        text.after(plain);
        const unmarked = words(plain);
        plain.remove();
        measured += marked.length;
        marked.forEach(([word, width], n) => Math.abs(width - unmarked[n][1]) > arguments[0] && other.push([word, width, unmarked[n][1]]));
    }
    return [measured, other];"#;

/// Switches all layers on or off.
async fn layers(window: &Window, on: bool) {
    let switch = r#"
        for (const layer of document.querySelectorAll("[data-testid=layer]")) if (layer.checked !== arguments[0]) layer.click();"#;
    let _ = window.run(switch, vec![json!(on)]).await;
    window.frame().await;
}

async fn moved(window: &Window) -> (usize, f64) {
    let told = window.run(&format!("{LETTERS}{MOVED}"), vec![]).await;
    let (before, after, far): (usize, usize, f64) = serde_json::from_value(told).expect("counts");
    assert_eq!(before, after, "as many letters as before");
    (after, far)
}

#[tokio::test]
async fn no_mark_moves_a_letter_or_cuts_a_word_in_the_readers_engine() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        open_last_event(&window).await;
        layers(&window, false).await;
        let _ = window.run(&format!("{LETTERS} window.lettersBefore = boxes;"), vec![]).await;
        layers(&window, true).await;
        let (letters, far) = moved(&window).await;
        assert!(letters > 500, "{letters} letters");
        assert!(far <= STILL, "a letter moved by {far} px");

        let told = window.run(WIDTHS, vec![json!(SNAPPED)]).await;
        let (measured, other): (usize, Vec<Value>) = serde_json::from_value(told).expect("counts and words");
        assert!(measured > 30, "{measured} words");
        assert!(other.is_empty(), "words of another width with marks: {other:?}");

        window.key("KeyN", json!({})).await;
        window.frame().await;
        let names = r#"
            return [...document.querySelectorAll("[data-neutral]")]
                .map((name) => [name.dataset.neutral, name.textContent, name.getBoundingClientRect().width]);"#;
        let shown: Vec<(String, String, f64)> =
            serde_json::from_value(window.run(names, vec![]).await).expect("names");
        assert!(!shown.is_empty(), "loaded names have given way");
        for (neutral, written, width) in shown {
            assert!(neutral.contains('[') && !written.is_empty(), "{neutral} for {written}");
            assert!(width > 40.0, "{neutral} is {width} px wide");
        }
        window.picture("neutral").await;
        window.key("KeyN", json!({})).await;
        window.frame().await;
        let (_, far) = moved(&window).await;
        assert!(far <= STILL, "a letter moved by {far} px once the names were back");
    })
    .await;
}
