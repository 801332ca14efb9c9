//! Which household a student belongs to, by the office's hand; imports leave it alone from then on (C051).

use askama::Template;
use axum::extract::Path;
use kernel::Problems;
use people::{HouseholdId, StudentId, household, student};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::query::Paging;
use store::{Allowed, Read, Work};

use super::fields::Reading;
use super::form_page::{Crumb, sorted};
use crate::acts;

/// Instead of an id: a new household with only this student in it.
const OWN: &str = "own";

#[derive(Template)]
#[template(path = "student_place.html")]
struct PlaceView<'a> {
    say: &'a Say,
    action: String,
    crumbs: Vec<Crumb>,
    name: String,
    text: String,
    form: FormView,
}

pub async fn choose_household(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    page(&cx, student.parse()?, form, &Problems::default()).await
}

pub async fn place_student(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let student: StudentId = student.parse()?;
    match sorted(place(&cx, student, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/students/{student}"), "done-student-placed")),
        Err(problems) => page(&cx, student, form, &problems).await,
    }
}

async fn place(cx: &Cx, student: StudentId, form: &Form) -> Result<()> {
    if form.get("household") == OWN {
        cx.write(acts::PLACE_STUDENT.on(student), |work, student| household::create_for(work, student).map(|_| ()))
            .await?;
        return Ok(());
    }
    let mut reading = Reading::new(form);
    let chosen: Option<HouseholdId> = reading.chosen("household");
    reading.problems.check()?;
    let Some(household) = chosen else {
        return cx.write(acts::PLACE_STUDENT.on(student), |work, student| student::place(work, student, None)).await;
    };
    let place = |work: &Work, (student, household): (Allowed<StudentId>, Allowed<HouseholdId>)| {
        student::place(work, student, Some(household.id()))
    };
    cx.write(acts::PLACE_IN_HOUSEHOLD.on((student, household)), place).await
}

/// Fifty households at most: those that fit the search, which begins with the student's surname.
async fn page(cx: &Cx, id: StudentId, form: Form, problems: &Problems) -> Result {
    let typed = form.some("q").map(str::to_owned);
    let (student, text, found) = cx
        .read(acts::SEE_STUDENT.on(id), move |read: &Read, allowed| {
            let student = student::find(read, allowed)?;
            let text = typed.unwrap_or_else(|| student.surname.clone());
            let found = household::list(read, read.visible(&acts::SEE_HOUSEHOLD)?, &text, Paging::page(None))?;
            let current = student.household_id.map(|id| household::of_student(read, id)).transpose()?.flatten();
            let mut rows = found.rows;
            if let Some(current) = current.filter(|current| rows.iter().all(|row| row.id != current.id)) {
                rows.insert(0, current);
            }
            Ok((student, text, rows))
        })
        .await?;
    let name = student.name().full();
    let path = format!("/students/{id}");
    let mut options =
        vec![(OWN.to_owned(), cx.say.say("households-own")), (String::new(), cx.say.say("households-none"))];
    options.extend(found.into_iter().map(|household| (household.id.to_string(), household.name)));
    let now = student.household_id.map(|id| id.to_string()).unwrap_or_default();
    let form = if form.some("household").is_some() { form } else { form.set("household", now) };
    let fields = vec![Field::choice("household", options).why("student", "household_id")];
    let view = PlaceView {
        say: &cx.say,
        action: cx.href(&format!("{path}/place")),
        crumbs: vec![Crumb::key(cx, "students-title", "/students"), Crumb::new(cx, name.clone(), &path)],
        form: FormView::new(cx, &format!("{path}/place"), "households-place", &form, problems, fields)
            .hidden("q", text.clone()),
        name,
        text,
    };
    let title = "households-place-title";
    if problems.0.is_empty() { cx.page(title, &view) } else { cx.page_again(title, &view) }
}
