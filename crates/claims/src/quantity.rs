//! Figures: numbers with what they count, what befell the people counted, and whose they are.
//!
//! The numbers come from `riwayat_text::number`; duals (قتيلان) are found here, because only a lexicon knows which
//! words count (`quantity/dual.rs`). `quantity/counted.rs` finds the noun, `elided.rs` where it is not said, `fate.rs`
//! and `governor.rs` what befell, `loss.rs` and `tally.rs` what losses and totals tell of it, `group.rs` which people,
//! `side.rs` whose, `part.rs` of which total it is a part;
//! `toll.rs` holds what the words of fate do not tell though they look so.
//! A number that counts nothing that the text says (a road, a year, a score) is no figure.

mod change;
mod complement;
mod counted;
mod dual;
mod elided;
mod fate;
mod governor;
mod group;
mod list;
mod loss;
mod part;
mod people;
mod side;
mod tally;
mod toll;

use crate::basis::Basis;
use crate::facts::Facts;
use crate::lexicon::names;
use crate::lexicon::nouns::{Form, Noun};
use crate::lexicon::{EntityId, Lexicon};
use crate::reading::{Group, Mention, MentionKind, Quantity, Status};
use riwayat_text::number::{NumberWords, numbers_with};
use riwayat_text::{DateMention, Number, Span, Token, TokenKind};
use std::cell::OnceCell;
use std::collections::HashMap;

/// The figures of a text, in order of place.
///
/// ```
/// use riwayat_claims::{Group, Input, Lexicon, Status, read};
/// let text = "أسفر القصف عن مقتل ما لا يقل عن 12 مدنياً بينهم طفلان";
/// let input = Input { title: "", text, published: None, outlet: None, camp: None };
/// let figures = read(&input, Lexicon::builtin()).quantities;
/// let said: Vec<_> = figures.iter().map(|q| (q.span.of(text), q.min, q.max, q.status, q.group)).collect();
/// assert_eq!(said, [
///     ("ما لا يقل عن 12 مدنياً", Some(12.0), None, Some(Status::Killed), Some(Group::Civilian)),
///     ("طفلان", Some(2.0), Some(2.0), Some(Status::Killed), Some(Group::Child)),
/// ]);
/// ```
#[must_use]
pub(crate) fn quantities(
    mut reader: Reader<'_>,
    words: &NumberWords,
    sentences: &[Span],
    dates: &[DateMention],
) -> Vec<Quantity> {
    let mut numbers = numbers_with(reader.text, reader.tokens, words, dates);
    let next = |span: Span| dates.get(dates.partition_point(|d| d.span.end() <= span.start()));
    numbers.retain(|n| next(n.span).is_none_or(|d| d.span.overlap(n.span) == 0));
    numbers.retain(|n| !reader.mention_from(n.span).is_some_and(|m| m.span.contains(n.span)));
    // 31 ضحية كل يوم تقريباً: the bound is of the number, but stands apart from what is counted.
    for number in &mut numbers {
        let apart = |tail: &Span| {
            reader.tokens[number.tokens.1..].iter().take_while(|t| t.span.end() <= tail.start()).count() > 1
        };
        number.tail = number.tail.filter(|tail| !apart(tail));
    }
    let mut numbers = change::split_changes(&reader, numbers.iter().map(Raw::of).collect());
    numbers.extend(dual::duals(&reader, &numbers, dates));
    numbers.sort_by_key(|n| n.first);
    reader.starts = numbers.iter().map(|n| n.first).collect();
    let reader = &reader;
    let mut out: Vec<Draft> = Vec::new();
    for raw in &numbers {
        let place = place_of(reader, raw, sentences, &out);
        let draft = counted::read(reader, raw, &place);
        let apart = |d: &Draft| out.last().is_none_or(|o| o.quantity.span.overlap(d.quantity.span) == 0);
        if let Some(draft) = draft.filter(apart).map(|d| finish(reader, d, &place)) {
            out.push(draft);
        }
    }
    counted::join_ranges(reader, &mut out);
    list::share_backwards(reader, &mut out);
    part::mark(reader, sentences, &mut out);
    out.into_iter().map(|d| d.quantity).collect()
}

