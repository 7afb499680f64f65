//! The answer: what a comparison of articles is made of.

use crate::decision::Decisions;
use crate::pile::{Part, Pile};
use jiff::civil::Date;
use riwayat_claims::{CampId, Claim, EntityId, Lexicon, Quantity, Reading};
use riwayat_text::Span;

/// One article with what was read in it.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// Its id: given, or made of its content. Ties are broken by it, never by the order of arrival.
    pub id: &'a str,
    /// Headline.
    pub title: &'a str,
    /// Body; spans of `reading` are spans of it.
    pub text: &'a str,
    /// Outlet, where known.
    pub outlet: Option<&'a str>,
    /// The outlet's camp, where it has one.
    pub camp: Option<&'a CampId>,
    /// Day of publication, stated.
    pub published: Option<Date>,
    /// First and last day on which it may have been published, where it is only inferred.
    pub inferred: Option<(Date, Date)>,
    /// What was read in it.
    pub reading: &'a Reading,
}

impl<'a> Article<'a> {
    /// Whose account a claim of it is: the voice's camp; the outlet's where it speaks itself. A voice whose camp nobody knows is
    /// of none, whoever relays it: an outlet that quotes "a military source" does not say what that source says.
    #[must_use]
    pub fn camp_of(&self, claim: &'a Claim) -> Option<&'a CampId> {
        match (&claim.voice.camp, claim.voice.span) {
            (Some(camp), _) => Some(camp),
            (None, Some(_)) => None,
            (None, None) => self.camp,
        }
    }
}

/// One sentence of reason, in both languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Why {
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

/// Everything that was found. Numbers that name articles are indices into the input.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Every article is in exactly one event; ordered by first day, then id.
    pub events: Vec<Event>,
    /// Chains of events; every event is in exactly one.
    pub storylines: Vec<Storyline>,
    /// Relations between claims, in order of their articles' ids.
    pub relations: Vec<Relation>,
    /// What all of it lends to the comparison of one event.
    pub pile: Pile,
}

/// One happening and its articles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    /// Stable: made of the ids of its articles.
    pub id: String,
    /// The headline of its most central article.
    pub title: String,
    /// Indices into the input, by date, then id.
    pub articles: Vec<usize>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// True where no article of it states its date.
    pub date_inferred: bool,
    /// Index into [`Comparison::storylines`].
    pub storyline: usize,
    /// Why these are one event.
    pub why: Why,
    /// Why each article is in it, and the nearest event that it did not join.
    pub members: Vec<Membership>,
    /// Sentences that say the same thing, in reading order.
    pub rows: Vec<Row>,
    /// What is counted, and by whom how.
    pub figures: Vec<FigureSet>,
    /// What each camp calls the same thing.
    pub naming: Vec<Naming>,
    /// What camps leave out.
    pub silences: Vec<Silence>,
    /// Copies and rewrites of one text.
    pub origins: Vec<Origin>,
    /// Who says who did it, and who leaves it out.
    pub agency: Vec<Agency>,
    /// What every camp that we hold supports; empty where only one is held, or nothing is told by all.
    pub common_ground: Vec<CommonGround>,
}

/// Why one article is in its event.
#[derive(Debug, Clone, PartialEq)]
pub struct Membership {
    /// Index into the input.
    pub article: usize,
    /// Shared places, actors, dates, rare words.
    pub why: Why,
    /// Similarity to the rest of the event, 0 to 1; 1 where it is alone.
    pub score: f64,
    /// The analyst decided with which articles it tells one event, or does not.
    pub decided: bool,
}

/// A chain of happenings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Storyline {
    /// Stable: made of the ids of its events.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Indices into [`Comparison::events`], by date.
    pub events: Vec<usize>,
    /// Why these hang together.
    pub why: Why,
    /// The first of its claims that was not compared any more, where there are too many.
    pub broken_off: Option<ClaimRef>,
}

/// Sentences of several articles that say the same thing; one sentence of one article where nobody else does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// A cell for each camp that says it, in the order of [`Lexicon::camps`], unassigned (`None`) last.
    pub cells: Vec<Cell>,
    /// How sure the alignment is, 0 to 1; 1 where the row has one sentence only. What was decided does not raise it.
    pub score: f64,
    /// What of it the analyst decided.
    pub hand: Hand,
    /// Relations between claims of this row: indices into [`Comparison::relations`].
    pub relations: Vec<usize>,
    /// How many texts that do not stem from one another say it.
    pub origins: usize,
}

/// What of a row the analyst decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hand {
    /// Sentences of it were put together.
    pub joined: bool,
    /// Sentences of it were parted from those of another row.
    pub parted: bool,
}

