//! Chores of the project: `cargo run -p xtask -- tidy`, `cargo run -p xtask -- advisories`.

mod advisories;
mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy::run(),
        Some("advisories") => advisories::run(std::env::args().any(|word| word == "--release")),
        _ => {
            eprintln!("usage: cargo run -p xtask -- tidy | advisories [--release]");
            ExitCode::from(2)
        }
    }
}
