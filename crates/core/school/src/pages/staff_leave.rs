//! Somebody stops working here: from that day no group and no desk is theirs (C016, C035). The record stays
//! for its period, and the day can be corrected or lifted.

use axum::extract::Path;
use kernel::{Error, Problems};
use people::{StaffId, staff};
use site::{Cx, Field, Form, FormView, Result};
use store::{Allowed, Work};

use super::fields::Reading;
use super::form_page::{Crumb, FormPage, sorted};
use crate::{acts, teaching};

pub async fn ask_leave(cx: Cx, Path((_, staff)): Path<(String, String)>) -> Result {
    page(&cx, staff.parse()?, None, &Problems::default()).await
}

/// Sets the day of leaving and ends the groups on it. An empty day lifts it; the groups do not come back.
pub async fn leave(cx: Cx, Path((_, staff)): Path<(String, String)>, form: Form) -> Result {
    let staff: StaffId = staff.parse()?;
    match sorted(set_day(&cx, staff, &form).await)? {
        Ok(done) => Ok(cx.done(&format!("/staff/{staff}"), done)),
        Err(problems) => page(&cx, staff, Some(form), &problems).await,
    }
}

async fn set_day(cx: &Cx, staff: StaffId, form: &Form) -> Result<&'static str> {
    let mut reading = Reading::new(form);
    let day = reading.day("left_on");
    reading.problems.check()?;
    if day.is_some() && cx.person()?.staff == Some(staff.0) {
        return Err(Error::invalid("left_on", "staff-leave-oneself").into());
    }
    cx.write(acts::LEAVE_STAFF.on(staff), move |work: &Work, staff: Allowed<StaffId>| {
        let before = staff::find(work, staff)?;
        if day.is_none() && before.left_on.is_none() {
            return Err(Error::invalid("left_on", "date-wrong"));
        }
        staff::leave(work, staff, day)?;
        let Some(day) = day else { return Ok("done-staff-back") };
        teaching::leave(work, staff.id(), day)?;
        Ok("done-staff-left")
    })
    .await
}

async fn page(cx: &Cx, id: StaffId, typed: Option<Form>, problems: &Problems) -> Result {
    let staff = cx.read(acts::SEE_STAFF.on(id), staff::find).await?;
    let name = staff.name().full();
    let path = format!("/staff/{id}");
    let day = staff.left_on.unwrap_or_else(|| cx.now().date());
    let form = typed.unwrap_or_else(|| Form::default().set("left_on", day.to_string()));
    let field = Field::kind("left_on", "date").why("staff", "left_on");
    let field = if staff.left_on.is_some() { field.hint() } else { field };
    let view = FormView::new(cx, &format!("{path}/leave"), "staff-leave", &form, problems, vec![field]).danger();
    FormPage::new(cx, "staff-leave-title", view)
        .under(vec![Crumb::key(cx, "staff-title", "/staff"), Crumb::new(cx, name.clone(), &path)])
        .about(name.clone())
        .saying(cx.say.one("staff-leave-text", "name", &name))
        .show(cx, problems)
}
