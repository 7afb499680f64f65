//! What somebody else has told, cited in passing: رداً على ما نشرته الصحيفة عن …, التحقق مما أعلنه الإعلام الحربي عن …. It is
//! theirs, whoever goes on to answer it.

use crate::attribution::{Cue, Reach, Scan, Source};
use crate::rumour;
use crate::words::{Class, Runs, Stance};

impl Scan<'_, '_> {
    /// لم يصدر تعليق على ما قاله … حول …, رداً على ما نشرته … من أن …: told by whoever is named; behind a line that nobody
    /// answered or could verify it, it stays open.
    pub(crate) fn cited(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let what = matches!(doc.key(at), "مما" | "لما" | "بما" | "عما") || doc.bare(at) == "ما";
        if !what {
            return None;
        }
        let head = self.clause.min(at);
        let silent = (head..at.min(head + 4)).any(|i| self.run(Runs::Silences, i).is_some());
        let governed = doc.bare(at) != "ما" || at > self.start && CITING.contains(&doc.bare(at - 1));
        if !silent && !governed {
            return None;
        }
        let (upto, cut, rumour) = rumour::rumour(doc, at, self.end)?;
        let speaker = rumour.speaker.filter(|p| silent || self.plausible(p))?;
        let stance = if silent { Stance::Doubting } else { rumour.stance };
        let from = if silent { head } else { self.cites_from(at) };
        let mut cue = Cue::new(from, upto, Reach::After, Source::Named(speaker), stance);
        (cue.cut, cue.nested) = (cut, true);
        // رداً على ما نشرته الصحيفة عن …؛ لكن …
        let turn = (upto..self.end).find(|i| doc.is_break(*i) && doc.is(i + 1, Class::Connective));
        cue.end = turn.filter(|_| !silent);
        Some(cue)
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

/// Behind these stands what is cited.
const CITING: [&str; 8] = ["علي", "بشان", "حول", "من", "خلفيه", "ازاء", "بخصوص", "حيال"];
