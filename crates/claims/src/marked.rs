//! The tokens of an article, each marked with what the claim rules ask of it.
//!
//! Marks are made once, from the words of attribution, the names and the dates; every rule then reads marks and
//! never the letters again, so that reading stays linear in the length of the text.

use crate::happening::{Cues, Happening, happenings};
use crate::reading::{Context, Mention, MentionKind, Quantity};
use crate::words::{Class, ClassSet, Form, Opens, Runs, Shape, Verb, VerbPlace, Words, words};
use riwayat_text::table::Memo;
use riwayat_text::{DateMention, Span, Token, TokenKind, normal};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::LazyLock;

/// What is known of one token.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Mark {
    /// Word classes.
    pub class: ClassSet,
    /// The reporting verb that it is a form of.
    pub form: Option<Form>,
    /// The happening that it names.
    pub happening: Option<Happening>,
    /// The happening that it tells the type of, or gives way to: more words than those that the other rules look at.
    pub tells: Option<Happening>,
    /// The classes of words beside which happenings tell another type.
    pub cues: Cues,
    /// The runs of words that it may open.
    pub opens: Opens,
    /// The reporting verb whose noun it is (إعلان): a place for `Words::verb_at`.
    pub said: Option<VerbPlace>,
    /// Begins with the conjunction و or ف.
    pub conjoined: bool,
    /// The name that it is part of, of [`Context::mentions`].
    pub mention: Option<Nth>,
    /// The date that it is part of, of [`Context::dates`].
    pub date: Option<Nth>,
    /// A quotation mark.
    quote: bool,
    /// A sign or line break that ends a clause.
    breaks: bool,
}

/// A place in a list, kept small: one stands in the mark of every token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nth(NonZeroU32);

impl Nth {
    /// None where there are more than four thousand million before it.
    fn new(at: usize) -> Option<Self> {
        u32::try_from(at + 1).ok().and_then(NonZeroU32::new).map(Self)
    }

    fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// What the words of attribution and of happenings say of a word, wherever it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Kept {
    class: ClassSet,
    /// The bytes of a conjunction before the word of these classes.
    cut: usize,
    /// The form of a reporting verb, and the bytes of proclitics before it.
    form: Option<(Form, usize)>,
    happening: Option<Happening>,
    tells: Option<Happening>,
    cues: Cues,
    opens: Opens,
    said: Option<VerbPlace>,
}

/// What was found out about words before.
static KEPT: LazyLock<Memo<Kept>> = LazyLock::new(Memo::default);

impl Kept {
    fn of(word: &str) -> Self {
        let (class, cut) = words().classes(word);
        let (happening, tells) = happenings().both(word);
        Self {
            class,
            cut,
            form: words().form(word),
            happening,
            tells,
            cues: happenings().cues(word),
            opens: words().opens(word),
            said: words().verb_of_noun(word),
        }
    }
}

/// An article with marked tokens.
#[derive(Debug)]
pub(crate) struct Marked<'a> {
    /// The article.
    pub ctx: &'a Context<'a>,
    /// The folded words, a token each.
    keys: Vec<&'a str>,
    /// A mark a token.
    pub marks: Vec<Mark>,
    /// The words of attribution.
    pub words: &'static Words,
    /// Where the commas and semicolons stand.
    commas: Vec<usize>,
    /// Where clauses may turn: the signs and breaks that end one, and the complementisers that open one.
    turns: Vec<usize>,
    /// Which mentions are of outlets.
    outlets: Vec<usize>,
    /// By its first word, with and without a proclitic: which mentions, no places, begin so.
    heads: OnceCell<HashMap<&'a str, Vec<usize>>>,
}

/// بيان صادر عن …: says whose a statement is; the same letters without «عن» are the verb of seizing.
pub(crate) fn is_issued(tokens: &[Token], i: usize) -> bool {
    let key = |i: usize| tokens.get(i).map_or("", |t: &Token| t.key.as_str());
    matches!(key(i), "صادر" | "صادره" | "الصادر" | "الصادره") && key(i + 1) == "عن"
}

