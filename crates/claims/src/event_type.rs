//! Event types: what kind of happening a claim tells.
//!
//! The types follow PLOVER and ACLED; their words stand in `lexicon/events.toml`. A claim has the type of its main
//! happening: that of its predicate, or of its head noun. Light words give way to what stands behind them (نفذ غارة,
//! سقوط قتلى); what stands in an adjunct or a relative clause is told beside it.

use crate::basis::Basis;
use crate::happening::{Cues, Happening, Near, Tells, happenings};
use crate::marked::Marked;
use crate::polarity::is_finite;
use crate::reading::{MentionKind, Quantity, Reading, Status};
use crate::words::{Class, ClassSet};
use riwayat_text::Span;
use std::ops::{ControlFlow, Range};

/// Words behind a word in which a cue may stand: 3 to 8.
const BESIDE: usize = 6;
/// Words before and behind a word in which a cue of its surroundings may stand: 6 to 14.
const AROUND: usize = 10;
/// What comes of a deed, also where no preposition says so (خلّف قتلى).
const HARM: [&str; 4] = ["killing", "wounding", "destruction", "displacement"];
/// Units of spans of time.
const TIMES: [&str; 6] = ["hour", "day", "week", "month", "year", "minute"];
/// Words between two commas that say when or how: 3 to 8.
const ASIDE: usize = 6;
/// Words between a light noun and the happening: 2 to 6, a number or a hedge.
const NEXT: usize = 4;
/// Words between a light verb and the happening: 6 to 14, its subject.
const REACH: usize = 10;

/// The main happening of a claim.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Main {
    /// Its token.
    pub at: usize,
    /// Its word; of a figure there is none.
    pub happening: Option<Happening>,
    /// The place of its type.
    pub event: u16,
    /// How it was found.
    pub basis: Basis,
    /// The light word that brings it about.
    pub light: Option<(usize, Happening)>,
}

/// The main happening of a claim.
pub(crate) fn main_of(doc: &Marked<'_>, tokens: &Range<usize>) -> Option<Main> {
    // Behind the last word that tells anything, nothing changes.
    let Some(last) = tokens.clone().rev().find(|at| doc.marks[*at].tells.is_some()) else {
        return counted(doc, tokens);
    };
    let mut walk = Walk::new(doc, tokens.clone());
    for at in tokens.start..=last {
        if let ControlFlow::Break(found) = walk.step(at) {
            return found;
        }
    }
    walk.best()
}

/// Where in the clause the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    Main,
    /// Behind بعد, خلال and the like.
    Adjunct,
    /// In a clause that says more of something: التي, عندما.
    Clause,
    /// Behind the sign that ends a clause with a predicate.
    After,
}

/// A light word that waits for what it gives way to.
#[derive(Debug, Clone, Copy)]
struct Light {
    at: usize,
    verb: bool,
    tells: Tells,
    happening: Happening,
}

/// A walk through the words of a claim for its main happening.
struct Walk<'d, 'a> {
    doc: &'d Marked<'a>,
    tokens: Range<usize>,
    zone: Zone,
    /// No word of content yet.
    first: bool,
    /// A finite verb has stood in the main clause.
    predicate: bool,
    /// The word before is a preposition.
    oblique: bool,
    /// It says where or whence (في, من): what stands behind it is no object.
    around: bool,
    /// Where the stretch since the last sign began, and the zone around it.
    stretch: (usize, Zone),
    light: Option<Light>,
    /// A word for a count has stood (حصيلة).
    toll: bool,
    /// The next figure of the article.
    next: usize,
    /// One past the figure that the walk is in.
    figure: usize,
    /// One past the last span of time (خلال 24 ساعة).
    span_of_time: usize,
    head: Option<Main>,
    own: Option<Main>,
    object: Option<Main>,
    aside: Option<Main>,
}

type Step = ControlFlow<Option<Main>>;

impl<'d, 'a> Walk<'d, 'a> {
    fn new(doc: &'d Marked<'a>, tokens: Range<usize>) -> Self {
        let start = doc.span(tokens.start).start();
        Self {
            doc,
            tokens,
            zone: Zone::Main,
            first: true,
            predicate: false,
            oblique: false,
            around: false,
            stretch: (0, Zone::Main),
            light: None,
            toll: false,
            next: doc.ctx.quantities.partition_point(|q| q.span.start() < start),
            figure: 0,
            span_of_time: usize::MAX,
            head: None,
            own: None,
            object: None,
            aside: None,
        }
    }

