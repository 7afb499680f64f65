//! What a name of the lexicon means where it stands: a government or its capital, an outlet or a common word,
//! a short form or another's.

use super::{Named, Scan};
use crate::lexicon::names::{Hit, Sense, Usage, is_quote};
use crate::lexicon::signals::Signal;
use crate::reading::MentionKind;
use riwayat_text::TokenKind;

/// The sense of a name where it stands, or none where nothing around it bears it out.
pub(super) fn choose(scan: &Scan<'_>, hit: &Hit<'_>) -> Option<Sense> {
    if scan.tokens[hit.end - 1].span.of(scan.text).contains(TANWEEN) {
        return None;
    }
    let guarded = hit.senses.iter().find(|s| s.usage == Usage::Guarded && is_borne_out(scan, hit, s));
    if let Some(sense) = guarded {
        return Some(at_scale(scan, hit, sense));
    }
    if let Some(sense) = state(scan, hit) {
        return Some(sense);
    }
    if let Some(sense) = hit.senses.iter().find(|s| s.usage == Usage::Free) {
        return is_possible(scan, hit, sense).then(|| at_scale(scan, hit, sense));
    }
    hit.senses.iter().find(|s| s.usage == Usage::Bare).and_then(|s| bare(scan, hit, s))
}

/// No name of the lexicon ends in the accusative without article: تركياً is "Turkish", not Turkey.
const TANWEEN: char = '\u{64B}';

/// A name of one short word with a proclitic cut off is more often another word: `بنان` is not "in Nan".
fn is_possible(scan: &Scan<'_>, hit: &Hit<'_>, sense: &Sense) -> bool {
    if scan.key(hit.first) == SYRIAN && hit.first > 0 && is_described(scan.key(hit.first - 1)) {
        return false;
    }
    let one_word = hit.end == hit.first + 1;
    let rest = scan.key(hit.first).chars().count() - hit.proclitics.chars().count();
    !(one_word && sense.kind == MentionKind::Place && !hit.proclitics.is_empty() && rest < SHORTEST_CUT_PLACE)
}

/// سورية is the country or "Syrian": the latter behind a feminine noun without article (ليرة سورية, قوات سورية).
const SYRIAN: &str = "سوريه";

fn is_described(noun: &str) -> bool {
    !noun.starts_with("ال") && (noun.ends_with('ه') || noun.ends_with("ات"))
}

/// Letters that a place of one word must have for a proclitic to be cut off it: 3 leaves حلب and حمص to بحلب and
/// لحمص, and keeps words of two letters whole.
const SHORTEST_CUT_PLACE: usize = 3;

/// The city or its province: behind ريف, محافظة, شرق and their kin a provincial capital stands for its province.
fn at_scale(scan: &Scan<'_>, hit: &Hit<'_>, sense: &Sense) -> Sense {
    let mut sense = sense.clone();
    if sense.kind == MentionKind::Place
        && hit.proclitics.is_empty()
        && let Some(before) = scan.word_before(hit.first)
        && (scan.is_word(before, Signal::Region) || is_direction(scan.key(before)))
        && let Some(province) = scan.lexicon.province_of(&sense.entity)
    {
        sense.entity = province;
    }
    sense
}

fn is_direction(word: &str) -> bool {
    ["شرق", "غرب", "شمال", "جنوب"].iter().any(|d| {
        let rest = word.strip_prefix('ب').unwrap_or(word);
        rest == *d || rest.strip_suffix('ي') == Some(d)
    })
}

/// True where a word that is also a common one is borne out as a name.
fn is_borne_out(scan: &Scan<'_>, hit: &Hit<'_>, sense: &Sense) -> bool {
    match sense.kind {
        MentionKind::Outlet => outlet_is_borne_out(scan, hit),
        _ => place_is_borne_out(scan, hit, sense),
    }
}

