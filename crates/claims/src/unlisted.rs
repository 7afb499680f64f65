//! Reports that the list of verbs does not know, told by how they are built: a verb with one who can speak and a clause
//! behind أنّ (أسرّ دبلوماسي بأن المشروع …), words behind a colon and in quotation marks (زميل له بدا أقل تشاؤماً: «…»),
//! and one who is relayed from behind (مصدر نقلت عنه الوكالة قوله: …).

use crate::attribution::{Cue, FAR, Scan, Source};
use crate::reading::MentionKind;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, ClassSet, Shape, Stance};

/// Tokens between who speaks and the complementiser: 3 to 10.
const REACH: usize = 6;

/// Words of a clause that describes an indefinite speaker: 3 to 8.
const DESCRIBED: usize = 6;

/// Connectives and auxiliaries before a verb at the head of its clause: 2 to 6.
const HEAD: usize = 4;

/// Verbs of what somebody comes to know, or of how something seems: no report, whoever is their subject.
const KNOWING: [&str; 34] = [
    "يعد",
    "تعد",
    "يمثل",
    "تمثل",
    "يشكل",
    "تشكل",
    "يثبت",
    "تثبت",
    "يدل",
    "تدل",
    "عرف",
    "عرفت",
    "يعرف",
    "تعرف",
    "عرفوا",
    "يعرفون",
    "ادرك",
    "ادركت",
    "يدرك",
    "تدرك",
    "نسي",
    "نسيت",
    "شعر",
    "شعرت",
    "يشعر",
    "فوجي",
    "فوجئ",
    "اكتشف",
    "اكتشفت",
    "اكتشفوا",
    "يبدو",
    "بدا",
    "تبين",
    "يعني",
];

impl Scan<'_, '_> {
    /// أسرّ دبلوماسي لصحافيين بأن المشروع …, يُجمع الوجهاء على أن اللواء …: an unknown verb, its subject, and a clause with its
    /// own. Behind أنْ stands a verb (أراد أن يغادر): that is no report.
    pub(crate) fn with_clause(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        // Most words stand inside a clause, or have none before the next sign: what is cheap to see comes first.
        if !doc.marks[at].conjoined && at > self.clause + HEAD || !self.may_be_verb(at) {
            return None;
        }
        let turn = doc.turn(at + 1, self.end);
        if turn >= self.end || !doc.is(turn, Class::That) || !self.is_unknown(at) {
            return None;
        }
        let from = self.opening(at);
        let head = from <= self.clause || doc.marks[at].conjoined;
        // شُهد للأمير أنه …: whom it is said of.
        let follows = at + 1 < self.end && !self.dependent(at + 1);
        if !head || !follows || self.negation(at) {
            return None;
        }
        let speaker = phrase(doc, at + 1, self.end, Bound::Object, None)
            .filter(|p| self.plausible(p) && self.can_tell(p))?;
        let medium = self.medium(speaker.to);
        let next = medium.as_ref().map_or(speaker.to, |m| m.to);
        let that = (next..self.end.min(next + REACH))
            .take_while(|i| !doc.is_break(*i) && doc.form(*i).is_none() && !doc.is(*i, Class::Relative))
            .find(|i| doc.is(*i, Class::That))?;
        let plain = !doc.key(that).starts_with('ف')
            && !doc.marks[that].conjoined
            && !doc.is(that - 1, Class::NotBeforeThat);
        if !plain || !self.opens_clause(that) {
            return None;
        }
        let mut cue = self.after(from, Source::Named(speaker), Stance::Neutral, (that + 1, 0));
        cue.relays.extend(medium);
        Some(cue)
    }

    /// True of a word that is marked as nothing else than a verb of saying can be.
    fn may_be_verb(&self, at: usize) -> bool {
        let mark = &self.doc.marks[at];
        mark.class == ClassSet::default()
            && mark.mention.is_none()
            && mark.date.is_none()
            && mark.form.is_none()
            && mark.happening.is_none()
            && mark.said.is_none()
    }

    /// True of a word that can be a verb of saying by its letters, as far as any list can tell.
    fn is_unknown(&self, at: usize) -> bool {
        let doc = self.doc;
        let key = doc.bare(at);
        doc.is_word(at)
            && key.chars().count() >= 3
            && !key.starts_with("ال")
            && !key.ends_with(['ه', 'ا'])
            && !key.starts_with(['ل', 'ب', 'ك'])
            && !KNOWING.contains(&key)
            && !crate::derived::is_verbal_noun(key)
            && doc.ctx.lexicon.nouns.read(doc.key(at)).is_none()
    }

    /// One with a tongue: a person, a post, a noun of those who speak; bodies and forces do much else with أن.
    fn can_tell(&self, speaker: &Phrase) -> bool {
        let doc = self.doc;
        let named = doc.mentions_in(speaker.from..speaker.to).any(|m| m.kind == MentionKind::Person);
        let noun = doc.bare(speaker.from).trim_start_matches("ال");
        named || doc.is(speaker.from, Class::Title) || doc.words.classes(noun).0.has(Class::Speaker)
    }

