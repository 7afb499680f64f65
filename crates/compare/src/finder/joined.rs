//! The affinities of a pile and the groups that they make, each component by itself.

use crate::cluster::{self, Graph};
use crate::comparison::Link;
use crate::event::{BAR, REACH_DAYS};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An affinity: to whom, how much.
pub(crate) type Edge = (u32, f32);

/// What grouping asks of articles.
pub(crate) trait Members: Sync {
    /// The days that one is about.
    fn days(&self, article: u32) -> Vec<(i32, i32)>;
    /// Its id.
    fn id(&self, article: u32) -> &str;
    /// Puts it into the group that is called by its first article.
    fn put(&mut self, article: u32, group: u32);
}

/// The affinities of each article, and what the analyst has linked.
#[derive(Debug, Default)]
pub(crate) struct Edges {
    of: Vec<Vec<Edge>>,
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

    /// Ties two articles that are not tied.
    pub(crate) fn tie(&mut self, a: u32, b: u32, weight: f32) {
        for (from, to) in [(a, b), (b, a)] {
            let edges = &mut self.of[from as usize];
            if edges.len() == edges.capacity() {
                edges.reserve_exact(edges.len() / 4 + 4);
            }
            edges.push((to, weight));
        }
    }

    /// Unties an article from all others; answers with those whose groups may change by that.
    pub(crate) fn release(&mut self, article: u32) -> Vec<u32> {
        let edges = std::mem::take(&mut self.of[article as usize]);
        for (other, _) in &edges {
            self.of[*other as usize].retain(|e| e.0 != article);
        }
        edges.into_iter().filter(|e| binds(e.1)).map(|e| e.0).collect()
    }

    /// Gives back the room that the affinities of some articles do not need.
    pub(crate) fn tidy(&mut self, articles: &[u32]) {
        articles.iter().for_each(|n| self.of[*n as usize].shrink_to_fit());
    }

    /// The affinities of an article.
    pub(crate) fn of(&self, article: u32) -> &[Edge] {
        &self.of[article as usize]
    }

    /// The affinity of two articles, 0 where there is none.
    pub(crate) fn weight(&self, a: u32, b: u32) -> f64 {
        self.of(a).iter().find(|e| e.0 == b).map_or(0.0, |e| f64::from(e.1))
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
        self.of(article).iter().filter(|e| binds(e.1)).map(|e| e.0).chain(must)
    }

    /// Groups the components of some articles anew.
    pub(crate) fn regroup<M: Members>(&self, seeds: BTreeSet<u32>, members: &mut M) {
        if seeds.is_empty() {
            return;
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
        let shared: &M = members;
        let groups: Vec<Vec<Vec<u32>>> =
            components.into_par_iter().map(|component| self.grouped(component, shared)).collect();
        for group in groups.into_iter().flatten() {
            group.iter().for_each(|n| members.put(*n, group[0]));
        }
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
            for (other, weight) in self.of(*article) {
                if let Some(m) = at.get(other).filter(|m| **m > n) {
                    graph.edges.insert((n, *m), f64::from(*weight));
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
fn binds(weight: f32) -> bool {
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
    struct Plain(Vec<u32>, Vec<String>);

    impl Members for Plain {
        fn days(&self, _: u32) -> Vec<(i32, i32)> {
            vec![(0, 0)]
        }

        fn id(&self, article: u32) -> &str {
            &self.1[article as usize]
        }

        fn put(&mut self, article: u32, group: u32) {
            self.0[article as usize] = group;
        }
    }

    fn pile(articles: u32) -> (Edges, Plain) {
        let mut edges = Edges::default();
        edges.widen(articles as usize);
        (edges, Plain((0..articles).collect(), (0..articles).map(|n| format!("{n:03}")).collect()))
    }

    #[test]
    fn what_is_released_leaves_its_group_and_what_it_tied_together_parts() {
        let (mut edges, mut members) = pile(3);
        edges.tie(0, 1, 0.5);
        edges.tie(1, 2, 0.5);
        edges.tie(0, 2, 0.3);
        edges.regroup((0..3).collect(), &mut members);
        assert_eq!(members.0, [0, 0, 0]);
        let mut seeds: BTreeSet<u32> = edges.release(1).into_iter().collect();
        seeds.insert(1);
        assert_eq!(seeds, (0..3).collect());
        edges.regroup(seeds, &mut members);
        assert_eq!(members.0, [0, 1, 0]);
    }

    #[test]
    fn links_hold_over_affinities() {
        let (mut edges, mut members) = pile(4);
        edges.tie(0, 1, 0.5);
        edges.link(0, 1, Link::Cannot);
        edges.link(1, 3, Link::Must);
        edges.regroup((0..4).collect(), &mut members);
        assert_eq!(members.0, [0, 1, 2, 1]);
        assert_eq!(edges.component(3), [0, 1, 3]);
    }
}
