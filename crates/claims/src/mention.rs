//! Names in a text: against the lexicon and by pattern.
//!
//! Left to right, the longest name wins. What a name means where it stands is decided in `mention/sense.rs`,
//! names that the lexicon lacks are found in `mention/pattern.rs` and `mention/person.rs`. Pronouns, roles
//! and bare generics (المسلحون) are no names and are left alone.

mod institution;
mod pattern;
mod person;
mod sense;

pub(crate) use institution::heads as heads_institution;
pub(crate) use pattern::{heads_facility, owned_label};

/// True of a word with which a name that the lexicon lacks may begin, or which tells one: a given name, a type word, the first
/// of a label.
pub(crate) fn opens_unlisted(word: &str, cut: SignalSet, lexicon: &Lexicon) -> bool {
    pattern::tells(word, cut, lexicon) || person::tells(word, cut)
}

use crate::basis::Basis;
use crate::facts::Facts;
use crate::lexicon::names::{self, Hit, is_closing, is_opening, is_quote};
use crate::lexicon::signals::{Signal, SignalSet};
use crate::lexicon::{CampId, EntityId, Lexicon};
use crate::reading::{Mention, MentionKind, Tone};
use riwayat_text::normal::{is_control, is_mark};
use riwayat_text::table::Table;
use riwayat_text::token::readings;
use riwayat_text::{Span, Token, TokenKind};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The names of a text, in order of place, not overlapping.
///
/// ```
/// use riwayat_claims::{Input, Lexicon, Tone, read};
/// let text = "انسحبت ميليشيا \"قسد\" من الباغوز";
/// let input = Input { title: "", text, published: None, outlet: None, camp: None };
/// let mentions = read(&input, Lexicon::builtin()).mentions;
/// let said: Vec<_> = mentions.iter().map(|m| (m.span.of(text), m.entity.as_str())).collect();
/// assert_eq!(said, [("ميليشيا \"قسد\"", "sdf"), ("الباغوز", "al-baghuz")]);
/// assert_eq!(mentions[0].tone, Tone::Hostile);
/// ```
#[must_use]
pub(crate) fn mentions(text: &str, tokens: &[Token], facts: &Facts<'_>, lexicon: &Lexicon) -> Vec<Mention> {
    // Short forms bear out nothing: the first pass reads none.
    let nothing = Known { elsewhere: true, ..Known::default() };
    let mut scan = Scan::new(text, tokens, facts, lexicon, nothing);
    scan.run();
    let known = Known::of(text, tokens.len(), &scan.found, lexicon);
    if let Some(same) = scan.unchanged_by(&known) {
        scan.found.truncate(same);
        let found = std::mem::take(&mut scan.found);
        scan = Scan::new(text, tokens, facts, lexicon, known);
        found.into_iter().for_each(|f| scan.keep(f));
        scan.run();
    }
    scan.found.into_iter().map(|f| f.mention).collect()
}

/// A name found, with its tokens.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    mention: Mention,
    /// One past its last token.
    end: usize,
    /// The head of [`sense::ANAPHORIC`] that it begins with.
    head: Option<usize>,
}

/// What a pass asked of what is [`Known`]; each with how many names were found by then.
#[derive(Debug, Clone, Default)]
struct Asked {
    /// Whether the article is about elsewhere, first.
    elsewhere: Option<usize>,
    /// Whether a place is named beyond doubt.
    places: Vec<(usize, EntityId)>,
}

/// What a first pass over the article tells the second.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// Places that the article names beyond doubt somewhere.
    places: BTreeSet<EntityId>,
    /// Last names of persons that are named in full somewhere, folded, with who bears it first.
    surnames: Table<String, (EntityId, Option<CampId>)>,
    /// True where the article names states of another theatre, or is long, and names nothing of Syria or its conflict.
    elsewhere: bool,
}

