//! Words told by how they are derived: verbal nouns by their pattern, adjectives of relation by their ending.

use crate::words::{Class, words};

/// An adjective of relation by its ending (عسكري, إعلامية, محليون), or a sound plural.
pub(crate) fn is_adjective(key: &str) -> bool {
    key.chars().count() >= 4 && ["ي", "يه", "يون", "يين", "يا", "ون"].iter().any(|e| key.ends_with(e))
}

/// What is asked for, with its article: التدخل, الضغط, التبرع.
pub(crate) fn is_definite_demand(key: &str) -> bool {
    let verbal = |noun: &str| is_verbal_noun(noun) || noun.starts_with('ت') && noun.chars().count() == 4;
    key.strip_prefix("ال").is_some_and(verbal)
}

/// A verbal noun by its pattern: استفعال, افتعال, انفعال, تفعيل, or one that carries a pronoun (عزمها).
pub(crate) fn is_verbal_noun(key: &str) -> bool {
    // تعليقها, عبورهم
    let stem = ["ها", "هم", "ه"].iter().find_map(|e| key.strip_suffix(e));
    let known = |word: &str| words().classes(word).0.has(Class::VerbalNoun);
    if known(key) || stem.is_some_and(|s| known(s) || s.chars().count() >= 4 && is_pattern(s)) {
        return true;
    }
    // تلقيه, تخليها: of weak roots; without the pronoun the letters are those of a verb.
    if stem.is_some_and(|s| s.starts_with('ت') && s.ends_with('ي') && s.chars().count() == 4) {
        return true;
    }
    is_pattern(key)
}

fn is_pattern(key: &str) -> bool {
    let stem = key.strip_suffix('ه').unwrap_or(key);
    let n = stem.chars().count();
    if n < 5 || key.starts_with("ال") {
        return false;
    }
    let pattern = match (stem.chars().next(), stem.chars().nth_back(1)) {
        (Some('ا'), Some('ا')) => true,
        (Some('ت'), Some('ي')) => n == 5,
        _ => false,
    };
    pattern || ["تها", "تهم", "ته"].iter().any(|e| key.ends_with(e)) && n >= 6
}

/// نفسه and its kin, behind the noun they stress: المصادر نفسها.
pub(crate) fn is_emphasis(key: &str) -> bool {
    matches!(
        key,
        "نفسه"
            | "نفسها"
            | "نفسهم"
            | "انفسهم"
            | "ذاته"
            | "ذاتها"
            | "ذاتهم"
            | "عينه"
            | "عينها"
    )
}
