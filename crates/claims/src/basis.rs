//! How something was read, and how sure that makes it.
//!
//! Each figure, name, date and claim says on which basis it was read. A basis carries the share of cases in which
//! it proved right on development sentences that other people wrote, most of them not yet looked at when it was
//! measured; `cargo test --test eval` prints how that holds on the test half. What is read on a basis that is right
//! less often than [`LEAST`] is left out: the reader abstains.

use riwayat_text::DateMention;

/// Below this share of right answers a basis is not used. Between 0.4 and 0.7: half right is no better than a guess.
pub const LEAST: f64 = 0.5;

macro_rules! bases {
    ($($(#[$doc:meta])* $name:ident = $wire:literal, $share:literal;)+) => {
        /// A way in which something is read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Basis { $($(#[$doc])* $name),+ }

        impl Basis {
            /// Every basis.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $wire),+ }
            }

            /// The share of what was read so that was right on the development gold: 0 to 1.
            #[must_use]
            pub const fn confidence(self) -> f64 {
                match self { $(Self::$name => $share),+ }
            }

            /// True where it is right often enough to be shown.
            #[must_use]
            pub const fn holds(self) -> bool {
                self.confidence() >= LEAST
            }
        }
    };
}

bases! {
    /// A number with the noun that it counts (20 جندياً).
    CountedNoun = "counted-noun", 0.98;
    /// A dual (قتيلان), or one of a measure (أقل من شهر).
    OwnNumber = "own-number", 0.97;
    /// A percent or a share.
    Share = "share", 0.93;
    /// A number with من and those it is taken from (13 من عناصر التنظيم, ستة منهم).
    OfThem = "of-them", 0.98;
    /// A number whose noun is said elsewhere in the sentence, or left out.
    NounElsewhere = "noun-elsewhere", 0.97;
    /// A number before a noun that the lexicon does not know.
    UnknownNoun = "unknown-noun", 0.86;

    /// What befell: by the counted noun itself (قتيل).
    OwnFate = "own-fate", 0.94;
    /// What befell: by a word right beside the figure.
    NearFate = "near-fate", 0.94;
    /// What befell: by a verb behind the figure.
    FateBehind = "fate-behind", 0.84;
    /// What befell: as the total of which it is a part, or the figure before it in a list.
    FateOfTotal = "fate-of-total", 0.83;
    /// What befell: by a word farther before it in its clause.
    FarFate = "far-fate", 0.73;

    /// Whose: by a name in or behind the counted phrase.
    SideNamed = "side-named", 0.9;
    /// Whose: by a pronoun, a short form or the total.
    SideInferred = "side-inferred", 0.64;

    /// A day, month or year that the words alone fix.
    FullDate = "full-date", 0.88;
    /// A date reckoned from the day of publication.
    RelativeDate = "relative-date", 0.97;
    /// Digits whose order can be read in two ways.
    AmbiguousOrder = "ambiguous-order", 0.75;

    /// A name of the lexicon that names nothing else.
    KnownName = "known-name", 0.99;
    /// A name of the lexicon that is also another word, told by what stands beside it.
    KnownByContext = "known-by-context", 0.97;
    /// A place told by its type word (بلدة X, مطار X).
    TypeWord = "type-word", 0.94;
    /// An institution told by its head noun (وزارة X).
    HeadNoun = "head-noun", 0.95;
    /// A quoted name behind a word that tells what it is.
    QuotedName = "quoted-name", 0.88;
    /// A person's given name with what follows it.
    GivenName = "given-name", 0.93;
    /// Two unknown words behind an office.
    BehindOffice = "behind-office", 0.85;
    /// A family name said in full before.
    FamilyName = "family-name", 0.95;

    /// A verb of reporting, its speaker and أن.
    ReportedClause = "reported-clause", 0.95;
    /// A verb of reporting and its object.
    ReportedNoun = "reported-noun", 0.92;
    /// A source phrase (بحسب X), a heading (X: …) or a signature.
    SourcePhrase = "source-phrase", 0.92;
    /// The speaker of what was said before goes on (وأضاف).
    CarriedOver = "carried-over", 0.9;
    /// Who told a rumour, or judged what was said.
    ToldBy = "told-by", 0.87;
    /// A clause behind فيما, under the source before it or after it.
    Turned = "turned", 0.77;
    /// No source is told: the outlet's.
    NoSource = "no-source", 0.7;

    /// Polarity by the words that report (نفى, زعم, طالب).
    Stance = "stance", 0.91;
    /// Polarity by a negator of the main predicate.
    Negator = "negator", 0.94;
    /// Polarity by a condition.
    Condition = "condition", 0.93;
    /// Polarity by a question, a demand or a future with its day.
    Mood = "mood", 0.87;
    /// Nothing takes it back: asserted.
    Plain = "plain", 0.93;

    /// Event type: by the verb of the main clause.
    EventVerb = "event-verb", 0.79;
    /// Event type: by the noun that heads the claim (مقتل خمسة).
    EventNoun = "event-noun", 0.82;
    /// Event type: by what stands behind a light word (نفذ غارة, أسفر عن مقتل).
    EventBehindLight = "event-behind-light", 0.68;
    /// Event type: a light word's own, where nothing stands behind it.
    EventLight = "event-light", 0.6;
    /// Event type: by a noun beside a predicate that is not known.
    EventObject = "event-object", 0.66;
    /// Event type: by what befell those who are counted.
    EventOfFigure = "event-of-figure", 0.6;
    /// Event type: by a noun behind a preposition that carries a verb on (أقر بمقتل خمسة).
    EventOblique = "event-oblique", 0.62;
    /// Event type: by a noun behind في, من and the like.
    EventAside = "event-aside", 0.55;

    /// A part: the subject of the verb, or the name behind a verbal noun.
    PartSubject = "part-subject", 0.78;
    /// A part: the name behind the subject, or behind what is hit.
    PartObject = "part-object", 0.62;
    /// A part: whose people are counted.
    PartMember = "part-member", 0.78;
    /// A part: behind على يد or the noun of the deed.
    PartBy = "part-by", 0.75;
    /// A part: behind another preposition (على, من, ضد, ل).
    PartBehind = "part-behind", 0.67;
    /// A part: a party, behind بين or مع.
    PartBetween = "part-between", 0.62;
    /// A part: who is accused.
    PartCharged = "part-charged", 0.9;
    /// A part: the weapon.
    PartWeapon = "part-weapon", 0.88;
}

/// On which basis a date was read; `None` where it resolves to no day.
#[must_use]
pub fn of_date(date: &DateMention) -> Option<Basis> {
    date.from?;
    Some(match (date.other, date.absolute) {
        (Some(_), _) => Basis::AmbiguousOrder,
        (None, true) => Basis::FullDate,
        (None, false) => Basis::RelativeDate,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_a_share_and_has_a_name_of_its_own() {
        for (i, basis) in Basis::ALL.iter().enumerate() {
            assert!((0.0..=1.0).contains(&basis.confidence()), "{basis:?}");
            assert!(Basis::ALL[..i].iter().all(|b| b.name() != basis.name()), "{basis:?}");
        }
    }
}
