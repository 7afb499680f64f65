//! What surrounds an article on its page and is copied with it: buttons, share bars, pointers, comments.
//!
//! One rule a row, with examples that a test runs. The words of a rule are compared in their folded form, numbers
//! and signs apart, so that `التعليقات (12)` is `التعليقات`. What is *not* here: the headline, the date and the
//! outlet, which need their place in the text ([`crate::structure`]).

use crate::article::reason;
use crate::line::{Line, words};
use std::sync::LazyLock;

/// What a rule's match says of the lines after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opens {
    /// Nothing.
    Line,
    /// They belong to it until one reads like prose.
    Block,
    /// They belong to it to the end.
    Rest,
}

/// How a rule's phrases stand to the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The line is one of the phrases.
    Whole,
    /// It begins with one, and has at most so many words.
    Starts(usize),
    /// One stands anywhere in it.
    Holds,
    /// Every word is one of the phrases or of [`GLUE`], and one at least is of the phrases.
    Only,
    /// It ends in brackets that hold one, and has at most so many words.
    Credit(usize),
    /// It has no letters.
    Bare,
    /// Every word of it is a hashtag.
    Hashtags,
}

/// One rule.
struct Rule {
    reason: &'static str,
    shape: Shape,
    opens: Opens,
    /// Also where the line reads like prose.
    prose: bool,
    phrases: &'static [&'static str],
    /// Lines that it must fit; the test below runs them.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test"))]
    examples: &'static [&'static str],
}

/// Words that stand between the names of networks on a share bar.
const GLUE: [&str; 9] = ["على", "عبر", "هذا", "المقال", "الخبر", "الموضوع", "في", "أو", "مع"];

const fn rule(
    reason: &'static str,
    shape: Shape,
    opens: Opens,
    phrases: &'static [&'static str],
    examples: &'static [&'static str],
) -> Rule {
    Rule { reason, shape, opens, prose: false, phrases, examples }
}

const fn also_prose(rule: Rule) -> Rule {
    Rule { prose: true, ..rule }
}

