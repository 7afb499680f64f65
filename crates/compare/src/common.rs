//! Words that half the reports of any war hold: fighting, forces, places in general, casualties.
//!
//! In a pile of five articles no count can tell a rare word from these, so they are known beforehand: each is taken to
//! stand in [`SHARE`] of the articles that one has not. They keep some weight, unlike stop words.

use riwayat_text::stem::stem;
use std::sync::LazyLock;

/// In which share of the reports of a war such a word is taken to stand. 0 to 1.
pub(crate) const SHARE: f64 = 0.35;

/// The words, by matter; folded, in the form that is commonest.
const WORDS: &[&str] = &[
    // Forces and people.
    "قوات",
    "القوه",
    "الجيش",
    "جنود",
    "جندي",
    "عناصر",
    "عنصر",
    "مقاتل",
    "مقاتلين",
    "مقاتلو",
    "مسلح",
    "مسلحين",
    "مسلحي",
    "ميليشيا",
    "مليشيات",
    "فصائل",
    "تنظيم",
    "الدوله",
    "النظام",
    "المعارضه",
    "الحكومه",
    "قائد",
    "قياده",
    "القياده",
    "قيادي",
    "عسكري",
    "العسكريه",
    "ضابط",
    "مدني",
    "مدنيين",
    "اهالي",
    "سكان",
    "ناشطين",
    "الناشط",
    "المتحدث",
    "الناطق",
    "طرف",
    "اطراف",
    "الطرفين",
    "الارهابيه",
    "ارهابي",
    "ارهابيين",
    "شعب",
    "مجموعات",
    "مجموعه",
    "دوليه",
    "الدولي",
    "محلي",
    "محليه",
    "المحليه",
    // Places in general.
    "منطقه",
    "مناطق",
    "مدينه",
    "مدن",
    "بلده",
    "بلدات",
    "قريه",
    "قري",
    "حي",
    "احياء",
    "ريف",
    "محافظه",
    "محيط",
    "شرق",
    "غرب",
    "شمال",
    "جنوب",
    "شرقي",
    "غربي",
    "شمالي",
    "جنوبي",
    "الشرقيه",
    "الغربيه",
    "الشماليه",
    "الجنوبيه",
    "الحدود",
    "حدود",
    "طريق",
    "مركز",
    "نقاط",
    "نقطه",
    "مواقع",
    "جبهه",
    "جبهات",
    "الاراضي",
    "اراضي",
    "بلاد",
    "سوريا",
    "سوريه",
    "السوري",
    "السوريه",
    // Fighting and its course.
    "هجوم",
    "هجمات",
    "معركه",
    "معارك",
    "المعارك",
    "اشتباك",
    "اشتباكات",
    "قتال",
    "القتال",
    "قصف",
    "القصف",
    "غاره",
    "غارات",
    "ضربات",
    "ضربه",
    "صاروخ",
    "صواريخ",
    "قذائف",
    "مدفعيه",
    "المدفعيه",
    "طيران",
    "الطيران",
    "طائرات",
    "طائره",
    "انفجار",
    "استهداف",
    "استهدفت",
    "عمليه",
    "عمليات",
    "العمليات",
    "سيطره",
    "السيطره",
    "سيطرت",
    "سيطر",
    "سيطرتها",
    "استعاد",
    "استعاده",
    "تقدم",
    "تقدمت",
    "انسحاب",
    "انسحبت",
    "انسحب",
    "دخول",
    "خروج",
    "تحرير",
    "حصار",
    "معاقل",
    "اخر",
    "تعزيزات",
    "سلاح",
    "اسلحه",
    "ذخائر",
    "دمار",
    "حرب",
    "الحرب",
    "امن",
    "الامن",
    "امني",
    "اتفاق",
    "الاتفاق",
    "مفاوضات",
    "هدنه",
    "تسليم",
    "اعلان",
    "بدء",
    // Casualties.
    "قتل",
    "قتلي",
    "قتيل",
    "قتيلا",
    "مقتل",
    "قتلت",
    "قتلوا",
    "جرح",
    "جرحي",
    "جريح",
    "جريحا",
    "اصابه",
    "اصيب",
    "مصاب",
    "مصابين",
    "شهيد",
    "شهداء",
    "استشهد",
    "استشهاد",
    "ضحايا",
    "حصيله",
    "خسائر",
    "اسري",
    "اسير",
];

/// The stems of the common words, for look-up.
#[derive(Debug)]
pub(crate) struct CommonWords {
    sorted: Vec<&'static str>,
}

impl CommonWords {
    /// The table, stemmed once.
    pub(crate) fn get() -> &'static Self {
        static COMMON: LazyLock<CommonWords> = LazyLock::new(CommonWords::new);
        &COMMON
    }

    fn new() -> Self {
        let mut sorted: Vec<&str> = WORDS.iter().map(|w| stem(w)).collect();
        sorted.sort_unstable();
        sorted.dedup();
        Self { sorted }
    }

    /// True for the stem of a common word.
    pub(crate) fn has(&self, stem: &str) -> bool {
        self.sorted.binary_search(&stem).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_text::normal::fold;

    #[test]
    fn every_word_of_the_table_is_folded_and_rare_ones_are_not_in_it() {
        for w in WORDS {
            assert_eq!(fold(w), *w);
        }
        let common = CommonWords::get();
        assert!(common.has(stem("المعارك")) && !common.has(stem("مستودع")));
    }
}