/// One camp's part of a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Whose column.
    pub camp: Option<CampId>,
    /// Its stretches of text, by article.
    pub pieces: Vec<Piece>,
}

/// A stretch of one article in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Index into the input.
    pub article: usize,
    /// The sentence, or the relayed part of it.
    pub span: Span,
    /// True where the article is of another camp, and only relays this camp's voice.
    pub relayed: bool,
    /// The claim that relays it: index into the article's claims.
    pub claim: Option<usize>,
    /// What differs from the other columns of the row; not overlapping within one layer.
    pub marks: Vec<crate::diff::Mark>,
}

/// A claim of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimRef {
    /// Index into the input.
    pub article: usize,
    /// Index into its claims.
    pub claim: usize,
}

/// How two claims relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the contract's")]
pub enum RelationKind {
    Agree,
    FiguresDiffer,
    Contradict,
    Denied,
    SameAccusation,
    Admission,
    NotComparable,
}

/// How far apart the related claims stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the contract's")]
pub enum Scope {
    Article,
    Event,
    Storyline,
    Across,
}

/// A relation between two claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Which.
    pub kind: RelationKind,
    /// Finer: happened-denied, other-actor, other-victim, place, time, outcome, intent, update, subset, scope, amount.
    pub detail: Option<&'static str>,
    /// How far apart they stand.
    pub scope: Scope,
    /// One claim; the one of the lower article id.
    pub a: ClaimRef,
    /// The other.
    pub b: ClaimRef,
    /// Why.
    pub why: Why,
}

/// One thing counted in an event, and the values given.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureSet {
    /// person, vehicle, strike, ...
    pub unit: String,
    /// What is counted, in words: killed civilians, ... (Arabic, English).
    pub counted: Why,
    /// Claims and the quantity in each: index into that article's quantities.
    pub values: Vec<(ClaimRef, usize)>,
    /// Of casualties: the values that no codebook would count, by their place in `values`, and why not.
    pub left_out: Vec<(usize, LeftOut)>,
    /// Of casualties: what codebooks make of the others.
    pub tallies: Vec<Tally>,
}

/// A codebook by whose rule casualties are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CountingRule {
    /// Armed Conflict Location and Event Data: the most conservative figure.
    Acled,
    /// Uppsala Conflict Data Program: a lowest and a highest estimate, and a best one between, which is a judgement.
    Ucdp,
    /// Airwars: the least and the most that sources tell of civilians.
    Airwars,
}

/// Why a figure of casualties is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeftOut {
    /// It is a part of a greater number.
    Part,
    /// Nobody says that it is so: denied, doubted, planned, asked, on a condition.
    NotAsserted,
    /// It is told of days that are not the event's.
    OtherDay,
    /// The same voice, or a copy of the same text, says it again.
    Repeated,
    /// The same voice tells another one later.
    Updated,
    /// The same voice tells several that do not go together, and which of them is of this cannot be told.
    Unclear,
}

impl LeftOut {
    /// The reason, in words.
    #[must_use]
    pub fn why(self) -> Why {
        let (ar, en) = match self {
            Self::Part => ("جزء من رقم أكبر", "a part of a greater number"),
            Self::NotAsserted => ("لا يؤكده قائله", "nobody asserts it"),
            Self::OtherDay => ("عن يوم آخر", "of another day"),
            Self::Repeated => ("يكرره الصوت نفسه", "the same voice says it again"),
            Self::Updated => ("حدّثه الصوت نفسه", "the same voice has updated it"),
            Self::Unclear => {
                ("أرقام عدة للصوت نفسه لا تجتمع", "the same voice gives several that do not go together")
            }
        };
        Why { ar: ar.into(), en: en.into() }
    }
}

/// What one codebook makes of the figures of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Whose rule.
    pub rule: CountingRule,
    /// The least; `None` where no counted figure has a lower bound.
    pub low: Option<f64>,
    /// The most; `None` where the rule has none.
    pub high: Option<f64>,
    /// True where the most is told as "more than".
    pub open: bool,
    /// What is counted.
    pub counted: Vec<Counted>,
    /// The arithmetic.
    pub why: Why,
}

/// A figure as a rule takes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counted {
    /// Its place in [`FigureSet::values`].
    pub value: usize,
    /// Least.
    pub low: Option<f64>,
    /// Most.
    pub high: Option<f64>,
}

/// How often one camp tells deeds of a type with their doer, and how often without.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agency {
    /// Type of the deed.
    pub event_type: String,
    /// By camp of the account (`None` = unassigned).
    pub by_camp: Vec<AgencyUse>,
}

