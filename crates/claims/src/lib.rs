//! One article to what it says: mentions, quantities, attributions, claims.
//!
//! Pure: no file, no clock, no failure. What the reader is not sure of it leaves open.

pub mod lexicon;
pub mod reading;

pub use lexicon::{CampId, EntityId, Lexicon};
pub use reading::{
    Claim, Force, Group, Input, Link, Mention, MentionKind, Polarity, Quantity, Reading, Role, RoleKind,
    Status, Tone, Voice, read,
};
