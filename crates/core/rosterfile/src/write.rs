//! A school's people and groups as a OneRoster 1.2 delivery: every required column of the standard in its order, and
//! two of our own, named as the standard wants vendors' columns named. Reading it again gives the same rows.

use std::io::{Cursor, Write as _};

use ::csv::{Terminator, WriterBuilder};
use chrono::NaiveDate;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::read::{INFIX, NATIONALITY};
use crate::rows::{Gender, NameRow};

/// Everything one delivery says. Keys are `sourcedId`s: unique among the people, without commas.
#[derive(Clone, Debug, Default)]
pub struct Takeout {
    pub org: String,
    pub org_name: String,
    pub years: Vec<Year>,
    pub classes: Vec<Class>,
    pub people: Vec<Person>,
    pub places: Vec<PlaceIn>,
}

#[derive(Clone, Debug)]
pub struct Year {
    pub key: String,
    pub title: String,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
}

#[derive(Clone, Debug)]
pub struct Class {
    pub key: String,
    pub name: String,
    pub level: String,
    pub year: String,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub key: String,
    /// `student`, `teacher`, `parent`, `guardian`, `relative`.
    pub role: &'static str,
    pub name: NameRow,
    pub identifier: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// A student's guardians, a guardian's students.
    pub agents: Vec<String>,
    pub born: Option<NaiveDate>,
    pub gender: Option<Gender>,
    pub nationality: Option<String>,
}

/// Somebody in a class.
#[derive(Clone, Debug)]
pub struct PlaceIn {
    pub key: String,
    pub person: String,
    pub class: String,
    /// `student`, `teacher`.
    pub role: &'static str,
    pub from: NaiveDate,
}

const SESSIONS: &str = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
const CLASSES: &str = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,\
                       schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods";
const COURSES: &str = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,\
                       subjects,subjectCodes";
const DEMOGRAPHICS: &str = "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,\
                            blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,\
                            demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,\
                            stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus";
const ENROLLMENTS: &str =
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";
const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
const ROLES: &str = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,\
                     userProfileSourcedId";
const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,\
                     identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,\
                     resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,\
                     primaryOrgSourcedId,pronouns";
/// Tables of the standard that hold nothing here, as the manifest must say.
const ABSENT: [&str; 13] = [
    "categories",
    "classResources",
    "courseResources",
    "lineItemLearningObjectiveIds",
    "lineItemScoreScales",
    "lineItems",
    "resources",
    "resultLearningObjectiveIds",
    "resultScoreScales",
    "results",
    "scoreScales",
    "userProfiles",
    "userResources",
];
const PRESENT: [&str; 8] =
    ["academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "roles", "users"];

/// The archive, complete.
pub fn one_roster(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in tables(takeout)? {
        archive.start_file(name, SimpleFileOptions::default()).map_err(std::io::Error::other)?;
        archive.write_all(&text)?;
    }
    Ok(archive.finish().map_err(std::io::Error::other)?.into_inner())
}

/// The tables, each with its file name.
pub fn tables(takeout: &Takeout) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    Ok(vec![
        ("manifest.csv".to_owned(), manifest()?),
        ("orgs.csv".to_owned(), orgs(takeout)?),
        ("academicSessions.csv".to_owned(), sessions(takeout)?),
        ("courses.csv".to_owned(), courses(takeout)?),
        ("classes.csv".to_owned(), classes(takeout)?),
        ("users.csv".to_owned(), users(takeout)?),
        ("roles.csv".to_owned(), roles(takeout)?),
        ("demographics.csv".to_owned(), demographics(takeout)?),
        ("enrollments.csv".to_owned(), enrollments(takeout)?),
    ])
}

/// A table in the making: rows name their cells by heading, the others stay empty.
struct Table {
    headings: Vec<String>,
    writer: ::csv::Writer<Vec<u8>>,
}

impl Table {
    fn new(headings: &str, own: &[&str]) -> std::io::Result<Self> {
        let headings: Vec<String> = headings.split(',').chain(own.iter().copied()).map(str::to_owned).collect();
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(&headings)?;
        Ok(Self { headings, writer })
    }

    fn row(&mut self, cells: &[(&str, &str)]) -> std::io::Result<()> {
        let cell = |heading: &String| cells.iter().find(|(name, _)| name == heading).map_or("", |(_, text)| text);
        Ok(self.writer.write_record(self.headings.iter().map(cell))?)
    }

    fn end(self) -> std::io::Result<Vec<u8>> {
        self.writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
    }
}

