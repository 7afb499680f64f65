//! The diff of two sequences of words, cleaned up so that it shows phrases.
//!
//! `similar` finds the longest common run of keys; a short common run between two differences, made only of words
//! that tell nothing (في, من), is drawn into them. What a key is the caller decides.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// One stretch of a diff: both sides are tiled by the ops, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// True where both sides are the same.
    pub equal: bool,
    /// Words of the first text.
    pub a: Range<usize>,
    /// Words of the second text.
    pub b: Range<usize>,
}

/// Diffs two sequences of keys. `light` tells which words of `a` tell nothing by themselves.
///
/// ```
/// use riwayat_compare::ops::ops;
/// let (a, b) = (["انسحب", "التنظيم", "من", "هجين"], ["انسحب", "المقاتلون", "من", "هجين"]);
/// let found = ops(&a, &b, &|i| a[i] == "من");
/// assert_eq!(found.len(), 3);
/// assert!(!found[1].equal && found[1].a == (1..2) && found[1].b == (1..2));
/// ```
#[must_use]
pub fn ops<K: AsRef<str>>(a: &[K], b: &[K], light: &dyn Fn(usize) -> bool) -> Vec<Op> {
    let a: Vec<&str> = a.iter().map(AsRef::as_ref).collect();
    let b: Vec<&str> = b.iter().map(AsRef::as_ref).collect();
    let raw = capture_diff_slices(Algorithm::Myers, &a, &b);
    joined(absorbed(raw.iter().map(op).collect(), light))
}

fn op(op: &DiffOp) -> Op {
    Op { equal: matches!(op, DiffOp::Equal { .. }), a: op.old_range(), b: op.new_range() }
}

/// Turns common runs of telling-nothing words between two differences into differences.
fn absorbed(mut ops: Vec<Op>, light: &dyn Fn(usize) -> bool) -> Vec<Op> {
    for i in 1..ops.len().saturating_sub(1) {
        let between = !ops[i - 1].equal && !ops[i + 1].equal;
        if ops[i].equal && between && ops[i].a.clone().all(light) {
            ops[i].equal = false;
        }
    }
    ops
}

/// Joins neighbouring ops of one kind.
fn joined(ops: Vec<Op>) -> Vec<Op> {
    let mut out: Vec<Op> = Vec::new();
    for op in ops {
        match out.last_mut() {
            Some(last) if last.equal == op.equal => {
                last.a.end = op.a.end;
                last.b.end = op.b.end;
            }
            _ => out.push(op),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ops_tile_both_sides(a in prop::collection::vec("[ابتث]{1,2}", 0..20), b in prop::collection::vec("[ابتث]{1,2}", 0..20)) {
            let ops = ops(&a, &b, &|i| i % 2 == 0);
            let (mut x, mut y) = (0, 0);
            for op in &ops {
                prop_assert_eq!((op.a.start, op.b.start), (x, y));
                (x, y) = (op.a.end, op.b.end);
                if op.equal {
                    prop_assert_eq!(&a[op.a.clone()], &b[op.b.clone()]);
                }
            }
            prop_assert_eq!((x, y), (a.len(), b.len()));
        }
    }

    #[test]
    fn a_particle_between_two_differences_is_drawn_into_them() {
        let (a, b) = (["خرج", "من", "البلده", "امس"], ["غادر", "من", "القريه", "امس"]);
        let found = ops(&a, &b, &|i| a[i] == "من");
        assert_eq!(found[0], Op { equal: false, a: 0..3, b: 0..3 });
        assert!(found[1].equal);
    }
}
