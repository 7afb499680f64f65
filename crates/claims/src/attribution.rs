//! Attribution: who is reported to say what, and through whom.
//!
//! A cue is one act of attribution in a sentence: a reporting verb with its speaker, a source phrase (بحسب …), a
//! formula without a speaker (من المقرر أن …), a heading (سانا: …) or the rejection of a rumour. Cues are found
//! from left to right, each token looked at once and each look-ahead bounded; what belongs to a cue as its content
//! is settled in `claim`.

use crate::marked::Marked;
use crate::rumour::{self, Rumour};
use crate::speaker::{Bound, Phrase, is_verbal_noun, phrase};
use crate::words::{Class, Form, Run, Shape, Stance, Verb};
use std::ops::Range;

/// How far a complementiser may stand from its verb, in tokens: 10 to 80. Long titles and two asides fit in.
const FAR: usize = 45;
/// Longest dateline before its dash or colon, in tokens: بيروت 20 مايو أيار (رويترز) -.
const DATELINE: usize = 12;

/// Where the content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// After the cue.
    After,
    /// Before it: قُتل اثنان، بحسب المرصد.
    Before,
    /// On both sides: وتضم بحسب الإدارة ألف شخص.
    Around,
    /// It is what was said just before: وهو ما نفته الوزارة.
    Echo,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// The outlet itself.
    Outlet,
    /// Whoever spoke last.
    Carried,
    /// The one named.
    Named(Phrase),
}

/// One act of attribution, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Its first token, connectives included.
    pub from: usize,
    /// First token of the content, or of what follows the cue.
    pub upto: usize,
    /// Folded letters of that token that are not content (بمقتل).
    pub cut: usize,
    /// End of the content where the cue fixes it.
    pub end: Option<usize>,
    /// Where the content stands.
    pub reach: Reach,
    /// Who speaks.
    pub source: Source,
    /// Words in apposition to the speaker, where a side may be named.
    pub apposition: Option<(usize, usize)>,
    /// Relays and media, from the outlet towards the speaker.
    pub relays: Vec<Phrase>,
    /// What the words say about the content.
    pub stance: Stance,
    /// Who told the content first, where the cue speaks of a rumour.
    pub rumour: Option<Rumour>,
    /// A condition stands between speaker and content: يخشى الأهالي، لو عاد القصف، أن ….
    pub conditional: bool,
    /// Stands in the content of another speaker: who speaks here is not carried over.
    pub nested: bool,
}

impl Cue {
    fn new(from: usize, upto: usize, reach: Reach, source: Source, stance: Stance) -> Self {
        Self {
            from,
            upto,
            cut: 0,
            end: None,
            reach,
            source,
            apposition: None,
            relays: Vec::new(),
            stance,
            rumour: None,
            conditional: false,
            nested: false,
        }
    }
}

/// The cues of one sentence and the token at which its own words begin, datelines apart.
pub(crate) fn cues(doc: &Marked<'_>, sentence: Range<usize>) -> (usize, Vec<Cue>) {
    let start = dateline(doc, &sentence);
    let mut scan = Scan { doc, start, end: sentence.end, clause: start, before: start, out: Vec::new() };
    let mut at = start;
    if let Some(cue) = scan.heading() {
        at = scan.take(cue);
    }
    while at < sentence.end {
        if let Some(cue) = scan.cue(at) {
            at = scan.take(cue).max(at + 1);
            continue;
        }
        if doc.is_break(at) || doc.is(at, Class::That) || doc.is(at, Class::Connective) || doc.is_quote(at) {
            if scan.clause != at {
                scan.before = scan.clause;
            }
            scan.clause = at + 1;
        }
        at += 1;
    }
    (start, scan.out)
}

/// One past the dateline of a sentence (بيروت (رويترز) -), or its start.
fn dateline(doc: &Marked<'_>, sentence: &Range<usize>) -> usize {
    let limit = sentence.end.min(sentence.start + DATELINE);
    // A dateline opens with a place, an outlet or a bracket.
    if doc.marks[sentence.start].mention.is_none() && !doc.is_sign(sentence.start, &["("]) {
        return sentence.start;
    }
    let dash = |i: usize| doc.is_sign(i, &["-", "–", "—"]);
    let spaced = |i: usize| doc.span(i).end() < doc.span(i + 1).start();
    let plain = |i: usize| {
        let mark = doc.marks[i];
        let verb = mark.form.is_some() && mark.mention.is_none() || mark.happening.is_some_and(|h| h.verb);
        !verb && !doc.is(i, Class::That) && !doc.is_sign(i, &["،", ".", ":", "؟"])
    };
    let Some(end) =
        (sentence.start..limit).take_while(|i| plain(*i)).filter(|i| dash(*i) && spaced(*i)).last()
    else {
        return sentence.start;
    };
    if end == sentence.start || end + 1 >= sentence.end {
        return sentence.start;
    }
    // هاوار- سري كانيه: the place after the dash belongs to the dateline too.
    let colon = (end + 1..sentence.end.min(end + 5)).find(|i| doc.is_sign(*i, &[":"]));
    let place = |c: usize| (end + 1..c).all(|i| doc.is_word(i) && !doc.is(i, Class::Speaker));
    colon.filter(|c| place(*c)).unwrap_or(end) + 1
}

struct Scan<'s, 'a> {
    doc: &'s Marked<'a>,
    start: usize,
    end: usize,
    /// First token of the clause being read.
    clause: usize,
    /// First token of the clause before it.
    before: usize,
    out: Vec<Cue>,
}

impl Scan<'_, '_> {
    fn take(&mut self, cue: Cue) -> usize {
        let next = cue.upto;
        self.before = self.clause;
        self.clause = next;
        self.out.push(cue);
        next
    }