fn place_is_borne_out(scan: &Scan<'_>, hit: &Hit<'_>, sense: &Sense) -> bool {
    let before = scan.word_before(hit.first);
    let told = hit.proclitics.is_empty()
        && before.is_some_and(|b| {
            [Signal::Settlement, Signal::Region, Signal::Locative].iter().any(|s| scan.is_word(b, *s))
        });
    let described = matches!(scan.key(hit.end), "التي" | "الذي" | "الذين");
    told || !described && (is_left(scan, hit) || in_company(scan, hit, sense) || is_whereabouts(scan, hit))
}

/// من السيدة زينب إلى تدمر: where somebody goes from, to a place.
fn is_left(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let from = hit.proclitics.is_empty() && scan.word_before(hit.first).is_some_and(|b| scan.key(b) == "من");
    let reached = || {
        let next = scan.facts.name(hit.end + 1).filter(|h| h.proclitics.is_empty());
        next.is_some_and(|h| h.senses.iter().any(|s| s.kind == MentionKind::Place && s.usage == Usage::Free))
    };
    from && scan.key(hit.end) == "الي" && reached()
}

/// في الباب، : behind في, and nothing follows that a common noun would govern; or a direction of another place does.
fn is_whereabouts(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let inside =
        hit.proclitics.is_empty() && scan.word_before(hit.first).is_some_and(|b| scan.key(b) == "في");
    let ends = scan
        .tokens
        .get(hit.end)
        .is_none_or(|t| t.kind == TokenKind::Break || ["،", ",", ".", "؛", ":"].iter().any(|s| t.is_sign(s)));
    let beside = is_direction(scan.key(hit.end))
        && scan
            .facts
            .name(hit.end + 1)
            .is_some_and(|h| h.senses.iter().any(|s| s.kind == MentionKind::Place));
    inside && (ends || beside) && !scan.is_elsewhere()
}

/// True for a place that the article names beyond doubt elsewhere, or that stands beside one that is.
fn in_company(scan: &Scan<'_>, hit: &Hit<'_>, sense: &Sense) -> bool {
    continues_places(scan, hit) || opens_places(scan, hit) || scan.names(&sense.entity)
}

/// True where the next word joins a place that is beyond doubt: `في الصور والبصيرة`.
fn opens_places(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let next = scan.tokens.get(hit.end).filter(|t| t.kind == TokenKind::Word);
    let joined = next.and_then(|_| scan.facts.name(hit.end));
    joined.is_some_and(|h| {
        h.proclitics == "و" && h.senses.iter().any(|s| s.kind == MentionKind::Place && s.usage == Usage::Free)
    })
}

/// True for the next of a list of places: `هجين والسوسة`, `هجين، السوسة`.
fn continues_places(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let Some(last) = scan.found.last() else { return false };
    let between = &scan.tokens[last.end..hit.first];
    let only_signs = between.iter().all(|t| t.kind == TokenKind::Sign || t.key == "و");
    let joined = hit.proclitics.starts_with('و') || between.iter().any(|t| t.is_sign("،") || t.key == "و");
    last.mention.kind == MentionKind::Place && only_signs && joined && between.len() <= 3
}

/// An outlet with a common name: behind صحيفة or قناة, quoted beside a word of telling, or told to.
fn outlet_is_borne_out(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let before = scan.word_before(hit.first);
    let quoted = scan.is_quoted(hit.first, hit.end);
    let after_type = hit.proclitics.is_empty() && before.is_some_and(|b| scan.is_word(b, Signal::Outlet));
    let told =
        before.is_some_and(|b| scan.is_word(b, Signal::Telling) && (quoted || !is_common_after(scan, b)));
    let addressed = hit.proclitics.ends_with('ل') && opens_content(scan, hit.end);
    let addressed_quoted = quoted && before.is_some_and(|b| scan.key(b) == "ل");
    let heads = quoted && opens_content(scan, hit.end + 1);
    let dateline = before.is_none()
        && scan.tokens.get(hit.end).is_some_and(|t| t.is_sign(":"))
        && starts_line(scan, hit.first);
    after_type || told || addressed || addressed_quoted || heads || dateline || relays(scan, hit)
}

