//! Bad input, given to the real command line: what it exits with, what it says, and what it keeps.
//!
//! Exit status: 0 done, 1 done with files that failed, 2 wrong usage, 3 nothing could be done. Every failure names its
//! file and says what to do. What the reader does inside is tested in `crates/import`.

use riwayat_tests::{riwayat, root};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const NEWS: &str = "وصلت قافلة مساعدات تضم 12 شاحنة إلى بلدة تل الورد صباح اليوم، بحسب مسؤول محلي.";

/// A folder with one good article, `جيد.txt`, to which a test adds what is bad.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder for temporary files"));
        folder.with("جيد.txt", NEWS.as_bytes());
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn with(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, bytes).expect("the folder can be written to");
        path
    }
}

/// What a run gave.
struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the command line writes UTF-8");
        Self { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|e| panic!("no JSON answer ({e}): {}{}", self.out, self.err))
    }

    /// The texts of the articles of a comparison.
    fn texts(&self) -> Vec<String> {
        let answer = self.json();
        let articles = answer["articles"].as_array().expect("a comparison has articles");
        articles.iter().map(|a| a["text"].as_str().unwrap_or("").to_owned()).collect()
    }

    /// The one line of standard error that names a file, with its reason.
    #[track_caller]
    fn says(&self, file: &str, parts: &[&str]) {
        let lines: Vec<&str> = self.err.lines().filter(|l| l.contains(file)).collect();
        assert_eq!(lines.len(), 1, "{file} is to be named once:\n{}", self.err);
        for part in parts {
            assert!(lines[0].contains(part), "{part:?} is not in: {}", lines[0]);
        }
    }
}

fn run(args: &[&str], paths: &[&Path]) -> Run {
    let mut command = Command::new(riwayat());
    Run::of(command.args(args).args(paths).stdin(Stdio::null()).output().expect("riwayat starts"))
}

fn compare(path: &Path) -> Run {
    run(&["compare", "--json"], &[path])
}

/// A bad file alone is status 3; beside a good one it is status 1, and the good one is there.
#[track_caller]
fn check(name: &str, bytes: &[u8], says: &[&str]) {
    let folder = Folder::new();
    let file = folder.with(name, bytes);
    let alone = run(&["inspect", "--json"], &[&file]);
    assert_eq!(alone.status, Some(3), "{}", alone.err);
    alone.says(name, says);
    let both = compare(folder.path());
    assert_eq!(both.status, Some(1), "{}", both.err);
    both.says(name, says);
    assert_eq!(both.texts(), [NEWS]);
}

/// A text that breaks off anywhere is read to where it breaks off: rules that look ahead must not look past the end.
#[test]
fn a_text_cut_off_at_any_word() {
    let folder = Folder::new();
    let mut lines = String::new();
    let mut texts = 0;
    let gold = fs::read_to_string(root().join("tests/gold/sentences.jsonl")).expect("the gold is there");
    for line in gold.lines() {
        let sentence: Value = serde_json::from_str(line).expect("a line of gold is JSON");
        let text = sentence["text"].as_str().expect("a sentence has a text");
        for (cut, _) in text.match_indices(' ') {
            lines += &json!({"id": texts.to_string(), "text": &text[..cut]}).to_string();
            lines.push('\n');
            texts += 1;
        }
    }
    let file = folder.with("مقطوع.jsonl", lines.as_bytes());
    let read = run(&["inspect", "--jsonl", "--json"], &[&file]);
    assert_eq!(read.status, Some(0), "{}", read.err);
    assert_eq!(read.out.lines().count(), texts);
    assert!(texts > 5000, "{texts}");
}

#[test]
fn an_empty_file() {
    check("فارغ.txt", b"", &["is empty"]);
}

#[test]
fn a_picture_named_txt() {
    check(
        "صورة.txt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
        &["is a PNG picture", "type its text into a .txt file"],
    );
}

#[test]
fn documents_of_other_programs() {
    check("بيان.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", &["is a PDF document", "paste it"]);
    check(
        "بيان.docx",
        b"PK\x03\x04\x14\0\0\0word/document.xml",
        &["is a Word document (DOCX)", "save it as plain text"],
    );
}

#[test]
fn a_page_without_a_body() {
    let page = "<!DOCTYPE html><html><head><title>صور</title></head><body><nav>الرئيسية</nav><img src=a.png></body></html>";
    check("صفحة.html", page.as_bytes(), &["no article text was found in the page", "paste it"]);
}

