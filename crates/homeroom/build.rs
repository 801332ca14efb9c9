//! What the binary knows of its own making: when it was built, and of which packages (C161).

#![expect(clippy::expect_used, reason = "a build that cannot say what it builds stops, in words")]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    println!("cargo::rustc-env=HOMEROOM_BUILT={}", built());
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    println!("cargo::rerun-if-changed={}", lock.display());
    let text = fs::read_to_string(&lock).expect("Cargo.lock lies at the workspace's root");
    let parts = sbom::of(&text).expect("cargo writes Cargo.lock");
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("sbom.json"), parts).expect("cargo's folder can be written");
}

#[path = "src/sbom.rs"]
mod sbom;

/// Seconds since 1970: what a reproducible build says, else of the last commit, else of now.
fn built() -> String {
    if let Ok(epoch) = env::var("SOURCE_DATE_EPOCH") {
        return epoch;
    }
    let git = |words: &[&str]| {
        let output = Command::new("git").args(words).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8(output.stdout).ok()?.trim().to_owned()).filter(|text| !text.is_empty())
    };
    // Whoever develops does not build the binary anew with each commit for its date.
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]).filter(|_| is_release) {
        println!("cargo::rerun-if-changed={log}");
    }
    git(&["log", "-1", "--format=%ct"]).unwrap_or_else(now)
}

#[expect(clippy::disallowed_methods, reason = "the build has no clock of the house")]
fn now() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map(|since| since.as_secs()).unwrap_or_default().to_string()
}
