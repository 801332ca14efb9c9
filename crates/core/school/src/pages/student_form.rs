//! Writing down a new student, and correcting one. Gender and nationality are asked only where the
//! edition keeps them (C040).

use axum::extract::Path;
use chrono::NaiveDate;
use kernel::Problems;
use people::StudentId;
use people::demographics::{self, GENDERS, Keeps, Record};
use people::student::{self, Details};
use registry::GenderUse;
use site::{Cx, Field, Form, FormView, Result};

use super::fields::{Reading, choices, group_options, name_fields, with_name};
use super::form_page::{Crumb, FormPage, sorted};
use crate::{GroupId, acts, enrolment, group};

pub async fn new_student(cx: Cx) -> Result {
    let form = Form::default().set("enrolled_on", cx.now().date().to_string());
    new_page(&cx, &form, &Problems::default()).await
}

/// Writes the student down, and into a group if one was chosen.
pub async fn create_student(cx: Cx, form: Form) -> Result {
    match sorted(create(&cx, &form).await)? {
        Ok(id) => Ok(cx.done(&format!("/students/{id}"), "done-student-created")),
        Err(problems) => new_page(&cx, &form, &problems).await,
    }
}

async fn create(cx: &Cx, form: &Form) -> Result<StudentId> {
    let mut reading = Reading::new(form);
    let details = details(cx, &mut reading)?;
    let keeps = keeps(cx)?;
    let record = record(keeps, &mut reading);
    let today = cx.now().date();
    let from = reading.past_day("enrolled_on", today).unwrap_or(today);
    let chosen: Option<GroupId> = reading.chosen("group");
    reading.problems.check()?;
    if let Some(group) = chosen {
        cx.read(acts::SEE_GROUP.on(group), |read, group| group::writable(read, group.id())).await?;
    }
    let basis = cx.edition()?.roster.basis_of_children.clone();
    let create = move |work: &store::Work, school| {
        let id = student::create(work, school, details, None, from, &basis)?;
        demographics::create(work, id, onto(keeps, record, Record::default()))?;
        Ok(id)
    };
    let id = cx.write(acts::CREATE_STUDENT.on(()), create).await?;
    if let Some(group) = chosen {
        cx.write(acts::MOVE_STUDENT.on((id, group)), |work, (student, group)| enrolment::enrol(work, student, group))
            .await?;
    }
    Ok(id)
}

async fn new_page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    let groups = cx.list(&acts::SEE_GROUP, group::list).await?;
    let mut options = vec![(String::new(), cx.say.say("students-no-group"))];
    options.extend(group_options(cx, groups));
    let mut fields = detail_fields(cx)?;
    fields.push(Field::kind("enrolled_on", "date").why("student", "enrolled_on"));
    fields.push(Field::choice("group", options).why("enrolment", "group_id"));
    let view = FormView::new(cx, "/students/new", "students-create", form, problems, fields);
    FormPage::new(cx, "students-new-title", view)
        .under(vec![Crumb::key(cx, "students-title", "/students")])
        .show(cx, problems)
}

pub async fn edit_student(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    let student: StudentId = student.parse()?;
    edit_page(&cx, student, None, &Problems::default()).await
}

