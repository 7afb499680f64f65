//! Words that tell a happening: the verbs and nouns of `lexicon/events.toml`, what they give way to, and beside which
//! words they tell another type.

use crate::lexicon::source;
use riwayat_text::normal::fold;
use riwayat_text::table::Table;
use riwayat_text::token::{without_head, without_tail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One event type, as its row gives it.
#[derive(Debug, Deserialize)]
pub(crate) struct EventType {
    #[serde(rename = "type")]
    pub name: String,
    pub ar: String,
    pub en: String,
    verbs: Vec<String>,
    pub nouns: Vec<String>,
    #[serde(default)]
    more_verbs: Vec<String>,
    #[serde(default)]
    more_nouns: Vec<String>,
    #[serde(default)]
    intransitive: bool,
    #[serde(default)]
    pub parties: bool,
    #[serde(default)]
    pub agent: Vec<String>,
    #[serde(default)]
    pub patient: Vec<String>,
}

impl EventType {
    /// True where somebody does it, so that a doer can be named, or left out.
    pub(crate) fn is_deed(&self) -> bool {
        self.agent.iter().any(|place| place == "subject" || place == "by")
    }
}

#[derive(Debug, Deserialize)]
struct File {
    event: Vec<EventType>,
    light: LightRows,
    cues: BTreeMap<String, Vec<String>>,
    turn: Vec<TurnRow>,
    undergo: Undergo,
}

#[derive(Debug, Deserialize)]
struct Undergo {
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct LightRows {
    verbs: Vec<String>,
    nouns: Vec<String>,
    outcome: Vec<String>,
    toll: Vec<String>,
    does: Vec<String>,
    repels: Vec<String>,
    apart: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct TurnRow {
    words: Vec<String>,
    #[serde(default)]
    next: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
    #[serde(default)]
    around: Vec<String>,
    #[serde(rename = "type")]
    to: String,
}

/// The classes of words beside which others tell something else, a bit each: the tables of `[cues]` in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cues(u64);

impl Cues {
    /// True where they have a class in common.
    pub(crate) fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A word that names a happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Happening {
    /// The place of its sense: a few hundred, and one stands in the mark of every token.
    sense: u16,
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
    /// A proclitic preposition governs it (بقصف).
    pub governed: bool,
}

/// What a word tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tells {
    /// A type of its own.
    Event(u16),
    /// What stands behind it; a type of its own where nothing does.
    Light(Option<u16>),
    /// What came of the happening before it.
    Outcome,
    /// What is counted behind it, rather than the deed.
    Toll,
    /// Something that has no type.
    Nothing,
}

/// Where a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Near {
    /// Right behind the word.
    Next,
    /// In the words behind it.
    Beside,
    /// In the words before and behind it.
    Around,
    /// Wherever.
    Always,
}

/// What the subject of a word has to do with the happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Subject {
    /// Of a word with a type: does it. Of a light one: nobody knows.
    #[default]
    Plain,
    /// Undergoes it.
    Undergoes,
    /// Does what stands behind the light word.
    Does,
    /// Wards that off.
    Repels,
}

/// A type that a word tells beside others.
#[derive(Debug, Clone)]
struct Turn {
    near: Near,
    cues: Cues,
    to: Tells,
}

/// What one row of a list tells.
#[derive(Debug)]
struct Sense {
    tells: Tells,
    intransitive: bool,
    subject: Subject,
    turns: Vec<Turn>,
}

/// All event types with their words.
#[derive(Debug)]
pub(crate) struct Happenings {
    pub events: Vec<EventType>,
    senses: Vec<Sense>,
    /// By form: the sense, and whether the rules of clauses look at it.
    verbs: Table<String, (u16, bool)>,
    nouns: Table<String, (u16, bool)>,
    /// What nouns and verbs begin with.
    begins: [Opens; 2],
    apart: Vec<String>,
    cues: Table<String, Cues>,
    /// What they begin with.
    opens: Opens,
    /// The same words before a pronoun.
    bound: Table<String, Cues>,
    /// Words that open an adjunct (بعد), and a clause (عندما).
    pub adjunct: Cues,
    pub clause: Cues,
    /// People, names of actors, and what is hit.
    pub person: Cues,
    pub actor: Cues,
    pub target: Cues,
    pub place: Cues,
    pub attribute: Cues,
    /// Nouns before من and the name of whose they are.
    pub fighter: Cues,
    pub group: Cues,
    pub aircraft: Cues,
    pub convoy: Cues,
    /// Words for losses, before whose they are.
    pub losing: Cues,
}

/// The event types that ship with the program.
pub(crate) fn happenings() -> &'static Happenings {
    static HAPPENINGS: LazyLock<Happenings> =
        LazyLock::new(|| Happenings::new(source::parse(source::EVENTS)));
    &HAPPENINGS
}

