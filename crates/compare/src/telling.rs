//! What one claim tells, gathered for comparison: its parts, places and days, and who says so.

use crate::comparison::{Article, ClaimRef, Why};
use crate::profile::Collection;
use crate::root::hashed;
use crate::vector::Sparse;
use crate::why;
use jiff::civil::Date;
use riwayat_claims::{
    Claim, EntityId, Lexicon, MentionKind, Outcome, Polarity, Quantity, Reading, RoleKind, Sensed, outcomes,
    senses,
};
use riwayat_text::{Grain, Span};
use std::cell::OnceCell;

/// One claim of an article of the collection, ready for comparison.
#[derive(Debug)]
pub(crate) struct Telling<'a> {
    /// Which claim.
    pub(crate) at: ClaimRef,
    /// The claim.
    pub(crate) claim: &'a Claim,
    /// Its article.
    pub(crate) article: &'a Article<'a>,
    /// Its words.
    pub(crate) vector: Sparse,
    /// The places it names.
    pub(crate) places: Vec<&'a EntityId>,
    /// The actors it names.
    pub(crate) actors: Vec<&'a EntityId>,
    /// The days it names, as fine as a day.
    pub(crate) days: Vec<(Date, Date)>,
    /// First and last day that its article is about.
    pub(crate) when: Option<(Date, Date)>,
    /// The family of its event type.
    pub(crate) family: Option<&'static str>,
    /// Its telling words, once they are asked for.
    content: OnceCell<Vec<Content>>,
    /// Of harm: what it answers to what is asked of harm as a whole.
    pub(crate) outcomes: Vec<Outcome>,
    /// In whose hands it says that a place is.
    pub(crate) holders: Vec<&'a EntityId>,
    /// It stands in the lead of its article, which tells what happened.
    pub(crate) lead: bool,
    /// It tells of the dead of a side as what that side lost (خسرت قسد مئة من مقاتليها).
    pub(crate) lost: bool,
}

impl<'a> Telling<'a> {
    /// Gathers one claim.
    pub(crate) fn new(collection: &Collection, article: &'a Article<'a>, at: ClaimRef) -> Self {
        let reading = article.reading;
        let claim = &reading.claims[at.claim];
        let family = claim.event_type.as_deref().and_then(family_of);
        Self {
            at,
            claim,
            article,
            vector: collection.stretch(at.article, claim.span),
            places: named(reading, claim, true),
            actors: named(reading, claim, false),
            days: days_named(reading, claim),
            when: collection.profiles[at.article].when.hull(),
            family,
            content: OnceCell::new(),
            outcomes: if is_harm(family) { harm_outcomes(reading, claim.span) } else { Vec::new() },
            holders: holders(reading, claim),
            lead: collection.profiles[at.article].in_lead(claim.span),
            lost: claim.event_type.as_deref() == Some("killing") && tells_loss(reading, claim.span),
        }
    }

