//! Charges: who accuses whom of what (اتهم س ص بـ…, حمّل س ص مسؤولية …).
//!
//! The verb takes a subject and an object, both noun phrases without a word between them. An object there must be,
//! a subject need not: with one phrase it is the object and the speaker is carried over. With two, the second begins
//! where a phrase that is full is followed by what cannot belong to it: a name, a noun of those who are accused, a
//! definite word behind an indefinite one. Where the object stands before the subject it is not told apart.

use crate::attribution::{Cue, FAR, Scan};
use crate::basis::Basis;
use crate::derived::is_adjective;
use crate::marked::Marked;
use crate::reading::{Mention, MentionKind, Role, RoleKind};
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Form, Verb};
use riwayat_text::Span;
use std::ops::Range;

/// Who is accused, and of what, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Charge {
    /// The words that name the accused; empty where a pronoun on the verb does.
    pub accused: Range<usize>,
    /// Where the charge begins: at its ب, or at مسؤولية.
    pub at: usize,
}

impl Scan<'_, '_> {
    /// Who accuses, behind the verb; `None` where only the accused is named.
    pub(crate) fn accuser(&self, from: usize, form: Form, verb: &Verb) -> Option<Phrase> {
        let charge = self.charge_at(from, verb)?;
        let from = self.past_asides(from, charge);
        // اتهمها المجلس: the pronoun is the accused, and the phrase the subject.
        let to = if form.object { charge } else { self.accused_from(from, charge) };
        phrase(self.doc, from, to, Bound::Sign, None).filter(|p| p.from < to)
    }

    /// Where the content begins - at the accused - and its letters that are no content.
    pub(crate) fn charged(&self, after: usize, at: usize, verb: &Verb) -> Option<(usize, usize)> {
        let charge = self.charge_at(after, verb)?;
        let from = self.past_asides(after, charge);
        let pronoun = self.doc.form(at).is_some_and(|f| f.object);
        if pronoun && from == charge {
            return Some((charge, usize::from(verb.takes("accused"))));
        }
        (from < charge).then_some((from, 0))
    }

    /// The charge whose content begins at `from`.
    pub(crate) fn charge_of(&self, from: usize, verb: &Verb) -> Option<Charge> {
        let at = self.charge_at(from, verb)?;
        let mut end = at;
        while end > from && (self.is_aside(end - 1) || self.doc.is_break(end - 1)) {
            end -= 1;
        }
        Some(Charge { accused: from..end, at })
    }

    /// The token at which the charge begins.
    fn charge_at(&self, from: usize, verb: &Verb) -> Option<usize> {
        let doc = self.doc;
        let limit = self.end.min(from + FAR);
        (from..limit).take_while(|i| !doc.is_sign(*i, &["."])).find(|i| {
            if verb.takes("blamed") {
                matches!(doc.key(*i), "المسووليه" | "المسؤوليه" | "مسؤوليه" | "مسووليه")
            } else {
                self.opens_charge(*i, from)
            }
        })
    }

    fn opens_charge(&self, i: usize, from: usize) -> bool {
        let doc = self.doc;
        let own = doc.is(i, Class::OwnBa)
            || doc.is(i, Class::Aside)
            || doc.is(i, Class::Preposition) && doc.key(i) != "ب"
            || doc.mention_from(i).is_some_and(|m| m.span.start() == doc.span(i).start())
            || doc.marks[i].mention.is_some() && doc.mention_from(i).is_none()
            || doc.marks[i].date.is_some()
            // التحالف بقيادة السعودية: who leads it.
            || matches!(doc.key(i), "بقياده" | "برئاسه" | "برياسه" | "بزعامه") && doc.mention_from(i + 1).is_some();
        let governed = i > from && doc.is(i - 1, Class::Preposition) && doc.marks[i - 1].mention.is_none();
        doc.is_word(i) && doc.key(i).starts_with('ب') && !own && !governed
    }

