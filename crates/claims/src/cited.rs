//! What somebody else has told, cited in passing: رداً على ما نشرته الصحيفة عن …, التحقق مما أعلنه الإعلام الحربي عن …. It is
//! theirs, whoever goes on to answer it.

use crate::attribution::{Cue, Reach, Scan, Source};
use crate::rumour;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Form, Runs, Shape, Stance, Verb};

impl Scan<'_, '_> {
    /// لم يصدر تعليق على ما قاله … حول …, رداً على ما نشرته … من أن …: told by whoever is named; behind a line that nobody
    /// answered or could verify it, it stays open.
    pub(crate) fn cited(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let what = matches!(doc.key(at), "مما" | "لما" | "بما" | "عما") || doc.bare(at) == "ما";
        // في تعليقه على مزاعم الوزارة بأن …
        let answers = || {
            (at.saturating_sub(3).max(self.start)..at)
                .any(|i| ANSWERS.iter().any(|a| doc.key(i).starts_with(a)))
        };
        let rumour = doc.is(at, Class::Rumour) && at > self.start && doc.key(at - 1) == "علي" && answers();
        if !what && !rumour {
            return None;
        }
        let head = self.clause.min(at);
        let silent = (head..at.min(head + 4)).any(|i| self.run(Runs::Silences, i).is_some());
        let governed =
            rumour || doc.bare(at) != "ما" || at > self.start && CITING.contains(&doc.bare(at - 1));
        if !silent && !governed {
            return None;
        }
        let (upto, cut, told) = rumour::rumour(doc, at, self.end)?;
        let speaker = told.speaker.filter(|p| silent || self.plausible(p))?;
        let stance = if silent { Stance::Doubting } else { told.stance };
        let from = if silent { head } else { self.cites_from(at) };
        let mut cue = Cue::new(from, upto, Reach::After, Source::Named(speaker), stance);
        (cue.cut, cue.nested) = (cut, true);
        // رداً على ما نشرته الصحيفة عن …؛ لكن …
        let turn = (upto..self.end).find(|i| doc.is_break(*i) && doc.is(i + 1, Class::Connective));
        cue.end = turn.filter(|_| !silent);
        Some(cue)
    }

    /// نقلت الوكالة عن قيادي إقراره بـ…، وعن مصدر ثانٍ قوله إن …: a second one whom she relays.
    pub(crate) fn relayed_too(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let last = self.out.last().filter(|c| c.reach == Reach::After && !c.relays.is_empty())?;
        if doc.key(at) != "وعن" {
            return None;
        }
        let speaker = phrase(doc, at + 1, self.end, Bound::Sign, None).filter(|p| self.plausible(p))?;
        let said = doc.is(speaker.to, Class::Said)
            && (doc.is(speaker.to + 1, Class::That) || doc.is_colon(speaker.to + 1));
        let upto = speaker.to + 2;
        let mut cue = Cue::new(at, upto, Reach::After, Source::Named(speaker), Stance::Neutral);
        cue.relays = last.relays.clone();
        (said && upto < self.end).then_some(cue)
    }

    /// وهو كلام دحضه مصدر بالقول إن …, رواية كذّبها فلان بقوله: "…": what whoever judged goes on to say.
    pub(crate) fn by_saying(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let last =
            self.out.last().filter(|c| matches!(c.reach, Reach::Echo | Reach::Before) && c.upto == at)?;
        let says = matches!(doc.key(at), "بالقول" | "بقوله" | "بقولها" | "بقولهم");
        let that = doc.is(at + 1, Class::That) || doc.is_colon(at + 1);
        let upto = at + 1 + usize::from(that);
        (says && upto < self.end && (that || doc.is_quote(upto)))
            .then(|| Cue::new(at, upto, Reach::After, last.source.clone(), Stance::Neutral))
    }

    /// اعتمد المجلس قراراً يطالب الحكومة بـ…: what a document asks for is asked by those who passed it.
    pub(crate) fn of_document(
        &self,
        at: usize,
        form: Form,
        verb: &Verb,
        stance: Stance,
        next: usize,
    ) -> Option<Cue> {
        let doc = self.doc;
        let before = at.checked_sub(1).filter(|b| *b > self.start)?;
        let document = doc
            .key(before)
            .strip_suffix('ا')
            .is_some_and(|n| matches!(n, "قرار" | "بيان" | "قانون" | "مرسوم" | "تعميم" | "نداء"))
            || matches!(doc.key(before), "عريضه" | "مذكره" | "رساله" | "توصيه" | "لايحه");
        if !document || form.shape != Shape::Present || !verb.takes("addressee") {
            return None;
        }
        let speaker = self.clause_subject(before).or_else(|| self.sentence_subject(before))?;
        let addressee = phrase(doc, next, self.end, Bound::Object, Some(verb)).map_or(next, |p| p.to);
        let content = self.content(addressee, at, None, verb)?;
        Some(self.after(at, Source::Named(speaker), stance, content))
    }

