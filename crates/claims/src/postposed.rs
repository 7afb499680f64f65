//! Speakers behind what they say: …، تقول اللجنة, "…"، بهذه الكلمات ردّ فلان, and what stands behind such a speaker: the
//! post, the medium, the rest of the clause.

use crate::attribution::{Cue, Reach, Scan, Source};
use crate::reading::MentionKind;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Stance, Verb};

/// Tokens of where something was said, behind who said it: 4 to 12.
const ADJUNCT: usize = 8;

impl Scan<'_, '_> {
    /// A verb whose content stands elsewhere: before it, at the next verb (لم تنف ولم تؤكد), or in ذلك.
    pub(crate) fn contentless(
        &self,
        at: usize,
        from: usize,
        speaker: Phrase,
        verb: &Verb,
        stance: Stance,
    ) -> Option<Cue> {
        let doc = self.doc;
        let next = speaker.to;
        if doc.key(next) == "ذلك" && (next + 1 >= self.end || doc.is_break(next + 1)) {
            return Some(Cue::new(from, next + 1, Reach::Echo, Source::Named(speaker), stance));
        }
        let verb_next = (next..self.end.min(next + 3)).any(|i| doc.form(i).is_some());
        let again = doc.key(next).starts_with('و')
            && verb_next
            && (doc.marks[next].conjoined || doc.is(next, Class::Negator));
        if again && self.plausible(&speaker) {
            return Some(Cue::new(from, next, Reach::After, Source::Named(speaker), stance));
        }
        self.postposed(at, from, speaker, verb, stance)
    }

    /// "…"، أضاف في مقابلة: the verb without its subject behind a whole quotation; whoever spoke before.
    pub(crate) fn carried_behind(&self, at: usize, next: usize, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let comma = usize::from(at > self.start && doc.is_sign(at - 1, &["،", ","]));
        let quoted = at > self.start + 1 + comma && doc.is_quote(at - 1 - comma) && doc.is_quote(self.start);
        let alone = next >= self.end || doc.is_break(next) || doc.is(next, Class::Preposition);
        if !quoted || !alone || !self.out.is_empty() || !verb.takes("that") || doc.marks[at].conjoined {
            return None;
        }
        let adjunct = doc.turn(next, self.end);
        Some(Cue::new(at, adjunct, Reach::Before, Source::Carried, stance))
    }

    /// …, تقول الأمم المتحدة.
    pub(crate) fn postposed(
        &self,
        at: usize,
        from: usize,
        speaker: Phrase,
        verb: &Verb,
        stance: Stance,
    ) -> Option<Cue> {
        let doc = self.doc;
        let set_off = from > self.start
            && (doc.is_break(from - 1) && !doc.is_sign(from - 1, &[":"])
                || doc.is_quote(from - 1)
                || doc.key(at - 1) == "هكذا"
                || at >= 2 && doc.key(at - 2) == "بهذه");
        let after_question = from == self.start && verb.takes("question");
        // …، تقول المسنّة زلوخ حمو التي …: nothing but the name can follow.
        let plain = |i: usize| {
            let mark = doc.marks.get(i).copied();
            doc.is_word(i)
                && mark.is_some_and(|m| {
                    m.mention.is_none()
                        && m.form.is_none()
                        && m.happening.is_none()
                        && m.class == Default::default()
                })
                && !doc.key(i).starts_with(['و', 'ب', 'ل'])
                && !doc.span(i).of(doc.ctx.text).contains('\u{64B}')
        };
        let named = set_off
            && doc.key(speaker.from).starts_with("ال")
            && speaker.name.is_none()
            && plain(speaker.to)
            && plain(speaker.to + 1);
        let speaker = match named {
            true => Phrase { to: speaker.to + 2, name: Some((speaker.to, speaker.to + 2)), ..speaker },
            false => speaker,
        };
        // قال أحد سكان البلدة لوكالة سمارت
        let medium = (speaker.from + 1..speaker.to).find(|i| self.medium(*i).is_some());
        let speaker = Phrase { to: medium.unwrap_or(speaker.to), ..speaker };
        if !(set_off || after_question)
            || !(verb.takes("that") || verb.takes("quote") || verb.takes("question"))
            || doc.marks[at].conjoined
            || !self.plausible(&speaker) && doc.is_word(speaker.to)
        {
            return None;
        }
        let medium = self.medium(speaker.to);
        let upto = medium.as_ref().map_or(speaker.to, |m| m.to);
        // "…"، كتب المحلل على صفحته، "…": where it was said, before the quotation goes on.
        let resumed = (upto..self.end.min(upto + ADJUNCT))
            .find(|i| doc.is_break(*i))
            .filter(|i| doc.is(upto, Class::Preposition) && doc.is_quote(*i + 1) && doc.is_quote(self.start));
        let upto = resumed.unwrap_or(upto);
        let (from, reach) =
            self.goes_around(from, upto).map_or((from, Reach::Before), |start| (start, Reach::Around));
        let mut cue = Cue::new(from, upto, reach, Source::Named(speaker), stance);
        cue.relays.extend(medium);
        self.titled_behind(&mut cue);
        Some(cue)
    }

