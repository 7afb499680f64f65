//! Who a phrase names as the speaker; sentences invented for this project.

use super::*;
use crate::marked::sample::marked;

fn check(text: &str, bound: Bound, phrase_text: &str, name: Option<&str>) {
    marked(text, |doc| {
        let found = phrase(doc, 0, doc.marks.len(), bound, None).expect(text);
        let words = |from: usize, to: usize| &text[doc.span(from).start()..doc.span(to - 1).end()];
        assert_eq!(words(found.from, found.to), phrase_text);
        assert_eq!(found.name.map(|(from, to)| words(from, to)), name, "{text}");
    });
}

#[test]
fn a_construct_runs_to_the_definite_noun_and_its_adjectives() {
    check("مدير المشفى الوطني إن الكهرباء", Bound::Sign, "مدير المشفى الوطني", None);
    check("مصدر في وزارة الصحة أن العدد", Bound::Sign, "مصدر في وزارة الصحة", None);
}

#[test]
fn an_adjective_in_the_accusative_belongs_to_a_head_in_the_accusative() {
    check("مسؤولاً تركياً كذّب الخبر", Bound::Sign, "مسؤولاً تركياً", None);
    check("مسؤول تركي رسمياً إن الخبر", Bound::Sign, "مسؤول تركي", None);
}

#[test]
fn a_bare_word_after_a_closed_phrase_is_the_name() {
    check(
        "رئيس البلدية نعمان الدرويش إن المياه",
        Bound::Sign,
        "رئيس البلدية نعمان الدرويش",
        Some("نعمان الدرويش"),
    );
}

#[test]
fn a_verbal_noun_ends_the_phrase_where_an_object_may_follow() {
    check("المجلس المحلي مقتل ثلاثة مدنيين", Bound::Object, "المجلس المحلي", None);
    check("ناشطون محليون استهداف السوق", Bound::Object, "ناشطون محليون", None);
    check("المجلس المحلي سيطرتها على التلة", Bound::Object, "المجلس المحلي", None);
}

#[test]
fn patterns_of_verbal_nouns() {
    for noun in ["استهداف", "انسحاب", "تدمير", "اغتيال"] {
        assert!(is_verbal_noun(noun), "{noun}");
    }
    for noun in ["مدينه", "الانسحاب", "مصدر", "بلده"] {
        assert!(!is_verbal_noun(noun), "{noun}");
    }
}

#[test]
fn a_quoted_name_and_a_name_behind_whose_spokesman() {
    check(
        "القائد الميداني في الحي \"أبو توفيق\" أن العدد",
        Bound::Sign,
        "القائد الميداني في الحي \"أبو توفيق\"",
        Some("أبو توفيق"),
    );
    check(
        "الناطق باسمها جابر الصالح دخول القافلة",
        Bound::Object,
        "الناطق باسمها جابر الصالح",
        Some("جابر الصالح"),
    );
}

#[test]
fn whom_a_speaker_talks_to_and_what_a_post_visits() {
    check("وزير الصحة للصحفيين إن العدد", Bound::Sign, "وزير الصحة", None);
    check("المحافظ الورشات في المحطة", Bound::Object, "المحافظ", None);
    check("ناشطون على صلة بالحرس أن العدد", Bound::Sign, "ناشطون على صلة بالحرس", None);
}