    /// Who plays this part.
    pub(crate) fn role(&self, kind: RoleKind) -> Vec<&'a EntityId> {
        let mut out: Vec<_> = self.claim.roles.iter().filter(|r| r.kind == kind).map(|r| &r.entity).collect();
        out.sort();
        out.dedup();
        out
    }

    /// The claim's figures.
    pub(crate) fn figures(&self) -> impl Iterator<Item = &'a Quantity> + use<'a> {
        let reading = self.article.reading;
        self.claim.quantities.iter().filter_map(|q| reading.quantities.get(*q))
    }

    /// The words of a stretch of the article.
    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.of(self.article.text)
    }

    /// True of what is not going to be (لن نتهاون), and of what nobody has told (لم تعلن أي جهة).
    pub(crate) fn tells_nothing(&self) -> bool {
        let mut inside = self.article.reading.tokens.iter().filter(|t| self.claim.span.contains(t.span));
        inside.any(|t| NOTHING.contains(&t.key.as_str()))
    }

    /// Its telling words, names apart.
    pub(crate) fn content(&self) -> &[Content] {
        self.content.get_or_init(|| content(self.article.reading, self.claim.span))
    }

    /// True where it says that something is so, whoever says it.
    pub(crate) fn asserts(&self) -> bool {
        self.claim.polarity == Polarity::Asserted
    }

    /// At whose cost it is told to happen: the actor named after على حساب.
    pub(crate) fn at_cost(&self) -> Vec<&'a EntityId> {
        let reading = self.article.reading;
        let inside = reading.mentions.iter().filter(|m| self.claim.span.contains(m.span));
        inside
            .filter(|m| words_before(reading, m.span).is_some_and(|w| w == COST))
            .map(|m| &m.entity)
            .collect()
    }

    /// The days that it speaks of: its own, else those of its article.
    pub(crate) fn time(&self) -> Option<(Date, Date)> {
        let own = self.days.iter().copied().reduce(|x, y| (x.0.min(y.0), x.1.max(y.1)));
        own.or(self.when)
    }

    /// True where it says that somebody had told it before (كان قد ذكر): what holds no longer.
    pub(crate) fn told_before(&self) -> bool {
        let tokens = &self.article.reading.tokens;
        let first = tokens.partition_point(|t| t.span.end() <= self.claim.span.start());
        let from = first.saturating_sub(TELLING_REACH);
        let keys = |i: usize| tokens.get(i).map_or("", |t| t.key.as_str());
        let inside = (from..tokens.len()).take_while(|i| tokens[*i].span.start() < self.claim.span.end());
        inside.into_iter().any(|i| {
            matches!(keys(i), "كان" | "كانت" | "وكان" | "وكانت" | "كانوا") && matches!(keys(i + 1), "قد")
                || matches!(keys(i), "وقت") && matches!(keys(i + 1), "سابق")
        })
    }

    /// True where somebody is accused in it.
    pub(crate) fn accuses(&self) -> bool {
        self.claim.roles.iter().any(|r| r.kind == RoleKind::Accused)
    }

    /// Who says it, with the day of the article: «قال بالي (2018-12-14)».
    pub(crate) fn speaker(&self, lexicon: &Lexicon) -> Why {
        let voice = &self.claim.voice;
        let mut who = match (&voice.entity, voice.span) {
            (Some(entity), Some(span)) => why::name(lexicon, entity, self.words(span)),
            (None, Some(span)) => Why::plain(self.words(span)),
            (_, None) => Why::plain(self.article.outlet.unwrap_or(self.article.id)),
        };
        let (ar, en) = match self.when {
            Some((_, to)) => (to.to_string(), to.to_string()),
            None => ("بلا تاريخ".to_owned(), "undated".to_owned()),
        };
        who.ar.push_str(&format!(" ({ar})"));
        who.en.push_str(&format!(" ({en})"));
        who
    }

    /// True where both are said by one voice.
    pub(crate) fn same_voice(&self, other: &Self) -> bool {
        let (a, b) = (&self.claim.voice, &other.claim.voice);
        match (&a.entity, &b.entity) {
            (Some(x), Some(y)) => x == y,
            _ if self.at.article == other.at.article => match (a.span, b.span) {
                (None, None) => true,
                (Some(x), Some(y)) => self.words(x) == other.words(y),
                _ => false,
            },
            _ => false,
        }
    }
}

/// A telling word: the hash of its root, and its senses.
pub(crate) type Content = (u64, Vec<u16>);

/// The places that a claim names, or the actors, in their own order, each once.
pub(crate) fn named<'a>(reading: &'a Reading, claim: &Claim, place: bool) -> Vec<&'a EntityId> {
    let inside = reading.mentions.iter().filter(|m| claim.span.overlap(m.span) > 0);
    let of_kind = inside.filter(|m| match m.kind {
        MentionKind::Place => place,
        MentionKind::Actor | MentionKind::Organisation | MentionKind::Person => !place,
        MentionKind::Outlet => false,
    });
    let mut out: Vec<&EntityId> = of_kind.map(|m| &m.entity).collect();
    out.sort();
    out.dedup();
    out
}

