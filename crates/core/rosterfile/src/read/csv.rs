//! Rosters in tables (C057): headings in nine languages, one file or several joined by key.

mod fields;
mod headings;
mod join;
mod kinds;
mod people;
mod proposal;
mod synonyms;
mod table;

use super::Options;
use super::build::Build;
use crate::rows::{DropReason, Refusal};
use kinds::{Kind, Sheet};

pub(crate) use fields::field_names;
pub(crate) use headings::is_forbidden;
pub(crate) use proposal::propose;
pub(crate) use table::Table;

/// Reads all tables of a delivery: first what others refer to, last what only refers.
pub(crate) fn read(tables: &[Table], options: &Options, build: &mut Build) -> Result<(), Refusal> {
    let sheets = kinds::recognise_sheets(tables, options);
    refuse_without_people(&sheets, build)?;
    build.format("CSV");
    build.groups_listed |= sheets.iter().any(|sheet| sheet.kind == Kind::Groups);
    for sheet in &sheets {
        report_drops(sheet, build);
        report_decoding(sheet, build);
    }
    let facts = join::facts(&sheets);
    let in_order = |kind: Kind| sheets.iter().filter(move |sheet| sheet.kind == kind);
    in_order(Kind::Staff).for_each(|sheet| people::read_staff(sheet, build));
    in_order(Kind::Groups).for_each(|sheet| join::read_groups(sheet, build));
    in_order(Kind::Users).for_each(|sheet| people::read_users(sheet, &facts, build));
    let (keyed, unkeyed): (Vec<_>, Vec<_>) = in_order(Kind::Students).partition(|sheet| sheet.has_key());
    keyed.iter().for_each(|sheet| people::read_students(sheet, &facts, build));
    let is_alone = build.roster.students.is_empty();
    for sheet in unkeyed {
        if is_alone {
            people::read_students(sheet, &facts, build);
        } else {
            people::match_students(sheet, build);
        }
    }
    in_order(Kind::Guardians).for_each(|sheet| people::read_guardians(sheet, build));
    join::read_relationships(&facts, build);
    in_order(Kind::Enrolments).for_each(|sheet| join::read_enrolments(sheet, build));
    Ok(())
}

/// A table meant for people without their names cannot be read; nor can tables without any people.
fn refuse_without_people(sheets: &[Sheet<'_>], build: &Build) -> Result<(), Refusal> {
    let has_people =
        |sheet: &&Sheet<'_>| matches!(sheet.kind, Kind::Students | Kind::Staff | Kind::Users | Kind::Guardians);
    let nameless = sheets.iter().find(|sheet| sheet.is_nameless());
    let is_empty = build.roster.students.is_empty() && build.roster.staff.is_empty();
    let blamed = match nameless {
        Some(sheet) => Some(sheet),
        None if is_empty && !sheets.iter().any(|sheet| has_people(&sheet)) => sheets.first(),
        None => None,
    };
    match blamed {
        Some(sheet) => {
            Err(Refusal::NoHeader { file: sheet.table.file.clone(), headings: sheet.table.headings.clone() })
        }
        None => Ok(()),
    }
}

/// Names every column that held something and is not kept. A table nobody reads is one column, `*`, beside
/// what in it may never be kept: without headings its first row may be somebody.
fn report_drops(sheet: &Sheet<'_>, build: &mut Build) {
    let is_read = sheet.kind != Kind::Ignored;
    let rows = u64::try_from(sheet.table.rows.len()).unwrap_or(u64::MAX);
    if !is_read && rows > 0 {
        build.drop_column(&sheet.table.file, "*", DropReason::Unknown, rows);
    }
    if !is_read && !sheet.is_known() {
        return;
    }
    for column in &sheet.columns {
        let Some(why) = column.dropped().filter(|why| is_read || *why == DropReason::Forbidden) else { continue };
        let held = sheet.table.rows.iter().filter(|row| !row.cell(column.at).trim().is_empty()).count();
        if held > 0 {
            build.drop_column(&sheet.table.file, &column.heading, why, u64::try_from(held).unwrap_or(u64::MAX));
        }
    }
}

fn report_decoding(sheet: &Sheet<'_>, build: &mut Build) {
    if sheet.kind == Kind::Ignored {
        return;
    }
    for line in &sheet.table.odd_lines {
        let place = sheet.place_at(*line);
        build.problem(&place, None, crate::rows::Fault::BadEncoding, false);
    }
}
