//! Everything the office keeps about one student, and what it can do with it.

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use kernel::PostalAddress;
use people::demographics::{self, Record};
use people::edge::{self, Linked};
use people::{HouseholdId, StudentId, address, history, household, student};
use registry::GenderUse;
use registry::Kept;
use site::{Cx, Result, Say};
use store::{Allowed, Read};

use super::edge_lines::EdgeLine;
use super::history::{Change, changes};
use crate::{GroupId, acts, group};

#[derive(Template)]
#[template(path = "student.html")]
struct StudentView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    id: StudentId,
    name: String,
    left: Option<String>,
    facts: Vec<(String, String)>,
    groups: Vec<(GroupId, String)>,
    edges: Vec<EdgeLine>,
    household: Option<(HouseholdId, String)>,
    /// Of the household.
    address: Vec<String>,
    siblings: Vec<(StudentId, String)>,
    changes: Vec<Change>,
}

struct Found {
    student: student::Model,
    groups: Vec<group::Model>,
    guardians: Vec<Linked>,
    household: Option<household::Model>,
    members: Vec<student::Model>,
    address: Option<PostalAddress>,
    history: Vec<history::Model>,
    record: Record,
}

pub async fn see_student(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    let id: StudentId = student.parse()?;
    let gender = cx.edition()?.roster.gender;
    let found = cx.read(acts::SEE_STUDENT.on(id), move |read, allowed| find(read, allowed, gender)).await?;
    let name = found.student.name().full();
    let left = found.student.left_on.filter(|day| *day <= cx.now().date());
    let home = &cx.school()?.country;
    let view = StudentView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: name.clone(),
        left: left.map(|day| cx.say.one("students-left-on", "date", &cx.say.date(day))),
        facts: facts(&cx, &found.student, &found.record)?,
        address: found.address.as_ref().map(|address| address.lines(home)).unwrap_or_default(),
        groups: found.groups.into_iter().map(|group| (group.id, group.name)).collect(),
        edges: found.guardians.iter().map(|link| EdgeLine::to_guardian(&cx, link)).collect(),
        household: found.household.map(|household| (household.id, household.name)),
        siblings: found
            .members
            .iter()
            .filter(|other| other.id != id)
            .map(|other| (other.id, other.name().full()))
            .collect(),
        changes: changes(&cx, found.history).await?,
    };
    cx.page_named(name, &view)
}

fn find(read: &Read, allowed: Allowed<StudentId>, gender: GenderUse) -> kernel::Result<Found> {
    let student = student::find(read, allowed)?;
    let household = student.household_id;
    Ok(Found {
        groups: group::of_student(read, student.id)?,
        guardians: edge::guardians_of(read, allowed)?,
        household: household.map(|id| household::of_student(read, id)).transpose()?.flatten(),
        members: household.map(|id| household::members(read, id)).transpose()?.unwrap_or_default(),
        address: household.map(|id| address::household::find(read, id)).transpose()?.flatten(),
        history: history::list(read, student.id.0)?,
        record: demographics::shown(read, allowed, gender)?,
        student,
    })
}

/// What is known, each with its label; what is not stays out.
fn facts(cx: &Cx, student: &student::Model, record: &Record) -> Result<Vec<(String, String)>> {
    let today = cx.now().date();
    let born = student.born.map(|day| {
        let age = cx.say.count("students-age", kernel::clock::age(day, today));
        cx.say.with("students-born", &[("date", &cx.say.date(day)), ("age", &age)])
    });
    let all = [
        ("field-number", student.number.clone()),
        ("field-born", born),
        ("field-gender", record.gender.as_ref().map(|word| cx.say.say(&format!("students-gender-{word}")))),
        ("field-nationality", record.nationality.clone()),
        ("field-postcode", student.postcode.clone()),
        ("field-email", student.email.clone()),
        ("field-enrolled-on", Some(cx.say.date(student.enrolled_on))),
        ("field-left-on", student.left_on.map(|day| cx.say.date(day))),
        ("field-kept-until", kept_until(cx, student)?.map(|day| cx.say.date(day))),
        ("students-basis", Some(cx.say.say(&format!("basis-{}", student.basis.replace('_', "-"))))),
    ];
    Ok(all.into_iter().filter_map(|(key, value)| Some((cx.say.say(key), value?))).collect())
}

/// The day on which the record's period is over: it begins on the day of leaving, and its length is the one
/// that the school publishes (C047, C144, C153).
fn kept_until(cx: &Cx, student: &student::Model) -> Result<Option<NaiveDate>> {
    let period = cx.edition()?.period(Kept::StudentRecord);
    Ok(student.left_on.zip(period).map(|(day, period)| period.after(day)))
}
