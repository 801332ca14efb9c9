//! Cells of a person's row, checked; what is wrong is noted and the value left out.

use chrono::NaiveDate;

use super::super::super::build::Build;
use super::super::super::dates::{self, Order};
use super::super::super::names::{split_full, split_surname};
use super::super::super::values::{self, clean, email, is_formula, postcode};
use super::super::fields::{Field, Part};
use super::super::headings::Verdict;
use super::super::kinds::Sheet;
use super::super::table::Row;
use crate::rows::{Fault, Gender, NameRow, Place};

/// Notes a row that is longer or shorter than the heading, and says whether it must be left out.
/// Spreadsheets leave out empty cells at the end; but where a cell is missing within the row, all
/// that follow stand under the wrong heading, and that shows in dates, addresses and numbers.
pub(crate) fn check_width(sheet: &Sheet<'_>, row: &Row, place: &Place, build: &mut Build) -> bool {
    let expected = sheet.table.headings.len();
    let found = if row.len() > expected { row.used().max(expected) } else { row.len() };
    if found == expected {
        return false;
    }
    let fatal = found > expected || is_shifted(sheet, row);
    build.problem(place, None, Fault::Ragged { found, expected }, fatal);
    fatal
}

fn is_shifted(sheet: &Sheet<'_>, row: &Row) -> bool {
    sheet.columns.iter().any(|column| {
        let cell = row.cell(column.at).trim();
        let digits = cell.chars().filter(|character| character.is_numeric()).count();
        match column.verdict {
            Verdict::Drop(_) => false,
            Verdict::Keep(_) if cell.is_empty() => false,
            Verdict::Keep(Field::Email | Field::Guardian(_, Part::Email)) => !cell.contains('@'),
            Verdict::Keep(Field::Phone | Field::Guardian(_, Part::Phone)) => cell.contains('@') || digits < 4,
            Verdict::Keep(Field::Born) => digits < 3 || cell.contains('@'),
            Verdict::Keep(
                Field::Key | Field::Number | Field::Reference | Field::Related | Field::GroupKey | Field::EmployeeId,
            ) => false,
            Verdict::Keep(_) => cell.contains('@') || digits > 6,
        }
    })
}

/// The name from its parts, or split from one cell. Two columns of surnames are one surname.
pub(super) fn name(sheet: &Sheet<'_>, row: &Row, place: &Place, build: &mut Build) -> NameRow {
    for field in [Field::CallName, Field::Infix, Field::Surname, Field::FullName] {
        check_formula(sheet, row, field, place, build);
    }
    let full = clean(sheet.get(row, Field::FullName));
    if !full.is_empty() {
        return split_full(&full, &build.options.country);
    }
    let surnames: Vec<String> = sheet.all(row, Field::Surname).map(clean).collect();
    let (infix, surname) = (clean(sheet.get(row, Field::Infix)), surnames.join(" "));
    let call_name = clean(sheet.get(row, Field::CallName));
    if infix.is_empty() && !sheet.has(Field::Infix) {
        let (infix, surname) = split_surname(&surname, &build.options.country);
        return NameRow { call_name, infix, surname };
    }
    NameRow { call_name, infix, surname }
}

/// Notes a cell that a spreadsheet would run. It is kept as text.
pub(crate) fn check_formula(sheet: &Sheet<'_>, row: &Row, field: Field, place: &Place, build: &mut Build) {
    if sheet.all(row, field).any(is_formula) {
        build.problem(place, sheet.heading(field), Fault::Formula, false);
    }
}

pub(super) fn optional(sheet: &Sheet<'_>, row: &Row, field: Field) -> Option<String> {
    Some(clean(sheet.get(row, field))).filter(|text| !text.is_empty())
}

/// Free text that is kept.
pub(super) fn kept_text(
    sheet: &Sheet<'_>,
    row: &Row,
    field: Field,
    place: &Place,
    build: &mut Build,
) -> Option<String> {
    check_formula(sheet, row, field, place, build);
    optional(sheet, row, field)
}

pub(super) fn birth_date(
    cell: &str,
    order: Order,
    column: Option<&str>,
    place: &Place,
    build: &mut Build,
) -> Option<NaiveDate> {
    let cell = clean(cell);
    if cell.is_empty() {
        return None;
    }
    let fault = match dates::parse(&cell, order, build.options.today) {
        Some(date) if date > build.options.today => Fault::DateInFuture(cell),
        Some(date) => return Some(date),
        None => Fault::NotADate(cell),
    };
    build.problem(place, column, fault, false);
    None
}

pub(super) fn gender(cell: &str, column: Option<&str>, place: &Place, build: &mut Build) -> Option<Gender> {
    values::gender(cell).unwrap_or_else(|()| {
        build.problem(place, column, Fault::NotAGender(clean(cell)), false);
        None
    })
}

pub(super) fn nationality(cell: &str) -> Option<String> {
    Some(values::nationality(cell)).filter(|text| !text.is_empty())
}

pub(super) fn checked_postcode(sheet: &Sheet<'_>, row: &Row, place: &Place, build: &mut Build) -> Option<String> {
    let cell = sheet.get(row, Field::Postcode);
    let checked = postcode(cell, &build.options.country);
    if checked.is_none() && !cell.is_empty() {
        build.problem(place, sheet.heading(Field::Postcode), Fault::NotAPostcode(clean(cell)), false);
    }
    checked
}

pub(super) fn checked_email(cell: &str, column: Option<&str>, place: &Place, build: &mut Build) -> Option<String> {
    let checked = email(cell);
    if checked.is_none() && !cell.is_empty() {
        build.problem(place, column, Fault::NotAnEmail(clean(cell)), false);
    }
    checked
}

/// Names of the row's groups, and its level. A cell may name several, apart by `;` or `|`.
pub(super) fn groups(sheet: &Sheet<'_>, row: &Row) -> (Vec<String>, String) {
    let (first, level) = group_name(sheet, row);
    if sheet.has(Field::Section) {
        return (Some(first).filter(|name| !name.is_empty()).into_iter().collect(), level);
    }
    let names =
        sheet.all(row, Field::Group).flat_map(|cell| cell.split([';', '|'])).map(clean).filter(|name| !name.is_empty());
    (names.collect(), level)
}

/// The row's first group. Where a section is named apart, the group is grade and section: `7 A`.
pub(crate) fn group_name(sheet: &Sheet<'_>, row: &Row) -> (String, String) {
    let (group, level, section) = (
        clean(sheet.get(row, Field::Group)),
        clean(sheet.get(row, Field::Level)),
        clean(sheet.get(row, Field::Section)),
    );
    if section.is_empty() {
        let level_only = group.is_empty() && sheet.has(Field::Section);
        return (if level_only { level.clone() } else { group }, level);
    }
    let whole = if group.is_empty() { level.clone() } else { group.clone() };
    let name = if whole.is_empty() || section.starts_with(&whole) { section } else { format!("{whole} {section}") };
    (name, if level.is_empty() { group } else { level })
}