/// The tables while they are made.
#[derive(Default)]
struct Maker {
    senses: Vec<Sense>,
    /// By row, verbs and nouns apart.
    rows: BTreeMap<(bool, String), u16>,
    verbs: Table<String, (u16, bool)>,
    nouns: Table<String, (u16, bool)>,
}

/// The first three letters of words: by these most words of a text are told apart from all that are listed.
#[derive(Debug)]
struct Opens([u64; Self::ROWS]);

impl Default for Opens {
    fn default() -> Self {
        Self([0; Self::ROWS])
    }
}

impl Opens {
    const ROWS: usize = 128;

    /// Where the bit of so many bytes stands: two a letter of Arabic.
    fn place(word: &str, bytes: usize) -> (usize, u64) {
        let word = word.as_bytes();
        let raw = word.first_chunk().copied().unwrap_or_else(|| {
            let mut raw = [0; 8];
            raw.iter_mut().zip(word).for_each(|(to, from)| *to = *from);
            raw
        });
        let print = u64::from_le_bytes(raw) & ((1 << (8 * bytes)) - 1);
        let print = (print ^ bytes as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 51;
        (print as usize / 64, 1 << (print % 64))
    }

    fn of(words: &Table<String, (u16, bool)>) -> Self {
        let mut out = Self::default();
        words.keys().for_each(|word| out.add(word));
        out
    }

    fn add(&mut self, word: &str) {
        // Of two letters, or three with the ت that ه becomes, a pronoun may follow (قوه, قوتها).
        let bytes = if word.len() <= 4 || word.len() == 6 && word.ends_with('ه') { 4 } else { 6 };
        let (row, bit) = Self::place(word, bytes);
        self.0[row] |= bit;
    }

    /// False where no word listed begins so.
    fn has(&self, word: &str) -> bool {
        [6, 4].into_iter().any(|bytes| {
            let (row, bit) = Self::place(word, bytes);
            self.0[row] & bit != 0
        })
    }
}

/// The first sense of a form stays, but for one that the rules of clauses look at.
fn put(table: &mut Table<String, (u16, bool)>, form: String, sense: u16, known: bool) {
    let found = table.entry(form).or_insert((sense, known));
    if known && !found.1 {
        *found = (sense, known);
    }
}

impl Maker {
    fn sense(&mut self, verb: bool, row: &str, tells: Tells, intransitive: bool) -> u16 {
        let senses = &mut self.senses;
        *self.rows.entry((verb, row.to_owned())).or_insert_with(|| {
            senses.push(Sense { tells, intransitive, subject: Subject::default(), turns: Vec::new() });
            u16::try_from(senses.len() - 1).unwrap_or(0)
        })
    }

    fn add(&mut self, verb: bool, row: &str, tells: Tells, intransitive: bool, known: bool) {
        let sense = self.sense(verb, row, tells, intransitive);
        if verb {
            for form in forms(row) {
                put(&mut self.verbs, form, sense, known);
            }
            for form in jussive(row) {
                put(&mut self.verbs, form, sense, false);
            }
        } else {
            put(&mut self.nouns, fold(row), sense, known);
        }
    }

