//! What the analyst arranges herself: which sentences stand in one row, which articles tell one event.
//!
//! She points at what she sees, a piece of a row or an article; what is kept are links between sentences or articles, so that
//! her word holds however the program arranges the rest later. One action is one change, and can be undone as one.

use super::{Desk, Shown, Watch, not_found};
use crate::view::{Failure, Overview, Spot};
use jiff::Timestamp;
use riwayat_compare::{Event, Hand, Row};
use riwayat_store::{self as store, Link};
use riwayat_text::{CodePoints, Span};
use std::collections::BTreeSet;

/// A sentence of a row: the article's number, and its stretch.
type Sentence = (usize, Span);

/// A row that is shown: its event, its number in it, and its sentences.
struct Found {
    event: usize,
    row: usize,
    sentences: Vec<Sentence>,
    hand: Hand,
}

impl Desk {
    /// Takes sentences out of their row: they cannot stand with the rest of it.
    ///
    /// # Errors
    /// Where they are not there any more, stand in several rows, or nothing else is in theirs; or it cannot be saved.
    pub fn split_row(&self, taken: &[Spot], watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let (row, taken) = one_row(&shown, taken)?;
        let rest: Vec<Sentence> = row.sentences.iter().filter(|s| !taken.contains(s)).copied().collect();
        if rest.is_empty() {
            return Err(alone());
        }
        self.link_rows(&pairs(&shown, &taken, &rest, Some(Link::Cannot)), watch)
    }

    /// Makes one row of the two in which two pieces stand: what is in them must stand together.
    ///
    /// # Errors
    /// Where one is not there any more, or they are one row or of two events; or it cannot be saved.
    pub fn join_rows(&self, one: &Spot, other: &Spot, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let (a, b) = (find(&shown, one)?.0, find(&shown, other)?.0);
        two_rows(&a, &b)?;
        self.link_rows(&pairs(&shown, &a.sentences, &b.sentences, Some(Link::Must)), watch)
    }

    /// Moves sentences from their row to that in which another piece stands: they must stand with all of the one, and
    /// cannot with the rest of the other.
    ///
    /// # Errors
    /// Where one is not there any more, they stand in several rows, or that is their row or of another event; or it cannot
    /// be saved.
    pub fn move_pieces(&self, moved: &[Spot], to: &Spot, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let (row, moved) = one_row(&shown, moved)?;
        let target = find(&shown, to)?.0;
        two_rows(&row, &target)?;
        let rest: Vec<Sentence> = row.sentences.iter().filter(|s| !moved.contains(s)).copied().collect();
        let mut links = pairs(&shown, &moved, &target.sentences, Some(Link::Must));
        links.extend(pairs(&shown, &moved, &rest, Some(Link::Cannot)));
        self.link_rows(&links, watch)
    }

    /// Leaves the row of a piece to the program again: what was decided about its sentences holds no more.
    ///
    /// # Errors
    /// Where it is not there any more, or nothing was decided about it; or it cannot be saved.
    pub fn leave_row(&self, of: &Spot, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let row = find(&shown, of)?.0;
        let history = self.file().history()?;
        let touches = |spot: &store::Spot| {
            let is = |(article, span): &Sentence| {
                shown.prepared[*article].id == spot.article
                    && span.overlap(Span::new(spot.start, spot.end)) > 0
            };
            row.sentences.iter().any(is)
        };
        let held = history.row_links().into_iter().filter(|(a, b, _)| touches(a) || touches(b));
        let links: Vec<_> = held.map(|(a, b, _)| (a.clone(), b.clone(), None)).collect();
        if links.is_empty() || row.hand == Hand::default() {
            return Err(undecided());
        }
        self.link_rows(&links, watch)
    }

    /// Moves an article to another event: it must tell one with all of that, and cannot with the rest of its own.
    ///
    /// # Errors
    /// Where the article or the event is not there any more, or that is its event; or it cannot be saved.
    pub fn move_article(&self, article: &str, event: &str, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let (own, target) = (event_of(&shown, article)?, event_called(&shown, event)?);
        if own.id == target.id {
            return Err(there_already());
        }
        let mut links = with_all(&shown, article, target, Some(Link::Must));
        links.extend(with_all(&shown, article, own, Some(Link::Cannot)));
        self.link_articles(&links, watch)
    }

