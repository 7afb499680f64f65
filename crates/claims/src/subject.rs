//! Who speaks where a reporting verb stands away from its subject: at the other end of the sentence, before an aside,
//! in a clause that the verb goes on with.

use crate::attribution::{Cue, Reach, Scan, Source};
use crate::reading::MentionKind;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Stance, Verb};

/// Longest aside between a speaker and the verb, in tokens: 8 to 30.
const ASIDE: usize = 18;

/// Tokens back in which the one is named whom الأخير means: 20 to 60.
const LATTER: usize = 40;

impl Scan<'_, '_> {
    /// زار الوزير المدينة، مؤكداً أن …: the subject of the sentence's first verb, or the noun that opens it.
    pub(crate) fn sentence_subject(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let first = (self.start..at).find(|i| !self.light(*i) && !doc.is_quote(*i))?;
        [first, first + 1]
            .into_iter()
            .filter_map(|from| phrase(doc, from, at, Bound::Object, None))
            .find(|p| self.plausible(p) && doc.marks.get(p.from).is_some_and(|m| m.form.is_none()))
    }

    /// …، إلا أن السفير دافع عن موقف بلاده قائلاً إن …, ثم عادت الوزارة وأقرت بـ…: the subject of the clause that the
    /// verb at `at` goes on with, where that clause began after what was reported last.
    pub(crate) fn clause_subject(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let after = match self.out.last() {
            None => self.start,
            Some(last) if last.reach == Reach::After => doc.turn(last.upto, at),
            Some(last) => last.upto,
        };
        // The last turn to another subject: a contrast, or a clause of its own behind a comma.
        let mut from = (after..at).rev().find(|i| self.contrasts(*i, after))?;
        while from < at && (!doc.is_word(from) || self.light(from) || doc.is(from, Class::That)) {
            from += 1;
        }
        let verb = doc.is_word(from)
            && doc.marks[from].mention.is_none()
            && !doc.key(from).starts_with("ال")
            && !doc.is(from, Class::Speaker)
            && !doc.is(from, Class::Title);
        let heads = if verb { [from + 1, from + 1] } else { [from, from] };
        heads
            .into_iter()
            .filter_map(|i| phrase(doc, i, at, Bound::Object, None))
            .find(|p| self.plausible(p) && doc.marks.get(p.from).is_some_and(|m| m.form.is_none()))
            .map(|p| self.to_person(p))
    }

    /// وقلّل مصدر في الرئاسة من جدية العرض، مؤكداً …: the subject of the clause right before. After a report only one who
    /// is there to speak, of a verb that tells no happening, speaks anew.
    pub(crate) fn subject_beside(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let from = if self.clause == at { self.before } else { self.clause };
        if !doc.is_word(from) || !doc.key(from).starts_with('و') {
            return None;
        }
        let found = phrase(doc, from + 1, at, Bound::Object, None).filter(|p| self.plausible(p))?;
        let mark = doc.marks[from];
        let speaks = doc.is(found.from, Class::Speaker) || doc.is(found.from, Class::Title);
        let plain = mark.happening.is_none() && mark.form.is_none() && mark.mention.is_none();
        let after = self.out.last().is_none_or(|c| speaks && plain && c.upto < from);
        if !after || doc.marks[found.from].form.is_some() {
            return None;
        }
        // What follows a second preposition, or a name that nobody bears, is the verb's.
        let mut prepositions = (found.from + 1..found.to).filter(|i| doc.is(*i, Class::Preposition));
        let to = prepositions.nth(1).unwrap_or(found.to);
        let named = found
            .name
            .is_some_and(|(n, _)| doc.mention_from(n).is_some_and(|m| m.kind == MentionKind::Person));
        let to = found.name.filter(|_| !named).map_or(to, |(n, _)| n.min(to));
        Some(Phrase { to, name: found.name.filter(|_| named), ..found })
    }

    /// السفير الروسي فاسيلي نيبينزيا دافع …: where a person is named the phrase ends with the name.
    fn to_person(&self, found: Phrase) -> Phrase {
        let doc = self.doc;
        let named = doc
            .mentions_in(found.from..found.to)
            .find(|m| m.kind == MentionKind::Person)
            .map(|m| doc.tokens_of(m.span));
        match named {
            Some(tokens) if tokens.end < found.to => {
                let name = found.name.map(|_| (tokens.start, tokens.end));
                Phrase { to: tokens.end, name, ..found }
            }
            _ => found,
        }
    }