    fn cue(&self, at: usize) -> Option<Cue> {
        if !self.doc.is_word(at) {
            return self.signed(at);
        }
        self.echo(at)
            .or_else(|| self.unanswered(at))
            .or_else(|| self.rejection(at))
            .or_else(|| self.source(at))
            .or_else(|| self.formula(at))
            .or_else(|| self.verb(at))
    }

    /// A source in brackets at the end: … (مراسلون).
    fn signed(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if !doc.is_sign(at, &["("]) || at <= self.start {
            return None;
        }
        let speaker = phrase(doc, at + 1, self.end, Bound::Sign, None).filter(|p| self.plausible(p))?;
        let ends = doc.is_sign(speaker.to, &[")"]) && (speaker.to + 1..self.end).all(|i| doc.is_break(i));
        ends.then(|| Cue::new(at, self.end, Reach::Before, Source::Named(speaker), Stance::Neutral))
    }

    /// لم يصدر تعليق على ما قاله … حول …: what was said stays open.
    fn unanswered(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let head = self.clause.min(at);
        let silent = (head..at.min(head + 3)).any(|i| self.run(&doc.words.silences, i).is_some());
        if !silent || doc.bare(at) != "ما" {
            return None;
        }
        let (upto, cut, rumour) = rumour::rumour(doc, at, self.end)?;
        let mut cue = Cue::new(head, upto, Reach::After, Source::Named(rumour.speaker?), Stance::Doubting);
        cue.cut = cut;
        Some(cue)
    }

    fn run(&self, runs: &'static [Run], at: usize) -> Option<(&'static Run, usize)> {
        let doc = self.doc;
        let limit = self.end.min(at + 6);
        runs.iter().find_map(|run| {
            let head = run.head();
            let (bare, key) = (doc.bare(at), doc.key(at));
            if bare != head && key != head && key.strip_prefix(['و', 'ف']) != Some(head) {
                return None;
            }
            let n = run.matches((at..limit).map(|i| doc.key(i)))?;
            Some((run, at + n))
        })
    }

    /// First token of the cue whose first real word is at `at`: connectives before it belong to it.
    fn opening(&self, at: usize) -> usize {
        let mut from = at;
        if at >= self.clause + 2
            || at >= 2 && self.doc.is(at - 1, Class::That) && matches!(self.doc.key(at - 2), "دون" | "بدون")
        {
            let without = self.doc.is(at - 1, Class::That) && matches!(self.doc.key(at - 2), "دون" | "بدون");
            if without {
                return at - 2 - usize::from(self.doc.key(at.saturating_sub(3)) == "من");
            }
        }
        while from > self.clause.min(at) && self.light(from - 1) {
            from -= 1;
        }
        from
    }

    /// Connectives, auxiliaries, negators, days: words that may stand before a verb without being its subject.
    fn light(&self, i: usize) -> bool {
        let doc = self.doc;
        doc.is(i, Class::Connective)
            || doc.is(i, Class::Auxiliary)
            || doc.is(i, Class::Negator)
            || doc.is(i, Class::Time)
            || doc.marks[i].date.is_some()
            || doc.key(i) == "و"
    }

    /// A name with a colon at the head of a sentence: سانا: …, سبوتنيك عن مصادر: …, مصدر لفرات بوست: ….
    fn heading(&self) -> Option<Cue> {
        let doc = self.doc;
        let quoted = doc
            .closing(self.start, self.end.min(self.start + DATELINE))
            .filter(|c| doc.is_sign(c + 1, &[":"]));
        let first = match quoted {
            Some(close) => Phrase { from: self.start, cut: 0, to: close + 1, name: None },
            None => phrase(doc, self.start, self.end, Bound::Sign, None)?,
        };
        let told = (first.from..first.to)
            .any(|i| doc.marks[i].happening.is_some() && doc.marks[i].mention.is_none());
        if quoted.is_none() && (told || !self.plausible(&first)) {
            return None;
        }
        let mut at = first.to;
        let (mut speaker, mut relays) = (first, Vec::new());
        if doc.key(at) == "عن" {
            let second = phrase(doc, at + 1, self.end, Bound::Sign, None)?;
            at = second.to;
            relays.push(std::mem::replace(&mut speaker, second));
        } else if let Some(medium) = self.medium(at) {
            at = medium.to;
            relays.push(medium);
        }
        if !doc.is_sign(at, &[":"]) || at + 1 >= self.end {
            return None;
        }
        let colons = (at..self.end).take_while(|i| doc.is_sign(*i, &[":"])).count();
        let mut cue =
            Cue::new(self.start, at + colons, Reach::After, Source::Named(speaker), Stance::Neutral);
        cue.relays = relays;
        Some(self.with_rumour(cue))
    }

    /// True where the phrase can speak: a name, or a noun of those that do.
    fn plausible(&self, phrase: &Phrase) -> bool {
        let doc = self.doc;
        let head = phrase.from + usize::from(doc.is_quote(phrase.from));
        let noun = doc.bare(head).trim_start_matches("ال");
        doc.marks[head].mention.is_some()
            || phrase.name.is_some()
            || doc.words.classes(noun).0.has(Class::Speaker)
            || [Class::Speaker, Class::Title, Class::Anaphor, Class::Medium].iter().any(|c| doc.is(head, *c))
    }

