//! Making, opening, refusing: whatever is refused is left as it was, byte for byte.

use crate::{article, at, file_with};
use riwayat_store::{APPLICATION_ID, Dossier, Field, SCHEMA_VERSION, StoreError};
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Opens in both ways, expects the same refusal twice, and nothing changed.
fn refused(path: &Path, expected: impl Fn(&StoreError) -> bool) -> String {
    let before = fs::read(path).expect("readable");
    let beside = || fs::read_dir(path.parent().expect("a folder")).expect("readable").count();
    let files = beside();
    let error = Dossier::open(path).expect_err("is no good dossier");
    assert!(expected(&error), "{error:?}");
    let again = Dossier::open_read_only(path).expect_err("is no good dossier");
    assert!(expected(&again), "{again:?}");
    assert_eq!(fs::read(path).expect("readable"), before, "the file was touched");
    assert_eq!(beside(), files, "something was left beside the file");
    error.to_string()
}

fn not_a_dossier(error: &StoreError) -> bool {
    matches!(error, StoreError::NotADossier { .. })
}

fn damaged(error: &StoreError) -> bool {
    matches!(error, StoreError::Damaged { .. })
}

#[test]
fn what_is_written_is_there_after_closing_in_one_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a", "b"]);
    let mut dossier = Dossier::open(&path).unwrap();
    dossier.set_field(at(2), "a", Field::Camp, Some("opposition")).unwrap();
    let written = (dossier.effective_articles().unwrap(), dossier.history().unwrap(), dossier.log().unwrap());
    drop(dossier);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    let dossier = Dossier::open_read_only(&path).unwrap();
    let read = (dossier.effective_articles().unwrap(), dossier.history().unwrap(), dossier.log().unwrap());
    assert_eq!(read, written);
}

#[test]
fn opening_and_closing_changes_no_byte() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    let before = fs::read(&path).unwrap();
    drop(Dossier::open(&path).unwrap());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn an_existing_file_is_not_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    let before = fs::read(&path).unwrap();
    assert!(matches!(Dossier::create(&path, at(9)), Err(StoreError::Exists { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_is_not_there_is_not_made_by_opening() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("غائب.riwayat");
    assert!(matches!(Dossier::open(&path), Err(StoreError::Missing { .. })));
    assert!(!path.exists());
    let nowhere = dir.path().join("لا مجلد").join("ملف.riwayat");
    assert!(matches!(Dossier::create(&nowhere, at(0)), Err(StoreError::Missing { .. })));
}

#[test]
fn a_text_is_not_a_dossier() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("خبر.txt");
    fs::write(&path, "قُتل سبعة مدنيين في سوق البلدة. ".repeat(200)).unwrap();
    let message = refused(&path, not_a_dossier);
    assert!(message.contains("خبر.txt") && message.contains("nothing was changed"), "{message}");
}

#[test]
fn a_short_text_an_empty_file_and_a_folder_are_not_dossiers() {
    let dir = tempfile::tempdir().unwrap();
    let short = dir.path().join("قصير");
    fs::write(&short, "خبر").unwrap();
    refused(&short, not_a_dossier);
    let empty = dir.path().join("فارغ.riwayat");
    fs::write(&empty, "").unwrap();
    assert!(refused(&empty, not_a_dossier).contains("an empty file"));
    let error = Dossier::open(dir.path()).unwrap_err();
    assert!(error.to_string().contains("a folder"), "{error}");
}

#[test]
fn the_database_of_another_program_is_not_a_dossier() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("other.sqlite");
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE article (id TEXT)").unwrap();
    drop(conn);
    assert!(refused(&path, not_a_dossier).contains("another program's"));
}

#[test]
fn a_newer_dossier_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
    let message =
        refused(&path, |e| matches!(e, StoreError::Newer { found, .. } if *found == SCHEMA_VERSION + 1));
    assert!(message.contains("update Riwayat"), "{message}");
}

#[test]
fn a_dossier_cut_short_is_damaged_wherever_it_is_cut() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a", "b", "c"]);
    let whole = fs::read(&path).unwrap();
    for part in [1, 2, 3] {
        fs::write(&path, &whole[..whole.len() * part / 4]).unwrap();
        refused(&path, damaged);
    }
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    refused(&path, damaged);
}

#[test]
fn flipped_bytes_in_the_structure_are_damage() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a", "b", "c"]);
    let whole = fs::read(&path).unwrap();
    let page = 4096;
    for number in 1..whole.len() / page {
        let mut broken = whole.clone();
        for byte in &mut broken[number * page..number * page + 8] {
            *byte ^= 0xFF;
        }
        fs::write(&path, &broken).unwrap();
        refused(&path, damaged);
    }
}

#[test]
fn a_dossier_without_its_tables_is_damaged() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ملف.riwayat");
    let conn = Connection::open(&path).unwrap();
    conn.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    conn.pragma_update(None, "user_version", SCHEMA_VERSION).unwrap();
    drop(conn);
    assert!(refused(&path, damaged).contains("missing"));
}

