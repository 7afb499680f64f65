//! Alignment of the sentences of several articles into rows.
//!
//! After the paragraph aligner of the LERA group: progressive, by dynamic programming. The most central article
//! lays the first rows; each further article, the nearest first, is aligned to the rows as a whole (global
//! alignment, gaps free); sentences left over may then cross to a row out of their order, or stand beside their
//! neighbour in one row (one to many), where they are like enough. Articles are taken by centrality, so the order
//! in which they come has no part in the result. Nothing here knows what a sentence is.

/// A sentence: which article, and which of its sentences.
pub(crate) type Place = (usize, usize);

/// How much two places are alike, 0 to 1; symmetric.
pub(crate) type Like<'a> = dyn Fn(Place, Place) -> f64 + 'a;

/// What counts as alike enough.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bars {
    /// To stand in one row in reading order, 0 to 1.
    pub(crate) row: f64,
    /// To leave the reading order for it, 0 to 1; above `row`.
    pub(crate) cross: f64,
    /// To join a neighbour that is in the row already, 0 to 1.
    pub(crate) beside: f64,
}

/// A preference for pairs at the same depth of both texts, far below any difference of likeness that matters: it
/// only settles ties, and the same way from both sides.
const TIE_DEPTH: f64 = 1e-6;
/// And where that is a tie too, the earlier pair.
const TIE_PLACE: f64 = 1e-9;

/// The rows of articles with `sizes[a]` sentences each, taken in the [`order`] of theirs: every sentence stands in exactly one row, rows are in
/// reading order of the most central article, and the places of a row are ascending.
pub(crate) fn rows(order: &[usize], sizes: &[usize], like: &Like<'_>, bars: &Bars) -> Vec<Vec<Place>> {
    let mut rows: Vec<Vec<Place>> = Vec::new();
    for article in order {
        add(&mut rows, *article, sizes[*article], like, bars);
    }
    for row in &mut rows {
        row.sort_unstable();
    }
    rows
}

/// The pairs of the best order-keeping alignment of two texts of `n` and `m` units: the sum of what each pair is
/// above the bar is the greatest. Units without a partner are left out.
pub(crate) fn in_order(
    n: usize,
    m: usize,
    bar: f64,
    like: &dyn Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let gain = |i: usize, j: usize| {
        let likeness = like(i, j);
        let depth = ((i as f64 + 0.5) / n as f64 - (j as f64 + 0.5) / m as f64).abs();
        (likeness >= bar)
            .then(|| likeness - bar + 2.0 * TIE_DEPTH - depth * TIE_DEPTH - (i + j) as f64 * TIE_PLACE)
    };
    let mut best = vec![vec![0.0_f64; m + 1]; n + 1];
    let mut gains = vec![vec![None; m]; n];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            gains[i][j] = gain(i, j);
            let skip = best[i + 1][j].max(best[i][j + 1]);
            best[i][j] = gains[i][j].map_or(skip, |g| skip.max(g + best[i + 1][j + 1]));
        }
    }
    walk(&best, &gains)
}

