//! Headings: a speaker before a colon (سانا: …, مصدر لفرات بوست: …), behind a dash at the end, or behind a quotation that makes a
//! headline.

use crate::attribution::{Cue, DATELINE, Reach, Scan, Source};
use crate::basis::Basis;
use crate::derived::is_verbal_noun;
use crate::reading::MentionKind;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Stance};

/// Tokens between the speaker of a heading and its colon: 8 to 25.
const HEADING: usize = 16;

/// Tokens of where the speaker of a heading spoke, up to the colon: 3 to 8.
const WHERE: usize = 6;

impl Scan<'_, '_> {
    /// "…" - أبو مصطفى، أحد الأهالي; … — الخوذ البيضاء: who signs, behind a dash at the end.
    pub(crate) fn dashed(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let spaced = at > self.start + 2 && doc.span(at - 1).end() < doc.span(at).start();
        if !spaced || !doc.is_sign(at, &["-", "–", "—"]) {
            return None;
        }
        let speaker = phrase(doc, at + 1, self.end, Bound::Sign, None)?;
        let person = doc.mention_from(at + 1).is_some_and(|m| m.kind != MentionKind::Place);
        let added = doc.is_sign(speaker.to, &["،", ","]) && doc.is_quote(at - 1);
        let ends = (speaker.to..self.end).all(|i| doc.is_break(i)) || added;
        // A place and its medium sign what a correspondent sent.
        let signs = (person || self.plausible(&speaker))
            && !doc.is(at + 1, Class::Medium)
            && !doc.outlet_from(at + 1);
        (ends && signs)
            .then(|| Cue::new(at, self.end, Reach::Before, Source::Named(speaker), Stance::Neutral))
    }

    /// "لن نغادر أرضنا".. أهالي الركبان يرفضون …: a quotation as a headline, and whose it is.
    pub(crate) fn headlined(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let dots = at >= self.start + 3 && doc.is_sign(at, &[".", "…"]);
        let close = doc.closing(self.start, at).filter(|_| dots)?;
        if close + 1 != at || !doc.is_quote(self.start) {
            return None;
        }
        let first = (at..self.end).find(|i| !doc.is_sign(*i, &[".", "…"]))?;
        let verb =
            (first + 1..self.end.min(first + HEADING)).find(|i| crate::polarity::is_finite(doc, *i))?;
        let speaker = phrase(doc, first, verb, Bound::Sign, None).filter(|p| p.to == verb)?;
        let signs = first > at + usize::from(!doc.is_sign(at, &["…"])) && self.plausible(&speaker);
        // Up to the last dot: what they do is told behind it.
        signs.then(|| Cue::new(at, first - 1, Reach::Before, Source::Named(speaker), Stance::Neutral))
    }

