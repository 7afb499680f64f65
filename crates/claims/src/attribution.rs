//! Attribution: who is reported to say what, and through whom.
