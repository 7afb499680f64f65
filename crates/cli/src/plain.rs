//! Answers for people who read a terminal: short, plain text. Programs ask for `--json`.

use riwayat_app::view::SearchView;
use riwayat_app::wire::{Article, Comparison};
use std::fmt::Write;

/// One article: who, when, and its claims with their voices.
pub fn article(a: &Article) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", or_dash(Some(&a.title)));
    let _ = writeln!(
        out,
        "{} | {} | {}",
        or_dash(a.outlet.as_deref()),
        or_dash(a.camp.as_deref()),
        or_dash(a.published.as_deref())
    );
    for c in &a.claims {
        let _ = writeln!(out, "- [{}] {}: {}", word(&c.polarity), or_dash(c.voice.text.as_deref()), c.text);
    }
    for q in &a.quantities {
        let _ = writeln!(out, "# {} = {}", q.text, bounds(q.min.map(|c| c.0), q.max.map(|c| c.0)));
    }
    out.push('\n');
    out
}

/// What was found, by event: who says it, and where it stands.
pub fn found(view: &SearchView) -> String {
    let mut out = String::new();
    for event in &view.events {
        let _ = writeln!(out, "{} ({})", event.title, or_dash(event.from.as_deref()));
        for s in &event.sentences {
            let outlet = or_dash(s.outlet.as_deref());
            let _ =
                writeln!(out, "  {outlet} | {} | {}:{}-{} | {}", s.camp, s.article, s.start, s.end, s.text);
        }
    }
    let _ = writeln!(out, "{} sentences in {} articles", view.sentences, view.articles);
    if view.left_off > 0 {
        let _ = writeln!(out, "{} of them are not listed; search for more words", view.left_off);
    }
    out
}

/// The events with their articles, and the relations between claims.
pub fn comparison(c: &Comparison) -> String {
    let mut out = String::new();
    for e in &c.events {
        let _ = writeln!(out, "{} ({})", e.title, or_dash(e.from.as_deref()));
        for id in &e.articles {
            let a = c.articles.iter().find(|a| a.id == *id);
            let told = a.map_or("—", |a| or_dash(a.outlet.as_deref()));
            let _ = writeln!(out, "  {} | {} | {}", told, or_dash(a.and_then(|a| a.camp.as_deref())), id);
        }
        let ids: Vec<_> = c
            .articles
            .iter()
            .filter(|a| e.articles.contains(&a.id))
            .flat_map(|a| a.claims.iter().map(|c| c.id.as_str()))
            .collect();
        for r in c.relations.iter().filter(|r| ids.contains(&r.a.as_str())) {
            let _ = writeln!(out, "  * {}: {}", word(&r.kind), r.why);
        }
    }
    out
}

fn or_dash(text: Option<&str>) -> &str {
    text.filter(|t| !t.is_empty()).unwrap_or("—")
}

fn bounds(min: Option<f64>, max: Option<f64>) -> String {
    let show = |v: Option<f64>| v.map_or_else(|| "…".to_owned(), |v| v.to_string());
    if min == max { show(min) } else { format!("{}–{}", show(min), show(max)) }
}

/// A closed word of the contract, as it stands in JSON.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The events, one a line: id, first day, how many articles, title.
pub fn events(c: &Comparison) -> String {
    let mut out = String::new();
    for e in &c.events {
        let _ = writeln!(out, "{}\t{}\t{}\t{}", e.id, or_dash(e.from.as_deref()), e.articles.len(), e.title);
    }
    out
}
