//! The dossier: one SQLite file (`.riwayat`) with the originals, the articles, the analyst's decisions and a
//! log of what was done.
//!
//! What is precious (original bytes, articles as imported, decisions, log) is only ever added to; what can be
//! worked out again (derived results) is a cache that may be dropped at any time. The analyst's edits never
//! touch an article's row: they are decisions, laid over it when it is read ([`Dossier::effective_articles`]).
//!
//! This crate reads no text and knows no camp by name; it reads no clock either: every moment is handed in.
//!
//! ```
//! use riwayat_store::{Dossier, Field, NewArticle, Outcome};
//! let at = jiff::Timestamp::UNIX_EPOCH;
//! let mut dossier = Dossier::in_memory(at)?;
//! let article = NewArticle {
//!     id: "a1".into(),
//!     original: "سوق تل الريم\nقُتل سبعة مدنيين.".into(),
//!     origin: "أخبار/١.txt".into(),
//!     title: "سوق تل الريم".into(),
//!     text: "قُتل سبعة مدنيين.".into(),
//!     ..NewArticle::default()
//! };
//! assert_eq!(dossier.import(at, &[article.clone()])?, [Outcome::Added { id: "a1".into() }]);
//! // The same bytes from elsewhere are a sighting of the same article, not a second one.
//! assert!(matches!(&dossier.import(at, &[article])?[0], Outcome::CopyOf { id, .. } if id == "a1"));
//!
//! dossier.set_field(at, "a1", Field::Camp, Some("opposition"))?;
//! assert_eq!(dossier.effective_article("a1")?.article.camp.as_deref(), Some("opposition"));
//! dossier.undo(at)?;
//! assert_eq!(dossier.effective_article("a1")?.article.camp, None);
//! # Ok::<(), riwayat_store::StoreError>(())
//! ```

mod dossier;
mod effective;
mod error;
mod hash;
mod history;
mod identify;
mod import;
mod pack;
mod schema;
mod table;
mod verify;

pub use dossier::Dossier;
pub use effective::{Edit, EffectiveArticle};
pub use error::StoreError;
pub use hash::sha256_hex;
pub use history::{Change, Decision, Entry, EntryChange, Field, History, Link, LinkChange, Spot};
pub use import::{NewArticle, Outcome};
pub use schema::{APPLICATION_ID, SCHEMA_VERSION};
pub use table::article::{ArticleRow, LeftOut};
pub use table::camp::CampRow;
pub use table::derived::DerivedKey;
pub use table::log::{LogEntry, LogKind};
pub use table::outlet::OutletRow;
pub use table::sighting::Sighting;
pub use verify::{Fault, Verification};
