//! Reporting verbs: where the speaker stands - after the verb, before it, or carried over - and where a form that
//! looks like a reporting verb is none.
//!
//! What the verb reports is found in `content`.

use crate::attribution::{Cue, Reach, Scan, Source};
use crate::derived::is_verbal_noun;
use crate::reading::MentionKind;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Form, Shape, Stance, Verb};

/// The verb of a form at a token.
fn doc_verb(scan: &Scan<'_, '_>, at: usize) -> Option<&'static Verb> {
    scan.doc.form(at).map(|form| scan.doc.words.verb(form))
}

impl Scan<'_, '_> {
    pub(crate) fn verb(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if let Some(cue) = self.renewed(at).or_else(|| self.nominal(at)) {
            return Some(cue);
        }
        let form = doc.form(at)?;
        // سيعلنون عن مناقصة: what will be said is a plan, no report.
        let future = form.shape == Shape::Present
            && ["سي", "ست", "سن", "سا"].iter().any(|f| doc.bare(at).trim_start_matches('و').starts_with(f));
        // وعدّها جزءاً من …: taken for that, not promised to her.
        let taken = matches!(doc.key(at), "وعدها" | "وعده") && form.object;
        // لا يزيد على …: of a number, unless a clause follows at once; عُدنا بجثث: we came back.
        let more = matches!(doc.bare(at), "يزيد" | "تزيد" | "يزيدون") && !doc.is(at + 1, Class::That);
        let returned = doc.key(at) == "وعدنا" && doc.span(at).of(doc.ctx.text).contains("ع\u{64F}");
        if self.hides_name(at) || future || taken || more || returned {
            return None;
        }
        let verb = doc.words.verb(form);
        let object = form.object && !verb.takes("addressee") && !verb.accuses();
        // "…"، قالها بالحرف عضو اللجنة
        // لا اتفاق بعد، قالها ثلاثة نواب; …، كررها ثلاث مرات مدير المركز
        let quoted = object
            && at > self.start + 2
            && form.shape == Shape::Past
            && verb.takes("that")
            && doc.is_sign(at - 1, &["،", ","])
            && (doc.is_quote(at - 2) || matches!(doc.bare(at), "قالها" | "كررها" | "رددها"));
        if quoted {
            let adverb = usize::from(doc.key(at + 1).starts_with("بال") || doc.key(at + 1) == "مرتين");
            let times = 2 * usize::from(matches!(doc.key(at + 2), "مرات" | "مره"));
            let speaker = phrase(doc, at + 1 + adverb + times, self.end, Bound::Object, None)?;
            return self
                .plausible(&speaker)
                .then(|| Cue::new(at, speaker.to, Reach::Before, Source::Named(speaker), verb.stance));
        }
        if object && form.shape == Shape::Past && doc.marks[at].mention.is_none() {
            return self.judged_again(at, verb);
        }
        if doc.marks[at].mention.is_some() || object {
            return None;
        }
        let mut cue = self.of_form(at, form, verb)?;
        cue.plan = verb.takes("plan") && matches!(cue.source, Source::Named(_));
        cue.conditional |= verb.takes("condition");
        if verb.accuses() && cue.reach == Reach::After {
            cue.charge = self.charge_of(cue.upto, verb);
        }
        Some(cue)
    }

