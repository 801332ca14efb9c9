//! OneRoster 1.1 and 1.2 in CSV (1EdTech, "OneRoster CSV Tables"): a manifest and up to 22 tables, joined by
//! `sourcedId`. A whole delivery ("bulk") names everybody; one of changes ("delta") only what changed, with a status.
//! Grades, resources and results have no purpose here and are not read; what may never be kept is named (C059).

mod classes;
mod columns;
mod enrolments;
mod manifest;
mod sheet;
mod users;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Options;
use super::build::Build;
use crate::rows::{Changes, DropReason, Fault, Place, Refusal, SourceFile};
use manifest::{Manifest, Mode};
use sheet::{Row, Sheet};
pub(crate) use users::{INFIX, NATIONALITY};

/// The tables that are read; in the order in which they refer to each other.
const READ: [&str; 8] =
    ["academicsessions", "courses", "classes", "roles", "users", "demographics", "enrollments", "orgs"];

/// The tables that OneRoster knows and Homeroom has no purpose for.
const UNREAD: [&str; 15] = [
    "categories",
    "classresources",
    "courseresources",
    "lineitems",
    "lineitemlearningobjectiveids",
    "lineitemscorescales",
    "resources",
    "results",
    "resultlearningobjectiveids",
    "resultscorescales",
    "scorescales",
    "userprofiles",
    "userresources",
    "assessmentlineitems",
    "assessmentresults",
];

/// Whether these tables are a OneRoster delivery: by its manifest, or by a table of users that can be no other.
pub(crate) fn is_one(tables: &[&SourceFile], options: &Options) -> bool {
    let begins = |file: &&&SourceFile, words: &[&str]| {
        Sheet::open(file, &options.country).is_ok_and(|sheet| words.iter().all(|word| sheet.has(word)))
    };
    let named = |name: &str| tables.iter().filter(|file| stem(&file.name) == name).collect::<Vec<_>>();
    named("manifest").iter().any(|file| begins(file, &["propertyName", "value"]))
        || named("users").iter().any(|file| begins(file, &["sourcedId", "enabledUser", "givenName"]))
}

/// The name of a file without folder and extension, in lower case.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase()
}

/// What the tables that were read so far say, by key.
#[derive(Default)]
pub(crate) struct Known {
    sessions: HashMap<String, classes::Session>,
    grades_of_course: HashMap<String, String>,
    roles: HashMap<String, users::Roles>,
    /// Classes that are over or yet to come: their enrolments are passed over.
    passed_over: HashSet<String>,
    contacts: HashMap<String, users::Contact>,
    /// Student, guardian.
    edges: Vec<(String, String, Place)>,
}

/// Reads the delivery.
pub(crate) fn read(tables: &[&SourceFile], build: &mut Build) -> Result<(), Refusal> {
    let manifest = Manifest::of(tables, build)?;
    build.format(&format!("OneRoster {}", manifest.version));
    build.groups_listed = true;
    if manifest.is_delta() {
        build.roster.changes = Some(Changes { whole_families: BTreeSet::new(), ..Changes::default() });
    }
    report_unread(tables, &manifest, build);
    let mut known = Known::default();
    for name in READ {
        for file in tables.iter().filter(|file| stem(&file.name) == name && manifest.mode(name) != Mode::Absent) {
            let sheet = Sheet::open(file, &build.options.country)?;
            sheet.report_decoding(build);
            columns::report_drops(name, &sheet, build)?;
            match name {
                "academicsessions" => known.sessions = classes::sessions(&sheet, build),
                "courses" => known.grades_of_course = classes::grades_of_courses(&sheet),
                "classes" => classes::read(&sheet, &mut known, build)?,
                "roles" => users::read_roles(&sheet, &mut known, build)?,
                "users" => users::read(&sheet, &mut known, build)?,
                "demographics" => users::read_demographics(&sheet, build)?,
                "enrollments" => enrolments::read(&sheet, &known, build)?,
                _ => {}
            }
        }
        if name == "users" {
            users::join_guardians(&mut known, build);
        }
    }
    build.roster.year = classes::year_of_delivery(build);
    Ok(())
}

/// Names every table that is not read: those without a purpose, those nobody knows, those the manifest calls absent.
fn report_unread(tables: &[&SourceFile], manifest: &Manifest, build: &mut Build) {
    for file in tables {
        let name = stem(&file.name);
        let is_read = READ.contains(&name.as_str()) && manifest.mode(&name) != Mode::Absent;
        if name == "manifest" || is_read {
            continue;
        }
        let rows = Sheet::open(file, &build.options.country).map_or(0, |sheet| sheet.rows().count() as u64);
        let why = if UNREAD.contains(&name.as_str()) { DropReason::NotDeclared } else { DropReason::Unknown };
        build.drop_column(&file.name, "*", why, rows);
    }
}

/// Whether a row is about something that goes. In a whole delivery such a row is passed over.
fn is_gone(status: &str) -> bool {
    matches!(status.to_lowercase().as_str(), "tobedeleted" | "inactive")
}

/// Rows of something that went, with their places.
type Gone = fn(&mut Changes) -> &mut Vec<(String, Place)>;

/// Place and key of a row about something that is there. One that goes is noted as the delivery's change.
fn there(row: &Row<'_>, gone: Gone, build: &mut Build) -> Option<(Place, String)> {
    if row.is_shifted(build) {
        return None;
    }
    let (place, key) = (row.place(), row.get("sourcedId"));
    if key.is_empty() {
        without_key(&place, "sourcedId", build);
        return None;
    }
    if is_gone(&row.get("status")) {
        if let Some(changes) = &mut build.roster.changes {
            gone(changes).push((key, place));
        }
        return None;
    }
    Some((place, key))
}

/// A missing key, said of its row.
fn without_key(place: &Place, column: &str, build: &mut Build) {
    build.problem(place, Some(column), Fault::Missing("key"), true);
}
