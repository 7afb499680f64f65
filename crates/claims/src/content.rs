//! The content of a reporting verb: after its complementiser, colon, preposition or as its object, and what stands
//! between speaker and content - days, statements, relays, media, names in apposition.
//!
//! Where the content ends is settled in `claim`.

use crate::attribution::{Cue, FAR, Scan, Source};
use crate::derived::{is_definite_demand, is_verbal_noun};
use crate::rumour;
use crate::speaker::{Bound, Phrase, QUOTED_NAME, phrase};
use crate::words::{Class, Runs, Shape, Verb};

/// Words between قوله and its colon or quotation: 3 to 8 (قوله في تصريح لقناة العربية: …).
const SAID: usize = 6;

/// The noun of saying with whose words they are.
fn is_saying(key: &str) -> bool {
    matches!(key, "قوله" | "قولها" | "قولهم" | "قولهما" | "القول")
}

/// Words of a name between commas: 2 to 5.
const NAME: usize = 4;

/// True of ألا, written so: أن لا.
fn doc_key_not(scan: &Scan<'_, '_>, i: usize) -> bool {
    scan.doc.key(i) == "الا" && scan.doc.span(i).of(scan.doc.ctx.text).starts_with('أ')
}

/// الحديث عن …: talk of something, which whoever rejects it denies.
fn doc_talk(scan: &Scan<'_, '_>, i: usize) -> bool {
    let doc = scan.doc;
    doc.is(i, Class::Talk) && doc.key(i).starts_with("ال") && doc.is(i + 1, Class::About) && i + 2 < scan.end
}

impl Scan<'_, '_> {
    /// First token of the content and the letters of it that are not content.
    pub(crate) fn content(
        &self,
        after: usize,
        at: usize,
        that: Option<usize>,
        verb: &Verb,
    ) -> Option<(usize, usize)> {
        if let Some(that) = that {
            return (that + 1 < self.end).then_some((that + 1, 0));
        }
        if verb.accuses() {
            return self.charged(after, at, verb);
        }
        // ناشد المجلس الأهالي ألا يغادروا
        let not = |i: &usize| doc_key_not(self, *i);
        if let Some(i) = (after..self.end.min(after + SAID)).take_while(|i| !self.doc.is_break(*i)).find(not)
        {
            return Some((i, 0));
        }
        if let Some(noun) = self.telling(after).filter(|_| verb.takes("rumour") || verb.takes("said")) {
            return Some((noun, 0));
        }
        if let Some(quoted) = self.quoted_relay(after).filter(|_| verb.takes("relay")) {
            return Some(quoted);
        }
        let mut i = after;
        while i < self.end.min(at + FAR) {
            // أفادت سانا نقلاً عن مصدر طبي بوفاة …: the relay is no content.
            if matches!(self.doc.key(i), "نقلا" | "ناقلا" | "ناقله")
                && self.doc.key(i + 1) == "عن"
                && let Some(relay) = phrase(self.doc, i + 2, self.end, Bound::Object, Some(verb))
            {
                i = relay.to;
            } else if verb.takes("relay") && self.told_by_noun(i) {
                return Some((i + 1, 0));
            } else if verb.takes("said") && self.points_back(i) {
                return Some((i, 0));
            } else if self.doc.key(i).starts_with("للصحفي") || self.doc.key(i).starts_with("للصحافي")
            {
                // قال الوزير للصحفيين: "…"
                i += 1;
            } else if let Some(hidden) = self.past_hiding(i) {
                i = hidden;
            } else if self.doc.is(i, Class::Exception) {
                // غير أن …: a clause of its own.
                if self.doc.is(i + 1, Class::That) {
                    return None;
                }
                i += 1;
            } else if self.doc.key(i) == "ذلك" && self.governed(i + 1, verb).is_some() {
                // عزا ذلك إلى …
                i += 1;
            } else if let Some(list) = self.tally_list(i).filter(|_| verb.takes("rumour")) {
                return Some((list, 0));
            } else if verb.takes("said") && doc_talk(self, i) {
                // رافضاً الحديث عن كارثة وشيكة
                return Some((i + 2, 0));
            } else if verb.takes("cause") && self.is_effect(i) {
                return Some((i, 0));
            } else if let Some(found) = self.marked_off(i, verb).or_else(|| self.governed(i, verb)) {
                return Some(found);
            } else if let Some(next) = self.aside(i, verb) {
                i = next;
            } else if self.is_object(i, verb) {
                return Some((i, 0));
            } else if verb.takes("addressee") && !self.doc.is_break(i) {
                i += 1;
            } else {
                return None;
            }
        }
        None
    }

