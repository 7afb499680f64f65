//! Names the code that works results out, so that what another build kept in a dossier is never taken for this one's.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where everything is that a view depends on, beside the lexicon, which has a version of its own.
const CODE: [&str; 6] = ["../text", "../claims", "../compare", "../import", "../store", "."];

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = vec![PathBuf::from("../../Cargo.lock")];
    for part in CODE {
        let sources = Path::new(part).join("src");
        println!("cargo:rerun-if-changed={}", sources.display());
        collect(&sources, &mut files)?;
    }
    files.sort();
    let mut build = FNV_OFFSET;
    for path in files {
        println!("cargo:rerun-if-changed={}", path.display());
        build = fnv(build, &fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?);
    }
    println!("cargo:rustc-env=ENGINE_BUILD={}+{build:016x}", env::var("CARGO_PKG_VERSION")?);
    Ok(())
}

/// Every file of a folder and those in it.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// Where FNV-1a begins.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// Goes on with FNV-1a over some bytes: tells builds apart, protects nothing.
fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}
