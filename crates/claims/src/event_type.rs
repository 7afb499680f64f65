//! Event types: what kind of happening a claim tells, and who plays which part in it.
//!
//! The types follow PLOVER and ACLED; their words stand in `lexicon/events.toml`. The first happening of a claim
//! gives its type, a verb before a noun only where it comes first. Parts are names: what has no name in the
//! lexicon or by pattern plays no part here.

use crate::lexicon::source;
use crate::marked::Marked;
use crate::reading::{Mention, MentionKind, Role, RoleKind};
use riwayat_text::Span;
use riwayat_text::normal::fold;
use riwayat_text::table::Table;
use riwayat_text::token::{without_head, without_tail};
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

/// How far from its verb or noun a part may stand, in tokens: 1 to 30. News clauses put their subject within a
/// dozen words; beyond that another verb usually governs.
const REACH: usize = 12;

/// One event type, as its row gives it.
#[derive(Debug, Deserialize)]
pub(crate) struct EventType {
    #[serde(rename = "type")]
    pub name: String,
    verbs: Vec<String>,
    nouns: Vec<String>,
    #[serde(default)]
    intransitive: bool,
    #[serde(default)]
    parties: bool,
    #[serde(default)]
    agent: Vec<String>,
    #[serde(default)]
    patient: Vec<String>,
}

impl EventType {
    /// True where somebody does it, so that a doer can be named, or left out.
    fn is_deed(&self) -> bool {
        self.agent.iter().any(|place| place == "subject" || place == "by")
    }
}

#[derive(Debug, Deserialize)]
struct File {
    event: Vec<EventType>,
}

/// A word that names a happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Happening {
    /// The place of its type: a few dozen, and one stands in the mark of every token.
    event: u16,
    /// A finite verb, not a verbal noun.
    pub verb: bool,
    /// Its subject does or undergoes it alone.
    pub intransitive: bool,
    /// The word began with و or ف.
    pub conjoined: bool,
    /// The noun carries the article.
    pub definite: bool,
    /// By its letters it is a verb as well (قتل, قصف).
    pub either: bool,
}

/// All event types with their words.
#[derive(Debug)]
pub(crate) struct Happenings {
    events: Vec<EventType>,
    verbs: Table<String, u16>,
    nouns: Table<String, u16>,
}

/// The event types that ship with the program.
pub(crate) fn happenings() -> &'static Happenings {
    static HAPPENINGS: LazyLock<Happenings> =
        LazyLock::new(|| Happenings::new(source::parse(source::EVENTS)));
    &HAPPENINGS
}

impl Happenings {
    fn new(file: File) -> Self {
        let (mut verbs, mut nouns) = (Table::default(), Table::default());
        for (i, event) in (0..).zip(&file.event) {
            for row in &event.verbs {
                for form in forms(row) {
                    verbs.entry(form).or_insert(i);
                }
            }
            for noun in &event.nouns {
                nouns.entry(fold(noun)).or_insert(i);
            }
        }
        Self { events: file.event, verbs, nouns }
    }

    /// The happening that a folded word names, proclitics and pronouns apart.
    pub(crate) fn of(&self, key: &str) -> Option<Happening> {
        // سيطرتها is first a noun with its pronoun, then a verb with its object.
        self.noun(key, false)
            .or_else(|| self.verb(key, false))
            .or_else(|| self.noun(key, true))
            .or_else(|| self.verb(key, true))
    }

    /// The verb that the word is, with an object pronoun on it or with none.
    fn verb(&self, key: &str, with_object: bool) -> Option<Happening> {
        let cuts: &[&str] = match key.chars().next() {
            Some('و') => &["", "و", "وس", "ول"],
            Some('ف') => &["", "ف"],
            Some('س') => &["", "س"],
            Some('ل') => &["", "ل"],
            _ => &[""],
        };
        for cut in cuts {
            let Some(rest) = without_head(key, cut) else { continue };
            let stem = |pronoun: &&str| self.verbs.get(without_tail(rest, pronoun)?);
            let found = match with_object {
                true => pronouns(rest).iter().find_map(stem),
                false => self.verbs.get(rest),
            };
            if let Some(&event) = found {
                let conjoined = cut.starts_with(['و', 'ف']);
                let intransitive = self.events[usize::from(event)].intransitive;
                return Some(Happening {
                    event,
                    verb: true,
                    intransitive,
                    conjoined,
                    definite: false,
                    either: false,
                });
            }
        }
        None
    }

