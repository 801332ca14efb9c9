//! Chores of the project: `cargo run -p xtask -- tidy`.

mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("tidy") {
        return tidy::run();
    }
    eprintln!("usage: cargo run -p xtask -- tidy");
    ExitCode::from(2)
}
