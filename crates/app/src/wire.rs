//! The wire format of the command line: `design` contracts in types. Offsets are Unicode code points into the
//! article's `text`, start inclusive, end exclusive.

#![allow(missing_docs, reason = "the field names are the contract; those that need a word have one")]

use serde::{Deserialize, Serialize};

/// A number that is written without a fraction where it has none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count(pub f64);

impl Serialize for Count {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        /// Up to here every whole number has its own double.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            to.serialize_i64(self.0 as i64)
        } else {
            to.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        f64::deserialize(from).map(Self)
    }
}

/// What each camp has, in the order of the columns: an object on the wire.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCamp<T>(pub Vec<(String, T)>);

impl<T> FromIterator<(String, T)> for ByCamp<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(camps: I) -> Self {
        Self(camps.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for ByCamp<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(camp, has)| (camp, has)))
    }
}

impl<'de, T: serde::de::DeserializeOwned> Deserialize<'de> for ByCamp<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let object = serde_json::Map::deserialize(from)?;
        let camp = |(camp, has)| Ok((camp, serde_json::from_value(has).map_err(serde::de::Error::custom)?));
        object.into_iter().map(camp).collect()
    }
}

/// Declares a wire type: one place for the derives that every one of them carries.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident $(<$generic:ident>)? { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
        pub struct $name $(<$generic>)? { $($body)* }
    )*};
}
pub(crate) use wire;

/// Declares a closed set of words.
macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[expect(missing_docs, reason = "the words are the contract's")]
        pub enum $name { $($(#[$vmeta])* $variant),* }
    )*};
}
pub(crate) use words;

words! {
    /// Whether a claim is made, rejected, doubted, and so on.
    pub enum Polarity { Asserted, Denied, Doubted, Conditional, Planned, Asked }
    /// How two claims relate.
    pub enum RelationKind { Agree, FiguresDiffer, Contradict, Denied, SameAccusation, Admission, NotComparable }
    /// What an entity of a dossier's own is.
    pub enum EntityKind { Actor, Organisation, Person, Place }
    /// How far apart related claims stand.
    pub enum Scope { Article, Event, Storyline, Across }
    /// Why a camp has nothing on a claim.
    pub enum SilenceReason { Silent, NotImported }
    /// How texts of one origin relate.
    pub enum OriginKind { Copy, Rewrite }
    /// A codebook by whose rule casualties are counted.
    pub enum CountingRule { Acled, Ucdp, Airwars }
    /// What the body makes of a figure of the headline.
    pub enum HeadlineKind { FiguresDiffer, NotInBody, NoSource }
    /// How the figures of one article fail to add up.
    pub enum TotalsKind { PartGreater, PartsGreater, SumDiffers }
    /// Why a figure of casualties is not counted.
    pub enum LeftOut { Part, NotAsserted, OtherDay, Repeated, Updated, Unclear }
    /// What of a row the analyst decided: sentences of it were put together, or parted from those of another.
    pub enum Decided { Joined, Parted }
    /// How two sentences relate.
    pub enum PairRelation { Agree, FiguresDiffer, Contradict, Unrelated }
}

