//! What the lexicon says of each token of an article, looked up once.
//!
//! Names and figures ask the same of the same words again and again: whether it is a title, a noun that counts, the
//! beginning of a name. What is asked of a word that is not a token of the article is still looked up where it is asked.

use crate::lexicon::Lexicon;
use crate::lexicon::names::{Hit, Opens};
use crate::lexicon::nouns::{Form, Found};
use crate::lexicon::signals::{Signal, SignalSet};
use crate::mention;
use riwayat_text::Token;

/// What the lexicon says of one token. There is one for each token of an article: what few of them have is kept apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fact {
    /// What it tells as it stands.
    pub whole: SignalSet,
    /// What it tells with proclitics off, the article on; what it tells as it stands is among it.
    pub cut: SignalSet,
    /// A name that the lexicon lacks may begin with it, as far as the word itself can tell.
    pub opens_unlisted: bool,
    /// An office stands among the [`OFFICE_REACH`] words before it.
    pub behind_office: bool,
    name: Slot,
    noun: Slot,
    heads: Slot,
}

/// Words back from a name in which its office is looked for: المتحدث باسم وزارة الدفاع الروسية X.
pub(crate) const OFFICE_REACH: usize = 7;

/// A place in a list, counted from one; nought is none.
type Slot = u32;

/// What the word heads or is by itself, each with its proclitics.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Heads {
    /// It heads an institution; with the bytes of the word that the proclitics take.
    pub institution: Option<(&'static str, usize)>,
    /// It is a label of fighters with the pronoun of whose they are.
    pub owned: Option<&'static str>,
    /// It is a school or hospital with the article.
    pub facility: Option<&'static str>,
}

/// The facts of an article.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    /// One a token.
    facts: Vec<Fact>,
    names: Vec<Hit<'a>>,
    nouns: Vec<Form<'a>>,
    heads: Vec<Heads>,
}

/// What the lexicon says of a word, wherever it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Known {
    whole: SignalSet,
    cut: SignalSet,
    noun: Option<Found>,
    /// A name of the lexicon may begin with it.
    opens: Opens,
    /// A name that the lexicon lacks may.
    opens_unlisted: bool,
    heads: Heads,
}

impl Known {
    fn of(word: &str, lexicon: &Lexicon) -> Self {
        let (whole, cut) = lexicon.signals.of(word);
        let heads = Heads {
            institution: mention::heads_institution(word, lexicon),
            owned: mention::owned_label(word),
            facility: mention::heads_facility(word),
        };
        Self {
            whole,
            cut,
            noun: lexicon.nouns.find(word),
            opens: lexicon.names.opens(word),
            opens_unlisted: heads != Heads::default() || mention::opens_unlisted(word, cut, lexicon),
            heads,
        }
    }
}

impl<'a> Facts<'a> {
    /// Looks every token up.
    pub fn new(tokens: &[Token], lexicon: &'a Lexicon) -> Self {
        let (mut names, mut nouns, mut heads) = (Vec::new(), Vec::new(), Vec::new());
        let mut office = None;
        let fact = |at: usize, known: Option<&Known>| {
            let behind_office = office.is_some_and(|office| at <= office + OFFICE_REACH);
            let Some(known) = known else { return Fact { behind_office, ..Fact::default() } };
            if known.cut.has(Signal::Office) {
                office = Some(at);
            }
            let name =
                if known.opens.is_empty() { None } else { lexicon.names.opened(tokens, at, known.opens) };
            let told = (known.heads != Heads::default()).then_some(known.heads);
            Fact {
                whole: known.whole,
                cut: known.cut,
                opens_unlisted: known.opens_unlisted,
                behind_office,
                name: keep(&mut names, name),
                noun: keep(&mut nouns, known.noun.map(|found| lexicon.nouns.form(found))),
                heads: keep(&mut heads, told),
            }
        };
        let facts = lexicon.known.each(tokens, |word| Known::of(word, lexicon), fact);
        Self { facts, names, nouns, heads }
    }

    /// The facts of a token; past the last one there are none.
    pub fn of(&self, at: usize) -> Fact {
        self.facts.get(at).copied().unwrap_or_default()
    }

    /// True where the token, as it stands, is such a word.
    pub fn is(&self, at: usize, signal: Signal) -> bool {
        self.of(at).whole.has(signal)
    }

    /// True where the token is such a word, proclitics apart.
    pub fn cut_is(&self, at: usize, signal: Signal) -> bool {
        self.of(at).cut.has(signal)
    }

    /// The longest name that begins with the token.
    pub fn name(&self, at: usize) -> Option<Hit<'a>> {
        kept(&self.names, self.of(at).name)
    }

    /// The counted noun that the token is a form of.
    pub fn noun(&self, at: usize) -> Option<Form<'a>> {
        kept(&self.nouns, self.of(at).noun)
    }

    /// What the token heads.
    pub fn heads(&self, at: usize) -> Heads {
        kept(&self.heads, self.of(at).heads).unwrap_or_default()
    }
}

/// Keeps what there is, and tells its place.
fn keep<T>(list: &mut Vec<T>, item: Option<T>) -> Slot {
    let Some(item) = item else { return 0 };
    list.push(item);
    Slot::try_from(list.len()).unwrap_or(0)
}

/// What stands at a place.
fn kept<T: Copy>(list: &[T], slot: Slot) -> Option<T> {
    list.get((slot as usize).checked_sub(1)?).copied()
}
