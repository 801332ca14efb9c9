//! Tables that refer: groups with their teachers, who is in which group, roles, relationships,
//! demographics.

use std::collections::{HashMap, HashSet};

use super::super::build::Build;
use super::super::names::split_full;
use super::super::values::{clean, relationship};
use super::fields::Field;
use super::kinds::{Kind, Sheet};
use super::people::{self, Contact};
use crate::rows::{Fault, GroupRow, GuardianRow, NameRow, Place, StaffRow};

/// What other tables say of a user, by key.
#[derive(Default)]
pub(crate) struct Facts {
    pub roles: HashMap<String, String>,
    pub levels: HashMap<String, String>,
    pub demographics: HashMap<String, Demographics>,
    /// Student, guardian, relationship, place.
    relationships: Vec<(String, String, &'static str, Place)>,
    pub guardians: HashSet<String>,
    /// Users that turned out to be guardians.
    pub contacts: std::cell::RefCell<HashMap<String, Contact>>,
}

#[derive(Clone, Default)]
pub(crate) struct Demographics {
    pub born: String,
    pub gender: String,
    pub nationality: String,
    pub order: Option<super::super::dates::Order>,
}

/// Gathers what tables of roles, enrolments, relationships and demographics say of their users.
pub(crate) fn facts(sheets: &[Sheet<'_>]) -> Facts {
    let mut facts = Facts::default();
    for sheet in sheets {
        for row in &sheet.table.rows {
            let user = clean(sheet.get(row, Field::Reference));
            if user.is_empty() {
                continue;
            }
            match sheet.kind {
                Kind::Roles | Kind::Enrolments => {
                    let (role, level) = (clean(sheet.get(row, Field::Role)), clean(sheet.get(row, Field::Level)));
                    if !role.is_empty() {
                        facts.roles.entry(user.clone()).or_insert(role);
                    }
                    if !level.is_empty() {
                        facts.levels.entry(user).or_insert(level);
                    }
                }
                Kind::Relationships => {
                    let other = clean(sheet.get(row, Field::Related));
                    facts.guardians.insert(other.clone());
                    facts.relationships.push((
                        user,
                        other,
                        relationship(sheet.get(row, Field::Relationship)),
                        sheet.place_at(row.line),
                    ));
                }
                Kind::Demographics => {
                    let demographics = Demographics {
                        born: sheet.get(row, Field::Born).to_owned(),
                        gender: sheet.get(row, Field::Gender).to_owned(),
                        nationality: sheet.get(row, Field::Nationality).to_owned(),
                        order: Some(sheet.order),
                    };
                    facts.demographics.insert(user, demographics);
                }
                Kind::Students | Kind::Guardians | Kind::Staff | Kind::Users | Kind::Groups | Kind::Ignored => {}
            }
        }
    }
    facts
}

/// Reads a list of groups. A column of keys that repeats itself is none; the name is the key then.
pub(crate) fn read_groups(sheet: &Sheet<'_>, build: &mut Build) {
    let mut keys = HashSet::new();
    let is_unique = sheet.table.rows.iter().all(|row| keys.insert(sheet.get(row, Field::Key)));
    let is_plain_list = sheet.has(Field::Key) && is_unique;
    for row in &sheet.table.rows {
        let place = sheet.place_at(row.line);
        people::check_width(sheet, row, &place, build);
        let (name, level) = people::group_name(sheet, row);
        people::check_formula(sheet, row, Field::Group, &place, build);
        let key = if is_plain_list { clean(sheet.get(row, Field::Key)) } else { name.clone() };
        let name = if name.is_empty() { key.clone() } else { name };
        build.add_group(GroupRow { key: key.clone(), name, level, place: place.clone(), ..GroupRow::default() });
        for mentor in sheet.all(row, Field::Mentor) {
            put_mentor_in(mentor, &key, &place, build);
        }
    }
}

/// A teacher named beside a group: known by key, code or name, else added where it is a name.
pub(crate) fn put_mentor_in(mentor: &str, group: &str, place: &Place, build: &mut Build) {
    let mentor = clean(mentor);
    let name = mentor_name(&mentor, build);
    let known = build.staff_key(&mentor, &name);
    let is_code = !build.roster.staff.is_empty() && !mentor.contains(' ') && known.is_none();
    let Some(group) = build.group_key(group).filter(|_| !is_code) else { return };
    match known {
        Some(person) => build.put_staff_in(&person, &group),
        None => {
            let key = super::super::build::name_key(&name);
            build.add_staff(StaffRow { key, name, groups: vec![group], place: place.clone(), ..StaffRow::default() });
        }
    }
}

/// A mentor of one word is a surname or a code.
fn mentor_name(mentor: &str, build: &Build) -> NameRow {
    if mentor.contains(' ') {
        split_full(mentor, &build.options.country)
    } else {
        NameRow { surname: mentor.to_owned(), ..NameRow::default() }
    }
}

/// Puts the users of an enrolment list into their groups.
pub(crate) fn read_enrolments(sheet: &Sheet<'_>, build: &mut Build) {
    for row in &sheet.table.rows {
        let place = sheet.place_at(row.line);
        if people::check_width(sheet, row, &place, build) {
            continue;
        }
        let user = [Field::Reference, Field::Number, Field::Key, Field::EmployeeId]
            .into_iter()
            .map(|field| sheet.get(row, field))
            .find(|cell| !cell.is_empty());
        let user = clean(user.unwrap_or_default());
        let cells: Vec<String> = sheet.all(row, Field::GroupKey).map(clean).collect();
        let Some(reference) = cells.first().filter(|_| !user.is_empty()) else {
            build.problem(&place, None, Fault::Missing("key"), true);
            continue;
        };
        // Canvas names a course and, where there is one, its section: the one that exists counts.
        let mut group = cells.iter().rev().find_map(|cell| build.group_key(cell));
        if group.is_none() && !build.groups_listed {
            group = build.group_named(reference, "", &place);
        }
        let Some(group) = group else {
            build.problem(&place, sheet.heading(Field::GroupKey), Fault::UnknownGroup(reference.clone()), true);
            continue;
        };
        enrol(sheet, &user, &group, &place, build);
    }
}

fn enrol(sheet: &Sheet<'_>, user: &str, group: &str, place: &Place, build: &mut Build) {
    let (student, staff) = (build.student_key(user), build.staff_key(user, &NameRow::default()));
    match (student, staff) {
        (Some(_), Some(person)) if sheet.is_staff_file => build.put_staff_in(&person, group),
        (Some(student), _) if !sheet.is_staff_file => build.put_student_in(&student, group),
        (_, Some(person)) => build.put_staff_in(&person, group),
        _ => build.problem(place, None, Fault::UnknownStudent(user.to_owned()), true),
    }
}

/// Makes guardians of the users whom the relationships name.
pub(crate) fn read_relationships(facts: &Facts, build: &mut Build) {
    let contacts = facts.contacts.borrow();
    for (student, guardian, relationship, place) in &facts.relationships {
        let Some(student_key) = build.student_key(student) else {
            build.problem(place, None, Fault::UnknownStudent(student.clone()), true);
            continue;
        };
        let Some(contact) = contacts.get(guardian) else {
            build.problem(place, None, Fault::UnknownStudent(guardian.clone()), true);
            continue;
        };
        build.add_guardian(GuardianRow {
            key: Some(guardian.clone()),
            student: student_key,
            name: contact.name.clone(),
            relationship: (*relationship).to_owned(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
            place: contact.place.clone(),
        });
    }
}
