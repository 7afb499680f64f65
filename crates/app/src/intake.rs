//! What an import comes to: articles saved batch by batch, and a report of what needs telling.

use crate::view::{self, Failure, ImportReport, SourceReport, Text};
use crate::{failure, pipeline, record, words};
use jiff::Timestamp;
use riwayat_import::ImportError;
use riwayat_store::{self as store, Dossier, NewArticle, Outcome};

/// How many articles are saved in one step of an import: few enough that a full disk loses little work, many
/// enough that saving costs little beside reading.
const BATCH: usize = 200;

/// What an import has come to so far.
#[derive(Default)]
pub struct Intake {
    batch: Vec<NewArticle>,
    /// How many were taken, failures with them.
    pub seen: usize,
    /// No more is to be taken: asked to stop, or nothing could be saved.
    pub stopped: bool,
    /// What is to be told.
    pub report: ImportReport,
}

impl Intake {
    /// Takes one article or failure.
    pub fn take(&mut self, outcome: Result<riwayat_import::Article, ImportError>) {
        self.seen += 1;
        match outcome {
            Ok(article) => self.batch.push(new_article(article)),
            Err(error) => {
                let (name, message) = failure::import(&error);
                self.fail(name, message);
            }
        }
    }

    /// Where the article taken last came from.
    #[must_use]
    pub fn last(&self) -> &str {
        self.batch.last().map_or("", |a| a.origin.as_str())
    }

    /// True where enough was taken to be saved in one step.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.batch.len() >= BATCH
    }

    fn fail(&mut self, name: String, message: Text) {
        self.report.failed += 1;
        self.report.sources.push(SourceReport {
            name,
            outcome: view::Outcome::Failed,
            message,
            article: None,
        });
    }

    /// Saves the batch in one step; where that fails, nothing of it is kept, and the import stops.
    pub fn save(&mut self, dossier: &mut Dossier) {
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            return;
        }
        match dossier.import(Timestamp::now(), &batch) {
            Ok(outcomes) => {
                for (article, outcome) in batch.into_iter().zip(outcomes) {
                    self.note(&article, outcome);
                }
            }
            Err(error) => {
                self.stopped = true;
                let told = Failure::from(error).message;
                for article in batch {
                    self.fail(record::shown_place(&article.origin, article.line), told.clone());
                }
            }
        }
    }

    fn note(&mut self, article: &NewArticle, outcome: Outcome) {
        let name = record::shown_place(&article.origin, article.line);
        match outcome {
            Outcome::Added { id } | Outcome::AddedAs { id, .. } => {
                self.report.imported += 1;
                self.report.articles.push(id.clone());
                let warnings: Vec<_> = article.warnings.iter().map(words::warning).collect();
                if warnings.is_empty() {
                    return;
                }
                let join =
                    |side: fn(&riwayat_compare::Why) -> &str| warnings.iter().map(side).collect::<Vec<_>>();
                let message = Text { ar: join(|w| &w.ar).join("؛ "), en: join(|w| &w.en).join("; ") };
                self.report.sources.push(SourceReport {
                    name,
                    outcome: view::Outcome::Warned,
                    message,
                    article: Some(id),
                });
            }
            Outcome::CopyOf { id, origin, line } => {
                self.report.copies += 1;
                let first = record::shown_place(&origin, line);
                let message = Text {
                    ar: format!("يطابق «{first}» حرفاً بحرف؛ رُبط به ولم يُحذف"),
                    en: format!("the same bytes as “{first}”; linked to it, not dropped"),
                };
                self.report.sources.push(SourceReport {
                    name,
                    outcome: view::Outcome::Copy,
                    message,
                    article: Some(id),
                });
            }
        }
    }
}

fn new_article(a: riwayat_import::Article) -> NewArticle {
    let (origin, line) = record::place(&a.origin);
    let body = match a.body {
        riwayat_import::BodySource::Field => "field",
        riwayat_import::BodySource::Plain => "plain",
        riwayat_import::BodySource::Page => "page",
    };
    let left_out = |l: riwayat_import::LeftOut| store::LeftOut {
        text: l.text,
        before: l.before,
        reason: l.reason.to_owned(),
    };
    NewArticle {
        id: pipeline::base_id(&a),
        original: a.original,
        origin,
        line,
        url: a.url,
        outlet: a.outlet,
        camp: a.camp,
        published: a.published,
        published_text: a.published_text,
        title: a.title,
        text: a.text,
        body: body.to_owned(),
        left_out: a.left_out.into_iter().map(left_out).collect(),
        extra: a.extra,
        warnings: a.warnings.iter().map(words::warning_value).collect(),
    }
}
