//! The command line: thin calls of `riwayat-app`, answers on standard output, reasons on standard error.

mod answer;
mod args;
mod dossier;
mod plain;

use args::{Command, Options};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let options = Options::parse();
    let lang = options.lang.into();
    match options.command {
        Command::Inspect(inspect) => answer::inspect(&inspect, lang),
        Command::Compare(compare) => answer::compare(&compare, lang),
        Command::Pairs => answer::pairs(lang),
        Command::Import(import) => dossier::import(&import, lang),
        Command::Events(of) => dossier::events(&of, lang),
        Command::Show(show) => dossier::show(&show, lang),
        Command::Lexicon(lexicon) => dossier::lexicon(&lexicon, lang),
        Command::Search(options) => dossier::search(&options, lang),
        Command::Verify(of) => dossier::verify(&of),
    }
    .unwrap_or_else(|message| {
        eprintln!("riwayat: {message}");
        ExitCode::from(answer::NOTHING_DONE)
    })
}
