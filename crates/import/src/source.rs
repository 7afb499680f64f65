//! Where articles come from: a file, a folder, standard input, pasted text; and how their bytes become articles.
//!
//! Sizes are checked before anything is read whole; a stream of JSON Lines holds one line at a time.

use crate::article::{Article, BodySource, Origin, OutletNames};
use crate::error::{Broken, ImportError};
use crate::kind::{Foreign, Kind, SNIFF};
use crate::structure::{Block, structure};
use crate::{encoding, json, kind, limits, line, page, walk};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// What to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file or folder.
    Path(PathBuf),
    /// A file that is read as JSON Lines, whatever its name.
    Lines(PathBuf),
    /// Standard input, read as it comes and never held whole; named `-` in messages.
    Input {
        /// JSON Lines, whatever it looks like?
        lines: bool,
    },
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

/// What came of one source: articles, and what failed, in order.
#[derive(Debug, Default)]
pub struct Imported {
    /// What was read.
    pub articles: Vec<Article>,
    /// What was not.
    pub failed: Vec<ImportError>,
}

/// Receives every article or failure as it comes, and answers whether to go on.
pub(crate) type Each<'e> = &'e mut dyn FnMut(Result<Article, ImportError>) -> bool;

/// Reads one source: a file, or every file in a folder, in order of name.
///
/// `each` is handed every article or failure as it comes and answers whether to go on.
///
/// ```
/// use riwayat_import::{OutletNames, Source, read_source};
/// struct None;
/// impl OutletNames for None {
///     fn known(&self, _: &str) -> Option<&str> {
///         Option::None
///     }
/// }
/// let bytes = "القافلة تصل إلى تل الورد\n\nوصلت القافلة إلى البلدة صباح اليوم.".into();
/// let source = Source::Bytes { name: "ملصق".into(), bytes, lines: false };
/// read_source(&source, &None, &mut |outcome| {
///     let article = outcome.expect("it is text");
///     assert_eq!(article.title, "القافلة تصل إلى تل الورد");
///     assert_eq!(article.text, "وصلت القافلة إلى البلدة صباح اليوم.");
///     true
/// });
/// ```
pub fn read_source(
    source: &Source,
    outlets: &dyn OutletNames,
    each: &mut dyn FnMut(Result<Article, ImportError>) -> bool,
) {
    match source {
        Source::Bytes { name, bytes, lines } => {
            let mut reader: &[u8] = bytes;
            read_stream(name, &mut reader, *lines, outlets, each);
        }
        Source::Path(path) if path.is_dir() => {
            walk::files(path, &mut |found| match found {
                Ok(file) => read_file(&file, false, outlets, each),
                Err(error) => each(Err(error)),
            });
        }
        Source::Path(path) => {
            read_file(path, false, outlets, each);
        }
        Source::Lines(path) => {
            read_file(path, true, outlets, each);
        }
        Source::Input { lines } => read_stream("-", &mut std::io::stdin().lock(), *lines, outlets, each),
    }
}

/// Reads a stream (standard input) under a name to show; `lines`: as JSON Lines whatever it looks like.
///
/// At most [`limits::FILE`] bytes are held of a text, [`limits::LINE`] of JSON Lines.
pub fn read_stream(
    name: &str,
    reader: &mut dyn BufRead,
    lines: bool,
    outlets: &dyn OutletNames,
    each: &mut dyn FnMut(Result<Article, ImportError>) -> bool,
) {
    read(&Place::Given(name), reader, lines, outlets, each);
}

/// Where bytes are read from, for messages and origins.
pub(crate) enum Place<'p> {
    File(&'p Path),
    Given(&'p str),
}

impl Place<'_> {
    pub(crate) fn shown(&self) -> String {
        self.path().display().to_string()
    }

    fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Given(name) => Path::new(name),
        }
    }

    fn origin(&self) -> Origin {
        match self {
            Self::File(path) => Origin::File(path.to_path_buf()),
            Self::Given(name) => Origin::Given((*name).to_owned()),
        }
    }

    pub(crate) fn item(&self, number: usize) -> Origin {
        Origin::Line(self.path().to_path_buf(), number)
    }

    pub(crate) fn unreadable(&self, error: &std::io::Error) -> ImportError {
        ImportError::Unreadable { path: self.shown(), reason: error.to_string() }
    }

    pub(crate) fn broken(&self, unit: &'static str, line: usize, reason: Broken) -> ImportError {
        ImportError::BrokenLine { path: self.shown(), unit, line, reason }
    }

    pub(crate) fn broken_json(&self, reason: Broken) -> ImportError {
        ImportError::BrokenJson { path: self.shown(), reason }
    }

    fn not_text(&self, Foreign { found, cure }: Foreign) -> ImportError {
        ImportError::NotText { path: self.shown(), found, cure }
    }

    fn too_large(&self, bytes: u64, kind: Kind) -> ImportError {
        let cure = match kind {
            Kind::Json | Kind::JsonLines => "turn it into JSON Lines, one article a line",
            Kind::Text | Kind::Page => "split it into one file an article, or turn it into JSON Lines",
        };
        ImportError::TooLarge { path: self.shown(), bytes, limit: limits::FILE, cure }
    }
}

