//! School years, courses and classes. A class is a group; its year is the school year that its terms lie in.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};

use super::sheet::{Row, Sheet};
use super::{Known, is_gone, there};
use crate::read::build::Build;
use crate::read::dates::{self, Order};
use crate::rows::{Fault, GroupRow, Refusal};

/// A term, a semester, a school year.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    title: String,
    kind: String,
    starts: Option<NaiveDate>,
    ends: Option<NaiveDate>,
    parent: String,
    /// The year in which the school year ends, `2027`.
    school_year: String,
}

pub(super) fn sessions(sheet: &Sheet, build: &mut Build) -> HashMap<String, Session> {
    let mut sessions = HashMap::new();
    for row in sheet.rows().filter(|row| !is_gone(&row.get("status"))) {
        let mut date = |heading: &str| date(&row, heading, build);
        let session = Session {
            starts: date("startDate"),
            ends: date("endDate"),
            title: row.get("title"),
            kind: row.get("type").to_lowercase(),
            parent: row.get("parentSourcedId"),
            school_year: row.get("schoolYear"),
        };
        sessions.insert(row.get("sourcedId"), session);
    }
    sessions
}

/// A date, with a fault for what is none.
pub(super) fn date(row: &Row<'_>, heading: &str, build: &mut Build) -> Option<NaiveDate> {
    let cell = row.get(heading);
    if cell.is_empty() {
        return None;
    }
    let date = dates::parse(&cell, Order::DayFirst, build.options.today);
    if date.is_none() {
        build.problem(&row.place(), Some(heading), Fault::NotADate(cell), false);
    }
    date
}

/// The grades of each course, for classes that do not say theirs.
pub(super) fn grades_of_courses(sheet: &Sheet) -> HashMap<String, String> {
    sheet.rows().map(|row| (row.get("sourcedId"), grades(&row))).filter(|(_, grades)| !grades.is_empty()).collect()
}

/// Grades as 1.1 and 1.2 list them, or the one that others write.
fn grades(row: &Row<'_>) -> String {
    let listed = row.list("grades").join(", ");
    if listed.is_empty() { row.get("grade") } else { listed }
}

/// When a class runs, as far as its terms tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Now,
    Over,
    /// From this day on.
    Ahead(NaiveDate),
}

/// Reads the classes that run. Between two years, when none does, the last ones count as running.
pub(super) fn read(sheet: &Sheet, known: &mut Known, build: &mut Build) -> Result<(), Refusal> {
    sheet.needs(&["sourcedId", "title"])?;
    let when = |row: &Row<'_>| when(&row.list("termSourcedIds"), &known.sessions, build.options.today);
    let any_runs = sheet.rows().any(|row| when(&row) == When::Now);
    let mut passed_over = Vec::new();
    for row in sheet.rows() {
        let Some((place, key)) = there(&row, |changes| &mut changes.gone_groups, build) else { continue };
        match self::when(&row.list("termSourcedIds"), &known.sessions, build.options.today) {
            When::Ahead(day) if any_runs => {
                build.problem(&place, Some("termSourcedIds"), Fault::NotYet(day.to_string()), true);
                passed_over.push(key);
                continue;
            }
            When::Over if any_runs => {
                passed_over.push(key);
                continue;
            }
            When::Now | When::Over | When::Ahead(_) => {}
        }
        let own = grades(&row);
        let level = if own.is_empty() {
            known.grades_of_course.get(&row.get("courseSourcedId")).cloned().unwrap_or_default()
        } else {
            own
        };
        let title = row.get("title");
        let name = if title.is_empty() { row.get("classCode") } else { title };
        let year = row.list("termSourcedIds").iter().find_map(|term| year_of(term, &known.sessions));
        build.add_group(GroupRow { key, name, level, year, place });
    }
    known.passed_over.extend(passed_over);
    Ok(())
}

fn when(terms: &[String], sessions: &HashMap<String, Session>, today: NaiveDate) -> When {
    let terms: Vec<&Session> = terms.iter().filter_map(|term| sessions.get(term)).collect();
    let runs = |session: &&&Session| {
        session.starts.is_none_or(|day| day <= today) && session.ends.is_none_or(|day| day >= today)
    };
    if terms.is_empty() || terms.iter().any(|session| runs(&session)) {
        return When::Now;
    }
    let ahead = terms.iter().filter_map(|session| session.starts).filter(|day| *day > today).min();
    ahead.map_or(When::Over, When::Ahead)
}

/// The school year a session lies in: its own title where that is one, else what its dates or its year say.
fn year_of(session: &str, sessions: &HashMap<String, Session>) -> Option<String> {
    let mut session = sessions.get(session)?;
    // A file may make a term its own parent.
    for _ in 0..8 {
        match sessions.get(&session.parent).filter(|_| session.kind != "schoolyear") {
            Some(parent) => session = parent,
            None => break,
        }
    }
    if session.kind == "schoolyear" && is_year(&session.title) {
        return Some(session.title.replace('/', "-"));
    }
    if let Ok(end) = session.school_year.parse::<i32>() {
        return Some(format!("{}-{end}", end.saturating_sub(1)));
    }
    match (session.starts, session.ends) {
        (Some(start), Some(end)) if session.kind == "schoolyear" && start.year() < end.year() => {
            Some(format!("{}-{}", start.year(), end.year()))
        }
        _ => None,
    }
}

/// `2026-2027`, `2026/2027`.
fn is_year(title: &str) -> bool {
    let digits = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    title.split_once(['-', '/']).is_some_and(|(start, end)| digits(start) && digits(end))
}

/// The year of most groups; the others carry their own.
pub(super) fn year_of_delivery(build: &Build) -> Option<String> {
    let mut years: HashMap<&str, usize> = HashMap::new();
    for year in build.roster.groups.iter().filter_map(|group| group.year.as_deref()) {
        *years.entry(year).or_default() += 1;
    }
    years.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year.to_owned())
}
