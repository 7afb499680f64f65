//! What points back to what was said just before: ذلك, هذه الأرقام, الخبر; verdicts on it (… كذب محض); and words that hide
//! whose they are.

use crate::attribution::{Cue, Reach, Scan, Source};
use crate::speaker::Phrase;
use crate::words::{Class, Runs, Shape, Stance};

/// Tokens within which a name is said to be hidden: فضّل عدم الإشارة إلى اسمه.
const HIDDEN: usize = 6;

impl Scan<'_, '_> {
    /// ذلك, هذه التقديرات, الاتهامات: content that is what was said just before.
    pub(crate) fn points_back(&self, at: usize) -> bool {
        let doc = self.doc;
        let adverb = |i: usize| {
            doc.is(i, Class::Time) || doc.key(i) == "جمله" || doc.span(i).of(doc.ctx.text).contains('\u{64B}')
        };
        let ends = |i: usize| {
            let i = i + usize::from(i < self.end && adverb(i));
            i >= self.end
                || doc.is_break(i)
                || doc.marks[i].conjoined
                || doc.key(i).starts_with('و')
                || doc.key(i) == "من"
                // ذلك في بيان مقتضب
                || doc.is(i, Class::Preposition) && doc.is(i + 1, Class::Statement)
                || doc.form(i).is_some_and(|f| f.shape == Shape::Participle)
        };
        let ends = |i: usize| ends(i) || doc.outlet_from(i) && doc.key(i).starts_with('ل');
        match doc.bare(at) {
            // نفى الأمر برمته
            "الامر" => ends(at + 1 + usize::from(matches!(doc.key(at + 1), "برمته" | "كله" | "تماما"))),
            "ذلك" | "بذلك" => ends(at + 1),
            "هذا" | "هذه" | "تلك" => doc.key(at + 1).starts_with("ال") && ends(at + 2),
            word => {
                (self.is_told_definite(word) || doc.is(at, Class::Rumour) && word.starts_with("ال"))
                    && ends(at + 1)
            }
        }
    }

    /// مصدر أمني نفى ذلك: a verdict on what was said before; مدير الإعلام أفاد بذلك: whose words it was.
    pub(crate) fn pointing(&self, from: usize, at: usize, speaker: Phrase, stance: Stance) -> Cue {
        let told = stance == Stance::Neutral && self.out.is_empty();
        let reach = if told { Reach::Before } else { Reach::Echo };
        Cue::new(from, at + 1, reach, Source::Named(speaker), stance)
    }

    /// مصدر حقوقي ينفي ورابطة المعتقلين تؤكد: a verdict on what was said just before.
    pub(crate) fn verdict(&self, at: usize, from: usize, speaker: Phrase, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        // تدين وتنفي أي صلة: both verbs have one content.
        if self.shares_content(at + 1) && !doc.is(at + 2, Class::That) {
            return Some(Cue::new(from, at + 1, Reach::After, Source::Named(speaker), stance));
        }
        let ends = at + 1 >= self.end
            || doc.is_break(at + 1)
            || doc.marks[at + 1].conjoined
            || doc.key(at + 1).starts_with('و')
            || doc.key(at + 1) == "ذلك";
        let judges = matches!(stance, Stance::Denying | Stance::Affirming | Stance::Doubting);
        (ends && judges).then(|| Cue::new(from, at + 1, Reach::Echo, Source::Named(speaker), stance))
    }

    /// True of a second verb of saying, right behind the first (تدين وتنفي …).
    fn shares_content(&self, i: usize) -> bool {
        let doc = self.doc;
        // لم ينف ولم يؤكد …
        let verb = i + usize::from(doc.is(i, Class::Negator));
        doc.is_word(i)
            && doc.key(i).starts_with('و')
            && doc.form(verb).is_some_and(|f| f.shape != Shape::Participle && !f.object)
            && doc.marks[verb].mention.is_none()
    }

    /// رواية, الرقم: a noun for what was said, with the article or without.
    pub(crate) fn is_told_noun(&self, at: usize) -> bool {
        let noun = self.doc.key(at);
        self.is_told(noun.strip_prefix("ال").unwrap_or(noun))
    }

    /// الرواية, الرقم: the same with the article.
    fn is_told_definite(&self, noun: &str) -> bool {
        noun.strip_prefix("ال").is_some_and(|bare| self.is_told(bare))
    }

    fn is_told(&self, noun: &str) -> bool {
        self.doc.words.classes(noun).0.has(Class::Told)
    }

