//! What the window shows, ready to draw: no logic is left to the views. Offsets are code points into the
//! article's `text`; every text shown is cut from the original.

#![allow(missing_docs, reason = "the field names are the contract; those that need a word have one")]

use crate::wire::{
    Actor, CountingRule, LeftOut, OriginKind, Polarity, Quantity, RelationKind, Scope, wire, words,
};

words! {
    /// What a camp has on an event.
    pub enum Coverage { Covers, Relayed, Silent, NotImported }
    /// What a cell holds.
    pub enum CellState { Text, Silent, NotImported }
    /// What kind of difference a mark shows.
    pub enum MarkLayer { Word, Clitic, Spelling, Digits, Figure, Naming, Voice, Moved }
    /// What a row tells at a glance: the strongest relation in it.
    pub enum RowKind { Agree, FiguresDiffer, Contradict, Denied, SameAccusation, Admission, NotComparable, OneSide, Same }
    /// What a camp does with what a row tells.
    pub enum SlotState { Says, Otherwise, Denies, NotMentioned, NotComparable, NotImported }
    /// What kind of source somebody is: who publishes in the event, a medium that does not, who can be told apart, whom
    /// nobody names.
    pub enum VoiceKind { Outlet, Agency, Speaker, Anonymous }
    /// The part somebody plays in chains: publishes, passes on what others say, speaks.
    pub enum SourcePart { Publishes, Relays, Speaks }
    /// On what something that several outlets tell stands: one text, one voice, origins that are not of two camps, origins
    /// of two camps.
    pub enum Standing { OneOrigin, OneVoice, OneCamp, Across }
    /// Which field of an article the analyst sets.
    pub enum Field { Outlet, Camp, Published, Title }
    /// What a long task is doing.
    pub enum Stage { Reading, Comparing, Saving }
    /// What became of one source.
    pub enum Outcome { Imported, Copy, Warned, Failed }
    /// What a name in the overview names.
    pub enum NamedKind { Place, Actor }
}