    /// نشر المكتب حصيلة الشهر الماضي: تحرير …: what stands behind the colon of a tally.
    fn tally_list(&self, i: usize) -> Option<usize> {
        let doc = self.doc;
        let tally = self.is_told_noun(i) && !doc.key(i).starts_with("ال");
        let colon = (i + 1..self.end.min(i + 2 * SAID))
            .take_while(|j| doc.is_colon(*j) || !doc.is_break(*j))
            .find(|j| doc.is_colon(*j))?;
        (tally && colon + 1 < self.end).then_some(colon + 1)
    }

    /// تعزو الوفيات إلى سوء التغذية, عزت القناة ما جرى إلى صاروخ: what has its cause told behind it.
    fn is_effect(&self, i: usize) -> bool {
        let doc = self.doc;
        let noun = doc.key(i) == "ما"
            || doc.key(i).starts_with("ال") && !doc.is(i, Class::Relative)
            || self.opens_noun(i);
        let cause =
            (i + 1..self.end.min(i + SAID)).take_while(|j| !doc.is_break(*j)).any(|j| doc.key(j) == "الي");
        noun && doc.key(i) != "الي" && cause
    }

    /// نقلت الوكالة عن الوزارة نفيها أسر جنديين: a noun of saying with the pronoun of who says it.
    fn told_by_noun(&self, i: usize) -> bool {
        let doc = self.doc;
        let theirs = ["ه", "ها", "هم"].iter().any(|p| doc.key(i).ends_with(p));
        theirs && doc.verb_of_noun(i).is_some() && i + 1 < self.end
    }

    /// شكك مسؤول طلب عدم نشر اسمه في …: one past the words that hide a name.
    fn past_hiding(&self, i: usize) -> Option<usize> {
        let doc = self.doc;
        let hides = doc.is_word(i) && self.hides_name(i);
        let name =
            |j: &usize| matches!(doc.key(*j), "اسمه" | "اسمها" | "هويته" | "هويتها" | "اسمائهم" | "هوياتهم");
        (i + 1..self.end.min(i + 7)).find(name).filter(|_| hides).map(|j| j + 1)
    }

    /// Content that a colon, a quotation mark or a question word marks off.
    fn marked_off(&self, i: usize, verb: &Verb) -> Option<(usize, usize)> {
        let doc = self.doc;
        if doc.is_colon(i) {
            return (i + 1 < self.end && !verb.takes("relay")).then_some((i + 1, 0));
        }
        // تساءل الوزير "متى تفي واشنطن بوعدها؟"
        let quotes = ["that", "quote", "object", "question"].iter().any(|way| verb.takes(way));
        // ردت و«حيّدت» …: what is joined on is no quotation of the verb.
        let joined = i > 0 && doc.key(i - 1) == "و";
        let quoted = quotes && !joined && self.opens_words(i);
        // تساءل من أين …
        let whence = doc.key(i) == "من" && doc.is(i + 1, Class::Question);
        let asked = verb.takes("question") && (doc.is(i, Class::Question) || whence || self.asks_whether(i));
        (quoted || asked).then_some((i, 0))
    }

    /// نقلت الوكالة عن ضابط قوله: …, عن مصدر قوله للصحيفة "…": a colon or quotation soon behind the noun of saying.
    fn quoted_relay(&self, after: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        let said = (after..self.end.min(after + FAR))
            .take_while(|i| !doc.is_break(*i))
            .find(|i| is_saying(doc.key(*i)))?;
        (said + 1..self.end.min(said + SAID)).find_map(|i| {
            let colon = doc.is_sign(i, &[":"]) && i + 1 < self.end;
            let quoted = doc.is_quote(i) && doc.closing(i, self.end).is_some();
            (colon || quoted).then_some((i + usize::from(colon), 0))
        })
    }

