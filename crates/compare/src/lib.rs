//! Many articles to how their accounts relate: events, storylines, aligned rows, diffs, relations.
//!
//! Pure and deterministic: the same articles give the same answer, in whatever order they come.

mod accusation;
mod affinity;
mod agreement;
mod align;
mod assemble;
mod clash;
mod cluster;
mod common;
pub mod comparison;
mod contradiction;
pub mod diff;
mod event;
mod figure;
mod figures;
mod finder;
mod hours;
mod naming;
pub mod ops;
mod origin;
mod pair;
mod profile;
mod relation;
mod root;
mod row;
mod side;
mod silence;
pub mod similarity;
mod stopwords;
mod storyline;
mod telling;
mod unit;
mod vector;
mod when;
mod why;

pub use comparison::{
    Article, Cell, ClaimRef, Comparison, Event, FigureSet, Lapse, Link, Membership, Naming, NamingUse,
    Origin, OriginKind, PairAnswer, PairRelation, Piece, Relation, RelationKind, Row, Scope, Silence,
    SilenceReason, Storyline, Why, compare, compare_pair,
};
pub use diff::{Layer, Mark};
pub use finder::{Finder, Sketch};