impl Known {
    fn of(text: &str, tokens: usize, found: &[Found], lexicon: &Lexicon) -> Self {
        let mut known = Self::default();
        let (mut here, mut near, mut there) = (false, false, false);
        for Found { mention, .. } in found {
            match mention.kind {
                MentionKind::Place => {
                    known.places.insert(mention.entity.clone());
                }
                MentionKind::Person => {
                    let words = names::words_of(mention.span.of(text));
                    if let [_, .., last] = words.as_slice() {
                        let who = || (mention.entity.clone(), mention.camp.clone());
                        known.surnames.entry(last.to_string()).or_insert_with(who);
                    }
                }
                _ => {}
            }
            here |= lexicon.is_syrian(&mention.entity);
            near |= mention.entity.as_str() == NEAR_ACTOR;
            there |= lexicon.is_apart(&mention.entity);
        }
        known.elsewhere = !here && (there || !near && tokens > LONG_ENOUGH_TO_SAY);
        known
    }
}

/// Who fights in Syria and elsewhere: its name alone leaves the theatre open.
const NEAR_ACTOR: &str = "islamic-state";

/// Tokens of a text that would name a place or party of Syria if it were about it; shorter ones may leave that to their
/// headline. A newspaper's paragraph is about as long.
const LONG_ENOUGH_TO_SAY: usize = 80;

/// One pass over the tokens of an article.
pub(crate) struct Scan<'a> {
    text: &'a str,
    tokens: &'a [Token],
    facts: &'a Facts<'a>,
    lexicon: &'a Lexicon,
    known: Known,
    found: Vec<Found>,
    /// For each head of [`sense::ANAPHORIC`] the last name found that begins with it.
    called: [Option<usize>; sense::ANAPHORIC.len()],
    asked: RefCell<Asked>,
}

/// A name as read: who it names, before its span is known.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    entity: EntityId,
    kind: MentionKind,
    camp: Option<CampId>,
    tone: Tone,
    basis: Basis,
    /// First token, and the proclitics on it that are not of the name.
    first: usize,
    proclitics: &'static str,
    end: usize,
}

impl Named {
    /// A name that the lexicon lacks: of no camp, in nobody's tone.
    fn lacking(
        entity: EntityId,
        kind: MentionKind,
        basis: Basis,
        proclitics: &'static str,
        (first, end): (usize, usize),
    ) -> Self {
        Self { entity, kind, camp: None, tone: Tone::Neutral, basis, first, proclitics, end }
    }
}

impl<'a> Scan<'a> {
    fn new(
        text: &'a str,
        tokens: &'a [Token],
        facts: &'a Facts<'a>,
        lexicon: &'a Lexicon,
        known: Known,
    ) -> Self {
        let (called, asked) = Default::default();
        Self { text, tokens, facts, lexicon, known, found: Vec::new(), called, asked }
    }

    fn keep(&mut self, found: Found) {
        if let Some(head) = found.head {
            self.called[head] = Some(self.found.len());
        }
        self.found.push(found);
    }

    /// True where the article is about elsewhere.
    fn is_elsewhere(&self) -> bool {
        self.asked.borrow_mut().elsewhere.get_or_insert(self.found.len());
        self.known.elsewhere
    }

    /// True where the article names the place beyond doubt.
    fn names(&self, place: &EntityId) -> bool {
        self.asked.borrow_mut().places.push((self.found.len(), place.clone()));
        self.known.places.contains(place)
    }

    /// How many of the names found do not hang on what is known now and was not when they were; none where no name does.
    fn unchanged_by(&self, known: &Known) -> Option<usize> {
        let asked = self.asked.borrow();
        let elsewhere = asked.elsewhere.filter(|_| known.elsewhere != self.known.elsewhere);
        let place = asked.places.iter().find(|(_, place)| known.places.contains(place)).map(|(n, _)| *n);
        let surname =
            person::first_last_name(self, known).map(|at| self.found.partition_point(|f| f.end <= at));
        [elsewhere, place, surname].into_iter().flatten().min()
    }