    /// The cue of a form of a reporting verb.
    fn of_form(&self, at: usize, form: Form, verb: &Verb) -> Option<Cue> {
        let doc = self.doc;
        if form.shape == Shape::Participle {
            return self.participle(at, verb);
        }
        // لن توقع الفصائل …: behind لم and لن stands a present, of whatever verb.
        let jussive = at > 0 && matches!(doc.key(at - 1), "لم" | "لن" | "ولم" | "ولن");
        if jussive && form.shape == Shape::Past {
            return None;
        }
        let stance = self.negated(at, verb.stance)?;
        // نطالب بأن يُكشف عن مصيره: what is asked for or planned is no report.
        let wanted = form.shape == Shape::Present
            && self.out.last().is_some_and(|c| {
                c.reach == Reach::After
                    && c.upto == at
                    && matches!(c.stance, Stance::Asking | Stance::Planning)
                    && doc.is(at.saturating_sub(1), Class::That)
            });
        // ومن يدّعي تمثيلنا …: whoever does so.
        let whoever = at == self.clause + 1
            && matches!(doc.key(at - 1), "من" | "ومن" | "فمن")
            && (form.shape == Shape::Present || doc.key(at - 1) != "من");
        if wanted || whoever || self.is_noun(at, form) || self.is_act(at, verb.stance) {
            return None;
        }
        // المرصد الذي كان قد أورد …
        let was = (1..=2).take_while(|n| at > *n && doc.is(at - n, Class::Auxiliary)).count();
        let was = if at > was && doc.is(at - 1 - was, Class::Relative) { was } else { 0 };
        let negated =
            was + usize::from(at > 1 && doc.is(at - 1, Class::Negator) && doc.is(at - 2, Class::Relative));
        // عن مصدر أمني نفى دفع …: an indefinite source goes on without a relative.
        let goes_on =
            self.out.last().is_some_and(|c| c.reach == Reach::Before && c.upto == at && at < self.end);
        if goes_on && !doc.marks[at].conjoined {
            return self.of_antecedent(at, verb, stance);
        }
        // في الوقت الذي نفى فيه …: another report.
        let while_ = at >= 3 && doc.key(at - 1) == "الذي" && matches!(doc.key(at - 2), "الوقت" | "وقت");
        if while_ {
            let cue = self.verb_first(at, form, verb, stance)?;
            return Some(Cue { from: at - 2 - usize::from(doc.key(at - 3) == "في"), ..cue });
        }
        if at > 0
            && (doc.is(at - 1 - negated, Class::Relative) || doc.key(at - 1) == "ما" && !self.negation(at))
        {
            return self.of_antecedent(at, verb, stance);
        }
        self.speaker_first(at, verb, stance).or_else(|| self.verb_first(at, form, verb, stance))
    }

    /// True where a past is rather the verbal noun of the same letters: at the head of a nominal content (بنشر أخبار).
    pub(crate) fn is_noun(&self, at: usize, form: Form) -> bool {
        let doc = self.doc;
        let content =
            self.out.last().is_some_and(|c| c.reach == Reach::After && (c.upto..=c.upto + 1).contains(&at));
        let head = content && at > 0 && !doc.is(at - 1, Class::That) && !doc.is_sign(at - 1, &[":"]);
        head && form.shape == Shape::Past && !doc.marks[at].conjoined && !doc.is(at - 1, Class::Auxiliary)
    }

    /// True where the first clause of a report tells a demand or a plan: an act that the speaker tells of, no
    /// voice of its own (إن داعش طلب التفاوض).
    pub(crate) fn is_act(&self, at: usize, stance: Stance) -> bool {
        let doc = self.doc;
        let acts = matches!(stance, Stance::Asking | Stance::Planning | Stance::Accusing);
        let inside = self.out.last().is_some_and(|c| {
            // مسؤول كردي: تركيا تخطط لعملية; not «قائد قسد: نطالب التحالف بـ…», who speaks of themselves.
            let ours = doc.bare(at).starts_with(['ن', 'ا']) || doc.bare(at).starts_with("سن");
            let direct = at > c.upto && c.upto > 0 && doc.is_sign(c.upto - 1, &[":"]) && !ours;
            c.reach == Reach::After
                && (doc.is(c.upto.saturating_sub(1), Class::That) || direct)
                && doc.turn(c.upto, at) == at
        });
        acts && inside
    }

    pub(crate) fn negation(&self, at: usize) -> bool {
        (self.clause..at).rev().take(2).any(|i| self.doc.is(i, Class::Negator))
    }

    /// The stance of a verb under a negator: لم ينف and لم يؤكد leave it open; لم يقل is no report.
    pub(crate) fn negated(&self, at: usize, stance: Stance) -> Option<Stance> {
        let back = at.saturating_sub(2).max(self.start.min(at));
        let negator = (back..at).rev().find(|i| self.doc.is(*i, Class::Negator) && self.doc.key(*i) != "ما");
        if negator.is_none() && self.without(at).is_none() {
            return Some(stance);
        }
        // لم يخفِ أن …
        let hides = doc_verb(self, at).is_some_and(|v| v.takes("hiding"));
        match stance {
            Stance::Denying if hides => Some(Stance::Affirming),
            Stance::Denying | Stance::Doubting => Some(Stance::Doubting),
            Stance::Affirming | Stance::Neutral if self.excepted(at) => Some(stance),
            Stance::Affirming => Some(Stance::Doubting),
            _ => None,
        }
    }

    /// True where the clause goes on with سوى or إلا.
    pub(crate) fn excepted(&self, at: usize) -> bool {
        (at..self.end.min(at + 10))
            .take_while(|i| !self.doc.is_break(*i))
            .any(|i| self.doc.is(i, Class::Exception) || self.doc.key(i) == "بغير")
    }

