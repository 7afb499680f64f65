//! Long answers in parts. The page reads an answer at once, and draws nothing meanwhile; so it is told no more at a time
//! than it reads within a frame, and asks for the rest part by part.

use crate::view::{ImportReport, NamedHead, Overview, OverviewPart, ReportPart, StorylineHead};
use std::collections::HashSet;

/// With how many events an overview begins, 50 to 500: more than a window of any height shows, and few enough that it does
/// not matter how many there are.
const FIRST_EVENTS: usize = 200;

/// Most events, storylines or sources of one part, 100 to 500: some 100 kB, read in a few milliseconds.
const PART: usize = 250;

/// Most events that the names of one part are of, 10,000 to 50,000: as heavy as the other parts.
const NAMED_EVENTS: usize = 20_000;

/// An answer that can be long.
pub trait Parted: Sized {
    /// What follows the first.
    type Part;

    /// The first, which is an answer by itself, and what follows it; nothing, where the first is all.
    fn in_parts(self) -> (Self, Vec<Self::Part>);
}

impl Parted for Overview {
    type Part = OverviewPart;

    /// The other events, then all storylines and names: what the first has of these is of its own events only.
    fn in_parts(mut self) -> (Self, Vec<OverviewPart>) {
        if self.events.len() <= FIRST_EVENTS {
            return (self, Vec::new());
        }
        let first = self.opening();
        let events = chunks(self.events.split_off(FIRST_EVENTS), |_| 1, PART);
        let storylines = chunks(self.storylines, |_| 1, PART);
        let named = chunks(self.named, |named: &NamedHead| named.events.len(), NAMED_EVENTS);
        let parts = (events.into_iter().map(|events| OverviewPart { events, ..Default::default() }))
            .chain(storylines.into_iter().map(|storylines| OverviewPart { storylines, ..Default::default() }))
            .chain(named.into_iter().map(|named| OverviewPart { named, ..Default::default() }));
        (first, parts.collect())
    }
}

impl Parted for ImportReport {
    type Part = ReportPart;

    /// The other sources.
    fn in_parts(mut self) -> (Self, Vec<ReportPart>) {
        let rest = self.sources.split_off(self.sources.len().min(PART));
        let parts = chunks(rest, |_| 1, PART).into_iter().map(|sources| ReportPart { sources });
        (self, parts.collect())
    }
}

impl Overview {
    /// The same with no more events than a window shows, and what is of these; `more` says how many follow.
    pub(crate) fn opening(&self) -> Self {
        let events: Vec<_> = self.events.iter().take(FIRST_EVENTS).cloned().collect();
        let listed: HashSet<&str> = events.iter().map(|event| event.id.as_str()).collect();
        let storylines = self.storylines.iter().filter_map(|line| {
            let of: Vec<_> = line.events.iter().filter(|id| listed.contains(id.as_str())).cloned().collect();
            (!of.is_empty()).then(|| StorylineHead { events: of, ..line.clone() })
        });
        let named = self.named.iter().filter_map(|named| {
            let of: Vec<_> = named.events.iter().copied().filter(|at| *at < events.len()).collect();
            (!of.is_empty()).then(|| NamedHead { events: of, ..named.clone() })
        });
        Self {
            dossier: self.dossier.clone(),
            camps: self.camps.clone(),
            more: self.more + self.events.len() - events.len(),
            storylines: storylines.collect(),
            named: named.collect(),
            outlets: self.outlets.clone(),
            events,
        }
    }
}

/// A list in stretches, each ended when it weighs `most`.
fn chunks<T>(list: Vec<T>, weight: impl Fn(&T) -> usize, most: usize) -> Vec<Vec<T>> {
    let (mut out, mut room): (Vec<Vec<T>>, usize) = (Vec::new(), 0);
    for item in list {
        if room == 0 {
            out.push(Vec::new());
            room = most;
        }
        room = room.saturating_sub(weight(&item).max(1));
        if let Some(last) = out.last_mut() {
            last.push(item);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_cut_where_it_weighs_enough_and_nothing_is_lost() {
        let list = vec![3, 1, 9, 2, 2, 2];
        assert_eq!(chunks(list, |n| *n, 4), [vec![3, 1], vec![9], vec![2, 2], vec![2]]);
        assert_eq!(
            chunks(vec![0; 5], |n| *n, 2),
            [vec![0, 0], vec![0, 0], vec![0]],
            "nothing weighs nothing"
        );
        assert!(chunks(Vec::<usize>::new(), |_| 1, 4).is_empty());
    }

    #[test]
    fn a_short_report_is_whole() {
        let (first, parts) = ImportReport { imported: 3, ..ImportReport::default() }.in_parts();
        assert_eq!((first.imported, parts.len()), (3, 0));
    }
}
