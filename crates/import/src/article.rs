//! An article as imported, and how bytes become one.

use jiff::civil::Date;
use riwayat_text::Span;
use std::path::PathBuf;

/// Where bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Line N (from 1) of a JSON Lines file or stream.
    Line(PathBuf, usize),
    /// Standard input, or pasted text.
    Given(String),
}

/// What decided where the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodySource {
    /// The `text` field of JSON Lines: taken whole.
    Field,
    /// Found in plain text.
    Plain,
    /// Found in a page.
    Page,
}

/// A stretch of the source that is not body, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The text, as it stood.
    pub text: String,
    /// Where it stood: how many paragraphs of the body come before it.
    pub before: usize,
    /// title-repeat, dateline, outlet-line, share, related, comments, caption, navigation, footer, …
    pub reason: &'static str,
}

/// Something that a reader of the import report must know.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// The encoding was guessed; broken bytes were replaced, this many.
    Encoding {
        /// Name of the encoding.
        encoding: &'static str,
        /// How many bytes or units were replaced by U+FFFD.
        replaced: usize,
    },
    /// No date was found.
    NoDate,
    /// No outlet was found.
    NoOutlet,
    /// No title was found.
    NoTitle,
    /// Hardly any Arabic is in it.
    NotArabic,
    /// A date could be read in two ways.
    AmbiguousDate(String),
}

/// An article as imported.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The given id (field `id`), if any.
    pub id: Option<String>,
    /// Where it came from.
    pub url: Option<String>,
    /// The outlet's name as given or found; [`OutletNames`] tells which outlet that is.
    pub outlet: Option<String>,
    /// The camp, only where the input gives it.
    pub camp: Option<String>,
    /// Day of publication, only where the article or its file states it.
    pub published: Option<Date>,
    /// The stated date as written, with its clock time.
    pub published_text: Option<String>,
    /// Headline; empty where none was found.
    pub title: String,
    /// The body: paragraphs parted by `\n`. Title and boilerplate are not in it.
    pub text: String,
    /// What is not in the body.
    pub left_out: Vec<LeftOut>,
    /// What decided where the body is.
    pub body: BodySource,
    /// Fields of the input that we do not know: kept and shown, as compact JSON by name.
    pub extra: Vec<(String, String)>,
    /// SHA-256 of the original bytes (of the file, or of the JSON line), lower-case hex.
    pub sha256: String,
    /// The original bytes.
    pub original: Vec<u8>,
    /// Where the bytes came from.
    pub origin: Origin,
    /// What to know about it.
    pub warnings: Vec<Warning>,
}

/// Which outlets there are: import knows none by itself.
pub trait OutletNames {
    /// The display name of the outlet that goes by this name or domain, if one does.
    fn known(&self, name_or_domain: &str) -> Option<&str>;
}

/// What to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file or folder.
    Path(PathBuf),
    /// Bytes already read: a name to show, and whether they are JSON Lines.
    Bytes {
        /// Shown in messages.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
        /// JSON Lines?
        lines: bool,
    },
}

/// Why something could not be imported. The message says what happened, to which file, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file could not be read.
    #[error("{path}: cannot be read ({reason}); check that it is there and that you may read it")]
    Unreadable {
        /// Which.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// Nothing is in it.
    #[error("{path}: is empty; nothing was imported from it")]
    Empty {
        /// Which.
        path: String,
    },
}

/// What came of one source: articles, and what failed, in order.
#[derive(Debug, Default)]
pub struct Imported {
    /// What was read.
    pub articles: Vec<Article>,
    /// What was not.
    pub failed: Vec<ImportError>,
}

/// Reads one source: a file, or every file in a folder, in order of name.
///
/// `each` is handed every article or failure as it comes and answers whether to go on.
pub fn read_source(
    source: &Source,
    outlets: &dyn OutletNames,
    each: &mut dyn FnMut(Result<Article, ImportError>) -> bool,
) {
    let _ = (source, outlets, each, Span::default());
}
