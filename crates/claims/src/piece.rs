//! Pieces: the clauses into which what one voice says is split.
//!
//! A piece begins at a second complementiser (وأن), where a negated clause follows one that is not (أو reversed),
//! at an independent clause with a subject of its own, and where the outlet takes its words back (فيما …).

use crate::lexicon::signals::Beside;
use crate::marked::Marked;
use crate::negated::{is_negated_clause, is_negated_piece, opens_unnegated};
use crate::words::{Class, Runs};
use riwayat_text::Span;
use std::ops::Range;

/// One clause of a voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Folded letters of the first token that are not part of it.
    pub cut: usize,
    /// The outlet speaks again.
    pub turns: bool,
    /// Follows على أن: it is still to come.
    pub planned: bool,
    /// A sentence of its own inside the sentence: not governed by the words that report what is before it.
    pub free: bool,
    /// Begins behind a second complementiser (وأن).
    pub again: bool,
}

impl Piece {
    /// A piece that only goes on with what is before it.
    pub(crate) fn of(tokens: Range<usize>) -> Self {
        Self { tokens, cut: 0, turns: false, planned: false, free: false, again: false }
    }
}

/// The pieces of a stretch of one voice, in order.
pub(crate) fn pieces(doc: &Marked<'_>, tokens: Range<usize>, cut: usize, voiced: bool) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut current = Piece { cut, ..Piece::of(tokens.start..tokens.start) };
    let mut i = tokens.start;
    while i < tokens.end {
        // Never at its own first token: every turn of the loop moves on.
        let split = if i > current.tokens.start {
            split(doc, i, current.tokens.start..i, &tokens, voiced && !current.turns)
        } else {
            None
        };
        if let Some(next) = split {
            current.tokens.end = i;
            let turned = current.turns;
            out.push(current);
            i = next.tokens.start;
            current = Piece { turns: next.turns || turned, ..next };
            continue;
        }
        i += 1;
    }
    current.tokens.end = tokens.end;
    out.push(current);
    out.retain_mut(|piece| {
        trim(doc, piece);
        !piece.tokens.is_empty() && !is_silence(doc, piece.tokens.clone())
    });
    out
}

