//! The desktop program: reads its command line and opens the window.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use riwayat_desktop::{Request, Usage};
use std::process::ExitCode;

fn main() -> ExitCode {
    match Request::read(std::env::args_os().skip(1)) {
        Ok(request) => open(request),
        Err(usage) => tell(&usage),
    }
}

/// Opens the window and stays until it is closed.
fn open(request: Request) -> ExitCode {
    match riwayat_desktop::run(request) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("riwayat-desktop: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints help where it was asked for, else what is wrong with the command line.
fn tell(usage: &Usage) -> ExitCode {
    match usage {
        Usage::Help => {
            println!("{usage}");
            ExitCode::SUCCESS
        }
        Usage::Version => {
            println!("{usage}");
            ExitCode::SUCCESS
        }
        Usage::Wrong { .. } => {
            eprintln!("riwayat-desktop: {usage}");
            ExitCode::from(2)
        }
    }
}
