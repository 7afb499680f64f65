//! Sparse vectors over interned terms.
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
}
