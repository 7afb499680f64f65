//! Nouns of saying: those that report as their verb does (بعد إعلان الوزارة مقتل …, نفي طهران لوجود …), and those behind a
//! verb that only does again, or soon, what they say (سارعت موسكو إلى نفي …).

use crate::attribution::{Cue, Reach, Scan, Source};
use crate::derived::is_verbal_noun;
use crate::reading::MentionKind;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Stance, Verb};

/// Longest subject between such a verb and its noun, in tokens: 8 to 30.
const REACH: usize = 18;

impl Scan<'_, '_> {
    /// سارعت موسكو إلى نفي …, جدد التأكيد أن …: a verb that only does again, or soon, what its noun says. The token of
    /// the noun, its verb, and the subject between.
    fn through_noun(&self, at: usize) -> Option<(usize, &'static Verb, Option<Phrase>)> {
        let doc = self.doc;
        if !doc.is(at, Class::Renewing) {
            return None;
        }
        let next = at + 1;
        // جدّد متحدث، في مؤتمر صحفي أمس، التأكيد على …
        let aside = (next..self.end.min(next + REACH)).find(|i| doc.is_break(*i)).and_then(|open| {
            let close = doc.aside_end(open, self.end.min(open + REACH))?;
            Some((open, close + 1))
        });
        let limit = aside.map_or(next, |a| a.1) + REACH;
        let noun = (next..self.end.min(limit))
            .filter(|i| aside.is_none_or(|(open, close)| !(open..close).contains(i)))
            .take_while(|i| !doc.is_break(*i) && !doc.is(*i, Class::That))
            .find(|i| doc.verb_of_noun(*i).is_some())?;
        let verb = doc.verb_of_noun(noun)?;
        let governed = noun > next && matches!(doc.key(noun - 1), "الي" | "علي");
        let to = match aside {
            Some((open, close)) if close == noun - usize::from(governed) => open,
            _ => noun - usize::from(governed),
        };
        if to == next {
            return Some((noun, verb, None));
        }
        let subject = phrase(doc, next, to, Bound::Sign, None)?;
        (subject.to == to && self.plausible(&subject)).then_some((noun, verb, Some(subject)))
    }

    /// سارعت موسكو إلى نفي …, جدد التأكيد أن ….
    pub(crate) fn renewed(&self, at: usize) -> Option<Cue> {
        let (noun, verb, subject) = self.through_noun(at)?;
        let first = || {
            let from = (self.clause..at).find(|i| !self.light(*i))?;
            phrase(self.doc, from, at, Bound::Sign, None).filter(|p| p.to == at && self.plausible(p))
        };
        let subject = subject.or_else(first);
        if subject.is_none() && self.out.is_empty() && at > self.start {
            return None;
        }
        let that = self.that(noun, verb).filter(|t| *t == noun + 1);
        let content = self.content(noun + 1, noun, that, verb)?;
        let source = subject.map_or(Source::Carried, Source::Named);
        let from = match &source {
            Source::Named(p) if p.from < at => p.from,
            _ => at,
        };
        Some(self.after(self.opening(from), source, verb.stance, content))
    }

    /// بعد إعلان الوزارة مقتل …, من تأكيد الجيش أن …: a noun of saying with who says it and what.
    pub(crate) fn nominal(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let verb = doc.verb_of_noun(at).filter(|_| doc.marks[at].mention.is_none())?;
        // نفى is written like its noun: behind a preposition it is the noun.
        let verb_too = doc.form(at).is_some();
        // جاء نفي الجبهة …
        let came = at > self.start && matches!(doc.bare(at - 1), "جاء" | "ياتي" | "اتي" | "صدر");
        let governed =
            at == self.clause && !verb_too || at > self.start && doc.is(at - 1, Class::Preposition) || came;
        // تأكيد من القيادة على أن …
        let by = usize::from(at == self.clause && doc.key(at + 1) == "من" && !doc.key(at).starts_with("ال"));
        let head = at + 1 + by + usize::from(doc.is_quote(at + 1 + by));
        let speaks = doc.mention_from(head).is_some_and(|m| m.kind != MentionKind::Place)
            || doc.key(head).strip_prefix("ال").is_some_and(|n| doc.words.classes(n).0.has(Class::Speaker));
        let named = doc.marks.get(head).is_some_and(|m| m.mention.is_some())
            && !doc.key(at).starts_with("ال")
            && !verb_too;
        let bodies = by > 0 && [Class::Speaker, Class::Title].iter().any(|c| doc.is(head, *c));
        if !(governed || named) || !(speaks || bodies) {
            return None;
        }
        let speaker = phrase(doc, at + 1 + by, self.end, Bound::Object, Some(verb))?;
        // إعلان القائد، الثلاثاء، تعليق التنسيق
        let past =
            doc.aside_end(speaker.to, self.end.min(speaker.to + REACH)).map_or(speaker.to, |close| close + 1);
        // نفي طهران لوجود أي طائرة
        let rejected = verb.stance == Stance::Denying
            && speaker.to < self.end
            && doc.key(speaker.to).strip_prefix('ل').is_some_and(is_verbal_noun)
            && doc.marks.get(speaker.to).is_some_and(|m| m.mention.is_none());
        if rejected {
            let mut cue = self.after(at, Source::Named(speaker.clone()), verb.stance, (speaker.to, 1));
            cue.nested = true;
            return Some(cue);
        }
        let that = self.that(at, verb).filter(|t| *t == past + usize::from(doc.key(past) == "علي"));
        let told = that.is_some()
            || self.opens_noun(past)
            || self.is_demand(past)
            || self.governed(past, verb).is_some();
        let content = told.then(|| self.content(past, at, that, verb)).flatten()?;
        // بعد ساعات من إعلان …
        let long =
            at >= self.start + 3 && doc.key(at - 1) == "من" && matches!(doc.key(at - 3), "بعد" | "قبل");
        let from = match () {
            () if long => at - 3,
            () if at > self.start && doc.is(at - 1, Class::Preposition) => at - 1,
            () => at,
        };
        let mut cue = self.after(from, Source::Named(speaker), verb.stance, content);
        cue.nested = true;
        Some(cue)
    }

