//! One table of a OneRoster delivery, read row by row and never held as rows.

use std::collections::HashMap;

use ::csv::{ReaderBuilder, StringRecord};

use crate::read::build::Build;
use crate::read::text;
use crate::read::values::clean;
use crate::rows::{Fault, Place, Refusal, SourceFile};

pub(super) struct Sheet {
    pub file: String,
    pub headings: Vec<String>,
    text: String,
    separator: u8,
    /// By heading without case and signs: files in the field write `SourcedID`.
    columns: HashMap<String, usize>,
    odd_lines: Vec<u64>,
}

/// A record with its place.
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    line: u64,
    cells: StringRecord,
}

/// A heading for comparing; a vendor's own column keeps its dots and stays apart from the standard's.
fn folded(heading: &str) -> String {
    heading.trim().chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).collect()
}

impl Sheet {
    pub fn open(file: &SourceFile, country: &str) -> Result<Self, Refusal> {
        let decoded = text::decode(file, country)?;
        let head = decoded.text.lines().next().unwrap_or_default();
        // The standard says commas; spreadsheets that save it again say what they like.
        let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
        let separator = [b'\t', b';', b','].into_iter().max_by_key(|byte| count(*byte)).unwrap_or(b',');
        let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(decoded.text.as_bytes());
        let headings: Vec<String> = reader.headers().map(|cells| cells.iter().map(clean).collect()).unwrap_or_default();
        let mut columns = HashMap::new();
        for (at, heading) in headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
            columns.entry(folded(heading)).or_insert(at);
        }
        drop(reader);
        let odd_lines = decoded.odd_lines;
        Ok(Self { file: file.name.clone(), headings, text: decoded.text, separator, columns, odd_lines })
    }

    pub fn has(&self, heading: &str) -> bool {
        self.columns.contains_key(&folded(heading))
    }

    /// Refuses a table without a column that its rows need.
    pub fn needs(&self, headings: &[&str]) -> Result<(), Refusal> {
        match headings.iter().find(|heading| !self.has(heading)) {
            Some(missing) => Err(Refusal::NoColumn { file: self.file.clone(), column: (*missing).to_owned() }),
            None => Ok(()),
        }
    }

    /// The rows that hold anything.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let reader = ReaderBuilder::new().delimiter(self.separator).flexible(true).from_reader(self.text.as_bytes());
        reader
            .into_records()
            .filter_map(Result::ok)
            .filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty()))
            .map(|cells| Row { sheet: self, line: self.line_of(&cells), cells })
    }

    /// The reader notes where it began to look, before the empty lines it then passed over.
    fn line_of(&self, cells: &StringRecord) -> u64 {
        let Some(position) = cells.position() else { return 0 };
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let passed = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n');
        position.line() + passed.count() as u64
    }

    pub fn report_decoding(&self, build: &mut Build) {
        for line in &self.odd_lines {
            let place = Place { file: self.file.clone(), row: *line, column: None };
            build.problem(&place, None, Fault::BadEncoding, false);
        }
    }
}

impl Row<'_> {
    pub fn place(&self) -> Place {
        Place { file: self.sheet.file.clone(), row: self.line, column: None }
    }

    /// Whether the table has the column.
    pub fn has(&self, heading: &str) -> bool {
        self.sheet.has(heading)
    }

    /// The cell under the heading, cleaned; empty where there is none.
    pub fn get(&self, heading: &str) -> String {
        let at = self.sheet.columns.get(&folded(heading));
        clean(at.and_then(|at| self.cells.get(*at)).unwrap_or_default())
    }

    /// The cell as it stands.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).unwrap_or_default().trim()
    }

    /// A list in one cell, apart by commas.
    pub fn list(&self, heading: &str) -> Vec<String> {
        self.get(heading).split(',').map(clean).filter(|item| !item.is_empty()).collect()
    }

    /// Reports a row that is wider than its heading; such a row is shifted and left out.
    pub fn is_shifted(&self, build: &mut Build) -> bool {
        let expected = self.sheet.headings.len();
        let found = (1..).zip(&self.cells).filter(|(_, cell)| !cell.trim().is_empty()).map(|(n, _)| n).last();
        let found = found.unwrap_or(0);
        if found > expected {
            build.problem(&self.place(), None, Fault::Ragged { found, expected }, true);
        }
        found > expected
    }
}
