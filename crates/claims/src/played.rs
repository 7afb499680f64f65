//! Who plays which part in a happening: who does it, to whom, with what, and who are its parties.
//!
//! Parts are names: what has no name in the lexicon or by pattern plays no part here.

use crate::basis::Basis;
use crate::event_type::{Main, counts_people, figures};
use crate::happening::{EventType, Subject, happenings};
use crate::marked::Marked;
use crate::polarity::is_finite;
use crate::reading::{Mention, MentionKind, Role, RoleKind};
use crate::words::Class;
use riwayat_text::Span;
use std::ops::Range;

/// How far from its verb or noun a part may stand, in tokens: 1 to 30. News clauses put their subject within a
/// dozen words; beyond that another verb usually governs.
const REACH: usize = 12;

/// The parts in the main happening of a claim.
pub(crate) fn parts(doc: &Marked<'_>, main: Main, tokens: &Range<usize>) -> Vec<Role> {
    let event = happenings().event(main.event);
    let mut roles = Vec::new();
    if event.parties {
        parties(doc, main.at, tokens, &mut roles);
    }
    if roles.is_empty() {
        let placed = placed(doc, main, tokens);
        if event.parties && event.agent.is_empty() {
            // دمشق والإدارة الذاتية تتوصلان إلى تفاهم, قسد تتفاوض: those who do it are its parties.
            let own = placed.iter().filter(|(slot, _)| *slot == Slot::Subject).take(2);
            roles.extend(own.map(|(_, name)| role(RoleKind::Party, name, Basis::PartBetween)));
        } else {
            part(doc, event, main, &placed, &mut roles);
        }
    }
    roles.retain(|r| r.basis.holds());
    if event.is_deed() {
        roles.extend(instrument(doc, main.at + 1..tokens.end.min(main.at + 1 + 2 * REACH)));
    }
    roles
}

/// What it was done with: بقذائف الهاون, بثلاثة براميل متفجرة.
fn instrument(doc: &Marked<'_>, tokens: Range<usize>) -> Option<Role> {
    let (at, unit) = tokens.filter(|i| doc.key(*i).starts_with('ب')).find_map(|i| {
        let noun = doc.ctx.lexicon.nouns.read(doc.key(i)).filter(|f| f.proclitics == "ب");
        let counted = || doc.figure_at(i).map(|q| q.unit.as_str());
        let unit = noun.map(|f| &*f.noun.unit).or_else(counted)?;
        WEAPONS.contains(&unit).then_some((i, unit))
    })?;
    let span = match doc.figure_at(at) {
        Some(figure) => figure.span,
        None => Span::new(doc.past_letters(at, 1), doc.span(at).end()),
    };
    Some(Role {
        kind: RoleKind::Instrument,
        entity: format!("weapon:{unit}").as_str().into(),
        span,
        basis: Basis::PartWeapon,
    })
}

/// Units of counted things that a deed can be done with.
const WEAPONS: [&str; 13] = [
    "weapon",
    "explosive-device",
    "bullet",
    "drone",
    "shell",
    "missile",
    "mine",
    "bomb",
    "barrel-bomb",
    "salvo",
    "gun",
    "strike",
    "raid",
];

/// True where a deed is told in the passive, and nobody is named who did it: قُتل ثلاثة, تم تفجير الجسر. Without vowel
/// marks a past is passive for sure only where what was counted follows at once (أصيب 5 مدنيين); what may be either is
/// left alone.
pub(crate) fn is_agentless(doc: &Marked<'_>, main: Main, tokens: &Range<usize>) -> bool {
    let (at, Some(happening)) = (main.at, main.happening) else { return false };
    if !happenings().event(main.event).is_deed() || told_by(doc, at + 1..tokens.end) {
        return false;
    }
    let before = at.checked_sub(1).filter(|b| *b >= tokens.start).map_or("", |b| doc.bare(b));
    let brought_about = matches!(before, "تم" | "تمت" | "جري" | "جرت" | "يتم");
    let verb = happening.verb || happening.either && !happening.definite;
    brought_about || verb && (is_passive(doc, at) || happening.verb && doc.figure_from(at + 1))
}

