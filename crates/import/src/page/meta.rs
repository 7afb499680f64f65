//! What a page says of itself: JSON-LD, Open Graph and other `meta` elements, `time`, the first headline.

use crate::line::Line;
use crate::pubdate::{self, Rank, Stated};
use scraper::{ElementRef, Html};
use serde_json::Value;

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub(super) title: Option<String>,
    /// Names of the site, the surest first.
    pub(super) site: Vec<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Stated>,
}

/// `meta` names and properties that state the day of publication, the surest first.
const PUBLISHED: [&str; 12] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "date",
];
/// Those that name the site.
const SITE: [&str; 4] = ["og:site_name", "application-name", "publisher", "dc.publisher"];
/// Those that give the headline.
const TITLE: [&str; 3] = ["og:title", "twitter:title", "dc.title"];

/// Everything of a page that is looked at here, in the order of the page.
#[derive(Default)]
struct Seen {
    /// (name, content), name in small letters.
    metas: Vec<(String, String)>,
    canonical: Option<String>,
    title: Option<String>,
    headings: Vec<String>,
    times: Vec<String>,
    linked: Vec<Value>,
}

/// Reads what the page says of itself.
pub(super) fn read(page: &Html) -> Meta {
    let mut seen = Seen::default();
    for element in page.tree.root().descendants().filter_map(ElementRef::wrap) {
        seen.look(element);
    }
    let object = seen.linked.iter().find_map(|value| article_object(value, 0));
    let meta = |names: &[&str]| {
        names
            .iter()
            .find_map(|n| seen.metas.iter().find(|(name, _)| name == n))
            .map(|(_, value)| value.clone())
    };
    let linked = |key: &str| object.and_then(|o| o.get(key)).and_then(text_of);
    let publisher = object.and_then(|o| o.get("publisher")).and_then(name_of);
    let heading = seen.headings.first().filter(|_| seen.headings.len() == 1).cloned();
    let times = seen.times.iter().find_map(|t| stated(t)).filter(|_| same_day(&seen.times));
    Meta {
        title: heading.or(meta(&TITLE)).or(linked("headline")).or(seen.title.clone()),
        site: publisher.into_iter().chain(meta(&SITE)).collect(),
        url: seen.canonical.clone().or(meta(&["og:url"])).filter(|url| url.contains("://")),
        published: linked("datePublished")
            .and_then(|t| stated(&t))
            .or(meta(&PUBLISHED).and_then(|t| stated(&t)))
            .or(times),
    }
}

impl Seen {
    fn look(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        match value.name() {
            "meta" => {
                let name = ["property", "name", "itemprop"].iter().find_map(|key| value.attr(key));
                if let (Some(name), Some(content)) = (name, value.attr("content").and_then(filled)) {
                    self.metas.push((name.trim().to_lowercase(), content));
                }
            }
            "link" if value.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or_else(|| value.attr("href").and_then(filled));
            }
            "title" if self.title.is_none() => self.title = filled(&text(element)),
            "h1" => self.headings.extend(filled(&text(element))),
            "time" => {
                let stated = value.attr("datetime").and_then(filled).or_else(|| filled(&text(element)));
                self.times.extend(stated);
            }
            "script" if value.attr("type") == Some("application/ld+json") => {
                self.linked.extend(serde_json::from_str::<Value>(text(element).trim()));
            }
            _ => {}
        }
    }
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The text with single spaces, where there is any.
fn filled(text: &str) -> Option<String> {
    Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

/// How deep JSON-LD is looked into: a graph, its items, their items.
const LINKED_DEPTH: usize = 4;

/// The first object of an article's type.
fn article_object(value: &Value, depth: usize) -> Option<&Value> {
    if depth > LINKED_DEPTH {
        return None;
    }
    match value {
        Value::Array(items) => items.iter().find_map(|item| article_object(item, depth + 1)),
        Value::Object(object) if object.get("@type").is_some_and(is_article) => Some(value),
        Value::Object(object) => ["@graph", "mainEntity", "mainEntityOfPage"]
            .iter()
            .find_map(|key| object.get(*key).and_then(|v| article_object(v, depth + 1))),
        _ => None,
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => {
            kind.ends_with("Article") || kind == "BlogPosting" || kind == "LiveBlogPosting"
        }
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

fn text_of(value: &Value) -> Option<String> {
    value.as_str().and_then(filled)
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::Array(items) => items.iter().find_map(name_of),
        Value::Object(object) => object.get("name").and_then(text_of),
        other => text_of(other),
    }
}

/// The day that a value states, in ISO form or in words.
fn stated(text: &str) -> Option<Stated> {
    let iso = pubdate::iso(text).map(|date| Stated {
        date,
        text: text.to_owned(),
        ambiguous: None,
        rank: Rank::Published,
    });
    iso.or_else(|| pubdate::stated(&Line::new(text)))
}

/// True where every `time` of the page is of one day: else some are of other articles.
fn same_day(times: &[String]) -> bool {
    let mut days = times.iter().filter_map(|t| stated(t)).map(|s| s.date);
    days.next().is_some_and(|first| days.all(|day| day == first))
}

/// A title without the site's name at its end.
pub(super) fn without_site<'t>(title: &'t str, site: &str) -> Option<&'t str> {
    let cut = title.strip_suffix(site)?.trim_end().strip_suffix(['|', '-', '–', '—', '•', '·'])?.trim_end();
    (!cut.is_empty()).then_some(cut)
}
