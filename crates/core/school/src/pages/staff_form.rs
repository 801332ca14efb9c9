//! Writing down somebody who works here, and correcting it (C035): official contact only.

use axum::extract::Path;
use kernel::Problems;
use people::StaffId;
use people::staff::{self, Details};
use site::{Cx, Field, Form, FormView, Result};

use super::fields::{Reading, name_fields, with_name};
use super::form_page::{Crumb, FormPage, sorted};
use crate::acts;

pub async fn new_staff(cx: Cx) -> Result {
    new_page(&cx, &Form::default(), &Problems::default()).await
}

pub async fn create_staff(cx: Cx, form: Form) -> Result {
    match sorted(create(&cx, &form).await)? {
        Ok(id) => Ok(cx.done(&format!("/staff/{id}"), "done-staff-created")),
        Err(problems) => new_page(&cx, &form, &problems).await,
    }
}

async fn create(cx: &Cx, form: &Form) -> Result<StaffId> {
    let details = details(cx, form)?;
    cx.write(acts::CREATE_STAFF.on(()), move |work, school| staff::create(work, school, details)).await
}

async fn new_page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    cx.read(acts::SEE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let view = FormView::new(cx, "/staff/new", "staff-create", form, problems, detail_fields());
    FormPage::new(cx, "staff-new-title", view).under(vec![Crumb::key(cx, "staff-title", "/staff")]).show(cx, problems)
}

pub async fn edit_staff(cx: Cx, Path((_, staff)): Path<(String, String)>) -> Result {
    edit_page(&cx, staff.parse()?, None, &Problems::default()).await
}

pub async fn change_staff(cx: Cx, Path((_, staff)): Path<(String, String)>, form: Form) -> Result {
    let staff: StaffId = staff.parse()?;
    match sorted(change(&cx, staff, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/staff/{staff}"), "done-staff-changed")),
        Err(problems) => edit_page(&cx, staff, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, staff: StaffId, form: &Form) -> Result<()> {
    let details = details(cx, form)?;
    cx.write(acts::CHANGE_STAFF.on(staff), move |work, staff| staff::change(work, staff, details)).await
}

async fn edit_page(cx: &Cx, id: StaffId, typed: Option<Form>, problems: &Problems) -> Result {
    let staff = cx.read(acts::SEE_STAFF.on(id), staff::find).await?;
    let name = staff.name();
    let form = typed.unwrap_or_else(|| {
        with_name(Form::default(), &name)
            .set("title", staff.title.unwrap_or_default())
            .set("employee_id", staff.employee_id.unwrap_or_default())
            .set("email", staff.email.unwrap_or_default())
            .set("phone", staff.phone.unwrap_or_default())
    });
    let path = format!("/staff/{id}");
    let view = FormView::new(cx, &format!("{path}/edit"), "form-save", &form, problems, detail_fields());
    FormPage::new(cx, "staff-edit-title", view)
        .under(vec![Crumb::key(cx, "staff-title", "/staff"), Crumb::new(cx, name.full(), &path)])
        .about(name.full())
        .show(cx, problems)
}

fn detail_fields() -> Vec<Field> {
    let mut fields = name_fields("staff");
    fields.extend([
        Field::text("title").why("staff", "title"),
        Field::text("employee_id").why("staff", "employee_id"),
        Field::kind("email", "email").why("staff", "email").autocomplete("off"),
        Field::kind("phone", "tel").why("staff", "phone").autocomplete("off"),
    ]);
    fields
}

fn details(cx: &Cx, form: &Form) -> Result<Details> {
    let mut reading = Reading::new(form);
    let details = Details {
        name: reading.name(),
        title: reading.text("title"),
        employee_id: reading.text("employee_id"),
        email: reading.email("email"),
        phone: reading.phone("phone", &cx.school()?.country),
    };
    reading.problems.check()?;
    Ok(details)
}