/// True where a past bears the first vowel of the passive.
fn is_passive(doc: &Marked<'_>, at: usize) -> bool {
    const DAMMA: char = '\u{64F}';
    let mut letters = doc.span(at).of(doc.ctx.text).chars();
    let mut first = letters.next();
    if doc.marks[at].conjoined {
        first = letters.next();
    }
    first.is_some() && letters.next() == Some(DAMMA)
}

/// على يد مسلحين, برصاص الحرس: by whom, whether or not a name follows.
fn told_by(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let mut words = tokens;
    words.any(|i| {
        matches!(doc.key(i), "برصاص" | "بنيران" | "بايدي")
            || matches!(doc.key(i), "يد" | "ايدي") && doc.key(i - 1) == "علي"
    })
}

/// Where a name stands to the main happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Subject,
    Object,
    Member,
    By,
    On,
    From,
    Against,
    To,
    With,
}

impl Slot {
    const fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Member => "member",
            Self::By => "by",
            Self::On => "on",
            Self::From => "from",
            Self::Against => "against",
            Self::To => "to",
            Self::With => "with",
        }
    }

    const fn basis(self) -> Basis {
        match self {
            Self::Subject => Basis::PartSubject,
            Self::Object => Basis::PartObject,
            Self::Member => Basis::PartMember,
            Self::By => Basis::PartBy,
            Self::On | Self::From | Self::Against | Self::To => Basis::PartBehind,
            Self::With => Basis::PartBetween,
        }
    }
}

/// A name with the place in which it stands.
type Placed<'a> = (Slot, &'a Mention);

/// What governs the next name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Nothing: it is the subject, or behind that the object.
    Free,
    In(Slot),
    /// A preposition that makes it no part (في).
    Away,
    /// A cause (إثر): the noun of a deed that follows is done by whom it names.
    Cause,
}

/// The names around the main happening, each in its place.
fn placed<'a>(doc: &Marked<'a>, main: Main, tokens: &Range<usize>) -> Vec<Placed<'a>> {
    let verb = main.happening.is_some_and(|h| h.verb) || main.basis == Basis::EventVerb;
    let mut out = Vec::new();
    if let Some((light, word)) = main.light {
        // نفذ الطيران غارة, الجيش أحبط هجوماً, تعرضت قسد لقصف: the subject of the light word.
        let slot = match happenings().subject(word) {
            Subject::Does | Subject::Repels => Some(Slot::Subject),
            Subject::Undergoes => Some(Slot::Object),
            Subject::Plain => None,
        };
        let behind = actors(doc, light + 1..main.at).find(|m| !is_governed(doc, m, light + 1));
        let before = before(doc, light, tokens).filter(|_| word.verb);
        out.extend(slot.and_then(|slot| Some((slot, before.or(behind)?))));
    }
    if verb {
        let slot = |m: &Mention| if is_counted(doc, main, m, tokens) { Slot::Member } else { Slot::Subject };
        out.extend(before(doc, main.at, tokens).map(|m| (slot(m), m)));
    }
    if !verb && main.at > tokens.start {
        out.extend(loser(doc, main.at, tokens).map(|m| (Slot::Member, m)));
    }
    let subject = verb && out.is_empty() && has_subject(doc, main.at, tokens);
    behind(doc, main, tokens, subject, &mut out);
    out
}

/// True behind a preposition that makes a name no subject; من of وحدات من الجيش does not.
fn is_governed(doc: &Marked<'_>, mention: &Mention, from: usize) -> bool {
    let first = doc.tokens_of(mention.span).start;
    let held = doc.span(first).start() < mention.span.start();
    let before = first.checked_sub(1).filter(|b| *b >= from);
    // غارة للتحالف, طائرة مسيرة للجيش, أرتال للهيئة
    let words = happenings();
    let theirs = [words.aircraft, words.convoy, words.target, words.fighter, words.group];
    let own = (from.max(first.saturating_sub(2))..first).any(|b| {
        let mark = doc.marks[b];
        mark.tells.is_some_and(|h| !h.verb && !h.definite) || theirs.iter().any(|cue| mark.cues.meet(*cue))
    });
    let own = own && doc.key(first).starts_with('ل');
    let held = held && !doc.key(first).starts_with('و') && !own;
    held || before.is_some_and(|b| doc.is(b, Class::Preposition) && doc.bare(b) != "من")
}

