//! Which articles tell one event, found as articles come, one by one.
//!
//! Each article is kept as a few hundred bytes. What one more of them changes is looked for near it: the articles that
//! share telling terms with it within some days, and the groups that hang together with them by affinities from the bar
//! of events on; nothing else is touched. What depends on the whole pile, above all how rare a term is, goes in steps
//! ([`weights`]), and whatever crosses one is weighed anew. The groups depend on which articles there are, never on the
//! order in which they came: sums are of whole numbers, ties are broken by id, and every step is a matter of what the
//! pile holds.
//!
//! Two groups are joined only where their linkage reaches [`crate::event::BAR`], hence only where an affinity between them does: what
//! no chain of such affinities ties is never in one group, and each of these components is grouped by itself.

mod calendar;
pub(crate) mod index;
mod joined;
pub(crate) mod packed;
pub(crate) mod places;
pub(crate) mod reference;
pub(crate) mod series;
mod sketch;
pub(crate) mod vocabulary;
pub(crate) mod weights;

pub use sketch::Sketch;

use crate::affinity::{Affinity, Ground, Side, Sum, affinity, gap};
use crate::comparison::Link;
use crate::event::REACH_DAYS;
use calendar::{Calendar, SAME_DAYS};
use index::{Card, Heavy, Index, MOST_COUNT, Scratch, damp};
use joined::{Edges, binds};
use packed::{Entry, Packed, Sort};
use places::Places;
use rayon::prelude::*;
use reference::{Age, Count, Reference};
use riwayat_claims::Lexicon;
use series::Own;
use std::collections::{BTreeSet, VecDeque};
use vocabulary::{COMMON, GENERAL, Vocabulary, make_room, print};
use weights::{Scale, Weights};

/// Up to this many articles every pair is measured. Articles, 50 to 1000.
const ALL_PAIRS: usize = 200;

/// Terms of one article by which others are looked for, the heaviest first. Terms, 24 to 64.
const HEAVIEST: usize = 48;

/// A term that more of the oldest articles hold tells little apart, and nobody is looked for by it: in a small pile, where
/// looking is cheap, and in a large one. Articles, 300 to 1000; 40 to 200 of 8192.
const LOOKED_FOR: (u16, u16) = (600, 100);

/// Least cosine by the heaviest terms of two articles that are measured: in a small pile, and in a large one. 0.03 to 0.1.
const LEAST_COSINE: (f64, f64) = (0.05, 0.06);

/// Affinities below this are not kept in a large pile: a quarter of the bar. 0 to 0.03.
const LEAST_KEPT: f64 = 0.02;

/// Articles of crowded days are measured with those this near. Days, 3 to [`REACH_DAYS`]: there hardly anything but a copy
/// is one happening later on.
const CROWD_REACH: i32 = 4;

/// Articles that one task searches for, so that what it needs beside the index is made once for all of them. 64 to 1024.
const TASK: usize = 256;
/// Tasks whose findings are held before they are entered. 4 to 64.
const TASKS: usize = 16;

/// Where this part of a pile or more is new, all of it is weighed anew: one in so many. 2 to 8.
const MANY_NEW: usize = 4;

/// What one addition does of what it and those before it have moved elsewhere in the pile, see [`Finder::catch_up`]: articles
/// that are weighed anew, each well under a millisecond, and articles that are looked through for terms. 8 to 64; 1024 to 8192.
const DONE_AT_ONCE: Owing = Owing { weighed: 16, searched: 4096 };

/// How many articles are weighed anew, and how many looked through for terms that have crossed a step.
#[derive(Debug, Clone, Copy)]
struct Owing {
    weighed: usize,
    searched: usize,
}

/// What is kept of an article beside its affinities.
#[derive(Debug, Default)]
struct Held {
    packed: Packed,
    norms: (f32, f32),
    beside: u16,
    /// The first article of its group.
    group: u32,
}