    /// A word that gives way; with a type of its own it keeps it for where nothing follows.
    fn lighten(&mut self, verb: bool, row: &str) {
        self.add(verb, row, Tells::Light(None), false, false);
        let sense = self.rows[&(verb, row.to_owned())];
        let tells = &mut self.senses[usize::from(sense)].tells;
        if let Tells::Event(event) = *tells {
            *tells = Tells::Light(Some(event));
        }
    }
}

impl Happenings {
    fn new(file: File) -> Self {
        let mut made = Maker::default();
        for known in [true, false] {
            for (i, event) in (0..).zip(&file.event) {
                let (verbs, nouns) = match known {
                    true => (&event.verbs, &event.nouns),
                    false => (&event.more_verbs, &event.more_nouns),
                };
                for row in verbs {
                    made.add(true, row, Tells::Event(i), event.intransitive, known);
                }
                for row in nouns {
                    made.add(false, row, Tells::Event(i), event.intransitive, known);
                }
            }
        }
        for row in &file.light.verbs {
            made.lighten(true, row);
        }
        for row in &file.light.nouns {
            made.lighten(false, row);
        }
        for row in &file.light.toll {
            let sense = made.sense(false, row, Tells::Toll, false);
            made.senses[usize::from(sense)].tells = Tells::Toll;
            put(&mut made.nouns, fold(row), sense, false);
        }
        for row in &file.light.outcome {
            made.add(true, row, Tells::Outcome, false, false);
        }
        let event = |name: &str| (0..).zip(&file.event).find(|(_, e)| e.name == name).map(|(i, _)| i);
        let classes: Vec<&String> = file.cues.keys().collect();
        let class = |names: &[String]| {
            let places = names.iter().filter_map(|n| classes.iter().position(|c| *c == n));
            Cues(places.fold(0, |bits, place| bits | 1 << place))
        };
        for row in &file.turn {
            let to = match row.to.as_str() {
                "light" => Tells::Light(None),
                "outcome" => Tells::Outcome,
                "none" => Tells::Nothing,
                name => event(name).map_or(Tells::Nothing, Tells::Event),
            };
            let (near, names) = match (&row.next[..], &row.beside[..], &row.around[..]) {
                ([], [], []) => (Near::Always, &row.next),
                (_, [], []) => (Near::Next, &row.next),
                (_, _, []) => (Near::Beside, &row.beside),
                _ => (Near::Around, &row.around),
            };
            let turn = Turn { near, cues: class(names), to };
            for word in &row.words {
                for sense in [true, false].iter().filter_map(|verb| made.rows.get(&(*verb, word.clone()))) {
                    made.senses[usize::from(*sense)].turns.push(turn.clone());
                }
            }
        }
        for (words, subject) in [
            (&file.undergo.words, Subject::Undergoes),
            (&file.light.does, Subject::Does),
            (&file.light.repels, Subject::Repels),
        ] {
            for word in words {
                for sense in [true, false].iter().filter_map(|verb| made.rows.get(&(*verb, word.clone()))) {
                    made.senses[usize::from(*sense)].subject = subject;
                }
            }
        }
        let mut opens = Opens::default();
        let (mut cues, mut bound): (Table<String, Cues>, Table<String, Cues>) =
            (Table::default(), Table::default());
        for (place, words) in file.cues.values().enumerate() {
            for word in words {
                let word = fold(word);
                opens.add(&word);
                let stem = word.strip_suffix('ه').map_or_else(|| word.clone(), |stem| format!("{stem}ت"));
                bound.entry(stem).or_default().0 |= 1 << place;
                cues.entry(word).or_default().0 |= 1 << place;
            }
        }
        let one = |name: &str| class(&[name.to_owned()]);
        let [adjunct, clause, person, actor, target] =
            ["adjunct", "clause", "person", "actor", "target"].map(one);
        let [place, attribute, fighter, group] = ["place", "attribute", "fighter", "group"].map(one);
        let [aircraft, convoy, losing] = ["aircraft", "convoy", "losing"].map(one);
        Self {
            begins: [Opens::of(&made.nouns), Opens::of(&made.verbs)],
            senses: made.senses,
            verbs: made.verbs,
            nouns: made.nouns,
            apart: file.light.apart.iter().map(|w| fold(w)).collect(),
            events: file.event,
            cues,
            opens,
            bound,
            adjunct,
            clause,
            person,
            actor,
            target,
            place,
            attribute,
            fighter,
            group,
            aircraft,
            convoy,
            losing,
        }
    }