    /// The verbal noun that the word is; with `cut`, proclitics and pronouns may be taken off.
    fn noun(&self, key: &str, cut: bool) -> Option<Happening> {
        let cuts: &[&str] = match key.chars().next().filter(|_| cut) {
            Some('و') => &["", "و", "وال", "وب", "ول", "وبال"],
            Some('ف') => &["", "ف", "فال"],
            Some('ب') => &["", "ب", "بال"],
            Some('ل') => &["", "ل", "لل"],
            Some('ك') => &["", "ك"],
            Some('ا') => &["", "ال"],
            _ => &[""],
        };
        let possessed = |rest| cut.then(|| self.possessed(rest)).flatten();
        for cut in cuts {
            let Some(rest) = without_head(key, cut) else { continue };
            let found = self.nouns.get(rest).or_else(|| possessed(rest));
            if let Some(&event) = found {
                return Some(Happening {
                    event,
                    verb: false,
                    intransitive: false,
                    conjoined: cut.starts_with(['و', 'ف']),
                    definite: cut.ends_with("ال") || *cut == "لل",
                    // أسرنا is "our capture" and "we captured".
                    either: self.verbs.contains_key(rest)
                        || rest.strip_suffix("نا").is_some_and(|stem| self.verbs.contains_key(stem)),
                });
            }
        }
        None
    }

    /// The noun under a pronoun: سيطرتها is سيطرة.
    fn possessed(&self, word: &str) -> Option<&u16> {
        pronouns(word).iter().find_map(|pronoun| {
            let stem = without_tail(word, pronoun)?;
            self.nouns.get(stem).or_else(|| self.nouns.get(&format!("{}ه", without_tail(stem, "ت")?)))
        })
    }
}

/// The object and possessive pronouns that a word may end with, and the alef of the accusative (اتفاقا).
fn pronouns(word: &str) -> &'static [&'static str] {
    match word.chars().next_back() {
        Some('ا') => &["ها", "هما", "نا", "ا"],
        Some('م') => &["هم"],
        Some('ه') => &["ه"],
        _ => &[],
    }
}

/// The forms of `past present`, folded.
fn forms(row: &str) -> Vec<String> {
    let weak = row.split(' ').next().is_some_and(|past| past.ends_with(['ى', 'ا']));
    let row = fold(row);
    let (past, present) = row.split_once(' ').unwrap_or((&row, ""));
    let weak = if weak { past.strip_suffix(['ي', 'ا']).unwrap_or(past) } else { past };
    let mut out = vec![past.to_owned()];
    out.extend(["ت", "وا", "تا", "ا"].map(|ending| format!("{weak}{ending}")));
    // A doubled verb is spelt out before ن (فررن): فرن is an oven.
    if weak.chars().count() > 2 {
        out.push(format!("{weak}ن"));
    }
    let Some(rest) = present.strip_prefix('ي') else { return out };
    for prefix in ["ي", "ت", "ن"] {
        out.extend(["", "ون", "ان", "ن"].map(|ending| format!("{prefix}{rest}{ending}")));
    }
    out
}

/// The happening that a claim is of, and where it stands.
fn head(doc: &Marked<'_>, tokens: &Range<usize>) -> Option<(usize, Happening)> {
    let told = |i: usize| doc.marks[i].happening.filter(|_| !is_light(doc, i, tokens.end)).map(|h| (i, h));
    tokens.clone().find_map(told)
}

