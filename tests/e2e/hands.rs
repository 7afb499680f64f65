//! Her hands on the window: real keys and a real pointer, as the driver gives them to the web view.

use crate::window::Window;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use serde_json::{Value, json};
use std::time::Duration;

/// Keys that write no letter, as `WebDriver` names them.
pub const CTRL: char = '\u{E009}';
pub const ALT: char = '\u{E00A}';
pub const SHIFT: char = '\u{E008}';
pub const ENTER: char = '\u{E007}';

/// The middle of the first (or last) letter of the words of the element `arguments[0]`, once they are in sight; a letter
/// is begun at the right.
const LETTER: &str = r#"
    const [css, first] = arguments;
    const element = document.querySelector(css);
    element.scrollIntoView({ block: "nearest" });
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode.textContent.trim() !== "") nodes.push(walker.currentNode);
    const node = first ? nodes[0] : nodes.at(-1);
    const length = node.textContent.trimEnd().length;
    const range = document.createRange();
    range.setStart(node, first ? 0 : length - 1);
    range.setEnd(node, first ? 1 : length);
    const box = range.getBoundingClientRect();
    return [Math.round(first ? box.right - 1 : box.left + 1), Math.round((box.top + box.bottom) / 2)];"#;

impl Window {
    /// Presses a key while others are held, where the focus is.
    pub async fn chord(&self, held: &[char], key: char) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in held.iter().chain([&key]) {
            keys = keys.then(KeyAction::Down { value: *value });
        }
        for value in [&key].into_iter().chain(held.iter().rev()) {
            keys = keys.then(KeyAction::Up { value: *value });
        }
        self.client().perform_actions(keys).await.expect("keys can be pressed");
    }

    /// Selects the words of an element by dragging the pointer from their first letter to their last.
    pub async fn drag_over(&self, css: &str) {
        self.find(css).await;
        let to =
            |(x, y): (f64, f64)| PointerAction::MoveTo { duration: Some(Duration::from_millis(50)), x, y };
        let (first, last) = (self.letter(css, true).await, self.letter(css, false).await);
        let drag = MouseActions::new("pointer".to_owned())
            .then(to(first))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to(last))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client().perform_actions(drag).await.expect("the pointer can be dragged");
    }

    async fn letter(&self, css: &str, first: bool) -> (f64, f64) {
        let place = self.run(LETTER, vec![json!(css), json!(first)]).await;
        serde_json::from_value(place).unwrap_or_else(|error| panic!("{css} has no words: {error}"))
    }

    /// Clicks what is drawn by something else: the box of a choice is not seen itself.
    pub async fn tap(&self, css: &str) {
        self.find(css).await;
        self.run("document.querySelector(arguments[0]).click()", vec![json!(css)]).await;
    }

    /// Presses a key by its place, where the focus is.
    pub async fn key(&self, code: &str, more: Value) {
        let script = r#"
            const init = { code: arguments[0], bubbles: true, cancelable: true, ...arguments[1] };
            (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", init));"#;
        self.run(script, vec![json!(code), more]).await;
    }
}