    /// The event type at a place.
    pub(crate) fn event(&self, place: u16) -> &EventType {
        &self.events[usize::from(place)]
    }

    /// The place of a type.
    pub(crate) fn named(&self, name: &str) -> Option<u16> {
        (0..).zip(&self.events).find(|(_, e)| e.name == name).map(|(i, _)| i)
    }

    /// Both: what the rules of clauses look at, and what tells a type. A word that tells no type names nothing.
    pub(crate) fn both(&self, key: &str) -> (Option<Happening>, Option<Happening>) {
        match self.find(key, false) {
            None => (None, None),
            Some(_) => (self.of(key), self.told(key)),
        }
    }

    /// The happening that a folded word names, proclitics and pronouns apart, where the rules of clauses look at it.
    pub(crate) fn of(&self, key: &str) -> Option<Happening> {
        self.find(key, true)
    }

    /// The happening that a folded word tells a type by, or gives way to one.
    pub(crate) fn told(&self, key: &str) -> Option<Happening> {
        if self.apart.iter().any(|w| w == key) {
            return None;
        }
        // لقصف is a noun behind ل, though "has shelled" is spelt alike.
        let noun = key.starts_with('ل').then(|| self.noun(key, true, false)).flatten();
        noun.or_else(|| self.find(key, false))
    }

    /// What the subject of the word has to do with what it tells.
    pub(crate) fn subject(&self, happening: Happening) -> Subject {
        self.senses[usize::from(happening.sense)].subject
    }

    /// The classes of the word, proclitics and article apart.
    pub(crate) fn cues(&self, key: &str) -> Cues {
        let cuts = noun_proclitics(key);
        let of = |cut: &&str| {
            let rest = without_head(key, cut).filter(|rest| self.opens.has(rest))?;
            // طائراته, مروحيتهم
            let stem = |pronoun: &&str| self.bound.get(without_tail(rest, pronoun)?);
            self.cues.get(rest).or_else(|| pronouns(rest).iter().find_map(stem)).copied()
        };
        cuts.iter().find_map(of).unwrap_or_default()
    }

    /// What the happening tells, where `near` says whether a word of these classes stands so near.
    pub(crate) fn tells(&self, happening: Happening, near: impl Fn(Near, Cues) -> bool) -> Tells {
        let sense = &self.senses[usize::from(happening.sense)];
        let turn = sense.turns.iter().find(|turn| near(turn.near, turn.cues));
        turn.map_or(sense.tells, |turn| turn.to)
    }

    fn find(&self, key: &str, known: bool) -> Option<Happening> {
        // سيطرتها is first a noun with its pronoun, then a verb with its object.
        self.noun(key, false, known)
            .or_else(|| self.verb(key, false, known))
            .or_else(|| self.noun(key, true, known))
            .or_else(|| self.verb(key, true, known))
    }

    /// The sense of a form in one of the tables.
    fn sense(table: &Table<String, (u16, bool)>, form: &str, known: bool) -> Option<u16> {
        table.get(form).filter(|(_, is_known)| *is_known || !known).map(|found| found.0)
    }

    /// The verb that the word is, with an object pronoun on it or with none.
    fn verb(&self, key: &str, with_object: bool, known: bool) -> Option<Happening> {
        let cuts: &[&str] = match key.chars().next() {
            Some('و') => &["", "و", "وس", "ول"],
            Some('ف') => &["", "ف"],
            Some('س') => &["", "س"],
            Some('ل') => &["", "ل"],
            _ => &[""],
        };
        for cut in cuts {
            let Some(rest) = without_head(key, cut).filter(|rest| self.begins[1].has(rest)) else { continue };
            let stem = |pronoun: &&str| Self::sense(&self.verbs, without_tail(rest, pronoun)?, known);
            let found = match with_object {
                true => pronouns(rest).iter().find_map(stem),
                false => Self::sense(&self.verbs, rest, known),
            };
            if let Some(sense) = found {
                return Some(Happening {
                    sense,
                    verb: true,
                    intransitive: self.senses[usize::from(sense)].intransitive,
                    conjoined: cut.starts_with(['و', 'ف']),
                    definite: false,
                    either: false,
                    governed: false,
                });
            }
        }
        None
    }

