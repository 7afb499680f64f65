//! Speakers: the noun phrase that names who speaks.
//!
//! Arabic marks the end of a noun phrase by state: it runs on over a construct (المتحدث باسم قوات …) until a
//! definite noun closes it, then over adjectives with the article; a word without the article after that is a
//! person's name, or what the verb takes as its object. Where a complementiser follows, all before it can be the
//! speaker; where none does, a verbal noun ends it.

use crate::derived::{is_adjective, is_definite_demand, is_emphasis, is_verbal_noun};
use crate::lexicon::nouns::{Count, Form};
use crate::lexicon::signals::Signal;
use crate::marked::Marked;
use crate::reading::MentionKind;
use crate::words::{Class, ClassSet, Verb};

/// Longest speaker phrase, in tokens: 4 to 60. The longest in news text name a post, an office, a body and a person.
const LONGEST: usize = 24;
/// Longest name of a person, in tokens.
const LONGEST_NAME: usize = 5;
/// Longest quoted name inside a phrase, in tokens.
pub(crate) const QUOTED_NAME: usize = 7;

/// How a phrase is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    /// A complementiser, colon or sign follows it.
    Sign,
    /// The object of its verb may follow it directly.
    Object,
}

/// A speaker's noun phrase, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// First token.
    pub from: usize,
    /// Folded letters of the first token that are proclitics (لوكالة).
    pub cut: usize,
    /// One past its last token.
    pub to: usize,
    /// The name of the person in it.
    pub name: Option<(usize, usize)>,
}

/// The speaker's phrase that begins at `from`; `verb` is the verb whose content may not be eaten.
pub(crate) fn phrase(
    doc: &Marked<'_>,
    from: usize,
    limit: usize,
    bound: Bound,
    verb: Option<&Verb>,
) -> Option<Phrase> {
    let limit = limit.min(from + LONGEST);
    let mut walk =
        Walk { doc, from, limit, bound, verb, at: from, closed: false, adjective: false, name: None };
    while walk.at < limit {
        match walk.step() {
            Some(next) => walk.at = next,
            None => break,
        }
    }
    if walk.at == from {
        return None;
    }
    let from = walk.from;
    // القيادة العامة لقسد في …: a preposition without its noun is no part.
    while walk.at > from
        && doc.is(walk.at - 1, Class::Preposition)
        && doc.marks[walk.at - 1].mention.is_none()
    {
        walk.at -= 1;
    }
    if walk.at <= from {
        return None;
    }
    let name = walk.name.filter(|(n, to)| to - n <= LONGEST_NAME && *n >= from && *to <= walk.at);
    Some(Phrase { from, cut: 0, to: walk.at, name })
}

struct Walk<'w, 'a> {
    doc: &'w Marked<'a>,
    from: usize,
    limit: usize,
    bound: Bound,
    verb: Option<&'w Verb>,
    at: usize,
    /// A definite noun or a name has ended the construct.
    closed: bool,
    /// An adjective without the article has been passed: the phrase is indefinite and full.
    adjective: bool,
    name: Option<(usize, usize)>,
}

/// What a ministry under a pronoun is of: وزير دفاعها.
const MINISTRIES: [&str; 7] = ["خارجيت", "داخليت", "دفاع", "اعلام", "صحت", "عدل", "ماليت"];

impl Walk<'_, '_> {
    fn first(&self) -> bool {
        self.at == self.from
    }