/// الميادين تنقل عن المرصد …; at the head of a line «الميادين عن الدفاع الروسية: …».
fn relays(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let next = scan.key(hit.end);
    if matches!(next, "تنقل" | "نقلت" | "ينقل" | "نقل") {
        return scan.key(hit.end + 1) == "عن";
    }
    let source = (hit.end + 1..hit.end + 1 + SOURCE)
        .take_while(|i| scan.tokens.get(*i).is_some_and(|t| t.is_word() || is_quote(t)));
    let colon = source.last().is_some_and(|last| scan.tokens.get(last + 1).is_some_and(|t| t.is_sign(":")));
    next == "عن" && starts_line(scan, hit.first) && colon
}

/// Words of a source between «عن» and its colon: 2 to 6.
const SOURCE: usize = 5;

/// Words of telling that stand before any noun: عن الوطن may be "about the homeland".
fn is_common_after(scan: &Scan<'_>, at: usize) -> bool {
    scan.key(at) == "عن"
}

/// True where what is told begins: أن, إن, or a colon.
fn opens_content(scan: &Scan<'_>, end: usize) -> bool {
    let at = (end..scan.tokens.len()).find(|i| !is_quote(&scan.tokens[*i]));
    at.is_some_and(|i| scan.tokens[i].is_sign(":") || matches!(scan.key(i), "ان" | "بان" | "انه" | "انها"))
}

/// True for the first word of a line.
fn starts_line(scan: &Scan<'_>, at: usize) -> bool {
    let before = scan.tokens[..at].iter().rev().find(|t| !is_quote(t));
    before.is_none_or(|t| t.kind == TokenKind::Break)
}

/// A state, or the seat of its government: who acts, or where.
fn state(scan: &Scan<'_>, hit: &Hit<'_>) -> Option<Sense> {
    let sense = hit.senses.iter().find(|s| matches!(s.usage, Usage::State { .. }))?;
    let Usage::State { acts } = sense.usage else { return None };
    if does_act(scan, hit, acts).unwrap_or(acts) {
        return Some(sense.clone());
    }
    let place = hit.senses.iter().find(|s| s.kind == MentionKind::Place).unwrap_or(sense);
    Some(Sense { kind: MentionKind::Place, camp: None, ..at_scale(scan, hit, place) })
}

/// True where the state acts, false where it is a place, none where nothing around it decides.
fn does_act(scan: &Scan<'_>, hit: &Hit<'_>, acts: bool) -> Option<bool> {
    if is_dateline(scan, hit) {
        return Some(false);
    }
    if starts_line(scan, hit.first) && scan.tokens.get(hit.end).is_some_and(|t| t.is_sign(":")) {
        // لبنان: مقتل جنديين: where it happened, of a state that seldom acts in this war.
        return Some(acts || !scan.facts.is(hit.end + 1, Signal::Befalls));
    }
    if hit.proclitics.ends_with('ب') {
        return Some(false);
    }
    if hit.proclitics.ends_with('و')
        && let Some(last) = scan.found.last().filter(|f| f.end == hit.first)
    {
        return Some(last.mention.kind != MentionKind::Place);
    }
    let Some(before) = scan.word_before(hit.first) else { return is_subject_of_next(scan, hit) };
    // الموالين لدمشق
    if hit.proclitics == "ل" && LOYAL.iter().any(|l| scan.key(before).contains(l)) {
        return Some(true);
    }
    // تصر فيه دمشق على …
    let before = if before > 0 && matches!(scan.key(before), "فيه" | "فيها" | "به" | "بها") {
        before - 1
    } else {
        before
    };
    let word = scan.key(before);
    if SPEAKS_FOR.contains(&word) {
        return Some(true);
    }
    let is_place = [Signal::Settlement, Signal::Region, Signal::Locative, Signal::Facility]
        .iter()
        .any(|s| scan.is_word(before, *s));
    if is_place || PLACE_BEFORE.contains(&word.strip_prefix('و').unwrap_or(word)) {
        return Some(
            before > 0 && word == "من" && SUPPORTED.iter().any(|s| scan.key(before - 1).contains(s)),
        );
    }
    if is_feminine_verb(scan, before) { Some(true) } else { is_subject_of_next(scan, hit) }
}

