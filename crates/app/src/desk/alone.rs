//! One event of a desk that sleeps, compared from its own articles: nobody waits for a whole dossier to look at ten of them.
//!
//! Which articles an event has is kept beside the overview, with what the others lend to its comparison. What is made of it
//! stands as it will when all is compared, but for what ties it to other events, and its head is the kept overview's. It is
//! held in memory until the desk wakes, and never kept in the file. Where anything does not fit, all is compared.

use super::{Desk, Links, Shown, Stand, decided_in, own_camps};
use crate::pipeline;
use crate::record::Record;
use crate::view::{Camp, Coverage, EventHead, Overview};
use riwayat_claims::{CampId, EntityId};
use riwayat_compare::{ClaimRef, Part, Pile};
use riwayat_store::EffectiveArticle;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, MutexGuard, PoisonError};

/// Which articles each event has, and what one of them needs of the others.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Members {
    /// Ids of articles by the id of their event.
    events: BTreeMap<String, Vec<String>>,
    /// For each event of a storyline that has too many claims, the first claim of it that was not compared.
    broken_off: BTreeMap<String, (String, usize)>,
    /// What the pile lends, each part as [`Pile`] has it.
    articles: usize,
    columns: Vec<String>,
    terms: Vec<(u64, u32)>,
    general: Vec<String>,
}

impl Members {
    /// Of what was compared.
    pub(super) fn of(shown: &Shown) -> Self {
        let (found, pile) = (&shown.found, &shown.found.pile);
        let article = |n: &usize| shown.prepared[*n].id.clone();
        let event =
            |e: &riwayat_compare::Event| (e.id.clone(), e.articles.iter().map(article).collect::<Vec<_>>());
        let claim = |at: ClaimRef| (article(&at.article), at.claim);
        let broken_off = found
            .events
            .iter()
            .filter_map(|e| found.storylines[e.storyline].broken_off.map(|at| (e.id.clone(), claim(at))));
        Self {
            events: found.events.iter().map(event).collect(),
            broken_off: broken_off.collect(),
            articles: pile.articles,
            columns: pile.columns.iter().map(ToString::to_string).collect(),
            terms: pile.terms.clone(),
            general: pile.general.iter().map(ToString::to_string).collect(),
        }
    }

    fn event_of(&self, article: &str) -> Option<&str> {
        let mut events = self.events.iter();
        events.find(|(_, articles)| articles.iter().any(|id| id == article)).map(|(id, _)| id.as_str())
    }

    /// What the pile lends, as the comparison takes it. The terms are many, and are moved into it.
    fn pile(&mut self) -> Pile {
        Pile {
            articles: self.articles,
            columns: self.columns.iter().map(|id| CampId::from(id.as_str())).collect(),
            terms: std::mem::take(&mut self.terms),
            general: self.general.iter().map(|id| EntityId::from(id.as_str())).collect(),
        }
    }
}

/// What is held for looking at single events while a desk sleeps.
#[derive(Default)]
pub(super) struct Alone {
    members: Option<Arc<(Members, Pile)>>,
    overview: Option<Arc<Overview>>,
    /// The event that was looked at last.
    last: Option<Arc<Shown>>,
}

/// What the kept overview says of an event that is shown alone.
pub(super) struct Head {
    pub(super) event: EventHead,
    pub(super) camps: Vec<Camp>,
}

impl Desk {
    /// What an event is shown from: while the desk sleeps that event alone, where it can be.
    pub(super) fn shown_of(&self, event: &str) -> Result<Arc<Shown>, crate::view::Failure> {
        self.alone_of(event).map_or_else(|| self.shown(), Ok)
    }

    /// The same, of the event of an article.
    pub(super) fn shown_with(&self, article: &str) -> Result<Arc<Shown>, crate::view::Failure> {
        let members = self.members();
        let event = members.as_ref().and_then(|known| known.0.event_of(article));
        event.map_or_else(|| self.shown(), |event| self.shown_of(event))
    }

    /// Lets go of what was held while the desk slept.
    pub(super) fn forget_alone(&self) {
        *self.alone() = Alone::default();
    }