/// Reads one file. Answers whether to go on.
fn read_file(path: &Path, lines: bool, outlets: &dyn OutletNames, each: Each<'_>) -> bool {
    let place = Place::File(path);
    match File::open(path) {
        Ok(file) => read(&place, &mut BufReader::new(file), lines, outlets, each),
        Err(error) => each(Err(place.unreadable(&error))),
    }
}

/// Looks at the first bytes, settles the kind, and reads on. Answers whether to go on.
fn read(
    place: &Place,
    reader: &mut dyn BufRead,
    lines: bool,
    outlets: &dyn OutletNames,
    each: Each<'_>,
) -> bool {
    let mut start = Vec::new();
    if let Err(error) = reader.take(SNIFF as u64).read_to_end(&mut start) {
        return each(Err(place.unreadable(&error)));
    }
    if start.is_empty() {
        return each(Err(ImportError::Empty { path: place.shown() }));
    }
    let kind = match settle(place, &start, lines) {
        Ok(kind) => kind,
        Err(foreign) => return each(Err(place.not_text(foreign))),
    };
    let mut whole = Cursor::new(start).chain(reader);
    if kind == Kind::JsonLines {
        return json::read_lines(place, &mut whole, outlets, each);
    }
    let bytes = match bounded(&mut whole) {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(size)) => return each(Err(place.too_large(size, kind))),
        Err(error) => return each(Err(place.unreadable(&error))),
    };
    match kind {
        Kind::Json => json::read_value(place, &bytes, outlets, each),
        _ => each(one(place, bytes, kind, outlets)),
    }
}

/// What to read bytes as, by the first of them.
fn settle(place: &Place, start: &[u8], lines: bool) -> Result<Kind, Foreign> {
    if let Some(foreign) = kind::foreign(start) {
        return Err(foreign);
    }
    let read = encoding::decode(start, None);
    let kind = if lines { Kind::JsonLines } else { kind::of_text(place.path(), &read.text)? };
    if let Some(foreign) = kind::garbled(&read.text) {
        return Err(foreign);
    }
    if matches!(kind, Kind::Json | Kind::JsonLines) && read.encoding.starts_with("UTF-16") {
        return Err(Foreign { found: "JSON in UTF-16", cure: "save it as UTF-8" });
    }
    Ok(kind)
}

/// All bytes, or where there are more than [`limits::FILE`], how many; the rest is counted and not held.
fn bounded(reader: &mut dyn BufRead) -> std::io::Result<Result<Vec<u8>, u64>> {
    let mut bytes = Vec::new();
    reader.take(limits::FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 <= limits::FILE {
        return Ok(Ok(bytes));
    }
    let held = bytes.len() as u64;
    drop(bytes);
    Ok(Err(held + std::io::copy(reader, &mut std::io::sink())?))
}

/// Makes the one article of a text or page.
fn one(
    place: &Place,
    original: Vec<u8>,
    kind: Kind,
    outlets: &dyn OutletNames,
) -> Result<Article, ImportError> {
    let declared = if kind == Kind::Page { page::declared_encoding(&original) } else { None };
    let read = encoding::decode(&original, declared.as_deref());
    if let Some(foreign) = kind::garbled(&read.text) {
        return Err(place.not_text(foreign));
    }
    if line::trim(&read.text).is_empty() {
        return Err(ImportError::Empty { path: place.shown() });
    }
    let (found, body, what) = match kind {
        Kind::Page => (page::read(&read.text, outlets), BodySource::Page, "the page"),
        _ => (plain(&read.text, outlets), BodySource::Plain, "the text"),
    };
    let found = found.ok_or_else(|| ImportError::NoBody { path: place.shown(), what })?;
    let mut article = Article::empty(original, place.origin());
    article.warnings.extend(read.warning());
    article.fill_from(found, body);
    Ok(article.finish())
}

/// Finds the article in plain text; nothing where no line of it is body.
fn plain(text: &str, outlets: &dyn OutletNames) -> Option<crate::structure::Structure> {
    let blocks: Vec<Block<'_>> = line::lines(text).map(Block::Open).collect();
    Some(structure(&blocks, "", outlets)).filter(|found| !found.body.is_empty())
}
