//! Rosters as they are found in the world, attacks, and generated ones.

mod attacks;
mod fuzz;
mod generated;
mod oneroster;
mod real;
mod shapes;

use rosterfile::read::{Options, read};
use rosterfile::rows::{Refusal, Roster, SourceFile};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn options(country: &str) -> Options {
    Options {
        country: country.to_owned(),
        keep_gender: true,
        keep_nationality: true,
        today: "2026-01-01".parse().unwrap(),
        mapping: None,
    }
}

fn source(name: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile { name: name.to_owned(), bytes: bytes.into() }
}

fn read_one(name: &str, text: &str, country: &str) -> Result<Roster, Refusal> {
    read(&[source(name, text)], &options(country))
}

/// Reads within a second, whatever the answer is; a debug build beside other tests has five.
fn read_quickly(files: &[SourceFile]) -> Result<Roster, Refusal> {
    let start = Instant::now();
    let answer = read(files, &options("NL"));
    let names: Vec<_> = files.iter().map(|file| &file.name).collect();
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 });
    assert!(start.elapsed() < limit, "{names:?} took {:?}", start.elapsed());
    answer
}

/// The folder of real files, or nothing, said aloud, where there is none.
fn inputs(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("HOMEROOM_INPUTS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/inputs"), PathBuf::from);
    let path = root.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}

/// All files below a folder, sorted.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn load(path: &Path) -> SourceFile {
    source(&path.file_name().unwrap().to_string_lossy(), std::fs::read(path).unwrap())
}

/// Students, guardians, staff, groups.
fn counts(roster: &Roster) -> [usize; 4] {
    [roster.students.len(), roster.guardians.len(), roster.staff.len(), roster.groups.len()]
}