    fn step(&mut self, at: usize) -> Step {
        let (doc, mark) = (self.doc, &self.doc.marks[at]);
        if doc.is_break(at) {
            self.turn(at);
            return Step::Continue(());
        }
        // What stands there now can give no type any more, however it goes on.
        if self.zone == Zone::After && at > self.stretch.0 + ASIDE {
            return Step::Break(self.best());
        }
        if let Some(figure) = doc.ctx.quantities.get(self.next)
            && figure.span.start() < doc.span(at).end()
        {
            self.next += 1;
            self.figure = doc.after(figure.span);
            if TIMES.contains(&figure.unit.as_str()) {
                self.span_of_time = self.figure;
            }
        }
        // نفذ منذ صباح اليوم 24 طلعة: behind the time of an adjunct its clause goes on.
        let past_date = at > self.tokens.start && doc.marks[at - 1].date.is_some() && mark.date.is_none();
        if self.zone == Zone::Adjunct && (past_date || at == self.span_of_time) {
            self.zone = Zone::Main;
        }
        if mark.mention.is_some() || mark.date.is_some() {
            self.first &= mark.date.is_some();
            self.oblique = false;
            return Step::Continue(());
        }
        let words = happenings();
        match mark.tells {
            Some(happening) if !mark.cues.meet(words.adjunct) => self.happening(at, happening),
            _ => {
                self.other(at, mark.cues);
                Step::Continue(())
            }
        }
    }

    /// A sign that ends a clause. What stands between two commas and says when or how (، وفق مصدر،) is passed over.
    fn turn(&mut self, at: usize) {
        let doc = self.doc;
        let (from, around) = self.stretch;
        let mark = doc.marks.get(from);
        let opens = mark.is_some_and(|m| m.date.is_some() || m.cues.meet(happenings().adjunct))
            || doc.is(from, Class::Preposition);
        let aside = from > self.tokens.start && opens && at <= from + ASIDE;
        let told = self.predicate || self.head.is_some();
        let result = doc.key(at + 1) == "ما" && (self.object.is_some() || self.own.is_some());
        let before = if matches!(self.zone, Zone::Adjunct | Zone::Clause) { Zone::Main } else { self.zone };
        self.zone = match (aside, told || result) {
            (true, _) => around,
            (false, true) => Zone::After,
            (false, false) => Zone::Main,
        };
        self.stretch = (at + 1, if aside { around } else { before });
    }

    /// A word that tells nothing: it may open an adjunct or a clause, or be a predicate that is not known.
    fn other(&mut self, at: usize, cues: Cues) {
        let doc = self.doc;
        if doc.marks[at].class == ClassSet::default() && cues == Cues::default() {
            self.plain(at);
            return;
        }
        let words = happenings();
        // هي التي شنت الغارة: the main clause goes on.
        let cleft = at > 0 && matches!(doc.key(at - 1), "هو" | "هي" | "هم" | "وهو" | "وهي");
        if doc.is(at, Class::Relative) && cleft {
            return;
        }
        let unless = doc.key(at) == "ما" && doc.key(at + 1) == "لم";
        let joins = self.first && doc.is(at, Class::Connective) && doc.key(at) != "حين";
        if doc.is(at, Class::Relative) || unless || cues.meet(words.clause) && !joins {
            self.zone = if self.zone == Zone::After { Zone::After } else { Zone::Clause };
            return;
        }
        if doc.is(at, Class::That) || matches!(doc.key(at), "ان" | "ما") {
            // لن تتوقف إن استمر القصف: "if", where nobody has been told to say something.
            let written = doc.span(at).of(doc.ctx.text).starts_with('إ') && doc.key(at) == "ان";
            let says = || (self.tokens.start..at).any(|i| doc.form(i).is_some());
            if self.zone == Zone::Adjunct || written && self.predicate && !says() {
                self.zone = Zone::Clause;
            }
            return;
        }
        if cues.meet(words.adjunct) && at >= self.figure {
            if self.zone == Zone::Main {
                self.zone = Zone::Adjunct;
            }
            self.first = false;
            return;
        }
        if doc.is(at, Class::Negator) || doc.is(at, Class::Auxiliary) {
            return;
        }
        if doc.is(at, Class::Preposition) && at >= self.figure {
            self.oblique = true;
            self.around = matches!(doc.key(at).trim_start_matches('و'), "في" | "من" | "مع" | "ضد" | "بين");
            return;
        }
        self.plain(at);
    }