/// The event type of a claim and the parts in it.
pub(crate) fn event_of(doc: &Marked<'_>, tokens: Range<usize>) -> (Option<String>, Vec<Role>) {
    let Some((at, happening)) = head(doc, &tokens) else { return (None, Vec::new()) };
    let event = &happenings().events[usize::from(happening.event)];
    let mut roles = Vec::new();
    if event.parties {
        parties(doc, at, &tokens, &mut roles);
    }
    if roles.is_empty() {
        part(doc, RoleKind::Agent, &event.agent, at, &tokens, happening, &mut roles);
        part(doc, RoleKind::Patient, &event.patient, at, &tokens, happening, &mut roles);
    }
    if event.is_deed() {
        roles.extend(instrument(doc, at + 1..tokens.end.min(at + 1 + 2 * REACH)));
    }
    (Some(event.name.clone()), roles)
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
    Some(Role { kind: RoleKind::Instrument, entity: format!("weapon:{unit}").as_str().into(), span })
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
pub(crate) fn is_agentless(doc: &Marked<'_>, tokens: Range<usize>) -> bool {
    let Some((at, happening)) = head(doc, &tokens) else { return false };
    if !happenings().events[usize::from(happening.event)].is_deed() || told_by(doc, at + 1..tokens.end) {
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

/// True of a noun that only says that what follows took place: سقوط قتلى, سقوط ثلاث قذائف.
fn is_light(doc: &Marked<'_>, at: usize, end: usize) -> bool {
    let noun = doc.key(at).trim_start_matches(['و', 'ب', 'ل']);
    let near = at + 1..end.min(at + 1 + NEXT);
    noun == "سقوط"
        && near.clone().any(|i| doc.marks[i].happening.is_some_and(|h| !h.definite && !h.conjoined))
}

/// Tokens between سقوط and what fell, a number or a hedge: 1 to 6.
const NEXT: usize = 4;

/// The names after بين … و, and after مع.
fn parties(doc: &Marked<'_>, at: usize, tokens: &Range<usize>, roles: &mut Vec<Role>) {
    let end = tokens.end.min(at + 2 * REACH);
    let Some(between) = (at..end).find(|i| matches!(doc.key(*i), "بين" | "مع")) else { return };
    let found: Vec<_> = actors(doc, between + 1..end.min(between + 1 + REACH)).take(2).collect();
    if doc.key(between) == "مع" && !found.is_empty() {
        let from = tokens.start.max(at.saturating_sub(REACH));
        roles.extend(actors(doc, from..between).take(1).map(|m| role(RoleKind::Party, m)));
    }
    let kept = if doc.key(between) == "مع" { 1 } else { 2 };
    roles.extend(found.into_iter().take(kept).map(|m| role(RoleKind::Party, m)));
}

/// The first name that stands in one of the places that the row names.
fn part(
    doc: &Marked<'_>,
    kind: RoleKind,
    places: &[String],
    at: usize,
    tokens: &Range<usize>,
    happening: Happening,
    roles: &mut Vec<Role>,
) {
    let after = at + 1..tokens.end.min(at + 1 + REACH);
    let taken = |m: &Mention, roles: &[Role]| roles.iter().any(|r| r.span == m.span);
    for place in places {
        let found = match place.as_str() {
            "subject" if happening.verb => actors(doc, tokens.start.max(at.saturating_sub(REACH))..at)
                .last()
                .or_else(|| actors(doc, after.clone()).next()),
            "object" if happening.verb => actors(doc, after.clone()).find(|m| !taken(m, roles)),
            "of" if !happening.verb => actors(doc, after.clone()).next(),
            "by" => {
                after_words(doc, after.clone(), &["يد", "برصاص", "بنيران", "قبل", "بقصف", "بغاره", "بكمين"])
            }
            "from" => after_words(doc, after.clone(), &["من"]),
            "on" => after_words(doc, after.clone(), &["على", "علي"]),
            _ => None,
        };
        if let Some(mention) = found.filter(|m| !taken(m, roles)) {
            roles.push(role(kind, mention));
            return;
        }
    }
}

fn after_words<'a>(doc: &Marked<'a>, range: Range<usize>, words: &[&str]) -> Option<&'a Mention> {
    let at = range.clone().find(|i| words.contains(&doc.key(*i)))?;
    actors(doc, at + 1..range.end.min(at + 5)).next()
}

fn actors<'a>(doc: &Marked<'a>, range: Range<usize>) -> impl Iterator<Item = &'a Mention> {
    let range = if range.start < range.end { range } else { range.end..range.end };
    let limit = doc.span(range.end).start();
    doc.mentions_in(range)
        .take_while(move |m| m.span.start() < limit)
        .filter(|m| matches!(m.kind, MentionKind::Actor | MentionKind::Organisation | MentionKind::Person))
}

/// A part played by a name.
pub(crate) fn role(kind: RoleKind, mention: &Mention) -> Role {
    Role { kind, entity: mention.entity.clone(), span: mention.span }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marked::sample::{claims, marked};

    fn kind(word: &str) -> Option<(&'static str, bool)> {
        let found = happenings().of(&fold(word))?;
        Some((happenings().events[usize::from(found.event)].name.as_str(), found.verb))
    }

    #[test]
    fn verbs_and_verbal_nouns_under_clitics_and_pronouns() {
        assert_eq!(kind("قصفت"), Some(("shelling", true)));
        assert_eq!(kind("وانسحبوا"), Some(("withdrawal", true)));
        assert_eq!(kind("سيطرتها"), Some(("territory-gained", false)));
        assert_eq!(kind("بمقتل"), Some(("killing", false)));
        assert_eq!(kind("اتفاقاً"), Some(("agreement", false)));
        assert_eq!(kind("كتاب"), None);
    }

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
    fn every_event_type_has_words_and_known_places() {
        let places = ["subject", "object", "of", "by", "from", "on"];
        for event in &happenings().events {
            assert!(!event.nouns.is_empty(), "{}", event.name);
            assert!(
                event.agent.iter().chain(&event.patient).all(|p| places.contains(&p.as_str())),
                "{}",
                event.name
            );
        }
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
    fn what_falls_tells_the_type() {
        let kind = |text| claims(text)[0].event_type.clone();
        assert_eq!(kind("أكد شهود سقوط تسعة قتلى.").as_deref(), Some("killing"));
        assert_eq!(kind("أكد شهود سقوط ثلاث قذائف على الحي.").as_deref(), Some("shelling"));
        assert_eq!(kind("أكد شهود سقوط التلة بيد الحرس.").as_deref(), Some("territory-lost"));
        assert_eq!(kind("قال صاحب فرن إن الطحين قليل."), None);
    }

    #[test]
    fn subject_and_object_are_agent_and_patient() {
        marked("قصفت قسد مواقع تنظيم الدولة", |doc| {
            let (event, roles) = event_of(doc, 0..doc.marks.len());
            assert_eq!(event.as_deref(), Some("shelling"));
            let parts: Vec<_> = roles.iter().map(|r| (r.kind, r.entity.as_str())).collect();
            assert_eq!(parts, [(RoleKind::Agent, "sdf"), (RoleKind::Patient, "islamic-state")]);
        });
    }
}
