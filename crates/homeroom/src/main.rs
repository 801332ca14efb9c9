//! The program: reads the command line, runs a command, says in one sentence what went wrong.

use std::process::ExitCode;

use clap::Parser as _;
use homeroom::commands::{self, Cli, Command};
use homeroom::demo;
use kernel::Error;
use tracing_subscriber::EnvFilter;

/// What was asked cannot be done; 2 is clap's own, for words it does not know.
const FAILED: u8 = 1;

fn main() -> ExitCode {
    // Two crates could bring a provider each; the first one wins.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let filter = EnvFilter::try_from_env("HOMEROOM_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).json().init();
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut text = error.to_string();
            if let Error::Invalid(problems) = &error {
                text = problems.to_string();
            }
            eprintln!("homeroom: {text}");
            ExitCode::from(FAILED)
        }
    }
}

fn run(cli: Cli) -> kernel::Result<()> {
    match cli.command {
        Command::Demo(args) => runtime()?.block_on(demo::run(args)),
        Command::Serve(args) => runtime()?.block_on(commands::serve::run(args)),
        Command::Import(args) => commands::import::run(&args),
        Command::School(command) => commands::school::run(command),
        Command::Access(output) => commands::access::run(output),
        Command::Audit(command) => commands::audit::run(command),
        Command::Prove(args) => commands::prove::run(&args),
        Command::Doctor(args) => commands::doctor::run(&args),
    }
}

fn runtime() -> kernel::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Error::internal)
}
