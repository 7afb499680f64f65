//! Makes of the lexicon's files what the program carries: each table as JSON, and the version of them all.
//!
//! TOML is for who edits the tables; reading it took a fifth of a run on five articles.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LEXICON: &str = "../../lexicon";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={LEXICON}");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut version = FNV_OFFSET;
    for path in files()? {
        println!("cargo:rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        version = fnv(version, &text);
        let Some(name) = path.file_name() else { continue };
        if path.extension().is_some_and(|e| e == "toml") {
            let table: serde_json::Value =
                toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
            fs::write(out.join(name).with_extension("json"), serde_json::to_vec(&table)?)?;
        } else {
            fs::write(out.join(name), text)?;
        }
    }
    println!("cargo:rustc-env=LEXICON_VERSION={version:016x}");
    Ok(())
}

/// Every file that is data, by name.
fn files() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(Path::new(LEXICON))? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| ["toml", "tsv", "txt"].iter().any(|data| e == *data)) {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

/// Where FNV-1a begins.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// Goes on with FNV-1a over a text: tells versions apart, protects nothing.
fn fnv(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
