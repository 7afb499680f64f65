//! Plain text: where the body is, what stands round it, and what is never done to it.

mod common;

use common::{Known, all, given, one, pasted};
use proptest::prelude::*;
use riwayat_import::article::reason;
use riwayat_import::{Article, BodySource, Warning};

const LEDE: &str = "وصلت قافلة مساعدات تضم 12 شاحنة إلى بلدة تل الورد صباح اليوم، بحسب مسؤول محلي.";
const SECOND: &str = "وأضاف المسؤول لصحيفة الوادي أن توزيع المواد يبدأ غدا.";
const THIRD: &str = "وكانت البلدة قد انقطعت عنها الطرق ثلاثة أسابيع.";

#[track_caller]
fn read(text: &str) -> Article {
    one(&pasted(text), &Known).expect("the text is read")
}

/// Title, body lines and reasons of what is left out.
#[track_caller]
fn check(text: &str, title: &str, body: &[&str], out: &[(&str, &str)]) -> Article {
    let article = read(text);
    assert_eq!(article.title, title);
    assert_eq!(article.text.lines().collect::<Vec<_>>(), body);
    let left: Vec<_> = article.left_out.iter().map(|l| (l.text.as_str(), l.reason)).collect();
    assert_eq!(left, out);
    assert_eq!(article.body, BodySource::Plain);
    article
}

#[test]
fn a_page_copied_whole_gives_its_article() {
    let text = format!(
        "الرئيسية > أخبار\nخاص\nقافلة مساعدات تصل إلى تل الورد\nقافلة مساعدات تصل إلى تل الورد\n2021.02.05 | 09:30 تل الورد\n\
         شاحنات عند مدخل البلدة (أرشيف)\nصحيفة الجسر - متابعات\n+A\n-A\n\n{LEDE}\n\nاقرأ أيضاً: انهيار الجسر يعزل تل الورد\n{SECOND}\n\
         تفاصيل الطريق\n{THIRD}\nمشاركة:\nفيسبوك\nالوسوم: تل الورد\nالتعليقات (2)\nسامر\nخبر مفرح لأهلنا هناك جميعا.\nالأكثر قراءة\nخبر آخر"
    );
    let article = check(
        &text,
        "قافلة مساعدات تصل إلى تل الورد",
        &[LEDE, SECOND, "تفاصيل الطريق", THIRD],
        &[
            ("الرئيسية > أخبار", reason::NAVIGATION),
            ("خاص", reason::SECTION),
            ("قافلة مساعدات تصل إلى تل الورد", reason::TITLE),
            ("قافلة مساعدات تصل إلى تل الورد", reason::TITLE_REPEAT),
            ("2021.02.05 | 09:30 تل الورد", reason::DATELINE),
            ("شاحنات عند مدخل البلدة (أرشيف)", reason::CAPTION),
            ("صحيفة الجسر - متابعات", reason::OUTLET_LINE),
            ("+A", reason::WIDGET),
            ("-A", reason::WIDGET),
            ("اقرأ أيضاً: انهيار الجسر يعزل تل الورد", reason::RELATED),
            ("مشاركة:", reason::SHARE),
            ("فيسبوك", reason::SHARE),
            ("الوسوم: تل الورد", reason::TAGS),
            ("التعليقات (2)", reason::COMMENTS),
            ("سامر", reason::COMMENTS),
            ("خبر مفرح لأهلنا هناك جميعا.", reason::COMMENTS),
            ("الأكثر قراءة", reason::MOST_READ),
            ("خبر آخر", reason::MOST_READ),
        ],
    );
    assert_eq!(article.outlet.as_deref(), Some("صحيفة الجسر"));
    assert_eq!(article.published.map(|d| d.to_string()), Some("2021-02-05".into()));
    assert_eq!(article.published_text.as_deref(), Some("2021.02.05 | 09:30 تل الورد"));
    assert_eq!(article.warnings, []);
    let place = |text: &str| article.left_out.iter().find(|l| l.text.contains(text)).map(|l| l.before);
    assert_eq!((place("انهيار"), place("مشاركة")), (Some(1), Some(4)));
}

#[test]
fn a_medium_that_the_body_quotes_is_not_the_outlet() {
    let article = read(&format!(
        "قافلة مساعدات تصل إلى تل الورد\n\n{LEDE}\n\nوقال شاهد، وفق صحيفة الجسر، إن الطريق فتح.\n\n{SECOND}"
    ));
    assert_eq!(article.outlet, None);
    assert_eq!(article.warnings, [Warning::NoDate, Warning::NoOutlet]);
}

#[test]
fn a_source_line_names_the_outlet_known_or_not() {
    let outlet =
        |line: &str| read(&format!("قافلة مساعدات تصل إلى تل الورد\n{LEDE}\n{SECOND}\n{line}")).outlet;
    assert_eq!(outlet("المصدر: صحيفة الجسر الكاتب: فريق التحرير").as_deref(), Some("صحيفة الجسر"));
    assert_eq!(outlet("المصدر: صدى التلال - خاص").as_deref(), Some("صدى التلال"));
    assert_eq!(outlet("المصدر: رويترز"), None);
    assert_eq!(outlet("https://aljisr.example/news/7").as_deref(), Some("صحيفة الجسر"));
}