    /// The first token that is no aside: أمس, في بيان صحفي, and what two commas set off.
    fn past_asides(&self, mut from: usize, limit: usize) -> usize {
        let doc = self.doc;
        while from < limit {
            from = match () {
                () if self.is_aside(from) => from + 1,
                () if doc.is_sign(from, &["،", ","]) => {
                    self.comma_before(from + 1, limit).unwrap_or(from) + 1
                }
                () if doc.is(from, Class::Preposition) && doc.is(from + 1, Class::Statement) => {
                    from + 2 + usize::from(doc.is_word(from + 2) && is_adjective(doc.key(from + 2)))
                }
                () => return from,
            };
        }
        from.min(limit)
    }

    fn comma_before(&self, from: usize, limit: usize) -> Option<usize> {
        Some(self.doc.comma(from, limit)).filter(|at| *at < limit && self.doc.is_sign(*at, &["،", ","]))
    }

    /// كذلك, أمس, من جهته, بدوره: between the parts, of none of them.
    fn is_aside(&self, i: usize) -> bool {
        let doc = self.doc;
        let named = doc.marks[i].mention.is_some();
        !named
            && (self.light(i) || doc.is(i, Class::Aside) || doc.is(i + 1, Class::Aside) && doc.key(i) == "من")
    }

    /// Where the accused begins, `from` where no speaker stands before.
    fn accused_from(&self, from: usize, charge: usize) -> usize {
        // اتهمت قسد، في بيان، تركيا بـ…: behind what two commas set off.
        let aside = self.comma_before(from + 1, charge).and_then(|open| self.comma_before(open + 1, charge));
        if let Some(close) = aside.filter(|close| close + 1 < charge) {
            return close + 1;
        }
        let inner = from + 1..charge;
        let firm = inner.clone().find(|i| self.begins_anew(*i, from));
        let accused = firm
            .or_else(|| self.after_teller(from, charge))
            .or_else(|| inner.clone().find(|i| self.may_begin(*i, from)))
            .unwrap_or(from);
        self.past_rank(accused, from)
    }

    /// اتهم رئيس المركز اللواء فلان الفصائل بـ…: one past his rank and name, where they stand there.
    fn past_rank(&self, at: usize, from: usize) -> usize {
        let doc = self.doc;
        let ranked = at > from
            && doc.is(at, Class::Title)
            && doc.key(at).starts_with("ال")
            && [Class::Title, Class::Speaker].iter().any(|class| doc.is(from, *class));
        let person = doc.mention_from(at + 1).filter(|m| ranked && m.kind == MentionKind::Person);
        person.map_or(at, |m| doc.after(m.span))
    }

    /// True where a noun at `i` cannot belong to the phrase before it.
    fn begins_anew(&self, i: usize, from: usize) -> bool {
        let doc = self.doc;
        let Some(last) = self.last_before(i, from) else { return false };
        if !self.is_free_noun(i, last) {
            return false;
        }
        if self.is_aside(last) || self.ends_statement(last, from) {
            return true;
        }
        let titled = (from..i).any(|j| doc.is(j, Class::Title));
        let accusable = doc.mention_from(i).is_none() && self.names_accused(i);
        let closed = self.closes(last);
        let full = last > from && is_adjective(doc.key(last)) || doc.key(last).ends_with("ون");
        match doc.mention_from(i) {
            Some(m) if m.kind == MentionKind::Person => closed && !titled,
            Some(_) => closed || full,
            None if doc.key(i).starts_with("ال") && closed => accusable,
            None if doc.key(i).starts_with("ال") => full,
            None => accusable && (closed || full) || closed && !titled && !is_adjective(doc.key(i)),
        }
    }

    /// A speaker that takes no noun behind it, or a bare name: ناشطون, نساء, جميل.
    fn after_teller(&self, from: usize, charge: usize) -> Option<usize> {
        let doc = self.doc;
        let next = (from + 1..charge).find(|i| !doc.is_quote(*i))?;
        if !self.is_free_noun(next, from) {
            return None;
        }
        let key = doc.key(from);
        let known =
            [Class::Speaker, Class::Title, Class::Medium, Class::Accusable].iter().any(|c| doc.is(from, *c));
        let name = !known
            && !key.starts_with("ال")
            && doc.marks[from].mention.is_none()
            && doc.mention_from(next).is_some_and(|m| m.kind != MentionKind::Place);
        (name || doc.is(from, Class::Teller)).then_some(next)
    }

