//! Tokens: words, numbers and signs, each a span with its folded form.

use crate::{Span, normal};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with the marks and tatweel on them.
    Word,
    /// Digits of either kind, with the separators inside them.
    Number,
    /// One punctuation mark or symbol.
    Sign,
    /// One line break.
    Break,
}

/// One token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its folded form ([`normal::fold`]); of a number, ASCII digits with `.` for decimals and no grouping.
    pub key: String,
}

/// The tokens of a text, in order; white space other than line breaks lies between them.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let class = |c: char| match c {
        '\n' => Some(TokenKind::Break),
        c if c.is_whitespace() => None,
        c if c.is_ascii_digit() || matches!(c, '٠'..='٩' | '۰'..='۹') => Some(TokenKind::Number),
        c if c.is_alphanumeric() || matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | '\u{640}') => {
            Some(TokenKind::Word)
        }
        _ => Some(TokenKind::Sign),
    };
    for (i, c) in text.char_indices() {
        let Some(kind) = class(c) else { continue };
        let span = Span::new(i, i + c.len_utf8());
        match out.last_mut() {
            Some(last)
                if last.kind == kind
                    && last.span.end() == i
                    && matches!(kind, TokenKind::Word | TokenKind::Number) =>
            {
                last.span = last.span.cover(span);
            }
            _ => out.push(Token { span, kind, key: String::new() }),
        }
    }
    for t in &mut out {
        t.key = normal::fold(t.span.of(text));
    }
    out
}

/// The proclitics of Arabic in the order in which they stack, as (conjunction, preposition, article).
///
/// Every way to read a folded word as proclitics and a rest, the uncut word first. A word is never cut by its
/// letters alone: the caller keeps the reading whose rest it knows.
///
/// ```
/// let rests: Vec<_> = riwayat_text::token::readings("وبالمدينه").map(|r| r.rest).collect();
/// assert!(rests.contains(&"المدينه") && rests.contains(&"مدينه"));
/// ```
pub fn readings(word: &str) -> impl Iterator<Item = Reading<'_>> {
    const CUTS: [&str; 20] = [
        "", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "فب", "فل", "ال", "وال", "فال", "بال", "كال",
        "وبال", "لل", "ولل",
    ];
    CUTS.into_iter().filter_map(move |cut| {
        let rest = word.strip_prefix(cut)?;
        (rest.chars().count() >= 2 || cut.is_empty()).then_some(Reading { proclitics: cut, rest })
    })
}

/// One way to read a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'w> {
    /// The proclitics taken off, as written (folded).
    pub proclitics: &'static str,
    /// What is left.
    pub rest: &'w str,
}
