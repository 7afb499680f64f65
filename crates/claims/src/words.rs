//! The words of attribution: verb forms and word classes, read from `lexicon/verbs.toml`.
//!
//! A verb row gives three forms of a verb; the persons, genders and pronouns that news text uses are made from
//! them here, once, so that a look-up is one hash of the folded word. No word is cut by its letters alone: a
//! proclitic is taken off only where what is left is a known form.

use crate::lexicon::source;
use crate::start::Start;
use riwayat_text::normal::fold;
use riwayat_text::table::Table;
use riwayat_text::token::without_head;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a reporting word says about its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Stance {
    Neutral,
    Affirming,
    Doubting,
    Denying,
    Accusing,
    Asking,
    Wondering,
    Planning,
    Expecting,
}

/// One reporting verb, as its row gives it.
#[derive(Debug, Deserialize)]
pub(crate) struct Verb {
    past: String,
    #[serde(default)]
    present: String,
    #[serde(default)]
    participle: String,
    #[serde(default)]
    noun: String,
    pub stance: Stance,
    takes: Vec<String>,
    #[serde(default)]
    more_past: Vec<String>,
    #[serde(default)]
    more_present: Vec<String>,
}

impl Verb {
    /// True where the content can follow in this way (a word of `takes`, see `lexicon/verbs.toml`).
    pub(crate) fn takes(&self, way: &str) -> bool {
        self.takes.iter().any(|t| t == way)
    }

    /// True of اتهم and حمّل: the one accused stands before the charge.
    pub(crate) fn accuses(&self) -> bool {
        self.takes("accused") || self.takes("blamed")
    }

    /// True of نسب: the one relayed stands after إلى.
    pub(crate) fn governs_ascription(&self) -> bool {
        self.takes("ascription")
    }

    /// True where the verb takes its content after this folded preposition.
    pub(crate) fn governs(&self, preposition: &str) -> bool {
        self.takes.iter().any(|t| fold(t) == preposition)
    }
}

/// Tense of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Past,
    Present,
    Participle,
}

/// The place of a verb among all: a few hundred, and one stands in the mark of every token.
pub(crate) type VerbPlace = u16;

/// One form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    /// Its verb, for [`Words::verb`].
    pub verb: VerbPlace,
    /// Its tense.
    pub shape: Shape,
    /// Carries an object pronoun (نقلته).
    pub object: bool,
    /// Holds its subject: of them (قالوا) or of us.
    pub full: bool,
}

/// What a row of letters is as a form: alone, where it is one, and before a pronoun.
#[derive(Debug, Clone, Copy, Default)]
struct Stem {
    alone: Option<Form>,
    with_object: Option<Form>,
}

/// The pronouns that a verb bears as its object; no word ends in two of them.
const PRONOUNS: [&str; 6] = ["ه", "ها", "هم", "هما", "نا", "ني"];

/// A formula without a speaker.
#[derive(Debug, Deserialize)]
struct FormulaRow {
    words: String,
    stance: Stance,
}

#[derive(Debug, Deserialize)]
struct File {
    verb: Vec<Verb>,
    source: Vec<String>,
    formula: Vec<FormulaRow>,
    rejection: Vec<String>,
    silence: Vec<String>,
    words: BTreeMap<String, Vec<String>>,
}

/// Stands for words that a run passes over.
const GAP: &str = "*";
/// How many words a gap passes over at most: 1 to 8. A subject of two words with two qualifiers fits in.
const LONGEST_GAP: usize = 4;

/// A run of folded words; the last may be a proclitic that stands on the next word (`وفقا ل`).
#[derive(Debug)]
pub(crate) struct Run {
    words: Vec<String>,
    /// What it says about what follows.
    pub stance: Stance,
}

/// A run that a word may open: its place in its list, and how its second word begins, where there is but one.
#[derive(Debug, Clone, Copy)]
struct Opening {
    place: usize,
    second: Option<Start>,
}

macro_rules! classes {
    ($($name:ident = $key:literal),+ $(,)?) => {
        /// A class of words; the lists stand in `[words]` of `lexicon/verbs.toml`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Class { $($name),+ }
        const CLASSES: &[(&str, Class)] = &[$(($key, Class::$name)),+];
    };
}

