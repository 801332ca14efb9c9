//! Rosters as they are found in the world, attacks, and generated ones.

mod attacks;
mod fuzz;
mod generated;
mod inputs;
mod oneroster;
mod real;
mod shapes;

use inputs::{files_below, inputs};
use rosterfile::read::{Options, read};
use rosterfile::rows::{Refusal, Roster, SourceFile};
use std::path::Path;
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

fn load(path: &Path) -> SourceFile {
    source(&path.file_name().unwrap().to_string_lossy(), std::fs::read(path).unwrap())
}

/// Students, guardians, staff, groups.
fn counts(roster: &Roster) -> [usize; 4] {
    [roster.students.len(), roster.guardians.len(), roster.staff.len(), roster.groups.len()]
}
