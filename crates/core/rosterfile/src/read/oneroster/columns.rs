//! Which columns of a OneRoster table are kept, and why the others are not (C059).

use super::sheet::Sheet;
use crate::read::build::Build;
use crate::read::csv::is_forbidden;
use crate::read::values::is_citizen_number;
use crate::rows::{DropReason, Refusal};

/// Keys, states and references: about the table, not about anybody.
const PLAIN: [&str; 12] = [
    "sourcedId",
    "status",
    "dateLastModified",
    "enabledUser",
    "orgSourcedIds",
    "orgSourcedId",
    "primaryOrgSourcedId",
    "parentSourcedId",
    "schoolSourcedId",
    "userProfileSourcedId",
    "primary",
    "agents",
];

/// What is read of people.
const KEPT: [&str; 24] = [
    "role",
    "roleType",
    "givenName",
    "familyName",
    "preferredFirstName",
    "preferredGivenName",
    "preferredLastName",
    "preferredFamilyName",
    "identifier",
    "email",
    "sms",
    "phone",
    "agentSourcedIds",
    "grades",
    "userSourcedId",
    "classSourcedId",
    "beginDate",
    "endDate",
    "birthDate",
    "metadata.homeroom.infix",
    "sex",
    "nationality",
    "metadata.homeroom.nationality",
    "courseSourcedId",
];

/// Origin as the standard's United States fields have it.
const ORIGIN: [&str; 8] = [
    "americanIndianOrAlaskaNative",
    "asian",
    "blackOrAfricanAmerican",
    "nativeHawaiianOrOtherPacificIslander",
    "white",
    "demographicRaceTwoOrMoreRaces",
    "hispanicOrLatinoEthnicity",
    "countryOfBirthCode",
];

/// Names every column of people that held something and is not kept. Keys that are citizen numbers refuse the table.
pub(super) fn report_drops(table: &str, sheet: &Sheet, build: &mut Build) -> Result<(), Refusal> {
    if !matches!(table, "users" | "demographics" | "roles" | "enrollments") {
        return Ok(());
    }
    refuse_citizen_numbers(table, sheet)?;
    let is = |list: &[&str], heading: &str| list.iter().any(|known| known.eq_ignore_ascii_case(heading));
    let mut dropped: Vec<(usize, DropReason, u64)> = Vec::new();
    for (at, heading) in sheet.headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
        let keeps = match heading.to_lowercase().as_str() {
            "identifier" => !holds_citizen_numbers(sheet, heading),
            "sex" => build.options.keep_gender,
            "metadata.homeroom.nationality" | "nationality" => build.options.keep_nationality,
            _ => is(&PLAIN, heading) || is(&KEPT, heading),
        };
        if !keeps {
            let never = is(&ORIGIN, heading) || is(&["identifier"], heading) || is_forbidden(heading);
            dropped.push((at, if never { DropReason::Forbidden } else { DropReason::NotDeclared }, 0));
        }
    }
    if dropped.is_empty() {
        return Ok(());
    }
    for row in sheet.rows() {
        for (at, _, held) in &mut dropped {
            *held += u64::from(!row.cell(*at).is_empty());
        }
    }
    for (at, why, held) in dropped.into_iter().filter(|(_, _, held)| *held > 0) {
        if let Some(heading) = sheet.headings.get(at) {
            build.drop_column(&sheet.file, heading, why, held);
        }
    }
    Ok(())
}

/// Whether all values of a column pass the test of Dutch citizen numbers, of five at least.
pub(super) fn holds_citizen_numbers(sheet: &Sheet, heading: &str) -> bool {
    let values: Vec<String> =
        sheet.rows().map(|row| row.get(heading)).filter(|cell| !cell.is_empty()).take(200).collect();
    values.len() >= 5 && values.iter().all(|value| is_citizen_number(value))
}

fn refuse_citizen_numbers(table: &str, sheet: &Sheet) -> Result<(), Refusal> {
    let column = if matches!(table, "users") { "sourcedId" } else { "userSourcedId" };
    if sheet.has(column) && holds_citizen_numbers(sheet, column) {
        return Err(Refusal::ForbiddenKey { file: sheet.file.clone(), column: column.to_owned() });
    }
    Ok(())
}
