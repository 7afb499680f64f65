//! Attribution without a reporting verb of its own: source phrases (بحسب …), headings (سانا: …), formulas (من
//! المقرر أن …), rejected rumours, and words that point back (هذا ما أكده …).
//!
//! Each method looks at one token and gives the cue that begins there, if any.

use crate::attribution::{Cue, FAR, Reach, Scan, Source};
use crate::basis::Basis;
use crate::derived::is_verbal_noun;
use crate::marked::Marked;
use crate::reading::MentionKind;
use crate::speaker::{Bound, Phrase, phrase};
use crate::words::{Class, Runs, Shape, Stance};

/// True right behind a verb of saying, at who was spoken to: قال لعنب بلدي.
fn told_to(doc: &Marked<'_>, at: usize) -> bool {
    doc.key(at).starts_with('ل') && at > 0 && doc.form(at - 1).is_some_and(|f| f.shape != Shape::Participle)
}

/// Words between what was not so and «كما»: 5 to 12.
const CONTRAST: usize = 9;

impl Scan<'_, '_> {
    /// A source in brackets at the end: … (مراسلون).
    pub(crate) fn signed(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        if let Some(cue) = self.goes_on(at) {
            return Some(cue);
        }
        if let Some(cue) = self.dashed(at).or_else(|| self.headlined(at)).or_else(|| self.behind_colon(at)) {
            return Some(cue);
        }
        if !doc.is_sign(at, &["("]) || at <= self.start {
            return None;
        }
        let speaker = phrase(doc, at + 1, self.end, Bound::Sign, None).filter(|p| self.plausible(p))?;
        let ends = doc.is_sign(speaker.to, &[")"]) && (speaker.to + 1..self.end).all(|i| doc.is_break(i));
        ends.then(|| Cue::new(at, self.end, Reach::Before, Source::Named(speaker), Stance::Neutral))
    }

    /// …، يقول مديره فلان، "وقد استقبلنا …": the quotation goes on behind who says it.
    fn goes_on(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let last = self.out.last().filter(|c| c.reach == Reach::Before)?;
        let comma = at > 0 && doc.is_sign(at - 1, &["،", ",", ":"]) && last.upto + 1 == at;
        let quoted = comma && doc.closing(at, self.end).is_some_and(|close| close > at + 3);
        let Source::Named(speaker) = &last.source else { return None };
        quoted.then(|| Cue::new(at, at, Reach::After, Source::Named(speaker.clone()), Stance::Neutral))
    }

    /// استعادت قسد البلدة، لا الجيش كما ذكرت سانا: where the noun begins that a negator sets against the rest, before «كما».
    fn set_against(&self, at: usize) -> Option<usize> {
        let (doc, end) = (self.doc, self.before_comma(at));
        let no = self.negator(end).filter(|no| matches!(doc.key(*no), "لا" | "وليس" | "وليست"))?;
        let tells = |i: usize| doc.tells(i) || crate::polarity::is_finite(doc, i);
        // لا تزال البلدة محاصرة، كما يقول الأهالي: behind the bare negator a verb is as likely.
        let noun = |i: usize| {
            let named = doc.marks[i].mention.is_some() || doc.is(i, Class::Preposition);
            named || doc.is_number(i) || doc.key(i).starts_with("ال")
        };
        let no = Some(no).filter(|no| doc.key(*no) != "لا" || noun(no + 1))?;
        (no + 1 < end && !(no + 1..end).any(tells)).then_some(no + 1)
    }

    /// لم تسقط البلدة كما أعلنت سانا: she may have told what is denied, or that it is, so nothing is said of her. A comma
    /// parts a source from what was not so.
    fn may_be_denied(&self, at: usize) -> bool {
        self.before_comma(at) == at && self.negator(at).is_some()
    }

    fn before_comma(&self, at: usize) -> usize {
        at - usize::from(at > self.start && self.doc.is_sign(at - 1, &["،", ","]))
    }

