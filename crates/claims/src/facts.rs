//! What the lexicon says of each token of an article, looked up once.
//!
//! Names and figures ask the same of the same words again and again: whether it is a title, a noun that counts, the
//! beginning of a name. What is asked of a word that is not a token of the article is still looked up where it is asked.

use crate::lexicon::Lexicon;
use crate::lexicon::names::Hit;
use crate::lexicon::nouns::{Form, Found};
use crate::lexicon::signals::{Signal, SignalSet};
use crate::mention;
use riwayat_text::Token;

/// What the lexicon says of one token.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fact<'a> {
    /// What it tells as it stands.
    pub whole: SignalSet,
    /// What it tells with proclitics off, the article on; what it tells as it stands is among it.
    pub cut: SignalSet,
    /// The longest name that begins with it.
    pub name: Option<Hit<'a>>,
    /// The counted noun that it is a form of.
    pub noun: Option<Form<'a>>,
    /// Where it heads an institution: its proclitics, and the bytes of it that they take.
    pub institution: Option<(&'static str, usize)>,
    /// Where it is a label of fighters with the pronoun of whose they are: its proclitics.
    pub owned: Option<&'static str>,
    /// Where it is a school or hospital with the article: its proclitics.
    pub facility: Option<&'static str>,
}

/// The facts of an article.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    /// By token, a place in `some`.
    places: Vec<u32>,
    /// The first says nothing, as of most tokens.
    some: Vec<Fact<'a>>,
}

/// What the lexicon says of a word, wherever it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Known {
    whole: SignalSet,
    cut: SignalSet,
    noun: Option<Found>,
    /// A name may begin with it.
    opens: bool,
    /// It heads an institution: its proclitics, and the bytes of the word that they take.
    institution: Option<(&'static str, usize)>,
    /// It is a label of fighters with the pronoun of whose they are: its proclitics.
    owned: Option<&'static str>,
    /// It is a school or hospital with the article: its proclitics.
    facility: Option<&'static str>,
}

impl Known {
    fn of(word: &str, lexicon: &Lexicon) -> Self {
        let (whole, cut) = lexicon.signals.of(word);
        Self {
            whole,
            cut,
            noun: lexicon.nouns.find(word),
            opens: lexicon.names.may_open(word),
            institution: mention::heads_institution(word, lexicon),
            owned: mention::owned_label(word),
            facility: mention::heads_facility(word),
        }
    }
}

impl<'a> Facts<'a> {
    /// Looks every token up.
    pub fn new(tokens: &[Token], lexicon: &'a Lexicon) -> Self {
        let mut some = Vec::with_capacity(1 + tokens.len() / 2);
        some.push(Fact::default());
        let place = |at: usize, known: Option<&Known>| {
            let Some(known) = known else { return 0 };
            let name = if known.opens { lexicon.names.at(tokens, at) } else { None };
            let Known { whole, cut, noun, institution, owned, facility, .. } = *known;
            let noun = noun.map(|n| lexicon.nouns.form(n));
            some.push(Fact { whole, cut, name, noun, institution, owned, facility });
            u32::try_from(some.len() - 1).unwrap_or(0)
        };
        let places = lexicon.known.each(tokens, |word| Known::of(word, lexicon), place);
        Self { places, some }
    }

    /// The facts of a token; past the last one there are none.
    pub fn of(&self, at: usize) -> &Fact<'a> {
        &self.some[self.places.get(at).map_or(0, |place| *place as usize)]
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
        self.of(at).name
    }

    /// The counted noun that the token is a form of.
    pub fn noun(&self, at: usize) -> Option<Form<'a>> {
        self.of(at).noun
    }
}
