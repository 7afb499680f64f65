//! Clustering over a sparse graph of affinities, by the likest half.
//!
//! Two groups are joined while their linkage reaches the bar: the mean, over the members of the smaller group, of their
//! affinity to the half of the other that they are likest to, pairs without an edge counting as nothing. So an article
//! need not be like every side of an event, but no chain of neighbours makes one group of a whole page: the larger a
//! group, the more of its members the next one must be like.
//! Must-links hold before anything is measured, cannot-links ever after; and no group spans more days than its reach,
//! so that nodes without a day never join what is months apart.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// What is to be grouped.
#[derive(Debug)]
pub(crate) struct Graph {
    /// How many nodes.
    pub(crate) nodes: usize,
    /// Affinity of pairs (lower node first), 0 to 1.
    pub(crate) edges: BTreeMap<(usize, usize), f64>,
    /// Pairs that belong together, whatever the affinity.
    pub(crate) must: Vec<(usize, usize)>,
    /// Pairs that do not, whatever the affinity.
    pub(crate) cannot: Vec<(usize, usize)>,
    /// For each node, the stretches in which it lies, for [`Graph::reach`]; empty where that is open.
    pub(crate) days: Vec<Vec<(i32, i32)>>,
    /// Nodes further apart than this are never in one group, unless they must be.
    pub(crate) reach: i32,
}

/// An edge between groups: own node, other node, affinity.
type Tie = (usize, usize, f64);

/// A possible join; the strongest first, ties by the lower group.
#[derive(Debug, PartialEq)]
struct Join {
    linkage: f64,
    pair: (usize, usize),
    ages: (u32, u32),
}

impl Eq for Join {}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        self.linkage
            .total_cmp(&other.linkage)
            .then_with(|| other.pair.cmp(&self.pair))
            .then_with(|| other.ages.cmp(&self.ages))
    }
}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The groups, each ascending, in order of their first node. `bar`: least linkage of a join, 0 to 1.
pub(crate) fn groups(graph: &Graph, bar: f64) -> Vec<Vec<usize>> {
    let mut state = State::new(graph);
    let mut heap: BinaryHeap<Join> = state.joins(bar).into();
    while let Some(join) = heap.pop() {
        let (a, b) = join.pair;
        let stale = (state.age[a], state.age[b]) != join.ages;
        if stale || state.forbidden[a].contains(&b) || graph.too_far(&state.members[a], &state.members[b]) {
            continue;
        }
        state.merge(a, b);
        let near: Vec<usize> = state.ties[a].keys().copied().collect();
        heap.extend(near.into_iter().filter_map(|c| state.join(a.min(c), a.max(c), bar)));
    }
    state.members.into_iter().filter(|m| !m.is_empty()).collect()
}

impl Graph {
    /// A graph without edges.
    pub(crate) fn new(nodes: usize) -> Self {
        let (must, cannot, days) = (Vec::new(), Vec::new(), vec![Vec::new(); nodes]);
        Self { nodes, edges: BTreeMap::new(), must, cannot, days, reach: i32::MAX }
    }

    /// True where a node of one group is out of reach of a node of the other.
    fn too_far(&self, a: &[usize], b: &[usize]) -> bool {
        let far = |x: usize, y: usize| {
            let apart =
                |(p, q): (&(i32, i32), &(i32, i32))| q.0.saturating_sub(p.1).max(p.0.saturating_sub(q.1));
            let (x, y) = (&self.days[x], &self.days[y]);
            let gaps = x.iter().flat_map(|p| y.iter().map(move |q| apart((p, q))));
            gaps.min().is_some_and(|gap| gap > self.reach)
        };
        a.iter().any(|x| b.iter().any(|y| far(*x, *y)))
    }
}

/// To how many of the other group a member is compared at least. Nodes, 1 (single link) to all (average link).
const LIKEST: usize = 3;

/// And to what part of it: one in so many. Nodes, 1 (average link) to 4.
const PART: usize = 2;

/// To how many of `m` nodes one is compared.
fn likest(m: usize) -> usize {
    m.div_ceil(PART).max(LIKEST).min(m)
}

/// The mean over `n` nodes of their mean affinity to the [`likest`] of the `m` others.
fn linkage(ties: &[Tie], n: usize, m: usize) -> f64 {
    if let [only] = ties {
        return only.2 / (n * likest(m)) as f64;
    }
    let mut ties = ties.to_vec();
    ties.sort_by(|x, y| x.0.cmp(&y.0).then(y.2.total_cmp(&x.2)).then(x.1.cmp(&y.1)));
    let of_one = |ties: &[Tie]| ties.iter().take(likest(m)).map(|t| t.2).sum::<f64>();
    let sum: f64 = ties.chunk_by(|x, y| x.0 == y.0).map(of_one).sum();
    sum / (n * likest(m)) as f64
}

