//! Sparse vectors over interned terms, and an inverted index with pruned posting lists.
//!
//! Cosine over TF-IDF weights, as in the streaming clusterer of Miranda et al. (2018). Nothing here knows what a
//! term is. Sums run in the order of term numbers, so that they come out the same on every run.

/// A sparse vector: term numbers, ascending, with their weights.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sparse {
    entries: Vec<(u32, f32)>,
}

impl Sparse {
    /// A vector of the given weights, terms that stand twice added up, scaled to length 1 (or left empty).
    pub(crate) fn unit(mut entries: Vec<(u32, f32)>) -> Self {
        entries.sort_by_key(|e| e.0);
        entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        let length = entries.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        if length > 0.0 {
            for e in &mut entries {
                e.1 /= length;
            }
        }
        Self { entries }
    }

    /// The entries, by term.
    pub(crate) fn entries(&self) -> &[(u32, f32)] {
        &self.entries
    }

    /// Each term that both have, with the product of its weights.
    pub(crate) fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (u32, f32)> + 'a {
        let (mut i, mut j) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                let (a, b) = (self.entries.get(i)?, other.entries.get(j)?);
                match a.0.cmp(&b.0) {
                    std::cmp::Ordering::Less => i += 1,
                    std::cmp::Ordering::Greater => j += 1,
                    std::cmp::Ordering::Equal => {
                        (i, j) = (i + 1, j + 1);
                        return Some((a.0, a.1 * b.1));
                    }
                }
            }
        })
    }

    /// Cosine with another unit vector, 0 to 1.
    pub(crate) fn cosine(&self, other: &Self) -> f64 {
        f64::from(self.shared(other).map(|(_, w)| w).sum::<f32>()).clamp(0.0, 1.0)
    }
}

/// How the neighbours of every vector are looked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pruning {
    /// Terms of one vector that are looked up, the heaviest first.
    pub(crate) terms: usize,
    /// Longest posting list that is read; commoner terms tell nothing apart.
    pub(crate) postings: usize,
    /// Neighbours kept for each vector.
    pub(crate) neighbours: usize,
    /// Least partial cosine of a neighbour, 0 to 1.
    pub(crate) floor: f32,
}

/// Pairs (i < j) of vectors that are near each other by their heaviest terms, ascending.
pub(crate) fn neighbours(vectors: &[Sparse], terms: usize, pruning: &Pruning) -> Vec<(usize, usize)> {
    let postings = postings(vectors, terms, pruning.terms);
    let mut score = vec![0.0_f32; vectors.len()];
    let mut touched: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    for (i, vector) in vectors.iter().enumerate() {
        for (term, weight) in heaviest(vector, pruning.terms) {
            let list = &postings[term as usize];
            if list.len() > pruning.postings {
                continue;
            }
            for &(j, other) in list {
                let j = j as usize;
                if j != i {
                    if score[j] == 0.0 {
                        touched.push(j);
                    }
                    score[j] += weight * other;
                }
            }
        }
        touched.retain(|j| {
            let keep = score[*j] >= pruning.floor;
            if !keep {
                score[*j] = 0.0;
            }
            keep
        });
        touched.sort_by(|a, b| score[*b].total_cmp(&score[*a]).then(a.cmp(b)));
        pairs.extend(touched.iter().take(pruning.neighbours).map(|j| (i.min(*j), i.max(*j))));
        for j in touched.drain(..) {
            score[j] = 0.0;
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// For each term, the vectors in which it is among the heaviest.
fn postings(vectors: &[Sparse], terms: usize, heavy: usize) -> Vec<Vec<(u32, f32)>> {
    let mut lists: Vec<Vec<(u32, f32)>> = vec![Vec::new(); terms];
    for (i, vector) in vectors.iter().enumerate() {
        let i = u32::try_from(i).expect("fewer than 2^32 articles");
        for (term, weight) in heaviest(vector, heavy) {
            lists[term as usize].push((i, weight));
        }
    }
    lists
}

/// The heaviest entries of a vector, ties by term.
fn heaviest(vector: &Sparse, most: usize) -> Vec<(u32, f32)> {
    let mut entries = vector.entries().to_vec();
    entries.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    entries.truncate(most);
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v(entries: &[(u32, f32)]) -> Sparse {
        Sparse::unit(entries.to_vec())
    }

    #[test]
    fn a_vector_is_as_long_as_one_and_like_itself() {
        let a = v(&[(3, 2.0), (1, 1.0), (3, 1.0)]);
        assert_eq!(a.entries().len(), 2);
        assert!((a.cosine(&a) - 1.0).abs() < 1e-6);
        assert!(Sparse::unit(Vec::new()).entries().is_empty());
    }

    #[test]
    fn vectors_without_a_shared_term_are_no_neighbours() {
        let all = [v(&[(0, 1.0), (1, 1.0)]), v(&[(1, 1.0), (2, 1.0)]), v(&[(3, 1.0)])];
        let pruning = Pruning { terms: 8, postings: 8, neighbours: 8, floor: 0.01 };
        assert_eq!(neighbours(&all, 4, &pruning), [(0, 1)]);
    }

    #[test]
    fn a_long_posting_list_is_not_read() {
        let all = vec![v(&[(0, 1.0)]); 5];
        let pruning = Pruning { terms: 8, postings: 4, neighbours: 8, floor: 0.01 };
        assert_eq!(neighbours(&all, 1, &pruning), []);
    }
}