/// The piece that begins at `i`, not yet ended.
fn split(
    doc: &Marked<'_>,
    i: usize,
    current: Range<usize>,
    tokens: &Range<usize>,
    voiced: bool,
) -> Option<Piece> {
    let new = |start: usize, cut: usize, free: bool| Some(Piece { cut, free, ..Piece::of(start..start) });
    let piece = |start: usize, cut: usize| new(start, cut, false);
    let free = |start: usize, cut: usize| new(start, cut, true);
    // Inside a clause only a conjunction, بل or لكن parts it: most words are none of them.
    let inside = doc.is_word(i) && !doc.is_break(i - 1) && !doc.is_quote(i - 1);
    if inside && !doc.key(i).starts_with(['و', 'ف', 'ب', 'ل']) {
        return None;
    }
    let conjoined = usize::from(doc.marks[i].conjoined);
    // «وإن وصلنا فسنعرضه …»: a condition.
    let condition = doc.is_quote(i - 1) && i == current.start + 1 && crate::condition::is_answered(doc, i);
    if doc.is(i, Class::That) && doc.marks[i].conjoined && !condition {
        return Some(Piece { again: true, ..Piece::of(i + 1..i + 1) });
    }
    // …، و ان اكثر من عشرين …: the conjunction stands apart.
    if doc.key(i) == "و" && doc.is(i + 1, Class::That) {
        return Some(Piece { again: true, ..Piece::of(i + 2..i + 2) });
    }
    if matches!(doc.key(i), "والي" | "وعلي" | "ومن" | "وب") && doc.is(i + 1, Class::That) {
        return piece(i + 2, 0);
    }
    // إن المشفى استقبل تسعين مصاباً، "أجرينا العمليات على ضوء الهواتف": words of their own behind what is told.
    let quoted = voiced && doc.is_quote(i) && doc.is_sign(i - 1, &["،", ","]);
    let verb = || {
        crate::polarity::is_finite(doc, i + 1)
            || doc.is(i + 1, Class::Negator)
            || doc.key(i + 1).starts_with("فال")
    };
    if quoted
        && doc.closing(i, tokens.end).is_some_and(|close| {
            close > i + 3 && (verb() || close > i + 5 && (close + 1..tokens.end).all(|j| doc.is_break(j)))
        })
    {
        return piece(i, 0);
    }
    // تحدث عن سيطرة الجيش على الأحياء، وعن استسلام …
    if doc.key(i) == "وعن" && doc.is_sign(i - 1, &["،", ","]) && doc.is_word(i + 1) && voiced {
        return piece(i + 1, 0);
    }
    let after_sign = doc.is_break(i - 1) || doc.is_quote(i - 1);
    // باريس تستبعد …؛ والتقديرات تضع …: another subject behind the sign.
    if doc.is_sign(i, &["؛"]) && i + 2 < tokens.end && opens_nominal(doc, i + 1, tokens.end) {
        return Some(Piece { turns: voiced, free: true, cut: 1, ..Piece::of(i + 1..i + 1) });
    }
    if doc.is_sign(i, &["؛", "؟", "?", "!"]) || doc.is_sign(i, &["."]) {
        return piece(i + 1, 0);
    }
    if doc.key(i) == "علي" && doc.is_break(i - 1) && doc.key(i + 1) == "ان" {
        return Some(Piece { planned: true, ..Piece::of(i + 2..i + 2) });
    }
    if doc.key(i) == "بل" {
        return piece(i + 1, 0);
    }
    if ends_negation(doc, i, current.start) || begins_plan(doc, i, tokens.end) {
        return piece(i, conjoined.max(1));
    }
    if doc.is_sign(i - 1, &["،", ","])
        && is_negated_piece(doc, current.clone())
        && opens_unnegated(doc, i, tokens.end)
    {
        let cut = usize::from(doc.key(i).starts_with('و'));
        return new(i, cut, !voiced);
    }
    // …، وبهذا يرتفع العدد إلى 82
    if matches!(doc.key(i), "وبهذا" | "وبذلك")
        && doc.is_break(i - 1)
        && crate::polarity::is_finite(doc, i + 1)
    {
        return new(i, 1, !voiced);
    }
    // الفصائل على مشارف المدينة وربما تصل إليها خلال ساعات
    if matches!(doc.key(i), "وربما" | "ولعل") && i > current.start && crate::polarity::is_finite(doc, i + 1)
    {
        return new(i, 1, !voiced);
    }
    // سجلوا أسماءهم وقد يغادرون إذا فُتح المعبر; …، وإلا عادت الطائرات
    let open = doc.key(i) == "وقد"
        && doc.key(i + 1).starts_with('ي')
        && crate::polarity::is_finite(doc, i + 1)
        && crate::condition::has_condition(doc, i..tokens.end);
    let otherwise = doc.key(i) == "والا"
        && doc.is_break(i - 1)
        && i + 2 < tokens.end
        && !doc.span(i).of(doc.ctx.text).contains('أ');
    if open && i > current.start || otherwise {
        return new(i, 1, otherwise);
    }
    if is_negated_clause(doc, i) {
        return piece(i, conjoined.max(usize::from(doc.key(i).starts_with(['و', 'ف']))));
    }
    // جرت وساطة لكنها لم تفض إلى نتيجة
    let but = matches!(doc.key(i), "لكنه" | "لكنها" | "لكنهم" | "ولكنه" | "ولكنها" | "ولكنهم");
    let next = i + 1 + usize::from(doc.is_quote(i + 1));
    if but && (doc.is(next, Class::Negator) || crate::polarity::is_finite(doc, next)) {
        return free(i + 1, 0);
    }
    if !doc.is_break(i - 1) && !after_sign {
        return None;
    }
    // في وقت أعلن فيه …; not "في وقت قريب"
    let meanwhile =
        doc.key(i) == "في" && (doc.key(i + 1) == "حين" || doc.key(i + 1) == "وقت" && !soon(doc.key(i + 2)));
    if doc.is(i, Class::Turning) || meanwhile {
        let start = i + 1 + usize::from(doc.key(i) == "في");
        return Some(Piece { turns: voiced, free: true, ..Piece::of(start..start) });
    }
    // …، وفي حال الرفض …: a condition with what follows from it.
    // …، فأين الصليب الأحمر؟
    let asked = doc.key(i).strip_prefix(['ف', 'و']).is_some_and(|k| {
        matches!(k, "اين" | "متي" | "لماذا" | "كيف" | "هل" | "من" | "ماذا")
            && (i..tokens.end + 1).any(|j| doc.is_sign(j, &["؟", "?"]))
    });
    if asked {
        return free(i, 1);
    }
    // …، وقد فارق الحياة منهم اثنان; …، فقد عُثر على سبع جثث
    let because = doc.key(i) == "فقد" && !is_lost(doc, i) && is_clause(doc, current.clone());
    if (doc.key(i) == "وقد" || because) && doc.is_sign(i - 1, &["،", ","]) && tokens.end > i + 2 {
        return free(i + 1, 0);
    }
    let condition =
        matches!(doc.key(i), "وفي" | "واذا" | "ولو") && (doc.key(i) != "وفي" || doc.key(i + 1) == "حال");
    if condition && doc.is_sign(i - 1, &["،", ","]) {
        return free(i, 1);
    }
    // لم تدخل الحافلة، إذ منعت …: why not is told as it is.
    let negated = doc.is(current.start + usize::from(doc.is_quote(current.start)), Class::Negator);
    if negated && matches!(doc.key(i), "اذ" | "حيث") && doc.is_break(i - 1) {
        return free(i + 1, 0);
    }
    // …، لكن خبراء عسكريين رأوا فيها …
    let acts = || {
        let verb = |j: usize| {
            crate::polarity::is_finite(doc, j)
                || doc.key(j).ends_with("وا") && doc.key(j).chars().count() >= 4
        };
        doc.is_word(i + 1) && (i + 2..tokens.end.min(i + 5)).take_while(|j| doc.is_word(*j)).any(verb)
    };
    let but = doc.bare(i) == "لكن"
        && doc.is_sign(i - 1, &["،", ","])
        && (doc.key(i + 1).starts_with("ال") || acts());
    if but {
        return free(i + 1, 0);
    }
    let linked = doc.bare(i) == "كما" || matches!(doc.bare(i), "لكن" | "الا");
    if linked && (crate::polarity::is_finite(doc, i + 1) || doc.is(i + 1, Class::That)) {
        return free(i + 1 + usize::from(doc.is(i + 1, Class::That)), 0);
    }
    (doc.is_sign(i - 1, &["،", ","]) && is_independent(doc, i, tokens.end)).then_some(())?;
    free(i, 1)
}