    /// The token after the step, `None` where the phrase ends here.
    fn step(&mut self) -> Option<usize> {
        let (doc, at) = (self.doc, self.at);
        let mark = doc.marks.get(at)?;
        if self.first() && doc.key(at) == "ما" && matches!(doc.key(at + 1), "يسمي" | "تسمي" | "يدعي" | "تدعي")
        {
            self.from = at + 2;
            return Some(at + 2);
        }
        if doc.is_sign(at, &["ـ"]) {
            return Some(at + 1);
        }
        if doc.is_quote(at) {
            return self.quoted();
        }
        if doc.is_sign(at, &["("]) {
            let close = (at..self.limit.min(at + 8)).find(|j| doc.is_sign(*j, &[")"]))?;
            if doc.is(at + 1, Class::Title) && close >= at + 4 {
                self.name = self.name.or(Some((at + 2, close)));
            }
            return (!self.first()).then_some(close + 1);
        }
        if doc.key(at) == "و" && self.closed && (doc.is_quote(at + 1) || doc.mention_from(at + 1).is_some())
        {
            self.closed = false;
            return Some(at + 1);
        }
        // ضابط من الفرع 450: the number of a body.
        let numbered = doc.is_number(at)
            && self.bound == Bound::Sign
            && self.closed
            && doc.key(at - usize::from(at > 0)).starts_with("ال")
            && doc.is_word(at - usize::from(at > 0));
        if numbered && mark.mention.is_none() && mark.date.is_none() {
            return Some(at + 1);
        }
        if !doc.is_word(at) && mark.mention.is_none() || mark.date.is_some() && !self.first() {
            return None;
        }
        if let Some(mention) = doc.mention_from(at) {
            return self.mention(mention.kind, doc.after(mention.span), mention.span.start());
        }
        // بيان صادر عن قيادة قسد
        if !self.first() && crate::marked::is_issued(doc.ctx.tokens, at) {
            (self.closed, self.adjective) = (false, false);
            return Some(at + 2);
        }
        // ناشط عرّف عن نفسه باسم أبو الطيب
        let introduces = matches!(doc.key(at), "عرف" | "عرفت")
            && doc.key(at + 1) == "عن"
            && matches!(doc.key(at + 2), "نفسه" | "نفسها")
            && doc.key(at + 3) == "باسم";
        if introduces && !self.first() {
            let to = doc.mention_from(at + 4).map_or(at + 5, |m| doc.after(m.span)).min(self.limit);
            self.name = Some((at + 4, to));
            self.closed = true;
            return Some(to);
        }
        // كتب المحلل فلان على تلغرام: where, no part of the name.
        let posted = doc.key(at) == "علي"
            && (matches!(
                doc.key(at + 1),
                "فيسبوك"
                    | "تويتر"
                    | "تلغرام"
                    | "تيليغرام"
                    | "اكس"
                    | "منصه"
                    | "يوتيوب"
                    | "انستغرام"
            ) || ["حساب", "صفحت", "قنات", "معرف"].iter().any(|own| {
                doc.key(at + 1).strip_prefix(own).is_some_and(|p| matches!(p, "ه" | "ها" | "هم"))
            }));
        if posted && !self.first() {
            return None;
        }
        // نفاه الجيش جملة وتفصيلاً
        if doc.key(at) == "جمله" && doc.key(at + 1) == "وتفصيلا" {
            return None;
        }
        // متحدث باسم الشرطة رفض التعليق: a verb, though no report.
        let refuses =
            !self.first() && matches!(doc.bare(at), "رفض" | "رفضت" | "رفضوا" | "يرفض" | "ترفض" | "يرفضون");
        // نفى المجلس الأمر برمته
        let matter = !self.first() && doc.key(at) == "الامر" && self.bound == Bound::Object;
        let pointing = refuses
            || matter
            || matches!(doc.key(at), "ذلك" | "هذا" | "هذه")
            || doc.key(at).starts_with("شكوك");
        if pointing
            || key_of_saying(doc.key(at))
            || mark.class.has(Class::That)
            || mark.class.has(Class::Relative)
            || mark.class.has(Class::Question)
            || mark.class.has(Class::Said)
        {
            return None;
        }
        if mark.class.has(Class::Time) && !self.first() || mark.class.has(Class::Negator) {
            return None;
        }
        if mark.form.is_some_and(|f| !f.object) && !self.nominal() || mark.happening.is_some_and(|h| h.verb) {
            return None;
        }
        if let Some(next) = self.preposition() {
            return next;
        }
        // وزير خارجيتها: the post, and no object.
        let office = doc.has_pronoun(at)
            && at > self.from
            && matches!(doc.bare(at - 1), "وزير" | "وزيره" | "وزراء")
            && MINISTRIES.iter().any(|of| doc.key(at).starts_with(of));
        if office {
            self.closed = true;
            return Some(at + 1);
        }
        if !self.first() && (mark.conjoined || doc.key(at).starts_with("وال")) {
            return self.conjoined();
        }
        self.noun()
    }