    /// A definite word behind a definite one that does not look like its adjective: المجلس المحلي المهربين.
    fn may_begin(&self, i: usize, from: usize) -> bool {
        let (doc, key) = (self.doc, self.doc.key(i));
        let last = self.last_before(i, from);
        // اتهمت أنقرة اللجنة, اتهم الوزير اللجنة: no feminine agrees with a name of one word, or with a man.
        let place = |l: usize| doc.mention_from(l).is_some_and(|m| doc.after(m.span) == l + 1);
        let his = |l: usize| doc.is(l, Class::Title) && !doc.key(l).ends_with('ه');
        let apart = last.is_some_and(|l| l == from && (place(l) || his(l)));
        let agrees = is_adjective(key) || key.ends_with('ه') && !apart;
        last.is_some_and(|l| key.starts_with("ال") && !agrees && self.closes(l) && self.is_free_noun(i, l))
    }

    /// في بيان, في تصريح صحفي: where it was said, between the one who accuses and the accused.
    fn ends_statement(&self, last: usize, from: usize) -> bool {
        let doc = self.doc;
        let noun = last
            - usize::from(last > from && doc.is(last - 1, Class::Statement) && is_adjective(doc.key(last)));
        noun > from && doc.is(noun, Class::Statement) && doc.is(noun - 1, Class::Preposition)
    }

    /// The word before `i`, quotation marks and brackets apart.
    fn last_before(&self, i: usize, from: usize) -> Option<usize> {
        let doc = self.doc;
        let last = (from..i).rev().find(|j| !doc.is_quote(*j))?;
        if !doc.is_sign(last, &[")"]) {
            return Some(last);
        }
        let open = (from..last).rev().find(|j| doc.is_sign(*j, &["("]))?;
        (from..open).rev().find(|j| !doc.is_quote(*j))
    }

    /// True of a noun, or the first word of a name, that no word before it governs or joins.
    fn is_free_noun(&self, i: usize, last: usize) -> bool {
        let doc = self.doc;
        let mark = doc.marks[i];
        let quoted = i > 0 && doc.is_quote(i - 1) && doc.mention_from(i - 1).is_some();
        let inside = mark.mention.is_some() && doc.mention_from(i).is_none() && !quoted;
        let clitic = doc.mention_from(i).is_some_and(|m| m.span.start() > doc.span(i).start());
        let joined = mark.conjoined && mark.mention.is_none() || doc.key(i).starts_with("وال");
        let governed =
            doc.is(last, Class::Preposition) && doc.marks[last].mention.is_none() && !self.is_aside(last);
        let prepositional =
            mark.mention.is_none() && (doc.is(i, Class::Preposition) || doc.key(i).starts_with("لل"));
        doc.is_word(i) && !inside && !clitic && !joined && !governed && !prepositional && !self.is_aside(i)
    }

    /// True where the word ends a definite phrase.
    fn closes(&self, i: usize) -> bool {
        let doc = self.doc;
        doc.marks[i].mention.is_some() || ["ال", "لل", "بال"].iter().any(|a| doc.key(i).starts_with(a))
    }

    fn names_accused(&self, i: usize) -> bool {
        let key = self.doc.key(i);
        let bare = key.strip_prefix("ال").unwrap_or(key);
        self.doc.words.classes(bare).0.has(Class::Accusable)
    }
}

/// Where the charge of a cue ends: at its comma, unless an adjunct of it follows (، مقابل وقف الهجمات).
pub(crate) fn charge_end(doc: &Marked<'_>, cue: &Cue, later: &[Cue], limit: usize) -> usize {
    let stop = |from: usize| doc.comma(from, limit);
    let mut end = stop(cue.charge.as_ref().map_or(cue.upto, |c| c.at.max(cue.upto)));
    while end + 1 < limit && doc.is_sign(end, &["،"]) && is_adjunct(doc, end + 1) {
        let next = stop(end + 1);
        if later.iter().any(|c| (end..next).contains(&c.from)) {
            break;
        }
        end = next;
    }
    end
}