/// في وقت قريب, سابق, …: a time, no turn.
fn soon(key: &str) -> bool {
    matches!(key, "قريب" | "سابق" | "لاحق" | "متاخر" | "مبكر" | "واحد" | "قصير" | "قياسي")
}

/// لم نخسر نقطة، وأسرنا …: a clause that stands after one that is negated.
fn ends_negation(doc: &Marked<'_>, i: usize, start: usize) -> bool {
    let start = start + usize::from(doc.is_quote(start));
    let negated = doc.is(start, Class::Negator) && !doc.is(start + 1, Class::AssertingNegation);
    // لا نستطيع …، ونعمل على …
    // لم تفقد الأمل، وتعمل بلا كهرباء
    let hers = doc.key(i).starts_with("وت")
        && doc.is(i + 1, Class::Preposition)
        && !crate::derived::is_verbal_noun(doc.bare(i).trim_start_matches('و'));
    let ours = (doc.key(i).starts_with("ون") || doc.key(i).starts_with("وي") || hers)
        && doc.key(i).chars().count() >= 5
        && doc.marks[i].happening.is_none()
        && doc.ctx.lexicon.nouns.read(doc.key(i)).is_none();
    let verb = doc.marks[i].happening.is_some_and(|h| (h.verb || h.either) && h.conjoined)
        || doc.form(i).is_some() && doc.marks[i].conjoined
        || ours;
    negated && verb && doc.is_break(i - 1)
}