/// The rules; the first that fits counts.
static RULES: &[Rule] = &[
    rule(reason::SEPARATOR, Shape::Bare, Opens::Line, &[], &["ـــــ ــ", "* * *", "-----", "12"]),
    rule(
        reason::WIDGET,
        Shape::Whole,
        Opens::Line,
        &[
            "icon",
            "a",
            "aa",
            "حجم الخط",
            "الخط",
            "تكبير الخط",
            "تصغير الخط",
            "قراءة",
            "قراءات",
            "دقيقة قراءة",
            "دقائق قراءة",
            "دقيقة للقراءة",
            "دقائق للقراءة",
            "مشاهدة",
            "مشاهدات",
            "زيارة",
            "استمع",
            "استمع إلى المقال",
            "استمع للمقال",
            "استماع",
            "طباعة",
            "اطبع",
            "حفظ",
            "حفظ المقال",
            "رابط مختصر",
            "تشغيل الفيديو",
            "فيديو",
            "صور",
            "print",
            "save",
            "listen",
            "menu",
            "play",
        ],
        &["+A", "-A", "حجم الخط", "icon", "4 دقائق قراءة", "1٬204 مشاهدة"],
    ),
    rule(
        reason::WIDGET,
        Shape::Starts(6),
        Opens::Line,
        &[
            "وقت القراءة",
            "مدة القراءة",
            "زمن القراءة",
            "عدد المشاهدات",
            "عدد القراءات",
            "عدد الزيارات",
            "اضغط للطباعة",
            "أرسل إلى صديق",
        ],
        &["مدة القراءة: 3 دقائق", "عدد المشاهدات: 512"],
    ),
    rule(
        reason::SHARE,
        Shape::Only,
        Opens::Line,
        &[
            "مشاركة",
            "شارك",
            "شاركها",
            "شاركه",
            "شاركنا",
            "انشر",
            "غرد",
            "فيسبوك",
            "فيس",
            "بوك",
            "تويتر",
            "إكس",
            "واتساب",
            "واتس",
            "آب",
            "تيليغرام",
            "تلغرام",
            "تيليجرام",
            "تلجرام",
            "تليغرام",
            "لينكدإن",
            "لينكد",
            "ماسنجر",
            "بينترست",
            "انستغرام",
            "إنستغرام",
            "يوتيوب",
            "البريد",
            "الإلكتروني",
            "نسخ",
            "الرابط",
            "share",
            "tweet",
            "facebook",
            "twitter",
            "x",
            "whatsapp",
            "telegram",
            "linkedin",
            "pinterest",
            "messenger",
            "email",
            "copy",
            "link",
            "instagram",
            "youtube",
            "reddit",
        ],
        &["مشاركة:", "شارك هذا المقال", "فيسبوك تويتر واتساب", "نسخ الرابط"],
    ),
    also_prose(rule(
        reason::RELATED,
        Shape::Starts(30),
        Opens::Block,
        &[
            "اقرأ أيضا",
            "اقرأ كذلك",
            "اقرأ المزيد",
            "اقرأوا أيضا",
            "طالع أيضا",
            "شاهد أيضا",
            "شاهد أيضاً",
            "read also",
            "read more",
        ],
        &["اقرأ أيضاً:", "إقرأ أيضا", "شاهد أيضًا: قافلة جديدة تصل إلى تل الورد"],
    )),
    rule(
        reason::RELATED,
        Shape::Starts(12),
        Opens::Block,
        &[
            "أخبار ذات صلة",
            "مقالات ذات صلة",
            "مواضيع ذات صلة",
            "موضوعات ذات صلة",
            "مواد ذات صلة",
            "ذات صلة",
            "أخبار متعلقة",
            "مواضيع متعلقة",
            "مقالات مشابهة",
            "مواضيع مشابهة",
            "قد يعجبك",
            "قد يهمك",
            "قد تهمك",
            "للمزيد",
            "المزيد من",
            "المزيد حول",
            "المزيد عن",
            "related articles",
            "related",
        ],
        &["مقالات ذات صلة", "قد يعجبك أيضا", "المزيد من الأخبار"],
    ),
    also_prose(rule(
        reason::COMMENTS,
        Shape::Starts(60),
        Opens::Rest,
        &[
            "التعليقات المنشورة",
            "اترك تعليقا",
            "اترك تعليق",
            "اترك ردا",
            "أضف تعليق",
            "أضف تعليقا",
            "أضف تعليقك",
            "اكتب تعليق",
            "اكتب تعليقا",
            "اكتب تعليقك",
            "لا توجد تعليقات",
            "لا يوجد تعليقات",
            "لن يتم نشر عنوان بريدك",
            "leave a reply",
            "leave a comment",
            "no comments",
        ],
        &["التعليقات المنشورة لا تعبر عن رأي الموقع.", "اترك تعليقاً", "أضف تعليق جديد"],
    )),
    rule(
        reason::COMMENTS,
        Shape::Whole,
        Opens::Rest,
        &[
            "تعليقات",
            "التعليقات",
            "تعليق",
            "تعليقات القراء",
            "تعليقات الزوار",
            "لا تعليقات",
            "comments",
            "comment",
        ],
        &["التعليقات (12)", "تعليقات", "0 تعليق"],
    ),
    rule(
        reason::MOST_READ,
        Shape::Starts(4),
        Opens::Rest,
        &[
            "الأكثر قراءة",
            "الأكثر مشاهدة",
            "الأكثر تداولا",
            "الأكثر تعليقا",
            "الأكثر شعبية",
            "الأكثر زيارة",
            "أهم المواضيع",
            "أهم الأخبار",
            "أهم التصنيفات",
            "آخر الأخبار",
            "أحدث الأخبار",
            "most read",
            "most popular",
        ],
        &["الأكثر قراءة", "💡 أهم المواضيع", "آخر الأخبار"],
    ),
    rule(
        reason::TAGS,
        Shape::Starts(40),
        Opens::Block,
        &[
            "الوسوم",
            "وسوم",
            "كلمات مفتاحية",
            "الكلمات المفتاحية",
            "كلمات دلالية",
            "الكلمات الدلالية",
            "كلمات البحث",
            "العلامات",
            "الدلالات",
            "tags",
        ],
        &["الوسوم: تل الورد، الساحل", "كلمات مفتاحية"],
    ),
    rule(reason::TAGS, Shape::Hashtags, Opens::Line, &[], &["#تل_الورد #الساحل"]),
    also_prose(rule(
        reason::FOOTER,
        Shape::Starts(40),
        Opens::Block,
        &[
            "جميع الحقوق محفوظة",
            "كل الحقوق محفوظة",
            "كافة الحقوق محفوظة",
            "الحقوق محفوظة",
            "حقوق النشر محفوظة",
            "حقوق الطبع",
            "copyright",
            "all rights reserved",
            "الآراء الواردة",
            "المقالات المنشورة",
            "المواد المنشورة",
            "سياسة الخصوصية",
        ],
        &["جميع الحقوق محفوظة © 2024", "الآراء الواردة في المقال تعبر عن رأي كاتبها."],
    )),
    also_prose(rule(
        reason::FOOTER,
        Shape::Holds,
        Opens::Block,
        &["لا تعبر بالضرورة عن", "لا يعبر بالضرورة عن", "ولا تعبر بالضرورة عن", "ولا يعبر بالضرورة عن"],
        &["هذه المادة تعبر عن رأي الكاتب ولا تعبر بالضرورة عن رأي الصحيفة."],
    )),
    rule(
        reason::ADVERT,
        Shape::Whole,
        Opens::Line,
        &["إعلان", "إعلانات", "الإعلانات", "advertisement", "ads"],
        &["إعلان", "Advertisement"],
    ),
    also_prose(rule(
        reason::ADVERT,
        Shape::Starts(16),
        Opens::Line,
        &[
            "تابعنا على",
            "تابعونا على",
            "تابعونا عبر",
            "تابعنا عبر",
            "انضم إلى قناتنا",
            "انضموا إلى قناتنا",
            "انضم إلينا",
            "اشترك في قناتنا",
            "اشترك في نشرتنا",
            "اشترك في النشرة",
            "اشتركوا في",
            "للاشتراك في",
            "حمل التطبيق",
            "حمل تطبيق",
            "لمتابعة آخر الأخبار",
            "follow us",
            "subscribe",
        ],
        &["تابعونا على تلغرام لتصلكم الأخبار أولا بأول.", "اشترك في نشرتنا البريدية"],
    )),
    rule(
        reason::NAVIGATION,
        Shape::Whole,
        Opens::Line,
        &[
            "القائمة",
            "بحث",
            "ابحث",
            "تسجيل الدخول",
            "دخول",
            "من نحن",
            "اتصل بنا",
            "تخطي إلى المحتوى",
            "انتقل إلى المحتوى",
            "التالي",
            "السابق",
            "المقال التالي",
            "المقال السابق",
            "العودة إلى الأعلى",
            "عربي",
            "english",
            "home",
        ],
        &["القائمة", "تسجيل الدخول", "المقال السابق"],
    ),
    rule(
        reason::NAVIGATION,
        Shape::Starts(9),
        Opens::Line,
        &["الرئيسية", "الصفحة الرئيسية", "أنت هنا"],
        &["الرئيسية > أخبار > محليات", "الرئيسية"],
    ),
    rule(
        reason::CAPTION,
        Shape::Credit(24),
        Opens::Line,
        &[
            "أرشيف",
            "أرشيفية",
            "إنترنت",
            "انترنت",
            "صورة",
            "تعبيرية",
            "رويترز",
            "أ ف ب",
            "أف ب",
            "فرانس برس",
            "الأناضول",
            "أسوشيتد برس",
            "أ ب",
            "غيتي",
            "تويتر",
            "فيسبوك",
            "مواقع التواصل",
            "وكالات",
            "متداولة",
            "afp",
            "reuters",
            "getty",
            "ap",
            "epa",
            "aa",
        ],
        &["جانب من القافلة عند مدخل تل الورد (أرشيف - إنترنت)", "دخان فوق المدينة (رويترز)"],
    ),
    rule(
        reason::CAPTION,
        Shape::Starts(16),
        Opens::Line,
        &[
            "صورة تعبيرية",
            "صورة أرشيفية",
            "صورة من",
            "الصورة من",
            "مصدر الصورة",
            "الصورة أرشيفية",
            "تعليق على الصورة",
            "image source",
            "image caption",
            "getty images",
        ],
        &["صورة تعبيرية", "مصدر الصورة: صفحات محلية"],
    ),
    rule(
        reason::DATELINE,
        Shape::Whole,
        Opens::Line,
        &[
            "منذ دقيقة",
            "منذ دقيقتين",
            "منذ دقائق",
            "منذ ساعة",
            "منذ ساعتين",
            "منذ ساعات",
            "منذ يوم",
            "منذ يومين",
            "منذ أيام",
            "منذ أسبوع",
            "منذ أسبوعين",
            "منذ أسابيع",
            "منذ شهر",
            "منذ شهرين",
            "منذ أشهر",
            "منذ سنة",
            "منذ سنتين",
            "منذ سنوات",
            "قبل دقائق",
            "قبل دقيقة",
            "قبل ساعة",
            "قبل ساعتين",
            "قبل ساعات",
            "قبل يوم",
            "قبل يومين",
            "قبل أيام",
            "قبل أسبوع",
            "قبل أسبوعين",
            "قبل أسابيع",
            "قبل شهر",
            "قبل أشهر",
            "قبل سنة",
            "قبل سنوات",
        ],
        &["منذ 3 ساعات", "قبل ساعتين"],
    ),
];