    /// A word that is a verb by its letters but stands where only a noun can (المتحدث, طالب after a noun).
    fn nominal(&self) -> bool {
        self.doc.is(self.at, Class::Title)
            || self.doc.is(self.at, Class::Speaker)
            || self.doc.is(self.at, Class::Medium)
    }

    fn quoted(&mut self) -> Option<usize> {
        let close = self.doc.closing(self.at, self.limit.min(self.at + 2 + QUOTED_NAME))?;
        let holds_verb = (self.at + 1..close).any(|j| {
            self.doc.form(j).is_some()
                || self.doc.is(j, Class::That)
                || self.doc.is(j, Class::Negator)
                || self.doc.marks[j].happening.is_some_and(|h| h.verb)
        });
        // القائد الميداني في اللواء "أبو توفيق": his name.
        let given = self.doc.ctx.lexicon.signals.is(self.doc.key(self.at + 1), Signal::Given);
        let kunya = matches!(self.doc.key(self.at + 1), "ابو" | "ام");
        let person = self.closed && self.name.is_none() && (given || kunya) && self.titled();
        if person && close > self.at + 1 {
            self.name = Some((self.at + 1, close));
        }
        let fresh = !self.closed || self.bound == Bound::Sign || person;
        (fresh && !holds_verb && close > self.at + 1).then(|| {
            self.closed = true;
            close + 1
        })
    }

    fn mention(&mut self, kind: MentionKind, after: usize, start: usize) -> Option<usize> {
        let clitic = start > self.doc.span(self.at).start();
        let prefix = self.doc.key(self.at).chars().next().unwrap_or(' ');
        if clitic && matches!(prefix, 'ل' | 'ب') && !self.first() {
            // دعا الأمين العام للأمم المتحدة إلى …: the body of the post; what is called for stands behind إلى.
            let of_post = kind != MentionKind::Outlet
                && self.doc.key(after) == "الي"
                && (self.from..self.at).any(|i| self.doc.is(i, Class::Title));
            // لوكالة "فرانس برس": spoken to, though the agency is not known as a medium.
            let noun = self.doc.key(self.at).strip_prefix('ل').unwrap_or_default();
            let medium = kind == MentionKind::Outlet || self.doc.words.classes(noun).0.has(Class::Medium);
            if medium && prefix == 'ل' && self.full() || self.governed(prefix) && !of_post {
                return None;
            }
        } else if self.adjective
            && !self.closed
            && !clitic
            && self.bound == Bound::Object
            && kind != MentionKind::Person
            && self.verb.is_some_and(|v| v.takes("addressee"))
        {
            // طالب قائد عسكري عراقي البشمركة بالانسحاب: whom he calls on.
            return None;
        } else if self.closed && !self.first() {
            match kind {
                MentionKind::Person => {}
                _ if clitic && prefix == 'و' => {}
                _ if self.bound == Bound::Object => return None,
                _ => {}
            }
        }
        // مدير مستشفى كمال عدوان حسام أبو صفية: the last name is the speaker's.
        if kind == MentionKind::Person && !clitic {
            self.name = Some((self.at, after));
        }
        self.closed = true;
        Some(after.max(self.at + 1))
    }

    /// True where a post stands in the phrase.
    fn titled(&self) -> bool {
        (self.from..self.at).any(|i| self.doc.is(i, Class::Title))
    }

    /// True where the phrase can stand alone already.
    fn full(&self) -> bool {
        self.closed || self.adjective || self.at > self.from
    }

    fn governed(&self, clitic: char) -> bool {
        self.bound == Bound::Object && self.verb.is_some_and(|v| v.governs(&clitic.to_string()))
    }