/// True of a clause with a verb of its own; أما المرصد، فقد … and حرصاً على …، فقد … are none.
fn is_clause(doc: &Marked<'_>, current: Range<usize>) -> bool {
    let first = current.start + usize::from(doc.is_quote(current.start));
    let adjunct = doc.is(first, Class::Preposition)
        || doc.bare(first) == "اما"
        || doc.span(first).of(doc.ctx.text).contains('\u{64B}');
    !adjunct && current.into_iter().any(|i| crate::polarity::is_finite(doc, i) || doc.is(i, Class::Negator))
}

/// وينتهي العمل به في …: و and a present or future with its day.
fn begins_plan(doc: &Marked<'_>, i: usize, end: usize) -> bool {
    let key = doc.key(i);
    let present = key.starts_with("وي") || key.starts_with("وست") || key.starts_with("وسي");
    present && doc.marks[i].mention.is_none() && crate::polarity::is_planned(doc, i..end.min(i + 14))
}

/// و and a verb with a subject of its own, after a comma; or و, a definite subject and its verb.
fn is_independent(doc: &Marked<'_>, i: usize, end: usize) -> bool {
    let key = doc.key(i);
    if opens_nominal(doc, i, end) {
        return true;
    }
    // …، وبات نحو مليون شخص بلا كهرباء; …، وكان الحرس غادروا
    let became = matches!(key, "وبات" | "وباتت" | "وكان" | "وكانت" | "واصبح" | "واصبحت");
    let told = doc.key(i + 1).starts_with("ال") && doc.key(i + 1) != "الي" || doc.figure_from(i + 1);
    if became && i + 2 < end && (told || doc.mention_from(i + 1).is_some()) {
        return true;
    }
    if !key.starts_with('و') || key.starts_with("وال") || i + 2 >= end {
        return false;
    }
    let mark = doc.marks[i];
    if mark.mention.is_some() || mark.date.is_some() {
        return false;
    }
    // وكبدت التنظيمات خسائر: an object follows.
    let word = key.strip_prefix('و').unwrap_or(key);
    if doc.ctx.lexicon.signals.says(word, Beside::Inflicting) {
        return false;
    }
    let happening = mark.happening.filter(|h| h.verb);
    let feminine = key.ends_with('ت') && !key.ends_with("ات") && key.chars().count() >= 5;
    if happening.is_none() && !feminine {
        return false;
    }
    let resumed = (i + 1..(i + 4).min(end))
        .any(|j| matches!(doc.key(j), "فيها" | "فيه" | "منها" | "بها" | "منه" | "خلالها"));
    let alone = happening.is_some_and(|h| h.intransitive);
    // …، وتسببت هذه الغارات …
    let definite = matches!(doc.key(i + 1), "هذه" | "هذا" | "تلك")
        || doc.key(i + 1).starts_with("ال")
        || doc.mention_from(i + 1).is_some_and(|m| m.span.start() == doc.span(i + 1).start());
    !resumed && (alone || definite)
}

/// وزير, وصولاً, وفق: the و is the word's own.
pub(crate) fn is_radical(doc: &Marked<'_>, i: usize) -> bool {
    let mark = doc.marks[i];
    let classed = mark.class != Default::default() && !mark.conjoined;
    let happens = mark.happening.is_some_and(|h| !h.conjoined) && !mark.conjoined;
    let counted = doc.ctx.lexicon.nouns.read(doc.key(i)).is_some_and(|f| !f.proclitics.starts_with('و'));
    classed || happens || counted
}

/// ما يؤهلهم: what does so, no negation.
pub(crate) fn is_what(doc: &Marked<'_>, i: usize) -> bool {
    let next = doc.key(i + 1);
    doc.bare(i) == "ما" && (next.starts_with('ي') || next.starts_with('ت') && !next.ends_with('ت'))
}

