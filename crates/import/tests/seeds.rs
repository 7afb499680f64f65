//! The five real articles, read as a careful reader reads them: title, outlet, date, body, and nothing else in it.

mod common;

use common::{Known, one, shared};
use riwayat_import::Source;
use serde_json::Value;

/// Runs of white space to one space: the sources hold no-break and double spaces.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(gold: &Value, folder: &std::path::Path) -> Vec<String> {
    let text = |key: &str| gold[key].as_str().unwrap_or("");
    let article = one(&Source::Path(folder.join(text("file"))), &Known).expect("a seed can be read");
    let body = fold(&article.text);
    let mut wrong = Vec::new();
    let mut need = |ok: bool, what: String| {
        if !ok {
            wrong.push(format!("{}: {what}", text("id")));
        }
    };
    need(fold(&article.title) == fold(text("title")), format!("title: {}", article.title));
    need(article.outlet.as_deref() == gold["outlet"].as_str(), format!("outlet: {:?}", article.outlet));
    let published = article.published.map(|d| d.to_string());
    need(published.as_deref() == gold["published"].as_str(), format!("published: {published:?}"));
    need(
        body.starts_with(text("body_starts")),
        format!("body starts: {}", body.chars().take(80).collect::<String>()),
    );
    need(body.ends_with(text("body_ends")), format!("body ends: {:?}", article.text.lines().last()));
    for out in gold["boilerplate"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        need(article.text.lines().all(|line| fold(line) != fold(out)), format!("in the body: {out}"));
        let kept = article.left_out.iter().any(|l| fold(&l.text).contains(&fold(out)));
        need(kept, format!("neither in the body nor kept: {out}"));
    }
    wrong
}

#[test]
fn the_seeds_are_read_as_the_gold_says() {
    let Some(shared) = shared("seeds") else { return };
    let gold = std::fs::read_to_string(shared.join("gold/seeds.json")).unwrap();
    let gold: Value = serde_json::from_str(&gold).unwrap();
    let articles = gold["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 5);
    let wrong: Vec<String> = articles.iter().flat_map(|g| check(g, &shared.join("seeds"))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
