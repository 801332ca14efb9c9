//! Takes along what the build's own checks found, where they left a record in `evidence/` (law 7: *build* evidence).

#![expect(clippy::expect_used, reason = "a build that cannot say what it builds stops, in words")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest as _, Sha256};

/// What a program is made of; tests and documents change nothing in it.
const SOURCES: [&str; 4] = ["Cargo.lock", "assets", "crates", "editions"];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The folder is always there, so that no build is made anew for a record that is not.
    for watched in SOURCES.iter().chain(&["evidence"]) {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }
    let out = env::var("OUT_DIR").expect("cargo sets it");
    for record in ["advisories.json", "browser.json"] {
        let text = fs::read_to_string(root.join("evidence").join(record)).unwrap_or_else(|_| "null".to_owned());
        fs::write(Path::new(&out).join(record), text).expect("cargo's folder can be written");
    }
    let lock = fs::read(root.join("Cargo.lock")).expect("Cargo.lock lies at the workspace's root");
    println!("cargo::rustc-env=HOMEROOM_LOCK={}", hex::encode(Sha256::digest(lock)));
    println!("cargo::rustc-env=HOMEROOM_SOURCES={}", sources(&root).expect("the sources can be read"));
}

/// SHA-256 of every source file, its name and its length before it.
fn sources(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for part in SOURCES {
        collect(&root.join(part), &mut files)?;
    }
    files.sort();
    let mut digest = Sha256::new();
    for file in files {
        let (name, bytes) = (file.strip_prefix(root).unwrap_or(&file), fs::read(&file)?);
        digest.update(format!("{} {}\n", name.display(), bytes.len()));
        digest.update(bytes);
    }
    Ok(hex::encode(digest.finalize()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        fs::read_dir(path)?.try_for_each(|entry| collect(&entry?.path(), files))
    } else {
        files.push(path.to_owned());
        Ok(())
    }
}