    /// رستم الذي لم يستبعد …: the speaker is the one just named.
    pub(crate) fn of_antecedent(&self, at: usize, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        if let Some(cue) = self.of_reporter(at, verb, stance) {
            return Some(cue);
        }
        let before = self.out.last()?;
        let near = before.reach != Reach::After && before.upto + 3 >= at || before.from == before.upto;
        if !near {
            return None;
        }
        // الذي أضاف أن …; المرصد الذي أشار مديره فلان إلى …
        let next = self.skip_light(at + 1);
        let theirs =
            phrase(doc, next, self.end, Bound::Object, Some(verb)).filter(|p| self.is_theirs(p.from));
        let near = |t: usize| t <= at + 2 || (at..t).all(|i| !doc.is_break(i));
        let that = self.that(at, verb).filter(|t| verb.takes("relay") || near(*t) || theirs.is_some());
        let content = self.content(theirs.as_ref().map_or(next, |p| p.to), at, that, verb)?;
        let source = theirs.map_or_else(|| before.source.clone(), Source::Named);
        let mut cue = self.after(before.upto, source, stance, content);
        if that.is_some() {
            self.asides(&mut cue, (at + 1, content.0), verb);
        }
        Some(cue)
    }

    /// تقرير المنظمة الذي تحدث عن …: a report, or who speaks, told of in passing.
    fn of_reporter(&self, at: usize, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let relative = (at.saturating_sub(2)..at).rev().find(|i| doc.is(*i, Class::Relative))?;
        let told = self.out.last().map_or(self.start, |c| c.upto);
        let speaker = self.ending_at(told, relative)?;
        let that = self.that(at, verb).filter(|t| *t <= at + 2);
        let content = self.content(at + 1, at, that, verb)?;
        let mut cue = self.after(relative, Source::Named(speaker), stance, content);
        cue.nested = true;
        Some(cue)
    }

    /// مشيرا إلى أن …, نافية المعلومات التي …, قائلا: ….
    pub(crate) fn participle(&self, at: usize, verb: &Verb) -> Option<Cue> {
        let doc = self.doc;
        // مؤكداً في رده على سؤال لموقع «أثر برس» أن …
        let reach = if self.doc.is(at + 1, Class::Preposition) { 14 } else { 6 };
        let that = self.that(at, verb).filter(|t| t - at <= reach);
        let marked =
            that.is_some() || doc.is_sign(at + 1, &[":"]) || self.opening_words(at + 1) == Some(at + 1);
        // أصدر المجلس بياناً مؤكداً التزامه بـ…
        let issued = at > self.start + 1
            && doc.span(at).of(doc.ctx.text).contains('\u{64B}')
            && (doc.is(at - 1, Class::Statement) || doc.marks[at - 1].date.is_some());
        let opens = issued || at == self.clause || doc.marks[at].conjoined || !self.out.is_empty() || marked;
        if !opens || at == self.start {
            return None;
        }
        let next = at + 1 + usize::from(matches!(doc.key(at + 1), "ذلك" | "بذلك"));
        let next = self.past_emphasis(at, next);
        // واصفاً تلك الأرقام بالكذب
        if let Some(cue) = self.judged_by(None, next, self.opening(at), verb) {
            return Some(cue);
        }
        let content = self.content(next, at, that, verb)?;
        let those = self.of_those(at, verb.stance);
        let nested = those.is_some();
        let subject = self
            .clause_subject(at)
            .or_else(|| self.subject_beside(at))
            .or_else(|| if self.out.is_empty() { self.sentence_subject(at) } else { None });
        let source = those.or(subject).map_or(Source::Carried, Source::Named);
        // لكن الكرملين رد قائلاً إن …: the verb before says no more than that.
        let spoke = at > self.clause && doc_verb(self, at - 1).is_some_and(|v| v.takes("saying"));
        if spoke && that.is_some() {
            return Some(self.after(self.opening(self.clause), source, verb.stance, content));
        }
        if self.points_back(content.0) {
            return Some(Cue::new(self.opening(at), content.0 + 1, Reach::Echo, source, verb.stance));
        }
        let mut cue = self.after(self.opening(at), source, verb.stance, content);
        cue.nested = nested;
        Some(cue)
    }

    /// نافياً نفياً قاطعاً …: the verbal noun that only stresses its verb, and its adjective, are passed over.
    pub(crate) fn past_emphasis(&self, at: usize, next: usize) -> usize {
        let doc = self.doc;
        let accusative =
            |i: usize| doc.span(i).of(doc.ctx.text).contains('\u{64B}') || doc.key(i).ends_with("يا");
        let root =
            |key: &str| key.trim_start_matches('و').chars().filter(|c| *c != 'ا').take(2).collect::<String>();
        // نافيةً بشكل قاطع ما …
        if matches!(doc.key(next), "بشكل" | "بصوره") && doc.is_word(next + 1) {
            return next + 2;
        }
        let stresses = doc.is_word(next) && accusative(next) && root(doc.key(next)) == root(doc.key(at));
        if !stresses {
            return next;
        }
        next + 1
            + usize::from(doc.is_word(next + 1) && doc.key(next + 1).ends_with('ا') && accusative(next + 1))
    }