/// Longest quotation, in tokens: 100 to 1000. One that is not closed by then is taken as never closed.
const LONGEST_QUOTE: usize = 400;

/// Words of a subject between رفض and what was said: 4 to 14.
const REFUSED: usize = 9;

/// Opening quotation marks with their closing ones.
const QUOTES: [(&str, &str); 5] = [("«", "»"), ("“", "”"), ("\"", "\""), ("‘", "’"), ("”", "“")];

/// إن لم تُفتح المعابر, a condition; قناة إن بي سي, letters spelt out.
fn is_no_complementiser(ctx: &Context<'_>, i: usize) -> bool {
    let key = |at: usize| ctx.tokens.get(at).map_or("", |t| t.key.as_str());
    if key(i).strip_prefix('و').unwrap_or(key(i)) != "ان" {
        return false;
    }
    let written = ctx.tokens[i].span.of(ctx.text).trim_start_matches('و');
    let lacks = key(i + 1) == "لم" && !written.starts_with('أ');
    let before = i.checked_sub(1).map_or("", key);
    let spelt =
        matches!(before, "سي" | "تي" | "بي" | "دي") || matches!(key(i + 1), "بي" | "تي" | "ار" | "سي");
    lacks || spelt && written.starts_with('إ')
}

/// بيّن, "he made clear", and not بين, "between": أنّ follows it, at once or behind one who speaks, and no second one is joined on.
fn explains(ctx: &Context<'_>, i: usize) -> bool {
    let key = |at: usize| ctx.tokens.get(at).map_or("", |t| t.key.as_str());
    let that = |at: usize| {
        key(at) == "ان" && ctx.tokens.get(at).is_some_and(|t| !t.span.of(ctx.text).starts_with('إ'))
    };
    let word = |at: usize| ctx.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
    let found = (i + 1..i + 1 + EXPLAINED).take_while(|at| word(*at)).find(|at| that(*at));
    found.is_some_and(|that| {
        (i + 1..that).all(|at| !key(at).starts_with('و') && !matches!(key(at), "الي" | "حتي"))
    })
}

/// Words between بيّن and its clause: 6 to 16.
const EXPLAINED: usize = 11;