classes! {
    Time = "time", Title = "title", That = "that", NotBeforeThat = "not_before_that", Negator = "negator",
    Relative = "relative", Connective = "connective", Auxiliary = "auxiliary", Preposition = "preposition",
    OfSpeaker = "of_speaker", Statement = "statement", Medium = "medium", Rumour = "rumour", About = "about",
    Said = "said", Verifiable = "verifiable", Conditional = "conditional", Question = "question",
    DroppedQuestion = "dropped_question", AssertingNegation = "asserting_negation", Exception = "exception",
    Doubt = "doubt", Absence = "absence", Defected = "defected", Anaphor = "anaphor", Speaker = "speaker",
    Turning = "turning", NotVerbalNoun = "not_verbal_noun",
    OwnBa = "own_ba", Aside = "aside", Teller = "teller", Accusable = "accusable", Renewing = "renewing", Context = "context", VerbalNoun = "verbal_noun", Rejecting = "rejecting",
    Fear = "fear", Readiness = "readiness", Talk = "talk", Contrary = "contrary", Told = "told", Hiding = "hiding", Unnamed = "unnamed",
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ClassSet(u64);

impl ClassSet {
    /// True where the class is in the set.
    pub(crate) fn has(self, class: Class) -> bool {
        self.0 >> (class as u32) & 1 == 1
    }

    /// Takes the class out.
    pub(crate) fn clear(&mut self, class: Class) {
        self.0 &= !(1 << (class as u32));
    }
}

/// Which lists of runs a word may open: a bit for each [`Words::runs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Opens(u8);

/// A list of runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Runs {
    /// Phrases before a source.
    Sources,
    /// Formulas without a speaker.
    Formulas,
    /// Predicates that reject.
    Rejections,
    /// Lines that report nothing.
    Silences,
}

impl Opens {
    /// True where a run of the list may begin here.
    pub(crate) fn has(self, runs: Runs) -> bool {
        self.0 >> (runs as u8) & 1 == 1
    }
}

/// All words of attribution.
#[derive(Debug)]
pub(crate) struct Words {
    verbs: Vec<Verb>,
    forms: Table<String, Stem>,
    /// By its verbal noun, the verb.
    nouns: Table<String, VerbPlace>,
    classes: Table<String, ClassSet>,
    /// The lists of runs, by [`Runs`], each with the longest first.
    runs: [Vec<Run>; 4],
    /// By the first word of a run, its places in each list.
    heads: Table<String, [Vec<Opening>; 4]>,
}

/// The words that ship with the program.
pub(crate) fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(source::parse(source::VERBS)));
    &WORDS
}

impl Words {
    fn new(file: File) -> Self {
        let mut forms = Table::default();
        let nouns = (0..)
            .zip(&file.verb)
            .filter(|(_, verb)| !verb.noun.is_empty())
            .map(|(i, verb)| (fold(&verb.noun), i))
            .collect();
        for (i, verb) in (0..).zip(&file.verb) {
            conjugate(i, verb, &mut forms);
        }
        let mut classes: Table<String, ClassSet> = Table::default();
        for (key, class) in CLASSES {
            for word in file.words.get(*key).map_or(&[][..], Vec::as_slice) {
                classes.entry(fold(word)).or_default().0 |= 1 << (*class as u32);
            }
        }
        let neutral = |lines: &[String]| runs(lines.iter().map(|l| (l.as_str(), Stance::Neutral)));
        let runs = [
            neutral(&file.source),
            runs(file.formula.iter().map(|f| (f.words.as_str(), f.stance))),
            neutral(&file.rejection),
            neutral(&file.silence),
        ];
        let mut heads: Table<String, [Vec<Opening>; 4]> = Table::default();
        for (n, list) in runs.iter().enumerate() {
            for (place, run) in list.iter().enumerate() {
                heads.entry(run.head().to_owned()).or_default()[n]
                    .push(Opening { place, second: run.second() });
            }
        }
        Self { forms, nouns, classes, runs, heads, verbs: file.verb }
    }