    /// فقدنا، والكلام لقائد ميداني، أحد عشر مقاتلاً: whose words these are.
    pub(crate) fn words_of(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if !matches!(doc.key(at), "والكلام" | "والحديث") {
            return None;
        }
        // والكلام هنا لضابط ميداني
        let words = at;
        let at = at + usize::from(doc.key(at + 1) == "هنا");
        if !doc.key(at + 1).starts_with('ل') {
            return None;
        }
        let mut speaker = phrase(doc, at + 1, self.end, Bound::Sign, None)?;
        let named = doc.mention_from(at + 1).is_some_and(|m| m.span.start() > doc.span(at + 1).start());
        let noun = doc.key(at + 1).strip_prefix("لل").map_or_else(
            || doc.key(at + 1).strip_prefix('ل').map(str::to_owned),
            |rest| Some(format!("ال{rest}")),
        )?;
        let speaks = doc.words.classes(noun.strip_prefix("ال").unwrap_or(&noun)).0;
        if !named && !speaks.has(Class::Speaker) && !speaks.has(Class::Title) {
            return None;
        }
        speaker.cut = usize::from(!doc.key(at + 1).starts_with("لل"));
        let amid = self.amid(words, speaker.to);
        let (from, reach) = match amid {
            true => (self.around_from(words), Reach::Around),
            false => (words, Reach::Before),
        };
        Some(Cue::new(from, speaker.to, reach, Source::Named(speaker), Stance::Neutral))
    }

    /// "…"، بهذه الكلمات ردّ فلان, هكذا لخّص المشهد مختار الحي: whatever the verb, what stands before is theirs.
    pub(crate) fn so_said(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let words = |i: usize| {
            matches!(
                doc.key(i),
                "الكلمات" | "العبارات" | "العباره" | "الجمله" | "الصوره" | "الطريقه" | "المفردات"
            )
        };
        let verb = match doc.key(at) {
            "هكذا" => at + 1,
            "بهذه" | "بتلك" if words(at + 1) => at + 2,
            // "…". بهذا ردّ المتحدث على …
            "بهذا" | "بذلك" if doc.form(at + 1).is_some_and(|f| doc.words.verb(f).takes("quote")) => {
                at + 1
            }
            _ => return None,
        };
        // …؟ هكذا تساءل فلان: of the sentence before.
        let set_off = at > 0 && (doc.is_break(at - 1) || doc.is_quote(at - 1));
        // هكذا بدت المدينة
        // هكذا جاء ردّ الأمن العام
        let answered = matches!(doc.key(verb), "جاء" | "كان" | "اتي")
            && matches!(doc.key(verb + 1), "رد" | "جواب" | "تعليق" | "تعقيب" | "توصيف" | "وصف" | "موقف");
        let tells = verb > at + 1 || doc.form(verb).is_some() || answered;
        if !set_off || !tells || !doc.is_word(verb) || doc.marks[verb].mention.is_some() {
            return None;
        }
        let speaker = (verb + 1..self.end.min(verb + 3))
            .take_while(|i| doc.is_word(*i) || doc.is_quote(*i))
            .find_map(|i| phrase(doc, i, self.end, Bound::Object, None).filter(|p| self.plausible(p)))?;
        let stance = doc.form(verb).map_or(Stance::Neutral, |form| doc.words.verb(form).stance);
        // هكذا لخّص الموقع، نقلاً عن مصدر طبي، حصيلة الليلة
        let comma = usize::from(doc.is_sign(speaker.to, &["،", ","]));
        let citing = doc.bare(speaker.to + comma) == "نقلا" && doc.key(speaker.to + comma + 1) == "عن";
        let origin = phrase(doc, speaker.to + comma + 2, self.end, Bound::Sign, None).filter(|_| citing);
        let Some(origin) = origin.filter(|p| self.plausible(p)) else {
            return Some(Cue::new(at, speaker.to, Reach::Before, Source::Named(speaker), stance));
        };
        let mut cue = Cue::new(at, origin.to, Reach::Before, Source::Named(origin), stance);
        cue.relays.push(speaker);
        Some(cue)
    }