    /// وهو رقم أوردته القناة ونفته الهيئة: a second verdict on what was said, with its pronoun.
    pub(crate) fn judged_again(&self, at: usize, verb: &Verb) -> Option<Cue> {
        let doc = self.doc;
        let judges = matches!(verb.stance, Stance::Denying | Stance::Doubting | Stance::Affirming);
        let told = self.out.last().is_some_and(|c| matches!(c.reach, Reach::Echo | Reach::Before));
        if !judges || !told || !doc.marks[at].conjoined {
            return None;
        }
        let speaker = phrase(doc, at + 1, self.end, Bound::Sign, None).filter(|p| self.plausible(p))?;
        Some(Cue::new(at, speaker.to, Reach::Echo, Source::Named(speaker), verb.stance))
    }

    /// As below, by the subject behind the verb, or, where there is none and others spoke before, by them.
    pub(crate) fn judged_by(
        &self,
        subject: Option<&Phrase>,
        after: usize,
        from: usize,
        verb: &Verb,
    ) -> Option<Cue> {
        let source = match subject {
            Some(phrase) => Source::Named(phrase.clone()),
            None if self.out.is_empty() => return None,
            None => Source::Carried,
        };
        self.judged_false(after, from, source, verb)
    }

    /// وصف هذه الأرقام بأنها غير دقيقة, وصف ما تداولته صفحات عن … بأنه إشاعة: what is judged to be false is denied, be it
    /// told there or just before.
    pub(crate) fn judged_false(&self, after: usize, from: usize, source: Source, verb: &Verb) -> Option<Cue> {
        let doc = self.doc;
        if !verb.takes("judgement") {
            return None;
        }
        let end = self.end.min(after + 2 * REACH);
        // بـ«العارية عن الصحة»
        let quoted = |i: usize| {
            let next = i + 1 + usize::from(doc.is_sign(i + 1, &["ـ"]));
            doc.key(i) == "ب" && doc.is_quote(next) && self.rejects(next + 1, ' ')
        };
        let says = |i: &usize| {
            doc.key(*i).starts_with('ب') && doc.is(*i, Class::That) || self.rejects(*i, 'ب') || quoted(*i)
        };
        let judged = (after..end).take_while(|i| !doc.is_sign(*i, &[".", "؛"])).find(says)?;
        let last = (judged..end.min(judged + 5))
            .take_while(|i| !doc.is_break(*i))
            .find(|i| self.rejects(*i, ' ') || self.rejects(*i, 'ب'))?;
        let stop = (last..self.end).find(|i| doc.is_break(*i)).unwrap_or(self.end);
        if let Some((start, cut, rumour)) = crate::rumour::rumour(doc, after, judged) {
            let mut cue = Cue::new(from, start, Reach::After, source, Stance::Denying);
            (cue.cut, cue.end, cue.rumour) = (cut, Some(judged), Some(rumour));
            return Some(cue);
        }
        let pointing = matches!(doc.key(after), "هذا" | "هذه" | "ذلك" | "تلك")
            || matches!(
                doc.key(after),
                "الرقم"
                    | "الارقام"
                    | "التقرير"
                    | "الخبر"
                    | "الانباء"
                    | "الاتهامات"
                    | "الروايه"
                    | "الحصيله"
                    | "المزاعم"
            );
        // وصفت ما ورد فيه بأنه «افتراءات»
        let in_it = doc.key(after) == "ما"
            && matches!(doc.key(after + 1), "ورد" | "جاء" | "قيل" | "نشر")
            && matches!(doc.key(after + 2), "فيه" | "فيها" | "بهذا" | "عنه" | "عنها");
        let told = !self.out.is_empty() && (pointing || in_it);
        told.then(|| Cue::new(from, stop, Reach::Echo, source, Stance::Denying))
    }

    /// كاذب, عار عن الصحة, غير دقيق, بالباطلة: true of a word, behind that proclitic, that says something is false.
    pub(crate) fn rejects(&self, i: usize, proclitic: char) -> bool {
        let doc = self.doc;
        let key = doc.key(i);
        let word = if proclitic == 'ب' {
            match key.strip_prefix('ب') {
                Some(rest) if rest.chars().count() > 3 => rest,
                _ => return false,
            }
        } else {
            key
        };
        let bare = word.strip_prefix("ال").unwrap_or(word);
        let not = bare == "غير" && matches!(doc.key(i + 1), "دقيق" | "دقيقه" | "صحيح" | "صحيحه");
        not || doc.words.classes(bare).0.has(Class::Rejecting)
    }
}
