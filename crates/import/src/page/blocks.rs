//! The pieces of text of a page, in their order, with the part of the page that they stand in.

use crate::article::reason;
use crate::limits;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

/// A stretch of text between two block boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its text; runs of white space are one space.
    pub(super) text: String,
    /// Why it would be left out, by where it stands; [`reason::OUTSIDE`] where that tells nothing.
    pub(super) place: &'static str,
    /// Stands in an element that never holds the article ([`APART`]). Class names are no proof of that:
    /// `no-sidebar` may enclose a whole page.
    pub(super) apart: bool,
}

/// Elements that never hold the article.
const APART: [&str; 4] = ["nav", "aside", "footer", "figcaption"];

/// Elements that do not part a text.
const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];
/// Elements whose text is not shown.
const UNSEEN: [&str; 11] = [
    "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea",
    "canvas",
];

/// Elements, and parts of a class or id, that tell what a stretch is.
const PLACES: [(&str, &[&str], &[&str]); 9] = [
    (reason::NAVIGATION, &["nav"], &["navbar", "menu", "breadcrumb"]),
    (reason::ASIDE, &["aside"], &[]),
    (reason::CAPTION, &["figcaption"], &["wp-caption-text", "image-caption"]),
    (reason::COMMENTS, &[], &["comment", "disqus"]),
    (reason::SHARE, &[], &["share", "social"]),
    (reason::RELATED, &[], &["related", "recommended", "read-also", "more-news"]),
    (reason::MOST_READ, &[], &["most-read", "mostread", "popular", "trending"]),
    (reason::TAGS, &[], &["post-tags", "entry-tags", "tags-links", "tag-cloud", "keywords"]),
    (reason::FOOTER, &["footer"], &["footer", "copyright"]),
];

/// The pieces of a page in their order, and whether the page is within what the body finder can take.
pub(super) fn pieces(page: &Html) -> (Vec<Piece>, bool) {
    let mut out = Pieces::default();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(_) => out.open(ElementRef::wrap(node)),
                Node::Text(text) => out.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if node.value().is_element() {
                    out.close();
                }
            }
        }
    }
    out.flush();
    (out.pieces, out.deepest <= limits::DEPTH && out.elements <= limits::ELEMENTS)
}

#[derive(Default)]
struct Pieces {
    pieces: Vec<Piece>,
    text: String,
    open: Vec<Open>,
    deepest: usize,
    elements: usize,
}

/// An open element, with what holds from it on.
#[derive(Clone, Copy)]
struct Open {
    /// Parts the text before it from its own.
    parts: bool,
    place: &'static str,
    apart: bool,
    unseen: bool,
}

/// Outside of every element.
const TOP: Open = Open { parts: true, place: reason::OUTSIDE, apart: false, unseen: false };

impl Pieces {
    fn open(&mut self, element: Option<ElementRef<'_>>) {
        let name = element.map_or("", |e| e.value().name());
        let outer = self.top();
        let parts = !INLINE.contains(&name);
        if parts {
            self.flush();
        }
        self.open.push(Open {
            parts,
            place: element.and_then(place_of).unwrap_or(outer.place),
            apart: outer.apart || APART.contains(&name),
            unseen: outer.unseen || UNSEEN.contains(&name),
        });
        self.elements += 1;
        self.deepest = self.deepest.max(self.open.len());
    }

    fn close(&mut self) {
        if self.top().parts {
            self.flush();
        }
        self.open.pop();
    }

    fn text(&mut self, text: &str) {
        if !self.top().unseen {
            self.text.push_str(text);
        }
    }

    fn top(&self) -> Open {
        self.open.last().copied().unwrap_or(TOP)
    }

    fn flush(&mut self) {
        let text = self.text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        self.text.clear();
        let text = crate::line::trim(&text);
        if !text.is_empty() {
            let Open { place, apart, .. } = self.top();
            self.pieces.push(Piece { text: text.to_owned(), place, apart });
        }
    }
}

fn place_of(element: ElementRef<'_>) -> Option<&'static str> {
    let value = element.value();
    let marks =
        format!("{} {}", value.attr("class").unwrap_or(""), value.attr("id").unwrap_or("")).to_lowercase();
    let of_body = matches!(value.name(), "body" | "html" | "main" | "article");
    PLACES
        .iter()
        .find(|(_, names, parts)| {
            names.contains(&value.name()) || !of_body && parts.iter().any(|part| marks.contains(part))
        })
        .map(|(place, ..)| *place)
}

/// Share of a piece's letters, in percent, that must be in the body for the piece to be of it.
const COVERED: usize = 50;

/// Which pieces the found body covers. White space apart, every piece of the body is looked for in the pieces, from the
/// place on where the last one ended, else from the beginning.
pub(super) fn covered(pieces: &[Piece], body: &[Piece]) -> Vec<bool> {
    let squashed: Vec<String> = pieces.iter().map(|p| squash(&p.text)).collect();
    let page = squashed.concat();
    let mut marked = Vec::new();
    let mut from = 0;
    for line in body.iter().map(|piece| squash(&piece.text)) {
        let found = page[from..].find(&line).map(|at| from + at).or_else(|| page.find(&line));
        if let Some(at) = found {
            from = at + line.len();
            marked.push((at, from));
        }
    }
    marked.sort_unstable();
    let mut at = 0;
    squashed
        .iter()
        .map(|piece| {
            let (start, end) = (at, at + piece.len());
            at = end;
            overlap(&marked, start, end) * 100 >= piece.len() * COVERED && !piece.is_empty()
        })
        .collect()
}

/// How many bytes of `start..end` lie in the sorted stretches.
fn overlap(marked: &[(usize, usize)], start: usize, end: usize) -> usize {
    let first = marked.partition_point(|(_, to)| *to <= start);
    let mut reached = start;
    let mut sum = 0;
    for (from, to) in marked[first..].iter().take_while(|(from, _)| *from < end) {
        let (from, to) = ((*from).max(reached), (*to).min(end));
        sum += to.saturating_sub(from);
        reached = reached.max(to);
    }
    sum
}

fn squash(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