fn manifest() -> std::io::Result<Vec<u8>> {
    let mut table = Table::new("propertyName,value", &[])?;
    let mut row = |name: &str, value: &str| table.row(&[("propertyName", name), ("value", value)]);
    row("manifest.version", "1.0")?;
    row("oneroster.version", "1.2")?;
    for name in PRESENT {
        row(&format!("file.{name}"), "bulk")?;
    }
    for name in ABSENT {
        row(&format!("file.{name}"), "absent")?;
    }
    row("source.systemName", "Homeroom")?;
    row("source.systemCode", "homeroom")?;
    table.end()
}

fn orgs(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(ORGS, &[])?;
    table.row(&[("sourcedId", &takeout.org), ("name", &takeout.org_name), ("type", "school")])?;
    table.end()
}

fn sessions(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(SESSIONS, &[])?;
    for year in &takeout.years {
        let (starts, ends) = (year.starts.to_string(), year.ends.to_string());
        table.row(&[
            ("sourcedId", &year.key),
            ("title", &year.title),
            ("type", "schoolYear"),
            ("startDate", &starts),
            ("endDate", &ends),
            ("schoolYear", ends.get(..4).unwrap_or_default()),
        ])?;
    }
    table.end()
}

/// A class needs a course; a school that knows none has one for each class.
fn course(class: &Class) -> String {
    format!("course-{}", class.key)
}

fn courses(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(COURSES, &[])?;
    for class in &takeout.classes {
        table.row(&[
            ("sourcedId", &course(class)),
            ("schoolYearSourcedId", &class.year),
            ("title", &class.name),
            ("grades", &class.level),
            ("orgSourcedId", &takeout.org),
        ])?;
    }
    table.end()
}

fn classes(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(CLASSES, &[])?;
    for class in &takeout.classes {
        table.row(&[
            ("sourcedId", &class.key),
            ("title", &class.name),
            ("grades", &class.level),
            ("courseSourcedId", &course(class)),
            ("classType", "homeroom"),
            ("schoolSourcedId", &takeout.org),
            ("termSourcedIds", &class.year),
        ])?;
    }
    table.end()
}

fn users(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(USERS, &[INFIX])?;
    for person in &takeout.people {
        let NameRow { call_name, infix, surname } = &person.name;
        let family = if infix.is_empty() { surname.clone() } else { format!("{infix} {surname}") };
        let agents = person.agents.join(",");
        let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
        table.row(&[
            ("sourcedId", &person.key),
            ("enabledUser", "true"),
            ("username", &person.key),
            ("givenName", call_name),
            ("familyName", &family),
            ("identifier", &text(&person.identifier)),
            ("email", &text(&person.email)),
            ("phone", &text(&person.phone)),
            ("agentSourcedIds", &agents),
            ("primaryOrgSourcedId", &takeout.org),
            (INFIX, infix),
        ])?;
    }
    table.end()
}

fn roles(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(ROLES, &[])?;
    for person in &takeout.people {
        let key = format!("role-{}", person.key);
        table.row(&[
            ("sourcedId", &key),
            ("userSourcedId", &person.key),
            ("roleType", "primary"),
            ("role", person.role),
            ("orgSourcedId", &takeout.org),
        ])?;
    }
    table.end()
}

fn demographics(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(DEMOGRAPHICS, &[NATIONALITY])?;
    for person in &takeout.people {
        if person.born.is_none() && person.gender.is_none() && person.nationality.is_none() {
            continue;
        }
        let sex = match person.gender {
            Some(Gender::Female) => "female",
            Some(Gender::Male) => "male",
            Some(Gender::Other) => "other",
            None => "",
        };
        table.row(&[
            ("sourcedId", &person.key),
            ("birthDate", &person.born.map(|day| day.to_string()).unwrap_or_default()),
            ("sex", sex),
            (NATIONALITY, person.nationality.as_deref().unwrap_or_default()),
        ])?;
    }
    table.end()
}

fn enrollments(takeout: &Takeout) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(ENROLLMENTS, &[])?;
    for place in &takeout.places {
        table.row(&[
            ("sourcedId", &place.key),
            ("classSourcedId", &place.class),
            ("schoolSourcedId", &takeout.org),
            ("userSourcedId", &place.person),
            ("role", place.role),
            ("primary", if place.role == "teacher" { "true" } else { "false" }),
            ("beginDate", &place.from.to_string()),
        ])?;
    }
    table.end()
}