/// والقناة المذكورة دأبت على …, والأمن العسكري يغلق …: a nominal clause, its subject definite and its verb near.
fn opens_nominal(doc: &Marked<'_>, i: usize, end: usize) -> bool {
    let key = doc.key(i);
    let named =
        key.starts_with('و') && doc.mention_from(i).is_some_and(|m| m.span.start() > doc.span(i).start());
    let mark = doc.marks[i];
    // ومعركة الشقيف ستبدأ …
    let noun = key.starts_with('و')
        && !is_radical(doc, i)
        && mark.form.is_none()
        && mark.mention.is_none()
        && mark.happening.is_none_or(|h| !h.verb && !h.either);
    // وبراميل النظام ما توقفت, وأصحابه سيُحاسبون
    let told =
        mark.happening.is_some() || !crate::derived::is_verbal_noun(doc.bare(i).trim_start_matches('و'));
    let construct = noun
        && !key.starts_with("وال")
        && !doc.is(i + 1, Class::Relative)
        && (doc.mention_from(i + 1).is_some() || doc.key(i + 1).starts_with("ال") && told);
    let owned = noun
        && key.chars().count() >= 5
        && doc.has_pronoun(i)
        // وعددهم يقارب الثلاثين: of those just named.
        && !key.starts_with("وعدد")
        && (doc.is(i + 1, Class::Negator) && doc.bare(i + 1) != "ما" || has_verb_behind(doc, i, end));
    if owned {
        return true;
    }
    // وتم نقل الجثامين إلى …
    if matches!(key, "وتم" | "وتمت" | "ويتم") && i + 2 < end {
        return true;
    }
    // ونحن لا نثق …
    let pointing = matches!(key, "وهذه" | "وهذا" | "وتلك")
        && doc.is_word(i + 1)
        && !doc.key(i + 1).starts_with("ال")
        && doc.key(i + 1) != "ما";
    // وقواتنا لن تنسحب …, وقواتنا المسلحة متمركزة في …, وسنعلن غداً …
    let adjective = usize::from(doc.key(i + 1).starts_with("ال"));
    let predicate = doc.key(i + 1 + adjective);
    let stands =
        predicate.starts_with('م') && predicate.chars().count() >= 5 && doc.is_word(i + 1 + adjective);
    let ours = key.starts_with('و')
        && key.chars().count() >= 6
        && (mark.mention.is_none() || key.ends_with("نا"))
        && (key.starts_with("وسن")
            || key.ends_with("نا")
                && (doc.is(i + 1, Class::Negator) || stands || crate::polarity::is_finite(doc, i + 1)));
    // ونحمّل روسيا المسؤولية
    let we = key.starts_with("ون") && mark.form.is_some_and(|f| f.full);
    if ours
        || we
        || pointing
        || matches!(key, "ونحن" | "فنحن" | "وانا" | "وربما")
        || key == "ومن" && crate::polarity::is_finite(doc, i + 1)
    {
        return true;
    }
    if !(key.starts_with("وال") || named || construct) || mark.date.is_some() {
        return false;
    }
    let head = i + usize::from(construct);
    let subject = doc.mention_from(head).map_or(head + 1, |m| doc.after(m.span).max(head + 1));
    for j in subject..end.min(subject + NOMINAL_REACH) {
        let negator = doc.is(j, Class::Negator) && !is_what(doc, j);
        // والحصيلة "غير نهائية"
        if j == subject && (doc.key(j) == "غير" || doc.is_quote(j) && doc.key(j + 1) == "غير") {
            return true;
        }
        // والطرفان الكردي والعربي يقاتلان
        if doc.key(j).starts_with("وال") && crate::derived::is_adjective(doc.key(j)) && j + 1 < end {
            continue;
        }
        if !doc.is_word(j) || doc.is(j, Class::Relative) || doc.is(j, Class::That) || doc.marks[j].conjoined {
            return false;
        }
        // وميليشيا «قسد» تمنع …
        let feminine = j == subject
            && doc.key(j).starts_with('ت')
            && (4..=5).contains(&doc.key(j).chars().count())
            && doc.marks[j].mention.is_none()
            && doc.marks[j].happening.is_none_or(|h| h.verb)
            && !crate::derived::is_verbal_noun(doc.key(j))
            && named;
        // وجمع المادة ليكتب عنها: a purpose.
        let purpose = doc.key(j).starts_with("لي");
        if negator || feminine || !purpose && crate::polarity::is_finite(doc, j) {
            return true;
        }
        if !doc.key(j).starts_with("ال") && doc.marks[j].mention.is_none() {
            // An unknown past of she: دأبت.
            let past =
                doc.key(j).ends_with('ت') && doc.key(j).chars().count() >= 4 && !doc.key(j).ends_with("ات");
            // والإرهابيون خرقوه سبع مرات
            let with_object = j == subject
                && ["وه", "وها", "وهم"].iter().any(|e| doc.key(j).ends_with(e))
                && doc.key(j).chars().count() >= 5;
            let goes_on = doc.is(j + 1, Class::Preposition) || doc.is_number(j + 1) || doc.figure_from(j + 1);
            return with_object || past && goes_on;
        }
    }
    false
}