#[test]
fn a_file_of_200_mb_in_one_line() {
    let folder = Folder::new();
    let path = folder.path().join("كبير.txt");
    let mut file = File::create(&path).expect("the folder can be written to");
    file.write_all(NEWS.repeat(1000).as_bytes()).expect("it can be written");
    // The rest is a hole: the file is 200 MB long and takes no disk.
    file.seek(SeekFrom::Start(200_000_000)).expect("it can be made longer");
    file.write_all(b"\n").expect("it can be written");
    let got = compare(folder.path());
    assert_eq!(got.status, Some(1), "{}", got.err);
    got.says("كبير.txt", &["190 MiB", "too large for one article", "JSON Lines"]);
    assert_eq!(got.texts(), [NEWS]);
}

#[test]
fn broken_utf8_is_read_with_a_warning() {
    let folder = Folder::new();
    let file = folder.with("مكسور.txt", &[NEWS.as_bytes(), b"\n\n\xD8 ", NEWS.as_bytes(), b"\xFF"].concat());
    let got = run(&["--lang", "en", "compare", "--json"], &[&file]);
    assert_eq!(got.status, Some(0), "{}", got.err);
    let answer = got.json();
    assert!(answer["articles"][0]["text"].as_str().is_some_and(|t| t.contains(NEWS)));
    let warnings = answer["articles"][0]["warnings"].to_string();
    assert!(warnings.contains("UTF-8") && warnings.contains('2'), "{warnings}");
}

#[test]
fn other_encodings_are_read() {
    let folder = Folder::new();
    let utf16: Vec<u8> = format!("\u{FEFF}{NEWS}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.with("utf16.txt", &utf16);
    // بغداد آمنة in windows-1256, as a page declares it.
    let page = [
        b"<html><meta charset=windows-1256><body><p>".as_slice(),
        &[0xC8, 0xDB, 0xCF, 0xC7, 0xCF, b' ', 0xC2, 0xE3, 0xE4, 0xC9, b' '].repeat(30),
        b".</p></body></html>",
    ]
    .concat();
    folder.with("بغداد.html", &page);
    let got = compare(folder.path());
    assert_eq!(got.status, Some(0), "{}", got.err);
    let texts = got.texts();
    assert_eq!(texts.iter().filter(|t| *t == NEWS).count(), 2, "{texts:?}");
    assert!(texts.iter().any(|t| t.starts_with("بغداد آمنة بغداد آمنة")), "{texts:?}");
}

#[test]
fn json_lines_with_a_broken_third_line() {
    let line = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"{NEWS}\"}}\n");
    let text = [line("a1"), line("a2"), "{\"id\": \"a3\", \"text\"\n".to_owned(), line("a4")].concat();
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let file = folder.path().join("أخبار.jsonl");
    fs::write(&file, &text).expect("the folder can be written to");
    let got = compare(&file);
    assert_eq!(got.status, Some(1), "{}", got.err);
    got.says("أخبار.jsonl", &["line 3", "not valid JSON", "correct it"]);
    let answer = got.json();
    let ids: Vec<&str> =
        answer["articles"].as_array().into_iter().flatten().filter_map(|a| a["id"].as_str()).collect();
    assert_eq!(ids, ["a1", "a2", "a4"]);
}

#[test]
fn what_is_not_there_and_wrong_usage() {
    let got = run(&["compare", "--json"], &[Path::new("/no/such/folder")]);
    assert_eq!(got.status, Some(3), "{}", got.err);
    got.says("/no/such/folder", &["cannot be read", "check that it is there"]);
    assert_eq!(run(&["compare", "--no-such-option"], &[]).status, Some(2));
    assert_eq!(run(&["compare"], &[]).status, Some(2));
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let got = compare(folder.path());
    assert_eq!(got.status, Some(3), "{}", got.err);
    assert!(got.err.contains("no files in this folder"), "{}", got.err);
}