    /// The medium after ل or مع, عبر at `at`: لـ«الوطن», لوكالة الأناضول, للصحيفة.
    fn medium(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let key = doc.key(at);
        let tatweel = usize::from(doc.is_sign(at + 1, &["ـ"]));
        if matches!(key, "ل" | "مع" | "عبر" | "علي" | "الي") {
            let from = at + 1 + tatweel;
            let head = from + usize::from(doc.is_quote(from));
            let quoted = doc.is_quote(from)
                && key == "ل"
                && doc.marks[head].mention.is_none_or(|_| doc.outlet_from(head));
            let fits = quoted || doc.outlet_from(head) || doc.is(head, Class::Medium);
            return if fits { phrase(doc, from, self.end, Bound::Object, None) } else { None };
        }
        let rest = key.strip_prefix('ل')?;
        let medium = doc.words.classes(rest).0.has(Class::Medium)
            || rest
                .strip_prefix('ل')
                .is_some_and(|r| doc.words.classes(&format!("ال{r}")).0.has(Class::Medium));
        if !medium && !doc.outlet_from(at) || rest.ends_with("نا") {
            return None;
        }
        let found = if medium {
            phrase(doc, at, self.end, Bound::Object, None)?
        } else {
            let to = doc.mention_from(at).map_or(at + 1, |m| doc.after(m.span));
            Phrase { from: at, cut: 0, to, name: None }
        };
        Some(Phrase { cut: 1, name: None, ..found })
    }

    /// بحسب المرصد, وفق ما نقلت الوكالة عن مصدر, كما يقول طبيب.
    fn source(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let (run, mut next) = self.run(&doc.words.sources, at)?;
        let comparing = run.head() == "كما";
        let mut stance = Stance::Neutral;
        let mut cut = 0;
        if run.ends_in_proclitic() && doc.key(next - 1).chars().count() > 1 {
            cut = 1;
        } else if doc.is_sign(next, &["ـ"]) {
            next += 1;
        }
        if doc.key(next) == "ما" {
            next += 1;
        }
        let mut relaying = false;
        if let Some(form) =
            doc.form(next).filter(|f| f.shape != Shape::Participle && !self.doc.is(next, Class::Title))
        {
            stance = doc.words.verb(form).stance;
            relaying = doc.words.verb(form).takes("relay");
            next += 1;
        } else if comparing {
            return None;
        }
        let first = phrase(doc, next, self.end, Bound::Sign, None)?;
        let (mut speaker, mut relays, mut to) = (Phrase { cut, ..first.clone() }, Vec::new(), first.to);
        while doc.key(to) == "عن" && (relaying || doc.is(to + 1, Class::Speaker)) {
            let Some(second) = phrase(doc, to + 1, self.end, Bound::Sign, None) else { break };
            to = second.to;
            relays.push(std::mem::replace(&mut speaker, second));
        }
        if let Some(medium) = self.medium(to) {
            to = medium.to;
            relays.push(medium);
        }
        let from = self.opening(at);
        let initial = from <= self.start;
        let then = self.then_that(to).filter(|upto| initial || doc.is(upto - 1, Class::That));
        let mut cue = match (initial || doc.is_break(from - 1), then) {
            (true, Some(upto)) => Cue::new(from, upto, Reach::After, Source::Named(speaker), stance),
            _ if self.amid(from, to) => {
                let from = if self.clause < from { self.clause } else { self.before };
                Cue::new(from, to, Reach::Around, Source::Named(speaker), stance)
            }
            _ => Cue::new(from, to, Reach::Before, Source::Named(speaker), stance),
        };
        cue.relays = relays;
        Some(cue)
    }

    /// The token after فإن, or after the comma, that follows an opening source.
    fn then_that(&self, to: usize) -> Option<usize> {
        let doc = self.doc;
        let limit = self.end.min(to + FAR);
        let stop = (to..limit).find(|i| doc.is(*i, Class::That) || doc.is_break(*i))?;
        if doc.is(stop, Class::That) {
            return Some(stop + 1);
        }
        let comma = doc.is_sign(stop, &["،", ",", ":"]) && stop + 1 < self.end;
        comma.then(|| stop + 1 + usize::from(doc.is(stop + 1, Class::That)))
    }

    /// True where the clause goes on after the source phrase.
    fn amid(&self, from: usize, to: usize) -> bool {
        let doc = self.doc;
        if to >= self.end {
            return false;
        }
        let enclosed = from > 0
            && doc.is_sign(from - 1, &["،", ",", "-", "–"])
            && doc.is_sign(to, &["،", ",", "-", "–"]);
        let next = to + usize::from(enclosed);
        if next >= self.end || doc.is_break(next) || doc.is_quote(next) && next + 1 >= self.end {
            return false;
        }
        let turn = doc.marks[next].conjoined
            || doc.key(next).starts_with('و')
            || doc.is(next, Class::Connective)
            || doc.is(next, Class::Relative)
            || doc.form(next).is_some()
            || doc.key(next).starts_with("لي");
        let counted = doc.is_number(next) || doc.figure_from(next);
        !turn && (enclosed || counted || doc.marks[next].happening.is_some_and(|h| !h.verb))
    }

    /// من المقرر أن …, الجدير بالذكر أن …, لا صحة لـ….
    fn formula(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let (run, mut next) = self.run(&doc.words.formulas, at)?;
        let mut cut = 0;
        if run.ends_in_proclitic() {
            if doc.key(next - 1).chars().count() == 1 {
                next += usize::from(doc.is_sign(next, &["ـ"]));
            } else {
                cut = 1;
            }
        }
        let opening = self.opening(at);
        let alone = opening <= self.start
            || doc.key(at).starts_with('و')
            || doc.is(opening - 1, Class::That)
            || doc.is(opening, Class::Connective)
            || doc.is_sign(opening - 1, &["؛", "-", ".", ":"])
            || doc.is_quote(opening - 1);
        if doc.is_sign(next, &["،"]) && doc.is(next + 1, Class::That) {
            next += 1;
        }
        let that = doc.is(next, Class::That) && cut == 0;
        let one_word = !doc.words.formulas.is_empty() && next == at + 1;
        if one_word && (!alone || !that && !self.opens_noun(next))
            || run.stance == Stance::Neutral && !(alone && that)
        {
            return None;
        }
        let spoken = self.out.last().is_some_and(|c| c.reach == Reach::After && c.source != Source::Outlet);
        let turned = (opening..at).any(|i| doc.is(i, Class::Turning)) || run.stance == Stance::Neutral;
        let source = if spoken && !turned { Source::Carried } else { Source::Outlet };
        let mut cue = Cue::new(opening, next + usize::from(that), Reach::After, source, run.stance);
        cue.cut = cut;
        Some(self.with_rumour(cue))
    }

