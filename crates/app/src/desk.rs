//! A dossier on the desk: what the window, and the commands that keep something, do with it.
//!
//! Every change is saved before it is shown. The comparison is worked out anew after a change; only articles
//! that changed are read again. What is shown is a snapshot: it can be read while an import goes on, and the new
//! one takes its place at once.

mod alone;
mod arrange;
mod kept;
mod look;
mod names;

use alone::{Alone, Head};
pub use kept::KEPT_FROM;
use kept::Stand;

use crate::intake::Intake;
use crate::pipeline::{self, Knowledge, Overrides, Prepared};
use crate::record::Record;
use crate::show::Scene;
use crate::view::{self, Camp, Failure, Field, ImportReport, Overview, Progress, Stage, Text};
use crate::{convert, entries, whole, wire, words};
use jiff::Timestamp;
use riwayat_claims::{OwnEntries, OwnEntry};
use riwayat_compare::{Comparison, Decisions, Link, Spot};
use riwayat_import::Source;
use riwayat_store::{self as store, Change, Dossier, EffectiveArticle, History, OutletRow};
use riwayat_text::Span;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

/// The setting that marks the sample.
const SAMPLE: &str = "sample";

/// How a long task tells how far it is, and hears that it should stop.
#[derive(Clone, Copy)]
pub struct Watch<'w> {
    /// Told how far it is.
    pub progress: &'w (dyn Fn(Progress) + Sync),
    /// Set by whoever wants it to stop.
    pub cancel: &'w AtomicBool,
}

impl Watch<'_> {
    fn tell(&self, stage: Stage, done: usize, total: usize, name: &str) -> bool {
        (self.progress)(Progress { stage, done, total, name: name.to_owned() });
        !self.cancel.load(Ordering::Relaxed)
    }
}

/// An open dossier with its comparison. It may be shared between threads.
pub struct Desk {
    /// Held while the file is read or written, never while anything is worked out.
    dossier: Mutex<Dossier>,
    /// Held through a change and the comparison after it, so that changes come one after the other.
    changing: Mutex<()>,
    shown: RwLock<Arc<Shown>>,
    /// True while nothing has been compared yet, and what was kept is shown.
    asleep: AtomicBool,
    /// The overview that was kept, where it is shown and has not given way yet.
    kept: Mutex<Option<Overview>>,
    /// What is held for looking at single events meanwhile.
    alone: Mutex<Alone>,
    path: Option<PathBuf>,
}

/// What is shown until the next change is worked out.
struct Shown {
    /// What the file held when they were read.
    stand: Stand,
    /// By what the articles were read.
    know: Arc<Knowledge>,
    own_camps: Vec<Camp>,
    articles: Vec<EffectiveArticle>,
    prepared: Vec<Arc<Prepared>>,
    /// What was decided of articles and sentences when they were compared.
    links: Links,
    /// As the program found it; the names that the analyst gave are beside it.
    found: Arc<Comparison>,
    /// What she calls events, by id.
    names: BTreeMap<String, String>,
    /// Where this is one event of a desk that sleeps, what the overview says of it.
    alone: Option<Head>,
}

/// What was decided of articles and of sentences.
#[derive(Default, PartialEq)]
struct Links {
    articles: Vec<(String, String, store::Link)>,
    rows: Vec<(store::Spot, store::Spot, store::Link)>,
}

impl Links {
    fn of(history: &History) -> Self {
        let articles = history.links().into_iter().map(|((a, b), l)| (a.to_owned(), b.to_owned(), l));
        let rows = history.row_links().into_iter().map(|(a, b, l)| (a.clone(), b.clone(), l));
        Self { articles: articles.collect(), rows: rows.collect() }
    }
}

impl Desk {
    /// Opens a dossier; where it may not be written, for reading only.
    ///
    /// # Errors
    /// Where it is no dossier, damaged, newer, locked or unreadable; the file is left as it was.
    pub fn open(path: &Path, watch: Watch<'_>) -> Result<Self, Failure> {
        let desk = Self::of(file_of(path, Dossier::open)?)?;
        desk.wake(watch)?;
        Ok(desk)
    }

