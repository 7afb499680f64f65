//! What goes wrong, told in both languages: what happened, to which file, and what to do.

use crate::view::{Failure, Text};
use riwayat_import::{Broken, ImportError};
use riwayat_store::StoreError;

impl Failure {
    /// A failure with its code.
    #[must_use]
    pub fn new(code: &str, ar: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: Text { ar: ar.into(), en: en.into() } }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl std::error::Error for Failure {}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let en = error.to_string();
        let (code, ar) = store(&error);
        Self::new(code, ar, en)
    }
}

/// The code and the Arabic of a failure of the dossier.
fn store(error: &StoreError) -> (&'static str, String) {
    match error {
        StoreError::Missing { path } => {
            ("not-found", format!("{}: لا ملف بهذا الاسم؛ راجع الاسم، أو أنشئ ملفاً جديداً", path.display()))
        }
        StoreError::Exists { path } => {
            ("exists", format!("{}: يوجد ملف بهذا الاسم؛ افتحه، أو اختر اسماً آخر", path.display()))
        }
        StoreError::NotADossier { path, .. } => (
            "dossier-foreign",
            format!("{}: ليس ملف روايات؛ لم يتغيّر فيه شيء. اختر ملفاً لاحقته ‎.riwayat", path.display()),
        ),
        StoreError::Damaged { path, .. } => (
            "dossier-damaged",
            format!("{}: الملف تالف؛ لم يتغيّر فيه شيء. افتح نسخة احتياطية منه", path.display()),
        ),
        StoreError::Newer { path, .. } => (
            "dossier-newer",
            format!("{}: صُنع بإصدار أحدث من روايات؛ لم يتغيّر فيه شيء. حدّث البرنامج", path.display()),
        ),
        StoreError::Locked { path, .. } => {
            ("dossier-locked", format!("{}: مفتوح في نافذة أخرى؛ أغلقها ثم أعد المحاولة", path.display()))
        }
        StoreError::NoPermission { path, .. } => (
            "no-permission",
            format!("{}: لا إذن لك به؛ غيّر أذونات الملف ومجلّده، أو اختر مكاناً آخر", path.display()),
        ),
        StoreError::DiskFull { path, .. } => (
            "storage-full",
            format!(
                "{}: امتلأ القرص؛ لم تُحفظ هذه الخطوة، وكلّ ما حُفظ قبلها باقٍ. أفرغ مكاناً ثم أعد المحاولة",
                path.display()
            ),
        ),
        StoreError::ReadOnly { path, .. } => {
            ("read-only", format!("{}: مفتوح للقراءة فقط؛ افتحه للكتابة كي تغيّره", path.display()))
        }
        StoreError::NotADay { value, .. } => {
            ("not-a-day", format!("«{value}» ليس يوماً؛ اكتبه سنة-شهر-يوم، مثل 2026-03-14"))
        }
        other => ("internal", format!("تعذّر العمل على الملف: {other}")),
    }
}

/// What could not be imported: where, and why in both languages.
#[must_use]
pub fn import(error: &ImportError) -> (String, Text) {
    let whole = error.to_string();
    let (place, ar) = match error {
        ImportError::Unreadable { path, reason } => {
            (path.clone(), format!("تعذّرت قراءته ({reason})؛ تأكّد من وجوده ومن أنّ لك إذناً بقراءته"))
        }
        ImportError::Empty { path } => (path.clone(), "فارغ؛ لم يُستورد منه شيء".to_owned()),
        ImportError::EmptyFolder { path } => {
            (path.clone(), "لا ملفات في هذا المجلّد؛ ضع فيه ملفات ‎.txt أو ‎.html أو ‎.jsonl".to_owned())
        }
        ImportError::TooLarge { path, .. } => {
            (path.clone(), "أكبر من أن يكون مقالاً واحداً؛ اجعل كلّ مقال في ملف".to_owned())
        }
        ImportError::LineTooLarge { path, line, .. } => (
            format!("{path}:{line}"),
            "السطر أكبر من أن يكون مقالاً واحداً؛ اجعل كلّ مقال في سطر. قُرئت السطور الأخرى".to_owned(),
        ),
        ImportError::NotText { path, found, .. } => {
            (path.clone(), format!("ليس نصّاً بل {}؛ افتحه وانسخ نصّ المقال وألصقه هنا", foreign(found)))
        }
        ImportError::BrokenLine { path, line, reason, .. } => (
            format!("{path}:{line}"),
            format!("{}؛ صحّحه ثم استورد الملف من جديد. قُرئت البقية", broken(reason)),
        ),
        ImportError::BrokenJson { path, reason } => {
            (path.clone(), format!("{}؛ اجعل في كلّ سطر كائناً واحداً", broken(reason)))
        }
        ImportError::NoBody { path, .. } => {
            (path.clone(), "لا متن في الصفحة؛ افتحها وانسخ نصّ المقال وألصقه هنا".to_owned())
        }
        other => (String::new(), other.to_string()),
    };
    let en = whole.strip_prefix(&format!("{place}: ")).unwrap_or(&whole).to_owned();
    (place, Text { ar, en })
}

