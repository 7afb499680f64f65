//! A comparison to a page that others can check.
