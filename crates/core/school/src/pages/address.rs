//! Where letters to a guardian, a household and a member of staff go: the office writes it down (C077).

use axum::extract::Path;
use kernel::{PostalAddress, Problems};
use people::{GuardianId, HouseholdId, StaffId, address, guardian, household, staff};
use site::{Cx, Form, FormView, Result};

use super::form_page::{Crumb, FormPage, sorted};
use crate::{acts, address_form};

/// Whose address it is, and where the record stands.
struct Owner {
    name: String,
    path: String,
    list: (&'static str, &'static str),
    table: &'static str,
    address: Option<PostalAddress>,
}

fn typed(cx: &Cx, form: &Form) -> Result<Option<PostalAddress>> {
    let mut problems = Problems::default();
    let address = address_form::read(form, &cx.school()?.country, &mut problems);
    problems.check()?;
    Ok(address)
}

fn page(cx: &Cx, owner: &Owner, form: Option<Form>, problems: &Problems) -> Result {
    let home = &cx.school()?.country;
    let form = form.unwrap_or_else(|| address_form::filled(Form::default(), owner.address.as_ref(), home));
    let action = format!("{}/address", owner.path);
    let view = FormView::new(cx, &action, "form-save", &form, problems, address_form::fields(owner.table));
    let (words, list) = owner.list;
    FormPage::new(cx, "address-title", view)
        .under(vec![Crumb::new(cx, cx.say.say(words), list), Crumb::new(cx, owner.name.clone(), &owner.path)])
        .about(owner.name.clone())
        .saying(cx.say.say("address-text"))
        .show(cx, problems)
}

async fn guardian_owner(cx: &Cx, id: GuardianId) -> Result<Owner> {
    cx.read(acts::SEE_GUARDIAN.on(id), move |read, allowed| {
        Ok(Owner {
            name: guardian::find(read, allowed)?.name().full(),
            path: format!("/guardians/{id}"),
            list: ("guardians-title", "/guardians"),
            table: "guardian_address",
            address: address::guardian::find(read, id)?,
        })
    })
    .await
}

pub async fn edit_guardian(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    let owner = guardian_owner(&cx, id.parse()?).await?;
    page(&cx, &owner, None, &Problems::default())
}

/// Replaces the address; an empty form takes it away.
pub async fn change_guardian(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> Result {
    let id: GuardianId = id.parse()?;
    let owner = guardian_owner(&cx, id).await?;
    match sorted(typed(&cx, &form))? {
        Ok(new) => {
            let change = move |work: &store::Work, _| address::guardian::set(work, id, new);
            cx.write(acts::ADDRESS_GUARDIAN.on(id), change).await?;
            Ok(cx.done(&owner.path, "done-address-kept"))
        }
        Err(problems) => page(&cx, &owner, Some(form), &problems),
    }
}

async fn staff_owner(cx: &Cx, id: StaffId) -> Result<Owner> {
    cx.read(acts::SEE_STAFF.on(id), move |read, allowed| {
        Ok(Owner {
            name: staff::find(read, allowed)?.name().full(),
            path: format!("/staff/{id}"),
            list: ("staff-title", "/staff"),
            table: "staff_address",
            address: address::staff::find(read, id)?,
        })
    })
    .await
}

pub async fn edit_staff(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    let owner = staff_owner(&cx, id.parse()?).await?;
    page(&cx, &owner, None, &Problems::default())
}

pub async fn change_staff(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> Result {
    let id: StaffId = id.parse()?;
    let owner = staff_owner(&cx, id).await?;
    match sorted(typed(&cx, &form))? {
        Ok(new) => {
            let change = move |work: &store::Work, _| address::staff::set(work, id, new);
            cx.write(acts::ADDRESS_STAFF.on(id), change).await?;
            Ok(cx.done(&owner.path, "done-address-kept"))
        }
        Err(problems) => page(&cx, &owner, Some(form), &problems),
    }
}

async fn household_owner(cx: &Cx, id: HouseholdId) -> Result<Owner> {
    cx.read(acts::SEE_HOUSEHOLD.on(id), move |read, allowed| {
        Ok(Owner {
            name: household::find(read, allowed)?.name,
            path: format!("/households/{id}"),
            list: ("households-title", "/households"),
            table: "household_address",
            address: address::household::find(read, id)?,
        })
    })
    .await
}

pub async fn edit_household(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    let owner = household_owner(&cx, id.parse()?).await?;
    page(&cx, &owner, None, &Problems::default())
}

pub async fn change_household(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> Result {
    let id: HouseholdId = id.parse()?;
    let owner = household_owner(&cx, id).await?;
    match sorted(typed(&cx, &form))? {
        Ok(new) => {
            let change = move |work: &store::Work, _| address::household::set(work, id, new);
            cx.write(acts::ADDRESS_HOUSEHOLD.on(id), change).await?;
            Ok(cx.done(&owner.path, "done-address-kept"))
        }
        Err(problems) => page(&cx, &owner, Some(form), &problems),
    }
}