    /// …، حسبما أوضح فلان، معاون الوزير، للقناة; يقول فلان الناطق باسم …: the post behind the name, and the medium it was told
    /// to, up to the end of the clause.
    pub(crate) fn titled_behind(&self, cue: &mut Cue) {
        let doc = self.doc;
        let Source::Named(speaker) = &cue.source else { return };
        let comma = doc.is_sign(cue.upto, &["،", ","]);
        let from = cue.upto + usize::from(comma);
        if cue.reach != Reach::Before || !comma && !doc.key(from).starts_with("ال") {
            return;
        }
        let person = speaker.name.is_some()
            || doc.mention_from(speaker.from).is_some_and(|m| m.kind == MentionKind::Person);
        // "…"، رد المتحدث باسم الفصيل، فلان، على سؤال: the name behind the post.
        let name = doc
            .mention_from(from)
            .filter(|m| m.kind == MentionKind::Person && comma && speaker.name.is_none());
        if let Some(name) = name.map(|m| doc.after(m.span)).filter(|to| *to >= self.end || doc.is_break(*to))
        {
            self.apposition(cue, from, self.end);
            cue.upto = name;
            return;
        }
        if !person || !(doc.is(from, Class::Title) || doc.is(from, Class::Speaker)) {
            return;
        }
        let Some(post) = phrase(doc, from, self.end, Bound::Sign, None) else { return };
        let medium = self.medium(post.to + usize::from(doc.is_sign(post.to, &["،", ","])));
        let to = medium.as_ref().map_or(post.to, |m| m.to);
        if to < self.end && !doc.is_break(to) {
            return;
        }
        self.apposition(cue, from, self.end);
        cue.relays.extend(medium);
        cue.upto = to;
    }

    /// Where the clause begins that a source at `from` stands in; one behind «بعد أن» belongs to the clause before it.
    pub(crate) fn around_from(&self, from: usize) -> usize {
        let doc = self.doc;
        let clause = if self.clause < from { self.clause } else { self.before };
        let dependent =
            clause >= 2 && doc.is(clause - 1, Class::That) && doc.is(clause - 2, Class::NotBeforeThat);
        if dependent && self.before < clause { self.before } else { clause }
    }

    /// …، تقول اللجنة، بعدما غادر …: one clause goes on behind who tells it. Where that clause begins.
    pub(crate) fn goes_around(&self, from: usize, to: usize) -> Option<usize> {
        const ON: [&str; 19] = [
            "اغلبهم",
            "غالبيتهم",
            "جلهم",
            "نصفهم",
            "بعضهم",
            "اثناء",
            "بعدما",
            "بعد",
            "بينهم",
            "بينها",
            "بينهن",
            "منهم",
            "منها",
            "قبل",
            "منذ",
            "خلال",
            "اثر",
            "جراء",
            "معظمهم",
        ];
        let doc = self.doc;
        let comma = doc.is_sign(to, &["،", ","]) && from > 0 && doc.is_sign(from - 1, &["،", ","]);
        // …، تقول الوزارة، في الهجوم الذي …; not في حين
        let adjunct = matches!(doc.key(to + 1), "في" | "علي" | "قرب" | "عند" | "بسبب" | "نتيجه")
            && !matches!(doc.key(to + 2), "حين" | "وقت" | "المقابل" | "الوقت" | "السياق");
        (comma && (ON.contains(&doc.key(to + 1)) || adjunct)).then(|| self.around_from(from))
    }
}
