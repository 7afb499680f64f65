//! Attribution: who is reported to say what, and through whom.
//!
//! A cue is one act of attribution in a sentence: a reporting verb with its speaker, a source phrase (بحسب …), a
//! formula without a speaker (من المقرر أن …), a heading (سانا: …) or the rejection of a rumour. Cues are found
//! from left to right, each token looked at once and each look-ahead bounded; what belongs to a cue as its content
//! is settled in `claim`. The kinds of cue stand in `report` (verbs) and `sourced` (all others).

use crate::basis::Basis;
use crate::charge::Charge;
use crate::marked::Marked;
use crate::reading::MentionKind;
use crate::rumour::{self, Rumour};
use crate::speaker::{Bound, Phrase, QUOTED_NAME, phrase};
use crate::words::{Class, Run, Runs, Shape, Stance};
use std::ops::Range;

/// How far a complementiser may stand from its verb, in tokens: 10 to 80. Long titles and two asides fit in.
pub(crate) const FAR: usize = 45;
/// Longest dateline before its dash or colon, in tokens: بيروت 20 مايو أيار (رويترز) -.
pub(crate) const DATELINE: usize = 12;

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
    /// Who is accused of what, where the verb accuses.
    pub charge: Option<Charge>,
    /// A condition stands between speaker and content: يخشى الأهالي، لو عاد القصف، أن ….
    pub conditional: bool,
    /// Stands in the content of another speaker: who speaks here is not carried over.
    pub nested: bool,
    /// A formula gives the stance, inside what somebody else reports.
    pub formula: bool,
    /// It tells what the speaker means to do.
    pub plan: bool,
    /// First token of what alone the source tells, for the rest is set against it: لا قوات النظام، كما زعمت سانا.
    pub against: Option<usize>,
    /// How it was read who speaks.
    pub basis: Basis,
}