    /// A word without a class: it may be a predicate.
    fn plain(&mut self, at: usize) {
        let doc = self.doc;
        if at < self.figure || !doc.is_word(at) {
            return;
        }
        let waits =
            !self.predicate && (self.zone == Zone::Main || self.zone == Zone::Adjunct && self.head.is_none());
        if waits && is_finite(doc, at) {
            self.zone = Zone::Main;
            self.predicate = true;
        }
        self.first &= doc.is(at, Class::That) || doc.is(at, Class::Connective) || doc.is(at, Class::Time);
        self.oblique = false;
    }

    fn happening(&mut self, at: usize, happening: Happening) -> Step {
        let doc = self.doc;
        let mut tells = happenings().tells(happening, |near, cues| self.is_near(at, near, cues));
        let verb = self.is_verb(at, happening);
        let main =
            |event: u16, basis: Basis| Main { at, happening: Some(happening), event, basis, light: None };
        // لم يعودوا يقصفون: what follows tells more.
        if happening.verb && matches!(tells, Tells::Event(_)) && is_present(doc, at + 1) {
            tells = Tells::Light(None);
        }
        // المدنيين المحاصرين: said of whom the claim is about.
        let attribute = doc.marks[at].cues.meet(happenings().attribute) && !happening.verb;
        if attribute
            && !self.first
            && !self.oblique
            && !happening.governed
            && !self.toll
            && (happening.definite || self.is_behind_noun(at))
        {
            return Step::Continue(());
        }
        let told = self.predicate || self.head.is_some();
        if self.zone == Zone::Adjunct && happening.verb && !told {
            self.zone = Zone::Main;
        }
        let around = std::mem::take(&mut self.around) && self.oblique;
        let oblique = std::mem::take(&mut self.oblique) || happening.governed;
        let first = std::mem::take(&mut self.first);
        // تعرض موقع بعد الظهر لقصف: what a light verb waits for stands behind its preposition.
        let waited = self.light.is_some_and(|l| l.verb && at <= l.at + REACH) && oblique && !around;
        // لمن بقي: a clause of its own.
        let who = verb && at > 0 && matches!(doc.key(at - 1), "من" | "لمن" | "بمن" | "عمن" | "ممن");
        if who || self.zone != Zone::Main && !(self.zone == Zone::Adjunct && waited) {
            return Step::Continue(());
        }
        // استقبل المشفى 17 جريحاً، وتوفي اثنان: the first clause counts.
        if happening.verb && happening.conjoined && (told || self.object.is_some()) {
            return Step::Break(self.best());
        }
        match tells {
            Tells::Nothing if !told && self.object.is_none() => return Step::Break(None),
            Tells::Nothing => {}
            Tells::Light(own) => {
                self.first = first && !verb;
                self.predicate |= verb;
                let reached = self.light.is_none_or(|light| light.tells != Tells::Outcome);
                let headed = self.head.is_some() && verb;
                if reached && !headed && (first || verb || self.light.is_some()) {
                    // نفذ عملية إجلاء: the verb is kept, for its subject.
                    let doer = self
                        .light
                        .filter(|l| l.verb && !verb)
                        .map_or((at, verb, happening), |l| (l.at, true, l.happening));
                    self.light = Some(Light { at: doer.0, verb: doer.1, tells, happening: doer.2 });
                }
                if let Some(event) = own {
                    self.own.get_or_insert(main(event, Basis::EventLight));
                }
            }
            Tells::Outcome => {
                self.predicate = true;
                self.light = Some(Light { at, verb: true, tells, happening });
            }
            Tells::Toll => {
                self.toll = true;
                self.first = first;
            }
            Tells::Event(event) if verb && (!first || happening.verb) => {
                if self.head.is_some_and(|head| !self.yields(head)) {
                    return Step::Break(self.best());
                }
                return Step::Break(Some(main(event, Basis::EventVerb)));
            }
            Tells::Event(event) => {
                if let Some(light) = self.light {
                    let reach = if light.verb { REACH } else { NEXT };
                    let outcome = light.tells == Tells::Outcome;
                    let harm = HARM.contains(&happenings().event(event).name.as_str());
                    let behind = !around || oblique && !outcome;
                    let behind = behind && (!outcome || oblique || harm);
                    if at <= light.at + reach && behind {
                        let found = main(event, Basis::EventBehindLight);
                        let light = Some((light.at, light.happening));
                        return Step::Break(Some(Main { light, ..found }));
                    }
                }
                // حصيلة الغارة: the count behind it tells more.
                if self.toll && counted(self.doc, &self.tokens).is_some_and(|counted| counted.event != event)
                {
                    return Step::Continue(());
                }
                if first || self.is_counted_head(at) {
                    self.head = Some(main(event, Basis::EventNoun));
                } else if around && self.light.is_none() {
                    self.aside.get_or_insert(main(event, Basis::EventAside));
                } else if self.head.is_none() {
                    let basis = if oblique { Basis::EventOblique } else { Basis::EventObject };
                    self.object.get_or_insert(main(event, basis));
                }
            }
        }
        Step::Continue(())
    }

