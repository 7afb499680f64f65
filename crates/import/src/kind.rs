//! What bytes are: text, page, JSON Lines, a JSON array, or something that is no text at all.
//!
//! Content decides before the name does: a picture named `.txt` is a picture.

use std::path::Path;

/// What to read bytes as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// A page (HTML).
    Page,
    /// One JSON object a line.
    JsonLines,
    /// One JSON value: an array of objects, or one object.
    Json,
}

/// Something that is no article text: what it is, and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign {
    /// "a PNG picture".
    pub found: &'static str,
    /// "type out its text, …".
    pub cure: &'static str,
}

const PICTURE: &str = "type its text into a .txt file, or run it through a text recogniser first";
const OFFICE: &str = "open it and save it as plain text (.txt, UTF-8)";
const PDF: &str = "open it, copy the article's text and paste it, or convert it with pdftotext";
const ARCHIVE: &str = "unpack it and import the files in it";
const OTHER: &str = "give plain text (.txt), a page (.html) or JSON Lines (.jsonl)";

/// First bytes, what they tell, and what to do.
const MAGIC: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", PICTURE),
    (b"\xFF\xD8\xFF", "a JPEG picture", PICTURE),
    (b"GIF8", "a GIF picture", PICTURE),
    (b"II*\0", "a TIFF picture", PICTURE),
    (b"MM\0*", "a TIFF picture", PICTURE),
    (b"%PDF-", "a PDF document", PDF),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Microsoft Office document", OFFICE),
    (b"{\\rtf", "an RTF document", OFFICE),
    (b"Rar!\x1A\x07", "a RAR archive", ARCHIVE),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", ARCHIVE),
    (b"\x1F\x8B", "a gzip archive", ARCHIVE),
    (b"BZh", "a bzip2 archive", ARCHIVE),
    (b"\xFD7zXZ\0", "an xz archive", ARCHIVE),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive", ARCHIVE),
    (
        b"SQLite format 3\0",
        "a database",
        "a dossier is opened, not imported; export anything else as JSON Lines",
    ),
    (b"\x7FELF", "a program", OTHER),
    (b"MZ\x90", "a program", OTHER),
    (b"ID3", "a sound recording", "write down what is said in a .txt file"),
    (b"OggS", "a sound recording", "write down what is said in a .txt file"),
    (b"\x1A\x45\xDF\xA3", "a video", "write down what is said in a .txt file"),
];

/// Names inside a ZIP file that tell what it is.
const ZIPPED: &[(&[u8], &str, &str)] = &[
    (b"word/", "a Word document (DOCX)", OFFICE),
    (b"xl/", "an Excel table (XLSX)", "save it as CSV and turn each row into a line of JSON Lines"),
    (b"ppt/", "a PowerPoint file (PPTX)", OFFICE),
    (b"opendocument", "an OpenDocument file (ODT)", OFFICE),
    (b"epub", "an e-book (EPUB)", OFFICE),
];

/// How much of a file's beginning tells its kind, in bytes.
pub const SNIFF: usize = 16 << 10;

/// Share of bytes, in percent, that may be control characters (line breaks and tabs apart) in text.
const CONTROLS: usize = 5;

/// What the first bytes of something that is no text show it to be. `decoded_utf16` bytes are not looked at for NUL.
#[must_use]
pub fn foreign(start: &[u8]) -> Option<Foreign> {
    let start = &start[..start.len().min(SNIFF)];
    let of = |(_, found, cure): &(&[u8], &'static str, &'static str)| Foreign { found, cure };
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        let inside = ZIPPED.iter().find(|(name, ..)| holds(start, name)).map(of);
        return inside.or(Some(Foreign { found: "a ZIP archive", cure: ARCHIVE }));
    }
    if start.starts_with(b"RIFF") {
        let webp = start.get(8..12) == Some(b"WEBP");
        return Some(Foreign {
            found: if webp { "a WebP picture" } else { "a sound or video file" },
            cure: PICTURE,
        });
    }
    if start.get(4..8) == Some(b"ftyp") {
        return Some(Foreign { found: "a video or HEIC picture", cure: PICTURE });
    }
    MAGIC.iter().find(|(magic, ..)| start.starts_with(magic)).map(of).or_else(|| mail(start))
}

