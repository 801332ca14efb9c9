//! One household: the children in it, and putting others into it (C051). A new one is empty until somebody is
//! put there.

use askama::Template;
use axum::extract::Path;
use kernel::{PostalAddress, Problems};
use people::student::{self, Filter, Standing};
use people::{HouseholdId, StudentId, address, household};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::query::Paging;
use store::{Allowed, Read, Work};

use super::fields::Reading;
use super::form_page::{Crumb, FormPage, sorted};
use crate::acts;

/// How many a search shows; who needs more types more.
const FOUND: u64 = 10;

#[derive(Template)]
#[template(path = "household.html")]
struct HouseholdView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    id: HouseholdId,
    name: String,
    address: Vec<String>,
    count: String,
    members: Vec<Member>,
    was_lived_in: bool,
    text: String,
    found: Vec<Member>,
}

struct Member {
    id: StudentId,
    name: String,
    left: bool,
}

struct Found {
    household: household::Model,
    address: Option<PostalAddress>,
    was_lived_in: bool,
    members: Vec<student::Model>,
    others: Vec<student::Model>,
}

pub async fn see_household(cx: Cx, Path((_, household)): Path<(String, String)>, form: Form) -> Result {
    let id: HouseholdId = household.parse()?;
    let text = form.get("q").to_owned();
    let search = text.clone();
    let found = cx.read(acts::SEE_HOUSEHOLD.on(id), move |read, household| find(read, household, &search)).await?;
    let today = cx.now().date();
    let member = |student: &student::Model| Member {
        id: student.id,
        name: student.name().full(),
        left: student.left_on.is_some_and(|day| day <= today),
    };
    let home = &cx.school()?.country;
    let view = HouseholdView {
        address: found.address.as_ref().map(|address| address.lines(home)).unwrap_or_default(),
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: found.household.name.clone(),
        count: cx.say.count("students-count", found.members.len()),
        members: found.members.iter().map(member).collect(),
        was_lived_in: found.was_lived_in,
        text,
        found: found.others.iter().map(member).collect(),
    };
    cx.page_named(found.household.name, &view)
}

fn find(read: &Read, allowed: Allowed<HouseholdId>, text: &str) -> kernel::Result<Found> {
    let household = household::find(read, allowed)?;
    let others = if text.trim().is_empty() {
        Vec::new()
    } else {
        let filter = Filter { text: text.to_owned(), standing: Standing::Here, among: None };
        let paging = Paging { page: 1, size: FOUND };
        student::list(read, read.visible(&acts::SEE_STUDENT)?, &filter, paging)?.rows
    };
    Ok(Found {
        address: address::household::find(read, household.id)?,
        was_lived_in: household::was_lived_in(read, &household)?,
        members: household::members(read, household.id)?,
        others: others.into_iter().filter(|child| child.household_id != Some(household.id)).collect(),
        household,
    })
}

/// Puts a child into this household; where they were before stands in their history.
pub async fn add_member(cx: Cx, Path((_, household)): Path<(String, String)>, form: Form) -> Result {
    let household: HouseholdId = household.parse()?;
    let student: StudentId = form.get("student").parse()?;
    let place = |work: &Work, (student, household): (Allowed<StudentId>, Allowed<HouseholdId>)| {
        student::place(work, student, Some(household.id()))
    };
    cx.write(acts::PLACE_IN_HOUSEHOLD.on((student, household)), place).await?;
    Ok(cx.done(&format!("/households/{household}"), "done-student-placed"))
}

pub async fn new_household(cx: Cx) -> Result {
    new_page(&cx, &Form::default(), &Problems::default()).await
}

pub async fn create_household(cx: Cx, form: Form) -> Result {
    match sorted(create(&cx, &form).await)? {
        Ok(id) => Ok(cx.done(&format!("/households/{id}"), "done-household-created")),
        Err(problems) => new_page(&cx, &form, &problems).await,
    }
}

async fn create(cx: &Cx, form: &Form) -> Result<HouseholdId> {
    let mut reading = Reading::new(form);
    let name = reading.needed("household_name");
    reading.problems.check()?;
    cx.write(acts::CREATE_HOUSEHOLD.on(()), move |work, school| household::create(work, school, &name)).await
}

async fn new_page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    cx.read(acts::SEE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let fields = vec![Field::text("household_name").required().hint().why("household", "name").autocomplete("off")];
    let view = FormView::new(cx, "/households/new", "households-create", form, problems, fields);
    FormPage::new(cx, "households-new-title", view)
        .under(vec![Crumb::key(cx, "households-title", "/households")])
        .show(cx, problems)
}
