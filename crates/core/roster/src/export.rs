//! A school's people and groups, taken along as OneRoster 1.2: who is here today, in which group, and who guards whom.
//! Left out are who has left, what is over, guardians of nobody, and every edge that a court's order or the office
//! has narrowed: another system would take it for a full one (C056).

use std::collections::{HashMap, HashSet};

use ::people::demographics::{self, Keeps};
use ::people::{GuardianId, StaffId, StudentId, edge, guardian, institution, staff, student};
use chrono::{Datelike as _, NaiveDate};
use kernel::{Error, Result};
use registry::GenderUse;
use rosterfile::write::{self, Class, Person, PlaceIn, Takeout, Year};
use school::{GroupId, enrolment, group, teaching};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};
use store::{Allowed, Context, Read, Whole};

use crate::acts::EXPORT;
use crate::rows::{Gender, NameRow};

/// The longest key the standard takes.
const KEY_LIMIT: usize = 255;

/// The archive. Its entry in the trail is on disk before the first byte leaves.
pub fn one_roster(context: &Context, keeps: Keeps) -> Result<Vec<u8>> {
    let takeout = context.read(EXPORT.on(()), |read, school| gather(read, school, keeps))?;
    write::one_roster(&takeout).map_err(Error::internal)
}

/// The keys given out: the delivering system's own where it fits and nobody else has it, else the record's id.
#[derive(Default)]
struct Keys {
    taken: HashSet<String>,
}

impl Keys {
    fn give(&mut self, key: Option<&str>, id: Uuid) -> String {
        let fits = |key: &&str| {
            !key.is_empty()
                && key.trim() == *key
                && key.chars().count() <= KEY_LIMIT
                && !key.contains(|c: char| c == ',' || c.is_control() || (c.is_whitespace() && c != ' '))
                && !key.contains("  ")
        };
        let key = key.filter(fits).map_or_else(|| id.to_string(), str::to_owned);
        if self.taken.insert(key.clone()) { key } else { id.to_string() }
    }
}

fn gather(read: &Read, _school: Allowed<Whole>, keeps: Keeps) -> Result<Takeout> {
    let db = read.db();
    let institution = institution::find(read)?;
    let mut takeout = Takeout { org: "school".to_owned(), org_name: institution.trade_name, ..Takeout::default() };
    let classes = classes(read, &mut takeout)?;
    let (mut keys, mut people) = (Keys::default(), Vec::new());
    let mut students: HashMap<StudentId, String> = HashMap::new();
    let records = records(read, keeps)?;
    let rows = student::Entity::find().filter(student::here(read)).order_by_asc(student::Column::Id).all(db)?;
    for row in rows {
        let key = keys.give(row.key.as_deref(), row.id.0);
        students.insert(row.id, key.clone());
        people.push(of_student(row, key, &records, keeps));
    }
    let teachers = staff_rows(read, &mut keys, &mut people)?;
    guardians(read, &students, &mut keys, &mut people)?;
    takeout.people = people;
    let enrolled = enrolment::Entity::find().filter(enrolment::current(read)).order_by_asc(enrolment::Column::Id);
    for row in enrolled.all(db)? {
        let (Some(person), Some(class)) = (students.get(&row.student_id), classes.get(&row.group_id)) else { continue };
        takeout.places.push(place(row.id, person, class, "student", row.from));
    }
    let taught = teaching::Entity::find().filter(teaching::current(read)).order_by_asc(teaching::Column::Id);
    for row in taught.all(db)? {
        let (Some(person), Some(class)) = (teachers.get(&row.staff_id), classes.get(&row.group_id)) else { continue };
        takeout.places.push(place(row.id, person, class, "teacher", row.from));
    }
    Ok(takeout)
}

fn place(id: Uuid, person: &str, class: &str, role: &'static str, from: NaiveDate) -> PlaceIn {
    PlaceIn { key: id.to_string(), person: person.to_owned(), class: class.to_owned(), role, from }
}

/// The groups that run today, with their years.
fn classes(read: &Read, takeout: &mut Takeout) -> Result<HashMap<GroupId, String>> {
    let running = Condition::all().add(group::running(read));
    let rows = group::Entity::find().filter(running).order_by_asc(group::Column::Id).all(read.db())?;
    let (mut keys, mut classes) = (Keys::default(), HashMap::new());
    for row in rows.into_iter().filter(|row| !row.is_coming(read.today)) {
        // A year that is not two years cannot be read back from its dates: such a group goes by its id.
        let named = row.key.as_deref().filter(|_| row.year == normal_year(&row.year));
        let key = keys.give(named, row.id.0);
        let year = format!("year-{}", row.year);
        if !takeout.years.iter().any(|known| known.key == year) {
            let (starts, ends) = days_of(&row.year, read.today);
            // A group that runs beyond its year still runs for whoever reads this.
            let (starts, ends) = (starts.min(read.today), ends.max(read.today));
            takeout.years.push(Year { key: year.clone(), title: row.year.clone(), starts, ends });
        }
        classes.insert(row.id, key.clone());
        takeout.classes.push(Class { key, name: row.name, level: row.level, year });
    }
    Ok(classes)
}