impl<'a> Marked<'a> {
    /// Marks the tokens of an article.
    pub(crate) fn new(ctx: &'a Context<'a>) -> Self {
        let words = words();
        let (mut mention, mut date) = (0, 0);
        let mark = |i: usize, kept: Option<&Kept>| {
            let token = &ctx.tokens[i];
            let span = token.span;
            let mention = place_of(ctx.mentions, &mut mention, |m| m.span, span);
            let date = place_of(ctx.dates, &mut date, |d| d.span, span);
            if token.kind != TokenKind::Word {
                let sign = token.kind == TokenKind::Sign;
                let quote =
                    sign && QUOTES.iter().any(|(open, close)| token.key == *open || token.key == *close);
                let breaks = token.kind == TokenKind::Break || sign && !quote && token.key != "ـ";
                let opens = kept.map(|kept| kept.opens).unwrap_or_default();
                return Mark { mention, date, opens, quote, breaks, ..Mark::default() };
            }
            let Some(&kept) = kept else { return Mark { mention, date, ..Mark::default() } };
            let Kept { mut class, cut, form, happening, tells, cues, opens, said } = kept;
            // علي is a name where its ya is dotted, على the preposition where it is not.
            if token.key == "علي" && span.of(ctx.text).ends_with('ي') {
                class.clear(Class::Preposition);
            }
            if token.key.ends_with("ان") && is_no_complementiser(ctx, i) {
                class.clear(Class::That);
            }
            let form = form.filter(|(form, _)| {
                // بيّن is a verb only with its shadda: without, it is the preposition بين.
                // وبين مدير الزراعة أن …: written without its shadda, where a clause follows and no second one is named.
                let told = token.key.trim_start_matches('و') == "بين" && explains(ctx, i);
                if told {
                    return true;
                }
                // ويدعى الشيخ فلان: "is called", where يدّعي has its dots.
                let called = form.shape == Shape::Present
                    && token.key.ends_with("دعي")
                    && span.of(ctx.text).ends_with('ى');
                !called && !class.has(Class::Preposition)
                    || form.object
                    || span.of(ctx.text).contains('\u{651}')
            });
            let issued = is_issued(ctx.tokens, i);
            let (form, happening) = (form.filter(|_| !issued), happening.filter(|_| !issued));
            let conjoined = match form {
                Some((_, cut)) => cut > 0 && token.key.starts_with(['و', 'ف']),
                None => cut > 0,
            };
            let conjoined = conjoined || happening.is_some_and(|h| h.conjoined);
            let form = form.map(|f| f.0);
            let mark =
                Mark { class, form, happening, opens, said, conjoined, mention, date, ..Mark::default() };
            Mark { tells: tells.filter(|_| !issued), cues, ..mark }
        };
        let marks = KEPT.each(ctx.tokens, Kept::of, mark);
        let comma =
            |(_, t): &(usize, &Token)| t.kind == TokenKind::Sign && matches!(t.key.as_str(), "،" | "؛");
        let commas = ctx.tokens.iter().enumerate().filter(comma).map(|(i, _)| i).collect();
        let outlet = |i: &usize| ctx.mentions[*i].kind == MentionKind::Outlet;
        let outlets = (0..ctx.mentions.len()).filter(outlet).collect();
        let keys = ctx.tokens.iter().map(|t| t.key.as_str()).collect();
        let mut out =
            Self { ctx, keys, marks, words, commas, turns: Vec::new(), outlets, heads: OnceCell::new() };
        let refusals: Vec<usize> = (0..ctx.tokens.len()).filter(|i| out.is_refusal(*i)).collect();
        for i in refusals {
            out.marks[i].form = None;
        }
        let turn = |i: &usize| out.is_break(*i) || out.is(*i, Class::That);
        out.turns = (0..ctx.tokens.len()).filter(turn).collect();
        out
    }

    /// رفض الانسحاب, رفضت التعليق على أنباء …: an act. Only what somebody said is denied so (رفضت الفصائل هذه الاتهامات).
    fn is_refusal(&self, i: usize) -> bool {
        if !self.form(i).is_some_and(|form| self.words.verb(form).takes("said")) {
            return false;
        }
        // وهو ما رفضته الفصائل
        if i >= 2 && self.key(i - 1) == "ما" && matches!(self.key(i - 2), "وهو" | "هو" | "وهذا" | "هذا")
        {
            return false;
        }
        let near = (i + 1..i + 1 + REFUSED).take_while(|j| !self.is_break(*j));
        let said = near.take_while(|j| self.marks[*j].form.is_none() || *j == i + 1).any(|j| {
            let told =
                self.key(j) != "ما" || self.form(j + 1).is_some() || crate::rumour::is_told(self.key(j + 1));
            let of_act = self.is(j - 1, Class::Preposition)
                || j - 1 > i && crate::derived::is_verbal_noun(self.key(j - 1).trim_start_matches("ال"));
            // رفض هذه الحصيلة
            let this = matches!(self.key(j - 1), "هذه" | "هذا" | "تلك")
                && matches!(
                    self.key(j),
                    "الحصيله" | "الرقم" | "الارقام" | "الكلام" | "الحديث" | "التقديرات" | "المعلومات"
                );
            this || self.is(j, Class::Rumour) && told && !of_act
        });
        !said
    }

