//! The answer of `compare` as JSON, written part by part: of a large comparison the whole answer is many times what it is made
//! from, and is never held at once. All cores make the parts; they are written in their order.

use crate::convert::{All, Lang};
use crate::engine_version;
use crate::pipeline::{Knowledge, Prepared};
use rayon::prelude::*;
use riwayat_compare as compare;
use serde::Serialize;
use std::io::{self, Write};
use std::sync::Arc;

/// Parts that are made before they are written: enough for all cores, little to hold. 64 to 1024.
const AT_ONCE: usize = 256;

/// Writes what [`crate::convert::comparison`] answers with, byte by byte the same.
///
/// # Errors
/// Where it cannot be written.
pub fn comparison(
    out: &mut impl Write,
    prepared: &[Arc<Prepared>],
    found: &compare::Comparison,
    know: &Knowledge,
    lang: Lang,
) -> io::Result<()> {
    let all = All::new(prepared, lang);
    out.write_all(b"{\"engine\":")?;
    serde_json::to_writer(&mut *out, engine_version())?;
    out.write_all(b",\"lexicon\":")?;
    serde_json::to_writer(&mut *out, know.lexicon().version())?;
    list(out, "articles", &(0..prepared.len()).collect::<Vec<_>>(), &|n| all.article(*n, know))?;
    list(out, "events", &found.events, &|e| all.event(e, found))?;
    list(out, "storylines", &found.storylines, &|s| all.storyline(s, found))?;
    list(out, "relations", &found.relations, &|r| all.relation(r))?;
    out.write_all(b"}")
}

/// Writes a list as a field that is not the first of its object.
fn list<'a, T: Sync, W: Serialize>(
    out: &mut impl Write,
    name: &str,
    items: &'a [T],
    part: &(dyn Fn(&'a T) -> W + Sync),
) -> io::Result<()> {
    write!(out, ",\"{name}\":[")?;
    for (n, some) in items.chunks(AT_ONCE).enumerate() {
        let made: Result<Vec<Vec<u8>>, _> = some.par_iter().map(|i| serde_json::to_vec(&part(i))).collect();
        for (m, part) in made?.into_iter().enumerate() {
            if n + m > 0 {
                out.write_all(b",")?;
            }
            out.write_all(&part)?;
        }
    }
    out.write_all(b"]")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, compare_sources, convert};
    use std::path::PathBuf;

    #[test]
    fn what_is_written_in_parts_is_the_whole_answer() {
        let samples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../samples");
        let know = Knowledge::builtin();
        let (prepared, found, failed) = compare_sources(&[Source::Path(samples)], &know, false);
        assert!(failed.is_empty(), "{failed:?}");
        assert!(found.events.len() > 1 && !found.relations.is_empty(), "every list has several parts or one");
        for lang in [Lang::Ar, Lang::En] {
            let mut written = Vec::new();
            comparison(&mut written, &prepared, &found, &know, lang).expect("memory can be written");
            let whole = serde_json::to_vec(&convert::comparison(&prepared, &found, &know, lang));
            assert_eq!(written, whole.expect("wire types are plain data"));
        }
    }
}