/// Words before a seat that mean its government: رواية دمشق.
const SPEAKS_FOR: [&str; 22] = [
    "داعيا",
    "داعيه",
    "دعا",
    "ودعا",
    "مطالبا",
    "مطالبه",
    "محملا",
    "محمله",
    "متهما",
    "متهمه",
    "روايه",
    "موقف",
    "حكومه",
    "نظام",
    "يدعم",
    "تدعم",
    "دعم",
    "حلفاء",
    "حليف",
    "اتهم",
    "واتهم",
    "مزاعم",
];

/// Words before a place where somebody is, comes from or goes to.
const PLACE_BEFORE: [&str; 14] =
    ["في", "الي", "من", "عبر", "غادر", "غادرت", "زار", "وصل", "وصلت", "دخل", "دخلت", "بلغ", "طريق", "عاصمه"];

/// Words before ل that make what follows an ally.
const LOYAL: [&str; 5] = ["موال", "حليف", "مناهض", "معاد", "داعم"];

/// Words before من that make what follows a backer: المدعومة من تركيا.
const SUPPORTED: [&str; 7] = ["مقرب", "طلب", "مدعوم", "بدعم", "بطلب", "بضغط", "ممول"];

/// Verbs of motion in the feminine, whose next word is where one goes; and nouns that end as such verbs do.
const NOT_ACTING: [&str; 12] =
    ["وصلت", "دخلت", "غادرت", "زارت", "بلغت", "هزت", "استهدفت", "تحت", "وقت", "بيت", "بنت", "قصفت"];

/// A verb in the feminine singular before a state is its deed: نفت دمشق, بدأت أنقرة, لم تبلغ موسكو.
fn is_feminine_verb(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.key(at);
    let word = word.strip_prefix('و').filter(|w| w.chars().count() > 2).unwrap_or(word);
    if NOT_ACTING.contains(&word) {
        return false;
    }
    let past = word.ends_with('ت') && !word.ends_with("ات") && word.chars().count() >= 3;
    let governed =
        at > 0 && matches!(scan.key(at - 1), "ان" | "لم" | "لن" | "لا" | "قد" | "هل" | "ما" | "بان" | "كي");
    past || governed && (word.starts_with('ت') || word.starts_with("ست"))
}

/// A state at the head of a clause with a verb in the feminine behind it: موسكو تنفي.
fn is_subject_of_next(scan: &Scan<'_>, hit: &Hit<'_>) -> Option<bool> {
    let next = scan.tokens.get(hit.end).filter(|t| t.kind == TokenKind::Word)?;
    let heads = hit.first == 0 || scan.tokens[hit.first - 1].kind != TokenKind::Word;
    let verb = next.key.starts_with('ت') && next.key.chars().count() <= 6;
    (heads && verb && (hit.proclitics.is_empty() || hit.proclitics == "و")).then_some(true)
}

/// Tokens before a place in a dateline: `موسكو/` and a sign more.
const MOST_BEFORE_SEAT: usize = 3;

/// `بيروت (رويترز) -`, `واشنطن - `, `موسكو/دمشق -`, `واشنطن 6 يونيو`: where the report was filed.
fn is_dateline(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    // One token more than may stand there: where no line begins among these, too much stands before.
    let near = &scan.tokens[hit.first.saturating_sub(MOST_BEFORE_SEAT + 1)..hit.first];
    let before = near.rsplit(|t| t.kind == TokenKind::Break).next().unwrap_or(near);
    let filed_with = before.last().is_some_and(|t| t.is_sign("/"));
    let heads = before.is_empty() || before.len() <= MOST_BEFORE_SEAT && filed_with;
    let next = scan.tokens.get(hit.end);
    let filed = next.is_some_and(|t| {
        t.kind == TokenKind::Number || ["-", "–", "—", "(", "/"].iter().any(|s| t.is_sign(s))
    });
    heads && hit.proclitics.is_empty() && filed
}

