//! What can be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use riwayat_app::Lang;
use std::path::PathBuf;

/// Riwayat: what each side says of one event, side by side.
///
/// Exit status: 0 done; 1 done, with files that failed (each named on standard error, with the reason);
/// 2 wrong usage; 3 nothing could be done.
#[derive(Debug, Parser)]
#[command(name = "riwayat", version, arg_required_else_help = true)]
pub struct Options {
    /// Language of reasons and reports.
    #[arg(long, value_enum, default_value_t = Language::Ar, global = true)]
    pub lang: Language,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Language of reasons and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Arabic
    Ar,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Ar => Self::Ar,
            Language::En => Self::En,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show what the engine sees in one text.
    Inspect(Inspect),
    /// Read articles, find their events and compare the accounts, all in memory.
    Compare(Compare),
    /// Relate pairs of sentences: JSON Lines in, JSON Lines out, in order, as they come.
    Pairs,
    /// Import articles into a dossier; it is made where there is none.
    Import(Import),
    /// List the events of a dossier.
    Events(OfDossier),
    /// Show one event of a dossier whole.
    Show(Show),
    /// Find sentences in the articles of a dossier, in Arabic as people type it.
    Search(Search),
    /// Show what a dossier puts over the lexicon, and change it: actors, organisations, persons and places.
    Lexicon(Lexicon),
    /// Check a dossier: hashes, the chain of its log, its database.
    Verify(OfDossier),
}

/// A dossier, and how to answer.
#[derive(Debug, Args)]
pub struct OfDossier {
    /// The dossier (.riwayat).
    #[arg(long, value_name = "FILE")]
    pub dossier: PathBuf,
    /// Answer in JSON.
    #[arg(long)]
    pub json: bool,
}

/// Options of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Files and folders; `-` is standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// What comes on standard input is JSON Lines.
    #[arg(long)]
    pub jsonl: bool,
    /// Into which dossier.
    #[command(flatten)]
    pub of: OfDossier,
}

/// Options of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// Words that stand in one sentence, in whatever order; spelling, clitics and the article are of no account.
    pub query: String,
    /// Of which dossier.
    #[command(flatten)]
    pub of: OfDossier,
}

/// Options of `lexicon`.
#[derive(Debug, Args)]
pub struct Lexicon {
    /// Entries to put over the lexicon, as TOML (lexicon/README.md says how); `-` is standard input.
    pub file: Option<PathBuf>,
    /// Id of an entry of the dossier that is to go, so that the lexicon holds again.
    #[arg(long, value_name = "ID")]
    pub remove: Vec<String>,
    /// Of which dossier.
    #[command(flatten)]
    pub of: OfDossier,
}

/// Options of `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// Id of the event, as `events` gives it.
    pub event: String,
    /// Of which dossier.
    #[command(flatten)]
    pub of: OfDossier,
    /// Write a report of it as one HTML page.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// Options of `inspect`.
#[derive(Debug, Args)]
pub struct Inspect {
    /// The text, page or JSON Lines; `-` is standard input.
    #[arg(default_value = "-")]
    pub file: PathBuf,
    /// Day of publication, where the article states none (YYYY-MM-DD).
    #[arg(long, value_parser = riwayat_app::day)]
    pub published: Option<Date>,
    /// The input is JSON Lines: one answer a line, in order.
    #[arg(long)]
    pub jsonl: bool,
    /// Answer in JSON.
    #[arg(long)]
    pub json: bool,
}

/// Options of `compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// Files and folders; `-` is standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// What comes on standard input is JSON Lines.
    #[arg(long)]
    pub jsonl: bool,
    /// The articles tell one event, whatever they share.
    #[arg(long)]
    pub one_event: bool,
    /// Answer in JSON.
    #[arg(long)]
    pub json: bool,
    /// Write a report as one HTML page.
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}