    /// تساءل إن كان …, إذا ما …
    fn asks_whether(&self, i: usize) -> bool {
        let doc = self.doc;
        matches!(doc.key(i), "ان" | "اذا") && matches!(doc.key(i + 1), "كان" | "كانت" | "كانوا" | "ما")
    }

    /// A noun of telling soon after the verb: تنشر منذ أيام أخبارا عن ….
    fn telling(&self, after: usize) -> Option<usize> {
        let doc = self.doc;
        let mut near = (after..self.end.min(after + 8)).take_while(|i| !doc.is_break(*i));
        near.find(|i| doc.is(*i, Class::Rumour) && rumour::rumour(doc, *i, self.end).is_some())
    }

    /// True where the direct object of the verb begins.
    fn is_object(&self, i: usize, verb: &Verb) -> bool {
        let doc = self.doc;
        if doc.is_break(i) {
            return false;
        }
        if verb.takes("addressee") {
            let noun = self.opens_noun(i) || self.is_demand(i);
            return verb.takes("object") && noun;
        }
        // سجلت الشبكة ما لا يقل عن 183 حالة احتجاز
        let counted = || {
            let figure = (i..self.end.min(i + 3)).find_map(|j| doc.figure_at(j));
            figure.is_some_and(|q| self.tells_event(i) || self.opens_noun(doc.after(q.span)))
        };
        // أورد المرصد حصيلة أعلى قوامها 21 قتيلاً
        let tally = || {
            let noun = doc.key(i).strip_suffix('ا').unwrap_or(doc.key(i));
            matches!(noun, "حصيله" | "رقم" | "ارقام" | "عدد" | "احصاييه")
                && (i + 1..self.end.min(i + SAID)).any(|j| doc.figure_at(j).is_some())
        };
        let told =
            self.opens_noun(i) || verb.takes("event") && (is_verbal_noun(doc.key(i)) || counted()) || tally();
        let direct = verb.takes("object")
            || verb.takes("judgement") && self.judged(i)
            || (verb.takes("event") || verb.takes("rumour")) && told;
        direct && !self.weak_object(i)
    }

    /// True of what is asked for: a verbal noun, and those short ones that elsewhere are verbs (ناشدت الأطراف فتح ممرات).
    pub(crate) fn is_demand(&self, i: usize) -> bool {
        const SHORT: [&str; 10] = ["فك", "رفع", "وقف", "منع", "دعم", "كشف", "حل", "نقل", "حقن", "ترك"];
        let key = self.doc.key(i);
        let definite = i > 0 && self.doc.is_word(i - 1) && is_definite_demand(key);
        is_verbal_noun(key) || definite || self.doc.is(i, Class::Absence) || SHORT.contains(&key)
    }

    /// True where a happening is told within a few words.
    pub(crate) fn tells_event(&self, i: usize) -> bool {
        (i..self.end.min(i + 4)).any(|j| self.opens_noun(j))
    }

    /// وصف … بأنه …: the judgement stands after بأن.
    pub(crate) fn judged(&self, i: usize) -> bool {
        let doc = self.doc;
        (i + 1..self.end.min(i + 12))
            .any(|j| doc.is(j, Class::That) && doc.key(j).starts_with('ب') || doc.key(j).starts_with("بال"))
    }

    /// True where what follows cannot be an object: a preposition, a finite verb, a connective.
    pub(crate) fn weak_object(&self, i: usize) -> bool {
        let doc = self.doc;
        let adjunct = doc.is(i, Class::Preposition) && doc.key(i) != "بين";
        // أعلن الجيش فك الحصار: the short noun, though it is written like a verb.
        if self.is_demand(i) && doc.key(i + 1).starts_with("ال") && doc.form(i).is_none() {
            return false;
        }
        // لا يستبعد توقف الضخ: the noun, though a verb is written so.
        if doc.is(i, Class::VerbalNoun) && doc.is_word(i + 1) && !doc.is(i + 1, Class::Preposition) {
            return false;
        }
        adjunct
            || doc.is(i, Class::Connective)
            || doc.form(i).is_some_and(|f| f.shape != Shape::Past)
            || doc.is(i, Class::Relative)
            || doc
                .mention_from(i)
                .is_some_and(|m| m.span.start() > doc.span(i).start() && doc.key(i).starts_with('و'))
            // نفى الوزير سفره إلى دمشق: under a pronoun it is the noun.
            || doc.marks[i].happening.is_some_and(|h| h.verb && !h.either) && !doc.has_pronoun(i)
    }