fn is_adjunct(doc: &Marked<'_>, i: usize) -> bool {
    let bare = !doc.key(i).starts_with('و') && !matches!(doc.key(i + 1), "حين" | "وقت" | "المقابل");
    bare && (doc.is(i, Class::Preposition) || doc.is(i, Class::Relative))
        || matches!(doc.key(i), "مقابل" | "بموجب" | "وذلك" | "بهدف" | "بغيه" | "لقاء" | "نتيجه")
}

/// Puts the accused before the other parts, and leaves them no second part.
pub(crate) fn accuse(doc: &Marked<'_>, charge: &Charge, roles: &mut Vec<Role>) {
    let Range { start, end } = charge.accused;
    if start >= end {
        return;
    }
    let named = doc.mentions_in(start..end).find(|m| m.kind != MentionKind::Place);
    let role = match named {
        Some(m) => Role {
            kind: RoleKind::Accused,
            entity: m.entity.clone(),
            span: m.span,
            basis: Basis::PartCharged,
        },
        None => unnamed(doc, start, end),
    };
    roles.retain(|r| r.entity != role.entity);
    roles.insert(0, role);
}

/// The accused without a name: a capital for its government, a noun for the one so called before, else its words.
fn unnamed(doc: &Marked<'_>, start: usize, end: usize) -> Role {
    let span = Span::new(doc.span(start).start(), doc.span(end - 1).end());
    let seat = doc.ctx.lexicon.names.at(doc.ctx.tokens, start).filter(|h| h.end >= end);
    let seat =
        seat.and_then(|h| h.senses.iter().find(|s| s.kind != MentionKind::Place).map(|s| s.entity.clone()));
    let known = seat.or_else(|| so_called(doc, start, end).map(|m| m.entity.clone()));
    let entity = known.unwrap_or_else(|| {
        let words: Vec<&str> = (start..end).filter(|i| doc.is_word(*i)).map(|i| doc.key(i)).collect();
        format!("actor:{}", words.join("_")).as_str().into()
    });
    Role { kind: RoleKind::Accused, entity, span, basis: Basis::PartCharged }
}

/// The nearest name before that begins with the noun: الميليشيا after ميليشيا "قسد".
fn so_called<'a>(doc: &Marked<'a>, start: usize, end: usize) -> Option<&'a Mention> {
    let noun = doc.key(start).strip_prefix("ال").filter(|_| end == start + 1)?;
    doc.named_before(start, noun)
}

#[cfg(test)]
mod tests {
    use crate::marked::sample::claims;

    /// Checks voice, accused and content of the last claim.
    fn check(text: &str, voice: &str, accused: &str, content: &str) {
        let found = claims(text);
        let last = found.last().expect(text);
        let said = last.voice.span.map_or("", |s| s.of(text));
        let whom = last.roles.first().map_or("", |r| r.entity.as_str());
        assert_eq!((said, whom, last.span.of(text)), (voice, accused, content), "{text}");
    }

    #[test]
    fn the_object_begins_where_the_subject_is_full() {
        check("واتهم ناشطون الطرفين بحرق المحاصيل.", "ناشطون", "actor:الطرفين", "الطرفين بحرق المحاصيل");
        check(
            "واتهم كنان القوات الحكومية بحرق المحاصيل.",
            "كنان",
            "syrian-government-forces",
            "القوات الحكومية بحرق المحاصيل",
        );
        check(
            "واتهمت نساء عناصر الحاجز بحرق المحاصيل.",
            "نساء",
            "actor:عناصر_الحاجز",
            "عناصر الحاجز بحرق المحاصيل",
        );
        check(
            "واتهم مصدر أمني مجموعات مسلحة بحرق المحاصيل.",
            "مصدر أمني",
            "actor:مجموعات_مسلحه",
            "مجموعات مسلحة بحرق المحاصيل",
        );
        check(
            "واتهم المجلس المحلي في البلدة التحالف الدولي بحرق المحاصيل.",
            "المجلس المحلي في البلدة",
            "coalition",
            "التحالف الدولي بحرق المحاصيل",
        );
    }