    /// True behind a noun without a preposition.
    fn is_behind_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|b| *b >= self.tokens.start);
        before.is_some_and(|b| {
            self.doc.is_word(b) && !self.doc.is(b, Class::Preposition) && !is_finite(self.doc, b)
        })
    }

    /// True of a verb, also of one whose letters are a noun's (طيران التحالف قتل خمسة): behind what can be no first part
    /// of a construct.
    fn is_verb(&self, at: usize, happening: Happening) -> bool {
        let doc = self.doc;
        let behind = |at: usize| {
            let mark = doc.marks[at];
            mark.mention.is_some()
                || mark.date.is_some()
                || doc.key(at).starts_with("ال")
                || doc.is(at, Class::Negator)
        };
        let bare = !happening.definite && !happening.governed && !happening.conjoined;
        let either = || self.first || at > self.tokens.start && behind(at - 1) && !self.oblique;
        happening.verb || happening.either && bare && either()
    }

    /// أكثر من 30 قتيلاً: what is counted heads the claim where its figure does.
    fn is_counted_head(&self, at: usize) -> bool {
        let doc = self.doc;
        at < self.figure
            && self.head.is_none()
            && !self.predicate
            && doc.figure_at(self.tokens.start).is_some_and(|f| doc.after(f.span) == self.figure)
    }

    /// غارة دمرت الجسر, قتلى سقطوا: of what does or undergoes something, the verb behind it tells more.
    fn yields(&self, head: Main) -> bool {
        let name = happenings().event(head.event).name.as_str();
        let person =
            || self.doc.ctx.lexicon.nouns.read(self.doc.key(head.at)).is_some_and(|f| f.noun.is_person());
        matches!(name, "air-strike" | "shelling" | "explosion" | "armed-clash") || person()
    }

    fn is_near(&self, at: usize, near: Near, cues: Cues) -> bool {
        let doc = self.doc;
        let end = self.tokens.end;
        let of = |range: Range<usize>| {
            let actor = |i: usize| doc.mention(i).is_some_and(|m| m.kind == MentionKind::Actor);
            let place = |i: usize| doc.mention(i).is_some_and(|m| m.kind == MentionKind::Place);
            range.clone().any(|i| doc.marks[i].cues.meet(cues))
                || cues.meet(happenings().place) && range.clone().any(place)
                || cues.meet(happenings().actor) && range.clone().any(actor)
                || cues.meet(happenings().person) && counts_people(doc, range)
        };
        let behind = |far: usize, signs: bool| {
            let far = end.min(at + 1 + far);
            let stops = |i: &usize| doc.is_break(*i) && (!signs || doc.is_sign(*i, &[".", "؟", "!"]));
            at + 1..(at + 1..far).find(stops).unwrap_or(far)
        };
        match near {
            Near::Always => true,
            Near::Next => of(behind(1 + usize::from(doc.is_quote(at + 1)), false)),
            Near::Beside => of(behind(BESIDE, false)),
            Near::Around => {
                of(behind(AROUND, true)) || of(at.saturating_sub(AROUND).max(self.tokens.start)..at)
            }
        }
    }

    /// What was found, where no verb settled it.
    fn best(&self) -> Option<Main> {
        let found = self.head.or(self.own).or(self.object);
        found.or_else(|| counted(self.doc, &self.tokens)).or(self.aside).filter(|m| m.basis.holds())
    }
}

