//! A comparison to a page that others can check.
//!
//! Every figure and claim on the page stands beside the article, file and hash that it was read from.

mod escape;
pub mod html;
mod summary;

pub use html::{Article, Report, html};
