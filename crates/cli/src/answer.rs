//! The answers, one function a command.

use crate::args::{Compare, Inspect};
use riwayat_app::{
    ImportError, Knowledge, Lang, Source, answer_pair, compare_sources, convert, wire, written,
};
use std::io::{self, BufRead, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

/// Exit status where some files failed.
const SOME_FAILED: u8 = 1;
/// Exit status where nothing could be done.
pub const NOTHING_DONE: u8 = 3;

/// What a command comes to: an exit status, or the reason why nothing could be done.
pub type Answer = Result<ExitCode, String>;

/// Shows what the engine sees in one text.
pub fn inspect(options: &Inspect, lang: Lang) -> Answer {
    let know = Knowledge::builtin();
    let source = source(&options.file, options.jsonl);
    let (prepared, failed) = riwayat_app::inspect(&[source], options.published, &know);
    let mut out = BufWriter::new(io::stdout().lock());
    for p in &prepared {
        let answer = convert::inspection(p, &know, lang);
        if options.json {
            write_json(&mut out, &answer)?;
        } else {
            out.write_all(crate::plain::article(&answer.reading).as_bytes()).map_err(broken_pipe)?;
        }
    }
    out.flush().map_err(broken_pipe)?;
    Ok(tell(&failed, prepared.len()))
}

/// Compares articles.
pub fn compare(options: &Compare, lang: Lang) -> Answer {
    let know = Knowledge::builtin();
    let sources = options.paths.iter().map(|p| source(p, options.jsonl)).collect::<Vec<_>>();
    let (prepared, found, failed) = compare_sources(&sources, &know, options.one_event);
    if let Some(path) = &options.html {
        let page = riwayat_app::report_html(&prepared, &found, &know, lang);
        std::fs::write(path, page)
            .map_err(|e| format!("{}: the report cannot be written ({e})", path.display()))?;
    }
    let mut out = BufWriter::new(io::stdout().lock());
    if options.json {
        written::comparison(&mut out, &prepared, &found, &know, lang).map_err(broken_pipe)?;
        out.write_all(b"\n").map_err(broken_pipe)?;
    } else if options.html.is_none() {
        let answer = convert::comparison(&prepared, &found, &know, lang);
        out.write_all(crate::plain::comparison(&answer).as_bytes()).map_err(broken_pipe)?;
    }
    out.flush().map_err(broken_pipe)?;
    let done = prepared.len();
    // The process ends: taking thousands of articles apart piece by piece would only hold it up.
    std::mem::forget((prepared, found));
    Ok(tell(&failed, done))
}

/// Relates pairs of sentences as they come.
pub fn pairs(lang: Lang) -> Answer {
    let know = Knowledge::builtin();
    let mut out = io::stdout().lock();
    let (mut done, mut failed) = (0usize, 0usize);
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|e| format!("standard input cannot be read ({e})"))?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = serde_json::from_str::<wire::PairQuestion>(&line)
            .map_err(|e| e.to_string())
            .and_then(|question| answer_pair(&question, &know, lang));
        match answer {
            Ok(answer) => {
                write_json(&mut out, &answer)?;
                out.flush().map_err(broken_pipe)?;
                done += 1;
            }
            Err(reason) => {
                eprintln!("riwayat: standard input, line {}: {reason}", number + 1);
                failed += 1;
            }
        }
    }
    Ok(status(failed, done))
}

/// A path as a source; `-` is standard input. `lines` means JSON Lines, of a file by whatever name.
pub fn source(path: &Path, lines: bool) -> Source {
    if path == Path::new("-") {
        Source::Input { lines }
    } else if lines && path.is_file() {
        Source::Lines(path.to_owned())
    } else {
        Source::Path(path.to_owned())
    }
}

/// Writes one answer as one line of JSON.
pub fn write_json(out: &mut impl Write, answer: &impl serde::Serialize) -> Result<(), String> {
    serde_json::to_writer(&mut *out, answer).map_err(|e| format!("the answer cannot be written ({e})"))?;
    out.write_all(b"\n").map_err(broken_pipe)
}

/// The reason where standard output cannot be written.
#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
pub fn broken_pipe(error: io::Error) -> String {
    format!("the answer cannot be written ({error})")
}

/// Names what failed, and settles the exit status.
fn tell(failed: &[ImportError], done: usize) -> ExitCode {
    for error in failed {
        eprintln!("riwayat: {error}");
    }
    status(failed.len(), done)
}

/// The exit status of so many failures beside so much that was done.
pub fn status(failed: usize, done: usize) -> ExitCode {
    match (failed, done) {
        (0, _) => ExitCode::SUCCESS,
        (_, 0) => ExitCode::from(NOTHING_DONE),
        _ => ExitCode::from(SOME_FAILED),
    }
}