    /// `Some(step)` where a preposition stands here.
    fn preposition(&mut self) -> Option<Option<usize>> {
        let (doc, at) = (self.doc, self.at);
        if !doc.is(at, Class::Preposition) && !doc.is(at, Class::OfSpeaker) {
            return None;
        }
        let key = doc.key(at);
        // ناشطون من داخل مضايا
        let compound = !self.first()
            && matches!(doc.key(at - 1), "من" | "في")
            && matches!(key, "داخل" | "خارج" | "وسط" | "قرب");
        if compound {
            return Some(Some(at + 1));
        }
        // مقرب من …
        // ناشطون على صلة بالجبهة, ضابط على اطلاع على …
        let linked = !self.first()
            && key == "علي"
            && matches!(doc.key(at + 1), "صله" | "علاقه" | "اطلاع" | "درايه" | "معرفه" | "تواصل");
        if linked {
            (self.closed, self.adjective) = (false, false);
            let next = at + 2;
            let governs = doc.is(next, Class::Preposition) || doc.key(next).starts_with('ب');
            return Some(governs.then_some(next + usize::from(doc.is(next, Class::Preposition)).max(1)));
        }
        let qualified = !self.first() && is_qualifier(doc.key(at - 1)) && matches!(key, "من" | "علي");
        if qualified {
            self.closed = false;
            self.adjective = false;
            return Some(Some(at + 1));
        }
        let ends = self.first()
            || !doc.is(at, Class::OfSpeaker)
            || self.verb.is_some_and(|v| v.governs(key))
            || key == "عن" && !represents(doc.key(at - 1))
            || doc.is(at + 1, Class::Statement)
            || doc.are_statements(at + 1)
            || doc.is(at + 1, Class::That)
            || doc.is(at + 1, Class::Aside)
            || self.name.is_some()
            || key == "ل"
                && self.full()
                && (doc.is(at + 1, Class::Medium)
                    || doc.is_quote(at + 1) && doc.marks.get(at + 2).is_none_or(|m| m.mention.is_none()));
        if ends || key == "ل" && self.full() && self.quoted_outlet(at + 1) {
            return Some(None);
        }
        self.closed = false;
        self.adjective = false;
        Some(Some(at + 1))
    }

    /// True where a quoted name of an outlet begins here.
    fn quoted_outlet(&self, at: usize) -> bool {
        let at = at + usize::from(self.doc.is_quote(at));
        self.doc.outlet_from(at)
    }

    /// A second noun or adjective after و: only one that is definite, a name, or an adjective.
    fn conjoined(&mut self) -> Option<usize> {
        let key = self.doc.key(self.at);
        let noun = key.starts_with("وال") && self.doc.marks[self.at].happening.is_none();
        let goes_on =
            (noun || is_adjective(key)) && !self.first() && !self.doc.is(self.at, Class::Connective);
        goes_on.then_some(self.at + 1)
    }