/// 14 مقاتلاً من الحزب قتلوا: people of a side, counted before a verb that has no other people behind it.
fn is_counted(doc: &Marked<'_>, main: Main, mention: &Mention, tokens: &Range<usize>) -> bool {
    let first = doc.tokens_of(mention.span).start;
    let from = tokens.start.max(first.saturating_sub(REACH));
    let behind = main.at + 1..tokens.end.min(main.at + 1 + REACH);
    let sign = behind.clone().find(|i| doc.is_break(*i)).unwrap_or(behind.end);
    counts_people(doc, from..first) && !counts_people(doc, behind.start..sign)
}

/// خسائر الجيش 40 قتيلاً, تكبدت قسد 20 قتيلاً: whose losses they are.
fn loser<'a>(doc: &Marked<'a>, at: usize, tokens: &Range<usize>) -> Option<&'a Mention> {
    let words = happenings();
    let word = (tokens.start..at).find(|i| doc.marks[*i].cues.meet(words.losing))?;
    let deed = (word + 1..at).find(|i| doc.marks[*i].tells.is_some_and(|h| !h.verb)).unwrap_or(at);
    let behind = actors(doc, word + 1..deed).find(|m| !is_governed(doc, m, word + 1));
    behind.or_else(|| before(doc, word, tokens))
}

/// True of a verb whose subject is told without a name: مقاتلونا قتلوا …, لن نسلم ….
fn has_subject(doc: &Marked<'_>, at: usize, tokens: &Range<usize>) -> bool {
    let key = doc.bare(at);
    let we =
        key.starts_with('ن') && !key.ends_with(['ت', 'ا']) || key.starts_with("سن") || key.ends_with("نا");
    let from = (tokens.start..at).rev().find(|i| doc.is_break(*i)).map_or(tokens.start, |i| i + 1);
    let opens = |i: &usize| doc.marks[*i].date.is_none() && doc.is_word(*i);
    let particle = |i: usize| {
        [Class::Negator, Class::Auxiliary, Class::That, Class::Connective, Class::Time]
            .iter()
            .any(|c| doc.is(i, *c))
    };
    let first = (from..at).filter(opens).find(|i| !particle(*i));
    let noun = |i: usize| {
        !doc.is(i, Class::Preposition)
            && !doc.marks[i].cues.meet(happenings().adjunct)
            && doc.marks[i].happening.is_none_or(|h| !h.verb)
            && !is_finite(doc, i)
    };
    // قذائف أطلقتها القوات: the pronoun stands for what is before it, the name behind it is the subject.
    we || key.ends_with("وا") || first.is_some_and(noun) && !doc.has_pronoun(at)
}

/// The name before a verb: وحدات من الجيش قتلت; none behind another preposition. Of قسد والتحالف the first.
fn before<'a>(doc: &Marked<'a>, at: usize, tokens: &Range<usize>) -> Option<&'a Mention> {
    let from = tokens.start.max(at.saturating_sub(REACH));
    let from = (from..at).rev().find(|i| doc.is_break(*i)).map_or(from, |i| i + 1);
    let names: Vec<_> = actors(doc, from..at).collect();
    let place = names.iter().rposition(|m| {
        let first = doc.tokens_of(m.span).start;
        let adjunct = (from..first).any(|i| doc.marks[i].cues.meet(happenings().adjunct));
        // في مناطق قسد
        let within =
            first >= from + 2 && doc.is(first - 2, Class::Preposition) && doc.bare(first - 2) != "من";
        !is_governed(doc, m, from) && !adjunct && !within
    })?;
    let joined = |n: usize| {
        let first = doc.tokens_of(names[n].span).start;
        let held = doc.span(first).start() < names[n].span.start() && doc.key(first).starts_with('و');
        held && n > 0 && doc.after(names[n - 1].span) == first
    };
    names.get(if joined(place) { place - 1 } else { place }).copied()
}