    /// True where the passive formula has a verbal noun for its subject (يُتوقع وصول …).
    fn opens_noun(&self, at: usize) -> bool {
        let doc = self.doc;
        doc.marks.get(at).is_some_and(|m| m.happening.is_some_and(|h| !h.verb) && m.mention.is_none())
    }

    /// ما تبثه القناة عن … كاذب; مزاعم … عن … باطلة.
    fn rejection(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if !doc.is(at, Class::Rumour) {
            return None;
        }
        let (start, cut, rumour) = rumour::rumour(doc, at, self.end)?;
        let reject = self.rejected(start)?;
        let mut cue = Cue::new(self.opening(at), start, Reach::After, Source::Carried, Stance::Denying);
        let enclosed = self.out.last().is_some();
        if !enclosed {
            cue.source = Source::Outlet;
        }
        cue.cut = cut;
        cue.end = Some(reject);
        cue.rumour = Some(rumour);
        Some(cue)
    }

    /// Where the clause that holds `from` is rejected by its predicate.
    fn rejected(&self, from: usize) -> Option<usize> {
        (from..self.end.min(from + FAR))
            .take_while(|i| !self.doc.is_break(*i))
            .find(|i| self.run(&self.doc.words.rejections, *i).is_some())
    }

    /// هذا ما أكده مصدر; وهو ما نفته الوزارة.
    fn echo(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if doc.bare(at) != "ما"
            || at == 0
            || !matches!(doc.bare(at - 1), "هذا" | "هو" | "الامر")
                && !matches!(doc.key(at - 1), "وهو" | "وهذا")
        {
            return None;
        }
        let form = doc.form(at + 1).filter(|f| f.shape != Shape::Participle)?;
        let speaker = phrase(doc, at + 2, self.end, Bound::Sign, None)?;
        let stance = doc.words.verb(form).stance;
        let reach = if stance == Stance::Denying { Reach::Echo } else { Reach::Before };
        let medium = self.medium(speaker.to);
        let upto = medium.as_ref().map_or(speaker.to, |m| m.to);
        let mut cue = Cue::new(at - 1, upto, reach, Source::Named(speaker), stance);
        cue.relays.extend(medium);
        Some(cue)
    }

    fn verb(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let form = doc.form(at)?;
        let verb = doc.words.verb(form);
        if doc.marks[at].mention.is_some() || form.object && !verb.takes("addressee") {
            return None;
        }
        if form.shape == Shape::Participle {
            return self.participle(at, verb);
        }
        let stance = self.negated(at, verb.stance)?;
        if self.is_noun(at, form) || self.is_act(at, verb.stance) {
            return None;
        }
        let negated =
            usize::from(at > 1 && doc.is(at - 1, Class::Negator) && doc.is(at - 2, Class::Relative));
        if at > 0
            && (doc.is(at - 1 - negated, Class::Relative) || doc.key(at - 1) == "ما" && !self.negation(at))
        {
            return self.of_antecedent(at, verb, stance);
        }
        self.speaker_first(at, verb, stance).or_else(|| self.verb_first(at, form, verb, stance))
    }

    /// True where a past is rather the verbal noun of the same letters: at the head of a nominal content (بنشر أخبار).
    fn is_noun(&self, at: usize, form: Form) -> bool {
        let doc = self.doc;
        let content =
            self.out.last().is_some_and(|c| c.reach == Reach::After && (c.upto..=c.upto + 1).contains(&at));
        let head =
            content && (at..at + 1).all(|_| !doc.is(at - 1, Class::That) && !doc.is_sign(at - 1, &[":"]));
        head && form.shape == Shape::Past && !doc.marks[at].conjoined && !doc.is(at - 1, Class::Auxiliary)
    }

    /// True where the first clause of a report tells a demand or a plan: an act that the speaker tells of, no
    /// voice of its own (إن داعش طلب التفاوض).
    fn is_act(&self, at: usize, stance: Stance) -> bool {
        let doc = self.doc;
        let acts = matches!(stance, Stance::Asking | Stance::Planning | Stance::Accusing);
        let inside = self.out.last().is_some_and(|c| {
            c.reach == Reach::After
                && doc.is(c.upto.saturating_sub(1), Class::That)
                && (c.upto..at).all(|i| !doc.is_break(i) && !doc.is(i, Class::That))
        });
        acts && inside
    }

    fn negation(&self, at: usize) -> bool {
        (self.clause..at).rev().take(2).any(|i| self.doc.is(i, Class::Negator))
    }

    /// The stance of a verb under a negator: لم ينف and لم يؤكد leave it open; لم يقل is no report.
    fn negated(&self, at: usize, stance: Stance) -> Option<Stance> {
        let back = at.saturating_sub(2).max(self.start.min(at));
        let negator = (back..at).rev().find(|i| self.doc.is(*i, Class::Negator) && self.doc.key(*i) != "ما");
        let without =
            at >= 2 && self.doc.is(at - 1, Class::That) && matches!(self.doc.key(at - 2), "دون" | "بدون");
        if negator.is_none() && !without {
            return Some(stance);
        }
        match stance {
            Stance::Denying | Stance::Doubting => Some(Stance::Doubting),
            Stance::Affirming if self.excepted(at) => Some(stance),
            Stance::Affirming => Some(Stance::Doubting),
            _ => None,
        }
    }

    /// True where the clause goes on with سوى or إلا.
    fn excepted(&self, at: usize) -> bool {
        (at..self.end.min(at + 10))
            .take_while(|i| !self.doc.is_break(*i))
            .any(|i| self.doc.is(i, Class::Exception))
    }

