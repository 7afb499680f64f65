//! The use cases, and the only wire format.
//!
//! The command line and the window call nothing else. What needs no dossier is here as functions
//! ([`inspect`], [`compare_sources`], [`answer_pair`]); what does is a [`Desk`].

pub mod convert;
pub mod desk;
pub mod entries;
pub mod failure;
mod intake;
pub mod parts;
pub mod pipeline;
pub mod recent;
pub mod record;
mod sample;
pub mod search;
pub mod show;
pub mod view;
mod whole;
pub mod wire;
pub mod words;
pub mod written;

#[cfg(test)]
mod generated;

pub use convert::Lang;
pub use desk::{Desk, Watch};
pub use pipeline::{Knowledge, Prepared};
pub use record::Record;
pub use riwayat_import::{ImportError, Source};

use jiff::civil::Date;
use riwayat_compare::{Comparison, Decisions, Link};
use std::sync::Arc;

/// The camp of articles without one.
pub const UNASSIGNED: &str = "unassigned";

/// The version of the engine: results made by another are made anew.
#[must_use]
pub fn engine_version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Reads every article of some sources: those that could be read with their ids, and what could not.
///
/// `go_on(done)` is asked after each; where it says no, reading stops.
pub fn read_sources(
    sources: &[Source],
    know: &Knowledge,
    go_on: &mut dyn FnMut(usize) -> bool,
) -> (Vec<(String, riwayat_import::Article)>, Vec<ImportError>) {
    let (mut articles, mut failed) = (Vec::new(), Vec::new());
    let mut more = true;
    for source in sources {
        if !more {
            break;
        }
        riwayat_import::read_source(source, know, &mut |outcome| {
            match outcome {
                Ok(article) => articles.push(article),
                Err(error) => failed.push(error),
            }
            more = go_on(articles.len() + failed.len());
            more
        });
    }
    let ids = pipeline::ids(&articles);
    (ids.into_iter().zip(articles).collect(), failed)
}

/// Reads articles and what they say, in memory. `published` stands where an article states no date.
pub fn inspect(
    sources: &[Source],
    published: Option<Date>,
    know: &Knowledge,
) -> (Vec<Arc<Prepared>>, Vec<ImportError>) {
    let (articles, failed) = read_sources(sources, know, &mut |_| true);
    let record = |(id, article): (String, riwayat_import::Article)| {
        let record = Record::from(&article);
        (id, Record { published: record.published.or(published), ..record })
    };
    let records = articles.into_iter().map(record).collect();
    (pipeline::prepare_all(records, know, &|_, _| true), failed)
}

/// Reads and compares articles, in memory; with `one_event` all of them are taken to tell one event.
pub fn compare_sources(
    sources: &[Source],
    know: &Knowledge,
    one_event: bool,
) -> (Vec<Arc<Prepared>>, Comparison, Vec<ImportError>) {
    let (prepared, failed) = inspect(sources, None, know);
    let links: Vec<_> = match prepared.split_first() {
        Some((first, others)) if one_event => {
            others.iter().map(|other| (&*first.id, &*other.id, Link::Must)).collect()
        }
        _ => Vec::new(),
    };
    let decisions = Decisions { articles: &links, ..Decisions::default() };
    let found = pipeline::compare_all(&prepared, know, &decisions, &|_, _| true);
    (prepared, found, failed)
}

/// Relates two sentences.
///
/// # Errors
/// Where a date of the question is not `YYYY-MM-DD`, with the text of the date.
pub fn answer_pair(
    question: &wire::PairQuestion,
    know: &Knowledge,
    lang: Lang,
) -> Result<wire::PairAnswer, String> {
    let side = |text: &str, published: Option<&str>| -> Result<Prepared, String> {
        Ok(pipeline::prepare(String::new(), Record::bare(text, published.map(day).transpose()?), know))
    };
    let a = side(&question.a, question.a_published.as_deref())?;
    let b = side(&question.b, question.b_published.as_deref())?;
    let answer = riwayat_compare::compare_pair(&a.as_compared(), &b.as_compared(), know.lexicon());
    Ok(convert::pair(question.id.clone(), &answer, lang))
}

/// A day as the contract writes it.
///
/// # Errors
/// Where the text is neither `YYYY-MM-DD` nor a date-time that begins so.
pub fn day(text: &str) -> Result<Date, String> {
    let head = text.get(..10).unwrap_or(text);
    head.parse().map_err(|_| format!("“{text}” is not a day; write it as 2019-03-23"))
}

/// The comparison as one HTML page that needs nothing else to be read.
#[must_use]
pub fn report_html(prepared: &[Arc<Prepared>], found: &Comparison, know: &Knowledge, lang: Lang) -> String {
    report(prepared, &found.events.iter().collect::<Vec<_>>(), found, know, lang)
}

/// A page of some events.
pub(crate) fn report(
    prepared: &[Arc<Prepared>],
    events: &[&riwayat_compare::Event],
    found: &Comparison,
    know: &Knowledge,
    lang: Lang,
) -> String {
    let articles: Vec<_> = prepared
        .iter()
        .map(|p| riwayat_report::Article {
            compared: p.as_compared(),
            file: p.article.file.clone(),
            sha256: &p.article.sha256,
            url: p.article.url.as_deref(),
        })
        .collect();
    riwayat_report::html(&riwayat_report::Report {
        articles: &articles,
        events,
        relations: &found.relations,
        lexicon: know.lexicon(),
        engine: engine_version(),
        arabic: lang == Lang::Ar,
    })
}