    /// Makes one event of two: their articles must tell one.
    ///
    /// # Errors
    /// Where one is not there any more, or they are the same; or it cannot be saved.
    pub fn merge_events(&self, one: &str, other: &str, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let (a, b) = (event_called(&shown, one)?, event_called(&shown, other)?);
        if a.id == b.id {
            return Err(there_already());
        }
        let of_a = a.articles.iter().map(|n| shown.prepared[*n].id.as_str());
        let links: Vec<_> = of_a.flat_map(|id| with_all(&shown, id, b, Some(Link::Must))).collect();
        self.link_articles(&links, watch)
    }

    /// Takes an article out of its event: it cannot tell one with the rest of it.
    ///
    /// # Errors
    /// Where it is not there any more, or alone in its event; or it cannot be saved.
    pub fn part_article(&self, article: &str, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let links = with_all(&shown, article, event_of(&shown, article)?, Some(Link::Cannot));
        if links.is_empty() {
            return Err(alone());
        }
        self.link_articles(&links, watch)
    }

    /// Takes several articles out of their event, into one of their own: they must tell one, and cannot with the rest.
    ///
    /// # Errors
    /// Where one is not there any more, they tell several events, or all of theirs; or it cannot be saved.
    pub fn part_articles(&self, articles: &[String], watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let first = articles.first().ok_or_else(alone)?;
        let event = event_of(&shown, first)?;
        for article in articles {
            if event_of(&shown, article)?.id != event.id {
                return Err(elsewhere());
            }
        }
        let taken: BTreeSet<&str> = articles.iter().map(String::as_str).collect();
        let all = event.articles.iter().map(|n| shown.prepared[*n].id.as_str());
        let (together, rest): (Vec<&str>, Vec<&str>) = all.partition(|id| taken.contains(id));
        if rest.is_empty() {
            return Err(alone());
        }
        let pairs =
            together.iter().enumerate().flat_map(|(n, a)| together[n + 1..].iter().map(move |b| (*a, *b)));
        let mut links: Vec<_> = pairs.map(|(a, b)| (a, b, Some(Link::Must))).collect();
        links.extend(together.iter().flat_map(|a| rest.iter().map(move |b| (*a, *b, Some(Link::Cannot)))));
        self.link_articles(&links, watch)
    }

    /// Leaves an article to the program again: what was decided about it holds no more.
    ///
    /// # Errors
    /// Where it is not there any more, or nothing was decided about it; or it cannot be saved.
    pub fn leave_article(&self, article: &str, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        event_of(&*self.shown()?, article)?;
        let history = self.file().history()?;
        let held = history.links().into_keys().filter(|(a, b)| *a == article || *b == article);
        let links: Vec<_> = held.map(|(a, b)| (a, b, None)).collect();
        if links.is_empty() {
            return Err(undecided());
        }
        self.link_articles(&links, watch)
    }

    fn link_rows(&self, links: &[RowLink], watch: Watch<'_>) -> Result<Overview, Failure> {
        self.file().link_rows(Timestamp::now(), links)?;
        self.refresh(watch)?;
        self.overview()
    }

    fn link_articles(
        &self,
        links: &[(&str, &str, Option<Link>)],
        watch: Watch<'_>,
    ) -> Result<Overview, Failure> {
        self.file().link_articles(Timestamp::now(), links)?;
        self.refresh(watch)?;
        self.overview()
    }
}

/// A link of two sentences as the dossier takes it.
type RowLink = (store::Spot, store::Spot, Option<Link>);

/// Every sentence of the one with every sentence of the other, as the dossier keeps them.
fn pairs(shown: &Shown, of: &[Sentence], with: &[Sentence], link: Option<Link>) -> Vec<RowLink> {
    let kept = |(article, span): &Sentence| store::Spot {
        article: shown.prepared[*article].id.clone(),
        start: span.start(),
        end: span.end(),
    };
    of.iter().flat_map(|a| with.iter().map(move |b| (kept(a), kept(b), link))).collect()
}

/// An article with every other of an event.
fn with_all<'s>(
    shown: &'s Shown,
    article: &'s str,
    event: &Event,
    link: Option<Link>,
) -> Vec<(&'s str, &'s str, Option<Link>)> {
    let ids = event.articles.iter().map(|n| shown.prepared[*n].id.as_str());
    ids.filter(|id| *id != article).map(|id| (article, id, link)).collect()
}