    /// The verbal noun that the word is; with `cut`, proclitics and pronouns may be taken off.
    fn noun(&self, key: &str, cut: bool, known: bool) -> Option<Happening> {
        let cuts = if cut { noun_proclitics(key) } else { &[""] };
        let possessed = |rest| cut.then(|| self.possessed(rest, known)).flatten();
        let is_verb = |form: &str| Self::sense(&self.verbs, form, known).is_some();
        for cut in cuts {
            let Some(rest) = without_head(key, cut).filter(|rest| self.begins[0].has(rest)) else { continue };
            let found = Self::sense(&self.nouns, rest, known).or_else(|| possessed(rest));
            if let Some(sense) = found {
                return Some(Happening {
                    sense,
                    verb: false,
                    intransitive: false,
                    conjoined: cut.starts_with(['و', 'ف']),
                    definite: cut.ends_with("ال") || *cut == "لل",
                    // أسرنا is "our capture" and "we captured".
                    either: is_verb(rest) || rest.strip_suffix("نا").is_some_and(is_verb),
                    governed: matches!(*cut, "ب" | "بال" | "وب" | "وبال" | "ل" | "لل" | "ول" | "ك"),
                });
            }
        }
        None
    }

    /// The noun under a pronoun: سيطرتها is سيطرة.
    fn possessed(&self, word: &str, known: bool) -> Option<u16> {
        pronouns(word).iter().find_map(|pronoun| {
            let stem = without_tail(word, pronoun)?;
            let noun = |form: &str| Self::sense(&self.nouns, form, known);
            noun(stem).or_else(|| noun(&format!("{}ه", without_tail(stem, "ت")?)))
        })
    }
}

/// What may stand before a noun, article included, by the first letter of the word; nothing first.
fn noun_proclitics(key: &str) -> &'static [&'static str] {
    match key.chars().next() {
        Some('و') => &["", "و", "وال", "وب", "ول", "وبال"],
        Some('ف') => &["", "ف", "فال"],
        Some('ب') => &["", "ب", "بال"],
        Some('ل') => &["", "ل", "لل"],
        Some('ك') => &["", "ك"],
        Some('ا') => &["", "ال"],
        _ => &[""],
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
pub(crate) fn forms(row: &str) -> Vec<String> {
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

/// The plural of the present without its ن: لم ينسحبوا.
pub(crate) fn jussive(row: &str) -> Vec<String> {
    let row = fold(row);
    let rest = row.split_once(' ').and_then(|(_, present)| present.strip_prefix('ي'));
    rest.map(|rest| ["ي", "ت"].map(|prefix| format!("{prefix}{rest}وا")).to_vec()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(word: &str) -> Option<(&'static str, bool)> {
        let found = happenings().of(&fold(word))?;
        match happenings().senses[usize::from(found.sense)].tells {
            Tells::Event(event) | Tells::Light(Some(event)) => {
                Some((happenings().event(event).name.as_str(), found.verb))
            }
            _ => None,
        }
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
    fn every_event_type_has_words_and_known_places() {
        let places = ["subject", "object", "member", "by", "from", "on", "against", "to"];
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
    fn every_turn_and_cue_is_known() {
        let file: File = source::parse(source::EVENTS);
        let made = Happenings::new(source::parse(source::EVENTS));
        assert!(file.cues.len() <= 64, "a bit each");
        for row in &file.turn {
            let to = row.to.as_str();
            assert!(matches!(to, "light" | "outcome" | "none") || made.named(to).is_some(), "{to}");
            assert!([&row.next, &row.beside, &row.around].iter().filter(|c| !c.is_empty()).count() <= 1);
            for cue in row.next.iter().chain(&row.beside).chain(&row.around) {
                assert!(file.cues.contains_key(cue), "{cue}");
            }
            for word in &row.words {
                let listed = |e: &EventType| {
                    [&e.verbs, &e.nouns, &e.more_verbs, &e.more_nouns].iter().any(|l| l.contains(word))
                };
                let light =
                    [&file.light.verbs, &file.light.nouns, &file.light.toll].iter().any(|l| l.contains(word));
                assert!(light || file.event.iter().any(listed), "{word} stands in no list");
            }
        }
    }
}