    /// الجيش الوطني ينفي …, لكن مسؤولا أقر بأن ….
    pub(crate) fn speaker_first(&self, at: usize, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let first = (self.clause..at).find(|i| !self.light(*i) && !doc.is_quote(*i));
        let first = self.joined_speaker(at).or(first);
        let Some(from) = first else { return self.aside_first(at, verb, stance) };
        // وفي وقت سابق كان الأهالي قد تحدثوا عن …
        let adjunct = doc.is(from, Class::Preposition) && doc.marks[from].mention.is_none();
        let was = (from..at).find(|i| adjunct && matches!(doc.bare(*i), "كان" | "كانت")).map(|i| i + 1);
        let from = self.past_we(was.filter(|i| *i < at).unwrap_or(from));
        let mut speaker = phrase(doc, from, at, Bound::Sign, None)?;
        // والخوذ البيضاء تناشد …: the conjunction is no part of the name.
        let joined = doc.mention_from(from).is_some_and(|m| m.span.start() > doc.span(from).start());
        let speaks =
            |n: &str| doc.words.classes(n).0.has(Class::Speaker) || doc.words.classes(n).0.has(Class::Title);
        let known = doc.key(from).strip_prefix("وال").or(doc.key(from).strip_prefix('و')).is_some_and(speaks);
        if speaker.cut == 0
            && (joined && doc.key(from).starts_with('و') || known && doc.marks[from].mention.is_none())
        {
            speaker.cut = 1;
        }
        let reaches = |to: usize| (to..at).all(|i| self.light(i) || doc.is_quote(i));
        // محمد الشامي العضو في الجماعة نفى …: the post behind the name.
        let post = (from + 1..at).find(|i| doc.is(*i, Class::Title) && doc.key(*i).starts_with("ال"));
        let titled = post.filter(|p| {
            !reaches(speaker.to)
                && doc.mention_from(from).is_some_and(|m| doc.after(m.span) == *p)
                && phrase(doc, *p, at, Bound::Sign, None).is_some_and(|post| reaches(post.to))
        });
        speaker.to = titled.unwrap_or(speaker.to);
        // مصدر خاص لشبكة شام يكشف: …
        let medium = self.medium(speaker.to).filter(|m| reaches(m.to));
        let described = || medium.is_some() || self.past_description(speaker.to, at);
        // أما الجانب الروسي فقال: whoever it is.
        let topic = from > 0 && doc.bare(from - 1) == "اما";
        // أما المعلمون الذين التقتهم الصحيفة فيقولون
        // المصدر العسكري الذي أورد النبأ أشار إلى …
        let verb_between = || (speaker.to + 1..at).any(|i| crate::polarity::is_finite(doc, i));
        let related = (topic || verb_between())
            && doc.is(speaker.to, Class::Relative)
            && (speaker.to..at).all(|i| !doc.is_break(i));
        if !topic && !self.plausible(&speaker)
            || !related && titled.is_none() && !reaches(speaker.to) && !described()
        {
            return None;
        }
        let opening = self.opening(from);
        if let Some(cue) = self.judged_false(at + 1, opening, Source::Named(speaker.clone()), verb) {
            return Some(cue);
        }
        let Some(content) = self.content(self.skip_light(at + 1), at, self.that(at, verb), verb) else {
            return self.verdict(at, opening, speaker, stance);
        };
        let this = matches!(doc.bare(content.0), "ذلك" | "بذلك" | "هذا" | "هذه" | "تلك");
        if self.points_back(content.0) && (!self.out.is_empty() || this) {
            return Some(self.pointing(opening, content.0, speaker, stance));
        }
        let mut cue = self.after(opening, Source::Named(speaker), stance, content);
        cue.nested = opening > 0
            && doc.is(opening - 1, Class::That)
            && self.out.last().is_some_and(|c| c.upto <= opening);
        cue.relays.extend(medium);
        self.asides(&mut cue, (at + 1, content.0), verb);
        let relayed =
            !cue.relays.is_empty() || !verb.takes("relay") || verb.takes("that") || cue.rumour.is_some();
        relayed.then_some(cue)
    }

