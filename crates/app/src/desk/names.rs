//! The names that the analyst gives events, and what she calls those whom articles name.
//!
//! The id of an event is made of its articles, and changes with them. A name is therefore kept with the articles that the
//! event had, and is that of the event which tells most of them now: it outlives new articles, another version of the
//! engine, and an article that moves. Where an event is parted, it stays with the greater part; where two named ones become
//! one, the name given last holds, and the other is there again when they are parted.

use super::{Desk, Watch, not_found};
use crate::pipeline::Prepared;
use crate::view::{Failure, Overview};
use jiff::Timestamp;
use riwayat_claims::{OwnEntries, OwnEntry};
use riwayat_compare::Comparison;
use riwayat_store::History;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

impl Desk {
    /// Names an event; `None`, or a name of nothing, leaves it to the program again.
    ///
    /// # Errors
    /// Where there is no such event, or it cannot be saved.
    pub fn name_event(&self, event: &str, name: Option<&str>, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let shown = self.shown()?;
        let found = shown.found.events.iter().find(|e| e.id == event);
        let found = found.ok_or_else(|| not_found("الحدث", "event", event))?;
        let articles: Vec<&str> = found.articles.iter().map(|n| shown.prepared[*n].id.as_str()).collect();
        // The program's own title is no name of hers.
        let to = name.filter(|name| name.trim() != found.title.trim());
        let from = shown.names.get(event).map(String::as_str);
        self.file().name_event(Timestamp::now(), &articles, from, to)?;
        self.refresh(watch)?;
        self.overview()
    }

    /// Calls an entity otherwise than the lexicon does, wherever the program speaks of it; `None`, or nothing, leaves it to
    /// the lexicon again. No article is read otherwise by it.
    ///
    /// # Errors
    /// Where neither lexicon nor dossier knows the entity, the name has no letter, or it cannot be saved.
    pub fn call_entity(
        &self,
        entity: &str,
        name: Option<&str>,
        watch: Watch<'_>,
    ) -> Result<Overview, Failure> {
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        let (known, before) = {
            let shown = self.shown()?;
            let neutral = shown.know.lexicon().name_of(&entity.into()).map(|(ar, _)| ar.to_owned());
            (neutral, shown.know.overrides().entries.get(entity).cloned())
        };
        let known = known.ok_or_else(|| not_found("المسمّى", "entity", entity))?;
        let called = name.filter(|name| *name != known).map(str::to_owned);
        let entry = OwnEntry { called, ..before.clone().unwrap_or_default() };
        match (entry == OwnEntry::default(), before.is_some()) {
            (true, false) => self.overview(),
            (true, true) => self.set_entries(entity, OwnEntries::new(), &[entity.to_owned()], watch),
            (false, _) => self.set_entries(entity, [(entity.to_owned(), entry)].into(), &[], watch),
        }
    }
}

/// What the analyst calls events, by their ids as they are now.
pub(super) fn of_events(
    found: &Comparison,
    prepared: &[Arc<Prepared>],
    history: &History,
) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut given = history.event_names().peekable();
    if given.peek().is_none() {
        return names;
    }
    let tells = found.events.iter().enumerate();
    let tells = tells.flat_map(|(n, e)| e.articles.iter().map(move |a| (prepared[*a].id.as_str(), n)));
    let event_of: HashMap<&str, usize> = tells.collect();
    for (articles, name) in given {
        let Some(event) = most(articles.iter().filter_map(|id| event_of.get(id.as_str()).copied())) else {
            continue;
        };
        let id = found.events[event].id.clone();
        match name {
            Some(name) => names.insert(id, name.to_owned()),
            None => names.remove(&id),
        };
    }
    names
}

/// What comes most often; of several, that which comes first.
fn most(events: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for event in events {
        match counts.iter_mut().find(|(known, _)| *known == event) {
            Some((_, count)) => *count += 1,
            None => counts.push((event, 1)),
        }
    }
    let top = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == top).map(|(event, _)| event)
}

/// The comparison with her names in the place of the program's titles.
pub(super) fn laid_over<'c>(found: &'c Comparison, names: &BTreeMap<String, String>) -> Cow<'c, Comparison> {
    let mut out = Cow::Borrowed(found);
    if !names.is_empty() {
        for event in &mut out.to_mut().events {
            if let Some(name) = names.get(&event.id) {
                event.title.clone_from(name);
            }
        }
    }
    out
}