/// The names behind the word, as far as its clause goes.
fn behind<'a>(doc: &Marked<'a>, main: Main, tokens: &Range<usize>, subject: bool, out: &mut Vec<Placed<'a>>) {
    let words = happenings();
    let end = tokens.end.min(main.at + 1 + 2 * REACH);
    let (mut rule, mut counted, mut target, mut closed) = (Rule::Free, false, false, false);
    let toll = main.happening.is_some_and(|h| words.subject(h) == Subject::Undergoes);
    let mut at = if main.happening.is_some() { main.at + 1 } else { main.at };
    let mut people = figures(doc, at..end).peekable();
    // One past the last figure.
    let mut figured = 0;
    while at < end {
        let mark = doc.marks[at];
        let key = doc.bare(at);
        if doc.is_break(at) {
            // قُتل خمسة، بينهم طفل، في قصف للتحالف: what caused it is told behind the aside.
            let aside = doc.marks.get(at + 1).is_some_and(|m| m.cues.meet(words.clause));
            let next = if aside { (at + 1..end).find(|i| doc.is_break(*i)).unwrap_or(end) } else { at };
            let causes = doc.marks.get(next + 1).is_some_and(|m| m.cues.meet(words.adjunct))
                || matches!(doc.key(next + 1), "في" | "برصاص" | "بنيران")
                || doc.marks.get(next + 1).is_some_and(|m| m.tells.is_some_and(|h| h.governed));
            if !toll || !causes || doc.is_sign(at, &[".", "؟", "!"]) {
                return;
            }
            (closed, rule, at) = (true, Rule::Away, next + 1);
            continue;
        }
        if doc.is(at, Class::Relative) || mark.cues.meet(words.clause) {
            return;
        }
        if mark.happening.is_some_and(|h| h.verb && h.conjoined) && mark.mention.is_none() {
            if !toll {
                return;
            }
            (closed, rule) = (true, Rule::Away);
        }
        if let Some(mention) = doc.mention_from(at) {
            let past = doc.after(mention.span);
            let held = mention.span.start() > doc.span(at).start();
            let slot = match (rule, doc.key(at).chars().next().filter(|_| held)) {
                (Rule::Cause | Rule::In(Slot::By), Some('ل')) => Some(Slot::By),
                (_, Some('و')) => out.last().map(|p| p.0),
                (_, Some('ل')) if target => Some(Slot::Object),
                (_, Some('ل')) if rule != Rule::Away || main.happening.is_some_and(|h| !h.verb) => {
                    Some(Slot::To)
                }
                (_, Some('ب')) => None,
                (Rule::In(slot), _) => Some(slot),
                (Rule::Free, _) if counted => Some(Slot::Member),
                (Rule::Free, _) if target => Some(Slot::Object),
                (Rule::Free, _) if subject || out.iter().any(|(slot, _)| *slot == Slot::Subject) => {
                    Some(Slot::Object)
                }
                (Rule::Free, _) => Some(Slot::Subject),
                (Rule::Away | Rule::Cause, _) => None,
            };
            if is_actor(mention)
                && let Some(slot) = slot.filter(|s| !closed || *s == Slot::By)
            {
                out.push((slot, mention));
            }
            at = past.max(at + 1);
            continue;
        }
        let mut begun = false;
        while let Some(figure) = people.next_if(|q| q.span.start() < doc.span(at).end()) {
            begun |= figure.unit == "person";
            figured = doc.after(figure.span);
        }
        if begun {
            counted = true;
            rule = if matches!(rule, Rule::Cause | Rule::Away) && !closed { Rule::Free } else { rule };
        }
        let theirs = mark.cues.meet(words.fighter) || mark.cues.meet(words.group);
        let of = |i: usize| {
            doc.marks[i].cues.meet(words.fighter)
                || doc.marks[i].cues.meet(words.group)
                || doc.marks[i].cues.meet(words.person)
        };
        let deed = mark.tells.is_some_and(|h| !h.verb);
        match key {
            "علي" if doc.key(at + 1) == "يد" || doc.key(at + 1) == "ايدي" => {
                rule = Rule::In(Slot::By);
                at += 1;
            }
            "من" if doc.key(at + 1) == "قبل" => {
                rule = Rule::In(Slot::By);
                at += 1;
            }
            "مخلفات" | "برصاص" | "بنيران" | "بايدي" | "بيد" => {
                rule = Rule::In(Slot::By);
            }
            "علي" => rule = Rule::In(Slot::On),
            "ضد" => rule = Rule::In(Slot::Against),
            "من" if counted || of(at - 1) => {
                let later = counts_people(doc, at + 1..end);
                let theirs = counted || toll || !later && main.happening.is_some_and(|h| !h.verb);
                rule = Rule::In(if theirs { Slot::Member } else { Slot::Subject });
            }
            "في" if doc.key(at + 1) == "صفوف"
                || of(at - 1) && doc.mention_from(at + 1).is_some_and(is_actor) =>
            {
                rule = Rule::In(Slot::Member);
            }
            // تدمير 60% من مقرات التنظيم
            "من" if at > 0 && figured > at - 1 => {}
            "من" => rule = Rule::In(Slot::From),
            "الي" => rule = Rule::In(Slot::To),
            "مع" | "بين" => rule = Rule::In(Slot::With),
            _ if mark.cues.meet(words.adjunct) => rule = Rule::Cause,
            "في" => rule = Rule::Cause,
            _ if deed && !counted && rule == Rule::Free && toll => rule = Rule::In(Slot::By),
            _ if deed && (rule == Rule::Cause || mark.tells.is_some_and(|h| h.governed)) => {
                rule = Rule::In(Slot::By);
            }
            _ if doc.is(at, Class::Preposition) => rule = Rule::Away,
            _ if theirs && matches!(rule, Rule::In(Slot::On)) => {}
            _ if mark.cues.meet(words.target)
                && !matches!(rule, Rule::Cause | Rule::Away | Rule::In(Slot::By | Slot::From)) =>
            {
                (rule, target) = (Rule::Free, true);
            }
            _ => {}
        }
        at += 1;
    }
}

