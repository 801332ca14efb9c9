//! The command line, one file per command.

pub mod access;
pub mod audit;
pub mod doctor;
pub mod import;
pub mod prove;
pub mod school;
pub mod serve;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use kernel::{Clock, Random, Result};
use site::build::{Built, Plan, build};

use crate::{editions, modules};

/// A school platform in one binary that keeps its privacy promises by construction.
#[derive(Parser)]
#[command(
    name = "homeroom",
    version,
    after_help = "Try it: homeroom demo\nHost it: homeroom serve --data /var/lib/homeroom"
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// A school with believable people, open to every role with one click.
    #[command(
        after_help = "Examples:\n  homeroom demo\n  homeroom demo nursery --students 40\n  homeroom demo --json --listen 127.0.0.1:0"
    )]
    Demo(crate::demo::DemoArgs),
    /// The server. Its first start prints a one-time link for the first operator.
    #[command(
        after_help = "Examples:\n  homeroom serve --data /var/lib/homeroom --url https://school.example\n  homeroom serve --smtp smtp://mail.example:587 --mail-from school@example.org"
    )]
    Serve(serve::ServeArgs),
    /// Reads a roster and says what it would change; stores it with --apply.
    #[command(
        after_help = "Examples:\n  homeroom import pupils.xml --school kastanje\n  homeroom import students.csv guardians.csv --school kastanje --apply --json"
    )]
    Import(import::ImportArgs),
    /// Founds, lists and shows schools.
    #[command(subcommand)]
    School(school::SchoolCommand),
    /// The role × act table: who may do what.
    #[command(after_help = "Example:\n  homeroom access > access.txt")]
    Access(Output),
    /// The audit chain of a school.
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Every promise, done in temporary schools, with its evidence. Exit code 1 if one is broken.
    #[command(
        after_help = "Examples:\n  homeroom prove\n  homeroom prove --only C026\n  homeroom prove --report promises.html"
    )]
    Prove(prove::ProveArgs),
    /// What is wrong with this installation, and the fix for each.
    Doctor(doctor::DoctorArgs),
}

/// Where the data live.
#[derive(Args, Clone)]
pub struct Data {
    /// The data folder.
    #[arg(long, env = "HOMEROOM_DATA", default_value = "data")]
    pub data: PathBuf,
}

#[derive(Args, Clone, Copy)]
pub struct Output {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// The house on a data folder, as every command that needs one builds it.
pub fn open(data: &Path, demo: bool, url: String) -> Result<Built> {
    let mut all = modules::all();
    if demo {
        all.push(crate::demo::module());
    }
    build(Plan {
        modules: all,
        editions: editions::all()?,
        door: modules::door(),
        folder: data,
        clock: Clock::System,
        random: Random::System,
        demo,
        strict: false,
        url,
    })
}

/// Prints a line for people or machines. Where nobody reads on (`| head`), the program ends quietly.
pub fn print(text: impl std::fmt::Display) {
    use std::io::Write as _;
    if writeln!(std::io::stdout(), "{text}").is_err() {
        std::process::exit(0);
    }
}
