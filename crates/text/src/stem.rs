//! Stem keys: what two forms of one word share, for similarity and search.
//!
//! Light stemming after Larkey's Light10, more careful: the article and the clitics that stand before it come
//! off, و and ف where the rest is no word of their own, pronouns and endings of number and gender. Single
//! prepositions (ب ل ك) stay, for nothing in the letters tells them from roots; broken plurals are not joined;
//! names in which ال belongs to the name stay whole. A key is for comparing, never for showing.

/// Fewest letters of a key that something was taken off.
const SHORTEST: usize = 3;

/// Fewest letters left where `ان` comes off: shorter heads are names (لبنان، طهران، ميدان).
const SHORTEST_BEFORE_DUAL: usize = 4;

/// Proclitics that end with the article, longest first.
const ARTICLES: [&str; 10] = ["وبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"];

/// How words begin in which ال is part of the word.
const RADICAL_ARTICLES: [&str; 24] = [
    "المانيا",
    "الماني",
    "المان",
    "البانيا",
    "الباني",
    "التزام",
    "التقاء",
    "التحاق",
    "التحام",
    "التفاف",
    "التهاب",
    "التماس",
    "الغاء",
    "القاء",
    "الزام",
    "الحاق",
    "الهام",
    "الاف",
    "الوف",
    "اليات",
    "اليه",
    "الكترون",
    "الان",
    "الاسكا",
];

/// How words begin in which و is part of the word.
const RADICAL_WAWS: [&str; 44] = [
    "وزير",
    "وزار",
    "وزراء",
    "واشنطن",
    "وكال",
    "وكيل",
    "وحد",
    "وحيد",
    "ولاي",
    "ولد",
    "وصول",
    "وصل",
    "وقف",
    "وقوف",
    "وقت",
    "وقع",
    "وقوع",
    "وقائع",
    "وضع",
    "وضوح",
    "وطن",
    "وسط",
    "وساط",
    "وسائ",
    "وسيل",
    "ورق",
    "وثيق",
    "وثائق",
    "وفاه",
    "وفي",
    "وفد",
    "وفود",
    "وجود",
    "وجه",
    "واسع",
    "واحد",
    "وادي",
    "واجه",
    "وافق",
    "واصل",
    "واقع",
    "واضح",
    "واجب",
    "ولي",
];

/// How words begin in which ف is part of the word, where what follows looks like a word.
const RADICAL_FAS: [&str; 20] = [
    "فرات",
    "فرنس",
    "فريق",
    "فرق",
    "فرع",
    "فصيل",
    "فصائل",
    "فتح",
    "فتر",
    "فجر",
    "فوج",
    "فوض",
    "فوق",
    "فلسطين",
    "فقد",
    "فشل",
    "فيلق",
    "فندق",
    "فعل",
    "فيدرال",
];

/// Pronouns, longest first.
const PRONOUNS: [&str; 6] = ["هما", "هم", "هن", "ها", "نا", "كم"];

/// Endings of number and gender, with the fewest letters that they leave.
const ENDINGS: [(&str, usize); 8] = [
    ("ات", SHORTEST),
    ("ان", SHORTEST_BEFORE_DUAL),
    ("ون", SHORTEST),
    ("ين", SHORTEST),
    ("وا", SHORTEST),
    ("ه", SHORTEST),
    ("ت", SHORTEST),
    ("ا", SHORTEST),
];

/// The stem key of a folded word: light stemming, never shorter than three letters.
///
/// ```
/// use riwayat_text::{normal::fold, stem::stem};
/// let key = |word: &str| stem(&fold(word)).to_owned();
/// assert_eq!(key("والمدنيين"), key("مدنياً"));
/// assert_eq!(key("ألمانيا"), "المانيا");
/// ```
#[must_use]
pub fn stem(folded: &str) -> &str {
    let head = without_conjunction(folded);
    if let Some(name) = name_with_radical_article(head) {
        return name;
    }
    without_ending(without_pronoun(without_article(head)))
}

/// The word without a preposition, where ال belongs to it: `بالمانيا` is in Germany.
fn name_with_radical_article(word: &str) -> Option<&str> {
    let rests = ["", "ب", "ل", "ك"].iter().filter_map(|p| word.strip_prefix(p));
    rests.filter(|r| r.starts_with("ال")).find(|r| begins_with_one_of(r, &RADICAL_ARTICLES))
}