    /// The noun after a preposition that the verb governs.
    pub(crate) fn governed(&self, i: usize, verb: &Verb) -> Option<(usize, usize)> {
        let doc = self.doc;
        if i >= self.end {
            return None;
        }
        let key = doc.key(i);
        for preposition in ["عن", "الي", "علي", "من", "في", "ب", "ل"] {
            if !verb.governs(preposition) {
                continue;
            }
            let clitic = preposition.chars().count() == 1;
            // لم يعترف بغير ثمانية قتلى
            if clitic && key == "بغير" {
                return (i + 1 < self.end).then_some((i + 1, 0));
            }
            if key == preposition {
                let next = i + 1 + usize::from(doc.is_sign(i + 1, &["ـ"]));
                if doc.is(next, Class::Said) && doc.is(next + 1, Class::That) {
                    return (next + 2 < self.end).then_some((next + 2, 0));
                }
                // في بيان, من أمس; not إلى تسجيل أسمائهم, عن اجتماع سري
                let said = !matches!(preposition, "الي" | "عن");
                let aside = said && doc.is(next, Class::Statement) || doc.is(next, Class::Time);
                return (next < self.end && !aside).then_some((next, 0));
            }
            // فرانس برس: the letter is the name's.
            let named = doc.marks[i].mention.is_some()
                && doc.mention_from(i).is_none_or(|m| m.span.start() == doc.span(i).start());
            if clitic
                && !named
                && key.strip_prefix(preposition).is_some_and(|rest| rest.chars().count() > 1)
                && doc.is_word(i)
            {
                return Some((i, 1));
            }
        }
        None
    }

