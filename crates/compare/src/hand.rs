//! What the analyst decided about sentences, laid over the rows that were found.
//!
//! The rows are found first, as if nothing were decided; then decisions change those that they touch, and no other.
//! What must stand together comes together before anything of this is measured, and brings along what was found beside
//! it. What cannot stand together is parted: the rest of its row goes with the one that it is likest to. So a sentence
//! taken out of its row stands alone, and never slips into a third row of the program's choice; a row of which nothing was
//! decided is the row that it would be anyway. Nothing here knows what a sentence is.

use crate::align::{Like, Place};
use crate::comparison::{Hand, Link};
use crate::decision::Ties;
use std::collections::{BTreeMap, BTreeSet};

/// A row as it stands in the end: its places, ascending, and what of it was decided.
pub(crate) type Laid = (Vec<Place>, Hand);

/// Lays decisions over the rows found. `order`: the articles, the most central first; rows stand in its reading order.
pub(crate) fn lay(found: Vec<Vec<Place>>, order: &[usize], ties: &Ties, like: &Like<'_>) -> Vec<Laid> {
    if ties.0.is_empty() {
        return found.into_iter().map(|row| (row, Hand::default())).collect();
    }
    let tied: BTreeSet<Place> = ties.0.iter().flat_map(|t| [t.0, t.1]).collect();
    let (touched, rest): (Vec<_>, Vec<_>) =
        found.into_iter().enumerate().partition(|(_, row)| row.iter().any(|p| tied.contains(p)));
    let row_of: BTreeMap<Place, usize> =
        touched.iter().flat_map(|(n, row)| row.iter().map(move |p| (*p, *n))).collect();
    let mut parts = Parts::new(row_of.keys().copied().collect());
    parts.decide(ties);
    parts.keep(&touched, like);
    let mut rank = vec![0; order.len()];
    order.iter().enumerate().for_each(|(n, article)| rank[*article] = n);
    let lead = |row: &[Place]| row.iter().map(|p| (rank[p.0], p.1, *p)).min();
    let mut laid: Vec<_> =
        rest.into_iter().map(|(n, row)| ((n, lead(&row)), (row, Hand::default()))).collect();
    laid.extend(parts.rows(ties).into_iter().map(|(row, hand)| {
        let first = lead(&row);
        ((first.map_or(0, |f| row_of[&f.2]), first), (row, hand))
    }));
    laid.sort_by_key(|l| l.0);
    laid.into_iter().map(|l| l.1).collect()
}

/// Places by the part in which they stand; parts that may not be united know of each other.
struct Parts {
    /// The places, ascending.
    places: Vec<Place>,
    /// For each place, its part.
    of: Vec<usize>,
    /// For each part, its places; empty where it went into another.
    members: Vec<Vec<usize>>,
    /// For each part, the parts with which it cannot be united.
    foes: Vec<BTreeSet<usize>>,
}

impl Parts {
    /// Each place by itself.
    fn new(places: Vec<Place>) -> Self {
        let n = places.len();
        Self {
            places,
            of: (0..n).collect(),
            members: (0..n).map(|p| vec![p]).collect(),
            foes: vec![BTreeSet::new(); n],
        }
    }

    fn number(&self, place: Place) -> usize {
        self.places.binary_search(&place).expect("a decision touches its own rows")
    }

    /// Parts what cannot stand together, and unites what must, the latest decision first.
    fn decide(&mut self, ties: &Ties) {
        let numbers = |of: &Self, link| -> Vec<_> {
            let wanted = ties.0.iter().filter(|t| t.2 == link);
            wanted.map(|t| (of.number(t.0), of.number(t.1))).collect()
        };
        for (a, b) in numbers(self, Link::Cannot) {
            self.foes[a].insert(b);
            self.foes[b].insert(a);
        }
        for (a, b) in numbers(self, Link::Must) {
            self.unite(a, b);
        }
    }