    fn noun(&mut self) -> Option<usize> {
        let (doc, at) = (self.doc, self.at);
        let key = doc.key(at);
        if self.first() {
            // وناشدت مصطفى المنظمات: a name alone.
            let name = doc.ctx.lexicon.signals.is(key, Signal::Given);
            self.closed = key.starts_with("ال")
                || name && doc.key(at + 1).starts_with("ال") && self.bound == Bound::Object
                || key.starts_with("لل")
                || doc.is(at, Class::Speaker) && key.ends_with("نا");
            return (!doc.is(at, Class::Connective) && !doc.is(at, Class::Auxiliary)).then_some(at + 1);
        }
        if doc.is(at, Class::Connective)
            || doc.is(at, Class::Auxiliary)
            // نفى المتحدث مزاعم أنقرة بأن …
            || doc.is(at, Class::Rumour) && (self.bound == Bound::Object || self.closed)
        {
            return None;
        }
        // قال الوزير للصحفيين: whom he spoke to.
        if key.starts_with("للصحفي") || key.starts_with("للصحافي") || key.starts_with("للاعلاميين")
        {
            return None;
        }
        if let Some(rest) = ["بال", "لل"].iter().find(|c| key.starts_with(**c)) {
            let clitic = rest.chars().next().unwrap_or(' ');
            let medium = clitic == 'ل' && self.full() && doc.is(at, Class::Medium);
            self.closed = true;
            return (!self.governed(clitic) && !medium).then_some(at + 1);
        }
        if self.governed('ب') && key.starts_with('ب') || self.governed('ل') && key.starts_with('ل') {
            return None;
        }
        if key
            .strip_prefix('ل')
            .is_some_and(|rest| self.full() && doc.words.classes(rest).0.has(Class::Medium))
        {
            return None;
        }
        if key.starts_with("ال") {
            return self.definite(key);
        }
        if is_emphasis(key) || is_qualifier(key) {
            return Some(at + 1);
        }
        // الناطق باسمها فلان
        if matches!(key, "باسمه" | "باسمها" | "باسمهم") {
            self.closed = true;
            return Some(at + 1);
        }
        // دعا الوزير جميع الأطراف إلى …: whom he calls on.
        let all = matches!(key, "جميع" | "كافه" | "ساير") && self.verb.is_some_and(|v| v.takes("addressee"));
        if all && self.full() && self.bound == Bound::Object {
            return None;
        }
        self.bare(key)
    }

    /// A noun or adjective with the article, not the first: part of a name, an adjective, the end of a construct -
    /// or, after a head of she, a word that does not agree with it: the object (دعت اللجنة السكان).
    fn definite(&mut self, key: &str) -> Option<usize> {
        let (doc, at) = (self.doc, self.at);
        let head = doc.key(self.from);
        // أعلنت بغداد الحداد: a place takes no noun, but the adjective of what stands before it.
        let place = at == self.from + 1
            && doc.marks[self.from].mention.is_some()
            && !is_adjective(key)
            && !key.ends_with('ه');
        if place
            && self.bound == Bound::Object
            && doc
                .ctx
                .lexicon
                .names
                .at(doc.ctx.tokens, self.from)
                .is_some_and(|h| h.senses.iter().any(|s| s.kind == MentionKind::Place))
        {
            return None;
        }
        let next_to_head =
            at == self.from + 1 && head.starts_with("ال") && doc.marks[self.from].mention.is_none();
        if self.bound == Bound::Object && next_to_head && head.ends_with('ه') && !key.ends_with('ه') {
            return None;
        }
        if self.bound == Bound::Object && self.complete() || self.calls_on() {
            return None;
        }
        // ناشدت المنظمات الدولية التدخل, استنكرت نقابة المعلمين الاعتداء على المدارس: what is asked for or denounced.
        let denounced = |v: &Verb| v.takes("object") && at > self.from + 1 && !doc.is(at, Class::Speaker);
        if is_definite_demand(key)
            && self.closed
            && self.bound == Bound::Object
            && self.verb.is_some_and(|v| v.takes("addressee") && v.takes("object") || denounced(v))
        {
            return None;
        }
        // الرجل البالغ من العمر …; تبنى التنظيم الهجوم: no part of the name.
        let named_before = at > self.from && doc.marks[at - 1].mention.is_some();
        let deed = named_before && self.bound == Bound::Object && doc.marks[at].happening.is_some();
        if deed || matches!(key, "البالغ" | "البالغه" | "البالغين" | "البالغون")
        {
            return None;
        }
        // زار المحافظ الورشات وأعلن …: things are no part of a post.
        let post =
            next_to_head && doc.is(self.from, Class::Title) && !head.ends_with('ه') && self.name.is_none();
        if post && key.ends_with("ات") {
            return None;
        }
        // ناشد مجلس الرقة المدني المنظمات الدولية …: a second noun is whom he speaks to.
        // سأل الصحفيون الناطق باسم المجلس …
        let many = |f: &Form<'_>| f.noun.is_person() && f.count == Count::Many;
        let people = || doc.ctx.lexicon.nouns.read(key).as_ref().is_some_and(many);
        let second = key.ends_with("ات")
            || !head.ends_with("ون") && people()
            || head.ends_with("ون") && doc.is(at, Class::Title);
        let addressed = self.verb.is_some_and(|v| v.takes("addressee")) && self.closed && second;
        if addressed && self.bound == Bound::Object {
            return None;
        }
        if let Some((_, to)) =
            self.name.as_mut().filter(|(_, to)| *to == at && doc.marks[at - 1].mention.is_none())
        {
            *to = at + 1;
        }
        self.closed = true;
        Some(at + 1)
    }

