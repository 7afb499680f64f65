//! A page (HTML): its body, headline, outlet and date.
//!
//! The `trafilatura` crate says which text is the article; the text itself is always cut from the page's own blocks
//! ([`blocks`]), in their order, so that what is left out is known as well. What the page says of itself in its head
//! stands in [`meta`]. The blocks of the body then go through the same rules as plain text.

mod blocks;
mod meta;

use crate::article::{OutletNames, reason};
use crate::limits;
use crate::line::Line;
use crate::outlet::{self, Found, Sign};
use crate::structure::{Block, Structure, structure};
use blocks::Piece;
use scraper::Html;

/// Reads a page; nothing where no article text is in it.
pub(crate) fn read(html: &str, outlets: &dyn OutletNames) -> Option<Structure> {
    if open_tags(html) > MOST_OPEN {
        return None;
    }
    let page = Html::parse_document(html);
    let (pieces, bounded) = blocks::pieces(&page);
    let inside = article_pieces(html, &pieces, bounded);
    if !inside.contains(&true) {
        return None;
    }
    let meta = meta::read(&page);
    let (title, from_title) = headline(&meta, outlets);
    let blocks: Vec<Block<'_>> = pieces
        .iter()
        .zip(&inside)
        .map(|(p, inside)| if *inside { Block::Open(&p.text) } else { Block::Outside(&p.text, p.place) })
        .collect();
    let mut found = structure(&blocks, &title, outlets);
    if found.body.is_empty() {
        return None;
    }
    found.outlet = publisher(&meta, outlets).or(from_title).or(found.outlet);
    found.published = meta.published.or(found.published);
    found.url = meta.url.or(found.url);
    Some(found)
}

/// The label that a page gives of its encoding, in its first bytes.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION)]).to_lowercase();
    let at = start.find("charset=").map(|at| at + "charset=".len()).or_else(|| {
        let xml = start.starts_with("<?xml").then(|| start.find("encoding=")).flatten()?;
        Some(xml + "encoding=".len())
    })?;
    let label: String = start[at..]
        .chars()
        .skip_while(|c| matches!(c, '"' | '\'' | ' '))
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    Some(label).filter(|label| !label.is_empty())
}

/// Where browsers look for a declaration, in bytes (HTML standard: 1024; pages in the wild put it later).
const DECLARATION: usize = 4096;

/// How many tags may stand open at once, roughly counted. The parser's work grows with their number; real pages
/// stay below 100.
const MOST_OPEN: usize = 4 * limits::DEPTH;

/// The most tags that stand open at once, those apart that close by themselves.
fn open_tags(html: &str) -> usize {
    const ALONE: [&str; 21] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "option",
    ];
    let (mut open, mut most) = (0usize, 0usize);
    for tag in html.split('<').skip(1) {
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .take(16)
            .collect();
        if name.is_empty() || ALONE.contains(&name.as_str()) {
            continue;
        }
        open = if tag.starts_with('/') { open.saturating_sub(1) } else { open + 1 };
        most = most.max(open);
    }
    most
}

/// Which pieces are the article's, in the finder's opinion; where it has none, those that read like prose.
fn article_pieces(html: &str, pieces: &[Piece], bounded: bool) -> Vec<bool> {
    let found = if bounded { find_body(html) } else { None };
    let inside = found.map(|body| blocks::covered(pieces, &body)).unwrap_or_default();
    if pieces.iter().zip(&inside).any(|(piece, inside)| *inside && !piece.apart) {
        return inside;
    }
    let prose = |p: &Piece| !p.apart && p.place != reason::COMMENTS && Line::new(&p.text).prose;
    pieces.iter().map(prose).collect()
}

/// Stack of the body finder's thread, in bytes: it walks the tree by recursion, [`limits::DEPTH`] deep at most.
const STACK: usize = 64 << 20;

/// The pieces of the article as the body finder sees it. It runs on a thread of its own, with a stack of known size,
/// so that a page that breaks it costs that page only.
fn find_body(html: &str) -> Option<Vec<Piece>> {
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_focus(trafilatura::ExtractionFocus::FavorPrecision)
        .with_exclude_comments(true)
        .with_exclude_tables(true);
    std::thread::scope(|scope| {
        let run = || trafilatura::extract(html, &options).ok().map(|found| found.content_html);
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).ok()?;
        let found = thread.join().ok().flatten()?;
        Some(blocks::pieces(&Html::parse_fragment(&found)).0)
    })
}

/// The headline without the site's name at its end, and the outlet that this name is.
fn headline(meta: &meta::Meta, outlets: &dyn OutletNames) -> (String, Option<Found>) {
    let Some(title) = &meta.title else { return (String::new(), None) };
    let (cut, found) = outlet::of_title(title, outlets);
    let cut = meta.site.iter().find_map(|site| meta::without_site(cut, site)).unwrap_or(cut);
    (cut.trim().to_owned(), found)
}

/// Who publishes, by what the page says of itself; a known outlet first.
fn publisher(meta: &meta::Meta, outlets: &dyn OutletNames) -> Option<Found> {
    let named = meta.site.iter().map(String::as_str).chain(meta.url.as_deref());
    let known = named.filter_map(|n| outlets.known(n)).next();
    known
        .map(|name| Found { name: name.to_owned(), sign: Sign::KnownSignature })
        .or_else(|| meta.site.first().map(|name| Found { name: name.clone(), sign: Sign::Signature }))
}
