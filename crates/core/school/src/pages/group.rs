//! One group's class list: who is in it, with roll numbers, and who teaches it. Of a group that is over it
//! shows who was in it to the end, and nothing on it can be changed (C047).

use askama::Template;
use axum::extract::Path;
use kernel::text::ascii_digits;
use kernel::{Error, Problems};
use people::StaffId;
use people::StudentId;
use people::student::Known;
use sea_orm::prelude::Uuid;
use site::form::{WhyView, why_of};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::{Allowed, Read, Work};

use super::fields::{Reading, RowError};
use super::form_page::{Crumb, FormPage, sorted};
use crate::days::Standing;
use crate::enrolment::{self, LAST_ROLL_NUMBER, Listed};
use crate::{GroupId, acts, group, teaching};

#[derive(Template)]
#[template(path = "group.html")]
struct GroupView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    id: GroupId,
    name: String,
    facts: Vec<(String, String)>,
    count: String,
    over: Option<String>,
    errors: Vec<RowError>,
    why: Option<WhyView>,
    lines: Vec<Line>,
    left: Vec<Line>,
    teachers: Vec<(StaffId, String)>,
}

/// A line of the class list.
struct Line {
    enrolment: Uuid,
    student: StudentId,
    name: String,
    admission: String,
    roll: String,
    standing: Option<String>,
    error: Option<String>,
}

struct Found {
    group: group::Model,
    listed: Vec<Listed<Known>>,
    teachers: Vec<(StaffId, String)>,
}

fn find(read: &Read, allowed: Allowed<GroupId>) -> kernel::Result<Found> {
    let group = group::find(read, allowed)?;
    let teachers = teaching::staff_of_groups(read, std::slice::from_ref(&group))?;
    Ok(Found {
        listed: enrolment::list_of(read, &group, read.visible(&acts::SEE_STUDENT)?, |known: &Known| known.named.id)?,
        teachers: teachers.into_iter().map(|(_, staff)| (staff.id, staff.name().full())).collect(),
        group,
    })
}

pub async fn see_group(cx: Cx, Path((_, group)): Path<(String, String)>) -> Result {
    page(&cx, group.parse()?, &Form::default(), Vec::new()).await
}

/// Roll numbers of the whole list at once. What is wrong names its row, and all of it stays as typed.
pub async fn number_group(cx: Cx, Path((_, group)): Path<(String, String)>, form: Form) -> Result {
    let id: GroupId = group.parse()?;
    let listed = cx.read(acts::SEE_GROUP.on(id), find).await?.listed;
    let numbers = match read_numbers(&cx, &form, &listed) {
        Ok(numbers) => numbers,
        Err(errors) => return page(&cx, id, &form, errors).await,
    };
    cx.write(acts::NUMBER_GROUP.on(id), move |work, group| enrolment::number(work, group, &numbers)).await?;
    Ok(cx.done(&format!("/groups/{id}"), "done-group-numbered"))
}

pub async fn number_by_name(cx: Cx, Path((_, group)): Path<(String, String)>) -> Result {
    let id: GroupId = group.parse()?;
    cx.write(acts::NUMBER_GROUP.on(id), enrolment::number_by_name).await?;
    Ok(cx.done(&format!("/groups/{id}"), "done-group-numbered"))
}

fn field(id: Uuid) -> String {
    format!("roll/{id}")
}

/// The numbers that were sent; a row that was not sent keeps its own.
fn read_numbers(
    cx: &Cx,
    form: &Form,
    listed: &[Listed<Known>],
) -> std::result::Result<Vec<(Uuid, Option<i64>)>, Vec<RowError>> {
    let mut errors = Vec::new();
    let mut numbers: Vec<(Uuid, Option<i64>)> = Vec::new();
    let mut seen: Vec<(i64, String)> = Vec::new();
    for line in listed.iter().filter(|line| line.standing != Standing::Left) {
        let (id, name) = (line.enrolment.id, line.student.named.name().full());
        let mut wrong = |text| errors.push(RowError { anchor: field(id), text });
        let typed = form.has(&field(id)).then(|| ascii_digits(form.get(&field(id)).trim()));
        let number = match typed.as_deref() {
            None => line.enrolment.roll_number,
            Some("") => None,
            Some(text) => {
                let number = text.parse::<i64>().ok().filter(|n| (1..=LAST_ROLL_NUMBER).contains(n));
                if number.is_none() {
                    wrong(cx.say.one("roll-number-wrong", "name", &name));
                    continue;
                }
                number
            }
        };
        if let Some(number) = number {
            if let Some((_, other)) = seen.iter().find(|(n, _)| *n == number) {
                let words = [("name", name.as_str()), ("other", other.as_str()), ("number", &number.to_string())];
                wrong(cx.say.with("roll-number-twice", &words));
            }
            seen.push((number, name));
        }
        if typed.is_some() {
            numbers.push((id, number));
        }
    }
    if errors.is_empty() { Ok(numbers) } else { Err(errors) }
}

