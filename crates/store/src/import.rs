//! Taking articles in: a batch is one step, saved whole or not at all.

use crate::table::article::{self, ArticleRow, LeftOut};
use crate::table::sighting::{self, Sighting};
use crate::table::{log, original};
use crate::{Dossier, LogKind, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;
use serde_json::json;

/// How much of a hash makes a taken id unique again: 8 hex digits, the chance of a clash among 10,000 articles
/// of one id being one in a hundred; a clash is met by taking the whole hash.
const ID_SUFFIX: usize = 8;

/// An article to be taken in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewArticle {
    /// Its id: the given one, or one made of the content.
    pub id: String,
    /// The original bytes: the file, or the line of JSON Lines.
    pub original: Vec<u8>,
    /// Where they come from: a path, or a name for what was pasted.
    pub origin: String,
    /// Line of it, from 1, where it is JSON Lines.
    pub line: Option<u64>,
    /// Web address.
    pub url: Option<String>,
    /// Outlet, as given or found.
    pub outlet: Option<String>,
    /// Camp, only where the input gives it.
    pub camp: Option<String>,
    /// Day of publication, where stated.
    pub published: Option<Date>,
    /// The stated date as written.
    pub published_text: Option<String>,
    /// Headline; empty where there is none.
    pub title: String,
    /// Body: paragraphs parted by `\n`.
    pub text: String,
    /// What decided where the body is: `field`, `plain` or `page`.
    pub body: String,
    /// What is not in the body.
    pub left_out: Vec<LeftOut>,
    /// Fields of the input that we do not know: name and compact JSON.
    pub extra: Vec<(String, String)>,
    /// What to know about it; kept as it is.
    pub warnings: Vec<serde_json::Value>,
}

/// What came of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added {
        /// Its id.
        id: String,
    },
    /// It is new, but its id belongs to an article with other bytes.
    AddedAs {
        /// The id that it got.
        id: String,
        /// The id that it came with.
        wanted: String,
    },
    /// The same bytes are there already; only noted as seen again.
    CopyOf {
        /// Id of the article that is there.
        id: String,
        /// Where its bytes first came from.
        origin: String,
        /// Line of it, from 1, where it was JSON Lines.
        line: Option<u64>,
    },
}

impl Dossier {
    /// Takes a batch in, in one step, and says what came of each, in order.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull` and what else writing brings; then nothing of the batch is in the dossier, and
    /// all that was there still is.
    pub fn import(&mut self, at: Timestamp, batch: &[NewArticle]) -> Result<Vec<Outcome>, StoreError> {
        self.write(|conn| batch.iter().map(|article| take(conn, at, article)).collect())
    }
}

fn take(conn: &Connection, at: Timestamp, new: &NewArticle) -> rusqlite::Result<Outcome> {
    let sha256 = original::keep(conn, &new.original)?;
    sighting::insert(conn, &sha256, &Sighting { origin: new.origin.clone(), line: new.line, at })?;
    if let Some(known) = article::by_original(conn, &sha256)? {
        let detail = json!({ "copy_of": known.id, "sha256": sha256, "origin": new.origin, "line": new.line });
        log::append(conn, at, LogKind::Import, &detail)?;
        return Ok(Outcome::CopyOf { id: known.id, origin: known.origin, line: known.line });
    }
    let id = free_id(conn, &new.id, &sha256)?;
    let row = row_of(new, id.clone(), sha256, article::next_position(conn)?, at);
    article::insert(conn, &row)?;
    let detail = json!({ "article": row.id, "sha256": row.sha256, "row": row.digest(), "origin": row.origin,
                         "line": row.line });
    log::append(conn, at, LogKind::Import, &detail)?;
    if id == new.id { Ok(Outcome::Added { id }) } else { Ok(Outcome::AddedAs { id, wanted: new.id.clone() }) }
}

/// The id itself, or, where another article has it, the id with the beginning of the hash.
fn free_id(conn: &Connection, wanted: &str, sha256: &str) -> rusqlite::Result<String> {
    let short = format!("{wanted}~{}", &sha256[..ID_SUFFIX]);
    for id in [wanted, &short] {
        if article::by_id(conn, id)?.is_none() {
            return Ok(id.into());
        }
    }
    Ok(format!("{wanted}~{sha256}"))
}

fn row_of(new: &NewArticle, id: String, sha256: String, position: u64, at: Timestamp) -> ArticleRow {
    ArticleRow {
        position,
        id,
        sha256,
        origin: new.origin.clone(),
        line: new.line,
        url: new.url.clone(),
        outlet: new.outlet.clone(),
        camp: new.camp.clone(),
        published: new.published,
        published_text: new.published_text.clone(),
        title: new.title.clone(),
        text: new.text.clone(),
        body: new.body.clone(),
        left_out: new.left_out.clone(),
        extra: new.extra.clone(),
        warnings: new.warnings.clone(),
        imported_at: at,
    }
}