fn place_of<'o>(reader: &Reader<'_>, raw: &Raw, sentences: &[Span], out: &'o [Draft]) -> Place<'o> {
    let at = reader.tokens[raw.first].span;
    let whole = Span::new(0, reader.text.len());
    let sentence = sentence_of(sentences, at).unwrap_or(whole);
    // Figures are in order of place: those of the sentence are the last ones.
    let from = out.partition_point(|d| d.quantity.span.start() < sentence.start());
    let from = from.max(out.len().saturating_sub(MOST_BEFORE));
    let (earlier, before) = out.split_at(from);
    Place { sentence, before, earlier: earlier_total(earlier) }
}

/// The last total of people before a sentence; things told of behind it (سبع جثث من بناء من أربعة طوابق) are passed over.
fn earlier_total(earlier: &[Draft]) -> Option<&Draft> {
    let mut people = earlier.iter().rev().take(THINGS_BETWEEN + 1).filter(|d| d.person);
    people.next().filter(|d| !d.part)
}

/// Figures of things between a total and the next sentence: 1 to 3.
const THINGS_BETWEEN: usize = 1;

/// How many figures back a total is looked for: 50 to 1000. Sentences hold fewer; a bound keeps the work linear.
const MOST_BEFORE: usize = 500;

/// Gives fighters of ours (مقاتلينا, خسائرنا) to the force of whoever says so.
pub(crate) fn give_to_speakers(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    mentions: &[Mention],
    claims: &[crate::Claim],
    quantities: &mut [Quantity],
) {
    // The narrowest claim that holds each figure.
    let mut holders: Vec<Option<&crate::Claim>> = vec![None; quantities.len()];
    for claim in claims {
        for n in &claim.quantities {
            let narrower = holders[*n].is_none_or(|held| claim.span.len() < held.span.len());
            if narrower && claim.span.contains(quantities[*n].span) {
                holders[*n] = Some(claim);
            }
        }
    }
    for i in 0..quantities.len() {
        let quantity = &quantities[i];
        let civilian = quantity.group.is_some_and(is_civilian);
        let open = quantity.unit == "person" && quantity.side.is_none() && !civilian;
        let Some(speaker) = holders[i].and_then(|c| c.voice.span).filter(|_| open) else { continue };
        if !side::is_ours(text, tokens, lexicon, quantity) {
            continue;
        }
        let from = mentions.partition_point(|m| m.span.end() <= speaker.start());
        let named = mentions[from..].iter().take_while(|m| m.span.start() < speaker.end());
        let named = named.into_iter().find(|m| m.kind == MentionKind::Actor);
        if let Some(party) = named.or_else(|| side::affiliation(tokens, mentions, speaker)) {
            give(&mut quantities[i], party);
            share_ours(quantities, i, party);
        }
    }
}

/// Sets the side of a speaker's own.
fn give(quantity: &mut Quantity, party: &Mention) {
    quantity.side = Some(party.entity.clone());
    quantity.side_basis = Some(Basis::SideInferred);
    quantity.group = quantity.group.or(Some(Group::Fighter));
}

/// ستة من رفاقنا وجُرح أربعة, 34 من رفاقنا، 11 منهم حراس: more of ours without a noun of their own, or parts of them.
fn share_ours(quantities: &mut [Quantity], of: usize, party: &Mention) {
    let counted = quantities[of].counted;
    let same = |q: &&mut Quantity| q.part_of == Some(of) || counted.is_some() && q.counted == counted;
    let next = quantities.iter_mut().skip(of + 1).take(MOST_OURS).take_while(same);
    let fights = |q: &&mut Quantity| matches!(q.group, Some(Group::Fighter | Group::Officer));
    next.filter(|q| q.unit == "person" && q.side.is_none()).filter(fights).for_each(|q| give(q, party));
}

/// Figures of one list of ours: 3 to 12.
const MOST_OURS: usize = 8;

/// Units of time, length, area and weight: whatever they measure, they are nobody's.
const OF_NOBODY: [&str; 16] = [
    "second", "minute", "hour", "day", "week", "month", "year", "m", "km", "m2", "km2", "hectare", "kg",
    "ton", "litre", "barrel",
];

