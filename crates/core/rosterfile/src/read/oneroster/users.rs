//! People by role: students, staff, guardians; somebody may be a teacher and a parent. In 1.1 the role stands beside
//! the name, in 1.2 in a table of its own.

use super::columns::holds_citizen_numbers;
use super::sheet::{Row, Sheet};
use super::{Known, classes, is_gone, there};
use crate::read::build::Build;
use crate::read::names::split_surname;
use crate::read::values::{self, is_formula, relationship};
use crate::rows::{Fault, GuardianRow, NameRow, Place, Refusal, StaffRow, StudentRow};

/// What somebody is here; several at once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Roles {
    student: bool,
    staff: bool,
    /// As what kind of guardian.
    guardian: Option<&'static str>,
}

impl Roles {
    fn is_none(self) -> bool {
        !self.student && !self.staff && self.guardian.is_none()
    }

    /// Adds a role; `false` for a word that neither version knows.
    fn add(&mut self, word: &str) -> bool {
        match word.to_lowercase().as_str() {
            "student" => self.student = true,
            "teacher"
            | "aide"
            | "administrator"
            | "principal"
            | "counselor"
            | "proctor"
            | "siteadministrator"
            | "districtadministrator"
            | "systemadministrator"
            | "sysadmin" => self.staff = true,
            kind @ ("guardian" | "parent" | "relative") => {
                self.guardian = Some(relationship(if kind == "relative" { "other" } else { kind }));
            }
            _ => return false,
        }
        true
    }
}

/// Somebody who is a guardian.
#[derive(Clone, Debug)]
pub(super) struct Contact {
    name: NameRow,
    email: Option<String>,
    phone: Option<String>,
    relationship: &'static str,
    place: Place,
}

/// Reads the roles of 1.2. A role that is over is none.
pub(super) fn read_roles(sheet: &Sheet, known: &mut Known, build: &mut Build) -> Result<(), Refusal> {
    sheet.needs(&["userSourcedId", "role"])?;
    for row in sheet.rows().filter(|row| !is_gone(&row.get("status"))) {
        let today = build.options.today;
        if classes::date(&row, "endDate", build).is_some_and(|day| day < today) {
            continue;
        }
        let role = row.get("role");
        if !known.roles.entry(row.get("userSourcedId")).or_default().add(&role) {
            build.problem(&row.place(), Some("role"), Fault::UnknownRole(role), false);
        }
    }
    Ok(())
}

/// Reads the people.
pub(super) fn read(sheet: &Sheet, known: &mut Known, build: &mut Build) -> Result<(), Refusal> {
    sheet.needs(&["sourcedId", "givenName", "familyName"])?;
    let keeps_identifier = !holds_citizen_numbers(sheet, "identifier");
    for row in sheet.rows() {
        let Some((place, key)) = there(&row, |changes| &mut changes.gone_people, build) else { continue };
        let mut roles = known.roles.get(&key).copied().unwrap_or_default();
        for word in row.list("role") {
            if !roles.add(&word) {
                build.problem(&place, Some("role"), Fault::UnknownRole(word), false);
            }
        }
        let identifier = some(row.get("identifier")).filter(|_| keeps_identifier);
        if roles.is_none() {
            read_unsorted(&row, key, identifier, build);
            continue;
        }
        read_user(&row, key, roles, identifier, known, build);
    }
    Ok(())
}

/// Somebody without a role: a fault, but for a delivery of changes, where the role may be an earlier one's.
fn read_unsorted(row: &Row<'_>, key: String, identifier: Option<String>, build: &mut Build) {
    let place = row.place();
    if build.roster.changes.is_none() {
        return build.problem(&place, Some("role"), Fault::Missing("role"), true);
    }
    let (name, email) = (name(row, build), email(row, build));
    if name.call_name.is_empty() && name.surname.is_empty() {
        return build.problem(&place, Some("familyName"), Fault::Missing("surname"), true);
    }
    let phone = some(row.get("sms")).or_else(|| some(row.get("phone")));
    if let Some(changes) = &mut build.roster.changes {
        let row = StudentRow { key, name, number: identifier, email, place, ..StudentRow::default() };
        changes.unsorted.push((row, phone));
    }
}

fn read_user(
    row: &Row<'_>,
    key: String,
    roles: Roles,
    identifier: Option<String>,
    known: &mut Known,
    build: &mut Build,
) {
    let place = row.place();
    let (name, email) = (name(row, build), email(row, build));
    let phone = || some(row.get("sms")).or_else(|| some(row.get("phone")));
    let agents = row.list(if row.get("agentSourcedIds").is_empty() { "agents" } else { "agentSourcedIds" });
    if roles.student {
        if !agents.is_empty()
            && let Some(changes) = &mut build.roster.changes
        {
            changes.whole_families.insert(key.clone());
        }
        known.edges.extend(agents.iter().map(|guardian| (key.clone(), guardian.clone(), place.clone())));
        build.add_student(StudentRow {
            key: key.clone(),
            name: name.clone(),
            number: identifier.clone(),
            email: email.clone(),
            place: place.clone(),
            ..StudentRow::default()
        });
    }
    if roles.staff {
        build.add_staff(StaffRow {
            key: key.clone(),
            name: name.clone(),
            employee_id: identifier,
            email: email.clone(),
            phone: phone(),
            place: place.clone(),
            ..StaffRow::default()
        });
    }
    if let Some(relationship) = roles.guardian {
        if !roles.student {
            known.edges.extend(agents.iter().map(|student| (student.clone(), key.clone(), place.clone())));
        }
        known.contacts.insert(key, Contact { name, email, phone: phone(), relationship, place });
    }
}

