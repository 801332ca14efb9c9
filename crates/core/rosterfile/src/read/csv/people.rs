//! Rows that are people: students with their guardians, lists of guardians, staff, users.

mod cells;

use super::super::build::{Build, name_key};
use super::super::values::{clean, fold, relationship};
use super::fields::{Field, Part, SLOTS, Slot};
use super::join::{self, Facts};
use super::kinds::Sheet;
use super::table::Row;
use crate::rows::{Fault, GuardianRow, NameRow, Place, StaffRow, StudentRow};
use cells::{birth_date, checked_email, groups, kept_text, name, optional};
pub(crate) use cells::{check_formula, check_width, group_name};

/// A user who is somebody's guardian.
#[derive(Clone, Debug)]
pub(crate) struct Contact {
    pub name: NameRow,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub place: Place,
}

/// Reads a list of students: their groups, mentors and guardians stand in the same row.
pub(crate) fn read_students(sheet: &Sheet<'_>, facts: &Facts, build: &mut Build) {
    for row in &sheet.table.rows {
        let place = sheet.place_at(row.line);
        if !check_width(sheet, row, &place, build) {
            read_student(sheet, row, &place, facts, build);
        }
    }
}

fn read_student(sheet: &Sheet<'_>, row: &Row, place: &Place, facts: &Facts, build: &mut Build) {
    let mut student = StudentRow {
        name: name(sheet, row, place, build),
        number: optional(sheet, row, Field::Number),
        born: birth_date(sheet.get(row, Field::Born), sheet.order, sheet.heading(Field::Born), place, build),
        gender: cells::gender(sheet.get(row, Field::Gender), sheet.heading(Field::Gender), place, build),
        nationality: cells::nationality(sheet.get(row, Field::Nationality)),
        postcode: cells::checked_postcode(sheet, row, place, build),
        email: checked_email(sheet.get(row, Field::Email), sheet.heading(Field::Email), place, build),
        place: place.clone(),
        ..StudentRow::default()
    };
    let own_key = optional(sheet, row, Field::Key).or_else(|| student.number.clone());
    if own_key.is_none() && sheet.has_key() {
        build.problem(place, sheet.heading(Field::Key).or(sheet.heading(Field::Number)), Fault::Missing("key"), false);
    }
    if let Some(demographics) = own_key.as_ref().and_then(|key| facts.demographics.get(key)) {
        let order = demographics.order.unwrap_or(sheet.order);
        student.born = student.born.or_else(|| birth_date(&demographics.born, order, None, place, build));
        student.gender = student.gender.or_else(|| cells::gender(&demographics.gender, None, place, build));
        student.nationality = student.nationality.take().or_else(|| cells::nationality(&demographics.nationality));
    }
    if student.name.surname.is_empty() && student.name.call_name.is_empty() {
        build.problem(place, None, Fault::Missing("surname"), true);
        return;
    }
    let (group_names, level) = groups(sheet, row);
    student.key = own_key.unwrap_or_else(|| derived_key(&student, &group_names));
    check_formula(sheet, row, Field::Group, place, build);
    for group in &group_names {
        student.groups.extend(build.group_named(group, &level, place));
    }
    for cell in sheet.all(row, Field::GroupKey).map(clean) {
        match build.group_key(&cell) {
            Some(known) => student.groups.push(known),
            None if !build.groups_listed && group_names.is_empty() => {
                student.groups.extend(build.group_named(&cell, &level, place))
            }
            None => {}
        }
    }
    student.groups.dedup();
    let first_group = student.groups.first().cloned();
    let Some(key) = build.add_student(student) else { return };
    if let Some(group) = first_group {
        sheet.all(row, Field::Mentor).for_each(|mentor| join::put_mentor_in(mentor, &group, place, build));
    }
    for (slot, _) in SLOTS {
        read_guardian_of(sheet, row, slot, &key, place, build);
    }
}