    /// A name with a colon at the head of a sentence: سانا: …, سبوتنيك عن مصادر: …, مصدر لفرات بوست: ….
    pub(crate) fn heading(&self) -> Option<Cue> {
        let doc = self.doc;
        let quoted = doc
            .closing(self.start, self.end.min(self.start + DATELINE))
            .filter(|c| doc.is_sign(c + 1, &[":"]))
            // «يسقط الحاكم»: مظاهرات …: a cry, no name.
            .filter(|c| {
                let named = doc.mention_from(self.start + 1).is_some();
                named || !(self.start + 1..*c).any(|i| crate::polarity::is_finite(doc, i))
            });
        // عن ضابط منشق: …
        let of = usize::from(doc.key(self.start) == "عن");
        let first = match quoted {
            Some(close) => Phrase { from: self.start, cut: 0, to: close + 1, name: None },
            None => phrase(doc, self.start + of, self.end, Bound::Sign, None)?,
        };
        // أعزاز: وفاة شابين: where it happened, and no government that sits there.
        let placed = quoted.is_none()
            && doc
                .mention_from(self.start)
                .is_some_and(|m| m.kind == MentionKind::Place && doc.after(m.span) == first.to);
        // رئيس لجنة المصالحة: …: a post, whatever its body is called after.
        let interview = self.medium(first.to).is_some_and(|m| doc.is_sign(m.to, &[":"]));
        let post = doc.is(self.start, Class::Title) && (doc.is_sign(first.to, &[":"]) || interview);
        let told = !post
            && (first.from..first.to)
                .any(|i| doc.marks[i].happening.is_some() && doc.marks[i].mention.is_none());
        // المقداد لـ"الميادين": …: whoever speaks to a medium can speak.
        if quoted.is_none() && (told || placed || !self.plausible(&first) && !interview) {
            return None;
        }
        let mut at = first.to;
        let (mut speaker, mut relays) = (first, Vec::new());
        if doc.key(at) == "عن" {
            let second = phrase(doc, at + 1, self.end, Bound::Sign, None)?;
            at = second.to;
            // الحكومة عن تفجير راجو: …: what they speak of.
            let topic = self.opens_noun(second.from) || is_verbal_noun(doc.key(second.from));
            if !topic {
                relays.push(std::mem::replace(&mut speaker, second));
            }
        } else if let Some(medium) = self.medium(at) {
            at = medium.to;
            relays.push(medium);
        }
        // فيلق الرحمن في بيان: …
        if doc.is(at, Class::Preposition) && doc.is(at + 1, Class::Statement) {
            let colon = (at + 2..self.end.min(at + 5)).find(|i| !doc.is_word(*i));
            at = colon.filter(|c| doc.is_sign(*c, &[":"])).unwrap_or(at);
        }
        let at = self.past_where(at);
        let upto =
            self.heading_end(at).or_else(|| self.heading_behind_aside(at)).filter(|u| *u < self.end)?;
        if upto >= 2 && relays.is_empty() && self.hides_name(at + 1) {
            relays.extend((at + 1..upto).filter_map(|i| self.medium(i)).next_back());
        }
        let mut cue = Cue::new(self.start, upto, Reach::After, Source::Named(speaker), Stance::Neutral);
        cue.basis = Basis::SourcePhrase;
        cue.relays = relays;
        Some(self.with_rumour(cue))
    }

    /// المتحدث على منصة إكس: …, الوزارة الأربعاء: …: one past where or when the speaker of a heading said it, up to its colon.
    fn past_where(&self, at: usize) -> usize {
        let doc = self.doc;
        let dated = |i: &usize| *i < self.end && doc.marks[*i].date.is_some() && !doc.is_sign(*i, &[":"]);
        let day = (at..self.end).take_while(dated).last().map_or(at, |i| i + 1);
        let place = doc.is(day, Class::Preposition) && matches!(doc.key(day), "علي" | "عبر" | "في");
        let colon =
            (day + 1..self.end.min(day + WHERE)).take_while(|i| doc.is_word(*i) || doc.is_quote(*i)).last();
        let colon = colon.map(|i| i + 1).filter(|c| place && doc.is_sign(*c, &[":"]));
        let told = |i: usize| crate::polarity::is_finite(doc, i) || doc.is(i, Class::That);
        match colon {
            Some(colon) if !(day..colon).any(told) => colon,
            _ if doc.is_sign(day, &[":"]) => day,
            _ => at,
        }
    }