    /// The token after an aside that begins at `i`: a day, في بيان …, (…), ، … ،.
    pub(crate) fn aside(&self, i: usize, verb: &Verb) -> Option<usize> {
        let doc = self.doc;
        if self.light(i) && !doc.is(i, Class::Negator) || doc.is(i, Class::Time) {
            // في بيانات، أمس، …: the day between its commas.
            let comma = |j: usize| doc.is_sign(j, &["،", ","]);
            return Some(i + 1 + usize::from(i > 0 && comma(i - 1) && comma(i + 1)));
        }
        // تحدث في حصيلة سابقة عن …: by which count.
        let count = matches!(doc.key(i + 1), "حصيله" | "احصاييه")
            && matches!(doc.key(i + 2), "سابقه" | "اوليه" | "جديده" | "محدثه" | "اخيره");
        // أعلن في سلسلة بيانات …
        let tally = doc.key(i) == "في" && (count || doc.are_statements(i + 1));
        if doc.is(i, Class::Preposition)
            && (doc.is(i + 1, Class::Statement) || tally || matches!(doc.key(i), "خلال" | "عبر" | "امام"))
            || doc.key(i) == "خلال"
        {
            let limit = self.end.min(i + 16);
            let stop = (i + 1..limit).find(|j| {
                // أفاد في وقت سابق عن …, توعد في بيان بالرد: the content, by its preposition.
                // أقر في بيان بمقتل …, دعا في تغريدة الدول إلى …, قرروا في اجتماع استئناف …
                let object = doc.is(i + 1, Class::Statement)
                    && *j > i + 1
                    && (doc.key(*j).starts_with('ب')
                        && verb.governs("ب")
                        && doc.marks[*j].happening.is_some_and(|h| !h.verb)
                        || doc.key(*j) == "الي" && verb.governs("الي")
                        // أكد المجلس في بيان رفضه للتهديدات
                        || *j == i + 2 && verb.takes("object") && doc.has_pronoun(*j)
                        || *j > i + 2
                            && verb.takes("object")
                            && is_verbal_noun(doc.key(*j))
                            && !doc.is(*j, Class::NotVerbalNoun));
                let hers = *j > i + 2
                    && verb.takes("object")
                    && matches!(doc.key(*j - 1), "له" | "لها" | "لهم")
                    && doc.is(i + 1, Class::Statement);
                // تعهد أمام وفد من الوجهاء بصرف تعويضات
                let by_noun = *j > i + 1
                    && verb.governs("ب")
                    && doc.key(*j).strip_prefix('ب').is_some_and(is_verbal_noun)
                    && doc.marks[*j].mention.is_none();
                let content = object
                    || by_noun
                    || hers
                    || *j > i + 2
                        && (doc.is(*j, Class::Verifiable)
                            || doc.is(*j, Class::Absence)
                            // نفى في تصريح للوكالة مزاعم أنقرة بأن …
                            || verb.takes("object")
                                && doc.is(*j, Class::Rumour)
                                && rumour::rumour(doc, *j, self.end).is_some()
                            || doc.key(*j) == "عن" && verb.governs("عن")
                            || doc.key(*j).starts_with("بال") && verb.governs("ب"));
                doc.is_break(*j)
                    || content
                    || *j > i + 2
                        && self.opens_noun(*j)
                        && !doc.marks[*j].happening.is_some_and(|h| h.definite)
            })?;
            return Some(stop + usize::from(doc.is_sign(stop, &["،", ","])));
        }
        if let Some(medium) = self.medium(i) {
            return Some(medium.to);
        }
        // نافياً في الوقت ذاته …
        if doc.key(i) == "في"
            && doc.key(i + 1) == "الوقت"
            && matches!(doc.key(i + 2), "ذاته" | "نفسه" | "عينه")
        {
            return Some(i + 3);
        }
        // في النصف الأول من 2018, بين الخميس والسبت
        let dated = |j: usize| j < self.end && doc.marks[j].date.is_some();
        // حتى ساعة متأخرة من ليل أمس
        let reach = if matches!(doc.key(i), "حتي" | "لغايه" | "منذ") { 5 } else { 1 };
        let date = (i + 1..=i + reach).take_while(|j| !doc.is_break(*j) && !doc.is_number(*j) || dated(*j));
        if doc.is(i, Class::Preposition)
            && let Some(first) = date.into_iter().find(|j| dated(*j))
        {
            return (first..=self.end).find(|j| !dated(*j));
        }
        // قرر الوزراء بعد 12 ساعة من المداولات رفع …
        if matches!(doc.key(i), "بعد" | "قبل" | "عقب" | "اثر" | "منذ") && !doc.is(i + 1, Class::That)
        {
            let of = (i + 1..self.end.min(i + 5)).find(|j| doc.key(*j) == "من").map_or(i, |j| j);
            let noun = (of + 1..self.end.min(of + 3)).find(|j| doc.key(*j).starts_with("ال"))?;
            let adjective = usize::from(doc.key(noun + 1).starts_with("ال"));
            return Some(noun + 1 + adjective);
        }
        if doc.is_sign(i, &["("]) {
            return (i..self.end.min(i + 10)).find(|j| doc.is_sign(*j, &[")"])).map(|j| j + 1);
        }
        if doc.is_sign(i, &["،", ","]) {
            let apposed = matches!(doc.bare(i + 1), "نقلا" | "ناقلا" | "ناقله" | "استنادا")
                || doc.key(i + 1).starts_with("ال")
                || doc.is(i + 1, Class::Preposition)
                // …، بموافقة ثماني عشرة دولة، …
                || doc.key(i + 1).strip_prefix('ب').is_some_and(|n| n.chars().count() >= 3 && !doc.is(i + 1, Class::That))
                || doc.is(i + 1, Class::Title)
                || self.medium(i + 1).is_some()
                || self.hides_name(i + 1)
                || self.run(Runs::Sources, i + 1).is_some();
            let close = (i + 1..self.end.min(i + 24)).find(|j| doc.is_sign(*j, &["،", ","]))?;
            // أعلن المتحدث باسم الحملة، روجين عبدي، إجلاء …: a name between commas.
            let plain = |j: usize| {
                let mark = doc.marks[j];
                doc.is_word(j)
                    && mark.form.is_none()
                    && !mark.happening.is_some_and(|h| h.verb)
                    && mark.class == crate::words::ClassSet::default()
                    && !doc.key(j).starts_with('و')
            };
            let person = doc
                .mention_from(i + 1)
                .is_some_and(|m| m.kind == crate::reading::MentionKind::Person && doc.after(m.span) == close);
            let named = person || (2..=NAME).contains(&(close - i - 1)) && (i + 1..close).all(plain);
            return (apposed || named).then_some(close + 1);
        }
        let adverb = doc.is_accusative(i) && !doc.is(i, Class::Rumour);
        (adverb || matches!(doc.key(i), "علي" | "جمله" | "وتفصيلا")).then_some(i + 1)
    }