/// Replaces the details; the history keeps what they were.
pub async fn change_student(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let student: StudentId = student.parse()?;
    match sorted(change(&cx, student, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/students/{student}"), "done-student-changed")),
        Err(problems) => edit_page(&cx, student, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, student: StudentId, form: &Form) -> Result<()> {
    let mut reading = Reading::new(form);
    let new = details(cx, &mut reading)?;
    let keeps = keeps(cx)?;
    let record = record(keeps, &mut reading);
    reading.problems.check()?;
    cx.write(acts::CHANGE_STUDENT.on(student), move |work, student| {
        student::change(work, student, new)?;
        demographics::change(work, student.id(), keeps.gender, |before| onto(keeps, record, before))
    })
    .await
}

async fn edit_page(cx: &Cx, id: StudentId, typed: Option<Form>, problems: &Problems) -> Result {
    let keeps = keeps(cx)?;
    let look = move |read: &store::Read, student| {
        Ok((student::find(read, student)?, demographics::shown(read, student, keeps.gender)?))
    };
    let (before, record) = cx.read(acts::SEE_STUDENT.on(id), look).await?;
    let name = before.name();
    let form = typed.unwrap_or_else(|| filled(&before, &record));
    let path = format!("/students/{id}");
    let view = FormView::new(cx, &format!("{path}/edit"), "form-save", &form, problems, detail_fields(cx)?);
    FormPage::new(cx, "students-edit-title", view)
        .under(vec![Crumb::key(cx, "students-title", "/students"), Crumb::new(cx, name.full(), &path)])
        .about(name.full())
        .show(cx, problems)
}

fn filled(student: &student::Model, record: &Record) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    with_name(Form::default(), &student.name())
        .set("number", text(&student.number))
        .set("born", student.born.as_ref().map(NaiveDate::to_string).unwrap_or_default())
        .set("gender", text(&record.gender))
        .set("nationality", text(&record.nationality))
        .set("postcode", text(&student.postcode))
        .set("email", text(&student.email))
}

fn detail_fields(cx: &Cx) -> Result<Vec<Field>> {
    let keeps = keeps(cx)?;
    let mut fields = name_fields("student");
    fields.push(Field::text("number").why("student", "number").hint());
    fields.push(Field::kind("born", "date").why("student", "born"));
    match keeps.gender {
        GenderUse::Nothing => {}
        GenderUse::Administration => fields.push(gender_field(choices(cx, "students-gender", GENDERS))),
        GenderUse::Statistics => {
            let mut options = choices(cx, "students-gender", GENDERS);
            options.retain(|(value, _)| !value.is_empty());
            options.insert(0, (String::new(), cx.say.say("students-gender-leave")));
            options.push((REMOVE.to_owned(), cx.say.say("students-gender-remove")));
            fields.push(gender_field(options));
        }
    }
    if keeps.nationality {
        fields.push(Field::text("nationality").why("demographics", "nationality"));
    }
    fields.push(Field::text("postcode").why("student", "postcode"));
    fields.push(Field::kind("email", "email").why("student", "email"));
    Ok(fields)
}

fn gender_field(options: Vec<(String, String)>) -> Field {
    Field::choice("gender", options).why("demographics", "gender")
}

/// In the form's choice of genders where they are for counting: nothing is to be kept any more.
const REMOVE: &str = "remove";

fn keeps(cx: &Cx) -> Result<Keeps> {
    Ok(Keeps::of(cx.edition()?, cx.uses("demographics")))
}

/// What was typed. What is not kept is a problem, not silently dropped.
fn record(keeps: Keeps, reading: &mut Reading) -> Record {
    let with_remove: Vec<&str> = GENDERS.iter().copied().chain([REMOVE]).collect();
    let genders = if keeps.gender == GenderUse::Statistics { with_remove.as_slice() } else { GENDERS };
    let record = Record { gender: reading.choice("gender", genders), nationality: reading.text("nationality") };
    if record.gender.is_some() && keeps.gender == GenderUse::Nothing {
        reading.problems.add("gender", "students-not-kept");
    }
    if record.nationality.is_some() && !keeps.nationality {
        reading.problems.add("nationality", "students-not-kept");
    }
    record
}

/// The record with what was typed; what the form does not ask or show it leaves alone.
fn onto(keeps: Keeps, typed: Record, before: Record) -> Record {
    let gender = match (keeps.gender, typed.gender.as_deref()) {
        (GenderUse::Nothing, _) | (GenderUse::Statistics, None) => before.gender,
        (GenderUse::Statistics, Some(REMOVE)) => None,
        (GenderUse::Statistics | GenderUse::Administration, _) => typed.gender,
    };
    Record { gender, nationality: if keeps.nationality { typed.nationality } else { before.nationality } }
}

fn details(cx: &Cx, reading: &mut Reading) -> Result<Details> {
    Ok(Details {
        name: reading.name(),
        number: reading.text("number"),
        born: reading.past_day("born", cx.now().date()),
        postcode: reading.postcode("postcode", &cx.school()?.country),
        email: reading.email("email"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gender(word: Option<&str>) -> Record {
        Record { gender: word.map(str::to_owned), nationality: None }
    }

    #[test]
    fn what_a_form_does_not_show_it_leaves_alone_unless_told() {
        let kept = |gender_use, typed, before| {
            onto(Keeps { gender: gender_use, nationality: false }, gender(typed), gender(before)).gender
        };
        assert_eq!(kept(GenderUse::Statistics, None, Some("male")).as_deref(), Some("male"));
        assert_eq!(kept(GenderUse::Statistics, Some("other"), Some("male")).as_deref(), Some("other"));
        assert_eq!(kept(GenderUse::Statistics, Some(REMOVE), Some("male")), None);
        assert_eq!(kept(GenderUse::Statistics, Some(REMOVE), None), None);
        assert_eq!(kept(GenderUse::Administration, None, Some("male")), None);
        assert_eq!(kept(GenderUse::Nothing, None, Some("male")).as_deref(), Some("male"));
    }
}
