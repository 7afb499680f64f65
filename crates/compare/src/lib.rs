//! Many articles to how their accounts relate: events, storylines, aligned rows, diffs, relations.
//!
//! Pure and deterministic: the same articles give the same answer, in whatever order they come.

mod accusation;
mod affinity;
mod agency;
mod agreement;
mod align;
mod assemble;
mod clash;
mod cluster;
mod common;
mod common_ground;
pub mod comparison;
mod contradiction;
mod counting;
mod crowd;
mod decision;
pub mod diff;
mod event;
mod figure;
mod figures;
mod finder;
mod hand;
pub mod headline;
mod held;
mod hours;
mod naming;
mod nearest;
pub mod ops;
mod origin;
mod pair;
mod pile;
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
pub mod totals;
mod unit;
mod vector;
mod when;
mod why;

pub use comparison::{
    Agency, AgencyUse, Article, Cell, ClaimRef, CommonFigure, CommonGround, Comparison, Counted,
    CountingRule, Event, FigureSet, Hand, Lapse, LeftOut, Link, Membership, Naming, NamingUse, Origin,
    OriginKind, PairAnswer, PairRelation, Piece, Relation, RelationKind, Row, Scope, Silence, SilenceReason,
    Storyline, Tally, Why, compare, compare_event, compare_pair,
};
pub use decision::{Decisions, Spot};
pub use diff::{Layer, Mark};
pub use finder::{Finder, Sketch};
pub use headline::{Headline, HeadlineKind, headline};
pub use held::{held, told_in};
pub use pile::{Part, Pile};
pub use totals::{Totals, TotalsKind, totals};
