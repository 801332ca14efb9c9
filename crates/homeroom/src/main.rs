//! The program: reads the command line, runs a command, says in one sentence what went wrong.

use std::process::ExitCode;
use std::time::Duration;

use homeroom::commands::{self, Cli, Command};
use homeroom::failure::Failure;
use homeroom::{demo, settings};
use kernel::Error;
use tracing_subscriber::EnvFilter;

/// Rows, texts and pages are many small pieces; this one serves them in half the time of the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const GRACE: Duration = Duration::from_secs(20);

fn main() -> ExitCode {
    // Two crates could bring a provider each; the first one wins.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let filter = EnvFilter::try_from_env("HOMEROOM_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::env::var_os("HOMEROOM_LOG_FORMAT").is_some_and(|format| format == "text") {
        log.init();
    } else {
        log.json().init();
    }
    site::panics::log_places_only();
    let json = std::env::args_os().any(|word| word == "--json");
    match settings::command_line(std::env::args_os()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.told(json),
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    match cli.command {
        Command::Demo(args) => serve(demo::run(args)),
        Command::Serve(args) => serve(commands::serve::run(*args)),
        Command::Inside(command) => commands::inside::run(&command),
        Command::MoveControl(args) => commands::control::run(&args),
        Command::Restore(args) => commands::restore::run(&args),
        Command::Prove(args) => commands::prove::run(&args),
        Command::Sbom(output) => {
            commands::sbom::run(output);
            Ok(())
        }
        Command::Access(output) => {
            commands::access::run(output);
            Ok(())
        }
    }
}

/// Runs a server to its end. A command that is still at work then has a moment to finish.
fn serve(server: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Error::internal)?;
    let ended = runtime.block_on(server);
    runtime.shutdown_timeout(GRACE);
    ended
}