/// The days that a claim names, as fine as a day.
pub(crate) fn days_named(reading: &Reading, claim: &Claim) -> Vec<(Date, Date)> {
    let days = claim.dates.iter().filter_map(|d| reading.dates.get(*d));
    let fine = days.filter(|d| matches!(d.grain, Grain::Day | Grain::DayPart));
    fine.filter_map(|d| Some((d.from?, d.to?))).collect()
}

fn content(reading: &Reading, span: Span) -> Vec<Content> {
    let from = reading.tokens.partition_point(|t| t.span.end() <= span.start());
    let to = reading.tokens.partition_point(|t| t.span.start() < span.end());
    let tokens = &reading.tokens[from..to];
    let found = senses(tokens);
    let of = |at: usize| -> Vec<u16> {
        let here = |s: &&Sensed| s.token == at;
        found.iter().filter(here).map(|s| s.sense).collect()
    };
    hashed(reading, tokens).into_iter().map(|(at, root)| (root, of(at))).collect()
}

fn is_harm(family: Option<&str>) -> bool {
    matches!(family, Some("attack" | "killing" | "clash"))
}

/// What a stretch answers to what is asked of harm as a whole.
fn harm_outcomes(reading: &Reading, span: Span) -> Vec<Outcome> {
    let from = reading.tokens.partition_point(|t| t.span.end() <= span.start());
    let to = reading.tokens.partition_point(|t| t.span.start() < span.end());
    let mut out = outcomes(&reading.tokens[from..to]);
    out.retain(|o| o.of_harm);
    out
}

/// Words of what is not going to be, and verbs of telling behind لم; folded.
const NOTHING: [&str; 17] = [
    "لن", "ولن", "فلن", "تعلن", "يعلن", "تتبن", "يتبن", "تعرف", "يعرف", "تتضح", "يتضح", "تصدر", "يصدر",
    "يحدد", "تحدد", "يذكر", "تذكر",
];

/// Words behind which stands in whose hands something is; folded.
const IN_HANDS: [&str; 5] = ["بيد", "بايدي", "بقبضه", "لسيطره", "لسلطه"];

/// The same behind one of [`INTO`]: في يد, تحت سيطرة, إلى سيطرة.
const HANDS: [&str; 5] = ["يد", "ايدي", "قبضه", "سيطره", "سلطه"];
const INTO: [&str; 4] = ["في", "تحت", "الي", "ضمن"];

/// Verbs by which a place comes back to somebody; folded (هجوم لقسد أعاد إليها المدينة).
const BACK: [&str; 6] = ["اعاد", "اعادت", "عاد", "عادت", "رجع", "رجعت"];

/// Who holds a place by what a claim says: who took it, in whose hands it is, to whom it came back.
pub(crate) fn holders<'a>(reading: &'a Reading, claim: &'a Claim) -> Vec<&'a EntityId> {
    let agents = || claim.roles.iter().filter(|r| r.kind == RoleKind::Agent).map(|r| &r.entity);
    if claim.event_type.as_deref() == Some("territory-gained") {
        return agents().collect();
    }
    let tokens = &reading.tokens;
    let from = tokens.partition_point(|t| t.span.end() <= claim.span.start());
    let to = tokens.partition_point(|t| t.span.start() < claim.span.end());
    let key = |i: usize| tokens.get(i).map_or("", |t| t.key.as_str());
    let named = |at: usize| {
        let next = tokens.get(at)?;
        let mention = reading.mentions.iter().find(|m| m.span.overlap(next.span) > 0)?;
        matches!(mention.kind, MentionKind::Actor | MentionKind::Organisation).then_some(&mention.entity)
    };
    for i in from..to {
        let parted = i > from && INTO.contains(&key(i - 1)) && HANDS.contains(&key(i));
        if parted || IN_HANDS.contains(&key(i)) {
            return named(i + 1).into_iter().collect();
        }
        if BACK.contains(&key(i)) && matches!(key(i + 1), "اليه" | "اليها" | "اليهم") {
            return agents().collect();
        }
    }
    Vec::new()
}