/// The sentence that holds a span in part.
fn sentence_of(sentences: &[Span], span: Span) -> Option<Span> {
    let at = sentences.partition_point(|s| s.end() <= span.start());
    sentences.get(at).copied().filter(|s| s.overlap(span) > 0)
}

/// Fate, group and side of the people counted; of things, whose.
fn finish(reader: &Reader<'_>, mut draft: Draft, place: &Place<'_>) -> Draft {
    // 89 شهيداً و277 إصابة: beside the dead, cases are the wounded.
    let beside_dead = || place.total().is_some_and(|d| d.quantity.status == Some(Status::Killed));
    let cases =
        draft.quantity.unit == "case" && matches!(first_counted(reader, &draft).as_str(), "اصابه" | "اصابات");
    if cases && beside_dead() {
        "person".clone_into(&mut draft.quantity.unit);
        draft.person = true;
        draft.own_status = Some(Status::Wounded);
    }
    let mut total = fate::total(reader, &mut draft, place);
    // وبهذا يصل عدد من فقدوا حياتهم إلى 28: of others than those before.
    if draft.elided && tally::fate_of_whoever(reader, &draft, place).is_some() {
        (total, draft.own_group, draft.own_side) = (None, None, None);
    }
    if draft.person {
        draft.quantity.set_status(fate::status(reader, &draft, place, total));
    }
    let told = complement::told_before(reader, &draft, place);
    // خمس سنوات من داعش: time and measures are nobody's.
    let owned = !OF_NOBODY.contains(&draft.quantity.unit.as_str());
    let side =
        side::side(reader, &draft, place, total, told.as_ref()).filter(|(_, basis)| owned && basis.holds());
    draft.quantity.side_basis = side.as_ref().map(|(_, basis)| *basis);
    draft.quantity.side = side.map(|(side, _)| side);
    if draft.person {
        draft.quantity.group = group::group(reader, &draft, place, total, told.as_ref());
        let held_or_armed = draft.quantity.group.is_some_and(is_armed);
        if held_or_armed && draft.quantity.status == Some(Status::Displaced) {
            // مسلحون فروا: they are not displaced.
            draft.quantity.status = Some(Status::Other);
        }
        // فرار أربع نساء من المخيم, هروب عشرة من السجن: those held there get away.
        if draft.quantity.status == Some(Status::Displaced) && fate::escapes(reader, &draft) {
            draft.quantity.status = Some(Status::Other);
        }
        // هُجّر من البلدة 700 مقاتل و4000 مدني: of one verb, which makes displaced people of civilians only.
        let among_armed = total.filter(|t| {
            draft.quantity.status == Some(Status::Other)
                && t.quantity.status == Some(Status::Other)
                && t.quantity.group.is_some_and(is_armed)
        });
        let fled =
            |t: &Draft| governor::governed(reader, t.first, place, fate::NEAR) == Some(Status::Displaced);
        if !draft.quantity.group.is_some_and(is_armed) && !draft.part && among_armed.is_some_and(fled) {
            draft.quantity.status = Some(Status::Displaced);
        }
        if draft.quantity.group.is_some_and(is_civilian) {
            draft.quantity.side = None;
            draft.quantity.side_basis = None;
        }
    } else if draft.quantity.unit == "percent" && counts_people(reader, &draft) {
        // نزوح ثلث سكان الفاشر.
        draft.quantity.set_status(fate::status(reader, &draft, place, None));
        draft.quantity.group = draft.own_group.filter(|_| draft.own_status.is_some());
    } else if draft.pronoun == OF_THEM
        && draft.quantity.unit == "percent"
        && let Some(total) = total
    {
        // 19 جريحاً، نصفهم عاد إلى الخدمة
        let other = matches!(reader.key(draft.end), "عاد" | "عادوا" | "نجا" | "نجوا" | "تعافي" | "تعافوا");
        let status = if other { Some(Status::Other) } else { total.quantity.status };
        draft.quantity.set_status(status.map(|s| (s, Basis::FateOfTotal)));
        // ثلثهم من العراقيين: of the kind of the whole.
        let share = draft.quantity.unit == "percent" && draft.quantity.status.is_some();
        let whole = total.quantity.group.filter(|g| share && *g != Group::Family && *g != Group::Prisoner);
        draft.quantity.group = group::group(reader, &draft, place, None, None).or(whole);
    }
    draft
}