    /// A list of runs, the longest first.
    #[cfg(test)]
    pub(crate) fn runs(&self, runs: Runs) -> &[Run] {
        &self.runs[runs as usize]
    }

    /// What is kept of the runs that begin with a folded word, a conjunction apart.
    fn heads_of(&self, key: &str) -> impl Iterator<Item = &[Vec<Opening>; 4]> {
        let bare = key.strip_prefix(['و', 'ف']);
        [Some(key), bare].into_iter().flatten().filter_map(|word| self.heads.get(word))
    }

    /// The longest run of a list that the folded words begin with, and how many of them it takes.
    pub(crate) fn longest_run<'k>(
        &self,
        runs: Runs,
        keys: impl Iterator<Item = &'k str> + Clone,
    ) -> Option<(&Run, usize)> {
        let key = keys.clone().next()?;
        let next = keys.clone().nth(1).map(Start::of);
        let openings = self.heads_of(key).flat_map(|lists| &lists[runs as usize]);
        let likely = openings.filter(|opening| opening.second.is_none() || opening.second == next);
        let matched = likely.filter_map(|Opening { place, .. }| {
            let run = &self.runs[runs as usize][*place];
            Some((*place, (run, run.matches(keys.clone())?)))
        });
        matched.min_by_key(|found| found.0).map(|found| found.1)
    }

    /// The lists of which a run may begin with a folded word, a conjunction apart.
    pub(crate) fn opens(&self, key: &str) -> Opens {
        let of =
            |lists: &[Vec<Opening>; 4]| (0..4).filter(|n| !lists[*n].is_empty()).fold(0, |o, n| o | 1 << n);
        Opens(self.heads_of(key).map(of).fold(0, |all, of| all | of))
    }

    /// The verb of a form.
    pub(crate) fn verb(&self, form: Form) -> &Verb {
        self.verb_at(form.verb)
    }

    /// The verb at a place.
    pub(crate) fn verb_at(&self, place: VerbPlace) -> &Verb {
        &self.verbs[usize::from(place)]
    }

    /// The verb whose noun a folded word is, with the article, ب or a pronoun or without: نفي, التأكيد, نفيها.
    pub(crate) fn verb_of_noun(&self, key: &str) -> Option<VerbPlace> {
        let bare = key.strip_prefix("ال").unwrap_or(key);
        let under_pronoun = ["ها", "هم", "ه"].iter().find_map(|e| bare.strip_suffix(e));
        // مطالبته, مطالبة
        let respelt = under_pronoun.and_then(|noun| noun.strip_suffix('ت')).map(|noun| format!("{noun}ه"));
        [Some(bare), bare.strip_prefix("ب"), under_pronoun, respelt.as_deref()]
            .into_iter()
            .flatten()
            .find_map(|word| self.nouns.get(word))
            .copied()
    }

    /// The form that a folded word is, proclitics apart, with the bytes of `key` that are proclitics.
    pub(crate) fn form(&self, key: &str) -> Option<(Form, usize)> {
        let cuts: &[&str] = match key.chars().next() {
            Some('و') => &["", "و", "وس", "ول"],
            Some('ف') => &["", "ف", "فس", "فل"],
            Some('س') => &["", "س"],
            Some('ل') => &["", "ل"],
            _ => &[""],
        };
        cuts.iter().find_map(|cut| {
            let form = self.inflected(without_head(key, cut)?)?;
            let fits = match *cut {
                "س" | "وس" | "فس" | "ل" | "ول" | "فل" => form.shape == Shape::Present,
                _ => true,
            };
            fits.then_some((form, cut.len()))
        })
    }

    /// The form that a word is by itself, else the one that its pronoun is on.
    fn inflected(&self, word: &str) -> Option<Form> {
        let with_object = || {
            let stem = PRONOUNS.iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
            let form = self.forms.get(stem)?.with_object?;
            Some(Form { object: true, ..form })
        };
        self.forms.get(word).and_then(|stem| stem.alone).or_else(with_object)
    }

    /// The classes of a folded word, a conjunction apart, with the bytes of `key` that are conjunction.
    pub(crate) fn classes(&self, key: &str) -> (ClassSet, usize) {
        for cut in ["", "و", "ف"] {
            if let Some(set) = without_head(key, cut).and_then(|rest| self.classes.get(rest)) {
                return (*set, cut.len());
            }
        }
        // The accusative of an indefinite noun: مسؤولا.
        if let Some(set) = key.strip_suffix('ا').filter(|k| k.len() > 6).and_then(|k| self.classes.get(k)) {
            return (*set, 0);
        }
        (ClassSet::default(), 0)
    }
}