    /// رستم الذي لم يستبعد …: the speaker is the one just named.
    fn of_antecedent(&self, at: usize, verb: &Verb, stance: Stance) -> Option<Cue> {
        let before = self.out.last()?;
        let near = before.reach != Reach::After && before.upto + 3 >= at || before.from == before.upto;
        if !near {
            return None;
        }
        let that = self.that(at, verb).filter(|_| verb.takes("relay"));
        let content = self.content(at + 1, at, that, verb)?;
        let mut cue = self.after(before.upto, before.source.clone(), stance, content);
        if that.is_some() {
            self.asides(&mut cue, (at + 1, content.0), verb);
        }
        Some(cue)
    }

    /// مشيرا إلى أن …, نافية المعلومات التي …, قائلا: ….
    fn participle(&self, at: usize, verb: &Verb) -> Option<Cue> {
        let doc = self.doc;
        let opens = at == self.clause || doc.marks[at].conjoined || !self.out.is_empty();
        if !opens || at == self.start {
            return None;
        }
        let that = self.that(at, verb).filter(|t| t - at <= 6);
        let next = at + 1 + usize::from(doc.key(at + 1) == "ذلك");
        let content = self.content(next, at, that, verb)?;
        Some(self.after(self.opening(at), Source::Carried, verb.stance, content))
    }

    /// الجيش الوطني ينفي …, لكن مسؤولا أقر بأن ….
    fn speaker_first(&self, at: usize, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let from = (self.clause..at).find(|i| !self.light(*i) && !doc.is_quote(*i))?;
        let speaker = phrase(doc, from, at, Bound::Sign, None)?;
        if !self.plausible(&speaker) || !(speaker.to..at).all(|i| self.light(i) || doc.is_quote(i)) {
            return None;
        }
        let opening = self.opening(from);
        let Some(content) = self.content(at + 1, at, self.that(at, verb), verb) else {
            return self.verdict(at, opening, speaker, stance);
        };
        let mut cue = self.after(opening, Source::Named(speaker), stance, content);
        cue.nested = opening > 0
            && doc.is(opening - 1, Class::That)
            && self.out.last().is_some_and(|c| c.upto < opening);
        self.asides(&mut cue, (at + 1, content.0), verb);
        let relayed =
            !cue.relays.is_empty() || !verb.takes("relay") || verb.takes("that") || cue.rumour.is_some();
        relayed.then_some(cue)
    }

    /// مصدر حقوقي ينفي ورابطة المعتقلين تؤكد: a verdict on what was said just before.
    fn verdict(&self, at: usize, from: usize, speaker: Phrase, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let ends = at + 1 >= self.end
            || doc.is_break(at + 1)
            || doc.marks[at + 1].conjoined
            || doc.key(at + 1).starts_with('و')
            || doc.key(at + 1) == "ذلك";
        let judges = matches!(stance, Stance::Denying | Stance::Affirming);
        (ends && judges).then(|| Cue::new(from, at + 1, Reach::Echo, Source::Named(speaker), stance))
    }