/// The folded phrases of [`RULES`], row by row, made once.
static FOLDED: LazyLock<Vec<Vec<Vec<String>>>> =
    LazyLock::new(|| RULES.iter().map(|r| r.phrases.iter().map(|p| words(p)).collect()).collect());

/// Folds the phrases, which otherwise are folded at the first line.
pub fn prepare() {
    LazyLock::force(&FOLDED);
}

/// What a line is when it is furniture: why, and what it says of the lines after it.
pub(crate) fn furniture(line: &Line<'_>) -> Option<(&'static str, Opens)> {
    RULES
        .iter()
        .zip(FOLDED.iter())
        .find(|(rule, phrases)| (rule.prose || !line.prose) && fits(rule.shape, phrases, line))
        .map(|(rule, phrases)| (rule.reason, opens(rule, phrases, line)))
}

/// A pointer that names its target on the same line (اقرأ أيضا: كذا) says nothing of the next line.
fn opens(rule: &Rule, phrases: &[Vec<String>], line: &Line<'_>) -> Opens {
    let label = line.words.len() <= LABEL_WORDS || phrases.contains(&line.words);
    if rule.opens == Opens::Block && !label { Opens::Line } else { rule.opens }
}

/// Most words of a label that stands over a list (مقالات قد تهمك أيضا).
const LABEL_WORDS: usize = 4;

