//! Event types: what kind of happening a claim tells.