/// The parts that the places of the row give.
fn part(doc: &Marked<'_>, event: &EventType, main: Main, placed: &[Placed<'_>], roles: &mut Vec<Role>) {
    const DONE_BY: &[&str] = &["by"];
    const DONE_TO: &[&str] = &["subject", "member", "object", "from"];
    let agent: Vec<&str> = event.agent.iter().map(String::as_str).collect();
    let patient: Vec<&str> = event.patient.iter().map(String::as_str).collect();
    let of_people = PEOPLE.contains(&event.name.as_str());
    let noun = main.happening.is_none_or(|h| !h.verb);
    // اعتقال التنظيم تسعة شبان; اعتقال عناصر التنظيم
    let alone = noun
        && main.at + 1 < doc.marks.len()
        && figures(doc, main.at + 1..main.at + 1 + REACH).next().is_none();
    let undergone = main.happening.is_none_or(|h| happenings().subject(h) == Subject::Undergoes);
    let passive = is_passive(doc, main.at);
    let suffered = undergone && !agent.is_empty() || of_people && passive;
    let (agent, patient) = match suffered || of_people && alone {
        true => (DONE_BY, DONE_TO),
        // أُطلقت القذائف من مواقع قسد
        false if passive => (&["by", "from"][..], &["subject", "object"][..]),
        false => (&agent[..], &patient[..]),
    };
    let source = noun && main.at > 0 && matches!(doc.key(main.at - 1), "مصدر" | "مصدره" | "مصدرها");
    let (agent, patient) =
        if source { (&["object", "subject", "from"][..], &[][..]) } else { (agent, patient) };
    // في أسر الجبهة, لدى الجبهة: whose captives they are.
    let held = event.name == "capture" && noun && main.at > 0 && doc.key(main.at - 1) == "في";
    let (agent, patient) = if held { (&["subject"][..], &["member"][..]) } else { (agent, patient) };
    let repelled = main.light.is_some_and(|(_, word)| happenings().subject(word) == Subject::Repels);
    let (agent, patient) = match repelled {
        true => (&["subject"][..], &["object", "to", "on", "against"][..]),
        false => (agent, patient),
    };
    for (kind, places) in [(RoleKind::Agent, agent), (RoleKind::Patient, patient)] {
        let free = |p: &&Placed<'_>| !roles.iter().any(|r| r.span == p.1.span);
        let found = places.iter().find_map(|place| placed.iter().filter(free).find(|p| p.0.name() == *place));
        if let Some((slot, mention)) = found {
            roles.push(role(kind, mention, slot.basis()));
        }
    }
}

