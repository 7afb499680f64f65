//! Claims: who says what, and how.

use crate::reading::{Claim, Context};

/// The claims of an article, in order of place.
#[must_use]
pub fn claims(_ctx: &Context<'_>) -> Vec<Claim> {
    Vec::new()
}
