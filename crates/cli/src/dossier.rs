//! The commands that keep or read a dossier.

use crate::answer::{self, Answer, broken_pipe, source, write_json};
use crate::args::{Import, Lexicon, OfDossier, Search, Show};
use riwayat_app::view::{Failure, ImportReport, Outcome, Progress, Stage, Text};
use riwayat_app::{Desk, Lang, Watch, convert, entries, wire};
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

/// Imports articles.
pub fn import(options: &Import, lang: Lang) -> Answer {
    let cancel = AtomicBool::new(false);
    let watch = Watch { progress: &progress, cancel: &cancel };
    let path = &options.of.dossier;
    let sources = options.paths.iter().map(|p| source(p, options.jsonl)).collect::<Vec<_>>();
    let opened = if path.exists() { Desk::open(path, watch) } else { Desk::create(path) };
    let desk = opened.map_err(|f| told(&f, lang))?;
    let report = desk.import(&sources, watch).map_err(|f| told(&f, lang))?;
    for s in report.sources.iter().filter(|s| s.outcome == Outcome::Failed) {
        eprintln!("riwayat: {}: {}", s.name, in_lang(&s.message, lang));
    }
    let done = report.imported + report.copies;
    if options.of.json {
        write_json(&mut io::stdout().lock(), &convert::stamped(&desk, &report))?;
    } else {
        println!("{}", summary(&report, lang));
    }
    Ok(answer::status(report.failed, done))
}

/// Lists the events.
pub fn events(options: &OfDossier, lang: Lang) -> Answer {
    let desk = open(&options.dossier, lang)?;
    let mut answer = desk.comparison(lang).map_err(|f| told(&f, lang))?;
    if options.json {
        for event in &mut answer.events {
            event.rows.clear();
        }
        let list = convert::stamped(
            &desk,
            &wire::EventList { events: answer.events, storylines: answer.storylines },
        );
        write_json(&mut io::stdout().lock(), &list)?;
    } else {
        print(&crate::plain::events(&answer))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Shows one event.
pub fn show(options: &Show, lang: Lang) -> Answer {
    let desk = open(&options.of.dossier, lang)?;
    let all = desk.comparison(lang).map_err(|f| told(&f, lang))?;
    let one = convert::only(all, &options.event)
        .ok_or_else(|| format!("there is no event “{}”; `riwayat events` lists them", options.event))?;
    if let Some(path) = &options.html {
        desk.save_report(&options.event, lang, path).map_err(|f| told(&f, lang))?;
    }
    if options.of.json {
        write_json(&mut io::stdout().lock(), &one)?;
    } else if options.html.is_none() {
        print(&crate::plain::comparison(&one))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Finds sentences. That there are none is an answer.
pub fn search(options: &Search, lang: Lang) -> Answer {
    let desk = open(&options.of.dossier, lang)?;
    let found = desk.search(&options.query).map_err(|f| told(&f, lang))?;
    if options.of.json {
        write_json(&mut io::stdout().lock(), &convert::stamped(&desk, &found))?;
    } else {
        print(&crate::plain::found(&found))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Shows what a dossier puts over the lexicon, after changing it where that is asked for.
pub fn lexicon(options: &Lexicon, lang: Lang) -> Answer {
    let desk = open(&options.of.dossier, lang)?;
    if options.file.is_some() || !options.remove.is_empty() {
        let (name, text) = match &options.file {
            Some(path) => read_text(path)?,
            None => ("--remove".to_owned(), String::new()),
        };
        let set = entries::parse(&name, &text).map_err(|f| told(&f, lang))?;
        let cancel = AtomicBool::new(false);
        let watch = Watch { progress: &progress, cancel: &cancel };
        desk.set_entries(&name, set, &options.remove, watch).map_err(|f| told(&f, lang))?;
    }
    let held = desk.entries();
    if options.of.json {
        let entries = held.iter().map(|(id, entry)| (id.clone(), entry.into())).collect();
        write_json(&mut io::stdout().lock(), &convert::stamped(&desk, &wire::LexiconEntries { entries }))?;
    } else {
        print(&entries::print(&held))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A text with the name by which messages speak of it; `-` is standard input.
fn read_text(path: &Path) -> Result<(String, String), String> {
    let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
    let text = if path == Path::new("-") {
        io::read_to_string(io::stdin().lock())
    } else {
        std::fs::read_to_string(path)
    };
    text.map(|text| (name.clone(), text)).map_err(|e| format!("{name}: cannot be read ({e}); check its name"))
}

/// Checks a dossier; a fault is told, and exit status 1 says so.
pub fn verify(options: &OfDossier) -> Answer {
    let desk = open(&options.dossier, Lang::En)?;
    let found = desk.verify().map_err(|f| told(&f, Lang::En))?;
    let faults: Vec<String> = found.faults.iter().map(|f| format!("{f:?}")).collect();
    for fault in &faults {
        eprintln!("riwayat: {}: {fault}", options.dossier.display());
    }
    let sound = wire::Verification {
        originals: found.originals,
        articles: found.articles,
        decisions: found.decisions,
        log: found.log,
        faults,
    };
    if options.json {
        write_json(&mut io::stdout().lock(), &convert::stamped(&desk, &sound))?;
    } else {
        let (a, o, d, l) = (sound.articles, sound.originals, sound.decisions, sound.log);
        println!(
            "{a} articles, {o} originals, {d} decisions, {l} log entries; {} faults",
            sound.faults.len()
        );
    }
    Ok(answer::status(sound.faults.len(), 1))
}

fn open(path: &Path, lang: Lang) -> Result<Desk, String> {
    let cancel = AtomicBool::new(false);
    Desk::open(path, Watch { progress: &progress, cancel: &cancel }).map_err(|f| told(&f, lang))
}

/// A line that counts, on a terminal only.
fn progress(p: Progress) {
    /// How many steps apart the line is written anew: often enough to be alive, seldom enough to cost nothing.
    const STEP: usize = 50;
    let mut err = io::stderr();
    if !err.is_terminal() || !(p.done.is_multiple_of(STEP) || p.done == p.total) {
        return;
    }
    let stage = match p.stage {
        Stage::Reading => "reading",
        Stage::Comparing => "comparing",
        Stage::Saving => "saving",
    };
    let _ = if p.total == 0 {
        write!(err, "\r{stage} {}\u{1b}[K", p.done)
    } else {
        write!(err, "\r{stage} {}/{}\u{1b}[K", p.done, p.total)
    };
    if p.done == p.total {
        let _ = write!(err, "\r\u{1b}[K");
    }
}

fn told(failure: &Failure, lang: Lang) -> String {
    in_lang(&failure.message, lang).to_owned()
}

fn in_lang(text: &Text, lang: Lang) -> &str {
    match lang {
        Lang::Ar => &text.ar,
        Lang::En => &text.en,
    }
}

fn summary(report: &ImportReport, lang: Lang) -> String {
    let (new, copies, failed) = (report.imported, report.copies, report.failed);
    match lang {
        Lang::Ar => format!("استُورد: {new} · نُسخ مطابقة: {copies} · تعذّر: {failed}"),
        Lang::En => format!("imported: {new} · copies: {copies} · failed: {failed}"),
    }
}

fn print(text: &str) -> Result<(), String> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(broken_pipe)
}
