//! Many articles to how their accounts relate: events, storylines, aligned rows, diffs, relations.
//!
//! Pure and deterministic: the same articles give the same answer, in whatever order they come.

mod affinity;
mod align;
mod cluster;
pub mod comparison;
pub mod diff;
pub mod ops;
mod profile;
mod stopwords;
mod unit;
mod vector;
mod when;

pub use comparison::{
    Article, Cell, ClaimRef, Comparison, Event, FigureSet, Lapse, Link, Membership, Naming, NamingUse,
    Origin, OriginKind, PairAnswer, PairRelation, Piece, Relation, RelationKind, Row, Scope, Silence,
    SilenceReason, Storyline, Why, compare, compare_pair,
};
pub use diff::{Layer, Mark};
