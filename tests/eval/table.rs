//! The table of quality: a line a field, beside each other what each part of the gold gives.

use crate::floors::Figures;
use serde_json::Value;
use std::fmt::Write as _;

/// What the scorer printed for one part of the gold.
pub struct Part {
    /// `dev`, `test` or `newspaper`.
    pub name: &'static str,
    /// Name, figure, and out of how many (1 for a share).
    rows: Vec<Row>,
}

/// Name, figure, and out of how many.
type Row = (String, Value, Value);

/// The rows of a scorer's answer.
fn rows(answer: &Value) -> Vec<Row> {
    let row =
        |row: &Value| (row[0].as_str().expect("a row has a name").to_owned(), row[1].clone(), row[2].clone());
    answer.as_array().expect("a table has rows").iter().map(row).collect()
}

impl Part {
    /// The part's rows from the scorer's answer, but for those that its gold says nothing of.
    ///
    /// # Panics
    /// Where the answer is not the scorer's.
    #[must_use]
    pub fn new(name: &'static str, answer: &Value, unsaid: &[&str]) -> Self {
        let mut rows = rows(&answer["rows"]);
        rows.retain(|row| !unsaid.iter().any(|field| row.0.contains(field)));
        Self { name, rows }
    }

    /// The same with further rows.
    ///
    /// # Panics
    /// Where they are no rows.
    #[must_use]
    pub fn with(mut self, more: &Value) -> Self {
        self.rows.extend(rows(more));
        self
    }

    fn figure(&self, name: &str) -> Option<&Value> {
        self.rows.iter().find(|row| row.0 == name).map(|row| &row.1)
    }

    /// The figures by name, for the floors.
    pub fn figures(&self) -> Figures {
        let number = |value: &Value| value.as_number().expect("a row has a figure").clone();
        self.rows.iter().map(|(name, figure, _)| (name.clone(), number(figure))).collect()
    }

    /// The fields that are told in precision, recall and F1, in the scorer's order.
    fn fields(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(|row| row.0.strip_prefix(FIELDS)?.strip_suffix(", F1"))
    }
}

/// What the names of the fields' rows begin with.
const FIELDS: &str = "sentences: ";

/// One table: a line a field with precision, recall and F1 of each part, and below it all other rows.
#[must_use]
pub fn table(parts: &[Part]) -> String {
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{}", text.trim_end()).expect("a string takes all");
    let heads: String = parts.iter().map(|part| format!("  {:^20}", part.name)).collect();
    line(format!("{:42}{heads}", ""));
    let under = format!("  {:>6} {:>6} {:>6}", "P", "R", "F1").repeat(parts.len());
    line(format!("{:42}{under}", "field"));
    for field in parts[0].fields() {
        let cells: String = parts.iter().map(|part| cell(part, field)).collect();
        line(format!("{field:42}{cells}"));
    }
    let in_table = |name: &str| {
        let field = name.strip_prefix(FIELDS).and_then(|rest| rest.rsplit_once(", "));
        field.is_some_and(|(field, _)| parts[0].fields().any(|known| known == field))
    };
    for part in parts {
        line(String::new());
        for (name, figure, of) in part.rows.iter().filter(|row| !in_table(&row.0)) {
            line(format!("{:10} {name:58} {figure:>7} / {of}", part.name));
        }
    }
    out
}

/// Precision, recall and F1 of one field in one part.
fn cell(part: &Part, field: &str) -> String {
    let figures = ["precision", "recall", "F1"].map(|kind| {
        let figure = part.figure(&format!("{FIELDS}{field}, {kind}")).and_then(Value::as_f64);
        figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.3}"))
    });
    format!("  {:>6} {:>6} {:>6}", figures[0], figures[1], figures[2])
}