/// What befell the people counted: 41 شهيداً.
fn counted(doc: &Marked<'_>, tokens: &Range<usize>) -> Option<Main> {
    figures(doc, tokens.clone()).find_map(|figure| {
        let sure = !figure.part
            && matches!(figure.status_basis?, Basis::OwnFate | Basis::NearFate | Basis::FateBehind);
        let event = happenings().named(befallen(figure).filter(|_| sure)?)?;
        let at = doc.tokens_of(figure.span).start;
        Some(Main { at, happening: None, event, basis: Basis::EventOfFigure, light: None })
    })
}

/// True of a present that stands behind another verb (عادوا يقصفون).
fn is_present(doc: &Marked<'_>, at: usize) -> bool {
    let key = doc.key(at);
    key.chars().count() >= 4
        && key.starts_with(['ي', 'ت'])
        && !key.ends_with(['ه', 'ا'])
        && doc.is_word(at)
        && doc.marks[at].tells.is_none_or(|h| h.verb)
        && is_finite(doc, at)
}

/// The figures that begin among the tokens.
pub(crate) fn figures<'a>(
    doc: &Marked<'a>,
    tokens: Range<usize>,
) -> impl Iterator<Item = &'a Quantity> + use<'a> {
    let (start, end) = (doc.span(tokens.start).start(), doc.span(tokens.end).start());
    let from = doc.ctx.quantities.partition_point(|q| q.span.start() < start);
    doc.ctx.quantities[from..].iter().take_while(move |q| q.span.start() < end)
}

/// True where a figure of people begins among the tokens.
pub(crate) fn counts_people(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    figures(doc, tokens).any(|q| q.unit == "person")
}

/// The type of what befell those whom a figure counts.
fn befallen(figure: &Quantity) -> Option<&'static str> {
    Some(match figure.status? {
        Status::Killed => "killing",
        Status::Wounded => "wounding",
        Status::Captured | Status::Arrested => "capture",
        Status::Displaced => "displacement",
        Status::Surrendered => "surrender",
        Status::Evacuated => "evacuation",
        Status::Missing | Status::Other => return None,
    })
}

/// What an event type is called, Arabic and English.
///
/// ```
/// assert_eq!(riwayat_claims::event_words("air-strike"), Some(("غارة جوية", "air strike")));
/// ```
#[must_use]
pub fn event_words(event_type: &str) -> Option<(&'static str, &'static str)> {
    let event = happenings().events.iter().find(|e| e.name == event_type)?;
    Some((&event.ar, &event.en))
}