    /// سؤال عما إذا كان …, سؤال لعنب بلدي عن …: what is asked, by the medium that asks or by the outlet.
    pub(crate) fn asked(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if !matches!(doc.bare(at), "سوال" | "سؤال" | "السوال" | "السؤال") {
            return None;
        }
        // …؟ سؤال طرحه نائب رئيس اللجنة
        if at == self.start && doc.has_pronoun(at + 1) && doc.is_word(at + 1) {
            let speaker = phrase(doc, at + 2, self.end, Bound::Object, None).filter(|p| self.plausible(p))?;
            return Some(Cue::new(at, speaker.to, Reach::Before, Source::Named(speaker), Stance::Wondering));
        }
        let medium = self.medium(at + 1);
        let about = medium.as_ref().map_or(at + 1, |m| m.to);
        let whether = doc.key(about) == "عما" && doc.key(about + 1) == "اذا";
        let what = doc.is(about, Class::About) && doc.is(about + 1, Class::Question);
        if !whether && !what {
            return None;
        }
        let upto = about + 1 + usize::from(whether);
        let source = medium.map_or(Source::Outlet, |m| Source::Named(Phrase { from: m.from, ..m }));
        let mut cue = Cue::new(self.cites_from(at), upto, Reach::After, source, Stance::Wondering);
        (cue.nested, cue.end) = (true, Some(doc.comma(upto, self.end)));
        (upto < self.end).then_some(cue)
    }

    /// Where the phrase begins that leads to what is cited: ردا على, تعليقا على, على خلفية.
    fn cites_from(&self, at: usize) -> usize {
        let doc = self.doc;
        let floor = self.clause.min(at);
        let mut from = at;
        while from > floor
            && at - from < LEAD
            && doc.is_word(from - 1)
            && doc.form(from - 1).is_none()
            && !doc.is(from - 1, Class::That)
            && doc.marks[from - 1].mention.is_none()
        {
            from -= 1;
        }
        from
    }
}

/// Words that lead to what is cited: 2 to 6.
const LEAD: usize = 4;

/// What answers: رداً على مزاعم, تعليقه على تقارير.
const ANSWERS: [&str; 6] = ["رد", "تعليق", "معلق", "تعقيب", "جواب", "بالرد"];

/// Behind these stands what is cited.
const CITING: [&str; 8] = ["علي", "بشان", "حول", "من", "خلفيه", "ازاء", "بخصوص", "حيال"];

#[cfg(test)]
mod tests {
    use crate::marked::sample::{chain, check_told as check};

    #[test]
    fn what_is_answered_is_of_whoever_told_it() {
        check(
            "رداً على ما نشرته صحيفة محلية عن إغلاق المعبر، قال مدير المعبر إن الحركة طبيعية.",
            &[("صحيفة محلية", "asserted", "إغلاق المعبر"), ("مدير المعبر", "asserted", "الحركة طبيعية")],
        );
        check(
            "لم يصدر عن الوزارة أي توضيح بشأن ما قاله أهالي الحي عن إغلاق المعبر.",
            &[("أهالي الحي", "doubted", "إغلاق المعبر")],
        );
        // What nobody told is no claim of somebody's.
        check("تعرف اللجنة ما حدث في السوق.", &[("", "asserted", "تعرف اللجنة ما حدث في السوق")]);
    }

    #[test]
    fn a_second_one_is_relayed_by_the_same_agency() {
        let text = "نقلت رويترز عن مصدر طبي قوله إن الجسر مغلق، وعن مصدر ثانٍ قوله إن المعبر مفتوح.";
        check(text, &[("مصدر طبي", "asserted", "الجسر مغلق"), ("مصدر ثانٍ", "asserted", "المعبر مفتوح")]);
        assert_eq!(chain(text), ["رويترز", "مصدر طبي"]);
    }

    #[test]
    fn who_judges_goes_on() {
        let told = ("مدير المشفى", "asserted", "الجسر مغلق");
        check(
            "قال مدير المشفى إن الجسر مغلق، وهو كلام دحضه مصدر أمني بالقول إن الحرس غادروا.",
            &[told, ("مصدر أمني", "denied", "الجسر مغلق"), ("مصدر أمني", "asserted", "الحرس غادروا")],
        );
    }

    #[test]
    fn a_question_is_of_the_medium_that_puts_it() {
        check(
            "ورداً على سؤال لرويترز عما إذا كان الجسر مغلقاً، قال مدير المعبر إن الحركة طبيعية.",
            &[("رويترز", "asked", "كان الجسر مغلقاً"), ("مدير المعبر", "asserted", "الحركة طبيعية")],
        );
    }

    #[test]
    fn a_document_asks_for_those_who_passed_it() {
        let passed = ("", "asserted", "اعتمد المجلس المحلي قراراً");
        let asked = ("المجلس المحلي", "asked", "فتح المعبر");
        check("اعتمد المجلس المحلي قراراً يطالب الحرس بفتح المعبر.", &[passed, asked]);
    }
}
