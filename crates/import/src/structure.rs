//! Which lines of a text are its body: headline, date, outlet and furniture told apart.
//!
//! Three parts: the head, up to the first line that reads like prose ([`crate::head`]); the body; the end, from the
//! first sign that the article is over. Every line becomes body or a [`LeftOut`] with its reason; none is lost, and
//! none is changed. What is *not* done: no line is cut in two.

use crate::article::{LeftOut, OutletNames, reason};
use crate::furniture::{Opens, furniture};
use crate::head;
use crate::line::{Line, words};
use crate::outlet::{self, Found};
use crate::pubdate::{self, Stated};

/// What was found in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Structure {
    pub(crate) title: String,
    pub(crate) outlet: Option<Found>,
    pub(crate) published: Option<Stated>,
    pub(crate) url: Option<String>,
    pub(crate) body: Vec<String>,
    pub(crate) left_out: Vec<LeftOut>,
}

/// One line to place, or a stretch already known to be outside.
pub(crate) enum Block<'t> {
    /// To be placed.
    Open(&'t str),
    /// Outside, for this reason.
    Outside(&'t str, &'static str),
}

/// Places every block. `title` is the headline where it is known beforehand, else empty.
pub(crate) fn structure(blocks: &[Block<'_>], title: &str, outlets: &dyn OutletNames) -> Structure {
    let open: Vec<Line<'_>> = blocks
        .iter()
        .filter_map(|b| if let Block::Open(text) = b { Some(Line::new(text)) } else { None })
        .collect();
    let mut placed = Placed::new(&open, title, outlets);
    placed.head();
    placed.rest();
    placed.collect(blocks)
}

/// How many lines a head has at most: a page's menus copied above its article; past that a text is no article
/// with a head, and looking for one in a list of a million lines would not end.
const HEAD: usize = 400;

/// Lines on their way to their places: `out[i]` is why line i is left out.
struct Placed<'l, 't> {
    lines: &'l [Line<'t>],
    outlets: &'l dyn OutletNames,
    out: Vec<Option<&'static str>>,
    marks: Vec<Option<(&'static str, Opens)>>,
    /// Whether from line i on nothing reads like prose until furniture says that the article is over.
    over: Vec<bool>,
    /// The first line of the body.
    body: usize,
    title_given: bool,
    found: Structure,
}

impl<'l, 't> Placed<'l, 't> {
    fn new(lines: &'l [Line<'t>], title: &str, outlets: &'l dyn OutletNames) -> Self {
        let marks: Vec<_> = lines.iter().map(furniture).collect();
        let starts = |i: &usize| marks[*i].is_none() && lines[*i].prose && !head::repeated(lines, *i);
        let body = (0..lines.len().min(HEAD)).find(starts);
        let found = Structure { title: title.to_owned(), ..Structure::default() };
        let over = over(lines, &marks);
        let out = vec![None; lines.len()];
        let title_given = !title.is_empty();
        let mut placed = Self { lines, outlets, out, marks, over, body: 0, title_given, found };
        placed.body = body.unwrap_or_else(|| placed.body_without_prose());
        placed
    }

    /// Where nothing reads like prose, the body begins after the headline; a single line is a text, not a headline.
    fn body_without_prose(&mut self) -> usize {
        let plain = |i: &usize| {
            self.marks[*i].is_none()
                && pubdate::stated(&self.lines[*i]).is_none()
                && outlet::of_line(&self.lines[*i], self.outlets).is_none()
        };
        let candidates: Vec<usize> = (0..self.lines.len().min(HEAD)).filter(plain).collect();
        let title = if self.title_given { None } else { head::headline(self.lines, &candidates) };
        let after = title.filter(|_| candidates.len() > 1);
        let is_body = |i: &&usize| after.is_none_or(|t| **i > t && !head::repeated(self.lines, **i));
        candidates.iter().find(is_body).or(candidates.first()).copied().unwrap_or(self.lines.len())
    }

    /// Places the lines before the body, and finds the headline among them.
    fn head(&mut self) {
        let mut candidates = Vec::new();
        for i in 0..self.body {
            self.out[i] = self.signed(i).or(self.marks[i].map(|m| m.0));
            if self.out[i].is_none() {
                candidates.push(i);
            }
        }
        let title = if self.title_given { None } else { head::headline(self.lines, &candidates) };
        if let Some(at) = title {
            self.out[at] = Some(reason::TITLE);
            let (cut, found) = outlet::of_title(self.lines[at].text, self.outlets);
            self.found.title = cut.to_owned();
            self.name(found);
        }
        let known = words(&self.found.title);
        for i in candidates.into_iter().filter(|i| title != Some(*i)) {
            let line = &self.lines[i];
            let (cut, found) = outlet::of_title(line.text, self.outlets);
            let same = crate::line::same_words(&words(cut), &known);
            self.out[i] = if same {
                self.name(found);
                Some(reason::TITLE_REPEAT)
            } else {
                head::role(line, &known, self.title_given || title.is_some_and(|t| t < i))
            };
        }
    }

    /// Places the lines from the body on.
    fn rest(&mut self) {
        let mut state = State::Body;
        for i in self.body..self.lines.len() {
            let line = &self.lines[i];
            if let State::Rest(why) = state {
                let again = self.marks[i].filter(|m| m.1 == Opens::Rest).map_or(why, |m| m.0);
                state = State::Rest(again);
                self.out[i] = Some(self.marks[i].map_or(again, |m| m.0));
                self.footer(i);
                continue;
            }
            let ends = state != State::Body || self.over[i];
            if let Some((why, opens)) = self.marks[i] {
                self.out[i] = Some(why);
                state = state.after(why, opens, self.over[i]);
                self.footer(i);
            } else if let Some(why) = ends.then(|| self.signed(i)).flatten() {
                self.out[i] = Some(why);
                state = State::Block(reason::FOOTER);
            } else if line.prose {
                state = State::Body;
            } else if let State::Block(why) = state {
                self.out[i] = Some(why);
            }
        }
        if let Some(lede) = self.lines.get(self.body) {
            self.name(outlet::of_lede(lede.text, self.outlets));
        }
    }

    /// Reads a line that may state date or outlet, and says why it is left out if it does.
    fn signed(&mut self, at: usize) -> Option<&'static str> {
        let line = &self.lines[at];
        if let Some(stated) = pubdate::stated(line) {
            if self.found.published.as_ref().is_none_or(|p| stated.rank < p.rank) {
                self.found.published = Some(stated);
            }
            return Some(reason::DATELINE);
        }
        let found = outlet::of_line(line, self.outlets)?;
        if let Some(url) = outlet::address(line.text) {
            self.found.url.get_or_insert_with(|| url.to_owned());
        }
        self.name(found);
        Some(reason::OUTLET_LINE)
    }

    fn footer(&mut self, at: usize) {
        if matches!(self.out[at], Some(reason::FOOTER | reason::COMMENTS)) && self.marks[at].is_some() {
            self.name(outlet::of_footer(&self.lines[at], self.outlets));
        }
    }

    /// Keeps the stronger of two signs.
    fn name(&mut self, found: Option<Found>) {
        if let Some(found) = found
            && self.found.outlet.as_ref().is_none_or(|had| found.sign < had.sign)
        {
            self.found.outlet = Some(found);
        }
    }

    fn collect(mut self, blocks: &[Block<'_>]) -> Structure {
        let mut reasons = self.out.iter();
        for block in blocks {
            let (text, why) = match block {
                Block::Open(text) => (*text, reasons.next().copied().flatten()),
                Block::Outside(text, why) => (*text, Some(*why)),
            };
            let text = crate::line::trim(text).to_owned();
            match why {
                None => self.found.body.push(text),
                Some(reason) => {
                    let before = self.found.body.len();
                    self.found.left_out.push(LeftOut { text, before, reason });
                }
            }
        }
        self.found
    }
}

/// For each line, whether from it on nothing reads like prose until furniture says that the article is over.
fn over(lines: &[Line<'_>], marks: &[Option<(&'static str, Opens)>]) -> Vec<bool> {
    let mut out = vec![true; lines.len()];
    let mut after = true;
    for (i, (line, mark)) in lines.iter().zip(marks).enumerate().rev() {
        after = match mark {
            Some((_, Opens::Block | Opens::Rest)) => true,
            Some((_, Opens::Line)) => after,
            None => after && !line.prose,
        };
        out[i] = after;
    }
    out
}

/// Where a line stands after the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Body,
    /// In a list or below a signature, until a line reads like prose.
    Block(&'static str),
    /// After the article, to the end.
    Rest(&'static str),
}

impl State {
    fn after(self, why: &'static str, opens: Opens, over: bool) -> Self {
        match opens {
            Opens::Line if over && why == reason::SHARE => Self::Block(reason::FOOTER),
            Opens::Line => self,
            Opens::Block => Self::Block(why),
            Opens::Rest => Self::Rest(why),
        }
    }
}