    /// What stands between speaker and content: a name in apposition, relays, media.
    pub(crate) fn asides(&self, cue: &mut Cue, region: (usize, usize), verb: &Verb) {
        let doc = self.doc;
        let mut i = region.0;
        let mut apposed = false;
        let (mut ascribed, mut relayed) = (verb.governs_ascription(), false);
        // Inside بحسب … نقلاً عن …: all of them relay.
        let mut sourced = false;
        // نقلاً عن وكالة عن قيادي: the last of the chain speaks.
        let mut cited = None;
        while i < region.1 {
            let passed_on = doc.form(i).map(|f| doc.words.verb(f));
            ascribed |= passed_on.is_some_and(Verb::governs_ascription);
            // نقلا عن الوكالة، التي نقلت عن مصادر، إن …
            let related = i > region.0 && doc.is(i - 1, Class::Relative);
            relayed |= related && passed_on.is_some_and(|v| v.takes("relay"));
            // نقلاً عن الصحيفة التي استندت إلى مذكرة داخلية
            ascribed |= related && matches!(doc.key(i), "استند" | "استندت" | "تستند" | "يستند" | "استندوا");
            let chained = cited == Some(i) && doc.key(i) == "عن";
            if (self.relays_at(i, verb, ascribed) || chained || relayed && doc.key(i) == "عن")
                && let Some(next) = phrase(doc, i + 1, region.1, Bound::Sign, Some(verb))
            {
                i = next.to;
                cited = Some(i);
                if sourced {
                    cue.relays.push(next);
                } else if doc.key(next.from) != "الخبر" {
                    self.relay(cue, next);
                }
                continue;
            }
            let named = self.named_source(i, region.1);
            sourced |= named.is_some();
            if let Some(medium) = self.medium(i).or(named) {
                i = medium.to;
                cue.relays.push(medium);
                continue;
            }
            if doc.is_sign(i, &["،", ","]) && !apposed {
                apposed = true;
                self.apposition(cue, i + 1, region.1);
            }
            i += 1;
        }
    }

    /// The medium in an aside: نفى مصدر، بحسب الوكالة، استهداف السوق.
    fn named_source(&self, i: usize, limit: usize) -> Option<Phrase> {
        let doc = self.doc;
        let (_, next) = self.run(Runs::Sources, i).filter(|_| i > 0 && doc.is_break(i - 1))?;
        // بحسب ما أوردت صحيفة …
        let told = doc.key(next) == "ما" && doc.form(next + 1).is_some();
        let next = if told { next + 2 } else { next };
        // نقلاً عن شهود: the one behind it speaks, and is no medium.
        if matches!(doc.bare(i), "نقلا" | "ناقلا" | "ناقله" | "استنادا") {
            return None;
        }
        phrase(doc, next, limit, Bound::Sign, None).filter(|p| self.plausible(p))
    }

    /// True where the one relayed follows: نقلت … عن, نسب إلى, نقلا عن, استنادا إلى.
    fn relays_at(&self, i: usize, verb: &Verb, ascribed: bool) -> bool {
        let doc = self.doc;
        let before = doc.bare(i.saturating_sub(1));
        match doc.key(i) {
            "عن" => verb.takes("relay") || matches!(before, "نقلا" | "ناقلا" | "ناقله"),
            "من" => verb.takes("relay"),
            // أوردت الوكالة على لسان القيادية أن …
            "لسان" => before == "علي",
            "الي" => ascribed || before == "استنادا",
            _ => false,
        }
    }

    /// The one relayed becomes the speaker, the one who relays a link.
    pub(crate) fn relay(&self, cue: &mut Cue, next: Phrase) {
        if let Source::Named(outer) = std::mem::replace(&mut cue.source, Source::Named(next)) {
            cue.relays.push(outer);
        }
    }