    /// الأردن يغلق حدوده وإسرائيل تقول إنها …: the speaker that و joins on, right before the verb.
    fn joined_speaker(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        let from = (self.clause + 2..at).rev().take(4).find(|i| doc.key(*i).starts_with('و'))?;
        let mention = doc.mention_from(from).filter(|m| m.span.start() > doc.span(from).start())?;
        let speaks = doc.after(mention.span) == at;
        // مصدر في دمشق وبغداد يقول …: two places of one phrase.
        // أعلنوا أسر 45 جندياً في نجران والرياض تنفي: …
        let told = doc.is_sign(at + 1, &[":"]) && self.out.last().is_some_and(|c| c.upto == self.clause);
        let verb = told || (self.clause..from).any(|i| crate::polarity::is_finite(doc, i));
        (speaks && verb && doc.form(at).is_some_and(|f| f.shape == Shape::Present)).then_some(from)
    }

    /// مسؤول في الوزارة، طلب عدم ذكر اسمه، قال إن ….
    fn aside_first(&self, at: usize, verb: &Verb, stance: Stance) -> Option<Cue> {
        // …، وقال إن …: goes on with whoever spoke.
        if self.doc.marks[at].conjoined {
            return None;
        }
        let told = self.medium(at + 1).map_or(at + 1, |m| m.to);
        let that = self.that(at, verb).filter(|t| *t <= (at + 3).max(told))?;
        let mut speaker = self.before_aside(at)?;
        // الرئيسة المشتركة، هيفاء العلي، قالت إن …
        let named = self.doc.mention_from(speaker.to + 1).filter(|m| m.kind == MentionKind::Person);
        let name = named.map(|m| (speaker.to + 1, self.doc.after(m.span))).filter(|(_, to)| *to < at);
        speaker.name = speaker.name.or(name);
        let content = self.content(at + 1, at, Some(that), verb)?;
        let mut cue = self.after(self.head_of(speaker.from), Source::Named(speaker), stance, content);
        self.asides(&mut cue, (at + 1, content.0), verb);
        Some(cue)
    }

    /// نحن أهالي البلدة نعلن …, إننا في مجلس العشائر نستنكر …: who "we" are.
    fn past_we(&self, from: usize) -> usize {
        let doc = self.doc;
        // أما الجيش فقال …; إننا في المجلس …, where the pronoun is taken for a complementiser.
        let we = from > 0 && matches!(doc.bare(from - 1), "نحن" | "اننا");
        if doc.bare(from) == "اما" || we && doc.key(from) == "في" {
            return from + 1;
        }
        if !matches!(doc.bare(from), "نحن" | "اننا") {
            return from;
        }
        from + 1 + usize::from(doc.key(from + 1) == "في")
    }

