//! What the house endures (decision 28): the real server killed in the middle of its work, files damaged bit by bit,
//! a disk that fills up, restores, and a hundred schools under load at once. Prints a table in Markdown; ends with 1
//! if anything was lost, corrupt, sent twice under two names, or seen by another school.
//!
//! `cargo run -p xtask -- endure` builds what it needs and runs it.

mod disk;
mod faults;
mod flips;
mod ground;
mod isolation;
mod kills;
mod look;
mod mails;
mod restores;
mod server;
mod table;
mod writers;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use kernel::{Random, Result};

use table::Table;

/// Kills in the short run. With a debug build on two cores a kill with its start, its load and its look takes about a
/// second, so two hundred fit into four minutes of a build.
const SHORT: u32 = 200;
const SHORT_MINUTES: u64 = 4;

#[derive(Parser)]
struct Args {
    /// The program to kill: target/debug/homeroom, target/release/homeroom.
    #[arg(long)]
    server: PathBuf,
    /// Times the server is killed.
    #[arg(long, default_value_t = SHORT)]
    kills: u32,
    /// No more kills after so many minutes.
    #[arg(long, default_value_t = SHORT_MINUTES)]
    minutes: u64,
    /// Bits flipped in files. Each costs a copy of the folder and a look at all of it; a thousand belong to the long run.
    #[arg(long, default_value_t = 60)]
    flips: u32,
    #[arg(long, default_value_t = 10)]
    restores: u32,
    /// Calls of the file system that go wrong, of each kind in each command; no more than the command has.
    #[arg(long, default_value_t = 4)]
    faults: usize,
    /// A PostgreSQL database, for moves; the login may make roles.
    #[arg(long)]
    postgres: Option<String>,
    /// Schools under load at once.
    #[arg(long, default_value_t = 100)]
    schools: usize,
    /// Seconds of that load.
    #[arg(long, default_value_t = 15)]
    seconds: u64,
    /// One part alone: kills, faults, flips, restores, disk, isolation.
    #[arg(long)]
    only: Option<String>,
    /// Chance; the same number kills at the same moments.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Also writes the table here.
    #[arg(long)]
    report: Option<PathBuf>,
}

fn main() -> ExitCode {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut args = Args::parse();
    // It is started in other folders.
    args.server = std::path::absolute(&args.server).unwrap_or(args.server);
    match run(&args) {
        Ok(table) => {
            let text = table.to_string();
            show(&text);
            if let Some(Err(error)) = args.report.as_ref().map(|file| std::fs::write(file, &text)) {
                eprintln!("the report cannot be written: {error}");
                return ExitCode::from(4);
            }
            if table.is_good() { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(4)
        }
    }
}

#[expect(clippy::print_stdout, reason = "a command: the table is its result")]
fn show(text: &str) {
    print!("{text}");
}

fn run(args: &Args) -> Result<Table> {
    let mut table = Table::new(&args.server, args.seed);
    let wanted = |part: &str| args.only.as_deref().is_none_or(|only| only == part);
    let random = Random::seeded(args.seed);
    if wanted("kills") {
        kills::run(&args.server, args.kills, args.minutes, &random, &mut table)?;
    }
    if wanted("disk") {
        disk::run(&args.server, &mut table)?;
    }
    if wanted("faults") {
        faults::run(&args.server, args.faults, args.postgres.as_deref(), &random, &mut table)?;
    }
    if wanted("flips") {
        flips::run(args.flips, &random, &mut table)?;
    }
    if wanted("restores") {
        restores::run(args.restores, &mut table)?;
    }
    if wanted("isolation") {
        isolation::run(&args.server, args.schools, args.seconds, &mut table)?;
    }
    Ok(table)
}