    /// The last negator of the clause that ends there.
    fn negator(&self, end: usize) -> Option<usize> {
        let clause = (self.start..end).rev().take(CONTRAST).take_while(|i| !self.doc.is_break(*i));
        // وهو ما يجعلها …: no negator, most of the time.
        clause.into_iter().find(|i| self.doc.is(*i, Class::Negator) && self.doc.bare(*i) != "ما")
    }

    /// بحسب المرصد, وفق ما نقلت الوكالة عن مصدر, كما يقول طبيب.
    pub(crate) fn source(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let (run, mut next) = self.run(Runs::Sources, at)?;
        let comparing = run.head() == "كما";
        let against = if comparing { self.set_against(at) } else { None };
        if comparing && against.is_none() && self.may_be_denied(at) {
            return None;
        }
        // ما ورد في تصريحات الوزير: what was said, not its source.
        if matches!(run.head(), "ورد" | "جاء") && at > self.start && doc.key(at - 1) == "ما" {
            return None;
        }
        // لم يصدر تعليق على ما قاله …: no source of what stands before, which a comma would set off.
        let as_told = run.head() == "علي" && doc.key(next - 1) == "ما";
        if as_told && (at <= self.start || !doc.is_break(at - 1)) {
            return None;
        }
        let mut stance = Stance::Neutral;
        let mut cut = 0;
        if run.ends_in_proclitic() && doc.key(next - 1).chars().count() > 1 {
            cut = 1;
        } else if doc.is_sign(next, &["ـ"]) {
            next += 1;
        }
        if doc.key(next) == "ما" || cut > 0 && doc.key(next) == "لما" {
            next += 1;
            cut = 0;
        }
        let (mut relaying, mut told) = (false, false);
        if let Some(form) =
            doc.form(next).filter(|f| f.shape != Shape::Participle && !self.doc.is(next, Class::Title))
        {
            stance = doc.words.verb(form).stance;
            relaying = doc.words.verb(form).takes("relay");
            // كما دعت المجتمع الدولي إلى …: a demand of its own.
            told = doc.words.verb(form).takes("addressee");
            // كما تحمّل أنقرة المسؤولية: a charge of its own.
            let charges = doc.words.verb(form).accuses();
            if comparing && (charges || told && stance == Stance::Asking) {
                return None;
            }
            // وفق ما صرح به مصدر
            next += 1 + usize::from(matches!(doc.key(next + 1), "به" | "اليه" | "عليه"));
        } else if comparing || as_told {
            return None;
        }
        // حسبما نقلت عنه الصحيفة: she relays whoever spoke.
        if relaying && matches!(doc.key(next), "عنه" | "عنها" | "عنهم") {
            let medium = phrase(doc, next + 1, self.end, Bound::Sign, None)?;
            return Some(self.relayed_by(at, medium, stance));
        }
        // بحسب ما قال لعنب بلدي: whoever spoke before, to her; حسبما قال لرويترز ضابط في الحرس: the one behind her.
        let listener = self.medium(next).filter(|_| told_to(doc, next));
        if let Some(medium) = &listener {
            let behind = phrase(doc, medium.to, self.end, Bound::Sign, None).filter(|p| self.plausible(p));
            if behind.is_none() {
                return Some(self.relayed_by(at, medium.clone(), stance));
            }
            next = medium.to;
        }
        // كما أعلن أمس: whoever spoke before.
        if comparing && doc.marks.get(next).is_none_or(|m| m.date.is_some() || m.class.has(Class::Time)) {
            return None;
        }
        let first = phrase(doc, next, self.end, Bound::Sign, None)?;
        // كما أفاد نشطاء بوجود عالقين: a report of its own.
        let of = doc.form(next.saturating_sub(1)).filter(|_| comparing).map(|f| doc.words.verb(f));
        let reports = of.is_some_and(|v| v.governs("ب"))
            && (first.from + 1..first.to + 1)
                .any(|i| doc.key(i).starts_with('ب') && is_verbal_noun(&doc.key(i)[2..]));
        // بحسب كلامه: whoever speaks.
        let own = ["ه", "ها", "هم"].iter().find_map(|p| doc.key(first.from).strip_suffix(p));
        let theirs = first.to == first.from + 1
            && own.is_some_and(|noun| {
                matches!(noun, "كلام" | "قول" | "روايت" | "تعبير" | "شهادت" | "وصف" | "تقدير")
            });
        if theirs && !self.out.is_empty() {
            let around = self.amid(self.opening(at), first.to);
            let (from, reach) = match around {
                true => (self.around_from(self.opening(at)), Reach::Around),
                false => (self.opening(at), Reach::Before),
            };
            return Some(Cue::new(from, first.to, reach, Source::Carried, stance));
        }
        // وفق الخطط المرسومة: no source.
        let noun = doc.key(first.from).strip_prefix("ال").filter(|_| !comparing && !as_told && cut == 0);
        let tells = |noun: &str| {
            let class = doc.words.classes(noun).0;
            [Class::Statement, Class::Rumour, Class::Medium].iter().any(|c| class.has(*c))
        };
        // كما استنكرت صمت المنظمات: what she denounced, nobody who told it.
        let object = comparing && of.is_some_and(|v| v.takes("object")) && !self.plausible(&first);
        let unable = object || noun.is_some_and(|n| !tells(n)) && !self.plausible(&first);
        if reports || unable {
            return None;
        }
        let (mut speaker, mut relays, mut to) = (Phrase { cut, ..first.clone() }, Vec::new(), first.to);
        // وفق بيان للقيادة نُشر ليل الأحد: when it came out.
        let dated = |i: usize| i < self.end && doc.marks[i].date.is_some();
        let noun = doc.key(first.from).strip_prefix('ل').filter(|_| cut > 0).unwrap_or("");
        let statement =
            doc.is(first.from, Class::Statement) || doc.words.classes(noun).0.has(Class::Statement);
        if statement && matches!(doc.key(to), "نشر" | "صدر") && dated(to + 1) {
            to = (to + 1..=self.end).find(|i| !dated(*i)).unwrap_or(to);
        }
        // كما أبلغ متحدث وكالة الأنباء: spoken to.
        let addressed = (first.from + 1..first.to)
            .find(|i| told && (doc.outlet_from(*i) || doc.is(*i, Class::Medium)))
            .filter(|i| self.plausible(&Phrase { to: *i, ..first.clone() }));
        if let Some(medium) = addressed {
            speaker.to = medium;
            relays.push(Phrase { from: medium, cut: 0, to: first.to, name: None });
        }
        // وفق بيان نشرته قسد: whose the statement is.
        // وفق حصيلة أولية نشرتها شبكة …
        let tally =
            |i: usize| matches!(doc.key(i), "حصيله" | "احصاييه" | "ارقام" | "بيانات" | "تقديرات" | "معطيات");
        let states = doc.is(first.from, Class::Statement) || tally(first.from);
        let stated = states && doc.form(to).is_some_and(|f| f.object);
        if stated
            && let Some(author) =
                phrase(doc, to + 1, self.end, Bound::Sign, None).filter(|p| self.plausible(p))
        {
            to = author.to;
            // وفق بيان للعمليات المشتركة نشره التلفزيون: theirs already, and the other passes it on.
            let theirs = (first.from + 1..first.to).any(|i| {
                doc.marks[i].mention.is_some() || doc.key(i).starts_with('ل') || doc.key(i).starts_with("ال")
            });
            if theirs {
                relays.push(author);
            } else {
                speaker = author;
            }
        }
        // بحسب ما ذكر الموقع نقلاً عن شهود
        let citing = |to: usize| {
            // نقلاً عن الصحيفة التي استندت إلى مذكرة
            let rests = doc.is(to, Class::Relative)
                && matches!(doc.key(to + 1), "استند" | "استندت" | "تستند" | "يستند")
                && doc.key(to + 2) == "الي";
            if rests { 2 } else { usize::from(doc.bare(to) == "نقلا" && doc.key(to + 1) == "عن") }
        };
        let person = speaker.name.is_some();
        while matches!(doc.key(to), "عن" | "من")
            && (relaying || doc.is(to + 1, Class::Speaker))
            // بحسب الطبيب فلان من مكتب دوما: where he is from.
            && !(doc.key(to) == "من" && person && !relaying)
            || citing(to) > 0
        {
            let behind = to + 1 + citing(to);
            let Some(second) = phrase(doc, behind, self.end, Bound::Sign, None) else { break };
            to = second.to;
            relays.push(std::mem::replace(&mut speaker, second));
        }
        relays.extend(listener);
        if let Some(medium) = self.medium(to) {
            to = medium.to;
            relays.push(medium);
        }
        // حسبما يخبرنا أبو وسيم وهو يشدّ الحمولة على جراره، …
        if matches!(doc.key(to), "وهو" | "وهي" | "وهم") && doc.key(to + 1).starts_with(['ي', 'ت'])
        {
            to = doc.comma(to, self.end);
        }
        // وفق قائد لواء طلب إغفال اسمه، …
        if self.hides_name(to) {
            to = doc.comma(to, self.end);
        }
        // بحسب ما نشرت قسد يوم أمس، 102 قتيل
        while dated(to) {
            to += 1;
        }
        let from = self.opening(at);
        if let Some(head) = self.titles(from, to) {
            let mut cue = Cue::new(head, to + 1, Reach::After, Source::Named(speaker), stance);
            (cue.relays, cue.basis) = (relays, Basis::SourcePhrase);
            return Some(cue);
        }
        let initial = from <= self.start;
        // …، بحسب مصدر أمني أكد أن …: the source goes on to say more.
        let more = !initial
            && doc.form(to).is_some_and(|f| f.shape == Shape::Past && !f.object)
            && !doc.marks[to].conjoined;
        let then = self.then_that(to).filter(|upto| initial || !more && doc.is(upto - 1, Class::That));
        // نقلاً عن القناة، قال مصدر إن …: she relays the one who speaks.
        if initial && let Some(upto) = then.filter(|u| doc.form(*u).is_some() && !doc.is(u - 1, Class::That))
        {
            let rest = Scan {
                doc,
                start: self.start,
                end: self.end,
                clause: upto,
                before: upto,
                out: self.out.clone(),
            };
            let told =
                rest.verb(upto).filter(|c| c.reach == Reach::After && matches!(c.source, Source::Named(_)));
            if let Some(mut cue) = told {
                cue.from = from;
                cue.relays.insert(0, speaker);
                return Some(cue);
            }
        }
        let mut cue = match (initial || doc.is_break(from - 1), then) {
            (true, Some(upto)) => Cue::new(from, upto, Reach::After, Source::Named(speaker), stance),
            _ if self.amid(from, to) => {
                Cue::new(self.around_from(from), to, Reach::Around, Source::Named(speaker), stance)
            }
            _ => Cue::new(from, to, Reach::Before, Source::Named(speaker), stance),
        };
        cue.relays = relays;
        // …، لا الجيش، كما ذكرت سانا: behind a comma either may be hers; what somebody only claims is what was not so.
        if against.is_some() && stance != Stance::Doubting && self.before_comma(from) != from {
            return None;
        }
        cue.against = against.filter(|_| cue.reach == Reach::Before);
        cue.nested = comparing && cue.reach == Reach::Before && !self.out.is_empty();
        self.titled_behind(&mut cue);
        Some(cue)
    }

