//! What somebody comes out to say: خرج الناطق ليؤكد أن القوات لم تنسحب, عاد الوزير لينفي إغلاق المدارس.

use crate::attribution::{Cue, Scan, Source};
use crate::speaker::{Bound, phrase};
use crate::words::Shape;

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

impl Scan<'_, '_> {
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
