//! Pages: body, headline, outlet, date and address; what is left out is kept; pages made to break the reader.

mod common;

use common::{Known, all, given, one};
use riwayat_import::article::reason;
use riwayat_import::{Article, ImportError, Warning};

const LEDE: &str =
    "وصلت قافلة مساعدات تضم 12 شاحنة إلى بلدة تل الورد في ريف الساحل، بحسب ما قال مسؤول محلي للصحيفة.";
const SECOND: &str =
    "وأضاف المسؤول أن القافلة تحمل مواد غذائية وطبية تكفي 300 عائلة، وأن توزيعها يبدأ صباح غد الأحد.";
const THIRD: &str =
    "وكانت البلدة قد انقطعت عنها الطرق ثلاثة أسابيع بعد انهيار الجسر الوحيد الذي يصلها بالمدينة.";

fn page(head: &str, article: &str) -> String {
    format!(
        "<!DOCTYPE html><html dir=rtl lang=ar><head>{head}</head><body><nav><ul><li>الرئيسية</li><li>سياسة</li></ul></nav>\
         {article}<aside><h3>الأكثر قراءة</h3><p>افتتاح معرض الكتاب السنوي في المدينة.</p></aside>\
         <footer>جميع الحقوق محفوظة 2021</footer></body></html>"
    )
}

fn news(head: &str) -> String {
    let article = format!(
        "<article><h1>قافلة مساعدات تصل إلى تل الورد</h1><p>{LEDE}</p><p>{SECOND}</p>\
         <p>اقرأ أيضاً: <a href=x>انهيار الجسر يعزل تل الورد</a></p><p>{THIRD}</p><p>مشاركة</p></article>"
    );
    page(head, &article)
}

#[track_caller]
fn read(html: &str) -> Article {
    one(&given("خبر.html", html.as_bytes()), &Known).expect("the page is read")
}

#[test]
fn the_body_is_the_articles_paragraphs_and_the_rest_is_kept() {
    let article = read(&news("<title>قافلة مساعدات تصل إلى تل الورد | صحيفة الجسر</title>"));
    assert_eq!(article.title, "قافلة مساعدات تصل إلى تل الورد");
    assert_eq!(article.text, [LEDE, SECOND, THIRD].join("\n"));
    let out =
        |text: &str| article.left_out.iter().find(|l| l.text.contains(text)).map(|l| (l.reason, l.before));
    assert_eq!(out("انهيار الجسر يعزل"), Some((reason::RELATED, 2)));
    assert_eq!(out("الرئيسية"), Some((reason::NAVIGATION, 0)));
    assert_eq!(out("جميع الحقوق"), Some((reason::FOOTER, 3)));
    assert!(out("معرض الكتاب").is_some());
}

#[test]
fn the_page_says_of_itself_when_and_by_whom() {
    let head = "<meta property='article:published_time' content='2021-02-05T23:30:00+03:00'>\
                <meta property='og:site_name' content='صدى التلال'>\
                <link rel=canonical href='https://sada.example/news/7'>";
    let article = read(&news(head));
    assert_eq!(article.published.map(|d| d.to_string()), Some("2021-02-05".into()));
    assert_eq!(article.published_text.as_deref(), Some("2021-02-05T23:30:00+03:00"));
    assert_eq!(article.outlet.as_deref(), Some("صدى التلال"));
    assert_eq!(article.url.as_deref(), Some("https://sada.example/news/7"));
    assert_eq!(article.warnings, []);
}

#[test]
fn linked_data_stands_before_meta_elements() {
    let head = r#"<meta property="og:site_name" content="موقع آخر"><meta name="date" content="2020-01-01">
        <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "ليس هذا"},
        {"@type": ["NewsArticle"], "datePublished": "2021-02-05", "publisher": {"@type": "Organization", "name": "صدى التلال"}}]}
        </script>"#;
    let article = read(&news(head));
    assert_eq!(article.published.map(|d| d.to_string()), Some("2021-02-05".into()));
    assert_eq!(article.outlet.as_deref(), Some("صدى التلال"));
}

#[test]
fn a_known_domain_names_the_outlet() {
    let article = read(&news("<link rel=canonical href='https://www.aljisr.example/7'>"));
    assert_eq!(article.outlet.as_deref(), Some("صحيفة الجسر"));
}

#[test]
fn times_of_several_days_state_nothing() {
    let one_day = read(&news("").replace("<h1>", "<time datetime=2021-02-05>اليوم</time><h1>"));
    assert_eq!(one_day.published.map(|d| d.to_string()), Some("2021-02-05".into()));
    let two = news("").replace("<h1>", "<time datetime=2021-02-05></time><h1>");
    let two = two.replace("<aside>", "<aside><time datetime=2019-01-01></time>");
    let two = read(&two);
    assert_eq!(two.published, None);
    assert!(two.warnings.contains(&Warning::NoDate));
}

#[test]
fn line_breaks_part_paragraphs() {
    let article = format!(
        "<h1>قافلة مساعدات تصل إلى تل الورد</h1><div class=body>{LEDE}<br><br>{SECOND}<br>{THIRD}</div>"
    );
    assert_eq!(read(&page("", &article)).text, [LEDE, SECOND, THIRD].join("\n"));
}

#[test]
fn a_declared_encoding_is_used() {
    let html = news("<meta charset=windows-1256>");
    let bytes = encoding_rs::WINDOWS_1256.encode(&html).0.into_owned();
    let article = one(&given("خبر.html", &bytes), &Known).unwrap();
    assert_eq!(article.text, [LEDE, SECOND, THIRD].join("\n"));
    assert!(!article.warnings.iter().any(|w| matches!(w, Warning::Encoding { .. })));
}

#[test]
fn a_page_without_a_body_is_told() {
    for html in [
        page("<title>صور</title>", "<img src=a.png><p>صور</p>"),
        "<html><head><script>var a = '<p>نص</p>'</script></head><body></body></html>".to_owned(),
        "<!DOCTYPE html><html><body><div id=app></div></body></html>".to_owned(),
    ] {
        let error = one(&given("خبر.html", html.as_bytes()), &Known).unwrap_err();
        assert!(matches!(error, ImportError::NoBody { .. }), "{error}");
        assert!(error.to_string().starts_with("خبر.html: no article text was found in the page"), "{error}");
    }
}

#[test]
fn pages_made_to_break_the_reader_do_not() {
    let nested = |tag: &str, n: usize| format!("<html><body>{}<p>{LEDE}</p>", format!("<{tag}>").repeat(n));
    for html in [
        nested("div", 100),
        nested("div", 1000),
        nested("div", 200_000),
        nested("b", 200_000),
        nested("p", 200_000),
        nested("table", 5_000),
        format!("<html><body><p>{}</p>", "كلمة ".repeat(400_000)),
        "<html".repeat(50_000),
        format!("<html><script type='application/ld+json'>{}</script><p>{LEDE}</p>", "[".repeat(100_000)),
        "<html><!--".to_owned(),
        "<html><p>\u{0}\u{FFFF}</p>".to_owned(),
    ] {
        assert_eq!(all(&given("خبر.html", html.as_bytes())).len(), 1);
    }
}
