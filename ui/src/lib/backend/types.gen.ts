// Generated from crates/app by `UPDATE=1 cargo test -p riwayat-app generated`. Do not edit.

export type Polarity = "asserted" | "denied" | "doubted" | "conditional" | "planned" | "asked";

export type RelationKind = "agree" | "figures-differ" | "contradict" | "denied" | "same-accusation" | "admission" | "not-comparable";

export type Scope = "article" | "event" | "storyline" | "across";

export type CountingRule = "acled" | "ucdp" | "airwars";

export type LeftOut = "part" | "not-asserted" | "other-day" | "repeated" | "updated" | "unclear";

export type OriginKind = "copy" | "rewrite";

export type Stretch = { 
/**
 * First code point.
 */
start: number, 
/**
 * One past the last code point.
 */
end: number, };

export type Quantity = { start: number, end: number, text: string, 
/**
 * Least value, inclusive; null = open.
 */
min: number | null, 
/**
 * Greatest value, inclusive; null = open.
 */
max: number | null, approximate: boolean, unit: string, counted: string | null, status: string | null, group: string | null, side: string | null, 
/**
 * A part of a greater number (بينهم 3 أطفال), whether or not that is told.
 */
part: boolean, 
/**
 * First code point of the total of which it is a part; null where none is told.
 */
part_of: number | null, 
/**
 * How sure the reader is of bounds and noun: 0 to 1.
 */
confidence: number, 
/**
 * How they were read.
 */
basis: string, 
/**
 * How sure it is of `status`; null where there is none.
 */
confidence_status: number | null, 
/**
 * How sure it is of `side`; null where there is none.
 */
confidence_side: number | null, };

export type Actor = { role: string, entity: string, text: string, 
/**
 * How sure the reader is of that part: 0 to 1.
 */
confidence: number, 
/**
 * How it was read.
 */
basis: string, };

export type Coverage = "covers" | "relayed" | "silent" | "not-imported";

export type CellState = "text" | "silent" | "not-imported";

export type MarkLayer = "word" | "clitic" | "spelling" | "digits" | "figure" | "naming" | "voice" | "moved";

export type RowKind = "agree" | "figures-differ" | "contradict" | "denied" | "same-accusation" | "admission" | "not-comparable" | "one-side" | "same";

export type SlotState = "says" | "otherwise" | "denies" | "not-mentioned" | "not-comparable" | "not-imported";

export type VoiceKind = "outlet" | "agency" | "speaker" | "anonymous";

export type SourcePart = "publishes" | "relays" | "speaks";

export type Standing = "one-origin" | "one-voice" | "one-camp" | "across";

export type Field = "outlet" | "camp" | "published" | "title";

export type Stage = "reading" | "comparing" | "saving";

export type Outcome = "imported" | "copy" | "warned" | "failed";

export type NamedKind = "place" | "actor";

export type Text = { ar: string, en: string, };

export type Camp = { 
/**
 * `unassigned` for the column of articles without a camp.
 */
id: string, label: Text, 
/**
 * Position from 1, for hue and shape; 0 for unassigned.
 */
position: number, };

export type Dossier = { path: string, name: string, 
/**
 * True for the sample.
 */
sample: boolean, 
/**
 * True while nothing but the sample's own, invented articles is in it.
 */
invented: boolean, articles: number, read_only: boolean, can_undo: Text | null, can_redo: Text | null, };

export type Overview = { dossier: Dossier, camps: Array<Camp>, 
/**
 * By first day, newest first; undated last.
 */
events: Array<EventHead>, 
/**
 * How many events follow these: a large dossier opens with the first of them, and tells the others right after.
 */
more: number, storylines: Array<StorylineHead>, 
/**
 * By what events can be looked for, those of most events first; places, then actors.
 */
named: Array<NamedHead>, 
/**
 * Outlets that the lexicon or the dossier knows: for the editor.
 */
outlets: Array<string>, };

export type OverviewPart = { events: Array<EventHead>, storylines: Array<StorylineHead>, named: Array<NamedHead>, };

export type InParts<T> = { first: T, 
/**
 * What is to be asked for besides; `null` = the first is all.
 */
rest: Rest | null, };

export type Rest = { id: number, parts: number, };