    /// The folded word, empty past the end.
    pub(crate) fn key(&self, i: usize) -> &'a str {
        self.keys.get(i).copied().unwrap_or_default()
    }

    /// The folded word without a conjunction that was read off it.
    pub(crate) fn bare(&self, i: usize) -> &str {
        let key = self.key(i);
        match self.marks.get(i) {
            Some(m) if m.conjoined => key.strip_prefix(['و', 'ف']).unwrap_or(key),
            _ => key,
        }
    }

    /// Where the token stands; an empty span at the end of the text past the last one.
    pub(crate) fn span(&self, i: usize) -> Span {
        let end = self.ctx.text.len();
        self.ctx.tokens.get(i).map_or(Span::new(end, end), |t| t.span)
    }

    /// True where a word ends in a pronoun; the ta of feminine nouns, folded to the same letter, is none.
    pub(crate) fn has_pronoun(&self, i: usize) -> bool {
        let key = self.key(i);
        let his = || key.ends_with('ه') && !self.span(i).of(self.ctx.text).ends_with('ة');
        self.is_word(i) && (["ها", "هم", "هما", "نا"].iter().any(|p| key.ends_with(p)) || his())
    }

    /// True where the token is in the class.
    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.marks.get(i).is_some_and(|m| m.class.has(class))
    }

    /// The reporting verb at the token.
    pub(crate) fn form(&self, i: usize) -> Option<Form> {
        self.marks.get(i).and_then(|m| m.form)
    }

    /// The reporting verb whose noun the token is: إعلان, نفيها.
    pub(crate) fn verb_of_noun(&self, i: usize) -> Option<&'static Verb> {
        self.marks.get(i).and_then(|m| m.said).map(|place| self.words.verb_at(place))
    }

    /// True where the token is a word.
    pub(crate) fn is_word(&self, i: usize) -> bool {
        self.ctx.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// True where the token is a number.
    pub(crate) fn is_number(&self, i: usize) -> bool {
        self.ctx.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// True where the token is one of these signs.
    pub(crate) fn is_sign(&self, i: usize, signs: &[&str]) -> bool {
        self.ctx.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Sign && signs.contains(&t.key.as_str()))
    }

    /// True where the token is a colon; that of 18:00 is none.
    pub(crate) fn is_colon(&self, i: usize) -> bool {
        let clock = i > 0 && self.is_number(i - 1) && self.is_number(i + 1);
        self.is_sign(i, &[":"]) && !clock
    }

    /// True where the token ends a clause: a sign other than a quotation mark, or a line break.
    pub(crate) fn is_break(&self, i: usize) -> bool {
        self.marks.get(i).is_none_or(|mark| mark.breaks)
    }

    /// True where the token is a quotation mark.
    pub(crate) fn is_quote(&self, i: usize) -> bool {
        self.marks.get(i).is_some_and(|mark| mark.quote)
    }

    /// The token of the closing mark, where an opening quotation mark stands at `i` and `limit` is not passed.
    pub(crate) fn closing(&self, i: usize, limit: usize) -> Option<usize> {
        let (open, close) = QUOTES.iter().find(|(open, _)| self.is_sign(i, &[open]))?;
        if open == close && self.is_closer(i) {
            return None;
        }
        (i + 1..limit.min(self.ctx.tokens.len()).min(i + LONGEST_QUOTE)).find(|j| self.is_sign(*j, &[close]))
    }

    /// True of an accusative as far as it is written (رسمياً), and of adverbs that the press writes without its mark.
    pub(crate) fn is_accusative(&self, i: usize) -> bool {
        const ADVERBS: [&str; 12] = [
            "رسميا",
            "علنا",
            "صراحه",
            "شخصيا",
            "هاتفيا",
            "خطيا",
            "شفهيا",
            "ضمنا",
            "نهائيا",
            "جزئيا",
            "مطلقا",
            "قطعيا",
        ];
        self.span(i).of(self.ctx.text).contains('\u{64B}') || ADVERBS.contains(&self.key(i))
    }

    /// True of a word that no name holds: a verb, a complementiser, a negator.
    pub(crate) fn tells(&self, i: usize) -> bool {
        let verb = self.form(i).is_some() && self.marks[i].mention.is_none();
        verb || self.is(i, Class::That)
            || self.is(i, Class::Negator)
            || self.marks[i].happening.is_some_and(|h| h.verb)
    }

    /// The same where the closing mark stands in a later sentence of the paragraph.
    pub(crate) fn closing_beyond(&self, i: usize, sentence: usize) -> Option<usize> {
        let (open, close) = QUOTES.iter().find(|(open, _)| self.is_sign(i, &[open]))?;
        if open == close && self.is_closer(i) {
            return None;
        }
        let rest = sentence..self.ctx.tokens.len().min(i + LONGEST_QUOTE);
        let mut paragraph = rest.take_while(|j| self.ctx.tokens[*j].kind != TokenKind::Break);
        let next = paragraph.find(|j| self.is_sign(*j, &[open, close]))?;
        // Of straight marks the next must be one that closes.
        (self.is_sign(next, &[close]) && (open != close || self.closes(next))).then_some(next)
    }

    /// True where a straight quotation mark stands on what is before it, and off what follows.
    fn closes(&self, i: usize) -> bool {
        let on = i > 0 && self.span(i - 1).end() == self.span(i).start();
        let text = self.ctx.text;
        let off = !text[self.span(i).end()..].starts_with(char::is_alphanumeric);
        on && off
    }

    /// True where a straight quotation mark can only close: it stands on a word, and the next word stands off.
    fn is_closer(&self, i: usize) -> bool {
        let on_word = i > 0
            && self.span(i - 1).end() == self.span(i).start()
            && self.is_word(i - 1)
            && self.key(i - 1).chars().count() > 2;
        on_word && self.span(i + 1).start() > self.span(i).end()
    }

    /// The name that begins at the token, which may carry proclitics before the name.
    pub(crate) fn mention_from(&self, i: usize) -> Option<&'a Mention> {
        let at = self.marks.get(i)?.mention?;
        let before = i.checked_sub(1).and_then(|p| self.marks[p].mention);
        (before != Some(at)).then(|| &self.ctx.mentions[at.get()])
    }

    /// The name that the token is part of.
    pub(crate) fn mention(&self, i: usize) -> Option<&'a Mention> {
        self.marks.get(i)?.mention.map(|at| &self.ctx.mentions[at.get()])
    }

    /// The date that the token is part of.
    pub(crate) fn date(&self, i: usize) -> Option<&'a DateMention> {
        self.marks.get(i)?.date.map(|at| &self.ctx.dates[at.get()])
    }

    /// One past the last token that touches the span.
    pub(crate) fn after(&self, span: Span) -> usize {
        self.ctx.tokens.partition_point(|t| t.span.start() < span.end())
    }

    /// The tokens that lie in a span, wholly or in part.
    pub(crate) fn tokens_of(&self, span: Span) -> Range<usize> {
        self.ctx.tokens.partition_point(|t| t.span.end() <= span.start())..self.after(span)
    }

    /// The byte offset after the first `letters` folded letters of the token, marks and tatweel passed over.
    pub(crate) fn past_letters(&self, i: usize, letters: usize) -> usize {
        let span = self.span(i);
        let mut left = letters;
        for (at, c) in span.of(self.ctx.text).char_indices() {
            let mark = normal::fold(c.encode_utf8(&mut [0; 4])).is_empty();
            if left == 0 && !mark {
                return span.start() + at;
            }
            left = left.saturating_sub(usize::from(!mark));
        }
        span.end()
    }

    /// The mentions whose spans lie within the token range.
    pub(crate) fn mentions_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &'a Mention> {
        let span = Span::new(self.span(tokens.start).start(), self.span(tokens.end).start());
        let from = self.ctx.mentions.partition_point(|m| m.span.end() <= span.start());
        self.ctx.mentions[from..].iter().take_while(move |m| m.span.start() < span.end())
    }

    /// The first Arabic comma or semicolon from `from` on and before `limit`, else `limit`.
    pub(crate) fn comma(&self, from: usize, limit: usize) -> usize {
        first_in(&self.commas, from, limit)
    }

    /// سلسلة بيانات, عدة تغريدات: statements, several of them.
    pub(crate) fn are_statements(&self, i: usize) -> bool {
        matches!(self.key(i), "سلسله" | "عده")
            && matches!(self.key(i + 1), "بيانات" | "تغريدات" | "منشورات" | "تصريحات" | "رسايل")
    }

    /// The comma that closes what the comma at `open` sets off, where that is a source, a day or an adjunct: …، وفق الوزارة، ….
    pub(crate) fn aside_end(&self, open: usize, limit: usize) -> Option<usize> {
        let comma = |i: usize| self.is_sign(i, &["،", ","]);
        let first = open + 1;
        let source = || {
            let keys = (first..limit.min(first + 6)).map(|i| self.key(i));
            self.marks.get(first).is_some_and(|m| m.opens.has(Runs::Sources))
                && self.words.longest_run(Runs::Sources, keys).is_some()
        };
        let dated = self.marks.get(first).is_some_and(|m| m.date.is_some());
        let sets_off = comma(open) && (dated || self.is(first, Class::Preposition) || source());
        (first + 1..limit).find(|i| self.is_break(*i)).filter(|i| sets_off && comma(*i))
    }

    /// The first token from `from` on and before `limit` that ends a clause or is a complementiser, else `limit`.
    pub(crate) fn turn(&self, from: usize, limit: usize) -> usize {
        first_in(&self.turns, from, limit)
    }

    /// The nearest name of an outlet that ends before the token.
    pub(crate) fn outlet_before(&self, i: usize) -> Option<&'a Mention> {
        let start = self.span(i).start();
        let at = self.outlets.partition_point(|n| self.ctx.mentions[*n].span.end() <= start);
        self.outlets.get(at.checked_sub(1)?).map(|n| &self.ctx.mentions[*n])
    }

    /// The nearest name, of no place, that ends before the token and begins with a word, a proclitic apart.
    pub(crate) fn named_before(&self, i: usize, word: &str) -> Option<&'a Mention> {
        let start = self.span(i).start();
        let so_called = self.heads.get_or_init(|| self.by_head()).get(word)?;
        let at = so_called.partition_point(|n| self.ctx.mentions[*n].span.end() <= start);
        so_called.get(at.checked_sub(1)?).map(|n| &self.ctx.mentions[*n])
    }

    fn by_head(&self) -> HashMap<&'a str, Vec<usize>> {
        let mut heads: HashMap<&str, Vec<usize>> = HashMap::new();
        for (n, mention) in self.ctx.mentions.iter().enumerate().filter(|(_, m)| m.kind != MentionKind::Place)
        {
            let word = self.ctx.tokens.get(self.tokens_of(mention.span).start).map_or("", |t| t.key.as_str());
            for head in [Some(word), word.strip_prefix(['و', 'ب', 'ل', 'ف'])].into_iter().flatten() {
                heads.entry(head).or_default().push(n);
            }
        }
        heads
    }

    /// True where the token begins a figure.
    pub(crate) fn figure_from(&self, i: usize) -> bool {
        self.figure_at(i).is_some()
    }

    /// The figure that the token begins.
    pub(crate) fn figure_at(&self, i: usize) -> Option<&'a Quantity> {
        let span = self.span(i);
        let at = self.ctx.quantities.partition_point(|q| q.span.start() < span.start());
        self.ctx.quantities.get(at).filter(|q| q.span.start() < span.end())
    }

    /// True where the token begins a name of an outlet, a proclitic apart.
    pub(crate) fn outlet_from(&self, i: usize) -> bool {
        self.mention_from(i).is_some_and(|m| m.kind == MentionKind::Outlet)
    }
}

