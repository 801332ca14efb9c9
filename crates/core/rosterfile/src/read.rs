//! Reads the files a school delivers: EdeXML 1.0.3 to 2.1 (C058), OneRoster 1.1 and 1.2, and CSV in the shapes seen
//! in the field (C057), one file or several joined by key, also in a zip archive. Pure parsing: no database, no files, no clock.
//! What may not be kept is dropped here, at the door, and named with a count (C059).

mod archive;
mod build;
mod csv;
mod dates;
mod edexml;
mod names;
mod oneroster;
mod text;
mod values;
mod xml;

pub(crate) use oneroster::{INFIX, NATIONALITY};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::rows::{DropReason, Refusal, Roster, SourceFile};
use build::Build;

/// The largest file read, in mebibytes.
pub const LIMIT_MIB: usize = 64;

/// What the reader must know of the school.
#[derive(Clone, Debug)]
pub struct Options {
    /// ISO 3166 alpha-2 code of the school's country, for postcodes and the order of dates.
    pub country: String,
    /// The school's edition declares a purpose for the gender of students.
    pub keep_gender: bool,
    /// The school's edition declares a purpose for the nationality of students.
    pub keep_nationality: bool,
    /// Nobody is born after this day.
    pub today: NaiveDate,
    pub mapping: Option<Mapping>,
}

/// What the user corrected: file name, then heading as written, then field name, or `-` to ignore it.
/// A forbidden column stays forbidden whatever stands here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping {
    pub files: BTreeMap<String, BTreeMap<String, String>>,
}

impl Mapping {
    /// The field name the user chose for this heading, if any.
    fn choice(&self, file: &str, heading: &str) -> Option<&str> {
        self.files.get(file)?.get(heading).map(String::as_str)
    }
}

/// How a delivery would be read, for the mapping screen. EdeXML files need no mapping and are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Proposal {
    pub files: Vec<FileProposal>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileProposal {
    pub file: String,
    /// `students`, `guardians`, `staff`, `users`, `groups`, `enrolments`, `roles`, `relationships`,
    /// `demographics` or `ignored`.
    pub kind: &'static str,
    pub encoding: String,
    pub separator: char,
    /// Records after the heading.
    pub rows: usize,
    pub headings: Vec<HeadingProposal>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeadingProposal {
    pub heading: String,
    /// Name of the field it will fill; nothing where the column is dropped.
    pub field: Option<String>,
    pub dropped: Option<DropReason>,
    /// Up to three values, only of columns that are kept.
    pub samples: Vec<String>,
}

/// Reads a delivery: students, guardians, staff and groups, with what was dropped and what is wrong.
pub fn read(files: &[SourceFile], options: &Options) -> Result<Roster, Refusal> {
    let files = archive::unpack(files)?;
    let files = Sorted::of(&files)?;
    let mut build = Build::new(options);
    for file in &files.xml {
        edexml::read(file, options, &mut build)?;
    }
    if oneroster::is_one(&files.tables, options) {
        oneroster::read(&files.tables, &mut build)?;
    } else if !files.tables.is_empty() {
        csv::read(&files.parsed(options)?, options, &mut build)?;
    }
    Ok(build.finish())
}

/// Tells how each CSV file would be read: encoding, separator, headings and their fields. The columns of EdeXML and
/// OneRoster are fixed and left out.
pub fn propose(files: &[SourceFile], options: &Options) -> Result<Proposal, Refusal> {
    let files = archive::unpack(files)?;
    let files = Sorted::of(&files)?;
    if oneroster::is_one(&files.tables, options) {
        return Ok(Proposal::default());
    }
    Ok(csv::propose(&files.parsed(options)?, options))
}

/// Names of the fields a heading can be mapped to, for the mapping screen.
#[must_use]
pub fn fields() -> Vec<String> {
    csv::field_names()
}

/// The files of a delivery, XML set apart by its first character.
struct Sorted<'a> {
    xml: Vec<&'a SourceFile>,
    tables: Vec<&'a SourceFile>,
}

impl<'a> Sorted<'a> {
    /// Refuses what is too large, and a delivery of nothing.
    fn of(files: &'a [SourceFile]) -> Result<Self, Refusal> {
        if files.is_empty() {
            return Err(Refusal::Empty { file: String::new() });
        }
        if let Some(file) = files.iter().find(|file| file.bytes.len() > LIMIT_MIB * 1024 * 1024) {
            return Err(Refusal::TooLarge { file: file.name.clone(), limit_mib: LIMIT_MIB });
        }
        let (xml, tables) = files.iter().partition(|file| text::is_xml(&file.bytes));
        Ok(Self { xml, tables })
    }

    fn parsed(&self, options: &Options) -> Result<Vec<csv::Table>, Refusal> {
        let parse = |file: &&SourceFile| csv::Table::parse(&file.name, text::decode(file, &options.country)?);
        self.tables.iter().map(parse).collect()
    }
}
