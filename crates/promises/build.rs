//! Takes along what the build's own checks found, where they left a record in `evidence/` (law 7: *build* evidence).

#![expect(clippy::expect_used, reason = "a build that cannot say what it builds stops, in words")]

use std::path::Path;
use std::{env, fs};

use sha2::{Digest as _, Sha256};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The folder is always there, so that no build is made anew for a record that is not.
    let (folder, lock) = (root.join("evidence"), root.join("Cargo.lock"));
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", lock.display());
    let record = fs::read_to_string(folder.join("advisories.json")).unwrap_or_else(|_| "null".to_owned());
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("advisories.json"), record).expect("cargo's folder can be written");
    let lock = fs::read(lock).expect("Cargo.lock lies at the workspace's root");
    println!("cargo::rustc-env=HOMEROOM_LOCK={}", hex::encode(Sha256::digest(lock)));
}
