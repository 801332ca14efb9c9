//! Writing down a guardian of a student (C052): e-mail is never needed.

use axum::extract::Path;
use kernel::Problems;
use people::guardian::{self, Details};
use people::{StudentId, student};
use site::{Cx, Field, Form, FormView, Result};

use super::fields::{Reading, choices, name_fields};
use super::form_page::{Crumb, FormPage, sorted};
use crate::acts;

pub const RELATIONSHIPS: &[&str] = &["mother", "father", "guardian", "other"];

pub async fn new_guardian(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    page(&cx, student.parse()?, &Form::default(), &Problems::default()).await
}

pub async fn add_guardian(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let student: StudentId = student.parse()?;
    match sorted(add(&cx, student, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/students/{student}"), "done-guardian-added")),
        Err(problems) => page(&cx, student, &form, &problems).await,
    }
}

async fn add(cx: &Cx, student: StudentId, form: &Form) -> Result<()> {
    let mut reading = Reading::new(form);
    let details = details(cx, &mut reading)?;
    let relationship = reading.choice("relationship", RELATIONSHIPS).unwrap_or_default();
    reading.problems.check()?;
    cx.write(acts::ADD_GUARDIAN.on(student), move |work, student| {
        guardian::add_to(work, student, details, &relationship).map(|_| ())
    })
    .await
}

async fn page(cx: &Cx, id: StudentId, form: &Form, problems: &Problems) -> Result {
    let name = cx.read(acts::SEE_STUDENT.on(id), student::find).await?.name().full();
    let path = format!("/students/{id}");
    let mut fields = name_fields("guardian");
    fields.push(relationship_field(cx));
    fields.extend(contact_fields());
    let view = FormView::new(cx, &format!("{path}/guardians"), "guardians-add", form, problems, fields);
    FormPage::new(cx, "guardians-add-title", view)
        .under(vec![Crumb::key(cx, "students-title", "/students"), Crumb::new(cx, name.clone(), &path)])
        .about(name)
        .show(cx, problems)
}

pub fn relationship_field(cx: &Cx) -> Field {
    Field::choice("relationship", choices(cx, "edges-relationship", RELATIONSHIPS)).why("edge", "relationship")
}

pub fn contact_fields() -> [Field; 2] {
    [
        Field::kind("phone", "tel").why("guardian", "phone").autocomplete("off"),
        Field::kind("email", "email").why("guardian", "email").autocomplete("off"),
    ]
}

pub fn details(cx: &Cx, reading: &mut Reading) -> Result<Details> {
    Ok(Details {
        name: reading.name(),
        phone: reading.phone("phone", &cx.school()?.country),
        email: reading.email("email"),
    })
}