#[test]
fn a_dateline_of_a_place_states_no_day() {
    let article = read(&format!("قافلة مساعدات تصل إلى تل الورد\nتل الورد - خاص\n{LEDE}\n{SECOND}"));
    assert_eq!((article.published, article.published_text), (None, None));
}

#[test]
fn day_and_month_that_could_change_places_are_told() {
    let article = read(&format!("قافلة مساعدات تصل إلى تل الورد\n5/2/2021\n{LEDE}\n{SECOND}"));
    assert_eq!(article.published.map(|d| d.to_string()), Some("2021-02-05".into()));
    assert!(article.warnings.contains(&Warning::AmbiguousDate("5/2/2021".into())));
}

#[test]
fn a_bare_sentence_is_a_text_without_a_headline() {
    for text in ["قتل 5 مدنيين في قصف على تل الورد", "قتل 5 مدنيين في قصف على تل الورد.", LEDE]
    {
        let article = check(text, "", &[text], &[]);
        assert!(article.warnings.contains(&Warning::NoTitle));
    }
}

#[test]
fn lines_without_full_stops_are_a_headline_and_a_text() {
    check(
        "قصف على تل الورد\nقتل 5 مدنيين في القصف على البلدة\nنقل الجرحى إلى مشفى المدينة",
        "قصف على تل الورد",
        &["قتل 5 مدنيين في القصف على البلدة", "نقل الجرحى إلى مشفى المدينة"],
        &[("قصف على تل الورد", reason::TITLE)],
    );
}

#[test]
fn a_lede_without_a_full_stop_stays_in_the_body() {
    let lede = "مسؤول محلي يعلن فتح الطريق بعد ثلاثة أسابيع";
    let text = format!("قافلة مساعدات تصل إلى تل الورد\n{lede}\n{LEDE}\n{SECOND}");
    assert_eq!(read(&text).text, [lede, LEDE, SECOND].join("\n"));
}

#[test]
fn text_in_another_language_is_told() {
    let text =
        "The convoy reached the town on Sunday morning, an official said.\nIt had been cut off for weeks.";
    assert!(read(text).warnings.contains(&Warning::NotArabic));
}

#[test]
fn the_hash_is_of_the_original_bytes() {
    let article = read(THIRD);
    assert_eq!(article.original, THIRD.as_bytes());
    assert_eq!(article.sha256, common::sha256sum(THIRD.as_bytes()));
}

/// Pieces of which news pages are made, with noise between.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(LEDE.to_owned()),
        Just(SECOND.to_owned()),
        Just("قافلة مساعدات تصل إلى تل الورد".to_owned()),
        Just("5 شباط 2021".to_owned()),
        Just("المصدر: صدى التلال".to_owned()),
        Just("التعليقات (3)".to_owned()),
        Just("اقرأ أيضا:".to_owned()),
        Just("صدى التلال:".to_owned()),
        Just("(رويترز)".to_owned()),
        Just("المصدر::".to_owned()),
        "[ء-ي ،.:؛()|#\u{200F}\u{64B}٠-٩0-9-]{0,40}",
        "\\PC{0,20}",
    ]
}

proptest! {
    /// Every line of the source is in the body or left out, once, unchanged, in its order.
    #[test]
    fn no_line_is_lost_changed_or_moved(parts in proptest::collection::vec(piece(), 0..14)) {
        let text = parts.join("\n");
        for outcome in all(&given("خبر.txt", text.as_bytes())) {
            let Ok(article) = outcome else { continue };
            let mut out = article.left_out.iter().peekable();
            let mut lines: Vec<&str> = Vec::new();
            for (n, line) in article.text.lines().enumerate() {
                while let Some(left) = out.next_if(|l| l.before <= n) {
                    lines.push(&left.text);
                }
                lines.push(line);
            }
            lines.extend(out.map(|l| l.text.as_str()));
            let source: Vec<&str> = text.split(['\n', '\u{85}', '\u{2028}', '\u{2029}', '\u{B}', '\u{C}', '\r'])
                .filter(|l| lines.iter().any(|had| !had.is_empty() && l.contains(had))).collect();
            prop_assert_eq!(source.len(), lines.len());
            for (source, line) in source.iter().zip(&lines) {
                prop_assert!(source.contains(line), "{:?} is not of {:?}", line, source);
            }
        }
    }

    /// No bytes make it panic, under any name, and something is said of every one.
    #[test]
    fn no_bytes_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        name in prop_oneof![Just("a.txt"), Just("a.html"), Just("a.jsonl"), Just("a.json"), Just("a")],
    ) {
        prop_assert!(!all(&given(name, &bytes)).is_empty());
    }

    /// Pages cut and mixed anywhere make no panic.
    #[test]
    fn no_page_panics(cut in 0usize..400, parts in proptest::collection::vec(
        prop_oneof![piece(), Just("<p>".to_owned()), Just("</div>".into()), Just("<article>".into()), Just("<table><tr>".into()),
            Just("<meta property=og:title content='".into()), Just("<time datetime=2021-02-05>".into()), Just("<!--".into()),
            Just("<br>".into()), Just("&#x6".into()), Just("<h1>".into()), Just("<aside>".into())], 0..30)) {
        let text = format!("<html><body>{}", parts.concat());
        let end = text.char_indices().map(|(i, _)| i).find(|i| *i >= cut * 4).unwrap_or(text.len());
        prop_assert_eq!(all(&given("خبر.html", &text.as_bytes()[..end])).len(), 1);
    }
}
