//! Table `article`: articles as imported. A row is never changed; what the analyst sets is in `decision`.

use crate::hash::sha256_fields;
use crate::schema::{Migration, Table};
use crate::{Dossier, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Row};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt::Display;

pub(crate) const TABLE: Table = Table {
    name: "article",
    migrations: &[Migration {
        version: 1,
        sql: "
CREATE TABLE article (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE REFERENCES original (sha256),
    origin TEXT NOT NULL,
    line INTEGER,
    url TEXT,
    outlet TEXT,
    camp TEXT,
    published TEXT,
    published_text TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    body TEXT NOT NULL,
    left_out TEXT NOT NULL,
    extra TEXT NOT NULL,
    warnings TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER article_is_kept BEFORE UPDATE ON article
    BEGIN SELECT RAISE(ABORT, 'articles are never changed'); END;
CREATE TRIGGER article_stays BEFORE DELETE ON article
    BEGIN SELECT RAISE(ABORT, 'articles are never removed'); END;",
    }],
};

const COLUMNS: &str = "position, id, sha256, origin, line, url, outlet, camp, published, published_text, \
                       title, text, body, left_out, extra, warnings, imported_at";

/// A stretch of the source that is not body, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The text, as it stood.
    pub text: String,
    /// How many paragraphs of the body come before it.
    pub before: usize,
    /// title-repeat, dateline, share, related, comments, …
    pub reason: String,
}

/// An article as it was imported.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleRow {
    /// Order of import, from 1.
    pub position: u64,
    /// Its id, unique in the dossier.
    pub id: String,
    /// Hash of the original bytes: [`Dossier::original`] gives them.
    pub sha256: String,
    /// Where the bytes first came from: a path, or the name of what was pasted.
    pub origin: String,
    /// Line of it, from 1, where it was JSON Lines.
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
    /// What to know about it, as the importer put it.
    pub warnings: Vec<serde_json::Value>,
    /// When it was imported.
    pub imported_at: Timestamp,
}

impl ArticleRow {
    /// A hash of everything that import found, kept in the log, so that a changed row shows. A field that a
    /// later format adds goes to the end, and only where it is not empty.
    pub(crate) fn digest(&self) -> String {
        let optional = |value: &Option<String>| value.as_ref().map_or(String::new(), |v| format!("={v}"));
        let fields = [
            self.position.to_string(),
            self.id.clone(),
            self.sha256.clone(),
            self.origin.clone(),
            optional(&self.line.map(|l| l.to_string())),
            optional(&self.url),
            optional(&self.outlet),
            optional(&self.camp),
            optional(&self.published.map(|d| d.to_string())),
            optional(&self.published_text),
            self.title.clone(),
            self.text.clone(),
            self.body.clone(),
            json(&self.left_out),
            json(&self.extra),
            json(&self.warnings),
            self.imported_at.to_string(),
        ];
        sha256_fields(&fields.each_ref().map(String::as_bytes))
    }
}

/// Adds a row.
pub(crate) fn insert(conn: &Connection, article: &ArticleRow) -> rusqlite::Result<()> {
    let sql = format!(
        "INSERT INTO article ({COLUMNS}) VALUES \
         (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
    );
    conn.prepare_cached(&sql)?.execute(rusqlite::params![
        article.position,
        article.id,
        article.sha256,
        article.origin,
        article.line,
        article.url,
        article.outlet,
        article.camp,
        article.published.map(|d| d.to_string()),
        article.published_text,
        article.title,
        article.text,
        article.body,
        json(&article.left_out),
        json(&article.extra),
        json(&article.warnings),
        article.imported_at.to_string(),
    ])?;
    Ok(())
}

/// The position that the next article gets.
pub(crate) fn next_position(conn: &Connection) -> rusqlite::Result<u64> {
    conn.prepare_cached("SELECT coalesce(max(position), 0) + 1 FROM article")?.query_row([], |row| row.get(0))
}

/// The article of an id.
pub(crate) fn by_id(conn: &Connection, id: &str) -> rusqlite::Result<Option<ArticleRow>> {
    one(conn, "id", id)
}

/// The article of an original.
pub(crate) fn by_original(conn: &Connection, sha256: &str) -> rusqlite::Result<Option<ArticleRow>> {
    one(conn, "sha256", sha256)
}

fn one(conn: &Connection, column: &str, value: &str) -> rusqlite::Result<Option<ArticleRow>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM article WHERE {column} = ?1"))?
        .query_row([value], from_row)
        .optional()
}

/// Every article, in order of import.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<ArticleRow>> {
    conn.prepare(&format!("SELECT {COLUMNS} FROM article ORDER BY position"))?
        .query_map([], from_row)?
        .collect()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ArticleRow> {
    Ok(ArticleRow {
        position: row.get(0)?,
        id: row.get(1)?,
        sha256: row.get(2)?,
        origin: row.get(3)?,
        line: row.get(4)?,
        url: row.get(5)?,
        outlet: row.get(6)?,
        camp: row.get(7)?,
        published: row.get::<_, Option<String>>(8)?.map(|text| parsed(8, text.parse())).transpose()?,
        published_text: row.get(9)?,
        title: row.get(10)?,
        text: row.get(11)?,
        body: row.get(12)?,
        left_out: from_json(row, 13)?,
        extra: from_json(row, 14)?,
        warnings: from_json(row, 15)?,
        imported_at: moment(row, 16)?,
    })
}

/// Compact JSON of what cannot fail to be JSON.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("strings, numbers and lists of them are always JSON")
}

/// A column of JSON.
pub(crate) fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    parsed(column, serde_json::from_str(&row.get::<_, String>(column)?))
}

/// A column with a moment.
pub(crate) fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    parsed(column, row.get::<_, String>(column)?.parse())
}

fn parsed<T, E: Display>(column: usize, result: Result<T, E>) -> rusqlite::Result<T> {
    result.map_err(|e| Error::FromSqlConversionFailure(column, Type::Text, e.to_string().into()))
}

impl Dossier {
    /// Every article as imported, in order of import. What the analyst set is not in it:
    /// [`Dossier::effective_articles`] has both.
    ///
    /// # Errors
    /// `Unreadable`, `Damaged`.
    pub fn articles(&self) -> Result<Vec<ArticleRow>, StoreError> {
        self.read(all)
    }

    /// One article as imported.
    ///
    /// # Errors
    /// `NoArticle`; `Unreadable`, `Damaged`.
    pub fn article(&self, id: &str) -> Result<ArticleRow, StoreError> {
        self.read(|conn| by_id(conn, id))?.ok_or_else(|| StoreError::NoArticle { id: id.into() })
    }
}