impl Run {
    /// How the second of the folded words begins, where only one word can follow the first.
    fn second(&self) -> Option<Start> {
        let word = self.words.get(1).filter(|word| *word != GAP)?;
        let clitic = self.words.len() == 2 && word.chars().count() == 1;
        (!clitic).then(|| Start::of(word))
    }

    /// How many of the folded words are the run, `None` where they do not begin with it. Where the run ends in a
    /// proclitic that is written on the next word, that word is not counted.
    pub(crate) fn matches<'k>(&self, mut keys: impl Iterator<Item = &'k str>) -> Option<usize> {
        let last = self.words.len() - 1;
        let mut passed = 0;
        for (n, word) in self.words.iter().enumerate() {
            if word == GAP {
                continue;
            }
            let mut key = keys.next()?;
            let gap = n > 0 && self.words[n - 1] == GAP;
            let mut room = if gap { LONGEST_GAP } else { 0 };
            while room > 0 && key != word {
                key = keys.next()?;
                room -= 1;
                passed += 1;
            }
            if key == word || n == 0 && key.strip_prefix(['و', 'ف']).is_some_and(|k| k == word) {
                continue;
            }
            let clitic = n == last && n > 0 && word.chars().count() == 1;
            return (clitic && key.starts_with(word.as_str())).then_some(n);
        }
        let gaps = self.words.iter().filter(|w| *w == GAP).count();
        Some(last + 1 - gaps + passed)
    }

    /// The first word of the run.
    pub(crate) fn head(&self) -> &str {
        &self.words[0]
    }

    /// True where the run's last word is a proclitic (`لا صحة ل`).
    pub(crate) fn ends_in_proclitic(&self) -> bool {
        self.words.last().is_some_and(|w| w.chars().count() == 1)
    }
}

fn runs<'l>(lines: impl Iterator<Item = (&'l str, Stance)>) -> Vec<Run> {
    let mut out: Vec<Run> =
        lines.map(|(line, stance)| Run { words: line.split(' ').map(fold).collect(), stance }).collect();
    out.sort_by_key(|r| std::cmp::Reverse(r.words.len()));
    out
}

