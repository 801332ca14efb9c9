//! Broken files: seeds of ours, and real ones where they are here, damaged in the ways that disks, spreadsheets
//! and attackers damage them. Bounded by a number of cases; more of them with
//!
//!     ROSTER_FUZZ=20000 cargo nextest run -p rosterfile fuzz --no-capture

use super::*;
use proptest::prelude::*;
use proptest::sample::Index;
use rosterfile::read::{Mapping, fields, propose};
use std::collections::HashSet;

const SEEDS: [(&str, &[u8]); 10] = [
    ("edexml.xml", include_bytes!("../fixtures/edexml-1.0.3.xml")),
    ("dutch.csv", include_bytes!("../fixtures/seeds/dutch.csv")),
    ("german.csv", include_bytes!("../fixtures/seeds/german-1252.csv")),
    ("indian.csv", include_bytes!("../fixtures/seeds/indian.csv")),
    ("tabs.csv", include_bytes!("../fixtures/seeds/tabs-utf16.csv")),
    ("guardians.csv", include_bytes!("../fixtures/seeds/guardians.csv")),
    ("users.csv", include_bytes!("../fixtures/seeds/users.csv")),
    ("sections.csv", include_bytes!("../fixtures/seeds/sections.csv")),
    ("enrollments.csv", include_bytes!("../fixtures/seeds/enrollments.csv")),
    ("relationships.csv", include_bytes!("../fixtures/seeds/relationships.csv")),
];

/// What breaks parsers: separators, quotes, marks, entities, half letters, long and forbidden things.
const TOKENS: [&[u8]; 34] = [
    b"\"",
    b"\"\"",
    b";",
    b",",
    b"\t",
    b"|",
    b"\n",
    b"\r",
    b"\r\n",
    b"\n\n\n",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xC3",
    b"\xE2\x80\xAE",
    b"sep=;\n",
    b"=cmd()",
    b"00000000000000000001",
    b"31-02-2015",
    b"99999-99-99",
    b"BSN",
    b"123456782",
    b"Klas",
    b"Ouder 1 naam",
    b"<",
    b">",
    b"</leerling>",
    b"<leerling key='1001'>",
    b"<![CDATA[",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&b;",
    b"&#x110000;",
    b"<?xml version='1.0' encoding='UTF-16'?>",
];

/// Real tables are cut to their first lines; what floods do is another test's.
const LIMIT: usize = 6 << 10;

fn seeds(is_wanted: fn(&str) -> bool) -> Vec<SourceFile> {
    let own = SEEDS.iter().map(|(name, bytes)| source(name, *bytes));
    let real = ["edexml/oefenweb/Test/File", "roster_csv", "csv/csv-spectrum/csvs", "oneroster/oat-sa"]
        .into_iter()
        .filter_map(inputs)
        .flat_map(|folder| files_below(&folder))
        .map(|path| beginning(load(&path)));
    own.chain(real).filter(|file| is_wanted(&file.name)).collect()
}

fn beginning(mut file: SourceFile) -> SourceFile {
    if file.bytes.len() > LIMIT {
        let end = file.bytes[..LIMIT].iter().rposition(|byte| *byte == b'\n');
        file.bytes.truncate(end.unwrap_or(LIMIT));
    }
    file
}

fn is_xml(name: &str) -> bool {
    name.ends_with(".xml")
}

fn is_table(name: &str) -> bool {
    name.ends_with(".csv") || name.ends_with(".txt")
}

/// One act of damage. Places and lengths are fractions of the file as it then is, so that cases shrink.
#[derive(Clone, Debug)]
enum Damage {
    Flip(Index, u8),
    Cut(Index, Index),
    Repeat(Index, Index, u8),
    Insert(Index, Index),
    Splice(Index, Index, Index),
    SwapLines(Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<Index>;
    prop_oneof![
        1 => (place(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        1 => (place(), place()).prop_map(|(from, to)| Damage::Cut(from, to)),
        1 => (place(), place(), 1..6_u8).prop_map(|(from, to, times)| Damage::Repeat(from, to, times)),
        3 => (place(), place()).prop_map(|(at, token)| Damage::Insert(at, token)),
        1 => (place(), place(), place()).prop_map(|(at, other, from)| Damage::Splice(at, other, from)),
        1 => (place(), place()).prop_map(|(one, other)| Damage::SwapLines(one, other)),
    ]
}

fn span(bytes: &[u8], from: &Index, to: &Index) -> std::ops::Range<usize> {
    let (one, other) = (from.index(bytes.len() + 1), to.index(bytes.len() + 1));
    one.min(other)..one.max(other)
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage], others: &[SourceFile]) -> Vec<u8> {
    for damage in damages {
        match damage {
            Damage::Flip(at, byte) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] ^= byte;
            }
            Damage::Flip(..) => {}
            Damage::Cut(from, to) => drop(bytes.drain(span(&bytes, from, to))),
            Damage::Repeat(from, to, times) => {
                let span = span(&bytes, from, to);
                let part = bytes[span.clone()].repeat(usize::from(*times));
                bytes.splice(span.end..span.end, part);
            }
            Damage::Insert(at, token) => {
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, token.get(&TOKENS).iter().copied());
            }
            Damage::Splice(at, other, from) => {
                let other = &other.get(others).bytes;
                let from = from.index(other.len() + 1);
                let at = at.index(bytes.len() + 1);
                bytes.splice(at.., other[from..].iter().copied());
            }
            Damage::SwapLines(one, other) => {
                let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                if !lines.is_empty() {
                    let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                    lines.swap(one, other);
                }
                bytes = lines.concat();
            }
        }
        bytes.truncate(4 * LIMIT);
    }
    bytes
}

