//! Figures: numbers with what they count, what befell the people counted, and whose they are.
//!
//! The numbers come from `riwayat_text::number`; duals (قتيلان) are found here, because only a lexicon knows which
//! words count. `quantity/counted.rs` finds the noun, `quantity/fate.rs` what befell, `quantity/side.rs` whose.
//! A number that counts nothing that the text says (a road, a year, a score) is no figure.

mod counted;
mod fate;
mod side;

use crate::lexicon::nouns::Noun;
use crate::lexicon::{EntityId, Lexicon};
use crate::reading::{Group, Mention, Quantity, Status};
use riwayat_text::{DateMention, Number, Span, Token, TokenKind, number};

/// The figures of a text, in order of place.
///
/// ```
/// use riwayat_claims::{Group, Input, Lexicon, Status, read};
/// let text = "أسفر القصف عن مقتل ما لا يقل عن 12 مدنياً بينهم طفلان";
/// let input = Input { title: "", text, published: None, outlet: None, camp: None };
/// let figures = read(&input, &Lexicon::builtin()).quantities;
/// let said: Vec<_> = figures.iter().map(|q| (q.span.of(text), q.min, q.max, q.status, q.group)).collect();
/// assert_eq!(said, [
///     ("ما لا يقل عن 12 مدنياً", Some(12.0), None, Some(Status::Killed), Some(Group::Civilian)),
///     ("طفلان", Some(2.0), Some(2.0), Some(Status::Killed), Some(Group::Child)),
/// ]);
/// ```
#[must_use]
pub fn quantities(
    text: &str,
    tokens: &[Token],
    sentences: &[Span],
    dates: &[DateMention],
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> Vec<Quantity> {
    let reader = Reader { text, tokens, mentions, lexicon };
    let mut numbers = number::numbers_beside(text, tokens, dates);
    numbers.retain(|n| dates.iter().all(|d| d.span.overlap(n.span) == 0));
    numbers.retain(|n| !mentions.iter().any(|m| m.span.contains(n.span)));
    let mut numbers: Vec<Raw> = numbers.iter().map(Raw::of).collect();
    numbers.extend(counted::duals(&reader, &numbers, dates));
    numbers.sort_by_key(|n| n.first);
    let mut out: Vec<Draft> = Vec::new();
    for raw in &numbers {
        let at = tokens[raw.first].span;
        let sentence =
            sentences.iter().copied().find(|s| s.overlap(at) > 0).unwrap_or(Span::new(0, text.len()));
        let before: Vec<Draft> =
            out.iter().rev().take_while(|d| sentence.contains(d.quantity.span)).cloned().collect();
        let place = Place { sentence, before };
        if let Some(draft) = counted::read(&reader, raw, &place)
            && out.last().is_none_or(|d| d.quantity.span.overlap(draft.quantity.span) == 0)
        {
            out.push(finish(&reader, draft, &place));
        }
    }
    out.into_iter().map(|d| d.quantity).collect()
}

/// Fate, group and side of the people counted; of things, whose.
fn finish(reader: &Reader<'_>, mut draft: Draft, place: &Place) -> Draft {
    let total = if draft.person { fate::total(reader, &draft, place) } else { None };
    if draft.person {
        draft.quantity.status = fate::status(reader, &draft, place, total);
    }
    draft.quantity.side = side::side(reader, &draft, place, total);
    if draft.person {
        draft.quantity.group = fate::group(reader, &draft, total);
        if draft.quantity.group.is_some_and(is_civilian) {
            draft.quantity.side = None;
        }
    }
    draft
}

fn is_civilian(group: Group) -> bool {
    matches!(group, Group::Civilian | Group::Child | Group::Woman | Group::Journalist | Group::Medic)
}

/// What the parts of this module read from.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
}

impl<'a> Reader<'a> {
    fn key(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.key.as_str())
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// The mention that begins at, or holds, this token.
    fn mention_at(&self, at: usize) -> Option<&'a Mention> {
        let span = self.tokens.get(at)?.span;
        let next = self.mentions.partition_point(|m| m.span.end() <= span.start());
        self.mentions.get(next).filter(|m| m.span.overlap(span) > 0)
    }

    /// One past the last token of a mention.
    fn end_of(&self, mention: &Mention) -> usize {
        self.tokens.partition_point(|t| t.span.start() < mention.span.end())
    }

    /// The next token that is no quotation mark.
    fn skip_quotes(&self, mut at: usize) -> usize {
        while self.tokens.get(at).is_some_and(crate::lexicon::names::is_quote) {
            at += 1;
        }
        at
    }
}

/// A number before its noun is known.
#[derive(Debug, Clone)]
struct Raw {
    /// First and one past the last token.
    first: usize,
    end: usize,
    min: Option<f64>,
    max: Option<f64>,
    approximate: bool,
    percent: bool,
    tail: Option<Span>,
    /// A dual, which is its own noun.
    dual: bool,
}

impl Raw {
    fn of(n: &Number) -> Self {
        let Number { tokens: (first, end), min, max, approximate, percent, tail, .. } = *n;
        Self { first, end, min, max, approximate, percent, tail, dual: false }
    }
}

/// What stands around a number.
struct Place {
    sentence: Span,
    /// The figures before it in its sentence, the nearest first.
    before: Vec<Draft>,
}

/// A figure in the making.
#[derive(Debug, Clone)]
struct Draft {
    quantity: Quantity,
    person: bool,
    /// First token, and one past the last of the counted phrase.
    first: usize,
    end: usize,
    /// Tokens of the number.
    number: (usize, usize),
    /// What the noun itself tells.
    own_status: Option<Status>,
    own_group: Option<Group>,
    /// Where the noun is the nation of forces (جنود روس), or what stands in the counted phrase.
    own_side: Option<EntityId>,
    /// The pronoun on the noun or behind من (مقاتليها, منهم).
    pronoun: &'static str,
    /// True where the noun was not said with the number.
    elided: bool,
}

impl Draft {
    fn new(raw: &Raw, unit: &str, span: Span) -> Self {
        let quantity = Quantity {
            span,
            min: raw.min,
            max: raw.max,
            approximate: raw.approximate,
            unit: unit.to_owned(),
            counted: None,
            status: None,
            group: None,
            side: None,
        };
        Self {
            quantity,
            person: unit == "person",
            first: raw.first,
            end: raw.end,
            number: (raw.first, raw.end),
            own_status: None,
            own_group: None,
            own_side: None,
            pronoun: "",
            elided: false,
        }
    }

    fn tell(&mut self, noun: &Noun) {
        self.own_status = self.own_status.or(noun.status);
        self.own_group = self.own_group.or(noun.group);
    }
}
