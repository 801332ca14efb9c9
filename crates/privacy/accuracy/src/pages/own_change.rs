//! What is one's own to change: live at once, with its history (C128). Which fields these are the edition says;
//! an e-mail address is changed at one's account, by a link to the new one (C011).

use kernel::{PostalAddress, Problems};
use people::correction::{self, Subject};
use people::{GuardianId, StaffId, StudentId, address, household, student};
use registry::OwnField;
use school::address_form;
use school::pages::fields::Reading;
use school::pages::form_page::{Crumb, FormPage, sorted};
use site::{Cx, Field, Form, FormView, Result};
use store::{Allowed, Read, Work};
use uuid::Uuid;

use super::sections::own;
use crate::acts;

/// What the form starts from.
#[derive(Default)]
struct Before {
    phone: String,
    address: Option<PostalAddress>,
}

/// What was typed, of what is one's own.
#[derive(Clone, Default)]
struct Typed {
    phone: Option<String>,
    /// An address was sent, be it empty: then it is taken away.
    has_address: bool,
    address: Option<PostalAddress>,
}

/// Which form it is: its path and the tables that say why.
struct Which {
    path: &'static str,
    record: &'static str,
    addresses: &'static str,
    own: Vec<OwnField>,
}

fn guardian_form(cx: &Cx) -> Result<Which> {
    let own = cx.edition()?.own.guardian.clone();
    Ok(Which { path: "/own/guardian", record: "guardian", addresses: "guardian_address", own })
}

fn staff_form(cx: &Cx) -> Result<Which> {
    let own = cx.edition()?.own.staff.clone();
    Ok(Which { path: "/own/staff", record: "staff", addresses: "staff_address", own })
}

fn student_form(cx: &Cx) -> Result<Which> {
    // No student's record has a phone number.
    let mut own = cx.edition()?.own.student.clone();
    own.retain(|field| *field != OwnField::Phone);
    Ok(Which { path: "/own/student", record: "student", addresses: "household_address", own })
}

fn page(cx: &Cx, which: &Which, before: &Before, typed: Option<Form>, problems: &Problems) -> Result {
    let home = &cx.school()?.country;
    let form = typed.unwrap_or_else(|| {
        address_form::filled(Form::default().set("phone", &before.phone), before.address.as_ref(), home)
    });
    let mut fields = Vec::new();
    if which.own.contains(&OwnField::Phone) {
        fields.push(Field::kind("phone", "tel").autocomplete("tel").why(which.record, "phone"));
    }
    if which.own.contains(&OwnField::Address) {
        fields.extend(address_form::fields(which.addresses));
    }
    let view = FormView::new(cx, which.path, "form-save", &form, problems, fields);
    let email = which.own.contains(&OwnField::Email);
    FormPage::new(cx, "own-change-title", view)
        .under(vec![Crumb::key(cx, "own-title", "/own")])
        .saying(cx.say.say(if email { "own-change-text-email" } else { "own-change-text" }))
        .show(cx, problems)
}

fn typed(cx: &Cx, which: &Which, form: &Form) -> Result<Typed> {
    let country = &cx.school()?.country;
    let mut reading = Reading::new(form);
    let mut typed = Typed::default();
    // What a form does not send it leaves alone.
    if which.own.contains(&OwnField::Phone) && form.has("phone") {
        typed.phone = Some(reading.phone("phone", country).unwrap_or_default());
    }
    if which.own.contains(&OwnField::Address) && form.has("address_street") {
        typed.has_address = true;
        typed.address = address_form::read(form, country, &mut reading.problems);
    }
    reading.problems.check()?;
    Ok(typed)
}

fn keep(work: &Work, subject: Subject, typed: &Typed) -> kernel::Result<()> {
    match &typed.phone {
        Some(phone) => correction::change_own(work, subject, &[("phone", phone.clone())]),
        None => Ok(()),
    }
}

/// Who has no such record has no id here; the act tells them so.
fn guardian(cx: &Cx) -> GuardianId {
    own(cx).guardian.unwrap_or(GuardianId(Uuid::nil()))
}

fn staff(cx: &Cx) -> StaffId {
    own(cx).staff.unwrap_or(StaffId(Uuid::nil()))
}

