//! One article to what it says: mentions, quantities, attributions, claims.
//!
//! Pure: no file, no clock, no failure. What the reader is not sure of it leaves open.

mod attribution;
mod basis;
mod charge;
mod cited;
mod claim;
mod condition;
mod content;
mod derived;
mod event_type;
mod facts;
mod happening;
mod heading;
pub mod lexicon;
mod marked;
mod mention;
mod negated;
mod negation;
mod nominal;
mod part;
mod piece;
mod played;
mod pointing;
mod polarity;
mod postposed;
mod purpose;
mod quantity;
pub mod reading;
mod rejection;
mod report;
mod rumour;
mod sense;
mod source_kind;
mod sourced;
mod speaker;
mod start;
mod subject;
mod unlisted;
mod voice;
mod wording;
mod words;

pub use basis::{Basis, LEAST, of_date};
pub use event_type::{event_words, types_named};
pub use lexicon::{CampId, EntityId, Lexicon, OwnEntries, OwnEntry, OwnFault, OwnKind};
pub use reading::{
    Claim, Context, Force, Group, Input, Link, Mention, MentionKind, Polarity, Quantity, Reading, Role,
    RoleKind, Status, Tone, Voice, read,
};
pub use sense::{Outcome, Sensed, outcomes, senses};
pub use source_kind::{SourceKind, medium_key, source_kind};
pub use wording::{Worded, Wording, wording, wordings};
