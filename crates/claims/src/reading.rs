//! What one article says.

use crate::basis::Basis;
use crate::facts::Facts;
use crate::lexicon::{CampId, EntityId, Lexicon};
use crate::{claim, mention, quantity};
use jiff::civil::Date;
use riwayat_text::date::dates_with;
use riwayat_text::number::NumberWords;
use riwayat_text::{DateMention, Span, Token};

/// One article, as the reader takes it. Spans of the [`Reading`] are spans of `text`.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The headline; read for what the article is about, never part of `text`.
    pub title: &'a str,
    /// The body.
    pub text: &'a str,
    /// The day of publication, against which relative dates are resolved.
    pub published: Option<Date>,
    /// The outlet, where the lexicon knows it.
    pub outlet: Option<&'a EntityId>,
    /// The outlet's camp.
    pub camp: Option<&'a CampId>,
}

/// What befell the people counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it; the wire spells them the same")]
pub enum Status {
    Killed,
    Wounded,
    Missing,
    Captured,
    Displaced,
    Arrested,
    Surrendered,
    Evacuated,
    Other,
}

/// Which people are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it; the wire spells them the same")]
pub enum Group {
    Civilian,
    Fighter,
    Child,
    Woman,
    Officer,
    Family,
    Prisoner,
    Journalist,
    Medic,
}

/// A figure: a quantity with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Bound or hedge, number and counted noun.
    pub span: Span,
    /// Least value, inclusive; `None` = open.
    pub min: Option<f64>,
    /// Greatest value, inclusive; `None` = open.
    pub max: Option<f64>,
    /// Said to be about that, or vague.
    pub approximate: bool,
    /// person, vehicle, strike, km, km2, day, percent, ...; never empty.
    pub unit: String,
    /// The words counted.
    pub counted: Option<Span>,
    /// What befell them.
    pub status: Option<Status>,
    /// Which people.
    pub group: Option<Group>,
    /// Whose they are.
    pub side: Option<EntityId>,
    /// True of a part of a greater number (بينهم 3 أطفال, خمسة منهم, سبعة من الجرحى): never to be held against a
    /// total, whether or not the total is told.
    pub part: bool,
    /// The total of which it is a part, where it is told: an index into [`Reading::quantities`].
    pub part_of: Option<usize>,
    /// How number and noun were read.
    pub basis: Basis,
    /// How what befell was read.
    pub status_basis: Option<Basis>,
    /// How it was read whose they are.
    pub side_basis: Option<Basis>,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it; the wire spells them the same")]
pub enum MentionKind {
    Actor,
    Organisation,
    Person,
    Place,
    Outlet,
}

/// How a name speaks of the one it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tone {
    /// The name that the actor gives itself.
    Own,
    /// A name all sides can use.
    Neutral,
    /// A name that an opponent gives.
    Hostile,
    /// A name that praises.
    Honorific,
}

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// Who or what, where the lexicon knows; else an id made of the folded name (`place:…`, `actor:…`).
    pub entity: EntityId,
    /// What kind.
    pub kind: MentionKind,
    /// The camp of an actor or outlet, where it has one.
    pub camp: Option<CampId>,
    /// How the name speaks of it.
    pub tone: Tone,
    /// How it was read.
    pub basis: Basis,
}

/// Whether a claim is made, rejected, doubted, and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it; the wire spells them the same")]
pub enum Polarity {
    Asserted,
    Denied,
    Doubted,
    Conditional,
    Planned,
    Asked,
}

/// How strongly the reporting verb commits its speaker: قال, أكد, زعم.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Force {
    Neutral,
    Affirming,
    Doubting,
    Denying,
    Accusing,
}

/// One link of a chain of attribution.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// Its words in the text; `None` for the outlet itself.
    pub span: Option<Span>,
    /// Who, where known.
    pub entity: Option<EntityId>,
    /// Whose side, where known.
    pub camp: Option<CampId>,
    /// The words by which the article first speaks of the same one (مصدر عسكري … المصدر), which are its own where nothing
    /// came before.
    pub first: Option<Span>,
    /// True where these are, or stand beside, the name of a person.
    pub person: bool,
}

/// Who speaks in a claim.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Voice {
    /// The words that name the speaker; `None` where the outlet itself speaks.
    pub span: Option<Span>,
    /// Who, where known.
    pub entity: Option<EntityId>,
    /// Whose side, where known. Of the outlet's own voice: the outlet's camp.
    pub camp: Option<CampId>,
    /// From the outlet's nearest source to the speaker, who is last; empty where the outlet itself speaks.
    pub chain: Vec<Link>,
}

/// The part somebody plays in what a claim tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleKind {
    /// Who did it.
    Agent,
    /// To whom it was done.
    Patient,
    /// Who is accused.
    Accused,
    /// The other party of a deal or fight.
    Party,
    /// The weapon it was done with; the entity is its unit (`weapon:shell`).
    Instrument,
}

