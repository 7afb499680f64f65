//! What the program says of an article, in both languages: reasons and warnings. One function a kind.

use crate::pipeline::CampReason;
use riwayat_claims::OwnEntry;
use riwayat_compare::{Hand, Why};
use riwayat_import::Warning;
use riwayat_store::{EntryChange, Link, LinkChange};
use serde_json::{Value, json};

/// Both languages at once.
#[must_use]
pub fn both(ar: impl Into<String>, en: impl Into<String>) -> Why {
    Why { ar: ar.into(), en: en.into() }
}

/// A warning of the import as it is kept.
#[must_use]
pub fn warning_value(warning: &Warning) -> Value {
    match warning {
        Warning::Encoding { encoding, replaced } => {
            json!({"code": "encoding", "encoding": encoding, "replaced": replaced})
        }
        Warning::NoDate => json!({"code": "no-date"}),
        Warning::NoOutlet => json!({"code": "no-outlet"}),
        Warning::NoTitle => json!({"code": "no-title"}),
        Warning::NotArabic => json!({"code": "not-arabic"}),
        Warning::AmbiguousDate(text) => json!({"code": "ambiguous-date", "text": text}),
        Warning::BadDate(text) => json!({"code": "bad-date", "text": text}),
        other => json!({"code": "other", "text": format!("{other:?}")}),
    }
}

/// A warning of the import, as told.
#[must_use]
pub fn warning(kept: &Value) -> Why {
    let text = kept["text"].as_str().unwrap_or("");
    match kept["code"].as_str().unwrap_or("") {
        "encoding" => {
            encoding(kept["encoding"].as_str().unwrap_or(""), kept["replaced"].as_u64().unwrap_or(0))
        }
        "no-date" => both(
            "لم يُعثر على تاريخ نشر؛ حدّده إن عرفتَه",
            "no date of publication was found; set it if you know it",
        ),
        "no-outlet" => both(
            "لم يُعثر على اسم منبر؛ بقي الطرف «غير محدّد»",
            "no outlet was found; the camp stays “unassigned”",
        ),
        "no-title" => both("لم يُعثر على عنوان", "no title was found"),
        "not-arabic" => {
            both("النصّ بالكاد عربيّ؛ راجع الأصل", "hardly any Arabic is in the text; check the original")
        }
        "ambiguous-date" => both(
            format!("يُقرأ التاريخ «{text}» على وجهين؛ أُخذ اليوم قبل الشهر"),
            format!("the date “{text}” can be read in two ways; the day was taken to come first"),
        ),
        "bad-date" => both(
            format!("«{text}» ليس تاريخاً؛ بقي المقال بلا تاريخ"),
            format!("“{text}” is not a date; the article stays undated"),
        ),
        _ => both(text, text),
    }
}

fn encoding(name: &str, replaced: u64) -> Why {
    if replaced == 0 {
        return both(
            format!("الترميز غير معلن؛ قُرئ على أنّه {name}"),
            format!("the encoding is not declared; read as {name}"),
        );
    }
    both(
        format!("قُرئ على أنّه {name}، واستُبدل بعلامة � ما لا يُقرأ منه ({replaced})؛ راجع الأصل"),
        format!("read as {name}; {replaced} unreadable places were replaced by �; check the original"),
    )
}

/// A change of what a dossier puts over the lexicon, as told beside undo and redo.
#[must_use]
pub fn changed_entries(entries: &[EntryChange]) -> (&'static str, &'static str) {
    let uncalled = |entry: &Option<OwnEntry>| OwnEntry { called: None, ..entry.clone().unwrap_or_default() };
    if entries.iter().all(|change| uncalled(&change.from) == uncalled(&change.to)) {
        return ("اختيار اسم محايد", "choosing a neutral name");
    }
    ("تعديل المعجم", "change of the lexicon")
}

/// Why an article has its camp.
#[must_use]
pub fn camp_reason(reason: &CampReason, outlet: Option<&str>) -> Why {
    let name = outlet.unwrap_or("");
    match reason {
        CampReason::Given => both("ذُكر الطرف مع المقال", "the camp was given with the article"),
        CampReason::Decided => both("حدّدتُ الطرف بنفسي", "you set the camp"),
        CampReason::Outlet(why) if why.ar.is_empty() => both(
            format!("طرف «{name}» في قائمة المنابر"),
            format!("the camp of “{name}” in the list of outlets"),
        ),
        CampReason::Outlet(why) => {
            // A dossier's own list gives its reason in one language: words of hers, in the other as a quotation.
            let en = if why.ar == why.en { format!("“{}”", why.en) } else { why.en.clone() };
            both(
                format!("طرف «{name}» في قائمة المنابر: {}", why.ar),
                format!("the camp of “{name}” in the list of outlets: {en}"),
            )
        }
        CampReason::Unassigned if outlet.is_none() => {
            both("لا منبر معروفاً، فلا طرف", "no outlet is known, so neither is a camp")
        }
        CampReason::Unassigned => both(
            format!("لا طرف لـ«{name}» في قائمة المنابر"),
            format!("the list of outlets gives “{name}” no camp"),
        ),
    }
}

