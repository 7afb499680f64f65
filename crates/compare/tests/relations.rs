//! Relations that must be found between invented accounts, and those that must not.

use riwayat_claims::{Input, Lexicon, Reading, read};
use riwayat_compare::{Article, Decisions, Link, RelationKind, compare};

/// The relations between two texts of one event: kind, and the words of both claims.
fn relations(a: &str, b: &str) -> Vec<(RelationKind, String, String)> {
    let lexicon = Lexicon::builtin();
    let published = "2019-05-07".parse().ok();
    let texts = [a, b];
    let readings: Vec<Reading> = texts
        .iter()
        .map(|text| read(&Input { title: "", text, published, outlet: None, camp: None }, lexicon))
        .collect();
    let articles: Vec<Article<'_>> = ["a1", "a2"]
        .iter()
        .zip(texts)
        .zip(&readings)
        .map(|((id, text), reading)| Article {
            id,
            title: "",
            text,
            outlet: Some(id),
            camp: None,
            published,
            inferred: None,
            reading,
        })
        .collect();
    let one_event = Decisions { articles: &[("a1", "a2", Link::Must)], ..Decisions::default() };
    let found = compare(&articles, lexicon, &one_event, &|_, _| true);
    let words = |c: riwayat_compare::ClaimRef| {
        articles[c.article].reading.claims[c.claim].span.of(articles[c.article].text).to_owned()
    };
    found.relations.iter().map(|r| (r.kind, words(r.a), words(r.b))).collect()
}

fn count(found: &[(RelationKind, String, String)], kind: RelationKind) -> usize {
    found.iter().filter(|r| r.0 == kind).count()
}

#[test]
fn a_figure_that_a_voice_repeats_is_related_once() {
    let found = relations(
        "قتل 12 مدنيا في قصف سوق تل النخيل. وتبين لاحقا أن القصف قتل 12 مدنيا في تل النخيل.",
        "قتل 19 مدنيا في قصف سوق تل النخيل.",
    );
    assert_eq!(count(&found, RelationKind::FiguresDiffer), 1, "{found:?}");
}

#[test]
fn copies_differ_only_in_what_one_has_in_place_of_the_others() {
    let text = |dead: &str, more: &str| {
        format!(
            "قال الدفاع المدني إن {dead} قتلوا صباح السبت بقصف مدفعي على سوق بلدة تل النخيل شمال وادي الزهر. \
             وأصيب 20 شخصا آخرون نقلوا إلى مشفى البلدة قبل أن يتوقف القصف عند الظهر.{more}"
        )
    };
    let differ = |a: &str, b: &str| {
        let found = relations(a, b);
        assert_eq!(count(&found, RelationKind::FiguresDiffer), found.len(), "copies do not agree: {found:?}");
        found.len()
    };
    let one = text("12 مدنيا", "");
    assert_eq!(differ(&one, &one), 0);
    assert_eq!(differ(&one, &text("19 مدنيا", "")), 1);
    assert_eq!(differ(&one, &text("اثني عشر مدنيا", "")), 0, "the same in words");
    // That another has as many wounded is another matter.
    assert_eq!(differ(&one, &text("20 مدنيا", "")), 1);
    // A copy that goes on: what stands in both is not held against what only one adds.
    let later = " وقالت المديرية لاحقا إن 15 مدنيا قتلوا في قصف سوق تل النخيل.";
    assert_eq!(differ(&one, &text("12 مدنيا", later)), 0);
}

#[test]
fn a_rounded_figure_goes_together_with_the_whole() {
    let text = |people: &str| format!("نزح {people} من تل النخيل إلى وادي الزهر خلال أسبوع.");
    let kinds = |a: &str, b: &str| {
        let found = relations(&text(a), &text(b));
        found.into_iter().map(|r| r.0).collect::<Vec<_>>()
    };
    let whole = "164781 شخصا";
    assert_eq!(kinds("164.8 ألف شخص", whole), [RelationKind::Agree]);
    assert_eq!(kinds(whole, "164 ألف شخص"), [RelationKind::Agree]);
    assert_eq!(kinds("166 ألف شخص", whole), [RelationKind::FiguresDiffer]);
    assert_eq!(kinds("3 آلاف شخص", "3400 شخص"), [RelationKind::FiguresDiffer]);
}

