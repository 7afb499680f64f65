//! Figures: numbers with what they count, what befell the people counted, and whose they are.
//!
//! The numbers come from `riwayat_text::number`; duals (قتيلان) are found here, because only a lexicon knows which
//! words count (`quantity/dual.rs`). `quantity/counted.rs` finds the noun, `fate.rs` what befell, `side.rs` whose,
//! `part.rs` of which total it is a part.
//! A number that counts nothing that the text says (a road, a year, a score) is no figure.

mod counted;
mod dual;
mod fate;
mod part;
mod side;

use crate::basis::Basis;
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
    let mut reader = Reader { text, tokens, mentions, lexicon, starts: Vec::new() };
    let mut numbers = number::numbers_beside(text, tokens, dates);
    numbers.retain(|n| dates.iter().all(|d| d.span.overlap(n.span) == 0));
    numbers.retain(|n| !mentions.iter().any(|m| m.span.contains(n.span)));
    let mut numbers: Vec<Raw> = numbers.iter().map(Raw::of).collect();
    numbers.extend(dual::duals(&reader, &numbers, dates));
    numbers.sort_by_key(|n| n.first);
    reader.starts = numbers.iter().map(|n| n.first).collect();
    let mut out: Vec<Draft> = Vec::new();
    for raw in &numbers {
        let place = place_of(&reader, raw, sentences, &out);
        if let Some(draft) = counted::read(&reader, raw, &place)
            && out.last().is_none_or(|d| d.quantity.span.overlap(draft.quantity.span) == 0)
        {
            out.push(finish(&reader, draft, &place));
        }
    }
    counted::join_ranges(&reader, &mut out);
    fate::share_backwards(&reader, &mut out);
    part::mark(&reader, sentences, &mut out);
    out.into_iter().map(|d| d.quantity).collect()
}

fn place_of(reader: &Reader<'_>, raw: &Raw, sentences: &[Span], out: &[Draft]) -> Place {
    let at = reader.tokens[raw.first].span;
    let whole = Span::new(0, reader.text.len());
    let sentence = sentences.iter().copied().find(|s| s.overlap(at) > 0).unwrap_or(whole);
    let (mut before, mut earlier) = (Vec::new(), None);
    for draft in out.iter().rev() {
        if sentence.contains(draft.quantity.span) {
            before.push(draft.clone());
        } else {
            earlier = (draft.person && !draft.part).then(|| draft.clone());
            break;
        }
    }
    Place { sentence, before, earlier }
}

/// Fate, group and side of the people counted; of things, whose.
fn finish(reader: &Reader<'_>, mut draft: Draft, place: &Place) -> Draft {
    let total = fate::total(reader, &mut draft, place).cloned();
    let total = total.as_ref();
    if draft.person {
        draft.quantity.set_status(fate::status(reader, &draft, place, total));
    }
    let side = side::side(reader, &draft, place, total);
    draft.quantity.side_basis = side.as_ref().map(|(_, basis)| *basis);
    draft.quantity.side = side.map(|(side, _)| side);
    if draft.person {
        draft.quantity.group = fate::group(reader, &draft, total);
        if draft.quantity.group.is_some_and(is_civilian) {
            draft.quantity.side = None;
            draft.quantity.side_basis = None;
        }
    } else if draft.quantity.unit == "percent" && counts_people(reader, &draft) {
        // نزوح ثلث سكان الفاشر.
        draft.quantity.set_status(fate::status(reader, &draft, place, None));
    } else if draft.pronoun == OF_THEM
        && let Some(total) = total
    {
        draft.quantity.set_status(total.quantity.status.map(|s| (s, Basis::FateOfTotal)));
        draft.quantity.group = fate::group(reader, &draft, None);
    }
    draft
}

/// True where the counted noun is of people.
fn counts_people(reader: &Reader<'_>, draft: &Draft) -> bool {
    let counted = draft.quantity.counted.map_or("", |c| c.of(reader.text));
    let first = riwayat_text::normal::fold(counted.split_whitespace().next().unwrap_or(""));
    reader.lexicon.nouns.read(&first).is_some_and(|f| f.noun.is_person())
}

/// The pronoun of a part: منهم behind a number, هم on a fraction (نصفهم).
const OF_THEM: &str = "منهم";

fn is_civilian(group: Group) -> bool {
    matches!(group, Group::Civilian | Group::Child | Group::Woman | Group::Journalist | Group::Medic)
}

impl Quantity {
    /// Sets what befell, with how it was read.
    fn set_status(&mut self, read: Option<(Status, Basis)>) {
        self.status = read.map(|(status, _)| status);
        self.status_basis = read.map(|(_, basis)| basis);
    }
}

/// What the parts of this module read from.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    /// The first tokens of the numbers, in order.
    starts: Vec<usize>,
}

impl<'a> Reader<'a> {
    /// True where a number begins at the token.
    fn numbered(&self, at: usize) -> bool {
        self.starts.binary_search(&at).is_ok()
    }

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
    /// Bound or hedge and number, without proclitics.
    span: Span,
    min: Option<f64>,
    max: Option<f64>,
    approximate: bool,
    percent: bool,
    tail: Option<Span>,
    /// A dual, or a measure said without number (أقل من شهر): its own noun.
    dual: bool,
}

impl Raw {
    fn of(n: &Number) -> Self {
        let Number { tokens: (first, end), span, min, max, approximate, percent, tail, .. } = *n;
        Self { first, end, span, min, max, approximate, percent, tail, dual: false }
    }
}

/// What stands around a number.
struct Place {
    sentence: Span,
    /// The figures before it in its sentence, the nearest first.
    before: Vec<Draft>,
    /// The last total of people before its sentence: a part may open a sentence of its own.
    earlier: Option<Draft>,
}

impl Place {
    /// The nearest figure of people before that is a total itself, not a part.
    fn total(&self) -> Option<&Draft> {
        self.before.iter().find(|d| d.person && !d.part)
    }
}

/// A figure in the making.
#[derive(Debug, Clone)]
struct Draft {
    quantity: Quantity,
    person: bool,
    /// First token, and one past the last of the counted phrase.
    first: usize,
    end: usize,
    /// What the noun itself tells.
    own_status: Option<Status>,
    own_group: Option<Group>,
    /// Where the noun is the nation of forces (جنود روس), or what stands in the counted phrase.
    own_side: Option<EntityId>,
    /// The pronoun on the noun or behind من (مقاتليها, منهم).
    pronoun: &'static str,
    /// True where the noun was not said with the number.
    elided: bool,
    /// True for a part of a total (بينهم 3 أطفال).
    part: bool,
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
            part: false,
            part_of: None,
            basis: Basis::CountedNoun,
            status_basis: None,
            side_basis: None,
        };
        Self {
            quantity,
            person: unit == "person",
            first: raw.first,
            end: raw.end,
            own_status: None,
            own_group: None,
            own_side: None,
            pronoun: "",
            elided: false,
            part: false,
        }
    }

    fn tell(&mut self, noun: &Noun) {
        self.own_status = self.own_status.or(noun.status);
        self.own_group = self.own_group.or(noun.group);
        self.own_side = self.own_side.take().or_else(|| noun.side.clone());
    }
}

#[cfg(test)]
mod tests;
