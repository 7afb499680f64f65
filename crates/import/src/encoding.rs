//! Bytes to text: byte order mark, then declaration, then what the bytes themselves show.
//!
//! Nothing fails: what no encoding reads is replaced by U+FFFD and counted, and a guess is told as a guess.

use crate::article::Warning;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

/// Text, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// Name of the encoding, as the Encoding Standard writes it.
    pub encoding: &'static str,
    /// True where neither a mark nor a declaration nor valid UTF-8 settled it.
    pub guessed: bool,
    /// How many stretches of broken bytes became U+FFFD.
    pub replaced: usize,
}

impl Decoded {
    /// What a reader of the import report must know of it.
    #[must_use]
    pub fn warning(&self) -> Option<Warning> {
        (self.guessed || self.replaced > 0)
            .then_some(Warning::Encoding { encoding: self.encoding, replaced: self.replaced })
    }
}

/// Reads bytes as text. `declared` is the label that the document gives of itself (`<meta charset>`).
///
/// ```
/// use riwayat_import::encoding::decode;
/// let bytes = [0xC8, 0xDB, 0xCF, 0xC7, 0xCF]; // بغداد in windows-1256
/// assert_eq!(decode(&bytes, Some("windows-1256")).text, "بغداد");
/// assert_eq!(decode("بغداد".as_bytes(), None).encoding, "UTF-8");
/// ```
#[must_use]
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..], false);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return with(encoding, bytes, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return with(UTF_8, bytes, false);
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match declared.filter(|e| *e != UTF_16LE && *e != UTF_16BE) {
        Some(encoding) => with(encoding, bytes, false),
        None if mostly_utf8(bytes) => with(UTF_8, bytes, false),
        None => with(guess(bytes), bytes, true),
    }
}

/// Reads bytes as UTF-8, whatever they look like.
#[must_use]
pub fn utf8(bytes: &[u8]) -> Decoded {
    with(UTF_8, bytes, false)
}

fn with(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let replaced = if broken { count_replaced(encoding, bytes, &text) } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), guessed, replaced }
}

/// U+FFFD in the text, less those that the bytes themselves spell in UTF-8.
fn count_replaced(encoding: &'static Encoding, bytes: &[u8], text: &str) -> usize {
    let shown = text.matches('\u{FFFD}').count();
    let spelt = if encoding == UTF_8 { bytes.windows(3).filter(|w| w == b"\xEF\xBF\xBD").count() } else { 0 };
    shown.saturating_sub(spelt).max(1)
}

/// How much of a file is looked at for UTF-16 without a mark, in bytes.
const UTF16_SAMPLE: usize = 4096;
/// Share of 16-bit units, in percent, whose upper byte must be that of ASCII (0) or Arabic (6). Texts in other
/// encodings stay below 10 in either byte order; Arabic news in UTF-16 is above 95.
const UTF16_SHARE: usize = 85;

/// UTF-16 tells itself by its upper bytes, which are 0 or 6 in Arabic text, at every second place.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(UTF16_SAMPLE) & !1];
    let units = sample.len() / 2;
    if units < 2 || !sample.iter().any(|b| *b == 0 || *b == 6) {
        return None;
    }
    let upper = |at: usize| sample.iter().skip(at).step_by(2).filter(|b| matches!(b, 0 | 6)).count();
    let enough = |n: usize| n * 100 >= units * UTF16_SHARE;
    match (enough(upper(1)), enough(upper(0))) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// How many characters of two or more bytes must be whole for each broken place, so that a text counts as
/// damaged UTF-8 and not as another encoding. In windows-1256 Arabic whole ones are accidents, below 1 in 10.
const WHOLE_PER_BROKEN: usize = 4;

fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= broken * WHOLE_PER_BROKEN
}

/// The detector of Firefox, told that the text is Arabic: only what it would read as Western, where every byte
/// is a letter of windows-1256 too, is read as windows-1256.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(Some(b"sy"), Utf8Detection::Deny);
    if found == encoding_rs::WINDOWS_1252 { WINDOWS_1256 } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "قال شهود إن الطيران قصف بلدة تل الورد مساء أمس، ما أدى إلى مقتل 7 أشخاص.\nوأضافوا أن المشفى خرج عن الخدمة.";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn check(bytes: &[u8], encoding: &str, guessed: bool) {
        let read = decode(bytes, None);
        assert_eq!(
            (read.text.as_str(), read.encoding, read.guessed, read.replaced),
            (NEWS, encoding, guessed, 0)
        );
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        check(NEWS.as_bytes(), "UTF-8", false);
        check(&[b"\xEF\xBB\xBF", NEWS.as_bytes()].concat(), "UTF-8", false);
        check(&utf16(&format!("\u{FEFF}{NEWS}"), u16::to_le_bytes), "UTF-16LE", false);
        check(&utf16(&format!("\u{FEFF}{NEWS}"), u16::to_be_bytes), "UTF-16BE", false);
        check(&utf16(NEWS, u16::to_le_bytes), "UTF-16LE", true);
        check(&utf16(NEWS, u16::to_be_bytes), "UTF-16BE", true);
        check(&WINDOWS_1256.encode(NEWS).0, "windows-1256", true);
    }

    #[test]
    fn a_wrong_declaration_does_not_beat_valid_utf8() {
        assert_eq!(decode(NEWS.as_bytes(), Some("windows-1256")).text, NEWS);
    }

    #[test]
    fn a_declaration_settles_what_is_not_utf8() {
        let read = decode(&WINDOWS_1256.encode(NEWS).0, Some("windows-1256"));
        assert_eq!((read.text.as_str(), read.guessed, read.warning()), (NEWS, false, None));
    }

    #[test]
    fn broken_utf8_is_kept_replaced_and_counted() {
        let mut bytes = NEWS.as_bytes().to_vec();
        bytes.insert(0, 0xFF);
        bytes.truncate(bytes.len() - 2); // cuts the last letter in two
        let read = decode(&bytes, None);
        assert_eq!((read.encoding, read.replaced), ("UTF-8", 2));
        assert!(read.text.contains("مقتل 7 أشخاص"));
        assert_eq!(read.warning(), Some(Warning::Encoding { encoding: "UTF-8", replaced: 2 }));
    }

    #[test]
    fn a_replacement_mark_in_the_source_is_not_counted_as_ours() {
        let bytes = [NEWS.as_bytes(), "\u{FFFD}".as_bytes(), b"\xFF"].concat();
        assert_eq!(decode(&bytes, None).replaced, 1);
    }
}