fn event_of<'s>(shown: &'s Shown, article: &str) -> Result<&'s Event, Failure> {
    let number = shown.prepared.iter().position(|p| p.id == article);
    let event = number.and_then(|n| shown.found.events.iter().find(|e| e.articles.contains(&n)));
    event.ok_or_else(|| not_found("المقال", "article", article))
}

fn event_called<'s>(shown: &'s Shown, id: &str) -> Result<&'s Event, Failure> {
    let event = shown.found.events.iter().find(|e| e.id == id);
    event.ok_or_else(|| not_found("الحدث", "event", id))
}

/// The row in which a piece stands, and the sentence that it is of.
fn find(shown: &Shown, spot: &Spot) -> Result<(Found, Sentence), Failure> {
    let number = shown.prepared.iter().position(|p| p.id == spot.article).ok_or_else(gone)?;
    let span = CodePoints::new(&shown.prepared[number].article.text).span(spot.start, spot.end);
    let event = shown.found.events.iter().position(|e| e.articles.contains(&number)).ok_or_else(gone)?;
    let rows = shown.found.events[event].rows.iter().enumerate();
    let stand = rows.flat_map(|(n, row)| sentences(row).map(move |s| (n, s)));
    let near = stand.filter(|(_, s)| s.0 == number && s.1.overlap(span) > 0);
    let (row, sentence) =
        near.max_by_key(|(n, s)| (s.1.overlap(span), std::cmp::Reverse(*n))).ok_or_else(gone)?;
    let of = &shown.found.events[event].rows[row];
    Ok((Found { event, row, sentences: sentences(of).collect(), hand: of.hand }, sentence))
}

/// The sentences of a row; what is only relayed goes where its sentence goes.
fn sentences(row: &Row) -> impl Iterator<Item = Sentence> {
    row.cells.iter().flat_map(|c| &c.pieces).filter(|p| !p.relayed).map(|p| (p.article, p.span))
}

/// The one row in which some pieces stand, and their sentences.
fn one_row(shown: &Shown, spots: &[Spot]) -> Result<(Found, Vec<Sentence>), Failure> {
    let found: Vec<_> = spots.iter().map(|spot| find(shown, spot)).collect::<Result<_, _>>()?;
    let taken = found.iter().map(|f| f.1).collect();
    let mut rows = found.into_iter().map(|f| f.0);
    let first = rows.next().ok_or_else(gone)?;
    match rows.all(|other| (other.event, other.row) == (first.event, first.row)) {
        true => Ok((first, taken)),
        false => Err(gone()),
    }
}

/// Two rows of one event.
fn two_rows(a: &Found, b: &Found) -> Result<(), Failure> {
    match (a.event == b.event, a.row == b.row) {
        (true, false) => Ok(()),
        (true, true) => Err(there_already()),
        (false, _) => Err(gone()),
    }
}

fn gone() -> Failure {
    Failure::new(
        "not-found",
        "تغيّر هذا الصفّ ولم يعد كما كان؛ انظر إليه من جديد ثم أعد المحاولة. لم يتغيّر شيء",
        "this row is not there any more as it was; look at it again and try once more. Nothing was changed",
    )
}

fn there_already() -> Failure {
    Failure::new("not-moved", "هو هناك أصلاً؛ لم يتغيّر شيء", "it stands there already; nothing was changed")
}

fn elsewhere() -> Failure {
    Failure::new(
        "not-found",
        "لم تعد هذه المقالات في حدث واحد؛ انظر إليه من جديد ثم أعد المحاولة. لم يتغيّر شيء",
        "these articles are in one event no more; look at it again and try once more. Nothing was changed",
    )
}

fn alone() -> Failure {
    Failure::new(
        "not-moved",
        "لا شيء معه فيُخرج من بينه؛ لم يتغيّر شيء",
        "nothing else stands with it that it could be taken from; nothing was changed",
    )
}

fn undecided() -> Failure {
    Failure::new(
        "not-moved",
        "لم تقرّر فيه شيئاً بعد؛ رتّبه البرنامج وحده",
        "you have decided nothing about it; the program alone has arranged it",
    )
}
