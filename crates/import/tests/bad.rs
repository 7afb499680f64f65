//! Bad input: every failure names the file and the cure, and takes nothing else with it.

mod common;

use common::{all, given};
use riwayat_import::{Article, ImportError, Origin, Source, Warning, limits};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

const NEWS: &str = "وصلت قافلة مساعدات تضم 12 شاحنة إلى بلدة تل الورد صباح اليوم.";

#[track_caller]
fn fails(source: &Source, message: &str) {
    let got = all(source);
    assert_eq!(got.len(), 1, "{got:?}");
    assert_eq!(got[0].as_ref().map_err(ToString::to_string).err().as_deref(), Some(message));
}

fn lines(text: &str) -> Source {
    Source::Bytes { name: "أخبار.jsonl".into(), bytes: text.into(), lines: true }
}

/// Ids of what was read, and messages of what was not, in order.
fn outcomes(source: &Source) -> Vec<String> {
    all(source)
        .into_iter()
        .map(|o| match o {
            Ok(article) => article.id.unwrap_or_default(),
            Err(error) => error.to_string(),
        })
        .collect()
}

#[test]
fn nothing_in_it() {
    fails(&given("a.txt", b""), "a.txt: is empty; nothing was imported from it");
    fails(&given("a.txt", "\u{FEFF} \n\u{A0}\n".as_bytes()), "a.txt: is empty; nothing was imported from it");
    fails(&lines("\n\n"), "أخبار.jsonl: is empty; nothing was imported from it");
    fails(&given("a.json", b"[]"), "a.json: is empty; nothing was imported from it");
}

#[test]
fn no_such_file() {
    let got = all(&Source::Path("/no/such/خبر.txt".into()));
    let message = got[0].as_ref().unwrap_err().to_string();
    assert!(message.starts_with("/no/such/خبر.txt: cannot be read (No such file"), "{message}");
    assert!(message.ends_with("check that it is there and that you may read it"), "{message}");
}

#[test]
fn a_picture_named_txt() {
    fails(
        &given("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        "a.txt: is a PNG picture, not text; type its text into a .txt file, or run it through a text recogniser first",
    );
    let binary: Vec<u8> = (0..4000u32).map(|n| (n * 7919 % 251) as u8).collect();
    assert!(matches!(all(&given("a.txt", &binary))[0], Err(ImportError::NotText { .. })));
}

#[test]
fn broken_utf8_is_read_and_told() {
    let bytes = [NEWS.as_bytes(), b"\xD8\n\xFF\xFE", NEWS.as_bytes()].concat();
    let got = all(&given("a.txt", &bytes));
    let article: &Article = got[0].as_ref().unwrap();
    assert!(article.text.contains(NEWS));
    assert!(article.warnings.contains(&Warning::Encoding { encoding: "UTF-8", replaced: 3 }));
    assert_eq!(article.original, bytes);
}

#[test]
fn a_broken_line_is_named_and_the_others_are_kept() {
    let line = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"{NEWS}\"}}\n");
    let text = [
        line("أ"),
        line("ب"),
        "{\"id\": \"ج\", \"text\": \n".to_owned(),
        line("د"),
        "[1]\n".into(),
        "{}".into(),
    ]
    .concat();
    let got = outcomes(&lines(&text));
    assert_eq!((got[0].as_str(), got[1].as_str(), got[3].as_str()), ("أ", "ب", "د"));
    assert!(
        got[2].starts_with("أخبار.jsonl, line 3: is not valid JSON (EOF while parsing a value, at byte "),
        "{}",
        got[2]
    );
    assert!(got[2].ends_with("; correct it and import the file again. The others were read"), "{}", got[2]);
    assert!(got[4].contains("line 5: is not a JSON object"), "{}", got[4]);
    assert!(got[5].contains("line 6: has neither \"text\" nor \"html\""), "{}", got[5]);
}

#[test]
fn what_a_line_gives_is_kept_as_it_stands() {
    let line = format!(
        "{{\"id\": 7, \"text\": \" {NEWS}\\r\\nالتعليقات (1)\", \"published\": \"2021-02-05T23:00:00Z\", \"camp\": null, \"note\": {{\"a\": [1]}}}}"
    );
    let got = all(&lines(&format!("\n{line}\r\n")));
    let article = got[0].as_ref().unwrap();
    assert_eq!(article.id.as_deref(), Some("7"));
    assert_eq!(article.text, format!(" {NEWS}\r\nالتعليقات (1)"));
    assert_eq!(article.published.map(|d| d.to_string()), Some("2021-02-05".into()));
    assert_eq!(article.extra, [("note".to_owned(), "{\"a\":[1]}".to_owned())]);
    assert_eq!(article.original, line.as_bytes());
    assert_eq!(article.sha256, common::sha256sum(line.as_bytes()));
    assert_eq!(article.origin, Origin::Line("أخبار.jsonl".into(), 2));
}

