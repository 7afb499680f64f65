//! Why something could not be imported: what happened, to which file, and what to do.

/// Why something could not be imported. The message says what happened, to which file, and what to do.
///
/// ```
/// use riwayat_import::ImportError;
/// let error = ImportError::Empty { path: "خبر.txt".into() };
/// assert_eq!(error.to_string(), "خبر.txt: is empty; nothing was imported from it");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
    /// A folder without a file to read.
    #[error("{path}: no files in this folder; put .txt, .html or .jsonl files into it")]
    EmptyFolder {
        /// Which.
        path: String,
    },
    /// Larger than what is read of one file.
    #[error("{path}: {} is too large for one article (at most {} are read); {cure}", size(*.bytes), size(*.limit))]
    TooLarge {
        /// Which.
        path: String,
        /// Its size in bytes, as far as it was read.
        bytes: u64,
        /// [`crate::limits::FILE`].
        limit: u64,
        /// What to do.
        cure: &'static str,
    },
    /// One line of JSON Lines is larger than what is read of one.
    #[error("{path}, line {line}: {} is too large for one article (at most {} are read); put one article on a line. The other lines were read", size(*.bytes), size(*.limit))]
    LineTooLarge {
        /// Which.
        path: String,
        /// Number of the line, from 1.
        line: usize,
        /// Its size in bytes.
        bytes: u64,
        /// [`crate::limits::LINE`].
        limit: u64,
    },
    /// Not text.
    #[error("{path}: is {found}, not text; {cure}")]
    NotText {
        /// Which.
        path: String,
        /// What it is: "a PNG picture".
        found: &'static str,
        /// What to do.
        cure: &'static str,
    },
    /// A line of JSON Lines, or an item of a JSON array, that is no article.
    #[error("{path}, {unit} {line}: {reason}; correct it and import the file again. The others were read")]
    BrokenLine {
        /// Which.
        path: String,
        /// "line" or "item".
        unit: &'static str,
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        reason: Broken,
    },
    /// A JSON file that does not hold articles.
    #[error("{path}: {reason}; give one JSON object a line, or one array of objects")]
    BrokenJson {
        /// Which.
        path: String,
        /// What is wrong with it.
        reason: Broken,
    },
    /// A page or text without anything that reads like an article.
    #[error(
        "{path}: no article text was found in {what}; open it, copy the article's text and paste it, or save that as .txt"
    )]
    NoBody {
        /// Which.
        path: String,
        /// "the page" or "the text".
        what: &'static str,
    },
}

/// What is wrong with JSON that should be an article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It is no JSON.
    #[error("is not valid JSON ({said}{})", byte(*.column))]
    NotJson {
        /// The parser's words.
        said: String,
        /// The byte where it stopped, from 1; 0 where it does not say.
        column: usize,
    },
    /// It is JSON, but no object.
    #[error("is not a JSON object")]
    NotAnObject,
    /// It has no words of an article.
    #[error("has neither \"text\" nor \"html\"")]
    NoText,
    /// A field is of another kind.
    #[error("field \"{field}\" must be text, not {found}")]
    NotText {
        /// The field.
        field: String,
        /// What it is, in words.
        found: &'static str,
    },
    /// Its page has no article.
    #[error("no article text was found in its \"html\"")]
    NoArticle,
}

fn byte(column: usize) -> String {
    if column == 0 { String::new() } else { format!(", at byte {column}") }
}

/// A size as people write it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KiB", bytes / 1024),
        _ => format!("{} MiB", bytes >> 20),
    }
}