    /// The phrase of one who can speak, or of what is written, that ends right before `end`: it begins behind a verb,
    /// a preposition or a sign.
    pub(crate) fn ending_at(&self, floor: usize, end: usize) -> Option<Phrase> {
        let doc = self.doc;
        let opens = |i: usize| {
            let before = i.checked_sub(1).filter(|b| *b >= floor);
            before.is_some_and(|b| {
                (doc.is(b, Class::Preposition)
                    || doc.is_break(b)
                    || doc.is(b, Class::That)
                    || doc.form(b).is_some())
                    && doc.marks[b].mention.is_none()
            })
        };
        (end.saturating_sub(ASIDE / 2).max(floor)..end)
            .filter(|i| opens(*i))
            .filter(|i| {
                doc.is(*i, Class::Speaker) || doc.is(*i, Class::Statement) || doc.mention_from(*i).is_some()
            })
            .find_map(|i| phrase(doc, i, end, Bound::Sign, None).filter(|p| p.to == end))
    }

    /// The subject of the sentence's first verb, where it is a person, a post or a body that speaks, and the verb no deed.
    pub(crate) fn introduced(&self) -> Option<(Phrase, bool)> {
        let doc = self.doc;
        let first = (self.start..self.end).find(|i| !self.light(*i) && !doc.is_quote(*i))?;
        let deed = doc.marks[first].happening.is_some() || doc.marks[first].mention.is_some();
        let found = phrase(doc, first + 1, self.end, Bound::Object, None).filter(|_| !deed)?;
        let person = doc.mentions_in(found.from..found.to).any(|m| m.kind == MentionKind::Person);
        let speaks = person || doc.is(found.from, Class::Title) || doc.is(found.from, Class::Speaker);
        let hers = self.is_hers(found.from);
        speaks.then(|| (self.to_person(found), hers))
    }

    /// نقل المتحدث عن مصادر أن …، وتساءل …: who relayed, where the verb agrees with them alone.
    pub(crate) fn agreeing(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let last = self.out.iter().rev().find(|c| !matches!(c.source, Source::Carried))?;
        let Source::Named(inner) = &last.source else { return None };
        let outer = last.relays.last().filter(|r| r.from < inner.from)?;
        let hers = doc.bare(at).ends_with('ت');
        let fits = |p: &Phrase| self.is_hers(p.from) == hers;
        let single = doc.form(at).is_some_and(|f| f.shape == crate::words::Shape::Past && !f.full);
        (single && !fits(inner) && fits(outer)).then(|| outer.clone())
    }

    /// وردّت الأخيرة بأن …: the one named last before, where the word stands alone.
    pub(crate) fn latter(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let alone = !doc.key(at + 1).starts_with("ال");
        if !matches!(doc.key(at), "الاخير" | "الاخيره" | "الاخيران" | "الاخيرين") || !alone
        {
            return None;
        }
        let mention =
            doc.mentions_in(at.saturating_sub(LATTER)..at).filter(|m| m.kind != MentionKind::Place).last()?;
        let tokens = doc.tokens_of(mention.span);
        Some(Phrase { from: tokens.start, cut: 0, to: tokens.end, name: None })
    }

    /// True of a noun that goes with a verb of hers: a feminine, and a plural of things (مصادر, وسائل).
    fn is_hers(&self, head: usize) -> bool {
        let key = self.doc.key(head).trim_start_matches("ال");
        key.ends_with('ه')
            || key.ends_with("ات")
            || matches!(key, "مصادر" | "وسائل" | "تقارير" | "صحف" | "مواقع" | "قنوات")
            || self.doc.outlet_from(head)
    }

    /// True where the words turn to somebody else: إلا أن, لكن, ثم, بينما.
    fn contrasts(&self, i: usize, after: usize) -> bool {
        let doc = self.doc;
        let that = doc.is(i, Class::That) && i > after && matches!(doc.key(i - 1), "غير" | "الا" | "بيد");
        let behind_sign = i == 0 || doc.is_break(i - 1);
        let word = matches!(doc.bare(i), "لكن" | "ثم" | "بينما" | "فيما")
            || doc.key(i) == "حين" && i > 0 && matches!(doc.key(i - 1), "في" | "وفي");
        that || word && (behind_sign || doc.key(i) == "حين")
    }