export type EventHead = { id: string, title: string, 
/**
 * What the program calls it, where the analyst named it herself.
 */
found_title: string | null, from: string | null, to: string | null, date_inferred: boolean, storyline: string | null, articles: number, 
/**
 * Rows that are told as a contradiction or denial.
 */
contradictions: number, 
/**
 * Rows that are told as figures that differ.
 */
differences: number, coverage: Array<CampCoverage>, place: string | null, };

export type NamedHead = { id: string, kind: NamedKind, 
/**
 * Its neutral name, else the words of an article.
 */
label: Text, 
/**
 * Indices into the overview's events, rising.
 */
events: Array<number>, };

export type CampCoverage = { camp: string, state: Coverage, articles: number, };

export type StorylineHead = { id: string, title: string, events: Array<string>, why: Text, };

export type EventView = { head: EventHead, why: Text, members: Array<MemberView>, 
/**
 * One for each camp of the dossier that covers the event or could, in order; unassigned last, if needed.
 */
columns: Array<Column>, rows: Array<RowView>, 
/**
 * Why anything is marked, each reason once.
 */
reasons: Array<Text>, 
/**
 * How many marks each layer has in this event.
 */
layers: Array<LayerCount>, 
/**
 * Independent origins among the articles.
 */
origins: number, };

export type LayerCount = { layer: MarkLayer, count: number, };

export type MemberView = { article: string, why: Text, score: number, 
/**
 * The analyst decided with which articles it tells one event, or does not.
 */
decided: boolean, };

export type Column = { camp: string, state: Coverage, articles: Array<ArticleHead>, };

export type ArticleHead = { id: string, title: string, outlet: string | null, 
/**
 * `unassigned` where nobody stated the camp and the lexicon does not know the outlet.
 */
camp: string, published: string | null, 
/**
 * `HH:MM` where stated.
 */
time: string | null, date_inferred: boolean, 
/**
 * Articles of the same origin, ids.
 */
same_origin: Array<string>, };

export type RowView = { 
/**
 * From 1.
 */
number: number, kind: RowKind, detail: string | null, 
/**
 * Why, in one sentence.
 */
why: Text, 
/**
 * How sure the alignment is, 0 to 1.
 */
score: number, 
/**
 * The same in one sentence; null where one article alone stands in the row.
 */
sure: Text | null, 
/**
 * What the analyst decided of it; null where the program alone arranged it.
 */
decided: Text | null, 
/**
 * How many sentences stand in it; what is relayed is counted where its article stands.
 */
sentences: number, 
/**
 * One for each column, in their order.
 */
cells: Array<CellView>, 
/**
 * How many claims stand in it; they are told when they are asked for.
 */
claims: number, };

export type CellView = { state: CellState, pieces: Array<PieceView>, };

export type PieceView = { article: string, 
/**
 * Code points into the article's text.
 */
start: number, end: number, 
/**
 * The original words.
 */
text: string, relayed: boolean, 
/**
 * From outlet to speaker, where relayed.
 */
chain: Array<LinkView>, 
/**
 * In order of start; layers may overlap each other, marks of one layer do not.
 */
marks: Array<MarkView>, };

export type Spot = { article: string, 
/**
 * Code points into the article's text.
 */
start: number, end: number, };

export type MarkView = { layer: MarkLayer, 
/**
 * Code points into the piece's `text`: whole words.
 */
start: number, end: number, 
/**
 * The letters in it that differ, code points into the piece's `text`.
 */
part: [number, number] | null, 
/**
 * Whose voice (layer voice) or name (layer naming): camp id.
 */
camp: string | null, 
/**
 * What stands for the words where neutral names are wanted, in Arabic: the neutral name in square brackets, behind
 * the clitics of the word (layer naming).
 */
neutral: string | null, 
/**
 * Why it is marked: which of the event's reasons.
 */
why: number, };

export type ClaimsView = { event: string, title: string, 
/**
 * In the order of the columns.
 */
camps: Array<string>, 
/**
 * In reading order.
 */
slots: Array<Slot>, };

export type Slot = { 
/**
 * The row in which it stands, from 0.
 */
row: number, claim: ClaimPlace, 
/**
 * What kind of happening it is.
 */
kind: Text | null, 
/**
 * How far the accounts part: 4 where one denies, 3 where one tells it otherwise, 2 where they cannot be compared, 1
 * where one does not mention it, else 0.
 */
disagreement: number, 
/**
 * One for each camp.
 */
cells: Array<SlotCell>, };

