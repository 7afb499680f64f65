//! The command line: thin calls of `riwayat-app`, answers on standard output, reasons on standard error.

mod answer;
mod args;
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
    }
    .unwrap_or_else(|message| {
        eprintln!("riwayat: {message}");
        ExitCode::from(answer::NOTHING_DONE)
    })
}
