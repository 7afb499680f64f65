//! Untrusted bytes to articles, with provenance.
//!
//! What is taken as the body, and what is left out, are both kept: an article's source text is never lost.

pub mod article;

pub use article::{
    Article, BodySource, ImportError, Imported, LeftOut, Origin, OutletNames, Source, Warning, read_source,
};