fn without_conjunction(word: &str) -> &str {
    let (rest, own) = match word.chars().next() {
        Some('و') => (&word['و'.len_utf8()..], begins_with_one_of(word, &RADICAL_WAWS)),
        Some('ف') => (&word['ف'.len_utf8()..], begins_with_one_of(word, &RADICAL_FAS)),
        _ => return word,
    };
    if own || letters(rest) < SHORTEST { word } else { rest }
}

fn without_article(word: &str) -> &str {
    if !word.starts_with(['ا', 'و', 'ل', 'ب', 'ف', 'ك']) {
        return word;
    }
    let cut = ARTICLES.iter().filter_map(|a| word.strip_prefix(a)).find(|rest| letters(rest) >= SHORTEST);
    cut.unwrap_or(word)
}

fn without_pronoun(word: &str) -> &str {
    if !word.ends_with(['ا', 'م', 'ن']) {
        return word;
    }
    let cut = PRONOUNS.iter().filter_map(|p| word.strip_suffix(p)).find(|rest| letters(rest) >= SHORTEST);
    cut.unwrap_or(word)
}

fn without_ending(word: &str) -> &str {
    if !word.ends_with(['ا', 'ت', 'ن', 'ه']) {
        return word;
    }
    let cut =
        ENDINGS.iter().filter_map(|(e, least)| word.strip_suffix(e).filter(|rest| letters(rest) >= *least));
    cut.into_iter().next().unwrap_or(word)
}

/// The heads have three letters or more; the third, two bytes, tells most of them apart at once.
fn begins_with_one_of(word: &str, heads: &[&str]) -> bool {
    let third = |word: &str| word.as_bytes().first_chunk::<6>().map(|b| [b[4], b[5]]);
    third(word).is_some_and(|own| heads.iter().any(|h| third(h) == Some(own) && word.starts_with(h)))
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::fold;
    use proptest::prelude::*;

    fn key(word: &str) -> String {
        stem(&fold(word)).to_owned()
    }

    #[test]
    fn forms_of_one_word_share_a_key() {
        for forms in [
            "مدني مدنيين مدنيون المدنيين والمدنيين مدنياً للمدنيين مدنية",
            "غارة غارات الغارات غاراتها بالغارات",
            "قرية القرية قريتها",
            "عنصر عنصراً عنصرين العنصر",
            "سوريا سورية السورية والسورية سوري",
            "قال قالت وقال وقالوا فقال",
            "مدينة المدينة مدينتهم بالمدينة ومدينة",
            "ألمانيا وألمانيا بألمانيا",
            "وزير الوزير وزيراً",
        ] {
            let keys: Vec<_> = forms.split(' ').map(key).collect();
            assert!(keys.iter().all(|k| *k == keys[0]), "{forms}: {keys:?}");
        }
    }

    #[test]
    fn other_words_keep_other_keys() {
        for (a, b) in
            [("لبنان", "لبن"), ("ألمانيا", "مانيا"), ("وكالة", "كالة"), ("فرات", "رات"), ("طهران", "طهر")]
        {
            assert_ne!(key(a), key(b));
        }
    }

    #[test]
    fn every_way_to_begin_and_end_is_looked_for() {
        for head in RADICAL_ARTICLES.iter().chain(&RADICAL_WAWS).chain(&RADICAL_FAS) {
            assert!(letters(head) >= 3 && begins_with_one_of(&format!("{head}ص"), &[head]), "{head}");
        }
        for article in ARTICLES {
            assert_eq!(without_article(&format!("{article}سدر")), "سدر");
        }
        for pronoun in PRONOUNS {
            assert_eq!(without_pronoun(&format!("سدرس{pronoun}")), "سدرس");
        }
        for (ending, _) in ENDINGS {
            assert_eq!(without_ending(&format!("سدرس{ending}")), "سدرس");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_part_of_its_word_and_not_too_short(word in "[ا-ي]{1,12}") {
            let folded = fold(&word);
            let key = stem(&folded);
            prop_assert!(folded.contains(key));
            prop_assert!(letters(key) >= SHORTEST.min(letters(&folded)));
        }
    }
}