/// Where the file has no keys: the name with the day of birth, which stay as they are next year. Who
/// has no day of birth is told from namesakes by address or group.
fn derived_key(student: &StudentRow, groups: &[String]) -> String {
    let name = name_key(&student.name);
    let more = student
        .born
        .map(|born| born.to_string())
        .or_else(|| student.email.clone())
        .or_else(|| student.postcode.clone());
    let more = more.or_else(|| groups.first().cloned()).unwrap_or_default();
    format!("{name} {more}").trim_end().to_owned()
}

fn read_guardian_of(sheet: &Sheet<'_>, row: &Row, slot: Slot, student: &str, place: &Place, build: &mut Build) {
    let text = |part: Part| clean(sheet.get(row, Field::Guardian(slot, part)));
    let whole = text(Part::Name);
    let mut name = NameRow { call_name: text(Part::CallName), infix: text(Part::Infix), surname: text(Part::Surname) };
    if name.surname.is_empty() && !name.call_name.is_empty() && !whole.is_empty() {
        name.surname = whole;
    } else if name.surname.is_empty() && name.call_name.is_empty() {
        name = super::super::names::split_full(&whole, &build.options.country);
    }
    let heading = |part: Part| sheet.heading(Field::Guardian(slot, part));
    let (email, phone) = (text(Part::Email), text(Part::Phone));
    let is_nobody = name == NameRow::default() && email.is_empty() && phone.is_empty();
    if is_nobody {
        return;
    }
    let column = [Part::Name, Part::Surname, Part::CallName, Part::Email, Part::Phone]
        .into_iter()
        .find_map(heading)
        .map(str::to_owned);
    let place = Place { column, ..place.clone() };
    [Part::Name, Part::CallName, Part::Infix, Part::Surname]
        .into_iter()
        .for_each(|part| check_formula(sheet, row, Field::Guardian(slot, part), &place, build));
    let said = text(Part::Relationship);
    let relationship = match slot {
        Slot::Father if said.is_empty() => "father",
        Slot::Mother if said.is_empty() => "mother",
        _ => relationship(&said),
    };
    let email = checked_email(&email, heading(Part::Email), &place, build);
    build.add_guardian(GuardianRow {
        key: Some(text(Part::Key)).filter(|key| !key.is_empty()),
        student: student.to_owned(),
        name,
        relationship: relationship.to_owned(),
        email,
        phone: Some(phone).filter(|phone| !phone.is_empty()),
        place,
    });
}

/// Reads a list without keys beside one with keys: its rows add groups and guardians to students who
/// are known by name and day of birth.
pub(crate) fn match_students(sheet: &Sheet<'_>, build: &mut Build) {
    for row in &sheet.table.rows {
        let place = sheet.place_at(row.line);
        if check_width(sheet, row, &place, build) {
            continue;
        }
        let name = name(sheet, row, &place, build);
        let born = birth_date(sheet.get(row, Field::Born), sheet.order, sheet.heading(Field::Born), &place, build);
        let Some(student) = build.student_called(&name, born) else {
            build.problem(&place, None, Fault::UnknownStudent(name_key(&name)), true);
            continue;
        };
        let (names, level) = groups(sheet, row);
        for group in names {
            if let Some(group) = build.group_named(&group, &level, &place) {
                build.put_student_in(&student, &group);
            }
        }
        for (slot, _) in SLOTS {
            read_guardian_of(sheet, row, slot, &student, &place, build);
        }
    }
}

