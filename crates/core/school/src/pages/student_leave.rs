//! A student leaves. The record stays for its period, and the day can be corrected or lifted (C047, C144).

use axum::extract::Path;
use kernel::{Error, Problems};
use people::{StudentId, student};
use site::{Cx, Field, Form, FormView, Result};
use store::{Allowed, Work};

use super::fields::Reading;
use super::form_page::{Crumb, FormPage, sorted};
use crate::{acts, enrolment};

pub async fn ask_leave(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    page(&cx, student.parse()?, None, &Problems::default()).await
}

/// Sets the day of leaving and ends the groups on it. An empty day lifts it.
pub async fn leave(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let student: StudentId = student.parse()?;
    match sorted(set_day(&cx, student, &form).await)? {
        Ok(done) => Ok(cx.done(&format!("/students/{student}"), done)),
        Err(problems) => page(&cx, student, Some(form), &problems).await,
    }
}

async fn set_day(cx: &Cx, student: StudentId, form: &Form) -> Result<&'static str> {
    let mut reading = Reading::new(form);
    let day = reading.day("left_on");
    reading.problems.check()?;
    cx.write(acts::LEAVE_STUDENT.on(student), move |work: &Work, student: Allowed<StudentId>| {
        let before = student::find(work, student)?;
        match day {
            Some(day) if day < before.enrolled_on => Err(Error::invalid("left_on", "date-before-enrolment")),
            Some(day) => {
                student::leave_row(work, before, Some(day))?;
                enrolment::leave(work, student.id(), day)?;
                Ok("done-student-left")
            }
            None if before.left_on.is_some() => {
                student::leave_row(work, before, None)?;
                Ok("done-student-back")
            }
            None => Err(Error::invalid("left_on", "date-wrong")),
        }
    })
    .await
}

async fn page(cx: &Cx, id: StudentId, typed: Option<Form>, problems: &Problems) -> Result {
    let student = cx.read(acts::SEE_STUDENT.on(id), student::find).await?;
    let name = student.name().full();
    let path = format!("/students/{id}");
    let day = student.left_on.unwrap_or_else(|| cx.now().date());
    let form = typed.unwrap_or_else(|| Form::default().set("left_on", day.to_string()));
    let field = Field::kind("left_on", "date").why("student", "left_on");
    let field = if student.left_on.is_some() { field.hint() } else { field };
    let view = FormView::new(cx, &format!("{path}/leave"), "students-leave", &form, problems, vec![field]).danger();
    FormPage::new(cx, "students-leave-title", view)
        .under(vec![Crumb::key(cx, "students-title", "/students"), Crumb::new(cx, name.clone(), &path)])
        .about(name.clone())
        .saying(cx.say.one("students-leave-text", "name", &name))
        .show(cx, problems)
}