/// Types of what is done to people.
const PEOPLE: [&str; 5] = ["killing", "wounding", "capture", "execution", "evacuation"];

/// The names after بين … و, and those after مع with the one before it.
fn parties(doc: &Marked<'_>, at: usize, tokens: &Range<usize>, roles: &mut Vec<Role>) {
    let from = tokens.start.max(at.saturating_sub(REACH));
    let end = tokens.end.min(at + 2 * REACH);
    let party = |m| role(RoleKind::Party, m, Basis::PartBetween);
    let behind = |i: usize| actors(doc, i + 1..end.min(i + 1 + REACH)).take(2).collect::<Vec<_>>();
    // اتفاق بين قسد والتحالف; where "بين الطرفين" names nobody, those named so before.
    let between = (at..end).chain(from..at).find(|i| doc.bare(*i) == "بين" && !behind(*i).is_empty());
    if let Some(between) = between {
        roles.extend(behind(between).into_iter().map(party));
        return;
    }
    // بالتنسيق مع: they are on one side.
    let beside = |i: usize| i > 0 && ["بالت", "بالا"].iter().any(|head| doc.key(i - 1).starts_with(head));
    if let Some(with) = (at..end).find(|i| doc.key(*i) == "مع" && !beside(*i)) {
        let found = behind(with);
        if !found.is_empty() {
            roles.extend(actors(doc, from..with).take(1).map(party));
        }
        roles.extend(found.into_iter().take(1).map(party));
    }
}

fn is_actor(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Actor | MentionKind::Organisation | MentionKind::Person)
}

fn actors<'a>(doc: &Marked<'a>, range: Range<usize>) -> impl Iterator<Item = &'a Mention> {
    let range = if range.start < range.end { range } else { range.end..range.end };
    let limit = doc.span(range.end).start();
    doc.mentions_in(range).take_while(move |m| m.span.start() < limit).filter(|m| is_actor(m))
}