/// وضحايانا فاقوا الألفين, وأخوهم الأصغر لم ينج: a predicate behind a noun under a pronoun, an adjective of it between.
fn has_verb_behind(doc: &Marked<'_>, i: usize, end: usize) -> bool {
    let at = i + 1 + usize::from(doc.key(i + 1).starts_with("ال"));
    let plural = doc.is_word(at) && doc.key(at).ends_with("وا") && doc.key(at).chars().count() >= 4;
    at < end
        && (plural
            || crate::polarity::is_finite(doc, at)
            || at > i + 1 && doc.is(at, Class::Negator) && doc.bare(at) != "ما")
}

/// Words of a subject before its verb: 2 to 5.
const NOMINAL_REACH: usize = 4;

fn is_silence(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let silent =
        |at: usize| doc.words.longest_run(Runs::Silences, (at..tokens.end).map(|i| doc.key(i))).is_some();
    // لم يصدر عن الجيش أي قرار: what was not done, not what was not said.
    let decided =
        |i: usize| matches!(doc.key(i), "قرار" | "امر" | "اوامر" | "حكم" | "مرسوم" | "قانون" | "عفو");
    let head = tokens.start..tokens.end.min(tokens.start + 8);
    if head.clone().any(|i| matches!(doc.key(i), "يصدر" | "تصدر")) && head.into_iter().any(decided) {
        return false;
    }
    (tokens.start..tokens.end.min(tokens.start + 3))
        .any(|at| doc.marks[at].opens.has(Runs::Silences) && silent(at))
}

/// Leaves connectives at the head and signs at both ends out.
fn trim(doc: &Marked<'_>, piece: &mut Piece) {
    if doc.key(piece.tokens.start) == "عما" && doc.key(piece.tokens.start + 1) == "اذا" {
        piece.tokens.start += 2;
        piece.cut = 0;
    }
    let question = crate::polarity::is_question(doc, piece.tokens.clone());
    while piece.tokens.start < piece.tokens.end && is_head_noise(doc, piece.tokens.start, question) {
        piece.tokens.start += 1;
        piece.cut = 0;
    }
    while piece.tokens.end > piece.tokens.start && is_tail_noise(doc, piece.tokens.end - 1) {
        piece.tokens.end -= 1;
    }
    if piece.cut == 0 && doc.is_word(piece.tokens.start) {
        let mark = doc.marks[piece.tokens.start];
        let verb = mark.happening.is_some() || mark.form.is_some() || mark.class.has(Class::Negator);
        let adverb = mark.class.has(Class::Preposition) || mark.class.has(Class::Auxiliary);
        let adverb = adverb && !is_lost(doc, piece.tokens.start);
        piece.cut = usize::from(mark.conjoined && (verb || adverb));
    }
}

/// فقد حزب الله 23 مقاتلاً: a verb, unless another follows.
fn is_lost(doc: &Marked<'_>, i: usize) -> bool {
    doc.key(i) == "فقد" && (doc.mention_from(i + 1).is_some() || doc.key(i + 1).starts_with("ال"))
}