wire! {
    /// A place in the text, with its words.
    pub struct Stretch {
        /// First code point.
        pub start: usize,
        /// One past the last code point.
        pub end: usize,
    }

    /// A date of publication that the article does not state.
    pub struct Inferred {
        /// Where it was read.
        pub start: usize,
        /// One past the last code point.
        pub end: usize,
        /// The words.
        pub text: String,
        /// First day, ISO.
        pub from: String,
        /// Last day, ISO.
        pub to: String,
        /// Why.
        pub why: String,
    }

    /// A figure.
    pub struct Quantity {
        pub start: usize,
        pub end: usize,
        pub text: String,
        /// Least value, inclusive; null = open.
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub min: Option<Count>,
        /// Greatest value, inclusive; null = open.
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub max: Option<Count>,
        pub approximate: bool,
        pub unit: String,
        pub counted: Option<String>,
        pub status: Option<String>,
        pub group: Option<String>,
        pub side: Option<String>,
        /// A part of a greater number (بينهم 3 أطفال), whether or not that is told.
        pub part: bool,
        /// First code point of the total of which it is a part; null where none is told.
        pub part_of: Option<usize>,
        /// How sure the reader is of bounds and noun: 0 to 1.
        pub confidence: f64,
        /// How they were read.
        pub basis: String,
        /// How sure it is of `status`; null where there is none.
        pub confidence_status: Option<f64>,
        /// How sure it is of `side`; null where there is none.
        pub confidence_side: Option<f64>,
    }

    /// A date as said.
    pub struct DateMention {
        pub start: usize,
        pub end: usize,
        pub text: String,
        /// First day, ISO; null = cannot be resolved.
        pub from: Option<String>,
        /// Last day, ISO, inclusive.
        pub to: Option<String>,
        pub grain: String,
        /// Clock time or part of day.
        pub time: Option<String>,
        /// The day that the digits mean with the month first, ISO; null where their order is plain.
        pub alternative: Option<String>,
        /// How sure the reader is of the days: 0 to 1; null where there are none.
        pub confidence: Option<f64>,
        /// How they were read.
        pub basis: Option<String>,
    }

    /// A name.
    pub struct Mention {
        pub start: usize,
        pub end: usize,
        pub text: String,
        pub entity: Option<String>,
        pub kind: String,
        pub camp: Option<String>,
        pub tone: String,
        /// How sure the reader is that this is named here: 0 to 1.
        pub confidence: f64,
        /// How it was read.
        pub basis: String,
    }

    /// One link of a chain of attribution.
    pub struct Link {
        pub text: Option<String>,
        pub entity: Option<String>,
        pub camp: Option<String>,
    }

    /// Who speaks.
    pub struct Voice {
        /// Null where the outlet itself speaks.
        pub text: Option<String>,
        pub entity: Option<String>,
        pub camp: Option<String>,
        pub chain: Vec<Link>,
    }

    /// Somebody with a part in a claim.
    pub struct Actor {
        pub role: String,
        pub entity: String,
        pub text: String,
        /// How sure the reader is of that part: 0 to 1.
        pub confidence: f64,
        /// How it was read.
        pub basis: String,
    }

    /// How sure the reader is of the parts of a claim: 0 to 1.
    pub struct ClaimConfidence {
        pub voice: f64,
        pub polarity: f64,
        /// Null where there is no type.
        pub event_type: Option<f64>,
    }

    /// How the parts of a claim were read.
    pub struct ClaimBasis {
        pub voice: String,
        pub polarity: String,
        /// Null where there is no type.
        pub event_type: Option<String>,
    }

    /// An attributed statement. `places`, `dates` and `quantities` are those inside it.
    pub struct Claim {
        pub id: String,
        pub start: usize,
        pub end: usize,
        pub text: String,
        pub polarity: Polarity,
        pub event_type: Option<String>,
        pub voice: Voice,
        pub actors: Vec<Actor>,
        /// The words tell a deed and leave out who did it.
        pub agentless: bool,
        pub places: Vec<Mention>,
        pub dates: Vec<DateMention>,
        pub quantities: Vec<Quantity>,
        pub confidence: ClaimConfidence,
        pub basis: ClaimBasis,
    }

    /// What the engine sees in one text.
    pub struct Inspection {
        pub engine: String,
        pub lexicon: String,
        #[serde(flatten)]
        pub reading: Article,
    }

    /// One article and all that was read in it.
    pub struct Article {
        /// The given id, else one derived from the content.
        pub id: String,
        pub title: String,
        pub outlet: Option<String>,
        pub camp: Option<String>,
        /// ISO; only what the article or its file states.
        pub published: Option<String>,
        pub published_inferred: Option<Inferred>,
        pub url: Option<String>,
        /// Where it was read from.
        pub file: String,
        /// Of the original bytes.
        pub sha256: String,
        pub warnings: Vec<String>,
        pub text: String,
        pub paragraphs: Vec<Stretch>,
        pub sentences: Vec<Stretch>,
        pub quantities: Vec<Quantity>,
        pub dates: Vec<DateMention>,
        pub mentions: Vec<Mention>,
        pub claims: Vec<Claim>,
        /// Figures of the headline that the body does not bear out as they stand there.
        pub headline: Vec<Headline>,
        /// Totals of the body that its own parts do not bear out.
        pub totals: Vec<Totals>,
    }

    /// A total and parts of it that do not add up.
    pub struct Totals {
        pub kind: TotalsKind,
        /// First code point of the total in the text.
        pub start: usize,
        /// One past its last.
        pub end: usize,
        /// Its words.
        pub text: String,
        /// Where its parts stand.
        pub parts: Vec<Stretch>,
        /// The arithmetic.
        pub why: String,
    }

    /// A figure of a headline that the body does not bear out.
    pub struct Headline {
        pub kind: HeadlineKind,
        /// First code point of the figure in the title.
        pub start: usize,
        /// One past its last.
        pub end: usize,
        /// Its words.
        pub text: String,
        /// The claim of the body that says otherwise, or on whose word it is.
        pub claim: Option<String>,
        pub why: String,
    }

    /// The answer of `compare`.
    pub struct Comparison {
        pub engine: String,
        pub lexicon: String,
        pub articles: Vec<Article>,
        pub events: Vec<Event>,
        pub storylines: Vec<Storyline>,
        pub relations: Vec<Relation>,
    }

    /// One happening.
    pub struct Event {
        pub id: String,
        pub title: String,
        pub articles: Vec<String>,
        /// First day, ISO.
        pub from: Option<String>,
        /// Last day, ISO.
        pub to: Option<String>,
        pub storyline: String,
        pub why: String,
        pub members: Vec<Member>,
        pub rows: Vec<Row>,
        pub figures: Vec<FigureSet>,
        pub naming: Vec<Naming>,
        pub silences: Vec<Silence>,
        pub origins: Vec<Origin>,
        /// Who says who did it, and who leaves it out.
        pub agency: Vec<Agency>,
        /// What every camp with articles supports; empty where only one has any, or nothing is told by all.
        pub common_ground: Vec<CommonGround>,
    }

    /// Why one article is in its event.
    pub struct Member {
        pub article: String,
        pub score: f64,
        pub why: String,
        /// The analyst decided with which articles it tells one event, or does not.
        pub decided: bool,
    }

    /// A chain of happenings.
    pub struct Storyline {
        pub id: String,
        pub title: String,
        pub events: Vec<String>,
        pub why: String,
    }

    /// Sentences that say the same thing.
    pub struct Row {
        /// By camp, in the order of the columns; `unassigned` for articles without one.
        #[cfg_attr(test, ts(type = "Record<string, Piece[]>"), schemars(with = "std::collections::BTreeMap<String, Vec<Piece>>"))]
        pub cells: ByCamp<Vec<Piece>>,
        pub score: f64,
        /// How many texts that do not stem from one another say it.
        pub origins: usize,
        /// Empty where the program alone arranged it.
        pub decided: Vec<Decided>,
    }

    /// A stretch of one article in a cell.
    pub struct Piece {
        pub article: String,
        pub start: usize,
        pub end: usize,
        /// The article is of another camp and relays this one's voice.
        pub relayed: bool,
        /// The claim that relays it.
        pub claim: Option<String>,
    }

    /// A relation between two claims.
    pub struct Relation {
        pub kind: RelationKind,
        #[serde(rename = "type")]
        pub detail: Option<String>,
        pub scope: Scope,
        pub a: String,
        pub b: String,
        pub why: String,
    }

    /// One thing counted, and the values given.
    pub struct FigureSet {
        pub unit: String,
        pub counted: String,
        pub values: Vec<FigureValue>,
        /// Of casualties: what codebooks would make of the values; no rule is taken for true.
        pub tallies: Vec<Tally>,
    }

    /// One value given.
    pub struct FigureValue {
        pub claim: String,
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub min: Option<Count>,
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub max: Option<Count>,
        pub approximate: bool,
        pub voice: Voice,
        /// Of casualties: why no rule counts it; null where it is counted, and of all else.
        pub left_out: Option<LeftOut>,
    }

    /// What one codebook makes of the figures of one toll.
    pub struct Tally {
        pub rule: CountingRule,
        /// Null where no counted figure has a lower bound.
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub low: Option<Count>,
        /// Null where the rule has none.
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub high: Option<Count>,
        /// The most is told as "more than".
        pub open: bool,
        pub counted: Vec<Counted>,
        /// The arithmetic.
        pub why: String,
    }

    /// A figure as a rule takes it.
    pub struct Counted {
        /// Place in the set's `values`, from 0.
        pub value: usize,
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub low: Option<Count>,
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub high: Option<Count>,
    }

    /// How often deeds of one type are told with their doer, and how often without.
    pub struct Agency {
        pub event_type: String,
        /// By camp of the account: the voice's, or the outlet's where it speaks itself; `unassigned` where nobody knows it.
        #[cfg_attr(test, ts(type = "Record<string, AgencyUse>"), schemars(with = "std::collections::BTreeMap<String, AgencyUse>"))]
        pub by_camp: ByCamp<AgencyUse>,
    }

    /// One camp's claims of one type of deed.
    pub struct AgencyUse {
        /// Claims that say who did it.
        pub told: Vec<String>,
        /// Claims that leave it out.
        pub untold: Vec<String>,
    }

    /// The least statement that every camp with articles on an event supports.
    pub struct CommonGround {
        pub camps: Vec<String>,
        /// Family of happenings that all tell.
        pub family: String,
        pub places: Vec<String>,
        pub actors: Vec<String>,
        pub figures: Vec<CommonFigure>,
        /// The claims that say it, at least one of each camp.
        pub claims: Vec<String>,
        /// In words.
        pub statement: String,
    }

    /// A figure that all camps support.
    pub struct CommonFigure {
        pub unit: String,
        pub counted: String,
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub min: Option<Count>,
        #[cfg_attr(test, ts(type = "number | null"), schemars(with = "Option<f64>"))]
        pub max: Option<Count>,
    }

    /// What each camp calls one entity.
    pub struct Naming {
        pub entity: String,
        #[cfg_attr(test, ts(type = "Record<string, NameUse[]>"), schemars(with = "std::collections::BTreeMap<String, Vec<NameUse>>"))]
        pub by_camp: ByCamp<Vec<NameUse>>,
    }

    /// One name, and how often and where it stands.
    pub struct NameUse {
        pub text: String,
        pub count: usize,
        pub places: Vec<NamePlace>,
    }

    /// Where a name stands.
    pub struct NamePlace {
        pub article: String,
        pub start: usize,
        pub end: usize,
    }

    /// A claim that some camps do not say.
    pub struct Silence {
        pub claim: String,
        pub camps: Vec<Lapse>,
    }

    /// One camp that does not say it.
    pub struct Lapse {
        pub camp: String,
        pub reason: SilenceReason,
    }

    /// Articles that stem from one text.
    pub struct Origin {
        pub articles: Vec<String>,
        pub kind: OriginKind,
    }

    /// The answer of `events`: the events without their rows.
    pub struct EventList {
        pub events: Vec<Event>,
        pub storylines: Vec<Storyline>,
    }

    /// The answer of `verify`.
    pub struct Verification {
        pub originals: usize,
        pub articles: usize,
        pub decisions: usize,
        pub log: usize,
        /// Empty where all is well.
        pub faults: Vec<String>,
    }

    /// The answer of `lexicon`: what the dossier puts over it, by id.
    pub struct LexiconEntries {
        pub entries: std::collections::BTreeMap<String, LexiconEntry>,
    }

    /// What a dossier says of one entity; what is absent or empty is left to the lexicon.
    pub struct LexiconEntry {
        pub kind: Option<EntityKind>,
        pub camp: Option<String>,
        pub en: Option<String>,
        /// What it is called in what the program says; nothing is found by it.
        pub called: Option<String>,
        pub names: Vec<String>,
        pub own: Vec<String>,
        pub hostile: Vec<String>,
        pub honorific: Vec<String>,
        pub bare: Vec<String>,
        pub guarded: Vec<String>,
        pub not: Vec<String>,
        pub part_of: Option<String>,
        /// Degrees north and east.
        pub position: Option<[f64; 2]>,
        pub source: Option<String>,
    }

    /// An answer with the versions that made it.
    pub struct Stamped<T> {
        pub engine: String,
        pub lexicon: String,
        #[serde(flatten)]
        pub answer: T,
    }

    /// One line into `pairs`.
    pub struct PairQuestion {
        /// Given back as it came.
        #[cfg_attr(test, ts(type = "unknown"))]
        pub id: serde_json::Value,
        pub a: String,
        pub b: String,
        #[serde(default)]
        pub a_published: Option<String>,
        #[serde(default)]
        pub b_published: Option<String>,
    }

    /// One line out of `pairs`.
    pub struct PairAnswer {
        #[cfg_attr(test, ts(type = "unknown"))]
        pub id: serde_json::Value,
        /// 0 to 1.
        pub similarity: f64,
        pub relation: PairRelation,
        pub why: String,
    }
}