struct State {
    members: Vec<Vec<usize>>,
    /// Edges between groups, both ways: own node, other node, affinity.
    ties: Vec<BTreeMap<usize, Vec<Tie>>>,
    forbidden: Vec<BTreeSet<usize>>,
    /// Counts the changes of a group, so that a join made before a change is known to be stale.
    age: Vec<u32>,
}

impl State {
    fn new(graph: &Graph) -> Self {
        let mut state = Self {
            members: (0..graph.nodes).map(|n| vec![n]).collect(),
            ties: vec![BTreeMap::new(); graph.nodes],
            forbidden: vec![BTreeSet::new(); graph.nodes],
            age: vec![0; graph.nodes],
        };
        for (&(a, b), &w) in &graph.edges {
            state.ties[a].insert(b, vec![(a, b, w)]);
            state.ties[b].insert(a, vec![(b, a, w)]);
        }
        for &(a, b) in &graph.cannot {
            state.forbidden[a].insert(b);
            state.forbidden[b].insert(a);
        }
        for &(a, b) in &graph.must {
            let (a, b) = (state.group_of(a), state.group_of(b));
            // What cannot stand together does not, even where others bring it together.
            if a != b && !state.forbidden[a].contains(&b) {
                state.merge(a.min(b), a.max(b));
            }
        }
        state
    }

    fn group_of(&self, node: usize) -> usize {
        self.members.iter().position(|m| m.contains(&node)).unwrap_or(node)
    }

    fn joins(&self, bar: f64) -> Vec<Join> {
        let pairs = self.ties.iter().enumerate().flat_map(|(a, near)| near.keys().map(move |b| (a, *b)));
        pairs.filter(|(a, b)| a < b).filter_map(|(a, b)| self.join(a, b, bar)).collect()
    }

    fn join(&self, a: usize, b: usize, bar: f64) -> Option<Join> {
        let there = self.ties[a].get(&b)?;
        let back = self.ties[b].get(&a)?;
        let (n, m) = (self.members[a].len(), self.members[b].len());
        let linkage = match n.cmp(&m) {
            Ordering::Less => linkage(there, n, m),
            Ordering::Greater => linkage(back, m, n),
            Ordering::Equal => f64::midpoint(linkage(there, n, m), linkage(back, m, n)),
        };
        let allowed = linkage >= bar && !self.forbidden[a].contains(&b);
        allowed.then(|| Join { linkage, pair: (a, b), ages: (self.age[a], self.age[b]) })
    }

    /// Puts group `b` into group `a`.
    fn merge(&mut self, a: usize, b: usize) {
        let moved = std::mem::take(&mut self.members[b]);
        self.members[a].extend(moved);
        self.members[a].sort_unstable();
        for (c, ties) in std::mem::take(&mut self.ties[b]) {
            let back = self.ties[c].remove(&b).unwrap_or_default();
            if c != a {
                self.ties[a].entry(c).or_default().extend(ties);
                self.ties[c].entry(a).or_default().extend(back);
            }
        }
        for c in std::mem::take(&mut self.forbidden[b]) {
            self.forbidden[c].remove(&b);
            if c != a {
                self.forbidden[c].insert(a);
                self.forbidden[a].insert(c);
            }
        }
        self.age[a] += 1;
        self.age[b] += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(nodes: usize, edges: &[(usize, usize, f64)]) -> Graph {
        Graph { edges: edges.iter().map(|(a, b, w)| ((*a, *b), *w)).collect(), ..Graph::new(nodes) }
    }

    #[test]
    fn one_strong_edge_does_not_chain_two_groups() {
        let g = graph(4, &[(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.8)]);
        assert_eq!(groups(&g, 0.5), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_chain_of_neighbours_is_not_one_group() {
        let like = |a: usize, b: usize| if b - a <= 3 { Some((a, b, 0.5)) } else { None };
        let edges: Vec<_> = (0..24).flat_map(|a| (a + 1..24).filter_map(move |b| like(a, b))).collect();
        assert!(groups(&graph(24, &edges), 0.2).iter().all(|g| g.len() < 24));
    }

    #[test]
    fn a_node_without_a_day_does_not_join_what_is_months_apart() {
        let mut g = graph(3, &[(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7)]);
        g.days = vec![vec![(0, 0)], vec![], vec![(60, 60)]];
        g.reach = 14;
        assert_eq!(groups(&g, 0.1), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn must_joins_strangers_and_cannot_parts_the_alike() {
        let mut g = graph(4, &[(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)]);
        g.must.push((0, 3));
        g.cannot.push((1, 2));
        let groups = groups(&g, 0.4);
        assert!(groups.iter().any(|m| m.contains(&0) && m.contains(&3)));
        assert!(!groups.iter().any(|m| m.contains(&1) && m.contains(&2)));
    }

    #[test]
    fn cannot_holds_over_what_must_by_way_of_others() {
        let mut g = graph(3, &[]);
        (g.must, g.cannot) = (vec![(0, 1), (1, 2)], vec![(0, 2)]);
        assert_eq!(groups(&g, 0.4), [vec![0, 1], vec![2]]);
    }
}
