//! What the tests of this crate share.
#![allow(dead_code, reason = "every test file uses a part of it")]

use riwayat_import::{Article, ImportError, OutletNames, Source, read_source};
use std::path::PathBuf;

/// A few outlets, by name and domain.
pub struct Known;

impl OutletNames for Known {
    fn known(&self, name: &str) -> Option<&str> {
        let name = name.trim_matches(['"', '«', '»', '‘', '’']);
        ["شبكة شام", "الدرر الشامية", "داماس بوست", "تلفزيون سوريا", "العربي الجديد", "صحيفة الجسر"]
            .into_iter()
            .find(|known| *known == name)
            .or_else(|| name.contains("aljisr.example").then_some("صحيفة الجسر"))
    }
}

/// The folder of real texts (`RIWAYAT_SHARED`, else `../shared`), where `part` of it is there; CI must have it.
pub fn shared(part: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("RIWAYAT_SHARED").map_or_else(beside, PathBuf::from);
    if folder.join(part).exists() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is not there", folder.join(part).display());
    println!("skipped: {} is not there", folder.join(part).display());
    None
}

/// Everything that comes of a source, in order.
pub fn all(source: &Source) -> Vec<Result<Article, ImportError>> {
    let mut out = Vec::new();
    read_source(source, &Known, &mut |outcome| {
        out.push(outcome);
        true
    });
    out
}

/// The only thing that comes of a source.
pub fn one(source: &Source, outlets: &dyn OutletNames) -> Result<Article, ImportError> {
    let mut out = Vec::new();
    read_source(source, outlets, &mut |outcome| {
        out.push(outcome);
        true
    });
    assert_eq!(out.len(), 1, "{out:?}");
    out.remove(0)
}

/// Pasted text.
pub fn pasted(text: &str) -> Source {
    Source::Bytes { name: "ملصق".into(), bytes: text.into(), lines: false }
}

/// Given bytes under a name.
pub fn given(name: &str, bytes: &[u8]) -> Source {
    Source::Bytes { name: name.into(), bytes: bytes.to_vec(), lines: false }
}

/// The hash as another implementation gives it.
pub fn sha256sum(bytes: &[u8]) -> String {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut child = Command::new("sha256sum")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("coreutils are there");
    child.stdin.take().expect("it is piped").write_all(bytes).expect("it reads");
    let out = child.wait_with_output().expect("it ends");
    String::from_utf8_lossy(&out.stdout).split(' ').next().unwrap_or("").to_owned()
}
