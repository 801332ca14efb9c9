//! Who is in which class, and who teaches it.

use super::sheet::{Row, Sheet};
use super::{Known, classes, is_gone, without_key};
use crate::read::build::Build;
use crate::rows::{Fault, Membership, Refusal};

pub(super) fn read(sheet: &Sheet, known: &Known, build: &mut Build) -> Result<(), Refusal> {
    sheet.needs(&["classSourcedId", "userSourcedId", "role"])?;
    for row in sheet.rows() {
        if !row.is_shifted(build) {
            read_one(&row, known, build);
        }
    }
    Ok(())
}

fn read_one(row: &Row<'_>, known: &Known, build: &mut Build) {
    let place = row.place();
    let (person, group, role) = (row.get("userSourcedId"), row.get("classSourcedId"), row.get("role"));
    if person.is_empty() || group.is_empty() {
        without_key(&place, if person.is_empty() { "userSourcedId" } else { "classSourcedId" }, build);
        return;
    }
    let teaches = match role.to_lowercase().as_str() {
        "student" => false,
        "teacher" | "aide" | "administrator" | "proctor" => true,
        _ => return build.problem(&place, Some("role"), Fault::UnknownRole(role), true),
    };
    let today = build.options.today;
    let is_over = classes::date(row, "endDate", build).is_some_and(|day| day < today);
    let ends = is_gone(&row.get("status")) || is_over;
    if known.passed_over.contains(&group) {
        return;
    }
    if let Some(day) = classes::date(row, "beginDate", build).filter(|day| *day > today && !ends) {
        return build.problem(&place, Some("beginDate"), Fault::NotYet(day.to_string()), true);
    }
    if let Some(changes) = &mut build.roster.changes {
        return changes.memberships.push(Membership { person, group, teaches, ends, place });
    }
    if ends {
        return;
    }
    if !build.has_group(&group) {
        return build.problem(&place, Some("classSourcedId"), Fault::UnknownGroup(group), true);
    }
    match teaches {
        true if build.has_staff(&person) => build.put_staff_in(&person, &group),
        false if build.has_student(&person) => build.put_student_in(&person, &group),
        _ => build.problem(&place, Some("userSourcedId"), Fault::UnknownPerson(person), true),
    }
}