fn normal_year(year: &str) -> String {
    let first: i32 = year.get(..4).and_then(|first| first.parse().ok()).unwrap_or_default();
    format!("{first}-{}", first + 1)
}

/// First and last day of a school year, August to July; of one that says otherwise, a year around today.
fn days_of(year: &str, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let own = if year == normal_year(year) { year.to_owned() } else { group::year_of(today) };
    let first: i32 = own.get(..4).and_then(|first| first.parse().ok()).unwrap_or(today.year());
    let day = |year: i32, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    (day(first, 8, 1), day(first + 1, 7, 31))
}

fn records(read: &Read, keeps: Keeps) -> Result<HashMap<StudentId, demographics::Record>> {
    if keeps.gender != GenderUse::Administration && !keeps.nationality {
        return Ok(HashMap::new());
    }
    let rows = demographics::Entity::find().all(read.db())?;
    Ok(rows.into_iter().map(|row| (row.student_id, row.into())).collect())
}

fn of_student(
    row: student::Model,
    key: String,
    records: &HashMap<StudentId, demographics::Record>,
    keeps: Keeps,
) -> Person {
    let record = records.get(&row.id).cloned().unwrap_or_default();
    // A gender that is kept for counting is shown to nobody (C041).
    let gender = record.gender.filter(|_| keeps.gender == GenderUse::Administration);
    Person {
        key,
        role: "student",
        name: NameRow { call_name: row.call_name, infix: row.infix, surname: row.surname },
        identifier: row.number,
        email: row.email,
        phone: None,
        agents: Vec::new(),
        born: row.born,
        gender: gender.and_then(|word| match word.as_str() {
            "female" => Some(Gender::Female),
            "male" => Some(Gender::Male),
            "other" => Some(Gender::Other),
            _ => None,
        }),
        nationality: record.nationality.filter(|_| keeps.nationality),
    }
}

fn staff_rows(read: &Read, keys: &mut Keys, people: &mut Vec<Person>) -> Result<HashMap<StaffId, String>> {
    let here = Condition::any().add(staff::Column::LeftOn.is_null()).add(staff::Column::LeftOn.gt(read.today));
    let mut known = HashMap::new();
    for row in staff::Entity::find().filter(here).order_by_asc(staff::Column::Id).all(read.db())? {
        let key = keys.give(row.key.as_deref(), row.id.0);
        known.insert(row.id, key.clone());
        let name = NameRow { call_name: row.call_name, infix: row.infix, surname: row.surname };
        people.push(Person {
            identifier: row.employee_id,
            phone: row.phone,
            ..person(key, "teacher", name, row.email)
        });
    }
    Ok(known)
}

fn person(key: String, role: &'static str, name: NameRow, email: Option<String>) -> Person {
    Person {
        key,
        role,
        name,
        identifier: None,
        email,
        phone: None,
        agents: Vec::new(),
        born: None,
        gender: None,
        nationality: None,
    }
}

/// Guardians of the children who are here, each beside theirs.
fn guardians(
    read: &Read,
    students: &HashMap<StudentId, String>,
    keys: &mut Keys,
    people: &mut Vec<Person>,
) -> Result<()> {
    let open = Condition::all().add(edge::Column::RestrictedFrom.is_null()).add(edge::Column::Sees.eq(true));
    let mut edges: HashMap<GuardianId, Vec<edge::Model>> = HashMap::new();
    for row in edge::Entity::find().filter(open).order_by_asc(edge::Column::Id).all(read.db())? {
        edges.entry(row.guardian_id).or_default().push(row);
    }
    let places: HashMap<String, usize> =
        (0..).zip(people.iter()).map(|(at, person)| (person.key.clone(), at)).collect();
    for row in guardian::Entity::find().order_by_asc(guardian::Column::Id).all(read.db())? {
        let own = edges.remove(&row.id).unwrap_or_default();
        let beside: Vec<(&String, &edge::Model)> =
            own.iter().filter_map(|edge| students.get(&edge.student_id).map(|key| (key, edge))).collect();
        let Some((_, first)) = beside.first() else { continue };
        let role = match first.relationship.as_str() {
            "other" => "relative",
            "guardian" => "guardian",
            _ => "parent",
        };
        let key = keys.give(row.key.as_deref().and_then(|key| key.strip_prefix("key ")), row.id.0);
        for (student, _) in &beside {
            if let Some(student) = places.get(*student).and_then(|at| people.get_mut(*at)) {
                student.agents.push(key.clone());
            }
        }
        let agents = beside.iter().map(|(student, _)| (*student).clone()).collect();
        let name = NameRow { call_name: row.call_name, infix: row.infix, surname: row.surname };
        people.push(Person { phone: row.phone, agents, ..person(key, role, name, row.email) });
    }
    Ok(())
}