/// One camp's claims of one type of deed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AgencyUse {
    /// Whose account it is ([`Article::camp_of`]).
    pub camp: Option<CampId>,
    /// Claims that say who did it.
    pub told: Vec<ClaimRef>,
    /// Claims that leave it out.
    pub untold: Vec<ClaimRef>,
}

/// The least statement that every camp with articles on an event supports.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommonGround {
    /// The camps, in order of their columns.
    pub camps: Vec<CampId>,
    /// Family of happenings that all tell.
    pub family: String,
    /// Places that all name: of nested ones, the one that holds the others.
    pub places: Vec<EntityId>,
    /// Actors that all name.
    pub actors: Vec<EntityId>,
    /// What all count.
    pub figures: Vec<CommonFigure>,
    /// The claims that say it, at least one of each camp.
    pub claims: Vec<ClaimRef>,
    /// The statement in words.
    pub statement: Why,
}

/// A figure that all camps support: where their values have none in common, at least the least of them.
#[derive(Debug, Clone, PartialEq)]
pub struct CommonFigure {
    /// person, vehicle, strike, ...
    pub unit: String,
    /// What is counted, in words.
    pub counted: Why,
    /// Least, inclusive.
    pub min: Option<f64>,
    /// Most, inclusive; `None` where it is open or told differently.
    pub max: Option<f64>,
}

/// What each camp calls one entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Naming {
    /// The one named.
    pub entity: EntityId,
    /// Per camp (`None` = unassigned), each name as written with its places, commonest first.
    pub by_camp: Vec<(Option<CampId>, Vec<NamingUse>)>,
}

/// One name and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamingUse {
    /// As first written; of a word for deeds, the dead or those who fight, its dictionary form.
    pub text: String,
    /// Where: article and span, in order.
    pub places: Vec<(usize, Span)>,
}

/// Why a camp has nothing on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SilenceReason {
    /// We hold articles of that camp on this event, and they do not say it.
    Silent,
    /// We hold none.
    NotImported,
}

/// One camp that does not say a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lapse {
    /// Who.
    pub camp: CampId,
    /// Why.
    pub reason: SilenceReason,
}

/// A claim that some camps do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// The claim.
    pub claim: ClaimRef,
    /// Who is silent.
    pub camps: Vec<Lapse>,
}

/// How texts of one origin relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OriginKind {
    /// The same words.
    Copy,
    /// Most of the words.
    Rewrite,
}

/// Articles that stem from one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Indices into the input, the earliest first.
    pub articles: Vec<usize>,
    /// How they relate.
    pub kind: OriginKind,
}

/// What the analyst has decided about whether two articles, or two sentences, belong together; it holds over
/// everything found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// These two tell one event, or stand in one row.
    Must,
    /// These two do not.
    Cannot,
}

/// Compares articles; what was decided holds. Long work: `go_on` is asked between events, and where it says no, the events found so
/// far are complete and the rest of them have no rows.
#[must_use]
pub fn compare(
    articles: &[Article<'_>],
    lexicon: &Lexicon,
    decisions: &Decisions<'_>,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Comparison {
    crate::assemble::compare(articles, lexicon, decisions, None, go_on)
}

/// Compares the articles of one event of a pile alone, as they are among all of it: rows, figures, names, relations to one
/// another. What ties them to other events is not there, nor the event's title, and `why` and `score` of its members are only
/// near.
#[must_use]
pub fn compare_event(
    articles: &[Article<'_>],
    lexicon: &Lexicon,
    decisions: &Decisions<'_>,
    part: Part<'_>,
) -> Comparison {
    crate::assemble::compare(articles, lexicon, decisions, Some(part), &|_, _| true)
}

/// How two sentences relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the contract's")]
pub enum PairRelation {
    Agree,
    FiguresDiffer,
    Contradict,
    Unrelated,
}

/// The answer for two sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct PairAnswer {
    /// 0 to 1.
    pub similarity: f64,
    /// Which.
    pub relation: PairRelation,
    /// Why.
    pub why: Why,
}

/// Relates two sentences, each read as an article of its own.
#[must_use]
pub fn compare_pair(a: &Article<'_>, b: &Article<'_>, lexicon: &Lexicon) -> PairAnswer {
    crate::pair::compare_pair(a, b, lexicon)
}

/// The figure of a claim reference's quantity, a convenience for readers of [`FigureSet`].
#[must_use]
pub fn figure<'a>(articles: &[Article<'a>], claim: ClaimRef, quantity: usize) -> Option<&'a Quantity> {
    articles.get(claim.article)?.reading.quantities.get(quantity)
}