export type SlotCell = { camp: string, state: SlotState, 
/**
 * Its outlets only print it on the word of others, whose camp is another or not known.
 */
relayed: boolean, claims: Array<ClaimPlace>, why: Text | null, };

export type FiguresView = { event: string, title: string, 
/**
 * Tolls that codebooks count first, then those with most values.
 */
sets: Array<FigureSetView>, 
/**
 * What every camp that we hold supports.
 */
common_ground: Array<GroundView>, };

export type FigureSetView = { counted: Text, unit: string, 
/**
 * How many speak.
 */
voices: number, 
/**
 * Where the axis ends.
 */
top: number, 
/**
 * By time.
 */
values: Array<FigureView>, 
/**
 * Of casualties: what codebooks would make of them.
 */
tallies: Array<TallyView>, };

export type FigureView = { claim: string, article: string, 
/**
 * The first row in which it stands, from 0.
 */
row: number | null, published: string | null, 
/**
 * `HH:MM` where stated.
 */
time: string | null, 
/**
 * The voice's camp, or the outlet's where it speaks itself; `unassigned` where nobody knows it.
 */
camp: string, chain: Array<LinkView>, polarity: Polarity, 
/**
 * Where the figure begins in the article's text, code points.
 */
start: number, 
/**
 * The figure as written.
 */
words: string, 
/**
 * The claim as written.
 */
said: string, min: number | null, max: number | null, approximate: boolean, 
/**
 * Why no codebook would count it.
 */
left_out: LeftOut | null, left_out_why: Text | null, };

export type TallyView = { rule: CountingRule, low: number | null, high: number | null, 
/**
 * The most is told as "more than".
 */
open: boolean, 
/**
 * The arithmetic.
 */
why: Text, };

export type GroundView = { statement: Text, camps: Array<string>, claims: Array<ClaimPlace>, };

export type ClaimPlace = { claim: string, article: string, outlet: string | null, 
/**
 * Who says it in the end, as written; null where its outlet says it itself.
 */
voice: string | null, polarity: Polarity, text: string, };

export type NamingView = { event: string, title: string, 
/**
 * The most often named first.
 */
sets: Array<NamingSetView>, agency: Array<AgencyView>, };

export type NamingSetView = { entity: string, 
/**
 * What it is called: by the analyst, else neutrally.
 */
label: Text, 
/**
 * Its neutral name, where she calls it otherwise.
 */
found_label: Text | null, 
/**
 * Whether she can call it otherwise: the lexicon or the dossier knows it.
 */
known: boolean, 
/**
 * `deed`, `people`, `place`, ... where the id has one.
 */
kind: string | null, by_camp: Array<CampNames>, };

export type CampNames = { camp: string, names: Array<NameView>, };

export type NameView = { text: string, 
/**
 * It praises, or is what opponents say.
 */
loaded: boolean, places: Array<QuotedName>, };

export type QuotedName = { article: string, outlet: string | null, 
/**
 * Where the name begins in the article's text, code points.
 */
start: number, before: string, text: string, behind: string, };

export type AgencyView = { deed: Text, by_camp: Array<AgencyUseView>, };

export type AgencyUseView = { camp: string, told: Array<ClaimPlace>, untold: Array<ClaimPlace>, };

export type SourcesView = { event: string, title: string, 
/**
 * Texts that do not stem from one another.
 */
texts: number, 
/**
 * By part, then by camp, who tells most first.
 */
nodes: Array<SourceNode>, 
/**
 * In the order of their nodes.
 */
edges: Array<SourceEdge>, 
/**
 * Articles that stem from one text.
 */
origins: Array<OriginView>, 
/**
 * What more than one outlet tells, what has one origin first.
 */
statements: Array<StatementView>, };

export type SourceNode = { id: string, part: SourcePart, kind: VoiceKind, 
/**
 * Null of an article without an outlet.
 */
label: Text | null, 
/**
 * What else they are called in the articles, as written, the commonest first.
 */
names: Array<string>, 
/**
 * `unassigned` where nobody knows it.
 */
camp: string, 
/**
 * Of a source without a name: who quotes it.
 */
of: string | null, 
/**
 * Claims in whose chains they stand.
 */
claims: number, 
/**
 * Those of them that they say themselves.
 */
own: number, };

export type SourceEdge = { 
/**
 * Who quotes: a node.
 */
from: string, 
/**
 * Who is quoted: a node.
 */
to: string, claims: Array<ClaimPlace>, };