    /// مسؤول في الوزارة، طلب عدم ذكر اسمه، قال إن …: who stands before the aside that ends right before `at`.
    pub(crate) fn before_aside(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let comma = |i: usize| doc.is_sign(i, &["،", ",", "-", "–"]);
        let close = (self.start..at).rev().take_while(|i| self.light(*i) || comma(*i)).find(|i| comma(*i))?;
        let floor = close.saturating_sub(ASIDE).max(self.start);
        let open =
            (floor..close).rev().find(|i| comma(*i) || doc.is(*i, Class::That)).filter(|i| comma(*i))?;
        let told = self.out.last().map_or(self.start, |c| c.upto);
        if open < told + 1 {
            return None;
        }
        let turn = |i: usize| doc.is_break(i) || doc.is(i, Class::That) || doc.is(i, Class::Connective);
        let from = (told..open).rev().find(|i| turn(*i)).map_or(told, |i| i + 1);
        let from = (from..open).find(|i| !self.light(*i))?;
        phrase(doc, from, open, Bound::Sign, None).filter(|p| p.to == open && self.plausible(p))
    }

    /// أكد … أن الأهالي قطعوا الطريق مطالبين بـ…: those who ask are the people of the clause, not who tells of them.
    pub(crate) fn of_those(&self, at: usize, stance: Stance) -> Option<Phrase> {
        let doc = self.doc;
        let many = doc.key(at).ends_with("ين") && stance == Stance::Asking;
        let last = self.out.last().filter(|c| many && c.reach == Reach::After)?;
        let that = (last.upto.saturating_sub(1)..at).rev().find(|i| doc.is(*i, Class::That))?;
        phrase(doc, that + 1, at, Bound::Object, None).filter(|p| self.plausible(p))
    }

    /// نشرت الوكالة بيانا قالت فيه إن …: the speaker is the subject of the verb before.
    pub(crate) fn in_statement(
        &self,
        at: usize,
        that: Option<usize>,
        verb: &Verb,
        stance: Stance,
    ) -> Option<Cue> {
        let doc = self.doc;
        let stated = (at.saturating_sub(6).max(self.clause)..at).any(|i| {
            let key = doc.key(i);
            // بيانا, بكلمة
            let mut bare = [key.strip_suffix('ا'), key.strip_prefix('ب')].into_iter().flatten();
            doc.is(i, Class::Statement)
                || self.is_told_noun(i)
                || bare.any(|k| doc.words.classes(k).0.has(Class::Statement))
        });
        // صوراً قالت إنها لجثث …
        let shown = at > self.start
            && that == Some(at + 1)
            && matches!(
                doc.key(at - 1),
                "صورا" | "صور" | "مقطعا" | "مشاهد" | "وثيقه" | "تسجيلا" | "وثائق" | "مصورا"
            );
        if !shown && (!stated || !matches!(doc.key(at + 1), "فيه" | "فيها")) {
            return None;
        }
        let content = match that {
            Some(that) => (that + 1 < self.end).then_some((that + 1, 0)),
            None => self.content(self.past_emphasis(at, at + 2), at, None, verb),
        }?;
        // بيان لتنظيم الدولة أعلن فيه …: whose it is stands behind it.
        let whose = |i: usize| doc.is(i, Class::Statement) && doc.key(i + 1).starts_with('ل') && at > i + 1;
        let own = (at.saturating_sub(6).max(self.clause)..at)
            .find(|i| whose(*i))
            .and_then(|i| phrase(doc, i, at, Bound::Sign, None))
            .filter(|p| p.to == at);
        let spoken = || phrase(doc, self.clause + 1, at, Bound::Object, None).filter(|s| self.plausible(s));
        let owned = own.is_some();
        let speaker = self.to_person(own.or_else(spoken)?);
        // افتتح الرئيس المؤتمر بكلمة قال فيها إن …: the verb before is news of its own.
        let object = |i: usize| doc.key(i).ends_with('ا') && !doc.key(i).starts_with('ب');
        let published = doc.form(self.clause).is_some() || (at.saturating_sub(2)..at).any(object);
        let from = if published && !owned { self.clause } else { at };
        Some(self.after(from, Source::Named(speaker), stance, content))
    }
}