/// What the analyst decided of a row; nothing where she decided nothing.
#[must_use]
pub fn by_hand(hand: Hand) -> Option<Why> {
    Some(match (hand.joined, hand.parted) {
        (false, false) => return None,
        (true, false) => both("جمعتُ جُملاً في هذا الصفّ بنفسي", "you put sentences of this row together"),
        (false, true) => both(
            "فصلتُ جُملاً في هذا الصفّ عن جُمل غيره بنفسي",
            "you parted sentences of this row from those of another",
        ),
        (true, true) => both(
            "جمعتُ جُملاً في هذا الصفّ وفصلتُ جُملاً فيه عن جُمل غيره بنفسي",
            "you put sentences of this row together, and parted some from those of another",
        ),
    })
}

/// What was done by links of articles, as told beside undo and redo.
pub fn linked_articles(links: &[LinkChange<String>]) -> (&'static str, &'static str) {
    match (kinds(links.iter().map(|l| l.to)), about_one(links)) {
        ((true, true), true) => ("نقل مقال إلى حدث آخر", "moving an article to another event"),
        ((true, true), false) => ("قسمة حدث إلى حدثين", "making two events of one"),
        ((true, false), _) => ("جمع حدثين في حدث واحد", "making one event of two"),
        ((false, true), true) => ("إخراج مقال من حدثه", "taking an article out of its event"),
        ((false, true), false) => ("إخراج مقالات من حدثها", "taking articles out of their event"),
        ((false, false), _) => ("ترك المقال للبرنامج", "leaving an article to the program"),
    }
}

/// Whether all links are those of one article.
fn about_one(links: &[LinkChange<String>]) -> bool {
    let in_all = |id: &String| links.iter().all(|l| l.a == *id || l.b == *id);
    links.first().is_some_and(|l| in_all(&l.a) || in_all(&l.b))
}

/// What was done by links of sentences, as told beside undo and redo.
pub fn linked_rows(to: impl Iterator<Item = Option<Link>>) -> (&'static str, &'static str) {
    match kinds(to) {
        (true, true) => ("نقل جملة إلى صفّ آخر", "moving a sentence to another row"),
        (true, false) => ("جمع صفّين في صفّ واحد", "making one row of two"),
        (false, true) => ("إخراج جملة من صفّها", "taking a sentence out of its row"),
        (false, false) => ("ترك الصفّ للبرنامج", "leaving a row to the program"),
    }
}

/// Whether something was joined, and whether something was parted.
fn kinds(to: impl Iterator<Item = Option<Link>>) -> (bool, bool) {
    to.flatten().fold((false, false), |(joined, parted), link| match link {
        Link::Must => (true, parted),
        Link::Cannot => (joined, true),
    })
}

/// Why a stretch was left out of the body, by the reason's name.
#[must_use]
pub fn left_out(reason: &str) -> Why {
    let (ar, en) = match reason {
        "title-repeat" => ("تكرار العنوان", "the title again"),
        "dateline" => ("سطر التاريخ", "the line of the date"),
        "outlet-line" => ("سطر المنبر", "the line of the outlet"),
        "share" => ("مشاركة", "sharing"),
        "related" => ("روابط إلى مقالات أخرى", "links to other articles"),
        "most-read" => ("الأكثر قراءة", "what others read"),
        "tags" => ("وسوم", "keywords"),
        "advert" => ("إعلان", "advertising"),
        "outside-article" => ("ما حول المقال في الصفحة", "the rest of the page"),
        "comments" => ("تعليقات", "comments"),
        "caption" => ("تعليق صورة", "a picture's caption"),
        "navigation" => ("تنقّل", "navigation"),
        "widget" => ("أداة في الصفحة", "a tool of the page"),
        "section" => ("اسم قسم", "a section's name"),
        "separator" => ("فاصل", "a separator"),
        "footer" => ("ذيل الصفحة", "the page's foot"),
        _ => ("ليس من المتن", "not body"),
    };
    both(ar, en)
}
