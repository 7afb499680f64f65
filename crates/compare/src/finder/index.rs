//! Which articles share telling terms within some days: an inverted index by stretches of days.
//!
//! Each article stands in it under its heaviest terms. Lists are sorted runs, merged when they grow alike, as in a
//! log-structured tree: a posting takes eight bytes, and one article is entered without moving the others. An article
//! whose weights change gets a new place; what stands under its old one is dead, and goes when its run is merged.

use super::vocabulary::make_room;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Days that one part of the index spans. Days, 1 to 8: a search goes through whole parts, and an article stands in the part
/// of each of its days.
const PART_DAYS: i32 = 2;
/// The part of what is of no day, or of a stretch longer than [`LONGEST`].
const OPEN: i32 = i32::MIN;
/// The longest stretch that is entered by its days. Days, 2 to 8: few are longer than one.
const LONGEST: i32 = 4;

/// Bits of a posting for the place of the article, and for how often it has the term.
const PLACE_BITS: u32 = 28;
const COUNT_BITS: u32 = 8;

/// Term, place and count in one number, so that postings sort by term.
type Posting = u64;

/// One article as it is entered or looked up.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// Its heaviest terms, with how often they count and what they weigh once.
    pub(crate) heavy: Vec<Heavy>,
    /// Its days.
    pub(crate) days: Vec<(i32, i32)>,
    /// How long its vector is.
    pub(crate) norm: f32,
}

/// A heavy term of an article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Heavy {
    pub(crate) term: u32,
    /// How often it counts, no more than [`MOST_COUNT`].
    pub(crate) count: u32,
    /// What it weighs, once; 0 where nobody is looked for by it.
    pub(crate) idf: f32,
}

/// The highest count that a posting has room for.
pub(crate) const MOST_COUNT: u32 = (1 << COUNT_BITS) - 1;

#[derive(Debug, Default)]
struct Part {
    runs: Vec<Vec<Posting>>,
    places: Vec<u32>,
}

/// The index.
#[derive(Debug, Default)]
pub(crate) struct Index {
    parts: BTreeMap<i32, Part>,
    /// The article of each place.
    articles: Vec<u32>,
    /// How long the vector of each is.
    norms: Vec<f32>,
    /// The place of each article.
    place_of: Vec<u32>,
}

/// What a search needs beside the index; used again for the next.
#[derive(Debug)]
pub(crate) struct Scratch {
    score: Vec<u32>,
    touched: Vec<u32>,
}

/// How fine sums of scores are: they are added as whole numbers, so that their order does not matter.
const GRAIN: f32 = 16.0;

/// The logarithm of a count, as it weighs.
pub(crate) fn damp(count: u32) -> f32 {
    static KNOWN: LazyLock<Vec<f32>> = LazyLock::new(|| (0..=MOST_COUNT).map(logarithm).collect());
    KNOWN.get(count as usize).copied().unwrap_or_else(|| logarithm(count))
}

fn logarithm(count: u32) -> f32 {
    1.0 + (count as f32).ln().max(0.0)
}

impl Scratch {
    /// For searches in an index as it is now.
    pub(crate) fn of(index: &Index) -> Self {
        Self { score: vec![0; index.articles.len()], touched: Vec::new() }
    }
}

impl Index {
    /// True where there is no room for so many more.
    pub(crate) fn full(&self, more: usize) -> bool {
        self.articles.len() + more >= 1 << PLACE_BITS
    }