fn oneself(cx: &Cx) -> StudentId {
    own(cx).student.unwrap_or(StudentId(Uuid::nil()))
}

async fn guardian_before(cx: &Cx) -> Result<Before> {
    let id = guardian(cx);
    let look = move |read: &Read, _| {
        let facts = correction::facts(read, Subject::Guardian(id))?;
        Ok(Before { phone: facts.get("phone").to_owned(), address: address::guardian::find(read, id)? })
    };
    cx.read(acts::SEE_GUARDIAN.on(id), look).await
}

pub async fn edit_guardian(cx: Cx) -> Result {
    let before = guardian_before(&cx).await?;
    page(&cx, &guardian_form(&cx)?, &before, None, &Problems::default())
}

pub async fn change_guardian(cx: Cx, form: Form) -> Result {
    let (which, id) = (guardian_form(&cx)?, guardian(&cx));
    let before = guardian_before(&cx).await?;
    match sorted(typed(&cx, &which, &form))? {
        Ok(typed) => {
            let change = move |work: &Work, _| {
                keep(work, Subject::Guardian(id), &typed)?;
                if typed.has_address { address::guardian::set(work, id, typed.address) } else { Ok(()) }
            };
            cx.write(acts::CHANGE_GUARDIAN.on(id), change).await?;
            Ok(cx.done("/own", "done-own-changed"))
        }
        Err(problems) => page(&cx, &which, &before, Some(form), &problems),
    }
}

async fn staff_before(cx: &Cx) -> Result<Before> {
    let id = staff(cx);
    let look = move |read: &Read, _| {
        let facts = correction::facts(read, Subject::Staff(id))?;
        Ok(Before { phone: facts.get("phone").to_owned(), address: address::staff::find(read, id)? })
    };
    cx.read(acts::SEE_STAFF.on(id), look).await
}

pub async fn edit_staff(cx: Cx) -> Result {
    let before = staff_before(&cx).await?;
    page(&cx, &staff_form(&cx)?, &before, None, &Problems::default())
}

pub async fn change_staff(cx: Cx, form: Form) -> Result {
    let (which, id) = (staff_form(&cx)?, staff(&cx));
    let before = staff_before(&cx).await?;
    match sorted(typed(&cx, &which, &form))? {
        Ok(typed) => {
            let change = move |work: &Work, _| {
                keep(work, Subject::Staff(id), &typed)?;
                if typed.has_address { address::staff::set(work, id, typed.address) } else { Ok(()) }
            };
            cx.write(acts::CHANGE_STAFF.on(id), change).await?;
            Ok(cx.done("/own", "done-own-changed"))
        }
        Err(problems) => page(&cx, &which, &before, Some(form), &problems),
    }
}

async fn student_before(cx: &Cx) -> Result<Before> {
    let look = |read: &Read, allowed| {
        let home = student::find(read, allowed)?.household_id;
        let address = home.map(|id| address::household::find(read, id)).transpose()?.flatten();
        Ok(Before { phone: String::new(), address })
    };
    cx.read(acts::SEE_STUDENT.on(oneself(cx)), look).await
}

pub async fn edit_student(cx: Cx) -> Result {
    let before = student_before(&cx).await?;
    page(&cx, &student_form(&cx)?, &before, None, &Problems::default())
}

/// The address is the household's; a student without one gets a household of their own.
pub async fn change_student(cx: Cx, form: Form) -> Result {
    let (which, id) = (student_form(&cx)?, oneself(&cx));
    let before = student_before(&cx).await?;
    match sorted(typed(&cx, &which, &form))? {
        Ok(typed) => {
            let change = move |work: &Work, allowed: Allowed<StudentId>| {
                if !typed.has_address {
                    return Ok(());
                }
                let home = match student::find(work, allowed)?.household_id {
                    Some(home) => home,
                    None => household::create_for(work, allowed)?,
                };
                address::household::set(work, home, typed.address)
            };
            cx.write(acts::CHANGE_STUDENT.on(id), change).await?;
            Ok(cx.done("/own", "done-own-changed"))
        }
        Err(problems) => page(&cx, &which, &before, Some(form), &problems),
    }
}
