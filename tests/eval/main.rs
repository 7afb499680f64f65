//! Quality against gold: runs the shared scorer on the built `riwayat` and holds every figure above its floor.
//!
//! `cargo test -p riwayat-tests --test eval -- --nocapture` prints the whole table. Floors live in
//! `floors.json`: a figure below its floor fails, a figure above it is told, so that the floor can be raised.

use riwayat_tests::{riwayat, shared};
use std::collections::BTreeMap;
use std::process::Command;

#[test]
fn no_score_is_below_its_floor() {
    let Some(shared) = shared() else { return };
    let out = Command::new("python3")
        .arg(shared.join("tools/score.py"))
        .arg(riwayat())
        .arg("--json")
        .output()
        .expect("python3 can be started");
    let answer: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|e| {
        panic!("the scorer gave no table ({e}): {}", String::from_utf8_lossy(&out.stderr))
    });
    assert_eq!(answer["contract"], serde_json::json!([]), "the contract is broken");

    let floors: BTreeMap<String, f64> =
        serde_json::from_str(include_str!("floors.json")).expect("floors.json is a map of figures");
    let mut scores = BTreeMap::new();
    for row in answer["rows"].as_array().expect("a table has rows") {
        let name = row[0].as_str().expect("a row has a name").to_owned();
        println!("{name:58} {:>7} / {}", row[1], row[2]);
        scores.insert(name, row[1].as_f64().expect("a row has a figure"));
    }
    let below: Vec<String> = floors
        .iter()
        .filter(|(name, floor)| scores.get(*name).is_none_or(|score| score < floor))
        .map(|(name, floor)| format!("{name}: {:?}, floor {floor}", scores.get(name)))
        .collect();
    assert!(below.is_empty(), "below the floor:\n{}", below.join("\n"));
    assert!(!floors.is_empty(), "no floor is set: the test would hold nothing");
}