    /// Finds the names behind those found.
    fn run(&mut self) {
        let mut at = self.found.last().map_or(0, |f| f.end);
        while at < self.tokens.len() {
            if !matches!(self.tokens[at].kind, TokenKind::Word | TokenKind::Number) {
                at += 1;
                continue;
            }
            let from_lexicon = self.facts.name(at).and_then(|hit| self.resolve(&hit));
            let unlisted = if self.facts.of(at).opens_unlisted {
                institution::at(self, at).or_else(|| pattern::at(self, at)).or_else(|| person::told(self, at))
            } else {
                None
            };
            let by_pattern = unlisted.or_else(|| person::borne_out(self, at));
            // So it is at most tokens, and two that are large need not be moved.
            if from_lexicon.is_none() && by_pattern.is_none() {
                at += 1;
                continue;
            }
            let named = match (from_lexicon, by_pattern) {
                // حي عكرمة مساء: a quarter that bears a person's name.
                (Some(a), Some(b)) if b.kind == MentionKind::Person && self.is_told_place(&a) => Some(a),
                (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
                (a, b) => a.or(b),
            };
            let named = named.filter(|n| n.basis.holds());
            match named {
                Some(named) => {
                    let found = self.finish(named);
                    at = found.end.max(at + 1);
                    self.keep(found);
                }
                None => at += 1,
            }
        }
    }

    /// True of a place right behind the type word of settlements.
    fn is_told_place(&self, named: &Named) -> bool {
        let before = self.word_before(named.first);
        named.kind == MentionKind::Place && before.is_some_and(|b| self.is_word(b, Signal::Settlement))
    }

    /// Chooses the sense of a name, and takes in what belongs to it on its left and right.
    fn resolve(&self, hit: &Hit<'_>) -> Option<Named> {
        let chosen = sense::choose(self, hit)?;
        Some(Named {
            entity: chosen.entity,
            kind: chosen.kind,
            camp: chosen.camp,
            tone: chosen.tone,
            basis: if chosen.usage == names::Usage::Free { Basis::KnownName } else { Basis::KnownByContext },
            first: hit.first,
            proclitics: hit.proclitics,
            end: hit.end,
        })
    }

    /// Takes in labels, type words of media, epithets and quotes, and cuts the span.
    fn finish(&self, mut named: Named) -> Found {
        self.take_label(&mut named);
        self.take_epithet(&mut named);
        self.close_quote(&mut named);
        let start = self.tokens[named.first].span.start() + self.cut_bytes(named.first, named.proclitics);
        let span = Span::new(start, self.tokens[named.end - 1].span.end());
        let head = sense::anaphoric_head(self, &named);
        let Named { entity, kind, camp, tone, basis, end, .. } = named;
        Found { mention: Mention { span, entity, kind, camp, tone, basis }, end, head }
    }

    /// ميليشيا، مرتزقة، تنظيم، ما يسمى before an actor; وكالة، صحيفة before an outlet. Nothing stands between but
    /// quotes, and the name has no proclitic of its own but that of `ما يسمى بـ`.
    fn take_label(&self, named: &mut Named) {
        if !matches!(named.proclitics, "" | "ب") || named.kind == MentionKind::Place {
            return;
        }
        let mut at = self.behind_quotes(named.first);
        if named.kind == MentionKind::Outlet {
            let free = |i: &usize| self.is_word(*i, Signal::Outlet) && !self.overlaps_last(*i);
            if let Some(first) = at.checked_sub(1).filter(free) {
                named.proclitics = self.proclitics_before(first, Signal::Outlet);
                named.first = first;
            }
            return;
        }
        while let Some((first, tone)) = self.label_before(at) {
            if self.overlaps_last(first) || self.facts.is(first, Signal::Stop) && tone == Tone::Neutral {
                return;
            }
            let of_its_own = self.lexicon.name_of(&named.entity).is_some_and(|(ar, _)| {
                let own = names::words_of(ar);
                own.first().is_some_and(|w| readings(&self.tokens[first].key).any(|r| r.rest == &**w))
            });
            if tone != Tone::Neutral && !of_its_own {
                named.tone = tone;
            }
            named.proclitics = self.label_proclitics(first);
            named.first = first;
            at = self.behind_quotes(first);
        }
    }

    /// The label that ends right before token `at`: its first token, and its tone.
    pub(crate) fn label_before(&self, at: usize) -> Option<(usize, Tone)> {
        let last = at.checked_sub(1)?;
        // Behind لل the article is not written, and a label has none.
        let may_end = self.facts.cut_is(last, Signal::LabelEnd) || self.key(last).contains("لل");
        if may_end { self.lexicon.signals.label_before(self.tokens, at) } else { None }
    }

    fn take_epithet(&self, named: &mut Named) {
        if matches!(named.kind, MentionKind::Place | MentionKind::Outlet | MentionKind::Person) {
            return;
        }
        let mut next = named.end;
        while self.tokens.get(next).is_some_and(|t| is_quote(t) && is_closing(&t.key)) {
            next += 1;
        }
        if let Some(tone) = self.tokens.get(next).and_then(|t| self.lexicon.signals.epithet(&t.key)) {
            named.tone = tone;
            named.end = next + 1;
        }
    }

    /// A quotation opened inside the name is closed in it.
    fn close_quote(&self, named: &mut Named) {
        let inside = &self.tokens[named.first..named.end];
        let opened = inside.iter().filter(|t| is_quote(t)).count() % 2 == 1;
        if opened && self.tokens.get(named.end).is_some_and(|t| is_quote(t) && is_closing(&t.key)) {
            named.end += 1;
        }
    }

    /// The first of the opening quotes right before a token.
    fn behind_quotes(&self, mut at: usize) -> usize {
        while at > 0 && is_quote(&self.tokens[at - 1]) && is_opening(&self.tokens[at - 1].key) {
            at -= 1;
        }
        at
    }

    /// The word before a token, quotes apart: its index.
    pub(crate) fn word_before(&self, at: usize) -> Option<usize> {
        let i = self.behind_quotes(at).checked_sub(1)?;
        (self.tokens[i].kind == TokenKind::Word).then_some(i)
    }

    pub(crate) fn key(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.key.as_str())
    }