fn is_head_noise(doc: &Marked<'_>, i: usize, question: bool) -> bool {
    let connective = matches!(
        doc.key(i),
        "و" | "فيما"
            | "بينما"
            | "وفيما"
            | "لكن"
            | "ولكن"
            | "حيث"
            | "كذلك"
            | "كما"
            | "ان"
            | "اذ"
            | "قوله"
            | "فقد"
    );
    let asked = question
        && (doc.is(i, Class::DroppedQuestion) || doc.key(i) == "ما" && doc.is(i + 1, Class::DroppedQuestion));
    // إن لم تُفتح المعابر: a condition.
    let condition = is_lost(doc, i)
        || doc.key(i) == "ان" && (doc.key(i + 1) == "لم" || crate::condition::is_answered(doc, i));
    let connective = connective && !condition;
    doc.is_break(i) && !doc.is_sign(i, &["("]) || connective || asked || doc.key(i) == "هل"
}

fn is_tail_noise(doc: &Marked<'_>, i: usize) -> bool {
    let connective = matches!(
        doc.key(i),
        "و" | "فيما"
            | "بينما"
            | "لكن"
            | "حيث"
            | "كما"
            | "هذا"
            | "وهو"
            | "وقد"
            | "اما"
            | "واما"
            | "في"
            | "بعدما"
            | "بعد"
            | "قبل"
    );
    doc.is_break(i) && !doc.is_sign(i, &[")", "%"]) || connective
}

/// Most words of a dateline on a line of its own, its outlet and place: 2 to 10.
const LONGEST_DATELINE: usize = 6;

impl Piece {
    /// سهم الأخبار - وادي الحور: a short line of names with a dash that tells nothing.
    pub(crate) fn is_dateline(&self, doc: &Marked<'_>) -> bool {
        let tokens = self.tokens.clone();
        let dash = |i: usize| doc.is_sign(i, &["-", "–", "—"]) && doc.span(i - 1).end() < doc.span(i).start();
        let plain = |i: usize| {
            let mark = doc.marks[i];
            let told = mark.happening.is_some() || mark.form.is_some() || doc.is_number(i);
            mark.mention.is_some() || !told && !doc.is(i, Class::Preposition) && !doc.is(i, Class::That)
        };
        let words = tokens.clone().filter(|i| doc.is_word(*i)).count();
        let start = doc.span(tokens.start).start();
        let sentence = doc.ctx.sentences.partition_point(|s| s.end() <= start);
        let alone = doc.ctx.sentences.get(sentence).is_some_and(|s| doc.tokens_of(*s).start == tokens.start);
        alone
            && words <= LONGEST_DATELINE
            && tokens.clone().skip(1).any(dash)
            && tokens.clone().any(|i| doc.marks[i].mention.is_some())
            && tokens.clone().all(plain)
    }

    /// Its span: without surrounding quotation marks and closing signs; `None` where nothing is left.
    pub(crate) fn span(&self, doc: &Marked<'_>) -> Option<Span> {
        let Range { mut start, mut end } = self.tokens;
        let mut cut = self.cut;
        while start < end && doc.is_quote(start) && self.unquoted(doc, start, end) {
            start += 1;
            cut = 0;
        }
        while end > start && doc.is_quote(end - 1) && self.unopened(doc, start, end - 1) {
            end -= 1;
        }
        (start < end).then(|| {
            let word = doc.span(start);
            // ﷂ is one letter of the text for بحي: nothing of it can be cut off.
            let cut = Some(doc.past_letters(start, cut)).filter(|from| cut > 0 && *from < word.end());
            Span::new(cut.unwrap_or(word.start()), doc.span(end - 1).end())
        })
    }

    /// True where the mark at `start` closes at the very end, or not at all.
    fn unquoted(&self, doc: &Marked<'_>, start: usize, end: usize) -> bool {
        doc.closing(start, end).is_none_or(|close| close + 1 >= end)
    }