    /// نفى الوزير صلته بالتنظيم, نفى المتحدث علم بلاده بالخطة: a noun under a pronoun, or of one, is no name behind the post.
    fn owned(&self, at: usize) -> bool {
        let doc = self.doc;
        let given = doc.ctx.lexicon.signals.is(doc.key(at), Signal::Given);
        !given && (self.possessed(at) || doc.is_word(at + 1) && self.possessed(at + 1))
    }

    /// True of a noun under the pronoun of somebody else than us.
    fn possessed(&self, i: usize) -> bool {
        let doc = self.doc;
        doc.has_pronoun(i)
            && !doc.key(i).ends_with("نا")
            && doc.key(i).chars().count() >= 4
            && doc.marks[i].mention.is_none()
    }

    /// ناشدت طبيبة سورية المنظمات, ناشد ناشطون المنظمات: an indefinite noun with an adjective of its own, or with the nun of
    /// the plural, is no construct.
    fn complete(&self) -> bool {
        let (doc, last) = (self.doc, self.at - 1);
        let (head, before) = (doc.key(self.from), doc.key(last));
        if head.starts_with("ال") || doc.marks[last].mention.is_some() {
            return false;
        }
        let adjective = last == self.from + 1
            && (head.ends_with('ه') && before.ends_with("يه")
                || head.ends_with("ون") && before.ends_with("يون")
                || head.ends_with("ين") && before.ends_with("يين"));
        adjective || last == self.from && head.ends_with("ون") && head.chars().count() > 4
    }

    /// دعا ناشط من دوما المجتمع الدولي إلى …: behind an indefinite speaker with where he is from stands whom he calls on.
    fn calls_on(&self) -> bool {
        let (doc, at) = (self.doc, self.at);
        self.bound == Bound::Object
            && self.closed
            && self.verb.is_some_and(|v| v.takes("addressee"))
            && !doc.key(self.from).starts_with("ال")
            && doc.marks[self.from].mention.is_none()
            && !is_adjective(doc.key(at))
            && (self.from + 1..at).any(|i| doc.key(i) == "من")
    }