/// Somebody with a part in a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Which part.
    pub kind: RoleKind,
    /// Who.
    pub entity: EntityId,
    /// The words.
    pub span: Span,
    /// How it was read.
    pub basis: Basis,
}

/// An attributed statement with its span.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The content, after the complementiser.
    pub span: Span,
    /// Asserted, denied, ...
    pub polarity: Polarity,
    /// Event type of `lexicon/events`, where a verb or noun tells it.
    pub event_type: Option<String>,
    /// How the event type was read.
    pub event_basis: Option<Basis>,
    /// Who speaks.
    pub voice: Voice,
    /// How it was read who speaks.
    pub voice_basis: Basis,
    /// How the polarity was read.
    pub polarity_basis: Basis,
    /// Force of the reporting verb.
    pub force: Force,
    /// Who plays which part.
    pub roles: Vec<Role>,
    /// True where the words tell that it was done, and leave out by whom: قُتل ثلاثة مدنيين, تم تفجير الجسر.
    pub agentless: bool,
    /// Mentions of places inside the claim: indices into [`Reading::mentions`].
    pub places: Vec<usize>,
    /// Indices into [`Reading::dates`].
    pub dates: Vec<usize>,
    /// Indices into [`Reading::quantities`].
    pub quantities: Vec<usize>,
}

/// All that was read in one article; every list is in order of place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// Tokens of the body.
    pub tokens: Vec<Token>,
    /// Paragraphs of the body.
    pub paragraphs: Vec<Span>,
    /// Sentences of the body.
    pub sentences: Vec<Span>,
    /// Figures.
    pub quantities: Vec<Quantity>,
    /// Dates.
    pub dates: Vec<DateMention>,
    /// Names.
    pub mentions: Vec<Mention>,
    /// Claims: those with a source, and the outlet's own statements (voice without span).
    pub claims: Vec<Claim>,
    /// A date that the body itself states for its own publication, with its span.
    pub dateline: Option<(Span, Date)>,
}

impl Reading {
    /// Gives back the room that lists were made with and do not need: readings are kept by the thousand.
    fn fit(&mut self) {
        self.tokens.shrink_to_fit();
        self.paragraphs.shrink_to_fit();
        self.sentences.shrink_to_fit();
        self.quantities.shrink_to_fit();
        self.dates.shrink_to_fit();
        self.mentions.shrink_to_fit();
        self.claims.shrink_to_fit();
    }
}

/// What is known of an article before its claims are read; what the claim rules work on.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The body.
    pub text: &'a str,
    /// The headline, never part of `text`.
    pub title: &'a str,
    /// Tokens of the body.
    pub tokens: &'a [Token],
    /// Sentences of the body.
    pub sentences: &'a [Span],
    /// Paragraphs of the body.
    pub paragraphs: &'a [Span],
    /// Names, in order of place, not overlapping.
    pub mentions: &'a [Mention],
    /// Figures, in order of place.
    pub quantities: &'a [Quantity],
    /// Dates, in order of place.
    pub dates: &'a [DateMention],
    /// The article as given.
    pub input: &'a Input<'a>,
    /// All that the reader knows beforehand.
    pub lexicon: &'a Lexicon,
}

/// Reads one article: tokens, sentences, dates, names, figures, claims, each from the ones before it.
#[must_use]
pub fn read(input: &Input<'_>, lexicon: &Lexicon) -> Reading {
    let text = input.text;
    let tokens = riwayat_text::tokens(text);
    let paragraphs = riwayat_text::paragraphs(text);
    let sentences = riwayat_text::sentences(text);
    let facts = Facts::new(&tokens, lexicon);
    let mentions = mention::mentions(text, &tokens, &facts, lexicon);
    let words = NumberWords::of(&tokens);
    let mut dates = dates_with(text, &tokens, &words, input.published);
    // «حلب اليوم» is a medium.
    let of_medium = |d: &DateMention| {
        let next = mentions.partition_point(|m| m.span.end() <= d.span.start());
        mentions.get(next).is_some_and(|m| m.kind == MentionKind::Outlet && m.span.contains(d.span))
    };
    dates.retain(|d| !of_medium(d));
    let (starts, heads) = (Vec::new(), std::cell::OnceCell::new());
    let reader = quantity::Reader {
        text,
        tokens: &tokens,
        facts: &facts,
        mentions: &mentions,
        lexicon,
        starts,
        heads,
    };
    let mut quantities = quantity::quantities(reader, &words, &sentences, &dates);
    let claims = claim::claims(&Context {
        text,
        title: input.title,
        tokens: &tokens,
        sentences: &sentences,
        paragraphs: &paragraphs,
        mentions: &mentions,
        quantities: &quantities,
        dates: &dates,
        input,
        lexicon,
    });
    quantity::give_to_speakers(text, &tokens, lexicon, &mentions, &claims, &mut quantities);
    let mut read =
        Reading { tokens, paragraphs, sentences, quantities, dates, mentions, claims, dateline: None };
    read.fit();
    read
}