    /// حصيلة المعارك بحسب غرفة العمليات: مقتل …: where the words begin that, without a verb, only say what stands behind the
    /// colon of a source.
    fn titles(&self, from: usize, to: usize) -> Option<usize> {
        let doc = self.doc;
        let colon = doc.is_sign(to, &[":"]) && to + 1 < self.end && !doc.is_number(to + 1);
        let counted = doc.is_sign(to, &[":"]) && doc.figure_from(to + 1);
        let plain = |i: usize| {
            // في حملة الرقة: behind a preposition it is a noun.
            let noun = i > 0 && doc.is(i - 1, Class::Preposition);
            let verb = !noun && (crate::polarity::is_finite(doc, i) || doc.form(i).is_some());
            !verb && !doc.is(i, Class::That) && (!doc.is_break(i) || i + 1 == from)
        };
        let head = self.clause.min(from);
        ((colon || counted) && from > head && (head..from).all(plain)).then_some(head)
    }

    /// What stands before, said by whoever spoke and passed on by a medium.
    fn relayed_by(&self, at: usize, medium: Phrase, stance: Stance) -> Cue {
        let mut cue = Cue::new(self.opening(at), medium.to, Reach::Before, Source::Carried, stance);
        cue.relays.push(medium);
        cue
    }

    /// The token after فإن, or after the comma, that follows an opening source.
    pub(crate) fn then_that(&self, to: usize) -> Option<usize> {
        let doc = self.doc;
        // بحسب الوكالة التي نقلت عن شاهد أن …: what follows is told by the one in the relative clause.
        let verb = to + 1 + usize::from(doc.is(to + 1, Class::Negator));
        if doc.is(to, Class::Relative) && doc.form(verb).is_some() {
            return None;
        }
        let limit = self.end.min(to + FAR);
        // وبحسب المجلس سلّم 17 …
        if doc.marks.get(to).is_some_and(|m| m.happening.is_some_and(|h| h.verb && !h.either) && !m.conjoined)
        {
            return Some(to);
        }
        let stop = (to..limit).find(|i| doc.is(*i, Class::That) || doc.is_break(*i))?;
        if doc.is(stop, Class::That) {
            return Some(stop + 1);
        }
        let comma = doc.is_sign(stop, &["،", ",", ":"]) && stop + 1 < self.end;
        comma.then(|| stop + 1 + usize::from(doc.is(stop + 1, Class::That)))
    }

