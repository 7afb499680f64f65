//! Sentences of reason, in both languages of the interface.

use crate::comparison::Why;
use crate::profile::{Collection, Kind};
use jiff::civil::Date;
use riwayat_claims::{EntityId, Lexicon};

/// Most names or words that one list of a reason shows. Words, 2 to 8.
pub(crate) const LONGEST_LIST: usize = 5;

impl Why {
    /// The same words in both languages: names and quotations.
    pub(crate) fn plain(text: &str) -> Self {
        Self { ar: text.to_owned(), en: text.to_owned() }
    }

    /// Adds a part, parted from what stands before it by `؛` and `;`.
    pub(crate) fn push(&mut self, ar: &str, en: &str) {
        for (to, part, sign) in [(&mut self.ar, ar, "؛ "), (&mut self.en, en, "; ")] {
            if !to.is_empty() {
                to.push_str(sign);
            }
            to.push_str(part);
        }
    }
}

/// A list of names in both languages.
pub(crate) fn list(items: &[Why]) -> Why {
    let join = |part: fn(&Why) -> &str, sign: &str| items.iter().map(part).collect::<Vec<_>>().join(sign);
    Why { ar: join(|w| &w.ar, "، "), en: join(|w| &w.en, ", ") }
}

/// What an entity is called: as the dossier calls it, neutrally where the lexicon has it, else as written.
pub(crate) fn name(lexicon: &Lexicon, entity: &EntityId, shown: &str) -> Why {
    match lexicon.called(entity) {
        Some((ar, en)) => Why { ar: ar.to_owned(), en: en.to_owned() },
        None => Why::plain(shown),
    }
}

/// What a term is called.
pub(crate) fn term(collection: &Collection, lexicon: &Lexicon, term: u32) -> Why {
    let term = &collection.terms[term as usize];
    match &term.kind {
        Kind::Place(entity) | Kind::Actor(entity) => name(lexicon, entity, &term.shown),
        Kind::Word => Why::plain(&format!("«{}»", term.shown)),
    }
}

/// One day or a stretch of days.
pub(crate) fn days(from: Date, to: Date) -> Why {
    if from == to {
        return Why::plain(&from.to_string());
    }
    Why { ar: format!("{from} إلى {to}"), en: format!("{from} to {to}") }
}

/// A headline or sentence cut to a size that can be shown, at a word.
pub(crate) fn short(text: &str) -> String {
    const WORDS: usize = 14;
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() > WORDS {
        true => format!("{} …", words[..WORDS].join(" ")),
        false => words.join(" "),
    }
}