    fn alone(&self) -> MutexGuard<'_, Alone> {
        self.alone.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds something until the desk wakes.
    fn hold_alone(&self, hold: impl FnOnce(&mut Alone)) {
        let mut alone = self.alone();
        if self.is_asleep() {
            hold(&mut alone);
        }
    }

    fn alone_of(&self, id: &str) -> Option<Arc<Shown>> {
        let members = self.members()?;
        let last = self.alone().last.clone();
        let same = |shown: &Arc<Shown>| shown.alone.as_ref().is_some_and(|head| head.event.id == id);
        if let Some(last) = last.filter(same) {
            return Some(last);
        }
        let shown = Arc::new(self.compare_alone(id, &members.0, &members.1)?);
        self.hold_alone(|alone| alone.last = Some(Arc::clone(&shown)));
        Some(shown)
    }

    /// Compares an event by itself; nothing where that does not come to what the overview says of it.
    fn compare_alone(&self, id: &str, members: &Members, pile: &Pile) -> Option<Shown> {
        let asleep = self.last();
        let head = self.kept_head(id)?;
        let (articles, history, own_camps) = {
            let file = self.file();
            let stand = Stand::of(&file, asleep.know.lexicon().version()).ok()?;
            let history = file.history().ok().filter(|_| stand == asleep.stand)?;
            // The file may come from anybody: no article twice.
            let ids: BTreeSet<&String> = members.events.get(id)?.iter().collect();
            let mut articles: Vec<EffectiveArticle> = ids
                .into_iter()
                .map(|id| Some(EffectiveArticle::new(file.article(id).ok()?, &history)))
                .collect::<Option<_>>()?;
            // As they are ordered where all are compared.
            articles.sort_by_key(|e| e.article.position);
            (articles, history, own_camps(&file).ok()?)
        };
        let know = Arc::clone(&asleep.know);
        let links = Links::of(&history);
        let until = members.broken_off.get(id).map(|(article, claim)| (article.as_str(), *claim));
        // In threads of its own: those of everybody may be at work on the whole dossier.
        let threads = rayon::ThreadPoolBuilder::new().build().ok()?;
        let (prepared, mut found) = threads.install(|| {
            let records = articles.iter().map(|e| (e.article.id.clone(), Record::from(e))).collect();
            let prepared = pipeline::prepare_all(records, &know, &|_, _| true);
            let part = Part { pile, until };
            let found =
                decided_in(&links, |decided| pipeline::compare_event(&prepared, &know, decided, part));
            (prepared, found)
        });
        let [event] = found.events.as_mut_slice() else { return None };
        event.title = head.event.found_title.as_ref().unwrap_or(&head.event.title).clone();
        let named = head.event.found_title.is_some().then(|| (id.to_owned(), head.event.title.clone()));
        let shown = Shown {
            stand: asleep.stand.clone(),
            know,
            own_camps,
            articles,
            prepared,
            links,
            found: Arc::new(found),
            names: named.into_iter().collect(),
            alone: Some(head),
        };
        self.fits(&shown).then_some(shown)
    }

    /// True where what was found of an event is what the overview says of it.
    fn fits(&self, shown: &Shown) -> bool {
        let (Some(head), [event]) = (&shown.alone, shown.found.events.as_slice()) else { return false };
        let kept = &head.event;
        let found = self.scene(shown).found_head(event);
        let there = |state: Coverage| matches!(state, Coverage::Covers | Coverage::Relayed);
        let coverage = |head: &EventHead| -> Vec<_> {
            head.coverage
                .iter()
                .map(|c| (c.camp.clone(), c.articles, there(c.state).then_some(c.state)))
                .collect()
        };
        let own = coverage(&found) == coverage(kept);
        own && *kept
            == EventHead { coverage: kept.coverage.clone(), storyline: kept.storyline.clone(), ..found }
    }

    /// What was kept of the events' articles, while nothing has been compared.
    fn members(&self) -> Option<Arc<(Members, Pile)>> {
        if let Some(known) = self.alone().members.clone() {
            return Some(known);
        }
        let mut members = self.kept_members()?;
        let pile = members.pile();
        let members = Arc::new((members, pile));
        self.hold_alone(|alone| alone.members = Some(Arc::clone(&members)));
        Some(members)
    }