    /// True where the clause goes on after the source phrase.
    pub(crate) fn amid(&self, from: usize, to: usize) -> bool {
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
        // …، حسبما أوضح فلان، معاون الوزير، للقناة: who he is, and to whom.
        if enclosed && (doc.is(next, Class::Title) || doc.is(next, Class::Speaker)) {
            let comma = doc.comma(next, self.end);
            return comma < self.end && self.medium(comma + 1).is_none() && self.amid(from, comma);
        }
        let turn = doc.marks[next].conjoined
            || matches!(doc.key(next), "في" | "وفي") && matches!(doc.key(next + 1), "حين" | "وقت")
            || doc.key(next).starts_with('و')
            || doc.is(next, Class::Connective) && (doc.key(next) != "الا" || doc.is(next + 1, Class::That))
            || doc.is(next, Class::Relative)
            || doc.form(next).is_some()
            || doc.key(next).starts_with("لي");
        let counted = doc.is_number(next) || doc.figure_from(next);
        !turn && (enclosed || counted || doc.marks[next].happening.is_some_and(|h| !h.verb))
    }

    /// من المقرر أن …, الجدير بالذكر أن …, لا صحة لـ….
    pub(crate) fn formula(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        let (run, mut next) = self.run(Runs::Formulas, at)?;
        let mut cut = 0;
        if run.ends_in_proclitic() {
            if doc.key(next - 1).chars().count() == 1 {
                next += usize::from(doc.is_sign(next, &["ـ"]));
            } else {
                cut = 1;
            }
        }
        // لا أساس له: a pronoun, nothing told.
        if cut == 1 && matches!(doc.key(next), "له" | "لها" | "لهم" | "لهما") {
            return None;
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
        let one_word = next == at + 1;
        // «…، والحقيقة أن …»: inside a quotation they are the speaker's words.
        let told = self.out.last().map_or(self.start, |c| c.upto);
        let quoted = |q: usize| doc.is_quote(q) && doc.closing(q, self.end).is_some_and(|close| close > at);
        if one_word && run.stance == Stance::Neutral && (told.saturating_sub(1)..at).any(quoted) {
            return None;
        }
        if one_word && (!alone || !that && !self.opens_noun(next))
            || run.stance == Stance::Neutral && !(alone && that)
        {
            return None;
        }
        // لم يتسن التحقق من مقتل …; of الحصيلة nothing is told.
        let checked = matches!(doc.key(next - 1), "من") && matches!(doc.key(next - 2), "التحقق" | "التاكد");
        if checked && !self.opens_noun(next) {
            return None;
        }
        let spoken = self.out.last().is_some_and(|c| c.reach == Reach::After && c.source != Source::Outlet);
        let turned = (opening..at).any(|i| doc.is(i, Class::Turning)) || run.stance == Stance::Neutral;
        let source = if spoken && !turned { Source::Carried } else { Source::Outlet };
        let mut cue = Cue::new(opening, next + usize::from(that), Reach::After, source, run.stance);
        cue.cut = cut;
        cue.formula = spoken;
        Some(self.with_rumour(cue))
    }

    /// هذا ما أكده مصدر; وهو ما نفته الوزارة.
    pub(crate) fn echo(&self, at: usize) -> Option<Cue> {
        let doc = self.doc;
        // الأمر الذي كذّبه مصدر
        let matter = at > 0 && doc.key(at) == "الذي" && doc.bare(at - 1) == "الامر";
        // وهي رواية نفاها متحدث, وهو رقم تشكك فيه منظمة
        let named = at > 0
            && matches!(doc.key(at - 1), "وهو" | "وهي" | "وهذه" | "هو" | "هي")
            && (doc.is(at, Class::Rumour) || self.is_told_noun(at) || doc.key(at) == "امر")
            && doc.bare(at) != "ما";
        // …؛ رواية كذّبها العقيد
        let apposed = at > self.start
            && doc.is_break(at - 1)
            && doc.form(at + 1).is_some_and(|f| {
                f.object && matches!(doc.words.verb(f).stance, Stance::Denying | Stance::Doubting)
            })
            && self.is_told_noun(at);
        let named = named || apposed;
        let matter = matter || named;
        let points = || {
            matches!(doc.bare(at - 1), "هذا" | "هو" | "الامر")
                || matches!(doc.key(at - 1), "وهو" | "وهذا")
                // هذا آخر ما أعلنته المحافظة
                || at > 1 && doc.key(at - 1) == "اخر" && doc.bare(at - 2) == "هذا"
        };
        if doc.bare(at) != "ما" && !matter || at == 0 || !(named || points()) {
            return None;
        }
        let at = at + usize::from(named && doc.is(at + 1, Class::Relative));
        // وهو ما لم تستبعده …: what is not rejected stays open.
        let negated = usize::from(doc.is(at + 1, Class::Negator));
        // وهو ما سارع التحالف إلى نفيه
        if doc.is(at + 1, Class::Renewing)
            && let Some(judge) = phrase(doc, at + 2, self.end, Bound::Sign, None)
            && matches!(doc.key(judge.to), "الي" | "علي")
            && let Some(verb) = doc.verb_of_noun(judge.to + 1).filter(|_| doc.has_pronoun(judge.to + 1))
        {
            return Some(Cue::new(at - 1, judge.to + 2, Reach::Echo, Source::Named(judge), verb.stance));
        }
        // الأمر الذي كانت الرياض قد نفته
        if matter
            && doc.is(at + 1, Class::Auxiliary)
            && let Some(judge) =
                phrase(doc, at + 2, self.end, Bound::Object, None).filter(|p| self.plausible(p))
            && let verb_at = judge.to + usize::from(doc.key(judge.to) == "قد")
            && let Some(form) = doc.form(verb_at).filter(|f| f.object)
        {
            let stance = doc.words.verb(form).stance;
            return Some(Cue::new(at - 1, verb_at + 1, Reach::Echo, Source::Named(judge), stance));
        }
        let form = doc.form(at + 1 + negated).filter(|f| f.shape != Shape::Participle)?;
        // وهو ما رفضته دمشق: a demand or a plan is not denied.
        let wanted = self.out.last().is_none_or(|c| c.stance != Stance::Accusing);
        if wanted && doc.words.verb(form).takes("said") {
            return None;
        }
        // هذا ما شدد عليه …
        let next = at + 2 + negated;
        let next = next + usize::from(matches!(doc.key(next), "عليه" | "عنه" | "به" | "اليه" | "فيه"));
        // هذا ما كشفه لسانا أحد المحررين
        let medium = self.medium(next);
        let next = medium.as_ref().map_or(next, |m| m.to);
        let mut speaker =
            phrase(doc, next, self.end, Bound::Sign, None).filter(|p| !doc.key(p.from).starts_with("لن"))?;
        let stance = match doc.words.verb(form).stance {
            Stance::Denying | Stance::Doubting if negated > 0 => Stance::Doubting,
            Stance::Affirming if negated > 0 => Stance::Doubting,
            stance => stance,
        };
        // وهو ما أرجعه عضو في اللجنة إلى خلاف: of what stands before he tells the cause.
        let verb = doc.words.verb(form);
        if verb.governs("الي") && !verb.takes("that") && doc.key(speaker.to) == "الي" {
            let content = (speaker.to + 1, 0);
            return (content.0 < self.end)
                .then(|| self.after(at - 1, Source::Named(speaker), Stance::Neutral, content));
        }
        // وهو ما وصفه مصدر بأنه محض افتراء
        let end = self.end.min(speaker.to + 8);
        // وهي حصيلة قالت المديرية إنها «غير صحيحة»
        let saying = named && doc.is(speaker.to, Class::That) && doc.has_pronoun(speaker.to);
        let false_said = (doc.words.verb(form).takes("judgement") || saying)
            && (speaker.to..end)
                .take_while(|i| !doc.is_break(*i))
                .any(|i| self.rejects(i, ' ') || self.rejects(i, 'ب'));
        let stance = if false_said { Stance::Denying } else { stance };
        let judges = matches!(stance, Stance::Denying | Stance::Doubting | Stance::Planning);
        let reach = if judges { Reach::Echo } else { Reach::Before };
        let mut relays = Vec::new();
        if doc.words.verb(form).takes("relay")
            && doc.key(speaker.to) == "عن"
            && let Some(origin) = phrase(doc, speaker.to + 1, self.end, Bound::Sign, None)
        {
            relays.push(std::mem::replace(&mut speaker, origin));
        }
        relays.extend(medium.or_else(|| self.medium(speaker.to)));
        let upto = relays.iter().map(|r| r.to).chain([speaker.to]).max().unwrap_or(speaker.to);
        let back = 1 + usize::from(named && doc.is(at, Class::Relative));
        let mut cue = Cue::new(at - back, upto, reach, Source::Named(speaker), stance);
        cue.relays = relays;
        // هذا ما أكده مدير التربية، أحمد الطويل، …
        if doc.is_sign(upto, &["،", ","])
            && doc.mention_from(upto + 1).is_some_and(|m| m.kind == MentionKind::Person)
        {
            self.apposition(&mut cue, upto + 1, self.end);
            if let Source::Named(Phrase { name: Some((_, to)), .. }) = &cue.source {
                cue.upto = (*to).max(upto);
            }
        }
        Some(cue)
    }
}