    /// One past `:`, `::`, `..` or `- دمشق:` behind the speaker of a heading.
    fn heading_end(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        let run =
            |sign: &'static [&'static str]| (at..self.end).take_while(|i| doc.is_sign(*i, sign)).count();
        let (colons, dots) = (run(&[":"]), run(&[".", "…"]));
        if colons > 0 {
            return Some(at + colons);
        }
        if dots >= 2 {
            return Some(at + dots);
        }
        // الهيئة العامة - دمشق: the office, or where it sits.
        let dash = doc.is_sign(at, &["-", "–", "—"]);
        let colon = (at + 2..self.end.min(at + 5)).find(|i| doc.is_sign(*i, &[":"]))?;
        (dash && (at + 1..colon).all(|i| doc.is_word(i))).then_some(colon + 1)
    }

    /// المتحدث باسم الجماعة، في مؤتمر صحفي من صنعاء: …: one past the colon behind what a comma adds to the speaker, where no verb
    /// stands between.
    fn heading_behind_aside(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        let colon = (at + 1..self.end.min(at + HEADING)).find(|i| doc.is_sign(*i, &[":"]))?;
        let plain = |i: usize| {
            let clock = doc.is_number(i) && doc.is_sign(i + 1, &[":"]);
            let ends = doc.is_sign(i, &[".", "؛", "؟", "!"]) || doc.is_quote(i);
            !(crate::polarity::is_finite(doc, i) || doc.is(i, Class::That) || ends || clock)
        };
        let person = doc.mention_from(self.start).is_some_and(|m| m.kind == MentionKind::Person)
            || [Class::Title, Class::Speaker].iter().any(|class| doc.is(self.start, *class));
        let hidden = self.hides_name(at + 1);
        let plain = |i: usize| plain(i) || hidden && (i == at + 1 || doc.is_quote(i));
        (doc.is_sign(at, &["،", ","]) && (person || hidden) && (at + 1..colon).all(plain))
            .then_some(colon + 1)
    }

    /// …، ومصدر عسكري: …: a heading inside the sentence, at the head of a clause.
    pub(crate) fn headed(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if at <= self.start || at != self.clause || !doc.is_break(at - 1) || doc.is_sign(at - 1, &[":"]) {
            return None;
        }
        // Few clauses have a colon, and to look for one is cheap.
        if !(at + 1..self.end.min(at + 2 * DATELINE)).any(|i| doc.is_sign(i, &[":"])) {
            return None;
        }
        let mut speaker = phrase(doc, at, self.end.min(at + DATELINE), Bound::Sign, None)?;
        // والأهالي لسانا: …
        let medium = self.medium(speaker.to);
        let joined = doc.key(at).strip_prefix('و').is_some_and(|rest| rest.starts_with("ال"));
        let noun = doc.key(at).strip_prefix("وال").unwrap_or("");
        // .. وبرلماني: …
        let alone = doc.key(at).strip_prefix('و').is_some_and(|n| {
            let class = doc.words.classes(n).0;
            class.has(Class::Speaker) || class.has(Class::Title)
        });
        // عاجل | #تدمر: …: where it happened.
        let placed =
            doc.mention_from(at).is_some_and(|m| m.kind == MentionKind::Place) && doc.is_sign(at - 1, &["#"]);
        let strong = doc.is(at, Class::Speaker)
            || doc.is(at, Class::Title)
            || doc.marks[at].mention.is_some() && !placed
            || doc.words.classes(noun).0.has(Class::Speaker)
            || alone;
        let colon = medium.as_ref().map_or(speaker.to, |m| m.to);
        if !strong
            || !(self.plausible(&speaker) || joined || alone)
            || !doc.is_sign(colon, &[":"])
            || colon + 1 >= self.end
        {
            return None;
        }
        speaker.cut =
            usize::from((joined || alone || doc.marks[at].conjoined) && doc.marks[at].mention.is_none());
        let mut cue = self.after(at, Source::Named(speaker), Stance::Neutral, (colon + 1, 0));
        cue.relays.extend(medium);
        Some(cue)
    }
}

#[cfg(test)]
mod tests {
    use crate::marked::sample::told;

    #[track_caller]
    fn check(text: &str, voice: &str, content: &str) {
        let found = told(text);
        let first = found.first().map(|(v, _, c)| (v.as_str(), c.as_str()));
        assert_eq!(first, Some((voice, content)), "{text}");
    }

    #[test]
    fn where_and_when_the_speaker_of_a_heading_spoke() {
        check("المتحدث سامر الحلو على منصة إكس: الجسر مغلق", "سامر الحلو", "الجسر مغلق");
        check("وزارة الصحة الأربعاء: الجسر مغلق", "وزارة الصحة", "الجسر مغلق");
        check("وزير الصحة لـ«الوطن»: الجسر مغلق", "وزير الصحة", "الجسر مغلق");
        check("عن ضابط منشق: الجسر مغلق", "ضابط منشق", "الجسر مغلق");
        check("وزارة الصحة عن تفجير راجو: الجسر مغلق", "وزارة الصحة", "الجسر مغلق");
        check("مسؤول محلي، رفض الكشف عن اسمه، لـ«المدن»: الجسر مغلق", "مسؤول محلي", "الجسر مغلق");
    }

    #[test]
    fn a_source_before_its_colon() {
        check("حصيلة المعارك بحسب غرفة العمليات: مقتل ثلاثة جنود", "غرفة العمليات", "مقتل ثلاثة جنود");
    }
}