/// A part played by a name.
pub(crate) fn role(kind: RoleKind, mention: &Mention, basis: Basis) -> Role {
    Role { kind, entity: mention.entity.clone(), span: mention.span, basis }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event_type::main_of;
    use crate::marked::sample::{claims, marked};

    #[test]
    fn the_weapon_is_an_instrument() {
        let with = |text: &str| {
            let roles = claims(text).remove(0).roles;
            let found = roles.into_iter().find(|r| r.kind == RoleKind::Instrument);
            found.map(|r| (r.entity.to_string(), r.span.of(text).to_owned()))
        };
        let weapon = |entity: &str, words: &str| Some((entity.to_owned(), words.to_owned()));
        assert_eq!(with("قصفت قوات النظام البلدة بصواريخ."), weapon("weapon:missile", "صواريخ"));
        assert_eq!(with("قصفت قوات النظام البلدة بثلاثة صواريخ."), weapon("weapon:missile", "ثلاثة صواريخ"));
        assert_eq!(with("انسحبت قوات النظام من البلدة بهدوء."), None);
    }

    #[test]
    fn a_passive_without_a_doer_is_marked() {
        let agentless = |text: &str| claims(text).first().map(|c| c.agentless);
        assert_eq!(agentless("قُتل ثلاثة مدنيين في السوق."), Some(true));
        assert_eq!(
            agentless("اعتُقل شاب في الحي صباح اليوم."),
            Some(false),
            "the vowel is not on the first letter"
        );
        assert_eq!(agentless("قتلت قوات النظام ثلاثة مدنيين في السوق."), Some(false));
        assert_eq!(agentless("قُتل ثلاثة مدنيين على يد مسلحين في السوق."), Some(false));
        assert_eq!(agentless("هطلت أمطار غزيرة على البلدة."), Some(false));
    }

    #[test]
    fn the_parties_of_a_deal_are_those_between_whom_it_is() {
        let found = claims("ذكرت شبكة محلية أن اتفاقاً جرى بين قسد والتحالف الدولي على إخلاء التلة.");
        assert_eq!(found[0].event_type.as_deref(), Some("agreement"));
        let parties: Vec<&str> = found[0].roles.iter().map(|r| r.entity.as_str()).collect();
        assert_eq!(parties, ["sdf", "coalition"]);
        assert!(found[0].roles.iter().all(|r| r.kind == RoleKind::Party));
    }

    #[test]
    fn subject_and_object_are_agent_and_patient() {
        marked("قصفت قسد مواقع تنظيم الدولة", |doc| {
            let tokens = 0..doc.marks.len();
            let main = main_of(doc, &tokens).unwrap();
            let roles = parts(doc, main, &tokens);
            assert_eq!(happenings().event(main.event).name, "shelling");
            let parts: Vec<_> = roles.iter().map(|r| (r.kind, r.entity.as_str())).collect();
            assert_eq!(parts, [(RoleKind::Agent, "sdf"), (RoleKind::Patient, "islamic-state")]);
        });
    }

    /// Each part of the first claim: agent, patient or party, and who.
    fn played(text: &str) -> Vec<(RoleKind, String)> {
        claims(text)[0].roles.iter().map(|r| (r.kind, r.entity.to_string())).collect()
    }

    #[test]
    fn whose_people_are_counted_undergoes_it() {
        let of = |text: &str| played(text);
        assert_eq!(of("خمسة من عناصر قسد قتلوا في الحي."), [(RoleKind::Patient, "sdf".to_owned())]);
        assert_eq!(
            of("قتلت قسد خمسة من عناصر تنظيم الدولة."),
            [(RoleKind::Agent, "sdf".to_owned()), (RoleKind::Patient, "islamic-state".to_owned())]
        );
        assert_eq!(of("خسائر قسد بلغت تسعة قتلى."), [(RoleKind::Patient, "sdf".to_owned())]);
        assert_eq!(of("قتل مدنيان بقصف لقسد على الحي."), [(RoleKind::Agent, "sdf".to_owned())]);
        assert_eq!(of("في مناطق قسد قُتل رجل أمس."), []);
    }

    #[test]
    fn the_subject_of_a_light_verb_does_it_wards_it_off_or_undergoes_it() {
        let both = [(RoleKind::Agent, "sdf".to_owned()), (RoleKind::Patient, "islamic-state".to_owned())];
        assert_eq!(played("شنت قسد هجوماً على مواقع تنظيم الدولة."), both);
        assert_eq!(played("أحبطت قسد هجوماً لتنظيم الدولة على التلة."), both);
        assert_eq!(played("تعرضت قسد لقصف عنيف."), [(RoleKind::Patient, "sdf".to_owned())]);
        assert_eq!(played("وقع حارسان في أسر قسد."), [(RoleKind::Agent, "sdf".to_owned())]);
    }

    #[test]
    fn whence_it_was_fired_tells_who_fired() {
        let agent = [(RoleKind::Agent, "sdf".to_owned())];
        assert_eq!(played("أُطلقت القذائف من مواقع قسد."), agent);
        assert_eq!(played("تسع قذائف أطلقتها قسد سقطت على الجسر."), agent);
    }

    #[test]
    fn who_comes_to_a_deal_is_its_party() {
        let parties = [(RoleKind::Party, "sdf".to_owned()), (RoleKind::Party, "turkey".to_owned())];
        assert_eq!(played("اتفقت قسد وتركيا على هدنة."), parties);
    }
}
