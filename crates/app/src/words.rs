//! What the program says of an article, in both languages: reasons and warnings. One function a kind.

use crate::pipeline::CampReason;
use riwayat_compare::Why;
use riwayat_import::Warning;

/// Both languages at once.
#[must_use]
pub fn both(ar: impl Into<String>, en: impl Into<String>) -> Why {
    Why { ar: ar.into(), en: en.into() }
}

/// A warning of the import.
#[must_use]
pub fn warning(warning: &Warning) -> Why {
    match warning {
        Warning::Encoding { encoding, replaced: 0 } => both(
            format!("الترميز غير معلن؛ قُرئ على أنّه {encoding}"),
            format!("the encoding is not declared; read as {encoding}"),
        ),
        Warning::Encoding { encoding, replaced } => both(
            format!("قُرئ على أنّه {encoding}، واستُبدل بعلامة � ما لا يُقرأ منه ({replaced})؛ راجع الأصل"),
            format!(
                "read as {encoding}; {replaced} unreadable places were replaced by �; check the original"
            ),
        ),
        Warning::NoDate => both(
            "لم يُعثر على تاريخ نشر؛ حدّده إن عرفتَه",
            "no date of publication was found; set it if you know it",
        ),
        Warning::NoOutlet => both(
            "لم يُعثر على اسم منبر؛ بقي الطرف «غير محدّد»",
            "no outlet was found; the camp stays “unassigned”",
        ),
        Warning::NoTitle => both("لم يُعثر على عنوان", "no title was found"),
        Warning::NotArabic => {
            both("النصّ بالكاد عربيّ؛ راجع الأصل", "hardly any Arabic is in the text; check the original")
        }
        Warning::AmbiguousDate(text) => both(
            format!("يُقرأ التاريخ «{text}» على وجهين؛ أُخذ اليوم قبل الشهر"),
            format!("the date “{text}” can be read in two ways; the day was taken to come first"),
        ),
        other => both(format!("{other:?}"), format!("{other:?}")),
    }
}

/// Why an article has its camp.
#[must_use]
pub fn camp_reason(reason: &CampReason, outlet: Option<&str>) -> Why {
    let name = outlet.unwrap_or("");
    match reason {
        CampReason::Given => both("ذُكر الطرف مع المقال", "the camp was given with the article"),
        CampReason::Decided => both("حدّدتِ أنتِ الطرف", "you set the camp"),
        CampReason::Outlet(why) if why.is_empty() => both(
            format!("طرف «{name}» في قائمة المنابر"),
            format!("the camp of “{name}” in the list of outlets"),
        ),
        CampReason::Outlet(why) => both(
            format!("طرف «{name}» في قائمة المنابر: {why}"),
            format!("the camp of “{name}” in the list of outlets: {why}"),
        ),
        CampReason::Unassigned if outlet.is_none() => {
            both("لا منبر معروفاً، فلا طرف", "no outlet is known, so neither is a camp")
        }
        CampReason::Unassigned => both(
            format!("لا طرف لـ«{name}» في قائمة المنابر"),
            format!("the list of outlets gives “{name}” no camp"),
        ),
    }
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
