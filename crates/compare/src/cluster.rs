//! Average-link clustering over a sparse graph of affinities.
//!
//! Two groups are joined while the mean affinity over all pairs between them, pairs without an edge counting as
//! nothing, reaches the bar. One strong edge therefore never chains two groups whose other members are strangers.
//! Must-links hold before anything is measured, cannot-links ever after.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// What is to be grouped.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    /// How many nodes.
    pub(crate) nodes: usize,
    /// Affinity of pairs (lower node first), 0 to 1.
    pub(crate) edges: BTreeMap<(usize, usize), f64>,
    /// Pairs that belong together, whatever the affinity.
    pub(crate) must: Vec<(usize, usize)>,
    /// Pairs that do not, whatever the affinity.
    pub(crate) cannot: Vec<(usize, usize)>,
}

/// A possible join; the greatest mean first, ties by the lower group.
#[derive(Debug, PartialEq)]
struct Join {
    mean: f64,
    pair: (usize, usize),
    ages: (u32, u32),
}

impl Eq for Join {}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| other.pair.cmp(&self.pair)).then_with(|| other.ages.cmp(&self.ages))
    }
}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The groups, each ascending, in order of their first node. `bar`: least mean affinity of a join, 0 to 1.
pub(crate) fn average_link(graph: &Graph, bar: f64) -> Vec<Vec<usize>> {
    let mut state = State::new(graph);
    let mut heap: BinaryHeap<Join> = state.joins(bar).into();
    while let Some(join) = heap.pop() {
        let (a, b) = join.pair;
        if (state.age[a], state.age[b]) != join.ages || state.forbidden[a].contains(&b) {
            continue;
        }
        state.merge(a, b);
        let near: Vec<usize> = state.sums[a].keys().copied().collect();
        heap.extend(near.into_iter().filter_map(|c| state.join(a.min(c), a.max(c), bar)));
    }
    state.members.into_iter().filter(|m| !m.is_empty()).collect()
}

struct State {
    members: Vec<Vec<usize>>,
    /// Sum of affinities between groups, both ways.
    sums: Vec<BTreeMap<usize, f64>>,
    forbidden: Vec<BTreeSet<usize>>,
    /// Counts the changes of a group, so that a join made before a change is known to be stale.
    age: Vec<u32>,
}

impl State {
    fn new(graph: &Graph) -> Self {
        let mut state = Self {
            members: (0..graph.nodes).map(|n| vec![n]).collect(),
            sums: vec![BTreeMap::new(); graph.nodes],
            forbidden: vec![BTreeSet::new(); graph.nodes],
            age: vec![0; graph.nodes],
        };
        for (&(a, b), &w) in &graph.edges {
            state.sums[a].insert(b, w);
            state.sums[b].insert(a, w);
        }
        for &(a, b) in &graph.cannot {
            state.forbidden[a].insert(b);
            state.forbidden[b].insert(a);
        }
        for &(a, b) in &graph.must {
            let (a, b) = (state.group_of(a), state.group_of(b));
            if a != b {
                state.merge(a.min(b), a.max(b));
            }
        }
        state
    }

    fn group_of(&self, node: usize) -> usize {
        self.members.iter().position(|m| m.contains(&node)).unwrap_or(node)
    }

    fn joins(&self, bar: f64) -> Vec<Join> {
        let pairs = self.sums.iter().enumerate().flat_map(|(a, near)| near.keys().map(move |b| (a, *b)));
        pairs.filter(|(a, b)| a < b).filter_map(|(a, b)| self.join(a, b, bar)).collect()
    }

    fn join(&self, a: usize, b: usize, bar: f64) -> Option<Join> {
        let sum = self.sums[a].get(&b)?;
        let mean = sum / (self.members[a].len() * self.members[b].len()) as f64;
        let allowed = mean >= bar && !self.forbidden[a].contains(&b);
        allowed.then(|| Join { mean, pair: (a, b), ages: (self.age[a], self.age[b]) })
    }

    /// Puts group `b` into group `a`.
    fn merge(&mut self, a: usize, b: usize) {
        let moved = std::mem::take(&mut self.members[b]);
        self.members[a].extend(moved);
        self.members[a].sort_unstable();
        for (c, sum) in std::mem::take(&mut self.sums[b]) {
            self.sums[c].remove(&b);
            if c != a {
                *self.sums[a].entry(c).or_default() += sum;
                *self.sums[c].entry(a).or_default() += sum;
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
        Graph { nodes, edges: edges.iter().map(|(a, b, w)| ((*a, *b), *w)).collect(), ..Graph::default() }
    }

    #[test]
    fn one_strong_edge_does_not_chain_two_groups() {
        let g = graph(4, &[(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.8)]);
        assert_eq!(average_link(&g, 0.5), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn must_joins_strangers_and_cannot_parts_the_alike() {
        let mut g = graph(4, &[(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)]);
        g.must.push((0, 3));
        g.cannot.push((1, 2));
        let groups = average_link(&g, 0.4);
        assert!(groups.iter().any(|m| m.contains(&0) && m.contains(&3)));
        assert!(!groups.iter().any(|m| m.contains(&1) && m.contains(&2)));
    }
}
