//! Words of one sense, `lexicon/senses.txt`: two accounts that use two of them may speak of one thing. And outcomes that
//! exclude each other, `lexicon/opposites.txt`: of two accounts of one thing that tell them, both cannot hold.

use crate::lexicon::source;
use riwayat_text::normal::fold;
use riwayat_text::stem::stem;
use riwayat_text::table::{Memo, Table};
use riwayat_text::{Token, TokenKind};
use std::cell::OnceCell;
use std::sync::LazyLock;

/// A sense where a word or phrase of it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sensed {
    /// The first token.
    pub token: usize,
    /// Its number: a line of the file.
    pub sense: u16,
}

/// The senses of the words of a text, in order of place; a word of two senses has both.
///
/// ```
/// use riwayat_claims::senses;
/// use riwayat_text::tokens;
/// let of = |text: &str| senses(&tokens(text)).into_iter().map(|s| s.sense).collect::<Vec<_>>();
/// assert!(of("انسحبت القوات").iter().any(|s| of("بعد انسحابها").contains(s)));
/// assert!(!of("مركبة").is_empty() && of("السيارات").iter().any(|s| of("مركبة").contains(s)));
/// ```
#[must_use]
pub fn senses(tokens: &[Token]) -> Vec<Sensed> {
    KNOWN.told(tokens)
}

/// An answer to a question of which there are two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// The question: a line of the file.
    pub question: u16,
    /// The answer that stands second in it.
    pub second: bool,
    /// Asked of harm as a whole (by mistake or on purpose).
    pub of_harm: bool,
}

impl Outcome {
    /// True of the other answer to the same question.
    #[must_use]
    pub fn opposes(self, other: Self) -> bool {
        self.question == other.question && self.second != other.second
    }
}

/// The questions that a text answers, one way only, in their order.
///
/// ```
/// use riwayat_claims::outcomes;
/// use riwayat_text::tokens;
/// let of = |text: &str| outcomes(&tokens(text));
/// let (freed, held) = (of("أفرج عنه أمس"), of("لا يزال رهن الاعتقال"));
/// assert!(freed.iter().any(|x| held.iter().any(|y| x.opposes(*y))));
/// ```
#[must_use]
pub fn outcomes(tokens: &[Token]) -> Vec<Outcome> {
    let mut told: Vec<u16> = OPPOSED.told(tokens).into_iter().map(|s| s.sense).collect();
    told.sort_unstable();
    told.dedup();
    let of = |side: &u16| Outcome {
        question: side / 2,
        second: side % 2 == 1,
        of_harm: OF_HARM.contains(&(side / 2)),
    };
    told.iter().filter(|side| !told.contains(&(**side ^ 1))).map(of).collect()
}

/// What begins with a word: senses that it has alone, and phrases.
#[derive(Debug, Default)]
struct Entry {
    alone: Vec<u16>,
    phrases: Vec<(Vec<String>, u16)>,
}

/// The words of a file, by how they begin.
struct Senses {
    entries: Vec<Entry>,
    /// The entry of each stem.
    first: Table<String, u16>,
    /// What was found out about words before.
    memo: Memo<Option<u16>>,
}

static KNOWN: LazyLock<Senses> = LazyLock::new(|| Senses::new(lines(source::SENSES)));

/// Reads the opposites, which otherwise are read when they are first asked; the senses only several articles on one event need.
pub(crate) fn prepare() {
    LazyLock::force(&OPPOSED);
}

/// Every line of two answers makes two senses, one behind the other.
static OPPOSED: LazyLock<Senses> =
    LazyLock::new(|| Senses::new(lines(source::OPPOSITES).map(untagged).flat_map(|line| line.split("><"))));

/// Questions that are asked of harm as a whole.
static OF_HARM: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let tagged = (0..).zip(lines(source::OPPOSITES)).filter(|(_, line)| line.starts_with(HARM));
    tagged.map(|(question, _)| question).collect()
});

/// What stands before a question that is asked of harm as a whole.
const HARM: &str = "harm:";

fn untagged(line: &str) -> &str {
    line.strip_prefix(HARM).unwrap_or(line)
}

fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

