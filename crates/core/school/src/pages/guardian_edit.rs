//! Correcting a guardian's name and contact.

use axum::extract::Path;
use kernel::Problems;
use people::{GuardianId, guardian};
use site::{Cx, Form, FormView, Result};

use super::fields::{Reading, name_fields, with_name};
use super::form_page::{Crumb, FormPage, sorted};
use super::guardian_add::{contact_fields, details};
use crate::acts;

pub async fn edit_guardian(cx: Cx, Path((_, guardian)): Path<(String, String)>) -> Result {
    page(&cx, guardian.parse()?, None, &Problems::default()).await
}

pub async fn change_guardian(cx: Cx, Path((_, guardian)): Path<(String, String)>, form: Form) -> Result {
    let guardian: GuardianId = guardian.parse()?;
    match sorted(change(&cx, guardian, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/guardians/{guardian}"), "done-guardian-changed")),
        Err(problems) => page(&cx, guardian, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, guardian: GuardianId, form: &Form) -> Result<()> {
    let mut reading = Reading::new(form);
    let details = details(cx, &mut reading)?;
    reading.problems.check()?;
    cx.write(acts::CHANGE_GUARDIAN.on(guardian), move |work, guardian| guardian::change(work, guardian, details)).await
}

async fn page(cx: &Cx, id: GuardianId, typed: Option<Form>, problems: &Problems) -> Result {
    let guardian = cx.read(acts::SEE_GUARDIAN.on(id), guardian::find).await?;
    let name = guardian.name();
    let form = typed.unwrap_or_else(|| {
        with_name(Form::default(), &name)
            .set("phone", guardian.phone.unwrap_or_default())
            .set("email", guardian.email.unwrap_or_default())
    });
    let path = format!("/guardians/{id}");
    let mut fields = name_fields("guardian");
    fields.extend(contact_fields());
    let view = FormView::new(cx, &format!("{path}/edit"), "form-save", &form, problems, fields);
    FormPage::new(cx, "guardians-edit-title", view)
        .under(vec![Crumb::key(cx, "guardians-title", "/guardians"), Crumb::new(cx, name.full(), &path)])
        .about(name.full())
        .show(cx, problems)
}