#[test]
fn a_lexicon_that_cannot_stand_changes_nothing() {
    let folder = Folder::new();
    let dossier = folder.path().join("ملف.riwayat");
    run(&["import", "--dossier"], &[&dossier, folder.path()]);
    let set = |name: &str, text: &str| {
        let file = folder.with(name, text.as_bytes());
        run(&["lexicon", "--lang", "en", "--dossier"], &[&dossier, &file])
    };
    let good = set("mine.toml", "[tall-ward]\nkind = \"place\"\nnames = [\"تل الورد\"]\n");
    assert_eq!((good.status, good.err.as_str()), (Some(0), ""));
    for (text, says) in [
        ("[tall-ward]\nname = \"تل الورد\"\n", "wrong.toml:2: unknown field `name`"),
        (
            "[tall-ward]\ncamp = \"our-side\"\n",
            "wrong.toml: [tall-ward]: there is no camp “our-side”; define it",
        ),
        ("[ward]\nnames = [\"تل الورد\"]\n", "is also that of [tall-ward]; leave it with one of them"),
        ("[new]\n", "wrong.toml: [new]: the lexicon does not know it; give it a name"),
    ] {
        let refused = set("wrong.toml", text);
        assert_eq!(refused.status, Some(3), "{}", refused.err);
        assert!(refused.err.contains(says) && refused.err.contains("othing was changed"), "{}", refused.err);
    }
    let held = run(&["lexicon", "--dossier"], &[&dossier]);
    assert_eq!(held.out, good.out);
}

/// Runs a shell command as a user who may not read everything: this one, or where this is root, `nobody`.
#[cfg(unix)]
fn as_common_user(script: &str) -> Run {
    let uid = Command::new("id").arg("-u").output().expect("id starts").stdout;
    let mut command = if uid.trim_ascii() == b"0" {
        let mut su = Command::new("su");
        su.args(["-s", "/bin/sh", "nobody", "-c"]);
        su
    } else {
        let mut sh = Command::new("sh");
        sh.arg("-c");
        sh
    };
    Run::of(command.arg(script).stdin(Stdio::null()).output().expect("a shell starts"))
}

#[cfg(unix)]
fn allow(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("its rights can be set");
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission() {
    let folder = Folder::new();
    allow(folder.path(), 0o755);
    let closed = folder.path().join("مغلق");
    fs::create_dir(&closed).expect("a folder can be made");
    fs::write(closed.join("خبر.txt"), NEWS).expect("the folder can be written to");
    allow(&closed, 0o000);
    // The build folder may itself be closed to others.
    let program = folder.path().join(".riwayat");
    fs::copy(riwayat(), &program).expect("the program can be copied");
    allow(&program, 0o755);
    let refused = as_common_user(&format!("ls '{}'", closed.display()));
    assert_ne!(refused.status, Some(0), "the folder is to be closed: {}", refused.out);

    let got =
        as_common_user(&format!("'{}' compare --json '{}'", program.display(), folder.path().display()));
    let alone = as_common_user(&format!("'{}' compare --json '{}'", program.display(), closed.display()));
    allow(&closed, 0o755);
    assert_eq!(got.status, Some(1), "{}", got.err);
    got.says("مغلق", &["cannot be read", "Permission denied", "you may read it"]);
    assert_eq!(got.texts(), [NEWS]);
    assert_eq!(alone.status, Some(3), "{}", alone.err);
}

/// A dossier that cannot grow: the limit on the size of files stands for a full disk.
#[cfg(unix)]
#[test]
fn a_full_disk_while_saving() {
    let folder = Folder::new();
    let dossier = folder.path().join(".ملف.riwayat");
    let text = |n: usize| format!("{NEWS} العدد {n}. {}", "كلمة أخرى عن القافلة. ".repeat(40));
    let first = run(&["import", "--dossier"], &[&dossier, folder.path()]);
    assert_eq!(first.status, Some(0), "{}", first.err);
    let lines: String =
        (0..4000).map(|n| format!("{{\"id\": \"n{n}\", \"text\": \"{}\"}}\n", text(n))).collect();
    let many = folder.with("كثير.jsonl", lines.as_bytes());
    // `trap ''`: the write fails with an error instead of ending the process, as on a full disk.
    let limit = fs::metadata(&dossier).expect("the dossier is there").len() / 512 + 200;
    let script = format!(
        "trap '' XFSZ; ulimit -f {limit}; '{}' import --dossier '{}' '{}'",
        riwayat().display(),
        dossier.display(),
        many.display()
    );
    let full = Run::of(Command::new("sh").args(["-c", &script]).output().expect("a shell starts"));
    assert!(matches!(full.status, Some(1 | 3)), "{:?} {}", full.status, full.err);
    assert!(full.err.contains(".riwayat"), "the dossier is to be named: {}", full.err);
    let verify = run(&["verify", "--dossier"], &[&dossier]);
    assert_eq!(verify.status, Some(0), "what was saved before is whole: {}{}", verify.out, verify.err);
}