    /// True where the word, proclitics apart, is such a signal.
    pub(crate) fn is_word(&self, at: usize, signal: Signal) -> bool {
        self.facts.cut_is(at, signal) && self.tokens[at].kind == TokenKind::Word
    }

    /// True where the token stands in quotation marks of its own.
    pub(crate) fn is_quoted(&self, first: usize, end: usize) -> bool {
        first > 0
            && is_quote(&self.tokens[first - 1])
            && is_opening(&self.tokens[first - 1].key)
            && self.tokens.get(end).is_some_and(|t| is_quote(t) && is_closing(&t.key))
    }

    fn overlaps_last(&self, first: usize) -> bool {
        self.found.last().is_some_and(|f| first < f.end)
    }

    /// The proclitics of a signal word.
    fn proclitics_before(&self, at: usize, signal: Signal) -> &'static str {
        let signals = &self.lexicon.signals;
        readings(&self.tokens[at].key)
            .find(|r| !r.proclitics.ends_with("ال") && signals.is(r.rest, signal))
            .map_or("", |r| r.proclitics)
    }

    /// The proclitics of the first word of a label.
    fn label_proclitics(&self, at: usize) -> &'static str {
        let signals = &self.lexicon.signals;
        readings(&self.tokens[at].key)
            .find(|r| !r.proclitics.ends_with("ال") && signals.is_label_word(r.rest))
            .map_or("", |r| r.proclitics)
    }

    /// How many bytes of a token its proclitics take; of `لل` the second lam is the article's and stays.
    fn cut_bytes(&self, at: usize, proclitics: &str) -> usize {
        let letters = proclitics.chars().count() - usize::from(proclitics.ends_with("لل"));
        cut_bytes(self.tokens[at].span.of(self.text), letters)
    }
}

/// Bytes of the first `letters` letters of a word, with the marks and tatweel on them.
pub(crate) fn cut_bytes(word: &str, letters: usize) -> usize {
    let mut left = letters;
    for (i, c) in word.char_indices() {
        if is_mark(c) || is_control(c) || c == '\u{640}' {
            continue;
        }
        if left == 0 {
            return i;
        }
        left -= 1;
    }
    if left == 0 && letters > 0 { word.len() } else { 0 }
}

#[cfg(test)]
mod tests;
