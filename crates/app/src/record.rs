//! One article as the engine takes it, whether it was just imported or comes out of a dossier.

use crate::words;
use jiff::civil::Date;
use riwayat_import::{Article as Imported, Origin};
use riwayat_store::{EffectiveArticle, Field};
use serde_json::Value;

/// What is known of an article before it is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Headline; empty where there is none.
    pub title: String,
    /// Body.
    pub text: String,
    /// Address.
    pub url: Option<String>,
    /// Outlet, as given, found or set.
    pub outlet: Option<String>,
    /// Camp, as given or set.
    pub camp: Option<String>,
    /// True where the analyst has set the camp, even to none.
    pub camp_decided: bool,
    /// Day of publication, stated or set.
    pub published: Option<Date>,
    /// The stated date as written.
    pub published_text: Option<String>,
    /// Where it came from, as shown.
    pub file: String,
    /// Of the original bytes.
    pub sha256: String,
    /// What to know about it ([`words::warning`]).
    pub warnings: Vec<Value>,
}

impl Record {
    /// A sentence with nothing round it.
    #[must_use]
    pub fn bare(text: &str, published: Option<Date>) -> Self {
        Self { text: text.to_owned(), published, ..Self::default() }
    }
}

impl From<&Imported> for Record {
    fn from(a: &Imported) -> Self {
        Self {
            title: a.title.clone(),
            text: a.text.clone(),
            url: a.url.clone(),
            outlet: a.outlet.clone(),
            camp: a.camp.clone(),
            camp_decided: false,
            published: a.published,
            published_text: a.published_text.clone(),
            file: place_of(&a.origin),
            sha256: a.sha256.clone(),
            warnings: a.warnings.iter().map(words::warning_value).collect(),
        }
    }
}

impl From<&EffectiveArticle> for Record {
    fn from(e: &EffectiveArticle) -> Self {
        let a = &e.article;
        Self {
            title: a.title.clone(),
            text: a.text.clone(),
            url: a.url.clone(),
            outlet: a.outlet.clone(),
            camp: a.camp.clone(),
            camp_decided: decided(e, Field::Camp),
            published: a.published,
            published_text: a.published_text.clone().filter(|_| !decided(e, Field::Published)),
            file: shown_place(&a.origin, a.line),
            sha256: a.sha256.clone(),
            warnings: a.warnings.clone(),
        }
    }
}

/// Where an article came from, as shown: a path, a path and line, or a given name.
#[must_use]
pub fn place_of(origin: &Origin) -> String {
    let (name, line) = place(origin);
    shown_place(&name, line)
}

/// Where an article came from: a path or given name, and the line in it.
#[must_use]
pub fn place(origin: &Origin) -> (String, Option<u64>) {
    match origin {
        Origin::File(path) => (path.display().to_string(), None),
        Origin::Line(path, line) => (path.display().to_string(), Some(*line as u64)),
        Origin::Given(name) => (name.clone(), None),
    }
}

/// A place and line as one text.
#[must_use]
pub fn shown_place(name: &str, line: Option<u64>) -> String {
    line.map_or_else(|| name.to_owned(), |line| format!("{name}:{line}"))
}

/// True where the analyst has set a field to something else than what was imported.
#[must_use]
pub fn decided(e: &EffectiveArticle, field: Field) -> bool {
    e.edits.iter().any(|edit| edit.field == field && edit.imported != e.value(field))
}
