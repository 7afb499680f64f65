//! Untrusted bytes to articles, with provenance.
//!
//! What is taken as the body, and what is left out, are both kept: an article's source text is never lost.
//! Nothing is read whole before its size is known to be within [`limits`], and what cannot be read is an
//! [`ImportError`] that names the file and the cure, never a panic. Which outlets there are is not known here:
//! [`OutletNames`] tells.

pub mod article;
pub mod encoding;
pub mod error;
mod field;
mod furniture;
mod head;
mod json;
pub mod kind;
pub mod limits;
mod line;
mod outlet;
mod page;
mod pubdate;
pub mod source;
mod structure;
mod walk;

pub use article::{Article, BodySource, LeftOut, Origin, OutletNames, Warning};
pub use error::{Broken, ImportError};
pub use furniture::prepare;
pub use source::{Imported, Source, read_source, read_stream};
