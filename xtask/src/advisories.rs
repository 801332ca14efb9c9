//! No dependency with a known hole is built into a release (C161): `cargo deny check advisories`, after the gate has
//! been seen to close on a hole that was made up, and to stay open without it. What came of it is left in
//! `evidence/advisories.json`, which the next build takes along for `homeroom prove`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

use sha2::{Digest as _, Sha256};

/// The made-up advisory, about a package that the house really has.
const PLANTED: &str = "RUSTSEC-2026-9999";
const PACKAGE: &str = "hex";
/// Nobody lives there; git is told that it means a folder.
const NOWHERE: &str = "https://advisories.invalid/db";

/// `is_release`: what could not be checked is a failure.
pub fn run(is_release: bool) -> ExitCode {
    let folder = std::env::temp_dir().join(format!("homeroom-advisories-{}", std::process::id()));
    let proven = prove_the_gate(&folder);
    let _ = fs::remove_dir_all(&folder);
    if let Err(fault) = proven {
        eprintln!("advisories: {fault}");
        return recorded("failed", ExitCode::FAILURE);
    }
    eprintln!("advisories: the gate closes on a planted hole and opens without it");
    let (outcome, code) = real(is_release);
    recorded(outcome, code)
}

/// Writes what came of it, with the version, the commit and the dependencies that it is of.
fn recorded(outcome: &str, code: ExitCode) -> ExitCode {
    let root = root();
    let said = |program: &str, words: &[&str]| {
        let output = Command::new(program).args(words).current_dir(root).output().ok();
        output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
    };
    let lock = hex::encode(Sha256::digest(fs::read(root.join("Cargo.lock")).unwrap_or_default()));
    let (version, commit) = (env!("CARGO_PKG_VERSION"), said("git", &["rev-parse", "--short", "HEAD"]));
    let date = said("date", &["-u", "+%Y-%m-%d"]);
    let record = format!(
        "{{\"version\":\"{version}\",\"lock\":\"{lock}\",\"commit\":\"{commit}\",\"date\":\"{date}\",\"outcome\":\"{outcome}\"}}\n"
    );
    match fs::write(root.join("evidence/advisories.json"), record) {
        Ok(()) => code,
        Err(error) => {
            eprintln!("advisories: the record cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A database with the hole must fail the check and name it; the same database with the hole mended must not.
fn prove_the_gate(folder: &Path) -> Result<(), String> {
    let seen = |patched: &str| -> Result<Output, String> {
        let place = folder.join(if patched.is_empty() { "open" } else { "mended" });
        plant(&place, patched).map_err(|e| format!("the planted database cannot be made: {e}"))?;
        let settings = place.join("deny.toml");
        let text =
            format!("[advisories]\ndb-path = \"{}\"\ndb-urls = [\"{NOWHERE}\"]\n", place.join("cache").display());
        fs::write(&settings, text).map_err(|e| e.to_string())?;
        let instead = format!("url.{}.insteadOf", place.join("db").display());
        let mut check = deny(&["--config", &settings.display().to_string()], &[]);
        check.env("GIT_CONFIG_COUNT", "1").env("GIT_CONFIG_KEY_0", instead).env("GIT_CONFIG_VALUE_0", NOWHERE);
        check.output().map_err(|e| format!("cargo deny does not run ({e}): cargo install cargo-deny --locked"))
    };
    let said = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let open = seen("")?;
    if open.status.success() || !said(&open).contains(PLANTED) {
        return Err(format!("a known hole in {PACKAGE} passed the check: {}", said(&open)));
    }
    let mended = seen("\">=0.0.1\"")?;
    if !mended.status.success() {
        return Err(format!("a hole that is mended failed the check: {}", said(&mended)));
    }
    Ok(())
}

/// A git repository with one advisory, as the real database is one with a thousand.
fn plant(place: &Path, patched: &str) -> std::io::Result<()> {
    let db = place.join("db");
    let file: PathBuf = db.join("crates").join(PACKAGE).join(format!("{PLANTED}.md"));
    fs::create_dir_all(file.parent().unwrap_or(&db))?;
    let advisory = format!(
        "```toml\n[advisory]\nid = \"{PLANTED}\"\npackage = \"{PACKAGE}\"\ndate = \"2026-11-01\"\n\n[versions]\npatched = [{patched}]\n```\n\n# A made-up hole\n\nTo see that the gate closes.\n"
    );
    fs::write(file, advisory)?;
    for words in [
        &["init", "--quiet", "--initial-branch=main"][..],
        &["add", "--all"],
        &[
            "-c",
            "user.name=planted",
            "-c",
            "user.email=planted@example.org",
            "commit",
            "--quiet",
            "-m",
            "A planted hole",
        ],
    ] {
        let done = Command::new("git").args(words).current_dir(&db).status()?;
        if !done.success() {
            return Err(std::io::Error::other("git failed"));
        }
    }
    Ok(())
}

fn deny(before: &[&str], after: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(["deny", "--locked"]).args(before).args(["check", "advisories"]).args(after);
    command.current_dir(root());
    command
}

/// The real database. Where it cannot be fetched and none was kept, nothing was checked, and that is said aloud; for
/// a release it is a failure.
fn real(is_release: bool) -> (&'static str, ExitCode) {
    let Ok(output) = deny(&[], &[]).output() else { return ("failed", ExitCode::FAILURE) };
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        eprintln!("advisories: no known hole in any dependency");
        return ("passed", ExitCode::SUCCESS);
    }
    if !said.contains("failed to fetch advisory database") {
        eprint!("{said}");
        return ("failed", ExitCode::FAILURE);
    }
    eprintln!("\n*** advisories: NOT CHECKED. The advisory database cannot be reached from here. ***");
    eprintln!("*** Run `cargo run -p xtask -- advisories --release` where github.com is, before one.  ***\n");
    ("not-checked", if is_release { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