    /// هذا الكلام «كذب محض», الخبر عارٍ عن الصحة: one past a verdict that what was said just before is false, at the head of a
    /// clause.
    pub(crate) fn judged_untrue(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        let this = matches!(doc.bare(at), "هذا" | "هذه" | "تلك");
        let noun = at + usize::from(this);
        let told = self.is_told_definite(doc.key(noun));
        let alone = noun == at && matches!(doc.bare(at), "ذلك" | "الامر");
        if !told && !alone {
            return None;
        }
        let next = noun + 1 + usize::from(doc.is_quote(noun + 1));
        if let Some((_, after)) = self.run(Runs::Rejections, next) {
            return Some(after);
        }
        // محض كذب, كذب محض
        let end = self.end.min(next + 3);
        let last = (next..end).take_while(|i| doc.is_word(*i)).find(|i| self.rejects(*i, ' '))?;
        let plain = (next..last).all(|i| matches!(doc.key(i), "محض" | "مجرد" | "كلها" | "كله"));
        plain.then(|| (last..self.end).find(|i| doc.is_break(*i)).unwrap_or(self.end))
    }

    /// طلب عدم ذكر اسمه, فضّل حجب هويته, رفض الكشف عن اسمه: says of the speaker that no name is given.
    pub(crate) fn hides_name(&self, at: usize) -> bool {
        let doc = self.doc;
        let own = |i: usize| {
            let named = ["هوي", "هويت", "اسم", "اسماي", "هويات"];
            ["ه", "ها", "هم", "هما", "هن"]
                .iter()
                .any(|p| doc.key(i).strip_suffix(p).is_some_and(|n| named.contains(&n)))
        };
        let hides = |i: usize| {
            doc.is(i, Class::Absence) && doc.is(i + 1, Class::Hiding)
                || doc.is(i, Class::Hiding)
                    && (i + 1..self.end.min(i + HIDDEN)).take_while(|j| !doc.is_break(*j)).any(own)
        };
        // قال شريطة عدم نشر اسمه إن …: the verb itself reports.
        let meanwhile =
            ["شريطه", "بشرط", "شرط", "طالبا", "طالبه", "مفضلا", "مفضله", "رافضا", "رافضه", "مشترطا"];
        let reports = doc.form(at).is_some_and(|f| doc.words.verb(f).takes("that"));
        !(reports && meanwhile.contains(&doc.key(at + 1))) && (at + 1..self.end.min(at + 3)).any(hides)
    }
}

#[cfg(test)]
mod tests {
    use crate::marked::sample::check_told as check;

    const TOLD: (&str, &str, &str) = ("مدير المشفى", "asserted", "الجسر مغلق");
    const DENIED: (&str, &str, &str) = ("مصدر أمني", "denied", "الجسر مغلق");

    #[test]
    fn a_noun_for_what_was_said_is_denied_with_it() {
        check(
            "قال مدير المشفى إن الجسر مغلق، لكن مصدراً أمنياً كذّب هذا الإعلان.",
            &[TOLD, ("مصدراً أمنياً", DENIED.1, DENIED.2)],
        );
        check("قال مدير المشفى إن الجسر مغلق. مصدر أمني كذّب هذه الرواية.", &[TOLD, DENIED]);
        check("قال مدير المشفى إن الجسر مغلق. وقال مصدر أمني إن هذا الكلام «كذب محض».", &[TOLD, DENIED]);
        check("قال مدير المشفى إن الجسر مغلق؛ رواية كذّبها مصدر أمني.", &[TOLD, DENIED]);
        check("قال مدير المشفى إن الجسر مغلق، وهي معلومة قال مصدر أمني إنها غير صحيحة.", &[TOLD, DENIED]);
    }

    #[test]
    fn a_count_is_denied_alone() {
        check(
            "قال مدير المشفى إن الجسر مغلق، وإن 20 جندياً قتلوا. وقال مصدر أمني إن هذا الرقم «من نسج الخيال».",
            &[TOLD, ("مدير المشفى", "asserted", "20 جندياً قتلوا"), ("مصدر أمني", "denied", "20 جندياً قتلوا")],
        );
    }

    #[test]
    fn whose_the_words_before_were() {
        check(
            "الجسر مغلق منذ يومين. مدير المشفى أفاد بذلك.",
            &[("مدير المشفى", "asserted", "الجسر مغلق منذ يومين")],
        );
        check(
            "الجسر مغلق منذ يومين. هذا ما أعلنه مدير المشفى.",
            &[("مدير المشفى", "asserted", "الجسر مغلق منذ يومين")],
        );
    }

    #[test]
    fn a_speaker_without_a_name() {
        check(
            "مصدر في الوزارة، طلب حجب اسمه، أكد أن الجسر مغلق.",
            &[("مصدر في الوزارة", "asserted", "الجسر مغلق")],
        );
        check(
            "مصدر في الوزارة، رفض الكشف عن هويته، أكد أن الجسر مغلق.",
            &[("مصدر في الوزارة", "asserted", "الجسر مغلق")],
        );
    }
}