wire! {
    /// One sentence in both languages of the interface.
    #[derive(Default)]
    pub struct Text {
        pub ar: String,
        pub en: String,
    }

    /// A camp, its column and its labels.
    pub struct Camp {
        /// `unassigned` for the column of articles without a camp.
        pub id: String,
        pub label: Text,
        /// Position from 1, for hue and shape; 0 for unassigned.
        pub position: usize,
    }

    /// The open dossier.
    pub struct Dossier {
        pub path: String,
        pub name: String,
        /// True for the sample.
        pub sample: bool,
        /// True while nothing but the sample's own, invented articles is in it.
        pub invented: bool,
        pub articles: usize,
        pub read_only: bool,
        pub can_undo: Option<Text>,
        pub can_redo: Option<Text>,
    }

    /// The list at the right.
    pub struct Overview {
        pub dossier: Dossier,
        pub camps: Vec<Camp>,
        /// By first day, newest first; undated last.
        pub events: Vec<EventHead>,
        /// How many events follow these: a large dossier opens with the first of them, and tells the others right after.
        pub more: usize,
        pub storylines: Vec<StorylineHead>,
        /// By what events can be looked for, those of most events first; places, then actors.
        pub named: Vec<NamedHead>,
        /// Outlets that the lexicon or the dossier knows: for the editor.
        pub outlets: Vec<String>,
    }

    /// What follows the first of an overview: each list goes on that of the part before it; storylines and names are told
    /// anew, from the first on.
    #[derive(Default)]
    pub struct OverviewPart {
        pub events: Vec<EventHead>,
        pub storylines: Vec<StorylineHead>,
        pub named: Vec<NamedHead>,
    }

    /// The first of an answer that can be long.
    pub struct InParts<T> {
        pub first: T,
        /// What is to be asked for besides; `null` = the first is all.
        pub rest: Option<Rest>,
    }

    /// Parts that are held until they are asked for.
    pub struct Rest {
        pub id: usize,
        pub parts: usize,
    }

    /// One event in the list.
    pub struct EventHead {
        pub id: String,
        pub title: String,
        /// What the program calls it, where the analyst named it herself.
        pub found_title: Option<String>,
        pub from: Option<String>,
        pub to: Option<String>,
        pub date_inferred: bool,
        pub storyline: Option<String>,
        pub articles: usize,
        /// Rows that are told as a contradiction or denial.
        pub contradictions: usize,
        /// Rows that are told as figures that differ.
        pub differences: usize,
        pub coverage: Vec<CampCoverage>,
        pub place: Option<String>,
    }

    /// A place or an actor that matters in events: where something happens, or who does it or whom it befalls.
    pub struct NamedHead {
        pub id: String,
        pub kind: NamedKind,
        /// Its neutral name, else the words of an article.
        pub label: Text,
        /// Indices into the overview's events, rising.
        pub events: Vec<usize>,
    }

    /// What one camp has on an event.
    pub struct CampCoverage {
        pub camp: String,
        pub state: Coverage,
        pub articles: usize,
    }

    /// One storyline with more than one event.
    pub struct StorylineHead {
        pub id: String,
        pub title: String,
        pub events: Vec<String>,
        pub why: Text,
    }

    /// The accounts of one event, side by side.
    pub struct EventView {
        pub head: EventHead,
        pub why: Text,
        pub members: Vec<MemberView>,
        /// One for each camp of the dossier that covers the event or could, in order; unassigned last, if needed.
        pub columns: Vec<Column>,
        pub rows: Vec<RowView>,
        /// Why anything is marked, each reason once.
        pub reasons: Vec<Text>,
        /// How many marks each layer has in this event.
        pub layers: Vec<LayerCount>,
        /// Independent origins among the articles.
        pub origins: usize,
    }

    /// How many marks one layer has.
    pub struct LayerCount {
        pub layer: MarkLayer,
        pub count: usize,
    }

    /// Why one article is in the event.
    pub struct MemberView {
        pub article: String,
        pub why: Text,
        pub score: f64,
        /// The analyst decided with which articles it tells one event, or does not.
        pub decided: bool,
    }

    /// One column.
    pub struct Column {
        pub camp: String,
        pub state: Coverage,
        pub articles: Vec<ArticleHead>,
    }

    /// One article in a column's head.
    pub struct ArticleHead {
        pub id: String,
        pub title: String,
        pub outlet: Option<String>,
        /// `unassigned` where nobody stated the camp and the lexicon does not know the outlet.
        pub camp: String,
        pub published: Option<String>,
        /// `HH:MM` where stated.
        pub time: Option<String>,
        pub date_inferred: bool,
        /// Articles of the same origin, ids.
        pub same_origin: Vec<String>,
    }

    /// One row of aligned sentences.
    pub struct RowView {
        /// From 1.
        pub number: usize,
        pub kind: RowKind,
        pub detail: Option<String>,
        /// Why, in one sentence.
        pub why: Text,
        /// How sure the alignment is, 0 to 1.
        pub score: f64,
        /// The same in one sentence; null where one article alone stands in the row.
        pub sure: Option<Text>,
        /// What the analyst decided of it; null where the program alone arranged it.
        pub decided: Option<Text>,
        /// How many sentences stand in it; what is relayed is counted where its article stands.
        pub sentences: usize,
        /// One for each column, in their order.
        pub cells: Vec<CellView>,
        /// How many claims stand in it; they are told when they are asked for.
        pub claims: usize,
    }

    /// One cell.
    pub struct CellView {
        pub state: CellState,
        pub pieces: Vec<PieceView>,
    }

    /// A stretch of an article in a cell.
    pub struct PieceView {
        pub article: String,
        /// Code points into the article's text.
        pub start: usize,
        pub end: usize,
        /// The original words.
        pub text: String,
        pub relayed: bool,
        /// From outlet to speaker, where relayed.
        pub chain: Vec<LinkView>,
        /// In order of start; layers may overlap each other, marks of one layer do not.
        pub marks: Vec<MarkView>,
    }

    /// A stretch of an article, by which the window points at a piece of a row.
    pub struct Spot {
        pub article: String,
        /// Code points into the article's text.
        pub start: usize,
        pub end: usize,
    }

    /// One marked stretch of a piece.
    pub struct MarkView {
        pub layer: MarkLayer,
        /// Code points into the piece's `text`: whole words.
        pub start: usize,
        pub end: usize,
        /// The letters in it that differ, code points into the piece's `text`.
        pub part: Option<(usize, usize)>,
        /// Whose voice (layer voice) or name (layer naming): camp id.
        pub camp: Option<String>,
        /// What stands for the words where neutral names are wanted, in Arabic: the neutral name in square brackets, behind
        /// the clitics of the word (layer naming).
        pub neutral: Option<String>,
        /// Why it is marked: which of the event's reasons.
        pub why: usize,
    }

    /// One link of a chain, outlet first.
    pub struct LinkView {
        pub text: String,
        pub camp: Option<String>,
        /// True for the one who speaks.
        pub speaker: bool,
    }

    /// A claim under a row.
    pub struct ClaimView {
        pub id: String,
        pub article: String,
        pub text: String,
        pub polarity: Polarity,
        pub event_type: Option<String>,
        pub chain: Vec<LinkView>,
        /// The camp of the voice.
        pub camp: Option<String>,
        pub actors: Vec<Actor>,
        /// The words tell a deed and leave out who did it.
        pub agentless: bool,
        pub quantities: Vec<Quantity>,
        pub relations: Vec<RelationView>,
    }

    /// A relation of a claim, as told beside it.
    pub struct RelationView {
        pub kind: RelationKind,
        pub scope: Scope,
        pub other: String,
        pub why: Text,
    }

    /// What the voices of an event count.
    pub struct FiguresView {
        pub event: String,
        pub title: String,
        /// Tolls that codebooks count first, then those with most values.
        pub sets: Vec<FigureSetView>,
        /// What every camp that we hold supports.
        pub common_ground: Vec<GroundView>,
    }

    /// One thing counted.
    pub struct FigureSetView {
        pub counted: Text,
        pub unit: String,
        /// How many speak.
        pub voices: usize,
        /// Where the axis ends.
        pub top: f64,
        /// By time.
        pub values: Vec<FigureView>,
        /// Of casualties: what codebooks would make of them.
        pub tallies: Vec<TallyView>,
    }

    /// One value given.
    pub struct FigureView {
        pub claim: String,
        pub article: String,
        /// The first row in which it stands, from 0.
        pub row: Option<usize>,
        pub published: Option<String>,
        /// `HH:MM` where stated.
        pub time: Option<String>,
        /// The voice's camp, or the outlet's where it speaks itself; `unassigned` where nobody knows it.
        pub camp: String,
        pub chain: Vec<LinkView>,
        pub polarity: Polarity,
        /// Where the figure begins in the article's text, code points.
        pub start: usize,
        /// The figure as written.
        pub words: String,
        /// The claim as written.
        pub said: String,
        pub min: Option<f64>,
        pub max: Option<f64>,
        pub approximate: bool,
        /// Why no codebook would count it.
        pub left_out: Option<LeftOut>,
        pub left_out_why: Option<Text>,
    }

    /// What one codebook makes of a toll.
    pub struct TallyView {
        pub rule: CountingRule,
        pub low: Option<f64>,
        pub high: Option<f64>,
        /// The most is told as "more than".
        pub open: bool,
        /// The arithmetic.
        pub why: Text,
    }

    /// A statement that every camp supports.
    pub struct GroundView {
        pub statement: Text,
        pub camps: Vec<String>,
        pub claims: Vec<ClaimPlace>,
    }

    /// A claim as it is listed elsewhere than in its row.
    pub struct ClaimPlace {
        pub claim: String,
        pub article: String,
        pub outlet: Option<String>,
        /// Who says it in the end, as written; null where its outlet says it itself.
        pub voice: Option<String>,
        pub polarity: Polarity,
        pub text: String,
    }

    /// The table of accounts of an event.
    pub struct ClaimsView {
        pub event: String,
        pub title: String,
        /// In the order of the columns.
        pub camps: Vec<String>,
        /// In reading order.
        pub slots: Vec<Slot>,
    }

    /// One claim, and what each camp does with it.
    pub struct Slot {
        /// The row in which it stands, from 0.
        pub row: usize,
        pub claim: ClaimPlace,
        /// What kind of happening it is.
        pub kind: Option<Text>,
        /// How far the accounts part: 4 where one denies, 3 where one tells it otherwise, 2 where they cannot be compared, 1
        /// where one does not mention it, else 0.
        pub disagreement: usize,
        /// One for each camp.
        pub cells: Vec<SlotCell>,
    }

    /// What one camp does with it.
    pub struct SlotCell {
        pub camp: String,
        pub state: SlotState,
        /// Its outlets only print it on the word of others, whose camp is another or not known.
        pub relayed: bool,
        pub claims: Vec<ClaimPlace>,
        pub why: Option<Text>,
    }

    /// What camps call the same things.
    pub struct NamingView {
        pub event: String,
        pub title: String,
        /// The most often named first.
        pub sets: Vec<NamingSetView>,
        pub agency: Vec<AgencyView>,
    }

    /// One thing named.
    pub struct NamingSetView {
        pub entity: String,
        /// What it is called: by the analyst, else neutrally.
        pub label: Text,
        /// Its neutral name, where she calls it otherwise.
        pub found_label: Option<Text>,
        /// Whether she can call it otherwise: the lexicon or the dossier knows it.
        pub known: bool,
        /// `deed`, `people`, `place`, ... where the id has one.
        pub kind: Option<String>,
        pub by_camp: Vec<CampNames>,
    }

    /// One camp's names of one thing, the commonest first.
    pub struct CampNames {
        pub camp: String,
        pub names: Vec<NameView>,
    }

    /// One name.
    pub struct NameView {
        pub text: String,
        /// It praises, or is what opponents say.
        pub loaded: bool,
        pub places: Vec<QuotedName>,
    }

    /// A name in its context.
    pub struct QuotedName {
        pub article: String,
        pub outlet: Option<String>,
        /// Where the name begins in the article's text, code points.
        pub start: usize,
        pub before: String,
        pub text: String,
        pub behind: String,
    }

    /// One type of deed, told with its doer or without.
    pub struct AgencyView {
        pub deed: Text,
        pub by_camp: Vec<AgencyUseView>,
    }

    /// One camp's claims of it.
    pub struct AgencyUseView {
        pub camp: String,
        pub told: Vec<ClaimPlace>,
        pub untold: Vec<ClaimPlace>,
    }

    /// Where words that somebody typed stand in the articles.
    pub struct SearchView {
        pub query: String,
        /// Sentences in which all of them stand.
        pub sentences: usize,
        pub articles: usize,
        /// In the order of the list of events.
        pub events: Vec<FoundEvent>,
        /// Sentences that are not listed, for there are too many.
        pub left_off: usize,
    }

    /// An event with the sentences of it that were found.
    pub struct FoundEvent {
        pub event: String,
        pub title: String,
        pub from: Option<String>,
        /// By article, in the order of the event.
        pub sentences: Vec<FoundSentence>,
    }

    /// A sentence that was found.
    pub struct FoundSentence {
        pub article: String,
        pub outlet: Option<String>,
        pub camp: String,
        /// Code points into the article's text.
        pub start: usize,
        pub end: usize,
        pub text: String,
        /// The words that were typed, code points into `text`.
        pub marks: Vec<(usize, usize)>,
    }

    /// Who is quoted by whom in an event, and what stands on how many origins.
    pub struct SourcesView {
        pub event: String,
        pub title: String,
        /// Texts that do not stem from one another.
        pub texts: usize,
        /// By part, then by camp, who tells most first.
        pub nodes: Vec<SourceNode>,
        /// In the order of their nodes.
        pub edges: Vec<SourceEdge>,
        /// Articles that stem from one text.
        pub origins: Vec<OriginView>,
        /// What more than one outlet tells, what has one origin first.
        pub statements: Vec<StatementView>,
    }

    /// Somebody in one part; a medium that publishes and is quoted has a node for each.
    pub struct SourceNode {
        pub id: String,
        pub part: SourcePart,
        pub kind: VoiceKind,
        /// Null of an article without an outlet.
        pub label: Option<Text>,
        /// What else they are called in the articles, as written, the commonest first.
        pub names: Vec<String>,
        /// `unassigned` where nobody knows it.
        pub camp: String,
        /// Of a source without a name: who quotes it.
        pub of: Option<String>,
        /// Claims in whose chains they stand.
        pub claims: usize,
        /// Those of them that they say themselves.
        pub own: usize,
    }

    /// Somebody quotes somebody.
    pub struct SourceEdge {
        /// Who quotes: a node.
        pub from: String,
        /// Who is quoted: a node.
        pub to: String,
        pub claims: Vec<ClaimPlace>,
    }

    /// Articles that stem from one text, the earliest first.
    pub struct OriginView {
        pub kind: OriginKind,
        pub articles: Vec<ArticleHead>,
    }

    /// What more than one outlet tells.
    pub struct StatementView {
        /// The row in which it stands, from 0.
        pub row: Option<usize>,
        /// The first claim that tells it.
        pub claim: ClaimPlace,
        /// Asserted or denied.
        pub polarity: Polarity,
        /// What kind of happening it is.
        pub kind: Option<Text>,
        pub standing: Standing,
        pub why: Text,
        /// Whose accounts it is in, in the order of the columns.
        pub camps: Vec<String>,
        /// Who prints it, the earliest first.
        pub outlets: Vec<WhoView>,
        /// Texts that do not stem from one another, nor from one outlet.
        pub texts: usize,
        /// Who says it in the end.
        pub voices: Vec<WhoView>,
        /// The least number of texts and voices on which all of it hangs.
        pub origins: usize,
        pub claims: Vec<ClaimPlace>,
    }

    /// Somebody, by name and camp.
    pub struct WhoView {
        /// Null of an article without an outlet.
        pub label: Option<Text>,
        pub camp: String,
        /// Of a source without a name: who quotes it.
        pub of: Option<String>,
    }

    /// One article with its provenance.
    pub struct ArticleView {
        pub head: ArticleHead,
        pub text: String,
        pub paragraphs: Vec<crate::wire::Stretch>,
        /// What was left out of the body, and why; kept.
        pub left_out: Vec<LeftOutView>,
        /// What it says, in order of place.
        pub claims: Vec<ClaimView>,
        pub url: Option<String>,
        pub file: String,
        pub sha256: String,
        pub imported_at: String,
        pub warnings: Vec<Text>,
        pub extra: Vec<(String, String)>,
        pub copies: Vec<String>,
        /// The fields that the analyst has set, with what was there before.
        pub edited: Vec<EditView>,
        pub camp_why: Text,
        pub published_why: Text,
        /// What the body makes of the headline's figures, where it does not bear them out.
        pub headline: Vec<Text>,
        /// Its totals that its own parts do not bear out.
        pub totals: Vec<Text>,
        /// The event that it tells.
        pub event: Option<String>,
        /// The analyst decided with which articles it tells one event, or does not.
        pub event_decided: bool,
    }

    /// One field that the analyst has set.
    pub struct EditView {
        pub field: Field,
        pub was: Option<String>,
    }

    /// A stretch of the source that is not body.
    pub struct LeftOutView {
        pub text: String,
        /// How many paragraphs of the body come before it.
        pub before: usize,
        pub reason: Text,
    }

    /// What came of an import.
    #[derive(Default)]
    pub struct ImportReport {
        pub imported: usize,
        pub copies: usize,
        pub failed: usize,
        pub cancelled: bool,
        pub sources: Vec<SourceReport>,
        /// Ids of the new articles, in order.
        pub articles: Vec<String>,
    }

    /// What follows the first of a report.
    pub struct ReportPart {
        pub sources: Vec<SourceReport>,
    }

    /// What became of one file, line or pasted text; only those that need telling.
    pub struct SourceReport {
        pub name: String,
        pub outcome: Outcome,
        pub message: Text,
        pub article: Option<String>,
    }

    /// How far a long task is.
    pub struct Progress {
        pub stage: Stage,
        pub done: usize,
        /// 0 where it is not known yet.
        pub total: usize,
        pub name: String,
    }

    /// What goes wrong, as the window tells it.
    pub struct Failure {
        /// dossier-foreign, dossier-damaged, dossier-newer, dossier-locked, not-found, storage-full, cancelled, busy, internal.
        pub code: String,
        pub message: Text,
    }
}