/// Which seed, and what is done to it.
fn case() -> impl Strategy<Value = (Index, Vec<Damage>)> {
    (any::<Index>(), proptest::collection::vec(damage(), 0..8))
}

fn made((seed, damages): &(Index, Vec<Damage>), seeds: &[SourceFile]) -> SourceFile {
    let seed = seed.get(seeds);
    source(&seed.name, damaged(seed.bytes.clone(), damages, seeds))
}

fn cases(usual: u32) -> ProptestConfig {
    let wished = std::env::var("ROSTER_FUZZ").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..ProptestConfig::with_cases(wished.unwrap_or(usual))
    }
}

/// Letters in all that was read: what the delivery costs after reading, beside a constant for each row.
fn size(roster: &Roster) -> usize {
    format!("{:?}", (&roster.groups, &roster.staff, &roster.students, &roster.guardians)).len()
        + roster.problems.len() * 100
}

/// What holds of every answer, whatever was sent.
fn check(files: &[SourceFile], options: &Options) -> Result<(), TestCaseError> {
    let answer = read(files, options);
    prop_assert_eq!(&answer, &read(files, options), "a second look sees something else");
    let Ok(roster) = answer else { return Ok(()) };
    let length: usize = files.iter().map(|file| file.bytes.len()).sum();
    prop_assert!(size(&roster) < 100_000 + 1_000 * length, "{} letters from {length} bytes", size(&roster));
    // A manifest that is not there has a name, but no file.
    for problem in roster.problems.iter().filter(|problem| problem.fault != rosterfile::rows::Fault::NoManifest) {
        let file = files.iter().find(|file| file.name == problem.place.file);
        prop_assert!(file.is_some(), "no such file: {problem:?}");
        let lines = file.map_or(0, |file| file.bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1);
        let row = usize::try_from(problem.place.row).unwrap();
        prop_assert!((1..=lines).contains(&row), "no such row of {lines}: {problem:?}");
    }
    prop_assert!(roster.dropped_columns.iter().all(|column| files.iter().any(|file| file.name == column.file)));
    let unique = |keys: Vec<&String>| keys.iter().collect::<HashSet<_>>().len() == keys.len();
    prop_assert!(unique(roster.students.iter().map(|row| &row.key).collect()), "two students of one key");
    prop_assert!(unique(roster.staff.iter().map(|row| &row.key).collect()), "two staff of one key");
    prop_assert!(unique(roster.groups.iter().map(|row| &row.key).collect()), "two groups of one key");
    let groups: HashSet<_> = roster.groups.iter().map(|row| &row.key).collect();
    let students: HashSet<_> = roster.students.iter().map(|row| &row.key).collect();
    prop_assert!(roster.students.iter().flat_map(|row| &row.groups).all(|key| groups.contains(key)), "a lost group");
    prop_assert!(roster.staff.iter().flat_map(|row| &row.groups).all(|key| groups.contains(key)), "a lost group");
    prop_assert!(roster.guardians.iter().all(|row| students.contains(&row.student)), "a guardian of nobody");
    let names = roster.students.iter().map(|row| &row.name).chain(roster.guardians.iter().map(|row| &row.name));
    for name in names.chain(roster.staff.iter().map(|row| &row.name)) {
        let whole = [&name.call_name, &name.infix, &name.surname].map(String::as_str).concat();
        prop_assert!(!whole.is_empty() && !whole.contains(char::is_control), "{whole:?} is no name");
    }
    Ok(())
}

#[test]
fn fuzz_edexml() {
    let seeds = seeds(is_xml);
    proptest!(cases(2_000), |(case in case())| check(&[made(&case, &seeds)], &options("NL"))?);
}

#[test]
fn fuzz_tables() {
    let seeds = seeds(is_table);
    proptest!(cases(250), |(case in case(), country in prop::sample::select(vec!["NL", "DE", "IN", "US", ""]))| {
        check(&[made(&case, &seeds)], &options(country))?;
    });
}

#[test]
fn fuzz_several_files() {
    let seeds = seeds(|_| true);
    proptest!(cases(100), |(cases in proptest::collection::vec(case(), 2..5))| {
        let mut files: Vec<_> = cases.iter().map(|case| made(case, &seeds)).collect();
        for (number, file) in files.iter_mut().enumerate() {
            file.name = format!("{number}-{}", file.name);
        }
        check(&files, &options("NL"))?;
    });
}

#[test]
fn fuzz_mappings() {
    let seeds = seeds(is_table);
    let mut known = fields();
    known.extend(["-", "", "no such field", "guardian9.email"].map(str::to_owned));
    proptest!(cases(150), |(case in case(), choices in proptest::collection::vec(any::<Index>(), 1..20))| {
        let file = made(&case, &seeds);
        let mut options = options("NL");
        let Ok(before) = propose(std::slice::from_ref(&file), &options) else { return Ok(()) };
        let headings = before.files.iter().flat_map(|file| &file.headings);
        let chosen = headings.clone().zip(choices.iter().cycle()).map(|(heading, choice)| (heading.heading.clone(), choice.get(&known).clone())).collect();
        options.mapping = Some(Mapping { files: [(file.name.clone(), chosen)].into() });
        let after = propose(std::slice::from_ref(&file), &options);
        prop_assert!(after.is_ok());
        for (before, after) in headings.zip(after.iter().flat_map(|after| &after.files).flat_map(|file| &file.headings)) {
            let stays = before.dropped != Some(rosterfile::rows::DropReason::Forbidden) || (after.field.is_none() && after.samples.is_empty());
            prop_assert!(stays, "a choice opens the forbidden column {}", before.heading);
        }
        check(&[file], &options)?;
    });
}
