//! Counted nouns: every form that a counted noun takes beside a number, made from the entries of
//! `lexicon/counted.toml` by the rules of Arabic: article, accusative, dual, sound plural, construct, pronoun.

use crate::lexicon::EntityId;
use crate::lexicon::source::NounEntry;
use crate::reading::{Group, Status};
use riwayat_text::normal::fold;
use riwayat_text::table::Table;
use riwayat_text::token::{endings, readings, without_tail};

/// What a counted noun tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noun {
    pub unit: Box<str>,
    pub group: Option<Group>,
    pub status: Option<Status>,
    /// Of people named by their nation: its forces.
    pub forces: Option<EntityId>,
    /// Whose they are by the word itself (داعشي).
    pub side: Option<EntityId>,
}

impl Noun {
    /// True for people of every kind.
    pub fn is_person(&self) -> bool {
        &*self.unit == "person"
    }
}

/// Which grammatical number a form has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    One,
    Two,
    Many,
}

/// A form read as a counted noun.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form<'n> {
    pub noun: &'n Noun,
    pub count: Count,
    /// True with the article or a pronoun: "the two sides" counts nothing.
    pub definite: bool,
    /// The pronoun on it; empty where there is none.
    pub pronoun: &'static str,
    /// Letters of proclitics before the noun, the article not among them.
    pub proclitics: &'static str,
}

/// A [`Form`] by the place of its noun, to be kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    noun: u16,
    count: Count,
    definite: bool,
    pronoun: &'static str,
    proclitics: &'static str,
}

/// The second word of a noun of two words, with the noun.
type SecondWord = (Box<str>, u16, Count);

/// All counted nouns by form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Nouns {
    nouns: Vec<Noun>,
    forms: Table<Box<str>, (u16, Count)>,
    /// First word of a noun of two words to (second word, noun).
    pairs: Table<Box<str>, Vec<SecondWord>>,
}

impl Nouns {
    pub fn new(entries: Vec<NounEntry>) -> Self {
        let mut out = Self::default();
        out.forms.reserve(entries.len() * FORMS_OF_A_NOUN);
        for entry in entries {
            let index = u16::try_from(out.nouns.len()).expect("there are fewer than 65536 nouns");
            for many in &entry.many {
                for form in plural_forms(many) {
                    out.add(&form, index, Count::Many);
                }
            }
            for one in &entry.one {
                for (form, count) in singular_forms(one) {
                    out.add(&form, index, count);
                }
            }
            out.nouns.push(Noun {
                unit: entry.unit.into(),
                group: entry.group.as_deref().and_then(group),
                status: entry.status.as_deref().and_then(status),
                forces: None,
                side: entry.side.as_deref().map(EntityId::from),
            });
        }
        out
    }

    /// Adds a folded form; what is there already stays.
    fn add(&mut self, form: &str, noun: u16, count: Count) {
        match form.split_once(' ') {
            None => {
                self.forms.entry(form.into()).or_insert((noun, count));
            }
            Some((first, second)) => {
                self.pairs.entry(first.into()).or_default().push((second.into(), noun, count));
            }
        }
    }

    /// Adds people named by their nation (عراقيين): persons of whom nothing more is known but whose forces they
    /// are where they are soldiers.
    pub fn add_people(&mut self, adjective: &str, plurals: &[String], forces: &EntityId) {
        let index = u16::try_from(self.nouns.len()).expect("there are fewer than 65536 nouns");
        let forces = Some(forces.clone());
        self.nouns.push(Noun { unit: "person".into(), group: None, status: None, forces, side: None });
        let sound = format!("{adjective}ون");
        for many in plurals.iter().map(|p| fold(p)).chain([sound]) {
            for form in plural_forms(&many) {
                self.add(&form, index, Count::Many);
            }
        }
        for (form, count) in singular_forms(adjective) {
            self.add(&form, index, count);
        }
    }

    /// Reads one folded word as a counted noun: the uncut word first, then without article, then without pronoun.
    pub fn read(&self, word: &str) -> Option<Form<'_>> {
        self.find(word).map(|found| self.form(found))
    }

    /// The form that was found.
    pub fn form(&self, found: Found) -> Form<'_> {
        let Found { noun, count, definite, pronoun, proclitics } = found;
        Form { noun: &self.nouns[usize::from(noun)], count, definite, pronoun, proclitics }
    }

    /// The same as [`Self::read`], to be kept.
    pub fn find(&self, word: &str) -> Option<Found> {
        for reading in readings(word) {
            let definite = reading.is_definite();
            if !definite && !matches!(reading.proclitics, "" | "و" | "ف" | "ب" | "ل" | "ك" | "وب" | "ول")
            {
                continue;
            }
            if let Some(&(noun, count)) = self.forms.get(reading.rest) {
                return Some(Found {
                    noun,
                    count,
                    definite,
                    pronoun: "",
                    proclitics: without_article(reading.proclitics),
                });
            }
        }
        self.find_with_pronoun(word)
    }

    fn find_with_pronoun(&self, word: &str) -> Option<Found> {
        for reading in readings(word).filter(|r| matches!(r.proclitics, "" | "و" | "ب" | "ل")) {
            let cut = endings(reading.rest).filter(|e| !e.enclitic.is_empty());
            for ending in cut.filter(|e| e.rest.chars().count() >= SHORTEST_BEFORE_PRONOUN) {
                let respelt = |from: &str, to: &str| {
                    self.forms.get(format!("{}{to}", without_tail(ending.rest, from)?).as_str())
                };
                let found = self.forms.get(ending.rest);
                if let Some(&(noun, count)) =
                    found.or_else(|| respelt("ت", "ه")).or_else(|| respelt("ئ", "ء"))
                {
                    let pronoun = ending.enclitic;
                    return Some(Found {
                        noun,
                        count,
                        definite: true,
                        pronoun,
                        proclitics: reading.proclitics,
                    });
                }
            }
        }
        None
    }

    /// Reads two neighbouring folded words as a counted noun of two words (براميل متفجره, كم مربع).
    pub fn read_pair<'n>(&'n self, first: &str, second: &str) -> Option<Form<'n>> {
        let (_, noun, count) = self.pairs.get(first)?.iter().find(|(word, ..)| **word == *second)?;
        let noun = &self.nouns[usize::from(*noun)];
        Some(Form { noun, count: *count, definite: false, pronoun: "", proclitics: "" })
    }
}