    pub(crate) fn verb_first(&self, at: usize, form: Form, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let from = self.opening(at);
        // …، أكد ذلك مصدر
        if matches!(doc.key(at + 1), "ذلك" | "بذلك") && from > self.start && doc.is_break(from - 1) {
            let told = phrase(doc, at + 2, self.end, Bound::Object, None).filter(|p| self.plausible(p));
            if let Some(speaker) = told {
                let judges = matches!(stance, Stance::Denying | Stance::Doubting) || !self.out.is_empty();
                let reach = if judges { Reach::Echo } else { Reach::Before };
                return Some(Cue::new(from, speaker.to, reach, Source::Named(speaker), stance));
            }
        }
        let that = self.that(at, verb);
        if !self.opens(at, from, form) && that.is_none() {
            return self.in_statement(at, None, verb, stance);
        }
        let next = self.skip_light(at + 1);
        // قال لرويترز ضابط في الغرفة …: spoken to, before who speaks.
        let listener = self.medium(next).filter(|m| {
            !form.full && phrase(doc, m.to, self.end, Bound::Object, None).is_some_and(|p| self.plausible(&p))
        });
        let next = listener.as_ref().map_or(next, |m| m.to);
        // نقلت الوكالة عن ضابط قوله: …: the colon stands behind the one relayed.
        let colon = self.colon(next).filter(|_| verb.takes("that") || !verb.takes("relay"));
        // قال فلان خبير الشؤون العسكرية «…»: the quotation mark stands for a colon.
        let marked = that.is_some() || colon.is_some() || !verb.takes("that");
        // إن تمسك النظام بهذه القضية «هو تهرب …», تبين احتواؤها على «…»: no verb, and nobody who speaks.
        let speaks = |quote: &usize| {
            // وتابع العلي «…»: a word or two that are nobody's act are a name.
            let other = |i: usize| doc.has_pronoun(i) || is_verbal_noun(doc.key(i)) || self.dependent(i);
            let name = |p: &Phrase| p.to <= next + 2 && !other(p.from);
            let told = next == *quote
                || phrase(doc, next, *quote, Bound::Sign, Some(verb))
                    .is_none_or(|p| self.plausible(&p) || name(&p));
            told && !(at > self.start && doc.is(at - 1, Class::That))
        };
        let quote = self.opening_words(next).filter(|_| !marked).filter(speaks);
        let sign = that.or(colon).or(quote);
        let bound = if sign.is_some() { Bound::Sign } else { Bound::Object };
        let limit = sign.unwrap_or(self.end);
        if let Some(cue) = self.of_document(at, form, verb, stance, next) {
            return Some(cue);
        }
        let speaker = match (form.full, verb.accuses()) {
            (true, _) => None,
            (_, true) => self.accuser(next, form, verb),
            _ => self.subject(next, limit, bound, verb),
        };
        // وناشد موسكو …, كما استنكرت صمت المنظمات: said of whoever spoke before, what follows is the object.
        // ودعا المغتربين إلى المساهمة: an accusative plural is no subject.
        let speaker = speaker.filter(|s| !(verb.takes("addressee") && self.is_accusative(s.from)));
        // ناشدته وزيرة …: the pronoun is the object.
        let speaker = speaker.filter(|s| form.object || !self.is_own_object(at, next, s, verb, bound));
        // ترجع أهمية المطلب إلى …: what is due to something, told by nobody.
        if verb.takes("cause") && speaker.as_ref().is_some_and(|s| !self.plausible(s)) {
            return None;
        }
        let after = speaker.as_ref().map_or(next, |s| s.to);
        let speaker = speaker.map(|s| self.latter(s.from).unwrap_or(s));
        if let Some(cue) = self.judged_by(speaker.as_ref(), after, from, verb) {
            return Some(cue);
        }
        let preceded =
            (self.clause..from).any(|i| doc.is_word(i) && !self.light(i)) && !doc.marks[at].conjoined;
        if preceded && !self.timed() && !speaker.as_ref().is_some_and(|s| self.plausible(s)) {
            return self.in_statement(at, that.or(colon), verb, stance);
        }
        if verb.stance == Stance::Planning && !speaker.as_ref().is_some_and(|s| self.plausible(s)) {
            let source = if self.out.is_empty() { Source::Outlet } else { Source::Carried };
            return Some(Cue::new(from, at, Reach::After, source, stance));
        }
        let told = colon.filter(|c| {
            that.is_none()
                && verb.takes("that")
                && !(after..*c).any(|i| self.opens_noun(i) && verb.takes("object"))
        });
        let quoted = || {
            let apart = |q: usize| (after..q).any(|i| self.opens_noun(i) && verb.takes("object"));
            quote.filter(|q| !apart(*q)).map(|q| (q, 0))
        };
        let Some(content) = self.content(after, at, that.or(told), verb).or_else(quoted) else {
            // تعهد مشرعون متشككون في الاتفاق بالضغط على …
            if verb.stance == Stance::Planning && self.out.is_empty() {
                return Some(Cue::new(from, at, Reach::After, Source::Outlet, stance));
            }
            let told = match speaker {
                Some(speaker) => self.contentless(at, from, speaker, verb, stance),
                None => self.carried_behind(at, next, verb, stance),
            };
            return told.map(|mut cue| {
                cue.relays.extend(listener);
                cue
            });
        };
        let subject = || {
            let alone = self.out.iter().all(|c| c.nested) && from > self.start;
            self.clause_subject(from)
                .or_else(|| self.agreeing(at))
                .or_else(|| if alone { self.sentence_subject(from) } else { None })
        };
        let source = speaker.or_else(subject).map_or(Source::Carried, Source::Named);
        // وشكك خبير في هذه الرواية: in the sentence before.
        let before = doc.marks[at].conjoined && matches!(doc.bare(content.0), "هذا" | "هذه" | "تلك");
        if self.points_back(content.0) && (!self.out.is_empty() || before || doc.key(content.0) == "ذلك") {
            return Some(Cue::new(from, content.0 + 1, Reach::Echo, source, stance));
        }
        let named = matches!(source, Source::Named(_));
        let mut cue = self.after(from, source, stance, content);
        cue.relays.extend(listener);
        // نقلت الوكالة عن الوزارة نفيها …: the noun tells how.
        let noun = content.0.checked_sub(1).filter(|i| verb.takes("relay") && *i > at);
        if let Some(said) = noun.and_then(|i| doc.verb_of_noun(i)) {
            cue.stance = said.stance;
        }
        self.asides(&mut cue, (after, content.0), verb);
        // يعتزم الجيش، وفق ناطقه، تسليم …: what they mean to do is told by the other.
        if stance == Stance::Planning
            && verb.takes("object")
            && let Some(teller) = cue.relays.pop()
        {
            cue.source = Source::Named(teller);
        }
        cue.conditional = (after..content.0)
            .any(|i| doc.is(i, Class::Conditional) && doc.key(i) != "حال" && !self.hides_name(i));
        let relayed = !verb.takes("relay")
            || verb.takes("that")
            || !cue.relays.is_empty()
            // ونقل عن ضابط قوله إن …: of whoever spoke before.
            || !named && matches!(cue.source, Source::Named(_))
            || self.opens_noun(content.0)
            || cue.rumour.is_some();
        relayed.then_some(cue)
    }

