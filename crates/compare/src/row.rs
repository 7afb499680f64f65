//! Rows: the sentences of an event's articles side by side, a cell for each camp, with what differs marked.

use crate::align::{self, Bars, Place};
use crate::comparison::{Article, Cell as RowCell, Piece, Row};
use crate::decision::Ties;
use crate::diff::{Column, marks};
use crate::hand;
use crate::nearest::Nearest;
use crate::similarity::Words;
use crate::stopwords::StopWords;
use crate::unit::{Unit, units};
use riwayat_claims::{CampId, Lexicon};
use riwayat_text::{Number, number};
use std::cell::OnceCell;

/// What is alike enough for one row: where F1 on the development half of the gold of rows is best. 0 to 1.
const BARS: Bars = Bars { row: 0.3, cross: 0.35, beside: 0.3 };

/// The rows of an event; `members` are its articles' numbers in the collection, ascending, and `ties` what was decided
/// about their sentences.
pub(crate) fn rows(
    articles: &[&Article<'_>],
    columns: &[CampId],
    members: &[usize],
    ties: &Ties,
) -> Vec<Row> {
    let readings: Vec<_> = members.iter().map(|m| articles[*m].reading).collect();
    // Nothing stands beside one article.
    let compared: Vec<&Article<'_>> = match members {
        [_] => Vec::new(),
        _ => members.iter().map(|m| articles[*m]).collect(),
    };
    let words = Words::new(&compared);
    let sizes: Vec<usize> = readings.iter().map(|r| r.sentences.len()).collect();
    let nearest = Nearest::new(&words, if members.len() > 1 { &sizes } else { &[] });
    let like = |a: Place, b: Place| nearest.like(a, b);
    let stop = StopWords::get();
    // Only where columns differ is anything marked.
    let numbers: Vec<OnceCell<Vec<Number>>> = vec![OnceCell::new(); members.len()];
    let numbers_of = |article: usize| {
        let at = members.iter().position(|m| *m == article).expect("a member");
        let read = || number::numbers(articles[article].text, &articles[article].reading.tokens);
        numbers[at].get_or_init(read).as_slice()
    };
    let order = align::order(&sizes, &like);
    let found = align::rows(&order, &sizes, &like, &BARS);
    hand::lay(found, &order, ties, &like)
        .into_iter()
        .map(|(places, hand)| {
            let mut row = Row {
                cells: cells(articles, columns, members, &places),
                score: score(&places, &like),
                hand,
                relations: Vec::new(),
                origins: 0,
            };
            mark(&mut row, articles, &numbers_of, stop);
            row
        })
        .collect()
}

/// Mean likeness of the sentences of different articles; 1 where there is only one article.
fn score(places: &[Place], like: &dyn Fn(Place, Place) -> f64) -> f64 {
    let pairs = places.iter().enumerate().flat_map(|(i, a)| places[i + 1..].iter().map(move |b| (*a, *b)));
    let likeness: Vec<f64> = pairs.filter(|(a, b)| a.0 != b.0).map(|(a, b)| like(a, b)).collect();
    if likeness.is_empty() { 1.0 } else { likeness.iter().sum::<f64>() / likeness.len() as f64 }
}

/// A cell for each camp that says it, or whose voice is relayed in it.
fn cells(articles: &[&Article<'_>], columns: &[CampId], members: &[usize], places: &[Place]) -> Vec<RowCell> {
    let mut cells: Vec<RowCell> = Vec::new();
    for (article, sentence) in places {
        let article = members[*article];
        let span = articles[article].reading.sentences[*sentence];
        let piece = Piece { article, span, relayed: false, claim: None, marks: Vec::new() };
        put(&mut cells, articles[article].camp.cloned(), piece);
    }
    let own: Vec<Option<CampId>> = cells.iter().map(|c| c.camp.clone()).collect();
    for (article, sentence) in places {
        let article = members[*article];
        let reading = articles[article].reading;
        let span = reading.sentences[*sentence];
        for (n, claim) in reading.claims.iter().enumerate().filter(|(_, c)| span.overlap(c.span) > 0) {
            let camp = &claim.voice.camp;
            let relayed = camp.as_ref() != articles[article].camp && claim.voice.span.is_some();
            let shown = camp.as_ref().is_some_and(|c| columns.contains(c));
            if relayed && shown && !own.contains(camp) {
                let piece =
                    Piece { article, span: claim.span, relayed: true, claim: Some(n), marks: Vec::new() };
                put(&mut cells, camp.clone(), piece);
            }
        }
    }
    cells.sort_by_key(|c| {
        columns.iter().position(|known| Some(known) == c.camp.as_ref()).unwrap_or(usize::MAX)
    });
    cells
}

/// How many camps of the lexicon, from the first, have a column in every comparison; the others are camps of
/// voices, and have one only where an article is theirs.
const DEFAULT_COLUMNS: usize = 3;

/// The camps that have a column: those of the lexicon in its order, then camps it does not know, by id.
pub(crate) fn columns(articles: &[&Article<'_>], lexicon: &Lexicon) -> Vec<CampId> {
    let held = |id: &CampId| articles.iter().any(|a| a.camp == Some(id));
    let known = lexicon.camps().iter().enumerate();
    let mut out: Vec<CampId> =
        known.filter(|(n, c)| *n < DEFAULT_COLUMNS || held(&c.id)).map(|(_, c)| c.id.clone()).collect();
    let mut unknown: Vec<CampId> =
        articles.iter().filter_map(|a| a.camp).filter(|c| !out.contains(c)).cloned().collect();
    unknown.sort();
    unknown.dedup();
    out.append(&mut unknown);
    out
}

fn put(cells: &mut Vec<RowCell>, camp: Option<CampId>, piece: Piece) {
    match cells.iter_mut().find(|c| c.camp == camp) {
        Some(cell) => cell.pieces.push(piece),
        None => cells.push(RowCell { camp, pieces: vec![piece] }),
    }
}

/// Marks what each piece has that no other column has; the same article in another column, relayed, is no other.
fn mark<'n>(
    row: &mut Row,
    articles: &[&Article<'_>],
    numbers: &dyn Fn(usize) -> &'n [Number],
    stop: &StopWords,
) {
    let sides =
        || row.cells.iter().enumerate().flat_map(|(c, cell)| cell.pieces.iter().map(move |p| (c, p.article)));
    if !sides().any(|(c, a)| sides().any(|(d, b)| c != d && a != b)) {
        return;
    }
    let cut = |p: &Piece| -> Vec<Unit> {
        let a = articles[p.article];
        units(a.text, p.span, &a.reading.tokens, numbers(p.article), stop)
    };
    let all: Vec<(usize, usize, Vec<Unit>)> = row
        .cells
        .iter()
        .enumerate()
        .flat_map(|(c, cell)| cell.pieces.iter().map(move |p| (c, p)))
        .map(|(c, p)| (c, p.article, cut(p)))
        .collect();
    let mut n = 0;
    for cell in &mut row.cells {
        for piece in &mut cell.pieces {
            let (column, article, own) = &all[n];
            let others: Vec<Column<'_>> = all
                .iter()
                .filter(|(c, a, _)| c != column && a != article)
                .map(|(_, a, units)| Column { text: articles[*a].text, units })
                .collect();
            piece.marks = marks(Column { text: articles[*article].text, units: own }, &others);
            n += 1;
        }
    }
}