/// Finds events in a pile that grows.
///
/// ```
/// use riwayat_claims::{Input, Lexicon, read};
/// use riwayat_compare::{Article, Finder, Sketch};
///
/// let lexicon = Lexicon::builtin();
/// let mut finder = Finder::new(lexicon);
/// for (id, text) in [
///     ("a", "قصف الطيران سوق تل النخيل وقتل 12 مدنيا"),
///     ("b", "افتتاح مدرسة في وادي الزهر"),
///     ("c", "مقتل 19 مدنيا في قصف على سوق تل النخيل"),
/// ] {
///     let published = "2018-11-04".parse().ok();
///     let reading = read(&Input { title: "", text, published, outlet: None, camp: None }, lexicon);
///     let article = Article { id, title: "", text, outlet: None, camp: None, published, inferred: None, reading: &reading };
///     finder.add(&Sketch::of(&article, lexicon));
/// }
/// assert_eq!(finder.groups(), [vec![0, 2], vec![1]]);
/// ```
#[derive(Debug)]
pub struct Finder<'l> {
    lexicon: &'l Lexicon,
    vocabulary: Vocabulary,
    reference: Reference,
    places: Places,
    calendar: Calendar,
    articles: Vec<Held>,
    /// The ids, one behind the other, and where each ends.
    ids: String,
    ends: Vec<u32>,
    index: Index,
    edges: Edges,
    weights: Weights,
    /// How many articles have been weighed.
    settled: usize,
    /// Places that have become general since.
    general: Vec<u32>,
    /// Articles of links that have come since.
    linked: Vec<u32>,
    /// Articles, of those weighed before, whose weights or days have crossed a step and that have not been weighed since.
    owed: BTreeSet<u32>,
    /// Terms that have crossed a step, ascending, with the first of the articles that have not been looked through for them.
    sought: VecDeque<(Vec<u32>, u32)>,
    /// True where all is to be weighed anew.
    all: bool,
}