/// Letters that a noun must have for a pronoun to be cut off: كلمة is "word", not "its kilometre".
const SHORTEST_BEFORE_PRONOUN: usize = 4;

/// About how many forms a noun has; only sizes the table.
const FORMS_OF_A_NOUN: usize = 20;

/// Proclitics without the article; of لل the preposition stays.
fn without_article(proclitics: &'static str) -> &'static str {
    proclitics
        .strip_suffix("ال")
        .or_else(|| proclitics.ends_with("لل").then(|| &proclitics[..proclitics.len() - 2]))
        .unwrap_or(proclitics)
}

/// Singular, accusative and dual forms of a folded singular. Two-word nouns stay as they are.
fn singular_forms(one: &str) -> Vec<(String, Count)> {
    if one.contains(' ') || !one.chars().all(|c| ('\u{621}'..='\u{64A}').contains(&c)) {
        return vec![(one.to_owned(), Count::One)];
    }
    let stem = match one.strip_suffix('ه') {
        Some(head) => format!("{head}ت"),
        None => match one.strip_suffix('ء') {
            Some(head) if !head.ends_with('ا') => format!("{head}ئ"),
            _ => one.to_owned(),
        },
    };
    let mut out = vec![(one.to_owned(), Count::One), (format!("{one}ا"), Count::One)];
    for end in ["ان", "ين"] {
        out.push((format!("{stem}{end}"), Count::Two));
    }
    if one.ends_with('ه') {
        out.push((format!("{stem}ا"), Count::Two));
    }
    if !one.ends_with('ي') {
        out.push((format!("{stem}ي"), Count::Two));
    }
    out
}

/// The cases and the construct form of a folded plural.
fn plural_forms(many: &str) -> Vec<String> {
    match many.strip_suffix("ون") {
        Some(stem) => ["ون", "ين", "و", "ي"].iter().map(|end| format!("{stem}{end}")).collect(),
        None => vec![many.to_owned(), format!("{many}ا")],
    }
}

/// The group of this name.
pub(crate) fn group(name: &str) -> Option<Group> {
    Some(match name {
        "civilian" => Group::Civilian,
        "fighter" => Group::Fighter,
        "child" => Group::Child,
        "woman" => Group::Woman,
        "officer" => Group::Officer,
        "family" => Group::Family,
        "prisoner" => Group::Prisoner,
        "journalist" => Group::Journalist,
        "medic" => Group::Medic,
        _ => return None,
    })
}

/// The status of this name.
pub(crate) fn status(name: &str) -> Option<Status> {
    Some(match name {
        "killed" => Status::Killed,
        "wounded" => Status::Wounded,
        "missing" => Status::Missing,
        "captured" => Status::Captured,
        "displaced" => Status::Displaced,
        "arrested" => Status::Arrested,
        "surrendered" => Status::Surrendered,
        "evacuated" => Status::Evacuated,
        "other" => Status::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;

    #[track_caller]
    fn check(word: &str, expect: Option<(&str, Count, bool, &str)>) {
        let lexicon = Lexicon::builtin();
        let form = lexicon.nouns.read(&fold(word));
        let read = form.map(|f| (&*f.noun.unit, f.count, f.definite, f.pronoun));
        assert_eq!(read, expect, "{word}");
    }

    #[test]
    fn forms_are_read_by_rule() {
        check("قتيل", Some(("person", Count::One, false, "")));
        check("جريحاً", Some(("person", Count::One, false, "")));
        check("قتيلان", Some(("person", Count::Two, false, "")));
        check("غارتين", Some(("strike", Count::Two, false, "")));
        check("مقاتلي", Some(("person", Count::Many, false, "")));
        check("المدنيين", Some(("person", Count::Many, true, "")));
        check("للجنود", Some(("person", Count::Many, true, "")));
        check("مقاتليها", Some(("person", Count::Many, true, "ها")));
        check("سيارتهم", Some(("vehicle", Count::One, true, "هم")));
        check("كلمة", None);
    }

    #[test]
    fn a_sound_plural_is_no_dual_where_both_are_written_alike() {
        check("مدنيين", Some(("person", Count::Many, false, "")));
        check("طفلين", Some(("person", Count::Two, false, "")));
    }

    #[test]
    fn two_words_may_be_one_unit() {
        let lexicon = Lexicon::builtin();
        let unit =
            |a: &str, b: &str| lexicon.nouns.read_pair(&fold(a), &fold(b)).map(|f| f.noun.unit.to_string());
        assert_eq!(unit("كم", "مربع").as_deref(), Some("km2"));
        assert_eq!(unit("براميل", "متفجرة").as_deref(), Some("barrel-bomb"));
        assert_eq!(unit("براميل", "نفط"), None);
    }
}
