//! What is told and rejected in one sentence: ما تبثه القناة عن … كاذب, أما ما يشاع عن … فنفاه فلان, خلافاً لما أشاعته صفحات عن ….

use crate::attribution::{Cue, FAR, Reach, Scan, Source};
use crate::rumour;
use crate::speaker::{Bound, phrase};
use crate::words::{Class, Runs, Shape, Stance};

impl Scan<'_, '_> {
    /// ما تبثه القناة عن … كاذب; مزاعم … عن … باطلة.
    pub(crate) fn rejection(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let told = doc.is(at + 1, Class::Relative) && self.is_told_noun(at);
        if ![Class::Rumour, Class::Talk, Class::Contrary].iter().any(|class| doc.is(at, *class)) && !told {
            return None;
        }
        if let Some(cue) = self.contrary(at).or_else(|| self.denied_topic(at)) {
            return Some(cue);
        }
        let (start, cut, rumour) = match doc.is(at, Class::Rumour) || told {
            true => rumour::rumour(doc, at, self.end)?,
            false => self.talk(at)?,
        };
        let reject = self.rejected(start)?;
        // كل ما قيل عن …, أي حديث عن …
        let every = usize::from(at > self.start && matches!(doc.bare(at - 1), "كل" | "اي" | "جميع"));
        let from = self.opening(at - every);
        let mut cue = Cue::new(from, start, Reach::After, Source::Carried, Stance::Denying);
        let enclosed = self.out.last().is_some();
        if !enclosed {
            cue.source = Source::Outlet;
        }
        cue.cut = cut;
        cue.end = Some(reject);
        cue.rumour = Some(rumour);
        Some(cue)
    }

    /// …، خلافاً لما أشاعته صفحات عن مقتل 9 نساء: told by them, rejected by whoever speaks.
    fn contrary(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let what = at + 1;
        if !doc.is(at, Class::Contrary) || !matches!(doc.key(what), "ما" | "لما") || self.out.is_empty()
        {
            return None;
        }
        let (upto, cut, rumour) = rumour::rumour(doc, what, self.end)?;
        rumour.speaker.as_ref()?;
        let from = at - usize::from(at > self.start && doc.key(at - 1) == "علي");
        let mut cue = Cue::new(from, upto, Reach::After, Source::Carried, Stance::Denying);
        (cue.cut, cue.rumour) = (cut, Some(rumour));
        Some(cue)
    }

    /// أما ما يشاع عن صفقة فنفته الغرفة, ما نُشر عن الاتفاق نفاه المتحدث: what is told, and who denies it behind.
    fn denied_topic(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if !doc.is(at, Class::Rumour) || at > self.start && doc.form(at - 1).is_some() {
            return None;
        }
        let (upto, cut, rumour) = rumour::rumour(doc, at, self.end)?;
        let verb = (upto + 1..self.end.min(upto + FAR)).take_while(|i| !doc.is_break(*i)).find(|i| {
            let form = doc.form(*i).filter(|f| f.object && f.shape != Shape::Participle);
            form.is_some_and(|f| matches!(doc.words.verb(f).stance, Stance::Denying | Stance::Doubting))
        })?;
        let stance = doc.words.verb(doc.form(verb)?).stance;
        let judge = phrase(doc, verb + 1, self.end, Bound::Sign, None).filter(|p| self.plausible(p))?;
        let from = at - usize::from(at > self.start && doc.bare(at - 1) == "اما");
        let mut cue = Cue::new(from, upto, Reach::After, Source::Named(judge), stance);
        (cue.cut, cue.end, cue.rumour) = (cut, Some(verb), Some(rumour));
        Some(cue)
    }

    /// Where the clause that holds `from` is rejected by its predicate.
    pub(crate) fn rejected(&self, from: usize) -> Option<usize> {
        let doc = self.doc;
        let run = |i: usize| self.run(Runs::Rejections, i).is_some();
        // … كذبة مفضوحة, … «تضليل مكشوف»: an indefinite noun or adjective as the predicate.
        let predicate = |i: usize| {
            i > from
                && doc.is(i, Class::Rejecting)
                && !doc.key(i).starts_with("ال")
                && !doc.is(i - 1, Class::Preposition)
                && doc.form(i - 1).is_none()
        };
        let stop = (from..self.end.min(from + FAR))
            .take_while(|i| !doc.is_break(*i))
            .find(|i| run(*i) || predicate(*i))?;
        // محض, مجرد, an opening quotation mark belong to the verdict.
        let mut first = stop;
        while first > from + 1
            && (doc.is_quote(first - 1)
                || matches!(
                    doc.key(first - 1),
                    "محض" | "مجرد" | "خبر" | "كلام" | "ادعاء" | "اتهام" | "امر" | "شائعه"
                ))
        {
            first -= 1;
        }
        Some(first)
    }

    /// كل حديث عن انسحاب …, حديث الوزارة عن …, القول إن …: talk, where it is rejected. Where the content begins, and who talks.
    fn talk(&self, at: usize) -> Option<(usize, usize, rumour::Rumour)> {
        let doc = self.doc;
        if !doc.is(at, Class::Talk) || at > self.start && doc.is(at - 1, Class::Preposition) {
            return None;
        }
        let about = |i: usize| doc.is(i, Class::About) || doc.is(i, Class::That);
        let speaker = (!about(at + 1)).then(|| phrase(doc, at + 1, self.end, Bound::Sign, None)).flatten();
        let to = speaker.as_ref().map_or(at + 1, |p| p.to);
        let that = usize::from(doc.is(to, Class::About) && doc.is(to + 1, Class::That));
        (about(to) && to + 1 + that < self.end).then_some((
            to + 1 + that,
            0,
            rumour::Rumour { speaker, stance: Stance::Neutral },
        ))
    }
}