    /// A person's name, or a post, in apposition after a comma.
    pub(crate) fn apposition(&self, cue: &mut Cue, from: usize, limit: usize) {
        let doc = self.doc;
        let Source::Named(speaker) = &mut cue.source else { return };
        // ردّ مسؤول في التحالف، بحسب الوكالة، بأن …: a source, no name.
        // …، عارضا صورا، إن …: what the speaker does meanwhile.
        let meanwhile =
            doc.key(from).ends_with('ا') && doc.mention_from(from).is_none() && !doc.is(from, Class::Title);
        if self.run(Runs::Sources, from).is_some() || meanwhile {
            return;
        }
        let Some(found) = phrase(doc, from, limit, Bound::Sign, None) else { return };
        let closed = doc.is_break(found.to) || doc.is(found.to, Class::That);
        if !closed {
            return;
        }
        if doc.is(from, Class::Title) || doc.is(from, Class::Anaphor) || doc.is(from, Class::Speaker) {
            cue.apposition = Some((found.from, found.to));
            speaker.name = speaker.name.or(found.name);
        } else if speaker.name.is_none() && (speaker.from..speaker.to).any(|j| doc.is(j, Class::Title)) {
            speaker.name = Some((found.from, found.to));
        }
    }

    /// The complementiser of the verb at `at`.
    pub(crate) fn that(&self, at: usize, verb: &Verb) -> Option<usize> {
        let doc = self.doc;
        let saying = verb.takes("saying");
        if !verb.takes("that") && !verb.takes("relay") && !verb.takes("question") && !saying {
            return None;
        }
        let mut broken = false;
        for i in at + 1..self.end.min(at + FAR) {
            if doc.is_sign(i, &[":", ".", "؛", "؟", "!"]) {
                return None;
            }
            // استنكرت صمت المنظمات، مؤكدة أن …: the participle's content.
            let next_report = doc.is_sign(i, &["،", ","])
                && doc.form(i + 1).is_some_and(|f| f.shape == Shape::Participle)
                && doc.is(i + 2, Class::That);
            if next_report {
                return None;
            }
            // متعهداً بمحاسبة الجناة إن ثبتت الواقعة: a condition.
            let condition = doc.key(i) == "ان"
                && i > at + 1
                && doc.span(i).of(doc.ctx.text).starts_with('إ')
                && (verb.takes("object") || (at + 1..i).any(|j| self.governed(j, verb).is_some()))
                && crate::condition::is_if(doc, i);
            if condition {
                return None;
            }
            // …، الذي أضاف أن …: what the relative clause reports is its own.
            let related = doc.is_break(i - 1)
                && doc.is(i, Class::Relative)
                && doc.form(i + 1).is_some_and(|f| doc.words.verb(f).takes("that") && !f.object)
                && !self.hides_name(i + 1);
            if related {
                return None;
            }
            let that =
                doc.is(i, Class::That) && !doc.marks[i].conjoined && !doc.is(i - 1, Class::NotBeforeThat);
            // ذهب إلى أن …, إلى حد القول إن …
            if that && verb.takes("goes") && !matches!(doc.key(i - 1), "الي" | "القول") {
                return None;
            }
            // غير أن …: a clause of its own.
            if doc.is(i, Class::That) && matches!(doc.key(i - 1), "غير" | "الا" | "بيد") {
                return None;
            }
            // اكتفى مصدر بالقول لقناة الميادين إن …
            let by_words = || (i.saturating_sub(SAID).max(at)..i).any(|j| doc.key(j) == "بالقول");
            if that && saying && !doc.key(i).starts_with('ب') && !by_words() {
                return None;
            }
            if that {
                // …، على أن …: what is still to come, no content of the verb.
                let apart = doc.key(i - 1) == "علي" && i >= 2 && doc.is_break(i - 2);
                return (!apart).then_some(i);
            }
            let contrast = matches!(doc.bare(i), "لكن" | "بل")
                || doc.is(i, Class::Rumour)
                    && verb.takes("object")
                    && rumour::rumour(doc, i, self.end).is_some();
            if contrast {
                return None;
            }
            // في حين قال …, بينما أعلن …: another report.
            let turned =
                matches!(doc.key(i - 1), "حين" | "وقت" | "فيما" | "بينما" | "وفيما" | "وبينما" | "كما");
            let boundary = doc.is_break(i - 1) || doc.marks[i].conjoined || turned;
            let other = doc.form(i).is_some()
                && boundary
                && !self.hides_name(i)
                && !self.is_spoken_to(i)
                && doc.marks[i].mention.is_none()
                && !doc.is(i, Class::Title);
            let turning = doc.is_break(i - 1) && doc.is(i, Class::Turning);
            // …، وفي السياق أفادت مصادر بأن …: a verb behind a sign that has its own content.
            broken |= doc.is_break(i);
            let nearer = broken
                && doc.form(i).is_some_and(|f| {
                    let verb = doc.words.verb(f);
                    f.shape != Shape::Participle && (verb.takes("that") || verb.takes("judgement"))
                })
                && doc.marks[i].mention.is_none()
                && !doc.is(i - 1, Class::Relative)
                && !doc.is(i, Class::Title)
                && !self.hides_name(i)
                && !self.is_spoken_to(i)
                && self.has_that(i);
            if other || turning || nearer {
                return None;
            }
        }
        None
    }