/// A page saved whole in one file (MHTML).
fn mail(start: &[u8]) -> Option<Foreign> {
    let cure = "open it in the browser and save it as a page, HTML only";
    (holds(&start[..start.len().min(2048)], b"MIME-Version: 1.0") && holds(start, b"multipart/related"))
        .then_some(Foreign { found: "a web archive (MHTML)", cure })
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

/// Whether decoded text is none: it is full of control characters.
#[must_use]
pub fn garbled(text: &str) -> Option<Foreign> {
    let mut seen = 0usize;
    let mut controls = 0usize;
    for c in text.chars().take(SNIFF) {
        seen += 1;
        controls += usize::from(c == '\0' || c.is_control() && !c.is_whitespace());
    }
    (controls * 100 > seen * CONTROLS).then_some(Foreign { found: "binary data", cure: OTHER })
}

/// Extensions of files that hold text but no article.
const TABLES: &[(&str, &str, &str)] = &[
    ("csv", "a table (CSV)", "turn each row into a line of JSON Lines"),
    ("tsv", "a table (TSV)", "turn each row into a line of JSON Lines"),
    ("xml", "an XML file", OTHER),
    ("css", "a style sheet", "import the page itself (.html)"),
    ("js", "a script", "import the page itself (.html)"),
    ("svg", "a drawing (SVG)", PICTURE),
];

/// What to read a text as, by its name and its first bytes.
///
/// ```
/// use riwayat_import::kind::{Kind, of_text};
/// use std::path::Path;
/// assert_eq!(of_text(Path::new("خبر.txt"), "<!DOCTYPE html><html>"), Ok(Kind::Page));
/// assert_eq!(of_text(Path::new("خبر"), "{\"text\": \"قصف\"}"), Ok(Kind::JsonLines));
/// ```
///
/// # Errors
/// The name is that of a file that holds no article (a table, a script).
pub fn of_text(path: &Path, start: &str) -> Result<Kind, Foreign> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    if let Some((_, found, cure)) = TABLES.iter().find(|(e, ..)| *e == extension) {
        return Err(Foreign { found, cure });
    }
    Ok(match extension.as_str() {
        "jsonl" | "ndjson" => Kind::JsonLines,
        "json" => Kind::Json,
        "html" | "htm" | "xhtml" => Kind::Page,
        _ => of_content(start),
    })
}

fn of_content(start: &str) -> Kind {
    let start = crate::line::trim(start);
    if start.starts_with('{') {
        let first = start.lines().next().unwrap_or("");
        let object = serde_json::from_str::<serde_json::Value>(first).is_ok_and(|v| v.is_object());
        return if object { Kind::JsonLines } else { Kind::Text };
    }
    if is_page(start) { Kind::Page } else { Kind::Text }
}

/// Tags of which one stands near the beginning of every page.
const PAGE_TAGS: [&str; 9] =
    ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>"];

fn is_page(start: &str) -> bool {
    let head: String = start.chars().take(2048).collect::<String>().to_lowercase();
    head.starts_with('<') && PAGE_TAGS.iter().any(|tag| head.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_what_a_file_is() {
        let found = |bytes: &[u8]| foreign(bytes).map(|f| f.found);
        assert_eq!(found(b"\x89PNG\r\n\x1a\n...."), Some("a PNG picture"));
        assert_eq!(found(b"PK\x03\x04....word/document.xml"), Some("a Word document (DOCX)"));
        assert_eq!(found(b"PK\x03\x04....notes.txt"), Some("a ZIP archive"));
        assert_eq!(found(b"%PDF-1.7"), Some("a PDF document"));
        assert_eq!(found("قال شهود".as_bytes()), None);
        assert!(garbled("ab\0\0\0\u{1}").is_some());
        assert!(garbled("قال\tشهود\r\n").is_none());
    }

    #[test]
    fn names_decide_where_content_is_open() {
        let kind = |name: &str, start: &str| of_text(Path::new(name), start).map_err(|f| f.found);
        assert_eq!(kind("a.jsonl", "{}"), Ok(Kind::JsonLines));
        assert_eq!(kind("a.txt", "{ كذا"), Ok(Kind::Text));
        assert_eq!(kind("a.HTM", "قصف"), Ok(Kind::Page));
        assert_eq!(kind("a.csv", "a,b"), Err("a table (CSV)"));
    }
}
