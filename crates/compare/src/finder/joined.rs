//! The affinities of a pile and the groups that they make, each component by itself.

use super::series::{self, Around, Own};
use crate::cluster::{self, Graph};
use crate::comparison::Link;
use crate::event::{BAR, REACH_DAYS};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An affinity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tie {
    /// To whom.
    pub(crate) other: u32,
    /// How much, with all that both are near to.
    pub(crate) weight: f32,
    /// What the two alone say.
    pub(crate) own: Own,
}

/// What grouping asks of articles.
pub(crate) trait Members: Sync {
    /// The days that one is about.
    fn days(&self, article: u32) -> Vec<(i32, i32)>;
    /// Its id.
    fn id(&self, article: u32) -> &str;
    /// The last of the days that one is about; `None` where they are open.
    fn last_day(&self, article: u32) -> Option<i32> {
        self.days(article).iter().map(|d| d.1).max()
    }
}

/// The affinities of each article, and what the analyst has linked.
#[derive(Debug, Default)]
pub(crate) struct Edges {
    /// By number of the other.
    of: Vec<Vec<Tie>>,
    must: BTreeMap<u32, Vec<u32>>,
    cannot: BTreeMap<u32, Vec<u32>>,
}

impl Edges {
    /// Makes room for so many articles.
    pub(crate) fn widen(&mut self, articles: usize) {
        super::make_room(&mut self.of);
        self.of.resize_with(articles, Vec::new);
    }

    /// Forgets the affinities, not the links.
    pub(crate) fn clear(&mut self) {
        self.of.iter_mut().for_each(|edges| *edges = Vec::new());
    }

    /// Links two articles.
    pub(crate) fn link(&mut self, a: u32, b: u32, link: Link) {
        let links = match link {
            Link::Must => &mut self.must,
            Link::Cannot => &mut self.cannot,
        };
        links.entry(a).or_default().push(b);
        links.entry(b).or_default().push(a);
    }

    /// Ties two articles that are not tied; what they are near to is weighed by [`Edges::weigh`].
    pub(crate) fn tie(&mut self, a: u32, b: u32, own: Own) {
        for (from, other) in [(a, b), (b, a)] {
            let ties = &mut self.of[from as usize];
            if ties.len() == ties.capacity() {
                ties.reserve_exact(ties.len() / 4 + 4);
            }
            ties.push(Tie { other, weight: own.alone(), own });
        }
    }

    /// Unties an article from all others; answers with what tied it.
    pub(crate) fn release(&mut self, article: u32) -> Vec<Tie> {
        let ties = std::mem::take(&mut self.of[article as usize]);
        for tie in &ties {
            self.of[tie.other as usize].retain(|t| t.other != article);
        }
        ties
    }

    /// Weighs the ties of some articles by what else both are near to, and answers with those whose groups may change by
    /// that.
    pub(crate) fn weigh(&mut self, articles: &BTreeSet<u32>, members: &impl Members) -> Vec<u32> {
        for article in articles {
            let ties = &mut self.of[*article as usize];
            ties.sort_unstable_by_key(|t| t.other);
            ties.shrink_to_fit();
        }
        let all: Vec<u32> = articles.iter().copied().collect();
        let shared = &*self;
        let anew: Vec<(u32, u32, f32)> = all
            .into_par_iter()
            .flat_map_iter(|a| {
                let here = Around::of(shared.of(a), a, members);
                let mine = move |t: &&Tie| t.own.crowded() && (t.other > a || !articles.contains(&t.other));
                shared.of(a).iter().filter(mine).filter_map(move |tie| {
                    let there = Around::of(shared.of(tie.other), tie.other, members);
                    let weight = tie.own.weight(series::chance(&here, &there, tie.own, members));
                    (weight.to_bits() != tie.weight.to_bits()).then_some((a, tie.other, weight))
                })
            })
            .collect();
        let mut seeds = Vec::new();
        for (a, b, weight) in anew {
            let before = self.put(a, b, weight);
            self.put(b, a, weight);
            seeds.push(a);
            if binds(before) || binds(weight) {
                seeds.push(b);
            }
        }
        seeds
    }

    /// Says how much ties two articles; answers with what was said before.
    fn put(&mut self, from: u32, other: u32, weight: f32) -> f32 {
        let ties = &mut self.of[from as usize];
        let at = ties.binary_search_by_key(&other, |t| t.other).expect("they are tied");
        std::mem::replace(&mut ties[at].weight, weight)
    }

    /// The affinities of an article.
    pub(crate) fn of(&self, article: u32) -> &[Tie] {
        &self.of[article as usize]
    }

    /// The affinity of two articles, 0 where there is none.
    pub(crate) fn weight(&self, a: u32, b: u32) -> f64 {
        self.of(a).iter().find(|t| t.other == b).map_or(0.0, |t| f64::from(t.weight))
    }