export type OriginView = { kind: OriginKind, articles: Array<ArticleHead>, };

export type StatementView = { 
/**
 * The row in which it stands, from 0.
 */
row: number | null, 
/**
 * The first claim that tells it.
 */
claim: ClaimPlace, 
/**
 * Asserted or denied.
 */
polarity: Polarity, 
/**
 * What kind of happening it is.
 */
kind: Text | null, standing: Standing, why: Text, 
/**
 * Whose accounts it is in, in the order of the columns.
 */
camps: Array<string>, 
/**
 * Who prints it, the earliest first.
 */
outlets: Array<WhoView>, 
/**
 * Texts that do not stem from one another, nor from one outlet.
 */
texts: number, 
/**
 * Who says it in the end.
 */
voices: Array<WhoView>, 
/**
 * The least number of texts and voices on which all of it hangs.
 */
origins: number, claims: Array<ClaimPlace>, };

export type WhoView = { 
/**
 * Null of an article without an outlet.
 */
label: Text | null, camp: string, 
/**
 * Of a source without a name: who quotes it.
 */
of: string | null, };

export type LinkView = { text: string, camp: string | null, 
/**
 * True for the one who speaks.
 */
speaker: boolean, };

export type ClaimView = { id: string, article: string, text: string, polarity: Polarity, event_type: string | null, chain: Array<LinkView>, 
/**
 * The camp of the voice.
 */
camp: string | null, actors: Array<Actor>, 
/**
 * The words tell a deed and leave out who did it.
 */
agentless: boolean, quantities: Array<Quantity>, relations: Array<RelationView>, };

export type RelationView = { kind: RelationKind, scope: Scope, other: string, why: Text, };

export type SearchView = { query: string, 
/**
 * Sentences in which all of them stand.
 */
sentences: number, articles: number, 
/**
 * In the order of the list of events.
 */
events: Array<FoundEvent>, 
/**
 * Sentences that are not listed, for there are too many.
 */
left_off: number, };

export type FoundEvent = { event: string, title: string, from: string | null, 
/**
 * By article, in the order of the event.
 */
sentences: Array<FoundSentence>, };

export type FoundSentence = { article: string, outlet: string | null, camp: string, 
/**
 * Code points into the article's text.
 */
start: number, end: number, text: string, 
/**
 * The words that were typed, code points into `text`.
 */
marks: Array<[number, number]>, };

export type ArticleView = { head: ArticleHead, text: string, paragraphs: Array<Stretch>, 
/**
 * What was left out of the body, and why; kept.
 */
left_out: Array<LeftOutView>, 
/**
 * What it says, in order of place.
 */
claims: Array<ClaimView>, url: string | null, file: string, sha256: string, imported_at: string, warnings: Array<Text>, extra: Array<[string, string]>, copies: Array<string>, 
/**
 * The fields that the analyst has set, with what was there before.
 */
edited: Array<EditView>, camp_why: Text, published_why: Text, 
/**
 * What the body makes of the headline's figures, where it does not bear them out.
 */
headline: Array<Text>, 
/**
 * Its totals that its own parts do not bear out.
 */
totals: Array<Text>, 
/**
 * The event that it tells.
 */
event: string | null, 
/**
 * The analyst decided with which articles it tells one event, or does not.
 */
event_decided: boolean, };

export type EditView = { field: Field, was: string | null, };

export type LeftOutView = { text: string, 
/**
 * How many paragraphs of the body come before it.
 */
before: number, reason: Text, };

export type ImportReport = { imported: number, copies: number, failed: number, cancelled: boolean, sources: Array<SourceReport>, 
/**
 * Ids of the new articles, in order.
 */
articles: Array<string>, };

export type ReportPart = { sources: Array<SourceReport>, };

export type SourceReport = { name: string, outcome: Outcome, message: Text, article: string | null, };

export type Progress = { stage: Stage, done: number, 
/**
 * 0 where it is not known yet.
 */
total: number, name: string, };

export type Failure = { 
/**
 * dossier-foreign, dossier-damaged, dossier-newer, dossier-locked, not-found, storage-full, cancelled, busy, internal.
 */
code: string, message: Text, };

export type Recent = { 
/**
 * The file.
 */
path: string, 
/**
 * Its name without folder and ending.
 */
name: string, 
/**
 * True for the sample.
 */
sample: boolean, };