#[test]
fn what_a_figure_was_before_does_not_differ_from_what_it_is() {
    let found = relations(
        "خفضت مديرية التموين حصة الطحين من 30 طنا إلى 12 طنا في وادي الزهر.",
        "خفضت مديرية التموين حصة الطحين إلى 12 طنا في وادي الزهر.",
    );
    assert_eq!(count(&found, RelationKind::FiguresDiffer), 0, "{found:?}");
    let found = relations(
        "خفضت مديرية التموين حصة الطحين من 30 طنا إلى 14 طنا في وادي الزهر.",
        "خفضت مديرية التموين حصة الطحين إلى 12 طنا في وادي الزهر.",
    );
    assert_eq!(count(&found, RelationKind::FiguresDiffer), 1, "{found:?}");
}

#[test]
fn a_part_told_by_both_is_no_difference() {
    let found = relations(
        "أصيب 14 شخصا، بينهم تسعة في حالة حرجة، بانفجار في تل النخيل.",
        "أصيب تسعة أشخاص إصابات خطرة بانفجار في تل النخيل.",
    );
    assert_eq!(count(&found, RelationKind::FiguresDiffer), 0, "{found:?}");
}

#[test]
fn a_denial_is_of_what_names_the_same() {
    let found = relations(
        "نفت قوات سوريا الديمقراطية خروج عناصر من تنظيم داعش مع القافلة من تل النخيل.",
        "قال مصدر عسكري إن عناصر من تنظيم داعش خرجوا مع القافلة من تل النخيل. وقال ناشطون إن القافلة خرجت من تل النخيل وفيها جرحى ومدنيون.",
    );
    let denied: Vec<_> = found.iter().filter(|r| r.0 == RelationKind::Denied).collect();
    assert_eq!(denied.len(), 1, "{found:?}");
    assert!(denied[0].2.contains("داعش"), "{found:?}");
}

#[test]
fn one_charge_against_two_sides_is_mirrored() {
    let found = relations(
        "اتهمت قوات سوريا الديمقراطية القوات الحكومية باتخاذ أهالي القرية دروعا بشرية.",
        "اتهم مصدر عسكري قوات سوريا الديمقراطية باتخاذ أهالي تل النخيل دروعا بشرية.",
    );
    assert_eq!(count(&found, RelationKind::SameAccusation), 1, "{found:?}");
}

#[test]
fn a_harm_is_denied_by_the_means_it_is_told_to_be_done_by() {
    let denial = "نفى الجيش السوري استخدام السلاح الكيماوي.";
    let found = relations(denial, "قُتل ثلاثون مدنياً بعد قصف لطيران النظام بغاز سام على تل النخيل.");
    assert_eq!(count(&found, RelationKind::Denied), 1, "{found:?}");
    // Of others, and told by one of the same side.
    let found = relations(denial, "قالت موسكو إن التلوث نتج عن تسرب من مستودع كيماوي للمعارضة في تل النخيل.");
    assert_eq!(count(&found, RelationKind::Denied), 0, "{found:?}");
}

#[test]
fn a_sweeping_denial_is_of_what_is_told_of_those_who_deny() {
    let denial = "نفى مصطفى بالي وقوع أي أسير.";
    let found = relations(denial, "قال المرصد السوري إن تنظيم داعش أسر 35 من قسد في هجومه قرب هجين.");
    assert_eq!(count(&found, RelationKind::Denied), 1, "{found:?}");
    let found = relations(denial, "قال المرصد السوري إن قوات النظام أسرت خمسة من التنظيم قرب هجين.");
    assert_eq!(count(&found, RelationKind::Denied), 0, "{found:?}");
}

#[test]
fn open_figures_far_apart_differ_though_both_may_hold() {
    let of = |count: &str| format!("أسر التنظيم {count} عنصراً من قسد قرب هجين.");
    let found = relations(&of("أكثر من 15"), &of("35"));
    assert_eq!(count(&found, RelationKind::FiguresDiffer), 1, "{found:?}");
    let found = relations(&of("أكثر من 30"), &of("35"));
    assert_eq!(count(&found, RelationKind::FiguresDiffer), 0, "{found:?}");
    assert_eq!(count(&found, RelationKind::Agree), 1, "{found:?}");
}
