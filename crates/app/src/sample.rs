//! The sample dossier's source, built into the program: invented articles of invented outlets.

use include_dir::{Dir, include_dir};
use riwayat_import::Source;
use riwayat_store::OutletRow;
use serde::Deserialize;

static SAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../samples");

/// The file that names the sample's outlets and their camps.
const OUTLETS: &str = "outlets.toml";

/// Where the sample's articles come from, as told: no path of a disk begins so.
const ORIGIN: &str = "samples:";

/// True for an article of the sample itself; others may be imported beside them.
pub fn is_own(origin: &str) -> bool {
    origin.starts_with(ORIGIN)
}

/// Kinds of file that are articles; the others tell about them.
const ARTICLES: [&str; 3] = ["txt", "html", "jsonl"];

/// The sample's articles, in order of name.
pub fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    collect(&SAMPLES, &mut files);
    files.sort_by(|a, b| a.0.cmp(&b.0));
    (files.into_iter())
        .map(|(name, bytes)| {
            let lines = name.ends_with(".jsonl");
            Source::Bytes { name, bytes, lines }
        })
        .collect()
}

fn collect(dir: &Dir<'_>, into: &mut Vec<(String, Vec<u8>)>) {
    for file in dir.files() {
        let kind = file.path().extension().and_then(|e| e.to_str()).unwrap_or_default();
        if ARTICLES.contains(&kind) {
            into.push((format!("{ORIGIN}{}", file.path().display()), file.contents().to_vec()));
        }
    }
    for inner in dir.dirs() {
        collect(inner, into);
    }
}

/// The sample's own outlets; the real lexicon knows none of them.
pub fn outlets() -> Vec<OutletRow> {
    #[derive(Deserialize)]
    struct File {
        #[serde(default)]
        outlet: Vec<OutletRow>,
    }
    let text = SAMPLES.get_file(OUTLETS).and_then(include_dir::File::contents_utf8).unwrap_or_default();
    toml::from_str::<File>(text).map(|f| f.outlet).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_built_in_and_its_outlets_can_be_read() {
        assert!(sources().len() >= 12, "{} sources", sources().len());
        assert!(outlets().iter().filter(|o| o.camp.is_some()).count() >= 3);
    }
}
