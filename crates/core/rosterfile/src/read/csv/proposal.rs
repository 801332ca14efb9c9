//! How each table would be read, for the mapping screen.

use super::super::values::clean;
use super::super::{FileProposal, HeadingProposal, Options, Proposal};
use super::headings::Verdict;
use super::kinds::{self, Column, Sheet};
use super::table::Table;

/// How many values are shown.
const SAMPLES: usize = 3;

pub(crate) fn propose(tables: &[Table], options: &Options) -> Proposal {
    let sheets = kinds::recognise_sheets(tables, options);
    Proposal { files: sheets.iter().map(file).collect() }
}

fn file(sheet: &Sheet<'_>) -> FileProposal {
    FileProposal {
        file: sheet.table.file.clone(),
        kind: sheet.kind.name(),
        encoding: sheet.table.encoding.clone(),
        separator: sheet.table.separator,
        rows: sheet.table.rows.len(),
        headings: sheet.columns.iter().map(|column| heading(sheet, column)).collect(),
    }
}

fn heading(sheet: &Sheet<'_>, column: &Column) -> HeadingProposal {
    let (field, samples) = match column.verdict {
        Verdict::Keep(field) => (Some(field.name()), samples(sheet, column.at)),
        Verdict::Drop(_) => (None, Vec::new()),
    };
    HeadingProposal { heading: column.heading.clone(), field, dropped: column.dropped(), samples }
}

fn samples(sheet: &Sheet<'_>, at: usize) -> Vec<String> {
    let values = sheet.table.rows.iter().map(|row| clean(row.cell(at))).filter(|value| !value.is_empty());
    values.take(SAMPLES).map(|value| value.chars().take(60).collect()).collect()
}