    /// نفت مصادر، تحدثت إليها القناة، أن …: who was asked, in an aside, by whom.
    fn is_spoken_to(&self, i: usize) -> bool {
        let doc = self.doc;
        let to_them = matches!(doc.key(i + 1), "اليه" | "اليها" | "اليهم" | "معه" | "معها" | "معهم");
        let with_them = doc.form(i).is_some_and(|f| f.object);
        // مندوبان، تحدثا لإنترفاكس، …
        let told = doc.form(i).is_some_and(|f| !doc.words.verb(f).takes("that") && !doc.marks[i].conjoined)
            && self.medium(i + 1).is_some();
        doc.is_break(i - 1) && (to_them || with_them && self.medium_behind(i + 1) || told)
    }

    /// True where a medium stands here as the subject of a verb.
    fn medium_behind(&self, i: usize) -> bool {
        self.doc.outlet_from(i) || self.doc.is(i, Class::Medium)
    }

    /// True where a complementiser follows in the same clause.
    fn has_that(&self, at: usize) -> bool {
        let doc = self.doc;
        (at + 1..self.end.min(at + FAR)).take_while(|i| !doc.is_break(*i)).any(|i| doc.is(i, Class::That))
    }

    /// True where an opening quotation mark stands: what it opens may go on over some sentences.
    fn opens_words(&self, i: usize) -> bool {
        let doc = self.doc;
        doc.closing(i, self.end).is_some() || doc.closing_beyond(i, self.end).is_some()
    }

    /// The quotation mark that opens the words of the speaker, at or after `at` in the same clause; a name in quotation
    /// marks is passed over.
    pub(crate) fn opening_words(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        let limit = self.end.min(at + FAR / 2);
        let mut i = at;
        let comma = |i: usize| doc.is_sign(i, &["،", ","]) && doc.is_quote(i + 1);
        let goes_on = |i: usize| {
            (!doc.is_break(i) || comma(i)) && !doc.is(i, Class::That) && doc.form(i).is_none_or(|f| f.object)
        };
        while i < limit && goes_on(i) {
            if doc.is_quote(i) && self.opens_words(i) {
                let name = doc.closing(i, self.end.min(i + 2 + QUOTED_NAME));
                // «قتل خمسة مدنيين في السوق»: no name is so long and tells of a happening.
                let tells = |j: usize, close: usize| {
                    doc.tells(j)
                        || close > i + NAME
                            && doc.marks[j].happening.is_some()
                            && doc.marks[j].mention.is_none()
                };
                let told = |close: usize| (i + 1..close).any(|j| tells(j, close));
                match name.filter(|close| !told(*close)) {
                    Some(close) => i = close,
                    None => return Some(i),
                }
            }
            i += 1;
        }
        None
    }

    /// The colon that introduces the words of the speaker, at or after `at` in the same clause.
    pub(crate) fn colon(&self, at: usize) -> Option<usize> {
        let limit = self.end.min(at + FAR / 2);
        // قالت أم خالد …، قبل أن تسأل: …
        let before =
            |i: usize| i >= 2 && self.doc.is(i - 1, Class::That) && self.doc.is(i - 2, Class::NotBeforeThat);
        let reports = |i: usize| self.doc.form(i).is_some() && (self.doc.is_break(i - 1) || before(i));
        (at..limit)
            .take_while(|i| !self.doc.is_sign(*i, &["."]) && !reports(*i))
            .find(|i| self.doc.is_colon(*i))
    }
}