impl<'l> Finder<'l> {
    /// A finder without articles.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            vocabulary: Vocabulary::default(),
            reference: Reference::default(),
            places: Places::default(),
            calendar: Calendar::default(),
            articles: Vec::new(),
            ids: String::new(),
            ends: Vec::new(),
            index: Index::default(),
            edges: Edges::default(),
            weights: Weights::default(),
            settled: 0,
            general: Vec::new(),
            linked: Vec::new(),
            owed: BTreeSet::new(),
            sought: VecDeque::new(),
            all: true,
        }
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// True where there is no article.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The id of an article.
    #[must_use]
    pub fn id(&self, article: usize) -> &str {
        let from = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.ids[from as usize..self.ends[article] as usize]
    }

    /// Takes an article; answers with its number, which counts those before it. Two articles may not have one id.
    ///
    /// # Panics
    ///
    /// With more than 2^28 articles, or 4 GB of ids.
    pub fn add(&mut self, sketch: &Sketch) -> usize {
        let number = self.articles.len();
        let entries = self.entries(sketch);
        let packed = Packed::new(&sketch.days, &entries);
        self.calendar.add(&sketch.days);
        self.ids += &sketch.id;
        make_room(&mut self.ends);
        self.ends.push(u32::try_from(self.ids.len()).expect("less than 4 GB of ids"));
        make_room(&mut self.articles);
        let group = small(number);
        self.articles.push(Held { packed, group, ..Held::default() });
        self.edges.widen(number + 1);
        self.reference.count_in(entries.iter().map(|e| e.term));
        self.refer(number, &sketch.days, &entries);
        if (number + 1 - self.settled) * MANY_NEW > number + 1 {
            self.weigh_all();
        }
        number
    }

    /// Says of two articles that they tell one event, or do not; it holds over what is found.
    pub fn link(&mut self, a: usize, b: usize, link: Link) {
        if a != b {
            self.edges.link(small(a), small(b), link);
            self.linked.extend([small(a), small(b)]);
        }
    }

    /// Brings the groups up to date with what has come.
    pub fn settle(&mut self) {
        self.advance(Owing { weighed: usize::MAX, searched: usize::MAX });
    }

    /// Brings the groups near what has come up to date, and does a part of what that moves elsewhere, so that it takes a moment
    /// in a large pile too: [`Finder::group_so_far`] tells them. True where something is owed still, which is done by
    /// the next calls, and all of it by [`Finder::settle`]: after that the groups are the same as if nothing had been put off.
    pub fn catch_up(&mut self) -> bool {
        self.advance(DONE_AT_ONCE);
        !self.owed.is_empty() || !self.sought.is_empty()
    }

    fn advance(&mut self, most: Owing) {
        let scale = Scale::of(self.articles.len());
        if scale != self.weights.scale || self.index.full(self.articles.len()) {
            self.weigh_all();
        }
        let fresh = small(self.settled)..small(self.articles.len());
        let dirty: Vec<u32> = if self.all {
            self.weights = Weights::of(scale);
            self.index.clear();
            self.edges.clear();
            self.owed.clear();
            self.sought.clear();
            (0..fresh.end).collect()
        } else {
            self.find_stale();
            self.look_through(most.searched);
            let mut dirty: BTreeSet<u32> = fresh.collect();
            dirty.extend(std::iter::from_fn(|| self.owed.pop_last()).take(most.weighed));
            dirty.into_iter().collect()
        };
        self.forget();
        let mut seeds: BTreeSet<u32> = self.linked.drain(..).collect();
        self.connect(&dirty, &mut seeds);
        let members = Groupable { articles: &self.articles, ids: (&self.ids, &self.ends) };
        for group in self.edges.regroup(seeds, &members) {
            group.iter().for_each(|n| self.articles[*n as usize].group = group[0]);
        }
    }

    /// The groups, each ascending, in order of their first article.
    pub fn groups(&mut self) -> Vec<Vec<usize>> {
        self.settle();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut at: Vec<u32> = vec![u32::MAX; self.articles.len()];
        for (n, held) in self.articles.iter().enumerate() {
            let place = &mut at[held.group as usize];
            if *place == u32::MAX {
                *place = small(groups.len());
                groups.push(Vec::new());
            }
            groups[*place as usize].push(n);
        }
        groups
    }

    /// The group of an article, ascending.
    pub fn group_of(&mut self, article: usize) -> Vec<usize> {
        self.settle();
        self.group_so_far(article)
    }

    /// The group of an article, ascending, as it was when the groups were last brought up to date.
    #[must_use]
    pub fn group_so_far(&self, article: usize) -> Vec<usize> {
        let group = self.articles[article].group;
        let near = self.edges.component(small(article));
        let mut members: Vec<usize> = near
            .into_iter()
            .filter(|m| self.articles[*m as usize].group == group)
            .map(|m| m as usize)
            .collect();
        members.sort_unstable();
        members
    }

    /// How many articles the five largest components hold, which are grouped by themselves, and how many affinities are
    /// kept: what an addition can cost.
    #[must_use]
    pub fn largest_components(&self) -> (Vec<usize>, usize) {
        self.edges.largest_components()
    }

    /// The affinity of two articles, 0 where they were not measured or are nothing to each other.
    pub(crate) fn score(&self, a: usize, b: usize) -> f64 {
        self.edges.weight(small(a), small(b))
    }

    /// The articles to which one has an affinity, with how much.
    pub(crate) fn near(&self, article: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.edges.of(small(article)).iter().map(|t| (t.other as usize, f64::from(t.weight)))
    }

    /// How two articles are measured.
    pub(crate) fn affinity(&self, a: usize, b: usize) -> Affinity {
        affinity(&self.ground(), &self.side(small(a)), &self.side(small(b)))
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            weights: &self.weights,
            reference: &self.reference,
            vocabulary: &self.vocabulary,
            places: &self.places,
            lexicon: self.lexicon,
        }
    }

    fn side(&self, article: u32) -> Side {
        let held = &self.articles[article as usize];
        let (days, entries) = held.packed.open();
        Side { entries, days, norms: held.norms, beside: u32::from(held.beside) }
    }

    /// The terms of a sketch, by number.
    fn entries(&mut self, sketch: &Sketch) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::with_capacity(sketch.words.len());
        for word in &sketch.words {
            let (term, new) = self.vocabulary.number(word.print, word.common);
            let place = word.kind.place();
            if new && let Some(place) = place {
                for term in self.places.meet(term, place, self.lexicon) {
                    self.vocabulary.mark(term, GENERAL);
                    self.general.push(term);
                }
            }
            entries.push(Entry {
                term,
                whole: word.whole,
                lead: word.lead,
                title: word.title,
                sort: Sort::of(&word.kind),
            });
        }
        entries.sort_unstable_by_key(|e| e.term);
        self.reference.widen(self.vocabulary.len());
        entries
    }

    /// Lets an article tell how rare terms are, where it is old enough.
    fn refer(&mut self, number: usize, days: &[(i32, i32)], entries: &[Entry]) {
        let first = days.iter().map(|d| d.0).min().unwrap_or(i32::MAX);
        let age: Age = (first, print(self.id(number)), small(number));
        if self.reference.takes(age)
            && let Some(young) = self.reference.add(age, entries.iter().map(|e| e.term))
        {
            let entries = self.articles[young.2 as usize].packed.entries();
            self.reference.remove(young, entries.iter().map(|e| e.term));
        }
        if self.all {
            self.reference.forget_changes();
        }
    }

    fn weigh_all(&mut self) {
        self.all = true;
        self.forget_changes();
    }

    fn forget_changes(&mut self) {
        self.reference.forget_changes();
        self.calendar.forget_changes();
        self.general.clear();
    }

    fn forget(&mut self) {
        self.forget_changes();
        self.all = false;
        self.settled = self.articles.len();
    }

    /// Finds the articles, of those weighed before, whose weights or days have crossed a step: they are owed, but for those
    /// that hold a term which the index does not know all holders of. Of such an article nothing is forgotten: who was
    /// entered in the index before a term came into it is owed, or will be, because that term has crossed a step then.
    fn find_stale(&mut self) {
        let (found, sought) = self.moved();
        let mut stale: Vec<u32> = found.iter().flat_map(|term| self.index.holders(*term)).collect();
        let scale = self.weights.scale;
        for day in self.calendar.changes(|n| scale.crowded(n)) {
            let near = self.index.of_days(day, SAME_DAYS).into_iter();
            stale.extend(near.filter(|n| self.beside(*n) != self.articles[*n as usize].beside));
        }
        self.owed.extend(stale);
        if !sought.is_empty() {
            self.sought.push_back((sought, 0));
        }
    }

    /// Looks so many articles through for terms that have crossed a step; who holds one is owed.
    fn look_through(&mut self, most: usize) {
        let settled = small(self.settled);
        let mut left = u32::try_from(most).unwrap_or(u32::MAX);
        while left > 0
            && let Some((terms, from)) = self.sought.pop_front()
        {
            let to = from.saturating_add(left).min(settled);
            let holds = |n: &u32| {
                let entries = self.articles[*n as usize].packed.entries();
                entries.iter().any(|e| terms.binary_search(&e.term).is_ok())
            };
            let found: Vec<u32> = (from..to).into_par_iter().filter(holds).collect();
            self.owed.extend(found);
            left -= to - from;
            if to < settled {
                self.sought.push_front((terms, to));
                return;
            }
        }
    }

    /// The terms that have crossed a step, ascending: those of which the index knows all who hold them, and the others.
    fn moved(&mut self) -> (Vec<u32>, Vec<u32>) {
        let (mut found, mut sought) = (Vec::new(), std::mem::take(&mut self.general));
        for (term, before) in self.reference.changes() {
            let now = self.reference.count(term);
            let common = self.vocabulary.is(term, COMMON);
            let moved = self.weights.idf(before, common).total_cmp(&self.weights.idf(now, common)).is_ne();
            let looked_for = self.looked_for(before) != self.looked_for(now);
            if before.hardly() != now.hardly() || looked_for || moved {
                if now.hardly() && before.hardly() { found.push(term) } else { sought.push(term) }
            }
        }
        sought.sort_unstable();
        (found, sought)
    }

    /// True of a term by which articles are looked for.
    fn looked_for(&self, count: Count) -> bool {
        let scale = self.weights.scale;
        count.get() <= if scale.exact { LOOKED_FOR.0 } else { LOOKED_FOR.1 }
    }

    fn beside(&self, article: u32) -> u16 {
        let days = self.articles[article as usize].packed.days();
        let beside = self.weights.scale.beside(self.calendar.beside(&days));
        u16::try_from(beside).unwrap_or(u16::MAX)
    }

    /// Weighs articles anew and measures them with all that are near; those whose groups that may change come to `seeds`.
    fn connect(&mut self, dirty: &[u32], seeds: &mut BTreeSet<u32>) {
        let mut near: BTreeSet<u32> = dirty.iter().copied().collect();
        for n in dirty {
            let norms = self.norms(*n);
            let beside = self.beside(*n);
            let held = &mut self.articles[*n as usize];
            (held.norms, held.beside) = (norms, beside);
            for tie in self.edges.release(*n) {
                if binds(tie.weight) {
                    seeds.insert(tie.other);
                }
                near.insert(tie.other);
            }
            seeds.insert(*n);
        }
        if self.articles.len() > ALL_PAIRS {
            let mut index = std::mem::take(&mut self.index);
            index.enter(dirty, &|n| self.card(n));
            self.index = index;
        }
        for some in dirty.chunks(TASK * TASKS) {
            let found: Vec<Vec<(u32, u32, Own)>> =
                some.par_chunks(TASK).map(|task| self.measure(task, dirty)).collect();
            found.into_iter().flatten().for_each(|(a, b, own)| self.edges.tie(a, b, own));
        }
        dirty.iter().for_each(|n| near.extend(self.edges.of(*n).iter().map(|t| t.other)));
        let members = Groupable { articles: &self.articles, ids: (&self.ids, &self.ends) };
        seeds.extend(self.edges.weigh(&near, &members));
    }

    fn norms(&self, article: u32) -> (f32, f32) {
        let ground = self.ground();
        let (mut whole, mut lead) = (Sum::default(), Sum::default());
        for entry in self.articles[article as usize].packed.entries() {
            let idf = f64::from(ground.idf(entry.term));
            let square = |count: u32| (f64::from(damp(count)) * idf).powi(2);
            whole.add(square(entry.whole));
            if entry.lead > 0 {
                lead.add(square(entry.lead));
            }
        }
        (whole.get().sqrt() as f32, lead.get().sqrt() as f32)
    }

    /// An article as it is looked up: its heaviest terms, ties by print, and all that the oldest articles hardly know, so
    /// that those who hold them are found when they become commoner.
    fn card(&self, article: u32) -> Card {
        let ground = self.ground();
        let (days, entries) = self.articles[article as usize].packed.open();
        let mut heavy: Vec<(f32, Heavy)> = entries
            .iter()
            .map(|e| {
                let idf = ground.idf(e.term);
                let tells = self.looked_for(self.reference.count(e.term));
                let count = e.whole.min(MOST_COUNT);
                (damp(e.whole) * idf, Heavy { term: e.term, count, idf: if tells { idf } else { 0.0 } })
            })
            .collect();
        let print = |h: &(f32, Heavy)| self.vocabulary.print(h.1.term);
        heavy.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| print(a).cmp(&print(b))));
        let mut place = 0;
        heavy.retain(|h| {
            place += 1;
            place <= HEAVIEST && h.1.idf > 0.0 || self.reference.count(h.1.term).hardly()
        });
        let norm = self.articles[article as usize].norms.0;
        Card { heavy: heavy.into_iter().map(|h| h.1).collect(), days, norm }
    }

    /// The affinities of some articles, of those in `dirty`; a pair of which both are, only from the later one's side.
    fn measure(&self, task: &[u32], dirty: &[u32]) -> Vec<(u32, u32, Own)> {
        let ground = self.ground();
        let mut scratch = Scratch::of(&self.index);
        let large = self.articles.len() > weights::EXACT;
        let least = if large { LEAST_KEPT } else { f64::from(f32::MIN_POSITIVE) };
        let mut found = Vec::new();
        for a in task {
            let side = self.side(*a);
            for b in self.candidates(*a, &mut scratch) {
                if b == *a || b > *a && dirty.binary_search(&b).is_ok() {
                    continue;
                }
                let own = affinity(&ground, &side, &self.side(b)).own;
                if f64::from(own.alone()) >= least {
                    found.push((*a, b, own));
                }
            }
        }
        found
    }

    /// The articles that may be near one.
    fn candidates(&self, article: u32, scratch: &mut Scratch) -> Vec<u32> {
        if self.articles.len() <= ALL_PAIRS {
            return (0..small(self.articles.len())).collect();
        }
        let card = self.card(article);
        let least = if self.weights.scale.exact { LEAST_COSINE.0 } else { LEAST_COSINE.1 };
        let reach = self.reach(article);
        let reached = |n: &u32| {
            let other = &self.articles[*n as usize];
            gap(&card.days, &other.packed.days()).is_none_or(|gap| gap <= reach.min(self.reach(*n)))
        };
        self.index.near(&card, least, reach, scratch).into_iter().filter(reached).collect()
    }

    /// Up to how many days off articles are measured with one.
    fn reach(&self, article: u32) -> i32 {
        let beside = u32::from(self.articles[article as usize].beside);
        if self.weights.scale.crowded(beside) { CROWD_REACH } else { REACH_DAYS }
    }
}

/// What grouping needs to know of articles.
struct Groupable<'a> {
    articles: &'a [Held],
    ids: (&'a str, &'a [u32]),
}

impl joined::Members for Groupable<'_> {
    fn days(&self, article: u32) -> Vec<(i32, i32)> {
        self.articles[article as usize].packed.days()
    }

    fn id(&self, article: u32) -> &str {
        let (ids, ends) = self.ids;
        let from = (article as usize).checked_sub(1).map_or(0, |before| ends[before]);
        &ids[from as usize..ends[article as usize] as usize]
    }
}

/// The number of an article, which is below 2^28.
fn small(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2^28 articles")
}
