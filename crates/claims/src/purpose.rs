//! What somebody comes out to say or issues: خرج الناطق ليؤكد أن القوات لم تنسحب, أصدر المحافظ قراراً يقضي برفع السعر.

use crate::attribution::{Cue, Scan, Source};
use crate::speaker::{Bound, phrase};
use crate::words::{Shape, Stance};

/// Verbs of coming out or coming back, behind which a purpose is what was said.
const COMING: [&str; 22] = [
    "عاد",
    "عادت",
    "عادوا",
    "خرج",
    "خرجت",
    "خرجوا",
    "ظهر",
    "ظهرت",
    "سارع",
    "سارعت",
    "تراجع",
    "تراجعت",
    "رجع",
    "رجعت",
    "جاء",
    "جاءت",
    "اطل",
    "اطلت",
    "بادر",
    "بادرت",
    "حضر",
    "حضرت",
];

/// Words between the speaker and the purpose: 3 to 10.
const REACH: usize = 6;

/// What is issued: قرار, مرسوم.
const ISSUED: [&str; 10] =
    ["قرارا", "مرسوما", "تعميما", "امرا", "قانونا", "قرار", "مرسوم", "تعميم", "قانون", "قرارات"];

/// Words between whoever issues it and what it provides for: 8 to 20.
const DECREE: usize = 14;

impl Scan<'_, '_> {
    /// أصدر المحافظ قراراً يقضي برفع السعر, أصدرت المحكمة قراراً بحل الكتائب: what is to be, by whoever says so. At the decree.
    pub(crate) fn decree(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if !ISSUED.contains(&doc.key(at)) || doc.marks[at].mention.is_some() {
            return None;
        }
        let issue = (self.clause..at).find(|i| !self.light(*i))?;
        let issues = matches!(doc.bare(issue), "اصدر" | "اصدرت" | "اصدروا" | "يصدر" | "تصدر");
        let speaker =
            phrase(doc, issue + 1, at, Bound::Sign, None).filter(|p| issues && self.plausible(p))?;
        if speaker.to != at {
            return None;
        }
        let limit = self.end.min(at + DECREE);
        let provides = (at + 1..limit)
            .take_while(|i| !doc.is_break(*i))
            .find(|i| matches!(doc.key(*i), "يقضي" | "تقضي" | "ينص" | "تنص"));
        let from = provides.map_or(at + 1, |verb| verb + 1);
        let content = match doc.key(from) {
            "علي" | "ب" if from + 1 < self.end => (from + 1, 0),
            key if key.starts_with('ب')
                && doc.marks[from].mention.is_none()
                && doc.marks[from].date.is_none() =>
            {
                (from, 1)
            }
            _ => return None,
        };
        Some(self.after(self.opening(issue), Source::Named(speaker), Stance::Planning, content))
    }

    /// The report whose purpose stands at `at`.
    pub(crate) fn purpose(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let form = doc.form(at).filter(|f| f.shape == Shape::Present && !f.object)?;
        doc.key(at).strip_prefix('ل').filter(|rest| rest.starts_with(['ي', 'ت']))?;
        let verb = doc.words.verb(form);
        let come = (self.clause..at).find(|i| !self.light(*i))?;
        if !COMING.contains(&doc.bare(come)) || doc.marks[come].mention.is_some() {
            return None;
        }
        let source = if come + 1 == at {
            Source::Carried
        } else {
            let speaker = phrase(doc, come + 1, at, Bound::Sign, None).filter(|p| self.plausible(p))?;
            let near = at - speaker.to <= REACH && (speaker.to..at).all(|i| !doc.is_break(i));
            Source::Named(Some(speaker).filter(|_| near)?)
        };
        let content = self.content(at + 1, at, self.that(at, verb), verb)?;
        Some(self.after(self.opening(come), source, verb.stance, content))
    }
}