async fn page(cx: &Cx, id: GroupId, form: &Form, errors: Vec<RowError>) -> Result {
    let Found { group, listed, teachers } = cx.read(acts::SEE_GROUP.on(id), find).await?;
    let today = cx.now().date();
    let (left, here): (Vec<&Listed<Known>>, Vec<&Listed<Known>>) =
        listed.iter().partition(|line| line.standing == Standing::Left);
    let line = |listed: &&Listed<Known>| line(cx, &group, listed, form, &errors);
    let (lines, left) = (here.iter().map(line).collect(), left.iter().map(line).collect());
    let view = GroupView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: group.name.clone(),
        facts: facts(cx, &group),
        count: cx.say.count("students-count", here.len()),
        over: group
            .ended_on
            .filter(|_| group.is_over(today))
            .map(|day| cx.say.one("groups-over-since", "date", &cx.say.date(day))),
        lines,
        left,
        teachers,
        errors,
        why: why_of(cx, "enrolment", "roll_number"),
    };
    if view.errors.is_empty() { cx.page_named(group.name, &view) } else { cx.page_again("groups-one-title", &view) }
}

fn facts(cx: &Cx, group: &group::Model) -> Vec<(String, String)> {
    let day = |day: chrono::NaiveDate| cx.say.date(day);
    let all = [
        ("field-level", Some(group.level.clone()).filter(|level| !level.is_empty())),
        ("groups-year", Some(group.year.clone()).filter(|year| !year.is_empty())),
        ("groups-starts-on", group.starts_on.map(day)),
        ("groups-ended-on", group.ended_on.map(day)),
    ];
    all.into_iter().filter_map(|(key, value)| Some((cx.say.say(key), value?))).collect()
}

fn line(cx: &Cx, group: &group::Model, listed: &Listed<Known>, form: &Form, errors: &[RowError]) -> Line {
    let name = field(listed.enrolment.id);
    let stored = listed.enrolment.roll_number.map(|n| n.to_string()).unwrap_or_default();
    Line {
        enrolment: listed.enrolment.id,
        student: listed.student.named.id,
        name: listed.student.named.name().full(),
        admission: listed.student.number.clone().unwrap_or_default(),
        roll: if form.has(&name) { form.get(&name).to_owned() } else { stored },
        standing: standing(cx, group, listed),
        error: errors.iter().find(|error| error.anchor == name).map(|error| error.text.clone()),
    }
}

/// Enrolled, not yet started, or left: in a word, with its day.
fn standing(cx: &Cx, group: &group::Model, listed: &Listed<Known>) -> Option<String> {
    let on = |key: &str, day: chrono::NaiveDate| Some(cx.say.one(key, "date", &cx.say.date(day)));
    match listed.standing {
        Standing::In if group.is_over(cx.now().date()) => None,
        Standing::In => Some(cx.say.say("enrolment-in")),
        Standing::NotYet => on("enrolment-not-yet", listed.enrolment.from),
        Standing::Left => listed.enrolment.until.and_then(|day| on("enrolment-left", day)),
    }
}

pub async fn ask_end(cx: Cx, Path((_, group)): Path<(String, String)>) -> Result {
    end_page(&cx, group.parse()?, None, &Problems::default()).await
}

/// Ends the group on a day, with who is in it and who teaches it. Its list can only be read from then on.
pub async fn end_group(cx: Cx, Path((_, group)): Path<(String, String)>, form: Form) -> Result {
    let id: GroupId = group.parse()?;
    match sorted(end(&cx, id, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/groups/{id}"), "done-group-over")),
        Err(problems) => end_page(&cx, id, Some(form), &problems).await,
    }
}

async fn end(cx: &Cx, id: GroupId, form: &Form) -> Result<()> {
    let mut reading = Reading::new(form);
    let day = reading.coming_day("ended_on", cx.now().date());
    reading.problems.check()?;
    cx.write(acts::END_GROUP.on(id), move |work: &Work, group: Allowed<GroupId>| {
        let group = group::writable(work, group.id())?;
        if group.starts_on.is_some_and(|start| start > day) {
            return Err(Error::invalid("ended_on", "date-before-start"));
        }
        group::close(work, &[group.id], day)
    })
    .await
}

async fn end_page(cx: &Cx, id: GroupId, typed: Option<Form>, problems: &Problems) -> Result {
    let group = cx.read(acts::SEE_GROUP.on(id), group::find).await?;
    let day = group.ended_on.unwrap_or_else(|| cx.now().date());
    let form = typed.unwrap_or_else(|| Form::default().set("ended_on", day.to_string()));
    let path = format!("/groups/{id}");
    let fields = vec![Field::kind("ended_on", "date").required()];
    let view = FormView::new(cx, &format!("{path}/end"), "groups-end", &form, problems, fields).danger();
    FormPage::new(cx, "groups-end-title", view)
        .under(vec![Crumb::key(cx, "groups-title", "/groups"), Crumb::new(cx, group.name.clone(), &path)])
        .about(group.name.clone())
        .saying(cx.say.one("groups-end-text", "name", &group.name))
        .show(cx, problems)
}