    /// Opens a dossier as [`Desk::open`] does, but compares nothing where it finds what it would show: then it is asleep
    /// until it is woken, or asked for something else.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_asleep(path: &Path, watch: Watch<'_>) -> Result<Self, Failure> {
        let desk = Self::of(file_of(path, Dossier::open_unchecked)?)?;
        match desk.kept_opening(&desk.last().stand) {
            Some(kept) => *desk.kept() = Some(kept),
            None => _ = desk.wake(watch)?,
        }
        Ok(desk)
    }

    /// Makes a new, empty dossier.
    ///
    /// # Errors
    /// Where something of that name exists, or it cannot be written.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        let desk = Self::of(Dossier::create(path, Timestamp::now())?)?;
        desk.wake_quietly()?;
        Ok(desk)
    }

    /// Opens the sample in `folder`, made there on its first use.
    ///
    /// # Errors
    /// Where it cannot be made or opened.
    pub fn sample(folder: &Path, watch: Watch<'_>) -> Result<Self, Failure> {
        let path = folder.join("sample.riwayat");
        if path.exists() {
            return Self::open(&path, watch);
        }
        let fresh = folder.join("sample.riwayat.new");
        let _ = std::fs::remove_file(&fresh);
        let at = Timestamp::now();
        let mut dossier = Dossier::create(&fresh, at)?;
        dossier.set_setting(SAMPLE, Some("true"))?;
        dossier.set_outlets(at, &crate::sample::outlets())?;
        let desk = Self::of(dossier)?;
        desk.import(&crate::sample::sources(), watch)?;
        drop(desk);
        std::fs::rename(&fresh, &path).map_err(|e| {
            Failure::new(
                "internal",
                format!("تعذّر حفظ العيّنة: {e}"),
                format!("the sample cannot be kept: {e}"),
            )
        })?;
        Self::open(&path, watch)
    }

    /// A desk that has compared nothing yet.
    fn of(dossier: Dossier) -> Result<Self, Failure> {
        let overrides = overrides(&dossier.outlets()?, dossier.history()?.entries());
        let know = Arc::new(Knowledge::with(overrides));
        let nothing = Shown {
            stand: Stand::of(&dossier, know.lexicon().version())?,
            know,
            own_camps: Vec::new(),
            articles: Vec::new(),
            prepared: Vec::new(),
            links: Links::default(),
            found: Arc::default(),
            names: BTreeMap::new(),
            alone: None,
        };
        Ok(Self {
            path: dossier.path().map(Path::to_path_buf),
            dossier: Mutex::new(dossier),
            changing: Mutex::new(()),
            shown: RwLock::new(Arc::new(nothing)),
            asleep: AtomicBool::new(true),
            kept: Mutex::new(None),
            alone: Mutex::default(),
        })
    }

    fn file(&self) -> MutexGuard<'_, Dossier> {
        self.dossier.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kept(&self) -> MutexGuard<'_, Option<Overview>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold(&self) -> MutexGuard<'_, ()> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Held through a change. What is changed was compared before.
    fn change(&self) -> Result<MutexGuard<'_, ()>, Failure> {
        self.wake_quietly()?;
        Ok(self.hold())
    }

    fn wake_quietly(&self) -> Result<bool, Failure> {
        if !self.is_asleep() {
            return Ok(false);
        }
        self.wake(Watch { progress: &|_| {}, cancel: &AtomicBool::new(false) })
    }

    /// What is shown; a desk that sleeps is woken.
    fn shown(&self) -> Result<Arc<Shown>, Failure> {
        self.wake_quietly()?;
        Ok(self.last())
    }

    /// What is shown, or nothing while the desk sleeps.
    fn last(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads what changed, compares anew, and shows that.
    fn refresh(&self, watch: Watch<'_>) -> Result<(), Failure> {
        let (articles, history, outlets, own_camps, log) = {
            let mut file = self.file();
            file.check()?;
            let log = Stand::of(&file, "")?;
            (file.effective_articles()?, file.history()?, file.outlets()?, own_camps(&file)?, log)
        };
        let before = self.last();
        let overrides = overrides(&outlets, history.entries());
        let same = *before.know.overrides() == overrides;
        let know = if same { Arc::clone(&before.know) } else { Arc::new(Knowledge::with(overrides)) };
        // What was read by other knowledge is read anew.
        let read_before =
            if before.know.overrides().reads_as(know.overrides()) { before.prepared.as_slice() } else { &[] };
        let known: HashMap<&str, &Arc<Prepared>> = read_before.iter().map(|p| (p.id.as_str(), p)).collect();
        let mut kept: Vec<Option<Arc<Prepared>>> = Vec::with_capacity(articles.len());
        let mut anew = Vec::new();
        for e in &articles {
            let fresh = Record::from(e);
            let same = known.get(e.article.id.as_str()).filter(|p| p.article == fresh);
            if same.is_none() {
                anew.push((e.article.id.clone(), fresh));
            }
            kept.push(same.map(|p| Arc::clone(p)));
        }
        let read = pipeline::prepare_all(anew, &know, &|done, total| {
            watch.tell(Stage::Reading, done, total, "");
            true
        });
        let mut read = read.into_iter();
        let prepared: Vec<_> = kept.into_iter().filter_map(|p| p.or_else(|| read.next())).collect();
        let links = Links::of(&history);
        let unchanged = same
            && !self.is_asleep()
            && links == before.links
            && prepared.len() == before.prepared.len()
            && prepared.iter().zip(&before.prepared).all(|(now, then)| Arc::ptr_eq(now, then));
        let found = match unchanged {
            true => Arc::clone(&before.found),
            false => Arc::new(compared(&prepared, &know, &links, watch)),
        };
        let names = names::of_events(&found, &prepared, &history);
        let stand = log.by(know.lexicon().version());
        let fresh = Shown { stand, know, own_camps, articles, prepared, links, found, names, alone: None };
        let large = fresh.articles.len() >= KEPT_FROM;
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        self.asleep.store(false, Ordering::Release);
        self.forget_alone();
        if large {
            self.keep_overview(&self.overview()?, &self.last());
        }
        Ok(())
    }

    fn scene<'s>(&'s self, shown: &'s Shown) -> Scene<'s> {
        let scene = Scene::new(&shown.prepared, &shown.found, &shown.know, &shown.own_camps, &shown.names);
        match &shown.alone {
            Some(head) => scene.of_one(&head.event, &head.camps),
            None => scene,
        }
    }

    /// What is shown of a dossier that opens: its overview, of a large one that sleeps no more events than a window shows
    /// (`more` says how many follow).
    ///
    /// # Errors
    /// Where the dossier cannot be read.
    pub fn opening(&self) -> Result<Overview, Failure> {
        let kept = self.is_asleep().then(|| self.kept().clone()).flatten();
        kept.map_or_else(|| self.overview(), |kept| Ok(self.of_today(kept)))
    }

    /// The list of events, and what holds for the whole dossier.
    ///
    /// # Errors
    /// Where the dossier cannot be read.
    pub fn overview(&self) -> Result<Overview, Failure> {
        if let Some(kept) = self.kept_overview() {
            return Ok(self.of_today(kept));
        }
        let sample = self.is_sample()?;
        let (path, name) = self.place();
        let read_only = self.file().is_read_only();
        let shown = self.shown()?;
        let scene = self.scene(&shown);
        let history = self.file().history()?;
        let know = &shown.know;
        let mut outlets: Vec<String> = know.lexicon().outlets().iter().map(|o| o.name.clone()).collect();
        outlets.extend(know.overrides().outlet_names.values().cloned());
        outlets.sort();
        outlets.dedup();
        let events = scene.event_heads();
        Ok(Overview {
            named: scene.named_heads(&events),
            dossier: view::Dossier {
                path,
                name,
                sample,
                invented: sample && shown.articles.iter().all(|e| crate::sample::is_own(&e.article.origin)),
                articles: shown.articles.len(),
                read_only,
                can_undo: history.undoable().and_then(told),
                can_redo: history.redoable().and_then(told),
            },
            camps: scene.camps().to_vec(),
            events,
            more: 0,
            storylines: scene.storyline_heads(),
            outlets,
        })
    }

    /// Where the file lies, and what it is called.
    fn place(&self) -> (String, String) {
        let path = self.path.as_deref().map(|p| p.display().to_string());
        let name = self.path.as_deref().and_then(Path::file_stem).map(|n| n.to_string_lossy().into_owned());
        (path.unwrap_or_default(), name.unwrap_or_default())
    }

    /// True for the sample.
    ///
    /// # Errors
    /// Where the dossier cannot be read.
    pub fn is_sample(&self) -> Result<bool, Failure> {
        Ok(self.file().setting(SAMPLE)?.is_some())
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Imports sources. What was read before a stop or a failure is kept.
    ///
    /// # Errors
    /// Where the dossier cannot be read; what cannot be saved is told in the report.
    pub fn import(&self, sources: &[Source], watch: Watch<'_>) -> Result<ImportReport, Failure> {
        let _changing = self.change()?;
        let know = Arc::clone(&self.shown()?.know);
        let mut intake = Intake::default();
        for source in sources {
            if intake.stopped {
                break;
            }
            riwayat_import::read_source(source, &*know, &mut |outcome| {
                intake.take(outcome);
                let go_on = watch.tell(Stage::Reading, intake.seen, 0, intake.last());
                if intake.is_full() || !go_on {
                    intake.save(&mut self.file());
                }
                intake.report.cancelled |= !go_on;
                intake.stopped |= !go_on;
                !intake.stopped
            });
        }
        intake.save(&mut self.file());
        watch.cancel.store(false, Ordering::Relaxed);
        self.refresh(watch)?;
        Ok(intake.report)
    }

    /// Sets a field of an article; `None` puts back what was imported.
    ///
    /// # Errors
    /// Where there is no such article, the value is no day, or it cannot be saved.
    pub fn set_field(
        &self,
        article: &str,
        field: Field,
        value: Option<&str>,
        watch: Watch<'_>,
    ) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let kept = field_kept(field);
        let imported = match value {
            Some(_) => None,
            None => {
                EffectiveArticle::new(self.file().article(article)?, &History::new(Vec::new())).value(kept)
            }
        };
        let value = value.map(str::trim).filter(|v| !v.is_empty());
        self.file().set_field(Timestamp::now(), article, kept, value.or(imported.as_deref()))?;
        self.refresh(watch)?;
        self.overview()
    }

    /// Adds a camp of the analyst's own.
    ///
    /// # Errors
    /// Where it has no label, or cannot be saved.
    pub fn define_camp(&self, ar: &str, en: &str, watch: Watch<'_>) -> Result<Overview, Failure> {
        let (ar, en) = (ar.trim(), en.trim());
        let label = if en.is_empty() { ar } else { en };
        if label.is_empty() {
            return Err(Failure::new("no-label", "سمِّ الطرف أولاً", "name the camp first"));
        }
        let id = format!("own-{}", label.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-"));
        let _changing = self.change()?;
        let mut camps = self.file().camps()?;
        if !camps.iter().any(|c| c.id == id) {
            let named = |text: &str| if text.is_empty() { label } else { text }.to_owned();
            camps.push(store::CampRow { id, ar: named(ar), en: named(en) });
            self.file().set_camps(Timestamp::now(), &camps)?;
        }
        self.refresh(watch)?;
        self.overview()
    }

    /// What the dossier puts over the lexicon.
    #[must_use]
    pub fn entries(&self) -> OwnEntries {
        self.last().know.overrides().entries.clone()
    }

    /// Puts entries over the lexicon, by id, and takes others away; all of it is one change, and every article is read
    /// anew by it. `name` is where they are from, as messages name it.
    ///
    /// # Errors
    /// Where an entry cannot stand beside the others, or it cannot be saved; then nothing is changed.
    pub fn set_entries(
        &self,
        name: &str,
        set: OwnEntries,
        removed: &[String],
        watch: Watch<'_>,
    ) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        let mut after = self.entries();
        if let Some(id) = removed.iter().find(|id| !after.contains_key(*id)) {
            return Err(not_found("المدخل", "entry", id));
        }
        let mut to: BTreeMap<String, Option<OwnEntry>> =
            removed.iter().map(|id| (id.clone(), None)).collect();
        after.retain(|id, _| !removed.contains(id));
        after.extend(set.iter().map(|(id, entry)| (id.clone(), entry.clone())));
        to.extend(set.into_iter().map(|(id, entry)| (id, Some(entry))));
        let camps: Vec<String> = self.file().camps()?.into_iter().map(|c| c.id).collect();
        let faults = riwayat_claims::Lexicon::builtin().faults(&after, &camps);
        if !faults.is_empty() {
            return Err(entries::failure(name, &faults));
        }
        self.file().set_entries(Timestamp::now(), &to)?;
        self.refresh(watch)?;
        self.overview()
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// Where it cannot be saved.
    pub fn undo(&self, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        self.file().undo(Timestamp::now())?;
        self.refresh(watch)?;
        self.overview()
    }

    /// Makes the change that was taken back last again.
    ///
    /// # Errors
    /// Where it cannot be saved.
    pub fn redo(&self, watch: Watch<'_>) -> Result<Overview, Failure> {
        let _changing = self.change()?;
        self.file().redo(Timestamp::now())?;
        self.refresh(watch)?;
        self.overview()
    }

    /// One event as a page that others can check.
    ///
    /// # Errors
    /// Where there is no such event.
    pub fn report(&self, event: &str, lang: crate::Lang) -> Result<String, Failure> {
        let shown = self.shown()?;
        let all = names::laid_over(&shown.found, &shown.names);
        let found = all.events.iter().find(|e| e.id == event);
        let event = found.ok_or_else(|| not_found("الحدث", "event", event))?;
        Ok(crate::report(&shown.prepared, &[event], &all, &shown.know, lang))
    }

    /// Writes that page to a file, whole or not at all; what bore the name before gives way.
    ///
    /// # Errors
    /// Where there is no such event, or the file cannot be written.
    pub fn save_report(&self, event: &str, lang: crate::Lang, path: &Path) -> Result<(), Failure> {
        let page = self.report(event, lang)?;
        whole::write(path, page.as_bytes())
    }

    /// Checks the file: hashes, the chain of the log, the database.
    ///
    /// # Errors
    /// Where it cannot be read at all.
    pub fn verify(&self) -> Result<store::Verification, Failure> {
        Ok(self.file().verify()?)
    }

    /// The whole comparison, as the command line answers it.
    ///
    /// # Errors
    /// Where the dossier cannot be read.
    pub fn comparison(&self, lang: crate::Lang) -> Result<wire::Comparison, Failure> {
        let shown = self.shown()?;
        let found = names::laid_over(&shown.found, &shown.names);
        Ok(convert::comparison(&shown.prepared, &found, &shown.know, lang))
    }

    /// The version of the lexicon.
    #[must_use]
    pub fn lexicon_version(&self) -> String {
        self.last().know.lexicon().version().to_owned()
    }
}

/// The file of a dossier; where it may not be written, for reading only.
fn file_of(
    path: &Path,
    open: impl Fn(&Path) -> Result<Dossier, store::StoreError>,
) -> Result<Dossier, Failure> {
    match open(path) {
        Err(store::StoreError::NoPermission { .. } | store::StoreError::ReadOnly { .. }) => {
            Ok(Dossier::open_read_only(path)?)
        }
        other => Ok(other?),
    }
}

/// Compares what was read; what the analyst decided holds.
fn compared(prepared: &[Arc<Prepared>], know: &Knowledge, links: &Links, watch: Watch<'_>) -> Comparison {
    let go_on = |done: usize, total: usize| watch.tell(Stage::Comparing, done, total, "");
    decided_in(links, |decided| pipeline::compare_all(prepared, know, decided, &go_on))
}

/// What the analyst decided, as the comparison takes it.
fn decided_in(links: &Links, compare: impl FnOnce(&Decisions<'_>) -> Comparison) -> Comparison {
    let link = |link: &store::Link| match link {
        store::Link::Must => Link::Must,
        store::Link::Cannot => Link::Cannot,
    };
    let articles: Vec<_> = links.articles.iter().map(|(a, b, l)| (a.as_str(), b.as_str(), link(l))).collect();
    let sentences: Vec<_> = links.rows.iter().map(|(a, b, l)| (spot_of(a), spot_of(b), link(l))).collect();
    compare(&Decisions { articles: &articles, sentences: &sentences })
}

fn spot_of(kept: &store::Spot) -> Spot<'_> {
    Spot { article: &kept.article, span: Span::new(kept.start, kept.end) }
}

fn overrides(outlets: &[OutletRow], entries: OwnEntries) -> Overrides {
    let mut out = Overrides { entries, ..Overrides::default() };
    for o in outlets {
        let Some(shown) = o.names.first() else { continue };
        for name in o.names.iter().chain(&o.domains) {
            let key = riwayat_text::normal::fold(name);
            out.outlet_names.insert(key.clone(), shown.clone());
            if let Some(camp) = &o.camp {
                out.outlet_camps.insert(key, (camp.clone(), o.why.clone()));
            }
        }
    }
    out
}

fn own_camps(dossier: &Dossier) -> Result<Vec<Camp>, Failure> {
    let camp = |c: store::CampRow| Camp { id: c.id, label: Text { ar: c.ar, en: c.en }, position: 0 };
    Ok(dossier.camps()?.into_iter().map(camp).collect())
}

/// A change as told beside undo and redo.
fn told(decision: &store::Decision) -> Option<Text> {
    let store::Entry::Change(change) = &decision.entry else { return None };
    let (ar, en) = match change {
        Change::SetArticleField { field, .. } => match field {
            store::Field::Outlet => ("تغيير المنبر", "change of outlet"),
            store::Field::Camp => ("تغيير الطرف", "change of camp"),
            store::Field::Published => ("تغيير التاريخ", "change of date"),
            store::Field::Title => ("تغيير العنوان", "change of title"),
        },
        Change::Link { .. } => ("ربط مقالين أو فصلهما", "joining or parting two articles"),
        Change::SetEntries { entries } => words::changed_entries(entries),
        Change::LinkArticles { links } => words::linked_articles(links),
        Change::NameEvent { to: Some(_), .. } => ("تسمية حدث", "naming an event"),
        Change::NameEvent { to: None, .. } => {
            ("ردّ اسم الحدث إلى البرنامج", "leaving an event's name to the program")
        }
        Change::LinkRows { links } => words::linked_rows(links.iter().map(|l| l.to)),
    };
    Some(words::both(ar, en).into())
}

fn not_found(ar: &str, en: &str, id: &str) -> Failure {
    Failure::new("not-found", format!("{ar} «{id}» غير موجود"), format!("there is no {en} “{id}”"))
}

fn field_kept(field: Field) -> store::Field {
    match field {
        Field::Outlet => store::Field::Outlet,
        Field::Camp => store::Field::Camp,
        Field::Published => store::Field::Published,
        Field::Title => store::Field::Title,
    }
}

fn field_shown(field: store::Field) -> Field {
    match field {
        store::Field::Outlet => Field::Outlet,
        store::Field::Camp => Field::Camp,
        store::Field::Published => Field::Published,
        store::Field::Title => Field::Title,
    }
}

/// The sources that some paths name.
#[must_use]
pub fn paths(paths: Vec<PathBuf>) -> Vec<Source> {
    paths.into_iter().map(Source::Path).collect()
}