/// Reads the pairs off the finished table.
fn walk(best: &[Vec<f64>], gains: &[Vec<Option<f64>>]) -> Vec<(usize, usize)> {
    let (n, m) = (gains.len(), gains.first().map_or(0, Vec::len));
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < n && j < m {
        let paired = gains[i][j].is_some_and(|g| g + best[i + 1][j + 1] >= best[i][j]);
        if paired {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[i + 1][j] >= best[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The articles, the most central first, then always the one nearest to those taken; ties by number.
pub(crate) fn order(sizes: &[usize], like: &Like<'_>) -> Vec<usize> {
    let k = sizes.len();
    let of =
        |a: usize| (0..k).map(move |b| if a == b { 0.0 } else { nearness(a.min(b), a.max(b), sizes, like) });
    let near: Vec<Vec<f64>> = (0..k).map(|a| of(a).collect()).collect();
    let mut left: Vec<usize> = (0..k).collect();
    let mut taken: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let of = |a: usize| -> f64 {
            let to: &[usize] = if taken.is_empty() { &left } else { &taken };
            to.iter().map(|b| near[a][*b]).sum()
        };
        let at = (0..left.len()).max_by(|x, y| of(left[*x]).total_cmp(&of(left[*y])).then(y.cmp(x)));
        taken.push(left.remove(at.expect("left is not empty")));
    }
    taken
}

/// Mean of every sentence's best likeness in the other article, both ways.
fn nearness(a: usize, b: usize, sizes: &[usize], like: &Like<'_>) -> f64 {
    let one_way = |a: usize, b: usize| -> f64 {
        let best = |i: usize| (0..sizes[b]).map(|j| like((a, i), (b, j))).fold(0.0, f64::max);
        (0..sizes[a]).map(best).sum()
    };
    (one_way(a, b) + one_way(b, a)) / (sizes[a] + sizes[b]).max(1) as f64
}

/// Aligns one more article to the rows.
fn add(rows: &mut Vec<Vec<Place>>, article: usize, size: usize, like: &Like<'_>, bars: &Bars) {
    let table: Vec<Vec<f64>> =
        (0..size).map(|s| rows.iter().map(|row| to_row((article, s), row, like)).collect()).collect();
    let mut row_of: Vec<Option<usize>> = vec![None; size];
    for (s, r) in in_order(size, rows.len(), bars.row, &|s, r| table[s][r]) {
        row_of[s] = Some(r);
    }
    cross(&mut row_of, &table, bars.cross);
    let joins = beside(&mut row_of, &table, rows.len(), bars.beside);
    place(rows, article, &row_of, &joins);
}

/// Mean likeness of a place to the articles of a row, each by its likest place.
fn to_row(place: Place, row: &[Place], like: &Like<'_>) -> f64 {
    let mut best: Vec<(usize, f64)> = Vec::new();
    for other in row {
        let likeness = like(place, *other);
        match best.iter_mut().find(|b| b.0 == other.0) {
            Some(b) => b.1 = b.1.max(likeness),
            None => best.push((other.0, likeness)),
        }
    }
    best.iter().map(|b| b.1).sum::<f64>() / best.len().max(1) as f64
}

/// Gives sentences without a row one out of order, the likest first, where no sentence of the article is in it.
fn cross(row_of: &mut [Option<usize>], table: &[Vec<f64>], bar: f64) {
    let mut found: Vec<(f64, usize, usize)> = Vec::new();
    for (s, likeness) in table.iter().enumerate().filter(|(s, _)| row_of[*s].is_none()) {
        found.extend(likeness.iter().enumerate().filter(|(_, l)| **l >= bar).map(|(r, l)| (*l, s, r)));
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, s, r) in found {
        if row_of[s].is_none() && !row_of.contains(&Some(r)) {
            row_of[s] = Some(r);
        }
    }
}

/// One to many, both ways: a sentence without a row joins the row of the sentence beside it, and a row without a
/// sentence joins the row beside it, where they are like enough; the likest first. Gives the row that each row
/// joins.
fn beside(row_of: &mut [Option<usize>], table: &[Vec<f64>], rows: usize, bar: f64) -> Vec<Option<usize>> {
    let mut found: Vec<(f64, usize, usize, Side)> = Vec::new();
    for (s, row) in row_of.iter().enumerate() {
        for beside in neighbours(s, row_of.len()) {
            if let (None, Some(r)) = (row, row_of[beside]) {
                found.push((table[s][r], s, r, Side::Sentence));
            }
        }
        for r in row.iter().flat_map(|r| neighbours(*r, rows)).filter(|r| !row_of.contains(&Some(*r))) {
            found.push((table[s][r], s, r, Side::Row));
        }
    }
    found.retain(|f| f.0 >= bar);
    found.sort_by(|a, b| {
        b.0.total_cmp(&a.0).then((a.1 + a.2).cmp(&(b.1 + b.2))).then((a.1, a.2).cmp(&(b.1, b.2)))
    });
    let mut joins: Vec<Option<usize>> = vec![None; rows];
    for (_, s, r, side) in found {
        match side {
            Side::Sentence => _ = row_of[s].get_or_insert(r),
            Side::Row => joins[r] = joins[r].or(row_of[s]),
        }
    }
    joins
}

/// Which of the two is left over and joins.
#[derive(Clone, Copy)]
enum Side {
    Sentence,
    Row,
}

/// The numbers before and after one, below `end`.
fn neighbours(of: usize, end: usize) -> impl Iterator<Item = usize> {
    of.checked_sub(1).into_iter().chain(Some(of + 1).filter(move |n| *n < end))
}

/// Puts the article's sentences into their rows; one without a row gets its own, after that of the one before it.
fn place(rows: &mut Vec<Vec<Place>>, article: usize, row_of: &[Option<usize>], joins: &[Option<usize>]) {
    let mut new_after: Vec<Vec<Vec<Place>>> = vec![Vec::new(); rows.len() + 1];
    let mut at = row_of.iter().flatten().min().copied().unwrap_or(rows.len());
    for (s, r) in row_of.iter().enumerate() {
        match r {
            Some(r) => {
                rows[*r].push((article, s));
                at = r + 1;
            }
            None => new_after[at].push(vec![(article, s)]),
        }
    }
    for (r, target) in joins.iter().enumerate() {
        if let Some(target) = target {
            let moved = std::mem::take(&mut rows[r]);
            rows[*target].extend(moved);
        }
    }
    let old = std::mem::take(rows);
    rows.append(&mut new_after[0]);
    for (i, row) in old.into_iter().enumerate() {
        rows.push(row);
        rows.append(&mut new_after[i + 1]);
    }
    rows.retain(|row| !row.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BARS: Bars = Bars { row: 0.3, cross: 0.5, beside: 0.4 };

    fn aligned(sizes: &[usize], like: &Like<'_>) -> Vec<Vec<Place>> {
        rows(&order(sizes, like), sizes, like, &BARS)
    }

    /// Articles as words; two sentences are alike as far as their letters are.
    fn align(articles: &[&[&str]]) -> Vec<Vec<Place>> {
        let sizes: Vec<usize> = articles.iter().map(|a| a.len()).collect();
        let like = |a: Place, b: Place| {
            let (x, y) = (articles[a.0][a.1], articles[b.0][b.1]);
            let common = x.chars().filter(|c| y.contains(*c)).count() as f64;
            2.0 * common / (x.chars().count() + y.chars().count()) as f64
        };
        aligned(&sizes, &like)
    }

    #[test]
    fn gaps_are_free_on_both_sides() {
        let rows = align(&[&["ab", "cd", "ef"], &["ab", "xy", "ef"]]);
        assert_eq!(rows, [vec![(0, 0), (1, 0)], vec![(1, 1)], vec![(0, 1)], vec![(0, 2), (1, 2)]]);
    }

    #[test]
    fn a_sentence_crosses_where_it_is_like_enough() {
        let rows = align(&[&["ab", "cd", "ef", "gh"], &["gh", "ab", "cd", "ef"]]);
        assert!(rows.contains(&vec![(0, 3), (1, 0)]), "{rows:?}");
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn two_short_sentences_stand_beside_one_long_one() {
        let rows = align(&[&["abcdef", "xyz"], &["abc", "def", "xyz"]]);
        assert!(rows.contains(&vec![(0, 0), (1, 0), (1, 1)]), "{rows:?}");
    }

    proptest! {
        #[test]
        fn every_sentence_stands_once(n in 0..7_usize, m in 0..7_usize, k in 0..7_usize, cells in prop::collection::vec(0.0..1.0_f64, 343)) {
            let sizes = [n, m, k];
            let like = |a: Place, b: Place| if a < b { cells[a.1 * 49 + b.1 * 7 + a.0 + b.0] } else { cells[b.1 * 49 + a.1 * 7 + a.0 + b.0] };
            let mut places: Vec<Place> = aligned(&sizes, &like).into_iter().flatten().collect();
            places.sort_unstable();
            let all: Vec<Place> = (0..3).flat_map(|a| (0..sizes[a]).map(move |s| (a, s))).collect();
            prop_assert_eq!(places, all);
        }

        #[test]
        fn alignment_is_symmetric_under_swap(n in 1..8_usize, m in 1..8_usize, cells in prop::collection::vec(0.0..1.0_f64, 64)) {
            let there = in_order(n, m, 0.4, &|i, j| cells[i * 8 + j]);
            let back = in_order(m, n, 0.4, &|j, i| cells[i * 8 + j]);
            prop_assert_eq!(there, back.into_iter().map(|(j, i)| (i, j)).collect::<Vec<_>>());
        }

        #[test]
        fn rows_of_two_articles_are_the_same_from_both_sides(n in 1..7_usize, m in 1..7_usize, cells in prop::collection::vec(0.0..1.0_f64, 36)) {
            let cell = |i: usize, j: usize| cells[i * 6 + j];
            let there = aligned(&[n, m], &|a, b| if a.0 < b.0 { cell(a.1, b.1) } else { cell(b.1, a.1) });
            let back = aligned(&[m, n], &|a, b| if a.0 < b.0 { cell(b.1, a.1) } else { cell(a.1, b.1) });
            let sorted = |rows: Vec<Vec<Place>>, flip: usize| {
                let swap = |row: Vec<Place>| {
                    let mut row: Vec<Place> = row.into_iter().map(|(a, s)| (a ^ flip, s)).collect();
                    row.sort_unstable();
                    row
                };
                let mut rows: Vec<Vec<Place>> = rows.into_iter().map(swap).collect();
                rows.sort();
                rows
            };
            prop_assert_eq!(sorted(there, 0), sorted(back, 1));
        }
    }
}