/// What is wrong with JSON that should be an article, in Arabic.
fn broken(reason: &Broken) -> String {
    match reason {
        Broken::NotJson { column: 0, .. } => "ليس JSON سليماً".to_owned(),
        Broken::NotJson { column, .. } => format!("ليس JSON سليماً (عند البايت {column})"),
        Broken::NotAnObject => "ليس كائن JSON".to_owned(),
        Broken::NoText => "لا نصّ فيه: الحقلان text وhtml غائبان أو فارغان".to_owned(),
        Broken::NotText { field, .. } => format!("قيمة الحقل {field} ليست نصّاً"),
        Broken::NoArticle => "لا نصّ مقال في حقله html".to_owned(),
    }
}

/// What a file is that is no text, in Arabic; by the words of the import's own name for it.
const FOREIGN: [(&str, &str); 12] = [
    ("picture", "صورة"),
    ("drawing", "رسم"),
    ("sound", "تسجيل صوتيّ"),
    ("video", "مقطع مصوّر"),
    ("PDF", "مستند PDF"),
    ("MHTML", "أرشيف صفحة (MHTML)"),
    ("archive", "أرشيف مضغوط"),
    ("table", "جدول"),
    ("Word", "مستند Word"),
    ("document", "مستند مكتبيّ"),
    ("database", "قاعدة بيانات"),
    ("program", "برنامج"),
];

fn foreign(found: &str) -> &str {
    FOREIGN.iter().find(|(en, _)| found.contains(en)).map_or("ملف من نوع آخر", |(_, ar)| ar)
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_import::{OutletNames, read_source};

    struct Nobody;

    impl OutletNames for Nobody {
        fn known(&self, _: &str) -> Option<&str> {
            None
        }
    }

    #[test]
    fn what_is_wrong_with_a_line_is_told_in_both_languages() {
        let lines = ["{\"text\":", "[1]", "{\"text\": \" \"}", "{\"text\": 5}", "{\"html\": \"<p></p>\"}"];
        let bytes = lines.join("\n").into_bytes();
        let source =
            riwayat_import::Source::Bytes { name: "أخبار.jsonl".to_owned(), bytes, lines: true };
        let mut told = Vec::new();
        read_source(&source, &Nobody, &mut |outcome| {
            told.extend(outcome.err().map(|error| import(&error)));
            true
        });
        let places: Vec<&str> = told.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(
            places,
            ["أخبار.jsonl:1", "أخبار.jsonl:2", "أخبار.jsonl:3", "أخبار.jsonl:4", "أخبار.jsonl:5"]
        );
        let ar = ["ليس JSON سليماً (عند البايت", "ليس كائن JSON", "لا نصّ فيه", "قيمة الحقل text", "لا نصّ مقال"];
        let en = [
            "is not valid JSON",
            "is not a JSON object",
            "has neither",
            "must be text, not a number",
            "no article text",
        ];
        for ((_, text), (ar, en)) in told.iter().zip(ar.iter().zip(en)) {
            assert!(text.ar.starts_with(ar) && text.ar.contains("صحّحه"), "{}", text.ar);
            assert!(text.en.contains(en) && text.en.contains("correct it"), "{}", text.en);
        }
    }
}
