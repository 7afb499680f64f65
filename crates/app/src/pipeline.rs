//! From imported articles to a comparison: who publishes, whose camp, which day, what it says.
//!
//! Nothing here keeps state; the desk and the command line both go through it.

use crate::record::{Record, place_of};
use crate::words;
use jiff::civil::Date;
use rayon::prelude::*;
use riwayat_claims::{CampId, Input, Lexicon, OwnEntries, OwnEntry, Reading, read};
use riwayat_compare::{self as compare, Comparison, Why};
use riwayat_import::{Article as Imported, OutletNames};
use riwayat_text::{Span, sentences};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What a dossier adds to the lexicon, or sets over it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overrides {
    /// Camp id and the reason for it, by folded outlet name or domain.
    pub outlet_camps: BTreeMap<String, (String, String)>,
    /// Display name by folded outlet name.
    pub outlet_names: BTreeMap<String, String>,
    /// Actors and places, by id.
    pub entries: OwnEntries,
}

impl Overrides {
    /// True where articles are read by both alike: what a dossier calls an entity is only shown.
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        let uncalled = |entries: &OwnEntries| -> OwnEntries {
            let entries = entries.iter().map(|(id, e)| (id.clone(), OwnEntry { called: None, ..e.clone() }));
            entries.filter(|(_, entry)| *entry != OwnEntry::default()).collect()
        };
        self.outlet_camps == other.outlet_camps
            && self.outlet_names == other.outlet_names
            && uncalled(&self.entries) == uncalled(&other.entries)
    }
}

/// The lexicon and what the dossier sets over it.
#[derive(Debug)]
pub struct Knowledge {
    /// The lexicon with the dossier's entries over it, where there are any.
    own: Option<Lexicon>,
    /// What the dossier adds.
    overrides: Overrides,
}

impl Knowledge {
    /// The built-in lexicon and nothing else.
    #[must_use]
    pub fn builtin() -> Self {
        Self::with(Overrides::default())
    }

    /// The built-in lexicon and what a dossier sets over it.
    #[must_use]
    pub fn with(overrides: Overrides) -> Self {
        let lexicon = Self::prepare();
        let own = (!overrides.entries.is_empty()).then(|| lexicon.with(&overrides.entries));
        Self { own, overrides }
    }

    /// The built-in lexicon, and all words and phrases made. A run on a few articles waits for nothing else so long: one thread
    /// makes the lexicon, one the rest, and who is done first takes what is left from the other end.
    fn prepare() -> &'static Lexicon {
        let mut parts = Lexicon::preparations().to_vec();
        parts.push(riwayat_import::prepare);
        std::thread::scope(|both| {
            both.spawn(|| parts.iter().for_each(|part| part()));
            let lexicon = Lexicon::builtin();
            parts.iter().rev().for_each(|part| part());
            lexicon
        })
    }

    /// The lexicon, the dossier's entries over it.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        self.own.as_ref().unwrap_or_else(|| Lexicon::builtin())
    }

    /// What the dossier adds.
    #[must_use]
    pub fn overrides(&self) -> &Overrides {
        &self.overrides
    }

    /// The camp of an outlet, by name or URL, with the reason.
    fn camp_of(&self, name: &str) -> Option<(CampId, Why)> {
        if let Some((camp, why)) = self.overrides.outlet_camps.get(&riwayat_text::normal::fold(name)) {
            return Some((camp.as_str().into(), words::both(why, why)));
        }
        let outlet = self.lexicon().outlet(name)?;
        Some((outlet.camp.clone()?, words::both(&outlet.why_ar, &outlet.why)))
    }
}

impl OutletNames for Knowledge {
    fn known(&self, name_or_domain: &str) -> Option<&str> {
        let own = self.overrides.outlet_names.get(&riwayat_text::normal::fold(name_or_domain));
        own.map(String::as_str).or_else(|| self.lexicon().outlet(name_or_domain).map(|o| o.name.as_str()))
    }
}

/// Why an article has the camp that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CampReason {
    /// The input says it.
    Given,
    /// The outlet's entry, with its own reason where it has one.
    Outlet(Why),
    /// The analyst said it.
    Decided,
    /// Nothing says it.
    Unassigned,
}

/// A day of publication that is not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InferredDate {
    /// The words that tell it.
    pub span: Span,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// One article, read.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Its id, unique among those it is compared with.
    pub id: String,
    /// What was known of it before it was read.
    pub article: Record,
    /// Display name of the outlet.
    pub outlet: Option<String>,
    /// The outlet's camp.
    pub camp: Option<CampId>,
    /// Why that camp.
    pub camp_reason: CampReason,
    /// Day of publication that the text only implies; `None` where it is stated.
    pub inferred: Option<InferredDate>,
    /// What it says.
    pub reading: Reading,
}

impl Prepared {
    /// As the comparison takes it.
    #[must_use]
    pub fn as_compared(&self) -> compare::Article<'_> {
        compare::Article {
            id: &self.id,
            title: &self.article.title,
            text: &self.article.text,
            outlet: self.outlet.as_deref(),
            camp: self.camp.as_ref(),
            published: self.article.published,
            inferred: self.inferred.map(|i| (i.from, i.to)),
            reading: &self.reading,
        }
    }
}

