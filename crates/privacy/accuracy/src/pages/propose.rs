//! Proposing a change of what the school keeps: the fields as they stand, to be corrected, and why (C127, C128).

use axum::extract::Path;
use kernel::Problems;
use people::correction::{self, Facts, Subject};
use people::{GuardianId, StaffId, StudentId};
use school::pages::fields::{Reading, name_fields};
use school::pages::form_page::{Crumb, FormPage, sorted};
use site::{Cx, Fault, Field, Form, FormView, Result};
use store::{Read, Work};
use uuid::Uuid;

use super::sections::own;
use crate::acts;
use crate::proposal::{self, Wish};

/// What is asked in words, in characters.
const WORDS_LIMIT: usize = 1_000;

fn path(subject: Subject) -> String {
    match subject {
        Subject::Student(id) => format!("/own/students/{id}/propose"),
        Subject::Guardian(_) => "/own/guardian/propose".to_owned(),
        Subject::Staff(_) => "/own/staff/propose".to_owned(),
    }
}

async fn facts(cx: &Cx, subject: Subject) -> Result<Facts> {
    let look = move |read: &Read| correction::facts(read, subject);
    match subject {
        Subject::Guardian(id) => cx.read(acts::SEE_GUARDIAN.on(id), move |read, _| look(read)).await,
        Subject::Staff(id) => cx.read(acts::SEE_STAFF.on(id), move |read, _| look(read)).await,
        Subject::Student(id) => cx.read(acts::SEE_STUDENT.on(id), move |read, _| look(read)).await,
    }
}

fn fields(subject: Subject) -> Vec<Field> {
    let table = subject.kind();
    let mut all = name_fields(table);
    for field in subject.fields() {
        match *field {
            "born" => all.push(Field::kind("born", "date").why(table, "born")),
            "email" => all.push(Field::kind("email", "email").why(table, "email")),
            "phone" => all.push(Field::kind("phone", "tel").why(table, "phone")),
            "number" => all.push(Field::text("number").why(table, "number")),
            "postcode" => all.push(Field::text("postcode").why(table, "postcode")),
            "title" => all.push(Field::text("title").why(table, "title")),
            "employee_id" => all.push(Field::text("employee_id").why(table, "employee_id")),
            _ => {}
        }
    }
    all.push(Field::kind("other", "textarea").why("proposal_field", "after"));
    all.push(Field::kind("reason", "textarea").required().why("proposal", "reason"));
    all
}

async fn page(cx: &Cx, subject: Subject, typed: Option<Form>, problems: &Problems) -> Result {
    let facts = facts(cx, subject).await?;
    let form = typed.unwrap_or_else(|| {
        facts.values.iter().fold(Form::default(), |form, (field, value)| form.set(field, value.clone()))
    });
    let view = FormView::new(cx, &path(subject), "propose-send", &form, problems, fields(subject));
    FormPage::new(cx, "propose-title", view)
        .under(vec![Crumb::key(cx, "own-title", "/own")])
        .about(facts.name.full())
        .saying(cx.say.say("propose-text"))
        .show(cx, problems)
}

fn wish(cx: &Cx, subject: Subject, form: &Form) -> Result<Wish> {
    let country = &cx.school()?.country;
    let mut reading = Reading::new(form);
    let name = reading.name();
    let mut values = vec![("call_name", name.call), ("infix", name.infix), ("surname", name.surname)];
    for field in subject.fields().iter().copied() {
        let value = match field {
            "email" => reading.email(field),
            "phone" => reading.phone(field, country),
            "postcode" => reading.postcode(field, country),
            "born" => reading.past_day(field, cx.now().date()).map(|day| day.to_string()),
            "number" | "title" | "employee_id" => reading.text(field),
            _ => continue,
        };
        values.push((field, value.unwrap_or_default()));
    }
    let other = words(&mut reading, "other");
    let reason = words(&mut reading, "reason");
    if reason.is_empty() {
        reading.problems.add("reason", "propose-why");
    }
    reading.problems.check()?;
    Ok(Wish { values, other, reason })
}

fn words(reading: &mut Reading, field: &'static str) -> String {
    let text = reading.form.get(field).trim().to_owned();
    if text.chars().count() > WORDS_LIMIT {
        reading.problems.add(field, kernel::Message::from("text-too-long").with("limit", WORDS_LIMIT));
    }
    text
}

async fn send(cx: &Cx, subject: Subject, by: Uuid, form: Form) -> Result {
    // What a form does not send it leaves alone.
    let form = facts(cx, subject)
        .await?
        .values
        .into_iter()
        .fold(form, |form, (field, value)| if form.has(field) { form } else { form.set(field, value) });
    let sent = match wish(cx, subject, &form) {
        Ok(wish) => keep(cx, subject, by, wish).await,
        Err(fault) => Err(fault),
    };
    match sorted(sent)? {
        Ok(()) => Ok(cx.done("/own", "done-proposed")),
        Err(problems) => page(cx, subject, Some(form), &problems).await,
    }
}

async fn keep(cx: &Cx, subject: Subject, by: Uuid, wish: Wish) -> Result<(), Fault> {
    let days = cx.edition()?.notice.rights_days;
    let keep = move |work: &Work| proposal::propose(work, subject, by, wish, days).map(|_| ());
    match subject {
        Subject::Guardian(id) => cx.write(acts::PROPOSE_GUARDIAN.on(id), move |work, _| keep(work)).await,
        Subject::Staff(id) => cx.write(acts::PROPOSE_STAFF.on(id), move |work, _| keep(work)).await,
        Subject::Student(id) => cx.write(acts::PROPOSE_STUDENT.on(id), move |work, _| keep(work)).await,
    }
}

/// Who has no such record has no id here; the act tells them so.
fn own_guardian(cx: &Cx) -> GuardianId {
    own(cx).guardian.unwrap_or(GuardianId(Uuid::nil()))
}

fn own_staff(cx: &Cx) -> StaffId {
    own(cx).staff.unwrap_or(StaffId(Uuid::nil()))
}

pub async fn ask_guardian(cx: Cx) -> Result {
    page(&cx, Subject::Guardian(own_guardian(&cx)), None, &Problems::default()).await
}

pub async fn propose_guardian(cx: Cx, form: Form) -> Result {
    let id = own_guardian(&cx);
    send(&cx, Subject::Guardian(id), id.0, form).await
}

pub async fn ask_staff(cx: Cx) -> Result {
    page(&cx, Subject::Staff(own_staff(&cx)), None, &Problems::default()).await
}

pub async fn propose_staff(cx: Cx, form: Form) -> Result {
    let id = own_staff(&cx);
    send(&cx, Subject::Staff(id), id.0, form).await
}

pub async fn ask_student(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    page(&cx, Subject::Student(student.parse()?), None, &Problems::default()).await
}

/// For oneself, or for one's own child: what the court keeps from a guardian they cannot propose about either.
pub async fn propose_student(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let id: StudentId = student.parse()?;
    let own = own(&cx);
    let by = if own.student == Some(id) { id.0 } else { own_guardian(&cx).0 };
    send(&cx, Subject::Student(id), by, form).await
}