    /// Gives articles new places and enters them; `card` makes what is entered of each.
    pub(crate) fn enter(&mut self, articles: &[u32], card: &(dyn Fn(u32) -> Card + Sync)) {
        let mut by_part: BTreeMap<i32, Vec<u32>> = BTreeMap::new();
        for article in articles {
            let place = u32::try_from(self.articles.len()).expect("fewer than 2^28 places");
            make_room(&mut self.articles);
            self.articles.push(*article);
            let at = *article as usize;
            if at >= self.place_of.len() {
                make_room(&mut self.place_of);
                self.place_of.resize(at + 1, u32::MAX);
            }
            self.place_of[at] = place;
            let card = card(*article);
            make_room(&mut self.norms);
            self.norms.push(card.norm);
            for part in parts_of(&card.days) {
                by_part.entry(part).or_default().push(place);
            }
        }
        for (number, places) in by_part {
            let mut run: Vec<Posting> = Vec::new();
            for place in &places {
                let heavy = card(self.articles[*place as usize]).heavy;
                run.extend(heavy.iter().map(|h| posting(h, *place)));
            }
            run.sort_unstable();
            run.shrink_to_fit();
            self.add_run(number, run, &places);
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    fn add_run(&mut self, number: i32, run: Vec<Posting>, places: &[u32]) {
        let Self { parts, articles, place_of, .. } = self;
        let lives = |place: u32| place_of[articles[place as usize] as usize] == place;
        let part = parts.entry(number).or_default();
        part.places.retain(|p| lives(*p));
        part.places.reserve_exact(places.len());
        part.places.extend(places);
        part.runs.push(run);
        while let [.., before, last] = part.runs.as_slice()
            && last.len() * 2 >= before.len()
        {
            let last = part.runs.pop().unwrap_or_default();
            let before = part.runs.pop().unwrap_or_default();
            part.runs.push(merged(&before, &last, &|p| lives(place_in(p))));
        }
    }

    /// The articles that may be of days near those of a card, of whose vectors the terms that are looked for make up a
    /// cosine of at least `least`; in order, each once.
    pub(crate) fn near(&self, card: &Card, least: f64, reach: i32, scratch: &mut Scratch) -> Vec<u32> {
        let own = f64::from(card.norm) * f64::from(GRAIN) * least;
        let mut found = Vec::new();
        for part in self.parts_near(&card.days, reach) {
            for heavy in card.heavy.iter().filter(|h| h.idf > 0.0) {
                part.look_up(heavy, scratch);
            }
            for place in scratch.touched.drain(..) {
                let score = std::mem::take(&mut scratch.score[place as usize]);
                if f64::from(score) >= own * f64::from(self.norms[place as usize]) {
                    found.push(place);
                }
            }
        }
        self.living(found.into_iter())
    }

    /// The articles that may be of a day, or of days up to `reach` from it.
    pub(crate) fn of_days(&self, day: i32, reach: i32) -> Vec<u32> {
        self.living(self.parts_near(&[(day, day)], reach).into_iter().flat_map(|p| p.places.iter().copied()))
    }

    /// The articles in which a term was entered.
    pub(crate) fn holders(&self, term: u32) -> Vec<u32> {
        self.living(self.parts.values().flat_map(|p| p.postings(term)).map(place_in))
    }

    /// The articles of some places, without those that have another by now.
    fn living(&self, places: impl Iterator<Item = u32>) -> Vec<u32> {
        let at = |place: u32| (place, self.articles[place as usize]);
        let lives = |(place, article): &(u32, u32)| self.place_of[*article as usize] == *place;
        let mut found: Vec<u32> = places.map(at).filter(lives).map(|p| p.1).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The parts in which articles stand that may be no further than `reach` from some days.
    fn parts_near(&self, days: &[(i32, i32)], reach: i32) -> Vec<&Part> {
        if days.is_empty() || days.iter().any(long) {
            return self.parts.values().collect();
        }
        let mut numbers: Vec<i32> = vec![OPEN];
        for (from, to) in days {
            let first = from.saturating_sub(reach).div_euclid(PART_DAYS);
            let last = to.saturating_add(reach).div_euclid(PART_DAYS);
            numbers.extend(first..=last);
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().filter_map(|n| self.parts.get(n)).collect()
    }
}

impl Part {
    fn look_up(&self, heavy: &Heavy, scratch: &mut Scratch) {
        let (own, weight) = (damp(heavy.count), heavy.idf * heavy.idf * GRAIN);
        for posting in self.postings(heavy.term) {
            let place = place_in(posting);
            let score = &mut scratch.score[place as usize];
            if *score == 0 {
                scratch.touched.push(place);
            }
            let other = damp((posting & u64::from(MOST_COUNT)) as u32);
            *score += (own * other * weight).round().max(1.0) as u32;
        }
    }

    /// The postings of a term, the dead among them.
    fn postings(&self, term: u32) -> impl Iterator<Item = Posting> + '_ {
        let start = u64::from(term) << (PLACE_BITS + COUNT_BITS);
        let end = (u64::from(term) + 1) << (PLACE_BITS + COUNT_BITS);
        self.runs.iter().flat_map(move |run| {
            let from = run.partition_point(|p| *p < start);
            run[from..].iter().copied().take_while(move |p| *p < end)
        })
    }
}

/// True of a stretch that is not entered by its days.
fn long(days: &(i32, i32)) -> bool {
    days.1.saturating_sub(days.0) > LONGEST
}

/// The parts in which an article stands: those of all its days.
fn parts_of(days: &[(i32, i32)]) -> Vec<i32> {
    if days.is_empty() || days.iter().any(long) {
        return vec![OPEN];
    }
    let mut parts: Vec<i32> =
        days.iter().flat_map(|d| d.0.div_euclid(PART_DAYS)..=d.1.div_euclid(PART_DAYS)).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn posting(heavy: &Heavy, place: u32) -> Posting {
    u64::from(heavy.term) << (PLACE_BITS + COUNT_BITS)
        | u64::from(place) << COUNT_BITS
        | u64::from(heavy.count)
}

fn place_in(posting: Posting) -> u32 {
    (posting >> COUNT_BITS) as u32 & ((1 << PLACE_BITS) - 1)
}

/// Two sorted runs in one, without what is dead.
fn merged(a: &[Posting], b: &[Posting], lives: &dyn Fn(Posting) -> bool) -> Vec<Posting> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let first = j == b.len() || i < a.len() && a[i] <= b[j];
        let next = if first { a[i] } else { b[j] };
        if first {
            i += 1;
        } else {
            j += 1;
        }
        if lives(next) {
            out.push(next);
        }
    }
    out.shrink_to_fit();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(terms: &[u32], day: i32) -> Card {
        let heavy = terms.iter().map(|t| Heavy { term: *t, count: 1, idf: 1.0 });
        Card { heavy: heavy.collect(), days: vec![(day, day)], norm: (terms.len() as f32).sqrt() }
    }

    fn near(index: &Index, card: &Card) -> Vec<u32> {
        index.near(card, 0.1, 14, &mut Scratch::of(index))
    }

    #[test]
    fn what_shares_terms_on_near_days_is_found() {
        let open = Card { days: vec![], ..card(&[2], 0) };
        let cards = [card(&[1, 2], 0), card(&[2, 3], 5), card(&[2], 300), card(&[9], 0), open];
        let mut index = Index::default();
        for n in 0..5_u32 {
            index.enter(&[n], &|n| cards[n as usize].clone());
        }
        assert_eq!(near(&index, &cards[0]), [0, 1, 4]);
        assert_eq!(near(&index, &cards[4]), [0, 1, 2, 4]);
        let alike = index.near(&cards[0], 0.6, 14, &mut Scratch::of(&index));
        assert_eq!(alike, [0, 4]);
    }

    #[test]
    fn what_is_entered_anew_is_found_under_its_new_terms_only() {
        let mut index = Index::default();
        index.enter(&[0, 1], &|n| card(&[n], 0));
        index.enter(&[0], &|_| card(&[7], 0));
        assert!(near(&index, &card(&[0], 0)).is_empty());
        assert_eq!(near(&index, &card(&[7], 0)), [0]);
        assert_eq!(index.of_days(1, 2), [0, 1]);
        assert_eq!((index.holders(0), index.holders(7)), (vec![], vec![0]));
    }

    #[test]
    fn a_stretch_of_days_is_found_from_before_and_behind() {
        for (from, to) in [(3, 3), (2, 5), (1, 5), (0, 9)] {
            let mut index = Index::default();
            let long = Card { days: vec![(from, to)], ..card(&[1], 0) };
            index.enter(&[0], &|_| long.clone());
            for day in from - 4..=to + 4 {
                assert_eq!(index.near(&card(&[1], day), 0.1, 4, &mut Scratch::of(&index)), [0], "{day}");
            }
        }
    }

    #[test]
    fn an_article_of_two_parts_counts_once() {
        let mut index = Index::default();
        let twice = Card { days: vec![(0, 0), (9, 9)], norm: 3.0, ..card(&[1], 0) };
        index.enter(&[0], &|_| twice.clone());
        assert_eq!(index.near(&card(&[1], 4), 0.3, 14, &mut Scratch::of(&index)), [0]);
        assert!(index.near(&card(&[1], 4), 0.4, 14, &mut Scratch::of(&index)).is_empty());
    }
}