/// How many hexadecimal digits of the content's hash make an id: 48 bits, so that among a million articles a
/// chance collision has odds of 1 in 500, and is told apart by a suffix where it comes.
const ID_DIGITS: usize = 12;

/// The id of an article: its own, else one made of its content.
#[must_use]
pub fn base_id(a: &Imported) -> String {
    a.id.clone().unwrap_or_else(|| a.sha256.chars().take(ID_DIGITS).collect())
}

/// Gives every article an id: its own, else one made of its content; a second one of the same id gets a suffix
/// in the order of (file, line), so that ids do not depend on the order of arrival.
#[must_use]
pub fn ids(articles: &[Imported]) -> Vec<String> {
    let mut same: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, a) in articles.iter().enumerate() {
        same.entry(base_id(a)).or_default().push(i);
    }
    let mut out: Vec<String> = articles.iter().map(base_id).collect();
    for places in same.into_values().filter(|p| p.len() > 1).collect::<Vec<_>>() {
        let mut places = places;
        places.sort_by_cached_key(|i| (place_of(&articles[*i].origin), articles[*i].sha256.clone(), *i));
        for (n, i) in places.into_iter().enumerate().skip(1) {
            out[i] = format!("{}-{}", out[i], n + 1);
        }
    }
    out
}

/// Reads one article: settles its outlet, camp and date, and what it says.
#[must_use]
pub fn prepare(id: String, article: Record, know: &Knowledge) -> Prepared {
    let outlet = article
        .outlet
        .as_ref()
        .map(|name| know.known(name).unwrap_or(name).to_owned())
        .or_else(|| article.url.as_deref().and_then(|url| know.known(url)).map(str::to_owned));
    let (camp, camp_reason) = camp_of(&article, outlet.as_deref(), know);
    let known = outlet.as_deref().and_then(|name| know.lexicon().outlet(name));
    let input = Input {
        title: &article.title,
        text: &article.text,
        published: article.published,
        outlet: known.map(|o| &o.id),
        camp: camp.as_ref(),
    };
    let reading = read(&input, know.lexicon());
    let inferred = if article.published.is_some() { None } else { infer(&article.text, &reading) };
    Prepared { id, outlet, camp, camp_reason, inferred, reading, article }
}

fn camp_of(article: &Record, outlet: Option<&str>, know: &Knowledge) -> (Option<CampId>, CampReason) {
    let given = article.camp.as_deref().filter(|c| *c != crate::UNASSIGNED).map(CampId::from);
    if article.camp_decided {
        return (given, CampReason::Decided);
    }
    if given.is_some() {
        return (given, CampReason::Given);
    }
    let by_name = outlet.and_then(|name| know.camp_of(name));
    match by_name.or_else(|| article.url.as_deref().and_then(|url| know.camp_of(url))) {
        Some((camp, why)) => (Some(camp), CampReason::Outlet(why)),
        None => (None, CampReason::Unassigned),
    }
}

/// How many sentences from the start count as the dateline's place: news puts the day of what it tells first.
const DATELINE_SENTENCES: usize = 2;

/// The day that an undated article speaks of at its start, where its own words fix it; else nothing.
fn infer(text: &str, reading: &Reading) -> Option<InferredDate> {
    if let Some((span, day)) = reading.dateline {
        return Some(InferredDate { span, from: day, to: day });
    }
    let head = match reading.sentences.get(DATELINE_SENTENCES - 1) {
        Some(last) => last.end(),
        None => sentences(text).last()?.end(),
    };
    let day = |d: &&riwayat_text::DateMention| {
        d.absolute && matches!(d.grain, riwayat_text::Grain::Day | riwayat_text::Grain::DayPart)
    };
    let date = reading.dates.iter().take_while(|d| d.span.start() < head).find(day)?;
    Some(InferredDate { span: date.span, from: date.from?, to: date.to? })
}

/// Reads many articles on all cores, in their order. `go_on(done, total)` is asked after each; where it says
/// no, the rest is left out.
#[must_use]
pub fn prepare_all(
    articles: Vec<(String, Record)>,
    know: &Knowledge,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Vec<Arc<Prepared>> {
    let total = articles.len();
    let (wanted, done) = (AtomicBool::new(true), AtomicUsize::new(0));
    let one = |(id, article): (String, Record)| {
        if !wanted.load(Ordering::Relaxed) {
            return None;
        }
        let read = Arc::new(prepare(id, article, know));
        let more = go_on(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        wanted.fetch_and(more, Ordering::Relaxed);
        Some(read)
    };
    articles.into_par_iter().filter_map(one).collect()
}

/// Compares articles that were read; what was decided holds.
#[must_use]
pub fn compare_all(
    prepared: &[Arc<Prepared>],
    know: &Knowledge,
    decisions: &compare::Decisions<'_>,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Comparison {
    let articles: Vec<_> = prepared.iter().map(|p| p.as_compared()).collect();
    compare::compare(&articles, know.lexicon(), decisions, go_on)
}

/// Compares the articles of one event of a pile that were read, as they are among all.
#[must_use]
pub fn compare_event(
    prepared: &[Arc<Prepared>],
    know: &Knowledge,
    decisions: &compare::Decisions<'_>,
    part: compare::Part<'_>,
) -> Comparison {
    let articles: Vec<_> = prepared.iter().map(|p| p.as_compared()).collect();
    compare::compare_event(&articles, know.lexicon(), decisions, part)
}