/// Words back from what is told in which the verb that tells it, and its time, are looked for.
const TELLING_REACH: usize = 6;

/// The words before the one who pays, folded.
const COST: [&str; 2] = ["علي", "حساب"];

/// Forms of "lost"; folded.
const LOST: [&str; 5] = ["خسر", "خسرت", "خسروا", "خساره", "وخسرت"];

/// True where the words of a stretch say that somebody lost something.
fn tells_loss(reading: &Reading, span: Span) -> bool {
    let from = reading.tokens.partition_point(|t| t.span.end() <= span.start());
    let inside = reading.tokens[from..].iter().take_while(|t| t.span.start() < span.end());
    inside.into_iter().any(|t| LOST.contains(&t.key.as_str()))
}

/// The two words before a stretch, quotes apart.
fn words_before(reading: &Reading, span: Span) -> Option<[&str; 2]> {
    let end = reading.tokens.partition_point(|t| t.span.end() <= span.start());
    let mut words = reading.tokens[..end].iter().rev().filter(|t| t.is_word());
    let (last, first) = (words.next()?, words.next()?);
    Some([first.key.as_str(), last.key.as_str()])
}

/// Event types that tell one kind of happening in the words of different sides, by family.
const FAMILIES: [(&str, &[&str]); 8] = [
    ("deal", &["agreement", "negotiation"]),
    ("control", &["territory-gained", "territory-lost", "withdrawal"]),
    ("attack", &["air-strike", "shelling", "explosion", "chemical-weapon", "destruction"]),
    ("clash", &["armed-clash"]),
    ("killing", &["killing", "execution", "wounding"]),
    ("capture", &["capture", "surrender"]),
    ("release", &["release"]),
    ("displacement", &["displacement", "evacuation"]),
];

/// The family of an event type; a type without one stands alone and is compared with nothing.
pub(crate) fn family_of(event_type: &str) -> Option<&'static str> {
    FAMILIES.iter().find(|(_, types)| types.contains(&event_type)).map(|f| f.0)
}

/// What a family of happenings is called.
pub(crate) fn family_words(family: &str) -> (&'static str, &'static str) {
    match family {
        "deal" => ("اتفاق أو تفاوض", "a deal or talks"),
        "control" => ("تغيّر في السيطرة", "a change of control"),
        "attack" => ("هجوم أو قصف", "an attack"),
        "clash" => ("اشتباك", "a clash"),
        "killing" => ("ضحايا", "casualties"),
        "capture" => ("أسر أو استسلام", "a capture or surrender"),
        "release" => ("إطلاق سراح", "a release"),
        "displacement" => ("نزوح أو إجلاء", "a displacement or evacuation"),
        _ => ("حدث", "a happening"),
    }
}

/// True where the lists have an entity in common.
pub(crate) fn meet(a: &[&EntityId], b: &[&EntityId]) -> bool {
    a.iter().any(|x| b.contains(x))
}

/// True where a place of one lies in, or is, a place of the other, or may: nobody knows where a place lies that the
/// lexicon lacks (الكلية الحربية), so that it cannot be told apart from one that it knows.
pub(crate) fn near(lexicon: &Lexicon, a: &[&EntityId], b: &[&EntityId]) -> bool {
    let known = |x: &EntityId| lexicon.name_of(x).is_some();
    let meet =
        |x: &EntityId, y: &EntityId| lexicon.within(x, y) || lexicon.within(y, x) || known(x) != known(y);
    a.iter().any(|x| b.iter().any(|y| meet(x, y)))
}

/// True where both name days and none of them meet.
pub(crate) fn days_apart(a: &[(Date, Date)], b: &[(Date, Date)]) -> bool {
    let meet = |x: &(Date, Date), y: &(Date, Date)| x.0 <= y.1 && y.0 <= x.1;
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| meet(x, y)))
}