    /// True where the phrase behind a verb that goes on with a report is its object: one that cannot speak, or the one
    /// spoken to (دعا أهالي الحي إلى …), which such a verb must have.
    fn is_own_object(&self, at: usize, next: usize, found: &Phrase, verb: &Verb, bound: Bound) -> bool {
        let doc = self.doc;
        let linked = at > self.start && doc.key(at - 1) == "كما";
        // قبل أن يدعو المعارضة إلى …
        let before = at > self.start + 1 && doc.is(at - 1, Class::That) && doc.key(at - 2) == "قبل";
        let goes_on = doc.marks[at].conjoined || linked || before;
        // At the head of a sentence «كما دعت …» goes on where the noun is no subject of that verb.
        let unable = verb.takes("object") && !self.plausible(found);
        let joined = linked || doc.marks[at].conjoined;
        let head =
            self.opening(at) <= self.start && !(linked && unable || joined && self.disagrees(at, next));
        if bound == Bound::Sign || !goes_on || head {
            return false;
        }
        if verb.takes("addressee") {
            // تناشد المنظمات كافة تزويدها …
            let to = found.to + usize::from(matches!(doc.key(found.to), "كافه" | "جميعا" | "كلها"));
            let at_once = self.governed(to, verb).is_some()
                || verb.takes("object") && (self.opens_noun(to) || self.is_demand(to));
            return at_once && self.content(next, at, None, verb).is_some();
        }
        // واعتبر الأرقام مبالغاً فيها
        (verb.takes("object") || doc.key(found.from).starts_with("ال")) && !self.plausible(found)
    }

    /// المغتربين, المسؤولين: the sound plural in a case that no subject has.
    fn is_accusative(&self, head: usize) -> bool {
        let (doc, key) = (self.doc, self.doc.key(head));
        let noun = doc.ctx.lexicon.nouns.read(key);
        let many = noun.is_some_and(|f| f.noun.is_person() && f.count == crate::lexicon::nouns::Count::Many);
        let unknown = noun.is_none() && key.chars().count() >= 7;
        doc.marks[head].mention.is_none() && key.starts_with("ال") && key.ends_with("ين") && (many || unknown)
    }

    /// True where a verb of him or her stands before a noun that is not its subject: دعت المجتمع, طالب الأمم المتحدة.
    fn disagrees(&self, at: usize, noun: usize) -> bool {
        let doc = self.doc;
        let verb = doc.bare(at);
        let hers = verb.ends_with('ت') || verb.starts_with('ت');
        let head = doc.key(noun);
        let definite = head.starts_with("ال");
        let feminine = head.ends_with('ه')
            || definite && head.ends_with("ات")
            || definite && doc.key(noun + 1).starts_with("ال") && doc.key(noun + 1).ends_with('ه');
        let masculine = matches!(
            head,
            "المجتمع"
                | "المجلس"
                | "الجيش"
                | "النظام"
                | "الرئيس"
                | "التحالف"
                | "الاتحاد"
                | "الحزب"
                | "الجانب"
                | "مجلس"
        );
        if hers { masculine && !feminine } else { feminine }
    }

    /// True where a verb at `at` can open a report: at the head of a clause, after و, or after a phrase of time.
    pub(crate) fn opens(&self, at: usize, from: usize, form: Form) -> bool {
        let doc = self.doc;
        from <= self.clause || doc.marks[at].conjoined || form.shape == Shape::Present || self.timed()
    }

    /// True where the clause opens with a phrase of time or place.
    pub(crate) fn timed(&self) -> bool {
        let doc = self.doc;
        doc.is(self.clause, Class::Preposition)
            || doc.is(self.clause, Class::NotBeforeThat)
            || doc.marks.get(self.clause).is_some_and(|m| m.date.is_some())
    }

