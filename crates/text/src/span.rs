//! Places in a text: byte spans inside the engine, code points at its edge.

use std::fmt;

/// A stretch of a text, in bytes, on character boundaries; `start <= end` by construction.
///
/// No text that is read is longer than 4 GB: of every word there is a span, and half of it would be noughts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes; turned round where they are given the wrong way.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: small(start.min(end)), end: small(start.max(end)) }
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True where nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text of the span. Empty where the span is not of this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or("")
    }

    /// True where every byte of `other` is in `self`.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many bytes both hold.
    #[must_use]
    pub fn overlap(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start)) as usize
    }

    /// The least span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// How far apart the known places of [`CodePoints`] are, in bytes: 64 keeps the table at a sixteenth of the
/// text and a look-up at 64 bytes of counting.
const STEP: usize = 64;

/// Turns byte offsets of one text into code-point offsets and back.
///
/// ```
/// use riwayat_text::{CodePoints, Span};
/// let text = "قتل 5";
/// let points = CodePoints::new(text);
/// assert_eq!(points.of(Span::new(0, 6)), (0, 3));
/// assert_eq!(points.span(0, 3), Span::new(0, 6));
/// ```
#[derive(Debug, Clone)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before each multiple of [`STEP`] bytes.
    known: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut known = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0u32;
        for some in text.as_bytes().chunks(STEP) {
            known.push(count);
            count += some.iter().map(|b| u32::from(is_start(*b))).sum::<u32>();
        }
        Self { text, known }
    }

    /// Code points before the byte offset `byte`.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let Some(&base) = self.known.get(byte / STEP) else {
            return self.text.chars().count();
        };
        let from = byte / STEP * STEP;
        base as usize + self.text.as_bytes()[from..byte].iter().filter(|b| is_start(**b)).count()
    }

    /// Start and end of a span in code points.
    #[must_use]
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start()), self.at(span.end()))
    }

    /// The span between two code-point offsets; past the end counts as the end.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.byte(start), self.byte(end))
    }

    fn byte(&self, point: usize) -> usize {
        let block = self.known.partition_point(|k| (*k as usize) <= point).saturating_sub(1);
        let mut left = point - self.known.get(block).map_or(0, |k| *k as usize);
        let from = block * STEP;
        for (i, b) in self.text.as_bytes().iter().enumerate().skip(from) {
            if is_start(*b) {
                if left == 0 {
                    return i;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_given_backwards_is_turned_round() {
        assert_eq!(Span::new(5, 2), Span::new(2, 5));
    }

    #[test]
    fn code_points_and_bytes_agree_at_every_character() {
        let text = "قُتل 5 مدنيين 💡 في هجين، وأصيب آخرون بجروح. ".repeat(9);
        let points = CodePoints::new(&text);
        for (n, (i, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(i), n);
            assert_eq!(points.span(n, n).start(), i);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        assert_eq!(points.span(0, usize::MAX), Span::new(0, text.len()));
    }
}