/// Adds every form of one verb.
fn conjugate(verb: VerbPlace, row: &Verb, forms: &mut Table<String, Stem>) {
    let mut add = |word: String, shape, full, alone: bool| {
        let form = Form { verb, shape, object: false, full };
        let stem = forms.entry(word).or_default();
        stem.with_object.get_or_insert(form);
        if alone {
            stem.alone = Some(form);
        }
    };
    let past = fold(&row.past);
    let weak = past.get(..past.len() - 2).filter(|_| row.past.ends_with(['ى', 'ا']));
    let stem = weak.unwrap_or(&past);
    add(past.clone(), Shape::Past, false, true);
    for (ending, full) in [("ت", false), ("وا", true), ("تا", true), ("ن", true)] {
        add(format!("{stem}{ending}"), Shape::Past, full, true);
    }
    // أضافا; of three letters the dual is written like the verbal noun (علماً, نقلاً).
    if past.chars().count() > 3 {
        add(format!("{stem}ا"), Shape::Past, true, true);
    }
    if weak.is_some() {
        add(format!("{stem}ا"), Shape::Past, false, false);
    }
    let present = fold(&row.present);
    if let Some(rest) = present.strip_prefix('ي') {
        for (prefix, full) in [("ي", false), ("ت", false), ("ن", true)] {
            for ending in ["", "ون", "ان", "ن", "وا", "ا"] {
                let weak = rest.strip_suffix(['ي', 'و']).filter(|_| !ending.is_empty());
                // يبدأ is no dual of أبدى.
                if weak.is_some() && ending == "ا" {
                    continue;
                }
                let stem = weak.unwrap_or(rest);
                // نصف and نرد are nouns far more often than "we describe", "we answer".
                let known = !full || stem.chars().count() > 2;
                if known {
                    add(format!("{prefix}{stem}{ending}"), Shape::Present, full || !ending.is_empty(), true);
                }
            }
        }
    }
    let participle = fold(&row.participle);
    if !participle.is_empty() {
        for ending in ["ا", "ه", "ين", "تين", "ات"] {
            add(format!("{participle}{ending}"), Shape::Participle, true, true);
        }
    }
    for (words, shape) in [(&row.more_past, Shape::Past), (&row.more_present, Shape::Present)] {
        for word in words.iter().map(|w| fold(w)) {
            let full = word.ends_with("وا")
                || word.ends_with("نا")
                || word.starts_with('ن') && shape == Shape::Present;
            add(word, shape, full, true);
        }
    }
    // وأدعو عناصر …: of me, where the letters are no other form.
    if let Some(rest) = present.strip_prefix('ي').filter(|r| r.chars().count() > 2) {
        let form = Form { verb, shape: Shape::Present, object: false, full: true };
        forms.entry(format!("ا{rest}")).or_default().alone.get_or_insert(form);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past_of(word: &str) -> Option<(&'static str, Shape, bool)> {
        let (form, _) = words().form(&fold(word))?;
        Some((words().verb(form).past.as_str(), form.shape, form.object))
    }

    #[test]
    fn forms_of_strong_and_weak_verbs_are_known() {
        assert_eq!(past_of("قالت"), Some(("قال", Shape::Past, false)));
        assert_eq!(past_of("ويقولون"), Some(("قال", Shape::Present, false)));
        assert_eq!(past_of("مضيفاً"), Some(("أضاف", Shape::Participle, false)));
        assert_eq!(past_of("نفت"), Some(("نفى", Shape::Past, false)));
        assert_eq!(past_of("نفاه"), Some(("نفى", Shape::Past, true)));
        assert_eq!(past_of("تبرأت"), Some(("تبرأ", Shape::Past, false)));
        assert_eq!(past_of("أوردته"), Some(("أورد", Shape::Past, true)));
    }

    #[test]
    fn nouns_that_look_like_forms_are_not() {
        for noun in ["نصف", "مقر", "مبلغ", "كاتب", "بلدة"] {
            assert_eq!(past_of(noun), None, "{noun}");
        }
    }

    #[test]
    fn no_verb_stands_twice() {
        let file: File = source::parse(source::VERBS);
        let mut seen = std::collections::BTreeSet::new();
        let twice: Vec<_> = file.verb.iter().filter(|v| !seen.insert(v.past.as_str())).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_class_of_the_table_has_words() {
        let file: File = source::parse(source::VERBS);
        for (key, _) in CLASSES {
            assert!(file.words.get(*key).is_some_and(|w| !w.is_empty()), "{key}");
        }
        assert!(CLASSES.len() <= u64::BITS as usize, "a class set is one word of bits");
        assert!(
            file.words.keys().all(|k| CLASSES.iter().any(|(key, _)| key == k)),
            "a list that no rule asks for"
        );
    }

    #[test]
    fn a_run_ends_before_the_word_that_carries_its_proclitic() {
        let run = words().runs(Runs::Sources).iter().rfind(|r| r.head() == "وفقا").unwrap();
        assert_eq!(run.matches(["وفقا", "لمدير", "البلدية"].into_iter()), Some(1));
        assert_eq!(run.matches(["وفقا", "ل", "مدير"].into_iter()), Some(2));
        assert_eq!(run.matches(["وفق", "مدير"].into_iter()), None);
    }

    #[test]
    fn a_gap_passes_over_a_subject() {
        let run = words().runs(Runs::Silences).iter().find(|r| r.words.contains(&GAP.to_owned())).unwrap();
        let line = [run.head(), "المتحدث", "باسم", "المجلس", run.words.last().unwrap()];
        assert_eq!(run.matches(line.into_iter()).is_some(), run.words.len() == 3);
        assert_eq!(run.matches([run.head(), "المتحدث"].into_iter()), None);
    }
}