    fn verb_first(&self, at: usize, form: Form, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let from = self.opening(at);
        let that = self.that(at, verb);
        if !self.opens(at, from, form) && that.is_none() {
            return None;
        }
        let next = self.skip_light(at + 1);
        let colon = self.colon(next);
        let bound = if that.is_some() || colon.is_some() { Bound::Sign } else { Bound::Object };
        let limit = that.or(colon).unwrap_or(self.end);
        let speaker = if form.full { None } else { self.subject(next, limit, bound, verb) };
        let after = speaker.as_ref().map_or(next, |s| s.to);
        let preceded =
            (self.clause..from).any(|i| doc.is_word(i) && !self.light(i)) && !doc.marks[at].conjoined;
        if preceded && !self.timed() && !speaker.as_ref().is_some_and(|s| self.plausible(s)) {
            return None;
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
        let Some(content) = self.content(after, at, that.or(told), verb) else {
            return self.contentless(at, from, speaker?, verb, stance);
        };
        let source = speaker.map_or(Source::Carried, Source::Named);
        if doc.key(content.0) == "ذلك" && (content.0 + 1 >= self.end || doc.is_break(content.0 + 1)) {
            return Some(Cue::new(from, content.0 + 1, Reach::Echo, source, stance));
        }
        let mut cue = self.after(from, source, stance, content);
        self.asides(&mut cue, (after, content.0), verb);
        cue.conditional = (after..content.0).any(|i| doc.is(i, Class::Conditional) && doc.key(i) != "حال");
        let relayed = !verb.takes("relay")
            || verb.takes("that")
            || !cue.relays.is_empty()
            || self.opens_noun(content.0)
            || cue.rumour.is_some();
        relayed.then_some(cue)
    }

    /// True where a verb at `at` can open a report: at the head of a clause, after و, or after a phrase of time.
    fn opens(&self, at: usize, from: usize, form: Form) -> bool {
        let doc = self.doc;
        from <= self.clause || doc.marks[at].conjoined || form.shape == Shape::Present || self.timed()
    }

    /// True where the clause opens with a phrase of time or place.
    fn timed(&self) -> bool {
        let doc = self.doc;
        doc.is(self.clause, Class::Preposition)
            || doc.is(self.clause, Class::NotBeforeThat)
            || doc.marks.get(self.clause).is_some_and(|m| m.date.is_some())
    }

    fn skip_light(&self, mut next: usize) -> usize {
        let doc = self.doc;
        let light = |i: usize| {
            self.light(i) && doc.key(i) != "ما" && !doc.is(i, Class::That) && doc.marks[i].mention.is_none()
        };
        while next < self.end && (light(next) || matches!(doc.key(next), "فيه" | "فيها" | "له" | "لها"))
        {
            next += 1;
        }
        next
    }

    /// A verb whose content stands elsewhere: before it, at the next verb (لم تنف ولم تؤكد), or in ذلك.
    fn contentless(
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

    /// …, تقول الأمم المتحدة.
    fn postposed(&self, at: usize, from: usize, speaker: Phrase, verb: &Verb, stance: Stance) -> Option<Cue> {
        let doc = self.doc;
        let set_off = from > self.start
            && (doc.is_break(from - 1) || doc.is_quote(from - 1) || doc.key(at - 1) == "هكذا");
        if !set_off
            || !(verb.takes("that") || verb.takes("quote"))
            || doc.marks[at].conjoined
            || !self.plausible(&speaker) && doc.is_word(speaker.to)
        {
            return None;
        }
        let medium = self.medium(speaker.to);
        let upto = medium.as_ref().map_or(speaker.to, |m| m.to);
        let mut cue = Cue::new(from, upto, Reach::Before, Source::Named(speaker), stance);
        cue.relays.extend(medium);
        Some(cue)
    }

    /// The subject after a verb; `None` where the content follows at once and the speaker is carried over.
    fn subject(&self, at: usize, limit: usize, bound: Bound, verb: &Verb) -> Option<Phrase> {
        let doc = self.doc;
        let head = at + usize::from(doc.is_quote(at));
        let mark = doc.marks.get(head)?;
        let object = mark.mention.is_none()
            && bound == Bound::Object
            && (mark.happening.is_some_and(|h| !h.verb && !h.definite)
                || is_verbal_noun(doc.key(head))
                    && !doc.is(head, Class::Speaker)
                    && !doc.is(head, Class::NotVerbalNoun)
                || doc.is(head, Class::Absence)
                || doc.is(head, Class::Verifiable)
                || doc.is(head, Class::Rumour));
        let governed = doc.key(head).strip_prefix('ب').is_some()
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
    fn dependent(&self, head: usize) -> bool {
        let doc = self.doc;
        let key = doc.key(head);
        let named = doc.marks[head].mention.is_some();
        let prepositional = key.starts_with('ب') && key.chars().count() > 3;
        let joined = (prepositional || ["وب", "وال", "كال"].iter().any(|c| key.starts_with(c)))
            && !doc.is(head, Class::Speaker);
        !named && (joined || matches!(key, "ذلك" | "هذا" | "هذه" | "تلك" | "انه" | "كل" | "هنا" | "هناك"))
    }

    /// The complementiser of the verb at `at`.
    fn that(&self, at: usize, verb: &Verb) -> Option<usize> {
        let doc = self.doc;
        if !verb.takes("that") && !verb.takes("relay") && !verb.takes("question") {
            return None;
        }
        for i in at + 1..self.end.min(at + FAR) {
            if doc.is_sign(i, &[":", ".", "؛", "؟", "!"]) {
                return None;
            }
            let that =
                doc.is(i, Class::That) && !doc.marks[i].conjoined && !doc.is(i - 1, Class::NotBeforeThat);
            if that {
                return Some(i);
            }
            let contrast = matches!(doc.bare(i), "لكن" | "بل")
                || doc.is(i, Class::Rumour)
                    && verb.takes("object")
                    && rumour::rumour(doc, i, self.end).is_some();
            if contrast {
                return None;
            }
            let boundary = doc.is_break(i - 1) || doc.marks[i].conjoined;
            let other = doc.form(i).is_some()
                && boundary
                && doc.marks[i].mention.is_none()
                && !doc.is(i, Class::Title);
            let turning = doc.is_break(i - 1) && doc.is(i, Class::Turning);
            if other || turning {
                return None;
            }
        }
        None
    }

    /// The colon that introduces the words of the speaker, at or after `at` in the same clause.
    fn colon(&self, at: usize) -> Option<usize> {
        let limit = self.end.min(at + FAR / 2);
        let reports = |i: usize| self.doc.form(i).is_some() && self.doc.is_break(i - 1);
        (at..limit)
            .take_while(|i| !self.doc.is_sign(*i, &["."]) && !reports(*i))
            .find(|i| self.doc.is_sign(*i, &[":"]))
    }

    /// First token of the content and the letters of it that are not content.
    fn content(&self, after: usize, at: usize, that: Option<usize>, verb: &Verb) -> Option<(usize, usize)> {
        let doc = self.doc;
        if let Some(that) = that {
            return (that + 1 < self.end).then_some((that + 1, 0));
        }
        if verb.takes("accused") || verb.takes("blamed") {
            return self.charge(after, verb);
        }
        if verb.takes("rumour") {
            let mut told = (after..self.end.min(after + 8)).take_while(|i| !doc.is_break(*i));
            if let Some(noun) =
                told.find(|i| doc.is(*i, Class::Rumour) && rumour::rumour(doc, *i, self.end).is_some())
            {
                return Some((noun, 0));
            }
        }
        let mut i = after;
        while i < self.end.min(at + FAR) {
            if doc.is_sign(i, &[":"]) {
                let next = i + 1;
                return (next < self.end && !verb.takes("relay")).then_some((next, 0));
            }
            if doc.closing(i, self.end).is_some()
                && (verb.takes("that") || verb.takes("quote") || verb.takes("object"))
            {
                return Some((i, 0));
            }
            if verb.takes("question") && doc.is(i, Class::Question) {
                return Some((i, 0));
            }
            if doc.is(i, Class::Exception) {
                i += 1;
                continue;
            }
            if let Some(found) = self.governed(i, verb) {
                return Some(found);
            }
            if let Some(next) = self.aside(i) {
                i = next;
                continue;
            }
            let told = self.opens_noun(i)
                || verb.takes("event")
                    && (i..self.end.min(i + 3)).any(|j| doc.figure_from(j) && self.tells_event(i));
            let direct = verb.takes("object")
                || verb.takes("judgement") && self.judged(i)
                || (verb.takes("event") || verb.takes("rumour")) && told;
            if direct && !verb.takes("addressee") && !doc.is_break(i) && !self.weak_object(i) {
                return Some((i, 0));
            }
            if verb.takes("addressee") && !doc.is_break(i) {
                if verb.takes("object") && (self.opens_noun(i) || is_verbal_noun(doc.key(i))) {
                    return Some((i, 0));
                }
                i += 1;
                continue;
            }
            return None;
        }
        None
    }

    /// True where a happening is told within a few words.
    fn tells_event(&self, i: usize) -> bool {
        (i..self.end.min(i + 4)).any(|j| self.opens_noun(j))
    }

    /// وصف … بأنه …: the judgement stands after بأن.
    fn judged(&self, i: usize) -> bool {
        let doc = self.doc;
        (i + 1..self.end.min(i + 12))
            .any(|j| doc.is(j, Class::That) && doc.key(j).starts_with('ب') || doc.key(j).starts_with("بال"))
    }

    /// True where what follows cannot be an object: a preposition, a finite verb, a connective.
    fn weak_object(&self, i: usize) -> bool {
        let doc = self.doc;
        let adjunct = doc.is(i, Class::Preposition) && doc.key(i) != "بين";
        adjunct
            || doc.is(i, Class::Connective)
            || doc.form(i).is_some_and(|f| f.shape != Shape::Past)
            || doc.is(i, Class::Relative)
            || doc.marks[i].happening.is_some_and(|h| h.verb)
    }

    /// The noun after a preposition that the verb governs.
    fn governed(&self, i: usize, verb: &Verb) -> Option<(usize, usize)> {
        let doc = self.doc;
        let key = doc.key(i);
        for preposition in ["عن", "الي", "علي", "من", "في", "ب", "ل"] {
            if !verb.governs(preposition) {
                continue;
            }
            let clitic = preposition.chars().count() == 1;
            if key == preposition {
                let next = i + 1 + usize::from(doc.is_sign(i + 1, &["ـ"]));
                if doc.is(next, Class::Said) && doc.is(next + 1, Class::That) {
                    return (next + 2 < self.end).then_some((next + 2, 0));
                }
                let aside = doc.is(next, Class::Statement) || doc.is(next, Class::Time);
                return (next < self.end && !aside).then_some((next, 0));
            }
            if clitic
                && key.strip_prefix(preposition).is_some_and(|rest| rest.chars().count() > 2)
                && doc.is_word(i)
            {
                return Some((i, 1));
            }
        }
        None
    }

    /// اتهم س ص بـ…: the content is the charge, the accused in it.
    fn charge(&self, after: usize, verb: &Verb) -> Option<(usize, usize)> {
        let doc = self.doc;
        let limit = self.end.min(after + FAR);
        let charged = |i: &usize| {
            let key = doc.key(*i);
            if verb.takes("blamed") {
                key == "المسووليه" || key == "المسؤوليه" || key == "مسؤوليه"
            } else {
                key.starts_with('ب')
            }
        };
        let found = (after..limit).take_while(|i| !doc.is_sign(*i, &["."])).any(|i| charged(&i));
        (found && after < self.end).then_some((after, 0))
    }

    /// The token after an aside that begins at `i`: a day, في بيان …, (…), ، … ،.
    fn aside(&self, i: usize) -> Option<usize> {
        let doc = self.doc;
        if self.light(i) && !doc.is(i, Class::Negator) || doc.is(i, Class::Time) {
            return Some(i + 1);
        }
        if doc.is(i, Class::Preposition)
            && (doc.is(i + 1, Class::Statement) || matches!(doc.key(i), "خلال" | "عبر" | "امام"))
            || doc.key(i) == "خلال"
        {
            let limit = self.end.min(i + 16);
            let stop = (i + 1..limit).find(|j| {
                doc.is_break(*j)
                    || *j > i + 2
                        && self.opens_noun(*j)
                        && !doc.marks[*j].happening.is_some_and(|h| h.definite)
            })?;
            return Some(stop + usize::from(doc.is_sign(stop, &["،", ","])));
        }
        if let Some(medium) = self.medium(i) {
            return Some(medium.to);
        }
        if doc.is_sign(i, &["("]) {
            return (i..self.end.min(i + 10)).find(|j| doc.is_sign(*j, &[")"])).map(|j| j + 1);
        }
        if doc.is_sign(i, &["،", ","]) {
            let apposed = matches!(doc.bare(i + 1), "نقلا" | "استنادا")
                || doc.key(i + 1).starts_with("ال")
                || doc.is(i + 1, Class::Preposition)
                || doc.is(i + 1, Class::Title)
                || self.medium(i + 1).is_some();
            let close = (i + 1..self.end.min(i + 24)).find(|j| doc.is_sign(*j, &["،", ","]))?;
            return apposed.then_some(close + 1);
        }
        let adverb = doc.span(i).of(doc.ctx.text).contains('\u{64B}') && !doc.is(i, Class::Rumour);
        (adverb || matches!(doc.key(i), "علي" | "جمله")).then_some(i + 1)
    }

    fn after(&self, from: usize, source: Source, stance: Stance, content: (usize, usize)) -> Cue {
        let mut cue = Cue::new(from, content.0, Reach::After, source, stance);
        cue.cut = content.1;
        self.with_rumour(cue)
    }

    /// Passes over «صحة الأنباء التي تحدثت عن» at the head of the content.
    fn with_rumour(&self, mut cue: Cue) -> Cue {
        // أن الخبر عارٍ عن الصحة speaks of what was said just before.
        let pointing = matches!(self.doc.key(cue.upto), "الخبر" | "النبا" | "ذلك" | "الامر" | "المعلومات");
        if pointing && let Some((_, after)) = self.run(&self.doc.words.rejections, cue.upto + 1) {
            return Cue { reach: Reach::Echo, stance: Stance::Denying, upto: after, ..cue };
        }
        if let Some((start, cut, rumour)) = rumour::rumour(self.doc, cue.upto, self.end) {
            cue.upto = start;
            cue.cut = cut;
            cue.rumour = Some(rumour);
            if let Some(end) = self.rejected(start) {
                cue.end = Some(end);
                cue.stance = Stance::Denying;
            }
        }
        cue
    }

    /// What stands between speaker and content: a name in apposition, relays, media.
    fn asides(&self, cue: &mut Cue, region: (usize, usize), verb: &Verb) {
        let doc = self.doc;
        let mut i = region.0;
        let mut apposed = false;
        let mut ascribed = verb.governs_ascription();
        while i < region.1 {
            ascribed |= doc.form(i).is_some_and(|f| doc.words.verb(f).governs_ascription());
            if (verb.takes("relay") && matches!(doc.key(i), "عن" | "من") || ascribed && doc.key(i) == "الي")
                || doc.key(i) == "عن" && matches!(doc.key(i.saturating_sub(1)), "نقلا" | "ونقلا")
                || matches!(doc.key(i), "الي") && doc.bare(i.saturating_sub(1)) == "استنادا"
            {
                if let Some(next) = phrase(doc, i + 1, region.1, Bound::Sign, Some(verb)) {
                    i = next.to;
                    if doc.key(next.from) != "الخبر" {
                        self.relay(cue, next);
                    }
                    continue;
                }
            }
            if let Some(medium) = self.medium(i) {
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

    /// The one relayed becomes the speaker, the one who relays a link.
    fn relay(&self, cue: &mut Cue, next: Phrase) {
        if let Source::Named(outer) = std::mem::replace(&mut cue.source, Source::Named(next)) {
            cue.relays.push(outer);
        }
    }

    /// A person's name, or a post, in apposition after a comma.
    fn apposition(&self, cue: &mut Cue, from: usize, limit: usize) {
        let doc = self.doc;
        let Source::Named(speaker) = &mut cue.source else { return };
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
}

#[cfg(test)]
mod tests {
    use crate::marked::sample::told;

    /// Checks voice and content of every claim; an empty voice is the outlet's.
    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = told(text);
        let pairs: Vec<(&str, &str)> = found.iter().map(|(v, _, c)| (v.as_str(), c.as_str())).collect();
        assert_eq!(pairs, expect, "{text}");
    }

    #[test]
    fn the_verb_first() {
        check("أكد مصدر طبي في المشفى أمس أن الجسر مغلق.", &[("مصدر طبي في المشفى", "الجسر مغلق")]);
        check("أعلن المجلس المحلي مقتل ثلاثة مدنيين.", &[("المجلس المحلي", "مقتل ثلاثة مدنيين")]);
        check("أفاد مراسلنا بانسحاب الحرس من الجسر.", &[("مراسلنا", "انسحاب الحرس من الجسر")]);
        check("دعت اللجنة السكان إلى إخلاء الحي.", &[("اللجنة", "إخلاء الحي")]);
    }

    #[test]
    fn the_speaker_first() {
        check("المجلس المحلي ينفي إغلاق المعبر.", &[("المجلس المحلي", "إغلاق المعبر")]);
        check("مصدر طبي: ثلاثة جرحى في الحريق", &[("مصدر طبي", "ثلاثة جرحى في الحريق")]);
    }

    #[test]
    fn the_source_after_and_before_its_content() {
        check("انسحب الحرس من الجسر، بحسب شهود.", &[("شهود", "انسحب الحرس من الجسر")]);
        check("بحسب شهود، انسحب الحرس من الجسر.", &[("شهود", "انسحب الحرس من الجسر")]);
        check("انسحب الحرس من الجسر، تقول لجنة الحي.", &[("لجنة الحي", "انسحب الحرس من الجسر")]);
        check("انسحب الحرس من الجسر، هذا ما أكده شهود.", &[("شهود", "انسحب الحرس من الجسر")]);
    }

    #[test]
    fn the_speaker_carried_over() {
        let text = "قال مدير المشفى إن الجسر مغلق، مشيراً إلى أن الحرس غادروا. وأضاف أن المعبر مفتوح.";
        let manager = "مدير المشفى";
        check(text, &[(manager, "الجسر مغلق"), (manager, "الحرس غادروا"), (manager, "المعبر مفتوح")]);
    }

    #[test]
    fn a_rumour_stands_twice() {
        let text = "نفى المجلس المحلي ما نشرته صفحات مجهولة عن إغلاق المعبر.";
        check(text, &[("صفحات مجهولة", "إغلاق المعبر"), ("المجلس المحلي", "إغلاق المعبر")]);
    }

    #[test]
    fn what_nobody_reports_is_the_outlets() {
        check("يذكر أن الجسر مغلق منذ شهر.", &[("", "الجسر مغلق منذ شهر")]);
        check("أصيب ثلاثة مدنيين في الحريق.", &[("", "أصيب ثلاثة مدنيين في الحريق")]);
    }

    #[test]
    fn a_preposition_and_a_subject_that_cannot_speak_open_no_report() {
        check("المعارك كشفت عن ضعف التحصينات في التلة.", &[("", "المعارك كشفت عن ضعف التحصينات في التلة")]);
        check(
            "وقعت الحادثة بين الجسر والمعبر قبل أن يغلق.",
            &[("", "وقعت الحادثة بين الجسر والمعبر قبل أن يغلق")],
        );
    }

    #[test]
    fn a_text_without_a_full_stop_is_read_in_linear_time() {
        let line = "قال مصدر إن الحرس غادروا وأكد شهود أن الجسر مغلق بحسب لجنة الحي ";
        let found = told(&line.repeat(3000));
        assert!(found.len() >= 6000, "{}", found.len());
    }
}