    /// True where a nominal clause stands behind the complementiser: أن الحصار, أنه, أن عدد, not أن يغادر.
    fn opens_clause(&self, that: usize) -> bool {
        let doc = self.doc;
        let next = that + 1;
        let pronoun = doc.has_pronoun(that) || doc.key(that).ends_with("ني");
        // أن تأمر …: no person called Tamir.
        let verb = doc.key(next).starts_with(['ي', 'ت', 'ن']);
        let named = doc.mention_from(next).is_some_and(|m| !verb || m.kind != MentionKind::Person);
        pronoun
            || doc.key(next).starts_with("ال")
            || doc.is_quote(next)
            || doc.is_number(next)
            || named
            || doc.figure_from(next)
            || doc.marks.get(next).is_some_and(|m| m.happening.is_some_and(|h| !h.verb))
            || doc.is_word(next)
                && (doc.is(next, Class::Speaker)
                    || doc.is(next, Class::Title)
                    || doc.key(next + 1).starts_with("ال") && !verb)
    }

    /// مصدر في المحافظة نقلت عنه «الوطن» قوله: …: whoever is named before, passed on by the medium behind.
    pub(crate) fn quoted_by(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let form = doc.form(at).filter(|f| f.shape != Shape::Participle)?;
        if !doc.words.verb(form).takes("relay") || !matches!(doc.key(at + 1), "عنه" | "عنها" | "عنهم")
        {
            return None;
        }
        let from = (self.clause..at).find(|i| !self.light(*i) && !doc.is_quote(*i))?;
        let relative = usize::from(doc.is(at - 1, Class::Relative));
        let speaker = phrase(doc, from, at, Bound::Sign, None)
            .filter(|p| p.to + relative == at && self.plausible(p))?;
        let medium = phrase(doc, at + 2, self.end, Bound::Sign, None).filter(|p| self.plausible(p))?;
        let said = medium.to + usize::from(doc.is(medium.to, Class::Said));
        let content = match () {
            () if doc.is_sign(said, &[":"]) || doc.is(said, Class::That) => said + 1,
            () if doc.closing(said, self.end).is_some() => said,
            () => return None,
        };
        if content >= self.end {
            return None;
        }
        let mut cue = self.after(self.opening(from), Source::Named(speaker), Stance::Neutral, (content, 0));
        cue.relays.push(medium);
        Some(cue)
    }

    /// لكن زميلاً له بدا أقل تشاؤماً: «نصف البنود جاهز»: a quotation behind a colon is of whom the clause before it tells,
    /// where no verb of saying has told whose it is.
    pub(crate) fn behind_colon(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let quoted =
            doc.is_colon(at) && doc.closing(at + 1, self.end + 1).is_some_and(|close| close > at + 3);
        let told = self.out.last().is_some_and(|c| c.upto >= at);
        let from =
            (self.clause..at).find(|i| !self.light(*i) && doc.is_word(*i)).filter(|_| quoted && !told)?;
        if at - from > FAR / 2 {
            return None;
        }
        let speaker = [from, from + 1]
            .into_iter()
            .filter(|i| doc.marks[*i].form.is_none())
            .filter_map(|i| phrase(doc, i, at, Bound::Object, None))
            .find(|p| self.plausible(p) && self.can_tell(p))?;
        Some(self.after(self.opening(from), Source::Named(speaker), Stance::Neutral, (at + 1, 0)))
    }

    /// The end of a short clause that tells of an indefinite speaker: ثلاثة سائقين التقتهم الصحيفة قالوا إنهم ….
    pub(crate) fn past_description(&self, from: usize, at: usize) -> bool {
        let doc = self.doc;
        let with_object = |i: usize| {
            let key = doc.key(i);
            doc.has_pronoun(i)
                && doc.marks[i].mention.is_none()
                && key.chars().count() >= 4
                && !key.starts_with("ال")
        };
        // لكن لاجئاً وصل الأربعاء قال إن …: a verb of the indefinite noun before, and where or when.
        let came = |i: usize| {
            let noun = i.checked_sub(1).filter(|n| doc.is_word(*n) && !doc.key(*n).starts_with("ال"));
            let person = noun.is_some_and(|n| self.is_person(n) || doc.is(n, Class::Speaker));
            let verb = matches!(
                doc.key(i),
                "وصل"
                    | "وصلت"
                    | "عاد"
                    | "عادت"
                    | "فر"
                    | "فرت"
                    | "نزح"
                    | "نزحت"
                    | "نجا"
                    | "نجت"
                    | "زار"
                    | "زارت"
                    | "حضر"
                    | "حضرت"
                    | "رافق"
                    | "رافقت"
                    | "شارك"
                    | "شاركت"
                    | "غادر"
                    | "غادرت"
                    | "يعمل"
                    | "تعمل"
                    | "يقيم"
                    | "تقيم"
                    | "يسكن"
                    | "تسكن"
                    | "خرج"
                    | "خرجت"
                    | "انشق"
                    | "انشقت"
                    | "شهد"
                    | "شهدت"
                    | "اطلع"
                    | "اطلعت"
            );
            let light = (i + 1..at).all(|j| !doc.is_break(j) && !doc.is(j, Class::That));
            person && verb && light && at - i <= DESCRIBED
        };
        if came(from) {
            return true;
        }
        with_object(from)
            && phrase(doc, from + 1, at, Bound::Sign, None).is_some_and(|p| p.to == at && self.plausible(&p))
    }
}