/// A short form: of the nearest before it that is so called, else of the one of the lexicon.
fn bare(scan: &Scan<'_>, hit: &Hit<'_>, sense: &Sense) -> Option<Sense> {
    if is_anothers(scan, hit) {
        return None;
    }
    let rest = scan.key(hit.first).get(hit.proclitics.len()..).unwrap_or("");
    let head = rest.strip_prefix("ال").unwrap_or(rest);
    if let Some(owner) = called_so(scan, head) {
        return Some(owner);
    }
    // الشبكة is any network: without one named before it is the one that documents, or nobody's.
    let unnamed = head == NETWORK && !documents(scan, hit);
    (!unnamed && !scan.is_elsewhere()).then(|| sense.clone())
}

/// A short form that every outlet of its kind goes by.
const NETWORK: &str = "شبكه";

/// True beside a verb of documenting, which monitors of a war do and outlets do not: وثقت الشبكة, الشبكة أحصت.
fn documents(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let verb = |word: &str| {
        let word = word.strip_prefix('و').filter(|w| w.chars().count() > 3).unwrap_or(word);
        matches!(word, "وثقت" | "توثق" | "احصت" | "تحصي" | "سجلت" | "تسجل" | "رصدت")
    };
    scan.word_before(hit.first).is_some_and(|before| verb(scan.key(before))) || verb(scan.key(hit.end))
}

/// Heads whose short form takes its owner from what was named before. الجيش and النظام are not among them: in a text on
/// Syria they are the government's whoever else has an army.
pub(super) const ANAPHORIC: [&str; 6] = ["هيئه", "شبكه", "تنظيم", "تحالف", "مرصد", "امن"];

/// The nearest name before with this head: هيئة التفاوض ... الهيئة.
fn called_so(scan: &Scan<'_>, head: &str) -> Option<Sense> {
    let head = ANAPHORIC.iter().position(|h| *h == head)?;
    let mention = &scan.found.get(scan.called[head]?)?.mention;
    Some(Sense {
        entity: mention.entity.clone(),
        kind: mention.kind,
        camp: mention.camp.clone(),
        tone: crate::reading::Tone::Neutral,
        usage: Usage::Bare,
    })
}

/// Which of [`ANAPHORIC`] a name of several words, of no place, begins with.
pub(super) fn anaphoric_head(scan: &Scan<'_>, named: &Named) -> Option<usize> {
    if named.kind == MentionKind::Place || named.end < named.first + 2 {
        return None;
    }
    let mut words = (named.first..named.end).filter(|i| !is_quote(&scan.tokens[*i]));
    let first = words.next().filter(|_| words.next().is_some())?;
    let key = scan.key(first);
    let word = if first == named.first { key.strip_prefix(named.proclitics).unwrap_or(key) } else { key };
    let head = word.strip_prefix("ال").unwrap_or(word);
    ANAPHORIC.iter().position(|h| *h == head)
}

/// True where the next word makes a short form another's: الجيش المصري, الهيئة العامة.
fn is_anothers(scan: &Scan<'_>, hit: &Hit<'_>) -> bool {
    let Some(next) = scan.tokens.get(hit.end).filter(|t| t.kind == TokenKind::Word) else { return false };
    if scan.lexicon.signals.epithet(&next.key).is_some() {
        return false;
    }
    let nisba = next.key.starts_with("ال") && (next.key.ends_with('ي') || next.key.ends_with("يه"));
    nisba || scan.facts.is(hit.end, Signal::Attribute)
}
