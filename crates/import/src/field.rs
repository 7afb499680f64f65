//! The fields of one JSON article (design: articles in).

use crate::error::Broken;
use serde_json::{Map, Value};

/// The fields of one JSON object, checked for their kinds.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Fields {
    pub(crate) id: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) camp: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) html: Option<String>,
    /// What we do not know, as compact JSON, in the order of the input.
    pub(crate) extra: Vec<(String, String)>,
}

/// Reads the fields of one object; the error says which field is wrong, and how.
pub(crate) fn fields(object: Map<String, Value>) -> Result<Fields, Broken> {
    let mut out = Fields::default();
    for (name, value) in object {
        let slot = match name.as_str() {
            "id" => &mut out.id,
            "url" => &mut out.url,
            "outlet" => &mut out.outlet,
            "camp" => &mut out.camp,
            "published" => &mut out.published,
            "title" => &mut out.title,
            "text" => &mut out.text,
            "html" => &mut out.html,
            _ => {
                out.extra.push((name, value.to_string()));
                continue;
            }
        };
        *slot = text(&name, value)?;
    }
    let blank = |field: &Option<String>| field.as_deref().is_none_or(|t| t.trim().is_empty());
    if blank(&out.text) && blank(&out.html) {
        return Err(Broken::NoText);
    }
    if blank(&out.text) {
        out.text = None;
    }
    Ok(out)
}

/// A field's text; null is absent, and a number counts as text only as an id. Blank metadata is absent too.
fn text(name: &str, value: Value) -> Result<Option<String>, Broken> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) if matches!(name, "text" | "html") => Ok(Some(text)),
        Value::String(text) => Ok(Some(text.trim().to_owned()).filter(|t| !t.is_empty())),
        Value::Number(number) if name == "id" => Ok(Some(number.to_string())),
        other => Err(Broken::NotText { field: name.to_owned(), found: kind(&other) }),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str) -> Result<Fields, Broken> {
        let Value::Object(object) = serde_json::from_str(json).unwrap() else { panic!("an object") };
        fields(object)
    }

    #[test]
    fn null_is_absent_and_unknown_fields_are_kept_in_order() {
        let got =
            check(r#"{"z": [1], "id": 7, "text": " قصف ", "title": null, "outlet": " ", "a": {"b": 1}}"#)
                .unwrap();
        assert_eq!(
            (got.id.as_deref(), got.text.as_deref(), got.title, got.outlet),
            (Some("7"), Some(" قصف "), None, None)
        );
        assert_eq!(got.extra, [("z".to_owned(), "[1]".to_owned()), ("a".to_owned(), "{\"b\":1}".to_owned())]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(check(r#"{"id": 1}"#), Err(Broken::NoText));
        assert_eq!(
            check(r#"{"text": 5}"#),
            Err(Broken::NotText { field: "text".to_owned(), found: "a number" })
        );
        assert_eq!(check(r#"{"text": "\n", "html": null}"#), Err(Broken::NoText));
    }
}