fn fits(shape: Shape, phrases: &[Vec<String>], line: &Line<'_>) -> bool {
    let words = &line.words;
    match shape {
        Shape::Whole => phrases.contains(words),
        Shape::Starts(most) => words.len() <= most && phrases.iter().any(|p| words.starts_with(p)),
        Shape::Holds => phrases.iter().any(|p| words.windows(p.len()).any(|w| w == p)),
        Shape::Only => only(phrases, words),
        Shape::Credit(most) => words.len() <= most && credit(line.text, phrases),
        Shape::Bare => words.is_empty(),
        Shape::Hashtags => line.text.split_whitespace().all(|w| w.starts_with('#')),
    }
}

fn only(phrases: &[Vec<String>], line: &[String]) -> bool {
    static GLUED: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| GLUE.iter().map(|w| words(w)).collect());
    let named = |word: &String| phrases.iter().any(|p| p.len() == 1 && &p[0] == word);
    let glue = |word: &String| GLUED.iter().any(|g| &g[0] == word);
    line.iter().any(named) && line.iter().all(|word| named(word) || glue(word))
}

/// True where the text ends in brackets that hold one of the phrases, and no full stop stands before them.
fn credit(text: &str, phrases: &[Vec<String>]) -> bool {
    let Some((before, inner)) = text.strip_suffix(')').and_then(|t| t.rsplit_once('(')) else { return false };
    let inner = words(inner);
    !before.trim_end().ends_with('.') && phrases.iter().any(|p| inner.windows(p.len()).any(|w| w == p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_fits_its_examples() {
        for (rule, phrases) in RULES.iter().zip(FOLDED.iter()) {
            assert!(!rule.examples.is_empty(), "a rule without examples: {}", rule.reason);
            for example in rule.examples {
                let line = Line::new(example);
                assert!(fits(rule.shape, phrases, &line), "{}: {example}", rule.reason);
                assert_eq!(furniture(&line).map(|f| f.0), Some(rule.reason), "{example}");
            }
        }
    }

    #[test]
    fn prose_that_begins_like_furniture_stays() {
        for text in [
            "المزيد من القوات وصلت إلى تل الورد مساء أمس.",
            "شارك الآلاف في تشييع الضحايا وسط المدينة.",
            "تعليقات المسؤولين على القرار جاءت متباينة.",
            "منذ الصباح تنتشر الدوريات في شوارع المدينة.",
            "وقال إن القافلة غادرت ليلا (رويترز) إلى جهة مجهولة.",
        ] {
            assert_eq!(furniture(&Line::new(text)), None, "{text}");
        }
    }

    #[test]
    fn a_pointer_with_its_target_closes_with_its_line() {
        let opens = |text| furniture(&Line::new(text)).map(|f| f.1);
        assert_eq!(opens("اقرأ أيضاً:"), Some(Opens::Block));
        assert_eq!(opens("اقرأ أيضاً: قافلة مساعدات جديدة تصل إلى تل الورد"), Some(Opens::Line));
    }
}