/// The event types that words of a stretch tell by themselves, whichever of them the claim is of: of «قصف بغاز السارين» both a
/// strike and a chemical weapon.
///
/// ```
/// use riwayat_claims::{Input, Lexicon, read, types_named};
/// let text = "قصف الطيران البلدة بغاز السارين";
/// let input = Input { title: "", text, published: None, outlet: None, camp: None };
/// let reading = read(&input, Lexicon::builtin());
/// assert!(types_named(&reading, reading.sentences[0]).contains(&"chemical-weapon"));
/// ```
#[must_use]
pub fn types_named(reading: &Reading, span: Span) -> Vec<&'static str> {
    let from = reading.tokens.partition_point(|t| t.span.end() <= span.start());
    let inside = (from..reading.tokens.len()).take_while(|i| reading.tokens[*i].span.start() < span.end());
    let told = |i: usize| {
        let happening = happenings().told(&reading.tokens[i].key)?;
        let next = || reading.tokens.get(i + 1).map_or(Cues::default(), |t| happenings().cues(&t.key));
        let near = |near, cues| match near {
            Near::Always => true,
            Near::Next => next().meet(cues),
            Near::Beside | Near::Around => false,
        };
        match happenings().tells(happening, near) {
            Tells::Event(event) => Some(happenings().event(event).name.as_str()),
            _ => None,
        }
    };
    let mut types: Vec<&str> = inside.filter(|i| reading.tokens[*i].is_word()).filter_map(told).collect();
    types.sort_unstable();
    types.dedup();
    types
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marked::sample::claims;

    fn types(rows: &[(&str, Option<&str>)]) {
        for (text, kind) in rows {
            assert_eq!(claims(text)[0].event_type.as_deref(), *kind, "{text}");
        }
    }

    #[test]
    fn light_words_give_way_to_what_they_bring_about() {
        types(&[
            ("نفذ سلاح الجو غارة على التلة.", Some("air-strike")),
            ("أسفر الهجوم عن مقتل حارسين.", Some("killing")),
            ("تعرض الجسر لقصف عنيف.", Some("shelling")),
            ("شن الحرس هجوماً على التلة.", Some("armed-clash")),
            ("نفذت اللجنة قرارها أمس.", None),
            ("حصيلة الغارة بلغت تسعة قتلى.", Some("killing")),
        ]);
    }

    #[test]
    fn what_stands_in_an_adjunct_or_a_further_clause_is_told_beside() {
        types(&[
            ("أغلقت اللجنة الجسر بعد قصف السوق.", None),
            ("قُتل حارس جراء قصف السوق.", Some("killing")),
            ("الشاحنات التي قصفتها الطائرات كانت فارغة.", None),
            ("لن تتوقف اللجنة إن استمر القصف.", None),
            ("نفذ سلاح الجو منذ صباح اليوم غارة على التلة.", Some("air-strike")),
        ]);
    }

    #[test]
    fn words_tell_another_type_beside_others() {
        types(&[
            ("حرر الحرس ثلاثة مختطفين.", Some("release")),
            ("حرر الحرس البلدة صباح اليوم.", Some("territory-gained")),
            ("سقطت قذيفة على الحي مساء أمس.", Some("shelling")),
            ("تسع قذائف سقطت على الجسر.", Some("shelling")),
            ("استقبل المشفى تسعة جرحى، وتوفي حارس.", Some("wounding")),
            ("أسقط الحرس طائرة فوق التلة.", Some("destruction")),
            ("دخل الاتفاق حيز التنفيذ أمس.", Some("agreement")),
            ("وصلت المساعدات إلى المخيم.", Some("aid")),
            ("وصل وزير النقل إلى الجسر.", None),
            ("توفي رجل بكورونا في المشفى.", None),
            ("أسرة من الحي باعت بيتها أمس.", None),
            ("نشرت اللجنة صور الجسر أمس.", None),
        ]);
    }

    #[test]
    fn a_type_says_how_it_was_read() {
        let basis = |text: &str| claims(text)[0].event_basis;
        assert_eq!(basis("انسحب الحرس من الجسر."), Some(Basis::EventVerb));
        assert_eq!(basis("انسحاب الحرس من الجسر."), Some(Basis::EventNoun));
        assert_eq!(basis("تم انسحاب الحرس من الجسر."), Some(Basis::EventBehindLight));
        assert_eq!(basis("تسعة قتلى في الحي."), Some(Basis::EventNoun));
        assert_eq!(basis("أغلقت اللجنة الجسر أمس."), None);
    }

    #[test]
    fn what_falls_tells_the_type() {
        let kind = |text| claims(text)[0].event_type.clone();
        assert_eq!(kind("أكد شهود سقوط تسعة قتلى.").as_deref(), Some("killing"));
        assert_eq!(kind("أكد شهود سقوط ثلاث قذائف على الحي.").as_deref(), Some("shelling"));
        assert_eq!(kind("أكد شهود سقوط التلة بيد الحرس.").as_deref(), Some("territory-lost"));
        assert_eq!(kind("قال صاحب فرن إن الطحين قليل."), None);
    }
}