#[test]
fn a_date_that_is_none_is_told() {
    let got = all(&lines(&format!("{{\"text\": \"{NEWS}\", \"published\": \"أمس\"}}")));
    let article = got[0].as_ref().unwrap();
    assert_eq!((article.published, article.published_text.as_deref()), (None, Some("أمس")));
    assert!(article.warnings.contains(&Warning::BadDate("أمس".into())));
}

#[test]
fn an_array_is_read_item_by_item() {
    let item = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"{NEWS}\"}}");
    let got = outcomes(&given("a.json", format!("[{},\n 5, {}]", item("أ"), item("ب")).as_bytes()));
    assert_eq!((got[0].as_str(), got[2].as_str()), ("أ", "ب"));
    assert!(got[1].starts_with("a.json, item 2: is not a JSON object"), "{}", got[1]);
    assert_eq!(outcomes(&given("a.json", item("ج").as_bytes())), ["ج"]);
    assert_eq!(outcomes(&given("a.json", format!("{}\n{}", item("أ"), item("ب")).as_bytes())), ["أ", "ب"]);
    assert!(outcomes(&given("a.json", b"[1,"))[0].contains("one array of objects"));
}

#[test]
fn reading_stops_when_told() {
    let text = format!("{{\"text\": \"{NEWS}\"}}\n").repeat(10);
    let mut seen = 0;
    riwayat_import::read_source(&lines(&text), &common::Known, &mut |_| {
        seen += 1;
        seen < 3
    });
    assert_eq!(seen, 3);
}

/// A file of one line of 200 MB, most of it a hole that takes no disk.
fn huge(path: &Path, start: &str, end: &str) {
    let mut file = File::create(path).expect("a temporary file can be written");
    file.write_all(start.as_bytes()).expect("a temporary file can be written");
    file.write_all("كلمة ".repeat(20_000).as_bytes()).expect("a temporary file can be written");
    file.seek(SeekFrom::Start(200_000_000)).expect("a temporary file can be written");
    file.write_all(end.as_bytes()).expect("a temporary file can be written");
}

#[test]
fn two_hundred_megabytes_in_one_line_are_told_and_not_held() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("خبر.txt");
    huge(&text, NEWS, ".");
    let got = all(&Source::Path(text));
    let error = got[0].as_ref().unwrap_err();
    assert!(
        matches!(error, ImportError::TooLarge { bytes: 200_000_001, limit: limits::FILE, .. }),
        "{error}"
    );
    assert!(
        error.to_string().contains("خبر.txt: 190 MiB is too large for one article (at most 32 MiB are read)"),
        "{error}"
    );

    let file = folder.path().join("أخبار.jsonl");
    huge(&file, "{\"text\": \"", &format!("\"}}\n{{\"id\": \"بعدها\", \"text\": \"{NEWS}\"}}\n"));
    let got = all(&Source::Path(file));
    assert!(matches!(got[0], Err(ImportError::LineTooLarge { line: 1, .. })), "{:?}", got[0]);
    assert_eq!(got[1].as_ref().unwrap().id.as_deref(), Some("بعدها"));
    let peak = peak_memory();
    assert!(peak.is_none_or(|kib| kib < 180_000), "peak memory {peak:?} KiB");
}

/// The most memory that this process held, in KiB, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?.parse().ok()
}

#[test]
fn other_encodings_are_read() {
    let utf16: Vec<u8> = format!("\u{FEFF}{NEWS}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cp1256 = encoding_rs::WINDOWS_1256.encode(NEWS).0.into_owned();
    let read = |bytes: &[u8]| all(&given("a.txt", bytes)).remove(0).unwrap();
    assert_eq!(read(&utf16).text, NEWS);
    let guessed = read(&cp1256);
    assert_eq!(guessed.text, NEWS);
    assert!(guessed.warnings.contains(&Warning::Encoding { encoding: "windows-1256", replaced: 0 }));
}

#[test]
fn a_folder_gives_what_it_can() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("1.txt", NEWS.as_bytes());
    write("2.png", b"\x89PNG\r\n\x1a\n");
    write("3.jsonl", format!("{{\"id\": \"ج\", \"text\": \"{NEWS}\"}}").as_bytes());
    write("4.csv", b"a,b");
    let got = outcomes(&Source::Path(folder.path().to_path_buf()));
    assert_eq!((got[0].as_str(), got[2].as_str(), got.len()), ("", "ج", 4));
    assert!(got[1].contains("2.png: is a PNG picture"), "{}", got[1]);
    assert!(got[3].contains("4.csv: is a table (CSV)"), "{}", got[3]);
}
