//! Words that say nothing about what a text tells: particles, pronouns, and the verbs of reporting.
//!
//! Folded forms. A word is also left out where it is one of these behind proclitics (ومن, بأن).

/// The words, by kind; folded ([`riwayat_text::normal::fold`]).
const WORDS: &[&str] = &[
    // Prepositions and adverbs of place and time that bind, not tell.
    "من", "الي", "في", "علي", "عن", "مع", "حتي", "منذ", "خلال", "بين", "عند", "لدي", "بعد", "قبل", "تحت",
    "فوق", "امام", "خلف", "حول", "دون", "ضد", "ضمن", "عبر", "نحو", "وسط", "لدي", "اثر", "جراء", "بسبب",
    "نتيجه", "بشان", "حسب", "بحسب", "وفق", "وفقا", "اثناء", "عقب", "باتجاه", "داخل", "خارج", "قرب",
    // Conjunctions and particles.
    "ان", "انه", "انها", "انهم", "اذا", "لو", "لا", "لم", "لن", "ما", "ليس", "ليست", "قد", "لقد", "سوف", "او", "ام",
    "ثم", "بل", "لكن", "لكنه", "لكنها", "اذ", "حيث", "كما", "فيما", "بينما", "كي", "كل", "كلا", "بعض", "غير", "سوي",
    "الا", "اي", "ايه", "هل", "ايضا", "كذلك", "لذلك", "وذلك", "هنا", "هناك", "عندما", "حين", "لان", "لانه", "رغم",
    "جميع", "معظم", "عده", "عدد", "نفس", "ذات", "مثل", "اكثر", "اقل", "نحو", "حوالي", "فقط", "جدا", "مازال",
    "زال", "يزال", "تزال", "زالت", "مما", "عما", "فان", "وان", "بان", "لها", "له", "لهم", "به", "بها", "بهم", "فيه",
    "فيها", "منه", "منها", "منهم", "عنه", "عنها", "عليه", "عليها", "عليهم", "اليه", "اليها", "اليهم", "معه", "معها",
    "بينهم", "بينها", "لنا", "لي", "لك", "ولا", "وما", "ولم",
    // Pronouns and demonstratives.
    "هو", "هي", "هم", "هما", "نحن", "انا", "انت", "هذا", "هذه", "ذلك", "تلك", "هولاء", "الذي", "التي", "الذين",
    "اللذين", "اللتين", "اللذان", "اللاتي", "ذا", "ذو", "ذوي",
    // To be and its kin.
    "كان", "كانت", "كانوا", "يكون", "تكون", "كون", "صار", "صارت", "اصبح", "اصبحت", "بات", "باتت", "ظل", "تم",
    "يتم", "تمت", "جري", "يجري", "عاد", "يذكر", "الجدير",
    // Verbs and nouns of reporting.
    "قال", "قالت", "قالوا", "يقول", "تقول", "قائلا", "اكد", "اكدت", "يوكد", "توكد", "موكدا", "ذكر", "ذكرت", "تذكر",
    "اعلن", "اعلنت", "تعلن", "يعلن", "افاد", "افادت", "تفيد", "اضاف", "اضافت", "مضيفا", "اوضح", "اوضحت", "موضحا",
    "اشار", "اشارت", "مشيرا", "مشيره", "لافتا", "نقل", "نقلا", "نقلت", "تنقل", "تحدث", "تحدثت", "تتحدث", "يتحدث",
    "صرح", "تصريح", "بيان", "البيان", "خبر", "الخبر", "انباء", "اخبار", "تقرير", "تقارير", "وكاله", "شبكه", "صحيفه",
    "قناه", "موقع", "مراسل", "مصدر", "مصادر", "المصدر", "المصادر", "اليوم", "امس", "غدا", "يوم", "الان", "مساء",
    "صباح", "فجر", "ليل", "شهر", "عام", "سنه", "اسبوع",
];

/// The proclitics that a stop word stands behind.
const BEFORE: [&str; 7] = ["", "و", "ف", "ب", "ل", "ال", "وال"];

/// A look-up of the stop words.
#[derive(Debug)]
pub(crate) struct StopWords {
    sorted: Vec<&'static str>,
}

impl StopWords {
    /// Sorts the table once.
    pub(crate) fn new() -> Self {
        let mut sorted = WORDS.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        Self { sorted }
    }

    /// True where the folded word says nothing about the matter.
    pub(crate) fn has(&self, folded: &str) -> bool {
        BEFORE.iter().any(|cut| folded.strip_prefix(cut).is_some_and(|rest| self.sorted.binary_search(&rest).is_ok()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_text::normal::fold;

    #[test]
    fn every_word_of_the_table_is_folded() {
        for w in WORDS {
            assert_eq!(fold(w), *w);
        }
    }

    #[test]
    fn a_stop_word_behind_proclitics_is_one_and_a_name_is_not() {
        let stop = StopWords::new();
        assert!(stop.has("ومن") && stop.has("بان") && stop.has("قالت"));
        assert!(!stop.has("هجين") && !stop.has("انسحاب"));
    }
}