    /// True where the mark at `last` closes nothing that was opened inside.
    fn unopened(&self, doc: &Marked<'_>, start: usize, last: usize) -> bool {
        let inside = (start..last).filter(|i| doc.is_quote(*i)).count();
        inside % 2 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marked::sample::marked;

    fn check(text: &str, voiced: bool, expect: &[&str]) {
        marked(text, |doc| {
            let found = pieces(doc, 0..doc.marks.len(), 0, voiced);
            let spans: Vec<&str> = found.iter().filter_map(|p| p.span(doc)).map(|s| s.of(text)).collect();
            assert_eq!(spans, expect, "{text}");
        });
    }

    #[test]
    fn nothing_is_cut_off_a_ligature() {
        let text = "\u{FE98}\u{639}\u{644}\u{FEDE} \u{FDC2} \u{FDFA}";
        let read = crate::marked::sample::claims(text);
        assert!(!read.is_empty());
        assert!(read.iter().all(|c| c.span.of(text).trim() == c.span.of(text)), "{read:?}");
    }

    #[test]
    fn a_clause_with_its_own_subject_or_negator_begins_a_piece() {
        check("دخلنا الحي، فلم نجد أحداً.", true, &["دخلنا الحي", "لم نجد أحداً"]);
        check("لم نعثر على أحد، وربما نُقلوا.", true, &["لم نعثر على أحد", "ربما نُقلوا"]);
        check("انتهى البحث، ونحن لا نثق بأحد.", true, &["انتهى البحث", "نحن لا نثق بأحد"]);
    }

    #[test]
    fn what_is_open_or_excepted_stands_apart() {
        check("سجلوا أسماءهم وقد يغادرون إذا هدأ الحي.", true, &["سجلوا أسماءهم", "قد يغادرون إذا هدأ الحي"]);
        check("عددهم عشرون وقد يصل إلى ثلاثين.", true, &["عددهم عشرون وقد يصل إلى ثلاثين"]);
        check("لم تدخل شاحنة، ولم يُسمح إلا بإجلاء طفلين.", true, &["لم تدخل شاحنة", "لم يُسمح إلا بإجلاء طفلين"]);
        check("على الحرس أن يغادروا، وإلا عاد القصف.", true, &["على الحرس أن يغادروا", "إلا عاد القصف"]);
        check(
            "سقط الجسر، لكن خبراء محليين رأوا فيه فرصة.",
            true,
            &["سقط الجسر", "خبراء محليين رأوا فيه فرصة"],
        );
        check("فقد الحرس عشرين رجلاً.", true, &["فقد الحرس عشرين رجلاً"]);
    }

    #[test]
    fn a_second_complementiser_begins_a_piece() {
        check("الجسر مغلق، وأن المعبر مفتوح.", true, &["الجسر مغلق", "المعبر مفتوح"]);
    }

    #[test]
    fn a_clause_negated_on_its_own_is_a_piece() {
        check("سقطت القذيفة في حقل ولم تسجل إصابات.", false, &["سقطت القذيفة في حقل", "لم تسجل إصابات"]);
        check("لن يغادروا الجسر ولا يسلمون السلاح.", true, &["لن يغادروا الجسر ولا يسلمون السلاح"]);
    }

    #[test]
    fn a_clause_behind_a_negated_one_is_a_piece() {
        check("لم نغادر الجسر، وأسرنا رجلين.", true, &["لم نغادر الجسر", "أسرنا رجلين"]);
    }

    #[test]
    fn killed_and_wounded_are_one_piece() {
        check("قتل رجلان وأصيب ثلاثة.", false, &["قتل رجلان وأصيب ثلاثة"]);
    }

    #[test]
    fn lines_without_news_are_left_out() {
        check("ولم تعلق الوزارة على الفور.", false, &[]);
    }

    #[test]
    fn surrounding_quotation_marks_and_closing_signs_are_no_part() {
        check("«الجسر مغلق منذ أيام».", true, &["الجسر مغلق منذ أيام"]);
        check("الجسر \"مغلق تماما\".", true, &["الجسر \"مغلق تماما\""]);
    }
}
