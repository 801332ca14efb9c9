//! Chores of the project: `cargo run -p xtask -- tidy`, `… advisories`, `… endure`.

mod advisories;
mod endure;
mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy::run(),
        Some("advisories") => advisories::run(std::env::args().any(|word| word == "--release")),
        Some("endure") => endure::run(std::env::args().skip(2)),
        _ => {
            eprintln!("usage: cargo run -p xtask -- tidy | advisories [--release] | endure [--release] [--minutes N]");
            ExitCode::from(2)
        }
    }
}