    /// The articles with which one hangs together by affinities from the bar on, or by links.
    pub(crate) fn component(&self, article: u32) -> Vec<u32> {
        let mut seen = BTreeSet::from([article]);
        let mut next = vec![article];
        while let Some(one) = next.pop() {
            next.extend(self.bound(one).filter(|other| seen.insert(*other)));
        }
        seen.into_iter().collect()
    }

    /// The sizes of the five largest components, and how many affinities there are.
    pub(crate) fn largest_components(&self) -> (Vec<usize>, usize) {
        let mut seen = vec![false; self.of.len()];
        let mut sizes = Vec::new();
        for n in 0..u32::try_from(seen.len()).unwrap_or(u32::MAX) {
            if !seen[n as usize] {
                let component = self.component(n);
                component.iter().for_each(|m| seen[*m as usize] = true);
                sizes.push(component.len());
            }
        }
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.truncate(5);
        (sizes, self.of.iter().map(Vec::len).sum::<usize>() / 2)
    }

    fn bound(&self, article: u32) -> impl Iterator<Item = u32> + '_ {
        let must = self.must.get(&article).into_iter().flatten().copied();
        self.of(article).iter().filter(|t| binds(t.weight)).map(|t| t.other).chain(must)
    }

    /// The groups of the components of some articles.
    pub(crate) fn regroup(&self, seeds: BTreeSet<u32>, members: &impl Members) -> Vec<Vec<u32>> {
        if seeds.is_empty() {
            return Vec::new();
        }
        let mut seen = vec![false; self.of.len()];
        let mut components: Vec<Vec<u32>> = Vec::new();
        for seed in seeds {
            if !seen[seed as usize] {
                let component = self.component(seed);
                component.iter().for_each(|n| seen[*n as usize] = true);
                components.push(component);
            }
        }
        let groups = components.into_par_iter().flat_map_iter(|component| self.grouped(component, members));
        groups.collect()
    }

    /// The groups of a component, each by id.
    fn grouped(&self, mut component: Vec<u32>, members: &impl Members) -> Vec<Vec<u32>> {
        if component.len() == 1 {
            return vec![component];
        }
        component.sort_by(|a, b| members.id(*a).cmp(members.id(*b)).then(a.cmp(b)));
        let at: BTreeMap<u32, usize> = component.iter().enumerate().map(|(n, m)| (*m, n)).collect();
        let mut graph = Graph::new(component.len());
        graph.reach = REACH_DAYS;
        for (n, article) in component.iter().enumerate() {
            graph.days[n] = members.days(*article);
            for tie in self.of(*article) {
                if let Some(m) = at.get(&tie.other).filter(|m| **m > n) {
                    graph.edges.insert((n, *m), f64::from(tie.weight));
                }
            }
            graph.must.extend(linked(&self.must, *article, n, &at));
            graph.cannot.extend(linked(&self.cannot, *article, n, &at));
        }
        let groups = cluster::groups(&graph, BAR);
        groups.into_iter().map(|g| g.into_iter().map(|n| component[n]).collect()).collect()
    }
}

/// True of an affinity by which two groups can be joined.
pub(crate) fn binds(weight: f32) -> bool {
    f64::from(weight) >= BAR
}

/// The links of an article to those behind it in a component.
fn linked(
    links: &BTreeMap<u32, Vec<u32>>,
    article: u32,
    n: usize,
    at: &BTreeMap<u32, usize>,
) -> Vec<(usize, usize)> {
    let others = links.get(&article).into_iter().flatten();
    others.filter_map(|other| at.get(other)).filter(|m| **m > n).map(|m| (n, *m)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Articles called by their numbers, all of one day.
    struct Plain(Vec<String>);

    impl Members for Plain {
        fn days(&self, _: u32) -> Vec<(i32, i32)> {
            vec![(0, 0)]
        }

        fn id(&self, article: u32) -> &str {
            &self.0[article as usize]
        }
    }

    fn pile(articles: u32) -> (Edges, Plain) {
        let mut edges = Edges::default();
        edges.widen(articles as usize);
        (edges, Plain((0..articles).map(|n| format!("{n:03}")).collect()))
    }

    #[test]
    fn what_is_released_leaves_its_group_and_what_it_tied_together_parts() {
        let (mut edges, members) = pile(3);
        edges.tie(0, 1, Own::plain(0.5));
        edges.tie(1, 2, Own::plain(0.5));
        edges.tie(0, 2, Own::plain(0.3));
        assert_eq!(edges.regroup((0..3).collect(), &members), [[0, 1, 2]]);
        let mut seeds: BTreeSet<u32> = edges.release(1).into_iter().map(|t| t.other).collect();
        seeds.insert(1);
        assert_eq!(seeds, (0..3).collect());
        assert_eq!(edges.regroup(seeds, &members), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn links_hold_over_affinities() {
        let (mut edges, members) = pile(4);
        edges.tie(0, 1, Own::plain(0.5));
        edges.link(0, 1, Link::Cannot);
        edges.link(1, 3, Link::Must);
        assert_eq!(edges.regroup((0..4).collect(), &members), [vec![0], vec![1, 3], vec![2]]);
        assert_eq!(edges.component(3), [0, 1, 3]);
    }
}
