//! What was shown last, kept in a large dossier, so that it opens as quickly as a small one.
//!
//! A desk that finds there what it would show is *asleep*: it shows that at once, and compares when something is asked that
//! was not kept, or when it is woken. What was kept holds only for the very content of the file (the end of the log's chain
//! names it), the build of the program and the lexicon that it was worked out by. It is shown until the comparison stands,
//! never longer: a file may come from anybody, and what is kept in it is nobody's word.

use super::alone::Members;
use super::{Desk, Shown, Watch};
use crate::view::{self, EventView, Failure, Overview};
use riwayat_store::{DerivedKey, Dossier, StoreError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::atomic::Ordering;

/// From this many articles on something is kept; fewer are compared in a moment.
pub const KEPT_FROM: usize = 300;

/// The build that works things out.
const BUILD: &str = env!("ENGINE_BUILD");

const OVERVIEW: &str = "overview";
const OPENING: &str = "opening";
const EVENT: &str = "event";
const MEMBERS: &str = "members";

/// For what kept views hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stand {
    /// The end of the log's chain: every import, decision and definition is in it.
    log: String,
    lexicon: String,
}

impl Stand {
    /// As a file is now, read by a lexicon of this version.
    pub(super) fn of(file: &Dossier, lexicon: &str) -> Result<Self, StoreError> {
        Ok(Self { log: file.last_of_log()?, lexicon: lexicon.to_owned() })
    }

    /// The same, as another lexicon reads it.
    pub(super) fn by(self, lexicon: &str) -> Self {
        Self { lexicon: lexicon.to_owned(), ..self }
    }

    fn key<'k>(&'k self, kind: &'k str, id: &'k str) -> DerivedKey<'k> {
        DerivedKey { kind, id, engine: BUILD, lexicon: &self.lexicon }
    }

    fn id(&self, of: &str) -> String {
        format!("{}/{of}", self.log)
    }
}

impl Desk {
    /// True while what is shown is what was kept, and nothing has been compared yet.
    #[must_use]
    pub fn is_asleep(&self) -> bool {
        self.asleep.load(Ordering::Acquire)
    }

    /// Compares what a sleeping desk has not compared yet; what it showed gives way to that. False where it was awake.
    ///
    /// # Errors
    /// Where the dossier cannot be read.
    pub fn wake(&self, watch: Watch<'_>) -> Result<bool, Failure> {
        let _changing = self.hold();
        let slept = self.is_asleep();
        if slept {
            self.refresh(watch)?;
        }
        Ok(slept)
    }

    /// Wakes the desk; where it showed what was kept, the overview as it was worked out now, for what was shown gives way to
    /// it.
    ///
    /// # Errors
    /// Where the dossier cannot be read.
    pub fn settle(&self, watch: Watch<'_>) -> Result<Option<Overview>, Failure> {
        self.wake(watch)?;
        let gives_way = self.kept().take().is_some();
        gives_way.then(|| self.overview()).transpose()
    }

    /// What was kept for the opening, where it holds.
    pub(super) fn kept_opening(&self, stand: &Stand) -> Option<Overview> {
        kept(&self.file(), stand, OPENING, "")
    }

    /// What was kept of the whole overview, while nothing has been compared.
    pub(super) fn kept_overview(&self) -> Option<Overview> {
        let opening = self.is_asleep().then(|| self.kept().clone()).flatten()?;
        if opening.more == 0 {
            return Some(opening);
        }
        let stand = &self.last().stand;
        kept(&self.file(), stand, OVERVIEW, "")
    }

    /// What was kept, with where the file lies and who may write it: that is of today.
    pub(super) fn of_today(&self, kept: Overview) -> Overview {
        let (path, name) = self.place();
        let read_only = self.file().is_read_only();
        Overview { dossier: view::Dossier { path, name, read_only, ..kept.dossier }, ..kept }
    }

    /// What was kept of an event, while nothing has been compared.
    pub(super) fn kept_event(&self, id: &str) -> Option<EventView> {
        let stand = &self.last().stand;
        self.is_asleep().then(|| kept(&self.file(), stand, EVENT, id)).flatten()
    }

    /// Which articles each event had, while nothing has been compared.
    pub(super) fn kept_members(&self) -> Option<Members> {
        let stand = &self.last().stand;
        self.is_asleep().then(|| kept(&self.file(), stand, MEMBERS, "")).flatten()
    }

    /// Keeps the overview and which articles its events have, in place of all that was kept before.
    pub(super) fn keep_overview(&self, overview: &Overview, shown: &Shown) {
        let (stand, members) = (&shown.stand, Members::of(shown));
        let mut file = self.file();
        // Where it cannot be kept (a full disk, a file that may not be written) the next opening takes its time.
        let _ = file.drop_derived().and_then(|_| {
            keep(&mut file, stand, OVERVIEW, "", overview)?;
            keep(&mut file, stand, OPENING, "", &overview.opening())?;
            keep(&mut file, stand, MEMBERS, "", &members)
        });
    }

    /// Keeps an event that was opened, as it is among all.
    pub(super) fn keep_event(&self, view: &EventView, shown: &Shown) {
        if shown.articles.len() >= KEPT_FROM && shown.alone.is_none() {
            let _ = keep(&mut self.file(), &shown.stand, EVENT, &view.head.id, view);
        }
    }
}

fn kept<T: DeserializeOwned>(file: &Dossier, stand: &Stand, kind: &str, of: &str) -> Option<T> {
    let bytes = file.derived(stand.key(kind, &stand.id(of))).ok().flatten()?;
    serde_json::from_slice(&bytes).ok()
}

fn keep<T: Serialize>(
    file: &mut Dossier,
    stand: &Stand,
    kind: &str,
    of: &str,
    view: &T,
) -> Result<(), StoreError> {
    let Ok(bytes) = serde_json::to_vec(view) else { return Ok(()) };
    file.keep_derived(&[(stand.key(kind, &stand.id(of)), bytes.as_slice())])
}
