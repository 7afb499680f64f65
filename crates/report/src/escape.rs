//! Text into HTML: nothing of an article may be read as markup.

use std::fmt;

/// Shows a text with the five signs of HTML escaped.
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut from = 0;
        for (i, c) in self.0.char_indices() {
            let name = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => continue,
            };
            f.write_str(&self.0[from..i])?;
            f.write_str(name)?;
            from = i + 1;
        }
        f.write_str(&self.0[from..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_an_article_stays_text() {
        let shown = Escaped("<script>\"قال\" & 'أضاف'").to_string();
        assert_eq!(shown, "&lt;script&gt;&quot;قال&quot; &amp; &#39;أضاف&#39;");
    }
}
