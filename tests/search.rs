//! `riwayat search`, as other programs call it: what it finds, by which places, and how it answers.

use riwayat_tests::riwayat;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

const ARTICLES: &str = r#"{"id":"a","outlet":"صدى النهر","published":"2026-03-14","title":"قصف السوق","text":"قُتل 11 مدنياً بقصف مدفعي على سوق بلدة تل الريم. وأُغلقت المدرسة المجاورة للسوق."}
{"id":"b","outlet":"البيان اليوم","published":"2026-03-20","title":"افتتاح","text":"افتُتحت في المدينة مدرسةٌ جديدة بحضور الأهالي."}
"#;

fn run(arguments: &[&str], dossier: &Path) -> (Option<i32>, String) {
    let mut command = Command::new(riwayat());
    command.args(arguments).arg("--dossier").arg(dossier);
    let output = command.output().expect("the command line starts");
    let text = String::from_utf8(output.stdout).expect("the command line writes UTF-8");
    (output.status.code(), text)
}

#[test]
fn sentences_are_found_as_people_type_them_and_cut_from_their_articles() {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let (articles, dossier) = (folder.path().join("a.jsonl"), folder.path().join("ملف.riwayat"));
    std::fs::write(&articles, ARTICLES).expect("the folder can be written to");
    let (status, _) = run(&["import", articles.to_str().expect("a plain name")], &dossier);
    assert_eq!(status, Some(0));

    let (status, out) = run(&["search", "مدرسه", "--json"], &dossier);
    let answer: Value = serde_json::from_str(&out).expect("an answer in JSON");
    assert_eq!(status, Some(0));
    assert!(answer["engine"].is_string() && answer["lexicon"].is_string(), "{out}");
    assert_eq!((&answer["sentences"], &answer["articles"]), (&2.into(), &2.into()), "{out}");
    let events = answer["events"].as_array().expect("events");
    let sentences: Vec<&Value> =
        events.iter().flat_map(|e| e["sentences"].as_array().expect("sentences")).collect();
    for sentence in sentences {
        let article = ARTICLES.lines().map(|l| serde_json::from_str::<Value>(l).expect("our own JSON"));
        let article = article.into_iter().find(|a| a["id"] == sentence["article"]).expect("a known article");
        let points: Vec<char> = article["text"].as_str().expect("a text").chars().collect();
        let at = |value: &Value| usize::try_from(value.as_u64().expect("an offset")).expect("in range");
        let (start, end) = (at(&sentence["start"]), at(&sentence["end"]));
        let cut: String = points[start..end].iter().collect();
        assert_eq!(sentence["text"], cut.as_str());
        let mark = &sentence["marks"][0];
        let marked: String = points[start + at(&mark[0])..start + at(&mark[1])].iter().collect();
        assert!(["المدرسة", "مدرسةٌ"].contains(&marked.as_str()), "{marked}");
    }

    let (status, out) = run(&["search", "قصف السوق"], &dossier);
    assert_eq!(status, Some(0));
    assert!(out.contains("صدى النهر") && out.contains("a:0-") && out.contains("1 sentences"), "{out}");
    let (status, out) = run(&["search", "زلزال"], &dossier);
    assert_eq!((status, out.trim()), (Some(0), "0 sentences in 0 articles"));
}
