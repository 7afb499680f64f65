//! What she does with events: merges two and takes it back, moves an article to another and takes it back.

use crate::hands::{CTRL, SHIFT};
use crate::window::{self, Window};
use crate::{data_dir, open_event, shown};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The list as it is read: title, and what stands under it.
const LIST: &str = r#"
    return [...document.querySelectorAll("[data-testid=event]")]
        .map((event) => [event.dataset.event, [event.querySelector("b").textContent.trim(), event.querySelector("small").textContent]]);"#;

/// The articles that have a place in the columns.
const ARTICLES: &str = r#"
    return [...document.querySelectorAll("[data-testid=column-article]")].map((button) => button.dataset.article);"#;

/// The articles whose sentences stand in rows.
const TOLD: &str = r#"
    return [...new Set([...document.querySelectorAll("[data-testid=cell] [data-text-of]")].map((words) => words.dataset.textOf))];"#;

type List = BTreeMap<String, (String, String)>;

async fn list(window: &Window) -> List {
    let list: Vec<(String, (String, String))> =
        serde_json::from_value(window.run(LIST, vec![]).await).expect("a list");
    list.into_iter().collect()
}

async fn articles(window: &Window, event: &str) -> BTreeSet<String> {
    open_event(window, event).await;
    serde_json::from_value(window.run(ARTICLES, vec![]).await).expect("ids")
}

/// Waits until the list has so many events and nothing is compared any more.
async fn settled(window: &Window, events: usize) {
    let script = r#"
        return document.querySelectorAll("[data-testid=event]").length === arguments[0]
            && document.querySelector("[data-testid=app]").getAttribute("aria-busy") === "false""#;
    window.until(&format!("{events} events"), script, vec![json!(events)]).await;
    window.until_gone("[data-testid=loading]").await;
    shown(window).await;
}

/// Opens the menu of an event by its key, and chooses.
async fn choose(window: &Window, event: &str, choice: &str) {
    let focus = format!("[data-testid=event][data-event=\"{event}\"]");
    window.run("document.querySelector(arguments[0]).focus()", vec![json!(focus)]).await;
    window.key("ContextMenu", json!({})).await;
    window.press(&format!("event-menu-{choice}")).await;
}

/// How many articles the list says an event has.
fn count(list: &List, event: &str) -> u32 {
    let told = &list[event].1;
    let part = told
        .split(" · ")
        .find(|part| part.contains("مقال"))
        .unwrap_or_else(|| panic!("no articles in {told}"));
    if part.contains("مقالان") || part.contains("مقالين") {
        return 2;
    }
    let digits: String = part
        .chars()
        .filter_map(|c| "٠١٢٣٤٥٦٧٨٩".chars().position(|d| d == c))
        .map(|d| d.to_string())
        .collect();
    digits.parse().unwrap_or(1)
}

#[tokio::test]
async fn events_are_merged_and_an_article_moved_and_both_taken_back() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        let before = list(&window).await;
        let mut members = BTreeMap::new();
        for event in before.keys() {
            members.insert(event.clone(), articles(&window, event).await);
            assert_eq!(count(&before, event) as usize, members[event].len(), "{:?}", before[event]);
        }
        merged(&window, &before, &members).await;
        moved(&window, &before, &members).await;
    })
    .await;
}

/// The events of fewest and of most articles.
fn ends(members: &BTreeMap<String, BTreeSet<String>>) -> (String, String) {
    let by_size = |least: bool| {
        let of = |(_, articles): &(&String, &BTreeSet<String>)| articles.len();
        let found = if least { members.iter().min_by_key(of) } else { members.iter().max_by_key(of) };
        found.expect("the sample has events").0.clone()
    };
    (by_size(true), by_size(false))
}

/// The list again as it was.
async fn as_before(window: &Window, before: &List) {
    settled(window, before.len()).await;
    assert_eq!(&list(window).await, before, "the list reads as it did");
}

/// Every event with its own articles again.
async fn all_as_before(window: &Window, before: &List, members: &BTreeMap<String, BTreeSet<String>>) {
    as_before(window, before).await;
    for (event, own) in members {
        assert_eq!(&articles(window, event).await, own, "{:?}", before[event]);
    }
}

async fn merged(window: &Window, before: &List, members: &BTreeMap<String, BTreeSet<String>>) {
    let (one, other) = ends(members);
    let all: BTreeSet<String> = members[&one].union(&members[&other]).cloned().collect();
    choose(window, &one, "merge").await;
    window.click(&format!("[data-testid=merge-choice][data-event=\"{other}\"]")).await;
    settled(window, before.len() - 1).await;
    let together = holding(window, &all).await;
    assert_eq!(count(&list(window).await, &together) as usize, all.len(), "the list counts them together");
    window.picture("merged").await;
    window.chord(&[CTRL], 'z').await;
    all_as_before(window, before, members).await;
    window.chord(&[CTRL, SHIFT], 'z').await;
    settled(window, before.len() - 1).await;
    assert_eq!(holding(window, &all).await, together, "made again");
    window.chord(&[CTRL], 'z').await;
    as_before(window, before).await;
}

/// The event that has these articles and no other.
async fn holding(window: &Window, all: &BTreeSet<String>) -> String {
    for event in list(window).await.into_keys() {
        if &articles(window, &event).await == all {
            return event;
        }
    }
    panic!("no event has {all:?}");
}

async fn moved(window: &Window, before: &List, members: &BTreeMap<String, BTreeSet<String>>) {
    let (to, from) = ends(members);
    open_event(window, &from).await;
    let told: Vec<String> = serde_json::from_value(window.run(TOLD, vec![]).await).expect("ids");
    let article = told.first().expect("somebody tells it").clone();
    choose(window, &from, "move").await;
    window.picture("move-which").await;
    window.click(&format!("[data-testid=move-article][data-article=\"{article}\"]")).await;
    window.find("[data-testid=move-choice]").await;
    window.picture("move-where").await;
    window.click(&format!("[data-testid=move-choice][data-event=\"{to}\"]")).await;
    window.until_gone("[data-testid=move-dialog]").await;
    settled(window, before.len()).await;
    let mut left = members[&from].clone();
    left.remove(&article);
    let mut grown = members[&to].clone();
    grown.insert(article.clone());
    let (old, new) = (holding(window, &left).await, holding(window, &grown).await);
    let after = list(window).await;
    assert_eq!(
        (count(&after, &old) as usize, count(&after, &new) as usize),
        (left.len(), grown.len()),
        "{after:?}"
    );
    open_event(window, &new).await;
    // The rows below are drawn a few in each frame.
    let told =
        r#"return document.querySelector(`[data-testid=cell] [data-text-of="${arguments[0]}"]`) !== null"#;
    window.until("its sentences stand in rows of its new event", told, vec![json!(article)]).await;
    open_event(window, &old).await;
    let gone: Vec<String> = serde_json::from_value(window.run(TOLD, vec![]).await).expect("ids");
    assert!(!gone.contains(&article), "and no longer in those of the old");
    window.picture("moved").await;
    window.chord(&[CTRL], 'z').await;
    all_as_before(window, before, members).await;
    assert_eq!(
        window.run("return document.querySelector('[data-testid=undo]').disabled", vec![]).await,
        Value::Bool(true)
    );
}