impl Senses {
    fn new<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut out = Self { entries: Vec::new(), first: Table::default(), memo: Memo::default() };
        for (sense, line) in lines.enumerate() {
            let sense = u16::try_from(sense).expect("the file has fewer than 65536 lines");
            for words in line.split('|') {
                out.add(words, sense);
            }
        }
        out
    }

    /// What the words of a text tell, in order of place.
    fn told(&self, tokens: &[Token]) -> Vec<Sensed> {
        let known = self.memo.each(tokens, |word| self.find(word), |_, found| found.copied().flatten());
        let mut out = Vec::new();
        // What stands in a phrase says nothing by itself.
        let mut free = 0;
        for (at, entry) in known.into_iter().enumerate() {
            let word = at >= free && tokens[at].kind == TokenKind::Word;
            let Some(entry) = entry.filter(|_| word) else { continue };
            let Entry { alone, phrases } = &self.entries[usize::from(entry)];
            let stem_of =
                |at: usize| tokens.get(at).filter(|t| t.kind == TokenKind::Word).map_or("", |t| stem(&t.key));
            // Many phrases begin with the same word: what is next is looked at once.
            let next = OnceCell::new();
            let follows = |rest: &[String]| {
                rest.iter().enumerate().all(|(n, word)| match n {
                    0 => *next.get_or_init(|| stem_of(at + 1)) == word,
                    _ => stem_of(at + 1 + n) == word,
                })
            };
            let found: Vec<&(Vec<String>, u16)> = phrases.iter().filter(|(rest, _)| follows(rest)).collect();
            let longest = found.iter().map(|(rest, _)| rest.len()).max();
            let phrase = found.iter().filter(|(rest, _)| Some(rest.len()) == longest).map(|(_, sense)| sense);
            let alone = if longest.is_none() { alone.as_slice() } else { &[] };
            out.extend(phrase.chain(alone).map(|sense| Sensed { token: at, sense: *sense }));
            free = at + 1 + longest.unwrap_or(0);
        }
        out
    }

    fn add(&mut self, words: &str, sense: u16) {
        let mut stems = words.split_whitespace().map(|w| stem(&fold(w)).to_owned());
        let Some(first) = stems.next() else { return };
        let next = u16::try_from(self.entries.len()).expect("the file has fewer than 65536 words");
        let entry = *self.first.entry(first).or_insert(next);
        if entry == next {
            self.entries.push(Entry::default());
        }
        let Entry { alone, phrases } = &mut self.entries[usize::from(entry)];
        let rest: Vec<String> = stems.collect();
        match rest.is_empty() {
            true if alone.contains(&sense) => {}
            true => alone.push(sense),
            false => phrases.push((rest, sense)),
        }
    }

    /// The entry of a folded word; of a verb in the present, that of its past, where the file has only that (توافق: وافق,
    /// سيفرج: أفرج).
    fn find(&self, word: &str) -> Option<u16> {
        let past = |word: &str| {
            let present = word.strip_prefix('س').filter(|rest| rest.starts_with(['ي', 'ت'])).unwrap_or(word);
            let rest = present.strip_prefix(['ي', 'ت']).filter(|rest| rest.chars().count() >= LEAST_PAST)?;
            // لم تنته: the jussive has lost the last letter of انتهى.
            let forms = [rest.to_owned(), format!("ا{rest}"), format!("ا{rest}ي"), format!("{rest}ي")];
            forms.iter().find_map(|form| self.first.get(form)).copied()
        };
        let key = stem(word);
        // The stem takes the last letter of تنته for a pronoun.
        self.first.get(key).copied().or_else(|| past(key)).or_else(|| past(word))
    }
}

/// Letters of a verb behind the prefix of its present. 3 or 4.
const LEAST_PAST: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn of(text: &str) -> BTreeSet<u16> {
        senses(&riwayat_text::tokens(text)).into_iter().map(|s| s.sense).collect()
    }

    #[test]
    fn every_line_has_two_words_and_none_twice() {
        for line in
            lines(source::SENSES).chain(lines(source::OPPOSITES).map(untagged).flat_map(|l| l.split("><")))
        {
            let words: Vec<&str> = line.split('|').map(str::trim).collect();
            let kinds: BTreeSet<&str> = words.iter().copied().collect();
            assert!(words.len() > 1 && kinds.len() == words.len() && !kinds.contains(""), "{line}");
        }
    }

    #[test]
    fn every_question_has_two_answers_of_other_words() {
        for line in lines(source::OPPOSITES).map(untagged) {
            let sides: Vec<BTreeSet<&str>> =
                line.split("><").map(|side| side.split('|').map(str::trim).collect()).collect();
            assert!(sides.len() == 2 && sides[0].is_disjoint(&sides[1]), "{line}");
        }
    }

    #[test]
    fn a_phrase_says_more_than_its_first_word() {
        assert!(!of("لقي مصرعه").is_disjoint(&of("قُتل")));
        assert!(of("لقي ترحيبا").is_disjoint(&of("قُتل")));
    }

    #[test]
    fn a_verb_is_found_in_the_present_too() {
        assert!(!of("تفرج").is_disjoint(&of("إفراج")) && !of("سيوافق").is_disjoint(&of("موافقة")));
    }
}