impl Cue {
    pub(crate) fn new(from: usize, upto: usize, reach: Reach, source: Source, stance: Stance) -> Self {
        let basis = match (&source, reach) {
            (Source::Outlet, _) => Basis::NoSource,
            (Source::Carried, _) => Basis::CarriedOver,
            (Source::Named(_), Reach::After) => Basis::ReportedNoun,
            (Source::Named(_), Reach::Echo) => Basis::ToldBy,
            (Source::Named(_), Reach::Before | Reach::Around) => Basis::SourcePhrase,
        };
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
            charge: None,
            conditional: false,
            nested: false,
            formula: false,
            plan: false,
            against: None,
            basis,
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
        // قناة "كردستان 24": a quoted name begins no clause.
        if let Some(close) = scan.quoted_name(at) {
            at = close + 1;
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

/// Who a sentence without reports tells of, where they can speak: وصل رئيس المجلس فلان إلى المدينة. With it, whether a verb of
/// hers goes with them.
pub(crate) fn introduced(doc: &Marked<'_>, sentence: Range<usize>) -> Option<(Phrase, bool)> {
    let start = dateline(doc, &sentence);
    let scan = Scan { doc, start, end: sentence.end, clause: start, before: start, out: Vec::new() };
    scan.introduced()
}

/// One past the dateline of a sentence (بيروت (رويترز) -), or its start.
fn dateline(doc: &Marked<'_>, sentence: &Range<usize>) -> usize {
    let limit = sentence.end.min(sentence.start + DATELINE);
    // A dateline opens with a place, an outlet or a bracket.
    if doc.marks[sentence.start].mention.is_none() && !doc.is_sign(sentence.start, &["("]) {
        return sentence.start;
    }
    // الخوذ البيضاء - جنديرس: …: a body that speaks, with its place.
    let body = doc.mention_from(sentence.start).is_some_and(|m| {
        matches!(m.kind, MentionKind::Actor | MentionKind::Organisation | MentionKind::Person)
    });
    if body {
        return sentence.start;
    }
    let dash = |i: usize| doc.is_sign(i, &["-", "–", "—"]);
    let spaced = |i: usize| doc.span(i).end() < doc.span(i + 1).start();
    let plain = |i: usize| {
        let mark = doc.marks[i];
        let verb = mark.form.is_some() && mark.mention.is_none() || mark.happening.is_some_and(|h| h.verb);
        // دمشق، بيروت - رويترز -: another place or medium behind the comma.
        let next = doc.mention_from(i + 1).map(|m| m.kind);
        let listed = doc.is_sign(i, &["،"]) && matches!(next, Some(MentionKind::Place | MentionKind::Outlet));
        !verb && !doc.is(i, Class::That) && (listed || !doc.is_sign(i, &["،", ".", ":", "؟"]))
    };
    // حلب-سانا: …, دمشق ـ وكالات: …, إسطنبول/الأناضول: …: a place, then the medium and a colon.
    let hyphen = |i: usize| dash(i) || doc.is_sign(i, &["ـ", "/"]);
    // سانا-حماة: …, هاوار ـ برسوس: …: the medium, then the place.
    let medium_first = doc.mention_from(sentence.start).filter(|m| m.kind == MentionKind::Outlet);
    if let Some(next) = medium_first.map(|m| doc.after(m.span)).filter(|n| hyphen(*n)) {
        let colon = (next + 2..limit.min(next + 4)).find(|i| doc.is_sign(*i, &[":"]));
        let words = |c: usize| (next + 1..c).all(|i| doc.is_word(i));
        if let Some(colon) = colon.filter(|c| words(*c) && c + 1 < sentence.end) {
            return colon + 1;
        }
    }
    let place_first = doc.mention_from(sentence.start).filter(|m| m.kind == MentionKind::Place);
    if let Some(next) = place_first.map(|m| doc.after(m.span)).filter(|n| hyphen(*n)) {
        let colon = (next + 1..limit.min(next + 4)).find(|i| doc.is_sign(*i, &[":"]));
        let medium = doc.outlet_from(next + 1) || doc.is(next + 1, Class::Medium);
        // موسكو - سانا..
        let dots = doc.mention_from(next + 1).map_or(next + 2, |m| doc.after(m.span));
        if medium && doc.is_sign(dots, &["."]) && doc.is_sign(dots + 1, &["."]) && dots + 2 < sentence.end {
            return dots + 2;
        }
        if let Some(colon) = colon.filter(|c| medium && c + 1 < sentence.end) {
            return colon + 1;
        }
    }
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

/// Words of a statement before the verb of whoever makes it: 4 to 12.
const STATED: usize = 8;

/// True where the noun under one of these pronouns is one of those asked for, its ta written as it is without (لجنتهم, لجنة).
fn under_pronoun(word: &str, pronoun: impl Fn(&str) -> bool, noun: impl Fn(&str) -> bool) -> bool {
    riwayat_text::token::endings(word).filter(|e| pronoun(e.enclitic)).any(|e| {
        let respelt = e.rest.strip_suffix('ت').map(|r| format!("{r}ه"));
        noun(e.rest) || respelt.is_some_and(|r| noun(&r))
    })
}

/// A sentence being read from left to right.
pub(crate) struct Scan<'s, 'a> {
    pub(crate) doc: &'s Marked<'a>,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// First token of the clause being read.
    pub(crate) clause: usize,
    /// First token of the clause before it.
    pub(crate) before: usize,
    pub(crate) out: Vec<Cue>,
}

impl Scan<'_, '_> {
    pub(crate) fn take(&mut self, cue: Cue) -> usize {
        let next = cue.upto;
        self.before = self.clause;
        self.clause = next;
        self.out.push(cue);
        next
    }

    pub(crate) fn cue(&self, at: usize) -> Option<Cue> {
        if !self.doc.is_word(at) {
            return self.signed(at);
        }
        if self.is_plain(at) {
            return self.with_clause(at).or_else(|| self.decree(at));
        }
        self.headed(at)
            .or_else(|| self.so_said(at))
            .or_else(|| self.words_of(at))
            .or_else(|| self.echo(at))
            .or_else(|| self.rejection(at))
            .or_else(|| self.cited(at))
            .or_else(|| self.relayed_too(at))
            .or_else(|| self.by_saying(at))
            .or_else(|| self.asked(at))
            .or_else(|| self.source(at))
            .or_else(|| self.formula(at))
            .or_else(|| self.quoted_by(at))
            .or_else(|| self.purpose(at))
            .or_else(|| self.verb(at))
            .or_else(|| self.with_clause(at))
            .or_else(|| self.decree(at))
    }

    /// True of most words, of which no list says anything: no act of attribution begins there but by an unknown verb. هكذا, and
    /// what stands behind وهو, are in no class either.
    fn is_plain(&self, at: usize) -> bool {
        let doc = self.doc;
        let mark = doc.marks[at];
        at != self.clause
            && at > self.start
            && mark.class == Default::default()
            && mark.opens == Default::default()
            && mark.form.is_none()
            && mark.said.is_none()
            && !matches!(
                doc.key(at),
                "هكذا"
                    | "بهذه"
                    | "بتلك"
                    | "وعن"
                    | "بالقول"
                    | "بقوله"
                    | "بقولها"
                    | "بقولهم"
                    | "سوال"
                    | "سؤال"
                    | "السوال"
                    | "السؤال"
            )
            && !matches!(doc.key(at - 1), "وهو" | "وهي" | "وهذه" | "هو" | "هي")
    }

    pub(crate) fn run(&self, runs: Runs, at: usize) -> Option<(&'static Run, usize)> {
        let doc = self.doc;
        doc.marks.get(at).filter(|mark| mark.opens.has(runs))?;
        let limit = self.end.min(at + 6);
        let (run, n) = doc.words.longest_run(runs, (at..limit).map(|i| doc.key(i)))?;
        Some((run, at + n))
    }

    /// The end of a short quotation inside a clause that holds no verb: a name.
    fn quoted_name(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        // "فيلق الشام" ينفي …: the name that opens the sentence.
        let named = at == self.start
            && doc.is_quote(at)
            && doc.mention_from(at).or(doc.mention_from(at + 1)).is_some_and(|m| {
                let end = doc.after(m.span);
                doc.is_quote(end) || doc.is_quote(end.saturating_sub(1)) && end > at + 1
            });
        if named && let Some(close) = doc.closing(at, self.end.min(at + 2 + QUOTED_NAME)) {
            return Some(close);
        }
        let inside = at > self.clause && doc.is_quote(at) && !doc.is_break(at - 1) && doc.is_word(at - 1);
        if !inside || doc.form(at - 1).is_some() || doc.is(at - 1, Class::That) {
            return None;
        }
        let close = doc.closing(at, self.end.min(at + 2 + QUOTED_NAME))?;
        let told = (at + 1..close).any(|i| doc.tells(i));
        (!told && close > at + 1).then_some(close)
    }

    /// First token of the cue whose first real word is at `at`: connectives before it belong to it, and «دون أن».
    pub(crate) fn opening(&self, at: usize) -> usize {
        if let Some(from) = self.without(at) {
            return from;
        }
        let mut from = at;
        while from > self.clause.min(at) && self.light(from - 1) {
            from -= 1;
        }
        // وفي تصريح لمراسل الوكالة بيّن مدير الزراعة أن …: the statement is where it was said.
        let clause = self.clause.min(at);
        let stated = from > clause + 1
            && from - clause <= STATED
            && matches!(self.doc.key(clause), "في" | "وفي")
            && self.doc.is(clause + 1, Class::Statement)
            && (clause + 2..from).all(|i| self.doc.is_word(i) && self.doc.form(i).is_none_or(|f| f.object));
        if stated {
            return self.head_of(clause);
        }
        // …، وفي السياق أفادت …: where or when it was said.
        let adjunct = from >= self.start + 2
            && matches!(self.doc.key(from - 2), "في" | "وفي")
            && (from - 2 == self.start || self.doc.is_break(from - 3))
            && self.doc.is(from - 1, Class::Context);
        self.head_of(if adjunct { from - 2 } else { from })
    }

    /// `from`, or where the words of contrast before it begin.
    pub(crate) fn head_of(&self, from: usize) -> usize {
        // غير أن مصدراً قال إن …: the words of contrast are no content of what stands before.
        let contrast = from >= self.start + 2
            && self.doc.is(from - 1, Class::That)
            && matches!(self.doc.key(from - 2), "غير" | "الا" | "بيد");
        if contrast { from - 2 } else { from }
    }

    /// Where «دون أن» or «من دون أن» begins, right before the verb at `at`.
    pub(crate) fn without(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        let that = at >= 2 && doc.is(at - 1, Class::That) && matches!(doc.key(at - 2), "دون" | "بدون");
        that.then(|| at - 2 - usize::from(at >= 3 && doc.key(at - 3) == "من"))
    }

    /// Connectives, auxiliaries, negators, days: words that may stand before a verb without being its subject.
    pub(crate) fn light(&self, i: usize) -> bool {
        let doc = self.doc;
        doc.is(i, Class::Connective)
            || doc.is(i, Class::Auxiliary)
            || doc.is(i, Class::Negator)
            || doc.is(i, Class::Time)
            || doc.is(i, Class::Aside)
            // من جهته
            || doc.key(i) == "من" && doc.is(i + 1, Class::Aside)
            // لا تزال دمشق تنكر
            || doc.is(i, Class::AssertingNegation) && i > 0 && doc.is(i - 1, Class::Negator)
            || doc.marks[i].date.is_some()
            || doc.key(i) == "و"
            // ومضى يقول إن …
            || matches!(doc.bare(i).trim_start_matches('و'), "مضي" | "مضت" | "راح" | "راحت" | "مضوا")
                && doc.form(i + 1).is_some_and(|f| f.shape == Shape::Present)
    }

    /// True where the phrase can speak: a name, or a noun of those that do.
    pub(crate) fn plausible(&self, phrase: &Phrase) -> bool {
        let doc = self.doc;
        let head = phrase.from + usize::from(doc.is_quote(phrase.from));
        // أحد سكان البلدة: one of those who can speak.
        let head = head + usize::from(matches!(doc.bare(head), "احد" | "احدي" | "بعض"));
        // عدد من سكان الحي, مجموعة من الأهالي
        let some = matches!(doc.bare(head), "عدد" | "مجموعه" | "كثير" | "العديد" | "جمع" | "عشرات" | "مئات")
            && doc.key(head + 1) == "من"
            && head + 2 < phrase.to;
        let head = head + 2 * usize::from(some);
        // ثلاثة نواب, ستة مجالس محلية
        let counted =
            head + 1 < phrase.to && doc.figure_at(head).is_some_and(|q| q.span.end() > doc.span(head).end());
        let head = head + usize::from(counted);
        let noun = doc.bare(head).trim_start_matches("ال");
        let noun = noun.strip_prefix("وال").unwrap_or(noun);
        doc.marks.get(head).is_some_and(|mark| mark.mention.is_some())
            || phrase.name.is_some()
            || doc.words.classes(noun).0.has(Class::Speaker)
            // مصدران, مسؤولين
            || ["ان", "ين", "ون"].iter().any(|e| {
                let one = noun.strip_suffix(e).filter(|one| one.chars().count() >= 3);
                one.is_some_and(|one| {
                    let class = doc.words.classes(one).0;
                    class.has(Class::Speaker) || class.has(Class::Title)
                })
            })
            || self.is_theirs(head)
            || self.are_people(head)
            || [Class::Speaker, Class::Title, Class::Anaphor, Class::Medium].iter().any(|c| doc.is(head, *c))
            || self.is_person(head)
    }

    /// تنسيقياتهم, متحدثها: one who can speak, of those whom the pronoun points to.
    pub(crate) fn is_theirs(&self, head: usize) -> bool {
        let speaks = |noun: &str| self.doc.words.classes(noun).0.has(Class::Speaker);
        under_pronoun(self.doc.bare(head), |pronoun| matches!(pronoun, "هم" | "ها" | "ه"), speaks)
    }

    /// المانحون, مزارعون, المتظاهرون: the sound masculine plural as a subject is of people.
    fn are_people(&self, head: usize) -> bool {
        let (doc, key) = (self.doc, self.doc.bare(head));
        let noun = key.strip_prefix("ال").unwrap_or(key);
        doc.is_word(head)
            && noun.ends_with("ون")
            && noun.chars().count() >= 5
            && !noun.starts_with(['ي', 'ت'])
            && doc.form(head).is_none()
            && doc.marks[head].date.is_none()
            && !doc.is_number(head)
            && !doc.figure_from(head)
            && doc.ctx.lexicon.nouns.read(key).is_none_or(|f| f.noun.is_person() && f.noun.status.is_none())
    }

    /// True for a noun of people who can speak: not of the dead, nor one with a pronoun of somebody else's on it.
    pub(crate) fn is_person(&self, head: usize) -> bool {
        let form = self.doc.ctx.lexicon.nouns.read(self.doc.key(head));
        form.is_some_and(|f| {
            f.noun.is_person()
                && f.noun.status != Some(crate::Status::Killed)
                // مشاركة: the act, too
                && !crate::derived::is_verbal_noun(self.doc.key(head))
                && f.proclitics.trim_matches('و').is_empty()
        })
    }

    /// The medium after ل or مع, عبر at `at`: لـ«الوطن», لوكالة الأناضول, للصحيفة.
    pub(crate) fn medium(&self, at: usize) -> Option<Phrase> {
        let doc = self.doc;
        let key = doc.key(at);
        let tatweel = usize::from(doc.is_sign(at + 1, &["ـ"]));
        if matches!(key, "ل" | "مع" | "عبر" | "علي" | "الي") {
            let from = at + 1 + tatweel;
            let head = from + usize::from(doc.is_quote(from));
            let quoted = doc.is_quote(from)
                && key == "ل"
                && doc.marks.get(head).is_some_and(|m| m.mention.is_none() || doc.outlet_from(head));
            let fits = quoted || doc.outlet_from(head) || doc.is(head, Class::Medium);
            return if fits { phrase(doc, from, self.end, Bound::Object, None) } else { None };
        }
        let rest = key.strip_prefix('ل')?;
        let medium = doc.words.classes(rest).0.has(Class::Medium)
            || rest
                .strip_prefix('ل')
                .is_some_and(|r| doc.words.classes(&format!("ال{r}")).0.has(Class::Medium));
        if !medium && !doc.outlet_from(at) || medium && rest.ends_with("نا") {
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

    /// True where the passive formula has a verbal noun for its subject (يُتوقع وصول …).
    pub(crate) fn opens_noun(&self, at: usize) -> bool {
        let doc = self.doc;
        doc.marks.get(at).is_some_and(|m| m.happening.is_some_and(|h| !h.verb) && m.mention.is_none())
    }

    pub(crate) fn after(&self, from: usize, source: Source, stance: Stance, content: (usize, usize)) -> Cue {
        let mut cue = Cue::new(from, content.0, Reach::After, source, stance);
        cue.cut = content.1;
        if matches!(stance, Stance::Neutral | Stance::Affirming) {
            self.felt(&mut cue);
        }
        // جدد شكوكه في أن …
        let doubts = (content.0.saturating_sub(3).max(from)..content.0)
            .any(|i| self.doc.bare(i).starts_with("شكوك") || self.doc.bare(i).starts_with("تشكيك"));
        if doubts && matches!(cue.stance, Stance::Neutral | Stance::Affirming) {
            cue.stance = Stance::Doubting;
        }
        // أبدى شكوكاً في قدرة الجسر
        let doubt = self.doc.key(content.0).starts_with("شكوك")
            && matches!(self.doc.key(content.0 + 1), "في" | "حول" | "بشان" | "ازاء" | "حيال");
        if doubt && content.0 + 2 < self.end {
            (cue.upto, cue.stance) = (content.0 + 2, Stance::Doubting);
        }
        let clause = content.0 > 0 && self.doc.is(content.0 - 1, Class::That);
        if cue.basis == Basis::ReportedNoun && clause {
            cue.basis = Basis::ReportedClause;
        }
        self.with_rumour(cue)
    }

    /// أعرب عن قلقه الشديد من عودة التنظيم, أبدت استعدادها للمشاركة: what is feared stays open, what somebody is ready for is a
    /// plan.
    fn felt(&self, cue: &mut Cue) {
        let doc = self.doc;
        let noun = doc.key(cue.upto);
        let is = |class: Class| {
            let known = |word: &str| doc.words.classes(word).0.has(class);
            known(noun) || under_pronoun(noun, |pronoun| !pronoun.is_empty(), known)
        };
        if is(Class::Readiness) {
            cue.stance = Stance::Planning;
        } else if is(Class::Fear) {
            let adjective = usize::from(doc.key(cue.upto + 1).starts_with("ال"));
            let next = cue.upto + 1 + adjective;
            if matches!(doc.key(next), "من" | "ان" | "بان" | "ازاء" | "حيال" | "علي") && next + 1 < self.end
            {
                let that = usize::from(doc.key(next) == "من" && doc.key(next + 1) == "ان");
                (cue.upto, cue.cut, cue.stance) = (next + 1 + that, 0, Stance::Doubting);
            }
        }
    }

    /// Passes over «صحة الأنباء التي تحدثت عن» at the head of the content.
    pub(crate) fn with_rumour(&self, mut cue: Cue) -> Cue {
        // أن الخبر عارٍ عن الصحة speaks of what was said just before.
        if let Some(after) = self.judged_untrue(cue.upto) {
            return Cue { reach: Reach::Echo, stance: Stance::Denying, upto: after, ..cue };
        }
        // أكدت عدم صحة ما تداولته صفحات عن …
        if self.doc.is(cue.upto, Class::Absence) && self.doc.is(cue.upto + 1, Class::Verifiable) {
            cue.upto += 1;
            cue.stance = Stance::Denying;
        }
        // أن دخول المقاتلين المدينة «خبر كاذب»: a happening, rejected by its predicate.
        let happening = self.opens_noun(cue.upto) || crate::derived::is_verbal_noun(self.doc.key(cue.upto));
        let clause = cue.upto > 0 && self.doc.is(cue.upto - 1, Class::That);
        if happening
            && clause
            && cue.end.is_none()
            && matches!(cue.stance, Stance::Neutral | Stance::Affirming)
            && let Some(end) = self.rejected(cue.upto).filter(|end| *end > cue.upto + 1)
        {
            (cue.end, cue.stance) = (Some(end), Stance::Denying);
            return cue;
        }
        if let Some((start, cut, rumour)) = rumour::rumour(self.doc, cue.upto, self.end) {
            cue.upto = start;
            cue.cut = cut;
            // تناقلت مواقع مزاعم عن …
            if rumour.speaker.is_none()
                && rumour.stance == Stance::Doubting
                && matches!(cue.stance, Stance::Neutral | Stance::Affirming)
            {
                cue.stance = Stance::Doubting;
            }
            cue.rumour = Some(rumour);
            if let Some(end) = self.rejected(start) {
                cue.end = Some(end);
                cue.stance = Stance::Denying;
            }
        }
        cue
    }
}

#[cfg(test)]
mod tests;
