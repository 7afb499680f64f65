//! Floors under the figures: what each part of the gold has reached once, and may not fall below again.

use serde_json::Number;
use std::collections::BTreeMap;

/// Figures by name. Counts stay counts, so that the file reads as it is printed.
pub type Figures = BTreeMap<String, Number>;

/// The floors of each part of the gold.
pub type Floors = BTreeMap<String, Figures>;

/// How the figures of one part stand to its floors.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Below their floor, or no longer printed.
    pub below: Vec<String>,
    /// Without a floor, though they need one.
    pub without: Vec<String>,
    /// Above their floor: it can be raised.
    pub above: Vec<String>,
}

/// Whether a figure must have a floor: every F1, the polarity of claims, which is a count, and what copies say alike.
fn needs_floor(name: &str) -> bool {
    ["F1", "polarity", "alike"].iter().any(|end| name.ends_with(end))
}

fn is_less(a: &Number, b: &Number) -> bool {
    a.as_f64() < b.as_f64()
}

/// Holds the figures of one part against its floors.
pub fn judge(figures: &Figures, floors: &Figures) -> Verdict {
    let mut verdict = Verdict::default();
    for (name, floor) in floors {
        match figures.get(name) {
            None => verdict.below.push(format!("{name}: no longer printed, floor {floor}")),
            Some(figure) if is_less(figure, floor) => {
                verdict.below.push(format!("{name}: {figure}, floor {floor}"));
            }
            Some(figure) if is_less(floor, figure) => {
                verdict.above.push(format!("{name}: {figure}, floor {floor}"));
            }
            Some(_) => {}
        }
    }
    let new = figures.iter().filter(|(name, _)| needs_floor(name) && !floors.contains_key(*name));
    verdict.without = new.map(|(name, figure)| format!("{name}: {figure}")).collect();
    verdict
}

/// The floors after a run that may raise them: none is lowered, and none is forgotten.
pub fn raised(figures: &Figures, floors: &Figures) -> Figures {
    let mut raised = floors.clone();
    for (name, figure) in figures {
        let exceeded = floors.get(name).map_or(needs_floor(name), |floor| is_less(floor, figure));
        if exceeded {
            raised.insert(name.clone(), figure.clone());
        }
    }
    raised
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn figures(value: serde_json::Value) -> Figures {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn a_run_raises_floors_and_never_lowers_one() {
        let floors = figures(json!({"places, F1": 0.9, "dates, F1": 0.9, "outlet": 5, "gone, F1": 0.5}));
        let run =
            figures(json!({"places, F1": 0.95, "dates, F1": 0.8, "outlet": 5, "new, F1": 0.7, "recall": 1}));
        let raised = raised(&run, &floors);
        let expected =
            json!({"places, F1": 0.95, "dates, F1": 0.9, "outlet": 5, "gone, F1": 0.5, "new, F1": 0.7});
        assert_eq!(raised, figures(expected));
    }

    #[test]
    fn a_figure_below_its_floor_one_gone_and_one_without_are_told() {
        let floors = figures(json!({"places, F1": 0.9, "dates, F1": 0.9, "outlet": 5}));
        let run = figures(json!({"places, F1": 0.95, "dates, F1": 0.8, "actors, F1": 0.7, "recall": 1}));
        let verdict = judge(&run, &floors);
        assert_eq!(verdict.below, ["dates, F1: 0.8, floor 0.9", "outlet: no longer printed, floor 5"]);
        assert_eq!(verdict.without, ["actors, F1: 0.7"]);
        assert_eq!(verdict.above, ["places, F1: 0.95, floor 0.9"]);
    }
}