/// The test is both: run by itself it starts itself again as the other program, which takes the dossier.
#[test]
fn a_dossier_that_another_program_has_open_is_locked() {
    const HELD: &str = "RIWAYAT_TEST_HELD";
    if let Some(path) = std::env::var_os(HELD) {
        let _held = Dossier::open(Path::new(&path)).unwrap();
        println!("held");
        std::io::stdin().read_line(&mut String::new()).unwrap();
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    let mut other = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--nocapture", "dossier::a_dossier_that_another_program_has_open_is_locked"])
        .env(HELD, &path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(other.stdout.take().unwrap()));
    assert!(lines.any(|line| line.unwrap().contains("held")));
    let message = refused(&path, |e| matches!(e, StoreError::Locked { .. }));
    assert!(message.contains("close it there"), "{message}");
    drop(other.stdin.take());
    assert!(other.wait().unwrap().success());
    Dossier::open(&path).unwrap();
}

#[test]
fn a_dossier_open_in_the_same_program_is_locked_and_stays_usable() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    let mut first = Dossier::open(&path).unwrap();
    refused(&path, |e| matches!(e, StoreError::Locked { .. }));
    first.import(at(3), &[article("b")]).unwrap();
    assert!(matches!(Dossier::open(&path), Err(StoreError::Locked { .. })));
}

#[test]
fn two_may_read_at_once_and_neither_may_write() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    let one = Dossier::open_read_only(&path).unwrap();
    let mut two = Dossier::open_read_only(&path).unwrap();
    assert_eq!(one.articles().unwrap(), two.articles().unwrap());
    assert!(matches!(two.import(at(3), &[article("b")]), Err(StoreError::ReadOnly { .. })));
}

/// As root no permission stops us, so the test runs itself again as nobody, from a copy that nobody may run.
#[cfg(unix)]
#[test]
fn a_dossier_without_permission_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    const FOLDER: &str = "RIWAYAT_TEST_FOLDER";
    /// The user and group `nobody`.
    const NOBODY: u32 = 65_534;
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let check = |folder: &Path| {
        let read = Dossier::open(&folder.join("no-read.riwayat")).unwrap_err();
        assert!(matches!(read, StoreError::NoPermission { what: "read it", .. }), "{read:?}");
        let write = Dossier::open(&folder.join("no-write.riwayat")).unwrap_err();
        assert!(matches!(write, StoreError::NoPermission { what: "write to it", .. }), "{write:?}");
        Dossier::open_read_only(&folder.join("no-write.riwayat")).unwrap();
        let mut no_journal = Dossier::open(&folder.join("no-journal.riwayat")).unwrap();
        let write = no_journal.import(at(2), &[article("b")]).unwrap_err();
        assert!(matches!(write, StoreError::NoPermission { what: "write to it", .. }), "{write:?}");
        assert_eq!(no_journal.articles().unwrap().len(), 1);
        let new = Dossier::create(&folder.join("new.riwayat"), at(0)).unwrap_err();
        assert!(matches!(new, StoreError::NoPermission { what: "write to it", .. }), "{new:?}");
    };
    if let Some(folder) = std::env::var_os(FOLDER) {
        return check(Path::new(&folder));
    }
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a"]);
    let (no_read, no_write) = (dir.path().join("no-read.riwayat"), dir.path().join("no-write.riwayat"));
    fs::copy(&path, &no_read).unwrap();
    fs::copy(&path, &no_write).unwrap();
    // A file that may be written, in a folder that may not: there is no room for the journal beside it.
    let no_journal = dir.path().join("no-journal.riwayat");
    fs::copy(&path, &no_journal).unwrap();
    mode(&no_journal, 0o666);
    let before = fs::read(&path).unwrap();
    mode(&no_read, 0o000);
    mode(&no_write, 0o444);
    if crate::is_root() {
        let tests = dir.path().join("tests");
        fs::copy(std::env::current_exe().unwrap(), &tests).unwrap();
        mode(&tests, 0o755);
        mode(dir.path(), 0o555);
        let output = Command::new(&tests)
            .args(["--exact", "dossier::a_dossier_without_permission_is_refused"])
            .env(FOLDER, dir.path())
            .current_dir("/")
            .gid(NOBODY)
            .uid(NOBODY)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    } else {
        mode(dir.path(), 0o555);
        check(dir.path());
    }
    mode(dir.path(), 0o755);
    mode(&no_read, 0o644);
    assert_eq!(fs::read(&no_read).unwrap(), before);
    assert_eq!(fs::read(&no_write).unwrap(), before);
    assert_eq!(fs::read(&no_journal).unwrap(), before);
}

/// A loss of power in the middle of saving: the file with half of a step in it, and its journal.
#[test]
fn a_step_cut_short_is_put_back_on_the_next_opening() {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with(dir.path(), &["a", "b"]);
    let whole = fs::read(&path).unwrap();
    let (crashed, journal) = (dir.path().join("بعد.riwayat"), dir.path().join("بعد.riwayat-journal"));
    {
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("PRAGMA cache_size = 1; BEGIN").unwrap();
        conn.execute("UPDATE setting SET value = ''", []).unwrap();
        for n in 0..500 {
            conn.execute("INSERT INTO setting VALUES (?1, ?2)", (n, "روايات ".repeat(300))).unwrap();
        }
        fs::copy(&path, &crashed).unwrap();
        fs::copy(dir.path().join("ملف?#.riwayat-journal"), &journal).unwrap();
        conn.execute_batch("ROLLBACK").unwrap();
    }
    assert_ne!(fs::read(&crashed).unwrap(), whole, "half of the step is in the file");
    let error = Dossier::open_read_only(&crashed).unwrap_err();
    assert!(matches!(error, StoreError::Interrupted { .. }), "{error:?}");
    let dossier = Dossier::open(&crashed).unwrap();
    assert_eq!(dossier.articles().unwrap().len(), 2);
    assert_eq!(dossier.setting("1").unwrap(), None);
    assert_eq!(dossier.verify().unwrap().faults, []);
    drop(dossier);
    assert!(!journal.exists());
    assert_eq!(fs::read(&crashed).unwrap(), whole);
}
