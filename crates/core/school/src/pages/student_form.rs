//! Writing down a new student, and correcting one. Gender and nationality are asked only where the
//! edition keeps them (C040).

use axum::extract::Path;
use chrono::NaiveDate;
use kernel::Problems;
use people::StudentId;
use people::student::{self, Details};
use site::{Cx, Field, Form, FormView, Result};

use super::fields::{Reading, choices, group_options, name_fields, with_name};
use super::form_page::{Crumb, FormPage, sorted};
use crate::{GroupId, acts, enrolment, group};

const GENDERS: &[&str] = &["female", "male", "other"];

pub async fn new_student(cx: Cx) -> Result {
    let form = Form::default().set("enrolled_on", cx.now().date().to_string());
    new_page(&cx, &form, &Problems::default()).await
}

/// Writes the student down, and into a group if one was chosen.
pub async fn create_student(cx: Cx, form: Form) -> Result {
    match sorted(create(&cx, &form).await)? {
        Ok(id) => Ok(cx.done(&format!("/students/{id}"), "done-student-created")),
        Err(problems) => new_page(&cx, &form, &problems).await,
    }
}

async fn create(cx: &Cx, form: &Form) -> Result<StudentId> {
    let mut reading = Reading::new(form);
    let details = details(cx, &mut reading)?;
    let today = cx.now().date();
    let from = reading.past_day("enrolled_on", today).unwrap_or(today);
    let chosen: Option<GroupId> = reading.chosen("group");
    reading.problems.check()?;
    if let Some(group) = chosen {
        cx.read(acts::SEE_GROUP.on(group), |read, group| group::writable(read, group.id())).await?;
    }
    let basis = cx.edition()?.roster.basis_of_children.clone();
    let create = move |work: &store::Work, school| student::create(work, school, details, None, from, &basis);
    let id = cx.write(acts::CREATE_STUDENT.on(()), create).await?;
    if let Some(group) = chosen {
        cx.write(acts::MOVE_STUDENT.on((id, group)), |work, (student, group)| enrolment::enrol(work, student, group))
            .await?;
    }
    Ok(id)
}

async fn new_page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    let groups = cx.list(&acts::SEE_GROUP, group::list).await?;
    let mut options = vec![(String::new(), cx.say.say("students-no-group"))];
    options.extend(group_options(cx, groups));
    let mut fields = detail_fields(cx)?;
    fields.push(Field::kind("enrolled_on", "date").why("student", "enrolled_on"));
    fields.push(Field::choice("group", options).why("enrolment", "group_id"));
    let view = FormView::new(cx, "/students/new", "students-create", form, problems, fields);
    FormPage::new(cx, "students-new-title", view)
        .under(vec![Crumb::key(cx, "students-title", "/students")])
        .show(cx, problems)
}

pub async fn edit_student(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    let student: StudentId = student.parse()?;
    edit_page(&cx, student, None, &Problems::default()).await
}

/// Replaces the details; the history keeps what they were.
pub async fn change_student(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let student: StudentId = student.parse()?;
    match sorted(change(&cx, student, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/students/{student}"), "done-student-changed")),
        Err(problems) => edit_page(&cx, student, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, student: StudentId, form: &Form) -> Result<()> {
    let mut reading = Reading::new(form);
    let new = details(cx, &mut reading)?;
    reading.problems.check()?;
    let roster = &cx.edition()?.roster;
    let (gender, nationality) = (roster.keep_gender, roster.keep_nationality);
    cx.write(acts::CHANGE_STUDENT.on(student), move |work, student| {
        let mut new = new;
        let before = student::find(work, student)?;
        // What the form does not ask it cannot empty.
        if !gender {
            new.gender = before.gender;
        }
        if !nationality {
            new.nationality = before.nationality;
        }
        student::change(work, student, new)
    })
    .await
}

async fn edit_page(cx: &Cx, id: StudentId, typed: Option<Form>, problems: &Problems) -> Result {
    let before = cx.read(acts::SEE_STUDENT.on(id), student::find).await?;
    let name = before.name();
    let form = typed.unwrap_or_else(|| filled(&before));
    let path = format!("/students/{id}");
    let view = FormView::new(cx, &format!("{path}/edit"), "form-save", &form, problems, detail_fields(cx)?);
    FormPage::new(cx, "students-edit-title", view)
        .under(vec![Crumb::key(cx, "students-title", "/students"), Crumb::new(cx, name.full(), &path)])
        .about(name.full())
        .show(cx, problems)
}

fn filled(student: &student::Model) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    with_name(Form::default(), &student.name())
        .set("number", text(&student.number))
        .set("born", student.born.as_ref().map(NaiveDate::to_string).unwrap_or_default())
        .set("gender", text(&student.gender))
        .set("nationality", text(&student.nationality))
        .set("postcode", text(&student.postcode))
        .set("email", text(&student.email))
}

fn detail_fields(cx: &Cx) -> Result<Vec<Field>> {
    let roster = &cx.edition()?.roster;
    let mut fields = name_fields("student");
    fields.push(Field::text("number").why("student", "number").hint());
    fields.push(Field::kind("born", "date").why("student", "born"));
    if roster.keep_gender {
        fields.push(Field::choice("gender", choices(cx, "students-gender", GENDERS)).why("student", "gender"));
    }
    if roster.keep_nationality {
        fields.push(Field::text("nationality").why("student", "nationality"));
    }
    fields.push(Field::text("postcode").why("student", "postcode"));
    fields.push(Field::kind("email", "email").why("student", "email"));
    Ok(fields)
}

/// Reads the details. What the edition does not keep is a problem, not silently dropped.
fn details(cx: &Cx, reading: &mut Reading) -> Result<Details> {
    let roster = &cx.edition()?.roster;
    let details = Details {
        name: reading.name(),
        number: reading.text("number"),
        born: reading.past_day("born", cx.now().date()),
        gender: reading.choice("gender", GENDERS),
        nationality: reading.text("nationality"),
        postcode: reading.postcode("postcode", &cx.school()?.country),
        email: reading.email("email"),
    };
    if details.gender.is_some() && !roster.keep_gender {
        reading.problems.add("gender", "students-not-kept");
    }
    if details.nationality.is_some() && !roster.keep_nationality {
        reading.problems.add("nationality", "students-not-kept");
    }
    Ok(details)
}