    pub(crate) fn skip_light(&self, mut next: usize) -> usize {
        let doc = self.doc;
        let light = |i: usize| {
            self.light(i) && doc.key(i) != "ما" && !doc.is(i, Class::That) && doc.marks[i].mention.is_none()
        };
        // شدد أمس (الخميس) رئيس الوزراء …
        let bracketed = |i: usize| {
            let date = doc.is_sign(i, &["("]) && doc.marks.get(i + 1).is_some_and(|m| m.date.is_some());
            (i + 1..self.end.min(i + 5)).find(|j| date && doc.is_sign(*j, &[")"]))
        };
        while next < self.end {
            if let Some(close) = bracketed(next) {
                next = close + 1;
                continue;
            }
            if !(light(next) || matches!(doc.key(next), "فيه" | "فيها" | "له" | "لها" | "لنا" | "لي" | "لهم"))
            {
                break;
            }
            next += 1;
        }
        next
    }

    /// The subject after a verb; `None` where the content follows at once and the speaker is carried over.
    pub(crate) fn subject(&self, at: usize, limit: usize, bound: Bound, verb: &Verb) -> Option<Phrase> {
        let doc = self.doc;
        let head = at + usize::from(doc.is_quote(at));
        let mark = doc.marks.get(head)?;
        // لكنه نفى علمه بالخطة: what is under the pronoun of whoever denies is the object.
        let own = matches!(verb.stance, Stance::Denying | Stance::Doubting)
            && doc.has_pronoun(head)
            && !doc.key(head).ends_with("نا")
            && !self.is_theirs(head)
            && !self.is_person(head);
        // لم يستبعد الإعلان عن اتفاق
        let act = matches!(verb.stance, Stance::Denying | Stance::Doubting)
            && doc.marks[at - 1].mention.is_none()
            && doc.key(head).strip_prefix("ال").is_some_and(is_verbal_noun)
            && ![Class::Speaker, Class::Statement, Class::Anaphor, Class::Title, Class::Medium]
                .iter()
                .any(|c| doc.is(head, *c))
            && !doc.words.classes(doc.key(head).strip_prefix("ال").unwrap_or("")).0.has(Class::Speaker)
            && !doc.is(head, Class::NotVerbalNoun);
        let object = mark.mention.is_none()
            && bound == Bound::Object
            && (own
                || act
                || mark.happening.is_some_and(|h| !h.verb && !h.definite)
                || is_verbal_noun(doc.key(head))
                    && !doc.is(head, Class::Speaker)
                    && !doc.is(head, Class::NotVerbalNoun)
                || doc.is(head, Class::Absence)
                || doc.is(head, Class::Verifiable)
                || doc.is(head, Class::Rumour));
        // طالب جميع الأطراف بـ…: whoever they are, all of them are spoken to.
        // أضاف لوكالة …: spoken to, not speaking.
        if doc.key(at).starts_with('ل') && self.medium(at).is_some() {
            return None;
        }
        let addressed = verb.takes("addressee")
            && bound == Bound::Object
            && matches!(doc.key(head), "جميع" | "كافه" | "ساير" | "الاطراف" | "الطرفين" | "الجانبين");
        let governed = addressed
            || doc.key(head).strip_prefix('ب').is_some()
                && !doc.is(head, Class::OwnBa)
                && verb.governs("ب")
                && mark.mention.is_none()
                && bound == Bound::Object;
        if object || governed || doc.is_number(head) && mark.mention.is_none() || self.dependent(head) {
            return None;
        }
        phrase(doc, at, limit, bound, Some(verb))
            .filter(|p| bound == Bound::Sign || self.plausible(p) || p.to <= head + 4)
    }

    /// True of a word that cannot head a subject: ذلك, بالقول, وبشكل.
    pub(crate) fn dependent(&self, head: usize) -> bool {
        let doc = self.doc;
        let key = doc.key(head);
        let named = doc.marks[head].mention.is_some() || doc.is(head, Class::Title);
        let prepositional = key.starts_with('ب') && key.chars().count() > 3
            || key.starts_with("لل")
            || matches!(key, "لنا" | "لي" | "له" | "لها" | "لهم");
        let joined = (prepositional || ["وب", "وال", "كال"].iter().any(|c| key.starts_with(c)))
            && !doc.is(head, Class::Speaker);
        // نفت نفيا قاطعا: an accusative is no subject.
        let accusative = doc.span(head).of(doc.ctx.text).contains('\u{64B}');
        !named
            && (joined
                || accusative
                || matches!(key, "ذلك" | "هذا" | "هذه" | "تلك" | "انه" | "كل" | "هنا" | "هناك"))
    }
}