    /// Keeps together what was found together, the likest first.
    fn keep(&mut self, touched: &[(usize, Vec<Place>)], like: &Like<'_>) {
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (_, row) in touched {
            for (n, a) in row.iter().enumerate() {
                pairs.extend(row[n + 1..].iter().map(|b| (like(*a, *b), self.number(*a), self.number(*b))));
            }
        }
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        for (_, a, b) in pairs {
            self.unite(a, b);
        }
    }

    /// Unites the parts of two places, where they may be.
    fn unite(&mut self, a: usize, b: usize) {
        let (into, from) = (self.of[a].min(self.of[b]), self.of[a].max(self.of[b]));
        if into == from || self.foes[into].contains(&from) {
            return;
        }
        for place in std::mem::take(&mut self.members[from]) {
            self.of[place] = into;
            self.members[into].push(place);
        }
        for foe in std::mem::take(&mut self.foes[from]) {
            self.foes[foe].remove(&from);
            self.foes[foe].insert(into);
            self.foes[into].insert(foe);
        }
    }

    /// The parts as rows, with what was decided of each.
    fn rows(self, ties: &Ties) -> Vec<Laid> {
        let mut hands = vec![Hand::default(); self.members.len()];
        for (a, b, link) in &ties.0 {
            let (a, b) = (self.of[self.number(*a)], self.of[self.number(*b)]);
            match link {
                Link::Must => hands[a].joined |= a == b,
                Link::Cannot => {
                    hands[a].parted = true;
                    hands[b].parted = true;
                }
            }
        }
        let row = |members: Vec<usize>| {
            let mut row: Vec<Place> = members.into_iter().map(|m| self.places[m]).collect();
            row.sort_unstable();
            row
        };
        let laid = self.members.into_iter().map(row).zip(hands);
        laid.filter(|(row, _)| !row.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Link::{Cannot, Must};
    use proptest::prelude::*;

    /// Lays decisions, the latest first, over rows of two and more articles; everything is alike.
    fn laid(rows: &[&[Place]], ties: &[(Place, Place, Link)]) -> Vec<Vec<Place>> {
        let found = rows.iter().map(|r| r.to_vec()).collect();
        lay(found, &[0, 1, 2], &Ties(ties.to_vec()), &|_, _| 0.5).into_iter().map(|l| l.0).collect()
    }

    const ROWS: [&[Place]; 3] = [&[(0, 0), (1, 0)], &[(0, 1), (1, 1), (2, 0)], &[(0, 2), (2, 1)]];

    #[test]
    fn what_is_taken_out_stands_alone_behind_its_row() {
        let out = laid(&ROWS, &[((0, 1), (2, 0), Cannot), ((1, 1), (2, 0), Cannot)]);
        assert_eq!(out, [ROWS[0].to_vec(), vec![(0, 1), (1, 1)], vec![(2, 0)], ROWS[2].to_vec()]);
    }

    #[test]
    fn two_rows_that_are_joined_are_one_with_all_that_is_in_them() {
        let out = laid(&ROWS, &[((0, 0), (0, 1), Must)]);
        assert_eq!(out, [vec![(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)], ROWS[2].to_vec()]);
    }

    #[test]
    fn what_is_moved_leaves_one_row_and_stands_in_the_other() {
        let apart = [((0, 1), (1, 1), Cannot), ((1, 1), (2, 0), Cannot)];
        let out = laid(&ROWS, &[&apart[..], &[((0, 2), (1, 1), Must), ((1, 1), (2, 1), Must)]].concat());
        assert_eq!(out, [ROWS[0].to_vec(), vec![(0, 1), (2, 0)], vec![(0, 2), (1, 1), (2, 1)]]);
    }

    #[test]
    fn cannot_holds_over_what_must_by_way_of_others_and_the_oldest_gives_way() {
        let rows: [&[Place]; 3] = [&[(0, 0)], &[(1, 0)], &[(2, 0)]];
        let apart = ((0, 0), (2, 0), Cannot);
        let (one, other) = (((0, 0), (1, 0), Must), ((1, 0), (2, 0), Must));
        assert_eq!(laid(&rows, &[other, apart, one]), [vec![(0, 0)], vec![(1, 0), (2, 0)]]);
        assert_eq!(laid(&rows, &[one, other, apart]), [vec![(0, 0), (1, 0)], vec![(2, 0)]]);
    }

    #[test]
    fn a_row_says_what_of_it_was_decided() {
        let ties = Ties(vec![((0, 0), (0, 1), Must), ((0, 1), (2, 1), Cannot)]);
        let out = lay(ROWS.iter().map(|r| r.to_vec()).collect(), &[0, 1, 2], &ties, &|_, _| 0.5);
        let hands: Vec<_> = out.iter().map(|l| (l.1.joined, l.1.parted)).collect();
        assert_eq!(hands, [(true, true), (false, true)]);
    }

    #[test]
    fn who_is_left_goes_with_the_likest() {
        let row: [&[Place]; 1] = [&[(0, 0), (1, 0), (2, 0)]];
        let ties = Ties(vec![((0, 0), (1, 0), Cannot)]);
        let like = |a: Place, b: Place| if (a.0, b.0) == (1, 2) { 0.9 } else { 0.4 };
        let out: Vec<_> = lay(row.iter().map(|r| r.to_vec()).collect(), &[0, 1, 2], &ties, &like)
            .into_iter()
            .map(|l| l.0)
            .collect();
        assert_eq!(out, [vec![(0, 0)], vec![(1, 0), (2, 0)]]);
    }

    /// Rows of three articles with six sentences each: a row for each number that `of` gives a sentence.
    fn rows_of(of: &[usize]) -> Vec<Vec<Place>> {
        let mut rows = vec![Vec::new(); 6];
        of.iter().enumerate().for_each(|(n, row)| rows[*row].push((n / 6, n % 6)));
        rows.into_iter().filter(|r| !r.is_empty()).collect()
    }

    fn tie() -> impl Strategy<Value = (Place, Place, Link)> {
        let link = prop_oneof![Just(Must), Just(Cannot)];
        let place = |n: usize| (n / 6, n % 6);
        (0..18_usize, 1..18_usize, link).prop_map(move |(a, step, link)| {
            let b = (a + step) % 18;
            (place(a.min(b)), place(a.max(b)), link)
        })
    }

    proptest! {
        #[test]
        fn decisions_hold_and_touch_nothing_else(
            of in prop::collection::vec(0..6_usize, 18),
            ties in prop::collection::vec(tie(), 0..8),
            likes in prop::collection::vec(0.0..1.0_f64, 18 * 18),
        ) {
            let mut seen = BTreeSet::new();
            let ties: Vec<_> = ties.into_iter().filter(|t| seen.insert((t.0, t.1))).collect();
            let like = |a: Place, b: Place| likes[(a.0 * 6 + a.1).min(b.0 * 6 + b.1) * 18 + (a.0 * 6 + a.1).max(b.0 * 6 + b.1)];
            let found = rows_of(&of);
            let out = lay(found.clone(), &[2, 0, 1], &Ties(ties.clone()), &like);
            let mut places: Vec<Place> = out.iter().flat_map(|l| l.0.clone()).collect();
            places.sort_unstable();
            prop_assert_eq!(places, (0..18).map(|n| (n / 6, n % 6)).collect::<Vec<_>>(), "each stands once");
            let row = |p: Place| out.iter().position(|l| l.0.contains(&p));
            let cannot = ties.iter().any(|t| t.2 == Cannot);
            for (a, b, link) in &ties {
                match link {
                    Cannot => prop_assert_ne!(row(*a), row(*b)),
                    Must => prop_assert!(cannot || row(*a) == row(*b)),
                }
            }
            let tied = |r: &Vec<Place>| ties.iter().any(|t| r.contains(&t.0) || r.contains(&t.1));
            for untouched in found.iter().filter(|r| !tied(r)) {
                prop_assert!(out.contains(&(untouched.clone(), Hand::default())), "{:?}", untouched);
            }
        }
    }
}