    /// What the kept overview says of an event.
    fn kept_head(&self, id: &str) -> Option<Head> {
        let of = |overview: &Overview| {
            let event = overview.events.iter().find(|e| e.id == id)?;
            Some(Head { event: event.clone(), camps: overview.camps.clone() })
        };
        if let Some(head) = self.kept().as_ref().and_then(of) {
            return Some(head);
        }
        let known = self.alone().overview.clone();
        let overview = known.or_else(|| self.kept_overview().map(Arc::new))?;
        self.hold_alone(|alone| alone.overview = Some(Arc::clone(&overview)));
        of(&overview)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, Watch};
    use std::path::Path;
    use std::sync::atomic::AtomicBool;

    /// Opens a dossier of that many articles and one event of two more; gives that event.
    fn asleep(path: &Path) -> (Desk, EventHead) {
        let never = AtomicBool::new(false);
        let watch = Watch { progress: &|_| {}, cancel: &never };
        let line = |n: usize, year: usize, text: &str| {
            format!(
                r#"{{"id":"a{n}","camp":"opposition","published":"{year}-03-14","title":"","text":"{text}"}}"#
            )
        };
        let mut lines: Vec<String> = (0..super::super::KEPT_FROM)
            .map(|n| line(n, 1600 + n, &format!("افتتحت بلدية القرية {n} حديقة جديدة رقمها {n}.")))
            .collect();
        lines.push(line(8001, 2026, "قُتل 11 مدنياً صباح السبت بقصف مدفعي على سوق بلدة تل الريم."));
        lines.push(line(8002, 2026, "قُتل ثلاثة مدنيين صباح السبت بقصف على سوق بلدة تل الريم."));
        let bytes = lines.join("\n").into_bytes();
        let desk = Desk::create(path).expect("made");
        desk.import(&[Source::Bytes { name: "pile.jsonl".into(), bytes, lines: true }], watch)
            .expect("imported");
        let events = desk.overview().expect("read").events;
        drop(desk);
        let desk = Desk::open_asleep(path, watch).expect("opened");
        assert!(desk.is_asleep());
        (desk, events.into_iter().find(|e| e.articles == 2).expect("there is such an event"))
    }

    /// Changes what is known of the members of the event.
    fn mistaken(desk: &Desk, of: impl FnOnce(&mut Members)) {
        let mut members = desk.kept_members().expect("kept");
        of(&mut members);
        let pile = members.pile();
        desk.hold_alone(|alone| alone.members = Some(Arc::new((members, pile))));
    }

    #[test]
    fn what_does_not_fit_is_compared_with_all() {
        let folder = tempfile::tempdir().expect("a folder");
        type Fault = fn(&Desk, &str);
        let faults: [(&str, Fault); 6] = [
            ("not kept", |desk, _| _ = desk.file().drop_derived().expect("dropped")),
            ("no such event", |desk, id| mistaken(desk, |m| _ = m.events.remove(id))),
            ("an article that is gone", |desk, id| {
                mistaken(desk, |m| m.events.get_mut(id).expect("there")[0] = "gone".into());
            }),
            ("no article", |desk, id| mistaken(desk, |m| m.events.get_mut(id).expect("there").clear())),
            ("another article", |desk, id| {
                mistaken(desk, |m| m.events.get_mut(id).expect("there")[0] = "a7".into());
            }),
            ("another head", |desk, id| {
                let mut kept = desk.kept();
                let head = kept.iter_mut().flat_map(|o| &mut o.events).find(|e| e.id == id).expect("there");
                head.differences += 1;
            }),
        ];
        for (n, (fault, make)) in faults.into_iter().enumerate() {
            let (desk, event) = asleep(&folder.path().join(format!("{n}.riwayat")));
            make(&desk, &event.id);
            assert_eq!(desk.event(&event.id).expect("compared").head, event, "{fault}");
            assert!(!desk.is_asleep(), "{fault}");
        }
        let (desk, event) = asleep(&folder.path().join("sound.riwayat"));
        assert_eq!(desk.event(&event.id).expect("compared").head, event);
        assert!(desk.is_asleep() && desk.alone().last.is_some(), "nothing else keeps it from that");
        assert!(desk.wake_quietly().expect("woken") && desk.alone().last.is_none(), "it is let go");
    }
}
