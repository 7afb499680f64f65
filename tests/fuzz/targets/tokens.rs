//! Tokens, sentences and paragraphs tile the text but for blanks, in order, on character boundaries.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riwayat_fuzz::{Case, cut, follow};
use riwayat_text::normal::is_control;
use riwayat_text::token::{endings, readings};
use riwayat_text::{Span, Token, TokenKind, paragraphs, sentences, tokens};

fuzz_target!(|data: &[u8]| {
    let Case { text, .. } = Case::new(data);
    let tokens = tokens(&text);
    let (paragraphs, sentences) = (paragraphs(&text), sentences(&text));
    tile(&text, tokens.iter().map(|t| t.span), |c| c.is_whitespace() || is_control(c));
    tile(&text, paragraphs.iter().copied(), char::is_whitespace);
    tile(&text, sentences.iter().copied(), char::is_whitespace);
    for token in &tokens {
        check(&text, token);
    }
    let mut holders = paragraphs.iter().peekable();
    for sentence in &sentences {
        while holders.next_if(|p| p.end() <= sentence.start()).is_some() {}
        assert!(holders.peek().is_some_and(|p| p.contains(*sentence)), "{sentence:?} crosses a paragraph");
        assert!(!cut(&text, *sentence).contains('\n'));
    }
});

/// The spans are in order, and what lies between them is blank.
fn tile(text: &str, spans: impl Iterator<Item = Span> + Clone, blank: impl Fn(char) -> bool) {
    follow(text, spans.clone());
    let mut last = 0;
    for span in spans.chain([Span::new(text.len(), text.len())]) {
        assert!(text[last..span.start()].chars().all(&blank), "something lies before {span:?}");
        last = span.end();
    }
}

fn check(text: &str, token: &Token) {
    assert!(!token.key.is_empty());
    if token.kind == TokenKind::Number {
        assert!(token.value().is_some_and(f64::is_finite), "{} is no number", token.key);
    }
    for reading in readings(&token.key) {
        assert_eq!(format!("{}{}", reading.proclitics, reading.rest), token.key);
        assert!(token.span.contains(token.span_without(text, reading.proclitics)));
        cut(text, token.span_without(text, reading.proclitics));
    }
    for ending in endings(&token.key) {
        assert_eq!(format!("{}{}", ending.rest, ending.enclitic), token.key);
    }
}