    #[test]
    fn one_phrase_alone_is_the_accused() {
        let said = "قالت قسد إن الجسر مغلق. ";
        check(
            &format!("{said}واتهمت كذلك دمشق بحرق المحاصيل."),
            "قسد",
            "syrian-government",
            "دمشق بحرق المحاصيل",
        );
        check(
            &format!("{said}واتهمت أيضاً الفصائل المسلحة بحرق المحاصيل."),
            "قسد",
            "actor:الفصائل_المسلحه",
            "الفصائل المسلحة بحرق المحاصيل",
        );
        check(
            "قال شهود إن الجسر مغلق. واتهموا القوات الروسية بحرق المحاصيل.",
            "شهود",
            "russian-forces",
            "القوات الروسية بحرق المحاصيل",
        );
    }

    #[test]
    fn what_stands_behind_the_accuser_is_no_accused() {
        check(
            "اتهمت قسد في بيان القوات الروسية بحرق المحاصيل.",
            "قسد",
            "russian-forces",
            "القوات الروسية بحرق المحاصيل",
        );
        check(
            "اتهمت قسد (وهي في الجزيرة) القوات الروسية بحرق المحاصيل.",
            "قسد",
            "russian-forces",
            "القوات الروسية بحرق المحاصيل",
        );
        check(
            "اتهم رئيس المركز العميد سامر الحلو ناشطين بحرق المحاصيل.",
            "سامر الحلو",
            "actor:ناشطين",
            "ناشطين بحرق المحاصيل",
        );
    }

    #[test]
    fn asides_belong_to_nobody() {
        check(
            "واتهم ناشطون من أبناء البلدة من جهتهم ميليشيا \"قسد\" بحرق المحاصيل.",
            "ناشطون من أبناء البلدة",
            "sdf",
            "ميليشيا \"قسد\" بحرق المحاصيل",
        );
    }

    #[test]
    fn a_noun_points_to_the_name_that_began_with_it() {
        check(
            "قال مصدر إن ميليشيا \"قسد\" انسحبت. واتهم المصدر الميليشيا كذلك بحرق المحاصيل.",
            "المصدر",
            "sdf",
            "الميليشيا كذلك بحرق المحاصيل",
        );
    }

    #[test]
    fn the_speaker_may_stand_first_and_the_charge_be_a_participle() {
        check(
            "الإدارة الذاتية تتهم فصائل معارضة بحرق المحاصيل.",
            "الإدارة الذاتية",
            "actor:فصائل_معارضه",
            "فصائل معارضة بحرق المحاصيل",
        );
        check(
            "قال شهود إن الجسر مغلق، متهمين الجيش التركي بقصفه.",
            "شهود",
            "turkish-forces",
            "الجيش التركي بقصفه",
        );
        check(
            "وحمّل المجلس المحلي قوات النظام مسؤولية القصف.",
            "المجلس المحلي",
            "syrian-government-forces",
            "قوات النظام مسؤولية القصف",
        );
        check("واتهمها المجلس المحلي بحرق المحاصيل.", "المجلس المحلي", "", "حرق المحاصيل");
    }

    #[test]
    fn the_counterpart_of_a_deal_is_a_party_and_the_charge_keeps_its_adjunct() {
        let text = "اتهم ناشطون قسد بإبرام اتفاق مع تنظيم داعش، مقابل وقف الهجمات على الطريق.";
        let found = claims(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].event_type.as_deref(), Some("agreement"));
        let parts: Vec<_> =
            found[0].roles.iter().map(|r| (format!("{:?}", r.kind), r.entity.as_str())).collect();
        assert_eq!(parts, [("Accused".to_owned(), "sdf"), ("Party".to_owned(), "islamic-state")]);
    }
}