/// The name somebody is called by, where the file tells it; else the name of the papers.
fn name(row: &Row<'_>, build: &mut Build) -> NameRow {
    let first = |headings: [&'static str; 3]| {
        headings.into_iter().map(|heading| (heading, row.get(heading))).find(|(_, cell)| !cell.is_empty())
    };
    let given = first(["preferredFirstName", "preferredGivenName", "givenName"]);
    let family = first(["preferredLastName", "preferredFamilyName", "familyName"]);
    for (heading, cell) in given.iter().chain(&family) {
        if is_formula(cell) {
            build.problem(&row.place(), Some(heading), Fault::Formula, false);
        }
    }
    let cell = |found: Option<(&'static str, String)>| found.map(|(_, cell)| cell).unwrap_or_default();
    let (call_name, family) = (cell(given), cell(family));
    let (infix, surname) = match (row.get(INFIX), row.has(INFIX)) {
        (infix, true) => match family.strip_prefix(&infix).map(str::trim_start).filter(|rest| !rest.is_empty()) {
            Some(rest) if !infix.is_empty() => (infix, rest.to_owned()),
            _ => (String::new(), family),
        },
        (_, false) => split_surname(&family, &build.options.country),
    };
    NameRow { call_name, infix, surname }
}

/// Our own column for the part of a name that sorts elsewhere: the standard has none.
pub(crate) const INFIX: &str = "metadata.homeroom.infix";

fn email(row: &Row<'_>, build: &mut Build) -> Option<String> {
    let cell = row.get("email");
    let email = values::email(&cell);
    if email.is_none() && !cell.is_empty() {
        build.problem(&row.place(), Some("email"), Fault::NotAnEmail(cell), false);
    }
    email
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// Makes edges of what students and guardians say of each other.
pub(super) fn join_guardians(known: &mut Known, build: &mut Build) {
    let mut edges = std::mem::take(&mut known.edges);
    edges.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    edges.dedup_by(|one, other| (&one.0, &one.1) == (&other.0, &other.1));
    let mut named = std::collections::HashSet::new();
    for (student, guardian, place) in edges {
        let is_here = build.has_student(&student);
        match known.contacts.get(&guardian) {
            Some(contact) if is_here => {
                named.insert(guardian.clone());
                build.add_guardian(GuardianRow {
                    key: Some(guardian),
                    student,
                    name: contact.name.clone(),
                    relationship: contact.relationship.to_owned(),
                    email: contact.email.clone(),
                    phone: contact.phone.clone(),
                    place: contact.place.clone(),
                });
            }
            contact => join_across(student, guardian, contact.cloned(), place, build),
        }
    }
    if build.roster.changes.is_none() {
        let mut alone: Vec<_> = known.contacts.iter().filter(|(key, _)| !named.contains(*key)).collect();
        alone.sort_by_key(|(_, contact)| contact.place.row);
        alone.into_iter().for_each(|(_, contact)| build.problem(&contact.place, None, Fault::NoChild, true));
    }
}

/// An edge to somebody who is not in this delivery: of an earlier one, if this is one of changes.
fn join_across(student: String, guardian: String, contact: Option<Contact>, place: Place, build: &mut Build) {
    let is_here = build.has_student(&student);
    if build.roster.changes.is_none() {
        // An agent may be a teacher; only guardians are guardians here.
        if !build.has_staff(&guardian) || !is_here {
            let missing = if is_here { guardian } else { student };
            build.problem(&place, Some("agentSourcedIds"), Fault::UnknownPerson(missing), false);
        }
        return;
    }
    if let Some(contact) = contact {
        build.roster.guardians.push(GuardianRow {
            key: Some(guardian),
            student,
            name: contact.name,
            relationship: contact.relationship.to_owned(),
            email: contact.email,
            phone: contact.phone,
            place: contact.place,
        });
    } else if let Some(changes) = &mut build.roster.changes {
        changes.edges.push((student, guardian, place));
    }
}

/// Completes the students by day of birth, gender and nationality, as far as the school keeps them (C039–C041).
pub(super) fn read_demographics(sheet: &Sheet, build: &mut Build) -> Result<(), Refusal> {
    let key = if sheet.has("sourcedId") { "sourcedId" } else { "userSourcedId" };
    sheet.needs(&[key])?;
    for row in sheet.rows().filter(|row| !is_gone(&row.get("status"))) {
        let user = row.get(key);
        if !build.has_student(&user) {
            if build.roster.changes.is_some() {
                build.problem(&row.place(), Some(key), Fault::UnknownPerson(user), true);
            }
            continue;
        }
        let today = build.options.today;
        let mut born = classes::date(&row, "birthDate", build);
        if let Some(day) = born.filter(|day| *day > today) {
            build.problem(&row.place(), Some("birthDate"), Fault::DateInFuture(day.to_string()), false);
            born = None;
        }
        let sex = row.get("sex");
        let gender = match sex.to_lowercase().as_str() {
            _ if !build.options.keep_gender => None,
            "unspecified" => None,
            _ => values::gender(&sex).unwrap_or_else(|()| {
                build.problem(&row.place(), Some("sex"), Fault::NotAGender(sex.clone()), false);
                None
            }),
        };
        let nationality = some(values::nationality(&row.get(NATIONALITY))).filter(|_| build.options.keep_nationality);
        if let Some(student) = build.student_mut(&user) {
            (student.born, student.gender, student.nationality) = (born, gender, nationality);
        }
    }
    Ok(())
}

/// Our own column: the standard knows where somebody was born, which is another thing and not kept.
pub(crate) const NATIONALITY: &str = "metadata.homeroom.nationality";
