//! Quality against gold: runs the shared scorer on the built `riwayat` and holds every figure above its floor.
//!
//! `cargo test -p riwayat-tests --test eval -- --nocapture` prints the whole table: the development half, which the
//! rules were made on, and apart from it the test half and the newspaper sentences, which nobody tunes on: of these
//! only figures are printed, never what was missed. Below it stands whether the reader is as sure as it is right.
//! Floors live in `tests/floors.json`: a figure below its floor fails; `UPDATE_FLOORS=1` raises those exceeded.

mod floors;
mod table;

use floors::{Floors, judge, raised};
use riwayat_tests::{riwayat, root, shared};
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use table::{Part, table};

/// What the newspapers' annotation does not say: the sides of the counted.
const NEWSPAPER_UNSAID: &[&str] = &["casualties, whose"];

/// Runs a script: one of the project's or the scorer.
fn python(script: &Path, args: &[&OsStr]) -> Output {
    Command::new("python3").arg(script).args(args).output().expect("python3 can be started")
}

/// What a script of ours prints, which must not fail.
fn printed(script: &str, args: &[&OsStr]) -> String {
    let out = python(&root().join("tests/eval").join(script), args);
    assert!(out.status.success(), "tests/eval/{script}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// The scorer's answer on what it is told to score. Where the contract is broken it has failed and answers all the same.
fn score(shared: &Path, options: &[&OsStr]) -> Value {
    let binary = riwayat();
    let mut args = vec![binary.as_os_str(), OsStr::new("--json")];
    args.extend(options);
    let out = python(&shared.join("tools/score.py"), &args);
    serde_json::from_slice(&out.stdout).unwrap_or_else(|e| {
        panic!("the scorer gave no table ({e}): {}", String::from_utf8_lossy(&out.stderr))
    })
}

/// The scorer's answer on one kind of gold alone, `sentences` or `pairs`, from a folder.
fn score_only(shared: &Path, kind: &str, gold: &Path) -> Value {
    let file = gold.join(kind).with_extension("jsonl");
    assert!(
        file.is_file(),
        "{} is not there: without it nothing can be measured; bring it back from the history",
        file.display()
    );
    score(shared, &["--only".as_ref(), kind.as_ref(), "--gold".as_ref(), gold.as_os_str()])
}

/// The rows of our own development pairs, named apart from those of the shared ones.
fn own(answer: &Value) -> Value {
    let rows = answer["rows"].as_array().expect("a table has rows").iter();
    rows.map(|row| json!([format!("own {}", row[0].as_str().expect("a row has a name")), row[1], row[2]]))
        .collect()
}

/// The rows of `events.py`, by part of the gold: what happened and who played which part, where that is annotated.
fn events(shared: &Path) -> Value {
    let text = printed("events.py", &[riwayat().as_os_str(), shared.as_os_str()]);
    serde_json::from_str(&text).expect("events.py prints JSON")
}

/// The rows of `rows.py`, by half of the gold: which sentences say the same.
fn rows(shared: &Path) -> Value {
    let text = printed("rows.py", &[riwayat().as_os_str(), shared.as_os_str()]);
    serde_json::from_str(&text).expect("rows.py prints JSON")
}

/// The rows of `copies.py`: how alike sentences that two newspapers print in the same words are read.
fn copies(shared: &Path) -> Value {
    let text = printed("copies.py", &[riwayat().as_os_str(), shared.as_os_str()]);
    serde_json::from_str(&text).expect("copies.py prints JSON")
}

/// The three parts of the gold, scored.
fn parts(shared: &Path) -> [Part; 3] {
    let gold = root().join("tests/gold");
    let test = score_only(shared, "sentences", &gold);
    let test_pairs = score_only(shared, "pairs", &gold);
    let dev_pairs = score_only(shared, "pairs", &gold.join("dev"));
    let filled = tempfile::tempdir().expect("a temporary folder can be made");
    printed("gold.py", &[shared.as_os_str(), filled.path().as_os_str()]);
    let newspaper = score_only(shared, "sentences", filled.path());
    let dev = score(shared, &[]);
    let (events, rows) = (events(shared), rows(shared));
    assert_eq!(dev["contract"], json!([]), "the contract is broken");
    [
        Part::new("dev", &dev, &[])
            .with(&events["dev"])
            .with(&own(&dev_pairs))
            .with(&rows["dev"])
            .with(&copies(shared)),
        Part::new("test", &test, &[]).with(&events["test"]).with(&test_pairs["rows"]).with(&rows["test"]),
        Part::new("newspaper", &newspaper, NEWSPAPER_UNSAID),
    ]
}

#[test]
fn no_score_is_below_its_floor() {
    let Some(shared) = shared() else { return };
    let parts = parts(&shared);
    println!("{}", table(&parts));
    println!("{}", printed("calibration.py", &[riwayat().as_os_str(), shared.as_os_str()]));

    let file = root().join("tests/floors.json");
    let text = fs::read_to_string(&file).expect("tests/floors.json can be read");
    let mut floors: Floors =
        serde_json::from_str(&text).expect("floors.json is a map of figures for each part");
    if std::env::var_os("UPDATE_FLOORS").is_some_and(|set| set == "1") {
        for part in &parts {
            let of_part = floors.entry(part.name.to_owned()).or_default();
            *of_part = raised(&part.figures(), of_part);
        }
        let text = serde_json::to_string_pretty(&floors).expect("figures can be written");
        fs::write(&file, text + "\n").expect("tests/floors.json can be written");
    }

    let (mut wrong, mut above) = (Vec::new(), 0);
    for part in &parts {
        let verdict = judge(&part.figures(), floors.get(part.name).unwrap_or(&floors::Figures::new()));
        let told = |what: &str, lines: Vec<String>| -> Vec<String> {
            lines.into_iter().map(|line| format!("{what}: {}, {line}", part.name)).collect()
        };
        wrong.extend(told("below its floor", verdict.below));
        wrong.extend(told("without a floor (UPDATE_FLOORS=1 sets it)", verdict.without));
        above += verdict.above.len();
    }
    println!("{above} figures are above their floors; UPDATE_FLOORS=1 raises those");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