/// The first of the counted words, folded; empty where nothing is counted.
fn first_counted(reader: &Reader<'_>, draft: &Draft) -> String {
    let counted = draft.quantity.counted.map_or("", |c| c.of(reader.text));
    riwayat_text::normal::fold(counted.split_whitespace().next().unwrap_or(""))
}

/// True where the counted noun is of people.
fn counts_people(reader: &Reader<'_>, draft: &Draft) -> bool {
    reader.lexicon.nouns.read(&first_counted(reader, draft)).is_some_and(|f| f.noun.is_person())
}

/// The pronoun of a part: منهم behind a number, هم on a fraction (نصفهم).
const OF_THEM: &str = "منهم";

/// True of those who fight or are held: they flee, and are not displaced.
fn is_armed(group: Group) -> bool {
    matches!(group, Group::Fighter | Group::Officer | Group::Prisoner)
}

fn is_civilian(group: Group) -> bool {
    matches!(group, Group::Civilian | Group::Child | Group::Woman | Group::Journalist | Group::Medic)
}

impl Quantity {
    /// Sets what befell, with how it was read.
    fn set_status(&mut self, read: Option<(Status, Basis)>) {
        let read = read.filter(|(_, basis)| basis.holds());
        self.status = read.map(|(status, _)| status);
        self.status_basis = read.map(|(_, basis)| basis);
    }
}

/// What the parts of this module read from.
pub(crate) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub facts: &'a Facts<'a>,
    pub mentions: &'a [Mention],
    pub lexicon: &'a Lexicon,
    /// The first tokens of the numbers, in order; set by [`quantities`].
    pub starts: Vec<usize>,
    /// Parties by the first word of their name, where it has more than one; made when first asked for.
    pub heads: OnceCell<HashMap<Box<str>, Vec<usize>>>,
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

    /// The counted noun that a token is a form of.
    fn noun(&self, at: usize) -> Option<Form<'a>> {
        self.facts.noun(at)
    }

    /// The mention that begins at, or holds, this token.
    fn mention_at(&self, at: usize) -> Option<&'a Mention> {
        let span = self.tokens.get(at)?.span;
        self.mention_from(span).filter(|m| m.span.overlap(span) > 0)
    }

    /// The first mention that ends behind the beginning of a span.
    fn mention_from(&self, span: Span) -> Option<&'a Mention> {
        self.mentions.get(self.mentions.partition_point(|m| m.span.end() <= span.start()))
    }

    /// The nearest party that ends before, with a name of several words that begins with this head, articles apart.
    fn party_before(&self, head: &str, start: usize) -> Option<&'a Mention> {
        let named = self.heads.get_or_init(|| self.by_head()).get(head)?;
        let last = named.partition_point(|n| self.mentions[*n].span.end() <= start).checked_sub(1)?;
        Some(&self.mentions[named[last]])
    }

    fn by_head(&self) -> HashMap<Box<str>, Vec<usize>> {
        let mut heads: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (n, mention) in self.mentions.iter().enumerate().filter(|(_, m)| side::is_party(m)) {
            if let [first, _, ..] = names::words_of(mention.span.of(self.text)).as_slice() {
                heads.entry(first.strip_prefix("ال").unwrap_or(first).into()).or_default().push(n);
            }
        }
        heads
    }

    /// One past the last token of a mention.
    fn end_of(&self, mention: &Mention) -> usize {
        self.tokens.partition_point(|t| t.span.start() < mention.span.end())
    }

    /// The next token that is no quotation mark.
    fn skip_quotes(&self, mut at: usize) -> usize {
        while self.tokens.get(at).is_some_and(names::is_quote) {
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
struct Place<'o> {
    sentence: Span,
    /// The figures before it in its sentence, in order of place.
    before: &'o [Draft],
    /// The last total of people before its sentence: a part may open a sentence of its own.
    earlier: Option<&'o Draft>,
}

impl<'o> Place<'o> {
    /// The nearest figure of people before that is a total itself, not a part.
    fn total(&self) -> Option<&'o Draft> {
        self.before.iter().rev().find(|d| d.person && !d.part)
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