/// The first of the places, which are in order, from `from` on and before `limit`, else `limit`.
fn first_in(places: &[usize], from: usize, limit: usize) -> usize {
    let at = places.partition_point(|i| *i < from);
    places.get(at).copied().filter(|i| *i < limit).unwrap_or(limit)
}

/// The index of the item that holds `span` in part, walking on from the last one found; items and spans are in order.
fn place_of<T>(items: &[T], next: &mut usize, of: impl Fn(&T) -> Span, span: Span) -> Option<Nth> {
    while items.get(*next).is_some_and(|item| of(item).end() <= span.start()) {
        *next += 1;
    }
    items.get(*next).filter(|item| of(item).overlap(span) > 0).and_then(|_| Nth::new(*next))
}

#[cfg(test)]
pub(crate) mod sample {
    use super::Marked;
    use crate::lexicon::Lexicon;
    use crate::reading::{Claim, Context, Input, Quantity, read};

    /// Runs `check` on the marked tokens of a text that was published on 10 May 2019.
    pub(crate) fn marked<R>(text: &str, check: impl FnOnce(&Marked<'_>) -> R) -> R {
        let lexicon = Lexicon::builtin();
        let input = input(text);
        let reading = read(&input, lexicon);
        let ctx = Context {
            text,
            title: "",
            tokens: &reading.tokens,
            sentences: &reading.sentences,
            paragraphs: &reading.paragraphs,
            mentions: &reading.mentions,
            quantities: &reading.quantities,
            dates: &reading.dates,
            input: &input,
            lexicon,
        };
        check(&Marked::new(&ctx))
    }

    /// The claims of a text, each as voice, polarity and content.
    pub(crate) fn told(text: &str) -> Vec<(String, String, String)> {
        let says = |c: &Claim| {
            let voice = c.voice.span.map_or("", |s| s.of(text)).to_owned();
            (voice, format!("{:?}", c.polarity).to_lowercase(), c.span.of(text).to_owned())
        };
        claims(text).iter().map(says).collect()
    }

    /// Holds the claims of a text against those expected, each as voice, polarity and content.
    #[track_caller]
    pub(crate) fn check_told(text: &str, expect: &[(&str, &str, &str)]) {
        let found = told(text);
        let rows: Vec<_> = found.iter().map(|(v, p, c)| (v.as_str(), p.as_str(), c.as_str())).collect();
        assert_eq!(rows, expect, "{text}");
    }

    /// The claims of a text.
    pub(crate) fn claims(text: &str) -> Vec<Claim> {
        read(&input(text), Lexicon::builtin()).claims
    }

    /// The figures of people in a text.
    pub(crate) fn people(text: &str) -> Vec<Quantity> {
        let quantities = read(&input(text), Lexicon::builtin()).quantities;
        quantities.into_iter().filter(|q| q.unit == "person").collect()
    }

    /// The chain of attribution of the first claim.
    pub(crate) fn chain(text: &str) -> Vec<String> {
        let first = claims(text).into_iter().next().map_or_else(Vec::new, |c| c.voice.chain);
        first.iter().filter_map(|l| l.span).map(|s| s.of(text).to_owned()).collect()
    }

    fn input(text: &str) -> Input<'_> {
        let published = Some(jiff::civil::date(2019, 5, 10));
        Input { title: "", text, published, outlet: None, camp: None }
    }
}

#[cfg(test)]
mod tests {
    use super::sample::marked;

    #[test]
    fn a_closing_straight_mark_opens_nothing() {
        marked("قال إن \"قسد\" انسحبت", |doc| {
            let quotes: Vec<usize> = (0..doc.marks.len()).filter(|i| doc.is_quote(*i)).collect();
            assert_eq!(doc.closing(quotes[0], 99), Some(quotes[1]));
            assert_eq!(doc.closing(quotes[1], 99), None);
        });
    }

    #[test]
    fn letters_are_counted_past_marks_and_tatweel() {
        marked("بـالمدينة", |doc| {
            let start = doc.past_letters(0, 1);
            assert_eq!(&doc.ctx.text[start..doc.span(0).end()], "المدينة");
        });
    }

    #[test]
    fn bayyana_needs_its_shadda_to_be_a_verb() {
        marked("بيّن الطبيب", |doc| assert!(doc.form(0).is_some()));
        marked("بين الطبيب والمريض", |doc| assert!(doc.form(0).is_none()));
    }
}