    /// A word without the article, not the first.
    fn bare(&mut self, key: &str) -> Option<usize> {
        let (doc, at) = (self.doc, self.at);
        if self.calls_on() {
            return None;
        }
        if key.starts_with("لي") && doc.words.classes(key).0 == ClassSet::default() && key.chars().count() > 4
        {
            return None;
        }
        let of = |clitic: char| {
            key.strip_prefix(clitic).is_some_and(|rest| doc.words.classes(rest).0.has(Class::Speaker))
        };
        if self.closed
            && (of('ب')
                || self.bound == Bound::Sign
                    && self.name.is_none()
                    && key.starts_with('ب')
                    && key.chars().count() > 4)
        {
            self.closed = false;
            return Some(at + 1);
        }
        if let Some(rest) = key.strip_prefix('ل').filter(|_| self.closed || self.adjective) {
            let class = doc.words.classes(rest).0;
            let named = self.bound == Bound::Sign && !doc.is(at, Class::Speaker);
            if class.has(Class::Medium) || class.has(Class::Speaker) || named {
                self.closed = false;
                return (!class.has(Class::Medium) && self.name.is_none() && !rest.ends_with("نا"))
                    .then_some(at + 1);
            }
        }
        let object = self.bound == Bound::Object
            && (doc.marks[at].happening.is_some()
                || is_verbal_noun(key) && !doc.is(at, Class::NotVerbalNoun) && !has_radical_hamza(doc, at)
                || doc.is(at, Class::Absence)
                || doc.is(at, Class::Verifiable)
                || doc.is(at, Class::Rumour));
        // An accusative is an adverb or the object, unless it agrees with the head: مسؤولاً تركياً.
        let accusative = |i: usize| doc.is_accusative(i);
        let agrees = accusative(self.from) && (is_adjective(key) || at == self.from + 1);
        if object || accusative(at) && !agrees {
            return None;
        }
        // قائد عسكري في فيلق الشام فضّل عدم ذكر اسمه
        if doc.is(at + 1, Class::Absence) && doc.key(at + 1) != "نفي" && doc.marks[at].mention.is_none() {
            return None;
        }
        // أبو محمد أحد شهود العيان: who he is, no part of the name.
        let kunya = at == self.from + 2 && matches!(doc.key(self.from), "ابو" | "ام");
        if matches!(key, "احد" | "احدي")
            && (kunya || self.closed || self.name.is_some())
            && self.bound == Bound::Sign
        {
            self.name = self.name.or(Some((self.from, at)));
            return Some(at + 1);
        }
        // يقدر ناشطون عدد …: a sound plural with its nun takes no noun behind it.
        let sound =
            at == self.from + 1 && doc.key(self.from).ends_with("ون") && !doc.is(at, Class::Preposition);
        if sound && self.bound == Bound::Object && !is_adjective(key) && !is_qualifier(key) {
            return None;
        }
        if self.closed || self.name.is_some() {
            let titled = self.titled();
            // قالت الممرضة بصوت متعب: how, no name.
            let how =
                ["بصوت", "بلهجه", "بنبره", "بمراره", "بحسره", "بغضب", "بحزن", "بشده", "بانفعال", "بابتسامه"];
            if how.contains(&key) {
                return None;
            }
            // لم يخفِ المستشار خيبته من …: a noun under his pronoun, be the content marked off behind it or not.
            let own = self.bound == Bound::Sign
                && self.name.is_none()
                && titled
                && self.possessed(at)
                && doc.is(at + 1, Class::Preposition);
            if self.bound == Bound::Object && (!titled || self.owned(at)) || own {
                return None;
            }
            match &mut self.name {
                // رامي عبد الرحمن مدير المرصد: the post behind the name.
                Some((_, to)) if *to == at && !doc.is(at, Class::Title) => *to = at + 1,
                Some(_) => {}
                None if self.closed && titled => self.name = Some((at, at + 1)),
                None => {}
            }
            return Some(at + 1);
        }
        if is_adjective(key) {
            self.adjective = true;
        } else if self.adjective && self.bound == Bound::Object {
            return None;
        }
        Some(at + 1)
    }
}

/// العضو عن المجتمع المدني, النائب عن حلب: whom somebody sits for.
fn represents(key: &str) -> bool {
    matches!(
        key,
        "العضو"
            | "عضو"
            | "النائب"
            | "نائب"
            | "النائبه"
            | "الممثل"
            | "ممثل"
            | "المندوب"
            | "المرشح"
            | "مرشح"
    )
}

/// بالقول, which opens what is said.
fn key_of_saying(key: &str) -> bool {
    matches!(key, "بالقول" | "بقوله" | "بقولها" | "بقولهم")
}

/// مقرب من …, مطلع على …: says what kind of source it is, and goes on with a preposition.
fn is_qualifier(key: &str) -> bool {
    matches!(
        key,
        "مقرب"
            | "مقربه"
            | "مقربون"
            | "مقربين"
            | "مطلع"
            | "مطلعه"
            | "مطلعون"
            | "مطلعين"
            | "رفيع"
            | "رفيعه"
            | "موثوق"
            | "موثوقه"
    )
}

/// أولياء, أطباء: written with the hamza that no verbal noun of those patterns has (انسحاب, إعلان).
fn has_radical_hamza(doc: &Marked<'_>, at: usize) -> bool {
    doc.span(at).of(doc.ctx.text).starts_with('أ')
}

#[cfg(test)]
mod tests;
