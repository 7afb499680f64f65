//! The tables, one file each: migrations, row, queries.
//!
//! A table is described nowhere else; [`crate::schema`] gathers the migrations from here.

pub(crate) mod article;
pub(crate) mod camp;
pub(crate) mod decision;
pub(crate) mod derived;
pub(crate) mod log;
pub(crate) mod original;
pub(crate) mod outlet;
pub(crate) mod setting;
pub(crate) mod sighting;