/// Reads a list with a row per guardian and child.
pub(crate) fn read_guardians(sheet: &Sheet<'_>, build: &mut Build) {
    for row in &sheet.table.rows {
        let place = sheet.place_at(row.line);
        if check_width(sheet, row, &place, build) {
            continue;
        }
        let references = [Field::Reference, Field::Number, Field::Key].map(|field| clean(sheet.get(row, field)));
        let Some(student) = references
            .iter()
            .filter(|reference| !reference.is_empty())
            .find_map(|reference| build.student_key(reference))
        else {
            let shown = references.into_iter().find(|reference| !reference.is_empty()).unwrap_or_default();
            build.problem(
                &place,
                sheet.heading(Field::Number).or(sheet.heading(Field::Reference)),
                Fault::UnknownStudent(shown),
                true,
            );
            continue;
        };
        for (slot, _) in SLOTS {
            read_guardian_of(sheet, row, slot, &student, &place, build);
        }
        let refers_by_key = !sheet.has(Field::Reference) && !sheet.has(Field::Number);
        let has_own_name = sheet.has(Field::CallName) || sheet.has(Field::Surname) || sheet.has(Field::FullName);
        if has_own_name {
            let guardian = GuardianRow {
                key: optional(sheet, row, Field::Key).filter(|_| !refers_by_key),
                student,
                name: name(sheet, row, &place, build),
                relationship: relationship(sheet.get(row, Field::Relationship)).to_owned(),
                email: checked_email(sheet.get(row, Field::Email), sheet.heading(Field::Email), &place, build),
                phone: optional(sheet, row, Field::Phone),
                place,
            };
            build.add_guardian(guardian);
        }
    }
}

pub(crate) fn read_staff(sheet: &Sheet<'_>, build: &mut Build) {
    for row in &sheet.table.rows {
        let place = sheet.place_at(row.line);
        if !check_width(sheet, row, &place, build) {
            read_staff_row(sheet, row, &place, build);
        }
    }
}

fn read_staff_row(sheet: &Sheet<'_>, row: &Row, place: &Place, build: &mut Build) {
    let name = name(sheet, row, place, build);
    let employee_id = optional(sheet, row, Field::EmployeeId);
    let email = checked_email(sheet.get(row, Field::Email), sheet.heading(Field::Email), place, build);
    let key = optional(sheet, row, Field::Key)
        .or_else(|| employee_id.clone())
        .or_else(|| email.clone())
        .unwrap_or_else(|| name_key(&name));
    let mut person = StaffRow {
        key,
        name,
        employee_id,
        title: kept_text(sheet, row, Field::Title, place, build),
        email,
        phone: optional(sheet, row, Field::Phone),
        groups: Vec::new(),
        place: place.clone(),
    };
    for group in groups(sheet, row).0 {
        person.groups.extend(build.group_named(&group, "", place));
    }
    build.add_staff(person);
}

/// Reads people of several roles: students, guardians of students, and everybody else as staff.
pub(crate) fn read_users(sheet: &Sheet<'_>, facts: &Facts, build: &mut Build) {
    for row in &sheet.table.rows {
        let place = sheet.place_at(row.line);
        if check_width(sheet, row, &place, build) {
            continue;
        }
        let key = clean(sheet.get(row, Field::Key));
        let own = sheet.get(row, Field::Role);
        let role = if own.is_empty() { facts.roles.get(&key).map(String::as_str).unwrap_or_default() } else { own };
        if facts.guardians.contains(&key) && is_guardian(role) {
            let contact = Contact {
                name: name(sheet, row, &place, build),
                email: checked_email(sheet.get(row, Field::Email), sheet.heading(Field::Email), &place, build),
                phone: optional(sheet, row, Field::Phone),
                place,
            };
            facts.contacts.borrow_mut().insert(key, contact);
        } else if role.is_empty() {
            build.problem(&place, None, Fault::Missing("role"), true);
        } else if is_student(role) {
            read_student(sheet, row, &place, facts, build);
        } else if is_guardian(role) {
            build.problem(&place, None, Fault::UnknownStudent(key), true);
        } else {
            read_staff_row(sheet, row, &place, build);
        }
    }
}

fn is_student(role: &str) -> bool {
    matches!(
        fold(role).as_str(),
        "student"
            | "students"
            | "pupil"
            | "learner"
            | "leerling"
            | "schuler"
            | "schueler"
            | "eleve"
            | "alumno"
            | "opilane"
            | "طالب"
            | "छात्र"
    )
}

fn is_guardian(role: &str) -> bool {
    role.is_empty()
        || matches!(relationship(role), "mother" | "father" | "guardian")
        || matches!(fold(role).as_str(), "relative" | "observer")
}
