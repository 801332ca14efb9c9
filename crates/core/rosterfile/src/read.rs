//! Reads the files a school delivers: EdeXML 1.0.3 to 2.1 (C058) and CSV in the shapes seen in the
//! field (C057), one file or several joined by key. Pure parsing: no database, no files, no clock.
//! What may not be kept is dropped here, at the door, and named with a count (C059).

mod build;
mod csv;
mod dates;
mod edexml;
mod names;
mod text;
mod values;
mod xml;

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
    let (xml, tables) = sort_files(files, options)?;
    let mut build = Build::new(options);
    for file in &xml {
        edexml::read(file, options, &mut build)?;
    }
    if !tables.is_empty() {
        csv::read(&tables, options, &mut build)?;
    }
    Ok(build.finish())
}

/// Tells how each CSV file would be read: encoding, separator, headings and their fields.
pub fn propose(files: &[SourceFile], options: &Options) -> Result<Proposal, Refusal> {
    let (_, tables) = sort_files(files, options)?;
    Ok(csv::propose(&tables, options))
}

/// Names of the fields a heading can be mapped to, for the mapping screen.
#[must_use]
pub fn fields() -> Vec<String> {
    csv::field_names()
}

/// Sizes checked, XML set apart by its first character, tables parsed.
fn sort_files<'a>(
    files: &'a [SourceFile],
    options: &Options,
) -> Result<(Vec<&'a SourceFile>, Vec<csv::Table>), Refusal> {
    if files.is_empty() {
        return Err(Refusal::Empty { file: String::new() });
    }
    let (mut xml, mut tables) = (Vec::new(), Vec::new());
    for file in files {
        if file.bytes.len() > LIMIT_MIB * 1024 * 1024 {
            return Err(Refusal::TooLarge { file: file.name.clone(), limit_mib: LIMIT_MIB });
        }
        if text::is_xml(&file.bytes) {
            xml.push(file);
        } else {
            let decoded = text::decode(file, &options.country)?;
            tables.push(csv::Table::parse(&file.name, decoded)?);
        }
    }
    Ok((xml, tables))
}
