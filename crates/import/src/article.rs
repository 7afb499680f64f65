//! An article as imported: what was found in it, what was left out of it, and where it came from.
//!
//! How bytes become one is told in [`crate::source`].

use crate::structure::Structure;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// Where bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Line N (from 1) of a JSON Lines file or stream, or item N of a JSON array.
    Line(PathBuf, usize),
    /// Standard input, or pasted text.
    Given(String),
}

/// What decided where the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodySource {
    /// The `text` field of JSON Lines: taken whole, as it stands.
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
    /// A word of [`crate::article::reason`].
    pub reason: &'static str,
}

/// Why a stretch is left out of the body.
pub mod reason {
    /// The headline itself: it is the article's title.
    pub const TITLE: &str = "title";
    /// The headline once more.
    pub const TITLE_REPEAT: &str = "title-repeat";
    /// A label of the section above the headline (خاص, التغطية الحية), or the path to the page.
    pub const SECTION: &str = "section";
    /// The day of publication.
    pub const DATELINE: &str = "dateline";
    /// Who publishes, or where the text was taken from.
    pub const OUTLET_LINE: &str = "outlet-line";
    /// Who wrote.
    pub const BYLINE: &str = "byline";
    /// What stands under a picture.
    pub const CAPTION: &str = "caption";
    /// A button or setting of the page (حجم الخط, طباعة).
    pub const WIDGET: &str = "widget";
    /// Ways to share.
    pub const SHARE: &str = "share";
    /// Pointers to other articles.
    pub const RELATED: &str = "related";
    /// What readers wrote, and the form for it.
    pub const COMMENTS: &str = "comments";
    /// Lists of what others read.
    pub const MOST_READ: &str = "most-read";
    /// Keywords.
    pub const TAGS: &str = "tags";
    /// Menus and the path to the page.
    pub const NAVIGATION: &str = "navigation";
    /// Rights, disclaimers, and short lines after the end of the article.
    pub const FOOTER: &str = "footer";
    /// Advertising and calls to subscribe or follow.
    pub const ADVERT: &str = "advert";
    /// Lines without a letter.
    pub const SEPARATOR: &str = "separator";
    /// What a page sets beside its article.
    pub const ASIDE: &str = "aside";
    /// The rest of a page outside its article.
    pub const OUTSIDE: &str = "outside-article";
}

/// Something that a reader of the import report must know.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// The encoding was guessed (`replaced` = 0), or broken bytes were replaced.
    Encoding {
        /// Name of the encoding.
        encoding: &'static str,
        /// How many stretches of bytes were replaced by U+FFFD, one each.
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
    /// A date could be read in two ways; the day was taken to come before the month.
    AmbiguousDate(String),
    /// The stated date is not a date; the article stays undated.
    BadDate(String),
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

impl Article {
    /// An article without content yet.
    pub(crate) fn empty(original: Vec<u8>, origin: Origin) -> Self {
        Self {
            id: None,
            url: None,
            outlet: None,
            camp: None,
            published: None,
            published_text: None,
            title: String::new(),
            text: String::new(),
            left_out: Vec::new(),
            body: BodySource::Field,
            extra: Vec::new(),
            sha256: sha256(&original),
            original,
            origin,
            warnings: Vec::new(),
        }
    }

    /// Takes what was found in a text or page.
    pub(crate) fn fill_from(&mut self, found: Structure, body: BodySource) {
        self.title = found.title;
        self.url = found.url;
        self.outlet = found.outlet.map(|o| o.name);
        if let Some(stated) = found.published {
            self.published = Some(stated.date);
            self.published_text = Some(stated.text);
            self.warnings.extend(stated.ambiguous.map(Warning::AmbiguousDate));
        }
        self.text = found.body.join("\n");
        self.left_out = found.left_out;
        self.body = body;
    }

    /// Adds the warnings that the article's own fields call for, in a fixed order.
    pub(crate) fn finish(mut self) -> Self {
        let (mut letters, mut arabic) = (0, 0);
        for c in self.text.chars() {
            // Most of any Arabic text: asked first, without a table.
            if matches!(c, 'ء'..='غ' | 'ف'..='ي') {
                letters += 1;
                arabic += 1;
            } else if c.is_alphabetic() {
                letters += 1;
                arabic += usize::from(is_of_arabic_block(c));
            }
        }
        let warnings = [
            (self.published.is_none(), Warning::NoDate),
            (self.outlet.is_none(), Warning::NoOutlet),
            (self.title.is_empty(), Warning::NoTitle),
            (share(arabic, letters) < LEAST_ARABIC, Warning::NotArabic),
        ];
        self.warnings.extend(warnings.into_iter().filter_map(|(given, warning)| given.then_some(warning)));
        self
    }
}

/// SHA-256, lower-case hex.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Which outlets there are: import knows none by itself.
pub trait OutletNames {
    /// The display name of the outlet that goes by this name or domain, if one does.
    fn known(&self, name_or_domain: &str) -> Option<&str>;
}

/// Below this share of Arabic among the letters of a body, [`Warning::NotArabic`] is given. Between 0 and 1: a
/// news text full of Latin names stays above a half, a text in Latin letters with an Arabic headline below a
/// fifth.
const LEAST_ARABIC: f64 = 0.3;

/// True in the Arabic blocks, presentation forms among them.
fn is_of_arabic_block(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[expect(clippy::cast_precision_loss, reason = "counts of letters are far below 2^52")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
