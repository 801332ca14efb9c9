//! Builds the server and what kills it, and runs the endurance test (`crates/endure` says what it does).
//!
//! `cargo run -p xtask -- endure` is the short run of every build: a debug server, killed 200 times at most. With
//! `--minutes N` it is the long one: a release server, up to 2,000 kills within N minutes, 1,000 flipped bits, 50 restores.

use std::path::Path;
use std::process::{Command, ExitCode};

/// What the long run does more of.
const LONG: [(&str, &str); 4] =
    [("--kills", "2000"), ("--faults", "1000000"), ("--flips", "1000"), ("--restores", "50")];

/// The server that the tests use.
const POSTGRES: &str = "HOMEROOM_TEST_POSTGRES";

pub fn run(words: impl Iterator<Item = String>) -> ExitCode {
    let mut words: Vec<String> = words.collect();
    let is_long = words.iter().any(|word| word == "--minutes");
    let is_release = is_long || words.iter().any(|word| word == "--release");
    words.retain(|word| word != "--release");
    for (flag, number) in LONG.into_iter().filter(|_| is_long) {
        if !words.iter().any(|word| word == flag) {
            words.extend([flag.to_owned(), number.to_owned()]);
        }
    }
    let mut build = Command::new(env!("CARGO"));
    if is_release {
        build.args(["build", "-q", "--release", "-p", "homeroom", "-p", "endure"]);
    } else {
        // With the tests' own choice of features: nothing is left to build after them.
        build.args(["build", "-q", "--workspace", "--bins", "--tests"]);
    }
    // What says that this runs inside `cargo run`: some build scripts would take it for another build, and do it again.
    for (name, _) in std::env::vars_os() {
        if ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|start| name.to_string_lossy().starts_with(start)) {
            build.env_remove(name);
        }
    }
    if !build.status().is_ok_and(|status| status.success()) {
        return ExitCode::from(4);
    }
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).join("target");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(own, Into::into);
    let folder = target.join(if is_release { "release" } else { "debug" });
    let mut run = Command::new(folder.join("endure"));
    run.arg("--server").arg(folder.join("homeroom")).args(words);
    // Its schools lie in files; only a move goes there.
    if let Ok(postgres) = std::env::var(POSTGRES) {
        run.args(["--postgres", &postgres]).env_remove(POSTGRES);
    }
    match run.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(status) => ExitCode::from(u8::try_from(status.code().unwrap_or(4)).unwrap_or(4)),
        Err(error) => {
            eprintln!("the endurance test does not start: {error}");
            ExitCode::from(4)
        }
    }
}
