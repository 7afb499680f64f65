//! Articles in JSON: one object a line, read as a stream; or one array, or one object, in a file.

use crate::article::{Article, BodySource, Origin, OutletNames, Warning};
use crate::error::{Broken, ImportError};
use crate::field::{Fields, fields};
use crate::source::{Each, Place};
use crate::{encoding, limits, page, pubdate};
use serde_json::Value;
use serde_json::value::RawValue;
use std::io::{BufRead, Read};

/// Reads JSON Lines; no more than one line is held. Answers whether to go on.
pub(crate) fn read_lines(
    place: &Place,
    reader: &mut dyn BufRead,
    outlets: &dyn OutletNames,
    each: Each<'_>,
) -> bool {
    let mut number = 0;
    let mut any = false;
    loop {
        let line = match next_line(reader) {
            Ok(None) => break,
            Ok(Some(line)) => line,
            Err(error) => return each(Err(place.unreadable(&error))),
        };
        number += 1;
        let go_on = match line {
            Piece::Large(bytes) => each(Err(ImportError::LineTooLarge {
                path: place.shown(),
                line: number,
                bytes,
                limit: limits::LINE,
            })),
            Piece::Line(bytes) if without_mark(&bytes).iter().all(u8::is_ascii_whitespace) => continue,
            Piece::Line(bytes) => {
                let origin = place.item(number);
                each(article(bytes, origin, outlets).map_err(|reason| place.broken("line", number, reason)))
            }
        };
        any = true;
        if !go_on {
            return false;
        }
    }
    any || each(Err(ImportError::Empty { path: place.shown() }))
}

/// Reads a JSON file that holds one array of objects, or one object. Answers whether to go on.
pub(crate) fn read_value(place: &Place, bytes: &[u8], outlets: &dyn OutletNames, each: Each<'_>) -> bool {
    let text = String::from_utf8_lossy(without_mark(bytes));
    let items: Vec<&RawValue> = if text.trim_start().starts_with('[') {
        match serde_json::from_str(&text) {
            Ok(items) => items,
            Err(error) => return each(Err(place.broken_json(not_json(&error)))),
        }
    } else {
        match serde_json::from_str(&text) {
            Ok(item) => vec![item],
            // Several objects, one a line, under the name of one.
            Err(_) if text.lines().nth(1).is_some() && is_object(&text) => {
                return read_lines(place, &mut &bytes[..], outlets, each);
            }
            Err(error) => return each(Err(place.broken_json(not_json(&error)))),
        }
    };
    if items.is_empty() {
        return each(Err(ImportError::Empty { path: place.shown() }));
    }
    items.into_iter().enumerate().all(|(i, item)| {
        let made = article(item.get().as_bytes().to_vec(), place.item(i + 1), outlets);
        each(made.map_err(|reason| place.broken("item", i + 1, reason)))
    })
}

/// True where the first line is a whole object.
fn is_object(text: &str) -> bool {
    text.lines().next().is_some_and(|l| serde_json::from_str::<Value>(l).is_ok_and(|v| v.is_object()))
}

/// One line, or the size of one that is too large to hold.
enum Piece {
    Line(Vec<u8>),
    Large(u64),
}

/// The next line without its line break; at most [`limits::LINE`] bytes of it are held.
fn next_line(reader: &mut dyn BufRead) -> std::io::Result<Option<Piece>> {
    let mut line = Vec::new();
    reader.take(limits::LINE + 1).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 > limits::LINE {
        let held = line.len() as u64;
        drop(line);
        return Ok(Some(Piece::Large(held + skip_line(reader)?)));
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(Some(Piece::Line(line)))
}

/// Passes over the rest of a line without holding it; answers how many bytes it had.
fn skip_line(reader: &mut dyn BufRead) -> std::io::Result<u64> {
    let mut passed = 0;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(passed);
        }
        let end = buffer.iter().position(|b| *b == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        reader.consume(used);
        passed += used as u64;
        if end.is_some() {
            return Ok(passed - 1);
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Makes an article of one JSON object; the error says what is wrong with it.
fn article(original: Vec<u8>, origin: Origin, outlets: &dyn OutletNames) -> Result<Article, Broken> {
    let read = encoding::utf8(without_mark(&original));
    let value: Value = serde_json::from_str(&read.text).map_err(|error| not_json(&error))?;
    let Value::Object(object) = value else { return Err(Broken::NotAnObject) };
    let fields = fields(object)?;
    let mut article = Article::empty(original, origin);
    article.warnings.extend(read.warning());
    fill(&mut article, fields, outlets)?;
    Ok(article.finish())
}

/// The body is that of the object; what the object gives stands before what its page states.
fn fill(article: &mut Article, fields: Fields, outlets: &dyn OutletNames) -> Result<(), Broken> {
    match (fields.text, fields.html) {
        (Some(text), _) => article.text = text,
        (None, html) => {
            let page = page::read(&html.unwrap_or_default(), outlets).ok_or(Broken::NoArticle)?;
            article.fill_from(page, BodySource::Page);
        }
    }
    article.id = fields.id;
    article.camp = fields.camp;
    article.extra = fields.extra;
    article.url = fields.url.or(article.url.take());
    article.outlet = fields.outlet.or(article.outlet.take());
    article.title = fields.title.unwrap_or_else(|| std::mem::take(&mut article.title));
    if let Some(stated) = fields.published {
        article.published = pubdate::iso(&stated);
        article.warnings.retain(|w| !matches!(w, Warning::AmbiguousDate(_)));
        if article.published.is_none() {
            article.warnings.push(Warning::BadDate(stated.clone()));
        }
        article.published_text = Some(stated);
    }
    Ok(())
}

/// The parser's words without its line number, which is always 1 here.
fn not_json(error: &serde_json::Error) -> Broken {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or("").to_owned();
    Broken::NotJson { said, column: error.column() }
}
